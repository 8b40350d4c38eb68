from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.documents.load import load
from fogline.documents.passages import passages
from fogline.model.document import Document
from fogline.model.raw import Raw

Typeset = Callable[[str], bytes]

FIRST = (
    "Fighting between the army and the Rapid Support Forces has forced 12,400 people from their homes in Kassala "
    "since Monday, the ministry of health said on Wednesday."
)
SECOND = (
    "Aid workers described the counteroffensive as the heaviest shelling in months and appealed for a humanitarian "
    "corridor along the road that leads to the border town of Adré."
)
HEAD = """
#set document(title: "Sudan Flash Update", date: datetime(year: 2024, month: 12, day: 3))
#set text(size: 10pt, lang: "en", hyphenate: true)
#set par(justify: true)
"""


def read(data: bytes) -> Document:
    (document,) = load(Raw("report.pdf", data)).items
    return document


def parts(document: Document, kind: str) -> list[str]:
    return [document.text[p.start : p.end] for p in passages(document) if p.kind == kind]


def test_title_and_day_are_those_of_the_file(typeset: Typeset) -> None:
    d = read(typeset(HEAD + FIRST))
    assert (d.title, d.published) == ("Sudan Flash Update", "2024-12-03")


def test_without_a_title_the_largest_line_is_it(typeset: Typeset) -> None:
    source = f"#text(size: 18pt)[Kassala: exodus goes on]\n\n{FIRST}\n\n{SECOND}"
    assert read(typeset(source)).title == "Kassala: exodus goes on"


def test_a_file_that_does_not_say_when_is_an_issue(typeset: Typeset) -> None:
    found = load(Raw("report.pdf", typeset(f"#set document(date: none)\n{FIRST}")))
    assert (found.items[0].published, found.issues[0].code) == (None, "no_published")


def test_two_columns_are_read_one_after_the_other(typeset: Typeset) -> None:
    source = HEAD + '#set page(paper: "a5", columns: 2)\n' + "\n\n".join([FIRST, SECOND] * 4)
    assert parts(read(typeset(source)), "body") == [FIRST, SECOND] * 4


def test_three_columns(typeset: Typeset) -> None:
    source = HEAD + '#set page(paper: "a4", columns: 3)\n' + "\n\n".join([FIRST, SECOND] * 11)
    assert parts(read(typeset(source)), "body") == [FIRST, SECOND] * 11


def test_paragraphs_told_apart_by_their_indent_alone(typeset: Typeset) -> None:
    close = '#set par(first-line-indent: 1.5em, spacing: 0.65em)\n#set page(paper: "a5")\n'
    assert parts(read(typeset(HEAD + close + "\n\n".join([FIRST, SECOND] * 3))), "body") == [FIRST, SECOND] * 3


def test_a_headline_over_both_columns_comes_first(typeset: Typeset) -> None:
    head = '#set page(paper: "a5", columns: 2)\n#place(top, scope: "parent", float: true, text(size: 16pt)[Exodus goes on])\n'
    d = read(typeset(HEAD + head + "\n\n".join([FIRST, SECOND] * 3)))
    assert [*parts(d, "headline"), *parts(d, "body")] == ["Exodus goes on", *[FIRST, SECOND] * 3]


def test_running_heads_and_page_numbers_are_gone_and_sentences_go_on(typeset: Typeset) -> None:
    page = (
        '#set page(paper: "a6", header: [OCHA Sudan #h(1fr) No. 7], '
        "footer: context [Page #counter(page).display() of 9])\n"
    )
    d = read(typeset(HEAD + page + "\n\n".join([FIRST, SECOND] * 5)))
    assert parts(d, "body") == [FIRST, SECOND] * 5


def test_a_page_number_alone_is_gone(typeset: Typeset) -> None:
    d = read(typeset(HEAD + '#set page(paper: "a5", numbering: "1")\n' + FIRST))
    assert d.text == FIRST


def test_a_page_without_text_does_not_break_the_sentence(typeset: Typeset) -> None:
    page = '#set page(paper: "a5", numbering: "1")\n'
    source = HEAD + page + FIRST.replace("in Kassala", "in #pagebreak() #v(1pt) #pagebreak() Kassala")
    assert read(typeset(source)).text == FIRST


def test_rows_of_a_table_are_kept_as_such(typeset: Typeset) -> None:
    table = "#table(columns: 3, [Locality], [Killed], [Displaced], [Tawila], [12], [3,400], [Kutum], [4], [1,250])"
    d = read(typeset(f"{HEAD}{FIRST}\n\n{table}\n\n{SECOND}"))
    assert parts(d, "table") == ["Locality\tKilled\tDisplaced", "Tawila\t12\t3,400", "Kutum\t4\t1,250"]


def test_an_empty_cell_keeps_the_others_in_their_columns(typeset: Typeset) -> None:
    table = "#table(columns: 3, [Locality], [Killed], [Displaced], [Tawila], [12], [3,400], [Kutum], [], [1,250], [Tine], [7], [])"
    d = read(typeset(f"{HEAD}{FIRST}\n\n{table}\n\n{SECOND}"))
    assert parts(d, "table")[2:] == ["Kutum\t\t1,250", "Tine\t7"]
    assert parts(d, "body") == [FIRST, SECOND]


def test_footnotes_leave_the_sentence_and_become_notes(typeset: Typeset) -> None:
    marked = FIRST.replace("Kassala", "Kassala#footnote[The state, not the town.]")
    d = read(typeset(f'{HEAD}#set page(paper: "a5")\n{marked}\n\n{SECOND}#footnote[Seen on 2 December.]'))
    assert parts(d, "body") == [FIRST, SECOND]
    assert parts(d, "note") == ["[1] The state, not the town.", "[2] Seen on 2 December."]


def test_a_footnote_does_not_break_the_sentence_that_runs_over_it(typeset: Typeset) -> None:
    marked = FIRST.replace("Kassala", "Kassala#footnote[The state, not the town.]")
    d = read(typeset(HEAD + '#set page(paper: "a6")\n' + "\n\n".join([marked, SECOND] * 4)))
    assert parts(d, "body") == [FIRST, SECOND] * 4


def test_words_broken_at_line_ends_are_whole_and_hyphens_of_their_own_stay(typeset: Typeset) -> None:
    text = " ".join(
        ["Government-held neighbourhoods saw counterproductive negotiations after cross-border bombardment."] * 12
    )
    assert read(typeset(f'{HEAD}#set page(paper: "a7")\n{text}')).text == text


def test_raised_numbers_that_measure_stay(typeset: Typeset) -> None:
    assert "40 km² of land" in read(typeset(f"{HEAD}The army lost 40 km#super[2] of land there. {FIRST}")).text


def test_words_set_apart_without_a_space_are_words() -> None:
    stream = b"BT /F 12 Tf 50 700 Td [(The)-300(army)-300(took)-300(Wad)-300(Madani)-300(on)-300(Saturday.)] TJ ET"
    data = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (len(stream), stream)
    ) + b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    assert read(data).text == "The army took Wad Madani on Saturday."


SCANNED = "#set page(width: 200pt, height: 200pt)\n#rect(width: 100%, height: 100%, fill: gray)\n1"
LOCKED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"aa" * 32 + b">/U<" + b"bb" * 32 + b">>>endobj\n"
    b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>\n%%EOF"
)


def test_pictures_of_pages_are_refused(typeset: Typeset) -> None:
    (issue,) = load(Raw("scan.pdf", typeset(SCANNED))).issues
    assert (issue.code, "OCR" in issue.message) == ("scanned", True)


@pytest.mark.parametrize(
    ("data", "code"),
    [(LOCKED, "encrypted"), (b"%PDF-1.7\n" + b"\x93" * 5000, "broken_file"), (b"%PDF-1.7\n", "broken_file")],
)
def test_refusals(data: bytes, code: str) -> None:
    found = load(Raw("report.pdf", data))
    assert (found.items, [i.code for i in found.issues]) == ((), [code])
