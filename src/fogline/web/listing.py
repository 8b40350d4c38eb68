"""Tables that sort by link, page, and download: rows of cells, whatever they show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from fogline.situation.tables import table
from fogline.web.question import address
from fogline.web.words import clean

T = TypeVar("T")
PAGE = 100  # rows
Key = tuple[int, float, str]
Kind = Literal["text", "number", "day"]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows. ``href`` leads on, ``warn`` marks what is contested, ``value`` is what sorts and downloads."""

    text: str
    href: str | None = None
    warn: bool = False
    value: str | int | float | None = None

    @property
    def plain(self) -> str | int | float:
        """The cell in a download."""
        return self.text if self.value is None else self.value

    @property
    def key(self) -> Key:
        """Numbers by size before words by letter; what is empty comes last."""
        plain = self.plain
        if isinstance(plain, str):
            return (1 if plain else 2, 0.0, plain.casefold())
        return (0, float(plain), "")


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: its name in addresses and downloads, its heading, and the cell of an item."""

    name: str
    label: str
    cell: Callable[[T], Cell]
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Head:
    """A heading with the address that sorts by it; ``sorted`` is ``ascending``, ``descending`` or empty."""

    label: str
    href: str
    sorted: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Listing:
    """A table as shown: ``total`` rows of which ``rows`` are on this page; addresses of the neighbours and the download."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    page: int
    pages: int
    before: str | None
    after: str | None
    download: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list stands: the path and parameters of its page."""

    path: str
    asked: Mapping[str, str]

    def href(self, **changes: str) -> str:
        """The same page with some parameters changed; an empty value takes one out."""
        merged = {**self.asked, **changes}
        return address(self.path, {k: v for k, v in merged.items() if v})

    def wants(self, name: str) -> bool:
        """Whether sorting, paging and download are asked of the list of that name."""
        return self.asked.get("list", name) == name


def listing(name: str, columns: Sequence[Column[T]], items: Sequence[T], place: Place, *, cut: bool = False) -> Listing:
    """The list as the parameters ``sort``, ``page`` of its page want it."""
    mine = place.wants(name)
    sort = place.asked.get("sort", "") if mine else ""
    rows = _sorted([tuple(c.cell(item) for c in columns) for item in items], columns, sort)
    pages = max(1, -(-len(rows) // PAGE))
    page = min(_number(place.asked.get("page", "1") if mine else "1"), pages)
    return Listing(
        name=name,
        heads=tuple(_head(c, sort, place, name) for c in columns),
        rows=tuple(rows[(page - 1) * PAGE : page * PAGE]),
        total=len(rows),
        page=page,
        pages=pages,
        before=place.href(list=name, sort=sort, page=str(page - 1)) if page > 1 else None,
        after=place.href(list=name, sort=sort, page=str(page + 1)) if page < pages else None,
        download=place.href(list=name, sort=sort, page="", format="csv"),
        cut=cut,
    )


def as_csv(columns: Sequence[Column[T]], items: Sequence[T], sort: str = "") -> str:
    """All rows as CSV, in the order asked for, formulas defused."""
    rows = _sorted([tuple(c.cell(item) for c in columns) for item in items], columns, sort)
    return table([c.name for c in columns], ([_cell(cell) for cell in row] for row in rows))


def _cell(cell: Cell) -> str | int | float:
    return str(clean(cell.plain)) if isinstance(cell.plain, str) else cell.plain


def _sorted(rows: list[tuple[Cell, ...]], columns: Sequence[Column[T]], sort: str) -> list[tuple[Cell, ...]]:
    name = sort.removeprefix("-")
    at = next((i for i, c in enumerate(columns) if c.name == name), None)
    if at is None:
        return rows
    full, empty = [r for r in rows if r[at].key[0] < 2], [r for r in rows if r[at].key[0] == 2]
    return sorted(full, key=lambda r: r[at].key, reverse=sort.startswith("-")) + empty


def _head(column: Column[T], sort: str, place: Place, name: str) -> Head:
    up, down = sort == column.name, sort == f"-{column.name}"
    target = f"-{column.name}" if up or (column.kind != "text" and not down) else column.name
    state = "ascending" if up else "descending" if down else ""
    return Head(column.label, place.href(list=name, sort=target, page="") + f"#{name}", state, column.kind)


def _number(words: str) -> int:
    return max(1, int(words)) if words.isdecimal() and len(words) < 7 else 1
