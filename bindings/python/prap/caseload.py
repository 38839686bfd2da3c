"""A whole caseload: what becomes of it if nobody acts, and how it stands under other rulebooks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, Mapping, Optional

from . import _prap
from ._check import day_out, wrong_type
from .answer import Case, Clock, Json, case_of, dump_json, members_json
from .asking import CaseChange, change_json, change_of
from .standards import MeasureTotal, total_of
from .store import CaseRow
from .vocabulary import Deadline, DefinedBy, Measure, Payment, Result


@dataclass(frozen=True)
class Miss:
    """A deadline that comes to be missed if nobody acts: ``on`` is the first day on which it is, ``clock`` how it stands
    now, with its rule, due and prudent day."""

    on: date
    clock: Clock


@dataclass(frozen=True)
class TurnedMeasure:
    """A measure whose result the passing of time changes."""

    measure: Measure
    rule: str
    result: Result
    then: Result


@dataclass(frozen=True)
class Forecast:
    """A case that comes to miss something, or changes by itself: as it stands ``now``, and ``then``, on the last day, if
    nobody acts. ``payment``: where the case ends by itself, what becomes of the payment for its start; else None."""

    case: str
    now: Case
    then: Case
    misses: tuple[Miss, ...]
    measures: tuple[TurnedMeasure, ...]
    payment: Optional[Payment]

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap forecast`` prints, without its line end; ``redact``: with ``--redact``."""
        return dump_json({"v": 1, "case": self.case,
                          **members_json(as_of=self.now.as_of, until=self.then.as_of, stage=self.now.stage,
                                         then=self.then.stage, payment=self.payment),
                          "misses": list(map(_miss_json, self.misses)),
                          "measures": [members_json(measure=one.measure, rule=one.rule, result=one.result, then=one.then)
                                       for one in self.measures]}, redact)


@dataclass(frozen=True)
class Recomputed:
    """A case that stands otherwise under other rulebooks: ``now`` and ``otherwise``, and what differs; with a last day
    also what it comes to miss by then, under the engine's (``misses``) and the others (``new_misses``)."""

    case: str
    now: Case
    otherwise: Case
    until: Optional[date]
    differences: tuple[CaseChange, ...]
    misses: tuple[Miss, ...]
    new_misses: tuple[Miss, ...]

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap recompute`` prints, without its line end; ``redact``: with ``--redact``."""
        misses: Dict[str, Json] = {} if self.until is None else {"misses": list(map(_miss_json, self.misses)),
                                                                 "new_misses": list(map(_miss_json, self.new_misses))}
        return dump_json({"v": 1, "case": self.case,
                          **members_json(as_of=self.now.as_of, until=self.until, stage=self.now.stage),
                          "differences": list(map(change_json, self.differences)), **misses}, redact)


@dataclass(frozen=True)
class DeadlineTotal:
    """One deadline over a caseload; ``deadline`` None: the host's own together. ``overdue`` now; ``misses`` by the last
    day, ``new_misses`` under the other rulebooks; and under them due ``later`` or ``earlier``, ``appeared``, ``gone``, or
    standing otherwise (``restated``)."""

    deadline: Optional[Deadline]
    rule: Optional[str]
    overdue: int
    misses: int
    new_misses: int
    later: int
    earlier: int
    appeared: int
    gone: int
    restated: int


@dataclass(frozen=True)
class CaseloadTotals:
    """A caseload in numbers: how many ``cases`` there were by then; how many come to miss a deadline (``missing``), change by themselves
    (``turned``), stand otherwise under the other rulebooks (``differing``), and could not be judged (``unread``), which are
    in no other number. ``days``: misses by day and deadline. ``measures``: as of the last day, or else of ``as_of``."""

    as_of: date
    until: Optional[date]
    cases: int
    missing: int
    turned: int
    differing: int
    unread: int
    deadlines: tuple[DeadlineTotal, ...]
    days: Mapping[date, Mapping[Optional[Deadline], int]]
    measures: tuple[MeasureTotal, ...]
    compared: bool

    def lines(self) -> list[str]:
        """The lines that ``prap forecast --totals`` prints, or of other rulebooks ``prap recompute --totals``."""
        head = members_json(as_of=self.as_of, until=self.until)
        lines: list[Dict[str, Json]] = []
        for day, misses in {} if self.compared else self.days.items():
            lines.append({"v": 1, "day": day.isoformat(), "misses": [
                {**_named(one), "cases": misses[one.deadline]} for one in self.deadlines if misses.get(one.deadline)]})
        for one in self.deadlines:
            moves: Dict[str, Json] = {"later": one.later, "earlier": one.earlier, "appeared": one.appeared,
                                      "gone": one.gone, "restated": one.restated}
            if not self.compared and (one.overdue or one.misses):
                lines.append({"v": 1, **_named(one), **head, "overdue": one.overdue, "misses": one.misses})
            if self.compared and (any(moves.values()) or one.misses != one.new_misses):
                misses_by: Dict[str, Json] = {} if self.until is None else {"misses": one.misses,
                                                                            "new_misses": one.new_misses}
                lines.append({"v": 1, **_named(one), **head, **moves, **misses_by})
        sums: Dict[str, Json] = {"differing": self.differing} if self.compared else {"missing": self.missing,
                                                                                     "turned": self.turned}
        measures = [] if self.compared else [one.to_json() for one in self.measures]
        return [*(dump_json(line) for line in lines), *measures,
                dump_json({"v": 1, **head, "cases": self.cases, **sums, "unread": self.unread})]


def _named(one: DeadlineTotal) -> Dict[str, Json]:
    return members_json(deadline="own" if one.deadline is None else one.deadline, rule=one.rule)


def _miss_json(miss: Miss) -> Json:
    clock = miss.clock
    host = clock.defined_by is DefinedBy.HOST
    return members_json(deadline=clock.deadline or clock.name, on=miss.on, due=clock.due, prudent=clock.prudent,
                        rule=clock.rule, policy=clock.policy, defined_by=clock.defined_by if host else None,
                        name=clock.name if host else None, source=clock.source, ambiguity=clock.ambiguity)


def _misses_of(raw: list[tuple[int, int]], case: Case) -> tuple[Miss, ...]:
    return tuple(Miss(day_out(on), case.deadlines[at]) for on, at in raw)


def forecast_of(raw: _prap.RawFound) -> Forecast:
    """The Forecast of a raw finding of the extension."""
    case, _, now, then, _, _, misses, _, turned, _, payment, _ = raw
    stands = case_of(case, now)
    return Forecast(case, stands, case_of(case, then), _misses_of(misses, stands),
                    tuple(TurnedMeasure(Measure(measure), rule, Result(result), Result(later))
                          for measure, rule, result, later in turned), Payment(payment) if payment else None)


def recomputed_of(raw: _prap.RawFound, until: Optional[date]) -> Recomputed:
    """The Recomputed of a raw finding of the extension."""
    case, _, now, _, otherwise, _, misses, new_misses, _, differences, _, _ = raw
    stands, other = case_of(case, now), case_of(case, otherwise)
    return Recomputed(case, stands, other, until, tuple(map(change_of, differences)), _misses_of(misses, stands),
                      _misses_of(new_misses, other))


def totals_of(raw: _prap.RawCaseload, as_of: date, until: Optional[date], compared: bool,
              days: tuple[int, int, int]) -> CaseloadTotals:
    """The CaseloadTotals of what the extension gives."""
    _, _, _, (seen, bad, _, missing, turned, differing), deadlines, by_day, measures = raw
    totals = tuple(DeadlineTotal(Deadline(deadline) if deadline else None, rule or None, overdue, misses, new_misses, later,
                                 earlier, appeared, gone, restated)
                   for deadline, rule, _, overdue, misses, new_misses, later, earlier, appeared, gone, restated in deadlines)
    return CaseloadTotals(as_of, until, seen, missing, turned, differing, bad, totals,
                          {day_out(day): {one.deadline: n for one, n in zip(totals, row) if n} for day, row in by_day},
                          tuple(total_of(one, *days) for one in measures), compared)


def snapshots_in(rows: Optional[Iterable[CaseRow]]) -> Optional[_prap._Snapshots]:
    """An array of cases as the extension holds it, by case id; None: the store's own. Raises CallerError ``type``."""
    if rows is None:
        return None
    if not isinstance(rows, Iterable) or isinstance(rows, (str, bytes)):
        raise wrong_type("snapshots", "CaseRows")
    listed = []
    for row in rows:
        fits = isinstance(row, tuple) and len(row) == 3 and isinstance(row[0], str) and isinstance(row[2], bytes)
        if not fits or type(row[1]) is not int or not 0 <= row[1] < 1 << 64:
            raise wrong_type("snapshots", "CaseRows")
        listed.append((row[0].encode("utf-8", "surrogatepass"), row[1], row[2]))
    return _prap.snapshots(sorted(listed))
