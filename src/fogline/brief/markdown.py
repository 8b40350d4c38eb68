"""The brief as Markdown: text from reports can start no markup, citations lead to a numbered list of sources."""

from __future__ import annotations

import re

from fogline.brief.brief import Brief
from fogline.brief.sentence import Block, Bullets, Drawing, Grid, Line, Piece, Sentence
from fogline.brief.sources import Entry, rows_cited

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&=^@:-])")
HARMLESS = re.compile(r"\\([():,+=&-])")  # inside a line these start nothing


def markdown(brief: Brief) -> str:
    """The whole brief; the same brief always gives the same bytes."""
    parts = [f"# {escaped(brief.title.text)}", f"*{escaped(brief.subtitle.text)}*"]
    for section in brief.sections:
        parts.append(f"## {escaped(section.title.text)}")
        parts += [text for block in section.blocks if (text := _block(block, brief))]
    parts.append(f"## {escaped(brief.sources_title.text)}")
    parts.append("\n".join(_entry(entry, brief) for entry in brief.sources))
    parts += [f"*{escaped(note.text)}*" for note in brief.notes]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, brief: Brief) -> str:
    match block:
        case Line():
            text = _sentence(block.sentence, brief)
            return f"*{text}*" if block.quiet else text
        case Bullets():
            return "\n".join(f"- {_sentence(s, brief)}" for s in block.items)
        case Grid():
            return _grid(block, brief)
        case Drawing():
            return f"{_sentence(block.caption, brief)} *{escaped(block.alt.text)}*"


def _grid(grid: Grid, brief: Brief) -> str:
    lines = [[escaped(s.text) for s in grid.head]]
    lines.append(["---:" if i in grid.numeric else "---" for i in range(len(grid.head))])
    lines += [[_sentence(cell, brief) for cell in row] for row in rows_cited(grid)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(sentence: Sentence, brief: Brief, numeric: bool) -> str:
    return "".join(_piece(p) for p in sentence.pieces) if numeric else _sentence(sentence, brief)


def _sentence(sentence: Sentence, brief: Brief) -> str:
    text = "".join(_piece(p) for p in sentence.pieces)
    cites = sorted({brief.numbers[c] for c in sentence.cites})
    return " ".join([text, *(f"[\\[{n}\\]](#source-{n})" for n in cites)])


def _piece(piece: Piece) -> str:
    text = escaped(piece.text)
    return f"**{text}**" if piece.strong else text


def _entry(entry: Entry, brief: Brief) -> str:
    words = escaped(entry.sentence.text)
    opens = f" [{escaped(brief.wording.phrases['open_words'])}]({entry.address})" if entry.address else ""
    return f'{entry.number}. <a id="source-{entry.number}"></a>{words}{opens}'


def escaped(text: str) -> str:
    """Text in which no character starts markup, HTML, a link or an entity."""
    return HARMLESS.sub(r"\1", SPECIAL.sub(r"\\\1", text)).replace("://", ":\\//").replace("&", "&amp;")
