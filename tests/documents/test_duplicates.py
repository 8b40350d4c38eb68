from __future__ import annotations

import pytest

from fogline.documents.duplicates import near_duplicate_passages, near_duplicates
from fogline.model.document import Document

WIRE = (
    "Gunmen killed nine soldiers in an ambush near Téra in western Niger on Tuesday, two security sources said. "
    "The army sent reinforcements and said that it had found the bodies of 14 attackers along the road to Ayorou. "
    "No group claimed the attack, which came three days after a similar one in neighbouring Burkina Faso."
)
OTHER = (
    "Shells hit the market of al-Houban in Taiz at noon, the provincial health office said, and four people died. "
    "The de facto authorities denied firing on the city, and the front along the eastern hills stayed quiet."
)


def document(identity: str, text: str) -> Document:
    return Document(identity, text)


PAIRS = [
    (WIRE, WIRE, 1.0, "a copy"),
    (WIRE, WIRE.replace("Gunmen", "NIAMEY (Agency) - Gunmen").upper(), 0.963, "a dateline and other letters"),
    (WIRE, WIRE + " The governor ordered three days of mourning in the whole of the region.", 0.80, "a sentence more"),
]


@pytest.mark.parametrize(("a", "b", "share", "why"), PAIRS, ids=[p[3] for p in PAIRS])
def test_alike(a: str, b: str, share: float, why: str) -> None:
    ((one, two, found),) = near_duplicates([document("b", b), document("c", OTHER), document("a", a)])
    assert (one, two) == ("a", "b")
    assert found == pytest.approx(share, abs=0.01), why


NOT = [
    (WIRE, OTHER, "another war"),
    (WIRE, WIRE[: len(WIRE) // 3] + OTHER, "a third in common"),
    ("", "...", "no words at all"),
]


@pytest.mark.parametrize(("a", "b", "why"), NOT, ids=[n[2] for n in NOT])
def test_not_alike(a: str, b: str, why: str) -> None:
    assert near_duplicates([document("a", a), document("b", b)]) == (), why


def test_the_order_of_the_documents_does_not_matter() -> None:
    documents = [document(f"d{n}", WIRE + f" Update {n % 3}.") for n in range(9)]
    assert near_duplicates(documents) == near_duplicates(documents[::-1])
    assert len(near_duplicates(documents)) == 36


def test_a_wires_paragraph_inside_a_longer_report() -> None:
    ((one, two, share),) = near_duplicate_passages([document("a", f"{OTHER}\n\n{WIRE}"), document("b", WIRE)])
    assert (one[0], one[1].start, two[0], two[1].start, share) == ("a", len(OTHER) + 2, "b", 0, 1.0)


def test_a_paragraph_that_a_report_repeats_is_no_copy_of_another() -> None:
    assert near_duplicate_passages([document("a", f"{WIRE}\n\n{WIRE}")]) == ()
