"""The claims that can be told in a clause of checked parts: who holds ground, and how many."""

from __future__ import annotations

from fogline.brief.evidence import Evidence
from fogline.brief.names import is_named, name, names
from fogline.brief.sentence import Piece
from fogline.brief.telling import Pieces, according, published, saying, tells_day, who
from fogline.brief.wording import capital, clean
from fogline.model.claim import Claim
from fogline.model.incident import Heard

COUNTRY = 6  # UCDP where_prec


def told(heard: Heard, evidence: Evidence) -> Pieces:
    """The claim as a sentence: a clause where its parts allow one, else its own words."""
    if is_plain_control(heard, evidence):
        return _control(heard, evidence)
    return saying(heard, evidence)


def is_plain_control(heard: Heard, evidence: Evidence) -> bool:
    """A fact or denial about ground with a doer and a place that the report names."""
    claim = heard.stated.claim
    if claim.kind != "control" or claim.modality != "actual" or not claim.agents or claim.place is None:
        return False
    if claim.place.inherited or f"did_{claim.type}" not in evidence.wording.phrases:
        return False
    if claim.place.precision >= COUNTRY:  # nobody takes a country in a sentence
        return False
    if claim.place.span is None or evidence.is_part(claim.document, claim.place.span):
        return False
    joined_on = any(evidence.after(claim.document, a.span) == "-" for a in claim.agents)  # "rebel-held"
    return not joined_on and (claim.stance == "affirmed" or bool(claim.attribution))


def about(heard: Heard, evidence: Evidence) -> Pieces:
    """``the army withdrew from Hama`` – what a control claim says, without who says so and when."""
    claim = heard.stated.claim
    return evidence.wording.fill(
        "control",
        agents=names(heard, "agents", evidence),
        act=evidence.wording.fill(f"did_{claim.type}"),
        extent=_extent(claim, evidence),
        place=name(heard, "place", evidence),
        when=(),
    )


def _control(heard: Heard, evidence: Evidence) -> Pieces:
    claim, wording = heard.stated.claim, evidence.wording
    own = _speaks_of_itself(claim)
    parts: dict[str, Pieces] = {
        "extent": _extent(claim, evidence),
        "place": name(heard, "place", evidence),
        "when": when(heard, evidence) or _reported(heard, evidence),
    }
    if own or claim.stance == "denied":
        many = own and _is_many(who(heard, evidence))
        key = f"control{'_denied' if claim.stance == 'denied' else ''}{'_own' if own else ''}{'_many' if many else ''}"
        agents = {} if own else {"agents": names(heard, "agents", evidence)}
        act = wording.fill(f"done_{claim.type}")
        return wording.fill(key, who=capital(who(heard, evidence)), act=act, **agents, **parts)
    agents_ = names(heard, "agents", evidence)
    clause = wording.fill("control", agents=agents_, act=wording.fill(f"did_{claim.type}"), **parts)
    return according(heard, clause, evidence)


def _speaks_of_itself(claim: Claim) -> bool:
    speakers = [s for s in claim.attribution if s.level == 0]
    if len(speakers) != 1 or len(claim.agents) != 1:
        return False
    speaker, agent = speakers[0], claim.agents[0]
    return speaker.id == agent.id and (speaker.id is not None or speaker.name.casefold() == agent.name.casefold())


def _is_many(name_: Pieces) -> bool:
    """Whether the name is a plural, by its last word: "Turkish-backed militants", "the Syrian Armed Forces"."""
    last = name_[-1].text.split(" ")[-1] if name_ else ""
    return last.endswith("s") and (last[:1].islower() or last in {"Forces", "Brigades", "Guards", "Units", "Troops"})


def _extent(claim: Claim, evidence: Evidence) -> Pieces:
    return evidence.wording.fill(f"extent_{claim.extent}") if claim.extent in {"part", "most"} else ()


def when(heard: Heard, evidence: Evidence) -> Pieces:
    """``on 5 December 2024`` or ``within …`` from the claim's own time words; empty where it has none of its own."""
    claim = heard.stated.claim
    if claim.figure and claim.figure.since and tells_day(claim, evidence.wording.months):
        return evidence.wording.fill(
            "since_day", day=(evidence.wording.day(claim.figure.since, "day", (claim.id,), "since"),)
        )
    if claim.time is None or claim.time.inherited or claim.time.span is None or _is_running(claim):
        return ()
    day = evidence.wording.days(claim.time.first, claim.time.last, "day", (claim.id,))
    return evidence.wording.fill("on_day" if claim.time.first == claim.time.last else "within_days", day=(day,))


def is_plain_count(heard: Heard, evidence: Evidence) -> bool:
    """A count of people, told as a fact, whose words are a number by themselves."""
    claim = heard.stated.claim
    if claim.figure is None or claim.stance == "denied" or claim.modality != "actual":
        return False
    fate = f"fate_{claim.figure.measure}" in evidence.wording.phrases
    return fate and len(claim.figure.population) == 1 and _is_number(claim, evidence)


def _is_number(claim: Claim, evidence: Evidence) -> bool:
    """Whether the words are a number of more than one and nothing else: "others" or "his son" make no clause."""
    words = claim.figure.span.text if claim.figure else ""
    met = evidence.numbers.read(words)
    return met is not None and met not in {(0, 0), (1, 1)} and evidence.numbers.is_bare(words)


def count(heard: Heard, evidence: Evidence) -> Pieces:
    """``According to X, 514 people were killed since …`` – a figure in the words by which it was given."""
    claim = heard.stated.claim
    figure = claim.figure
    if figure is None or not is_plain_count(heard, evidence):
        return saying(heard, evidence)
    wording = evidence.wording
    clause = wording.fill(
        "toll",
        number=(figure_words(heard),),
        of=wording.fill("of") if evidence.numbers.is_vague_plural(figure.span.text) else (),
        people=wording.fill(f"people_{figure.population[0]}"),
        fate=_fate(claim, evidence),
        place=where(heard, evidence),
        when=(*(day := when(heard, evidence)), *(_reported(heard, evidence) if _is_running(claim) or not day else ())),
    )
    end = wording.fill("corrected") if figure_words(heard).rule == "corrected" else ()
    return (*according(heard, clause, evidence), *end)


def _fate(claim: Claim, evidence: Evidence) -> Pieces:
    """``were killed``; ``had been killed`` in a running total."""
    measure = claim.figure.measure if claim.figure else ""
    key = (
        f"been_{measure}" if _is_running(claim) and f"been_{measure}" in evidence.wording.phrases else f"fate_{measure}"
    )
    return evidence.wording.fill(key)


def _reported(heard: Heard, evidence: Evidence) -> Pieces:
    """The day of publication: a running total has grown since, and what is told without a day is not older news by itself."""
    day = published(heard, evidence)
    return evidence.wording.fill("reported", day=day) if day else ()


def _is_running(claim: Claim) -> bool:
    """Whether a count runs on: the time beside it may be that of its last part."""
    return claim.figure is not None and (claim.figure.since is not None or claim.figure.scope == "cumulative")


def figure_words(heard: Heard) -> Piece:
    """The number as it was given, in small letters; a number that a person corrected in digits."""
    claim = heard.stated.claim
    review = heard.stated.review
    if claim.figure is None:
        return Piece("", "figure", (claim.id,))
    if review and "figure" in review.fields:
        return Piece(amount(claim.figure.low, claim.figure.high), "corrected", (claim.id,))
    words = clean(claim.figure.span.text).strip()
    return Piece(words[:1].lower() + words[1:], "figure", (claim.id,))


def where(heard: Heard, evidence: Evidence) -> Pieces:
    """``in Aleppo`` from the claim's own words; empty where the place stands elsewhere in the report."""
    place = heard.stated.claim.place
    if place is None or place.inherited or place.span is None:
        return ()
    if evidence.is_part(heard.stated.claim.document, place.span):
        return ()
    named = is_named(place) and not place.span.text[:1].isupper()  # "west of Aleppo" needs no "in"
    return evidence.wording.fill("by_place" if named else "at_place", place=name(heard, "place", evidence))


def amount(low: int, high: int | None) -> str:
    """``9``, ``20+``, ``24–99``."""
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"
