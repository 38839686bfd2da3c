"""How we are doing: the customer service standards and the adverse measures, for a case and over a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Mapping, Optional

from . import _prap
from ._check import day_out, optional_day_out
from .answer import Json, dump_json, members_json
from .vocabulary import Exclusion, Measure, Policy, Result, Value


@dataclass(frozen=True)
class Measured:
    """One case in one measure. ``day`` is the due day of a standard, or the day on which an adverse measure was
    settled, else the day of the referral; ``working_days_left`` is None unless it is open; ``policy`` is the
    setting that decided."""

    measure: Measure
    rule: str
    result: Result
    exclusion: Optional[Exclusion]
    day: Optional[date]
    done: Optional[date]
    working_days_left: Optional[int]
    policy: Optional[Policy]


@dataclass(frozen=True)
class CaseMeasures:
    """A case's measures whose day lies in the period."""

    case: str
    as_of: date
    measures: tuple[Measured, ...]

    def to_json(self) -> str:
        """The line that ``prap standards --by-case`` prints, without its line end."""
        return dump_json({"v": 1, "case": self.case, **members_json(as_of=self.as_of),
                          "measures": [_measured_json(one) for one in self.measures]})


@dataclass(frozen=True)
class MeasureTotal:
    """A measure over a period. ``numerator`` counts what met a standard, or what an adverse measure holds of;
    ``open`` and ``excluded`` are in neither number. ``rate`` is in parts of 10,000, rounded down, None without
    a denominator; ``target`` in parts of 1,000, None when no policy sets one (AMB-98); ``kept`` compares the
    exact numbers."""

    measure: Measure
    rule: str
    as_of: date
    first: Optional[date]
    last: Optional[date]
    numerator: int
    denominator: int
    rate: Optional[int]
    open: int
    excluded: Mapping[Exclusion, int]
    target: Optional[int]
    kept: Optional[bool]

    def to_json(self) -> str:
        """The line that ``prap standards`` prints, without its line end."""
        object_: Dict[str, Json] = {"v": 1, **members_json(measure=self.measure, rule=self.rule, as_of=self.as_of)}
        object_.update(members_json(**{"from": self.first, "to": self.last}))
        object_.update(numerator=self.numerator, denominator=self.denominator)
        object_.update({} if self.rate is None else {"rate": self.rate})
        object_.update(open=self.open, excluded=[{"exclusion": why.word, "cases": n}
                                                 for why, n in self.excluded.items()])
        object_.update({} if self.target is None else {"target": self.target})
        object_.update({} if self.kept is None else {"kept": self.kept})
        return dump_json(object_)


def _measured_json(one: Measured) -> Json:
    left: Dict[str, Json] = {} if one.working_days_left is None else {"working_days_left": one.working_days_left}
    return {**members_json(measure=one.measure, rule=one.rule, result=one.result, exclusion=one.exclusion,
                       day=one.day, done=one.done), **left, **members_json(policy=one.policy)}


def measured_of(raw: _prap.RawMeasure) -> Measured:
    """The Measured of a raw measure of the extension."""
    measure, rule, result, exclusion, day, done, left, policy = raw
    return Measured(Measure(measure), rule, Result(result), Exclusion(exclusion) if exclusion else None,
                    optional_day_out(day), optional_day_out(done), left if result == Result.OPEN else None,
                    Policy(policy) if policy else None)


def total_of(raw: _prap.RawTotal, as_of: int, first: int, last: int) -> MeasureTotal:
    """The MeasureTotal of a raw total of the extension."""
    measure, rule, numerator, denominator, open_, excluded, rate, target, kept, _ = raw
    return MeasureTotal(Measure(measure), rule, day_out(as_of), optional_day_out(first), optional_day_out(last),
                        numerator, denominator, None if rate < 0 else rate, open_,
                        {Exclusion(why): n for why, n in excluded}, target or None,
                        None if kept == Value.UNKNOWN else kept == Value.YES)
