"""Where and when a report was filed, as its first words say: "GENEVA, 3 Dec (Agency) –", "(Beirut) –", a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from fogline.model.span import Span

LONGEST = 160  # characters: no dateline is longer
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SMALL = frozenset(
    [
        *("al", "el", "an", "ar", "as", "es", "ez", "bin", "de", "del", "di", "du", "da", "das", "dos", "den"),
        *("la", "le", "las", "los", "au", "of", "the", "and"),
    ]
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_DAY = (
    rf"(?:{_WEEKDAY},? )?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH})(?:,? (?P<y1>\d{{4}}))?"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y2>\d{{4}}))?"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))"
)
_WORD = r"[^\W\d_][\w'’ʿʻ.\-]{0,30}"
_NAME = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_PLACES = rf"{_NAME}(?:, ?{_NAME}){{0,2}}?"
_DASH = r"(?:[–—―]|--?)"
_HEAD = rf"(?P<date>{_DAY}|{_WEEKDAY})"

OPENING = re.compile(
    rf"(?P<place>{_PLACES})(?:,? (?P<day>{_HEAD}))?(?: ?\((?P<agency>[^()\n]{{2,40}})\))? ?(?:{_DASH} ?|: )(?=[\"“‘'\w])"
)
BRACKETED = re.compile(rf"\((?P<place>{_PLACES})(?:, (?P<day>{_HEAD}))?\) ?{_DASH} ?(?=[\"“‘'\w])")
DAY_LINE = re.compile(rf"(?:(?P<place>{_PLACES}),? )??\(?(?P<day>{_HEAD})\)?[.:]?")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the whole of it, the places named, the words of the day, and the day where the year stands there."""

    span: Span
    places: tuple[Span, ...] = ()
    when: Span | None = None
    day: date | None = None


def dateline(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """The dateline that opens the paragraph ``text[start:end]``, or ``None``.

    Without a day, an agency or brackets only places in capitals are taken: "BAGHDAD - Officials said" is a dateline,
    "Hezbollah – Iran's ally" is not.
    """
    end = len(text) if end is None else end
    line = text[start : min(end, start + LONGEST)]
    if end - start < LONGEST and (match := DAY_LINE.fullmatch(line)):
        return _made(text, start, match, match.end()) if _capitalised(match["place"] or "X") else None
    if match := BRACKETED.match(line) or OPENING.match(line):
        return _made(text, start, match, match.end()) if _is_one(match) else None
    return None


def _is_one(match: re.Match[str]) -> bool:
    place = match["place"]
    if not _capitalised(place):
        return False
    if match.re is BRACKETED:
        return True
    colon = match[0].rstrip().endswith(":")
    loud = place.split(",")[0].isupper() and sum(c.isalpha() for c in place.split(",")[0]) > 3
    tight = not colon and not match[0].endswith(" ") and "(" not in match[0] and match[0][-1] == "-"
    told = bool(match["day"] or match["agency"])
    return not tight and (told or (loud and not colon))  # "QUESTION:" and "MR KIRBY:" are speakers of a transcript


def _capitalised(place: str) -> bool:
    words = re.split(r"[ /,-]+", place)
    return bool(words[0]) and all(w[:1].isupper() or w.lower() in SMALL for w in words if w) and words[0][:1].isupper()


def _made(text: str, start: int, match: re.Match[str], length: int) -> Dateline:
    stop = start + length
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    places: list[Span] = []
    if match["place"]:
        at = start + match.start("place")
        for part in re.finditer(r"[^,/]+", match["place"]):
            words = part[0].strip()
            places.append(
                Span.of(text, at + part.start() + part[0].index(words), at + part.start() + len(part[0].rstrip()))
            )
    when = Span.of(text, start + match.start("day"), start + match.end("day")) if match["day"] else None
    return Dateline(Span.of(text, start, stop), tuple(places), when, _day(match))


def _day(match: re.Match[str]) -> date | None:
    for n in ("1", "2", "3"):
        year, month, day = match[f"y{n}"], match[f"m{n}"], match[f"d{n}"]
        if year and month and day:
            number = int(month) if month.isdigit() else 1 + MONTHS.index(month[:3].lower())
            try:
                return date(int(year), number, int(day))
            except ValueError:
                return None
    return None
