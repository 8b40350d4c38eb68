"""Attribution: every row of the lexicon reads its own example; chains, quotations, denials and what attributes nothing."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.attribution import attributions
from fogline.extract.attribution_lexicon import COLUMNS
from fogline.language.lexicon import Row, rows, shipped
from fogline.model.mention import Speech

ROWS = tuple(rows(shipped("lexicons", "en", "attribution.tsv"), COLUMNS))


def speeches(parsed_of: ParsedOf, text: str) -> tuple[Speech, ...]:
    return attributions(parsed_of(text), ()).items


def innermost(parsed_of: ParsedOf, text: str, words: str) -> Speech | None:
    """The speech with the shortest scope that holds the words."""
    start = text.index(words)
    holding = [s for s in speeches(parsed_of, text) if s.scope.start <= start and start + len(words) <= s.scope.end]
    return min(holding, key=lambda s: s.scope.end - s.scope.start, default=None)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['word']}-{r['kind']}")
def test_every_row_reads_its_example(parsed_of: ParsedOf, row: Row) -> None:
    assert row["stance"] in {s.stance for s in speeches(parsed_of, row["example"])}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("State TV quoted the ministry as saying that the base fell.", "fell", [("ministry", 0), ("State TV", 1)]),
        ("Reuters reported, citing two officials, that the base had fallen.", "fallen", [("two officials", 0), ("Reuters", 1)]),
        ("The Observatory said that Kyiv claimed that two jets were shot down.", "shot", [("Kyiv", 0), ("Observatory", 1)]),
        ("Hundreds fled, the mayor and local officials said.", "fled", [("mayor", 0), ("local officials", 0)]),
        ("At least 35 people died, witnesses told AFP.", "died", [("witnesses", 0)]),
        ("Two men were killed, according to the police, who blamed the militia.", "killed", [("police", 0)]),
        ("A statement by the interior ministry said that five men were arrested.", "arrested", [("interior ministry", 0)]),
    ],
)  # fmt: skip
def test_who_stands_nearest(parsed_of: ParsedOf, text: str, words: str, expected: list[tuple[str, int]]) -> None:
    speech = innermost(parsed_of, text, words)
    assert speech is not None
    assert [(s.name, s.level) for s in speech.speakers] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At least 12 people died, the Red Cross said Monday, and dozens were wounded.", "wounded"),
        ("The bridge was destroyed, said a spokesman for the army.", "destroyed"),
        ("The rebels, the mayor said, have left.", "left"),
    ],
)
def test_a_speech_clause_set_into_what_is_said(parsed_of: ParsedOf, text: str, words: str) -> None:
    assert innermost(parsed_of, text, words) is not None


def test_a_contrasting_clause_is_the_publications_own(parsed_of: ParsedOf) -> None:
    text = "The president said the army would retake the town, while rebels shelled the port."
    assert innermost(parsed_of, text, "shelled") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kyiv has denied losing the town.", "losing"),
        ("Kigali rejected claims that its troops had crossed the border.", "crossed"),
        ("The ministry denied any involvement in the attack.", "involvement"),
    ],
)
def test_denials_turn_the_stance(parsed_of: ParsedOf, text: str, words: str) -> None:
    speech = innermost(parsed_of, text, words)
    assert speech is not None
    assert speech.stance == "denied"


def test_what_a_demand_presupposes_is_not_said(parsed_of: ParsedOf) -> None:
    text = "The union demanded the release of a teacher arrested in May."
    assert innermost(parsed_of, text, "arrested") is None


def test_a_quotation_runs_over_sentences(parsed_of: ParsedOf) -> None:
    text = "“We hold the bridge,” Colonel Ana Ruiz said. “They fled. We shot at them.”"
    speech = innermost(parsed_of, text, "shot at them")
    assert speech is not None
    assert [s.name for s in speech.speakers] == ["Colonel Ana Ruiz"]


def test_a_statement_after_a_colon_runs_over_paragraphs(parsed_of: ParsedOf) -> None:
    text = "Minister Ana Ruiz said:\nWe condemn the shelling of Goma.\nFive people were killed."
    speech = innermost(parsed_of, text, "killed")
    assert speech is not None
    assert [s.name for s in speech.speakers] == ["Minister Ana Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials neither confirmed nor denied the strike.",
        "No group has claimed responsibility for the attack.",
        "The ministry did not say that the base had fallen.",
        "The court denied a request for bail.",
        "The officer told residents to leave.",
        "The attack claimed 35 lives.",
        "The base is reported to have fallen.",
    ],
)
def test_what_attributes_nothing(parsed_of: ParsedOf, text: str) -> None:
    assert speeches(parsed_of, text) == ()
