"""The engine: judges events, keeps what is permitted, and walks over a caseload."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import TracebackType
from typing import Callable, Iterable, Iterator, Optional, Type, TypeVar, Union

from . import _prap
from ._check import (INT32, OneOfAKind, day_in, day_out, flag_in, id_in, number_in, optional_day_in, text_in,
                     word_in, wrong_type)
from .answer import Answer, Case, Clock, HistoryEvent, answer_of, case_of, error_in, history_event_of
from .asking import (Idea, NextEvent, Options, Outcomes, Path, WhatIf, clash_of, idea_in, next_event_of, outcome_of,
                     step_of, what_if_of)
from .caseload import CaseloadTotals, Forecast, Recomputed, forecast_of, recomputed_of, snapshots_in, totals_of
from .data_protection import ErasureDecision, erasure_of
from .errors import CallerError, PrapError, error_of
from .evidence import CaseChecklists, CaseRecords, checked_list_of, kept_record_of
from .facts import Facts, facts_in
from .earnings import CaseFeed, feed_of
from .person import PersonCase
from .person import case_of as person_case_of
from .postgresql import PostgreSQLStore
from .retention import (CaseRetention, RetainedRecord, RetentionFacts, VerifyReport, retained_of, retention_facts_in,
                        verify_report_of)
from .rulebook import Rulebook
from .sqlite import SQLiteStore
from .standards import CaseMeasures, MeasureTotal, measured_of, total_of
from .store import CaseRow, Change, Store, StoreAdaptor, observer_adaptor
from .vocabulary import Checklist, DeadlineStatus, Event, Feed, Outside, Programme, State, Status


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


_Told = TypeVar("_Told")
_PAGE = 256  # findings that are held at a time

OnError = Callable[[str, PrapError], object]
"""Hears of a case that cannot be judged: its id, and why."""


class Engine(OneOfAKind):
    """One engine over one store, for one thread at a time. It keeps its rulebooks and its store alive. Copying or
    pickling it is a TypeError, as of the stores, a Verifier and a Call.

    ``rulebook`` is one Rulebook or several, at most one for each programme. ``store`` is a SQLiteStore, a PostgreSQLStore or a
    host's own :class:`Store`. ``on_commit`` is told of each change after its commit; it has no veto, and what
    it raises arrives at the caller although the change stands.

    Any method raises CallerError ``re-entry`` while another of the same engine is in progress, and
    ``null-argument`` after :meth:`close`. What a store or ``on_commit`` raises arrives unchanged, and the
    engine stays usable. Storage trouble is HostError (``retry``, ``conflict``, ``unknown``, ``store-failed``,
    ``host-contract``) or DataError (``damaged``, ``not-ours``, ``newer-version``).
    """

    def __init__(self, rulebook: Union[Rulebook, Iterable[Rulebook]], store: Union[SQLiteStore, PostgreSQLStore, Store], *,
                 on_commit: Optional[Callable[[Change], object]] = None) -> None:
        rulebooks = (rulebook,) if isinstance(rulebook, Rulebook) else rulebook
        if isinstance(rulebooks, (str, bytes)) or not isinstance(rulebooks, Iterable):
            raise wrong_type("rulebook", "a Rulebook, or several,")
        self.rulebooks = tuple(rulebooks)
        if not all(isinstance(book, Rulebook) for book in self.rulebooks):
            raise wrong_type("rulebook", "a Rulebook, or several,")
        if not isinstance(store, (SQLiteStore, PostgreSQLStore, Store)):
            raise wrong_type("store", "a SQLiteStore, a PostgreSQLStore or a Store")
        if on_commit is not None and not callable(on_commit):
            raise wrong_type("on_commit", "a callable")
        self.store = store
        handles = tuple(book._handle for book in self.rulebooks)
        told = None if on_commit is None else observer_adaptor(on_commit)
        if isinstance(store, (SQLiteStore, PostgreSQLStore)):
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

        In order of due day, then deadline (the host's own last, by name), then case id. ``on_error`` as of :meth:`walk`. Raises CallerError
        ``range``, ``no-scan``.
        """
        today = day_in(as_of, "as_of")
        last = today + number_in(within_days, "within_days", range(INT32.stop))
        items: list[DueItem] = []

        def visitor(case: Case) -> None:
            for clock in case.deadlines:
                unmet = clock.status in (DeadlineStatus.OPEN, DeadlineStatus.OVERDUE)
                due = optional_day_in(clock.due, "due")
                if unmet and due <= last:
                    items.append(DueItem(case.case, case.stage, clock, due - today))

        last_day = day_out(min(last, day_in(date.max, "due_by")))
        self.visit(visitor, as_of, due_by=last_day, tenant=tenant, on_error=on_error)
        return sorted(items, key=lambda item: (item.clock.due, item.clock.deadline is None, item.clock.deadline or 0,
                                               item.clock.name if item.clock.deadline is None else "",
                                               item.case.encode()))

    def standards(self, as_of: date, first: Optional[date] = None, last: Optional[date] = None, *,
                  tenant: str = "", on_error: Optional[OnError] = None) -> list[MeasureTotal]:
        """How the caseload stood on ``as_of``: each customer service standard and adverse measure over the
        period ``first`` to ``last``, both included; None: no such end.

        A case counts in the period in which its due day lies. ``on_error`` as of :meth:`walk`. Targets are those
        of the first rulebook's policies. Raises CallerError ``order``, ``no-scan``.
        """
        return self._measure(as_of, first, last, tenant, on_error, lambda found: None)

    def case_standards(self, as_of: date, first: Optional[date] = None, last: Optional[date] = None, *,
                       tenant: str = "", on_error: Optional[OnError] = None) -> list[CaseMeasures]:
        """The same, case by case: what each case with a measure in the period has met and missed. Raises as
        :meth:`standards`."""
        cases: list[CaseMeasures] = []
        self._measure(as_of, first, last, tenant, on_error, cases.append)
        return cases

    def forecast(self, as_of: date, until: date, *, tenant: str = "", after: str = "", last_case: str = "",
                 snapshots: Optional[Iterable[CaseRow]] = None, on_error: Optional[OnError] = None) -> Iterator[Forecast]:
        """What becomes of the caseload by ``until`` if nobody acts after ``as_of``: each case that comes to miss a
        deadline or changes by itself, in order of case id.

        An iterator: findings are read a few hundred at a time, and what is not asked for is not read. Between them the
        engine may be used, also closed; what the iterator then reads raises. ``after`` and ``last_case`` bound the case
        ids, the first excluded and the second included, so that a walk can be taken up again, or shared out.
        ``snapshots``: cases of your own in place of the store's, which can be asked about days on or after their last
        recorded one. ``on_error`` as of :meth:`walk`; without it the first such error is raised at the end. Raises
        CallerError ``day``, ``order``, ``text``, ``no-scan``, LimitError. Source: rules.md X-32, T-I-33."""
        days = (day_in(as_of, "as_of"), day_in(until, "until"))
        return self._findings(days, None, (tenant, after, last_case), snapshots, on_error, forecast_of)

    def recompute(self, as_of: date, rulebooks: Union[Rulebook, Iterable[Rulebook]], *, until: Optional[date] = None,
                  tenant: str = "", after: str = "", last_case: str = "", snapshots: Optional[Iterable[CaseRow]] = None,
                  on_error: Optional[OnError] = None) -> Iterator[Recomputed]:
        """Each case that stands otherwise under other rulebooks (with another calendar, other policies, another
        supplement), in order of case id; with ``until`` also what comes to be missed by then. An iterator as
        :meth:`forecast`, with the same arguments. Raises as it, and ``type``, ``twice``. Source: rules.md X-14."""
        days = (day_in(as_of, "as_of"), optional_day_in(until, "until"))
        return self._findings(days, self._others(rulebooks), (tenant, after, last_case), snapshots, on_error,
                              lambda raw: recomputed_of(raw, until))

    def caseload_totals(self, as_of: date, *, until: Optional[date] = None,
                        rulebooks: Union[Rulebook, Iterable[Rulebook], None] = None, tenant: str = "", after: str = "",
                        last_case: str = "", snapshots: Optional[Iterable[CaseRow]] = None) -> CaseloadTotals:
        """The sums of :meth:`forecast` (with ``until``) or :meth:`recompute` (with ``rulebooks``), and the measures of the
        caseload, in one walk and in memory that does not grow. What cannot be judged is counted. Raises as they do."""
        others = None if rulebooks is None else self._others(rulebooks)
        days = (day_in(as_of, "as_of"), optional_day_in(until, "until"))
        raw = self._engine.caseload(text_in(tenant, "tenant"), text_in(after, "after"), text_in(last_case, "last_case"),
                                    days[0], days[0], days[1], others, snapshots_in(snapshots), 0)
        none = optional_day_in(None, "first")
        return totals_of(raw, as_of, until, others is not None, (days[0] if until is None else days[1], none, none))

    def _others(self, rulebooks: Union[Rulebook, Iterable[Rulebook]]) -> tuple[_prap._Rulebook, ...]:
        books = (rulebooks,) if isinstance(rulebooks, Rulebook) else rulebooks
        if isinstance(books, (str, bytes)) or not isinstance(books, Iterable):
            raise wrong_type("rulebooks", "a Rulebook, or several,")
        books = tuple(books)
        if not all(isinstance(book, Rulebook) for book in books):
            raise wrong_type("rulebooks", "a Rulebook, or several,")
        return tuple(book._handle for book in books)

    def _findings(self, days: tuple[int, int], others: Optional[tuple[_prap._Rulebook, ...]],
                  cases: tuple[str, str, str], snapshots: Optional[Iterable[CaseRow]], on_error: Optional[OnError],
                  told: Callable[[_prap.RawFound], _Told]) -> Iterator[_Told]:
        """What is wrong is raised here; the pages are read by the generator that it gives."""
        if on_error is not None and not callable(on_error):
            raise wrong_type("on_error", "a callable")
        tenant, after, last_case = map(text_in, cases, ("tenant", "after", "last_case"))
        none = optional_day_in(None, "due_by")
        rows = snapshots_in(snapshots)

        def page(place: bytes) -> _prap.RawCaseload:
            return self._engine.caseload(tenant, place, last_case, days[0], none, days[1], others, rows, _PAGE)

        def read(first: _prap.RawCaseload) -> Iterator[_Told]:
            bad: Optional[PrapError] = None
            found, whole, place = first[:3]
            while True:
                for raw in found:
                    if raw[1] == Status.OK:
                        yield told(raw)
                        continue
                    error = error_of(raw[1], "programme" if raw[1] == Status.E_WORD else "case")
                    if on_error is not None:
                        on_error(raw[0], error)
                    bad = bad or error
                if whole:
                    break
                found, whole, place = page(place)[:3]
            if bad is not None and on_error is None:
                raise bad

        return read(page(after))

    def person_case(self, case: str, as_of: date, *, tenant: str = "") -> PersonCase:
        """A case as it stood on ``as_of``, for :func:`prap.person`. What the host knows besides goes in by
        ``dataclasses.replace(found, outcome_paid=False)``. Raises as :meth:`show`."""
        raw = self._engine.person_case(text_in(tenant, "tenant"), text_in(case, "case"), day_in(as_of, "as_of"))
        return person_case_of(raw, case)

    def feed(self, case: str, as_of: date, *, tenant: str = "") -> CaseFeed:
        """The earnings feed of a case as it stood on ``as_of``, with each time it was open and what opened and closed
        it (X-37, M08-BG-2 to M08-BG-4). Raises CallerError ``no-such-case``, ``no-history``."""
        raw, periods = self._engine.feed(text_in(tenant, "tenant"), text_in(case, "case"), day_in(as_of, "as_of"))
        return feed_of(raw, case, as_of, periods)

    def feeds(self, as_of: date, *, orphans: bool = False, tenant: str = "",
              on_error: Optional[OnError] = None) -> list[CaseFeed]:
        """The feed of every case, in order of case id, without periods; with ``orphans`` only those that are open although
        the referral was backed out. ``on_error`` as of :meth:`walk`. Raises CallerError ``no-scan``."""
        found: list[CaseFeed] = []
        self.visit_feeds(found.append, as_of, orphans=orphans, tenant=tenant, on_error=on_error)
        return found

    def visit_feeds(self, visitor: Callable[[CaseFeed], object], as_of: date, *, orphans: bool = False,
                    tenant: str = "", on_error: Optional[OnError] = None) -> None:
        """As :meth:`feeds`, one case at a time, for caseloads that do not fit into memory. Raises as :meth:`visit`."""
        if not callable(visitor):
            raise wrong_type("visitor", "a callable")
        if on_error is not None and not callable(on_error):
            raise wrong_type("on_error", "a callable")

        def meet(row: tuple[str, int, _prap.RawFeed]) -> None:
            case, status, raw = row
            if status == Status.OK:
                visitor(feed_of(raw, case, as_of, None))
            elif on_error is not None:
                on_error(case, error_of(status, "programme" if status == Status.E_WORD else "case"))

        self._engine.feeds(text_in(tenant, "tenant"), day_in(as_of, "as_of"), flag_in(orphans, "orphans"), meet,
                           on_error is not None)

    def _measure(self, as_of: date, first: Optional[date], last: Optional[date], tenant: str,
                 on_error: Optional[OnError], visitor: Callable[[CaseMeasures], object]) -> list[MeasureTotal]:
        if on_error is not None and not callable(on_error):
            raise wrong_type("on_error", "a callable")

        def meet(row: tuple[str, int, list[_prap.RawMeasure]]) -> None:
            case, status, measures = row
            if status == Status.OK:
                visitor(CaseMeasures(case, as_of, tuple(map(measured_of, measures))))
            elif on_error is not None:
                on_error(case, error_of(status, "programme" if status == Status.E_WORD else "case"))

        days = (day_in(as_of, "as_of"), optional_day_in(first, "first"), optional_day_in(last, "last"))
        totals = self._engine.measure(text_in(tenant, "tenant"), *days, meet, on_error is not None)
        return [total_of(raw, *days) for raw in totals]

    def options(self, case: str, as_of: date, *, facts: Optional[Facts] = None,
                programme: Union[Programme, str, None] = None, variants: bool = False,
                tenant: str = "") -> Options:
        """What now: what each event that people enter would be answered if it were recorded on ``as_of``: first
        what is permitted, then what needs facts, what the guidance leaves open, and what it refuses.

        Facts that neither ``facts`` nor the record says are unknown, so ``missing`` names what an event needs. A
        start is tried on the day of the meeting, everything else on ``as_of``. ``variants``: also each reason and
        leaver code that the rules tell apart. ``programme``: whose rules a case that is not there yet would have;
        it gets the events that open one. Nothing is stored. Raises CallerError ``no-such-case``, for the arguments
        as :meth:`submit`, and ``no-history`` for a day before the case's last event.
        """
        question = self._question(case, as_of, facts, programme, tenant)
        stage, outside = self._stand(case, as_of, programme, tenant)
        wanted = flag_in(variants, "variants")
        events = tuple(map(next_event_of, self._engine.options(*question)))
        return Options(case, stage, as_of, outside, tuple(one for one in events if wanted or not one.facts))

    def next_events(self, case: str, as_of: date, *, tenant: str = "") -> list[NextEvent]:
        """The events of :meth:`options`, without variants. Raises the same."""
        return list(self.options(case, as_of, tenant=tenant).events)

    def what_if(self, case: str, as_of: date, ideas: Iterable[Idea], *, tenant: str = "") -> WhatIf:
        """What if: tries events, one after another, on a copy of a case as it stood on ``as_of``, and says what
        would be different.

        What is permitted moves the copy, what is not leaves it as it was. Nothing is stored, no id is looked up,
        and the case need not exist. Raises CallerError ``required`` (no idea), ``order`` (an idea that is recorded
        before an event of the copy), ``no-history`` (``as_of`` is before the case's last event and the store cannot
        read), and as :meth:`submit`.
        """
        tried = tuple(ideas)
        if not all(isinstance(idea, Idea) for idea in tried):
            raise wrong_type("ideas", "an Idea, for each event,")
        raw = self._engine.what_if(text_in(tenant, "tenant"), text_in(case, "case"), day_in(as_of, "as_of"),
                                   tuple(map(idea_in, tried)))
        return what_if_of(case, as_of, tried, raw)

    def outcome(self, case: str, as_of: date, *, facts: Optional[Facts] = None,
                programme: Union[Programme, str, None] = None, tenant: str = "") -> Outcomes:
        """Which outcome: what the facts lead to for a participant who does not go on, why not the others, what each
        does to payment, and which facts cannot both be true (rules.md 1.5). Arguments and errors as
        :meth:`options`."""
        question = self._question(case, as_of, facts, programme, tenant)
        stage, outside = self._stand(case, as_of, programme, tenant)
        clashes, outcomes = self._engine.outcome(*question)
        return Outcomes(case, stage, as_of, outside, tuple(map(clash_of, clashes)), tuple(map(outcome_of, outcomes)))

    def erasure(self, case: str, as_of: date, *, received: Optional[date] = None, facts: Optional[Facts] = None,
                tenant: str = "") -> ErasureDecision:
        """What becomes of a request to erase what is held about this referral: :func:`prap.erasure_decision` by the
        case's own events as they stood on ``as_of``, and what ``facts`` say beside them. ``received``: the day of
        receipt, for the days of the answer.

        Of a case that was taken over in mid-life, what its events do not tell is unknown. Raises CallerError
        ``no-such-case``, ``no-history``; ``unknown-word`` (``programme``) for a procedure, whose case is no referral;
        DataError ``coverage``; and for the arguments as :meth:`submit`."""
        question = self._question(case, as_of, facts, None, tenant)
        return erasure_of(self._engine.erasure(question, optional_day_in(received, "received")), case)

    def path(self, case: str, as_of: date, *, end: Union[Event, str, None] = None, facts: Optional[Facts] = None,
             programme: Union[Programme, str, None] = None, tenant: str = "") -> Path:
        """How this case is closed correctly from where it stands: each step of the shortest way that the rules permit.

        ``end``: an event that it is to go by; without it the facts choose: the error that was found (memo 08), or the
        reason by the decision table (rules.md 1.5), else the shortest to any end. The other arguments and errors as
        :meth:`options`; CallerError ``unknown-word`` also for ``end``."""
        question = self._question(case, as_of, facts, programme, tenant)
        by = 0 if end is None else word_in(Event, end, "end")
        stage, outside = self._stand(case, as_of, programme, tenant)
        found, cut, last, feed, steps = self._engine.path(question, by)
        return Path(case, stage, as_of, outside, bool(found), bool(cut), tuple(map(step_of, steps)), State(last),
                    Feed(feed) if feed else None)

    def checklists(self, case: str, as_of: date, *, checklist: Union[Checklist, str, None] = None,
                   tenant: str = "") -> CaseChecklists:
        """The checklists of a case as it stood on ``as_of``, opened or not, or the one that is named: what of each item
        was said, by which entry, and what is missing (X-30).

        Raises CallerError ``no-such-case``, ``no-history`` when the store cannot read, ``unknown-word``, and as
        :meth:`show`.
        """
        number = 0 if checklist is None else word_in(Checklist, checklist, "checklist")
        found = self._engine.checklists(text_in(tenant, "tenant"), text_in(case, "case"), day_in(as_of, "as_of"), number)
        return CaseChecklists(case, as_of, tuple(map(checked_list_of, found)))

    def records(self, case: str, as_of: date, *, tenant: str = "") -> CaseRecords:
        """The records that the events of a case had made by ``as_of``, and how long each is kept (rules.md 2.8).
        Raises as :meth:`checklists`."""
        found = self._engine.records(text_in(tenant, "tenant"), text_in(case, "case"), day_in(as_of, "as_of"))
        return CaseRecords(case, as_of, tuple(map(kept_record_of, found)))

    def retention(self, case: str, as_of: date, facts: Optional[RetentionFacts] = None, *,
                  tenant: str = "") -> CaseRetention:
        """The records that the events of a case had made by ``as_of``, how long each is kept and whether it may go
        (rules.md 2.8). Their days come from the journal; ``facts`` are what the host knows and no journal says
        (``contract-until``, ``programme-ended-on``, ``legal-hold`` …), and win. Raises CallerError ``unknown-word``,
        ``no-such-case``, ``no-history``, and as :func:`prap.retain`."""
        found: list[RetainedRecord] = []

        def meet(row: tuple[str, int, Optional[_prap.RawRetained]]) -> None:
            assert row[2] is not None
            found.append(retained_of(row[2], as_of))

        named = text_in(case, "case")
        if not named:
            raise error_of(Status.E_REQUIRED, "case")
        self._engine.retentions(text_in(tenant, "tenant"), named, day_in(as_of, "as_of"), retention_facts_in(facts),
                                None, meet, False)
        return CaseRetention(case, as_of, tuple(found))

    def retentions(self, as_of: date, facts: Optional[RetentionFacts] = None, *,
                   about: Optional[Callable[[str], Optional[RetentionFacts]]] = None, tenant: str = "",
                   on_error: Optional[OnError] = None) -> list[CaseRetention]:
        """The same for every case that has made a record, in order of case id. ``about`` is called with a case's id and
        gives what is known of it alone, which wins over ``facts``. ``on_error`` as of :meth:`walk`. Raises CallerError
        ``no-scan``, and as :meth:`retention`."""
        found: list[CaseRetention] = []
        self.visit_retentions(found.append, as_of, facts, about=about, tenant=tenant, on_error=on_error)
        return found

    def visit_retentions(self, visitor: Callable[[CaseRetention], object], as_of: date,
                         facts: Optional[RetentionFacts] = None, *,
                         about: Optional[Callable[[str], Optional[RetentionFacts]]] = None, tenant: str = "",
                         on_error: Optional[OnError] = None) -> None:
        """As :meth:`retentions`, one case at a time, for caseloads that do not fit into memory. Raises as
        :meth:`visit`."""
        for name, given in (("visitor", visitor), ("about", about or visitor), ("on_error", on_error or visitor)):
            if not callable(given):
                raise wrong_type(name, "a callable")
        of_case: list[RetainedRecord] = []
        names: list[str] = []

        def end_case() -> None:
            if of_case:
                ended = CaseRetention(names[0], as_of, tuple(of_case))
                of_case.clear()
                visitor(ended)
            names.clear()

        def meet(row: tuple[str, int, Optional[_prap.RawRetained]]) -> None:
            case, status, raw = row
            if names != [case]:
                end_case()
                names.append(case)
            if raw is not None:
                of_case.append(retained_of(raw, as_of))
            elif on_error is not None:
                on_error(case, error_of(status, "programme" if status == Status.E_WORD else "case"))

        known = None if about is None else (lambda case: retention_facts_in(about(case)))
        self._engine.retentions(text_in(tenant, "tenant"), b"", day_in(as_of, "as_of"), retention_facts_in(facts), known,
                                meet, on_error is not None)
        end_case()

    def verify(self, case: Optional[str] = None, *, tenant: str = "") -> VerifyReport:
        """Reads every case of a tenant, or one: checksums, sequence, chain, and whether each snapshot is what its journal
        amounts to. Faults are in the report and raise nothing. Nothing is written. Raises CallerError ``no-such-case``,
        ``no-scan``, ``no-history``, ``text``; HostError when the store broke it off."""
        named = b"" if case is None else text_in(case, "case")
        if case is not None and not named:
            raise error_of(Status.E_REQUIRED, "case")
        return verify_report_of(self._engine.verify(text_in(tenant, "tenant"), named))

    def _question(self, case: str, as_of: date, facts: Optional[Facts], programme: Union[Programme, str, None],
                  tenant: str) -> tuple[bytes, bytes, int, int, tuple[tuple[int, int, int], ...]]:
        return (text_in(tenant, "tenant"), text_in(case, "case"),
                0 if programme is None else word_in(Programme, programme, "programme"), day_in(as_of, "as_of"),
                facts_in(facts))

    def _stand(self, case: str, as_of: date, programme: Union[Programme, str, None],
               tenant: str) -> tuple[State, Optional[Outside]]:
        try:
            stood = self.show(case, as_of, history=False, tenant=tenant)
        except CallerError as error:
            if programme is None or error.status != Status.E_NO_CASE:
                raise
            return State.NONE, None
        return stood.stage, stood.outside

    def close(self) -> None:
        """Lets go of the store and the rulebooks; again is harmless. A SQLiteStore stays open: it is its
        owner's."""
        self._engine.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], error: Optional[BaseException],
                 traceback: Optional[TracebackType]) -> None:
        self.close()
