"""THE MAP: how a document becomes claims. The only file that knows the order of reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fogline.claims.assemble import assemble
from fogline.claims.identity import Draft, finished, in_order
from fogline.claims.reading import Reading
from fogline.config import Settings
from fogline.documents.passages import passages
from fogline.extract.actors import actors
from fogline.extract.assessments import assessments
from fogline.extract.attribution import attributions
from fogline.extract.backdrop import Moment, backdrops
from fogline.extract.field import counts_of_the_field, triggers_of_the_field
from fogline.extract.figures import figures
from fogline.extract.modality import judge, judge_count
from fogline.extract.places import places
from fogline.extract.relations import relations
from fogline.extract.time_digest import digest_day
from fogline.extract.times import times
from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.extract.trigger_lexicon import load as load_triggers
from fogline.extract.triggers import triggers
from fogline.gazetteer.lookup import Gazetteer, open_gazetteer
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.parse import Parser
from fogline.language.parse import load as load_parser
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found, Issue
from fogline.model.mention import Count, Judged, Trigger
from fogline.model.sentence import Parsed

READ_LANGUAGES = frozenset({"en", None})
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading needs besides the document: loaded once a process (about 2 s, the gazetteer's first building apart)."""

    parser: Parser
    gazetteer: Gazetteer
    actors: ActorLexicon
    triggers: TriggerLexicon


def knowledge(settings: Settings) -> Knowledge:
    """Load the parser, open the gazetteer (building it on first use) and read the lexicons."""
    return Knowledge(
        parser=load_parser(settings.parser_model),
        gazetteer=open_gazetteer(settings.cache, settings.places),
        actors=ActorLexicon.load(settings.actors),
        triggers=load_triggers(),
    )


def read(document: Document, known: Knowledge) -> Found[Claim]:
    """The claims of one document: a pure function of the document and the knowledge."""
    if document.language not in READ_LANGUAGES:
        return Found((), (_unread(document),))

    parsed = known.parser.parse(document, passages(document))

    who = actors(parsed, known.actors)
    where = places(parsed, known.gazetteer)
    when = times(parsed)
    happened = triggers(parsed, known.triggers)
    related = triggers_of_the_field(parsed, relations(parsed, who.items), known.triggers)
    assessed = triggers_of_the_field(parsed, assessments(parsed), known.triggers)
    counted = counts_of_the_field(parsed, figures(parsed, when.items), known.triggers)
    said = attributions(parsed, who.items)

    told = (*happened.items, *related.items, *assessed.items)
    reading = Reading(
        parsed=parsed,
        actors=who.items,
        places=where.items,
        times=when.items,
        speeches=said.items,
        triggers=told,
        judged_triggers=_judged(parsed, told),
        counts=counted.items,
        judged_counts=_judged(parsed, counted.items),
        digest_day=digest_day(document),
    )
    drafts = assemble(reading)
    stages = (who, where, when, happened, related, assessed, counted, said)
    issues = tuple(issue for stage in stages for issue in stage.issues)
    return Found(finished(drafts, _background(drafts, document)), issues)


def _judged(parsed: Parsed, told: tuple[Trigger, ...] | tuple[Count, ...]) -> tuple[Judged, ...]:
    """In what sense each is told: judged from the word itself, so that the tense of a verb above a noun does not leak."""
    return tuple(_judge(parsed, t) for t in told)


def _judge(parsed: Parsed, told: Trigger | Count) -> Judged:
    sentence = parsed.sentences[told.sentence]
    if isinstance(told, Count):
        if told.labels:
            return Judged()  # a cell of a table has no verb
        return judge_count(sentence, told.predicate)
    described = told.kind == "relation" and sentence.tokens[told.token].dep in {"amod", "compound", "nmod", "appos"}
    return Judged() if described else judge(sentence, told.token)  # "the U.S.-backed force vowed …": backed it is


def _background(drafts: tuple[Draft, ...], document: Document) -> list[bool]:
    """Which drafts tell history as background: decided in the order of the text, answered in the order of the drafts."""
    order = in_order(drafts)
    moments = [Moment(d.sentence, d.predicate, d.claim.time) for d in (drafts[n] for n in order)]
    reasons = dict(zip(order, backdrops(moments, document.day), strict=True))
    return [reasons[n] is not None for n in range(len(drafts))]


def _unread(document: Document) -> Issue:
    message = f"Expected English, met {document.language!r}: the document is kept and can be searched, and makes no claims yet."
    return Issue("pipeline", "language_not_read", message, document.id)
