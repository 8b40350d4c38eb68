"""The scorer of the contract (``eval/score.py``, copied unchanged), run over what the reader makes of the gold documents."""

from __future__ import annotations

import importlib.util
from collections import Counter, defaultdict
from collections.abc import Iterator
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
    return Scores(answer, fields, tuple(misses), made)


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


def kinds_missed(misses: tuple[str, ...]) -> Counter[str]:
    """How often each sort of fault occurs: the first words of the scorer's lines, without the document."""
    return Counter(" ".join(line.split(" ", 2)[1:])[:60].split(":")[0] for line in misses)
