"""JSON Lines, as the ``prap`` command reads and writes them: one event a line in, one answer a line out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Dict, Iterable, Iterator, NoReturn, Optional, Union

from . import _prap
from ._check import INT64, day_out, id_in, word_in, wrong_type
from .answer import Answer, Json, dump_json
from .engine import Engine
from .errors import CallerError, PrapError, error_of
from .facts import FactValue, fact_type
from .vocabulary import Event, Fact, FactType, Programme, Status

ENVELOPE = ("id", "case", "programme", "event", "on", "recorded")


class LineError(CallerError):
    """A line that is no command. ``code`` is "json" (no JSON object) or "unknown-field"."""

    def __init__(self, code: str, field: str, message: str) -> None:
        super().__init__(Status.E_TYPE if code == "json" else Status.E_WORD, field, message)
        self.args = (code, field, message)  # what pickling calls this with
        self._code = code

    @property
    def code(self) -> str:
        return self._code


@dataclass(frozen=True)
class Command:
    """One input line: the arguments of Engine.submit."""

    case: str
    event: Event
    on: date
    recorded: Optional[date]
    programme: Optional[Programme]
    id: Union[str, int, None]
    facts: Dict[str, FactValue]

    def submit(self, engine: Engine, *, tenant: str = "") -> Answer:
        """Submits it. Raises as Engine.submit."""
        return engine.submit(self.case, self.event, self.on, recorded=self.recorded, facts=self.facts,
                             id=self.id, programme=self.programme, tenant=tenant)

    def preview(self, engine: Engine, *, tenant: str = "") -> Answer:
        """Previews it. Raises as Engine.preview."""
        return engine.preview(self.case, self.event, self.on, recorded=self.recorded, facts=self.facts,
                              id=self.id, programme=self.programme, tenant=tenant)


def _no_json(message: str = "the line is not a JSON object") -> LineError:
    return LineError("json", "", message)


def _known(name: str) -> bool:
    return name in ENVELOPE or any(name == fact.word for fact in Fact)


def _object(pairs: list[tuple[str, object]]) -> Dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise error_of(Status.E_TWICE, twice if _known(twice) else "", "the line gives the same field twice")
    return members


def _whole(text: str) -> int:
    return int(text) if len(text) <= 20 else INT64.stop  # out of range already, however long it is


def _constant(_: str) -> NoReturn:
    raise _no_json()


def parse(line: Union[str, bytes]) -> Dict[str, object]:
    """The JSON object of a line, strictly: UTF-8, no field twice, no NUL. Raises LineError ``json``,
    CallerError."""
    try:
        text = line.decode() if isinstance(line, bytes) else line
        text.encode()
    except UnicodeError:
        raise _no_json("the line is not UTF-8") from None
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_constant=_constant)
        dump_json(value if isinstance(value, dict) else {}).encode()
    except (json.JSONDecodeError, RecursionError, UnicodeEncodeError):
        raise _no_json() from None
    if not isinstance(value, dict):
        raise _no_json()
    for name, member in value.items():
        if "\0" in name or (isinstance(member, str) and "\0" in member):
            raise _no_json("the line has a NUL character in it")
        if isinstance(member, int) and not isinstance(member, bool) and member not in INT64:
            raise error_of(Status.E_RANGE, name if _known(name) else "", "the number is too big")
    return value


def text_of(members: Dict[str, object], name: str) -> Optional[str]:
    """A member that is a text; None when it is absent. Raises WrongType."""
    value = members.get(name, "")
    if not isinstance(value, str):
        raise wrong_type(name, "a text")
    return value if name in members else None


def need(value: Optional[str], name: str) -> str:
    """What must not be absent. Raises CallerError ``required``."""
    if value is None:
        raise error_of(Status.E_REQUIRED, name)
    return value


def read_day(value: object, name: str) -> date:
    """A day, as "YYYY-MM-DD". Raises WrongType, CallerError ``day``, ``day-form``."""
    if not isinstance(value, str):
        raise wrong_type(name, 'a day, as "YYYY-MM-DD",')
    try:
        return day_out(_prap.day_parse(value.encode()))
    except PrapError as error:
        raise error_of(error.status, name) from None


def _fact(name: str, value: object) -> FactValue:
    """Engine.submit checks the rest; here only what JSON spells otherwise than Python."""
    if value == "unknown" or fact_type(Fact.find(name)) is not FactType.DAY:
        return value  # type: ignore[return-value]
    return read_day(value, name)


def read(line: Union[str, bytes, Dict[str, object]]) -> Command:
    """Reads one line, or an object that :func:`parse` gave.

    Raises LineError, CallerError (``required``, ``type``, ``unknown-word``, ``day``, ``day-form``, ``text``,
    ``twice``, ``range``). An unknown field is an error and is not named, because free text could be about a
    person.
    """
    members = line if isinstance(line, dict) else parse(line)
    for name in members:
        if not _known(name):
            raise LineError("unknown-field", "", "there is no such field; prap schema lists them")
    if "id" in members:
        id_in(False if members["id"] is None else members["id"])  # null is no id that was left out
    case = need(text_of(members, "case"), "case")
    programme = text_of(members, "programme")
    known_programme = None if programme is None else word_in(Programme, programme, "programme")
    event = word_in(Event, need(text_of(members, "event"), "event"), "event")
    if "on" not in members:
        raise error_of(Status.E_REQUIRED, "on")
    recorded = read_day(members["recorded"], "recorded") if "recorded" in members else None
    return Command(case, event, read_day(members["on"], "on"), recorded, known_programme,
                   members.get("id"),  # type: ignore[arg-type]
                   {name: _fact(name, value) for name, value in members.items() if name not in ENVELOPE})


def error_json(error: PrapError, line: Optional[int] = None, id: object = None) -> str:
    """The line that stands in an answer's place: which input line, its id if it has one, code, field,
    message."""
    shown: Dict[str, Json] = {"v": 1}
    if line is not None:
        shown["line"] = line
    if isinstance(id, (str, int)) and not isinstance(id, bool):
        shown["id"] = id
    shown["error"] = {"code": error.code, **({"field": error.field} if error.field else {}),
                      "message": error.message}
    return dump_json(shown)


def replay(engine: Engine, lines: Iterable[Union[str, bytes]], *, tenant: str = "") -> Iterator[str]:
    """Submits every line and gives one answer line for each, errors in their place; blank lines are passed
    over.

    A line that cannot be read changes nothing, and the run goes on. What a store raises ends it.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        members: Dict[str, object] = {}
        try:
            members = parse(line)
            yield read(members).submit(engine, tenant=tenant).to_json()
        except CallerError as error:
            yield error_json(error, number, members.get("id"))
