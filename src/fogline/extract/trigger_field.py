"""Whether a document is of conflict or of relations between states at all; what stands in one that is not is refused.

Both are weighed. A word that only war and its actors have ("militant", "airstrike") weighs 1, one that peace has too ("army",
"border", "protest") and a state that is named weigh a half. A document is of the field when its different words weigh enough and
enough of its sentences hold one; where several states meet in many of its sentences, what their bodies and offices do is of the
field. In any other document a sentence must redeem itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.time_digest import digest_day
from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.language.tree import kids
from fogline.model.mention import Trigger
from fogline.model.sentence import Parsed, Sentence, Token

FEWEST_WORDS = 5  # of a sentence that tells something
SHORT = 40  # words: so short a text tells too little to be judged as a whole
# different words of war alone, weight of all, share of sentences that hold one
ENOUGH = ((3, 3.0, 0.09), (1, 2.0, 0.19), (0, 1.0, 0.35))
TITLED = (2.0, 0.09)  # weight and share, where the title itself holds a word of war alone
STATES, NAMED, MEETING = 2, 0.5, 0.2  # different states; shares of sentences that name one, and two
MILD = 0.5  # what a word of peace and war, a state, or a sentence with no more than that weighs
REDEEMED = 2.0
ACRONYM = 3  # letters
STATECRAFT = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT",
                        "THREATEN", "SANCTION", "RETREAT", "MOBILIZE", "COERCE"})  # fmt: skip
HEADLINED = frozenset({"protest", "war", "clash", "fighting"})  # strong in a headline
POLITICAL = frozenset({"official", "diplomat", "authority", "actor", "troops"})


@dataclass(frozen=True, slots=True)
class Signs:
    """Different words of war alone, of war and peace, and different states, in a sentence or a document."""

    strong: frozenset[str]
    mild: frozenset[str]
    states: frozenset[str]

    def joined(self, other: Signs) -> Signs:
        """The signs of both."""
        return Signs(self.strong | other.strong, self.mild | other.mild, self.states | other.states)

    @property
    def weight(self) -> float:
        """What the words weigh, states apart."""
        return len(self.strong) + MILD * len(self.mild)


NO_SIGNS = Signs(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Field:
    """What a document as a whole weighs: its different words, and the share of its sentences that hold one."""

    words: tuple[str, ...]
    titled: bool
    digest: bool
    strong: int
    weight: float
    share: float
    states: int
    named: float
    meeting: float
    short: bool

    @property
    def met(self) -> bool:
        """Whether the document is of the field."""
        if self.short or (self.digest and (self.strong or self.states >= STATES)):
            return True  # a digest of one day tells many things: its items are not judged by each other
        if self.titled and self.weight >= TITLED[0] and self.share >= TITLED[1]:
            return True
        return any(
            self.strong >= strong and self.weight >= least and self.share >= part for strong, least, part in ENOUGH
        )

    @property
    def worldly(self) -> bool:
        """Whether the document is of relations between states."""
        return self.states >= STATES and self.named >= NAMED and self.meeting >= MEETING

    @property
    def reason(self) -> str:
        """What was weighed, to be shown with a refusal."""
        words = ", ".join(self.words) or "none"
        return f"its words of conflict: {words}; weight {self.weight:.1f}, in {self.share:.0%} of its sentences"


def field(parsed: Parsed, lexicon: TriggerLexicon) -> tuple[Field, dict[int, Signs]]:
    """What the document weighs, and the signs of every sentence."""
    by_sentence = {s.index: signs(s, lexicon) for s in parsed.sentences}
    title = _title(parsed.document.title or "", lexicon)
    whole = title
    for one in by_sentence.values():
        whole = whole.joined(one)
    words = sum(len(s.tokens) for s in parsed.sentences)
    told_in = [by_sentence[s.index] for s in parsed.sentences if _is_prose(s)] or list(by_sentence.values())
    held = sum(1.0 if one.strong else MILD if one.mild else 0.0 for one in told_in)
    shown = (*sorted(whole.strong), *sorted(whole.mild))
    many = max(1, len(told_in))
    told = Field(
        words=shown,
        titled=bool(title.strong),
        digest=digest_day(parsed.document) is not None,
        strong=len(whole.strong),
        weight=whole.weight + title.weight,
        share=held / many,
        states=len(whole.states),
        named=sum(bool(one.states) for one in told_in) / many,
        meeting=sum(len(one.states) > 1 for one in told_in) / many,
        short=words < SHORT,
    )
    return told, by_sentence


def _is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is no cell of a table and no key figure: these hold a number and hardly a word."""
    return not sentence.passage.cells and sum(t.text[:1].isalpha() for t in sentence.tokens) >= FEWEST_WORDS


def _of_tables(parsed: Parsed, by_sentence: dict[int, Signs]) -> dict[int, Signs]:
    """The signs of a whole table, with the line over it, for each of its cells."""
    found: dict[int, Signs] = {}
    run: list[int] = []
    whole = NO_SIGNS
    for sentence in parsed.sentences:
        if not sentence.passage.cells:
            run, whole = [], by_sentence[sentence.index]
            continue
        run.append(sentence.index)
        whole = whole.joined(by_sentence[sentence.index])
        found.update(dict.fromkeys(run, whole))
    return found


def signs(sentence: Sentence, lexicon: TriggerLexicon) -> Signs:
    """The signs in one sentence."""
    strong, mild, states = set(), set(), set()
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        for word in (lemma, token.lower):
            if lexicon.is_a(word, "warlike"):
                strong.add(lemma)
            elif lexicon.is_a(word, "field"):
                mild.add(lemma)
        if (state := _state(sentence, token, lexicon)) is not None:
            states.add(state)
    return Signs(frozenset(strong), frozenset(mild - strong), frozenset(states))


def outside(parsed: Parsed, found: list[Trigger], lexicon: TriggerLexicon) -> tuple[set[int], str]:
    """Positions in ``found`` of triggers to refuse, and what was weighed: nothing about them redeems them."""
    whole, by_sentence = field(parsed, lexicon)
    if whole.met:
        return set(), ""
    sentences = {s.index: s for s in parsed.sentences}
    lost = set()
    for n, trigger in enumerate(found):
        sentence = sentences[trigger.sentence]
        of_states = whole.worldly and trigger.type in STATECRAFT and _political(sentence, trigger, lexicon)
        if of_states or _between_states(sentence, trigger, lexicon):
            continue
        if not _redeems(by_sentence[trigger.sentence], trigger, lexicon):
            lost.add(n)
    return lost, whole.reason


def peaceful(parsed: Parsed, lexicon: TriggerLexicon, *, counts: bool) -> frozenset[int]:
    """Sentences of a document of another field that do not themselves speak of war; in one of world politics, nor of two states.

    Ties between bodies, deaths and judgements told there are not of conflict; ``counts`` asks for words of war alone.
    """
    whole, by_sentence = field(parsed, lexicon)
    if whole.met:
        return frozenset()
    tables = _of_tables(parsed, by_sentence)
    by_sentence |= tables
    states = whole.worldly and not counts
    return frozenset(
        n
        for n, here in by_sentence.items()
        if not ((here.strong or n in tables) and _weight(here) >= REDEEMED) and not (states and _weight(here) >= 1)
    )


def _title(title: str, lexicon: TriggerLexicon) -> Signs:
    """Words of war in the title, which is known of the document though it is no evidence; they weigh twice."""
    strong, mild = set(), set()
    for word in title.split():
        plain = word.strip(".,:;'\"()").lower()
        for form in (plain, plain.removesuffix("s")):
            if lexicon.is_a(form, "warlike") or form in HEADLINED:
                strong.add(plain.removesuffix("s"))
            elif lexicon.is_a(form, "field"):
                mild.add(plain.removesuffix("s"))
    return Signs(frozenset(strong), frozenset(mild - strong), frozenset())


def _state(sentence: Sentence, token: Token, lexicon: TriggerLexicon) -> str | None:
    """The state that a capitalised word names: "us" and "car" name none, nor does "New Mexico"."""
    state = lexicon.states.get(token.lower)
    if state is None or not token.text[:1].isupper() or (len(token.text) <= ACRONYM and not token.text.isupper()):
        return None
    before = sentence.tokens[token.i - 1].lower if token.i else ""
    return None if before == "new" else state


def _weight(here: Signs) -> float:
    return here.weight + min(MILD * len(here.states), 1.0)


def _redeems(here: Signs, trigger: Trigger, lexicon: TriggerLexicon) -> bool:
    """Words of war enough in the sentence, one of them perhaps the trigger itself."""
    own = any(lexicon.is_a(w, "warlike") for w in trigger.span.text.lower().split())
    return bool(here.strong) and _weight(here) + (MILD if own else 0.0) >= REDEEMED


def _political(sentence: Sentence, trigger: Trigger, lexicon: TriggerLexicon) -> bool:
    """Whether a state, an office, a body or a name stands at an end."""
    tokens = [sentence.tokens[end] for end in (*trigger.agents, *trigger.targets)]
    return any(
        t.pos == "PROPN" or lexicon.known(t) & POLITICAL or _state(sentence, t, lexicon) is not None for t in tokens
    )


def _between_states(sentence: Sentence, trigger: Trigger, lexicon: TriggerLexicon) -> bool:
    """A deed of statecraft with two states at its ends, or one state and the body or office of another."""
    ends = [*trigger.agents, *trigger.targets]
    found = {state for end in ends for state in _states_at(sentence, end, lexicon)}
    return len(found) > 1


def _states_at(sentence: Sentence, end: int, lexicon: TriggerLexicon) -> set[str]:
    """The state that an end is, or that its office or body is of; a private person's nationality counts for nothing."""
    token = sentence.tokens[end]
    if (own := _state(sentence, token, lexicon)) is not None:
        return {own}
    if not lexicon.known(token) & POLITICAL and token.pos != "PROPN":
        return set()
    below = [*kids(sentence, end), *(inner for k in kids(sentence, end, "prep") for inner in kids(sentence, k.i))]
    found = (_state(sentence, k, lexicon) for k in below)
    return {state for state in found if state is not None}
