from __future__ import annotations

import pytest

from fogline.language.detect import detect

TEXTS = [
    ("Gunmen from Nigeria killed five Cameroonian soldiers near Bakassi.", "en", "names of West Africa"),
    ("Burkina Faso, Mali and Niger left the bloc, the junta in Bamako said.", "en", "more of them"),
    ("Zes soldaten kwamen om of raakten gewond bij een aanval in het noorden van Mali.", "nl", "its own 'of'"),
    ("Seks soldater blev dræbt ved et angreb på en base i det nordlige Mali, siger hæren.", "da", "a neighbour"),
    ("Six soldats ont été tués dans une attaque contre une base du nord du Mali.", "fr", "French"),
    ("Шестеро військових загинули внаслідок обстрілу позицій під Покровськом.", "uk", "Ukrainian, not Russian"),
    ("قُتل ستة جنود في هجوم على قاعدة عسكرية شمال البلاد", "ar", "Arabic"),
    ("Rebels take Djibo barracks, northern Burkina Faso", "en", "a headline without small words"),
    ("Gunmen don kill six soja for Borno, di army tok sey dem dey find dem.", "pcm", "Nigerian Pidgin itself"),
    ("Goma 12/3", None, "too few letters"),
]


@pytest.mark.parametrize(("text", "code", "why"), TEXTS)
def test_detect(text: str, code: str | None, why: str) -> None:
    assert detect(text) == code, why
