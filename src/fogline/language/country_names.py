"""Countries as actors: their names, demonyms, peoples and seats of government."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.language.lexicon import Row, rows, shipped

COLUMNS = ("iso", "name", "aliases", "adjectives", "people", "capital")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or de facto state. ``code`` is ISO 3166-1 alpha-2, with "-XX" for a de facto state inside that country."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def iso(self) -> str:
        """The ISO 3166-1 alpha-2 code of the country it is or lies in."""
        return self.code[:2]

    @property
    def id(self) -> str:
        """The stable identifier of the state as an actor."""
        return f"state.{self.code.lower()}"

    @property
    def adjective(self) -> str:
        """The word that names its organs: "Syrian" in "Syrian Army"; the name itself where there is no adjective."""
        return self.adjectives[0] if self.adjectives else self.name


def countries() -> tuple[Country, ...]:
    """All countries of ``lexicons/en/countries.tsv``. Raises ``LexiconError`` for a malformed line."""
    return tuple(_country(row) for row in rows(shipped("lexicons", "en", "countries.tsv"), COLUMNS))


def _country(row: Row) -> Country:
    code = row["iso"]
    if not (code[:2].isalpha() and code.isupper() and (len(code) == 2 or code[2] == "-")):
        raise row.wrong("an ISO 3166-1 alpha-2 code", repr(code))
    parts = (row.many(column) for column in COLUMNS[2:])
    return Country(code, row["name"], *parts)
