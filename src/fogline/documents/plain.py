"""Plain text and Markdown: encodings, wrapped lines, a headline."""

from __future__ import annotations

import re

from fogline.documents.canonical import canonical
from fogline.documents.dateline import dateline
from fogline.documents.decode import decode
from fogline.documents.headline import is_headline
from fogline.documents.make import Text, unwieldy
from fogline.documents.rows import Cells, rows
from fogline.documents.wrapping import joined, paragraphs
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw

ADDRESS = r"\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)"  # brackets inside an address close again
MARKUP = (
    (re.compile(r"^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]?){3,}$", re.MULTILINE), ""),
    (re.compile(rf"!\[[^\[\]\n]{{0,300}}\]{ADDRESS}"), ""),
    (re.compile(rf"\[([^\[\]\n]{{1,500}})\]{ADDRESS}"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,2})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)


def read(raw: Raw) -> Text | Issue:
    """The paragraphs of a text file, one a line; a first line that looks like a headline is the title too."""
    text = decode(raw.data, raw.media)
    return unwieldy(raw.name, text) or prose(text)


def read_markdown(raw: Raw) -> Text | Issue:
    """A Markdown file without its marks."""
    text = decode(raw.data, raw.media)
    if odd := unwieldy(raw.name, text):
        return odd
    for pattern, instead in MARKUP:
        text = pattern.sub(instead, text)
    return prose(text)


def prose(text: str) -> Text:
    """Plain text in paragraphs. Lines are joined only where they were wrapped."""
    lines = canonical(text).split("\n")
    table = rows(lines)
    found: list[str] = []
    last = -2
    for start, end in paragraphs(lines, table):
        if start not in table:
            found.append(joined(lines[start:end]))
        elif row := _row(lines[start], table[start]):
            found.append(row if last != start - 1 else f"{found.pop()}\n{row}")  # rows of one table stay together
        last = start if start in table else -2
    return Text("\n\n".join(found), Hints(title=_title(found)))


def _row(line: str, cells: Cells) -> str:
    """The cells parted by tabs; nothing for the rule under a head."""
    words = [line[start:end] for start, end in cells]
    return "\t".join(words).rstrip() if any(c.isalnum() for word in words for c in word) else ""


def _title(found: list[str]) -> str | None:
    if len(found) > 1 and is_headline(found[0]) and dateline(found[0]) is None:
        return found[0]
    return None
