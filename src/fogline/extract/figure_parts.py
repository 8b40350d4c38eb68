"""What counts take from each other: sub-counts of a total, lists that share one verb, "others" of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.extract.figure_drafts import Draft
from fogline.extract.figure_fates import Told, takes
from fogline.extract.figure_lexicon import Lexicon
from fogline.extract.figure_nouns import kind_of
from fogline.model.sentence import Sentence

INCLUDING = frozenset({"including", "includes", "included", "include"})
AMONG = frozenset({"them", "whom", "these", "those", "dead", "victims", "killed", "wounded", "injured"})
LINKS = frozenset({",", "and", "or", "&", "plus", ";", "a", "an", "her", "his", "their", "also"})
LONGEST_LINK = 9  # tokens between members of a list ("nine from South Africa, three from Malawi and one …")
PARTS = frozenset({"from", "in", "of", "at", "near", "on"})


def linked(sentence: Sentence, drafts: Sequence[Draft], words: Lexicon) -> list[Draft]:
    """The drafts of a sentence with sub-counts marked and fates shared along lists; those still without a fate are left out."""
    marked = _marked(sentence, [_population(sentence, d, words) for d in drafts])
    shared = _shared(sentence, marked)
    return [d for d in shared if d.told is not None]


def _marked(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Sub-counts take the fate of the total before them."""
    found: list[Draft] = []
    total: int | None = None
    within = False
    for draft in drafts:
        previous = found[-1] if found else None
        within = _opens_part(sentence, draft) or (
            within and previous is not None and _continues(sentence, previous, draft)
        )
        part = (within or draft.part or draft.phrase.partitive) and total is not None and _fits(draft, found[total])
        if part and total is not None:
            fate = found[total].told if draft.told is None or (within and draft.told.by != "beside") else draft.told
            draft = replace(draft, part=True, told=fate, total=found[total].span, rule="part")
        elif draft.part or draft.phrase.partitive:
            draft = replace(draft, part=True)
        else:
            total = len(found)
        found.append(draft)
    return found


def _fits(part: Draft, total: Draft) -> bool:
    return total.high is None or part.low <= total.high


def _opens_part(sentence: Sentence, draft: Draft) -> bool:
    """Whether "including", "among them", "of whom" stands right before the phrase."""
    before = [t.lower for t in sentence.tokens[max(draft.phrase.first - 3, 0) : draft.phrase.first]]
    if before and (before[-1] in INCLUDING or (before[-1] == ":" and before[-2:-1] == ["including"])):
        return True
    if (
        len(before) > 1
        and before[-2] in INCLUDING
        and before[-1] in {"the", "also", "a", "an", "its", "their", "his", "her"}
    ):
        return True
    tail = before[:-1] if before and before[-1] in {"were", "are", "was"} else before
    return len(tail) > 1 and (tail[-2] in {"among", "of"} and tail[-1] in AMONG)


def _continues(sentence: Sentence, previous: Draft, draft: Draft) -> bool:
    """Whether two counts are members of one list: nothing but commas, "and" and short "from …" phrases between them."""
    between = sentence.tokens[previous.phrase.last : draft.phrase.first]
    if len(between) > LONGEST_LINK or (draft.phrase.echo and sentence.tokens[draft.phrase.noun].lower == "others"):
        return False
    if not between or any(t.pos in {"VERB", "AUX", "SCONJ"} for t in between):
        return False
    if all(t.lower in LINKS for t in between):
        return True
    return between[0].lower in PARTS and between[-1].lower in LINKS


def _shared(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Members of a list without a fate take that of their neighbour, from the left first."""
    for order in (range(1, len(drafts)), range(len(drafts) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for n in order:
            here, other = drafts[n], drafts[n + step]
            left, right = (other, here) if step < 0 else (here, other)
            if here.told is None and other.told is not None and _lends(sentence, left, right, here, other.told):
                drafts[n] = replace(
                    here, told=other.told, rule="list", total=other.total, part=other.part, toll=other.toll
                )
    return drafts


def _lends(sentence: Sentence, left: Draft, right: Draft, here: Draft, fate: Told) -> bool:
    return (
        fate.by in {"beside", "syntax", "name"}
        and _continues(sentence, left, right)
        and takes(fate.fate.takes, sentence, here.phrase)
    )


def _population(sentence: Sentence, draft: Draft, words: Lexicon) -> Draft:
    """ "14 of them children", "three of whom were women": the noun after the pronoun names the population."""
    phrase = draft.phrase
    if not phrase.echo or phrase.last >= len(sentence.tokens):
        return draft
    after = phrase.last
    if sentence.tokens[after].lower in {"were", "are", "was", "is"}:
        after += 1
    if after >= len(sentence.tokens) or sentence.tokens[after].pos not in {"NOUN", "ADJ", "DET"}:
        return draft
    for noun in range(after, min(after + 3, len(sentence.tokens))):
        kind, population = kind_of(sentence, noun, words)
        if kind == "person" and sentence.tokens[noun].tag == "NNS":
            return replace(draft, phrase=replace(phrase, population=population, kind="person"), part=True)
    return draft


def span_tokens(drafts: Sequence[Draft]) -> frozenset[int]:
    """Tokens that belong to the phrases of these drafts."""
    return frozenset(n for d in drafts for n in range(d.phrase.first, d.phrase.last))
