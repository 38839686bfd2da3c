"""GOV.UK's bank-holidays.json, read strictly: another shape is an error, never fewer holidays."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Mapping, NoReturn, Union

from . import _prap
from ._check import day_out, text_in, wrong_type
from .errors import PrapError, error_of
from .overlays import Added
from .vocabulary import Status


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise error_of(Status.E_TWICE, "content")
    return members


def _no_number(_text: str) -> NoReturn:
    raise ValueError


def _content(content: object) -> Mapping[str, Any]:
    if isinstance(content, (str, bytes)):
        try:
            content = json.loads(content, object_pairs_hook=_object, parse_constant=_no_number)
        except (ValueError, RecursionError) as cause:
            if isinstance(cause, PrapError):
                raise
            raise wrong_type("content", "a JSON object") from None
    if not isinstance(content, Mapping):
        raise wrong_type("content", "a JSON object")
    return content


def _event(event: object, field: str) -> tuple[date, Added]:
    if not isinstance(event, Mapping):
        raise wrong_type(field, "an object")
    title = text_in(event.get("title"), f"{field}.title")
    day, notes = event.get("date"), event.get("notes", "")
    if not isinstance(day, str):
        raise wrong_type(f"{field}.date", 'a day, as "YYYY-MM-DD",')
    if not isinstance(notes, str):
        raise wrong_type(f"{field}.notes", "a text")
    if not isinstance(event.get("bunting", False), bool):
        raise wrong_type(f"{field}.bunting", "true or false")
    try:
        number = _prap.day_parse(text_in(day, f"{field}.date"))
    except PrapError as error:
        raise error_of(error.status, f"{field}.date", error.message) from None
    return day_out(number), Added(number, notes == "Substitute day", title, f"{field}.date", f"{field}.title")


def read_events(content: Union[str, bytes, Mapping[str, Any]],
                division: str) -> list[tuple[date, Added]]:
    """Each holiday of a division."""
    part = _content(content).get(division)
    if not isinstance(part, Mapping):
        raise wrong_type(division, "an object with the division's events")
    if part.get("division") != division:
        raise wrong_type(f"{division}.division", "the division's own name")
    events = part.get("events")
    if not isinstance(events, (list, tuple)) or not events:
        raise wrong_type(f"{division}.events", "a list of at least one event")
    return [_event(event, f"{division}.events[{i}]") for i, event in enumerate(events)]
