"""Whom "we" and "I" stand for: the speaker of the quotation, or whoever issued the statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.extract.actor_draft import Draft, Who, known
from fogline.extract.actor_groups import typed
from fogline.extract.coreference_fits import TRADES
from fogline.language.actor_lexicon import ActorLexicon
from fogline.model.sentence import Parsed, Sentence

FIRST = frozenset({"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
BODIES = frozenset({"state", "igo", "ngo", "armed_group", "coalition", "organisation"})
QUIET = 2  # sentences for which a quotation goes on without naming its speaker again
_STATEMENT = re.compile(r"\b(?:statement|remarks|message|address|letter|speech) (?:by|from|of) ", re.IGNORECASE)
_FOREIGN = re.compile(r"\bforeign\b|external affairs|department of state", re.IGNORECASE)
_BODY = re.compile(r"[Ss]pokes\w+ (?:of|for) (?:the )?(.+)")
Place = tuple[int, int]


def voices(parsed: Parsed, found: list[dict[int, Draft]], lexicon: ActorLexicon) -> dict[Place, Who]:
    """The first-person pronouns, by sentence and token, whose speaker is known."""
    issuer = _issuer(parsed, lexicon)
    quotations = tuple(_quotations(parsed))
    sentences = zip(parsed.sentences, found, quotations, strict=True)
    speakers = [_speaker(sentence, here, quoted, lexicon) for sentence, here, quoted in sentences]
    voice: dict[Place, Who] = {}
    last, when = None, -QUIET
    for sentence, quoted in zip(parsed.sentences, quotations, strict=True):
        speaker = speakers[sentence.index]
        if speaker is not None:
            last, when = speaker, sentence.index
        lasting = last if sentence.index - when <= QUIET else None
        for token in sentence.tokens:
            if token.lower in FIRST and token.pos == "PRON":
                who = (speaker or lasting) if token.i in quoted else issuer
                if who is not None:
                    voice[sentence.index, token.i] = _body(who, lexicon) if token.lower in PLURAL else who
        if speaker is not None and sentence.text.rstrip().endswith(":"):
            issuer = speaker
    return voice


def _issuer(parsed: Parsed, lexicon: ActorLexicon) -> Who | None:
    """Who issued the document: the person whose statement the title says it is, else a publisher that is no medium."""
    title = parsed.document.title or ""
    if begun := _STATEMENT.search(title):
        for hit in lexicon.spot(title[begun.end() :]):
            if hit.value[0].kind == "person":
                return known(hit.value[0])
    return publisher(parsed.document.publisher or "", lexicon)


def publisher(name: str, lexicon: ActorLexicon) -> Who | None:
    """The body that publishes under this name and says "we" of itself: known, else typed by its words; never a medium.

    "Joint Task Force North East, Operation Hadin Kai" is looked up whole and in its parts.
    """
    for part in (name, *name.split(", ")):
        found = lexicon.candidates(part)
        if len(found) == 1:
            return known(found[0]) if found[0].kind in BODIES else None
    who = typed(name, lexicon.words.groups) if name.strip() else None
    return who if who is not None and who.kind in BODIES and who.sector not in TRADES else None


def _speaker(sentence: Sentence, here: dict[int, Draft], quoted: frozenset[int], lexicon: ActorLexicon) -> Who | None:
    """The subject of the sentence's verb of saying, outside any quotation."""
    for head, draft in here.items():
        token = sentence.tokens[head]
        if (
            token.dep == "nsubj"
            and head not in quoted
            and lexicon.words.speaks(sentence.tokens[token.head].lemma.lower())
        ):
            return draft.who
    return None


def _quotations(parsed: Parsed) -> Iterator[frozenset[int]]:
    """For every sentence the tokens inside quotation marks; an open quotation runs on to the end of its passage."""
    inside, passage = False, None
    for sentence in parsed.sentences:
        if sentence.passage is not passage:
            inside, passage = False, sentence.passage
        quoted = set()
        for token in sentence.tokens:
            if token.text in {"“", "``"} or (token.text == '"' and not inside):
                inside = True
            elif token.text in {"”", "''", '"'}:
                inside = False
            elif inside:
                quoted.add(token.i)
        yield frozenset(quoted)


def _body(who: Who, lexicon: ActorLexicon) -> Who:
    """The body that a spokesperson speaks for; anybody else speaks for themselves; a foreign ministry's "we" is its state."""
    entry = lexicon.by_id(who.id or "")
    told = _BODY.search(entry.side if entry else "")
    bodies = lexicon.candidates(told[1]) if told else ()
    body = known(bodies[0]) if len(bodies) == 1 else who
    country = lexicon.by_id(f"state.{(body.country or '').lower()}")
    return known(country) if body.kind == "state" and country and _FOREIGN.search(body.name) else body
