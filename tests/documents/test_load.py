from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.documents.load import load
from fogline.model.raw import Raw

NOISE = random.Random(7).randbytes(5000)
REFUSED = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\0\0\n ", "empty"),
    ("a.html", b"<html><body><script>x</script></body></html>", "empty"),
    ("a.jsonl", b"\n\n", "empty"),
    ("a.txt", NOISE, "binary"),
    ("a.jsonl", NOISE, "binary"),
    ("a.txt", b"\x7fELF\x02\x01\x01" + bytes(50), "binary"),
    ("a.pdf", b"\x89PNG\r\n\x1a\n", "picture"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked_or_old"),
    ("a.rtf", b"{\\rtf1 Shells hit Taiz.}", "rtf"),
    ("a.docx", b"PK\x03\x04" + bytes(40), "archive"),
    ("a.txt", b"\x1f\x8b\x08\0", "archive"),
]


@pytest.mark.parametrize(("name", "data", "code"), REFUSED)
def test_refused_with_a_reason_that_names_the_file(name: str, data: bytes, code: str) -> None:
    found = load(Raw(name, data))
    assert (found.items, [i.code for i in found.issues]) == ((), [code])
    assert found.issues[0].message.startswith(f"{name}: ")


def test_a_name_that_plays_tricks_is_shown_harmless() -> None:
    (issue,) = load(Raw("a\x1b[2J\u202e\ud800\n.txt", b"")).issues
    assert issue.message.isprintable()


TYPES = [
    ("page.txt", b"<!DOCTYPE html><html><body><p>Shells hit Taiz.</p></body></html>", "Shells hit Taiz."),
    ("-", b'{"text": "Shells hit Taiz."}\n{"text": "More."}', "Shells hit Taiz."),
    ("-", b'[{"text": "Shells hit Taiz."}]', "Shells hit Taiz."),
    ("-", b"{curly} Shells hit Taiz.", "{curly} Shells hit Taiz."),
    ("report", b"Shells hit Taiz.", "Shells hit Taiz."),
]


@pytest.mark.parametrize(("name", "data", "text"), TYPES)
def test_the_first_bytes_outrank_the_name(name: str, data: bytes, text: str) -> None:
    assert load(Raw(name, data)).items[0].text == text


@given(
    st.binary(max_size=300), st.sampled_from(["txt", "html", "pdf", "docx", "eml", "jsonl", "json", "csv", "md", ""])
)
@settings(deadline=None, max_examples=300)
def test_any_bytes_end_in_documents_or_a_reason(data: bytes, suffix: str) -> None:
    found = load(Raw(f"a.{suffix}", data))
    assert found.items or found.issues
    assert all(d.text.strip() and "\0" not in d.text for d in found.items)


def test_the_same_bytes_make_the_same_document() -> None:
    raw = Raw("a.txt", b"Shells hit Taiz.")
    assert load(raw) == load(Raw("elsewhere/b.txt", raw.data))
