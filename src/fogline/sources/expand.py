"""What holds several reports is taken apart: archives, web archives, feeds, saved ReliefWeb answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.archives import gunzip, is_archive, is_gzip, unzip
from fogline.sources.feeds import entries, is_feed
from fogline.sources.limits import DEFAULT, Limits
from fogline.sources.refused import refused
from fogline.sources.reliefweb import is_reliefweb, reports
from fogline.sources.warc import is_warc, records

Open = Callable[[Raw, Limits], Iterator[Raw | Issue]]
CONTAINERS: tuple[tuple[Callable[[Raw], bool], Open], ...] = (
    (is_gzip, gunzip),
    (is_archive, unzip),
    (is_warc, records),
)
LISTS: tuple[tuple[Callable[[Raw], bool], Open], ...] = ((is_feed, entries), (is_reliefweb, reports))


def expand(raw: Raw, limits: Limits = DEFAULT, depth: int = 0) -> Iterator[Raw | Issue]:
    """The reports that ``raw`` holds, or ``raw`` itself. A pure function of its bytes."""
    for matches, opened in CONTAINERS:
        if matches(raw):
            yield from _inside(raw, opened, limits, depth)
            return
    for matches, opened in LISTS:
        if matches(raw):
            yield from opened(raw, limits)
            return
    yield raw


def _inside(raw: Raw, opened: Open, limits: Limits, depth: int) -> Iterator[Raw | Issue]:
    if depth > limits.depth:
        yield refused("too_deep", raw.name, f"an archive more than {limits.depth} archives deep. Unpack it first.")
        return
    for inner in opened(raw, limits):
        if isinstance(inner, Issue):
            yield inner
        else:
            yield from expand(inner, limits, depth + 1)
