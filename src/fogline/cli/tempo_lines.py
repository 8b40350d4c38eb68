"""The tempo, the gap between words and deeds, and what nobody reported on, each in a line for the terminal."""

from __future__ import annotations

from datetime import date

from fogline.model.history import LEDGER
from fogline.situation.coverage import Coverage
from fogline.situation.disconnect import Gap
from fogline.situation.tempo import LEARN
from fogline.situation.weekly import Rank, Tempo

LAST = 6  # weeks shown
MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def short(day: date | None) -> str:
    """``1 Dec``: the same in every locale."""
    return f"{day.day} {MONTHS[day.month]}" if day else "–"


def full(day: date) -> str:
    """``1 Dec 2024``."""
    return f"{short(day)} {day.year}"


def tempo_lines(tempo: Tempo) -> list[str]:
    """The last weeks, whether they rose, and since when the last one is the largest; what it is measured against."""
    if tempo.start is None:
        return ["no violence told within unbroken coverage", *_against(tempo)]
    what = "incidents" if tempo.unit == "incidents" else "places with violence"
    weeks = " ".join(str(n) for n in tempo.weekly[-LAST:])
    shown = f"last {LAST} of {len(tempo.weekly)} weeks" if len(tempo.weekly) > LAST else "weeks"
    lines = [f"{what} a week: {weeks} ({shown} from {full(tempo.start)})"]
    if tempo.changes:
        last = tempo.changes[-1]
        lines.append(f"rose from {last.before:g} to {last.after:g} a week about {full(last.day)}")
    elif len(tempo.weekly) <= LEARN:
        lines.append(f"too short to call a rise: {len(tempo.weekly)} of {LEARN} weeks to learn from")
    else:
        lines.append("no rise found")
    return [*lines, *(_ranked(r) for r in tempo.largest), *_against(tempo)]


def gap_line(gaps: tuple[Gap, ...]) -> str | None:
    """The last day on which words and deeds are both told; ``None`` where there is none."""
    both = [g for g in gaps if g.gap is not None]
    if not both:
        return None
    last = both[-1]
    return (
        f"{short(last.day)}: outside cooperation +{last.cooperation:.1f}, conflict −{abs(last.conflict or 0):.1f}, "
        f"gap {last.gap:.1f} of 20"
    )


def silence_line(coverage: Coverage) -> str | None:
    """What nobody reported on; ``None`` where everything was."""
    silent = coverage.silent
    days = sum((last - first).days + 1 for first, last in silent.days)
    parts = [f"{days} {'day' if days == 1 else 'days'} without a document"] if days else []
    if silent.divisions:
        names = list(dict.fromkeys(d.admin1.title() for d in silent.divisions))
        more = f" and {len(names) - 3} more" if len(names) > 3 else ""
        parts.append(f"nothing of {', '.join(names[:3])}{more}, with violence before")
    return "; ".join(parts) or None


def _ranked(rank: Rank) -> str:
    what = {"incidents": "largest", "places": "widest", "killed": "deadliest"}[rank.measure]
    since = f"since coverage begins, {full(rank.since)}" if rank.unmatched else f"since that of {full(rank.since)}"
    return f"the week of {short(rank.week)} is the {what} ({rank.count:,}) {since}"


def _against(tempo: Tempo) -> list[str]:
    spans = [f"{h.dataset.title} {h.first.year}–{h.last.year}" for h in tempo.history if h.dataset != LEDGER]
    return [f"measured against {', '.join(spans)}"] if spans else []
