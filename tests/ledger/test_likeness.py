"""Copies of a text share bands and word runs; other texts do not."""

from __future__ import annotations

import pytest

from fogline.ledger.likeness import bands, is_copy, wording

WIRE = (
    "Gunmen killed nine soldiers in an ambush near Téra in western Niger on Tuesday, two security sources said. "
    "The army sent reinforcements and said that it had found the bodies of 14 attackers along the road to Ayorou. "
    "No group claimed the attack, which came three days after a similar one in neighbouring Burkina Faso."
)
OTHER = (
    "Shells hit the market of al-Houban in Taiz at noon, the provincial health office said, and four people died. "
    "The de facto authorities denied firing on the city, and the front along the eastern hills stayed quiet."
)
PAIRS = [
    (WIRE, True, "a copy"),
    (WIRE.replace("Gunmen", "NIAMEY (Agency) - Gunmen").upper(), True, "a dateline and other letters"),
    (WIRE + " The governor ordered three days of mourning in the whole of the region.", True, "a sentence more"),
    (WIRE[: len(WIRE) * 2 // 3], True, "a third cut off"),
    (OTHER, False, "another war"),
    (WIRE[: len(WIRE) // 3] + OTHER, False, "a third in common"),
    (WIRE.split(". ", maxsplit=1)[0] + ".", True, "the first sentence alone"),
    ("Gunmen killed nine soldiers.", False, "too short to be told from chance"),
]


@pytest.mark.parametrize(("text", "copied", "why"), PAIRS, ids=[p[2] for p in PAIRS])
def test_copies(text: str, copied: bool, why: str) -> None:
    assert is_copy(wording(WIRE), wording(text)) is copied, why
    if copied and len(text) > len(WIRE) // 2:
        assert not set(bands(wording(WIRE))).isdisjoint(bands(wording(text))), why


def test_a_text_without_words_has_no_bands() -> None:
    assert bands(wording("… !")) == ()


def test_stored_bands_stay_those_of_later_versions() -> None:
    """Ledgers hold them: where these numbers change, sketches need a migration that makes them anew."""
    assert bands(wording(WIRE))[:3] == (
        4770858066700117905,
        3761628935561161729,
        -1419359422370774717,
    )
