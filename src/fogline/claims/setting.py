"""Where and when a claim's happening is set: told at the predicate, else in the sentence, else taken over from before."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.attach import at_token, in_clause_below, in_later_conjunct, in_sentence, nearest
from fogline.claims.inherit import lead_place, place_before, time_before
from fogline.claims.reading import Reading
from fogline.language.tree import ancestors, kids
from fogline.model.mention import Count, Mention, Trigger
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.sentence import Sentence

COUNTRY = 6  # where_prec of a country
DIVISION = 4  # where_prec of a province; finer is a place one can stand in
ACTS = 4  # arcs by which a place that stands for somebody who acts is farther than it looks
COARSE = 2  # arcs by which a province or a country is farther than the town that stands beside it
TIMELESS = frozenset({"relation", "assessment"})  # kinds whose place and time are only what their own sentence tells
TALKS = frozenset({"CONSULT", "AGREE"})  # acts of speech by more than one: where they speak is not where they speak of
WORDS_OF_PLACE = (
    "in at near on around outside inside into to toward towards from across along within of over off through between"
)
LOCATIVE = frozenset(WORDS_OF_PLACE.split())
SPOKEN_IN = frozenset({"in", "at", "near", "on", "outside", "inside"})
PLACED = frozenset({"appos", "npadvmod", "conj", "ROOT"})  # "…, Syria": no preposition needed
TOWARDS = frozenset({"to", "toward", "towards", "into", "for"})
BACKGROUND = frozenset({"despite", "after", "following", "since", "before", "amid", "until"})
FLIGHT = frozenset({"flee", "escape", "evacuate"})
STRUCK = frozenset({"dobj", "nsubjpass"})  # "attacked Aleppo", "Aleppo was attacked"
PARTS_OF_NAMES = frozenset({"compound", "nmod", "nummod"})


def place_of(reading: Reading, told: Trigger | Count) -> Place | None:
    """The ground that fills the role, else the place nearest to the predicate, else the last one told before."""
    if isinstance(told, Count) and told.labels:
        return _labelled_place(reading, told)
    sentence = reading.sentence(told.sentence)
    here = in_sentence(reading.places, sentence)
    trigger = told if isinstance(told, Trigger) else None
    filled = [m for m in (at_token(here, g) for g in (trigger.grounds if trigger else ())) if m]
    if filled:
        return filled[0].value
    if trigger and trigger.kind == "relation":
        return None
    token = trigger.token if trigger else told.predicate
    acting = _acting(reading, told.sentence)
    settings = [m for m in here if _is_setting(sentence, m) and not (m.head in acting and m.value.precision == COUNTRY)]
    settings = [m for m in settings if not _headed_for(sentence, m)]
    if trigger and _speaks(trigger):
        return _of(nearest(sentence, token, [m for m in settings if _where_spoken(sentence, trigger, m)]))
    told_here = nearest(sentence, token, settings, lambda m: _handicap(sentence, m))
    if told_here or (trigger and trigger.kind in TIMELESS):
        return _of(told_here)
    return place_before(reading.parsed, sentence, reading.places) or _lead(reading, told)


def _labelled_place(reading: Reading, count: Count) -> Place | None:
    """The place of the nearest label that names one, its finest ("Sake, North Kivu"), else the place that the report opens with."""
    openings = (s.index for s in reading.parsed.sentences if s.passage.kind in {"headline", "dateline"})
    for label in (*count.labels, *openings):
        named = [m.value for m in in_sentence(reading.places, reading.sentence(label))]
        if named:
            return replace(min(named, key=lambda p: p.precision), inherited=not _in_row(reading, count, label))
    return lead_place(reading.parsed, reading.places)


def labelled_time(reading: Reading, count: Count) -> Period | None:
    """The time of the nearest label of a table's cell that tells one ("as of 30 November"), else that of the opening."""
    openings = (s.index for s in reading.parsed.sentences if s.passage.kind in {"headline", "dateline"})
    for label in (*count.labels, *openings):
        if told := in_sentence(reading.times, reading.sentence(label)):
            return replace(told[0].value, inherited=not _in_row(reading, count, label))
    return reading.digest_day


def _in_row(reading: Reading, count: Count, label: int) -> bool:
    return reading.sentence(label).passage == reading.sentence(count.sentence).passage


def _acting(reading: Reading, sentence: int) -> frozenset[int]:
    """Tokens of a sentence that name somebody who acts: a country among them is a party and no place."""
    return frozenset(a for t in reading.triggers if t.sentence == sentence and t.speech for a in t.agents)


def _lead(reading: Reading, told: Trigger | Count) -> Place | None:
    """For a report of one story (no digest): the place that its opening sets, for counts and attacks told without one."""
    again = isinstance(told, Count) or _the_attack(reading.sentence(told.sentence), told)
    return lead_place(reading.parsed, reading.places) if again and reading.digest_day is None else None


def _the_attack(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an attack is spoken of as known ("the attack"), without words that would make it another one."""
    dependants = kids(sentence, trigger.token, "det", "prep")
    return trigger.type == "ASSAULT" and [t.lower for t in dependants] in (["the"], ["this"], ["that"])


def _of(mention: Mention[Place] | None) -> Place | None:
    return mention.value if mention else None


def _speaks(trigger: Trigger) -> bool:
    deed = trigger.type == "ASSAULT"  # "claimed responsibility for the attack": set where the attack was
    return (trigger.speech and not deed) or trigger.type in TALKS or trigger.mode == "resign"


def _where_spoken(sentence: Sentence, trigger: Trigger, mention: Mention[Place]) -> bool:
    """Whether a place may be where somebody spoke, and not a place that was spoken of."""
    head = sentence.tokens[mention.head]
    while head.dep in PLACED | PARTS_OF_NAMES and head.head != head.i:
        head = sentence.tokens[head.head]
    inside = head.dep == "pobj" and sentence.tokens[head.head].lower in SPOKEN_IN
    apart = in_clause_below(sentence, trigger.predicate, mention.head)
    return inside and not apart and not in_later_conjunct(sentence, trigger.predicate, mention.head)


def _is_setting(sentence: Sentence, mention: Mention[Place]) -> bool:
    """Whether a place stands as a place and not as somebody who acts ("Israel said", "Israel's army")."""
    head = sentence.tokens[mention.head]
    before = sentence.tokens[mention.first - 1] if mention.first else None
    if (
        before and before.lower in LOCATIVE and before.dep == "compound"
    ):  # "Near Mosul, three strikes …", taken for a name
        return True
    if mention.value.precision < COUNTRY:
        return head.dep not in {"nsubj"}
    while head.dep == "conj" and head.head != head.i:
        head = sentence.tokens[head.head]
    above = sentence.tokens[head.head].lower
    return head.dep in {"pobj", "appos", "npadvmod", "conj", "ROOT"} and above not in {"by", "with", "from"}


def _headed_for(sentence: Sentence, mention: Mention[Place]) -> bool:
    """Whether people flee to a place: what drove them out did not happen there ("residents fled towards Bamenda")."""
    head = sentence.tokens[mention.head]
    to = sentence.tokens[head.head]
    if head.dep != "pobj" or to.lower not in TOWARDS:
        return False
    return any(t.lemma.lower() in FLIGHT for t in list(ancestors(sentence, to.i))[:2])


def _handicap(sentence: Sentence, mention: Mention[Place]) -> int:
    """How much farther a place is than the syntax says: no preposition of place before it, or too coarse."""
    coarse = mention.value.precision >= DIVISION
    return (0 if _located(sentence, mention) else ACTS) + (COARSE if coarse else 0)


def _located(sentence: Sentence, mention: Mention[Place]) -> bool:
    head = sentence.tokens[mention.head]
    while head.dep in PARTS_OF_NAMES and head.head != head.i:  # "the Tel Aviv area"
        head = sentence.tokens[head.head]
    if head.dep in STRUCK:
        return mention.value.precision < COUNTRY
    return head.dep in PLACED or (head.dep == "pobj" and sentence.tokens[head.head].lower in LOCATIVE)


def time_of(reading: Reading, sentence: Sentence, told: Trigger | Count) -> Period | None:
    """The time nearest to the predicate, else the digest's day, else the last one told before in the passage."""
    here = in_sentence(reading.times, sentence)
    predicate, token = told.predicate, told.token if isinstance(told, Trigger) else told.predicate
    own = [m for m in here if not in_clause_below(sentence, predicate, m.head)]
    told_here = nearest(sentence, predicate, [m for m in own if not _of_another(sentence, token, m.head)])
    if told_here:
        return told_here.value
    if isinstance(told, Trigger) and told.kind in TIMELESS:
        return None
    return reading.digest_day or time_before(reading.parsed, sentence, reading.times)


def _of_another(sentence: Sentence, told: int, head: int) -> bool:
    """Whether a time belongs to a happening told as the background of this one ("despite his death a year ago")."""
    for token in (sentence.tokens[head], *ancestors(sentence, head)):
        if token.i == told:
            return False
        noun = token.i != head and token.dep == "pobj" and token.pos == "NOUN"
        if noun and sentence.tokens[token.head].lower in BACKGROUND:
            return all(t.i != token.i for t in ancestors(sentence, told))
    return False
