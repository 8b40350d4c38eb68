"""Whose words a claim is, nearest first: one row a construction, read from end to end."""

from __future__ import annotations

import pytest

from fogline.model.document import Document
from fogline.pipeline import Knowledge, read

SPEAKERS = [
    ("Reuters reported, citing two army officers, that rebels had entered Goma.", "entered", ["army officers", "Reuters"]),
    ("Tigrai TV, quoting the regional president, said that Eritrean troops had shelled Adigrat.", "shelled",
     ["regional president", "Tigrai TV"]),
    ("State media, citing the interior ministry, say police arrested protesters in Minsk.", "arrested",
     ["interior ministry", "state media"]),
    ("State television quoted the general as saying that the RSF shelled El Obeid.", "shelled",
     ["general", "state television"]),
    ("The militia is reported to have attacked the village of Djugu.", "attacked", []),
    ("The Defence Ministry said troops took Krasne. The ministry added that its drones struck a bridge.", "struck",
     ["Defence Ministry"]),
    ("General Ali Kone said rebels attacked Gao. The general said that they burned a school.", "burned", ["Ali Kone"]),
    ('The Armenian Defence Ministry denied the report. "The claim of the Azerbaijani Defence Ministry that troops fired on its '
     'posts is false," the ministry said.', "fired on", ["Armenian Defence Ministry"]),
    ("Peaceful men were detained under the decree, most of them farmers, Amnesty International believes.", "detained",
     ["Amnesty International"]),
    ("Ukrainian drones struck a depot in Engels, Saratov region, the regional governor, Roman Busargin, said on Telegram.",
     "struck", ["Roman Busargin"]),
    ("Gunmen attacked a mosque in Banibangou on Monday, the mayor said by telephone.", "attacked", ["mayor"]),
    ("The African Union warned that the move could split Sudan, and the UN envoy, Ramtane Lamamra, called for talks.",
     "talks", ["Ramtane Lamamra"]),
    ("Residents spoke of explosions in Agadez.", "explosions", ["residents"]),
    ('"The militants came at night," said Amina Yusuf, a nurse. "They burned the clinic."', "burned", ["Amina Yusuf"]),
    ('Police chief Jean Baptiste said: "Gangs attacked the prison. We arrested forty men."', "arrested", ["Jean Baptiste"]),
    ("In a statement, the Wagner Group said it had captured Berkhivka.", "captured", ["Wagner Group"]),
    ("The army's claim that it recaptured Jebel Moya could not be verified.", "recaptured", ["army"]),
    ("The report by the UN panel found that Rwandan troops had shelled Sake.", "shelled", ["UN panel"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "speakers"), SPEAKERS)
def test_the_nearest_speaker_comes_first(text: str, trigger: str, speakers: list[str], known: Knowledge) -> None:
    found = read(Document("d", text, published="2024-11-05", publisher="Example Wire", language="en"), known).items
    claim = next(c for c in found if c.kind in {"event", "control"} and c.trigger.text == trigger)
    assert [s.name for s in sorted(claim.attribution, key=lambda s: s.level)] == speakers


def test_a_source_that_asks_for_no_name_asks_for_nothing(known: Knowledge) -> None:
    text = "A resident who asked not to be named said the army bombed the market in Myinmu."
    found = read(Document("d", text, published="2024-11-05", publisher="Example Wire", language="en"), known)
    assert [c.type for c in found.items] == ["ASSAULT"]
    assert "refused_anonymity" in {i.code for i in found.issues}
