"""Where an event of a data set lies, in the names that the ledger is searched by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.language.country_names import countries
from fogline.language.lexicon import rows, shipped
from fogline.model.name import fold

# As UCDP names states by their history, and where its name is that of another country in everyday speech.
OTHER_NAMES = {
    "congo": "CG",
    "dr congo": "CD",
    "democratic republic of congo": "CD",
    "republic of congo": "CG",
    "macedonia fyr": "MK",
    "kingdom of eswatini": "SZ",
    "bosnia herzegovina": "BA",
    "ivory coast": "CI",
    "palestine": "PS",
    "burma": "MM",
}
KIND = re.compile(
    r"\s+(governorate|province|state|oblast|region|department|county|district|prefecture|division|municipality|republic)$"
)
KIND_OF_PLACE = re.compile(r"\s+(village|town|city|settlement|hamlet|locality|area|neighbou?rhood|quarter|farm)$")
IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
LONGEST = 120  # characters of a name that is kept


@dataclass(frozen=True, slots=True)
class Regions:
    """Codes of countries by folded name, and the gazetteer's names of their first-order divisions by every other name."""

    codes: dict[str, str]
    divisions: dict[tuple[str, str], str]

    @classmethod
    def load(cls) -> Regions:
        """From the shipped tables. Raises ``LexiconError`` for a malformed line."""
        codes = {fold(name): c.iso for c in reversed(countries()) for name in (*c.aliases, c.name)} | OTHER_NAMES
        divisions: dict[tuple[str, str], str] = {}
        for row in rows(shipped("gazetteer", "admin1.tsv"), ("country", "name", "aliases")):
            for name in (*row.many("aliases"), row["name"]):
                for form in {fold(name), _bare(fold(name), KIND)}:
                    divisions.setdefault((row["country"], form), fold(row["name"]))
        return cls(codes, divisions)

    def country(self, name: str) -> str | None:
        """The ISO 3166-1 alpha-2 code; ``None`` for a name that is none: "DR Congo (Zaire)" is CD."""
        bare = IN_BRACKETS.sub("", name[:LONGEST])
        return self.codes.get(fold(bare)) or self.codes.get(fold(name[:LONGEST]))

    def division(self, country: str, name: str) -> str | None:
        """The folded name that the gazetteer has: "Hamah Governorate" is "hama" where that is its name there."""
        whole = fold(name[:LONGEST])
        forms = (whole, _bare(whole, KIND))
        return next((self.divisions[country, f] for f in forms if (country, f) in self.divisions), forms[1] or None)


def place(name: str) -> str | None:
    """The folded name of a point: "Teir Maaleh village" is "teir maaleh"."""
    return _bare(fold(IN_BRACKETS.sub("", name[:LONGEST])), KIND_OF_PLACE) or None


def _bare(name: str, kind: re.Pattern[str]) -> str:
    return kind.sub("", name) or name
