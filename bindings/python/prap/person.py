"""One person, many referrals: what the earlier ones mean for the next (IPES 3.73 to 3.79, 3.92)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, Optional, Union

from . import _prap
from ._check import day_in, optional_day_in, optional_day_out, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .facts import UNKNOWN
from .rulebook import Rulebook
from .vocabulary import Finding, Policy, ReferralKind, Result, Severity, State, Value, Verdict

Known = Union[bool, Value]
"""True, False, or UNKNOWN."""


@dataclass(frozen=True)
class PersonCase:
    """A case of the person. ``stage`` is as of the day asked about. ``backed_out`` UNKNOWN goes by the stage;
    ``outcome_due`` is confirmed by a person (AMB-55); ``night_shifts`` makes it 639 days, not 638; ``case`` is
    its id, and only repeated. :meth:`Engine.person_case` makes one from the store."""

    stage: State
    kind: ReferralKind = ReferralKind.NEW
    made: Optional[date] = None
    start: Optional[date] = None
    ended: Optional[date] = None
    backed_out: Known = UNKNOWN
    outcome_paid: Known = UNKNOWN
    outcome_due: Known = UNKNOWN
    night_shifts: Known = UNKNOWN
    worked: Known = UNKNOWN
    case: Optional[str] = None


@dataclass(frozen=True)
class PersonFinding:
    """What stands out. ``result`` is MET, FAILED or UNKNOWN for a criterion of 3.77, else None. ``at`` and
    ``other`` are places in the list of cases; ``sure`` is the day from which it holds whatever is unknown."""

    finding: Finding
    rule: str
    severity: Optional[Severity]
    result: Optional[Result]
    policy: Optional[Policy]
    day: Optional[date]
    sure: Optional[date]
    at: Optional[int]
    other: Optional[int]


@dataclass(frozen=True)
class Person:
    """Whether the next referral ``on`` a day is new or a Re-Referral, and by the four criteria permitted,
    refused or undecided. ``earliest`` is by the days alone; ``sure`` the same whatever is unknown."""

    on: date
    next: ReferralKind
    verdict: Verdict
    open: int
    starts: int
    re_referrals: int
    earlier_start: Optional[date]
    earliest: Optional[date]
    sure: Optional[date]
    findings: tuple[PersonFinding, ...]
    cases: tuple[PersonCase, ...]
    id: Union[str, int, None] = None

    def to_json(self) -> str:
        """The line that ``prap person`` prints, without its line end."""
        object_: Dict[str, Json] = {"v": 1, **({} if self.id is None else {"id": self.id}),
                                    **members_json(on=self.on, next=self.next, verdict=self.verdict)}
        object_.update(open=self.open, starts=self.starts, re_referrals=self.re_referrals)
        object_.update(members_json(earlier_start=self.earlier_start, earliest=self.earliest, sure=self.sure))
        object_["findings"] = [self._finding_json(one) for one in self.findings]
        return dump_json(object_)

    def _finding_json(self, one: PersonFinding) -> Json:
        return {**members_json(finding=one.finding, rule=one.rule, severity=one.severity, result=one.result,
                           policy=one.policy, day=one.day, sure=one.sure),
                **self._case_json("at", "case", one.at), **self._case_json("other", "other_case", one.other),
                "text": one.finding.meaning}

    def _case_json(self, place: str, name: str, at: Optional[int]) -> Dict[str, Json]:
        return {} if at is None else {place: at, **members_json(**{name: self.cases[at].case})}


def _value_in(value: Known, field: str) -> Value:
    if isinstance(value, bool):
        return Value.YES if value else Value.NO
    if value is not UNKNOWN:
        raise wrong_type(field, "True, False or UNKNOWN")
    return Value.UNKNOWN


def _case_in(one: PersonCase) -> _prap.RawPersonCase:
    if not isinstance(one, PersonCase):
        raise wrong_type("cases", "a PersonCase, for each case,")
    return (word_in(State, one.stage, "stage"), word_in(ReferralKind, one.kind, "kind"),
            optional_day_in(one.made, "made"), optional_day_in(one.start, "start"),
            optional_day_in(one.ended, "ended"), _value_in(one.backed_out, "backed_out"),
            _value_in(one.outcome_paid, "outcome_paid"), _value_in(one.outcome_due, "outcome_due"),
            _value_in(one.night_shifts, "night_shifts"), _value_in(one.worked, "worked"))


def _value_out(value: int) -> Known:
    return UNKNOWN if value in (0, Value.UNKNOWN) else value == Value.YES


def case_of(raw: _prap.RawPersonCase, case: str) -> PersonCase:
    """The PersonCase of a raw case of the extension."""
    stage, kind, made, start, ended, backed_out, outcome_paid, outcome_due, night_shifts, worked = raw
    return PersonCase(State(stage), ReferralKind(kind) if kind else ReferralKind.NEW, optional_day_out(made),
                      optional_day_out(start), optional_day_out(ended), _value_out(backed_out),
                      _value_out(outcome_paid), _value_out(outcome_due), _value_out(night_shifts),
                      _value_out(worked), case)


def _finding_of(raw: _prap.RawFinding) -> PersonFinding:
    finding, rule, severity, result, policy, day, sure, at, other = raw
    return PersonFinding(Finding(finding), rule, Severity(severity) if severity else None,
                         Result(result) if result else None, Policy(policy) if policy else None,
                         optional_day_out(day), optional_day_out(sure), None if at < 0 else at,
                         None if other < 0 else other)


def person(rulebook: Rulebook, on: date, cases: Iterable[PersonCase], *, eligible: Known = UNKNOWN,
           elsewhere: Known = UNKNOWN, id: Union[str, int, None] = None) -> Person:
    """What a person's referrals mean for the next one, made ``on`` a day: new or Re-Referral, the four criteria,
    duplicates (X-24, AMB-54, AMB-55).

    ``eligible``: the work coach finds the person still eligible and suitable. ``elsewhere``: the person has
    started another programme. ``id``: only repeated in the answer. The rulebook's policies ``reref`` and
    ``reref-backed-out`` decide. Raises CallerError ``type``, ``day``, ``unknown-word``, LimitError ``limit``.
    """
    if not isinstance(rulebook, Rulebook):
        raise wrong_type("rulebook", "a Rulebook")
    listed = tuple(cases)
    summary, findings = _prap.person(rulebook._handle, day_in(on, "on"), _value_in(eligible, "eligible"),
                                     _value_in(elsewhere, "elsewhere"), tuple(map(_case_in, listed)))
    next_, verdict, open_, starts, re_referrals, earlier_start, earliest, sure = summary
    return Person(on, ReferralKind(next_), Verdict(verdict), open_, starts, re_referrals,
                  optional_day_out(earlier_start), optional_day_out(earliest), optional_day_out(sure),
                  tuple(map(_finding_of, findings)), listed, id)
