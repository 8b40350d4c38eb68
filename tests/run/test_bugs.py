"""A bug of ours in reading costs one document, named with its reason, and none of the others."""

from __future__ import annotations

from typing import cast

from fogline.config import Settings
from fogline.model.document import Document
from fogline.run.local import BUG, read_all

RAID = Document("d_raid", "Gunmen killed nine people in Gao on Monday.", published="2024-12-03", language="en")
BROKEN = Document("d_broken", cast("str", None), language="en")  # what no loader makes: reading it cannot but fail


def test_the_others_are_read() -> None:
    found = dict(read_all([BROKEN, RAID], Settings()))
    assert [i.code for i in found[BROKEN].issues] == [BUG]
    assert "d_broken" in found[BROKEN].issues[0].message
    assert found[BROKEN].items == ()
    assert found[RAID].items
