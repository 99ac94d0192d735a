"""Dates as programs, logs and other languages print them."""

import pytest

from transforms.articles.dates import parse_date


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2023年4月24日", "2023-04-24"),
        ("2023年4月24日 下午10:15", "2023-04-24T22:15+00:00"),
        ("2023년 4월 24일 오전 9:05", "2023-04-24T09:05+00:00"),
        ("24-Apr-23", "2023-04-24"),
        ("24-Apr-23 10:15", "2023-04-24T10:15+00:00"),
        ("24-Apr-23 10.15.30.000000 AM", "2023-04-24T10:15+00:00"),
        ("Monday, 24-Apr-23 10:00:00 GMT", "2023-04-24T10:00+00:00"),
        ("/Date(1682330400000+0200)/", "2023-04-24T10:00+00:00"),
        ("1682330400000000", "2023-04-24T10:00+00:00"),
        ("Timestamp('2023-04-24 10:00:00')", "2023-04-24T10:00+00:00"),
        ("datetime.datetime(2023, 4, 24, 10, 5)", "2023-04-24T10:05+00:00"),
        ("24/Apr/2023:10:00:00 +0200", "2023-04-24T10:00+02:00"),
        ("2023-04-24T10:00:00+02:00[Europe/Berlin]", "2023-04-24T10:00+02:00"),
        ("2023/04/24 10:00:00", "2023-04-24T10:00+00:00"),
        ("lun., 24 avr. 2023 10:00:00 +0200", "2023-04-24T10:00+02:00"),
        ("mar., 25 abr 2023 10:00", "2023-04-25T10:00+00:00"),
        ("5 mars 2023 14:00", "2023-03-05T14:00+00:00"),
        ("24 avril 2023 à 10h15", "2023-04-24T10:15+00:00"),
        ("24.04.23", "2023-04-24"),
        ("4/24/23 10:15 AM", "2023-04-24T10:15+00:00"),
    ],
)
def test_dates_are_read_with_their_hour(printed, expected):
    found = parse_date(printed)
    assert found is not None
    assert found.iso == expected


@pytest.mark.parametrize("printed", ["04-05-06", "24/04/23", "31 avril 2023"])
def test_what_has_two_readings_or_none_stays_unknown(printed):
    assert parse_date(printed) is None
