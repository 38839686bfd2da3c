"""Where cases are kept: a store that a host writes in Python, and what passes between it and the engine.

A store keeps, for each case, a snapshot (opaque bytes), a journal of events (opaque bytes, numbered from 1
without gaps) and an outbox of notices. The case's version is the sequence of its last event; a commit names
the version that it expects, so two writers never overwrite each other.

Whatever a store's method raises, KeyboardInterrupt and SystemExit included, arrives at the caller of the
engine as the same object with its traceback. Nothing was then recorded unless the store itself had already
done it; submitting the same id again finds out. A method that calls the engine that is calling it gets
CallerError ``re-entry``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Callable, Iterable, NamedTuple, Optional, Sequence, Type, TypeVar, Union

from . import _prap
from ._check import optional_day_out
from .vocabulary import Notice, Programme, Recipient, State, Status


class Snapshot(NamedTuple):
    """A case's version and its snapshot."""

    version: int
    record: bytes


class JournalRow(NamedTuple):
    """One event: its number within the case, the idempotency key that brought it ("" for none), and its
    record."""

    sequence: int
    id: str
    record: bytes


class CaseRow(NamedTuple):
    """One case of a scan: its id, version and snapshot."""

    case: str
    version: int
    record: bytes


class NoticeRow(NamedTuple):
    """One notice of the outbox. (tenant, case, sequence, ordinal) is its permanent id."""

    sequence: int
    ordinal: int
    notice: Notice
    recipient: Recipient
    due: Optional[date]


@dataclass(frozen=True)
class Change:
    """One all-or-nothing change to one case; ``expected_version`` 0 says that the case must not exist.

    ``programme``, ``stage``, ``next_due`` (earliest due day of an unmet deadline) and ``hold_until`` are
    index columns.
    """

    tenant: str
    case: str
    expected_version: int
    new_version: int
    id: str
    events: tuple[JournalRow, ...]
    snapshot: bytes
    programme: Optional[Programme]
    stage: Optional[State]
    next_due: Optional[date]
    hold_until: Optional[date]
    notices: tuple[NoticeRow, ...]


class Store(ABC):
    """What the engine needs of a store. ``load`` and ``commit`` are required.

    Without ``read`` there is no history and no day earlier than a case's last event; without ``scan`` no
    walk, no sweep and no list of what is due. A method that cannot do its work returns a Status in place of
    its result: RETRY or FAIL, or E_DAMAGED, E_FOREIGN, E_VERSION.
    """

    @abstractmethod
    def load(self, tenant: str, case: str) -> Union[Snapshot, Status, None]:
        """The case's snapshot; None when there is no such case."""

    @abstractmethod
    def commit(self, changes: Sequence[Change]) -> Union[Status, Sequence[Status]]:
        """Stores each change whole or not at all. A Status for all of them, or one for each:

        OK; DUPLICATE (an event with this id is already in the case's journal; looked for first); CONFLICT
        (the stored version is not the expected one); RETRY (nothing happened, try again); UNKNOWN (it may or
        may not have happened); FAIL. A notice goes into the same commit as its event.
        """

    def read(self, tenant: str, case: str, first: int, limit: int) -> Union[Iterable[JournalRow], Status]:
        """The journal from sequence ``first`` on, ascending, at most ``limit`` rows; none is no failure."""
        raise NotImplementedError

    def scan(self, tenant: str, after: str, due_by: Optional[date],
             limit: int) -> Union[Iterable[CaseRow], Status]:
        """Cases in ascending order of their id's UTF-8 bytes, only those greater than ``after`` ("": from the
        first).

        ``due_by`` is not None: only cases whose ``next_due`` is on or before that day. At most ``limit``
        rows.
        """
        raise NotImplementedError


T = TypeVar("T", Snapshot, JournalRow, CaseRow)


def _row(method: str, kind: Type[T], value: object) -> T:
    """Anything shaped as ``kind`` (a plain tuple will do), or TypeError in words a host can use."""
    if isinstance(value, tuple) and len(value) == len(kind._fields):
        row = kind(*value)
        shown = row[0] if kind is CaseRow else row[1] if kind is JournalRow else ""
        number = row[1] if kind is CaseRow else row[0]
        if (isinstance(shown, str) and isinstance(number, int) and 0 <= number < 2**64
                and isinstance(row[-1], (bytes, bytearray, memoryview))):
            return row
    raise TypeError(f"{method} gave something that is no {kind.__name__}({', '.join(kind._fields)})")


def _change(raw: _prap.RawChange) -> Change:
    tenant, case, expected, new, id_, events, snapshot, programme, stage, next_due, hold_until, notices = raw
    return Change(tenant, case, expected, new, id_, tuple(JournalRow(*event) for event in events), snapshot,
                  Programme(programme) if programme else None, State(stage) if stage else None, optional_day_out(next_due),
                  optional_day_out(hold_until), tuple(NoticeRow(sequence, ordinal, Notice(notice),
                  Recipient(recipient),
                                  optional_day_out(due))
                        for sequence, ordinal, notice, recipient, due in notices))


class StoreAdaptor:
    """A host's store as the extension calls it: plain tuples, lists and status numbers."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.has_read = type(store).read is not Store.read
        self.has_scan = type(store).scan is not Store.scan

    def load(self, tenant: str, case: str) -> Union[int, tuple[int, bytes]]:
        found = self._store.load(tenant, case)
        if found is None or isinstance(found, Status):
            return Status.NONE if found is None else found
        version, record = _row("Store.load", Snapshot, found)
        return version, bytes(record)

    def commit(self, changes: list[_prap.RawChange]) -> Union[int, list[int]]:
        result = self._store.commit([_change(change) for change in changes])
        if isinstance(result, Status):
            return result
        outcomes = list(result) if isinstance(result, Iterable) else []
        if len(outcomes) != len(changes) or not all(isinstance(outcome, Status) for outcome in outcomes):
            raise TypeError("Store.commit gave neither a Status nor one for each change")
        return list(outcomes)

    def read(self, tenant: str, case: str, first: int,
             limit: int) -> Union[int, list[tuple[int, bytes, bytes]]]:
        rows = self._store.read(tenant, case, first, limit)
        if isinstance(rows, Status):
            return rows
        given = [_row("Store.read", JournalRow, row) for row in islice(rows, limit)]
        return [(row.sequence, bytes(row.record), row.id.encode()) for row in given]

    def scan(self, tenant: str, after: str, due_by: int,
             limit: int) -> Union[int, list[tuple[int, bytes, bytes]]]:
        rows = self._store.scan(tenant, after, optional_day_out(due_by), limit)
        if isinstance(rows, Status):
            return rows
        given = [_row("Store.scan", CaseRow, row) for row in islice(rows, limit)]
        return [(row.version, bytes(row.record), row.case.encode()) for row in given]


def observer_adaptor(observer: Callable[[Change], object]) -> Callable[[_prap.RawChange], None]:
    """A host's observer as the extension calls it."""
    def told(raw: _prap.RawChange) -> None:
        observer(_change(raw))
    return told
