"""Data items: what DWP shares of a participant (Chapter 15, paragraph 4 and Annex A), one record held against the list, and
two records of the same referral compared (CH15-3 to 16; AMB-60, AMB-64, AMB-79)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, Mapping, Optional, Sequence, Union

from . import _prap
from ._check import flag_in, number_in, optional_day_in, text_in, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .facts import UNKNOWN
from .vocabulary import (DataAbout, DataCare, DataChange, DataChannel, DataFinding, DataItem, DataNeed, DataType, Programme,
                         Severity, Value, Verdict)

DataValue = Union[str, int, bool, date, None, Sequence[Union[str, int, bool, date, None]]]
"""A text as it came; a number, yes or no, or a day; None where there is none; or several of one item."""
DataValues = Mapping[Union[DataItem, str], DataValue]
"""One record: by item, or by any heading that names it. Of what names none the list knows nothing; it is told of."""
KEY_BYTES = 16

_ROLES = {1: "referral", 2: "change", 4: "earnings"}
_SOURCES = {1: "paragraph-4", 2: "annex-a"}


@dataclass(frozen=True)
class DataItemInfo:
    """One item of the list. ``roles``: what it is for, of "referral", "change" and "earnings". ``sources``: where the
    document has it, of "paragraph-4" and "annex-a". ``told_as``: the change item that a difference in it comes to.
    ``care_why``: why it needs that care, or ``""``. ``headings``: what else finds it, beside its name."""

    item: DataItem
    type: DataType
    need: DataNeed
    about: DataAbout
    roles: tuple[str, ...]
    sources: tuple[str, ...]
    programmes: tuple[Programme, ...]
    care: DataCare
    care_why: str
    part_of: Optional[DataItem]
    told_as: Optional[DataItem]
    repeats: bool
    rules: tuple[str, ...]
    headings: tuple[str, ...]

    def to_json(self) -> str:
        """The line that ``prap extract items`` prints, without its line end."""
        return dump_json({"v": 1, "extract": "item", "item": self.item.word, "meaning": self.item.meaning,
                          **members_json(type=self.type, need=self.need, about=self.about), "roles": list(self.roles),
                          "sources": list(self.sources), "programmes": [one.word for one in self.programmes],
                          **members_json(care=self.care, care_why=self.care_why, part_of=self.part_of,
                                         told_as=self.told_as),
                          "repeats": self.repeats, "rules": list(self.rules), "headings": list(self.headings)})


@dataclass(frozen=True)
class DataReason:
    """What was found, and what to do (``cure``, ``""`` where there is nothing). ``column``: the place of the value in the
    record, from 1; ``first_column``: of what is there twice, that of the first. Never the value."""

    finding: DataFinding
    rule: str
    severity: Severity
    item: Optional[DataItem]
    column: Optional[int]
    first_column: Optional[int]
    cure: str

    def as_json(self) -> Json:
        """The finding as the lines have it."""
        return {**members_json(finding=self.finding, rule=self.rule, severity=self.severity, item=self.item),
                **{name: value for name, value in (("column", self.column), ("first_column", self.first_column))
                   if value is not None},
                "text": self.finding.meaning, **members_json(cure=self.cure)}


@dataclass(frozen=True)
class DataAnswer:
    """A record in short. ``verdict`` is REFUSED when a finding forbids, UNDECIDED when a fact is wanting, else PERMITTED.
    ``comes_by``: the channel that it belongs to; None while that is not known. ``items``: how many different ones are
    there; ``unknown``, ``health``, ``criminal`` and ``may_tell``: how many values are of that kind."""

    verdict: Verdict
    comes_by: Optional[DataChannel]
    items: int
    unknown: int
    health: int
    criminal: int
    may_tell: int
    findings: tuple[DataReason, ...]
    case: str = ""
    record: Optional[int] = None
    line: Optional[int] = None

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap extract check`` prints, without its line end; ``redact``: with ``--redact``."""
        return dump_json({**_head("check", self.record, self.line, self.case),
                          **members_json(verdict=self.verdict, comes_by=self.comes_by), "items": self.items,
                          "unknown": self.unknown, "health": self.health, "criminal": self.criminal,
                          "may_tell": self.may_tell, "findings": [one.as_json() for one in self.findings]}, redact)


@dataclass(frozen=True)
class DataDifference:
    """One difference. ``told_as``: the change item of Annex A that it comes to. ``rule``: that item's, CH15-16 of
    earnings, else CH15-9. ``whp07``: the rule by which form WHP07 is to be thought of, or ``""``. ``occurrence``: which of
    several values of the item, from 0."""

    change: DataChange
    item: DataItem
    told_as: Optional[DataItem]
    rule: str
    whp07: str
    care: DataCare
    occurrence: int

    def as_json(self) -> Json:
        """The difference as the lines have it."""
        return {**members_json(change=self.change, item=self.item),
                **({"occurrence": self.occurrence} if self.occurrence else {}),
                **members_json(told_as=self.told_as, rule=self.rule, whp07=self.whp07, care=self.care)}


@dataclass(frozen=True)
class DataComparison:
    """What differs between two records of the same referral, and how many values do not."""

    differences: tuple[DataDifference, ...]
    same: int
    case: str = ""
    record: Optional[int] = None
    line: Optional[int] = None

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap extract diff`` prints of a referral that has changed; ``redact``: with ``--redact``."""
        differences: Dict[str, Json] = {"differences": [one.as_json() for one in self.differences]} if self.differences else {}
        return dump_json({**_head("diff", self.record, self.line, self.case), **differences,
                          "result": "changed" if self.differences else "same"}, redact)


@dataclass(frozen=True)
class DataMark:
    """What is kept of a value so that a change shows: a keyed hash of 16 bytes, and not the value."""

    item: DataItem
    occurrence: int
    mark: bytes


def _head(what: str, record: Optional[int], line: Optional[int], case: str) -> Dict[str, Json]:
    numbers: Dict[str, Json] = {name: value for name, value in (("record", record), ("line", line)) if value is not None}
    return {"v": 1, "extract": what, **numbers, **members_json(case=case)}


def _bits(bits: int, names: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(name for bit, name in names.items() if bits & bit)


def _info(item: DataItem) -> DataItemInfo:
    (type_, need, about, roles, sources, programmes, care, part_of, change, repeats, rules, care_why,
     headings) = _prap.data_item(int(item))
    return DataItemInfo(item, DataType(type_), DataNeed(need), DataAbout(about), _bits(roles, _ROLES),
                        _bits(sources, _SOURCES), tuple(one for one in Programme if programmes >> one & 1), DataCare(care),
                        care_why, DataItem(part_of) if part_of else None, DataItem(change) if change else None,
                        bool(repeats), tuple(rules), tuple(headings))


def data_items() -> tuple[DataItemInfo, ...]:
    """The whole list, in its order."""
    return tuple(map(_info, DataItem))


def data_item(heading: Union[DataItem, str]) -> Optional[DataItemInfo]:
    """The item that a heading names, or None: its name, or a heading of the documents, whatever its capitals and spaces.
    Raises WrongType."""
    number = int(heading) if isinstance(heading, DataItem) else _prap.data_item_find(text_in(heading, "heading"))
    return _info(DataItem(number)) if number else None


def _text_of(value: object, field: str) -> bytes:
    if value is None:
        return b""
    if isinstance(value, bool):
        return b"yes" if value else b"no"
    if isinstance(value, int):
        return str(int(value)).encode()
    if isinstance(value, date):
        return value.isoformat()[:10].encode()
    return text_in(value, field)


def _values_in(values: object, field: str) -> tuple[tuple[tuple[int, bytes], ...], tuple[int, ...], str]:
    """The values as the library takes them, where each stands in the record, and the referral's identifier."""
    if not isinstance(values, Mapping):
        raise wrong_type(field, "a mapping of items and their values")
    rows, columns, referral = [], [], ""
    for column, (name, value) in enumerate(values.items(), 1):
        if not isinstance(name, (str, DataItem)):
            raise wrong_type(field, "a DataItem or a heading, for each value,")
        item = int(name) if isinstance(name, DataItem) else _prap.data_item_find(text_in(name, field))
        called = DataItem(item).word if item else f"column {column}"
        for one in value if isinstance(value, (list, tuple)) else (value,):
            text = _text_of(one, called)
            rows.append((item, text))
            columns.append(column)
            if item == DataItem.PRAP_REFERRAL_ID and not referral:
                referral = text.decode().strip(" \t\r\n")
    return tuple(rows), tuple(columns), referral


def _tristate_in(value: object, field: str) -> int:
    if value is None or value is UNKNOWN:
        return Value.UNKNOWN
    return Value.YES if flag_in(value, field) else Value.NO


def _programme_in(programme: Union[Programme, str, None]) -> int:
    return 0 if programme is None else int(word_in(Programme, programme, "programme"))


def _reason_of(raw: _prap.RawDataFinding, columns: Sequence[int]) -> DataReason:
    finding, rule, severity, item, at, other, cure = raw
    return DataReason(DataFinding(finding), rule, Severity(severity), DataItem(item) if item else None,
                      columns[at] if at >= 0 else None, columns[other] if other >= 0 else None, cure)


def data_check(values: DataValues, *, programme: Union[Programme, str, None] = None,
               channel: Union[DataChannel, str, None] = None, mappa: Union[bool, Value, None] = None,
               scr: Union[bool, Value, None] = None, partial: bool = False, on: Optional[date] = None, case: str = "",
               record: Optional[int] = None, line: Optional[int] = None) -> DataAnswer:
    """Holds one record of a referral against the list: what is missing, malformed, there twice, unknown, not of the
    programme; whether it may come by that channel at all; and which values need particular care.

    ``channel``: what it came by; None where that is not known. ``mappa`` and ``scr``: whether it is a MAPPA case and a
    Special Customer Record; None or UNKNOWN is not known. ``partial``: a notice of some items, of which none is missing.
    ``on``: the day it came. ``case``, ``record`` and ``line``: only repeated; without ``case`` the PRaP referral
    identifier is. Nothing is stored, and no value is ever in an answer or an error.

    Raises CallerError ``unknown-word``, ``text``, ``day``; LimitError ``limit``; WrongType. CH15-3 to 16, AMB-60, AMB-64.
    """
    rows, columns, referral = _values_in(values, "values")
    known = (_programme_in(programme), 0 if channel is None else int(word_in(DataChannel, channel, "channel")),
             int(_tristate_in(mappa, "mappa")), int(_tristate_in(scr, "scr")), int(flag_in(partial, "partial")),
             optional_day_in(on, "on"))
    (verdict, comes_by, items, unknown, health, criminal, may_tell), raw = _prap.data_check(known, rows)
    findings = tuple(_reason_of(one, columns) for one in raw)
    bad = any(one.finding is DataFinding.MALFORMED and one.item is DataItem.PRAP_REFERRAL_ID for one in findings)
    return DataAnswer(Verdict(verdict), DataChannel(comes_by) if comes_by else None, items, unknown, health, criminal,
                      may_tell, findings, "" if bad else case or referral, _place_in(record, "record"),
                      _place_in(line, "line"))


def _place_in(value: Optional[int], field: str) -> Optional[int]:
    return None if value is None else number_in(value, field, range(1, 2**63))


def _difference_of(raw: _prap.RawDataDifference) -> DataDifference:
    change, item, told_as, rule, whp07, care, occurrence, _, _ = raw
    return DataDifference(DataChange(change), DataItem(item), DataItem(told_as) if told_as else None, rule, whp07,
                          DataCare(care), occurrence)


def data_compare(before: DataValues, after: DataValues, *, programme: Union[Programme, str, None] = None, case: str = "",
                 record: Optional[int] = None, line: Optional[int] = None) -> DataComparison:
    """What differs between two records of the same referral, by what the values say and not by how they are written.

    Raises CallerError ``unknown-word``, ``text``, ``range`` (each names another referral); LimitError ``limit``;
    WrongType. CH15-9, CH15-10, CH15-16.
    """
    old, _, first = _values_in(before, "before")
    new, _, second = _values_in(after, "after")
    (_, _, _, same, _), raw = _prap.data_compare(_programme_in(programme), old, new)
    return DataComparison(tuple(map(_difference_of, raw)), same, case or second or first, _place_in(record, "record"),
                          _place_in(line, "line"))


def data_marks(key: bytes, values: DataValues) -> tuple[DataMark, ...]:
    """The marks of a record, so that tomorrow's can be compared with it although its values are not kept. ``key``:
    16 bytes, random, secret and the same every day. A mark is a SipHash-2-4 of 128 bits over the item, the PRaP referral
    identifier and the value.

    Raises CallerError ``required`` (a record without its identifier), ``range`` (a key of another length), ``text``;
    LimitError ``limit``; WrongType.
    """
    if not isinstance(key, bytes):
        raise wrong_type("key", "bytes")
    rows, _, _ = _values_in(values, "values")
    return tuple(DataMark(DataItem(item), occurrence, mark) for item, occurrence, mark in _prap.data_marks(key, rows))


def _marks_in(marks: Iterable[DataMark], field: str) -> tuple[tuple[int, int, bytes], ...]:
    kept = tuple(marks)
    for i, one in enumerate(kept):
        if not isinstance(one, DataMark) or not isinstance(one.mark, bytes):
            raise wrong_type(f"{field}[{i}]", "a DataMark")
    return tuple((int(word_in(DataItem, one.item, field)), number_in(one.occurrence, field, range(2**32)), one.mark)
                 for one in kept)


def data_compare_marks(before: Iterable[DataMark], after: Iterable[DataMark], *,
                       programme: Union[Programme, str, None] = None, case: str = "", record: Optional[int] = None,
                       line: Optional[int] = None) -> DataComparison:
    """As :func:`data_compare`, of marks made with one key. Raises also CallerError ``range`` for a mark that has not 16
    bytes."""
    (_, _, _, same, _), raw = _prap.data_compare_marks(_programme_in(programme), _marks_in(before, "before"),
                                                       _marks_in(after, "after"))
    return DataComparison(tuple(map(_difference_of, raw)), same, case, _place_in(record, "record"),
                          _place_in(line, "line"))
