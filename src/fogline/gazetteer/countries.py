"""Countries and their demonyms: "Syrian" is no place, but it says which country the text is about."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.language.lexicon import rows, shipped


@dataclass(frozen=True, slots=True)
class Countries:
    """``demonyms`` gives the country (ISO 2) of "Syrian", "Syrians"; ``names`` the usual name of a country by its code."""

    demonyms: dict[str, str]
    names: dict[str, str]


def load_countries() -> Countries:
    """Read the shipped table; a demonym that two countries share ("Congolese") belongs to the first."""
    demonyms: dict[str, str] = {}
    names: dict[str, str] = {}
    for row in rows(shipped("gazetteer", "countries.tsv"), ("iso", "name", "demonyms")):
        names[row["iso"]] = row["name"]
        for word in row.many("demonyms"):
            demonyms.setdefault(word, row["iso"])
    return Countries(demonyms, names)
