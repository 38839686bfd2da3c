"""A store in memory: for tests and short runs, and the example of a store written in Python."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Iterator, Optional, Sequence, Union

from .store import CaseRow, Change, JournalRow, NoticeRow, Snapshot, Store
from .vocabulary import Status


@dataclass(frozen=True)
class _Case:
    """Replaced as a whole by a commit, so that a reader never sees half of one."""

    snapshot: Snapshot
    journal: tuple[JournalRow, ...]
    notices: tuple[NoticeRow, ...]
    next_due: Optional[date]


class MemoryStore(Store):
    """Every tenant and case in one dict, gone when the process is."""

    def __init__(self) -> None:
        self._cases: dict[tuple[str, str], _Case] = {}

    def load(self, tenant: str, case: str) -> Union[Snapshot, Status, None]:
        found = self._cases.get((tenant, case))
        return None if found is None else found.snapshot

    def commit(self, changes: Sequence[Change]) -> Union[Status, Sequence[Status]]:
        return [self._commit_one(change) for change in changes]

    def _commit_one(self, change: Change) -> Status:
        before = self._cases.get((change.tenant, change.case))
        journal = () if before is None else before.journal
        if change.id and any(row.id == change.id for row in journal):
            return Status.DUPLICATE
        if change.expected_version != (0 if before is None else before.snapshot.version):
            return Status.CONFLICT
        self._cases[change.tenant, change.case] = _Case(
            Snapshot(change.new_version, change.snapshot), journal + change.events,
            (() if before is None else before.notices) + change.notices, change.next_due)
        return Status.OK

    def read(self, tenant: str, case: str, first: int, limit: int) -> list[JournalRow]:
        found = self._cases.get((tenant, case))
        return [] if found is None else [row for row in found.journal if row.sequence >= first][:limit]

    def scan(self, tenant: str, after: str, due_by: Optional[date], limit: int) -> Iterator[CaseRow]:
        given = 0
        for (owner, case), kept in sorted(self._cases.items(), key=lambda item: item[0][1].encode()):
            if owner != tenant or case.encode() <= after.encode():
                continue
            if due_by is not None and (kept.next_due is None or kept.next_due > due_by):
                continue
            if given == limit:
                return
            given += 1
            yield CaseRow(case, kept.snapshot.version, kept.snapshot.record)

    def notices(self, tenant: str, case: str) -> tuple[NoticeRow, ...]:
        """The outbox of a case, oldest first."""
        found = self._cases.get((tenant, case))
        return () if found is None else found.notices
