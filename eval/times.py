"""WikiWars (22 narratives of wars, TIMEX2; the 17 that we hold): how many time expressions are found and how many get their days.

Run: FOGLINE_SHARED=… python eval/times.py [--misses N]. Also prints, for the claims of gold/dev that state a time, how often
some period read in their document equals it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from fogline.config import Settings
from fogline.extract import periods
from fogline.extract.periods import Days, Part
from fogline.extract.times import Expression, digest_day, expressions, times
from fogline.language.lexicon import rows
from fogline.language.parse import Parser, load
from fogline.model.document import Document, Passage
from fogline.model.sentence import Parsed

HERE = Path(__file__).parent
PARTS: dict[str | None, Part] = {"START": "early", "MID": "mid", "END": "late"}
SEASONS = ("SP", "SU", "FA", "WI")
Verdict = Literal["missed", "right", "wrong"]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated expression: what kind of value it has and, where it names days, which."""

    start: int
    end: int
    text: str
    value: str
    reading: str
    days: Days | None


def gold_of(record: dict[str, str], table: list[tuple[re.Pattern[str], str]]) -> Gold:
    """The annotation by the table of values; an empty value names nothing."""
    value, mod = record["val"] or "", record["mod"]
    reading = next((kind for pattern, kind in table if pattern.fullmatch(value)), "none")
    part = PARTS.get(mod)
    return Gold(int(record["start"]), int(record["end"]), record["text"], value, reading, _days(reading, value, part))


def _days(reading: str, value: str, part: Part | None) -> Days | None:
    number = [int(n) for n in re.findall(r"\d+", value)]
    if reading == "day":
        return periods.day_of(number[0], number[1], number[2])
    if reading == "month":
        return periods.month_of(number[0], number[1], part)
    if reading == "week":
        return periods.week_of(date.fromisocalendar(number[0], number[1], 1))
    if reading == "season":
        return periods.season_of(number[0], SEASONS.index(value[5:]), part)
    if reading == "quarter":
        return periods.months(number[0], 3 * number[1] - 2, 3 * number[1])
    if reading == "half":
        return periods.year_of(number[0], "first half" if number[1] == 1 else "second half")
    if reading == "year":
        return periods.year_of(number[0], part)
    if reading in {"decade", "century"}:
        size = 10 if reading == "decade" else 100
        return periods.years(number[0] * size, number[0] * size + size - 1, part)
    return None


def judge(gold: Gold, read: tuple[Expression, ...]) -> tuple[Verdict, Expression | None]:
    """Found when some expression shares a character; right when the one that shares most names the same days."""
    met = [(min(e.span.end, gold.end) - max(e.span.start, gold.start), -n) for n, e in enumerate(read)]
    overlap, at = max(met, default=(0, 0))
    if overlap <= 0:
        return "missed", None
    best = read[-at]
    return ("right" if best.days == gold.days else "wrong"), best


def parsed(parser: Parser, record: dict[str, str]) -> Parsed:
    """The document parsed, each line a passage."""
    text, passages, start = record["text"], [], 0
    for line in text.split("\n"):
        if line.strip():
            passages.append(Passage("body", start, start + len(line)))
        start += len(line) + 1
    return parser.parse(
        Document(record.get("id", ""), text, title=record.get("title"), published=record.get("published")),
        tuple(passages),
    )


def wikiwars(parser: Parser, shared: Path) -> Iterator[tuple[str, Gold, Verdict, Expression | None]]:
    """Every gold expression with its verdict."""
    table = [
        (re.compile(r["pattern"]), r["reading"]) for r in rows(HERE / "timex2.tsv", ("pattern", "reading", "example"))
    ]
    with (shared / "gold/times/wikiwars.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            read = expressions(parsed(parser, record))
            for annotation in record["times"]:
                gold = gold_of(annotation, table)
                yield record["id"], gold, *judge(gold, read)


def report(results: list[tuple[str, Gold, Verdict, Expression | None]]) -> str:
    """The figures as text: recall, and the share of right values over three sets of expressions."""
    total = len(results)
    found = sum(verdict != "missed" for _, _, verdict, _ in results)
    kinds = Counter("days" if g.days else g.reading for _, g, _, _ in results)
    right = Counter("days" if g.days else g.reading for _, g, verdict, _ in results if verdict == "right")
    inside = total - kinds["outside"]
    lines = [
        f"WikiWars: {total} expressions: {kinds['days']} name days, {kinds['none']} name none, {kinds['outside']} before Christ",
        f"recall                                {found / total:.4f}",
        f"value right, all (BC wrong)           {(right['days'] + right['none']) / total:.4f}",
        f"value right, all but BC               {(right['days'] + right['none']) / inside:.4f}",
        f"value right, those that name days     {right['days'] / kinds['days']:.4f}",
        f"no days given where none are named    {right['none'] / kinds['none']:.4f}",
    ]
    return "\n".join(lines)


def dev(parser: Parser, shared: Path) -> str:
    """For the gold claims that state a time: does a period read in the document equal it?"""
    stated: Counter[str] = Counter()
    for path in sorted((shared / "gold/dev").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        tree = parsed(parser, record["document"])
        read = [m.value for m in times(tree).items]
        digest = digest_day(tree.document)
        known = {(p.first, p.last) for p in (*read, *((digest,) if digest else ()))}
        for claim in record["claims"]:
            if claim.get("time"):
                days = (date.fromisoformat(claim["time"]["from"]), date.fromisoformat(claim["time"]["to"]))
                star = (
                    "*" if {claim["time"]["from"], claim["time"]["to"]} != {record["document"].get("published")} else ""
                )
                stated["time" + star] += 1
                stated["right" + star] += days in known
    plain, starred = stated["time"], stated["time*"]
    return (
        f"gold/dev: the day of publication {stated['right']}/{plain}, other days {stated['right*']}/{starred}, "
        f"all {(stated['right'] + stated['right*']) / (plain + starred):.4f}"
    )


def main() -> None:
    """Print the figures, and some misses when asked."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--misses", type=int, default=0, help="how many missed and wrong expressions to list")
    wanted = arguments.parse_args().misses
    shared, parser = Path(os.environ["FOGLINE_SHARED"]), load(Settings().parser_model)
    results = list(wikiwars(parser, shared))
    print(report(results))  # noqa: T201
    print(dev(parser, shared))  # noqa: T201
    for name, gold, verdict, read in [r for r in results if r[2] != "right"][:wanted]:
        days = f"{read.days.first} {read.days.last}" if read and read.days else "–"
        print(f"{name}\t{verdict}\t{gold.text}\t{gold.value}\t{read.span.text if read else ''}\t{days}\t@{gold.start}")  # noqa: T201


if __name__ == "__main__":
    main()
