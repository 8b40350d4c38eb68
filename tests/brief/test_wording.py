"""The file of a language has words for everything that a situation can hold."""

from __future__ import annotations

from typing import get_args

import pytest

from fogline.brief.wording import LanguageMissing, Wording, clean
from fogline.model.claim import CONTROL_TYPES
from fogline.model.figure import MEASURES, POPULATIONS
from fogline.model.incident import Basis, Difference, HoldingStatus, Rule, Standing

WORDING = Wording.load("en")
NEEDED = [
    *(f"difference_{d}" for d in get_args(Difference)),
    *(f"standing_{s}" for s in get_args(Standing)),
    *(f"status_{s}" for s in get_args(HoldingStatus)),
    *(f"basis_{b}" for b in get_args(Basis)),
    *(f"{kind}_{r}" for r in get_args(Rule) for kind in ("rule", "method")),
    *(f"what_{m}" for m in MEASURES if m != "other"),
    *(f"people_{p}" for p in POPULATIONS),
    *(f"{tense}_{t}" for t in CONTROL_TYPES for tense in ("did", "done")),
]


@pytest.mark.parametrize("key", NEEDED)
def test_there_are_words_for_it(key: str) -> None:
    assert WORDING.phrases[key]


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(LanguageMissing, match=r"a brief can be written in en, not in '\.\./en'"):
        Wording.load("../en")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines", "two lines"),
        ("a\u202eb\u2066c", "abc"),  # bidirectional controls
        ("a\x00b\x1b[31mc", "ab[31mc"),  # control characters
        ("مرصد حلب", "مرصد حلب"),
        ("a   b", "a b"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_seen(text: str, shown: str) -> None:
    assert clean(text) == shown
