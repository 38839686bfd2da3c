"""Data protection: what becomes of a request to erase, and may this unencrypted email be sent (CH15-22 to 63)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Dict, Mapping, Optional, Union

from . import _prap
from ._check import day_in, optional_day_in, optional_day_out, word_in, wrong_type
from .answer import Json, Setting, WhyNot, dump_json, members_json, reason_json, setting_json, why_not_of
from .calendar import Calendar
from .catalogue import setting_value
from .dates import _calendar_in
from .errors import error_of
from .facts import Facts, FactValue, fact_json, fact_options, fact_out, facts_in
from .rulebook import Rulebook, Settings, settings_in
from .vocabulary import ErasureOutcome, Fact, Option, Policy, Programme, Severity, Status, Verdict


@dataclass(frozen=True)
class ErasureDecision:
    """What becomes of a request to erase. ``outcome``: ACCEPT, REJECT, ASK (the guidance has no answer: rejection is
    proposed, and a person decides), UNDECIDED while ``missing`` facts would change it, NOT_COVERED.

    ``row``: of the decision table in rules.md 1.4; ``rules``: that say so. ``facts``: what was known of the six that
    decide. ``letter``: None while nothing is decided. ``keep_evidence``: evidence of mandation must be kept
    (CH15-34a, 35a, 38-N-b, 39-B1). ``due``: the last day for the response, ``prudent`` the earliest under any reading,
    ``last_working_day`` on or before it, ``chase`` from when to ask for a reference that has not come (AMB-73); None
    without a day of receipt. ``setting``: the policy that decided, or None. ``case``: ``""`` when none was asked about.
    """

    outcome: ErasureOutcome
    row: str
    rules: tuple[str, ...]
    missing: tuple[Fact, ...]
    facts: Mapping[Fact, FactValue]
    letter: Optional[Option]
    keep_evidence: bool
    due: Optional[date]
    prudent: Optional[date]
    last_working_day: Optional[date]
    chase: Optional[date]
    setting: Optional[Setting]
    case: str = ""
    id: Union[str, int, None] = None

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap erase`` prints, without its line end; ``redact``: with ``--redact``."""
        object_: Dict[str, Json] = {"v": 1, **({} if self.id is None else {"id": self.id})}
        object_.update(members_json(case=self.case, erasure=self.outcome, row=self.row))
        object_["rules"] = list(self.rules)
        object_["missing"] = [fact.word for fact in self.missing]
        object_["facts"] = {fact.word: fact_json(value) for fact, value in self.facts.items()}
        object_.update(members_json(letter=self.letter, keep_evidence=self.keep_evidence, due=self.due,
                                    prudent=self.prudent, last_working_day=self.last_working_day, chase=self.chase))
        return dump_json({**object_, **({} if self.setting is None else {"setting": setting_json(self.setting)})}, redact)


@dataclass(frozen=True)
class Sending:
    """May this message be sent? ``verdict``: PERMITTED; REFUSED, and ``reasons`` are all the restrictions that it
    breaks; or UNDECIDED while facts are ``missing``. ``settings``: the policies that were looked at."""

    verdict: Verdict
    reasons: tuple[WhyNot, ...]
    settings: tuple[Setting, ...]
    id: Union[str, int, None] = None

    @property
    def permitted(self) -> bool:
        """It may be sent."""
        return self.verdict is Verdict.PERMITTED

    @property
    def missing(self) -> tuple[Fact, ...]:
        """The facts that are unknown and wanted, in their order, each once."""
        undecided = (why.fact for why in self.reasons if why.severity is Severity.UNDECIDED)
        return tuple(dict.fromkeys(fact for fact in undecided if fact is not None))

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap may-send`` prints, without its line end; ``redact``: with ``--redact``."""
        known: Json = "unknown" if self.verdict is Verdict.UNDECIDED else self.permitted
        return dump_json({"v": 1, **({} if self.id is None else {"id": self.id}), "may_send": known,
                          "verdict": self.verdict.word, "reasons": list(map(reason_json, self.reasons)),
                          "missing": [fact.word for fact in self.missing],
                          "settings": [setting_json(setting) for setting in self.settings]}, redact)


def erasure_of(raw: _prap.RawErasure, case: str = "", id: Union[str, int, None] = None) -> ErasureDecision:
    """The ErasureDecision of a raw one of the extension."""
    (outcome, row, rules, missing, facts, letter, keeps, policy, value, due, prudent, last, chase) = raw
    setting = Setting(Policy(policy), setting_value(Policy(policy), value)) if policy else None
    day = optional_day_out
    return ErasureDecision(ErasureOutcome(outcome), row, tuple(rules), tuple(map(Fact, missing)),
                           {Fact(fact): fact_out(kind, said) for fact, kind, said in facts},
                           Option(letter) if letter else None, bool(keeps), day(due), day(prudent), day(last),
                           day(chase), setting, case, id)


def _all_facts(facts: Optional[Facts], said: Mapping[str, FactValue]) -> tuple[tuple[int, int, int], ...]:
    return facts_in(facts) + facts_in({name.replace("_", "-"): value for name, value in said.items()})


def erasure_decision(facts: Optional[Facts] = None, *, received: Optional[date] = None,
                     calendar: Optional[Calendar] = None, settings: Optional[Settings] = None,
                     id: Union[str, int, None] = None, **said: FactValue) -> ErasureDecision:
    """What becomes of a request to erase, by the decision table at the end of rules.md 1.4.

    ``facts`` and further keywords (``referred_to="jets"``, ``started=False``) say what is known of the six facts that
    decide: referred-to, started, customer-group, mandated-to-interview, dna-after-mandation, mandation-evidence-held.
    What is not said is unknown, and named in ``missing`` when it would change the outcome. ``received``: the day of
    receipt, for the days of the answer. ``settings`` as a Rulebook takes them; ``erase-gap``, ``month-nonworking`` and
    ``dpo-chase`` are looked at. ``id``: only repeated. Nothing is stored. Of a case in a store ask
    :meth:`Engine.erasure`.

    Raises CallerError ``unknown-word`` (also for a fact that does not decide), ``twice``, ``day``; LimitError
    ``limit``; DataError ``coverage``; WrongType.
    """
    raw = _prap.erasure_decision(_calendar_in(calendar, "calendar")._handle, settings_in(settings),
                                 optional_day_in(received, "received"), _all_facts(facts, said))
    return erasure_of(raw, id=id)


def _stage_in(stage: Union[Option, str, None]) -> int:
    if stage is None:
        return 0
    option = word_in(Option, stage, "stage")
    if option not in fact_options(Fact.STAGE):
        raise error_of(Status.E_WORD, "stage")
    return int(option)


def may_send(on: date, stage: Union[Option, str, None] = None, facts: Optional[Facts] = None, *,
             rulebook: Optional[Rulebook] = None, id: Union[str, int, None] = None, **said: FactValue) -> Sending:
    """May this unencrypted email be sent ``on`` a day, and every restriction that it breaks (CH15-43 to 53, 58 to 61).

    ``stage``: how far the use of email for its process is: ``at-approved``, ``at-active``, ``at-suspended``,
    ``at-clerical`` or ``at-ceasing``; None: nothing was permitted yet. ``facts`` and further keywords say what is known
    of the use (``process``, ``organisation``, ``permitted_on``, ``use_from``, ``ceases_on``, ``suspended_by``) and of
    the message (``records``, ``forwarded``, …). ``rulebook``: one of the programme ``email``; without it one of England
    and Wales with every policy as it is. ``id``: only repeated. Nothing is stored, and no fact is a name, an address or
    a text. Of a case in a store ask :meth:`Engine.preview` for ``message-sent``: the answer is the same.

    Raises CallerError ``unknown-word``, ``required``, ``range``, ``twice``, ``day``; LimitError ``limit``; DataError
    ``coverage``; WrongType.
    """
    if rulebook is not None and not isinstance(rulebook, Rulebook):
        raise wrong_type("rulebook", "a Rulebook")
    book = rulebook if rulebook is not None else Rulebook(Programme.EMAIL)
    verdict, reasons, settings = _prap.may_send(book._handle, _stage_in(stage), day_in(on, "on"), _all_facts(facts, said))
    return Sending(Verdict(verdict), tuple(map(why_not_of, reasons)),
                   tuple(Setting(Policy(policy), setting_value(Policy(policy), value)) for policy, value in settings), id)
