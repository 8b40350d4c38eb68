"""The text of HTML as it stands, block by block: for fragments, and where no article is found."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        *("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section", "article"),
        *("blockquote", "pre", "dd", "dt", "header", "footer", "main", "body", "hr", "figcaption"),
    ]
)
CELLS = frozenset(["td", "th"])
UNREAD = frozenset(["script", "style", "noscript", "template", "nav", "head", "svg", "form", "button"])


def text_of(html: str) -> str:
    """The words outside scripts, styles and navigation, one block a line. Nesting may be of any depth."""
    reader = _Blocks()
    reader.feed(html)
    reader.close()
    lines = (
        "\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in "".join(reader.parts).split("\n")
    )
    return "\n".join(line.strip() for line in lines if line.strip())


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - inherited
        if tag in UNREAD:
            self._unread.append(tag)
        elif tag in BLOCKS:
            self.parts.append("\n")
        elif tag in CELLS:
            self.parts.append("\t")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD and tag in self._unread:
            del self._unread[len(self._unread) - 1 - self._unread[::-1].index(tag) :]
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(data.replace("\n", " ").replace("\t", " "))
