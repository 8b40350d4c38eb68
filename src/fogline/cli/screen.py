"""The situation on one screen of a terminal. Colour is never the only sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.cli.plain import printable
from fogline.model.incident import Contradiction, Heard, Holding, Toll
from fogline.situation.situation import Situation
from fogline.situation.timeline import Moment

FIGURES, DAYS, GROUND, DISPUTES = 7, 7, 6, 3  # rows of each part: with headings about forty lines
MARKS = {"contested": "?", "denied_only": "x", "corroborated": "+", "single_origin": " ", "retracted": "-"}
NARROW = 80


@dataclass(frozen=True, slots=True)
class Screen:
    """Where to print, and the page that shows everything, if there is one."""

    console: Console
    page: str | None = None


def print_situation(situation: Situation, screen: Screen) -> None:
    """Headline figures, days, who holds what, what is contested and the sources, within about forty lines."""
    console = screen.console
    line(console, _title(situation), "bold")
    _figures(situation.figures, console)
    _days(situation.timeline, console)
    _ground(situation.control, console)
    _disputes(situation.contested, console)
    _foot(situation, screen)


def line(console: Console, text: str, style: str = "") -> None:
    """One line that never wraps."""
    console.print(Text(printable(text), style=style), no_wrap=True, overflow="ellipsis", crop=True)


def _title(situation: Situation) -> str:
    asked = situation.asked
    place = asked.place or "All places"
    window = f", {short(asked.window.first)} – {short(asked.window.last)}" if asked.window.first else ""
    known = asked.as_known.isoformat() if asked.as_known else "today"
    return f"{place}{window} · as known on {known} · what reports say, not what is verified"


def _heading(console: Console, name: str, shown: int, held: int) -> None:
    more = f" ({shown} of {held})" if shown < held else ""
    console.print(Text(f"{name}{more}", style="bold cyan"))


def _grid(*columns: int) -> Table:
    """Columns of at most so many characters; 0 is a number to the right, and the last takes what is left."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for i, widest in enumerate(columns):
        last = i == len(columns) - 1
        table.add_column(
            justify="left" if widest else "right",
            max_width=None if last or not widest else widest,
            ratio=1 if last else None,
            no_wrap=True,
            overflow="ellipsis",
        )
    return table


def _figures(tolls: tuple[Toll, ...], console: Console) -> None:
    told = headline(tolls)
    _heading(console, "FIGURES  low – best – high", len(told), len(tolls))
    table = _grid(20, 16, 0, 0, 0, 30)
    for toll in told:
        plus = "+" if toll.open else ""
        people = ", ".join(p for p in toll.population if p != "all").replace("_", " ")
        cells = [
            f"  {toll.measure.replace('_', ' ')}{' ' + people if people else ''}",
            toll.place.name if toll.place else "–",
            f"{toll.low:,}",
            f"{toll.best:,}{plus}",
            f"{toll.high:,}{plus}",
            _by(toll),
        ]
        table.add_row(*(Text(printable(c), style="bold" if i == 3 else "") for i, c in enumerate(cells)))
    if told:
        console.print(table)
    else:
        line(console, "  none told")


def headline(tolls: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """At most three of a measure, so that deaths do not hide the displaced."""
    taken: dict[str, int] = defaultdict(int)
    found = []
    for toll in tolls:
        taken[toll.measure] += 1
        if taken[toll.measure] <= 3:
            found.append(toll)
    return tuple(found[:FIGURES])


def _by(toll: Toll) -> str:
    counted = [v for v in toll.series if v.counts] or list(toll.series)
    names = list(dict.fromkeys(v.voice.name for v in sorted(counted, key=lambda v: v.on, reverse=True)))
    more = f" +{len(names) - 2}" if len(names) > 2 else ""
    total = "running total, " if toll.scope == "cumulative" else ""
    return f"{total}{' / '.join(names[:2])}{more}"


def _days(moments: tuple[Moment, ...], console: Console) -> None:
    days: dict[date, list[Moment]] = defaultdict(list)
    for moment in moments:
        if moment.day:
            days[moment.day].append(moment)
    kept = sorted(days)[-DAYS:]
    _heading(console, "DAYS  + more than one origin, ? contested, x only denied", len(kept), len(days))
    for day in kept:
        held = sorted(days[day], key=lambda m: m.status not in {"contested", "corroborated"})
        shown = 1 if console.width < NARROW else 2
        titles = "; ".join(f"{MARKS[m.status]}{m.title}".strip() for m in held[:shown])
        more = f" … {len(held) - shown} more" if len(held) > shown else ""
        line(console, f"  {short(day):>6}  {len(held):>3}  {titles}{more}")


def _ground(control: tuple[Holding, ...], console: Console) -> None:
    kept = control[:GROUND]
    _heading(console, "GROUND", len(kept), len(control))
    table = _grid(28, 24, 12, 30)
    for holding in kept:
        state = f"{holding.status.replace('_', ' ')}, {holding.basis}"
        cells = [f"  {holding.place.name}", state, f"since {short(holding.since)}", holding.holder or "nobody known"]
        style = "red" if holding.status == "contested" else ""
        table.add_row(*(Text(printable(c), style=style if i == 1 else "") for i, c in enumerate(cells)))
    if kept:
        console.print(table)
    else:
        line(console, "  nobody is said to hold anything")


def _disputes(contested: tuple[Contradiction, ...], console: Console) -> None:
    kept = contested[:DISPUTES]
    _heading(console, "CONTESTED", len(kept), len(contested))
    for dispute in kept:
        line(console, f"  {dispute.about}", "red")
        line(console, f"    so:  {voices(dispute.affirmed)}")
        line(console, f"    not: {voices(dispute.denied)}")
    if not kept:
        line(console, "  no assertion stands against a denial")


def voices(held: Iterable[Heard]) -> str:
    """Who says so, each once, parties named as such."""
    names = dict.fromkeys(
        f"{h.voice.name}{' (party)' if h.voice.standing == 'party' else ''} {short(h.stated.source.known)}"
        for h in held
    )
    return ", ".join(names)


def _foot(situation: Situation, screen: Screen) -> None:
    sources = situation.sources
    line(
        screen.console,
        f"SOURCES  {len(sources.documents)} documents, {len(sources.origins)} independent origins, "
        f"{len(sources.copies)} copies folded, {len(sources.refused)} refused",
        "bold cyan",
    )
    line(screen.console, f"The full page: {screen.page or '--html FILE writes it; --json and --csv DIR for machines'}")


def short(day: date | None) -> str:
    """``1 Dec``."""
    return f"{day.day} {day:%b}" if day else "–"
