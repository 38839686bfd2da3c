"""Does a store keep the storage contract? Run once in a host's own tests, it says by name what the store gets wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterable, Optional, Union

from . import _prap
from ._check import flag_in, number_in, text_in, wrong_type
from .postgresql import PostgreSQLStore
from .sqlite import SQLiteStore
from .store import NoticeRow, Store, StoreAdaptor
from .vocabulary import Conformance, ConformanceCheck, Severity, Status

AnyStore = Union[SQLiteStore, PostgreSQLStore, Store]

_SPARE_EMPTY_TENANT = 1


@dataclass(frozen=True)
class ConformanceFinding:
    """``finding``: what is wrong, ``severity`` BREACH; or what was not checked, NOTICE. ``check``: what was tried when it
    showed, None for what was not. ``tenant`` and ``case``: where, "" for none in particular. ``sequence``: the event or
    version, or None. ``wanted`` and ``got``: the status that the contract wants and the one that came, where it is about
    one; ``got`` is None when it is no status. ``contract``: the sentence of ``prap/host.h``."""

    finding: Conformance
    severity: Severity
    check: Optional[ConformanceCheck]
    tenant: str
    case: str
    sequence: Optional[int]
    wanted: Status
    got: Optional[Status]
    contract: str


@dataclass(frozen=True)
class ConformanceReport:
    """``findings`` in the order in which they showed, each once. ``breaches`` and ``unchecked`` count them. ``checks``
    were run, with ``calls`` of the store and ``commits`` that it says it made."""

    findings: tuple[ConformanceFinding, ...]
    breaches: int
    unchecked: int
    checks: int
    calls: int
    commits: int

    @property
    def conforms(self) -> bool:
        """Whether nothing breaks the contract. What is ``unchecked`` was not looked at."""
        return self.breaches == 0


def _raw(store: object, field: str) -> tuple[object, bool, bool]:
    """A store as the extension takes it, and whether it has read and scan."""
    if isinstance(store, (SQLiteStore, PostgreSQLStore)):
        return store._handle, True, True
    if not isinstance(store, Store):
        raise wrong_type(field, "a SQLiteStore, a PostgreSQLStore or a Store")
    adaptor = StoreAdaptor(store)
    return adaptor, adaptor.has_read, adaptor.has_scan


def _row(row: NoticeRow) -> tuple[int, int, int, int, int]:
    due = _prap.DAY_NONE if row.due is None else row.due.toordinal() - 719163
    return row.sequence, row.ordinal, int(row.notice), int(row.recipient), due


def _finding(raw: _prap.RawConformance) -> ConformanceFinding:
    finding, severity, check, tenant, case, sequence, wanted, got, contract = raw
    known = {int(status) for status in Status}
    return ConformanceFinding(Conformance(finding), Severity(severity), ConformanceCheck(check) if check else None, tenant,
                              case, sequence or None, Status(wanted), Status(got) if got in known else None, contract)


def check(store: AnyStore, prefix: str, *, seed: int = 0, second: Optional[AnyStore] = None,
          reopen: Optional[Callable[[], Optional[AnyStore]]] = None,
          notices: Optional[Callable[[str, str], Iterable[NoticeRow]]] = None,
          spare_empty_tenant: bool = False) -> ConformanceReport:
    """Tries out a store: conflicts, duplicates, batches, journals, order, due days, tenants, records of every byte.

    It commits hundreds of cases under tenants that begin with ``prefix`` (at most 24 bytes of UTF-8) and, unless
    ``spare_empty_tenant``, one under "", and leaves them: run it on a database of its own. ``seed`` draws names and bytes;
    another one lets a prefix be used again. More is looked at with ``second``, another handle on the same data;
    ``reopen``, which closes ``store`` and ``second`` and gives the same data opened again; ``notices``, which gives the
    outbox of a tenant's case in order. Source: ``prap/host.h``.

    What the store raises arrives unchanged. Raises CallerError ``null-argument`` (a closed store), ``text`` (prefix),
    ``range``, ``id-reused`` (prefix and seed were used on these data before); WrongType; HostError ``out-of-memory``.
    """
    def reopened() -> object:
        opened = reopen() if reopen is not None else None
        return None if opened is None else _raw(opened, "reopen")[0]

    def outbox(tenant: str, case: str) -> list[tuple[int, int, int, int, int]]:
        return [_row(row) for row in notices(tenant, case)] if notices is not None else []

    other = (None, False, False) if second is None else _raw(second, "second")
    flags = _SPARE_EMPTY_TENANT if flag_in(spare_empty_tenant, "spare_empty_tenant") else 0
    findings, *counts = _prap.conformance(*_raw(store, "store"), *other, text_in(prefix, "prefix"),
                                          number_in(seed, "seed", range(2**64)), flags,
                                          None if reopen is None else reopened, None if notices is None else outbox)
    return ConformanceReport(tuple(map(_finding, findings)), *counts)
