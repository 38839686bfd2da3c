"""What can go wrong, one class for each party that can mend it (the classes of ``lib/base/status.def``)."""

from __future__ import annotations

from .vocabulary import CLASS_OF, Status


class PrapError(Exception):
    """A question that could not be answered. A refusal by the rules is never one: that is an answer.

    ``status`` is the :class:`Status` word, ``code`` its public name (``"day-form"``), ``field`` the field at
    fault as JSON spells it (``"on"``, ``"reason"``) or ``""``, and ``message`` one plain English sentence. No
    value that came in is ever repeated, so no personal data can be in them.
    """

    def __init__(self, status: Status, field: str = "", message: str = "") -> None:
        super().__init__(status, field, message)
        self.status = status
        self.field = field
        self.message = message or status.meaning

    @property
    def code(self) -> str:
        """The public name of the status, as JSON has it."""
        return self.status.word

    def __str__(self) -> str:
        return f"{self.field}: {self.message}" if self.field else self.message


class CallerError(PrapError, ValueError):
    """The call is wrong: mend the arguments. Nothing was stored."""


class WrongType(CallerError, TypeError):
    """An argument or a fact has the wrong type (``Status.E_TYPE``). Nothing was stored."""


class HostError(PrapError):
    """The host's side failed: its store or its memory. After ``Status.UNKNOWN`` submit the same id again."""


class DataError(PrapError):
    """Stored bytes are damaged, foreign or newer, or the calendar does not cover the days of a count."""


class LimitError(PrapError):
    """Something is too long or too much."""


class AbiError(PrapError):
    """Compiled layouts disagree: the package was built wrongly."""


class BugError(PrapError):
    """The library contradicted itself. Please report it."""


_CLASSES = {"HOST": HostError, "CALLER": CallerError, "DATA": DataError, "LIMIT": LimitError, "ABI": AbiError,
            "BUG": BugError}


def error_of(number: int, field: str = "", message: str = "") -> PrapError:
    """The error of a status number, of its own class. The extension raises what this returns."""
    try:
        status = Status(number)
    except ValueError:
        return BugError(Status.E_BUG, field, message)
    if status is Status.E_TYPE:
        return WrongType(status, field, message)
    return _CLASSES.get(CLASS_OF[status], BugError)(status, field, message)
