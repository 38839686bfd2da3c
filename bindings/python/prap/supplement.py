"""What the guidance leaves to the host: suspensions, national thresholds, and deadlines of the host's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Callable, Dict, Iterable, Mapping, Optional, TypeVar, Union

from . import _prap
from ._check import (INT32, INT64, day_in, day_out, flag_in, number_in, optional_day_in, optional_day_out, text_in,
                     word_in, wrong_type)
from .errors import PrapError, error_of
from .vocabulary import CaseDay, Deadline, Programme, Status, Unit

T = TypeVar("T")


@dataclass(frozen=True)
class Suspension:
    """Mandation and compliance doubts are suspended from ``begins`` to ``until``, both included (CH15-12-N); None:
    no end is known."""

    begins: date
    until: Optional[date] = None


@dataclass(frozen=True)
class Threshold:
    """The National Threshold in whole ``pence`` from a day on, until the next one's (CH15-A-58, CH15-A-59)."""

    begins: date
    pence: int


@dataclass(frozen=True)
class DeadlineDefinition:
    """A deadline of the host's own: the ``n``-th day after the ``anchor`` is due, in ``unit``; ``include_day``: the
    anchor is day 1. ``done_by``: the earliest of these days is when it was done, at most three; none: it is open until
    the case ends. ``fills``: the clock that the ``programme``'s documents leave undefined, None for one of its own.
    ``valid_from``, ``valid_until``: the anchor days it holds for. ``source``: where it comes from, for people."""

    name: str
    source: str
    anchor: Union[CaseDay, str]
    n: int
    unit: Union[Unit, str]
    programme: Union[Programme, str, None] = None
    fills: Union[Deadline, str, None] = None
    include_day: bool = False
    done_by: tuple[Union[CaseDay, str], ...] = ()
    valid_from: Optional[date] = None
    valid_until: Optional[date] = None


@dataclass(frozen=True)
class Supplement:
    """What a host adds to a :class:`Rulebook`. None of it is there unless a host gives it (AMB-80, AMB-81, AMB-95)."""

    suspensions: tuple[Suspension, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    deadlines: tuple[DeadlineDefinition, ...] = ()

    @classmethod
    def from_json(cls, given: Union[str, bytes, Mapping[str, Any]]) -> Supplement:
        """The JSON form, as ``prap --supplement`` reads it: text, or the object that it is.

        Raises CallerError naming the field: ``type``, ``required``, ``unknown-word``, ``day``, ``day-form``,
        ``range``, ``limit``, ``twice``; an unknown field is ``unknown-word``.
        """
        return _from_json(_load(given))


def _object(pairs: list[tuple[str, object]]) -> Dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise error_of(Status.E_TWICE, "", "the file gives the same field twice")
    return members


def _load(given: object) -> object:
    if not isinstance(given, (str, bytes)):
        return given
    try:
        return json.loads(given, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        raise error_of(Status.E_TYPE, "", "the file is not a JSON object") from None


def _only(given: object, fields: Iterable[str]) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise wrong_type("", "an object")
    if not set(given) <= set(fields):
        raise error_of(Status.E_WORD, "", "there is no such field; prap schema lists them")
    return given


def _need(members: Mapping[str, Any], field: str) -> Any:
    if field not in members:
        raise error_of(Status.E_REQUIRED, field)
    return members[field]


def _day(members: Mapping[str, Any], field: str) -> Optional[date]:
    if field not in members:
        return None
    if not isinstance(members[field], str):
        raise wrong_type(field, 'a day, as "YYYY-MM-DD",')
    try:
        return day_out(_prap.day_parse(members[field].encode()))
    except PrapError as error:
        raise error_of(error.status, field) from None


def _needed_day(members: Mapping[str, Any], field: str) -> date:
    _need(members, field)
    found = _day(members, field)
    assert found is not None
    return found


def _suspension(given: object) -> Suspension:
    members = _only(given, ("from", "until"))
    return Suspension(_needed_day(members, "from"), _day(members, "until"))


def _threshold(given: object) -> Threshold:
    members = _only(given, ("from", "pence"))
    return Threshold(_needed_day(members, "from"), _need(members, "pence"))


def _done_by(members: Mapping[str, Any]) -> tuple[CaseDay, ...]:
    given = members.get("done_by", [])
    if not isinstance(given, (list, tuple)):
        raise wrong_type("done_by", "a list of days")
    return tuple(word_in(CaseDay, one, "done_by") for one in given)


def _definition(given: object) -> DeadlineDefinition:
    members = _only(given, DeadlineDefinition.__dataclass_fields__)
    return DeadlineDefinition(
        _need(members, "name"), _need(members, "source"), word_in(CaseDay, _need(members, "anchor"), "anchor"),
        _need(members, "n"), word_in(Unit, _need(members, "unit"), "unit"),
        word_in(Programme, members["programme"], "programme") if "programme" in members else None,
        word_in(Deadline, members["fills"], "fills") if "fills" in members else None,
        flag_in(members.get("include_day", False), "include_day"), _done_by(members), _day(members, "valid_from"),
        _day(members, "valid_until"))


def _each(name: str, given: object, one: Callable[[Any], T]) -> tuple[T, ...]:
    """Every member of a list; a fault names the list and the place, "deadlines[2].anchor"."""
    if not isinstance(given, (list, tuple)):
        raise wrong_type(name, "a list")
    found = []
    for i, member in enumerate(given):
        try:
            found.append(one(member))
        except PrapError as error:
            raise error_of(error.status, f"{name}[{i}]" + (f".{error.field}" if error.field else ""),
                           error.message) from None
    return tuple(found)


def _from_json(given: object) -> Supplement:
    members = _only(given, ("suspensions", "thresholds", "deadlines"))
    return Supplement(_each("suspensions", members.get("suspensions", []), _suspension),
                      _each("thresholds", members.get("thresholds", []), _threshold),
                      _each("deadlines", members.get("deadlines", []), _definition))


def _suspension_in(one: object) -> tuple[int, int]:
    if not isinstance(one, Suspension):
        raise wrong_type("", "a Suspension")
    return day_in(one.begins, "from"), optional_day_in(one.until, "until")


def _threshold_in(one: object) -> tuple[int, int]:
    if not isinstance(one, Threshold):
        raise wrong_type("", "a Threshold")
    return day_in(one.begins, "from"), number_in(one.pence, "pence", INT64)


def _definition_in(one: object) -> _prap.RawDefinition:
    if not isinstance(one, DeadlineDefinition):
        raise wrong_type("", "a DeadlineDefinition")
    if not isinstance(one.done_by, tuple):
        raise wrong_type("done_by", "a tuple of days")
    done_by = [int(word_in(CaseDay, day, "done_by")) for day in one.done_by]
    if len(done_by) > 3:
        raise error_of(Status.E_LIMIT, "done_by")
    first, second, third = (*done_by, 0, 0, 0)[:3]
    return (text_in(one.name, "name"), text_in(one.source, "source"),
            0 if one.programme is None else word_in(Programme, one.programme, "programme"),
            0 if one.fills is None else word_in(Deadline, one.fills, "fills"), word_in(CaseDay, one.anchor, "anchor"),
            number_in(one.n, "n", INT32), word_in(Unit, one.unit, "unit"), int(flag_in(one.include_day, "include_day")),
            (first, second, third), optional_day_in(one.valid_from, "valid_from"),
            optional_day_in(one.valid_until, "valid_until"))


def supplement_in(given: object) -> _prap.RawSupplementIn:
    """A supplement as the extension takes it; None is one that holds nothing. Raises CallerError naming the field."""
    if given is None:
        return (), (), ()
    if not isinstance(given, Supplement):
        raise wrong_type("supplement", "a Supplement")
    return (_each("suspensions", given.suspensions, _suspension_in), _each("thresholds", given.thresholds, _threshold_in),
            _each("deadlines", given.deadlines, _definition_in))


def definition_of(raw: _prap.RawDefinitionOut) -> DeadlineDefinition:
    """The DeadlineDefinition of a raw one of the extension."""
    name, source, programme, fills, anchor, n, unit, include_day, done_by, valid_from, valid_until = raw
    return DeadlineDefinition(name, source, CaseDay(anchor), n, Unit(unit), Programme(programme) if programme else None,
                              Deadline(fills) if fills else None, bool(include_day),
                              tuple(CaseDay(day) for day in done_by if day), optional_day_out(valid_from),
                              optional_day_out(valid_until))


def supplement_of(raw: _prap.RawSupplement) -> Supplement:
    """The Supplement of a raw one of the extension."""
    suspensions, thresholds, definitions = raw
    return Supplement(tuple(Suspension(day_out(begins), optional_day_out(until)) for begins, until in suspensions),
                      tuple(Threshold(day_out(begins), pence) for begins, pence in thresholds),
                      tuple(map(definition_of, definitions)))


def presets() -> tuple[DeadlineDefinition, ...]:
    """Definitions that a host may copy into its supplement. They come from guidance outside the five documents, as the
    ``source`` of each says; none is ever in force by itself."""
    return tuple(map(definition_of, _prap.presets()))
