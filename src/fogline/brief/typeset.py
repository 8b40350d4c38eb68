"""The brief as PDF/UA, and its pictures as PNG: the only file that knows typst.

Words go to typst as JSON and are set as text by the template (``brief.typ``): nothing in a report can become code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import Literal

import typst

from fogline.brief.brief import Brief
from fogline.brief.sentence import Block, Bullets, Drawing, Grid, Line, Sentence
from fogline.brief.sources import rows_cited, unbroken
from fogline.model.record import Json, Record

UNSHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
CODE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
TOFU = "□"  # stands for a character of which no font at hand has a shape
TRIES = 8
SCALE = 200  # dots an inch of the pictures in DOCX


def pdf(brief: Brief) -> bytes:
    """A tagged PDF/UA-1 with title and language. The same brief gives the same bytes on a machine with the same fonts."""
    return _compiled("brief.typ", {"brief": _data(brief)}, brief, "pdf")


def png(drawing: Drawing, brief: Brief) -> bytes:
    """A drawing as a picture."""
    return _compiled("picture.typ", {"svg": drawing.svg}, brief, "png")


def _compiled(template: str, inputs: Mapping[str, str], brief: Brief, format_: Literal["pdf", "png"]) -> bytes:
    """The template with its inputs; characters that no font has are set as a box, for PDF/UA allows no others."""
    source = (files("fogline.brief") / template).read_bytes()
    stamp = datetime.combine(brief.day, time(12), UTC) if brief.day else datetime(2000, 1, 1, tzinfo=UTC)
    for attempt in range(TRIES):
        try:
            made = typst.compile(
                source,
                format=format_,
                ppi=SCALE,
                sys_inputs=dict(inputs),
                pdf_standards=["ua-1"] if format_ == "pdf" else [],
                timestamp=stamp,
            )
        except typst.TypstError as error:
            lacking = _lacking(error.diagnostic)
            if not lacking or attempt == TRIES - 1:
                raise
            inputs = {key: _boxed(text, lacking) for key, text in inputs.items()}
        else:
            return bytes(made)
    raise AssertionError(template)


def _lacking(message: str) -> set[str]:
    """The characters that typst names as without a shape."""
    return {
        c for text in UNSHOWN.findall(message) for c in CODE.sub(lambda m: chr(int(m[1], 16)), text) if not c.isascii()
    }


def _boxed(text: str, lacking: set[str]) -> str:
    return "".join(TOFU if c in lacking else c for c in text)


def _data(brief: Brief) -> str:
    content: Record = {
        "title": brief.title.text,
        "subtitle": brief.subtitle.text,
        "language": brief.wording.language,
        "paper": "us-letter" if brief.wording.dates == "american" else "a4",
        "sections": [{"title": s.title.text, "blocks": [_block(b, brief) for b in s.blocks]} for s in brief.sections],
        "sources_title": brief.sources_title.text,
        "sources": [{"number": e.number, "text": e.sentence.text, "address": e.address} for e in brief.sources],
        "open_words": brief.wording.phrases["open_words"],
        "notes": [n.text for n in brief.notes],
    }
    return json.dumps(content, ensure_ascii=False)


def _block(block: Block, brief: Brief) -> Record:
    match block:
        case Line():
            return {"kind": "line", "quiet": block.quiet, "sentence": _sentence(block.sentence, brief)}
        case Bullets():
            return {"kind": "bullets", "items": [_sentence(s, brief) for s in block.items]}
        case Drawing():
            caption = _sentence(block.caption, brief)
            return {"kind": "drawing", "svg": block.svg, "alt": block.alt.text, "caption": caption}
        case Grid():
            rows: list[Json] = [[_sentence(cell, brief) for cell in row] for row in rows_cited(block)]
            head: list[Json] = [_sentence(s, brief) for s in block.head]
            wide: list[Json] = list(block.wide)
            return {"kind": "grid", "head": head, "rows": rows, "wide": wide, "numeric": list(block.numeric)}


def _sentence(sentence: Sentence, brief: Brief) -> Record:
    runs: list[Json] = [{"text": unbroken(p), "strong": p.strong} for p in sentence.pieces]
    cites: list[Json] = [*sorted({brief.numbers[c] for c in sentence.cites})]
    return {"runs": runs, "cites": cites}
