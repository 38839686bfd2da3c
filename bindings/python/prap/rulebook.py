"""A programme with a calendar and policy settings: what a case is judged by."""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping, Optional, Union

from . import _prap
from ._check import text_in, word_in, wrong_type
from .calendar import Calendar
from .catalogue import setting_value
from .supplement import Supplement, supplement_in, supplement_of
from .vocabulary import Choice, Policy, Programme, Word

#: Keys are Policy members or their names; Any, because the key of a Mapping is invariant and both kinds may
#: be mixed.
Settings = Mapping[Any, Union[str, int, date, Choice]]


def _setting_in(name: object, value: object) -> tuple[int, int]:
    policy = name.word if isinstance(name, Policy) else name
    if isinstance(value, Choice):
        text: object = value.word
    elif isinstance(value, int) and not isinstance(value, (bool, Word)):
        text = str(value) if -10**9 < value < 10**9 else "outside"  # longer than any policy; never shown
    elif isinstance(value, date):
        text = value.isoformat()
    elif isinstance(value, str):
        text = value
    else:
        raise wrong_type("value", "a Choice, its name, a whole number or a date")
    return _prap.setting(text_in(policy, "policy"), text_in(text, "value"))


def settings_in(settings: object) -> tuple[tuple[int, int], ...]:
    """A mapping of settings as pairs of numbers; None is none."""
    if settings is not None and not isinstance(settings, Mapping):
        raise wrong_type("settings", "a mapping of settings")
    return tuple(_setting_in(name, value) for name, value in (settings or {}).items())


class Rulebook:
    """Immutable; any thread may use one, and any number of engines. It keeps its calendar.

    ``settings`` maps policies to choices, by word or member: ``{"late-ack": "allow-with-breach",
    "min-attempts": 3}``, also in the catalogue's spelling (``{"P-LATE-ACK": "ALLOW_WITH_BREACH"}``). A policy
    not named keeps its default (rules.md 4.8). ``supplement``: what the documents leave to the host. Raises CallerError
    ``unknown-word``, ``range``, ``twice``, and of the supplement ``required``, ``day``, ``order``, ``text``; LimitError
    ``limit``; WrongType; HostError ``out-of-memory``.
    """

    def __init__(self, programme: Union[Programme, str] = Programme.IPES, calendar: Optional[Calendar] = None,
                 settings: Optional[Settings] = None, supplement: Optional[Supplement] = None) -> None:
        if calendar is not None and not isinstance(calendar, Calendar):
            raise wrong_type("calendar", "a Calendar")
        self.programme = word_in(Programme, programme, "programme")
        self.calendar = calendar if calendar is not None else Calendar()
        self._handle = _prap.rulebook(self.programme, self.calendar._handle, settings_in(settings),
                                      supplement_in(supplement))

    @property
    def hash(self) -> int:
        """CRC-32C over programme, settings and supplement: equal hash, equal rulebook."""
        return _prap.rulebook_hash(self._handle)

    @property
    def supplement(self) -> Supplement:
        """What it has taken of its supplement: of the deadlines those for its programme."""
        return supplement_of(_prap.rulebook_supplement(self._handle))

    @property
    def settings(self) -> dict[Policy, Union[Choice, int, date]]:
        """What every policy is set to, defaults included."""
        return {policy: setting_value(policy, _prap.rulebook_setting(self._handle, policy))
                for policy in Policy}

    def __repr__(self) -> str:
        return f"Rulebook({self.programme.word!r}, {self.calendar!r}, hash={self.hash:08x})"
