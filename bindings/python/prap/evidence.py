"""What a case has of its checklists, and the records that it has made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Optional, Union

from . import _prap
from ._check import day_out
from .answer import Json, dump_json, members_json
from .facts import FactValue, fact_json, fact_out
from .vocabulary import Check, Checklist, Computation, Event, Fact, Record, Retention


@dataclass(frozen=True)
class CheckItem:
    """An item of a checklist: a fact or an event, and how it stands. ``value``: what was said, None where nothing was,
    or where it is an event. ``by``, ``on``, ``recorded``, ``sequence``: of the entry that said it last, None where none
    did. ``required``: the list is not complete without it."""

    item: Union[Fact, Event]
    state: Check
    rule: str
    required: bool
    value: Optional[FactValue]
    by: Optional[Event]
    on: Optional[date]
    recorded: Optional[date]
    sequence: Optional[int]


@dataclass(frozen=True)
class CheckedList:
    """How a checklist stands. ``opened_by``, ``opened_on``, ``sequence``: the event that opened it last; None where its
    occasion has not come. The counts are of the required items that apply."""

    checklist: Checklist
    rule: str
    complete: bool
    opened_by: Optional[Event]
    opened_on: Optional[date]
    sequence: Optional[int]
    required: int
    done: int
    not_done: int
    unknown: int
    missing: int
    items: tuple[CheckItem, ...]


@dataclass(frozen=True)
class CaseChecklists:
    """The checklists of a case as of a day."""

    case: str
    as_of: date
    checklists: tuple[CheckedList, ...]

    def to_json(self) -> str:
        """The line that ``prap checklist`` prints, without its line end."""
        return dump_json({"v": 1, "case": self.case, "as_of": self.as_of.isoformat(),
                          "checklists": list(map(_list_json, self.checklists))})


@dataclass(frozen=True)
class KeptRecord:
    """A record that ``events`` events of a case have made; ``first`` and ``last`` are their sequences. ``computation``:
    gives the last day of keeping it, None where none does."""

    record: Record
    rule: str
    retention: Retention
    computation: Optional[Computation]
    events: int
    first: int
    last: int
    first_on: date
    last_on: date


@dataclass(frozen=True)
class CaseRecords:
    """The records that a case has made, as of a day."""

    case: str
    as_of: date
    records: tuple[KeptRecord, ...]

    def to_json(self) -> str:
        """The line that ``prap records`` prints, without its line end."""
        return dump_json({"v": 1, "case": self.case, "as_of": self.as_of.isoformat(),
                          "records": list(map(_kept_json, self.records))})


def _entry_json(sequence: Optional[int]) -> Dict[str, Json]:
    return {} if sequence is None else {"sequence": sequence}


def _item_json(one: CheckItem) -> Json:
    value: Dict[str, Json] = {} if one.value is None else {"value": fact_json(one.value)}
    return {"item": one.item.word, "state": one.state.word, "rule": one.rule, "required": one.required, **value,
            **members_json(by=one.by, on=one.on, recorded=one.recorded), **_entry_json(one.sequence)}


def _list_json(one: CheckedList) -> Json:
    return {"checklist": one.checklist.word, "rule": one.rule, "complete": one.complete,
            **members_json(opened_by=one.opened_by, opened_on=one.opened_on), **_entry_json(one.sequence),
            "required": one.required, "done": one.done, "not_done": one.not_done, "unknown": one.unknown,
            "missing": one.missing, "items": list(map(_item_json, one.items))}


def _kept_json(one: KeptRecord) -> Json:
    return {**members_json(record=one.record, rule=one.rule, retention=one.retention, computation=one.computation),
            "events": one.events, "first": one.first, "last": one.last,
            **members_json(first_on=one.first_on, last_on=one.last_on)}


def _item_of(raw: _prap.RawCheck) -> CheckItem:
    fact, event, state, rule, required, (said, kind, value), by, on, recorded, sequence = raw
    return CheckItem(Fact(fact) if fact else Event(event), Check(state), rule, bool(required),
                     fact_out(kind, value) if said else None, Event(by) if by else None, day_out(on) if by else None,
                     day_out(recorded) if by else None, sequence if by else None)


def checked_list_of(raw: _prap.RawChecklist) -> CheckedList:
    """The CheckedList of a raw checklist of the extension."""
    checklist, rule, complete, opened, on, sequence, counts, checks = raw
    return CheckedList(Checklist(checklist), rule, bool(complete), Event(opened) if opened else None,
                       day_out(on) if opened else None, sequence if opened else None, *counts,
                       items=tuple(map(_item_of, checks)))


def kept_record_of(raw: _prap.RawKept) -> KeptRecord:
    """The KeptRecord of a raw record of the extension."""
    record, rule, retention, computation, events, first, last, first_on, last_on = raw
    return KeptRecord(Record(record), rule, Retention(retention), Computation(computation) if computation else None,
                      events, first, last, day_out(first_on), day_out(last_on))
