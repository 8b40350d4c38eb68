"""The PLOVER mode of an event where the verb alone does not tell it: by the weapon named beside it."""

from __future__ import annotations

from fogline.extract.role_site import Site
from fogline.extract.role_slots import slot
from fogline.extract.trigger_lexicon import Entry, TriggerLexicon
from fogline.language.tree import kids, prepositions

LOOSE = frozenset({None, "heavy-weapons", "explosives", "destroy"})  # modes that a more telling weapon overrules
STRONG = frozenset({"suicide-attack", "drone", "aerial", "unconventional"})
MEANS = frozenset({"with", "using", "by", "from", "in"})


def mode_of(entry: Entry, site: Site) -> str | None:
    """The entry's own mode, or the one the weapon beside the trigger gives."""
    if entry.type != "ASSAULT" or entry.mode not in LOOSE or entry.frame.name == "owned":
        return entry.mode
    told = [mode for word in _weapons(site) if (mode := site.lexicon.instruments.get(word))]
    strong = [m for m in told if m in STRONG]
    if strong:
        return strong[0]
    return entry.mode or (told[0] if told else None)


def mode_by_content(entry: Entry, inner: list[Entry], lexicon: TriggerLexicon) -> str | None:
    """The mode of asking, refusing or threatening by the first act it governs; the entry's own where that tells nothing."""
    for act in inner:
        for content in (f"{act.type}/{act.mode}", act.type):
            if mode := lexicon.speech_modes.get((entry.type, content)):
                return mode
    return entry.mode


def _weapons(site: Site) -> list[str]:
    """Lemmas of the words that may name a weapon: before the noun, the doer, and what it is done with."""
    heads = [*site.tokens]
    heads.extend(slot(site, "subject") if not site.nominal else [])
    heads.extend(obj for prep, obj in prepositions(site.sentence, site.head) if prep in MEANS)
    if not site.nominal:
        heads.extend(k.i for k in kids(site.sentence, site.head, "dobj"))
    words: list[str] = []
    for head in heads:
        words.extend(k.lemma.lower() for k in kids(site.sentence, head, "compound", "amod", "nmod"))
        words.append(site.tok(head).lemma.lower())
    return words
