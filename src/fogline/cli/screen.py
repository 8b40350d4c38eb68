"""The situation on one screen of a terminal. Colour is never the only sign; it reads the same on a dumb one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.cli.plain import printable
from fogline.cli.tempo_lines import full, gap_line, short, silence_line, tempo_lines
from fogline.model.incident import Contradiction, Heard, Holding, Toll
from fogline.situation.situation import Situation
from fogline.situation.timeline import Moment

FIGURES, DAYS, GROUND, DISPUTES, TEMPO = 7, 7, 6, 2, 3  # rows of each part: with headings about forty lines
MARKS = {"contested": "?", "denied_only": "x", "corroborated": "+", "single_origin": " ", "retracted": "-"}
NARROW = 100
LONG = 24  # characters of a name that may be called by its letters on a narrow screen


@dataclass(frozen=True, slots=True)
class Screen:
    """Where to print, the page that shows everything, if there is one, and by which letters a long name is known."""

    console: Console
    page: str | None = None
    letters: Callable[[str], str | None] = lambda _: None


def on_terminal(page: str | None = None) -> Screen:
    """The terminal that the command runs in."""
    console = Console(highlight=False)
    if console.width >= NARROW:
        return Screen(console, page)
    from fogline.cli.letters import letters_of
    from fogline.language.actor_lexicon import ActorLexicon

    return Screen(console, page, letters_of(ActorLexicon.load()))


def print_situation(situation: Situation, screen: Screen) -> None:
    """Headline figures, days, who holds what, what is contested, the tempo and the sources, within about forty lines."""
    console = screen.console
    line(console, _title(situation), "bold")
    line(console, _known(situation))
    _figures(situation.figures, screen)
    _days(situation, console)
    _ground(situation.control, console)
    _disputes(situation.contested, screen)
    _tempo(situation, console)
    _foot(situation, screen)


def line(console: Console, text: str, style: str = "") -> None:
    """One line that never wraps."""
    console.print(Text(printable(text), style=style), no_wrap=True, overflow="ellipsis", crop=True)


def _title(situation: Situation) -> str:
    first, last = situation.asked.window.first, situation.asked.window.last
    days = f"{full(first) if first else 'from the beginning'} – {full(last) if last else 'now'}"
    return (
        f"{situation.asked.place or 'All places'}, {days}" if first or last else situation.asked.place or "All places"
    )


def _known(situation: Situation) -> str:
    known = full(situation.asked.as_known) if situation.asked.as_known else "today"
    return f"As known on {known}: what reports say, not verified; figures by rule {situation.asked.rule}"


def _heading(console: Console, name: str, told: str = "") -> None:
    text = Text(name, style="bold cyan")
    console.print(text.append(f"  {told}", style="not bold") if told else text, no_wrap=True, overflow="ellipsis")


def _of(shown: int, held: int) -> str:
    return f"{shown} of {held}" if shown < held else ""


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


def _figures(tolls: tuple[Toll, ...], screen: Screen) -> None:
    told = headline(tolls)
    kept = [_of(len(told), len(tolls)), "* running total, + or more"]
    _heading(screen.console, "FIGURES", " · ".join(k for k in kept if k))
    if not told:
        line(screen.console, "  none told")
        return
    table = _grid(21, 0, 0, 0, 30)
    table.add_row(*(Text(head, style="dim") for head in ("", "low", "best", "high", "who says so: of where")))
    for toll in told:
        plus = "+" if toll.open else ""
        people = ", ".join(p for p in toll.population if p not in ("all", "unknown")).replace("_", " ")
        star = "*" if toll.scope == "cumulative" else ""
        cells = [
            f"  {toll.measure.replace('_', ' ')}{star}{f' {people}' if people else ''}",
            f"{toll.low:,}",
            f"{toll.best:,}{plus}",
            f"{toll.high:,}{plus}",
            f"{_by(toll, screen)}: {_where(toll)}",
        ]
        table.add_row(*(Text(printable(c), style="bold" if i == 2 else "") for i, c in enumerate(cells)))
    screen.console.print(table)


def headline(tolls: tuple[Toll, ...]) -> tuple[Toll, ...]:
    """At most three of a measure, so that deaths do not hide the displaced."""
    taken: dict[str, int] = defaultdict(int)
    found = []
    for toll in tolls:
        taken[toll.measure] += 1
        if taken[toll.measure] <= 3:
            found.append(toll)
    return tuple(found[:FIGURES])


def _where(toll: Toll) -> str:
    since = f" since {short(toll.since)}" if toll.since else ""
    return f"{toll.place.name if toll.place else 'no place told'}{since}"


def _by(toll: Toll, screen: Screen) -> str:
    counted = [v for v in toll.series if v.counts] or list(toll.series)
    names = list(dict.fromkeys(v.voice.name for v in sorted(counted, key=lambda v: v.on, reverse=True)))
    more = f" +{len(names) - 2}" if len(names) > 2 else ""
    return f"{', '.join(_called(n, screen) for n in names[:2])}{more}"


def _called(name: str, screen: Screen) -> str:
    """On a narrow screen a long name by its letters, where it is known by them: SOHR."""
    if screen.console.width >= NARROW or len(name) <= LONG:
        return name
    return screen.letters(name) or name


def _days(situation: Situation, console: Console) -> None:
    days: dict[date, list[Moment]] = defaultdict(list)
    for moment in situation.timeline:
        if moment.day:
            days[moment.day].append(moment)
    kept = sorted(days)[-DAYS:]
    legend = "+ more than one origin, ? contested, x only denied"
    _heading(console, "DAYS", " · ".join(t for t in (_of(len(kept), len(days)), legend) if t))
    for day in kept:
        held = sorted(days[day], key=lambda m: m.status not in {"contested", "corroborated"})
        shown = 1 if console.width < NARROW else 2
        titles = "; ".join(f"{MARKS[m.status]}{m.title}".strip() for m in held[:shown])
        more = f"{len(held) - shown} more" if len(held) > shown else ""
        _day(console, f"  {short(day):>6}  {titles}", more)
    if not kept:
        line(console, "  nothing told with a day")


def _day(console: Console, titles: str, more: str) -> None:
    """The titles to the left, how many more there are to the right, so that a cut title does not hide it."""
    table = _grid(1000, 1)
    table.columns[0].ratio, table.columns[0].max_width = 1, None
    table.columns[1].ratio, table.columns[1].justify = None, "right"
    table.add_row(Text(printable(titles)), Text(more, style="dim"))
    console.print(table)


def _ground(control: tuple[Holding, ...], console: Console) -> None:
    kept = control[:GROUND]
    _heading(console, "GROUND", _of(len(kept), len(control)))
    table = _grid(30, 26, 30)
    for holding in kept:
        style = "red" if holding.status == "contested" else ""
        cells = [f"  {holding.place.name}", holding.holder or "–", _state(holding)]
        table.add_row(*(Text(printable(c), style=style if i == 2 else "") for i, c in enumerate(cells)))
    if kept:
        console.print(table)
    else:
        line(console, "  nobody is said to hold anything")


def _state(holding: Holding) -> str:
    word = {"changed_hands": "changed hands", "unknown": "left, holder unknown"}.get(holding.status, holding.status)
    joint = " " if holding.status == "changed_hands" else " since "
    return f"{word}{joint}{short(holding.since)}, {holding.basis}"


def _disputes(contested: tuple[Contradiction, ...], screen: Screen) -> None:
    kept = contested[:DISPUTES]
    _heading(screen.console, "CONTESTED", _of(len(kept), len(contested)))
    for dispute in kept:
        line(screen.console, f"  {dispute.about}", "red")
        so, no = ("more: ", "fewer:") if dispute.sort == "figures" else ("so: ", "not:")
        line(screen.console, f"    {so} {voices(dispute.affirmed, screen)}")
        line(screen.console, f"    {no} {voices(dispute.denied, screen)}")
    if not kept:
        line(screen.console, "  no assertion stands against a denial")


def voices(held: Iterable[Heard], screen: Screen) -> str:
    """Who says so, each once, parties named as such."""
    names = dict.fromkeys(
        f"{_called(h.voice.name, screen)}{' (party)' if h.voice.standing == 'party' else ''} "
        f"{short(h.stated.source.known)}"
        for h in held
    )
    return ", ".join(names)


def _tempo(situation: Situation, console: Console) -> None:
    _heading(console, "TEMPO")
    for text in tempo_lines(situation.indicators.tempo)[:TEMPO]:
        line(console, f"  {text}")
    if gap := gap_line(situation.indicators.disconnect):
        line(console, f"  words and deeds, {gap}")


def _foot(situation: Situation, screen: Screen) -> None:
    sources = situation.sources
    copies = f", copies folded: {len(sources.copies)}" if sources.copies else ""
    refused = f", refused: {len(sources.refused)}" if sources.refused else ""
    _heading(screen.console, "SOURCES")
    line(
        screen.console,
        f"  {len(sources.documents)} documents, {len(sources.origins)} independent origins{copies}{refused}",
    )
    line(screen.console, f"  {sources.single_origin} of {sources.incidents} incidents rest on a single origin")
    if silent := silence_line(sources):
        line(screen.console, f"  not reported on: {silent}")
    line(screen.console, f"The full page: {screen.page or '--html FILE writes it; --json and --csv DIR for machines'}")
