"""Who is meant by "they", "the group", "the president", "Touray": pointed back only where one actor fits.

Nearest sentence first, and in it the subject before others (a light form of Lappin and Leass 1994); two that fit equally
well leave the words as they are.
"""

from __future__ import annotations

from dataclasses import replace

from fogline.extract.actor_draft import Draft, Who
from fogline.extract.actor_nouns import noun_of
from fogline.extract.coreference_apposition import apposed
from fogline.extract.coreference_fits import SUBJECTS, Seen, fits_noun, fits_pronoun, seen_here
from fogline.extract.coreference_persons import in_full, persons
from fogline.extract.coreference_voice import publisher, voices
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.actor_words import ActorWords
from fogline.language.tree import subtree
from fogline.model.sentence import Parsed, Sentence

REACH = 2  # sentences back for a pronoun
FAR = 8  # sentences back for "the group"
PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "hers": "person", "herself": "person",
    "it": "body", "its": "body", "itself": "body",
    "they": "many", "them": "many", "their": "many", "themselves": "many",
}  # fmt: skip
Drafts = dict[int, Draft]


def resolved(parsed: Parsed, found: list[Drafts], lexicon: ActorLexicon, home: frozenset[str]) -> list[Drafts]:
    """The same actors, with short names, definite phrases and pronouns pointed back to the actor they mean.

    ``home`` are the countries that the document is about: "the government" is one of theirs.
    """
    known, issuer = persons(found), publisher(parsed.document.publisher or "", lexicon)
    named = [_named(s, drafts, known, lexicon.words) for s, drafts in zip(parsed.sentences, found, strict=True)]
    seen: list[Seen] = []
    result: list[Drafts] = []
    for sentence, drafts in zip(parsed.sentences, named, strict=True):
        here: Drafts = {}
        seen = [s for s in seen if s.sentence >= sentence.index - FAR]
        for token in sentence.tokens:
            draft = drafts.get(token.i)
            if draft is None:
                who = _ahead(sentence, token.i, drafts, lexicon) or _pronoun(sentence, token.i, seen, lexicon.words)
                draft = _pronoun_draft(token.i, who) if who else None
            elif draft.sort == "common":
                who = _definite(sentence, draft, seen, lexicon.words, issuer)
                foreign = who is not None and who is not issuer and who.kind == "state" and who.country not in home
                draft = replace(draft, who=draft.who if who is None or foreign else who)
            if draft is not None:
                here[token.i] = draft
                seen.append(seen_here(sentence, draft, lexicon))
        result.append(apposed(sentence, here, lexicon.words))
    for (index, at), who in voices(parsed, result, lexicon).items():
        result[index][at] = _pronoun_draft(at, who)
    return result


def _pronoun_draft(token: int, who: Who) -> Draft:
    return Draft(token, token + 1, token, who, "pronoun")


def _named(sentence: Sentence, drafts: Drafts, known: dict[str, Who], words: ActorWords) -> Drafts:
    """Short names in full, and apposed offices as the person they describe."""
    full = {
        head: settled
        for head, draft in drafts.items()
        if (settled := in_full(draft, known) if draft.sort in {"short", "person"} else draft) is not None
    }
    return apposed(sentence, full, words)


def _pronoun(sentence: Sentence, token: int, seen: list[Seen], words: ActorWords) -> Who | None:
    need = PRONOUNS.get(sentence.tokens[token].lower)
    if need is None or _empty_it(sentence, token) or _thing(sentence, token, words):
        return None
    reach = sentence.index - (REACH if sentence.tokens[token].dep in SUBJECTS else 1)
    fits = [s for s in seen if s.sentence >= reach and fits_pronoun(s, need) and _told_on(sentence, token, s)]
    found = _only(fits, sentence, token)
    if need == "many" and found is not None and _persons_before(found, seen, sentence, token):
        return None
    return found


def _persons_before(found: Who, seen: list[Seen], sentence: Sentence, token: int) -> bool:
    """Whether "they" may be the persons of whom the sentence before told, and the armed group found was only spoken of there."""
    if sentence.tokens[token].dep not in SUBJECTS or found.kind not in {"armed_group", "coalition"}:
        return False
    before = [s for s in seen if s.sentence == sentence.index - 1]
    told_of = any(s.subject and s.who == found for s in seen if s.sentence >= sentence.index - 1)
    return not told_of and any(s.subject and s.who.kind == "person" for s in before)


def _ahead(sentence: Sentence, token: int, drafts: Drafts, lexicon: ActorLexicon) -> Who | None:
    """The subject still to come, of a pronoun in words put before it: "In his speech, President Faye …"."""
    need = PRONOUNS.get(sentence.tokens[token].lower)
    root = next((t.i for t in sentence.tokens if t.head == t.i), token)
    subject = next((k for k in sentence.children[root] if sentence.tokens[k].dep in SUBJECTS), None)
    if need is None or subject is None or token > subject or sentence.tokens[token].dep != "poss":
        return None
    draft = drafts.get(subject)
    inside = draft is None or draft.covers(token) or token in subtree(sentence, subject)
    if draft is None or inside or not fits_pronoun(seen_here(sentence, draft, lexicon), need):
        return None
    return draft.who


def _told_on(sentence: Sentence, token: int, seen: Seen) -> bool:
    """Over the border of a paragraph only the subject of its first sentence points back ("He added …")."""
    return seen.passage == sentence.passage.start or sentence.tokens[token].dep in SUBJECTS


def _empty_it(sentence: Sentence, token: int) -> bool:
    """The "it" of "it is feared that", "it rained": it stands for nobody."""
    here = sentence.tokens[token]
    if here.lower != "it" or here.dep not in SUBJECTS:
        return False
    verb = sentence.tokens[here.head]
    clausal = any(sentence.tokens[k].dep in {"csubj", "acomp"} for k in sentence.children[verb.i])
    return verb.lemma == "be" or verb.pos == "ADJ" or here.dep == "nsubjpass" or clausal


def _thing(sentence: Sentence, token: int, words: ActorWords) -> bool:
    """The "it" that something is done to is a thing or a deed ("denied it"), unless one speaks to it ("accused it")."""
    here = sentence.tokens[token]
    addressed = words.verbs.get(sentence.tokens[here.head].lemma.lower()) == "address"
    return here.lower == "it" and here.dep not in SUBJECTS and not (addressed and here.dep == "dobj")


def _only(fits: list[Seen], sentence: Sentence, token: int) -> Who | None:
    """The one that fits in the nearest sentence that has any, subjects before others; ``None`` where two fit."""
    for distance in range(FAR + 1):
        near = [s for s in fits if s.sentence == sentence.index - distance]
        if distance == 0:
            near = [s for s in near if not _same_clause(sentence, s.head, token)]
        for group in ([s for s in near if s.subject], near):
            whos = {(s.who.name, s.who.id): s.who for s in group}
            if len(whos) == 1:
                return next(iter(whos.values()))
            if len(whos) > 1:
                return None
    return None


def _same_clause(sentence: Sentence, one: int, other: int) -> bool:
    """A pronoun that is object of a verb is not that verb's subject ("Hamas accused them")."""
    a, b = sentence.tokens[one], sentence.tokens[other]
    above = {b.head, sentence.tokens[b.head].head}
    return b.dep in {"dobj", "pobj", "dative"} and a.dep in SUBJECTS and a.head in above


def _definite(sentence: Sentence, draft: Draft, seen: list[Seen], words: ActorWords, issuer: Who | None) -> Who | None:
    """Whom "the group", "the ministry", "the president" points back to: in its own release "the ministry" is who issues it."""
    noun = noun_of(sentence, draft.head, words)
    if noun is None or not noun.refers or not _bare(sentence, draft):
        return None
    lemma = sentence.tokens[draft.head].lemma.lower()
    if issuer is not None and issuer.kind == "state" and lemma in issuer.name.lower().split():
        return issuer
    fits = [s for s in seen if s.sentence >= sentence.index - FAR and fits_noun(s, noun, lemma)]
    return _only(fits, sentence, draft.head)


def _bare(sentence: Sentence, draft: Draft) -> bool:
    """Whether it is "the" and the noun alone, nothing that describes it further; a name-like "Coalition" needs no "the"."""
    at = draft.name - 1 if draft.name else 0
    if at and sentence.tokens[at].lower == "same":
        at -= 1
    before = sentence.tokens[at].lower if draft.name else ""
    after = [sentence.tokens[k] for k in sentence.children[draft.head] if k > draft.head]
    if draft.last - draft.name > 1 or any(t.dep in {"prep", "relcl", "appos", "acl"} for t in after):
        return False
    compound = sentence.tokens[draft.head].dep == "compound" and draft.who.kind == "coalition"
    return before in {"the", "this", "that"} or compound
