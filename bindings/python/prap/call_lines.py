"""Calls as JSON Lines, as ``prap call`` reads and writes them: one event a line in, one answer a line out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Dict, Iterable, Iterator, Optional, Union

from ._check import word_in, wrong_type
from .call import Call, CallAnswer, CallValue, fact_type_of
from .calendar import Calendar
from .dates import When
from .errors import CallerError, error_of
from .lines import LineError, error_json, need, parse, read_day, text_of
from .rulebook import Settings
from .vocabulary import CallEvent, CallFact, FactType, Status

ENVELOPE = ("id", "call", "event", "participant", "at")

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?:(Z)|([+-])(\d\d):(\d\d))?", re.ASCII)
_FIELD = re.compile(r"[a-z_-]{1,39}")


@dataclass(frozen=True)
class CallStep:
    """One input line: which call, and the arguments of Call.submit."""

    call: str
    event: CallEvent
    participant: Optional[str]
    at: Optional[When]
    id: Union[str, int, None]
    facts: Dict[str, CallValue]

    def submit(self, call: Call) -> CallAnswer:
        """Submits it. Raises as Call.submit."""
        return call.submit(self.event, self.participant, at=self.at, facts=self.facts)


def _moment(text: str) -> When:
    return read_day(text, "at") if len(text.encode()) < 11 else _with_minute(text)


def _with_minute(text: str) -> datetime:
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise error_of(Status.E_MOMENT_FORM, "at")
    hour, minute = int(found[2]), int(found[3])
    hours, minutes = int(found[6] or 0), int(found[7] or 0)
    try:
        on = date.fromisoformat(found[1])
    except ValueError:
        raise error_of(Status.E_DAY, "at") from None
    if hour > 23 or minute > 59 or hours > 23 or minutes > 59:
        raise error_of(Status.E_RANGE, "at")
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if found[5] == "-" else 1)
    zone = timezone(offset) if found[4] or found[5] else None
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=zone)


def _fact(name: str, value: object) -> CallValue:
    """Call.submit checks the rest; here only what JSON spells otherwise than Python."""
    if value == "unknown" or fact_type_of(CallFact.find(name)) is not FactType.DAY:
        return value  # type: ignore[return-value]
    return read_day(value, name)


def _check_names(members: Dict[str, object]) -> None:
    facts = {fact.word for fact in CallFact}
    for name in members:
        if name not in ENVELOPE and name not in facts:
            shown = name if _FIELD.fullmatch(name) else ""
            raise LineError("unknown-field", shown, "there is no such field; prap schema lists them")


def read(line: Union[str, bytes, Dict[str, object]]) -> CallStep:
    """Reads one line, or an object that :func:`prap.lines.parse` gave.

    Raises LineError, CallerError (``required``, ``type``, ``unknown-word``, ``day``, ``day-form``, ``moment-form``,
    ``range``, ``twice``). An unknown field is named where it is plainly one; no value ever is.
    """
    members = line if isinstance(line, dict) else parse(line)
    _check_names(members)
    if "id" in members and (not isinstance(members["id"], (str, int)) or isinstance(members["id"], bool)):
        raise wrong_type("id", "a text or a whole number")
    call = need(text_of(members, "call"), "call")
    if not 1 <= len(call.encode()) <= 64:
        raise error_of(Status.E_TEXT, "call")
    event = word_in(CallEvent, need(text_of(members, "event"), "event"), "event")
    participant, at = text_of(members, "participant"), text_of(members, "at")
    return CallStep(call, event, participant, None if at is None else _moment(at),
                    members.get("id"),  # type: ignore[arg-type]
                    {name: _fact(name, value) for name, value in members.items() if name not in ENVELOPE})


def replay_calls(lines: Iterable[Union[str, bytes]], *, calendar: Optional[Calendar] = None,
                 settings: Optional[Settings] = None) -> Iterator[str]:
    """Takes every line in its call, which begins with its first line, and gives one answer line for each, errors in
    their place; blank lines are passed over. ``calendar``, ``settings``: as Call takes them."""
    calls: Dict[str, Call] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        members: Dict[str, object] = {}
        try:
            members = parse(line)
            step = read(members)
            call = calls.get(step.call) or Call(calendar, settings)
            answer = step.submit(call)
            calls[step.call] = call
            yield answer.to_json(step.call, step.id)
        except CallerError as error:
            yield error_json(error, number, members.get("id"))
