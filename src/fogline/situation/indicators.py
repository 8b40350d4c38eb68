"""The indicators as JSON values (docs/situation.md)."""

from __future__ import annotations

from datetime import date

from fogline.model.record import Record
from fogline.situation.disconnect import Gap
from fogline.situation.intensity import Day, RegionDay
from fogline.situation.situation import Indicators
from fogline.situation.tempo import Change
from fogline.situation.weekly import Rank, Tempo, Weeks


def indicators_record(indicators: Indicators) -> Record:
    """Every key present, in the order of the interface."""
    return {
        "intensity": [_day(d) for d in indicators.intensity],
        "tempo": _tempo(indicators.tempo),
        "disconnect": [_gap(g) for g in indicators.disconnect],
        "regions": [_region(r) for r in indicators.regions],
    }


def _day(day: Day) -> Record:
    return {
        "day": day.day.isoformat(),
        "incidents": day.incidents,
        "killed": {"low": day.low, "best": day.best, "high": day.high},
        "places": day.places,
        "without_figure": day.without_figure,
    }


def _region(told: RegionDay) -> Record:
    day = _day(told.told)
    return {"country": told.region.country, "admin1": told.region.admin1, **day}


def _tempo(tempo: Tempo) -> Record:
    return {
        "start": _iso(tempo.start),
        "weekly": list(tempo.weekly),
        "changes": [_change(c) for c in tempo.changes],
        "largest_since": _iso(tempo.largest_since),
        "unit": tempo.unit,
        "largest": [_rank(r) for r in tempo.largest],
        "history": [_weeks(h) for h in tempo.history],
    }


def _change(change: Change) -> Record:
    return {
        "day": change.day.isoformat(),
        "noticed": change.noticed.isoformat(),
        "before": change.before,
        "after": change.after,
    }


def _rank(rank: Rank) -> Record:
    return {
        "measure": rank.measure,
        "week": rank.week.isoformat(),
        "count": rank.count,
        "since": rank.since.isoformat(),
        "unmatched": rank.unmatched,
    }


def _weeks(weeks: Weeks) -> Record:
    return {
        "source": weeks.dataset.title,
        "licence": weeks.dataset.licence or None,
        "attribution": weeks.dataset.attribution or None,
        "from": weeks.first.isoformat(),
        "to": weeks.last.isoformat(),
        "start": weeks.start.isoformat(),
        "incidents": list(weeks.incidents),
        "places": list(weeks.places),
        "killed": list(weeks.killed),
        "changes": [_change(c) for c in weeks.changes],
    }


def _gap(gap: Gap) -> Record:
    return {
        "day": gap.day.isoformat(),
        "cooperation": gap.cooperation,
        "conflict": gap.conflict,
        "gap": gap.gap,
        "words": gap.words,
        "deeds": gap.deeds,
        "verbal": gap.verbal,
        "material": gap.material,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
