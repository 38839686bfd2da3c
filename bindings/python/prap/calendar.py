"""Working days: Monday to Friday except the bank holidays of a division (AMB-01)."""

from __future__ import annotations

import enum
from array import array
from dataclasses import dataclass
from datetime import date
from typing import Any, Iterable, Iterator, Mapping, Optional, Union, overload

from . import _prap
from ._check import INT32, day_in, day_out, flag_in, number_in, word_in, wrong_type
from .arrays import (Column, Int32s, MovedDay, answers, dates_out, days_column, matched, moved_out, numbers_column)
from .errors import PrapError
from .gov_uk import read_events
from .overlays import Added, Change, added_in, additions, edition_in, located, removed_in, replacements, years_in
from .vocabulary import Coverage, Division


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
    """Which calendar this is and which days it covers. Equal ``hash`` (CRC-32C), equal answers. ``edition``: the day
    as of which its list was taken."""

    division: Division
    known_first: date
    known_last: date
    provisional_first: date
    provisional_last: date
    hash: int
    holidays: int
    edition: date


class Walked(enum.Enum):
    """Why a day of a walk was counted, or skipped."""

    WORKING_DAY = _prap.WALKED_WORKING_DAY
    WEEKEND = _prap.WALKED_WEEKEND
    HOLIDAY = _prap.WALKED_HOLIDAY  # also one that falls on a weekend


@dataclass(frozen=True)
class WalkedDay:
    """One day of a walk. ``number``: the working days up to and including it, negative going back. ``holiday``
    says which one it is where ``kind`` is HOLIDAY."""

    day: date
    kind: Walked
    number: int
    coverage: Coverage
    holiday: Optional[Holiday]


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
                    division: Union[Division, str] = Division.ENGLAND_AND_WALES,
                    edition: Optional[date] = None) -> Calendar:
        """The built-in calendar of a division with what a later ``bank-holidays.json`` of GOV.UK says of it.

        ``content``: the file's text, or what ``json.loads`` makes of it. Every year in which it has a holiday
        of the division is replaced as a whole, and is known; other years stay. Content of another shape
        raises CallerError with the field, as ``"scotland.events[3].date"``, and makes no calendar. ``edition``: the
        day as of which the file was published.
        """
        word = word_in(Division, division, "division")
        years: dict[int, list[Added]] = {}
        fields: dict[int, str] = {}
        for day, added in read_events(content, word.word):
            years.setdefault(day.year, []).append(added)
            fields.setdefault(day.year, added.day_field)
        base = cls(word)
        return base._changed(replacements(base.identity.known_first.year, years, fields) + edition_in(edition))

    def overlay(self, add: Optional[Mapping[date, str]] = None, remove: Iterable[date] = (),
                replace_years: Optional[Mapping[int, Mapping[date, str]]] = None,
                edition: Optional[date] = None) -> Calendar:
        """A calendar of your own: this one and changes to it, with its own hash. This one stays as it is.

        First every year of ``replace_years`` loses its holidays, gets exactly the given ones and is known; it
        must be a known year or touch one. Then the days of ``remove`` are holidays no longer, and those of
        ``add``, each with the reason, are no working days: a proclaimed holiday, a day on which the provider
        is closed. ``edition``: the day as of which its list was taken, else this one's. Raises CallerError ``twice`` (a day to add is one already), ``range`` (a day to remove is
        none, or a day is not of its year), ``text`` (a title is 1 to 64 printable bytes); DataError
        ``coverage``; LimitError; WrongType. The error's ``field`` says which was at fault, counted from 0 in
        the order given: ``"add[2].title"``, ``"remove[0]"``, ``"replace_years[1][0].day"``.
        """
        years, fields = years_in(replace_years)
        return self._changed(replacements(self.identity.known_first.year, years, fields) + removed_in(remove)
                             + additions(added_in(add, "add")) + edition_in(edition))

    def _changed(self, changes: list[Change]) -> Calendar:
        made = Calendar.__new__(type(self))
        try:
            made._handle = _prap.overlay(self._handle, tuple(change.row for change in changes))
        except PrapError as error:
            raise located(error, changes) from None
        made._is_overlay = True
        return made

    @property
    def identity(self) -> CalendarIdentity:
        """Division, span and hash of the holidays."""
        division, first, last, early, late, hash_, holidays, edition = _prap.calendar_identity(self._handle)
        return CalendarIdentity(Division(division), day_out(first), day_out(last), day_out(early),
                                day_out(late), hash_, holidays, day_out(edition))

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

    def next_working_day(self, day: date, *, allow_provisional: bool = False) -> date:
        """The first working day after ``day``, never itself. Raises DataError ``coverage``, WrongType."""
        return day_out(_prap.next_working_day(self._handle, day_in(day, "day"), 0, _flags(allow_provisional))[0])

    def previous_working_day(self, day: date, *, allow_provisional: bool = False) -> date:
        """The last working day before ``day``, never itself. Raises DataError ``coverage``, WrongType."""
        return day_out(_prap.previous_working_day(self._handle, day_in(day, "day"), 0,
                                                  _flags(allow_provisional))[0])

    def nth_working_day(self, first: date, n: int, *, allow_provisional: bool = False) -> date:
        """The n-th working day from ``first`` on when ``first`` counts as day 1 (D-01); backwards when n is
        negative, with ``first`` or the working day before it as -1.

        Raises DataError ``coverage``, WrongType, CallerError ``range`` (also when n is 0).
        """
        number = number_in(n, "n", INT32)
        return day_out(_prap.nth_working_day(self._handle, day_in(first, "first"), number,
                                             _flags(allow_provisional))[0])

    def walk(self, start: date, end: date, *, allow_provisional: bool = False) -> Iterator[WalkedDay]:
        """Each day on the way from ``start`` to ``end``, as :meth:`add_working_days` goes it: the days after
        ``start`` up to and including ``end``, or back over the days before ``start`` when ``end`` is earlier.

        Raises DataError ``coverage``, WrongType, at once and not while the days are read.
        """
        return _walked(_prap.walk(self._handle, day_in(start, "start"), day_in(end, "end"),
                                  _flags(allow_provisional)))

    @overload
    def are_working_days(self, days: Int32s, *, allow_provisional: bool = False) -> array[int]: ...
    @overload
    def are_working_days(self, days: Iterable[date], *, allow_provisional: bool = False) -> list[bool]: ...

    def are_working_days(self, days: Union[Int32s, Iterable[date]], *,
                         allow_provisional: bool = False) -> Union[array[int], list[bool]]:
        """:meth:`is_working_day` for each of a list of days; or of a buffer of int32, days since 1970-01-01,
        which is answered by an ``array("i")`` of 0 and 1, and is by far the faster.

        Raises as for one day, for the first element that has no answer; ``field`` is ``"days[3]"``.
        """
        column = days_column(days, "days")
        found = answers(_prap.are_working_days(self._handle, *matched(column, column), _flags(allow_provisional)),
                        "days")
        return found if column.is_buffer else [bool(one) for one in found]

    @overload
    def add_working_days_each(self, starts: Int32s, n: Union[int, Int32s, Iterable[int]], *,
                              allow_provisional: bool = False) -> array[int]: ...
    @overload
    def add_working_days_each(self, starts: Iterable[date], n: Union[int, Int32s, Iterable[int]], *,
                              allow_provisional: bool = False) -> list[date]: ...

    def add_working_days_each(self, starts: Union[Int32s, Iterable[date]], n: Union[int, Int32s, Iterable[int]], *,
                              allow_provisional: bool = False) -> Union[array[int], list[date]]:
        """:meth:`add_working_days` for each of a list of days, with one n for all or an n for each; or of a
        buffer of int32, which is answered by an ``array("i")``. Raises as :meth:`are_working_days`."""
        column = days_column(starts, "starts")
        found = answers(_prap.add_working_days_each(self._handle, *matched(column, numbers_column(n, "n")),
                                                    _flags(allow_provisional)), "starts")
        return found if column.is_buffer else dates_out(found)

    def count_working_days_each(self, first: Union[date, Int32s, Iterable[date]],
                                last: Union[date, Int32s, Iterable[date]], *,
                                allow_provisional: bool = False) -> array[int]:
        """:meth:`count_working_days` for each pair of two lists or buffers of days; either may be one day for
        all, as the day that it is now with a list of due days. Raises as :meth:`are_working_days`."""
        firsts, lasts = days_column(first, "first"), days_column(last, "last")
        return answers(_prap.count_working_days_each(self._handle, *matched(firsts, lasts),
                                                     _flags(allow_provisional)), _listed(firsts, lasts))

    def moved_days(self, after: Calendar, starts: Union[Int32s, Iterable[date]],
                   n: Union[int, Int32s, Iterable[int]], *, allow_provisional: bool = False) -> list[MovedDay]:
        """Which due days move when ``after`` takes this calendar's place: each is n working days after its
        start. What has no answer under either does not move. Raises WrongType, CallerError ``range``."""
        if not isinstance(after, Calendar):
            raise wrong_type("after", "a Calendar")
        columns = matched(days_column(starts, "starts"), numbers_column(n, "n"))
        return moved_out(_prap.moved_days(self._handle, after._handle, *columns, _flags(allow_provisional)))

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


def _walked(walk: _prap._Walk) -> Iterator[WalkedDay]:
    row = _prap.walk_next(walk)
    while row is not None:
        day, kind, number, quality, holiday = row
        yield WalkedDay(day_out(day), Walked(kind), number, Coverage(quality), _holiday(holiday))
        row = _prap.walk_next(walk)


def _listed(first: Column, second: Column) -> str:
    """The field whose elements an error counts."""
    return second.field if first.is_single else first.field


def _flags(allow_provisional: bool) -> int:
    return _prap.ALLOW_PROVISIONAL if flag_in(allow_provisional, "allow_provisional") else 0
