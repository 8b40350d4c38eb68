"""Hostile words in every field of a report, on the way out: terminal, CSV, the page, the server's pages, the brief."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rich.console import Console
from tests.hostile.trial import dangerous
from tests.reports import counted, report, told
from tests.situations import Told, filled, seen
from tests.web.serving import application, client

from fogline.cli.plain import printable
from fogline.cli.screen import Screen, print_situation
from fogline.ledger.upgrade import created
from fogline.situation.situation import Situation
from fogline.situation.tables import tables
from fogline.web.page import page
from fogline.web.shapes import load_shapes

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<math><mi xlink:href='javascript:alert(1)'>",
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<!--<script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<base href='http://evil.example/'>",
    "<meta http-equiv=refresh content='0;url=http://evil.example'>",
    "<link rel=stylesheet href=http://evil.example>",
    "<form action=http://evil.example><button>",
    "<details open ontoggle=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\\u003cscript\\u003e",
    "<a href=javascript:alert(1)>x</a>",
    "<template><script>alert(1)</script></template>",
    "<x-y is=z onclick=alert(1)>",
)
TEMPLATES = (
    *(
        "{{7*7}}",
        "{% include '/etc/passwd' %}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "{{ config }}",
        "{0.__class__}",
        "%(x)s",
    ),
    *("[[7*7]]", "{{constructor.constructor('alert(1)')()}}", '#eval(read("/etc/passwd"))', "\\input{/etc/passwd}"),
    *(
        "[x](javascript:alert(1))",
        "![x](http://evil.example/x)",
        "# head",
        "| a | b |",
        "```",
        "***",
        "<w:t>",
        "]]>",
        "~~~",
        "$x$",
    ),
)
FORMULAS = (
    *(
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "=cmd|' /C calc'!A0",
        '=HYPERLINK("http://evil.example")',
        " =1+1",
    ),
    *(
        "\n=1+1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff201",
        "=DDE(1)",
        "+cmd",
        "-2+3",
        "@A1",
        '="x"',
        "'=1",
        ";=1",
        ",=1",
        "\u200b=1",
    ),
)
CODES = (
    *(
        "\x1b[31m",
        "\x1b]0;x\x07",
        "\x9b31m",
        "\x1b]8;;http://evil.example\x1b\\",
        "\x07",
        "\x08",
        "\x7f",
        "\x00",
        "\x85",
        "\x90q\x9c",
    ),
    *(
        "\u202e",
        "\u202a",
        "\u202b",
        "\u202c",
        "\u202d",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\u200e",
        "\u200f",
        "\u061c",
        "\u2028",
    ),
    *("\u2029", "\U000e0041", "\ufeff", "\u200b", "[red]x[/red]", ":skull:", "[link=http://evil.example]x[/link]"),
)
ALL = (*MARKUP, *TEMPLATES, *FORMULAS, *CODES)


def reports() -> Iterator[Told]:
    """Each hostile text as publisher, title, text, actor and speaker of a report; half the addresses would run."""
    for n, words in enumerate(ALL):
        text = f"Monitors said {n + 2} people were killed in Aleppo. {words} Jets bombed Idlib."
        made = report(text, "2024-12-01", f"{words} {n}", title=words, url=f"https://example.org/{n}?a={words}")
        killed = counted(made, str(n + 2), "killed", n + 2, by=f"{words}", place="Aleppo", day="2024-11-30")
        yield (
            made,
            [killed, told(made, "ASSAULT", "bombed", agents=(words,), place="Idlib", day="2024-11-30", by=words)],
        )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "l.db"
    created(str(path))
    return filled(path, reports())


@pytest.fixture(scope="module")
def situation(ledger: Path) -> Situation:
    return seen(ledger)


class Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def live(content: str) -> list[str]:
    """What in a page would run, load or lead elsewhere because of a text in it."""
    found = []
    for tag, held in Tags(content).found:
        if tag in {"iframe", "object", "embed", "base", "math", "template", "img"}:
            found.append(tag)
        found += [f"{tag} {name}" for name in held if name.startswith("on")]
        found += [
            f"{tag} {v}"
            for v in held.values()
            if re.match(r"\s*(?:javascript|data:text|vbscript)", v or "", re.IGNORECASE)
        ]
        if tag in {"script", "link", "form"} and "evil" in str(held):
            found.append(f"{tag} {held}")
    return found


@pytest.mark.parametrize("words", ALL, ids=lambda w: ascii(w[:30]))
def test_one_line_of_the_terminal(words: str) -> None:
    """Seen failing without ``Cf`` in ``plain.printable``."""
    assert dangerous(printable(f"a{words}b"), "") == set()


def test_the_screen_shows_no_codes(situation: Situation) -> None:
    """Seen failing with ``printable`` taken out of ``screen.line``."""
    out = io.StringIO()
    print_situation(situation, Screen(Console(file=out, width=160, force_terminal=False)))
    assert dangerous(out.getvalue()) == set()


def test_no_cell_of_a_table_is_a_formula(situation: Situation) -> None:
    """Seen failing with the apostrophe taken out of ``situation.tables``."""
    import csv

    for name, content in tables(situation).items():
        for row in csv.reader(io.StringIO(content)):
            for cell in row:
                bare = cell.lstrip(" \t\r\n\u200b\ufeff")
                number = re.fullmatch(r"-?[\d.e-]+", bare)
                assert not bare.startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")) or number, (
                    name,
                    cell,
                )


def test_nothing_on_the_page_is_live(situation: Situation) -> None:
    """Seen failing with ``autoescape=False`` in ``web.page``."""
    content = page([situation], load_shapes())
    assert live(content) == []
    assert len([t for t, _ in Tags(content).found if t == "script"]) <= 2
    assert dangerous(content) == set()


def test_nothing_on_the_server_s_pages_is_live(ledger: Path) -> None:
    """Seen failing with ``autoescape=False`` in ``web.page``."""
    with client(application(ledger)) as browser:
        documents = [d["id"] for d in browser.get("/api/documents").json()["items"]][::12]
        claims = [c["claim"]["id"] for c in browser.get("/api/claims").json()["items"]][::24]
        addresses = ["/", "/list/claims", "/list/documents", "/issues", *(f"/document/{d}" for d in documents)]
        addresses += [f"/claim/{c}" for c in claims]
        for address in addresses:
            answer = browser.get(address)
            assert answer.status_code == 200, address
            assert live(answer.text) == [], address
            assert dangerous(answer.text) == set(), address


@pytest.mark.parametrize("words", ALL, ids=lambda w: ascii(w[:30]))
def test_words_of_a_search_are_words(words: str, ledger: Path) -> None:
    """Found by nothing yet; seen failing with the query put into FTS unquoted."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.search import search

    with reading(opened(str(ledger))) as connection:
        search(connection, words.split() or [words])
