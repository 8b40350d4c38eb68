"""The gate: a brief of the demo holds, and every kind of false number, name or date planted in it is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from fogline.brief.brief import Brief, sections
from fogline.brief.check import faults
from fogline.brief.evidence import Evidence
from fogline.brief.gate import gate
from fogline.brief.sentence import Bullets, Piece, PieceRule, Section, Sentence
from fogline.brief.sources import sentences
from fogline.brief.wording import Wording
from fogline.model.decision import Decision, Review
from fogline.model.incident import Heard


def all_sentences(brief: Brief) -> list[Sentence]:
    return [*sentences(brief.sections), *(e.sentence for e in brief.sources)]


def test_every_sentence_of_the_demo_is_traced(demo: Brief, evidence: Evidence) -> None:
    assert demo.refused == ()
    assert [s.text for s in all_sentences(demo) if faults(s, evidence)] == []
    assert len(all_sentences(demo)) > 100


def holding(demo: Brief, rule: PieceRule, of: str = "") -> tuple[Sentence, int]:
    """The first sentence of the demo with a piece made by the rule, and where the piece stands."""
    for sentence in all_sentences(demo):
        for i, piece in enumerate(sentence.pieces):
            if piece.rule == rule and (not of or piece.of == of):
                return sentence, i
    raise AssertionError(rule)


def swapped(sentence: Sentence, at: int, piece: Piece) -> Sentence:
    return replace(sentence, pieces=(*sentence.pieces[:at], piece, *sentence.pieces[at + 1 :]))


@pytest.mark.parametrize(
    ("rule", "of", "text"),
    [
        ("figure", "", "515"),  # a number nobody gave
        ("figure", "", "12"),  # a true number of another claim
        ("figure", "", "five hundred"),
        ("figure", "", "٥١٤"),  # the same number in other digits is not what stands there
        ("toll", "best", "9,999"),
        ("toll", "high", "513"),
        ("toll", "low", "514+"),  # open where the rule says closed
        ("count", "incidents", "9,999"),
        ("count", "told", "99"),
        ("named", "speakers.0", "the Red Cross"),  # a name of no report
        ("named", "speakers.0", "the World Food Program"),  # nearly the name
        ("named", "agents.0", "the Syrian Observatory for Human Rights"),  # a true name in another role
        ("named", "place", "Paris"),
        ("day", "since", "28 November 2024"),  # a day beside the true one
        ("day", "since", "27 November 2023"),
        ("day", "since", "November 2024"),
        ("published", "", "3 December 2024"),
        ("publisher", "", "Reuters"),
        ("quoted", "", "Nine hundred people were killed"),
        ("quoted", "", "Syrian Observatory … 92 civilians"),  # words left out of the middle
        ("wording", "", " in Paris on 3 May"),  # told without any claim
        ("wording", "", "twelve people "),
        ("asked", "place", "Lebanon"),
        ("span", "start", "17"),
        ("span", "document", "d_0000000000000000"),
    ],
)
def test_a_planted_falsehood_is_refused(rule: PieceRule, of: str, text: str, demo: Brief, evidence: Evidence) -> None:
    subject = [demo.title] if rule == "asked" else []
    sentence, at = (subject[0], 0) if subject else holding(demo, rule, of)
    assert not faults(sentence, evidence)
    assert faults(swapped(sentence, at, replace(sentence.pieces[at], text=text)), evidence)


def falsified(piece: Piece) -> list[str]:
    """The words of a piece made false in every way that its rule can be."""
    digits = [i for i, c in enumerate(piece.text) if c.isdigit()]
    raised = [
        piece.text[:i] + str((int(piece.text[i]) + 1) % 10) + piece.text[i + 1 :]
        for i in digits
        if piece.rule != "quoted"
    ]
    match piece.rule:
        case "named" | "publisher":
            return ["Khartoum", f"{piece.text} Front", f"Northern {piece.text}", piece.text[:-1]]
        case "quoted":
            return [f"{piece.text} In Khartoum 70 people died.", piece.text.swapcase(), "Khartoum"]
        case "wording":
            return [f"{piece.text}Khartoum", f"{piece.text}seven"]
        case "figure":
            return [*raised, "seven", "dozens of", f"{piece.text} thousand"]
        case "day" | "published":
            return [*raised, "1 May 1997", "May", f"{piece.text} – 9 May 2031"]
    return raised


def test_no_piece_of_the_demo_can_be_made_false(demo: Brief, evidence: Evidence) -> None:
    let_through, tried = [], 0
    for sentence in all_sentences(demo):
        for i, piece in enumerate(sentence.pieces):
            for text in set(falsified(piece)) - {piece.text}:
                tried += 1
                if not faults(swapped(sentence, i, replace(piece, text=text)), evidence):
                    let_through.append((piece, text))
    assert let_through == []
    assert tried > 2000


def test_a_number_may_not_rest_on_another_claim(demo: Brief, evidence: Evidence) -> None:
    sentence, at = holding(demo, "figure")
    other = next(h for h in evidence.heard.values() if h.stated.claim.figure and h.stated.claim.figure.low == 12)
    moved = replace(sentence.pieces[at], claims=(other.stated.claim.id,))
    assert faults(replace(swapped(sentence, at, moved), cites=(*sentence.cites, other.stated.claim.id)), evidence)


def test_what_a_sentence_rests_on_must_be_cited(demo: Brief, evidence: Evidence) -> None:
    sentence, _ = holding(demo, "figure")
    assert faults(replace(sentence, cites=()), evidence)
    assert faults(replace(sentence, cites=(*sentence.cites, "c_none")), evidence)


def test_two_true_pieces_make_no_third_number(demo: Brief, evidence: Evidence) -> None:
    sentence, at = holding(demo, "count", "incidents")
    doubled = (*sentence.pieces[:at], sentence.pieces[at], *sentence.pieces[at:])
    assert faults(replace(sentence, pieces=doubled), evidence)


def altered(evidence: Evidence, claim_id: str, change: Callable[[Heard], Heard]) -> Evidence:
    heard = {**evidence.heard, claim_id: change(evidence.heard[claim_id])}
    return replace(evidence, heard=heard)


def test_a_value_that_its_words_do_not_give_is_refused(demo: Brief, evidence: Evidence) -> None:
    sentence, at = holding(demo, "toll", "best")
    claim_id = sentence.pieces[at].claims[-1]

    def raised(heard: Heard) -> Heard:
        claim = heard.stated.claim
        assert claim.figure
        more = replace(claim.figure, low=5140, high=5140)
        return replace(heard, stated=replace(heard.stated, claim=replace(claim, figure=more)))

    assert faults(sentence, altered(evidence, claim_id, raised))


def test_a_day_that_goes_against_its_weekday_is_refused(demo: Brief, evidence: Evidence) -> None:
    """The claim itself says a Wednesday is the 28th: the calendar says otherwise."""
    sentence, at = holding(demo, "day", "since")
    later = timedelta(days=1)

    def moved(heard: Heard) -> Heard:
        claim = heard.stated.claim
        assert claim.figure
        assert claim.figure.since
        assert claim.time
        figure = replace(claim.figure, since=claim.figure.since + later)
        time = replace(claim.time, first=claim.time.first + later)
        return replace(heard, stated=replace(heard.stated, claim=replace(claim, figure=figure, time=time)))

    false = swapped(sentence, at, replace(sentence.pieces[at], text="28 November 2024"))
    assert faults(false, altered(evidence, sentence.pieces[at].claims[0], moved))


def test_a_quotation_that_the_document_does_not_hold_is_refused(demo: Brief, evidence: Evidence) -> None:
    sentence, _ = holding(demo, "quoted")
    document = evidence.heard[sentence.cites[0]].stated.claim.document
    assert faults(sentence, replace(evidence, texts={**evidence.texts, document: "Nothing of the kind."}))


def test_a_number_that_a_person_put_is_traced_to_the_decision(demo: Brief, evidence: Evidence) -> None:
    sentence, at = holding(demo, "figure")
    claim_id = sentence.pieces[at].claims[0]
    decision = Decision("correct", "d", claim_id, "A. Reader", "as the sentence says", field="figure", value="{}")

    def put(heard: Heard) -> Heard:
        claim = heard.stated.claim
        assert claim.figure
        claim = replace(claim, figure=replace(claim.figure, low=510, high=520))
        return replace(heard, stated=replace(heard.stated, claim=claim, review=Review((decision,))))

    written = swapped(sentence, at, Piece("510–520", "corrected", (claim_id,)))
    assert not faults(written, altered(evidence, claim_id, put))
    assert faults(written, evidence)


def test_what_fails_is_dropped_and_counted(evidence: Evidence) -> None:
    (first, *rest) = sections(evidence, {})
    (bullets,) = first.blocks
    assert isinstance(bullets, Bullets)
    false = Sentence((Piece("At least 9,000 people fled to Paris.", "wording"),))
    passed = gate([Section(first.title, (Bullets((*bullets.items, false)),)), *rest], evidence)
    assert [r.text for r in passed.refused] == [false.text]
    assert passed.sections[0].blocks == first.blocks


def test_the_fixed_words_tell_no_number_and_no_place(evidence: Evidence) -> None:
    """What needs no claim must say nothing: no digits, no number words but those of plain speech ("one", "no", "single")."""
    wording = Wording.load("en")
    words = {w.casefold().strip(".,:;()“”") for f in wording.fragments() for w in f.split()}
    numbers = {*evidence.numbers.units, *evidence.numbers.scales, *evidence.numbers.vague}
    assert words & numbers <= {"one", "a", "an", "another", "no", "nobody", "nothing", "single"}
    assert not [w for w in words if any(c.isdigit() for c in w)]
