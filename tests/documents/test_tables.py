from __future__ import annotations

import json

import pytest

from fogline.documents.load import load
from fogline.documents.passages import passages
from fogline.model.document import document_id
from fogline.model.raw import Raw


def lines(*values: object) -> Raw:
    return Raw("reports.jsonl", "\n".join(json.dumps(v) for v in values).encode())


def test_a_line_is_a_document_with_all_that_it_says() -> None:
    (d,) = load(
        lines(
            {
                "id": "ocha-7",
                "title": "Flash",
                "text": "Shells hit Kherson.\r\nTwo died.",
                "published": "2024-12-01T08:00:00Z",
                "publisher": "OCHA",
                "url": "https://example.org/7",
                "language": "en-GB",
                "licence": "CC-BY-4.0",
                "paragraph_sources": [["x"]],
                "unknown": {"a": 1},
            }
        )
    ).items
    assert (d.id, d.title, d.text) == ("ocha-7", "Flash", "Shells hit Kherson.\nTwo died.")
    assert (d.published, d.publisher, d.url) == ("2024-12-01T08:00:00Z", "OCHA", "https://example.org/7")
    assert (d.language, d.licence) == ("en", "CC-BY-4.0")


def test_the_text_alone_makes_the_offsets() -> None:
    text = "  Cafe\u0301  in \u00a0Gaza\n\n\n\nwas hit. "
    (d,) = load(lines({"text": text, "title": "Strike"})).items
    assert d.text == "  Café  in \u00a0Gaza\n\n\n\nwas hit. "


def test_without_an_id_the_content_is_the_identity() -> None:
    (d,) = load(lines({"text": "Mortars.", "publisher": "A", "published": "2024-01-02"})).items
    assert d.id == document_id("Mortars.", "A", None, "2024-01-02")


def test_a_given_id_is_bounded_and_clean() -> None:
    (d,) = load(lines({"id": "a\0\u202eb\n" + "c" * 5000, "text": "Mortars."})).items
    assert d.id == "ab " + "c" * 197


def test_a_number_is_an_id_too() -> None:
    assert load(lines({"id": 17, "text": "Mortars."})).items[0].id == "17"


BAD = [
    (b"{not json", "not JSON"),
    (b"[1, 2]", "not an object"),
    (b'{"title": "no text"}', "no text"),
    (b'{"text": 5}', "text that is none"),
    (b'{"text": "\xff\xfe"}', "not UTF-8"),
    (b'{"a":' * 100_000, "nested too deeply"),
    (b'{"text": "ok", "n": ' + b"9" * 10_000 + b"}", "a number no one can hold"),
]


@pytest.mark.parametrize(("line", "why"), BAD)
def test_a_bad_line_is_an_issue_and_costs_nothing_else(line: bytes, why: str) -> None:
    found = load(Raw("r.jsonl", b'{"text": "First."}\n' + line + b'\n\n{"text": "Last."}'))
    assert [d.text for d in found.items] == ["First.", "Last."], why
    assert [(i.code, "line 2" in i.message) for i in found.issues] == [("bad_line", True)]


def test_an_empty_text_is_refused_by_its_line() -> None:
    found = load(lines({"text": " \n"}))
    assert (found.items, found.issues[0].code) == ((), "empty")


def test_a_day_that_is_none_is_left_unknown_and_said() -> None:
    found = load(lines({"id": "x", "text": "Mortars.", "published": "last week"}))
    assert found.items[0].published is None
    assert [(i.code, i.document) for i in found.issues] == [("bad_published", "x")]


def test_the_users_word_on_the_day_outranks_the_files() -> None:
    assert load(lines({"text": "Mortars.", "published": "2020-01-01"}), "2024-05-06").items[0].published == "2024-05-06"


def test_half_a_character_does_not_stop_the_file() -> None:
    assert load(Raw("r.jsonl", b'{"text": "Mortars \\ud83d."}')).items[0].text == "Mortars \ufffd."


def test_a_language_not_read_is_kept_with_its_name() -> None:
    text = "قالت وزارة الصحة إن عشرين شخصا قتلوا في غارة جوية على المدينة صباح الثلاثاء."
    assert load(lines({"text": text})).items[0].language == "ar"


@pytest.mark.parametrize("whole", ['[{"text": "A."}, {"text": "B."}]', '{"text": "A."}\n{"text": "B."}'])
def test_json_as_a_list_or_by_lines(whole: str) -> None:
    assert [d.text for d in load(Raw("r.json", whole.encode())).items] == ["A.", "B."]


CSV = [
    (
        'title,text,published\nFlash,"Shells, many,\nhit.",2024-03-01\nTwo,"Quiet.",\n',
        "commas, and a line end in a cell",
    ),
    ("Title;Text;Published\nFlash;Shells, many,\\nhit.;2024-03-01\nTwo;Quiet.;\n".replace("\\n", " "), "semicolons"),
    (
        "headline\tbody\tdate\nFlash\tShells, many, hit.\t1 March 2024\nTwo\tQuiet.\t\n",
        "tabs, other names, a day in words",
    ),
]


@pytest.mark.parametrize(("text", "why"), CSV)
def test_csv(text: str, why: str) -> None:
    found = load(Raw("r.csv", text.encode())).items
    assert [(d.title, " ".join(d.text.split())) for d in found] == [
        ("Flash", "Shells, many, hit."),
        ("Two", "Quiet."),
    ], why
    assert [d.published for d in found] == ["2024-03-01", None], why


def test_a_table_without_text_is_refused_with_its_columns() -> None:
    (issue,) = load(Raw("r.csv", b"place,price\nGoma,3\n")).issues
    assert (issue.code, "place,price" in issue.message) == ("no_text_column", True)


def test_a_short_table_of_figures_is_one_report() -> None:
    (d,) = load(Raw("r.csv", b"place,deaths\nGoma,3\n")).items
    assert [p.kind for p in passages(d)] == ["table", "table"]


def test_a_data_set_of_figures_is_none() -> None:
    (issue,) = load(Raw("r.csv", b"place,deaths\n" + b"Goma,3\n" * 400)).issues
    assert issue.code == "no_text_column"


def test_a_cell_of_a_megabyte_costs_only_its_row() -> None:
    found = load(Raw("r.csv", b"text\nFirst.\n" + b"x" * 1_000_000 + b"\nLast.\n"))
    assert [d.text for d in found.items] == ["First.", "Last."]
    assert [i.code for i in found.issues] == ["bad_line"]
