"""Whether a sentence tells news or speaks of a happening that its reader has heard of."""

from __future__ import annotations

import pytest
from tests.reconcile.test_compare import voiced
from tests.reports import counted, report, told

from fogline.language.lexicon import rows, shipped
from fogline.model.incident import Given
from fogline.reconcile.given import Known, marked

KNOWN = Known.load()


@pytest.mark.parametrize(
    ("text", "trigger", "given"),
    [
        ("Jets struck a market in Tora.", "struck", "news"),
        ("Aid stopped after jets struck a market in Tora.", "struck", "passing"),  # a cause
        ("The toll from the mass killing in Goma rose.", "killing", "definite"),  # the one killing
        ("He is charged over his declaration of martial law.", "martial law", "definite"),
        ("Rome asks about the reporter Sala, detained in Tehran.", "detained", "passing"),  # a participle beside a name
        ("Two died after the army attacked the town.", "attacked", "passing"),  # "the" belongs to the army
        ("After the vote, jets struck Tora.", "struck", "news"),  # another stretch of the sentence
        ("Shops closed following attacks in Goma.", "attacks", "passing"),  # several: no single known one
    ],
)
def test_news_or_known(text: str, trigger: str, given: Given) -> None:
    document = report(text, "2025-01-03")
    assert KNOWN.of(told(document, "ASSAULT", trigger)) == given


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("The toll from the bombing in Goma rose to 27.", True),
        ("Nine died in the bombing in Goma, bringing the toll of the war to 27.", False),  # that counts the war
    ],
)
def test_the_running_toll_of_one_attack_belongs_to_it(text: str, linked: bool) -> None:
    document = report(text, "2025-01-03")
    deed = told(document, "ASSAULT", "bombing", place="Goma", day="2025-01-02")
    toll = counted(document, "27", "killed", 27, scope="cumulative", place="Goma")
    others = [counted(document, "Nine", "killed", 9, place="Goma")] if "Nine" in text else []
    heard = marked(voiced(*((document, c) for c in (deed, toll, *others))), KNOWN)
    assert {h.toll_of for h in heard if h.stated.claim.id == toll.id} == {"deed" if linked else ""}


def test_every_row_is_found_in_its_example() -> None:
    for row in rows(shipped("lexicons", "en", "known.tsv"), ("words", "example")):
        assert row["words"] in row["example"].casefold(), row["words"]
