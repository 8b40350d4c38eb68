"""Who is named, and who is meant: the actors of a document."""

from __future__ import annotations

from fogline.extract.actor_acronyms import acronyms
from fogline.extract.actor_draft import mention
from fogline.extract.actor_scene import scene
from fogline.extract.actor_sentence import drafts
from fogline.extract.coreference import resolved
from fogline.language.actor_lexicon import ActorLexicon
from fogline.model.actor import Actor
from fogline.model.issue import Found
from fogline.model.mention import Mention
from fogline.model.sentence import Parsed


def actors(parsed: Parsed, lexicon: ActorLexicon) -> Found[Mention[Actor]]:
    """Every phrase that is somebody: named, owned by a country, unnamed, or pointing back to one of these.

    At most one mention has a given head token; mentions may lie in each other ("Hamas" in "Hamas leader Yahya Sinwar"). A
    pronoun that points to nobody for certain is no mention.
    """
    told = scene(parsed, lexicon, acronyms(parsed.document.text, lexicon))
    found = [drafts(sentence, told, lexicon) for sentence in parsed.sentences]
    settled = resolved(parsed, found, lexicon, told.home)
    mentions = (
        mention(sentence, draft)
        for sentence, here in zip(parsed.sentences, settled, strict=True)
        for draft in sorted(here.values(), key=lambda d: (d.first, -d.last, d.head))
    )
    return Found(tuple(mentions))
