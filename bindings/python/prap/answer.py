"""Answers: what the guidance says to an event, and how a case stands. Every day is a ``datetime.date``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Dict, Mapping, Optional, Union

from . import _prap
from ._check import day_out, optional_day_out
from .catalogue import setting_value
from .errors import PrapError, error_of
from .facts import FactValue, fact_json, fact_out
from .redaction import redact as redacted
from .vocabulary import (Appointment, Channel, Choice, Deadline, DeadlineStatus, Decision, DefinedBy, Division, Engagement,
                         Erasure, Error, Misdirection, Outage, Reference,
                         Event, Fact, Feed, Mandation, Mappa, Means, Notice, Option, Outside, Policy, Prap14, Programme,
                         Reason, Recipient, ReferralKind, Scenario, Severity, State, Status, Verdict, Word)

Json = Union[bool, int, str, Dict[str, "Json"], "list[Json]"]


@dataclass(frozen=True)
class WhyNot:
    """A guard that failed: the rule that says so, the fact it looks at, what cures it, and from which day it
    could pass.

    ``severity`` is FORBIDDEN, UNDECIDED (the fact is unknown) or TEXT_SILENT (the guidance leaves it open).
    """

    reason: Reason
    rule: str
    severity: Severity
    fact: Optional[Fact]
    cure: str
    cure_event: Optional[Event]
    earliest: Optional[date]
    why: str


@dataclass(frozen=True)
class Clock:
    """A deadline of the case. ``due`` is met by acting at any time on that day (AMB-04); ``prudent`` is the
    earliest due day under any admissible reading; ``policy`` chose the reading. ``last_working_day`` is None where
    the calendar ends before. ``advisory``: a date to go by, outside every standard (a clerical case, AMB-64).

    ``deadline`` is None for a clock of the host's own, which has only its ``name``. ``defined_by`` the host: ``source``
    says where it comes from, and there is no ``rule``. NOT_DEFINED: the documents set no limit, as ``ambiguity`` says,
    and there is no ``due``, ``prudent`` and ``anchor``."""

    deadline: Optional[Deadline]
    due: Optional[date]
    prudent: Optional[date]
    rule: Optional[str]
    status: DeadlineStatus
    last_working_day: Optional[date]
    done: Optional[date]
    anchor: Optional[date]
    policy: Optional[Policy]
    advisory: bool
    defined_by: DefinedBy = DefinedBy.DOCUMENTS
    name: str = ""
    source: Optional[str] = None
    ambiguity: Optional[str] = None


@dataclass(frozen=True)
class Told:
    """Something worth telling: a breach, a missed standard, advice, or evidence that is owed. ``means``: how the
    guidance has the recipient told."""

    notice: Notice
    rule: str
    severity: Severity
    to: Recipient
    fact: Optional[Fact]
    due: Optional[date]
    means: Means


@dataclass(frozen=True)
class Broken:
    """A guard that failed and was recorded over, and its ``rule``, None where it has none."""

    reason: Reason
    rule: Optional[str]


@dataclass(frozen=True)
class Setting:
    """A policy setting that was looked at."""

    policy: Policy
    value: Union[Choice, int, date]


@dataclass(frozen=True)
class HistoryEvent:
    """One recorded event: when it happened (``on``) and when it was recorded. ``stage`` is the one after it, as it
    was judged then, by ``rulebook`` and ``calendar`` (their hashes, None where not kept) of ``division``.
    ``voided_by`` is the sequence of the entry that voids it, or None. ``broke``: what it was recorded over."""

    sequence: int
    event: Event
    on: date
    recorded: date
    id: Optional[str]
    facts: Mapping[Fact, FactValue]
    stage: Optional[State] = None
    voided_by: Optional[int] = None
    broke: tuple[Broken, ...] = ()
    rulebook: Optional[int] = None
    calendar: Optional[int] = None
    division: Optional[Division] = None


@dataclass(frozen=True)
class CaseDays:
    """The days of a case; None where there is none. ``entered``: when the start or the outcome was entered in PRaP.
    ``meeting``: for when the initial meeting is booked. ``work``: first at work. ``face_to_face``: the last."""

    received: Optional[date]
    made: Optional[date]
    acknowledged: Optional[date]
    attended: Optional[date]
    start: Optional[date]
    ended: Optional[date]
    entered: Optional[date]
    plan: Optional[date]
    meeting: Optional[date]
    handed_over: Optional[date]
    work: Optional[date]
    face_to_face: Optional[date]
    approved: Optional[date] = None
    backed_out: Optional[date] = None
    end: Optional[date] = None


@dataclass(frozen=True)
class Standing:
    """What an answer and a case have in common. ``version`` is the sequence of the last event; ``missing``
    names the facts that leave it undecided; ``rulebook`` and ``calendar`` are the hashes of what decided;
    ``outside`` says that the event's day is before or after the text that the rules come from. ``mappa``,
    ``prap14``, ``error``, ``channel``, ``referral_kind``, ``scenario``, ``mandation``, ``appointment`` and
    ``engagement`` are set beside the stage; None where they are not. ``orphan``: backed out while the earnings feed
    is still open.
    ``attempts_failed`` of the ``attempts`` did not reach the person. ``imported``: taken over in mid-life.
    ``outcome``: the reason of the outcome or of the cancellation."""

    case: str
    programme: Programme
    stage: State
    feed: Feed
    reasons: tuple[WhyNot, ...]
    deadlines: tuple[Clock, ...]
    notices: tuple[Told, ...]
    version: int
    settings: tuple[Setting, ...]
    rulebook: int
    calendar: int
    as_of: date
    duplicate: bool
    days: CaseDays
    attempts: int
    breaches: int
    code: Optional[int]
    outside: Optional[Outside]
    mappa: Optional[Mappa]
    prap14: Optional[Prap14]
    error: Optional[Error]
    channel: Optional[Channel]
    referral_kind: Optional[ReferralKind]
    outcome: Optional[Option]
    imported: bool
    attempts_failed: int
    scenario: Optional[Scenario]
    mandation: Optional[Mandation]
    appointment: Optional[Appointment]
    engagement: Optional[Engagement]
    decision: Optional[Decision]
    reference: Optional[Reference]
    outage: Optional[Outage]
    misdirection: Optional[Misdirection]
    erasure: Optional[Erasure]
    orphan: bool

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts of the undecided reasons, in their order, each once."""
        undecided = (why.fact for why in self.reasons if why.severity is Severity.UNDECIDED)
        return tuple(dict.fromkeys(fact for fact in undecided if fact is not None))

    def deadline(self, deadline: Union[Deadline, str]) -> Optional[Clock]:
        """The clock of that name, or None when the case has none; of the host's own by its name."""
        word = deadline.word if isinstance(deadline, Deadline) else deadline
        return next((clock for clock in self.deadlines if (clock.deadline.word if clock.deadline else clock.name) == word), None)

    def to_json(self, redact: bool = False) -> str:
        """The line that the ``prap`` command prints, without its line end; ``redact``: with ``--redact``, which
        replaces what tells of MAPPA, a Special Customer Record, terminal illness or death by ``"redacted"``."""
        return dump_json(self.as_json(), redact)

    def as_json(self) -> Dict[str, Json]:
        """The object that :meth:`to_json` prints."""
        raise NotImplementedError


@dataclass(frozen=True)
class Answer(Standing):
    """The answer to an ``event`` that happened ``on`` a day. Only ``Verdict.PERMITTED`` changed the store. A
    ``duplicate`` was recorded before under its id, and this is the answer it got then."""

    verdict: Verdict
    event: Event
    on: date
    id: Union[str, int, None]

    def as_json(self) -> Dict[str, Json]:
        return {"v": 1, **({} if self.id is None else {"id": self.id}), "case": self.case,
                "verdict": self.verdict.word, **_standing_json(self),
                **members_json(event=self.event, on=self.on),
                **({"duplicate": True} if self.duplicate else {}), **_regions_json(self)}


@dataclass(frozen=True)
class Case(Standing):
    """How a case stands as of a day, from what was recorded by then. ``history`` is None when it was not
    asked for."""

    history: Optional[tuple[HistoryEvent, ...]]

    def as_json(self) -> Dict[str, Json]:
        days = {name.replace("_", "-"): day.isoformat() for name, day in vars(self.days).items() if day is not None}
        return {"v": 1, "case": self.case, **_standing_json(self), **_regions_json(self), "days": {**days},
                "attempts": self.attempts, "breaches": self.breaches,
                **({"attempts_failed": self.attempts_failed} if self.attempts_failed else {}),
                **({"imported": True} if self.imported else {}), **members_json(outcome=self.outcome),
                **({} if self.code is None else {"code": self.code}),
                **({} if self.history is None else {"history": list(map(_history_json, self.history))})}


def dump_json(value: Dict[str, Json], redact: bool = False) -> str:
    """Compact, unescaped JSON: the form of every line in and out."""
    return json.dumps(redacted(value) if redact else value, ensure_ascii=False, separators=(",", ":"))


def members_json(**members: Union[str, bool, date, Word, None]) -> Dict[str, Json]:
    """Words by name, days in ISO form; what there is not is left out."""
    shown = {name: value.word if isinstance(value, Word) else value for name, value in members.items()}
    return {name: value.isoformat() if isinstance(value, date) else value
            for name, value in shown.items() if value}


def reason_json(why: WhyNot) -> Json:
    """A reason as the lines have it."""
    return members_json(rule=why.rule, severity=why.severity, fact=why.fact, cure=why.cure, earliest=why.earliest,
                        reason=why.reason, why=why.why, cure_event=why.cure_event)


def _clock_json(clock: Clock) -> Json:
    host = clock.defined_by is DefinedBy.HOST
    return members_json(deadline=clock.deadline or clock.name, due=clock.due, prudent=clock.prudent, rule=clock.rule,
                    status=clock.status, last_working_day=clock.last_working_day, done=clock.done,
                        **({"advisory": True} if clock.advisory else {}),
                        defined_by=clock.defined_by if host else None, name=clock.name if host else None,
                        source=clock.source, ambiguity=clock.ambiguity)


def _notice_json(told: Told) -> Json:
    return members_json(notice=told.notice, rule=told.rule, severity=told.severity, to=told.to, fact=told.fact,
                    due=told.due, means=None if told.means is Means.NOT_STATED else told.means,
                        text=told.notice.meaning)


def setting_json(setting: Setting) -> Json:
    value: Json = (setting.value.word if isinstance(setting.value, Choice)
                   else setting.value.isoformat() if isinstance(setting.value, date) else setting.value)
    return {"policy": setting.policy.word, "value": value}


def _history_json(event: HistoryEvent) -> Json:
    facts: Dict[str, Json] = {fact.word: fact_json(value) for fact, value in event.facts.items()}
    return {"sequence": event.sequence, **members_json(event=event.event, on=event.on, recorded=event.recorded,
                                                   id=event.id),
            "facts": facts, **members_json(stage=event.stage or None),
            **({} if event.voided_by is None else {"voided_by": event.voided_by}),
            **({"broke": [members_json(reason=one.reason, rule=one.rule) for one in event.broke]}
               if event.broke else {}),
            **members_json(rulebook=_hash_text(event.rulebook), calendar=_hash_text(event.calendar),
                           division=event.division)}


def _hash_text(value: Optional[int]) -> Optional[str]:
    return None if value is None else f"{value:08x}"


def _regions_json(standing: Standing) -> Dict[str, Json]:
    kind = None if standing.referral_kind is ReferralKind.NEW else standing.referral_kind
    regions = members_json(**{"mappa": standing.mappa, "prap14": standing.prap14, "error": standing.error,
                              "channel": standing.channel, "referral-kind": kind, "scenario": standing.scenario,
                              "mandation": standing.mandation, "appointment": standing.appointment,
                              "engagement": standing.engagement, "decision": standing.decision,
                              "reference": standing.reference, "outage": standing.outage,
                              "misdirection": standing.misdirection, "erasure": standing.erasure})
    return {**({"regions": regions} if regions else {}), **({"orphan": True} if standing.orphan else {})}


def _standing_json(standing: Standing) -> Dict[str, Json]:
    return {"stage": standing.stage.word, "feed": standing.feed.word,
            "reasons": [reason_json(why) for why in standing.reasons],
            "deadlines": [_clock_json(clock) for clock in standing.deadlines],
            "notices": [_notice_json(told) for told in standing.notices],
            "version": standing.version, "missing": [fact.word for fact in standing.missing],
            "settings": [setting_json(setting) for setting in standing.settings],
            "rulebook": f"{standing.rulebook:08x}", "calendar": f"{standing.calendar:08x}",
            **members_json(as_of=standing.as_of, outside=standing.outside)}


def why_not_of(raw: _prap.RawReason) -> WhyNot:
    """The WhyNot of a raw reason of the extension."""
    reason, rule, severity, fact, cure_event, earliest, why, cure = raw
    return WhyNot(Reason(reason), rule, Severity(severity), Fact(fact) if fact else None, cure,
                  Event(cure_event) if cure_event else None, optional_day_out(earliest), why)


def _clock(raw: _prap.RawDeadline) -> Clock:
    (deadline, status, rule, anchor, due, prudent, last_working_day, done_on, policy, advisory, defined_by, name, source,
     ambiguity) = raw
    return Clock(Deadline(deadline) if deadline else None, optional_day_out(due), optional_day_out(prudent), rule or None,
                 DeadlineStatus(status), optional_day_out(last_working_day), optional_day_out(done_on),
                 optional_day_out(anchor), Policy(policy) if policy else None, bool(advisory), DefinedBy(defined_by), name,
                 source or None, ambiguity or None)


def _told(raw: _prap.RawNotice) -> Told:
    notice, rule, severity, recipient, fact, due, means = raw
    return Told(Notice(notice), rule, Severity(severity), Recipient(recipient), Fact(fact) if fact else None,
                optional_day_out(due), Means(means))


def _standing(case: str, raw: _prap.RawAnswer) -> Dict[str, object]:
    """The members of Standing, by name."""
    summary, reasons, deadlines, notices, settings, beside = raw
    (mappa, prap14, error, channel, referral_kind, outcome, entered, plan, meeting, handed_over, work, face_to_face,
     imported, attempts_failed, scenario, mandation, appointment, engagement, approved, backed_out, end,
     orphan, decision, reference, outage, misdirection, erasure) = beside
    (_, programme, stage, feed, duplicate, version, as_of, code, received, made, acknowledged, attended,
     start, ended, attempts, breaches, rulebook, calendar, outside, _, _, _) = summary
    days = CaseDays(*map(optional_day_out, (received, made, acknowledged, attended, start, ended, entered, plan,
                                            meeting, handed_over, work, face_to_face, approved, backed_out, end)))
    return dict(case=case, programme=Programme(programme), stage=State(stage), feed=Feed(feed),
                reasons=tuple(map(why_not_of, reasons)), deadlines=tuple(map(_clock, deadlines)),
                notices=tuple(map(_told, notices)), version=version,
                settings=tuple(Setting(Policy(policy), setting_value(Policy(policy), value))
                               for policy, value in settings),
                rulebook=rulebook, calendar=calendar, as_of=day_out(as_of), duplicate=bool(duplicate),
                days=days, attempts=attempts, breaches=breaches, code=code or None,
                outside=Outside(outside) if outside else None, mappa=Mappa(mappa) if mappa else None,
                prap14=Prap14(prap14) if prap14 else None, error=Error(error) if error else None,
                channel=Channel(channel) if channel else None,
                referral_kind=ReferralKind(referral_kind) if referral_kind else None,
                outcome=Option(outcome) if outcome else None, imported=bool(imported),
                attempts_failed=attempts_failed, scenario=Scenario(scenario) if scenario else None,
                mandation=Mandation(mandation) if mandation else None,
                appointment=Appointment(appointment) if appointment else None,
                engagement=Engagement(engagement) if engagement else None, orphan=bool(orphan),
                decision=Decision(decision) if decision else None, reference=Reference(reference) if reference else None,
                outage=Outage(outage) if outage else None,
                misdirection=Misdirection(misdirection) if misdirection else None,
                erasure=Erasure(erasure) if erasure else None)


def answer_of(case: str, id: Union[str, int, None], raw: _prap.RawAnswer) -> Answer:
    """The Answer of a raw answer of the extension."""
    verdict, *_, event, on, _ = raw[0]
    return Answer(verdict=Verdict(verdict), event=Event(event), on=day_out(on), id=id,
                  **_standing(case, raw))  # type: ignore[arg-type]


def case_of(case: str, raw: _prap.RawAnswer, history: Optional[tuple[HistoryEvent, ...]] = None) -> Case:
    """The Case of a raw answer of the extension."""
    return Case(history=history, **_standing(case, raw))  # type: ignore[arg-type]


def error_in(raw: _prap.RawAnswer) -> Optional[PrapError]:
    """Why a walk could not judge this case, in whose place stands an empty answer; else None."""
    status = raw[0][-1]
    if status == Status.OK:
        return None
    return error_of(status, "programme" if status == Status.E_WORD else "case")


def history_event_of(raw: _prap.RawEvent) -> HistoryEvent:
    """The HistoryEvent of a raw event of the extension."""
    (sequence, event, on, recorded, id_, facts, stage, voided_by, broke, rulebook, calendar, division) = raw
    return HistoryEvent(sequence, Event(event), day_out(on), day_out(recorded), id_ or None,
                        {Fact(fact): fact_out(kind, value) for fact, kind, value in facts},
                        State(stage) if stage else None, voided_by or None,
                        tuple(Broken(Reason(reason), rule or None) for reason, rule in broke), rulebook or None,
                        calendar or None, Division(division) if division else None)
