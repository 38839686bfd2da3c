"""A call to Provider Direct: a session that refuses what is out of order with its rule (rules.md 2.4).

No code, National Insurance number, name or answer goes in: that they were right does. Participants are opaque
identifiers. What is refused changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Dict, Mapping, Optional, Type, Union

from . import _prap
from ._check import (INT64, OneOfAKind, day_in, flag_in, number_in, optional_day_out, text_in, word_in,
                     wrong_type)
from .answer import Json, dump_json
from .calendar import Calendar
from .dates import When, moment_in, moment_out
from .errors import error_of
from .facts import UNKNOWN
from .rulebook import Settings, settings_in
from .vocabulary import (KIND_NUMBERS, CallAdvice, CallChange, CallEvent, CallFact, CallForm, CallParticipant, CallReason,
                         CallReminder, CallStage, FactType, Policy, Question, Severity, Status, Value, Verdict, Word)

#: True, False, UNKNOWN, a whole number, a day or a word.
CallValue = Union[bool, int, date, str, Word]
#: Keys are CallFact members or their names; Any, because the key of a Mapping is invariant and both may be mixed.
CallFacts = Mapping[Any, CallValue]

_KIND_OF = {number: kind for kind, number in KIND_NUMBERS.items()}
_TYPES = {CallFact(fact): (FactType(type_), _KIND_OF.get(words)) for fact, type_, words in _prap.call_fact_kinds()}


def fact_type_of(fact: CallFact) -> FactType:
    """What kind of value a fact of a call has beside unknown."""
    return _TYPES[fact][0]


def _option_in(fact: CallFact, kind: Type[Word], value: object) -> int:
    if not isinstance(value, (str, kind)):
        raise wrong_type(fact.word, f"a {kind.__name__} or its name")
    return word_in(kind, value, fact.word)


def _fact_in(name: object, value: object) -> tuple[int, int, int]:
    if not isinstance(name, (str, CallFact)):
        raise wrong_type("facts", "a CallFact or its name, for each fact,")
    fact = word_in(CallFact, name, "facts")
    type_, kind = _TYPES[fact]
    if value is UNKNOWN or (isinstance(value, str) and value == UNKNOWN.word):
        return fact, Value.UNKNOWN, 0
    if type_ is FactType.TRISTATE:
        if not isinstance(value, bool):
            raise wrong_type(fact.word, "True, False or UNKNOWN")
        return fact, Value.YES if value else Value.NO, 0
    if type_ is FactType.NUMBER:
        return fact, Value.NUMBER, number_in(value, fact.word, INT64)
    if kind is None:
        return fact, Value.DAY, day_in(value, fact.word)
    return fact, Value.OPTION, _option_in(fact, kind, value)


def _facts_in(facts: object) -> tuple[tuple[int, int, int], ...]:
    if facts is None:
        return ()
    if not isinstance(facts, Mapping):
        raise wrong_type("facts", "a mapping of facts")
    return tuple(_fact_in(name, value) for name, value in facts.items())


def _when_json(value: Optional[When]) -> Optional[str]:
    if not isinstance(value, datetime):
        return None if value is None else value.isoformat()
    return value.isoformat(timespec="minutes").replace("+00:00", "Z")


@dataclass(frozen=True)
class CallWhyNot:
    """A guard that did not hold, or a check that the agent found not passed (``severity`` MISSED). ``fact`` and
    ``cure_event`` or None; ``earliest``: a date, or a datetime where the hour matters; ``participant``: whom it is
    about."""

    reason: CallReason
    rule: str
    severity: Severity
    fact: Optional[CallFact]
    cure_event: Optional[CallEvent]
    policy: Optional[Policy]
    participant: Optional[str]
    earliest: Optional[When]
    why: str
    cure: str

    def as_json(self) -> Dict[str, Json]:
        """As a line of ``prap call`` has it."""
        return _present(rule=self.rule, severity=self.severity, fact=self.fact, cure=self.cure,
                        earliest=_when_json(self.earliest), reason=self.reason, why=self.why,
                        cure_event=self.cure_event, policy=self.policy, participant=self.participant)


@dataclass(frozen=True)
class CallRemember:
    """Something worth saying, of one participant or of the call."""

    reminder: CallReminder
    rule: str
    severity: Severity
    policy: Optional[Policy]
    participant: Optional[str]

    def as_json(self) -> Dict[str, Json]:
        """As a line of ``prap call`` has it."""
        return _present(reminder=self.reminder, rule=self.rule, severity=self.severity, policy=self.policy,
                        participant=self.participant, text=self.reminder.meaning)


@dataclass(frozen=True)
class CallAnswer:
    """What a step came to. ``stage`` is the call's after it; ``standing`` the participant's; ``listed`` of ten, ``left``
    of them not dealt with; ``questions``: how many of the six can still be asked; ``row``: of rules.md 2.4."""

    verdict: Verdict
    event: CallEvent
    stage: CallStage
    participant: Optional[str]
    standing: Optional[CallParticipant]
    listed: int
    left: int
    questions: int
    rule: str
    row: str
    reasons: tuple[CallWhyNot, ...]
    reminders: tuple[CallRemember, ...]

    @property
    def permitted(self) -> bool:
        """Whether it was, or would be, taken."""
        return self.verdict is Verdict.PERMITTED

    @property
    def missing(self) -> tuple[CallFact, ...]:
        """The facts that are not known, each once."""
        return tuple(dict.fromkeys(one.fact for one in self.reasons
                                   if one.severity is Severity.UNDECIDED and one.fact is not None))

    def as_json(self, call: str, id: Union[str, int, None] = None) -> Dict[str, Json]:
        """The object that ``prap call`` prints for a call of that identifier."""
        return {"v": 1, **({} if id is None else {"id": id}),
                **_present(call=call, verdict=self.verdict, stage=self.stage, participant=self.participant,
                           standing=self.standing),
                "reasons": [one.as_json() for one in self.reasons],
                "reminders": [one.as_json() for one in self.reminders],
                "missing": [fact.word for fact in self.missing], "listed": self.listed, "left": self.left,
                **_present(questions=self.questions or None, event=self.event, rule=self.rule, row=self.row or None)}

    def to_json(self, call: str, id: Union[str, int, None] = None) -> str:
        """The line that ``prap call`` prints, without its line end."""
        return dump_json(self.as_json(call, id))


@dataclass(frozen=True)
class CallView:
    """A participant as the session knows them: what the six-column sheet is filled from (Annex A)."""

    participant: str
    standing: CallParticipant
    failed_on: Optional[date]
    call_on: Optional[date]
    recorded_on: Optional[date]
    updated_on: Optional[date]
    unaskable: frozenset[Question]
    advice: Optional[CallAdvice]
    why_not: Optional[CallChange]
    form: Optional[CallForm]
    call_back: bool
    new_address: bool
    new_phone: bool
    employment_details: bool
    other_details: bool
    unrecorded: bool


def _present(**members: Union[Word, int, str, None]) -> Dict[str, Json]:
    return {name: value.word if isinstance(value, Word) else value for name, value in members.items()
            if value is not None}


def _view_of(raw: _prap.RawCallView) -> CallView:
    (who, standing, failed, call, recorded, updated, unaskable, advice, why_not, form, back, address, phone, employment,
     other, unrecorded) = raw
    return CallView(who, CallParticipant(standing), optional_day_out(failed), optional_day_out(call),
                    optional_day_out(recorded), optional_day_out(updated),
                    frozenset(one for one in Question if unaskable >> one & 1),
                    CallAdvice(advice) if advice else None, CallChange(why_not) if why_not else None,
                    CallForm(form) if form else None, bool(back), bool(address), bool(phone), bool(employment),
                    bool(other), bool(unrecorded))


def _reason_of(raw: _prap.RawCallReason, names: list[Optional[str]]) -> CallWhyNot:
    reason, rule, severity, fact, cure_event, policy, who, earliest, why, cure = raw
    day, minute, _ = earliest
    when: Optional[When] = optional_day_out(day) if minute < 0 else moment_out(earliest)
    return CallWhyNot(CallReason(reason), rule, Severity(severity), CallFact(fact) if fact else None,
                      CallEvent(cure_event) if cure_event else None, Policy(policy) if policy else None,
                      names[who] if who >= 0 else None, when, why, cure)


class Call(OneOfAKind):
    """One call, from its list of participants to its record. One thread at a time: another that comes in
    between, or a finalizer, gets CallerError ``re-entry``.

    ``settings``: policies, as a Rulebook takes them: ``service-bh``, ``pd-recent-days``, ``pre01-needs-call``.
    ``provisional``: the opening hours may rest on years of computed holidays. Raises CallerError ``unknown-word``,
    ``range``, ``twice``, WrongType; HostError ``out-of-memory``.
    """

    def __init__(self, calendar: Optional[Calendar] = None, settings: Optional[Settings] = None, *,
                 provisional: bool = False) -> None:
        if calendar is not None and not isinstance(calendar, Calendar):
            raise wrong_type("calendar", "a Calendar")
        self.calendar = calendar if calendar is not None else Calendar()
        flags = _prap.ALLOW_PROVISIONAL if flag_in(provisional, "provisional") else 0
        self._handle = _prap.call(self.calendar._handle, settings_in(settings), flags)

    def submit(self, event: Union[CallEvent, str], participant: Optional[str] = None, *, at: Optional[When] = None,
               facts: Optional[CallFacts] = None) -> CallAnswer:
        """Takes one step, or refuses it; what is refused or undecided changes nothing.

        ``participant``: whom it is about; None: whom the agent is dealing with, or the first who is left. ``at``: a
        day or a moment, needed with its minute of ``call-placed``. ``facts``: what the event says, by CallFact or
        name. Raises CallerError ``unknown-word``, ``twice``, ``type``, ``range``, ``day``, ``text``, ``required``,
        ``order``, ``no-such-moment``, ``repeated-moment``; LimitError ``limit``; DataError ``coverage``.
        """
        return self._step(True, event, participant, at, facts)

    def preview(self, event: Union[CallEvent, str], participant: Optional[str] = None, *, at: Optional[When] = None,
                facts: Optional[CallFacts] = None) -> CallAnswer:
        """The same answer, and nothing is changed. Raises as :meth:`submit`."""
        return self._step(False, event, participant, at, facts)

    def _step(self, keeps: bool, event: object, participant: object, at: object, facts: object) -> CallAnswer:
        if not isinstance(event, (str, CallEvent)):
            raise wrong_type("event", "a CallEvent or its name")
        named = b"" if participant is None else text_in(participant, "participant")
        if participant == "":  # in the library an empty identifier means none; who writes one means something else
            raise error_of(Status.E_TEXT, "participant")
        raw = _prap.call_step(self._handle, keeps, word_in(CallEvent, event, "event"), named, *moment_in(at, "at"),
                              _facts_in(facts))
        return self._answer(raw, participant if isinstance(participant, str) else None)

    def _answer(self, raw: _prap.RawCallAnswer, named: Optional[str]) -> CallAnswer:
        verdict, number, stage, who, standing, listed, left, questions, rule, row, reasons, reminders = raw
        names: list[Optional[str]] = [one.participant for one in self.participants]
        names.append(named)  # a preview lists nobody, and speaks of the one who would be
        return CallAnswer(Verdict(verdict), CallEvent(number), CallStage(stage), names[who],
                          CallParticipant(standing) if standing else None, listed, left, questions, rule, row,
                          tuple(_reason_of(one, names) for one in reasons),
                          tuple(CallRemember(CallReminder(reminder), of, Severity(severity),
                                             Policy(policy) if policy else None, names[at] if at >= 0 else None)
                                for reminder, of, severity, policy, at in reminders))

    @property
    def stage(self) -> CallStage:
        """Where the call stands."""
        return CallStage(_prap.call_look(self._handle)[0])

    @property
    def participants(self) -> tuple[CallView, ...]:
        """Everyone who is listed, in the order listed."""
        return tuple(map(_view_of, _prap.call_look(self._handle)[1]))
