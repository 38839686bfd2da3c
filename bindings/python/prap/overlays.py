"""The changes that make a calendar of one's own, and what was given for each of them, for errors to name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Iterable, Mapping, Optional

from . import _prap
from ._check import day_in, number_in, text_in, wrong_type
from .errors import PrapError, error_of
from .vocabulary import Status

_NAMED = re.compile(r"changes\[(\d+)\]\.(\w+)")


@dataclass(frozen=True)
class Added:
    """A day to add. ``day_field`` and ``title_field``: what an error calls its parts."""

    day: int
    substitute: bool
    title: bytes
    day_field: str
    title_field: str


@dataclass(frozen=True)
class Change:
    """A row for the extension, and what an error calls its day and its title."""

    row: tuple[int, int, int, bytes]
    day_field: str
    title_field: str


def mapping_in(value: object, field: str) -> Mapping[Any, Any]:
    """A mapping; None is an empty one."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise wrong_type(field, "a mapping")
    return value


def added_in(days: object, field: str, year: Optional[int] = None) -> list[Added]:
    """A mapping of days to titles; with a year, all of that year."""
    added = []
    for i, (day, title) in enumerate(mapping_in(days, field).items()):
        where = f"{field}[{i}]"
        number = day_in(day, f"{where}.day")
        if year is not None and day.year != year:
            raise error_of(Status.E_RANGE, f"{where}.day", "a day is of another year than it is given for")
        added.append(Added(number, False, text_in(title, f"{where}.title"), f"{where}.day", f"{where}.title"))
    return added


def removed_in(days: object) -> list[Change]:
    """A list of days to remove."""
    if isinstance(days, (str, bytes, Mapping)) or not isinstance(days, Iterable):
        raise wrong_type("remove", "a list of days")
    return [Change((_prap.REMOVE_DAY, day_in(day, f"remove[{i}]"), 0, b""), f"remove[{i}]", f"remove[{i}]")
            for i, day in enumerate(days)]


def years_in(replace_years: object) -> tuple[dict[int, list[Added]], dict[int, str]]:
    """The days of each year to replace, and what an error calls the year."""
    years, fields = {}, {}
    for i, (year, days) in enumerate(mapping_in(replace_years, "replace_years").items()):
        field = f"replace_years[{i}]"
        number_in(year, field, range(1, 10000))
        years[year], fields[year] = added_in(days, field, year), field
    return years, fields


def additions(added: Iterable[Added]) -> list[Change]:
    """The days to add, as changes."""
    return [Change((_prap.ADD_DAY, one.day, int(one.substitute), one.title), one.day_field, one.title_field)
            for one in added]


def replacements(known: int, years: Mapping[int, Iterable[Added]], fields: Mapping[int, str]) -> list[Change]:
    """Known years and later ones come in order, earlier ones in reverse: each must touch a known one."""
    order = sorted(year for year in years if year >= known)
    order += sorted((year for year in years if year < known), reverse=True)
    changes = [Change((_prap.REPLACE_YEAR, day_in(date(year, 1, 1), fields[year]), 0, b""), fields[year],
                      fields[year]) for year in order]
    return changes + additions(one for year in order for one in years[year])


def edition_in(edition: Optional[date]) -> list[Change]:
    """The day as of which the list was taken; None is the base's."""
    if edition is None:
        return []
    return [Change((_prap.SET_EDITION, day_in(edition, "edition"), 0, b""), "edition", "edition")]


def located(error: PrapError, changes: list[Change]) -> PrapError:
    """The library's error, with what was given in the place of the change that it names."""
    named = _NAMED.fullmatch(error.field)
    if named is None:
        return error
    change = changes[int(named.group(1))]
    field = change.title_field if named.group(2) == "title" else change.day_field
    return error_of(error.status, field, error.message)
