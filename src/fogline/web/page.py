"""One self-contained page of a situation: no request to any host, complete without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from jinja2 import Environment, PackageLoader, StrictUndefined

from fogline.model.document import Document
from fogline.model.incident import Heard, Incident, Toll
from fogline.situation.sharing import People, Withheld, coarsened, private_names
from fogline.situation.situation import Situation
from fogline.web import words
from fogline.web.atlas import Atlas, atlas, colours
from fogline.web.chart import Chart, chart
from fogline.web.days import Drawing, days_json, packed
from fogline.web.facts import by_day
from fogline.web.headline import headline
from fogline.web.lanes import Lanes, lanes
from fogline.web.policy import policy
from fogline.web.region import Region, base, country_of
from fogline.web.shapes import Shapes
from fogline.web.telling import apart, told

Copies = dict[str, int]
Profile = Literal["partner", "internal"]
Drawn = tuple[Toll, Incident | None, Chart | None]
LINKS = {"claim": "#{}"}  # where things stand on the self-contained page


@dataclass(frozen=True, slots=True)
class Known:
    """The situation as known on one day, with its drawings.

    ``figures`` are all, each with its incident and chart; ``headline`` of them have a card of their own, ``others`` a row.
    """

    situation: Situation
    figures: tuple[Drawn, ...]
    headline: tuple[Drawn, ...]
    others: tuple[Drawn, ...]
    incidents: dict[str, Incident]
    names: dict[str, str]
    copies: Copies
    lanes: Lanes | None
    atlas: Atlas | None


@dataclass(frozen=True, slots=True)
class Carried:
    """What a page carries beyond the situation: a ``title``, the ``profile`` of sharing that it follows, whole ``texts``.

    ``partner`` withholds names of private people and exact places of civilians, ``internal`` nothing.
    """

    title: str = "Situation"
    profile: Profile = "partner"
    texts: tuple[Document, ...] = ()


def page(situations: Sequence[Situation], shapes: Shapes, carried: Carried = Carried()) -> str:
    """The page of one or more days on which a reader knew something, the earliest first; it opens on the last."""
    situations, withheld = shared(situations, carried)
    latest = situations[-1]
    region = country_of(latest, shapes)
    style, script = asset("situation.css"), bundle()
    shown = {m.incident for m in latest.timeline}
    told_of = [i for i in by_day(latest.incidents) if i.id in shown]
    drawing = Drawing(region, colours(latest.control), LINKS, withheld)
    return environment(withheld).get_template("page.html").render(
        carried=carried,
        asked=latest.asked,
        style=style,
        script=script,
        policy=policy(style, script),
        base=base(region, shapes) if region else None,
        days=[s.asked.as_known for s in situations],
        state=known(latest, region),
        told=[told(i) for i in told_of],
        apart=apart(_once(situations), told_of),
        data=packed(days_json(situations, drawing)) if script else "",
    )  # fmt: skip


def shared(situations: Sequence[Situation], carried: Carried) -> tuple[Sequence[Situation], Callable[[str], str]]:
    """The situations as the profile lets them out, and what every text passes through on its way."""
    if carried.profile == "internal":
        return situations, str
    people = People.load()
    names = private_names(situations, (d.text for d in carried.texts), people)
    return [coarsened(s, people) for s in situations], Withheld(names)


def known(situation: Situation, region: Region | None) -> Known:
    """One day of the page."""
    incidents = {i.id: i for i in situation.incidents}
    copies: Copies = {}
    for _, origin in situation.sources.copies:
        copies[origin] = copies.get(origin, 0) + 1
    cards, others = headline(situation.figures)
    drawn = {id(t): (t, incidents.get(t.incident or ""), chart(t)) for t in situation.figures}
    return Known(
        situation,
        tuple(drawn.values()),
        tuple(drawn[id(t)] for t in cards),
        tuple(drawn[id(t)] for t in others),
        incidents,
        {n.id: n.name for n in situation.network.nodes},
        copies,
        lanes(situation),
        atlas(situation, region) if region else None,
    )


def _once(situations: Iterable[Situation]) -> list[Heard]:
    """Every claim of any day once, as the last day that knows it has it."""
    return list({h.stated.claim.id: h for s in situations for h in s.claims}.values())


def asset(name: str) -> str:
    """The content of a file of ``web/assets``."""
    return (files("fogline.web") / "assets" / name).read_text(encoding="utf-8")


def bundle() -> str:
    """The islands; empty where they were not built: the page is complete without them."""
    built = files("fogline.web") / "assets" / "islands.js"
    return built.read_text(encoding="utf-8") if built.is_file() else ""


def environment(withheld: Callable[[str], str] = str) -> Environment:
    """Templates of this package; every value is escaped, cleaned of invisible controls, and passes ``withheld``."""
    made = Environment(
        loader=PackageLoader("fogline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: words.clean(withheld(value) if type(value) is str else value),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"day": words.day, "short": words.short, "pieces": words.pieces, "told": words.told}
    made.filters |= {"of_whom": words.of_whom, "spoken": words.spoken, "counts": words.counts, "shared": withheld}
    made.globals |= {"number": words.number, "scope": words.scope, "claim_at": _claim_at, "incident_at": _incident_at}
    return made


def _claim_at(claim: str) -> str:
    """Where a claim stands on the self-contained page; a server puts its own address in place of this."""
    return f"#{claim}"


def _incident_at(incident: Incident) -> str:
    return _claim_at(incident.claims[0].stated.claim.id)
