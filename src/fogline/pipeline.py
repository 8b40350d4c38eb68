"""THE MAP: how a document becomes claims. The only file that knows the order of reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fogline.claims.assemble import assemble
from fogline.claims.reading import Reading
from fogline.config import Settings
from fogline.documents.passages import passages
from fogline.extract.actors import actors
from fogline.extract.attribution import attributions
from fogline.extract.figures import figures
from fogline.extract.modality import judge
from fogline.extract.places import places
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
    counted = figures(parsed, when.items)
    said = attributions(parsed, who.items)

    reading = Reading(
        parsed=parsed,
        actors=who.items,
        places=where.items,
        times=when.items,
        speeches=said.items,
        triggers=happened.items,
        judged_triggers=_judged(parsed, happened.items),
        counts=counted.items,
        judged_counts=_judged(parsed, counted.items),
        digest_day=digest_day(document),
    )
    issues = (*who.issues, *where.issues, *when.issues, *happened.issues, *counted.issues, *said.issues)
    return Found(assemble(reading), issues)


def _judged(parsed: Parsed, told: tuple[Trigger, ...] | tuple[Count, ...]) -> tuple[Judged, ...]:
    """In what sense each predicate is told."""
    return tuple(judge(parsed.sentences[t.sentence], t.predicate) for t in told)


def _unread(document: Document) -> Issue:
    message = f"Expected English, met {document.language!r}: the document is kept and can be searched, and makes no claims yet."
    return Issue("pipeline", "language_not_read", message, document.id)
