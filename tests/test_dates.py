from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dates import latest_full_date, parse_date
from dossier.model import PartialDate


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2019", "2019"),
        ("2019-12", "2019-12"),
        ("2019-12-30", "2019-12-30"),
        ("2019-12-30T08:15:00Z", "2019-12-30"),
        ("2019-12-30 08:15 +01:00", "2019-12-30"),
        ("December 30, 2019", "2019-12-30"),
        ("Monday, Dec. 30, 2019", "2019-12-30"),
        ("30 December 2019", "2019-12-30"),
        ("1st May 2020", "2020-05-01"),
        ("December 2019", "2019-12"),
        ("0987-01-02", "0987-01-02"),
    ],
)
def test_a_date_in_a_field(text: str, iso: str) -> None:
    day = parse_date(text)
    assert day is not None
    assert day.iso == iso


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2019-02-30", "2019-13-01", "03/04/2019", "4/3/2019", "0000", "9999-12-31", "2019-12-30 or so"],
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9998, 12, 31)))
def test_iso_dates_come_back(day: dt.date) -> None:
    parsed = parse_date(day.isoformat())
    assert parsed is not None
    assert (parsed.start, parsed.end) == (day, day + dt.timedelta(days=1))
    assert parsed.iso == day.isoformat()


def test_spans_are_half_open() -> None:
    assert PartialDate(2019).end == dt.date(2020, 1, 1)
    assert PartialDate(2019, 12).end == dt.date(2020, 1, 1)
    assert PartialDate(2019, 11).end == dt.date(2019, 12, 1)
    assert PartialDate(2019, 12, 29, or_later=True).end is None


def test_the_latest_full_date_of_a_text() -> None:
    found = latest_full_date("Founded on 2 May 2018, it closed on June 3, 2019, after a year. In 2021 it was gone.")
    assert found is not None
    assert (found[0].iso, found[1]) == ("2019-06-03", "June 3, 2019")


@pytest.mark.parametrize(
    "text",
    [
        "The vote is due on June 3, 2030.",
        "It will open on 2 May 2030.",
        "Pay by 2 May 2030 at the latest.",
        "In May 2019 it closed.",
        "The number is 2019-12-30-7 in the list.",
        "The dividend announced is payable April 10, 2030.",
        "It gave figures for the year ending March 31, 2030.",
        "Shareholders of record as of 1 April 2030 voted.",
        "The date is 1 April 2030.",
    ],
)
def test_a_date_that_looks_ahead_or_is_none_dates_nothing(text: str) -> None:
    assert latest_full_date(text) is None


@pytest.mark.parametrize(
    ("text", "precise"),
    [
        ("2019-12-30T08:15:30.123+09:00", "2019-12-30T08:15:30+09:00"),
        ("Mon, 30 Dec 2019 08:15:00 GMT", "2019-12-30T08:15Z"),
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
        ("12/30/2019 5:06 PM EST", "2019-12-30T17:06-05:00"),
        ("30.12.2019", "2019-12-30"),
        ("2019年12月30日", "2019-12-30"),
        ("3. März 2021, 14:05 Uhr", "2021-03-03T14:05"),
        ("30 декабря 2019", "2019-12-30"),
        ("20210303", "2021-03-03"),
        ("1611123100000", "2021-01-20T06:11Z"),
    ],
)
def test_times_zones_and_other_languages(text: str, precise: str) -> None:
    parsed = parse_date(text)
    assert parsed is not None
    assert parsed.precise == precise
