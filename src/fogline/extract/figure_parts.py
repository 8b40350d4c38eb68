"""What counts take from each other: sub-counts of a total, lists that share one verb, "others" of the same kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fogline.extract.figure_drafts import Draft
from fogline.extract.figure_fates import Told, takes
from fogline.extract.figure_lexicon import Lexicon
from fogline.extract.figure_nouns import kind_of
from fogline.model.sentence import Sentence

INCLUDING = frozenset({"including", "includes", "included", "include", "incl", "incl."})
AMONG = frozenset({"them", "whom", "these", "those", "dead", "victims", "killed", "wounded", "injured"})
CLASSES = re.compile(
    r"(?:\b(?:among|of) (?:the|those) (?:\d+ )?|^(?:the|those) )(?P<of>dead|killed|victims|wounded|injured|detained|arrested|"
    r"missing|displaced|freed|released|abducted),?(?: (?:include|included|includes|were|was|are|is))?(?: also)?\s*$",
    re.IGNORECASE,
)
AMONG_THOSE = re.compile(
    r"\b(?:was|were|is|are)(?: also)? among (?:the|those)(?: \d+)? (?P<of>dead|killed|victims|wounded|injured|detained|arrested|"
    r"missing|displaced|freed|released|abducted)\b",
    re.IGNORECASE,
)
OF_THESE = re.compile(r"(?:of|among) (?:these|those|them)\b", re.IGNORECASE)
LONGEST_LIST = 25  # tokens from a member of a list to the verb after it
LINKS = frozenset({",", "and", "or", "&", "plus", ";", "a", "an", "her", "his", "their", "also"})
LONGEST_LINK = 9  # tokens between members of a list ("nine from South Africa, three from Malawi and one …")
PARTS = frozenset({"from", "in", "of", "at", "near", "on"})


def linked(
    sentence: Sentence, drafts: Sequence[Draft], words: Lexicon, totals: Mapping[str, Draft]
) -> list[tuple[Draft, Told]]:
    """The drafts of a sentence with their fates, sub-counts marked and fates shared along lists; those without a fate left out.

    ``totals`` are the latest counts by measure before this sentence: "the dead included two nurses" counts some of them.
    """
    drafts = [_of_class(sentence, _population(sentence, d, words), words, totals) for d in drafts]
    if OF_THESE.match(sentence.text):
        drafts = [_of_these(draft, totals) for draft in drafts]
    shared = _totalled(_shared(sentence, _marked(sentence, drafts)), totals)
    return [(d, d.told) for d in shared if d.told is not None]


def _totalled(drafts: Sequence[Draft], totals: Mapping[str, Draft]) -> list[Draft]:
    """ "…, bringing the total to 4.6 million": of what was counted last before it, in the sentence or before."""
    found: list[Draft] = []
    for draft in drafts:
        if draft.toll and draft.told is None:
            before = [d for d in (*totals.values(), *found) if d.told is not None and not d.part]
            latest = max(before, key=lambda d: d.span, default=None)
            told = (
                _again(draft, latest, latest.told, "toll") if latest is not None and latest.told is not None else None
            )
            found.append(replace(draft, told=told, rule="total"))
            continue
        found.append(draft)
    return found


def _of_these(draft: Draft, totals: Mapping[str, Draft]) -> Draft:
    """ "Of these, 61 were civilians": part of those counted last."""
    latest = max((d for d in totals.values() if d.told is not None), key=lambda d: d.span, default=None)
    if latest is None or latest.told is None or draft.told is not None or not _fits(draft, latest):
        return draft
    told = _again(draft, latest, latest.told, "class")
    return replace(draft, told=told, rule="class", part=True, total=latest.span)


def _again(draft: Draft, before: Draft, told: Told, by: str) -> Told:
    """The fate of what was counted before; it is told at the counted itself where the word stands in another sentence."""
    return Told(told.token if before.sentence == draft.sentence else draft.phrase.noun, told.fate, by)


def _of_class(sentence: Sentence, draft: Draft, words: Lexicon, totals: Mapping[str, Draft]) -> Draft:
    """ "Among the dead were three nurses": part of those whom the text counted before."""
    before = sentence.text[: draft.span.start - sentence.start]
    match = CLASSES.search(before) or _among(sentence, draft)
    if match is None:
        return draft
    token = next((t for t in sentence.tokens if t.start == sentence.start + match.start("of")), None)
    fate = words.fate_of_class(match["of"].lower())
    if token is None or fate is None:
        return draft
    total = totals.get(fate.measure)
    known = total.span if total is not None and _fits(draft, total) else None
    return replace(draft, told=Told(token.i, fate, "class"), rule="class", part=True, total=known)


def _among(sentence: Sentence, draft: Draft) -> re.Match[str] | None:
    """ "Two nurses and a driver were among those killed": nothing but the list between them and the verb."""
    start = sentence.tokens[draft.phrase.last - 1].end - sentence.start
    match = AMONG_THOSE.search(sentence.text, start)
    if match is None:
        return None
    between = [t for t in sentence.tokens[draft.phrase.last :] if t.end - sentence.start <= match.start()]
    listed = all(t.pos in {"NOUN", "PROPN", "NUM", "DET", "ADJ", "PUNCT", "CCONJ", "ADP"} for t in between)
    return match if listed and len(between) <= LONGEST_LIST else None


def _marked(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Sub-counts take the fate of the total before them."""
    found: list[Draft] = []
    total: Draft | None = None
    within = False
    for draft in drafts:
        within = _opens_part(sentence, draft) or (within and bool(found) and _continues(sentence, found[-1], draft))
        part = draft.part or draft.phrase.partitive
        if (within or part) and draft.rule != "class" and total is not None and _fits(draft, total):
            own = draft.told is not None and (not within or draft.told.by == "beside")
            fate = draft.told if own else total.told
            found.append(replace(draft, part=True, told=fate, total=total.span, rule="part"))
            continue
        total = total if part else draft
        found.append(replace(draft, part=part))
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
        fate.by in {"beside", "syntax", "name", "class"}
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
