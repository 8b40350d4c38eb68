"""Families of tables and lists of reports: JSONL, JSON, ReliefWeb answers, CSV; and mail."""

from __future__ import annotations

import json
from collections.abc import Iterator

from tests.hostile.case import ANY, CANARY, READ, SENTENCE, Case, cases, cut

MEGA = 1_000_000
HOSTILE = (
    "\x1b[31m",
    "\u202e",
    "<script>alert(1)</script>",
    "=1+1",
    "../../etc/passwd",
    "x" * MEGA,
    "\0",
    "a\nb",
    "'; DROP TABLE document; --",
    "{{7*7}}",
    "javascript:alert(1)",
)
DAYS = (
    "0000-00-00",
    "0001-01-01",
    "99999-01-01",
    "9999-12-31",
    "2024-02-30",
    "-2024-01-01",
    "2024-12-03T25:00:00Z",
    "\u0662\u0660\u0662\u0664-\u0661\u0662-\u0660\u0663",
    "1" * 5000,
    "2024-12-03\0",
    "2024-12-03T00:00:00+99:99",
)


def jsonl() -> Iterator[Case]:
    """Lines of reports with values of any kind and size."""

    def line(**values: object) -> bytes:
        return json.dumps({"text": SENTENCE, **values}).encode()

    rows = [
        (f"{field} {h[:12]!r}", line(**{field: h}), READ)
        for h in HOSTILE
        for field in ("id", "title", "url", "language")
    ]
    rows += [(f"published {d[:14]!r}", line(published=d), READ) for d in DAYS]
    kinds: dict[str, object] = {
        "null": None,
        "true": True,
        "number": 17,
        "huge": 10**400,
        "list": [1, [2]],
        "object": {"a": {}},
        "float": 1e308,
    }
    rows += [
        (
            f"every field {k}",
            line(**dict.fromkeys(("id", "title", "published", "publisher", "url", "language", "licence"), v)),
            READ,
        )
        for k, v in kinds.items()
    ]
    rows += [(f"text {k}", json.dumps({"text": v}).encode(), "!bad_line") for k, v in kinds.items()]
    rows += [
        ("NaN", b'{"text": NaN}', "!bad_line"),
        ("Infinity", b'{"text": "' + SENTENCE.encode() + b'", "id": -Infinity}', READ),
        (
            "a number of 9,000 digits",
            b'{"text": "' + SENTENCE.encode() + b'", "id": ' + b"9" * 9000 + b"}",
            "!bad_line",
        ),
        ("deep lists", b'{"text": ' + b"[" * MEGA, "!bad_line"),
        ("deep objects", b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "!bad_line"),
        ("the same key twice", b'{"text": "x y", "text": "' + SENTENCE.encode() + b'"}', READ),
        (
            "lone surrogates",
            b'{"text": "' + SENTENCE.encode() + b' \\ud800 \\udfff", "title": "\\ud800", "id": "\\udc00"}',
            READ,
        ),
        ("null character", b'{"text": "' + SENTENCE.encode() + b'\\u0000"}', READ),
        ("not utf-8", b'{"text": "\xff"}', "!bad_line"),
        ("a line of ten megabytes", line(text=SENTENCE + "x" * 10 * MEGA), READ),
        ("a text too large", line(text="x" * 21 * MEGA), "!too_large"),
        ("a hundred thousand lines that are none", b"x\n" * 100_000, "!bad_line"),
        ("carriage returns", line() + b"\r" + line(), ANY),
        ("prototype", line(__proto__={"a": 1}, constructor="x"), READ),
        ("a mark", b"\xef\xbb\xbf" + line(), READ),
        ("utf-16", line().decode().encode("utf-16"), ANY),
        ("only brackets", b'{}\n[]\n""\n', "!bad_line"),
    ]
    yield from cases("JSONL", "a.jsonl", [*rows, *cut(line(), 6)])


def whole_json() -> Iterator[Case]:
    """One value, and answers of ReliefWeb of any shape."""
    odd: tuple[object, ...] = (None, 1, "x", [], {}, [1], {"a": 1}, [[{"name": 1}]], True)
    rows: list[tuple[str, bytes, str]] = [(f"value {o!r}", json.dumps(o).encode(), ANY) for o in odd]
    rows += [(f"data {o!r}", json.dumps({"data": o, "x": "fields"}).encode() + b' "fields"'[:0], ANY) for o in odd]
    rows += [(f"item {o!r}", json.dumps({"data": [{"fields": o}, o]}).encode(), ANY) for o in odd]
    for field in ("title", "body", "date", "source", "language", "url", "body-html"):
        rows += [
            (f"{field} {o!r}", json.dumps({"data": [{"fields": {"body": SENTENCE, field: o}}]}).encode(), ANY)
            for o in odd[:9:2]
        ]
    rows += [
        (
            "script",
            json.dumps({"data": [{"fields": {"body-html": f"<p>{SENTENCE}</p><script>{CANARY}</script>"}}]}).encode(),
            READ,
        ),
        (
            "address",
            json.dumps(
                {"data": [{"fields": {"body": SENTENCE, "url": "javascript:alert(1)", "title": "\x1b[2J"}}]}
            ).encode(),
            READ,
        ),
        (
            "date",
            json.dumps(
                {"data": [{"fields": {"body": SENTENCE, "date": {"original": "99999-99-99", "created": {}}}}]}
            ).encode(),
            READ,
        ),
        ("deep", b'{"data": "fields"' + b"[" * MEGA, ANY),
        ("many", json.dumps({"data": [{"fields": {}}] * 20_000}).encode(), "!empty"),
        ("objects without end", b'{"text":' * 100_000, ANY),
    ]
    yield from cases("JSON", "a.json", rows)


def csv() -> Iterator[Case]:
    """Tables with too many columns, quotes that never close, formulas, null bytes."""
    head = b"text,title,url,published\n"
    formulas = (
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        '=HYPERLINK("http://evil")',
        "\uff1d1+1",
    )
    rows: list[tuple[str, bytes, str]] = [
        (
            f"formula {f!r}",
            head + f'{SENTENCE.replace(",", "")},"{f}",{f},{f}\n'.replace('("', '(""').replace('")', '"")').encode(),
            "=Gunmen",
        )
        for f in formulas
    ]
    cell = SENTENCE.replace(",", "").encode()
    rows += [
        ("a million columns", b"text," + b"a," * MEGA + b"\n" + cell + b"\n", "=Gunmen"),
        ("a million columns in a row", head + cell + b",x" * MEGA, "=Gunmen"),
        ("a head without end", b'text,"' + b"a" * 300_000 + b'"\n' + cell, ANY),
        ("a head without text", b"a,b,c\n1,2,3\n", "!no_text_column"),
        ("a quote that never closes", head + cell + b'\n"' + b"x" * 500_000, ANY),
        ("quotes", head + b'"' * 500_001, ANY),
        ("quotes in quotes", head + b'""' * 300_000, ANY),
        ("a large cell", head + cell + b"\n" + b"x" * 300_000 + b"\n" + cell, "=Gunmen"),
        ("many rows that are too large", head + (b"x" * 140_000 + b"\n") * 30, ANY),
        ("null bytes", head + cell + b"\0,\0\n", "=Gunmen"),
        ("null bytes in the head", b"te\0xt,title\n" + cell, ANY),
        ("empty rows", head + b"\n" * 500_000, "!empty"),
        ("commas", head + b"," * MEGA, ANY),
        ("carriage returns", b"text\r" + cell + b"\r" + cell, ANY),
        ("the same column twice", b"text,text\n" + cell + b",x y\n", "=Gunmen"),
        ("semicolons", b"text;title\n" + cell + b";x\n", "=Gunmen"),
        ("only a head", head, "!empty"),
        ("a mark", b"\xef\xbb\xbf" + head + cell, ANY),
        ("utf-16", (head + cell).decode().encode("utf-16"), "=Gunmen"),
        ("not utf-8", head + cell + b"\xff\xfe,\xff\n", "=Gunmen"),
        ("pivot bombs", head + (b"x" * 99 + b",") * 50_000, ANY),
    ]
    yield from cases("CSV", "a.csv", rows)


def letter(heads: str = "", body: str = SENTENCE, kind: str = "text/plain; charset=utf-8") -> bytes:
    first = "From: Desk <desk@example.org>\nSubject: Taiz\nDate: Tue, 03 Dec 2024 10:00:00 +0000\n"
    return f"{first}{heads}Content-Type: {kind}\n\n{body}\n".encode("utf-8", "surrogateescape")


MAIL_NAMES = (
    "../../etc/cron.d/x.txt",
    "/etc/passwd.txt",
    "C:\\x.txt",
    "\x1b[31m.txt",
    "\u202etxt.exe.txt",
    "x" * 100_000 + ".txt",
    "a\0.txt",
    "<script>.html",
    "con.pdf",
    ".csv",
    "a.eml",
)
MAIL_CHARSETS = ("punycode", "idna", "unicode_escape", "utf-7", "rot13", "zip", "none", "\x1b", "x" * 5000, "base64")


def mail() -> Iterator[Case]:
    """Letters with parts in parts, heads without end, wrong encodings and attachments that climb."""

    def parts(*inside: str) -> bytes:
        return letter(kind='multipart/mixed; boundary="b"', body="".join(f"--b\n{i}\n" for i in inside) + "--b--")

    def hung(name: str, body: str = SENTENCE, kind: str = "text/plain", more: str = "") -> str:
        return f'Content-Type: {kind}\nContent-Disposition: attachment; filename="{name}"\n{more}\n{body}'

    text = f"Content-Type: text/plain\n\n{SENTENCE}"
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000)) + text
    rows: list[tuple[str, bytes, str]] = [(f"attached {n[:20]!r}", parts(text, hung(n)), READ) for n in MAIL_NAMES]
    rows += [(f"charset {c[:10]!r}", letter(kind=f"text/plain; charset={c}"), ANY) for c in MAIL_CHARSETS]
    rows += [
        ("multiparts in multiparts", b"From: a\n" + deep.encode(), ANY),
        ("letters in letters", b"Content-Type: message/rfc822\n\n" * 3000 + letter(), ANY),
        ("fifty thousand parts", parts(*["\nx"] * 50_000), ANY),
        ("a hundred attachments", parts(text, *[hung("a.txt")] * 100), READ),
        (
            "a bomb as an attachment",
            parts(text, hung("a.docx", "UEsDBAo=", more="Content-Transfer-Encoding: base64\n")),
            READ,
        ),
        ("base64 that is none", letter("Content-Transfer-Encoding: base64\n", "!!!!"), ANY),
        (
            "quoted that is none",
            letter("Content-Transfer-Encoding: quoted-printable\n", SENTENCE + "=ZZ=\n=" * 1000),
            ANY,
        ),
        ("a coding that is none", letter("Content-Transfer-Encoding: rot13\n"), ANY),
        ("uuencode", letter("Content-Transfer-Encoding: x-uuencode\n", "begin 644 ../x\n#86)C\n`\nend"), ANY),
        ("no boundary", letter(kind="multipart/mixed"), ANY),
        ("a boundary without end", letter(kind=f'multipart/mixed; boundary="{"b" * 100_000}"'), ANY),
        ("a subject without end", letter(f"Subject: {'x ' * 300_000}\n"), ANY),
        ("words in code", letter(f"Subject: {'=?utf-8?q?x?= ' * 20_000}\n"), ANY),
        ("addresses", b"From: " + b"a@b, " * 50_000 + b"\n" + letter(), ANY),
        ("brackets", b"From: " + b"(" * 50_000 + b"\n" + letter(), ANY),
        ("angles", b"From: " + b"<" * 50_000 + b"\n" + letter(), ANY),
        ("quotes", b'From: "' + b'\\"' * 50_000 + b"\n" + letter(), ANY),
        ("parameters", letter(kind="text/plain" + "".join(f"; a*{n}=x" for n in range(20_000))), ANY),
        ("heads", letter("X: y\n" * 100_000), READ),
        ("folded heads", letter("X: y\n" + " z\n" * 100_000), READ),
        ("a day that is none", letter().replace(b"03 Dec 2024", b"99 Dec 99999"), READ),
        ("a zone that is none", letter().replace(b"+0000", b"+9999999"), READ),
        ("codes in the subject", letter().replace(b"Taiz", b"\x1b[31m\xff=?utf-8?b?G1szMW0=?=", 1), READ),
        ("script as HTML", letter(kind="text/html", body=f"<p>{SENTENCE}</p><script>{CANARY}</script>"), READ),
        ("quoted lines", letter(body=SENTENCE + "\n" + ">" * 500_000 + "\n"), READ),
        ("empty", b"\n", "!empty"),
        ("an outer body", letter(kind='message/external-body; access-type=URL; URL="http://127.0.0.1:9/"'), ANY),
    ]
    yield from cases("mail", "a.eml", [*rows, *cut(parts(text, hung("a.txt")), 8)])
