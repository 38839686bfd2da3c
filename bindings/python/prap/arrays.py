"""Lists and buffers of days on their way to the library's array functions, and their answers back."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Callable, Iterable, Optional, Union

from . import _prap
from ._check import INT32, day_in, day_out, number_in, optional_day_out, wrong_type
from .errors import error_of
from .vocabulary import Status

#: A buffer of int32 (``array.array("i")``, or ``memoryview`` of anything that has one, as a NumPy array of
#: ``int32``): days since 1970-01-01, or whole numbers.
Int32s = Union["array[int]", memoryview]

_FORMATS = {prefix + code for prefix in ("", "@", "=") for code in "il"}


@dataclass(frozen=True)
class MovedDay:
    """A due day that is another under another calendar: of which anchor (``index``), from when, to when.

    ``before`` or ``after`` is None where that calendar has no answer.
    """

    index: int
    before: Optional[date]
    after: Optional[date]


@dataclass(frozen=True)
class Column:
    """One argument: a value for each element, or one value for all of them."""

    field: str
    numbers: array[int]
    is_single: bool
    is_buffer: bool


def _buffer(values: Any, field: str) -> Optional[array[int]]:
    """The numbers of a buffer of int32; None when the value is no buffer at all."""
    try:
        view = memoryview(values)
    except TypeError:
        return None
    if view.format not in _FORMATS or view.itemsize != 4 or view.ndim != 1:
        raise wrong_type(field, "a list, or a buffer of int32,")
    numbers = array("i")
    numbers.frombytes(view.tobytes())
    return numbers


def _column(values: object, field: str, one: Callable[[object, str], int], is_single: bool) -> Column:
    if is_single:
        return Column(field, array("i", [one(values, field)]), True, False)
    numbers = _buffer(values, field)
    if numbers is not None:
        return Column(field, numbers, False, True)
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise wrong_type(field, "a list, or a buffer of int32,")
    return Column(field, array("i", [one(value, f"{field}[{i}]") for i, value in enumerate(values)]), False, False)


def days_column(values: object, field: str) -> Column:
    """A list or a buffer of days, or one day for all."""
    return _column(values, field, day_in, isinstance(values, date) and not isinstance(values, datetime))


def numbers_column(values: object, field: str) -> Column:
    """A list or a buffer of whole numbers, or one number for all."""
    def one(value: object, where: str) -> int:
        return number_in(value, where, INT32)
    return _column(values, field, one, isinstance(values, int))


def matched(first: Column, second: Column) -> tuple[bytes, bytes]:
    """Both as bytes of the same number of int32."""
    if first.is_single and not second.is_single:
        return (first.numbers * len(second.numbers)).tobytes(), second.numbers.tobytes()
    if second.is_single:
        return first.numbers.tobytes(), (second.numbers * len(first.numbers)).tobytes()
    if len(first.numbers) != len(second.numbers):
        raise error_of(Status.E_RANGE, second.field, "the lists have different lengths")
    return first.numbers.tobytes(), second.numbers.tobytes()


def answers(raw: tuple[bytes, int, int], field: str) -> array[int]:
    """The answers, or the error of the first element that has none."""
    content, bad, status = raw
    if bad >= 0:
        raise error_of(status, f"{field}[{bad}]")
    numbers = array("i")
    numbers.frombytes(content)
    return numbers


def dates_out(numbers: array[int]) -> list[date]:
    """Day numbers as dates."""
    return [day_out(number) for number in numbers]


def moved_out(rows: list[tuple[int, int, int]]) -> list[MovedDay]:
    """What the library says of the days that move."""
    return [MovedDay(index, optional_day_out(before), optional_day_out(after)) for index, before, after in rows]


def due_scan(next_due: Union[Int32s, Iterable[Optional[date]]], due_by: date) -> array[int]:
    """Which of many cases have something to do by a day, by their due days alone: the index of each whose day is on or
    before ``due_by``, ascending, as an ``array("Q")``.

    ``next_due``: a day for each case, as :attr:`Change.next_due` had it, or None; or a buffer of int32, days since
    1970-01-01, in which -2**31 is none, which is by far the faster. Raises WrongType. rules.md X-14.
    """
    def one(value: object, where: str) -> int:
        return _prap.DAY_NONE if value is None else day_in(value, where)
    column = _column(next_due, "next_due", one, False)
    found = array("Q")
    found.frombytes(_prap.due_scan(column.numbers.tobytes(), day_in(due_by, "due_by")))
    return found
