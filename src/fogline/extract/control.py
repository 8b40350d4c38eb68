"""Who holds ground: the grounds of a control trigger one by one, and how much of them is meant."""

from __future__ import annotations

from fogline.extract.role_site import Site, of_objects
from fogline.language.tree import conjuncts, kids, prepositions
from fogline.model.comparison import Extent
from fogline.model.sentence import Token

PARTS: dict[str, Extent] = {
    "part": "part", "half": "part", "third": "part", "quarter": "part", "portion": "part", "section": "part",
    "area": "part", "swath": "part", "swathe": "part", "stretch": "part", "some": "part", "two-third": "most",
    "third-quarter": "most", "most": "most", "much": "most", "majority": "most", "bulk": "most", "all": "whole",
    "whole": "whole", "entirety": "whole", "rest": "part", "remainder": "part", "percent": "part", "%": "part",
    "pocket": "part", "edge": "part", "outskirt": "part",
}  # fmt: skip
WHOLE = frozenset({"whole", "entire", "full", "complete", "fully", "completely", "entirely"})
LISTS = frozenset({"including", "like", "namely", "as"})  # "such as"
MOST_BY_NUMBER = frozenset({"two", "three", "nine", "80", "90", "70", "75", "60"})


def grounds(site: Site, heads: tuple[int, ...]) -> tuple[tuple[int, ...], Extent | None]:
    """The heads of all places that share the trigger, in order of the text, and the extent told of them."""
    found: list[int] = []
    extent: Extent | None = None
    for head in heads:
        inner, told = _through_part(site, head)
        extent = extent or told
        for ground in inner:
            found.extend(_named(site, ground))
    ordered = sorted(dict.fromkeys(found))
    return tuple(ordered), extent or _whole(site, ordered)


def _through_part(site: Site, head: int) -> tuple[list[int], Extent | None]:
    """ "half of the city" → the city, ``part``."""
    token = site.tok(head)
    told = PARTS.get(token.lemma.lower())
    inner = of_objects(site.sentence, head)
    if told is None or not inner:
        return [head], None
    if token.lemma.lower() in {"third", "quarter", "percent", "%"} and _majority(site, token):
        told = "most"
    return inner, told


def _majority(site: Site, token: Token) -> bool:
    return any(k.lower in MOST_BY_NUMBER for k in kids(site.sentence, token.i, "nummod", "amod", "compound"))


def _named(site: Site, head: int) -> list[int]:
    """ "the cities of X and Y" → X, Y; "twenty towns, including A and B" → the towns, A, B; else the head itself."""
    token = site.tok(head)
    listed = [
        c for prep, obj in prepositions(site.sentence, head) if prep in LISTS for c in conjuncts(site.sentence, obj)
    ]
    named: list[int] = []
    if site.lexicon.is_a(token.lemma.lower(), "settlement"):
        named.extend(obj for obj in of_objects(site.sentence, head) if site.tok(obj).pos == "PROPN")
    named.extend(n for item in listed for n in (_named(site, item) if item != head else [item]))
    apposed = [c for k in kids(site.sentence, head, "appos") if k.pos == "PROPN" for c in conjuncts(site.sentence, k.i)]
    if token.pos != "PROPN" and apposed and not named:
        return apposed
    return named or [head]


def _whole(site: Site, heads: list[int]) -> Extent | None:
    """ "the entire city", "fully captured"."""
    around = [k for t in (*heads, *site.tokens) for k in kids(site.sentence, t, "amod", "advmod", "predet")]
    return "whole" if any(k.lower in WHOLE for k in around) else None
