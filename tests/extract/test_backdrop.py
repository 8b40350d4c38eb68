"""Background: what ended long before the report, what says so itself, and what goes on in the past."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.conftest import ParsedOf

from fogline.extract.backdrop import Moment, backdrops
from fogline.model.period import Period

DAY = date(2024, 12, 1)


def moment(parsed_of: ParsedOf, text: str, verb: str, day: date | None, sentence: int = 0) -> Moment:
    told = parsed_of(text).sentences[sentence]
    token = next(t.i for t in told.tokens if t.text == verb)
    return Moment(told, token, Period(None, day, day, 1) if day else None)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2016, 7, 1), "dated"), (date(2024, 11, 29), None), (date(2024, 11, 5), None)],
)
def test_a_month_divides_history_from_news(parsed_of: ParsedOf, day: date, expected: str | None) -> None:
    text = "Rebels took the town."
    news = moment(parsed_of, text, "took", DAY)
    assert backdrops([news, moment(parsed_of, text, "took", day)], DAY) == (None, expected)


def test_a_report_about_the_past_is_no_background_to_itself(parsed_of: ParsedOf) -> None:
    old = moment(parsed_of, "Rebels took the town.", "took", DAY - timedelta(days=120))
    assert backdrops([old, old], DAY) == (None, None)


def test_what_is_over_a_year_old_is_history_in_any_report(parsed_of: ParsedOf) -> None:
    old = moment(parsed_of, "Rebels took the town.", "took", date(2016, 7, 1))
    assert backdrops([old, old], DAY) == ("dated", "dated")


@pytest.mark.parametrize(
    "text", ["The junta had previously burned the village.", "Ten years ago the army burned the village."]
)
def test_words_of_the_past(parsed_of: ParsedOf, text: str) -> None:
    assert backdrops([moment(parsed_of, text, "burned", None)], DAY) == ("told as past",)


def test_past_perfect_goes_on_in_the_past(parsed_of: ParsedOf) -> None:
    text = "In 2016 rebels took Palmyra. They had burned the museum. Today they left."
    moments = [
        moment(parsed_of, text, "left", DAY, 2),
        moment(parsed_of, text, "took", date(2016, 1, 1), 0),
        moment(parsed_of, text, "burned", None, 1),
    ]
    assert backdrops(moments, DAY) == (None, "dated", "goes on in the past")
