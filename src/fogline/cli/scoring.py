"""The scorer of the contract (``eval/score.py``, copied unchanged), run over what the reader makes of the gold documents."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import fogline
from fogline.config import Settings
from fogline.errors import GoldMissing
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.record import Json, Record, to_record
from fogline.run.local import read_all

Rates = dict[str, float]


@dataclass(frozen=True, slots=True)
class Scores:
    """``kinds`` by name ("all", "event", …) → rates; ``fields`` by name → share right and how many state it."""

    kinds: dict[str, Rates]
    fields: dict[str, Rates]
    misses: tuple[str, ...]
    claims: tuple[Claim, ...]
    judged: tuple[tuple[float, bool], ...] = ()


def scores(folder: Path, settings: Settings, workers: int = 1) -> Scores:
    """Read every gold document of ``folder`` and score the claims. Raises ``GoldMissing`` where there are none."""
    scorer = _scorer()
    if not any(folder.glob("*.json")):
        raise GoldMissing(str(folder))
    gold = scorer.load_gold(folder)
    made = tuple(_claims(gold, settings, workers))
    predictions: dict[str, list[Record]] = defaultdict(list)
    for claim in made:
        predictions[claim.document].append(to_record(claim))
    result, misses = scorer.score(gold, predictions)
    answer = scorer.report(result)
    fields = answer.pop("fields")
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in made:
        by_document[claim.document].append(claim)
    judged = tuple(
        (c.confidence, right) for doc, record in gold.items() for c, right in _judged(scorer, record, by_document[doc])
    )
    return Scores(answer, fields, tuple(misses), made, judged)


def _claims(gold: dict[str, Record], settings: Settings, workers: int) -> Iterator[Claim]:
    documents = (_document(record["document"]) for record in gold.values())
    for _, found in read_all(documents, settings, workers):
        yield from found.items


def _document(record: Json) -> Document:
    if not isinstance(record, dict):
        raise TypeError("a gold file's document is an object")
    known = ("title", "published", "publisher", "url", "language", "licence")
    return Document(str(record["id"]), str(record["text"]), **{k: _text(record.get(k)) for k in known})


def _text(value: Json) -> str | None:
    return None if value is None else str(value)


def _scorer() -> ModuleType:
    """The scorer from the wheel, else from the source tree."""
    package = Path(fogline.__file__).parent
    for path in (package / "data" / "eval" / "score.py", package.parents[1] / "eval" / "score.py"):
        if path.is_file():
            spec = importlib.util.spec_from_file_location("fogline_score", path)
            if spec and spec.loader:
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
    raise GoldMissing("eval/score.py")


def matched(folder: Path, settings: Settings) -> Iterator[tuple[str, Claim, bool]]:
    """Every claim made of the gold documents, with its document and whether it is wholly right; optional ones left out."""
    scorer = _scorer()
    gold = scorer.load_gold(folder)
    made: dict[str, list[Claim]] = defaultdict(list)
    for claim in _claims(gold, settings, 1):
        made[claim.document].append(claim)
    for doc, record in gold.items():
        for claim, right in _judged(scorer, record, made[doc]):
            yield doc, claim, right


def _judged(scorer: ModuleType, record: Record, claims: list[Claim]) -> Iterator[tuple[Claim, bool]]:
    predicted = [to_record(c) for c in claims]
    wanted, document = record["claims"], record["document"]
    if not isinstance(wanted, list) or not isinstance(document, dict):
        raise TypeError("a gold file has a document and a list of claims")
    pairs = {p: wanted[g] for g, p in scorer.match(document["text"], predicted, wanted)}
    actors = scorer.actors_of(wanted)
    for n, claim in enumerate(claims):
        gold = pairs.get(n)
        if not isinstance(gold, dict):
            yield claim, False
        elif not gold.get("optional", False):
            yield claim, all(scorer.compare(predicted[n], gold, actors).values())


def reliability(judged: Sequence[tuple[float, bool]]) -> list[tuple[float, int, float, float]]:
    """Rows of (lower end of the tenth, claims, mean confidence said, share right), for the tenths that hold claims."""
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for said, right in judged:
        tenths[min(9, int(said * 10))].append((said, right))
    return [
        (n / 10, len(rows), sum(said for said, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows))
        for n, rows in sorted(tenths.items())
    ]
