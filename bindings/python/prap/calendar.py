"""Working days: Monday to Friday except the bank holidays of a division (AMB-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Iterable, Iterator, Mapping, Optional, Union

from . import _prap
from ._check import INT32, day_in, day_out, flag_in, number_in, text_in, word_in, wrong_type
from .errors import error_of
from .gov_uk import read_events
from .vocabulary import Coverage, Division, Status

_Added = tuple[int, bool, bytes]  # day number, substitute, title


@dataclass(frozen=True)
class Holiday:
    """A bank holiday: its day, its published title, and whether it stands in for one that fell on a
    weekend."""

    day: date
    title: str
    substitute: bool
    coverage: Coverage


@dataclass(frozen=True)
class CalendarIdentity:
    """Which calendar this is and which days it covers. Equal ``hash`` (CRC-32C), equal answers."""

    division: Division
    known_first: date
    known_last: date
    provisional_first: date
    provisional_last: date
    hash: int
    holidays: int


def _holiday(row: Optional[tuple[int, int, int, str]]) -> Optional[Holiday]:
    if row is None:
        return None
    day, quality, substitute, title = row
    return Holiday(day_out(day), title, bool(substitute), Coverage(quality))


class Calendar:
    """The working days of one division. Immutable; any thread may use one.

    Every count takes ``allow_provisional`` (default False). A count that leaves the published years, even in
    the middle of the walk, raises DataError ``coverage`` unless it is True; then :meth:`coverage` tells which
    it was.
    """

    def __init__(self, division: Union[Division, str] = Division.ENGLAND_AND_WALES) -> None:
        self._handle = _prap.calendar(word_in(Division, division, "division"))
        self._is_overlay = False

    @classmethod
    def built_in(cls, division: Union[Division, str] = Division.ENGLAND_AND_WALES) -> Calendar:
        """The built-in calendar of a division. Raises CallerError ``unknown-word``, WrongType."""
        return cls(division)

    @classmethod
    def from_gov_uk(cls, content: Union[str, bytes, Mapping[str, Any]],
                    division: Union[Division, str] = Division.ENGLAND_AND_WALES) -> Calendar:
        """The built-in calendar of a division with what a later ``bank-holidays.json`` of GOV.UK says of it.

        ``content``: the file's text, or what ``json.loads`` makes of it. Every year in which it has a holiday
        of the division is replaced as a whole, and is known; other years stay. Content of another shape
        raises CallerError with the field, as ``"scotland.events[3].date"``, and makes no calendar.
        """
        word = word_in(Division, division, "division")
        years: dict[int, list[_Added]] = {}
        for day, substitute, title in read_events(content, word.word):
            years.setdefault(day.year, []).append((day_in(day, "date"), substitute, title))
        return cls(word)._changed(years, (), ())

    def overlay(self, add: Optional[Mapping[date, str]] = None, remove: Iterable[date] = (),
                replace_years: Optional[Mapping[int, Mapping[date, str]]] = None) -> Calendar:
        """A calendar of your own: this one and changes to it, with its own hash. This one stays as it is.

        First every year of ``replace_years`` loses its holidays, gets exactly the given ones and is known; it
        must be a known year or touch one. Then the days of ``remove`` are holidays no longer, and those of
        ``add``, each with the reason, are no working days: a proclaimed holiday, a day on which the provider
        is closed. Raises CallerError ``twice`` (a day to add is one already), ``range`` (a day to remove is
        none, or a day is not of its year), ``text`` (a title is 1 to 64 printable bytes); DataError
        ``coverage``; LimitError; WrongType.
        """
        years = {number_in(year, "replace_years", range(1, 10000)): _added(days, "replace_years", year)
                 for year, days in _mapping(replace_years, "replace_years").items()}
        if isinstance(remove, (str, bytes, Mapping)) or not isinstance(remove, Iterable):
            raise wrong_type("remove", "a list of days")
        return self._changed(years, [day_in(day, "remove") for day in remove], _added(add, "add"))

    def _changed(self, years: Mapping[int, Iterable[_Added]], remove: Iterable[int],
                 add: Iterable[_Added]) -> Calendar:
        """Known years and later ones come in order, earlier ones in reverse: each must touch a known one."""
        known = self.identity.known_first.year
        order = sorted(year for year in years if year >= known)
        order += sorted((year for year in years if year < known), reverse=True)
        changes = [(_prap.REPLACE_YEAR, day_in(date(year, 1, 1), "replace_years"), 0, b"") for year in order]
        changes += [(_prap.ADD_DAY, day, int(substitute), title)
                    for year in order for day, substitute, title in years[year]]
        changes += [(_prap.REMOVE_DAY, day, 0, b"") for day in remove]
        changes += [(_prap.ADD_DAY, day, int(substitute), title) for day, substitute, title in add]
        made = Calendar.__new__(type(self))
        made._handle = _prap.overlay(self._handle, tuple(changes))
        made._is_overlay = True
        return made

    @property
    def identity(self) -> CalendarIdentity:
        """Division, span and hash of the holidays."""
        division, first, last, early, late, hash_, holidays = _prap.calendar_identity(self._handle)
        return CalendarIdentity(Division(division), day_out(first), day_out(last), day_out(early),
                                day_out(late), hash_, holidays)

    def is_working_day(self, day: date, *, allow_provisional: bool = False) -> bool:
        """Is ``day`` a working day? Raises DataError ``coverage``, WrongType."""
        return bool(_prap.is_working_day(self._handle, day_in(day, "day"), 0, _flags(allow_provisional))[0])

    def add_working_days(self, start: date, n: int, *, allow_provisional: bool = False) -> date:
        """The n-th working day strictly after ``start`` (before it when n is negative, itself when n is 0;
        D-02, D-03).

        Raises DataError ``coverage``, WrongType, CallerError ``range``.
        """
        number = number_in(n, "n", INT32)
        return day_out(_prap.add_working_days(self._handle, day_in(start, "start"), number,
                                              _flags(allow_provisional))[0])

    def count_working_days(self, first: date, last: date, *, allow_provisional: bool = False) -> int:
        """Working days after ``first`` up to and including ``last``; negative when ``last`` is earlier.

        Raises DataError ``coverage``, WrongType.
        """
        return self._count(first, last, _flags(allow_provisional))[0]

    def coverage(self, first: date, last: Optional[date] = None) -> Coverage:
        """Whether every day that a count from ``first`` to ``last`` looks at is published (KNOWN) or some are
        computed.

        Raises DataError ``coverage`` when some are outside, WrongType.
        """
        if last is None:
            return Coverage(_prap.is_working_day(self._handle, day_in(first, "first"), 0,
                                                 _prap.ALLOW_PROVISIONAL)[1])
        return Coverage(self._count(first, last, _prap.ALLOW_PROVISIONAL)[1])

    def working_day_on_or_before(self, day: date, *, allow_provisional: bool = False) -> date:
        """The last working day on or before ``day``. Raises DataError ``coverage``, WrongType."""
        return day_out(_prap.working_day_on_or_before(self._handle, day_in(day, "day"), 0,
                                                      _flags(allow_provisional))[0])

    def working_day_on_or_after(self, day: date, *, allow_provisional: bool = False) -> date:
        """The first working day on or after ``day``. Raises DataError ``coverage``, WrongType."""
        return day_out(_prap.working_day_on_or_after(self._handle, day_in(day, "day"), 0,
                                                     _flags(allow_provisional))[0])

    def holiday_on(self, day: date) -> Optional[Holiday]:
        """The holiday on ``day``; None when there is none or the day is not covered. Raises WrongType."""
        return _holiday(_prap.holiday_on(self._handle, day_in(day, "day")))

    def holidays(self) -> Iterator[Holiday]:
        """Every holiday in date order, provisional ones included."""
        for i in range(self.identity.holidays):
            holiday = _holiday(_prap.holiday_at(self._handle, i))
            if holiday is not None:
                yield holiday

    def _count(self, first: date, last: date, flags: int) -> tuple[int, int]:
        return _prap.count_working_days(self._handle, day_in(first, "first"), day_in(last, "last"), flags)

    def __repr__(self) -> str:
        identity = self.identity
        own = f", hash={identity.hash:08x}" if self._is_overlay else ""
        return f"Calendar({identity.division.word!r}{own})"


def _mapping(value: object, field: str) -> Mapping[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise wrong_type(field, "a mapping")
    return value


def _added(days: object, field: str, year: Optional[int] = None) -> list[_Added]:
    """A mapping of days to titles; with a year, all of that year."""
    added = []
    for day, title in _mapping(days, field).items():
        number = day_in(day, field)
        if year is not None and day.year != year:
            raise error_of(Status.E_RANGE, field, "a day is of another year than it is given for")
        added.append((number, False, text_in(title, field)))
    return added


def _flags(allow_provisional: bool) -> int:
    return _prap.ALLOW_PROVISIONAL if flag_in(allow_provisional, "allow_provisional") else 0


def add_months(start: date, months: int) -> date:
    """Calendar months after a day, clamped to the last day of the month: 31 January + 1 is 28 or 29 February
    (D-10).

    Raises CallerError ``range`` when the result leaves years 1 to 9999, WrongType.
    """
    return day_out(_prap.add_months(day_in(start, "start"), number_in(months, "months", INT32)))
