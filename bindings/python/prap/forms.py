"""Forms: what each holds, to whom it goes and by when; is one complete, and may it go? (CH15-8 to CH15-21, PD-A, PD-B)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Collection, Dict, Mapping, Optional, Union

from . import _prap
from ._check import INT64, day_in, number_in, optional_day_out, text_in, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .calendar import Calendar
from .dates import _calendar_in
from .errors import error_of
from .facts import UNKNOWN
from .guidance import contact, contacts
from .rulebook import Settings, settings_in
from .vocabulary import (KIND_NUMBERS, Actor, ContactStatus, FactType, Fields, FormFact, FormFinding, FormOption,
                         FormOutcome, Means, Need, NoticeDue, OwnTemplate, Policy, Programme, Recipient, Record,
                         Retention, Severity, Status, Value, Verdict)
from .vocabulary import Form as FormName

FormValue = Union[bool, int, date, str, FormOption, Value]
"""Yes or no, a number, a day, a word of the fact's own; or UNKNOWN. Never what a field holds."""

_TYPES = {FormFact(row[0]): FactType(row[4]) for row in _prap.words(KIND_NUMBERS[FormFact])}
_OPTIONS = {fact: tuple(FormOption(row[0]) for row in _prap.words(KIND_NUMBERS[FormOption]) if row[4] == fact)
            for fact in FormFact}


@dataclass(frozen=True)
class FormField:
    """A field: its fact (whose ``meaning`` says what it is), whether the form has to have it, and its rule."""

    fact: FormFact
    need: Need
    personal: bool
    type: FactType
    rule: str


@dataclass(frozen=True)
class FormRoute:
    """Where a form goes: ``occasion`` None is any. ``contact`` is the id of the printed address, ``""`` where there is
    none; see :func:`prap.contact` for whether it is still of use."""

    programmes: tuple[Programme, ...]
    occasion: Optional[FormOption]
    rule: str
    to: Recipient
    contact: str
    means: Means
    when: NoticeDue


@dataclass(frozen=True)
class FormKind:
    """A form of the documents. ``programmes`` is empty for those of Provider Direct, which is the Work Programme's.
    ``printed``: how far the documents print what it holds. ``record``: what it is kept as, or None: they do not say.
    ``copies``: the id of the contact that has copies, or ``""``."""

    form: FormName
    title: str
    aliases: tuple[str, ...]
    rule: str
    programmes: tuple[Programme, ...]
    by: Actor
    printed: Fields
    own_template: OwnTemplate
    record: Optional[Record]
    copies: str
    routes: tuple[FormRoute, ...]
    fields: tuple[FormField, ...]


@dataclass(frozen=True)
class FormReason:
    """Why, and what to do (``cure``, ``""`` where there is nothing). ``form``: the one that is right instead."""

    finding: FormFinding
    rule: str
    severity: Severity
    fact: Optional[FormFact]
    form: Optional[FormName]
    policy: Optional[Policy]
    contact: str
    day: Optional[date]
    cure: str

    def as_json(self) -> Json:
        """The reason as the lines have it."""
        return members_json(finding=self.finding, rule=self.rule, severity=self.severity, fact=self.fact,
                            form=self.form, policy=self.policy, contact=self.contact, day=self.day,
                            text=self.finding.meaning, cure=self.cure)


@dataclass(frozen=True)
class FormAnswer:
    """What is answered. ``outcome`` says it in a word; ``verdict`` is REFUSED when a finding forbids it to go,
    UNDECIDED when a fact is wanting. ``complete`` is YES, NO or UNKNOWN, which it also is where the documents print
    only part of the form. What the form does not come to is None or ``""``; the members are those of prap_form_answer
    in prap/form.h."""

    form: FormName
    programme: Optional[Programme]
    on: date
    outcome: FormOutcome
    verdict: Verdict
    complete: Optional[Value]
    n_missing: int
    n_unknown: int
    to: Optional[Recipient]
    contact: str
    contact_status: Optional[ContactStatus]
    means: Optional[Means]
    when: Optional[NoticeDue]
    due: Optional[date]
    prudent: Optional[date]
    plan_by: Optional[date]
    late: bool
    record: Optional[Record]
    retention: Optional[Retention]
    keep_until: Optional[date]
    findings: tuple[FormReason, ...]
    id: Union[str, int, None] = None

    @property
    def missing(self) -> tuple[FormFact, ...]:
        """The facts that leave it undecided, in their order, each once."""
        undecided = (one.fact for one in self.findings if one.severity is Severity.UNDECIDED)
        return tuple(dict.fromkeys(fact for fact in undecided if fact is not None))

    def finding(self, finding: Union[FormFinding, str]) -> Optional[FormReason]:
        """The first of that name, or None. Raises CallerError ``unknown-word``, WrongType."""
        wanted = word_in(FormFinding, finding, "finding")
        return next((one for one in self.findings if one.finding is wanted), None)

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap form`` prints, without its line end; ``redact``: with ``--redact``."""
        object_: Dict[str, Json] = {"v": 1, **({} if self.id is None else {"id": self.id})}
        object_.update(members_json(form=self.form, programme=self.programme, on=self.on, outcome=self.outcome,
                                    verdict=self.verdict, complete=self.complete))
        if self.complete is not None:
            object_.update({"missing": self.n_missing, "unknown": self.n_unknown})
        object_.update(members_json(to=self.to, contact=self.contact, contact_status=self.contact_status,
                                    means=self.means, when=self.when, due=self.due, prudent=self.prudent,
                                    plan_by=self.plan_by, late=self.late, record=self.record,
                                    retention=self.retention, keep_until=self.keep_until))
        object_["findings"] = [one.as_json() for one in self.findings]
        return dump_json(object_, redact)


def _programmes(bits: int) -> tuple[Programme, ...]:
    return tuple(programme for programme in Programme if bits >> (programme - 1) & 1)


def _route_of(row: _prap.RawFormRoute) -> FormRoute:
    bits, option, rule, to, address, means, due = row
    return FormRoute(_programmes(bits), FormOption(option) if option else None, rule, Recipient(to), address,
                     Means(means), NoticeDue(due))


def _field_of(row: _prap.RawFormField) -> FormField:
    fact, need, personal, rule = row
    return FormField(FormFact(fact), Need(need), bool(personal), _TYPES[FormFact(fact)], rule)


def _kind_of(row: _prap.RawForm) -> FormKind:
    form_, rule, bits, actor, fields, template, record, copies, title, aliases, routes, rows = row
    return FormKind(FormName(form_), title, tuple(aliases), rule, _programmes(bits), Actor(actor), Fields(fields),
                    OwnTemplate(template), Record(record) if record else None, copies, tuple(map(_route_of, routes)),
                    tuple(map(_field_of, rows)))


def _form_in(name: object) -> FormName:
    if isinstance(name, FormName):
        return name
    number = _prap.form_find(text_in(name, "form"))
    if number == 0:
        raise error_of(Status.E_WORD, "form")
    return FormName(number)


def forms() -> tuple[FormKind, ...]:
    """Every form that the documents name, in the order of the vocabulary."""
    rows = (_prap.form_at(int(name)) for name in FormName)
    return tuple(_kind_of(row) for row in rows if row is not None)


def form_kind(name: Union[FormName, str]) -> FormKind:
    """The form of a name ("whp07"), a title or another name that the documents have for it ("WHPERJ1"), in capitals or
    not. Raises CallerError ``unknown-word``, WrongType."""
    row = _prap.form_at(int(_form_in(name)))
    assert row is not None
    return _kind_of(row)


def form_takes(form: Union[FormName, str], fact: Union[FormFact, str]) -> bool:
    """Whether a question about a form takes a fact. Raises CallerError ``unknown-word``, WrongType."""
    return _prap.form_takes(int(_form_in(form)), int(_name_in(fact)))


def form_options(fact: Union[FormFact, str]) -> tuple[FormOption, ...]:
    """The words that a fact can have; empty where it is no choice. Raises CallerError ``unknown-word``, WrongType."""
    return _OPTIONS[_name_in(fact)]


def _name_in(name: object) -> FormFact:
    if not isinstance(name, (str, FormFact)):
        raise wrong_type("facts", "a FormFact or its name, for each fact,")
    return name if isinstance(name, FormFact) else word_in(FormFact, name.replace("_", "-"), "facts")


def _option_in(fact: FormFact, value: object) -> FormOption:
    if not isinstance(value, (str, FormOption)):
        raise wrong_type(fact.word, "a word (str or FormOption)")
    for option in _OPTIONS[fact]:
        if value == (option if isinstance(value, FormOption) else option.word):
            return option
    raise error_of(Status.E_WORD, fact.word, f"it is one of {', '.join(option.word for option in _OPTIONS[fact])}")


def _fact_in(fact: FormFact, value: object) -> tuple[int, int, int]:
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


def _own_in(ids: object) -> int:
    if isinstance(ids, str) or not isinstance(ids, Collection):
        raise wrong_type("own_contacts", "a list of the ids of contacts")
    order = [one.id for one in contacts()]
    bits = 0
    for one in ids:
        if not isinstance(one, str):
            raise wrong_type("own_contacts", "the id of a contact (str)")
        if contact(one) is None:
            raise error_of(Status.E_WORD, "own_contacts")
        bits |= 1 << order.index(one)
    return bits


def _reason_of(raw: _prap.RawFormFinding) -> FormReason:
    finding, rule, severity, fact, form_, policy, address, day, cure = raw
    return FormReason(FormFinding(finding), rule, Severity(severity), FormFact(fact) if fact else None,
                      FormName(form_) if form_ else None, Policy(policy) if policy else None, address,
                      optional_day_out(day), cure)


def form(form: Union[FormName, str], on: date, facts: Optional[Mapping[Union[FormFact, str], FormValue]] = None, *,
         programme: Union[Programme, str, None] = None, own_contacts: Collection[str] = (),
         calendar: Optional[Calendar] = None, settings: Optional[Settings] = None, id: Union[str, int, None] = None,
         **said: FormValue) -> FormAnswer:
    """Is this form complete, may it go, by when, to whom, and how long is it kept?

    ``form``: as :func:`form_kind` takes it. ``facts`` and further keywords (``next_steps=``) say which fields are
    filled in and how things stand; ``on`` is the day asked about. ``programme``: None for the Work Programme's.
    ``own_contacts``: ids of the contacts for which you have an address of your own. ``settings`` as a Rulebook takes
    them: ``exit-min-words`` and ``pay5`` decide. ``id``: only repeated. Nothing is stored, and nothing says what a field
    holds.

    Raises CallerError ``unknown-word``, ``range`` (also for a fact that the form does not take), ``twice``, ``day``;
    DataError ``coverage``; WrongType. Source: rules.md 1.2, 1.4 and X-52.
    """
    which = _form_in(form)
    given: Dict[FormFact, FormValue] = {}
    if facts is not None and not isinstance(facts, Mapping):
        raise wrong_type("facts", "a mapping of facts")
    for name, value in [*(facts or {}).items(), *said.items()]:
        fact = _name_in(name)
        if fact in given:
            raise error_of(Status.E_TWICE, fact.word)
        given[fact] = value
    rows = tuple(_fact_in(fact, value) for fact, value in given.items())
    of = None if programme is None else word_in(Programme, programme, "programme")
    row, findings = _prap.form_ask(_calendar_in(calendar, "calendar")._handle, settings_in(settings), int(which),
                                   int(of or 0), day_in(on, "on"), rows, _own_in(own_contacts))
    (outcome, verdict, complete, missing, unknown, to, address, status, means, when, due, prudent, plan_by, late,
     record, retention, keep) = row
    day = optional_day_out
    return FormAnswer(which, of, on, FormOutcome(outcome), Verdict(verdict), Value(complete) if complete else None,
                      missing, unknown, Recipient(to) if to else None, address,
                      ContactStatus(status) if status else None, Means(means) if means else None,
                      NoticeDue(when) if when else None, day(due), day(prudent), day(plan_by), bool(late),
                      Record(record) if record else None, Retention(retention) if retention else None, day(keep),
                      tuple(map(_reason_of, findings)), id)
