"""The day of a page's article: that of the outlet's own calendar, whichever of the page's dates shows it."""

import pytest

from transforms.articles.dates import parse_date
from transforms.readers.page_dates import choose_date

UTC_EVENING = "2019-11-19T04:58:46Z"  # still the 18th in America


def chosen(stated: list[str], displayed: str | None = None, updated: str | None = None, address: str | None = None) -> tuple:
    printed, origin = choose_date(stated, displayed, updated, address)
    found = parse_date(printed)
    return found.day.isoformat() if found else None, found and found.moment and found.moment.utcoffset().total_seconds() / 3600, origin


def test_stated_date_counts_when_nothing_shows_another_zone():
    assert chosen([UTC_EVENING]) == ("2019-11-19", 0, "metadata")
    assert choose_date([UTC_EVENING], None, None, None) == (UTC_EVENING, "metadata")


def test_same_moment_stated_in_the_outlets_zone_gives_the_day():
    assert chosen([UTC_EVENING, "2019-11-18T20:58:00-08:00"]) == ("2019-11-18", -8, "metadata")
    assert chosen([UTC_EVENING, "2019-11-18 20:58:46"]) == ("2019-11-18", -8, "metadata")
    assert chosen([UTC_EVENING, "Monday, November 18, 2019, 08:58 PM"]) == ("2019-11-18", -8, "metadata")


def test_another_moment_is_no_other_zone():
    assert chosen([UTC_EVENING, "2019-11-18 20:51:13"]) == ("2019-11-19", 0, "metadata")


@pytest.mark.parametrize(
    ("stated", "address", "day", "hours"),
    [
        (UTC_EVENING, "https://e.org/2019/11/18/border", "2019-11-18", -5),
        ("2019-11-18T05:00:00Z", "https://e.org/2019/11/17/border", "2019-11-17", -6),  # at -5 it is midnight of the 18th
        ("2019-11-18T22:30:00Z", "https://e.org/2019/11/19/border", "2019-11-19", 2),
        ("2019-11-18T22:30:00+01:00", "https://e.org/2019/11/19/border", "2019-11-18", 1),
    ],
)
def test_day_of_the_address_moves_a_moment_in_utc_into_the_nearest_zone(stated, address, day, hours):
    assert chosen([stated], address=address) == (day, hours, "metadata")
    moved = parse_date(choose_date([stated], None, None, address)[0])
    assert moved.moment == parse_date(stated).moment


def test_stated_date_that_agrees_with_the_address_wins_over_others():
    stated = ["2019-10-11T14:59:54Z", "2019-11-18T12:00:00Z"]
    assert chosen(stated, address="https://e.org/2019/11/18/markets")[0] == "2019-11-18"
    assert chosen(stated, address="https://e.org/2017/01/02/markets")[0] == "2019-10-11"


def test_displayed_date_gives_the_day_and_the_metadata_its_moment():
    assert chosen(["2019-11-20T01:50:59Z"], "Nov. 19, 2019 5:50 PM") == ("2019-11-19", -8, "text")
    assert chosen(["2019-11-20T01:50:59Z"], "November 19, 2019") == ("2019-11-19", -2, "text")
    assert chosen(["2019-11-20T01:50:59Z"], "Published 8:50 pm EST, Tuesday, November 19, 2019") == ("2019-11-19", -5, "text")


def test_displayed_date_much_earlier_or_later_is_of_something_else():
    assert chosen(["2019-11-20"], "May 2, 2019")[0] == "2019-11-20"
    assert chosen(["2019-11-20"], "December 24, 2019")[0] == "2019-11-20"


def test_date_before_newspapers_is_a_template_and_not_a_date():
    assert chosen(["0001-01-01T00:00:00Z"], "Published 11:11 PM EST Nov 19, 2019") == ("2019-11-19", -5, "text")
    assert chosen(["0001-01-01T00:00:00Z"]) == (None, None, None)


def test_date_of_an_update_counts_only_when_it_stands_alone_weeks_later():
    assert chosen(["2023-04-24T10:00:00Z"], updated="Updated: August 8, 2023")[0] == "2023-08-08"
    assert chosen(["2023-04-24T10:00:00Z"], updated="Updated: April 26, 2023")[0] == "2023-04-24"
    assert chosen(["2023-04-24T10:00:00Z"], "April 24, 2023", updated="Updated: August 8, 2023")[0] == "2023-04-24"


def test_address_serves_when_nothing_is_stated():
    assert chosen([], address="https://e.org/2023/04/24/border") == ("2023-04-24", None, "path")
    assert choose_date(["not a date"], None, None, "https://e.org/border") == (None, None)
