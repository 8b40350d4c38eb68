"""Whether claims of several reports about one happening are brought together (bars: precision 0.85, recall 0.70).

    FOGLINE_SHARED=… python eval/grouping.py [--list]

The truth is eval/grouping.tsv: 40 stories that more than one of the 53 daily digests tells, labelled by a person before the
first run. Counted are pairs of claims of two different digests. A pair is found when both claims stand in one incident; every
pair found whose claims are not of one labelled story is wrong, whether or not the claims are labelled at all.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from fogline.cli.settings import settings
from fogline.language.lexicon import rows
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.incident import Heard
from fogline.model.stated import Source, Stated
from fogline.pipeline import knowledge, read
from fogline.reconcile.acts import Acts
from fogline.reconcile.cluster import incidents
from fogline.reconcile.origins import heard
from fogline.reconcile.standing import Standings

PRECISION, RECALL = 0.85, 0.70
COLUMNS = ("number", "story", "document", "start", "words")
Spot = tuple[str, int]
Pair = frozenset[str]


def main() -> int:
    """Print pairs, precision and recall; with ``--list`` what is missed and what is wrong."""
    claims = told()
    stories = labelled(claims)
    found = set(pairs(_ids(i.claims) for i in incidents(claims, Acts.load())))
    true = set(pairs(stories.values()))
    if "--list" in sys.argv:
        _list(claims, true, found)
    precision = len(found & true) / len(found) if found else 0.0
    recall = len(found & true) / len(true)
    sys.stdout.write(
        f"{len(stories)} stories, {len(true)} pairs of claims of two reports; found {len(found & true)}, "
        f"wrong {len(found - true)}\n"
        f"grouping precision {precision:.3f} (bar {PRECISION}) recall {recall:.3f} (bar {RECALL})\n"
    )
    return int(precision < PRECISION or recall < RECALL)


def told() -> tuple[Heard, ...]:
    """The claims of the 53 digests, each with its voice."""
    reports = Path(os.environ["FOGLINE_SHARED"]) / "data" / "reports" / "current-events.jsonl"
    known, stated = knowledge(settings()), list[Stated]()
    for record in map(json.loads, reports.read_text(encoding="utf-8").splitlines()):
        names = ("id", "text", "title", "published", "publisher", "url", "language")
        document = Document(**{name: record.get(name) for name in names})
        assert document.day is not None, "every digest has its day"
        source = Source(
            document.id, document.title, document.publisher, document.published, document.url, "en", document.day, "", None,
            document.id,
        )  # fmt: skip
        stated += [Stated(claim, source) for claim in read(document, known).items]
    return heard(stated, {s.source.id: s.source for s in stated}.values(), Standings.load())


def labelled(claims: Sequence[Heard]) -> dict[str, list[Claim]]:
    """The claims of every story, by the story's number. A label whose words are not read as a claim any more finds none."""
    spots: dict[Spot, list[Claim]] = defaultdict(list)
    for h in claims:
        spots[h.stated.claim.document, h.stated.claim.trigger.start].append(h.stated.claim)
    stories: dict[str, list[Claim]] = defaultdict(list)
    for row in rows(Path(__file__).parent / "grouping.tsv", COLUMNS):
        stories[row["number"]] += spots[row["document"], int(row["start"])]
    return stories


def pairs(groups: Iterable[Iterable[Claim]]) -> Iterator[Pair]:
    """The pairs of claims of two documents within each group, by id."""
    for group in groups:
        yield from (frozenset((a.id, b.id)) for a, b in combinations(group, 2) if a.document != b.document)


def _ids(claims: Iterable[Heard]) -> list[Claim]:
    return [h.stated.claim for h in claims]


def _list(claims: Iterable[Heard], true: set[Pair], found: set[Pair]) -> None:
    by_id = {h.stated.claim.id: h.stated.claim for h in claims}
    for name, some in (("missed", true - found), ("wrong", found - true)):
        for pair in sorted(sorted(p, key=lambda i: (by_id[i].document, by_id[i].trigger.start)) for p in some):
            sys.stdout.write(f"{name}: " + " | ".join(_told(by_id[i]) for i in pair) + "\n")


def _told(claim: Claim) -> str:
    where = claim.place.name if claim.place else "–"
    return f"{claim.document[-10:]} {claim.kind}/{claim.type} {claim.trigger.text!r} {where} {claim.modality}"


if __name__ == "__main__":
    sys.exit(main())
