"""One self-contained page of a situation: no request to any host, complete without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined

from fogline.model.incident import Heard, Incident, Toll
from fogline.situation.situation import Situation
from fogline.web import words
from fogline.web.atlas import Atlas, atlas, base, country_of
from fogline.web.chart import Chart, chart
from fogline.web.lanes import Lanes, lanes
from fogline.web.policy import policy
from fogline.web.shapes import Country, Shapes

Copies = dict[str, int]


@dataclass(frozen=True, slots=True)
class Known:
    """The situation as known on one day, with its drawings."""

    situation: Situation
    figures: tuple[tuple[Toll, Incident | None, Chart | None], ...]
    incidents: dict[str, Incident]
    names: dict[str, str]
    copies: Copies
    lanes: Lanes | None
    atlas: Atlas | None


def page(situations: Sequence[Situation], shapes: Shapes, *, title: str = "Situation") -> str:
    """The page of one or more days on which a reader knew something, the earliest first; it opens on the last."""
    latest = situations[-1]
    country = country_of(latest, shapes)
    style, script = asset("situation.css"), bundle()
    return environment().get_template("page.html").render(
        title=title,
        asked=latest.asked,
        style=style,
        script=script,
        policy=policy(style, script),
        base=base(country, shapes) if country else None,
        states=[known(s, country) for s in situations],
        documents=_documents(h for s in situations for h in s.claims),
    )  # fmt: skip


def known(situation: Situation, country: Country | None) -> Known:
    """One day of the page."""
    incidents = {i.id: i for i in situation.incidents}
    copies: Copies = {}
    for _, origin in situation.sources.copies:
        copies[origin] = copies.get(origin, 0) + 1
    return Known(
        situation,
        tuple((t, incidents.get(t.incident or ""), chart(t)) for t in situation.figures),
        incidents,
        {n.id: n.name for n in situation.network.nodes},
        copies,
        lanes(situation),
        atlas(situation, country) if country else None,
    )


def _documents(claims: Iterable[Heard]) -> list[list[Heard]]:
    """Every claim of any day once, by document in the order of becoming known."""
    once = {h.stated.claim.id: h for h in claims}
    order = sorted(
        once.values(),
        key=lambda h: (
            h.stated.source.known,
            h.stated.source.id,
            h.stated.claim.evidence.start,
            h.stated.claim.trigger.start,
            h.stated.claim.id,
        ),
    )
    return [list(held) for _, held in groupby(order, key=lambda h: h.stated.source.id)]


def asset(name: str) -> str:
    """The content of a file of ``web/assets``."""
    return (files("fogline.web") / "assets" / name).read_text(encoding="utf-8")


def bundle() -> str:
    """The islands; empty where they were not built: the page is complete without them."""
    built = files("fogline.web") / "assets" / "islands.js"
    return built.read_text(encoding="utf-8") if built.is_file() else ""


def environment() -> Environment:
    """Templates of this package; every value is escaped, and cleaned of invisible controls."""
    made = Environment(
        loader=PackageLoader("fogline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": words.day, "short": words.short, "pieces": words.pieces, "told": words.told}
    made.filters |= {"of_whom": words.of_whom, "spoken": words.spoken}
    made.globals |= {"number": words.number, "claim_at": _claim_at, "incident_at": _incident_at}
    return made


def _claim_at(claim: str) -> str:
    """Where a claim stands on the self-contained page; a server puts its own address in place of this."""
    return f"#{claim}"


def _incident_at(incident: Incident) -> str:
    return _claim_at(incident.claims[0].stated.claim.id)
