"""Dates: partial ones, read from fields, and those of running text, found and resolved against a publication date."""

from dossier.dates.fields import contradict, either_order, latest_full_date, parse_date
from dossier.dates.finding import find_dates

__all__ = ["contradict", "either_order", "find_dates", "latest_full_date", "parse_date"]
