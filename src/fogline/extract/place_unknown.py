"""Names that the text says are places and that no gazetteer knows: kept, with the place they are said to lie in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from fogline.extract.place_lead import Knowledge, Lead, lead
from fogline.extract.place_shift import placed
from fogline.extract.place_spots import DASHES, is_article
from fogline.gazetteer.entry import Candidate
from fogline.gazetteer.lookup import Gazetteer
from fogline.language.tree import span
from fogline.model.issue import Found, Issue
from fogline.model.mention import Mention
from fogline.model.place import Place
from fogline.model.sentence import Parsed, Sentence
from fogline.model.span import Span

SETTLED = frozenset({"city", "section", "camp", "site", "base"})
KIND_AFTER = frozenset(
    {"village", "town", "district", "township", "settlement", "neighbourhood", "neighborhood", "suburb", "camp"}
)
LONGEST = 6
FOCUS = 0.5  # how much a report must speak of a country for another spelling to be looked for there


def unknown(
    parsed: Parsed, known: list[Mention[Place]], know: Knowledge, gazetteer: Gazetteer, countries: Mapping[str, float]
) -> Found[Mention[Place]]:
    """Places by their words alone ("the village of X", "in X, Y province"), resolved by sound or left at what holds them.

    An issue tells every name that stays without a point of its own.
    """
    found: list[Mention[Place]] = []
    issues: list[Issue] = []
    for sentence in parsed.sentences:
        here = [m for m in known if m.sentence == sentence.index]
        for first, last in _runs(sentence, here):
            how, holder = lead(sentence, first, know), _holder(sentence, last, here)
            sign = _sign(sentence, first, last, know, how, holder)
            if not sign and not _listed(sentence, first, [*here, *found]):
                continue
            words = span(sentence, first, last)
            heard = [c for c in gazetteer.near_spelling(words.text) if _fits(c, holder, countries)]
            if heard:
                place = placed(span(sentence, how.first, last), heard[0], how, None)
                found.append(Mention(place, sentence.index, how.first, last, last - 1))
            elif sign == "said" or (sign == "likely" and _bare_name(sentence, first, last, countries)):
                found.append(Mention(_held(words, holder, countries), sentence.index, first, last, last - 1))
                issues.append(_issue(parsed, words, holder))
    return Found(tuple(found), tuple(issues))


def _runs(sentence: Sentence, known: list[Mention[Place]]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised names outside the places found."""
    taken = {i for m in known for i in range(m.first, m.last)}
    i, tokens = 1, sentence.tokens
    while i < len(tokens):
        j = i
        while j < len(tokens) and j - i < LONGEST and j not in taken and _part(sentence, i, j):
            j += 1
        while j > i and not tokens[j - 1].text[0].isupper():
            j -= 1
        if j > i:
            yield i, j
        i = max(j, i + 1)


def _part(sentence: Sentence, first: int, at: int) -> bool:
    token = sentence.tokens[at]
    if token.text[0].isupper():
        return token.pos in {"PROPN", "NOUN", "ADJ"} and len(token.text) > 1
    return is_article(sentence, at) or (
        at > first and token.text in DASHES and sentence.tokens[at - 1].end == token.start
    )


def _holder(sentence: Sentence, last: int, known: list[Mention[Place]]) -> Place | None:
    """The place after a comma, or after "in": what the text says it lies in."""
    for m in known:
        gap = [t.lower for t in sentence.tokens[last : m.first]]
        if not 0 < len(gap) <= 4 or any(w not in {",", "in", "of", "the", *KIND_AFTER} for w in gap):
            continue
        part_of = len(gap) > 1 and gap[0] in KIND_AFTER and gap[1] == "of"  # "the Doura district of Baghdad"
        if part_of or (m.value.precision >= 3 and gap[0] in {",", "in", *KIND_AFTER}):
            return m.value
    return None


def _sign(
    sentence: Sentence, first: int, last: int, know: Knowledge, how: Lead, holder: Place | None
) -> Literal["said", "likely", ""]:
    """Whether the words around say that it is a place, or only make it likely."""
    tokens, words = sentence.tokens, know.words
    no_name = any(words.has(role, tokens[first].text) for role in ("never", "title", "given"))
    if no_name or words.has("body", tokens[last - 1].text) or tokens[first].text in know.countries.demonyms:
        return ""
    after = tokens[last].lower if last < len(tokens) else ""
    thing = tokens[first - 1].lower in {"the", "a", "an"}  # "at the MV Galaxy, in the Red Sea"
    if (
        after in KIND_AFTER
        or (how.named and SETTLED & set(how.kinds))
        or (holder is not None and how.sign == "in" and not thing)
    ):
        return "said"
    head = tokens[last - 1]
    taken = head.dep in {"dobj", "nsubjpass"} and words.has("verb", tokens[head.head].lemma.lower())
    return "likely" if how.sign == "in" or taken else ""


def _bare_name(sentence: Sentence, first: int, last: int, countries: Mapping[str, float]) -> bool:
    """Whether a name stands alone after "in" or "near" in a report on one country: a village that no gazetteer knows.

    It is kept without a point, so that nobody takes the last town named for it ("houses were burned in Numbi").
    """
    tokens = sentence.tokens
    ends = (
        last >= len(tokens)
        or tokens[last].pos in {"PUNCT", "ADP", "CCONJ", "SCONJ", "AUX"}
        or tokens[last].tag in {"VBD", "VBZ", "VBP"}
        or tokens[last].dep == "npadvmod"
    )
    alone = last - first == 1 and tokens[first].pos == "PROPN" and not tokens[first].text.isupper()
    near = tokens[first - 1].lower in {"in", "near"} and tokens[first].dep == "pobj"
    return ends and alone and near and max(countries.values(), default=0.0) >= FOCUS


def _listed(sentence: Sentence, first: int, known: list[Mention[Place]]) -> bool:
    """Whether a town or village stands right before it in a list."""
    for m in known:
        gap = [t.lower for t in sentence.tokens[m.last : first]]
        if m.sentence == sentence.index and gap in ([","], ["and"], [",", "and"]) and m.value.precision <= 2:
            return True
    return False


def _fits(c: Candidate, holder: Place | None, countries: Mapping[str, float]) -> bool:
    if c.kind not in SETTLED:
        return False
    if holder and holder.admin1 and holder.precision <= 4:
        return c.country == holder.country and c.admin1 == holder.admin1
    if holder and holder.country:
        return c.country == holder.country
    return countries.get(c.country or "", 0.0) >= FOCUS


def _held(words: Span, holder: Place | None, countries: Mapping[str, float]) -> Place:
    """The unknown name at its holder's point and precision; without one only its country, where the report has one."""
    if holder:
        return Place(
            words,
            words.text,
            None,
            holder.country,
            holder.admin1,
            holder.admin2,
            holder.lat,
            holder.lon,
            max(3, holder.precision),
        )
    ranked = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
    alone = bool(ranked) and (len(ranked) < 2 or ranked[1][1] < FOCUS)
    country = ranked[0][0] if alone else None
    return Place(words, words.text, None, country, None, None, None, None, 6)


def _issue(parsed: Parsed, words: Span, holder: Place | None) -> Issue:
    where = f"it is kept at {holder.name}" if holder else "it has no point"
    message = f"Expected a known place, met {words.text!r}: {where}. Add it to places.tsv."
    return Issue("places", "unknown_place", message, parsed.document.id, words)
