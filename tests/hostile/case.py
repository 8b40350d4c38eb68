"""One hostile input: a file as somebody might bring it, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

SENTENCE = "Gunmen shelled the market of Taiz on Monday, killing 12 people."
CANARY = "canary7749"  # stands where no reader may look: in scripts, in files elsewhere, behind entities
READ = f"={SENTENCE[:20]}"  # the sentence is read
ANY = ""  # a document or a reason, as the damage falls


@dataclass(frozen=True, slots=True)
class Case:
    """A file by name. ``says``: ``!code`` of the reason for refusal, ``=words`` that must be read, or ``ANY``.

    Alternatives are parted by ``|``. ``make`` builds the bytes when the test runs.
    """

    family: str
    id: str
    name: str
    make: Callable[[], bytes]
    says: str = ANY


def cases(family: str, name: str, table: Iterable[tuple[str, bytes | Callable[[], bytes], str]]) -> Iterator[Case]:
    """Cases of one family under one file name, from rows of (id, bytes or their maker, what must become of it)."""
    for id_, data, says in table:
        yield Case(family, id_, name, data if callable(data) else _always(data), says)


def cut(data: bytes, parts: int = 12) -> Iterator[tuple[str, bytes, str]]:
    """The file ended too early, at ``parts`` places."""
    for n in range(parts):
        yield f"cut {n}/{parts}", data[: len(data) * n // parts], ANY


def flipped(data: bytes, times: int = 12) -> Iterator[tuple[str, bytes, str]]:
    """The file with bytes overwritten at places that a fixed sequence gives, more of them each time."""
    seed = 7749
    for n in range(times):
        spoilt = bytearray(data)
        for _ in range(2 + 3 * n):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            spoilt[seed % len(spoilt)] = (seed >> 8) % 256
        yield f"flipped {n}", bytes(spoilt), ANY


def _always(data: bytes) -> Callable[[], bytes]:
    return lambda: data
