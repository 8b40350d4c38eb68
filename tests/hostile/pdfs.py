"""Families of PDF: cut and spoilt, bombs, actions, odd metadata. Written here object by object."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence

from tests.hostile.case import ANY, CANARY, READ, SENTENCE, Case, cases, cut, flipped

MEGA = 1_000_000
SHOWN = f"BT /F1 10 Tf 20 100 Td ({SENTENCE}) Tj ET".encode()
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
RUN = f"app.alert('{CANARY}')"


def written(objects: Sequence[bytes], trailer: bytes = b"", root: int = 1) -> bytes:
    """A PDF of numbered objects with a true table of offsets."""
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for n, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % o for o in offsets
    )
    return bytes(
        out + b"trailer<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, trailer, start)
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), entries, data)


def flate(data: bytes) -> bytes:
    return stream(zlib.compress(data, 1), b"/Filter/FlateDecode")


def pdf(
    content: bytes = b"",
    catalog: bytes = b"",
    page: bytes = b"",
    extra: Sequence[bytes] = (),
    trailer: bytes = b"",
    box: bytes = b"0 0 400 200",
    resources: bytes = b"",
) -> bytes:
    """One page with the sentence; ``extra`` are objects from number 6."""
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>"
            % (box, resources, page),
            content or stream(SHOWN),
            FONT,
            *extra,
        ],
        trailer,
    )


def ruins() -> Iterator[Case]:
    """PDF files cut, spoilt, and with tables that lie."""
    whole = pdf()
    rows = [
        ("no table", whole[: whole.index(b"xref")], ANY),
        ("a table elsewhere", whole.replace(b"startxref\n", b"startxref\n99999999"), ANY),
        ("a table before itself", whole.replace(b"/Root", b"/Prev %d/Root" % whole.index(b"xref")), ANY),
        ("no root", whole.replace(b"/Root 1 0 R", b""), ANY),
        ("the root is a page", whole.replace(b"/Root 1 0 R", b"/Root 3 0 R"), ANY),
        ("rubbish before", b"x" * 1000 + whole, ANY),
        ("rubbish behind", whole + b"x" * MEGA, READ),
        ("only the mark", b"%PDF-1.7", "!broken_file"),
        ("many ends", whole + b"\n%%EOF" * 100_000, ANY),
        ("length of a stream", whole.replace(b"/Length %d" % len(SHOWN), b"/Length 99999999"), ANY),
        ("length below zero", whole.replace(b"/Length %d" % len(SHOWN), b"/Length -1"), ANY),
        ("length of itself", whole.replace(b"/Length %d" % len(SHOWN), b"/Length 4 0 R"), ANY),
        ("size", whole.replace(b"/Size 6", b"/Size 2147483647"), ANY),
        ("version 99", whole.replace(b"1.7", b"99."), ANY),
    ]
    yield from cases("ruined PDF", "a.pdf", [*rows, *cut(whole), *flipped(whole)])


def bombs() -> Iterator[Case]:
    """Streams that unpack without end, pages in pages, forms in forms, depth."""
    spaces, glyphs = b" " * 50 * MEGA, b"BT /F1 1 Tf 1 100 Td " + b"(x) Tj " * 99_000 + b"ET"
    forms = [b"/Fm%d %d 0 R" % (n, 6 + n) for n in range(12)]
    used = b"/XObject<<" + b"".join(forms) + b">>"
    fan = [
        stream(
            (b"/Fm%d Do " % (n + 1)) * 10 if n < 11 else SHOWN,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<" + used + b">>",
        )
        for n in range(12)
    ]
    twice = stream(zlib.compress(zlib.compress(spaces)), b"/Filter[/FlateDecode/FlateDecode]")
    many = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b"3 0 R " * 3000 + b"]/Count 3000>>",
        b"<</Type/Page/Parent 2 0 R>>",
    ]
    deep = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        *(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(5000)),
        b"<</Type/Page>>",
    ]
    rows: list[tuple[str, Callable[[], bytes], str]] = [
        ("spaces", lambda: pdf(flate(SHOWN + b" " * 50 * MEGA)), READ),
        ("packed twice", lambda: pdf(twice), ANY),
        ("glyphs", lambda: pdf(flate(glyphs)), ANY),
        (
            "pages that are said",
            lambda: written([*many[:1], many[1].replace(b"3000>>", b"2000000000>>"), many[2]]),
            ANY,
        ),
        ("pages", lambda: written(many), "!too_large"),
        ("pages below zero", lambda: written([*many[:1], many[1].replace(b"Count 3000", b"Count -5"), many[2]]), ANY),
        ("pages in themselves", lambda: written([many[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"]), ANY),
        ("pages in pages", lambda: written(deep), ANY),
        (
            "a form in itself",
            lambda: pdf(
                stream(b"/Fm0 Do"),
                extra=[
                    stream(b"/Fm0 Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm0 6 0 R>>>>")
                ],
                resources=b"/XObject<</Fm0 6 0 R>>",
            ),
            ANY,
        ),
        ("forms in forms", lambda: pdf(stream(b"/Fm8 Do"), extra=fan, resources=used), ANY),
    ]
    yield from cases("PDF bombs", "a.pdf", [*rows, *_values()])


def _values() -> list[tuple[str, Callable[[], bytes], str]]:
    """Depth, filters, sizes and boxes that no page has."""
    return [
        ("lists in lists", lambda: pdf(catalog=b"/X " + b"[" * 100_000), ANY),
        ("tables in tables", lambda: pdf(catalog=b"/X " + b"<</A" * 100_000), ANY),
        ("lists in the content", lambda: pdf(stream(b"[" * 500_000 + SHOWN)), ANY),
        ("saved states", lambda: pdf(stream(b"q " * 300_000 + SHOWN)), ANY),
        ("text states", lambda: pdf(stream(b"BT " * 300_000 + SHOWN)), ANY),
        ("a large name", lambda: pdf(catalog=b"/" + b"X" * 5 * MEGA + b" 1"), READ),
        ("a string without end", lambda: pdf(stream(b"BT /F1 9 Tf (" + b"(" * MEGA)), ANY),
        ("filters", lambda: pdf(stream(SHOWN, b"/Filter[" + b"/ASCIIHexDecode" * 2000 + b"]")), ANY),
        ("a filter that is none", lambda: pdf(stream(SHOWN, b"/Filter/None")), ANY),
        (
            "predictors",
            lambda: pdf(
                stream(
                    zlib.compress(SHOWN),
                    b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32>>",
                )
            ),
            ANY,
        ),
        (
            "a picture",
            lambda: pdf(
                extra=[
                    stream(
                        b"\0",
                        b"/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 8/ColorSpace/DeviceRGB",
                    )
                ],
                resources=b"/XObject<</I 6 0 R>>",
            ),
            READ,
        ),
        ("a page without end", lambda: pdf(box=b"-1e38 -1e38 1e38 1e38"), ANY),
        ("a page that is none", lambda: pdf(box=b"NaN /a (b) null"), ANY),
        ("type of no size", lambda: pdf(stream(SHOWN.replace(b"10 Tf", b"0 Tf"))), ANY),
        ("type without end", lambda: pdf(stream(SHOWN.replace(b"10 Tf", b"1e38 Tf"))), ANY),
        (
            "columns without end",
            lambda: pdf(
                stream(
                    b"BT /F1 1 Tf "
                    + b"".join(b"1 0 0 1 %d %d Tm (a) Tj " % (n * 7 % 400, n * 13 % 200) for n in range(60_000))
                    + b"ET"
                )
            ),
            ANY,
        ),
        (
            "an object stream",
            lambda: pdf(
                extra=[
                    stream(zlib.compress(b"7 0 " * MEGA), b"/Type/ObjStm/N 1000000/First 4000000/Filter/FlateDecode")
                ]
            ),
            READ,
        ),
    ]


def actions() -> Iterator[Case]:
    """Scripts, programs and addresses that a viewer would run: the page's words are read, nothing else."""
    js = f"<</S/JavaScript/JS({RUN})>>".encode()
    kinds = {
        "JavaScript": js,
        "Launch": b"<</S/Launch/F(/bin/sh)>>",
        "URI": b"<</S/URI/URI(http://127.0.0.1:9/)>>",
        "SubmitForm": b"<</S/SubmitForm/F(http://127.0.0.1:9/)>>",
        "GoToR": b"<</S/GoToR/F(\\\\\\\\host\\\\share)/D[0/Fit]>>",
        "GoToE": b"<</S/GoToE/F(x.pdf)>>",
        "ImportData": b"<</S/ImportData/F(x)>>",
        "Rendition": b"<</S/Rendition/JS(x)>>",
    }
    rows: list[tuple[str, bytes, str]] = []
    for name, action in kinds.items():
        rows.append((f"{name} on opening", pdf(catalog=b"/OpenAction " + action), READ))
        rows.append((f"{name} of the page", pdf(page=b"/AA<</O %s/C %s>>" % (action, action)), READ))
        rows.append(
            (f"{name} of a note", pdf(page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A %s>>]" % action), READ)
        )
    rows += [
        ("named scripts", pdf(catalog=b"/Names<</JavaScript<</Names[(a) %s]>>>>" % js), READ),
        ("a form", pdf(catalog=b"/AcroForm<</XFA(<script>x</script>)/Fields[]/CO[]>>"), READ),
        (
            "an attachment",
            pdf(
                catalog=b"/Names<</EmbeddedFiles<</Names[(a)<</F(a)/EF<</F 6 0 R>>>>]>>>>",
                extra=[stream(CANARY.encode())],
            ),
            READ,
        ),
        ("actions without end", pdf(catalog=b"/OpenAction 6 0 R", extra=[b"<</S/JavaScript/JS(x)/Next 6 0 R>>"]), READ),
        (
            "an outline in itself",
            pdf(catalog=b"/Outlines 6 0 R", extra=[b"<</First 6 0 R/Next 6 0 R/Title(x)>>"]),
            READ,
        ),
        ("a font from elsewhere", pdf(extra=[b"<</F(file:///etc/passwd)>>"]), READ),
    ]
    yield from cases("PDF actions", "a.pdf", rows)


def about() -> Iterator[Case]:
    """Titles and days of a file with codes in them, without end, out of any calendar; passwords."""
    titles = (
        b"\x1b[31mred",
        b"<script>alert\\(1\\)</script>",
        b"\xfe\xff\x20\x2egnp.exe",
        b"\xfe\xff\xd8\x00",
        b"x" * 500_000,
        b"=1+1",
        b"\\000\\000",
        b"a\\nb",
        b"{{7*7}}",
        b"\xff\xfe\x00",
    )
    days = (
        b"D:00000000000000",
        b"D:99999999999999",
        b"D:20240230",
        b"D:2024",
        b"D:-1",
        b"D:20241203000000+99'99'",
        b"D:" + b"9" * 5000,
        b"x",
        b"D:00010101",
        b"D:99991231235959",
    )
    rows = [
        (f"title {t[:12]!r}", pdf(trailer=b"/Info 6 0 R", extra=[b"<</Title(%s)/Author(%s)>>" % (t, t)]), READ)
        for t in titles
    ]
    rows += [
        (f"day {d[:12]!r}", pdf(trailer=b"/Info 6 0 R", extra=[b"<</CreationDate(%s)/ModDate(%s)>>" % (d, d)]), READ)
        for d in days
    ]
    for v in (0, 1, 2, 4, 5, 99):
        lock = b"<</Filter/Standard/V %d/R %d/O(%s)/U(%s)/P -1/Length 128>>" % (v, v + 1, b"o" * 32, b"u" * 32)
        rows.append(
            (f"locked, version {v}", pdf(trailer=b"/Encrypt 6 0 R/ID[(a)(a)]", extra=[lock]), "!encrypted|!broken_file")
        )
    rows.append(("no text", pdf(stream(b"0 0 9 9 re f")), "!scanned"))
    yield from cases("what PDF say of themselves", "a.pdf", rows)
