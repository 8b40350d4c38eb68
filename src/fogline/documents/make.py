"""A document from its text and what is known of it: checked values, identity, language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from fogline.documents.canonical import canonical, kept, one_line
from fogline.documents.published import iso
from fogline.documents.refused import issue, refused
from fogline.language.detect import detect
from fogline.model.document import Document, document_id
from fogline.model.issue import Found, Issue
from fogline.model.raw import UNSAID, Hints, Raw
from fogline.sources.refused import note

LONGEST_ID, LONGEST_URL = 200, 2000
WEB = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
LONGEST_TEXT = 20_000_000  # characters: some eight thousand pages; beyond it is no report
MOST_LINES = 200_000  # and beyond as many lines
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.ASCII)
NAMES = {"english": "en", "french": "fr", "spanish": "es", "arabic": "ar", "russian": "ru", "ukrainian": "uk"}
DAY_OF_FILE = ("no_published", "published_from_file")
NAMES |= {"eng": "en", "fra": "fr", "spa": "es", "ara": "ar", "rus": "ru", "ukr": "uk"}


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader of one file type found: the text, what the file says of itself, and what was odd.

    ``exact`` texts keep their offsets (JSONL and tables); others were taken out of a layout and are tidied.
    """

    text: str
    hints: Hints = UNSAID
    issues: tuple[Issue, ...] = ()
    exact: bool = False


def document(raw: Raw, found: Text, published: str | None = None, digest: str | None = None) -> Found[Document]:
    """The document, or why it is refused. ``published``, given by the user, outranks what file and source say."""
    text = kept(found.text) if found.exact else canonical(found.text)
    if not text.strip():
        return refused("empty", raw.name, "holds no text. Check the file, or take it out.")
    if long := unwieldy(raw.name, text):
        return Found((), (long,))
    hints = _joined(raw.hints, found.hints)
    day, odd = _published(raw.name, published or hints.published)
    publisher = one_line(hints.publisher)
    url, other = _address(raw.name, one_line(hints.url, LONGEST_URL))
    identity = one_line(hints.id, LONGEST_ID) or document_id(text, publisher, url, day)
    made = Document(
        id=identity,
        text=text,
        title=one_line(hints.title),
        published=day,
        publisher=publisher,
        url=url,
        language=language_code(hints.language) or detect(text),
        licence=one_line(hints.licence),
        retrieved=raw.retrieved,
        raw_digest=digest or raw.digest,
    )
    told = published or raw.hints.published
    issues = (*(each for each in found.issues if not told or each.code not in DAY_OF_FILE), *odd, *other)
    return Found((made,), tuple(replace(each, document=identity) for each in issues))


def unwieldy(name: str, text: str) -> Issue | None:
    """Why a text is too long to be one report: told before any work is done on its lines."""
    if len(text) > LONGEST_TEXT:
        return issue("too_large", name, f"holds more than {LONGEST_TEXT:,} characters in one report. Split it.")
    if text.count("\n") + text.count("\r") > MOST_LINES:
        return issue("too_large", name, f"holds more than {MOST_LINES:,} lines in one report. Split it.")
    return None


def day_of_file(name: str, made: datetime | None) -> tuple[str | None, tuple[Issue, ...]]:
    """The day a file says that it was made, and a note that it stands in for the day of publication, or that there is none."""
    if made is None:
        return None, (note("no_published", name, "does not say when it was made. Give --published."),)
    day = made.strftime("%Y-%m-%d")
    why = f"the day that the file was made, {day}, is taken as its day of publication. Give --published to correct it."
    return day, (note("published_from_file", name, why),)


def language_code(value: str | None) -> str | None:
    """The bare ISO 639 code in ``en``, ``en-GB`` or ``English``; ``None`` for anything else."""
    word = (value or "").strip().lower()
    match = LANGUAGE.fullmatch(word)
    return NAMES.get(word) or (NAMES.get(match[1], match[1]) if match else None)


def _address(name: str, given: str | None) -> tuple[str | None, tuple[Issue, ...]]:
    """The address where it is one of the web: all others would be dead links on a page, or worse (``javascript:``)."""
    if given is None or WEB.match(given):
        return given, ()
    why = f"its address {given[:60]!r} is none of the web (expected https://…). Left out."
    return None, (note("bad_url", name, why),)


def _joined(source: Hints, file: Hints) -> Hints:
    """What the source knows (the entry of a feed) outranks what the file says of itself."""
    return Hints(
        id=source.id or file.id,
        title=source.title or file.title,
        published=source.published or file.published,
        publisher=source.publisher or file.publisher,
        url=source.url or file.url,
        language=source.language or file.language,
        licence=source.licence or file.licence,
    )


def _published(name: str, given: str | None) -> tuple[str | None, tuple[Issue, ...]]:
    if not given or not given.strip():
        return None, ()
    if day := iso(given):
        return day, ()
    why = f"the date of publication {one_line(given, 60)!r} is no day (expected 2024-12-01). Left unknown."
    return None, (note("bad_published", name, why),)
