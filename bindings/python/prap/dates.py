"""The date computations D-01 to D-22, moments of UK local time, and the announced closures and outages.

A day is a ``date``. A moment is a ``datetime``, to the minute: naive it is UK local time, aware it carries its offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Iterable, Optional, Sequence, Union

from . import _prap
from ._check import (day_in, day_out, flag_in, number_in, optional_day_out, text_in, word_in, wrong_type)
from .arrays import MovedDay, moved_out
from .calendar import Calendar
from .catalogue import setting_value
from .errors import error_of
from .rulebook import Settings, settings_in
from .vocabulary import Choice, Computation, Coverage, Division, Policy, Service, Status

When = Union[date, datetime]
#: From the first moment up to but without the second.
Window = tuple[datetime, datetime]

INSTANTS = range(-2**63, 2**63)


@dataclass(frozen=True)
class ComputationInfo:
    """What a computation is: its number in the catalogue (``"D-02"``), its rule, the policy that chooses between its
    readings or None, and what its anchor and its second day are (``second`` is ``""`` when it has none)."""

    computation: Computation
    rule: str
    policy: Optional[Policy]
    id: str
    anchor: str
    second: str


def computation(name: Union[Computation, str]) -> ComputationInfo:
    """A computation by its word (``"meet-record"``), member or number (``"D-02"``; D-14, D-18 and D-20 are two, and
    this is the first). Raises CallerError ``unknown-word``, WrongType."""
    found = _prap.computation(text_in(name.word if isinstance(name, Computation) else name, "computation"))
    if found is None:
        raise error_of(Status.E_WORD, "computation")
    number, rule, policy, id_, anchor, second = found
    return ComputationInfo(Computation(number), rule, Policy(policy) if policy else None, id_, anchor, second)


@dataclass(frozen=True)
class DateQuestion:
    """One question: a computation and the day, or moment, that it counts from (rules.md section 3).

    ``second``: its second day, where :func:`computation` names one. ``outages``: when the system cannot be used;
    for D-21 the closures of ``service``. ``night_shifts``: D-05 and D-06; ``in_work``: D-05.
    """

    computation: Union[Computation, str]
    anchor: Optional[When]
    second: Optional[When] = None
    outages: Sequence[Window] = ()
    service: Union[Service, str, None] = None
    night_shifts: bool = False
    in_work: bool = False


@dataclass(frozen=True)
class DateAnswer:
    """An answer; None stands for what does not belong to the computation, or what the calendar does not reach though
    ``due`` does not need it. The members are those of prap_date_answer in prap/dates.h, which says what they are."""

    computation: Computation
    rule: str
    policy: Optional[Policy]
    policy_value: Union[Choice, int, date, None]
    anchor: Optional[date]
    first: Optional[date]
    due: Optional[date]
    prudent: Optional[date]
    alternative: Optional[date]
    last_working_day: Optional[date]
    next_working_day: Optional[date]
    holds: Optional[bool]
    coverage: Coverage
    bank_holiday: bool
    moment: Optional[datetime]
    other_moment: Optional[datetime]
    last_usable: Optional[datetime]
    division: Division
    calendar_hash: int
    edition: date


def moment_in(value: object, field: str) -> tuple[int, int, int]:
    """A day without a minute, or a moment; None is no day."""
    if value is None:
        return _prap.DAY_NONE, -1, _prap.DAY_NONE
    if not isinstance(value, datetime):
        return day_in(value, field), -1, _prap.DAY_NONE
    if value.second or value.microsecond:
        raise error_of(Status.E_RANGE, field, "a moment is to the minute")
    offset = value.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):
        raise error_of(Status.E_RANGE, field, "an offset is to the minute")
    minutes = _prap.DAY_NONE if offset is None else offset // timedelta(minutes=1)
    return day_in(value.date(), field), value.hour * 60 + value.minute, minutes


def moment_out(row: tuple[int, int, int]) -> Optional[datetime]:
    day, minute, offset = row
    if day == _prap.DAY_NONE:
        return None
    zone = None if offset == _prap.DAY_NONE else timezone(timedelta(minutes=offset))
    on = day_out(day)
    return datetime(on.year, on.month, on.day, minute // 60, minute % 60, tzinfo=zone)


def _window_in(value: object, field: str) -> tuple[int, ...]:
    if not isinstance(value, tuple) or len(value) != 2 or not all(isinstance(end, datetime) for end in value):
        raise wrong_type(field, "a pair of moments (datetime)")
    return moment_in(value[0], field) + moment_in(value[1], field)


def _question_in(question: object, allow_provisional: bool) -> tuple[object, ...]:
    if not isinstance(question, DateQuestion):
        raise wrong_type("question", "a DateQuestion")
    flags = ((1 if flag_in(allow_provisional, "allow_provisional") else 0)
             | (2 if flag_in(question.night_shifts, "night_shifts") else 0)
             | (4 if flag_in(question.in_work, "in_work") else 0))
    service = 0 if question.service is None else int(word_in(Service, question.service, "service"))
    windows = tuple(_window_in(window, f"outages[{i}]") for i, window in enumerate(question.outages))
    return (int(computation(question.computation).computation), *moment_in(question.anchor, "anchor"),
            *moment_in(question.second, "second"), flags, service, windows)


def compute(question: DateQuestion, calendar: Optional[Calendar] = None, settings: Optional[Settings] = None, *,
            allow_provisional: bool = False) -> DateAnswer:
    """Answers one question by a calendar (default: England and Wales) and policy settings, as a Rulebook takes them.

    Raises CallerError ``unknown-word``, ``required``, ``range``, ``order``, ``twice``, ``no-such-moment``,
    ``repeated-moment``; DataError ``coverage``; WrongType. The error's ``field`` says which member.
    """
    ours = _calendar_in(calendar, "calendar")
    row = _prap.compute(ours._handle, settings_in(settings), (_question_in(question, allow_provisional),))
    (number, rule, policy, value, anchor, first, due, prudent, alternative, last, next_, holds, quality, holiday, moment,
     other, usable, division, hash_, edition) = row
    word = Policy(policy) if policy else None
    day = optional_day_out
    return DateAnswer(Computation(number), rule, word, None if word is None else setting_value(word, value),
                      day(anchor), day(first), day(due), day(prudent), day(alternative), day(last), day(next_),
                      None if holds < 0 else bool(holds), Coverage(quality), bool(holiday), moment_out(moment),
                      moment_out(other), moment_out(usable), Division(division), hash_, day_out(edition))


def _calendar_in(calendar: object, field: str) -> Calendar:
    if calendar is None:
        return Calendar()
    if not isinstance(calendar, Calendar):
        raise wrong_type(field, "a Calendar")
    return calendar


def dates_moved(before: Calendar, after: Calendar, questions: Iterable[DateQuestion],
                settings: Optional[Settings] = None, *, allow_provisional: bool = False) -> list[MovedDay]:
    """Which due days of the questions move when one calendar takes another's place: from when, to when; None where a
    calendar does not reach. Raises as :func:`compute`, except that a count may leave a calendar."""
    rows = tuple(_question_in(question, allow_provisional) for question in questions)
    return moved_out(_prap.dates_moved(_calendar_in(before, "before")._handle, _calendar_in(after, "after")._handle,
                                       settings_in(settings), rows))


def to_instant(moment: datetime) -> int:
    """Minutes since 1970-01-01T00:00Z of a moment: by its offset, or by the rule for UK clocks, from 1996 on. Raises
    CallerError ``no-such-moment`` or ``repeated-moment`` in the hours of the change; DataError ``coverage``."""
    if not isinstance(moment, datetime):
        raise wrong_type("moment", "a moment (datetime)")
    return _prap.to_instant(*moment_in(moment, "moment"))


def from_instant(minutes: int) -> datetime:
    """The moment of UK local time, with its offset, of minutes since 1970-01-01T00:00Z. Raises DataError ``coverage``
    before 1996, CallerError ``day`` past year 9999."""
    found = moment_out(_prap.from_instant(number_in(minutes, "minutes", INSTANTS)))
    assert found is not None
    return found


@dataclass(frozen=True)
class Announced:
    """A closure or an outage that the guidance announced. ``service``: who was closed; None: PRaP itself."""

    rule: str
    service: Optional[Service]
    window: Window


def announced() -> list[Announced]:
    """All that were announced, latest first."""
    found: list[Announced] = []
    while (row := _prap.announced(len(found))) is not None:
        rule, service, start, end = row
        begin, finish = moment_out(start), moment_out(end)
        assert begin is not None and finish is not None
        found.append(Announced(rule, Service(service) if service else None, (begin, finish)))
    return found
