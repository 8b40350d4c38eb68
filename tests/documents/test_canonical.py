from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.documents.canonical import canonical, kept, one_line

CLEANED = [
    ("a\r\nb\rc\u2028d", "a\nb\nc\nd", "every line end is one character"),
    ("Cafe\u0301", "Café", "composed"),
    ("a\0b\x07c", "abc", "null and bell are gone"),
    ("safe \u202egnp.exe\u202c", "safe gnp.exe", "no text that reads backwards"),
    ("\ufeffkil\u00adled", "killed", "byte order mark and soft hyphens are gone"),
    ("12\u00a0400 people", "12 400 people", "one kind of space"),
    ("a\n\n\n\nb  ", "a\n\nb", "no more than one empty line"),
    ("می\u200cخواهم", "می\u200cخواهم", "Persian spells with the zero-width non-joiner"),
    ("\ud800x", "\ufffdx", "half a character is replaced"),
]
KEPT = [
    ("a  b\u00a0c \n\n\n d ", "a  b\u00a0c \n\n\n d ", "spaces are the user's"),
    ("a\r\nb", "a\nb", "line ends are not"),
    ("a\0b\u202ec", "a b c", "what no text may hold is replaced one for one"),
    ("\ud83d!", "\ufffd!", "half a character too"),
    ("e\u0301", "é", "composed"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CLEANED)
def test_canonical(text: str, expected: str, why: str) -> None:
    assert canonical(text) == expected, why


@pytest.mark.parametrize(("text", "expected", "why"), KEPT)
def test_kept(text: str, expected: str, why: str) -> None:
    assert kept(text) == expected, why


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


def test_a_title_is_one_short_line() -> None:
    assert one_line("  Goma\n falls " + "x" * 10_000) == ("Goma falls " + "x" * 489)
