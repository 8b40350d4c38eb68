"""The numbered sources: each sentence that is cited, who says it, where and when it stands, and where to open it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fogline.brief.evidence import Evidence
from fogline.brief.sentence import Bullets, Drawing, Grid, Line, Piece, Section, Sentence
from fogline.brief.telling import Pieces, published, publisher, quoted, who
from fogline.brief.wording import capital, cited
from fogline.errors import FoglineError
from fogline.model.incident import Heard

Key = tuple[str, int, int]
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


class AddressWrong(FoglineError):
    """An address to which no link may lead."""

    def __init__(self, met: str) -> None:
        super().__init__(f"--link-base: expected an address such as http://127.0.0.1:8765, met {met!r}.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered source. ``address`` opens the document at the words; empty without a server to open it."""

    number: int
    sentence: Sentence
    address: str


def sentences(sections: Iterable[Section]) -> Iterable[Sentence]:
    """Every sentence of the sections, in the order of reading."""
    for section in sections:
        yield section.title
        for block in section.blocks:
            match block:
                case Line():
                    yield block.sentence
                case Bullets():
                    yield from block.items
                case Drawing():
                    yield from (block.caption, block.alt)
                case Grid():
                    yield from (*block.head, *(cell for row in block.rows for cell in row))


def unbroken(piece: Piece) -> str:
    """The words as they are set: no line ends inside a day."""
    return piece.text.replace(" ", "\u00a0") if piece.rule in {"day", "published", "asked"} else piece.text


def rows_cited(grid: Grid) -> tuple[tuple[Sentence, ...], ...]:
    """The rows of a table with its citations where they are shown: in each cell, or all in the last."""
    if not grid.together:
        return grid.rows
    found = []
    for row in grid.rows:
        cites = tuple(dict.fromkeys(c for cell in row for c in cell.cites))
        found.append((*(replace(cell, cites=()) for cell in row[:-1]), replace(row[-1], cites=cites)))
    return tuple(found)


def numbers(sections: Iterable[Section], evidence: Evidence) -> dict[str, int]:
    """The number of each cited claim: claims of one sentence of one report share theirs."""
    places: dict[Key, int] = {}
    found: dict[str, int] = {}
    for sentence in sentences(sections):
        for claim_id in sentence.cites:
            claim = evidence.heard[claim_id].stated.claim
            key = (claim.document, claim.evidence.start, claim.evidence.end)
            found[claim_id] = places.setdefault(key, len(places) + 1)
    return found


def entries(numbered: dict[str, int], evidence: Evidence, link_base: str) -> tuple[Entry, ...]:
    """The list of sources in the order of their numbers."""
    first: dict[int, str] = {}
    for claim_id, number in numbered.items():
        first.setdefault(number, claim_id)
    return tuple(
        Entry(n, _source(evidence.heard[c], evidence), _address(evidence.heard[c], link_base))
        for n, c in sorted(first.items())
    )


def _source(heard: Heard, evidence: Evidence) -> Sentence:
    wording, claim = evidence.wording, heard.stated.claim
    at = wording.fill(
        "source_at",
        words=quoted(heard, evidence, gloss=False),
        document=(Piece(claim.document, "span", (claim.id,), "document"),),
        start=(Piece(str(claim.evidence.start), "span", (claim.id,), "start"),),
        end=(Piece(str(claim.evidence.end), "span", (claim.id,), "end"),),
    )
    return cited((*_head(heard, evidence), *at))


def _head(heard: Heard, evidence: Evidence) -> Pieces:
    wording = evidence.wording
    speaker, medium, day = capital_or_none(who(heard, evidence)), publisher(heard), published(heard, evidence)
    if speaker and medium:
        key = "source_speaker" if day else "source_speaker_undated"
        return wording.fill(key, who=speaker, publisher=medium, day=day)
    if medium:
        return wording.fill("source_publisher" if day else "source_publisher_undated", publisher=medium, day=day)
    if speaker and day:
        return wording.fill("source_speaker_bare", who=speaker, day=day)
    return wording.fill("source_dated", day=day) if day else wording.fill("source_undated")


def capital_or_none(pieces: Pieces) -> Pieces:
    """The pieces with a capital at the start, or none."""
    return capital(pieces) if pieces else ()


def _address(heard: Heard, link_base: str) -> str:
    claim = heard.stated.claim
    if not link_base:
        return ""
    anchor = f"s{claim.evidence.start}-{claim.evidence.end}"
    return f"{link_base.rstrip('/')}/document/{_percent(claim.document)}#{anchor}"


def _percent(text: str) -> str:
    """The text as one part of an address."""
    return "".join(chr(b) if chr(b) in PLAIN else f"%{b:02X}" for b in text.encode("utf-8"))


def checked_base(link_base: str) -> str:
    """The address as given. Raises ``AddressWrong`` unless it begins like one of a web server."""
    plain = (
        link_base.startswith(("http://", "https://"))
        and link_base.isprintable()
        and not set(link_base) & set(" <>\"'()[]\\`")
    )
    if link_base and not plain:
        raise AddressWrong(link_base)
    return link_base
