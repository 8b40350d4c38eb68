"""The words of a document that tell events and changes of control, with who does what to whom, from lexicon and syntax."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.extract.control import grounds
from fogline.extract.refusals import company, issue, refused, sounding
from fogline.extract.role_site import Site
from fogline.extract.roles import roles
from fogline.extract.trigger_denials import denials
from fogline.extract.trigger_field import outside
from fogline.extract.trigger_genre import genre
from fogline.extract.trigger_lexicon import Entry, TriggerLexicon
from fogline.extract.trigger_match import governing_verb, matches
from fogline.extract.trigger_merge import Reading, merged
from fogline.extract.trigger_modes import mode_by_content, mode_of
from fogline.extract.trigger_nested import only_planned, settled, under
from fogline.extract.trigger_repeats import without_repeats
from fogline.language.tree import span
from fogline.model.issue import Found, Issue
from fogline.model.mention import Modality, Stance, Trigger
from fogline.model.sentence import Parsed, Sentence
from fogline.model.span import Span

LONGEST = 60  # characters of a trigger's words; a longer run pins nothing (the scorer's limit is 80)
OWN_STANCE: dict[str, Stance] = {"disclaimed": "denied"}  # "denied involvement in" tells the deed, denied
LONGEST_SENTENCE = 600  # words; what is longer is a table or an attack, and the syntax of either means nothing
STATED = frozenset({"be", "have", "play", "take"})  # "was not behind the raid": no words of its agent's
FIXED: dict[str, Modality] = {"requested": "requested", "planned": "planned", "possible": "possible"}


@dataclass(frozen=True, slots=True)
class Nested:
    """What the act above fixes for an act inside it."""

    modality: Modality | None = None
    stance: Stance | None = None
    agents: tuple[int, ...] = ()
    asserted_by: tuple[int, ...] = ()


def triggers(parsed: Parsed, lexicon: TriggerLexicon) -> Found[Trigger]:
    """Events and control in order of the text; what only sounds like them is refused with an issue ``refused_<reason>``."""
    found: list[Trigger] = []
    issues: list[Issue] = []
    for sentence in parsed.sentences:
        readings, refusals = _readings(sentence, lexicon, parsed.document.id)
        issues.extend(refusals)
        found.extend(_triggers(sentence, readings))
    found.extend(denials(parsed.sentences, found))
    found.sort(key=lambda t: t.sentence)
    told_of = genre(parsed, lexicon)
    refused_here, weighed = outside(parsed, found, lexicon) if told_of is None else (set(range(len(found))), "")
    reason = told_of or "other_field"
    issues.extend(issue(reason, parsed.document.id, found[n].span, weighed) for n in sorted(refused_here))
    kept = [t for n, t in enumerate(found) if n not in refused_here]
    return Found(tuple(without_repeats(parsed.sentences, kept, lexicon)), tuple(issues))


def _readings(sentence: Sentence, lexicon: TriggerLexicon, document: str) -> tuple[list[Reading], list[Issue]]:
    if len(sentence.tokens) > LONGEST_SENTENCE:
        message = (
            f"expected a sentence of at most {LONGEST_SENTENCE} words, met {len(sentence.tokens)}; it was not read."
        )
        return [], [
            Issue("triggers", "long_sentence", message, document, Span(sentence.start, sentence.end, sentence.text))
        ]
    found: list[Reading] = []
    issues: list[Issue] = []
    all_matches = matches(sentence, lexicon)
    around = company(sentence, lexicon.refusals)
    for match in all_matches:
        reason = refused(match.entry, match.site, around)
        if reason is None:
            found.append(Reading(match, roles(match.site, match.entry.frame)))
        else:
            issues.append(issue(reason, document, _words(match.site)))
    taken = {t for m in all_matches for t in m.site.tokens}
    for token, reason in sounding(sentence, lexicon, taken, around):
        issues.append(issue(reason, document, span(sentence, token, token + 1)))
    return settled(sentence, merged(sentence, found)), issues


def _triggers(sentence: Sentence, readings: list[Reading]) -> list[Trigger]:
    governed = under(sentence, readings)
    above = {inner.head: outer for outer in readings for inner in governed.get(outer.head, [])}
    inner = {r.head: [i for i in readings if above.get(i.head) is r] for r in readings}
    told = [_threatened(r, inner[r.head]) for r in readings]
    return [_trigger(sentence, r, _nested(r, above.get(r.head)), [i.match.entry for i in inner[r.head]]) for r in told]


def _threatened(reading: Reading, inner: list[Reading]) -> Reading:
    """A threat is against those at whom the threatened act is aimed."""
    if reading.match.entry.type != "THREATEN" or reading.roles.targets or not inner:
        return reading
    return replace(reading, roles=replace(reading.roles, targets=inner[0].roles.targets))


def _nested(reading: Reading, outer: Reading | None) -> Nested:
    if outer is None:
        return Nested()
    fixes = outer.match.entry.fixes
    if not fixes or fixes == "affirmed":
        return Nested()
    doer = outer.roles.targets if fixes in {"requested", "alleged"} else outer.roles.agents
    agents = tuple(d for d in doer if d not in reading.roles.targets)
    asserted = outer.roles.agents if outer.match.entry.speech else ()
    return Nested(FIXED.get(fixes), "denied" if fixes == "denied" else None, agents, asserted)


def _trigger(sentence: Sentence, reading: Reading, nested: Nested, inner: list[Entry]) -> Trigger:
    entry, site = reading.match.entry, reading.match.site
    held, extent = reading.roles.grounds, None
    if entry.kind == "control":
        held, extent = grounds(site, held)
    claimed = entry.frame.name in {"claimed", "disclaimed"} and entry.words[entry.head] not in STATED
    return Trigger(
        sentence=sentence.index,
        token=site.head,
        predicate=site.light if site.light is not None else governing_verb(sentence, site.head),
        span=_words(site),
        kind=entry.kind,
        type=entry.type,
        rule=entry.rule,
        mode=mode_by_content(entry, inner, site.lexicon) if inner and entry.speech else mode_of(entry, site),
        contexts=entry.contexts,
        agents=reading.roles.agents or nested.agents,
        targets=tuple(t for t in reading.roles.targets if t not in held)
        if entry.kind == "control"
        else reading.roles.targets,
        grounds=held,
        modality=nested.modality or ("planned" if only_planned(site) else None),
        stance=OWN_STANCE.get(entry.frame.name) or ("affirmed" if entry.fixes == "affirmed" else nested.stance),
        speech=entry.speech,
        asserted_by=reading.roles.agents if claimed else nested.asserted_by,
        extent=extent,
    )


def _words(site: Site) -> Span:
    """The trigger's words: the pattern, with a light verb before its noun where the run stays short."""
    first, last = min(site.tokens), max(site.tokens) + 1
    if site.light is not None and site.aspect in {"subject", "target"} and site.light < first:
        run = span(site.sentence, site.light, last)
        if run.end - run.start <= LONGEST:
            return run
    run = span(site.sentence, first, last)
    return run if run.end - run.start <= LONGEST else span(site.sentence, site.head, site.head + 1)
