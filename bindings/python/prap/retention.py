"""How long records are kept, whether they may go, and what stands against it (rules.md 2.8, D-11 to D-13); and what
the verification of a store finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Dict, Mapping, Optional, Union

from . import _prap
from ._check import INT64, day_in, day_out, number_in, optional_day_out, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .facts import UNKNOWN
from .rulebook import Settings, settings_in
from .vocabulary import (KIND_NUMBERS, FactType, Policy, Programme, Record, Retention, RetentionFact,
                         RetentionFinding, Severity, Value, Verdict, VerifyFault)

RetentionFacts = Mapping[Any, Union[bool, int, date, Value, str]]
"""What is known of records: a RetentionFact or its name, and yes or no, a number, a day; or UNKNOWN."""

_TYPES = {RetentionFact(row[0]): FactType(row[4]) for row in _prap.words(KIND_NUMBERS[RetentionFact])}


@dataclass(frozen=True)
class RetentionReason:
    """Why a record is kept, or may go. ``severity``: FORBIDDEN keeps it, UNDECIDED keeps it until ``fact`` is known, a
    period that is over is a NOTICE. ``day``: the last day of a period. ``row``: the row of the catalogue that forbids it,
    ``"F-E-07"``, or ``""``. ``cure``: what to do."""

    finding: RetentionFinding
    rule: str
    row: str
    severity: Severity
    fact: Optional[RetentionFact]
    policy: Optional[Policy]
    day: Optional[date]
    cure: str

    def as_json(self) -> Json:
        """The reason as the lines have it."""
        return members_json(finding=self.finding, rule=self.rule, row=self.row, severity=self.severity, fact=self.fact,
                            policy=self.policy, day=self.day, text=self.finding.meaning, cure=self.cure)


@dataclass(frozen=True)
class RetentionAnswer:
    """How long a record is kept. ``verdict``: may it go on ``as_of``? PERMITTED; REFUSED: something keeps it; UNDECIDED:
    something that decides is not known, so it stays. ``kept_until``: the last day of its longest period, None while
    there is no day yet. ``at_least``: the same by what is known so far. ``disposal``: the first day on which it may go,
    None while that is not known or something holds it. ``anchor``: the day that ``at_least`` is counted from."""

    record: Record
    as_of: date
    programme: Optional[Programme]
    verdict: Verdict
    retention: Retention
    rule: str
    kept_until: Optional[date]
    at_least: Optional[date]
    disposal: Optional[date]
    anchor: Optional[date]
    policy: Optional[Policy]
    on_hold: bool
    findings: tuple[RetentionReason, ...]
    id: Union[str, int, None] = None

    @property
    def missing(self) -> tuple[RetentionFact, ...]:
        """The facts that leave it undecided, in their order, each once."""
        undecided = (one.fact for one in self.findings if one.severity is Severity.UNDECIDED)
        return tuple(dict.fromkeys(fact for fact in undecided if fact is not None))

    def finding(self, finding: Union[RetentionFinding, str]) -> Optional[RetentionReason]:
        """The first of that name, or None. Raises CallerError ``unknown-word``, WrongType."""
        wanted = word_in(RetentionFinding, finding, "finding")
        return next((one for one in self.findings if one.finding is wanted), None)

    def as_json(self) -> Dict[str, Json]:
        """Its members from ``verdict`` on, as the lines have them."""
        return {**members_json(verdict=self.verdict, retention=self.retention, rule=self.rule,
                               kept_until=self.kept_until, at_least=self.at_least, disposal=self.disposal,
                               anchor=self.anchor, policy=self.policy),
                "on_hold": self.on_hold, "missing": [fact.word for fact in self.missing],
                "findings": [one.as_json() for one in self.findings]}

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap retain`` prints, without its line end; ``redact``: with ``--redact``."""
        return dump_json({"v": 1, **({} if self.id is None else {"id": self.id}),
                          **members_json(record=self.record, as_of=self.as_of, programme=self.programme),
                          **self.as_json()}, redact)


@dataclass(frozen=True)
class RetainedRecord:
    """A record that ``events`` events of a case have made, the first on ``first_on``, and how it stands. ``events_over``:
    of unencrypted emails, how many are past their own three months; ``answer`` is about the last."""

    events: int
    events_over: int
    first_on: date
    last_on: date
    answer: RetentionAnswer


@dataclass(frozen=True)
class CaseRetention:
    """The records of a case, as of a day."""

    case: str
    as_of: date
    retained: tuple[RetainedRecord, ...]

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap retain --as-of`` prints, without its line end."""
        verdicts = [one.answer.verdict for one in self.retained]
        retained: list[Json] = [{**members_json(record=one.answer.record), "events": one.events,
                                 **({"events_over": one.events_over} if one.events_over else {}),
                                 **members_json(first_on=one.first_on, last_on=one.last_on), **one.answer.as_json()}
                                for one in self.retained]
        return dump_json({"v": 1, "case": self.case, "as_of": self.as_of.isoformat(),
                          "may_go": verdicts.count(Verdict.PERMITTED), "kept": verdicts.count(Verdict.REFUSED),
                          "undecided": verdicts.count(Verdict.UNDECIDED), "retained": retained}, redact)


@dataclass(frozen=True)
class VerifyFinding:
    """A fault of a case. ``sequence``: of the event; None: of the snapshot, or the case as a whole. ``severity``: BREACH is
    damage, NOTICE is worth knowing and no damage."""

    case: str
    sequence: Optional[int]
    fault: VerifyFault
    severity: Severity

    def to_json(self) -> str:
        """The line that ``prap verify`` prints, without its line end."""
        place: Dict[str, Json] = {} if self.sequence is None else {"sequence": self.sequence}
        return dump_json({"v": 1, "case": self.case, **place,
                          **members_json(fault=self.fault, severity=self.severity, text=self.fault.meaning)})


@dataclass(frozen=True)
class VerifyReport:
    """What was read, and every fault. ``damaged``: cases with damage; ``faults`` counts the damage, ``notices`` what is no
    damage; ``findings`` are both, in order of case."""

    cases: int
    events: int
    damaged: int
    faults: int
    notices: int
    findings: tuple[VerifyFinding, ...]

    @property
    def verified(self) -> bool:
        """Whether all is as it was written."""
        return self.faults == 0

    def to_json(self) -> str:
        """The last line that ``prap verify`` prints, without its line end."""
        return dump_json({"v": 1, "verified": self.verified, "cases": self.cases, "events": self.events,
                          "damaged": self.damaged, "faults": self.faults, "notices": self.notices})


def _fact_in(name: object, value: object) -> tuple[int, int, int]:
    if not isinstance(name, (str, RetentionFact)):
        raise wrong_type("facts", "a RetentionFact or its name, for each fact,")
    fact = name if isinstance(name, RetentionFact) else word_in(RetentionFact, name.replace("_", "-"), "facts")
    if value is UNKNOWN or (isinstance(value, str) and value == UNKNOWN.word):
        return (fact, Value.UNKNOWN, 0)
    if _TYPES[fact] is FactType.DAY:
        return (fact, Value.DAY, day_in(value, fact.word))
    if _TYPES[fact] is FactType.NUMBER:
        return (fact, Value.NUMBER, number_in(value, fact.word, INT64))
    if not isinstance(value, bool):
        raise wrong_type(fact.word, "True, False or UNKNOWN")
    return (fact, Value.YES if value else Value.NO, 0)


def retention_facts_in(facts: object) -> tuple[tuple[int, int, int], ...]:
    """A mapping of facts as tuples of numbers; None is none."""
    if facts is not None and not isinstance(facts, Mapping):
        raise wrong_type("facts", "a mapping of facts")
    return tuple(_fact_in(name, value) for name, value in (facts or {}).items())


def _reason_of(raw: _prap.RawRetentionFinding) -> RetentionReason:
    finding, rule, severity, fact, policy, day, row, cure = raw
    return RetentionReason(RetentionFinding(finding), rule, row, Severity(severity),
                           RetentionFact(fact) if fact else None, Policy(policy) if policy else None,
                           optional_day_out(day), cure)


def _answer_of(raw: _prap.RawRetention, findings: list[_prap.RawRetentionFinding], as_of: date,
               programme: Optional[Programme] = None, id: Union[str, int, None] = None) -> RetentionAnswer:
    record, verdict, retention, rule, kept_until, at_least, disposal, anchor, policy, on_hold = raw
    return RetentionAnswer(Record(record), as_of, programme, Verdict(verdict), Retention(retention), rule,
                           optional_day_out(kept_until), optional_day_out(at_least), optional_day_out(disposal),
                           optional_day_out(anchor), Policy(policy) if policy else None, bool(on_hold),
                           tuple(map(_reason_of, findings)), id)


def retained_of(raw: _prap.RawRetained, as_of: date) -> RetainedRecord:
    """The RetainedRecord of a raw record of the extension."""
    events, over, first_on, last_on, answer, findings = raw
    return RetainedRecord(events, over, day_out(first_on), day_out(last_on), _answer_of(answer, findings, as_of))


def verify_report_of(raw: _prap.RawVerify) -> VerifyReport:
    """The VerifyReport of a raw report of the extension."""
    cases, events, damaged, n_faults, notices, faults = raw
    return VerifyReport(cases, events, damaged, n_faults, notices,
                        tuple(VerifyFinding(case, sequence or None, VerifyFault(fault), Severity(severity))
                              for case, sequence, fault, severity in faults))


def retain(record: Union[Record, str], as_of: date, facts: Optional[RetentionFacts] = None, *,
           programme: Union[Programme, str, None] = None, settings: Optional[Settings] = None,
           id: Union[str, int, None] = None, **said: Union[bool, int, date, Value, str]) -> RetentionAnswer:
    """How long one record is kept, and whether it may go on ``as_of``, calendar days throughout.

    ``facts`` and further keywords (``notified_on=``) say what is known of it; what does not matter for the record is
    passed over. ``programme``: whose rule the contract's period is. ``settings`` as a Rulebook takes them: 13m-anchor and
    esf-years decide. ``id``: only repeated. Pure; rules.md 2.8.

    Raises CallerError ``unknown-word``, ``twice``, ``range``, ``day``; LimitError ``limit``; WrongType.
    """
    named = None if programme is None else word_in(Programme, programme, "programme")
    raw, findings = _prap.retention(settings_in(settings), int(word_in(Record, record, "record")),
                                    day_in(as_of, "as_of"), 0 if named is None else int(named),
                                    retention_facts_in(facts) + retention_facts_in(said))
    return _answer_of(raw, findings, as_of, named, id)
