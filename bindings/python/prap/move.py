"""A programme's moves as rows: from which state which event leads where, and what is asked on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Optional, Union

from . import _prap
from ._check import word_in
from .catalogue import setting_value
from .errors import error_of
from .facts import fact_type
from .vocabulary import (KIND_NUMBERS, Choice, Deadline, Event, Fact, FactType, Feed, Notice, Option, Policy,
                         Programme, Reason, Region, State, Status, Value, Word)


@dataclass(frozen=True)
class RegionIs:
    """A region of a case beside its stage, and the word of it (``Mappa.HOLD``); None: it stands nowhere."""

    region: Region
    value: Optional[Word]


@dataclass(frozen=True)
class Move:
    """One row. An event at a state is judged by the first row that has both and whose conditions hold:
    ``fact`` of the event is ``value``, ``policy`` is set to ``choice``, the case ``stands`` so, it is on or
    before the due day of ``by`` (None: no such condition). ``event`` None: every event. ``to`` None: the
    case stays at its state; ``forbidden``: the guidance forbids it, and nothing moves. ``feed`` None: the feed
    stays as it is. ``guards``: all of them must pass. ``sets``: where regions stand after it. ``id``: its rows
    in section 2 of rules.md, "T-I-11, F-I-02"."""

    from_states: tuple[State, ...]
    event: Optional[Event]
    to: Optional[State]
    forbidden: bool
    feed: Optional[Feed]
    guards: tuple[Reason, ...]
    notices: tuple[Notice, ...]
    fact: Optional[Fact]
    value: Union[Option, Value, int, None]
    policy: Optional[Policy]
    choice: Union[Choice, int, date, None]
    stands: Optional[RegionIs]
    by: Optional[Deadline]
    sets: tuple[RegionIs, ...]
    id: str


_KINDS = {number: kind for kind, number in KIND_NUMBERS.items()}


def _value(fact: Optional[Fact], value: int) -> Union[Option, Value, int, None]:
    if fact is None:
        return None
    kind = fact_type(fact)
    if kind is FactType.OPTION:
        return Option(value)
    return Value(value) if kind is FactType.TRISTATE else value


def _standing(pair: tuple[int, int]) -> RegionIs:
    region, value = pair
    return RegionIs(Region(region), _KINDS[_prap.region_words(region)](value) if value else None)


def _move(row: _prap.MoveRow) -> Move:
    (from_states, event, to, feed, guards, notices, fact_number, value, policy_number, choice, region, by,
     sets, id_) = row
    fact = Fact(fact_number) if fact_number else None
    policy = Policy(policy_number) if policy_number else None
    return Move(tuple(State(each) for each in from_states), Event(event) if event else None,
                State(to) if to not in (0, _prap.MOVE_STAYS) else None, to == 0, Feed(feed) if feed else None,
                tuple(Reason(each) for each in guards), tuple(Notice(each) for each in notices), fact,
                _value(fact, value), policy, None if policy is None else setting_value(policy, choice),
                _standing(region) if region[0] else None, Deadline(by) if by else None,
                tuple(_standing(each) for each in sets), id_)


def moves(programme: Union[Programme, str]) -> list[Move]:
    """Every row of a programme's table, in its order. Raises CallerError ``unknown-word`` (also for a
    programme that this version does not judge), WrongType."""
    rows = _prap.moves(word_in(Programme, programme, "programme"))
    if not rows:
        raise error_of(Status.E_WORD, "programme", "this version has no moves of that programme")
    return [_move(row) for row in rows]
