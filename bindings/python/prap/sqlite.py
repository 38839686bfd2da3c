"""The ready-made SQLite store: one file for any number of tenants and cases, safe against a killed
process."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Callable, Optional, Type, Union

from . import _prap
from ._check import INT32, OneOfAKind, flag_in, number_in, optional_day_out, text_in, wrong_type
from .errors import error_of
from .vocabulary import Notice, Recipient, Status


@dataclass(frozen=True)
class OutboxNotice:
    """A notice of the outbox. ``position`` grows over the whole file and is never used twice."""

    position: int
    tenant: str
    case: str
    sequence: int
    ordinal: int
    notice: Notice
    recipient: Recipient
    due: Optional[date]
    sent: bool = False
    """A delivery has taken it."""


def _notice(row: tuple[int, str, str, int, int, int, int, int, int]) -> OutboxNotice:
    position, tenant, case, sequence, ordinal, notice, recipient, due, sent = row
    return OutboxNotice(position, tenant, case, sequence, ordinal, Notice(notice), Recipient(recipient),
                        optional_day_out(due), sent != 0)


@dataclass(frozen=True)
class StoreFinding:
    """Damage in the file. ``finding``: "page", "index", "row" (``tenant`` and ``case`` are "" then), "event-alone",
    "notice-alone", "version", "gap". ``sequence``: of the event or notice, 0: the case as a whole. ``text``: a sentence."""

    finding: str
    tenant: str
    case: str
    sequence: int
    text: str


class SQLiteStore(OneOfAKind):
    """A SQLite file of this library's own form; made when it is missing or empty unless ``read_only``.

    ``path`` may be ":memory:". ``wait_milliseconds`` is how long a call waits for another process's lock (0
    to 600,000; default 5,000). Several engines, one after another, may use one store; it is for one thread at
    a time. A forked process opens the file again: what it inherited raises HostError ``store-failed``. Raises
    DataError ``not-ours``, ``newer-version``, ``damaged``; HostError ``retry``, ``store-failed``;
    CallerError ``text``, ``range``; WrongType. No message repeats the path.
    """

    def __init__(self, path: Union[str, "os.PathLike[str]"], read_only: bool = False, *,
                 wait_milliseconds: Optional[int] = None) -> None:
        if not isinstance(path, (str, os.PathLike)):
            raise wrong_type("path", "a path (str or os.PathLike)")
        wait = wait_milliseconds
        if wait is not None:
            wait = number_in(wait, "wait_milliseconds", range(600001))
        try:
            name = os.fsencode(path)
        except UnicodeEncodeError:
            raise error_of(Status.E_TEXT, "path") from None
        self._handle = _prap.sqlite(name, flag_in(read_only, "read_only"))
        if wait is not None:
            _prap.sqlite_set_wait(self._handle, wait)

    def close(self) -> None:
        """Closes the file; again is harmless. Raises CallerError ``re-entry`` from inside a callback of its
        engine.

        Engines that still hold the store raise CallerError from then on.
        """
        _prap.sqlite_close(self._handle)

    def check(self) -> None:
        """Reads the whole file and looks for damage. Raises DataError ``damaged``, HostError."""
        _prap.sqlite_check(self._handle)

    def examine(self, *, quick: bool = False) -> list[StoreFinding]:
        """Reads the whole file, as it was at one moment, and gives every damage that it finds; an empty list when it is
        sound. ``quick``: without looking whether each index has the rows of its table. What lies inside a record is
        checked by :meth:`Engine.verify`. Raises DataError ``damaged`` (it cannot be read), HostError."""
        return [StoreFinding(*row) for row in _prap.sqlite_examine(self._handle, flag_in(quick, "quick"))]

    def backup(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Copies the store, as it is at one moment, into a file that must not exist, while others go on reading and
        writing. The copy is one file and has its name when it is whole and on the disk. Raises HostError ``store-failed``,
        ``retry``; DataError ``damaged``; CallerError ``text``; WrongType."""
        if not isinstance(path, (str, os.PathLike)):
            raise wrong_type("path", "a path (str or os.PathLike)")
        try:
            name = os.fsencode(path)
        except UnicodeEncodeError:
            raise error_of(Status.E_TEXT, "path") from None
        _prap.sqlite_backup(self._handle, name)

    def notices(self, after: int = 0, limit: int = 1000) -> list[OutboxNotice]:
        """Notices whose position is greater than ``after``, oldest first, at most ``limit``, over all
        tenants.

        A reader that keeps the last position it has dealt with and passes it as ``after`` misses none.
        """
        rows = _prap.sqlite_notices(self._handle, number_in(after, "after", range(2**63)),
                                    number_in(limit, "limit", range(INT32.stop)))
        return [_notice(row) for row in rows]

    def deliver(self, receiver: Callable[[OutboxNotice], object], *, cases: int = 100, lease_seconds: int = 30) -> int:
        """Hands over unsent notices, those of a case in order, and marks them as sent; gives how many.

        At most 32 notices of at most ``cases`` cases (1 to 1,000). Any number of relays, in any number of processes, may do
        so at once: a case is with one of them at a time, by a lease of 1 to 86,400 seconds that ends with the call; a relay
        that dies keeps its cases from the others for so long. ``receiver`` returns False for "not now": the case's later
        notices wait, the others go on. What it raises ends the call and arrives unchanged; what was handed over before is
        marked. Every notice comes at least once, and always under the same id (tenant, case, sequence, ordinal): again when
        a process dies after it was handed over and before it was marked. Raises HostError, CallerError ``range``.
        """
        if not callable(receiver):
            raise wrong_type("receiver", "a callable")

        def hand_over(row: tuple[int, str, str, int, int, int, int, int, int]) -> object:
            return receiver(_notice(row))

        return _prap.sqlite_deliver(self._handle, hand_over, number_in(cases, "cases", range(1, 1001)),
                                    number_in(lease_seconds, "lease_seconds", range(1, 86401)))

    def put_aside(self, id: str, data: bytes) -> None:
        """Puts a person's data beside the journal, which holds none: at most 1 MiB under a random id of the host's own
        making, 1 to 64 visible ASCII characters, in the place of what was there. Raises CallerError ``text``; LimitError
        ``limit``; HostError; WrongType."""
        if not isinstance(data, bytes):
            raise wrong_type("data", "bytes")
        _prap.sqlite_side_put(self._handle, text_in(id, "id"), data)

    def add_aside(self, id: str, data: bytes) -> bool:
        """The same where nothing is under the id yet: True; False when something is, which stays. Raises as
        :meth:`put_aside`. A store with this, :meth:`aside` and :meth:`shred` can keep the keys of a PostgreSQLStore."""
        if not isinstance(data, bytes):
            raise wrong_type("data", "bytes")
        return _prap.sqlite_side_add(self._handle, text_in(id, "id"), data)

    def aside(self, id: str) -> Optional[bytes]:
        """The data under an id, or None. Raises as :meth:`put_aside`."""
        return _prap.sqlite_side_get(self._handle, text_in(id, "id"))

    def shred(self, id: str) -> bool:
        """Takes the data under an id out, and every trace of them from the file and its write-ahead log: True, or False
        when nothing was there. On HostError ``retry``, ``unknown`` or ``store-failed`` they are there whole or not to be
        read any more, and asking again finishes it."""
        return _prap.sqlite_side_shred(self._handle, text_in(id, "id"))

    def __enter__(self) -> SQLiteStore:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 traceback: Optional[TracebackType]) -> None:
        self.close()
