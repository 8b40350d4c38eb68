"""Claims as a table for people: what, who, where, when, who says so, and the words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.cli.plain import printable
from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found

NARROW = 100  # columns below which the table drops the words of the evidence


def print_claims(results: Iterable[tuple[Document, Found[Claim]]], target: TextIO) -> None:
    """One table a document, under its title."""
    console = Console(file=target, highlight=False)
    for document, found in results:
        title = printable(document.title or document.id)
        console.print(Text(f"{title} ({document.published or 'undated'}): {len(found.items)} claims", style="bold"))
        if found.items:
            console.print(_table(found.items, console.width))


def _table(claims: Iterable[Claim], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for name in ("what", "who → whom", "where", "when", "says"):
        table.add_column(name, overflow="fold", ratio=2)
    if width >= NARROW:
        table.add_column("words", overflow="fold", ratio=4)
    for claim in claims:
        cells = [what(claim), _doing(claim), _where(claim), _when(claim), speakers(claim)]
        if width >= NARROW:
            cells.append(f"…{claim.trigger.text}…" if not claim.figure else f"…{claim.figure.span.text}…")
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def what(claim: Claim) -> str:
    """Type, mode, number and sense in a few words."""
    head = f"{claim.type}/{claim.mode}" if claim.mode else claim.type
    marks = [head, number(claim)]
    marks += [claim.modality] if claim.modality != "actual" else []
    marks += ["DENIED"] if claim.stance == "denied" else []
    marks += ["(backdrop)"] if claim.backdrop else []
    return " ".join(m for m in marks if m)


def number(claim: Claim) -> str:
    """The figure as low–high: ``255``, ``14001+``, ``0–300``."""
    if claim.figure is None:
        return ""
    low, high = claim.figure.low, claim.figure.high
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}–{high}"


def speakers(claim: Claim) -> str:
    """Who says so, nearest first: joint speakers with commas, chains with ``<``."""
    levels = sorted({s.level for s in claim.attribution})
    return " < ".join(", ".join(s.name for s in claim.attribution if s.level == level) for level in levels)


def _names(actors: tuple[Actor, ...]) -> str:
    return ", ".join(a.name for a in actors)


def _doing(claim: Claim) -> str:
    agents, targets = _names(claim.agents), _names(claim.targets)
    return f"{agents} → {targets}".strip() if targets else agents


def _where(claim: Claim) -> str:
    if claim.place is None:
        return ""
    country = f" ({claim.place.country})" if claim.place.country else ""
    return f"{claim.place.name}{country}{' *' if claim.place.inherited else ''}"


def _when(claim: Claim) -> str:
    if claim.time is None:
        return ""
    first, last = claim.time.first.isoformat(), claim.time.last.isoformat()
    days = first if first == last else f"{first} – {last}"
    return f"{days}{' *' if claim.time.inherited else ''}"
