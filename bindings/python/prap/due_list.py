"""Due days as a file for the programs in which people keep their days: an iCalendar, and CSV for a spreadsheet."""

from __future__ import annotations

from datetime import date
from typing import Iterable, Optional

from . import _prap
from ._check import day_in, flag_in, optional_day_in, text_in, wrong_type
from .calendar import Calendar
from .dates import _calendar_in
from .engine import DueItem

_ICS, _CSV = 1, 2


def due_ics(items: Iterable[DueItem], as_of: date, *, calendar: Optional[Calendar] = None, tenant: str = "",
            sensitive: bool = False) -> bytes:
    """What :meth:`Engine.due` gives as an iCalendar (RFC 5545): an all-day event for each, which takes no time from
    anybody's day, and tells of a case only its id.

    Its UID is made of tenant, case, clock and, of one that runs again and again (weekly, f2f4, contact), the day it is
    counted from: taking a later list in moves an entry whose due day has moved, and doubles none; the list of the later
    ``as_of`` wins. An entry whose deadline was met meanwhile stays until somebody takes it out. What tells of MAPPA, a Special
    Customer Record, terminal illness or death is left out unless ``sensitive``. Raises CallerError ``text`` (tenant, case),
    ``day`` (an item without a due day); WrongType.
    """
    return _list(_ICS, items, as_of, calendar, tenant, sensitive)


def due_csv(items: Iterable[DueItem], as_of: date, *, calendar: Optional[Calendar] = None, tenant: str = "",
            sensitive: bool = False) -> bytes:
    """The same as comma-separated values (RFC 4180) with a heading, in UTF-8. ``calendar`` counts the working days that are
    left (None: England and Wales, without a host's own changes).

    A cell of text that begins with = + - @ or their full-width forms, which a spreadsheet would take for a formula, and one
    that begins with an apostrophe, has an apostrophe before it; a reader takes one off again. Raises as :func:`due_ics`.
    """
    return _list(_CSV, items, as_of, calendar, tenant, sensitive)


def _list(format: int, items: Iterable[DueItem], as_of: date, calendar: Optional[Calendar], tenant: str,
          sensitive: bool) -> bytes:
    common = (format, flag_in(sensitive, "sensitive"), _calendar_in(calendar, "calendar")._handle, day_in(as_of, "as_of"),
              text_in(tenant, "tenant"))
    rows = [row for row in (_row(common, item) for item in items) if row is not None]
    return b"".join([_prap.due_list_begin(format), *rows, _prap.due_list_end(format, len(rows))])


def _row(common: tuple[int, bool, _prap._Calendar, int, bytes], item: object) -> Optional[bytes]:
    if not isinstance(item, DueItem):
        raise wrong_type("items", "what Engine.due gives")
    clock = item.clock
    return _prap.due_list_row(*common, text_in(item.case, "case"), item.stage, clock.deadline or 0, clock.name,
                              clock.source or "", clock.status, clock.rule or "", clock.defined_by,
                              optional_day_in(clock.anchor, "anchor"), optional_day_in(clock.due, "due"),
                              optional_day_in(clock.prudent, "prudent"),
                              optional_day_in(clock.last_working_day, "last_working_day"))
