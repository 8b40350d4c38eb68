"""What only sounds like war: metaphor, sport, film, games, weather, exercises, anniversaries. Refused with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.role_site import Site
from fogline.extract.role_slots import slot
from fogline.extract.trigger_lexicon import Entry, TriggerLexicon
from fogline.language.tree import kids
from fogline.model.issue import Issue
from fogline.model.sentence import Sentence
from fogline.model.span import Span

PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"})
ALSO_COMPANY_OF = {"sport": ("CONSULT", "RETREAT", "REJECT"), "exercise": ()}  # "the two teams meet", "he retired hurt"
HARM = frozenset({"kill", "injure", "wound"})
SCENE_MODES = frozenset({"destroy", "explosives"})  # what crashes and storms do too
Table = dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
SENTENCE = frozenset({"company", "scene"})  # where a word tells what its sentence speaks of
DOCUMENT = frozenset({"company", "genre"})  # and what its document does
COMPANY = 2  # words of one field in a sentence that make it speak of that field
MESSAGES = {
    "other_field": "the document is not of conflict or of relations between states",
    "sport": "the sentence speaks of sport",
    "film": "the sentence speaks of a film, book or play",
    "game": "the sentence speaks of a game",
    "metaphor": "the words are a figure of speech",
    "weather": "weather or the earth did it, nobody else",
    "illness": "a disease or an animal did it",
    "accident": "a vehicle or a thing did it, no attacker is named",
    "market": "the object is no person or place",
    "anniversary": "the sentence tells a commemoration",
    "exercise": "the sentence tells an exercise",
    "anonymity": "a source only asks to remain unnamed",
}


@dataclass(frozen=True, slots=True)
class Company:
    """The reasons for which a sentence as a whole is not of war: reason → words found."""

    reasons: dict[str, int]


def company(sentence: Sentence, table: Table) -> Company:
    """Count the words of sport, film, games, … in the sentence."""
    return Company({reason: len(words) for reason, words in company_words(sentence, table).items()})


def company_words(sentence: Sentence, table: Table, wheres: frozenset[str] = SENTENCE) -> dict[str, set[str]]:
    """The different words of sport, film, games, … in the sentence; those of a scene under "<reason>_scene"."""
    found: dict[str, set[str]] = {}
    for token in sentence.tokens:
        for key in sorted({token.lemma.lower(), token.lower}):
            for words, reason, where in table.get(key, ()):
                if where in wheres and stands(sentence, token.i, words):
                    name = f"{reason}_scene" if where == "scene" else reason
                    found.setdefault(name, set()).add(" ".join(words))
    return found


def refused(entry: Entry, site: Site, around: Company) -> str | None:
    """The reason to refuse a trigger, or ``None``."""
    kind = "ASSAULT" if entry.kind == "control" else entry.type
    for reason, count in sorted(around.reasons.items()):
        if count >= COMPANY and (kind in PHYSICAL or kind in ALSO_COMPANY_OF.get(reason, ())):
            return reason
    if entry.mode in SCENE_MODES and not slot(site, "subject"):
        for reason in ("accident_scene", "weather_scene"):
            if around.reasons.get(reason):
                return reason.removesuffix("_scene")
    if entry.mode in {"martial-law", "curfew"} and around.reasons.get("weather_scene"):
        return "weather"
    if around.reasons.get("accident_scene") and entry.words[0] in HARM and not _known_doer(site):
        return "accident"
    if entry.type != "ASSAULT":
        return _phrase(site)
    return _phrase(site) or (_filler(site) if entry.pos == "verb" else _animal(site))


def stands(sentence: Sentence, first: int, words: tuple[str, ...]) -> bool:
    """Whether the words stand at token ``first``."""
    tokens = sentence.tokens[first : first + len(words)]
    return len(tokens) == len(words) and all(
        w in {t.lower, t.lemma.lower()} for w, t in zip(words, tokens, strict=True)
    )


def _phrase(site: Site) -> str | None:
    for first in range(max(0, site.head - 3), min(site.tokens[-1] + 1, len(site.sentence.tokens))):
        token = site.tok(first)
        for key in sorted({token.lemma.lower(), token.lower}):
            for words, reason, where in site.lexicon.refusals.get(key, ()):
                covers = first <= site.head < first + len(words)
                if where == "trigger" and covers and stands(site.sentence, first, words):
                    return reason
    return None


def _known_doer(site: Site) -> bool:
    """Whether the doer is known to be of those who kill, and not only a name (an aircraft's, a ship's)."""
    classes = {c for t in slot(site, "subject") for c in site.lexicon.known(site.tok(t))}
    return bool(classes & {"actor", "troops", "person", "country", "nationality"})


def _animal(site: Site) -> str | None:
    """ "a shark attack"."""
    for k in kids(site.sentence, site.head, "compound", "amod"):
        for words, reason, where in site.lexicon.refusals.get(k.lemma.lower(), ()):
            if where == "doer" and len(words) == 1:
                return reason
    return None


def _filler(site: Site) -> str | None:
    """Weather, disease or a mere thing as the doer; a record or a deal as the object."""
    for place, side in (("subject", "doer"), ("object", "done")):
        for filler in slot(site, place):
            beside = [k.lemma.lower() for k in kids(site.sentence, filler, "compound", "nmod")]
            for lemma in (site.tok(filler).lemma.lower(), *beside):
                for words, reason, where in site.lexicon.refusals.get(lemma, ()):
                    if where == side and len(words) == 1:
                        return reason
    return None


def sounding(sentence: Sentence, lexicon: TriggerLexicon, taken: set[int], around: Company) -> list[tuple[int, str]]:
    """Words of war that met no pattern, with the reason why they are none: "a cyclone hit", "shares hit a record"."""
    found = []
    for token in sentence.tokens:
        entries = lexicon.entries.get(token.lemma.lower(), ())
        entry = next((e for e in entries if len(e.words) == 1 and e.pos == "verb"), None)
        if token.i in taken or token.pos != "VERB" or entry is None:
            continue
        site = Site(sentence, lexicon, token.i, (token.i,), nominal=False, transitive=True)
        if entry.type in PHYSICAL or entry.kind == "control":
            crowd = next(
                (r for r, n in sorted(around.reasons.items()) if n >= COMPANY and not r.endswith("_scene")), None
            )
            if reason := crowd or _filler(site):
                found.append((token.i, reason))
    return found


def issue(reason: str, document: str, span: Span, weighed: str = "") -> Issue:
    """What was refused, why, and what was weighed."""
    why = MESSAGES.get(reason, reason) + (f" ({weighed})" if weighed else "")
    message = f"{span.text!r} was not taken as an event or a change of control: {why}."
    return Issue("triggers", f"refused_{reason}", message, document, span)
