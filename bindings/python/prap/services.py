"""PRaP, its support team and Provider Direct at a moment: open or closed, when next, and what using PRaP asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Dict, Iterable, Optional, Sequence, Union

from . import _prap
from ._check import day_in, flag_in, optional_day_in, optional_day_out, word_in, wrong_type
from .answer import Json, dump_json, members_json
from .calendar import Calendar
from .dates import When, Window, _calendar_in, _window_in, announced, moment_in, moment_out
from .desk import _moment_text
from .errors import error_of
from .facts import UNKNOWN
from .rulebook import Settings, settings_in
from .vocabulary import (AccessRoute, HelpSubject, Policy, Programme, Service, ServiceFinding, Severity, Status, Value,
                         Verdict)

_PRAP = "prap"
_PROVISIONAL = 1


@dataclass(frozen=True)
class ServiceReason:
    """Why, and what to do (``cure``, ``""`` where there is nothing). ``index``: place of the due day that an outage
    cuts short, and ``last_usable`` the last minute that is left of it."""

    finding: ServiceFinding
    rule: str
    severity: Severity
    policy: Optional[Policy]
    contact: str
    index: Optional[int]
    day: Optional[date]
    last_usable: Optional[datetime]
    cure: str

    def as_json(self) -> Json:
        """The reason as the lines have it."""
        object_: Dict[str, Json] = {**members_json(finding=self.finding, rule=self.rule, severity=self.severity,
                                                   policy=self.policy, contact=self.contact)}
        if self.index is not None:
            object_["index"] = self.index
        object_.update(members_json(day=self.day))
        if self.last_usable is not None:
            object_["last_usable"] = _moment_text(self.last_usable)
        return {**object_, **members_json(text=self.finding.meaning, cure=self.cure)}


@dataclass(frozen=True)
class ServiceAnswer:
    """What is answered. ``service`` None is PRaP itself. ``verdict``: may it be used, now and for this. ``opens``: when
    it next does, None while it is open; ``other_opens``: the same under the other reading of bank holidays. ``phone``
    and ``email``: ids for :func:`prap.contact`. ``audit_due``, ``review_due``: D-20; ``remind``: whether the policy
    ``access-audit-reminder`` wants it told."""

    service: Optional[Service]
    at: datetime
    open: bool
    verdict: Verdict
    opens: Optional[datetime]
    other_opens: Optional[datetime]
    phone: str
    email: str
    audit_due: Optional[date]
    review_due: Optional[date]
    remind: bool
    findings: tuple[ServiceReason, ...]
    id: Union[str, int, None] = None

    def finding(self, finding: Union[ServiceFinding, str]) -> Optional[ServiceReason]:
        """The first of that name, or None. Raises CallerError ``unknown-word``, WrongType."""
        wanted = word_in(ServiceFinding, finding, "finding")
        return next((one for one in self.findings if one.finding is wanted), None)

    def to_json(self, redact: bool = False) -> str:
        """The line that ``prap services`` prints, without its line end; ``redact``: with ``--redact``."""
        object_: Dict[str, Json] = {"v": 1, **({} if self.id is None else {"id": self.id}),
                                    "service": _PRAP if self.service is None else self.service.word,
                                    "at": _moment_text(self.at), "open": self.open,
                                    **members_json(verdict=self.verdict)}
        object_.update({name: _moment_text(value) for name, value in (("opens", self.opens),
                                                                       ("other_opens", self.other_opens))
                        if value is not None})
        object_.update(members_json(phone=self.phone, email=self.email, audit_due=self.audit_due,
                                    review_due=self.review_due))
        if self.audit_due is not None or self.review_due is not None:
            object_["remind"] = self.remind
        object_["findings"] = [one.as_json() for one in self.findings]
        return dump_json(object_, redact)


def _service_in(service: object) -> Optional[Service]:
    if service == _PRAP:
        return None
    return word_in(Service, service, "service")  # type: ignore[arg-type]


def _tristate_in(value: object, field: str) -> int:
    if value is None:
        return 0
    if value is UNKNOWN or (isinstance(value, str) and value == UNKNOWN.word):
        return int(Value.UNKNOWN)
    if not isinstance(value, bool):
        raise wrong_type(field, "True, False, UNKNOWN or None")
    return int(Value.YES if value else Value.NO)


def _reason_of(raw: _prap.RawServiceFinding) -> ServiceReason:
    finding, rule, severity, policy, address, at, day, usable, cure = raw
    return ServiceReason(ServiceFinding(finding), rule, Severity(severity), Policy(policy) if policy else None, address,
                         None if at < 0 else at, optional_day_out(day), moment_out(usable), cure)


def service(service: Union[Service, str], at: When, *, subject: Union[HelpSubject, str, None] = None,
            route: Union[AccessRoute, str, None] = None, programme: Union[Programme, str, None] = None,
            duties: Union[bool, str, Value, None] = None, standards: Union[bool, str, Value, None] = None,
            audited: Optional[date] = None, reviewed: Optional[date] = None, changed: Optional[date] = None,
            outages: Sequence[Window] = (), announced_too: bool = True, days: Iterable[date] = (),
            provisional: bool = False, calendar: Optional[Calendar] = None, settings: Optional[Settings] = None,
            id: Union[str, int, None] = None) -> ServiceAnswer:
    """Can the service be used at a moment of UK local time, and when next? (D-20, D-21, D-22, PRAP-DET-2 to HIST-8)

    ``service``: ``"prap"`` for PRaP itself, or a :class:`Service`. ``outages``: when it cannot be used;
    ``announced_too``: also those that the documents announced. ``subject``: of ``post`` alone. Of ``prap`` alone:
    ``route``, ``programme``, ``duties`` (about DWP data), ``standards`` (DWP's, for security); the last audit of access
    and the last review of the accreditation, and when the system changed since; ``days``: due days that an outage may cut
    short, which moves none of them. ``provisional``: as a calendar's counts take it. ``id``: only repeated.

    Raises CallerError ``unknown-word``, ``required``, ``range``, ``twice``, ``order``, ``no-such-moment``,
    ``repeated-moment``; DataError ``coverage``; WrongType.
    """
    which = _service_in(service)
    windows = [_window_in(window, f"outages[{i}]") for i, window in enumerate(outages)]
    if flag_in(announced_too, "announced_too"):
        windows += [_window_in(one.window, "outages") for one in announced() if one.service is which]
    due = tuple(day_in(day, f"days[{i}]") for i, day in enumerate(days))
    moment = moment_in(at, "at")
    about = 0 if subject is None else int(word_in(HelpSubject, subject, "subject"))
    way = 0 if route is None else int(word_in(AccessRoute, route, "route"))
    of = 0 if programme is None else int(word_in(Programme, programme, "programme"))
    row, findings = _prap.service_ask(
        _calendar_in(calendar, "calendar")._handle, settings_in(settings), int(which or 0),
        _PROVISIONAL if flag_in(provisional, "provisional") else 0, moment, about, way, of, _tristate_in(duties, "duties"),
        _tristate_in(standards, "standards"),
        (optional_day_in(audited, "audited"), optional_day_in(reviewed, "reviewed"), optional_day_in(changed, "changed")),
        tuple(windows), due)
    verdict, is_open, opens, other, phone, email, audit, review, remind = row
    asked = moment_out(moment)
    if asked is None:
        raise error_of(Status.E_REQUIRED, "at")
    return ServiceAnswer(which, asked, bool(is_open), Verdict(verdict), moment_out(opens), moment_out(other), phone,
                         email, optional_day_out(audit), optional_day_out(review), bool(remind),
                         tuple(map(_reason_of, findings)), id)
