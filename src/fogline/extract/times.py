"""When: the expressions of time in a text and the days they surely hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.extract.periods import Days, precision
from fogline.extract.time_anchor import excursions, opening_scene
from fogline.extract.time_beginnings import begun
from fogline.extract.time_digest import digest_day
from fogline.extract.time_grammar import Atom, atoms
from fogline.extract.time_meanings import Date, Direction, Meaning, Share, Step, Vague
from fogline.extract.time_resolve import resolve
from fogline.extract.time_runs import Run, apart, runs, with_years
from fogline.extract.time_scene import Scene
from fogline.extract.time_since import ongoing
from fogline.extract.time_tense import direction, lasts
from fogline.extract.time_words import Line, line_of
from fogline.model.issue import Found, Issue
from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.sentence import Parsed
from fogline.model.span import Span

__all__ = ["Expression", "digest_day", "expressions", "times"]
STAGE = "times"


@dataclass(frozen=True, slots=True)
class Expression:
    """Words about time, whether or not they name days: ``days`` is what the words alone name ("2016" in "since 2016")."""

    span: Span
    sentence: int
    first: int
    last: int
    meaning: Meaning
    days: Days | None


def times(parsed: Parsed) -> Found[Mention[Period]]:
    """Every time expression that denotes days, in order of the text; an issue for each that wants an unknown document day."""
    mentions: list[Mention[Period]] = []
    issues: list[Issue] = []
    for line, run, days, told in _read(parsed):
        first, last = line.pieces[run.first].token, line.pieces[run.last - 1].token + 1
        words = Span.of(parsed.document.text, line.pieces[run.first].start, line.pieces[run.last - 1].end)
        if days is not None:
            period = Period(words, days.first, days.last, precision(days))
            mention = Mention(period, line.sentence.index, first, last, _head(line, first, last))
            mentions.append(mention)
            if run.kind == "one":
                mentions.extend(ongoing(line.sentence, mention, told.anchor, parsed.document.text))
        elif any(_wants_anchor(a.meaning) for a in run.atoms) and told.anchor is None:
            text = (
                f"expected the day of the document to work out “{words.text}”, met none: give its date of publication"
            )
            issues.append(Issue(STAGE, "no_anchor", text, parsed.document.id, words))
    return Found(tuple(mentions), tuple(issues))


def expressions(parsed: Parsed) -> tuple[Expression, ...]:
    """Every expression of time, also durations, repetitions and "now", which name no days; ranges in their parts."""
    found: list[Expression] = []
    for line, run, _, scene in _read(parsed):
        for atom in run.atoms:
            first, last = line.pieces[atom.first].token, line.pieces[atom.last - 1].token + 1
            words = Span.of(parsed.document.text, line.pieces[atom.first].start, line.pieces[atom.last - 1].end)
            days = resolve(atom.meaning, scene, direction(line.sentence, _head(line, first, last)))
            found.append(Expression(words, line.sentence.index, first, last, atom.meaning, days))
    return tuple(found)


def _read(parsed: Parsed) -> Iterator[tuple[Line, Run, Days | None, Scene]]:
    """Every run with its days and the scene in which it was read; the scene moves on with what is told."""
    read: list[tuple[Line, tuple[Atom, ...]]] = []
    for sentence in parsed.sentences:
        line = line_of(sentence)
        if line is not None:
            read.append((line, with_years(line, atoms(line))))
    scene, visits = opening_scene(parsed, read), excursions(read)
    digest, passage = digest_day(parsed.document) is not None, None
    for line, found in read:
        if digest and line.sentence.passage != passage:  # every item of a digest begins anew on the digest's day
            passage, scene = line.sentence.passage, replace(scene, day=scene.anchor, month=scene.anchor)
        for run in _settled(line, runs(line, found), scene):
            days = _days(line, run, scene)
            yield line, run, days, scene
            visit = (line.sentence.index, run.atoms[-1].first) in visits
            passing = _deictic(run.atoms[0].meaning) if scene.story else _modifies(line, run)
            if days is not None and run.kind != "since" and not visit and not passing:
                scene = _begun(line, run, days, scene.told(days))


def _begun(line: Line, run: Run, days: Days, scene: Scene) -> Scene:
    """The scene with what the text says to begin on this one day."""
    things = begun(line.sentence, line.pieces[run.first].token) if days.count == 1 else frozenset()
    return replace(scene, begun=(*scene.begun, *((thing, days.first) for thing in sorted(things))))


def _settled(line: Line, found: tuple[Run, ...], scene: Scene) -> Iterator[Run]:
    """The runs, each pair taken apart unless its two sides touch."""
    for run in found:
        whole = _days(line, run, scene) if run.kind == "pair" else None
        single = [_days(line, one, scene) for one in apart(run)] if whole else []
        parts = [days for days in single if days is not None]
        touching = len(parts) == 2 and (parts[1].first - parts[0].last).days == 1
        yield from (apart(run) if run.kind == "pair" and not touching else (run,))


def _days(line: Line, run: Run, scene: Scene) -> Days | None:
    """The days of one run: a single expression, from one to the other, or from one to the document's day."""
    head = _head(line, line.pieces[run.atoms[0].first].token, line.pieces[run.atoms[-1].last - 1].token + 1)
    way: Direction = "past" if run.kind == "since" else direction(line.sentence, head)
    first = resolve(run.atoms[0].meaning, scene, way)
    if run.kind == "one" or first is None:
        return first
    if run.kind in {"range", "pair"}:
        last = resolve(run.atoms[-1].meaning, scene.told(first), way)
        if (
            last is not None and first.first > last.last and way != "past"
        ):  # "January to March" with no verb to tell which
            first, last = (resolve(run.atoms[n].meaning, scene, "past") or first for n in (0, -1))
        return first.to(last) if last else first
    if scene.anchor is None:
        return None
    lasting = lasts(line.sentence, head)
    if lasting is False or (scene.story and not lasting) or scene.anchor < first.first:
        return first
    return Days(first.first, scene.anchor)


def _head(line: Line, first: int, last: int) -> int:
    """The token through which the expression hangs on the rest of its sentence."""
    tokens = line.sentence.tokens
    return next((n for n in range(first, last) if not first <= tokens[n].head < last or tokens[n].head == n), first)


def _modifies(line: Line, run: Run) -> bool:
    """Whether the time only names something ("the December 1 elections"): news does not go on from there."""
    first = line.pieces[run.first].token
    head = line.sentence.tokens[_head(line, first, line.pieces[run.last - 1].token + 1)]
    if first and line.sentence.tokens[first - 1].lower == "on":  # "On 17 February two nurses …", taken for their name
        return False
    return head.dep in {"compound", "nmod", "nummod", "amod"} and head.head > head.i


def _deictic(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, Step | Date | Share)
        and meaning.basis == "now"
        and (isinstance(meaning, Step) or meaning.shift is not None)
    )


def _wants_anchor(meaning: Meaning) -> bool:
    return not isinstance(meaning, Vague) and not (isinstance(meaning, Step) and meaning.basis == "then")
