"""How many, in tables: what each cell counts by the head of its column or the label of its row."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.extract.figure_cells import Cell, Table, heads_of, labels, number_of, tables
from fogline.extract.figure_heads import Head, head
from fogline.extract.figure_lexicon import Lexicon
from fogline.extract.figure_nouns import counted
from fogline.extract.figure_numbers import Number
from fogline.model.figure import Figure
from fogline.model.mention import Count
from fogline.model.sentence import Parsed, Sentence
from fogline.model.span import Span

RUNNING = re.compile(r"\b(?:as (?:of|at)|since|to date|so far|cumulative|total)\b", re.IGNORECASE)
HOUSEHOLDS = re.compile(r"\b(?:households?|families|hhs?)\b", re.IGNORECASE)
PERSONS = re.compile(r"\b(?:individuals|persons|people)\b", re.IGNORECASE)
LONGEST = 500  # characters from the head of a column to a cell that a reader is shown with it


@dataclass(frozen=True, slots=True)
class _Told:
    """A cell that counts: what it says, where it stands in its table, and what labels it, nearest first."""

    count: Count
    row: int
    column: int
    head: Head
    total: bool


def in_tables(parsed: Parsed, words: Lexicon) -> list[Count]:
    """The counts of all tables, in order; the totals of sub-counts by their position in this list."""
    found: list[Count] = []
    for table in tables(parsed):
        found.extend(_linked(list(_cells(table, words)), len(found)))
    return found


def beside(
    parsed: Parsed, told: Sequence[Count], tabled: Sequence[Count], refused: Container[int]
) -> tuple[Count, ...]:
    """The counts of prose and, after them, those of tables that are not ``refused`` and that no words of their row tell too."""
    again = {(parsed.sentences[c.sentence].passage, c.figure.measure, c.figure.low) for c in told}
    kept = [
        n
        for n, c in enumerate(tabled)
        if n not in refused and (parsed.sentences[c.sentence].passage, c.figure.measure, c.figure.low) not in again
    ]
    moved = {old: len(told) + new for new, old in enumerate(kept)}
    linked = (
        replace(c, part_of=moved.get(c.part_of) if c.part_of is not None else None) for c in (tabled[n] for n in kept)
    )
    return (*told, *linked)


def _cells(table: Table, words: Lexicon) -> Iterator[_Told]:
    caption = head(table.caption, words)
    columns = _columns(table, words)
    for n, row in enumerate(table.body):
        for column, cell in enumerate(row):
            held = number_of(cell) if cell else None
            if held is None or not 0 < column < len(columns):
                continue
            over, heading = columns[column]
            named = labels(row, column)
            label = head(_joined(named), words)
            if (said := _said(heading, label, caption)) is None:
                continue
            yield _Told(_count(table, cell[0], held[0], said, (over, named)), n, column, said, label.total)
            for further in held[1:]:
                if part := _in_brackets(cell[0], further, words):
                    count = _count(table, cell[0], further, replace(said, population=part), (over, named))
                    yield _Told(count, n, column, replace(said, part=True), total=False)


def _columns(table: Table, words: Lexicon) -> list[tuple[tuple[Cell, ...], Head]]:
    """For every column the cells over it and what they say; "of whom women" and "Women" behind a total are of its measure."""
    found: list[tuple[tuple[Cell, ...], Head]] = []
    last = Head()
    of_people = any(PERSONS.search(s.text) for row in table.heads for s in _joined(row))
    for column in range(max((len(row) for row in (*table.heads, *table.body)), default=0)):
        over = heads_of(table, column)
        said = head(_joined(over), words)
        if last.measure and not said.measure and (said.part or (said.population and last.total)):
            said = replace(last, population=said.population, part=True, total=False)
        elif said.measure:
            last = said
        if of_people and any(HOUSEHOLDS.search(s.text) for s in _joined(over)):
            said = replace(said, none=True)  # "Households | Individuals": the same people twice
        found.append((over, said))
    return found


def _joined(cells: Sequence[Cell]) -> tuple[Sentence, ...]:
    return tuple(s for cell in cells for s in cell)


def _said(over: Head, beside: Head, caption: Head) -> Head | None:
    """What a cell counts: the measure of its column, else of its row, else of the caption where neither says anything else."""
    if over.none or over.unit or beside.none or (beside.unit and not over.measure):
        return None
    population = over.population or beside.population
    for here in (over, beside):
        if here.measure:
            return replace(here, population=population, part=over.part or beside.part)
    if caption.measure and not caption.none and over.plain:
        return replace(caption, population=population, part=over.part, total=over.total)
    return None


def _in_brackets(sentence: Sentence, number: Number, words: Lexicon) -> tuple[str, ...] | None:
    """The population of a number in brackets ("12 (3 children)"); ``None`` where it says none."""
    phrase = counted(sentence, number, words)
    named = phrase.noun >= number.last and phrase.kind == "person"
    return phrase.population if named else None


def _count(
    table: Table, sentence: Sentence, number: Number, said: Head, context: tuple[tuple[Cell, ...], tuple[Cell, ...]]
) -> Count:
    over, beside = context
    span = _span(sentence, number)
    sources = [*_joined(beside), *reversed(_joined(over)), *table.caption]
    running = any(RUNNING.search(s.text) for s in (*table.caption, *_joined(over)))
    figure = Figure(
        span,
        said.measure or "other",
        number.low,
        number.high,
        number.qualifier,
        said.population or ("all",),
        "cumulative" if running else "unknown",
    )
    trigger = next((t for t in (_words(over, said), _words(beside, said)) if t and _near(t, span)), None)
    label = next(
        (Span(s.start, s.end, s.text) for s in _joined(beside) if _near(Span(s.start, s.end, s.text), span)), span
    )
    return Count(
        figure,
        sentence.index,
        number.amount,
        number.amount,
        number.amount,
        trigger or label,
        f"figure:table:{said.word}",
        labels=tuple(dict.fromkeys(s.index for s in sources)),
    )


def _span(sentence: Sentence, number: Number) -> Span:
    return Span(number.start, number.end, sentence.text[number.start - sentence.start : number.end - sentence.start])


def _words(cells: Sequence[Cell], said: Head) -> Span | None:
    """The words of the head that tell the measure."""
    for sentence in reversed(_joined(cells)):
        at = sentence.text.lower().find(said.word)
        if said.word and at >= 0:
            return Span(
                sentence.start + at, sentence.start + at + len(said.word), sentence.text[at : at + len(said.word)]
            )
    return None


def _near(one: Span, other: Span) -> bool:
    return abs(other.end - one.start) <= LONGEST


def _linked(told: list[_Told], first: int) -> Iterator[Count]:
    """The counts with their totals: rows belong to the total row of their column, "of whom" columns to the column before."""
    for here in told:
        total = _total(told, here)
        yield here.count if total is None else replace(here.count, part_of=first + total)


def _total(told: list[_Told], here: _Told) -> int | None:
    for n, other in enumerate(told):
        if other is here or not _fits(here.count.figure, other.count.figure):
            continue
        same_cell = (other.row, other.column) == (here.row, here.column) and not other.head.part
        if here.head.part and (
            same_cell or (other.row == here.row and other.column < here.column and not other.head.part)
        ):
            return n
        below = other.total and other.column == here.column and not here.total and not other.head.part
        if below and not here.head.part and other.row > here.row:
            return n
        if (
            below
            and not here.head.part
            and other.row < here.row
            and not any(t.total and t.column == here.column and t.row > here.row for t in told)
        ):
            return n
    return None


def _fits(part: Figure, total: Figure) -> bool:
    return part.measure == total.measure and (total.high is None or part.low <= total.high)
