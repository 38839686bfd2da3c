"""The ready-made PostgreSQL store: one database for any number of tenants, cases, processes and machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Callable, Optional, Protocol, Type

from . import _prap
from ._check import INT32, OneOfAKind, flag_in, number_in, optional_day_out, text_in, wrong_type
from .errors import error_of
from .vocabulary import Notice, Recipient, Status


@dataclass(frozen=True)
class RelayedNotice:
    """A notice of the outbox. ``tenant``, ``case``, ``sequence`` and ``ordinal`` are its permanent id. ``sent``: a
    delivery has taken it."""

    tenant: str
    case: str
    sequence: int
    ordinal: int
    notice: Notice
    recipient: Recipient
    due: Optional[date]
    sent: bool


def _notice(row: tuple[str, str, int, int, int, int, int, int]) -> RelayedNotice:
    tenant, case, sequence, ordinal, notice, recipient, due, sent = row
    return RelayedNotice(tenant, case, sequence, ordinal, Notice(notice), Recipient(recipient), optional_day_out(due),
                         sent != 0)


class KeyKeeper(Protocol):
    """Keeps the keys of a PostgreSQLStore's side-car, one of 32 bytes a person, where they can be destroyed for good. An
    SQLiteStore is one: a file beside the program, of which no copies are made."""

    def aside(self, id: str) -> Optional[bytes]:
        """The key of an id, or None."""

    def add_aside(self, id: str, data: bytes) -> bool:
        """Keeps a key; False when there is one already, which stays."""

    def shred(self, id: str) -> bool:
        """Destroys the key of an id; False when there was none."""


class PostgreSQLStore(OneOfAKind):
    """The tables of this library in a PostgreSQL database, in its schema "prap".

    ``connection`` is a connection string of libpq ("host=/run/postgresql dbname=cases"), a URI ("postgresql://…"), or
    what the command takes ("postgresql:dbname=cases"). The tables are made, or brought up to date, with ``create``
    unless ``read_only``. ``wait_milliseconds`` is how long a call waits for another's lock, or for a server that starts
    again (0 to 600,000; default 5,000). A lost connection is made anew by itself; a commit whose answer was lost is
    HostError ``unknown``, and the same id submitted again finds out. Several engines, one after another, may use one
    store; it is for one thread at a time; a forked process connects anew. ``keys`` keeps the keys of the side-car, a
    :class:`KeyKeeper`; without it there is no side-car.

    Raises DataError ``not-ours``, ``newer-version``, ``damaged``; HostError ``retry``, ``store-failed``; CallerError
    ``text``, ``range``; WrongType; NotImplementedError when the package was built without libpq. No message repeats
    the connection string.
    """

    def __init__(self, connection: str, read_only: bool = False, *, create: bool = True,
                 wait_milliseconds: Optional[int] = None, keys: Optional[KeyKeeper] = None) -> None:
        if not hasattr(_prap, "postgresql"):
            raise NotImplementedError("this package was built without the PostgreSQL store")
        if not isinstance(connection, str):
            raise wrong_type("connection", "a str")
        if "\0" in connection:
            raise error_of(Status.E_TEXT, "connection")
        wait = wait_milliseconds
        if wait is not None:
            wait = number_in(wait, "wait_milliseconds", range(600001))
        only = flag_in(read_only, "read_only")
        if keys is not None and not all(hasattr(keys, name) for name in ("aside", "add_aside", "shred")):
            raise wrong_type("keys", "a KeyKeeper")
        self._keys = keys
        try:
            self._handle = _prap.postgresql(connection, flag_in(create, "create") and not only, only)
        except UnicodeEncodeError:
            raise error_of(Status.E_TEXT, "connection") from None
        if wait is not None:
            _prap.postgresql_set_wait(self._handle, wait)

    def close(self) -> None:
        """Closes the connection; again is harmless. Raises CallerError ``re-entry`` from inside a callback of its
        engine.

        Engines that still hold the store raise CallerError from then on.
        """
        _prap.postgresql_close(self._handle)

    def check(self) -> None:
        """Reads every table and looks for damage. Raises DataError ``damaged``, HostError."""
        _prap.postgresql_check(self._handle)

    def notices(self, after: Optional[RelayedNotice] = None, limit: int = 1000) -> list[RelayedNotice]:
        """Notices, sent or not, over all tenants in order of their permanent id, at most ``limit`` after the one
        given."""
        if after is not None and not isinstance(after, RelayedNotice):
            raise wrong_type("after", "a RelayedNotice")
        key = ("", "", 0, 0) if after is None else (after.tenant, after.case, after.sequence, after.ordinal)
        return [_notice(row) for row in
                _prap.postgresql_notices(self._handle, *key, number_in(limit, "limit", range(INT32.stop)))]

    def deliver(self, receiver: Callable[[RelayedNotice], object], *, cases: int = 100,
                lease_seconds: int = 0) -> int:
        """Hands over unsent notices, those of a case in order, and marks them as sent; gives how many.

        At most 32 notices of at most ``cases`` cases (1 to 1,000). Any number of relays may do so at once: a case is
        with one of them at a time. ``receiver`` returns False for "not now": the case's later notices wait, the others
        go on. What it raises ends the call and arrives unchanged; what was handed over before is marked. Every notice
        comes at least once, and always under the same id: again when a process dies after it was handed over and before
        it was marked. ``lease_seconds`` 0: the claim is a row lock (SKIP LOCKED) and ends with the call; up to 86,400:
        a lease in the table, for engines without it and for slow receivers. Raises HostError, CallerError ``range``.
        """
        if not callable(receiver):
            raise wrong_type("receiver", "a callable")

        def hand_over(row: tuple[str, str, int, int, int, int, int, int]) -> object:
            return receiver(_notice(row))

        return _prap.postgresql_deliver(self._handle, hand_over, number_in(cases, "cases", range(1, 1001)),
                                        number_in(lease_seconds, "lease_seconds", range(86401)))

    def _keeper(self) -> KeyKeeper:
        if self._keys is None:
            raise error_of(Status.E_NULL, "keys")
        return self._keys

    def put_aside(self, id: str, data: bytes) -> None:
        """Puts a person's data beside the journal, which holds none: at most 1 MiB under a random id of the host's own
        making, 1 to 64 visible ASCII characters, in the place of what was there; sealed (AES-256-GCM) with the person's
        key from ``keys``, so that the database has nothing that can be read without it. Raises CallerError ``text``,
        ``null-argument`` (no keys); LimitError ``limit``; HostError; WrongType; what the keeper of the keys raises."""
        if not isinstance(data, bytes):
            raise wrong_type("data", "bytes")
        _prap.postgresql_side_put(self._handle, self._keeper(), text_in(id, "id"), data)

    def aside(self, id: str) -> Optional[bytes]:
        """The data under an id, or None: there are none, or their key is destroyed. Raises as :meth:`put_aside`;
        DataError ``damaged`` when they do not open with their key."""
        return _prap.postgresql_side_get(self._handle, self._keeper(), text_in(id, "id"))

    def shred(self, id: str) -> bool:
        """Destroys a person's key and deletes the row: True, or False when there was neither. From then on the data
        cannot be read in the database, its log, a replica or a backup. On HostError ``retry``, ``unknown`` or
        ``store-failed`` they are there whole or not to be read any more, and asking again finishes it."""
        return _prap.postgresql_side_shred(self._handle, self._keeper(), text_in(id, "id"))

    def __enter__(self) -> PostgreSQLStore:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 traceback: Optional[TracebackType]) -> None:
        self.close()
