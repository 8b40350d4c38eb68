"""Families of Word files: entities, bombs, parts that lead elsewhere, cut and spoilt."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
from tests.hostile.case import ANY, CANARY, READ, SENTENCE, Case, cases, cut, flipped

HERE = Path(__file__).with_name("case.py").as_uri()  # holds the canary
BODY = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


BEFORE = '<w:trPr><w:gridBefore w:val="1000000000"/></w:trPr>'


def word(changes: dict[str, bytes] | None = None) -> bytes:
    """A Word file with the sentence; parts replaced or added."""
    file = docx.Document()
    file.add_paragraph(SENTENCE)
    plain, out = io.BytesIO(), io.BytesIO()
    file.save(plain)
    with zipfile.ZipFile(plain) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        held = {name: parts.read(name) for name in parts.namelist()} | (changes or {})
        for name, data in held.items():
            made.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def body(inside: str, head: str = "") -> bytes:
    """A Word file with this between the marks of its body."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {W}><w:body>{inside}</w:body></w:document>'
    return word({BODY: text.encode()})


def said(words: str = SENTENCE) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def entities() -> Iterator[Case]:
    """Entities in every part of a Word file: none is followed."""
    file, laughs = f'<!DOCTYPE x [<!ENTITY x SYSTEM "{HERE}">]>', f"<!DOCTYPE x [{LAUGHS}]>"
    whole = zipfile.ZipFile(io.BytesIO(word()))
    others = (
        "word/styles.xml",
        "docProps/core.xml",
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/settings.xml",
        "docProps/app.xml",
        "word/numbering.xml",
    )
    rows = [
        ("a file", body(said("&x;"), file), "!bomb"),
        ("laughs", body(said("&j;"), laughs), "!bomb"),
        (
            "small letters",
            body(said("&x;"), file.replace("DOCTYPE", "doctype").replace("ENTITY", "entity")),
            "!bomb|!broken_file",
        ),
        ("spaces", body(said("&x;"), file.replace("<!", "<! ")), "!bomb|!broken_file"),
        ("an address", body(said(), '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'), "!bomb"),
        ("a parameter", body(said(), '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>'), "!bomb"),
        (
            "an include",
            body(said(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{HERE}" parse="text"/>') + said()),
            READ,
        ),
        ("a stylesheet", body(said(), '<?xml-stylesheet href="http://127.0.0.1:9/x"?>'), READ),
        (
            "utf-16",
            word({BODY: _wide(file, "&x;")}),
            "!bomb|!broken_file|!empty",
        ),
        (
            "laughs in utf-16",
            word({BODY: _wide(laughs, "&j;")}),
            "!bomb|!broken_file",
        ),
        ("undefined", body(said("&x;")), "!broken_file"),
        ("letters by number", body(said("&#x41;" * 100_000) + said()), READ),
    ]
    for name in others:
        text = whole.read(name).decode()
        mark = text.index("?>") + 2
        rows.append((f"in {name}", word({name: (text[:mark] + file + text[mark:]).encode()}), "!bomb"))
    yield from cases("entities in Word files", "a.docx", rows)


def bombs() -> Iterator[Case]:
    """Parts that unpack without end, depth, tables of a billion columns."""
    deep = "<w:sdt><w:sdtContent>"

    def merged(cell: str, row: str = "") -> str:
        return f"<w:tr>{row}<w:tc><w:tcPr>{cell}</w:tcPr>{said()}</w:tc></w:tr>"

    rows = [
        ("zeros", lambda: word({"word/media/x.bin": b"\0" * 30_000_000}), "!bomb"),
        ("spaces in the body", lambda: body(said() + " " * 30_000_000), "!bomb"),
        ("many parts", lambda: word({f"word/x{n}.xml": b"<x/>" for n in range(5001)}), "!bomb"),
        ("depth", lambda: body(deep * 50_000), "!broken_file"),
        ("less depth", lambda: body(deep * 100 + said() + "</w:sdtContent></w:sdt>" * 100), READ),
        ("tables in tables", lambda: body("<w:tbl><w:tr><w:tc>" * 5000), "!broken_file"),
        ("a billion columns", lambda: body(f"<w:tbl>{merged(_span('1000000000'))}</w:tbl>"), ANY),
        ("columns below zero", lambda: body(f"<w:tbl>{merged(_span('-5'))}</w:tbl>"), ANY),
        ("columns that are none", lambda: body(f"<w:tbl>{merged(_span('x'))}</w:tbl>"), ANY),
        ("a billion columns before", lambda: body(f"<w:tbl>{merged('', BEFORE)}</w:tbl>"), ANY),
        ("merged upwards from nowhere", lambda: body(f"<w:tbl>{merged('<w:vMerge/>')}</w:tbl>"), ANY),
        ("merged upwards without end", lambda: body("<w:tbl>" + merged("<w:vMerge/>") * 3000 + "</w:tbl>"), ANY),
        (
            "a row of many cells",
            lambda: body("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 20_000 + f"</w:tr></w:tbl>{said()}"),
            READ,
        ),
        ("many paragraphs", lambda: body(said() * 20_000), READ),
        ("many runs", lambda: body("<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 100_000 + "</w:p>" + said()), READ),
        ("a long run", lambda: body(said("x" * 9_000_000) + said()), ANY),
        (
            "boxes in boxes",
            lambda: body("<w:p><w:r><w:txbxContent>" * 60 + said() + "</w:txbxContent></w:r></w:p>" * 60),
            READ,
        ),
        ("attributes", lambda: body("<w:p " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>" + said()), ANY),
        ("says that it is small", lambda: _small(word({"word/media/x.xml": b"\0" * 30_000_000})), ANY),
        ("twice the body", lambda: _twice(word()), ANY),
    ]
    yield from cases("bombs in Word files", "a.docx", rows)


PARTS_DAYS = (
    "99999-01-01T00:00:00Z",
    "0000-00-00T00:00:00Z",
    "x",
    "",
    "2024-02-30T00:00:00Z",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
)


def parts() -> Iterator[Case]:
    """Macros, objects, outer parts, missing parts, names that climb."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = zipfile.ZipFile(io.BytesIO(word())).read("word/_rels/document.xml.rels").decode()

    def related(kind: str, target: str, outer: bool = True) -> bytes:
        mode = ' TargetMode="External"' if outer else ""
        more = f'<Relationship Id="rX" Type="{rel}/{kind}" Target="{target}"{mode}/></Relationships>'
        return word({"word/_rels/document.xml.rels": rels.replace("</Relationships>", more).encode()})

    names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    place = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    core = f'<cp:coreProperties xmlns:cp="{place}" {names}>{{}}</cp:coreProperties>'
    rows = [
        (f"{k} at {t[:20]}", related(k, t), READ)
        for k in ("attachedTemplate", "image", "oleObject", "footnotes", "aFChunk", "hyperlink", "frame")
        for t in ("http://127.0.0.1:9/x", HERE)
    ]
    rows += [
        (f"inner {k}", related(k, "../../../../etc/passwd", outer=False), ANY)
        for k in ("footnotes", "endnotes", "image", "styles")
    ]
    rows += [
        (
            f"created {d!r}",
            word(
                {
                    "docProps/core.xml": core.format(
                        f"<dcterms:created>{d}</dcterms:created><dcterms:modified>{d}</dcterms:modified>"
                    ).encode()
                }
            ),
            ANY,
        )
        for d in PARTS_DAYS
    ]
    rows += [
        ("a macro", word({"word/vbaProject.bin": CANARY.encode()}), READ),
        (
            "a field that runs",
            body(f'<w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "{CANARY}"</w:instrText></w:r></w:p>{said()}'),
            READ,
        ),
        (
            "a title with codes",
            word({"docProps/core.xml": core.format("<dc:title>&#x202e;&lt;script&gt;=1+1</dc:title>").encode()}),
            READ,
        ),
        ("deleted words", body(f"<w:p><w:del><w:r><w:t>{CANARY}</w:t></w:r></w:del></w:p>{said()}"), READ),
        ("no styles", word({"word/styles.xml": b""}), ANY),
        ("no types", word({"[Content_Types].xml": b"<Types/>"}), "!broken_file"),
        ("no relations", word({"_rels/.rels": b"<Relationships/>"}), "!broken_file"),
        ("a body that is none", word({BODY: b"<x/>"}), ANY),
        ("an empty body", body(""), "!empty"),
        ("a climbing part", word({"../../../tmp/x.xml": b"<x/>"}), READ),
    ]
    yield from cases("parts of Word files", "a.docx", rows)


def ruins() -> Iterator[Case]:
    """Word files cut and spoilt."""
    yield from cases("ruined Word files", "a.docx", [*cut(word(), 14), *flipped(word(), 14)])


def _wide(head: str, words: str) -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{head}<w:document {W}><w:body>{said(words)}</w:body></w:document>'
    return text.encode("utf-16")


def _span(columns: str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def _small(file: bytes) -> bytes:
    """The file with all its sizes given as ten bytes."""
    out, at = bytearray(file), 0
    while (at := file.find(b"PK\1\2", at)) >= 0:
        out[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at += 4
    return bytes(out)


def _twice(file: bytes) -> bytes:
    out = io.BytesIO(file)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(zipfile.ZipInfo("word/documenu.xml"), b"<x/>")
    return out.getvalue().replace(b"documenu", b"document")
