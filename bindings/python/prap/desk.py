"""The desk of Provider Direct: the decisions around a call, before it and after it (PD-1 to PD-56, Annexes A and B)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Dict, Iterable, Mapping, Optional, Sequence, Union

from . import _prap
from ._check import INT64, day_in, number_in, optional_day_out, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .calendar import Calendar
from .dates import When, Window, _calendar_in, moment_in, moment_out, _window_in
from .errors import error_of
from .facts import UNKNOWN
from .rulebook import Settings, settings_in
from .vocabulary import (KIND_NUMBERS, CallForm, CodeState, CodeStep, DeskAsk, DeskFact, DeskFinding, DeskOption,
                         DeskOutcome, FactType, Policy, Recipient, Severity, Status, Value, Verdict)

DeskValue = Union[bool, int, date, str, DeskOption, Value]
"""Yes or no, a number, a day, a word of the fact's own; or UNKNOWN."""

_TYPES = {DeskFact(row[0]): FactType(row[4]) for row in _prap.words(KIND_NUMBERS[DeskFact])}
_OPTIONS = {fact: tuple(DeskOption(row[0]) for row in _prap.words(KIND_NUMBERS[DeskOption]) if row[4] == fact)
            for fact in DeskFact}


@dataclass(frozen=True)
class CodeStepTaken:
    """One step in the life of one access code. ``spoc``: which contact, from 1; None for what DWP does."""

    step: Union[CodeStep, str]
    on: date
    spoc: Optional[int] = None


@dataclass(frozen=True)
class DeskReason:
    """Why, and what to do (``cure``, ``""`` where there is nothing). ``to`` is who is to be told, ``contact`` the id
    of the printed address; see :func:`prap.contact` for whether it is still of use. ``at`` is the place of the step,
    ``spoc`` the number of the contact that it is about."""

    finding: DeskFinding
    rule: str
    severity: Severity
    fact: Optional[DeskFact]
    policy: Optional[Policy]
    to: Optional[Recipient]
    contact: str
    day: Optional[date]
    at: Optional[int]
    spoc: Optional[int]
    cure: str

    def as_json(self) -> Json:
        """The reason as the lines have it."""
        numbers = {name: value for name, value in (("at", self.at), ("spoc", self.spoc)) if value is not None}
        return {**members_json(finding=self.finding, rule=self.rule, severity=self.severity, fact=self.fact,
                               policy=self.policy, to=self.to, contact=self.contact, day=self.day),
                **numbers, "text": self.finding.meaning, **members_json(cure=self.cure)}


@dataclass(frozen=True)
class DeskAnswer:
    """What the desk answers. ``outcome`` says it in a word; ``verdict`` is REFUSED when a finding forbids, UNDECIDED
    when a fact is wanting, else PERMITTED or TEXT_SILENT. What the question does not come to is None or ``""``; the
    members are those of prap_desk_answer in prap/provider-direct.h."""

    ask: DeskAsk
    on: date
    outcome: DeskOutcome
    verdict: Verdict
    form: Optional[CallForm]
    to: Optional[Recipient]
    contact: str
    calls: Optional[int]
    age_days: Optional[int]
    earliest: Optional[date]
    due: Optional[date]
    code_state: Optional[CodeState]
    code_issued: Optional[date]
    code_from: Optional[date]
    code_until: Optional[date]
    spocs: Optional[int]
    spocs_ready: Optional[int]
    opens: Optional[datetime]
    last_usable: Optional[datetime]
    findings: tuple[DeskReason, ...]
    id: Union[str, int, None] = None

    @property
    def missing(self) -> tuple[DeskFact, ...]:
        """The facts that leave it undecided, in their order, each once."""
        undecided = (one.fact for one in self.findings if one.severity is Severity.UNDECIDED)
        return tuple(dict.fromkeys(fact for fact in undecided if fact is not None))

    def finding(self, finding: Union[DeskFinding, str]) -> Optional[DeskReason]:
        """The first of that name, or None. Raises CallerError ``unknown-word``, WrongType."""
        wanted = word_in(DeskFinding, finding, "finding")
        return next((one for one in self.findings if one.finding is wanted), None)

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap desk`` prints, without its line end; ``redact``: with ``--redact``."""
        object_: Dict[str, Json] = {"v": 1, **({} if self.id is None else {"id": self.id})}
        object_.update(members_json(ask=self.ask, on=self.on, outcome=self.outcome, verdict=self.verdict, form=self.form,
                                    to=self.to, contact=self.contact))
        object_.update({name: value for name, value in (("calls", self.calls), ("age_days", self.age_days))
                        if value is not None})
        object_.update(members_json(earliest=self.earliest, due=self.due, code_state=self.code_state,
                                    code_issued=self.code_issued, code_from=self.code_from,
                                    code_until=self.code_until))
        object_.update({name: value for name, value in (("spocs", self.spocs), ("spocs_ready", self.spocs_ready))
                        if value is not None})
        object_.update({name: _moment_text(value) for name, value in (("opens", self.opens),
                                                                       ("last_usable", self.last_usable))
                        if value is not None})
        object_["findings"] = [one.as_json() for one in self.findings]
        return dump_json(object_, redact)


def _moment_text(moment: datetime) -> str:
    text = moment.strftime("%Y-%m-%dT%H:%M").rjust(16, "0")
    if moment.tzinfo is None:
        return text
    return text + ("Z" if not moment.utcoffset() else moment.isoformat()[-6:])


def _option_in(fact: DeskFact, value: object) -> DeskOption:
    if not isinstance(value, (str, DeskOption)):
        raise wrong_type(fact.word, "a word (str or DeskOption)")
    for option in _OPTIONS[fact]:
        if value == (option if isinstance(value, DeskOption) else option.word):
            return option
    listed = ", ".join(option.word for option in _OPTIONS[fact])
    raise error_of(Status.E_WORD, fact.word, f"it is one of {listed}")


def _fact_in(fact: DeskFact, value: object) -> tuple[int, int, int]:
    if value is UNKNOWN or (isinstance(value, str) and value == UNKNOWN.word):
        return (fact, Value.UNKNOWN, 0)
    kind = _TYPES[fact]
    if kind is FactType.TRISTATE:
        if not isinstance(value, bool):
            raise wrong_type(fact.word, "True, False or UNKNOWN")
        return (fact, Value.YES if value else Value.NO, 0)
    if kind is FactType.NUMBER:
        return (fact, Value.NUMBER, number_in(value, fact.word, INT64))
    if kind is FactType.DAY:
        return (fact, Value.DAY, day_in(value, fact.word))
    return (fact, Value.OPTION, _option_in(fact, value))


def _name_in(name: object) -> DeskFact:
    if not isinstance(name, (str, DeskFact)):
        raise wrong_type("facts", "a DeskFact or its name, for each fact,")
    return name if isinstance(name, DeskFact) else word_in(DeskFact, name.replace("_", "-"), "facts")


def _step_in(step: object, field: str) -> tuple[int, int, int]:
    if not isinstance(step, CodeStepTaken):
        raise wrong_type(field, "a CodeStepTaken")
    spoc = 0 if step.spoc is None else number_in(step.spoc, f"{field}.spoc", range(2**31))
    return int(word_in(CodeStep, step.step, f"{field}.step")), day_in(step.on, f"{field}.on"), spoc


def desk_takes(ask: Union[DeskAsk, str], fact: Union[DeskFact, str]) -> bool:
    """Whether a question takes a fact. Raises CallerError ``unknown-word``, WrongType."""
    return _prap.desk_takes(int(word_in(DeskAsk, ask, "ask")), int(_name_in(fact)))


def desk_options(fact: Union[DeskFact, str]) -> tuple[DeskOption, ...]:
    """The words that a fact can have; empty where it is no choice. Raises CallerError ``unknown-word``, WrongType."""
    return _OPTIONS[_name_in(fact)]


def _reason_of(raw: _prap.RawDeskFinding) -> DeskReason:
    finding, rule, severity, fact, policy, to, contact, day, at, spoc, cure = raw
    return DeskReason(DeskFinding(finding), rule, Severity(severity), DeskFact(fact) if fact else None,
                      Policy(policy) if policy else None, Recipient(to) if to else None, contact, optional_day_out(day),
                      None if at < 0 else at, spoc or None, cure)


def desk(ask: Union[DeskAsk, str], on: date, facts: Optional[Mapping[Union[DeskFact, str], DeskValue]] = None, *,
         at: Optional[When] = None, outages: Sequence[Window] = (), steps: Iterable[CodeStepTaken] = (),
         calendar: Optional[Calendar] = None, settings: Optional[Settings] = None, id: Union[str, int, None] = None,
         **said: DeskValue) -> DeskAnswer:
    """Asks the desk: may this participant be asked about, can the call be placed, what is advised, is DWP to be told?

    ``ask``: one of :class:`DeskAsk`. ``facts`` and further keywords (``failed_on=``) say what is known; ``on`` is the
    day asked about. ``at`` and ``outages``: of ``call`` and ``outage``, moments of UK local time. ``steps``: of
    ``code``. ``settings`` as a Rulebook takes them. ``id``: only repeated. Nothing is stored, and no fact is about a
    named person or holds a code.

    Raises CallerError ``unknown-word``, ``range`` (also for a fact that the question does not take), ``twice``,
    ``order``, ``day``, ``no-such-moment``, ``repeated-moment``; LimitError ``limit``; DataError ``coverage``;
    WrongType. rules.md 2.4.
    """
    if facts is not None and not isinstance(facts, Mapping):
        raise wrong_type("facts", "a mapping of facts")
    question = word_in(DeskAsk, ask, "ask")
    given: list[tuple[object, object]] = [*(facts or {}).items(), *said.items()]
    rows = tuple(_fact_in(_name_in(name), value) for name, value in given)
    windows = tuple(_window_in(window, f"outages[{i}]") for i, window in enumerate(outages))
    taken = tuple(_step_in(step, f"steps[{i}]") for i, step in enumerate(steps))
    row, findings = _prap.desk(_calendar_in(calendar, "calendar")._handle, settings_in(settings), int(question),
                               day_in(on, "on"), moment_in(at, "at"), rows, windows, taken)
    (outcome, verdict, form, to, contact, calls, age, earliest, due, issued, first, until, state, spocs, ready, opens,
     usable) = row
    day = optional_day_out
    return DeskAnswer(question, on, DeskOutcome(outcome), Verdict(verdict), CallForm(form) if form else None,
                      Recipient(to) if to else None, contact, calls or None, None if age < 0 else age, day(earliest),
                      day(due), CodeState(state) if state else None, day(issued), day(first), day(until),
                      spocs or None, ready if spocs else None, moment_out(opens), moment_out(usable),
                      tuple(map(_reason_of, findings)), id)
