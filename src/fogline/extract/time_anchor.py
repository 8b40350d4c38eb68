"""From which day a text counts: its date of publication, the dateline it opens with, or the year of the story it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from fogline.extract.periods import day_of
from fogline.extract.time_digest import digest_day
from fogline.extract.time_grammar import Atom
from fogline.extract.time_meanings import Date, Meaning, Overnight, Step, Weekday, Window
from fogline.extract.time_scene import Scene
from fogline.extract.time_words import Line
from fogline.model.document import Document
from fogline.model.sentence import Parsed

DASHES = "–—-("
OPENING = 120  # characters in which a dateline stands
FAR = 2  # years: what lies further back is history to a news report
LEAD = 3  # sentences: news says in its first ones that it speaks of these days
STORY_YEARS = 3
TITLE_YEAR = re.compile(r"(?<![\d.,-])(1[6-9]\d\d|20\d\d)(?![\d,-])")


def opening_scene(parsed: Parsed, read: Iterable[tuple[Line, tuple[Atom, ...]]]) -> Scene:
    """The scene before the first sentence."""
    lines = list(read)
    anchor = _dateline(parsed.document, lines) or parsed.document.day
    meanings = [atom.meaning for _, found in lines for atom in found]
    title = _title_year(parsed.document)
    digest = digest_day(parsed.document) is not None
    lead = [atom.meaning for line, found in lines if line.sentence.index < LEAD for atom in found]
    news = digest or any(map(_is_deictic, lead)) or (anchor is not None and title == anchor.year)
    story = anchor is None or (not news and _of_years_gone_by(meanings, title, anchor))
    told = [m.year for m in meanings if isinstance(m, Date) and isinstance(m.year, int) and m.month is not None]
    return Scene(anchor, story, year=title if title is not None else (told[0] if story and told else None))


def _of_years_gone_by(meanings: list[Meaning], title: int | None, anchor: date) -> bool:
    """Whether a text tells the past in order rather than the news: hardly a weekday or "yesterday" in it, and the years told,
    or the first date or the title's year, lie before the document's."""
    dates = [m for m in meanings if isinstance(m, Date) and m.shift is None]
    deictic = sum(map(_is_deictic, meanings))
    years = [m.year for m in dates if isinstance(m.year, int)]
    far = [y for y in years if y <= anchor.year - FAR]
    if len(far) >= STORY_YEARS and len(far) * 2 > len(years) and deictic * 3 < len(far):
        return True
    of_months = [m for m in dates if m.month is not None]
    if not of_months or deictic * 3 >= len(of_months):
        return False
    first = of_months[0].year if isinstance(of_months[0].year, int) else title
    return first is not None and first < anchor.year


def _is_deictic(meaning: Meaning) -> bool:
    """Whether the words count from the day on which they are written."""
    return isinstance(meaning, Weekday | Window | Overnight) or (isinstance(meaning, Step) and meaning.basis == "now")


def _dateline(document: Document, read: list[tuple[Line, tuple[Atom, ...]]]) -> date | None:
    """The full date of a dateline, or at the very start of the text: alone in its line, or after a city and before a dash."""
    first = next(((line, found[0]) for line, found in read if found), None)
    if first is None:
        return None
    line, atom = first
    meaning, end = atom.meaning, line.pieces[atom.last - 1].end
    if not isinstance(meaning, Date) or meaning.day is None or meaning.month is None or end > OPENING:
        return None
    before = document.text[: line.pieces[atom.first].start].strip()
    rest = document.text[end : end + 12].lstrip(" .")
    alone = not before and rest[:1] == "\n"
    headed = before.upper() == before and rest[:1] in DASHES and rest[:1] != ""
    if not alone and not headed and line.sentence.passage.kind != "dateline":
        return None
    year = meaning.year if isinstance(meaning.year, int) else (document.day.year if document.day else None)
    found = day_of(year, meaning.month, meaning.day) if year else None
    return found.first if found else None


def excursions(read: Iterable[tuple[Line, tuple[Atom, ...]]]) -> frozenset[tuple[int, int]]:
    """The expressions (sentence, piece) whose year the story only visits: it is back where it was with the next year told."""
    told = [
        (line.sentence.index, atom.first, atom.meaning.year)
        for line, found in read
        for atom in found
        if isinstance(atom.meaning, Date) and isinstance(atom.meaning.year, int)
    ]
    visits, here = set(), told[0][2] if told else 0
    for n, (sentence, piece, year) in enumerate(told):
        after = told[n + 1][2] if n + 1 < len(told) else here
        if abs(year - here) >= FAR and abs(after - here) < abs(after - year):
            visits.add((sentence, piece))
        else:
            here = year
    return frozenset(visits)


def _title_year(document: Document) -> int | None:
    years = set(TITLE_YEAR.findall(document.title or ""))
    return int(years.pop()) if len(years) == 1 else None
