"""Hostile and broken CSV: a bad row costs itself, nothing else, and nothing grows without bound."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.exchange import csv_rows as module
from fogline.exchange.csv_rows import Bad, Row, csv_rows

HEAD = b"id,note\n"


def read(data: bytes) -> list[tuple[int, str]]:
    """Each row as its number and its ``id`` cell, or its number and why it was refused."""
    found = csv_rows(io.BytesIO(data))
    return [(r.number, r.get("id")) if isinstance(r, Row) else (r.row, r.reason) for r in found]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (HEAD + b"1,a\n2,b\n", [(2, "1"), (3, "2")]),
        (b"\xef\xbb\xbfID , Note\n1,a\n", [(2, "1")]),  # a byte order mark, capitals and spaces in the header
        (b"id;note\n1;a\n", [(2, "1")]),
        (HEAD + b'1,"a ""b"", c\nd"\n2,e\n', [(2, "1"), (3, "2")]),  # quotation marks and line breaks inside a cell
        (HEAD + b"1,a\r\n\r\n2,b\r\n", [(2, "1"), (3, "2")]),  # empty lines are no rows
        (HEAD + b"1\n2,b\n", [(2, "it has 1 cells where the header has 2"), (3, "2")]),
        (HEAD + b"1,a,b\n2,b\n", [(2, "it has 3 cells where the header has 2"), (3, "2")]),
        (HEAD + b"1,\xff\n2,b\n", [(2, "it is not in UTF-8"), (3, "2")]),
        (b"", [(1, "the file is empty")]),
    ],
)
def test_rows(data: bytes, expected: list[tuple[int, str]]) -> None:
    assert read(data) == expected


def test_a_quotation_mark_that_is_never_closed_costs_its_row_and_not_the_file() -> None:
    rows = b"".join(b"%d,b\n" % n for n in range(3, 200))
    found = read(HEAD + b'1,a\n2,"b\n' + rows)
    assert found[:2] == [(2, "1"), (3, "a quotation mark in it is never closed")]
    assert [name for _, name in found[2:]] == [str(n) for n in range(3, 200)]


def test_two_stray_quotation_marks_do_not_swallow_the_row_between_them() -> None:
    found = read(HEAD + b'x"y,a\n2,b\nx"y,c\n4,d\n')
    assert [row for row in found if "mark" not in row[1]] == [(3, "2"), (5, "4")]


def test_a_line_without_an_end_is_read_in_bounded_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_LINE", 100)
    found = list(csv_rows(io.BytesIO(HEAD + b"1," + b"a" * 950 + b"\n2,b\n")))
    assert all(isinstance(r, Bad) for r in found[:-1])
    assert isinstance(found[-1], Row)
    assert found[-1].get("id") == "2"


def test_reading_ends_after_so_many_bytes_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 20)
    assert read(HEAD + b"1,a\n" * 10)[-1] == (7, "only the first 20 bytes are read")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([b'"', b",", b"\n", b"\r\n", b"\x00", b"\xff", b"1", b"=cmd", b"2024-01-01", b";", b" "]))
)
def test_whatever_bytes_come_every_row_is_a_row_or_refused(parts: list[bytes]) -> None:
    found = list(csv_rows(io.BytesIO(HEAD + b"".join(parts))))
    assert all(isinstance(r, Row | Bad) for r in found)
    numbers = [r.number if isinstance(r, Row) else r.row for r in found]
    assert numbers == list(range(2, len(found) + 2))
