"""Arguments on their way in, values on their way out: days, texts, words, numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import NoReturn, Optional, Type, TypeVar, Union

from . import _prap
from .errors import PrapError, error_of
from .vocabulary import Status, Word

EPOCH = date(1970, 1, 1).toordinal()
INT32 = range(-2**31, 2**31)
INT64 = range(-2**63, 2**63)

W = TypeVar("W", bound=Word)


def wrong_type(field: str, wanted: str) -> PrapError:
    """The error for an argument of another type than ``wanted`` says."""
    return error_of(Status.E_TYPE, field, f"{wanted} is wanted")


class OneOfAKind:
    """Around a handle with a state of its own. A shallow copy would be the same handle under a second name: what one of
    the two is told or closed, the other is. A deep copy or a pickle cannot be made."""

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} can be neither copied nor pickled")


def day_in(value: object, field: str) -> int:
    """A ``datetime.date`` as days since 1970-01-01. A ``datetime`` is a moment and no day: refused."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise wrong_type(field, "a day (datetime.date)")
    return date.toordinal(value) - EPOCH


def optional_day_in(value: object, field: str) -> int:
    """As :func:`day_in`; None is the library's "no day"."""
    return _prap.DAY_NONE if value is None else day_in(value, field)


def day_out(day: int) -> date:
    """The date of a day number of the library."""
    return date.fromordinal(day + EPOCH)


def optional_day_out(day: int) -> Optional[date]:
    """As :func:`day_out`; the library's "no day" is None."""
    return None if day == _prap.DAY_NONE else day_out(day)


def text_in(value: object, field: str) -> bytes:
    """A str as UTF-8. The library judges its length and characters."""
    if not isinstance(value, str):
        raise wrong_type(field, "a text (str)")
    try:
        return str.encode(value, "utf-8")
    except UnicodeEncodeError:
        raise error_of(Status.E_TEXT, field) from None


def id_in(value: object) -> bytes:
    """An idempotency key: a str, or an int taken as its decimal text; None: no key."""
    if value is None:
        return b""
    if isinstance(value, int) and not isinstance(value, (bool, Word)):
        number = int(value)  # a range is searched through for a number of the host's own type
        return str(number).encode() if number in INT64 else b"x" * (_prap.ID_BYTES + 1)
    if not isinstance(value, str):
        raise wrong_type("id", "a text or a whole number")
    if value == "":  # in the library an empty id means none; who writes one means something else
        raise error_of(Status.E_TEXT, "id")
    return text_in(value, "id")


def word_in(kind: Type[W], value: Union[W, str], field: str) -> W:
    """A member of ``kind``, given as such or by its public name. Plain numbers are refused."""
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        raise wrong_type(field, f"a {kind.__name__} or its name")
    try:
        return kind.find(value)
    except KeyError:
        raise error_of(Status.E_WORD, field) from None


def number_in(value: object, field: str, within: range) -> int:
    """A whole number; neither a bool nor a word."""
    if not isinstance(value, int) or isinstance(value, (bool, Word)):
        raise wrong_type(field, "a whole number (int)")
    number = int(value)  # as in id_in
    if number not in within:
        raise error_of(Status.E_RANGE, field)
    return number


def flag_in(value: object, field: str) -> bool:
    """True or False, nothing else."""
    if not isinstance(value, bool):
        raise wrong_type(field, "True or False")
    return value
