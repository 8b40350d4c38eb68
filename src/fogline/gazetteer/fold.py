"""Names folded so that the usual spellings of one place meet: case, accents, apostrophes, articles, hyphens."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʿʾ`´′ˈ\u02bf\u02be"), None)
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ə": "a", "ħ": "h"}
)
NOT_A_WORD = re.compile(r"[^\w]+|_+")
COMBINING = re.compile(r"[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")

# Arabic articles before sun and moon letters; a single letter sound, written in a dozen ways.
ARTICLES = frozenset(
    [
        "al",
        "el",
        "ad",
        "ed",
        "an",
        "en",
        "ar",
        "er",
        "as",
        "es",
        "ash",
        "esh",
        "at",
        "et",
        "az",
        "ez",
        "adh",
        "edh",
        "ath",
        "eth",
        "ul",
        "il",
    ]
)
WORDS = {
    **dict.fromkeys(("tel", "tell", "tall", "til", "tull"), "tal"),
    **dict.fromkeys(("kfar", "kafar", "kufr", "kefr", "kfer", "kafer", "kufur", "kufar"), "kafr"),
    **dict.fromkeys(("ain", "ein", "aayn", "eyn", "aain"), "ayn"),
    **dict.fromkeys(("deir", "der", "dair", "deyr", "dayr", "dier"), "dayr"),
    **dict.fromkeys(("jebel", "djebel", "gebel", "jabel", "djebbel", "gabal"), "jabal"),
    **dict.fromkeys(("beit", "bait", "beyt", "bet", "beth"), "bayt"),
    **dict.fromkeys(("abou", "abo", "aboo"), "abu"),
    **dict.fromkeys(("um", "oum", "om", "umm"), "umm"),
    **dict.fromkeys(("sheikh", "cheikh", "shaikh", "sheik", "shekh", "sheekh"), "shaykh"),
    **dict.fromkeys(("khirbet", "kherbet", "khirbat", "kharbat", "kherbat", "khirba"), "khirbat"),
    **dict.fromkeys(("maaret", "maarrat", "maarat", "maarret", "marrat", "maarra", "maara"), "maarat"),
    **dict.fromkeys(("saint", "st", "ste", "sainte"), "saint"),
    **dict.fromkeys(("mount", "mt"), "mount"),
    **dict.fromkeys(("fort", "ft"), "fort"),
    **dict.fromkeys(("wadi", "oued", "ouadi"), "wadi"),
    **dict.fromkeys(("ras", "raas"), "ras"),
    **dict.fromkeys(("hajar", "hajjar"), "hajar"),
    **dict.fromkeys(("kala", "qala", "qalat", "qalaat", "kalat", "qalah"), "qalat"),
}


def fold(name: str) -> str:
    """The key under which a name is stored: "Ma'arrat an-Nu'mān" → "maarat al numan", "St. Petersburg" → "saint petersburg".

    An article of Arabic before another word becomes ``al``; letters without accents; words joined by single spaces.
    """
    return " ".join(
        _word(w, n, last) for words in [_words(name)] for last in [len(words) - 1] for n, w in enumerate(words)
    )


def loose(key: str) -> str:
    """A folded key without its articles: "al rastan" → "rastan", "dayr al zur" → "dayr zur"."""
    kept = [w for w in key.split(" ") if w != "al"]
    return " ".join(kept) if kept else key


def sound(key: str) -> str:
    """How a transliterated key sounds, roughly: "jableh", "jablah", "jabla" → "jabla"; "daraya", "darayya" → "daraia".

    Doubled letters once, long vowels short, q as k, a final -h or -e/-eh/-ah as -a. Spaces and articles are dropped.
    """
    plain = loose(key).replace(" ", "")
    for pattern, letter in SOUNDS:
        plain = pattern.sub(letter, plain)
    return plain


def bones(heard: str) -> str:
    """The consonants of a sound, and its first letter: "urumkubra", "urmkubra" → "urmkbr"."""
    return heard[:1] + heard[1:].translate(VOWELS)


VOWELS = dict.fromkeys(map(ord, "aeiou"), None)
SOUNDS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"(?:iy|i)+(?:eh|ah|e|a)$", "ia"),
        (r"ou|oo|ow|aw|au", "u"),
        (r"ee|ei|ey|ie|ay|ai|iy|yi", "i"),
        (r"o", "u"),
        (r"dj", "j"),
        (r"gh|q", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"y", "i"),
        (r"e", "a"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)h$", ""),
    )
)


def _words(name: str) -> list[str]:
    plain = name.casefold().translate(APOSTROPHES)
    if not plain.isascii():
        plain = COMBINING.sub("", unicodedata.normalize("NFKD", plain)).translate(LETTERS).translate(APOSTROPHES)
    return NOT_A_WORD.sub(" ", plain.replace(".", "").replace("&", " and ")).split()


def _word(word: str, n: int, last: int) -> str:
    if n < last and word in ARTICLES:
        return "al"
    return WORDS.get(word, word) if last else word
