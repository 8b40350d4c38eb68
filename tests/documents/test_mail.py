from __future__ import annotations

from email.message import EmailMessage

import pytest

from fogline.documents.load import load
from fogline.model.raw import Raw


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "OCHA Yémen <news@ocha.example>"
    made["Subject"] = "Flash update: shelling in Taïz"
    made["Date"] = "Tue, 03 Dec 2024 14:00:00 +0300"
    made.set_content("Shells hit the market of al-Houban.\n\n> Earlier you wrote.\n\n-- \nThe press desk\n")
    return made


def test_the_letter_without_what_it_quotes_and_its_signature() -> None:
    (d,) = load(Raw("a.eml", letter().as_bytes())).items
    assert d.text == "Shells hit the market of al-Houban."


def test_sender_subject_and_day() -> None:
    (d,) = load(Raw("a.eml", letter().as_bytes())).items
    assert (d.publisher, d.title, d.published) == (
        "OCHA Yémen",
        "Flash update: shelling in Taïz",
        "2024-12-03T14:00:00+03:00",
    )


def test_html_where_there_is_no_plain_text() -> None:
    made = EmailMessage()
    made["From"] = "desk@wire.example"
    made.set_content("<p>Shells hit <b>Taiz</b>.</p><style>p {}</style>", subtype="html")
    (d,) = load(Raw("a.eml", made.as_bytes())).items
    assert (d.text, d.publisher) == ("Shells hit Taiz.", "wire.example")


def test_an_attached_report_is_a_document_of_its_own() -> None:
    made = letter()
    made.add_attachment(b"Hodeidah port was hit.", maintype="text", subtype="plain", filename="annex.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    found = load(Raw("a.eml", made.as_bytes()))
    assert [d.text for d in found.items] == ["Shells hit the market of al-Houban.", "Hodeidah port was hit."]
    assert found.items[1].published == "2024-12-03T14:00:00+03:00"


HOSTILE = [
    (b"Subject: " + b"x" * 1_000_000 + b"\n\nShells hit Taiz.", "an endless header"),
    (
        b"Date: \xff\xff nonsense\nFrom: <<<>\nContent-Type: text/plain; charset=nope\n\nShells hit Taiz.",
        "broken headers",
    ),
    (b"Content-Transfer-Encoding: base64\n\nShells hit Taiz.", "an encoding that it is not in"),
]


@pytest.mark.parametrize(("data", "why"), HOSTILE, ids=[h[1] for h in HOSTILE])
def test_hostile_letters_end_in_a_document_or_a_reason(data: bytes, why: str) -> None:
    found = load(Raw("a.eml", data))
    assert len(found.items) + len(found.issues) > 0, why


def test_letters_inside_letters_without_end_are_refused_or_read() -> None:
    data = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    found = load(Raw("a.eml", data + b"\nShells hit Taiz."))
    assert [i.code for i in found.issues] in (["broken_file"], ["empty"])
