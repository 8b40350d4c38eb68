"""Who says so: the speeches of a document, each with its speakers in order, the words said and the cue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.extract.attribution_again import named_again
from fogline.extract.attribution_cues import Cue, cues
from fogline.extract.attribution_lexicon import CueLexicon, shipped_cues
from fogline.extract.attribution_quotes import said_in, statements
from fogline.extract.attribution_speakers import PRONOUNS, Cast, cast_of, speaker
from fogline.language.tree import span
from fogline.model.actor import Actor, Speaker
from fogline.model.issue import Found, Issue
from fogline.model.mention import Mention, Speech
from fogline.model.sentence import Parsed
from fogline.model.span import Span

ADDING = frozenset({"add", "continue", "reiterate"})
DEEPEST = 4  # speakers in a chain; deeper nesting is a misreading


Voices = dict[Cue, tuple[tuple[Speaker, ...], ...]]


@dataclass(frozen=True, slots=True)
class _Said:
    """A cue, and one run of the words it covers."""

    cue: Cue
    cue_span: Span
    scope: Span


def attributions(parsed: Parsed, actors: Sequence[Mention[Actor]], lexicon: CueLexicon | None = None) -> Found[Speech]:
    """Every speech reported in the document, in order of its words; the innermost scope that holds a claim is the claim's.

    ``speakers`` are complete for the scope: whoever is cited or nested nearest at level 0, then those who report it.
    A pronoun without an antecedent takes the speaker before; where there is none it keeps its word and an issue says so.
    """
    cast = cast_of(actors, lexicon or shipped_cues())
    found = [cue for sentence in parsed.sentences for cue in cues(cast, sentence)]
    said = sorted(_said(parsed, found), key=lambda s: (s.scope.start, s.scope.end, s.cue_span.start))
    voices, issues = _voices(parsed, cast, found)
    speeches = tuple(_speech(item, said, voices) for item in said)
    return Found(tuple(s for s in speeches if s.speakers), tuple(issues))


def _said(parsed: Parsed, found: Sequence[Cue]) -> Iterator[_Said]:
    text = parsed.document.text
    for cue in found:
        sentence = parsed.sentences[cue.sentence]
        for first, last in cue.runs:
            yield _Said(cue, _cue_span(parsed, cue), span(sentence, first, last))
    for quoted in (said_in(parsed, found), statements(parsed, found)):
        for cue, start, end in quoted:
            if not any(_covers(parsed, cue, run, start, end) for run in cue.runs):
                yield _Said(cue, _cue_span(parsed, cue), Span.of(text, start, end))


def _covers(parsed: Parsed, cue: Cue, run: tuple[int, int], start: int, end: int) -> bool:
    """Whether a run of the cue holds every word of the quotation, its marks aside."""
    tokens = parsed.sentences[cue.sentence].tokens
    return tokens[run[0]].start <= start + 1 and end - 1 <= tokens[run[1] - 1].end


def _cue_span(parsed: Parsed, cue: Cue) -> Span:
    return span(parsed.sentences[cue.sentence], cue.first, cue.last)


def _speech(item: _Said, said: Sequence[_Said], voices: Voices) -> Speech:
    chain = _around(item, said)[: DEEPEST - 1]
    levels = [part for each in [item, *chain] for part in voices[each.cue]]
    return Speech(tuple(_numbered(levels)), item.scope, item.cue_span, item.cue.stance, item.cue.modality)


def _around(item: _Said, said: Sequence[_Said]) -> list[_Said]:
    """The speeches within whose words this cue stands, innermost first, one a cue."""
    holding = [s for s in said if s.cue is not item.cue and s.scope.holds(item.cue_span)]
    nested = [s for s in holding if not item.scope.holds(s.cue_span)]
    chosen: list[_Said] = []
    for s in sorted(nested, key=lambda s: (s.scope.end - s.scope.start, s.scope.start)):
        if all(c.cue_span != s.cue_span for c in chosen):
            chosen.append(s)
    return chosen


def _numbered(levels: Iterable[tuple[Speaker, ...]]) -> Iterator[Speaker]:
    """The speakers with their levels; who is named twice keeps the nearest place."""
    seen: set[str] = set()
    level = 0
    for group in levels:
        fresh = [s for s in group if s.name not in seen]
        for s in fresh:
            yield replace(s, level=level)
        seen.update(s.name for s in fresh)
        level += bool(fresh)


def _voices(parsed: Parsed, cast: Cast, found: Sequence[Cue]) -> tuple[Voices, list[Issue]]:
    """The speakers of each cue, those whom it cites first; a pronoun that names nobody takes the speaker before it."""
    voices: Voices = {}
    issues: list[Issue] = []
    last: Speaker | None = None
    before: list[Speaker] = []
    actors = [m for mentions in cast.mentions.values() for m in mentions]
    text = parsed.document.text
    for cue in sorted(found, key=lambda c: (c.sentence, c.first, c.last)):
        groups = []
        for heads in (cue.beyond, cue.speakers):
            named = [speaker(cast, parsed.sentences[cue.sentence], h, _cue_span(parsed, cue)) for h in heads]
            issues.extend(_nameless(parsed, s) for s in named if s.name.lower() in PRONOUNS and last is None)
            group = tuple(named_again(_resolved(s, last, cue), text, before, actors) for s in named)
            before.extend(group)
            last = next((s for s in reversed(group) if s.name.lower() not in PRONOUNS), last)
            groups.append(group)
        voices[cue] = tuple(g for g in groups if g)
    return voices, issues


def _resolved(named: Speaker, last: Speaker | None, cue: Cue) -> Speaker:
    """A pronoun that names nobody is the speaker before; so is one that adds something, whoever was named in between."""
    adds = cue.row.word in ADDING and named.span.text.lower() in PRONOUNS
    if last is None or (named.name.lower() not in PRONOUNS and not adds):
        return named
    return replace(named, name=last.name, id=last.id)


def _nameless(parsed: Parsed, named: Speaker) -> Issue:
    message = f"“{named.span.text}” speaks: a speaker named before it was expected, none was met."
    return Issue("attribution", "unknown_speaker", message, parsed.document.id, named.span)
