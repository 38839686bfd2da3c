"""The engine: judges events, keeps what is permitted, and walks over a caseload."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Callable, Iterable, Optional, Type, Union

from . import _prap
from ._check import (INT32, day_in, day_out, flag_in, id_in, number_in, optional_day_in, text_in, word_in,
                     wrong_type)
from .answer import (Answer, Case, Clock, HistoryEvent, WhyNot, answer_of, case_of, error_in,
                     history_event_of)
from .errors import PrapError
from .facts import Facts, facts_in
from .rulebook import Rulebook
from .sqlite import SQLiteStore
from .store import Change, Store, StoreAdaptor, observer_adaptor
from .vocabulary import DeadlineStatus, Event, Fact, Programme, State, Verdict


@dataclass(frozen=True)
class SweepReport:
    """How many cases a sweep looked at, turned to automatic DNA, and could not judge or store."""

    seen: int
    moved: int
    failed: int


@dataclass(frozen=True)
class DueItem:
    """An unmet deadline of a case. ``days_left`` is negative when it is overdue."""

    case: str
    stage: State
    clock: Clock
    days_left: int


@dataclass(frozen=True)
class NextEvent:
    """What the rules say to an event now, tried ``on`` a day: ``missing`` are the facts it still needs,
    ``reasons`` is why not."""

    event: Event
    on: date
    verdict: Verdict
    missing: tuple[Fact, ...]
    reasons: tuple[WhyNot, ...]


OnError = Callable[[str, PrapError], object]
"""Hears of a case that cannot be judged: its id, and why."""

_NEXT_ORDER = (Verdict.PERMITTED, Verdict.UNDECIDED, Verdict.TEXT_SILENT, Verdict.REFUSED)


class Engine:
    """One engine over one store, for one thread at a time. It keeps its rulebooks and its store alive.

    ``rulebook`` is one Rulebook or several, at most one for each programme. ``store`` is a SQLiteStore or a
    host's own :class:`Store`. ``on_commit`` is told of each change after its commit; it has no veto, and what
    it raises arrives at the caller although the change stands.

    Any method raises CallerError ``re-entry`` while another of the same engine is in progress, and
    ``null-argument`` after :meth:`close`. What a store or ``on_commit`` raises arrives unchanged, and the
    engine stays usable. Storage trouble is HostError (``retry``, ``conflict``, ``unknown``, ``store-failed``,
    ``host-contract``) or DataError (``damaged``, ``not-ours``, ``newer-version``).
    """

    def __init__(self, rulebook: Union[Rulebook, Iterable[Rulebook]], store: Union[SQLiteStore, Store], *,
                 on_commit: Optional[Callable[[Change], object]] = None) -> None:
        rulebooks = (rulebook,) if isinstance(rulebook, Rulebook) else rulebook
        if isinstance(rulebooks, (str, bytes)) or not isinstance(rulebooks, Iterable):
            raise wrong_type("rulebook", "a Rulebook, or several,")
        self.rulebooks = tuple(rulebooks)
        if not all(isinstance(book, Rulebook) for book in self.rulebooks):
            raise wrong_type("rulebook", "a Rulebook, or several,")
        if not isinstance(store, (SQLiteStore, Store)):
            raise wrong_type("store", "a SQLiteStore or a Store")
        if on_commit is not None and not callable(on_commit):
            raise wrong_type("on_commit", "a callable")
        self.store = store
        handles = tuple(book._handle for book in self.rulebooks)
        told = None if on_commit is None else observer_adaptor(on_commit)
        if isinstance(store, SQLiteStore):
            self._engine = _prap.Engine(handles, store._handle, True, True, told)
        else:
            adaptor = StoreAdaptor(store)
            self._engine = _prap.Engine(handles, adaptor, adaptor.has_read, adaptor.has_scan, told)

    def submit(self, case: str, event: Union[Event, str], on: date, *, recorded: Optional[date] = None,
               facts: Optional[Facts] = None, id: Union[str, int, None] = None,
               programme: Union[Programme, str, None] = None, tenant: str = "",
               strict: bool = False) -> Answer:
        """Records that ``event`` happened to ``case`` ``on`` a day, if the guidance permits it.

        ``recorded``: the day it was entered (None: the same day). ``facts``: such as ``{"made": day, "scr":
        False, "reached": UNKNOWN, "reason": "job-offer", "code": 46}``. ``id``: idempotency key, at most 64
        bytes; without one a repeat is a second event. ``programme``: needed by a case's first event.
        ``strict``: a fact that is not given is unknown, whatever its table says about absence.

        A refusal is an answer, with the rule of every guard that failed; only ``Verdict.PERMITTED`` changed
        the store, in one commit. Raises CallerError (``unknown-word``, ``type``, ``text``, ``day``,
        ``range``, ``required``, ``twice``, ``order``, ``no-such-case``, ``id-reused``), LimitError ``limit``,
        DataError ``coverage``, and what the store gives; nothing was stored then, except perhaps after
        HostError ``unknown``.
        """
        return self._ask(self._engine.submit, case, event, on, recorded, facts, id, programme, tenant, strict)

    def preview(self, case: str, event: Union[Event, str], on: date, *, recorded: Optional[date] = None,
                facts: Optional[Facts] = None, id: Union[str, int, None] = None,
                programme: Union[Programme, str, None] = None, tenant: str = "",
                strict: bool = False) -> Answer:
        """The answer that :meth:`submit` would give, storing nothing and looking up no id. Raises the
        same."""
        return self._ask(self._engine.preview, case, event, on, recorded, facts, id, programme, tenant,
                         strict)

    def _ask(self, verb: Callable[..., _prap.RawAnswer], case: str, event: Union[Event, str], on: date,
             recorded: Optional[date], facts: Optional[Facts], id: Union[str, int, None],
             programme: Union[Programme, str, None], tenant: str, strict: bool) -> Answer:
        raw = verb(text_in(tenant, "tenant"), text_in(case, "case"), id_in(id),
                   0 if programme is None else word_in(Programme, programme, "programme"),
                   word_in(Event, event, "event"), _prap.STRICT_FACTS if flag_in(strict, "strict") else 0,
                   day_in(on, "on"), optional_day_in(recorded, "recorded"), facts_in(facts))
        return answer_of(case, id, raw)

    def show(self, case: str, as_of: date, *, history: bool = True, tenant: str = "") -> Case:
        """How a case stands as of a day, from what was recorded by then; with its history unless told
        otherwise.

        Raises CallerError ``no-such-case`` when nothing was recorded by then, ``no-history`` when the store
        cannot read its journal and that is needed.
        """
        key = (text_in(tenant, "tenant"), text_in(case, "case"))
        raw = self._engine.show(*key, day_in(as_of, "as_of"))
        wanted = flag_in(history, "history")
        return case_of(case, raw, self.history(case, as_of, tenant=tenant) if wanted else None)

    def history(self, case: str, as_of: date, *, tenant: str = "") -> tuple[HistoryEvent, ...]:
        """The events recorded on or before ``as_of``, in order. Raises CallerError ``no-such-case``,
        ``no-history``."""
        events = self._engine.history(text_in(tenant, "tenant"), text_in(case, "case"),
                                      day_in(as_of, "as_of"))
        return tuple(map(history_event_of, events))

    def walk(self, as_of: date, *, due_by: Optional[date] = None, tenant: str = "",
             on_error: Optional[OnError] = None) -> list[Case]:
        """Every case of a tenant as it stood on ``as_of``, in order of its id, without history.

        Cases with nothing recorded by then are passed over. ``due_by``: only cases that then had an unmet
        deadline due on or before that day.

        A case that cannot be judged (damaged, newer, out of the calendar's coverage) hides no other:
        ``on_error`` is called with its id and the PrapError. Without ``on_error`` the first such error is
        raised when the walk is over. Raises CallerError ``no-scan``, ``no-history``.
        """
        cases: list[Case] = []
        self.visit(cases.append, as_of, due_by=due_by, tenant=tenant, on_error=on_error)
        return cases

    def visit(self, visitor: Callable[[Case], object], as_of: date, *, due_by: Optional[date] = None,
              tenant: str = "", on_error: Optional[OnError] = None) -> None:
        """As :meth:`walk`, one case at a time, for caseloads that do not fit into memory.

        What ``visitor`` or ``on_error`` raises ends the walk and arrives unchanged. They cannot use this
        engine: ``re-entry``.
        """
        if not callable(visitor):
            raise wrong_type("visitor", "a callable")
        if on_error is not None and not callable(on_error):
            raise wrong_type("on_error", "a callable")

        def meet(row: tuple[str, _prap.RawAnswer]) -> None:
            error = error_in(row[1])
            if error is None:
                visitor(case_of(*row))
            elif on_error is not None:
                on_error(row[0], error)

        self._engine.walk(text_in(tenant, "tenant"), optional_day_in(due_by, "due_by"),
                          day_in(as_of, "as_of"), meet, on_error is not None)

    def sweep(self, as_of: date, *, tenant: str = "") -> SweepReport:
        """Records what the passing of time did: every unstarted referral whose day 60 is on or before
        ``as_of`` is turned to automatic DNA (T-I-33). Repeating it changes nothing more. Raises CallerError
        ``no-scan``.
        """
        return SweepReport(*self._engine.sweep(text_in(tenant, "tenant"), day_in(as_of, "as_of")))

    def due(self, as_of: date, within_days: int = 0, *, tenant: str = "",
            on_error: Optional[OnError] = None) -> list[DueItem]:
        """Unmet deadlines that are overdue, or due on or before ``within_days`` calendar days after
        ``as_of``.

        In order of due day, then deadline, then case id. ``on_error`` as of :meth:`walk`. Raises CallerError
        ``range``, ``no-scan``.
        """
        today = day_in(as_of, "as_of")
        last = today + number_in(within_days, "within_days", range(INT32.stop))
        items: list[DueItem] = []

        def visitor(case: Case) -> None:
            for clock in case.deadlines:
                unmet = clock.status in (DeadlineStatus.OPEN, DeadlineStatus.OVERDUE)
                if unmet and day_in(clock.due, "due") <= last:
                    items.append(DueItem(case.case, case.stage, clock, day_in(clock.due, "due") - today))

        last_day = day_out(min(last, day_in(date.max, "due_by")))
        self.visit(visitor, as_of, due_by=last_day, tenant=tenant, on_error=on_error)
        return sorted(items, key=lambda item: (item.clock.due, item.clock.deadline, item.case.encode()))

    def next_events(self, case: str, as_of: date, *, tenant: str = "") -> list[NextEvent]:
        """What each event that people enter would be answered if it were recorded on ``as_of``: first what is
        permitted, then what needs facts, then what the guidance leaves open, then what is refused.

        Facts that are not on record are taken as unknown, so ``missing`` names what an event needs. A start
        is tried on the day of the meeting, everything else on ``as_of``. Nothing is stored. Raises
        CallerError ``no-such-case``, and ``no-history`` for a day before the case's last event.
        """
        attended = self.show(case, as_of, history=False, tenant=tenant).days.attended
        tried = []
        for event in Event:
            if event in (Event.REFERRAL_RECEIVED, Event.AUTO_DNA):  # these come by themselves
                continue
            on = attended if event is Event.START_RECORDED and attended is not None else as_of
            answer = self.preview(case, event, on, recorded=as_of, tenant=tenant, strict=True)
            tried.append(NextEvent(event, on, answer.verdict, answer.missing, answer.reasons))
        return sorted(tried, key=lambda row: _NEXT_ORDER.index(row.verdict))

    def close(self) -> None:
        """Lets go of the store and the rulebooks; again is harmless. A SQLiteStore stays open: it is its
        owner's."""
        self._engine.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 traceback: Optional[TracebackType]) -> None:
        self.close()
