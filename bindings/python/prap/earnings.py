"""Earnings in whole pence, the codes of each programme, and what moves the earnings feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, List, Optional, Tuple, Union

from . import _prap
from ._check import day_in, number_in, optional_day_out, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .facts import UNKNOWN
from .vocabulary import (Actor, Choice, Consequence, Event, Feed, FeedEffect, FeedTrigger, Payment, Policy, Programme,
                         Severity, State, Threshold, ThresholdStatus, Value, Verdict)

_INT32 = range(-2**31, 2**31)
_INT64 = range(-2**63, 2**63)
Known = Union[bool, Value]


@dataclass(frozen=True)
class Code:
    """A leaver or end-reason code of one programme. ``feed`` is CLOSED where it ends the earnings feed, by
    ``feed_rule``, else OPEN; ``repayment_rule`` is None where the guidance names none. Where the programme has the code
    under one setting of a policy only, ``policy`` and ``choice`` say which (AMB-91); else both are None."""

    programme: Programme
    code: int
    label: str
    set_by: Actor
    needs: str
    rule: str
    feed: Feed
    feed_rule: str
    repayment_rule: Optional[str]
    policy: Optional[Policy] = None
    choice: Optional[Choice] = None

    def to_json(self) -> str:
        """The line that ``prap codes --json`` prints, without its line end."""
        return dump_json({"v": 1, **members_json(programme=self.programme), "code": self.code,
                          **members_json(label=self.label, set_by=self.set_by, needs=self.needs, policy=self.policy,
                                         choice=self.choice, rule=self.rule, feed=self.feed,
                                         feed_rule=self.feed_rule, repayment_rule=self.repayment_rule)})


@dataclass(frozen=True)
class CodeConsequence:
    """One thing that choosing a code does; ``consequence.meaning`` is the sentence."""

    consequence: Consequence
    severity: Severity
    rule: str


@dataclass(frozen=True)
class CodeChoice:
    """What choosing a code does, before it is chosen. REFUSED: the programme does not have it (``label`` is None and
    ``defined_for`` says which do), or PRaP alone sets it. What else a case needs for it, ``Engine.preview`` says."""

    programme: Programme
    code: int
    verdict: Verdict
    rule: str
    severity: Severity
    defined_for: Tuple[Programme, ...]
    label: Optional[str]
    set_by: Optional[Actor]
    needs: Optional[str]
    feed_before: Feed
    feed_after: Feed
    payment: Optional[Payment]
    consequences: Tuple[CodeConsequence, ...]

    def to_json(self) -> str:
        """The line that ``prap codes PROGRAMME CODE --json`` prints, without its line end."""
        object_: Dict[str, Json] = {"v": 1, **members_json(programme=self.programme), "code": self.code}
        object_.update(members_json(verdict=self.verdict, rule=self.rule, severity=self.severity))
        object_["defined_for"] = [one.word for one in self.defined_for]
        object_.update(members_json(label=self.label, set_by=self.set_by, needs=self.needs,
                                    feed_before=self.feed_before, feed_after=self.feed_after, payment=self.payment))
        object_["consequences"] = [members_json(consequence=one.consequence, severity=one.severity, rule=one.rule,
                                                text=one.consequence.meaning) for one in self.consequences]
        return dump_json(object_)


@dataclass(frozen=True)
class ThresholdStanding:
    """How earnings stand to a threshold. ``pence``: the amount, of the day it was reached, else of the day asked about;
    None where there is none or it is not known. ``unsure_from``: the first day on which it may have been reached, that
    day's amount not being known. ``missing_pence``: None unless it is NOT_REACHED."""

    threshold: Threshold
    status: ThresholdStatus
    rule: str
    outcome: bool
    pence: Optional[int]
    reached_on: Optional[date]
    unsure_from: Optional[date]
    missing_pence: Optional[int]


@dataclass(frozen=True)
class Earnings:
    """What payments amount to by ``as_of``, in whole pence. ``outcome``: the threshold that is the job outcome, None where
    the guidance states none. ``closes_feed``: whether reaching it closes an open feed by then, or UNKNOWN."""

    programme: Programme
    as_of: date
    earned_pence: int
    payments: int
    first_paid_on: Optional[date]
    outcome: Optional[Threshold]
    outcome_status: ThresholdStatus
    outcome_on: Optional[date]
    closes_feed: Known
    rule: str
    thresholds: Tuple[ThresholdStanding, ...]
    id: Union[str, int, None] = None

    def to_json(self) -> str:
        """The line that ``prap earnings`` prints, without its line end."""
        object_: Dict[str, Json] = {"v": 1, **({} if self.id is None else {"id": self.id})}
        object_.update(members_json(programme=self.programme, as_of=self.as_of))
        object_.update(earned_pence=self.earned_pence, payments=self.payments)
        object_.update(members_json(first_paid_on=self.first_paid_on, outcome=self.outcome,
                                    outcome_status=self.outcome_status, outcome_on=self.outcome_on))
        object_.update(closes_feed=_known_json(self.closes_feed), rule=self.rule)
        object_["thresholds"] = [_standing_json(one) for one in self.thresholds]
        return dump_json(object_)


@dataclass(frozen=True)
class FeedPeriod:
    """A time during which the feed was open. ``opened_at`` and ``closed_at`` are places in the case's history; all that
    is about closing is None while it is open. ``code``: of the end date, or None."""

    opened_by: Event
    opened_at: int
    opened_on: date
    opened_recorded: date
    opened_rule: str
    closed_by: Optional[Event]
    closed_at: Optional[int]
    closed_on: Optional[date]
    closed_recorded: Optional[date]
    trigger: Optional[FeedTrigger]
    closed_rule: Optional[str]
    code: Optional[int]


@dataclass(frozen=True)
class CaseFeed:
    """The earnings feed of a case as it stood on ``as_of``. ``orphan``: True: open although the referral was backed out;
    UNKNOWN: the same, and the guidance does not state for the programme that it should not. ``rule``: empty where only the
    history tells what closed it. ``periods``: None where they were not asked for."""

    case: str
    as_of: date
    programme: Programme
    stage: State
    feed: Feed
    orphan: Known
    effect: FeedEffect
    rule: str
    start: Optional[date]
    entered: Optional[date]
    ended: Optional[date]
    code: Optional[int]
    periods: Optional[Tuple[FeedPeriod, ...]]

    def to_json(self, *, redact: bool = False) -> str:
        """The line that ``prap feed`` prints, without its line end. ``redact``: as with ``--redact``."""
        object_: Dict[str, Json] = {"v": 1, "case": self.case}
        object_.update(members_json(as_of=self.as_of, programme=self.programme, stage=self.stage, feed=self.feed))
        object_["orphan"] = _known_json(self.orphan)
        object_.update(members_json(effect=self.effect, rule=self.rule, start=self.start, entered=self.entered,
                                    ended=self.ended))
        object_.update({} if self.code is None else {"code": self.code})
        if self.periods is not None:
            object_["periods"] = [_period_json(one) for one in self.periods]
        return dump_json(object_, redact)


def _known_json(value: Known) -> Json:
    return value if isinstance(value, bool) else "unknown"


def _known_out(value: int) -> Known:
    return UNKNOWN if value == Value.UNKNOWN else value == Value.YES


def _standing_json(one: ThresholdStanding) -> Json:
    object_: Dict[str, Json] = {**members_json(threshold=one.threshold, status=one.status, rule=one.rule)}
    object_.update({} if one.pence is None else {"pence": one.pence})
    object_.update(members_json(reached_on=one.reached_on, unsure_from=one.unsure_from))
    object_.update({} if one.missing_pence is None else {"missing_pence": one.missing_pence})
    return object_


def _period_json(one: FeedPeriod) -> Json:
    object_: Dict[str, Json] = {**members_json(opened_by=one.opened_by), "opened_at": one.opened_at}
    object_.update(members_json(opened_on=one.opened_on, opened_recorded=one.opened_recorded,
                                opened_rule=one.opened_rule, closed_by=one.closed_by))
    object_.update({} if one.closed_at is None else {"closed_at": one.closed_at})
    object_.update(members_json(closed_on=one.closed_on, closed_recorded=one.closed_recorded, trigger=one.trigger,
                                closed_rule=one.closed_rule))
    object_.update({} if one.code is None else {"code": one.code})
    return object_


def codes(programme: Union[Programme, str, None] = None) -> Tuple[Code, ...]:
    """The codes of a programme, or with None of all, in table order (rules.md 1.6). Raises CallerError
    ``unknown-word``."""
    number = 0 if programme is None else int(word_in(Programme, programme, "programme"))
    found: List[Code] = []
    while (raw := _prap.code_at(number, len(found))) is not None:
        of, code, rule, actor, feed, feed_rule, label, needs, repayment, policy, choice = raw
        found.append(Code(Programme(of), code, label, Actor(actor), needs, rule, Feed(feed), feed_rule, repayment,
                          Policy(policy) if policy else None, Choice(choice) if choice else None))
    return tuple(found)


def code_choice(programme: Union[Programme, str], code: int, feed: Union[Feed, str] = Feed.OPEN) -> CodeChoice:
    """What choosing a code does to payment, before it is chosen (X-39, X-40); a code of another programme is refused
    (AMB-93). ``feed``: how the feed stands before. Raises CallerError ``unknown-word``, ``range``; WrongType."""
    which = word_in(Programme, programme, "programme")
    raw = _prap.code_choice(int(which), number_in(code, "code", _INT32), int(word_in(Feed, feed, "feed")))
    verdict, rule, programmes, before, after, payment, severity, label, actor, needs, consequences = raw
    return CodeChoice(which, code, Verdict(verdict), rule, Severity(severity),
                      tuple(one for one in Programme if programmes >> one & 1), label,
                      Actor(actor) if actor else None, needs, Feed(before), Feed(after),
                      Payment(payment) if payment else None,
                      tuple(CodeConsequence(Consequence(what), Severity(how), why)
                            for what, how, why in consequences))


def _amounts_in(given: Iterable[Tuple[date, int]], field: str) -> Tuple[Tuple[int, int], ...]:
    rows = tuple(given)
    for i, row in enumerate(rows):
        if not isinstance(row, tuple) or len(row) != 2:
            raise wrong_type(f"{field}[{i}]", "a pair of a date and whole pence")
    return tuple((day_in(day, f"{field}[{i}]"), number_in(pence, f"{field}[{i}]", _INT64))
                 for i, (day, pence) in enumerate(rows))


def earnings(programme: Union[Programme, str], as_of: date, payments: Iterable[Tuple[date, int]], *,
             national: Iterable[Tuple[date, int]] = (), id: Union[str, int, None] = None) -> Earnings:
    """What payments, pairs of a date and whole pence, amount to by ``as_of``, which thresholds they reach and when
    (X-38, CH15-16, M08-BG-3b). ``national``: the National Threshold's amounts, each with its first day; without one for
    the day it is NOT_KNOWN (AMB-80). ``id``: only repeated. Raises CallerError ``unknown-word``, ``day``, ``range`` (a
    payment below 0, an amount below 1, a sum that does not fit), ``twice``; LimitError ``limit``; WrongType."""
    which = word_in(Programme, programme, "programme")
    head, rows = _prap.earnings(int(which), day_in(as_of, "as_of"), _amounts_in(payments, "payments"),
                                _amounts_in(national, "national"))
    earned, counted, first, outcome, status, outcome_on, closes, rule = head
    return Earnings(which, as_of, earned, counted, optional_day_out(first), Threshold(outcome) if outcome else None,
                    ThresholdStatus(status), optional_day_out(outcome_on), _known_out(closes), rule,
                    tuple(map(_standing_of, rows)), id)


def _standing_of(raw: _prap.RawStanding) -> ThresholdStanding:
    threshold, status, rule, outcome, reached, unsure, pence, missing = raw
    return ThresholdStanding(Threshold(threshold), ThresholdStatus(status), rule, outcome == 1, pence or None,
                             optional_day_out(reached), optional_day_out(unsure),
                             missing if status == ThresholdStatus.NOT_REACHED else None)


def feed_effect(programme: Union[Programme, str], trigger: Union[FeedTrigger, str]) -> Tuple[FeedEffect, str]:
    """What a trigger does to the feed of a programme, and the rule: a cell of rules.md 2.7. Raises CallerError
    ``unknown-word``."""
    effect, rule = _prap.feed_effect(int(word_in(Programme, programme, "programme")),
                                     int(word_in(FeedTrigger, trigger, "trigger")))
    return FeedEffect(effect), rule


def thresholds(programme: Union[Programme, str]) -> Tuple[Tuple[Threshold, Optional[ThresholdStatus], int], ...]:
    """A programme's thresholds: which, why it has none (NOT_APPLICABLE, NOT_STATED) or that the host gives the amount
    (NOT_KNOWN), else None, and the pence to reach. Raises CallerError ``unknown-word``."""
    number = int(word_in(Programme, programme, "programme"))
    found: List[Tuple[Threshold, Optional[ThresholdStatus], int]] = []
    while (raw := _prap.threshold_at(number, len(found))) is not None:
        threshold, status, _, _, pence = raw
        found.append((Threshold(threshold), ThresholdStatus(status) if status else None, pence))
    return tuple(found)


def feed_of(raw: _prap.RawFeed, case: str, as_of: date,
            periods: Optional[Iterable[_prap.RawFeedPeriod]]) -> CaseFeed:
    """The CaseFeed of a raw feed of the extension."""
    programme, stage, feed, orphan, effect, rule, start, entered, ended, code = raw
    return CaseFeed(case, as_of, Programme(programme), State(stage), Feed(feed), _known_out(orphan),
                    FeedEffect(effect), rule, optional_day_out(start), optional_day_out(entered),
                    optional_day_out(ended), code or None,
                    None if periods is None else tuple(map(_period_of, periods)))


def _period_of(raw: _prap.RawFeedPeriod) -> FeedPeriod:
    opened_by, opened_at, opened_on, recorded, rule, closed_by, at, on, closed_recorded, trigger, why, code = raw
    opened_days = optional_day_out(opened_on), optional_day_out(recorded)
    assert opened_days[0] is not None and opened_days[1] is not None
    return FeedPeriod(Event(opened_by), opened_at, opened_days[0], opened_days[1], rule,
                      Event(closed_by) if closed_by else None, at or None, optional_day_out(on),
                      optional_day_out(closed_recorded), FeedTrigger(trigger) if trigger else None, why or None,
                      code or None)
