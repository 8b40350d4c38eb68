"""Families of plain text: controls, direction, invisible characters, encodings, lines and documents without end."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.hostile.case import ANY, READ, SENTENCE, Case, cases

SHELLED = "=shelled the market"
ESCAPES = (
    "\x1b[31m",
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x1b]8;;http://evil.example\x1b\\",
    "\x1b]52;c;cm0gLXJm\x07",
    "\x1bP0;1|17/17\x1b\\",
    "\x9b31m",
    "\x1b[6n",
    "\x1b[?1049h",
    "\x1b#8",
    "\x1bc",
    "\x1b[5i",
    "\x1b_payload\x1b\\",
    "\x1b^private\x1b\\",
    "\x07",
    "\x08\x08\x08",
    "\x7f",
    "\x0e",
    "\x05",
    "\x90q\x9c",
    "\r\x1b[K",
    "\x1b[1;1H",
    "\x85",
    "\x00",
    "\x1a",
    "\x04",
)
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
UNSEEN = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u180e",
    "\u3164",
    "\u115f",
    "\u034f",
    "\ufff9\ufffa\ufffb",
    "\ue000",
    "\U000e0041\U000e0042\U000e007f",
    "\U000f0000",
    "\ufe0f",
    "\U000e0100",
    "\u2028",
    "\u2029",
    "\u2061\u2062\u2063",
    "\uffff",
    "\U0010ffff",
    "\u206a\u206f",
    "\U0001d173",
)
MEGA = 1_000_000
LONG = ("x", ".", "\n", "a\n", "\t", "|", '"')  # ten megabytes of these, one of the others


def controls() -> Iterator[Case]:
    """Codes that a terminal obeys, in the middle of a sentence."""
    text = SENTENCE.replace("market", "{}market")
    yield from cases("terminal codes", "a.txt", ((repr(e), text.format(e).encode(), ANY) for e in ESCAPES))


def directions() -> Iterator[Case]:
    """Characters that show a text other than it is stored."""
    rows = [(f"U+{ord(c):04X}", SENTENCE.replace("12", f"{c}12{c}").encode(), SHELLED) for c in DIRECTIONS]
    rows += [(f"U+{ord(c):04X} many", (c * 5000 + SENTENCE + c * 5000).encode(), SHELLED) for c in DIRECTIONS]
    yield from cases("direction controls", "a.txt", rows)


def unseen() -> Iterator[Case]:
    """Characters that nobody sees, and marks stacked upon each other."""
    rows = [(repr(c), SENTENCE.replace("12", f"{c}12").encode(), SHELLED) for c in UNSEEN]
    storm = "\u0301\u0323\u0327\u0338"
    rows += [(f"marks {n}", (SENTENCE + "e" + storm * n).encode(), SHELLED) for n in (10, 1000, 100_000, 500_000)]
    rows.append(("marks on every letter", "".join(c + storm * 20 for c in SENTENCE * 20).encode(), ANY))
    rows.append(("jamo", ("\u1100\u1161\u11a8" * MEGA).encode(), ANY))
    yield from cases("unseen characters", "a.txt", rows)


def encodings() -> Iterator[Case]:
    """Bytes that are no UTF-8, or say that they are another encoding than they are."""
    plain = SENTENCE.encode()
    rows: list[tuple[str, bytes, str]] = [
        (name, SENTENCE.encode(name), ANY if name in ("utf-32-le", "utf-32-be", "cp037", "utf-7") else READ)
        for name in (
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "utf-32-le",
            "utf-32-be",
            "cp037",
            "utf-7",
            "utf-8-sig",
        )
    ]
    rows += [
        ("utf-16 of odd length", SENTENCE.encode("utf-16")[:-1], "=Gunmen"),
        ("utf-16 surrogates alone", b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x00\xd8\x00\xdc\x00\xd8", READ),
        ("utf-32 beyond Unicode", b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * 50, ANY),
        ("a mark and nothing", b"\xff\xfe", ANY),
        ("a mark and the other order", b"\xfe\xff" + SENTENCE.encode("utf-16-le"), ANY),
        ("two marks", b"\xef\xbb\xbf\xef\xbb\xbf" + plain, READ),
        ("overlong", plain + b"\xc0\xaf\xe0\x80\xaf", READ),
        ("surrogates in utf-8", plain + b"\xed\xa0\x80\xed\xbf\xbf", READ),
        ("a byte that never is", plain + b"\xff" * 100, ANY),
        ("cut in a letter", ("é" * 100).encode()[:-1], ANY),
        ("null bytes", plain.replace(b" ", b"\0"), ANY),
        ("null bytes alone", b"\0" * MEGA, "!empty"),
        ("null bytes between", b"\0".join(bytes([b]) for b in plain), ANY),
        ("shift out", b"\x0e\x0f" * 50 + plain, ANY),
        ("iso-2022", b"\x1b$B" + plain, ANY),
        ("random", bytes((n * n * 31 + n // 7) % 256 for n in range(5000)), ANY),
        ("all bytes", bytes(range(256)) * 40, "!binary"),
    ]
    yield from cases("encodings", "a.txt", rows)


def without_end() -> Iterator[Case]:
    """Ten megabytes of one thing: a line without a space, dots, empty lines, tabs, bars."""
    units = {
        "letters": "x",
        "dots": ".",
        "dots and spaces": ". ",
        "sentences": "A b. ",
        "lines": "\n",
        "lines of a letter": "a\n",
        "tabs": "\t",
        "cells": "a\tb\n",
        "bars": "|",
        "rows": "| a | b |\n",
        "one bar": "a | 1\n",
        "commas": "1,",
        "rows of commas": "a,1\n",
        "digits": "7",
        "quotes": '"',
        "quoted": '"a",',
        "brackets": "(",
        "square": "[",
        "stars": "*",
        "gaps": "a  1  ",
        "rows of gaps": "ab  1\n",
        "hyphens": "a-\n",
        "dashes": "— ",
        "spaces": " x" + " " * 50,
        "notes": "[1] a\n",
        "quoted lines": "> a\n",
        "carriage returns": "a\r",
        "wrapped": "x" * 60 + "\n",
        "colons": "A: ",
        "semicolons": "a;1\n",
        "percent": "5 % ",
        "months": "1 May 2024 – ",
    }
    size = 10 * MEGA

    def repeated(unit: str) -> bytes:
        whole = size if unit in LONG else size // 10
        return (SENTENCE + "\n" + unit * (whole // len(unit))).encode()

    for name, unit in units.items():
        yield Case("ten megabytes of it", name, "a.txt", partial(repeated, unit))
    yield Case("ten megabytes of it", "emphasis in Markdown", "a.md", lambda: repeated("*a"))
    yield Case("ten megabytes of it", "links in Markdown", "a.md", lambda: repeated("[a]("))
    yield Case("ten megabytes of it", "pictures in Markdown", "a.md", lambda: repeated("!["))
    yield Case("ten megabytes of it", "rules in Markdown", "a.md", lambda: repeated("- - "))
    yield Case("ten megabytes of it", "underscores in Markdown", "a.md", lambda: repeated("_a _"))
