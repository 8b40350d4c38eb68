"""Hostile files before the real loaders: none crashes, hangs, fills the memory, runs, fetches or writes anything.

Every family was seen failing: by the defect named beside it, which it found and which was mended, or, where it found none,
by taking out the guard named there (``without …``) and seeing the family fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.hostile import archives, feeds, pages, pdfs, rows, texts, words
from tests.hostile.case import Case
from tests.hostile.trial import tried

Family = Callable[[], Iterator[Case]]
FAMILIES: tuple[tuple[Family, str], ...] = (
    (texts.controls, "without CONTROL in canonical.REMOVED: escapes in the text of a document"),
    (texts.directions, "without BIDI in canonical.REMOVED: overrides in the text"),
    (texts.unseen, "a hundred thousand marks on one letter: more than a minute to put in order"),
    (texts.encodings, "without is_binary in sniff: rubbish is read as text"),
    (texts.without_end, "five million lines: minutes to look for tables; links in Markdown: half a minute"),
    (archives.bombs, "members and pieces of gzip copied anew at each step: 48 s for 60 MB; an empty zip vanished"),
    (archives.names, "a name with a backslash was taken as hidden and the archive vanished without a reason"),
    (archives.ruins, "a zip whose directory was empty vanished without a reason"),
    (archives.gzips, "without zlib.error in archives.gunzip: it crashes"),
    (archives.others, "a tar was read as text or called no text, not an archive"),
    (
        feeds.entities,
        "entities defined behind a long comment reached the parser; a number that is no letter crashed it",
    ),
    (feeds.entries, "a day in the year 0 crashed; 50,000 attributes took 24 s"),
    (feeds.links, "javascript: and data: became the address of a document"),
    (feeds.web_archives, "pages unpacked to any size without end; an archive without pages vanished without a reason"),
    (pages.scripts, "what stands in a template was read"),
    (pages.depth, "attributes parted by tabs, or not at all, took 20 s; long lists of lines 5 s"),
    (pages.charsets, "without UnicodeError in decode.decode: it crashes"),
    (pages.metadata, "without the years in published._is_iso: days of no calendar"),
    (rows.jsonl, "without ValueError in tables._lines: it crashes"),
    (rows.whole_json, "an answer without reports vanished without a reason"),
    (rows.csv, "a head larger than the library's limit crashed; a reason quoted null bytes raw"),
    (rows.mail, "20,000 parameters took 14 s, 50,000 addresses 8 s"),
    (pdfs.ruins, "without PdfiumError in pdf.read: it crashes"),
    (pdfs.bombs, "a word without end: more than a minute to look for a hyphen at its end"),
    (pdfs.actions, "with the raw bytes behind the text in pdf._text: the canary is read"),
    (pdfs.about, "half a character in a title crashed"),
    (words.entities, "without docx.DECLARES: definitions are not refused"),
    (words.bombs, "a cell over a billion columns filled the memory; a style took half a millisecond a paragraph"),
    (words.parts, "a file without types, a day in the year 10000: crashes"),
    (words.ruins, "with OSError alone in docx.BROKEN: it crashes"),
)


@pytest.mark.parametrize(
    "family", [f for f, _ in FAMILIES], ids=[f"{f.__module__.split('.')[-1]}-{f.__name__}" for f, _ in FAMILIES]
)
def test_nothing_happens_but_reading_or_a_reason(family: Family, tmp_path: Path) -> None:
    told = tried(list(family()), tmp_path)
    assert {t.case: t.wrong for t in told if t.wrong} == {}


def test_there_are_enough_of_them() -> None:
    """Five hundred inputs of at least 25 families, 20 a family, each case with a name of its own."""
    counts = {f"{f.__module__}.{f.__name__}": [c.id for c in f()] for f, _ in FAMILIES}
    assert len(counts) >= 25
    assert sum(map(len, counts.values())) >= 500
    assert {name: len(ids) for name, ids in counts.items() if len(ids) < 20} == {}
