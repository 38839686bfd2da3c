"""What now, what if, which outcome, which way to the end: questions about a case that store nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, Mapping, Optional, Union

from . import _prap
from ._check import day_in, day_out, flag_in, id_in, optional_day_in, word_in
from .answer import (Answer, Case, Json, WhyNot, answer_of, case_of, dump_json, members_json, reason_json,
                     why_not_of)
from .facts import Facts, FactValue, fact_json, fact_out, facts_in
from .vocabulary import (KIND_NUMBERS, Actor, Contradiction, Deadline, Difference, Event, Fact, Feed, NoticeDue,
                         Outside, Payment, Programme, State, Value, Verdict, Word)

_NOTHING = -2**63
_KINDS = {number: kind for kind, number in KIND_NUMBERS.items()}

ChangeValue = Union[int, date, Word, None]


@dataclass(frozen=True)
class NextEvent:
    """What the rules say to an event now, tried ``on`` a day: ``missing`` are the facts it still needs,
    ``reasons`` is why not, ``facts`` is what makes it this variant, a reason or a leaver code."""

    event: Event
    on: date
    verdict: Verdict
    missing: tuple[Fact, ...]
    reasons: tuple[WhyNot, ...]
    facts: Mapping[Fact, FactValue]


@dataclass(frozen=True)
class Options:
    """What a case permits as of a day: permitted ``events`` first, then those that need facts, those that the
    guidance leaves open, and those it refuses."""

    case: str
    stage: State
    as_of: date
    outside: Optional[Outside]
    events: tuple[NextEvent, ...]

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap next`` prints, without its line end; ``redact``: with ``--redact``."""
        return dump_json({**_standing_json(self), "events": [_next_json(one, self.as_of) for one in self.events]},
                         redact)


@dataclass(frozen=True)
class OutcomeOption:
    """An outcome that could be entered ``on`` a day, and what would follow.

    ``recommended``: it is permitted, and the decision table leads to it from what is known. ``rule``: the
    table's. ``stage``, ``feed``, ``payment``: where it leads, and what becomes of the payment for the start;
    None where it leads nowhere. ``risk``: the rule by which a wrong choice is to be repaid. ``facts``: the code
    that is picked, or the reason that was assumed. ``missing``, ``reasons``: as of :class:`NextEvent`.
    """

    event: Event
    on: date
    verdict: Verdict
    recommended: bool
    rule: Optional[str]
    stage: Optional[State]
    feed: Optional[Feed]
    payment: Optional[Payment]
    risk: Optional[str]
    facts: Mapping[Fact, FactValue]
    missing: tuple[Fact, ...]
    reasons: tuple[WhyNot, ...]


@dataclass(frozen=True)
class Clash:
    """A ``fact`` that does not go with ``other``, or, where that is None, with how far the case came."""

    contradiction: Contradiction
    rule: str
    fact: Fact
    other: Optional[Fact]


@dataclass(frozen=True)
class Outcomes:
    """Which outcome the facts lead to: ``contradictions`` among them, and ``outcomes``, recommended ones
    first."""

    case: str
    stage: State
    as_of: date
    outside: Optional[Outside]
    contradictions: tuple[Clash, ...]
    outcomes: tuple[OutcomeOption, ...]

    @property
    def recommended(self) -> tuple[OutcomeOption, ...]:
        """What the decision table leads to, in its order; empty when it leads nowhere, or a fact is missing."""
        return tuple(one for one in self.outcomes if one.recommended)

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap outcome`` prints, without its line end; ``redact``: with ``--redact``."""
        return dump_json({**_standing_json(self), "contradictions": list(map(_clash_json, self.contradictions)),
                          "outcomes": [_outcome_json(one, self.as_of) for one in self.outcomes]}, redact)


@dataclass(frozen=True)
class OtherWay:
    """Another answer that may come instead, and where the case goes on then."""

    event: Event
    stage: State
    feed: Optional[Feed]


@dataclass(frozen=True)
class Step:
    """One step of a way to the end of a case, put ``on`` a day.

    ``actor``: who does it; what others do is taken to happen on the day asked about. ``verdict``: permitted, or
    undecided while facts are ``missing``. ``facts``: what it is to say: what is known, and the reason, code and end
    date that the rules give; ``assumed``: the one of them that nobody has said. ``stage``, ``feed``: after it.
    ``soon``: immediately or promptly, where the guidance says so. ``deadline``: one that it meets, ``due`` its day.
    ``otherwise``: what may come in its place.
    """

    event: Event
    actor: Actor
    verdict: Verdict
    on: date
    rule: str
    stage: State
    feed: Optional[Feed]
    soon: Optional[NoticeDue]
    deadline: Optional[Deadline]
    due: Optional[date]
    assumed: Optional[Fact]
    otherwise: Optional[OtherWay]
    facts: Mapping[Fact, FactValue]
    missing: tuple[Fact, ...]


@dataclass(frozen=True)
class Path:
    """How a case is closed from where it stands. ``found``: there is a way, of no ``steps`` where the case is closed.
    ``cut``: none was found within the bounds of the search, and there may be a longer one. ``end``, ``feed``: at the
    end of the way; where there is none, those of the case."""

    case: str
    stage: State
    as_of: date
    outside: Optional[Outside]
    found: bool
    cut: bool
    steps: tuple[Step, ...]
    end: State
    feed: Optional[Feed]

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap path`` prints, without its line end; ``redact``: with ``--redact``."""
        cut: Dict[str, Json] = {"cut": True} if self.cut else {}
        end: Dict[str, Json] = {} if self.end is State.NONE else {"to": self.end.word}
        return dump_json({**_standing_json(self), "found": self.found, **cut,
                          "steps": [_step_json(one, self.as_of) for one in self.steps], **end,
                          **members_json(feed=self.feed)}, redact)


@dataclass(frozen=True)
class CaseChange:
    """One difference between two answers: ``old`` and ``new`` are a word, a day or a number; None where there is
    none. ``deadline``: the one that it is about; ``name``: its name, which is all that a host's own clock has."""

    what: Difference
    deadline: Optional[Deadline]
    old: ChangeValue
    new: ChangeValue
    name: Optional[str] = None


@dataclass(frozen=True)
class WhatIf:
    """What events would come to: how the case stood ``before`` them (None: there was no case), the answer to
    each, and how the case would be different after them all."""

    case: str
    as_of: date
    before: Optional[Case]
    answers: tuple[Answer, ...]
    differences: tuple[CaseChange, ...]

    def to_json(self, redact: bool = False) -> str:
        """The last line that ``prap what-if`` prints, without its line end; the answers have their own.
        ``redact``: with ``--redact``."""
        return dump_json({"v": 1, "case": self.case, "as_of": self.as_of.isoformat(),
                          "differences": list(map(change_json, self.differences))}, redact)


@dataclass(frozen=True)
class Idea:
    """An event to be tried: the arguments of Engine.submit, but the case's."""

    event: Union[Event, str]
    on: date
    recorded: Optional[date] = None
    facts: Optional[Facts] = None
    id: Union[str, int, None] = None
    programme: Union[Programme, str, None] = None
    strict: bool = False


def _standing_json(one: Union[Options, Outcomes, Path]) -> Dict[str, Json]:
    return {"v": 1, "case": one.case, "stage": one.stage.word, **members_json(as_of=one.as_of, outside=one.outside)}


def _with_json(facts: Mapping[Fact, FactValue]) -> Dict[str, Json]:
    shown: Dict[str, Json] = {fact.word: fact_json(value) for fact, value in facts.items()}
    return {"with": shown} if shown else {}


def _judged_json(one: Union[NextEvent, OutcomeOption], as_of: date) -> Dict[str, Json]:
    return {"needs": [fact.word for fact in one.missing], "reasons": list(map(reason_json, one.reasons)),
            **members_json(on=one.on if one.on != as_of else None)}


def _next_json(one: NextEvent, as_of: date) -> Json:
    return {"event": one.event.word, **_with_json(one.facts), "verdict": one.verdict.word, **_judged_json(one, as_of)}


def _outcome_json(one: OutcomeOption, as_of: date) -> Json:
    return {"event": one.event.word, **_with_json(one.facts), "verdict": one.verdict.word,
            "recommended": one.recommended,
            **members_json(rule=one.rule, to=one.stage, feed=one.feed, payment=one.payment, risk=one.risk),
            **_judged_json(one, as_of)}


def _step_json(one: Step, as_of: date) -> Json:
    other = one.otherwise
    otherwise: Dict[str, Json] = {} if other is None else {
        "otherwise": members_json(event=other.event, to=other.stage, feed=other.feed)}
    return {**members_json(event=one.event, actor=one.actor, verdict=one.verdict), **_with_json(one.facts),
            "needs": [fact.word for fact in one.missing],
            **members_json(assumed=one.assumed, rule=one.rule, to=one.stage, feed=one.feed, soon=one.soon,
                           deadline=one.deadline, due=one.due),
            **otherwise, **members_json(on=one.on if one.on != as_of else None)}


def _clash_json(clash: Clash) -> Json:
    return members_json(contradiction=clash.contradiction, rule=clash.rule, fact=clash.fact, other=clash.other,
                        text=clash.contradiction.meaning)


def change_json(change: CaseChange) -> Json:
    """A difference as the lines have it."""
    def value(name: str, one: ChangeValue) -> Dict[str, Json]:
        if one is None:
            return {}
        return {name: one.word if isinstance(one, Word) else one.isoformat() if isinstance(one, date) else one}

    return {**members_json(what=change.what, deadline=change.deadline or change.name), **value("from", change.old),
            **value("to", change.new)}


def _with_of(raw: tuple[int, int, int]) -> Dict[Fact, FactValue]:
    fact, kind, value = raw
    return {Fact(fact): fact_out(kind, value)} if fact else {}


def _facts_of(numbers: Iterable[int]) -> tuple[Fact, ...]:
    return tuple(map(Fact, numbers))


def next_event_of(raw: _prap.RawOption) -> NextEvent:
    """The NextEvent of a raw option of the extension."""
    event, verdict, on, with_, needs, reasons = raw
    return NextEvent(Event(event), day_out(on), Verdict(verdict), _facts_of(needs), tuple(map(why_not_of, reasons)),
                     _with_of(with_))


def outcome_of(raw: _prap.RawOutcome) -> OutcomeOption:
    """The OutcomeOption of a raw outcome of the extension."""
    event, verdict, recommended, rule, on, stage, feed, payment, risk, with_, needs, reasons = raw
    return OutcomeOption(Event(event), day_out(on), Verdict(verdict), bool(recommended), rule or None,
                         State(stage) if stage else None, Feed(feed) if feed else None,
                         Payment(payment) if payment else None, risk or None, _with_of(with_), _facts_of(needs),
                         tuple(map(why_not_of, reasons)))


def step_of(raw: _prap.RawStep) -> Step:
    """The Step of a raw step of the extension."""
    (event, actor, verdict, on, rule, stage, feed, soon, deadline, due, assumed, other, facts, needs) = raw
    otherwise = OtherWay(Event(other[0]), State(other[1]), Feed(other[2]) if other[2] else None) if other[0] else None
    return Step(Event(event), Actor(actor), Verdict(verdict), day_out(on), rule, State(stage),
                Feed(feed) if feed else None, NoticeDue(soon) if soon else None,
                Deadline(deadline) if deadline else None, None if due == _prap.DAY_NONE else day_out(due),
                Fact(assumed) if assumed else None, otherwise,
                {Fact(fact): fact_out(kind, value) for fact, kind, value in facts}, _facts_of(needs))


def clash_of(raw: tuple[int, str, int, int]) -> Clash:
    """The Clash of a raw contradiction of the extension."""
    contradiction, rule, fact, other = raw
    return Clash(Contradiction(contradiction), rule, Fact(fact), Fact(other) if other else None)


def change_of(raw: tuple[int, int, int, int, int, int, str]) -> CaseChange:
    """The CaseChange of a raw difference of the extension."""
    what, deadline, kind, words, old, new, name = raw

    def value(number: int) -> ChangeValue:
        if number == _NOTHING:
            return None
        if kind == Value.DAY:
            return day_out(number)
        return _KINDS[words](number) if kind == Value.OPTION else number

    return CaseChange(Difference(what), Deadline(deadline) if deadline else None, value(old), value(new), name or None)


def idea_in(idea: Idea) -> tuple[bytes, int, int, int, int, int, tuple[tuple[int, int, int], ...]]:
    """An event as the extension takes it. Raises CallerError as Engine.submit."""
    return (id_in(idea.id), 0 if idea.programme is None else word_in(Programme, idea.programme, "programme"),
            word_in(Event, idea.event, "event"), _prap.STRICT_FACTS if flag_in(idea.strict, "strict") else 0,
            day_in(idea.on, "on"), optional_day_in(idea.recorded, "recorded"), facts_in(idea.facts))


def what_if_of(case: str, as_of: date, ideas: Iterable[Idea], raw: _prap.RawWhatIf) -> WhatIf:
    """The WhatIf of what the extension gives."""
    before, answers, differences = raw
    stood = before[0][5] > 0  # the version: no event, no case
    return WhatIf(case, as_of, case_of(case, before) if stood else None,
                  tuple(answer_of(case, idea.id, answer) for idea, answer in zip(ideas, answers)),
                  tuple(map(change_of, differences)))
