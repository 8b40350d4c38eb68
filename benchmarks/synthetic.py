"""Made-up reports with claims, spread over countries and years as real ones are: a few wars tell most, each town tells some.

``stories`` are whole reports as reading gives them; ``clones`` repeat them under other ids, days and words, as rows of the
ledger's tables, fast enough for a million claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from fogline.ledger.columns import claim_row
from fogline.ledger.reach import places_and_months
from fogline.ledger.write import document_row
from fogline.model.actor import Actor, Speaker
from fogline.model.claim import Claim
from fogline.model.document import Document, document_id
from fogline.model.figure import Figure
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.record import identified
from fogline.model.span import Span

WARS = (
    "SY", "UA", "SD", "CD", "MM", "YE", "ML", "BF", "NE", "NG", "SO", "ET", "AF", "IQ", "PS", "LB", "CO", "MX", "HT", "MZ",
    "CM", "TD", "CF", "SS", "LY", "PK", "IN", "PH", "TH", "RU", "AZ", "AM", "IL", "IR", "TR", "EG", "KE", "UG", "BI", "VE",
)  # fmt: skip
SHARES = tuple(accumulate(1 / (rank + 5) for rank in range(len(WARS))))  # the first tells 9 % of all, the last 1 %
FIRST, DAYS = date(2016, 1, 1), 3652
TOWNS, PUBLISHERS = 40, 60
PER_REPORT = 10  # claims
MOMENT = "2026-01-01T00:00:00.000000Z"
Row = dict[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Rows:
    """One report as rows of the tables, without those that a database makes itself."""

    document: Row
    claims: tuple[Row, ...]
    reach: tuple[tuple[str, str, int], ...]
    bands: tuple[int, ...]
    issues: tuple[Row, ...]


def vocabulary(chance: Random) -> tuple[str, ...]:
    """Twenty thousand words, the first the most used."""
    syllables = (
        "ba",
        "ke",
        "lo",
        "mi",
        "nu",
        "ra",
        "se",
        "ti",
        "vo",
        "za",
        "den",
        "gar",
        "hol",
        "jan",
        "kor",
        "lim",
        "mur",
    )
    made = ("".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(60_000))
    return tuple(dict.fromkeys(made))[:20_000]


def stories(count: int, seed: int, words: Sequence[str]) -> list[tuple[Document, list[Claim]]]:
    """Reports of ten claims each."""
    chance = Random(seed)
    common = tuple(accumulate(1 / (rank + 3) for rank in range(len(words))))
    return [_story(chance, words, common, number) for number in range(count)]


def clones(
    told: Sequence[tuple[Document, list[Claim]]], first: int, count: int, words: Sequence[str]
) -> Iterator[Rows]:
    """Reports number ``first`` and the following, made of ``told`` under other ids and days."""
    chance = Random(first)
    common = tuple(accumulate(1 / (rank + 3) for rank in range(len(words))))
    patterns = [
        (document_row(d, MOMENT), [claim_row(c, claims, str(d.published)) for c in claims]) for d, claims in told
    ]
    for number in range(first, first + count):
        pattern = patterns[chance.randrange(len(patterns))]
        day = FIRST + timedelta(days=(number - first) * DAYS // count)  # as reports come in, day by day
        text = " ".join(chance.choices(words, cum_weights=common, k=150))
        yield _clone((number, day.isoformat()), pattern, chance, text)


def _clone(
    numbered: tuple[int, str], pattern: tuple[Mapping[str, str | None], Sequence[Row]], chance: Random, text: str
) -> Rows:
    (number, day), (document, claims) = numbered, pattern
    old_day, old = str(document["known_day"]), str(document["id"])
    claim, name = number * PER_REPORT, f"d_{number:016x}"
    row: Row = {
        **document,
        "row": number + 1,
        "id": name,
        "text": text,
        "published": day,
        "known_day": day,
        "known_at": day,
    }
    made: list[Row] = []
    for offset, told in enumerate(claims):
        fresh = f"c_{chance.getrandbits(64):016x}"
        record = str(told["record"]).replace(old, name).replace(str(told["id"]), fresh).replace(old_day, day)
        made.append({
            **told, "row": claim + offset + 1, "id": fresh, "document": name, "first_day": day, "last_day": day,
            "record": record, "reader": "0", "recorded_at": MOMENT,
        })  # fmt: skip
    reach = tuple((c, m, int(str(r["row"]))) for r in made for c, m in places_and_months(str(r["countries"]), day, day))
    issues = tuple(_issue(name, day, code) for code in ("unknown_place", "no_anchor", "unknown_actor"))
    return Rows(row, tuple(made), reach, tuple(chance.getrandbits(63) for _ in range(32)), issues)


def _issue(document: str, day: str, code: str) -> Row:
    stage = (
        "documents" if document.endswith("00") and code == "no_anchor" else "places"
    )  # one report in 256 is refused in part
    message = f"{code} in the report"
    return {
        "document": document, "stage": stage, "code": code, "message": message, "known_day": day, "recorded_at": MOMENT,
    }  # fmt: skip


def _story(chance: Random, words: Sequence[str], common: Sequence[float], number: int) -> tuple[Document, list[Claim]]:
    country = chance.choices(WARS, cum_weights=SHARES)[0]
    published = (FIRST + timedelta(days=chance.randrange(DAYS))).isoformat()
    sentences = [
        " ".join(chance.choices(words, cum_weights=common, k=chance.randint(12, 30))).capitalize() + "."
        for _ in range(PER_REPORT * 2)
    ]
    text, publisher = " ".join(sentences), f"Gazette {chance.randrange(PUBLISHERS)}"
    url = f"https://gazette.example/{country}/{number}"
    name = document_id(text, publisher, url, published)
    document = Document(
        name, text, publisher=publisher, url=url, published=published, language="en", title=f"{country} {number}"
    )
    claims, start = [], 0
    towns = chance.sample(range(TOWNS), 3)
    for sentence in sentences[:PER_REPORT]:
        claims.append(
            _claim(chance, document, Span(start, start + len(sentence), sentence), (country, chance.choice(towns)))
        )
        start += len(sentence) + 1
    return document, claims


def _claim(chance: Random, document: Document, evidence: Span, place_: tuple[str, int]) -> Claim:
    country, town = place_
    pieces = evidence.text.rstrip(".").split()
    spans, at = [], evidence.start
    for piece in pieces:
        spans.append(Span(at, at + len(piece), piece))
        at += len(piece) + 1
    side = chance.randrange(4)
    agent = Actor(spans[0], f"{country} side {side}", f"{country.lower()}.side{side}", "armed_group", country)
    target = Actor(spans[1], f"{country} army", f"state.{country.lower()}.army", "state", country)
    place = Place(
        spans[2], f"{country} town {town}", f"{WARS.index(country) * 1000 + town}", country, f"{country} division {town % 8}",
        None, 10 + town % 8 + town / 100, 20 + town // 8, 1,
    )  # fmt: skip
    day = date.fromisoformat(str(document.published))
    kind, type_, figure = "event", chance.choice(("ASSAULT", "ASSAULT", "COERCE", "CONSULT", "ACCUSE", "AID")), None
    if chance.random() < 0.3:
        low = int(chance.paretovariate(1.1))
        kind, type_, figure = "figure", "killed", Figure(spans[3], "killed", low, low, "exact", ("all",), "incident")
    elif chance.random() < 0.15:
        kind, type_ = "control", chance.choice(("takes", "holds", "loses", "enters"))
    speaker = (Speaker(spans[4], f"{country} speaker {side}", None, 0, spans[5]),) if chance.random() < 0.6 else ()
    return identified(
        Claim(
            id="",
            document=document.id,
            evidence=evidence,
            kind=kind,
            type=type_,  # type: ignore[arg-type]  # from the words above
            trigger=spans[6],
            confidence=0.8,
            rule="synthetic",
            agents=(agent,),
            targets=(target,),
            place=place,
            time=Period(spans[7], day, day, 1),
            figure=figure,
            attribution=speaker,
        )
    )
