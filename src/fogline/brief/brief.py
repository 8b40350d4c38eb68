"""The brief: a situation as a sitrep in OCHA's order, every sentence of it through the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.brief.chart import step_chart
from fogline.brief.chosen import ahead, not_told, of_relief, of_response
from fogline.brief.clauses import told
from fogline.brief.disputes import contested
from fogline.brief.evidence import Evidence
from fogline.brief.figures import key_figures
from fogline.brief.gate import Refused, gate, refusals
from fogline.brief.highlights import highlights
from fogline.brief.map import Outline, incident_map
from fogline.brief.overview import overview
from fogline.brief.sentence import Block, Bullets, Drawing, Line, Piece, Section, Sentence
from fogline.brief.sources import Entry, checked_base, entries, numbers
from fogline.brief.wording import Wording, cited, clean
from fogline.errors import FoglineError
from fogline.model.incident import Heard
from fogline.situation.situation import Situation


class NothingToTell(FoglineError):
    """A situation without claims."""

    def __init__(self) -> None:
        super().__init__(
            "Nothing to brief: the ledger holds no claims for this place and these days. "
            "Widen --from, --to, --as-known or --place, or add reports with: fogline add REPORTS"
        )


@dataclass(frozen=True, slots=True)
class Brief:
    """The finished brief. ``numbers`` give each cited claim its source; ``day`` is the day of the slider."""

    title: Sentence
    subtitle: Sentence
    sections: tuple[Section, ...]
    sources_title: Sentence
    numbers: dict[str, int]
    sources: tuple[Entry, ...]
    notes: tuple[Sentence, ...]
    wording: Wording
    day: date | None
    refused: tuple[Refused, ...]

    @property
    def drawings(self) -> tuple[Drawing, ...]:
        """The pictures, in order."""
        return tuple(b for s in self.sections for b in s.blocks if isinstance(b, Drawing))


def brief(
    situation: Situation,
    texts: Mapping[str, str],
    wording: Wording,
    outlines: Mapping[str, Outline],
    link_base: str = "",
) -> Brief:
    """The brief of a situation. ``texts`` are the canonical texts of its documents by id, ``outlines`` the shapes of
    countries by ISO 3166-1 alpha-2 code. A pure function of its arguments.

    Raises ``NothingToTell`` for a situation without claims, ``AddressWrong`` for a base that is no web address.
    """
    checked_base(link_base)
    if not situation.claims:
        raise NothingToTell
    evidence = Evidence.of(situation, texts, wording)
    passed = gate(sections(evidence, outlines), evidence)
    numbered = numbers(passed.sections, evidence)
    sources = entries(numbered, evidence, link_base)
    failed = refusals((s.sentence for s in sources), evidence)
    return Brief(
        title=_title(evidence),
        subtitle=_subtitle(evidence),
        sections=passed.sections,
        sources_title=wording.sentence("section_sources"),
        numbers=numbered,
        sources=sources,
        notes=_notes(evidence, len(passed.refused) + len(failed)),
        wording=wording,
        day=situation.asked.as_known,
        refused=(*passed.refused, *failed),
    )


def sections(evidence: Evidence, outlines: Mapping[str, Outline]) -> tuple[Section, ...]:
    """The parts in OCHA's order, unchecked."""
    wording = evidence.wording
    relief = of_relief(evidence)
    response = not_told(of_response(evidence), relief)
    coming = not_told(ahead(evidence), [*relief, *response])
    drawings = [d for d in (step_chart(evidence), incident_map(evidence, outlines)) if d]
    parts: tuple[tuple[str, Sequence[Block]], ...] = (
        ("highlights", (highlights(evidence),)),
        ("figures", (key_figures(evidence), *drawings)),
        ("overview", overview(evidence)),
        ("humanitarian", (_listed(relief, evidence),)),
        ("response", (_listed(response, evidence),)),
        ("contested", contested(evidence)),
        ("outlook", (Line(wording.sentence("ahead"), quiet=True), _listed(coming, evidence))),
    )
    return tuple(Section(wording.sentence(f"section_{key}"), tuple(blocks)) for key, blocks in parts)


def _listed(held: Sequence[Heard], evidence: Evidence) -> Block:
    if not held:
        return Line(evidence.wording.sentence("nothing"), quiet=True)
    return Bullets(tuple(cited(told(h, evidence)) for h in held))


def _title(evidence: Evidence) -> Sentence:
    place = evidence.situation.asked.place
    if not place:
        return evidence.wording.sentence("title_all")
    return evidence.wording.sentence("title", place=(Piece(clean(place).strip(), "asked", (), "place"),))


def _subtitle(evidence: Evidence) -> Sentence:
    wording, asked = evidence.wording, evidence.situation.asked
    known = (wording.day(asked.as_known, "asked", (), "known"),) if asked.as_known else ()
    window = [
        wording.day(d, "asked", (), of) for d, of in ((asked.window.first, "first"), (asked.window.last, "last")) if d
    ]
    if window and known:
        dash = wording.fill("dash") if len(window) > 1 else ()
        return wording.sentence("subtitle", window=(window[0], *dash, *window[1:]), day=known)
    return wording.sentence("subtitle_known", day=known) if known else wording.sentence("subtitle_bare")


def _notes(evidence: Evidence, left_out: int) -> tuple[Sentence, ...]:
    wording, sources = evidence.wording, evidence.situation.sources
    counts = {
        "documents": len(sources.documents),
        "publishers": len([n for n, _ in sources.publishers if n]),
        "origins": len(sources.origins),
        "copies": len(sources.copies),
        "refused": len(sources.refused),
    }
    coverage = wording.sentence("coverage", **{of: (Piece(str(n), "count", (), of),) for of, n in counts.items()})
    left = wording.sentence(
        "left_out_one" if left_out == 1 else "left_out", number=(Piece(str(left_out), "count", (), "left_out"),)
    )
    method = wording.sentence(f"method_{evidence.situation.asked.rule}")
    return (coverage, method, wording.sentence("checked"), *([left] if left_out else []), wording.sentence("colophon"))
