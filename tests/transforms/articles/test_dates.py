"""Printed dates: as exact as printed, never guessed, never in the future."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.dates import date_in_path, find_order, is_possible, parse_date


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2023-04-24", "2023-04-24"),
        ("2023-04", "2023-04"),
        ("April 2023", "2023-04"),
        ("2023-04-24T10:15:30Z", "2023-04-24T10:15+00:00"),
        ("2023-04-24T23:15:30.123-05:00", "2023-04-24T23:15-05:00"),
        ("2023-04-24T10:15:30+0200", "2023-04-24T10:15+02:00"),
        ("2023-04-24 00:00:00", "2023-04-24"),
        ("20230424", "2023-04-24"),
        ("20230424T101500Z", "2023-04-24T10:15+00:00"),
        ("Mon, 24 Apr 2023 10:15:00 +0200", "2023-04-24T10:15+02:00"),
        ("Mon, 24 Apr 2023 10:15:00 GMT", "2023-04-24T10:15+00:00"),
        ("April 24, 2023", "2023-04-24"),
        ("24 April 2023", "2023-04-24"),
        ("24th of April, 2023", "2023-04-24"),
        ("Published: April 24, 2023 at 10:15 a.m. EDT", "2023-04-24T10:15-04:00"),
        ("Updated 8:00 PM EST, Tue December 19, 2023", "2023-12-19T20:00-05:00"),
        ("January 24, 2023 10:15 p.m. ET", "2023-01-24T22:15-05:00"),
        ("07/24/2023 10:15 p.m. ET", "2023-07-24T22:15-04:00"),
        ("24.04.2023", "2023-04-24"),
        ("24/04/2023", "2023-04-24"),
        ("04/24/2023 10:15", "2023-04-24T10:15+00:00"),
        ("1682331300", "2023-04-24T10:15+00:00"),
        ("1682331300000", "2023-04-24T10:15+00:00"),
        ("24.04.2023, 10.15 Uhr", "2023-04-24T10:15+00:00"),
        ("2023-04-24 10:15 PM", "2023-04-24T22:15+00:00"),
        ("24apr2023:10:15:00", "2023-04-24T10:15+00:00"),
        ("2023-04-24 10:15:00 Europe/Berlin", "2023-04-24T10:15+02:00"),
        ("24 апреля 2023, 10:15", "2023-04-24T10:15+00:00"),
        ("24 kwietnia 2023", "2023-04-24"),
        ("24 Nisan 2023 Pazartesi", "2023-04-24"),
        ("2023. április 24.", "2023-04-24"),
    ],
)
def test_dates_are_read_as_exactly_as_printed(printed, iso):
    found = parse_date(printed)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "printed",
    [
        "",
        None,
        "yesterday",
        "Tuesday",
        "April 24",
        "10:15",
        "2023",
        "2023-02-31",
        "04/05/2023",
        "04-05-06",
        "soon",
        "2023-13-45",
        "2023-04-24 10:15 Atlantis/Capital",
        "May",
        "99999999999999",
    ],
)
def test_what_is_no_date_or_has_two_readings_stays_unknown(printed):
    assert parse_date(printed) is None


def test_the_other_dates_of_a_file_tell_which_number_is_the_day():
    assert find_order(["04/05/2023", "24/05/2023", None]) == "day_first"
    assert find_order(["04/05/2023", "05/24/2023"]) == "month_first"
    assert find_order(["24/05/2023", "05/24/2023"]) is None
    found = parse_date("04/05/2023", "day_first")
    assert found is not None
    assert found.day == date(2023, 5, 4)


def test_the_day_is_that_of_its_own_time_zone():
    found = parse_date("2023-04-24T23:15:00-05:00")
    assert found is not None
    assert found.day == date(2023, 4, 24)
    assert found.moment == datetime(2023, 4, 25, 4, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("https://example.org/2023/04/24/border-reopens.html", date(2023, 4, 24)),
        ("https://example.org/world/2023/apr/4/border-reopens", date(2023, 4, 4)),
        ("archive/2023-04-24_border.txt", date(2023, 4, 24)),
        ("20230424-border.txt", date(2023, 4, 24)),
        ("article-120230424567.html", None),
        ("2023-04-24_to_2023-04-25.txt", None),
        ("2023-02-31.txt", None),
        (None, None),
    ],
)
def test_paths_tell_the_day_when_they_hold_just_one(path, day):
    found = date_in_path(path)
    assert (found and found.day) == day


def test_no_date_lies_in_the_future_or_before_newspapers():
    today = date(2023, 4, 24)
    assert is_possible(parse_date("2023-04-25"), today)
    assert not is_possible(parse_date("2023-04-26"), today)
    assert not is_possible(parse_date("1601-01-01"), today)
    assert not is_possible(None, today)


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)), st.integers(-12, 14))
def test_iso_dates_come_back_as_they_went_in(moment, hours):
    aware = moment.replace(second=0, microsecond=0, tzinfo=timezone(timedelta(hours=hours)))
    found = parse_date(aware.isoformat())
    assert found is not None
    assert found.day == aware.date()
    assert found.moment in (aware, None)
    assert (found.moment is None) == (aware.hour == aware.minute == 0)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text):
    parse_date(text)
