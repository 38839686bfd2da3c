"""Provider Direct: the challenge over an access code, and who a participant is.

Codes, answers, numbers and names are secrets. The library compares them without an early exit, keeps none and wipes its
own work. Give each as a ``bytearray`` of UTF-8 and it is overwritten with zeros by the call, whatever comes of it. A
``str`` or ``bytes`` is taken too, and cannot be wiped: Python may keep copies of it, in the interned strings, the
traceback of an exception, the input buffer or the log that it came from, until the memory is used for something else.
"""

from __future__ import annotations

import os
from dataclasses import astuple, dataclass, field as member
from datetime import date, datetime
from types import TracebackType
from typing import Callable, Iterable, Optional, Sequence, Type, Union

from . import _prap
from ._check import (OneOfAKind, day_in, day_out, flag_in, id_in, number_in, optional_day_in, text_in, word_in,
                     wrong_type)
from .dates import from_instant, to_instant
from .errors import error_of
from .postgresql import PostgreSQLStore
from .rulebook import Settings, settings_in
from .sqlite import SQLiteStore
from .store import Store, StoreAdaptor
from .vocabulary import Challenge, Question, Status, Value

Secret = Union[bytearray, bytes, str]
"""UTF-8. A bytearray is overwritten with zeros by the call that it is given to; the others cannot be."""

_UINT32 = range(2**32)


@dataclass(frozen=True)
class ChallengeLimits:
    """Limits of the library's own: the guidance has none but "three of three".

    ``answer_minutes``: a challenge expires so long after it was asked (1 to 1440). ``failures_max``: so many failures
    lock (0: none do). ``lock_minutes``: how long a lock lasts (0: until it is released or the code changes).
    ``exposed_warn``: so many positions said aloud make ``renew`` true (0: none do). ``exposed_max``: so many make a
    challenge refused (0: none do). ``redraw``: every challenge draws anew; otherwise only after a check that was passed.
    """

    answer_minutes: int = 10
    failures_max: int = 10
    lock_minutes: int = 0
    exposed_warn: int = 6
    exposed_max: int = 0
    redraw: bool = False


@dataclass(frozen=True)
class ChallengeOutcome:
    """What came of a call. ``rule`` is "" where a limit of the library's own decided; ``positions`` are empty where none
    are asked. ``repeated``: it had been asked before and still waits. ``locked``: nothing is asked until the lock ends.
    ``renew``: much of the code has been said aloud; ask for a change of it."""

    result: Challenge
    rule: str
    number: int
    positions: tuple[int, ...]
    repeated: bool
    asked_at: Optional[datetime]
    expires_at: Optional[datetime]
    locked: bool
    renew: bool

    @property
    def passed(self) -> bool:
        """Three of three were right: the call goes on (PD-23)."""
        return self.result is Challenge.PASSED


@dataclass(frozen=True)
class Exposure:
    """What the checks of one code have given away. ``positions`` were said aloud; of all ``sets`` of three, those alone
    answer ``answerable``. ``overheard_ppm``: the chance in millionths that a fresh draw could be answered by whoever had
    overheard all that were ``answered``. ``failures`` counts wrong answers, challenges ``given_up`` and ``expired``;
    ``counted`` of them count towards the lock. ``open``: number of the challenge that waits, or 0."""

    in_force: date
    change: int
    length: int
    answered: int
    passed: int
    failures: int
    counted: int
    given_up: int
    expired: int
    positions: tuple[int, ...]
    answerable: int
    sets: int
    overheard_ppm: int
    renew: bool
    locked: bool
    open: int
    locked_until: Optional[datetime]


def _moment(minutes: Optional[int]) -> Optional[datetime]:
    return None if minutes is None else from_instant(minutes)


def _challenge(raw: _prap.RawChallenge) -> ChallengeOutcome:
    result, rule, number, positions, repeated, asked_at, expires_at, locked, renew = raw
    return ChallengeOutcome(Challenge(result), rule, number, tuple(at for at in positions if at), bool(repeated),
                     _moment(asked_at), _moment(expires_at), bool(locked), bool(renew))


class Verifier(OneOfAKind):
    """Asks for three characters of a code, and judges them; for one thread at a time. It keeps its store alive.

    ``store``: a SQLiteStore, a PostgreSQLStore or a Store, apart from that of the cases, or with a ``tenant`` of its own: a walk over cases
    cannot read what a verifier keeps there. ``random``: gives so many random bytes; the operating system's, unless a
    test needs others. ``settings``: of policies only ``code-len`` matters. A code's holder is the prime provider (AMB-39).

    A challenge stays the same until it is answered, given up or expired, in every process over the store; the last two
    count as failures; an answer counts as a failure, durably, before it is looked at. Every method raises CallerError
    (``text``, ``day``, ``range``, ``re-entry``; ``null-argument`` after :meth:`close`); HostError (``random-source``,
    ``retry``, ``conflict``, ``unknown``, ``store-failed``, ``host-contract``): then nothing was passed; DataError; what
    the store or ``random`` raises, unchanged.
    """

    def __init__(self, store: Union[SQLiteStore, PostgreSQLStore, Store], *, limits: Optional[ChallengeLimits] = None,
                 settings: Optional[Settings] = None, tenant: str = "access-codes",
                 random: Callable[[int], bytes] = os.urandom) -> None:
        if not isinstance(store, (SQLiteStore, PostgreSQLStore, Store)):
            raise wrong_type("store", "a SQLiteStore, a PostgreSQLStore or a Store")
        if limits is not None and not isinstance(limits, ChallengeLimits):
            raise wrong_type("limits", "ChallengeLimits")
        if not callable(random):
            raise wrong_type("random", "a callable")
        chosen = ChallengeLimits(*_prap.challenge_limits()) if limits is None else limits
        values = [flag_in(value, "redraw") if name == "redraw" else number_in(value, name, _UINT32)
                  for name, value in zip(ChallengeLimits.__dataclass_fields__, astuple(chosen))]
        self.store = store
        self._tenant = text_in(tenant, "tenant")
        numbers, chosen_settings = tuple(map(int, values)), settings_in(settings)
        if isinstance(store, (SQLiteStore, PostgreSQLStore)):
            self._verifier = _prap.Verifier(store._handle, random, chosen_settings, numbers)
        else:
            self._verifier = _prap.Verifier(StoreAdaptor(store), random, chosen_settings, numbers)

    def ask(self, holder: str, in_force: date, at: datetime, *, change: int = 0) -> ChallengeOutcome:
        """The challenge that waits for its answer, or a new one. ``in_force``: the day from which the code is;
        ``change``: how many changes off cycle came since on that day. ``at``: now, to the minute. Results: ``asked``,
        ``locked``, ``exposed``, ``superseded``."""
        return _challenge(self._verifier.ask(self._tenant, text_in(holder, "stream"), day_in(in_force, "code"),
                                             number_in(change, "change", _UINT32), to_instant(at)))

    def answer(self, holder: str, number: int, code: Secret, answer: Secret, at: datetime) -> ChallengeOutcome:
        """Judges the three characters, in the order of the positions, against the whole code; case counts (PD-16b).
        A bytearray is overwritten. Results: ``passed``, ``failed``, ``expired``, ``not-open``, ``superseded``. CallerError
        ``text``: a code or an answer of another form, which was not compared and not counted."""
        return _challenge(self._verifier.answer(self._tenant, text_in(holder, "stream"),
                                                number_in(number, "number", _UINT32), _secret_in(code, "code"),
                                                _secret_in(answer, "answer"), to_instant(at)))

    def give_up(self, holder: str, number: int, at: datetime) -> ChallengeOutcome:
        """Ends a challenge without an answer, which counts as a failure. Results: ``given-up``, ``expired``,
        ``not-open``."""
        return _challenge(self._verifier.give_up(self._tenant, text_in(holder, "stream"),
                                                 number_in(number, "number", _UINT32), to_instant(at)))

    def record(self, holder: str, in_force: date, positions: Sequence[int], result: Union[Challenge, str],
               at: datetime, *, change: int = 0, id: Union[str, int, None] = None) -> ChallengeOutcome:
        """Notes a check that somebody else made: which three positions were asked, and whether it was ``passed`` or
        ``failed``. ``id``: idempotency key."""
        asked = tuple(number_in(position, "positions", _UINT32) for position in positions)
        if len(asked) != 3:
            raise error_of(Status.E_RANGE, "positions", "three positions are asked for")
        return _challenge(self._verifier.record(self._tenant, text_in(holder, "stream"), day_in(in_force, "code"),
                                                number_in(change, "change", _UINT32), asked,
                                                word_in(Challenge, result, "result"), id_in(id), to_instant(at)))

    def release(self, holder: str, at: datetime) -> ChallengeOutcome:
        """Ends a lock, after the caller was made sure of in another way. CallerError ``no-such-case``: nothing was ever
        asked."""
        return _challenge(self._verifier.release(self._tenant, text_in(holder, "stream"), to_instant(at)))

    def look(self, holder: str, at: datetime) -> ChallengeOutcome:
        """The challenge that waits, or why none does, storing nothing. Raises as :meth:`release`."""
        return _challenge(self._verifier.look(self._tenant, text_in(holder, "stream"), to_instant(at)))

    def report(self, holder: str, at: datetime) -> Exposure:
        """What the checks of the code have given away, storing nothing. Raises as :meth:`release`."""
        raw = self._verifier.report(self._tenant, text_in(holder, "stream"), to_instant(at))
        (in_force, change, length, answered, passed, failures, counted, given_up, expired, said, answerable, sets, ppm,
         renew, locked, open_, until) = raw
        return Exposure(day_out(in_force), change, length, answered, passed, failures, counted, given_up, expired,
                        tuple(at for at in range(1, length + 1) if said >> (at - 1) & 1), answerable, sets, ppm,
                        bool(renew), bool(locked), open_, _moment(until))

    def close(self) -> None:
        """Lets go of the store; again is harmless. CallerError ``re-entry`` from inside a callback."""
        self._verifier.close()

    def __enter__(self) -> Verifier:
        return self

    def __exit__(self, kind: Optional[Type[BaseException]], value: Optional[BaseException],
                 traceback: Optional[TracebackType]) -> None:
        self.close()


def overheard_chance(checks: int, length: int = 8) -> float:
    """The chance that three positions drawn anew are all known to somebody who has overheard so many checks of a code
    of so many characters: 0.018 after one, 0.179 after two, 0.731 after five. 0.0 for a length out of range."""
    return _prap.overheard_chance(number_in(length, "length", _UINT32), number_in(checks, "checks", _UINT32)) / 1_000_000


@dataclass(frozen=True)
class Held:
    """What the original referral says of a participant (PD-24), not what a record says since. ``answers``: pairs of a
    question and a text; several to one question are alternatives. ``lms_date``: DWP's own referral date. ``repr`` shows
    none of it, so that logs and tracebacks do not."""

    nino: Secret = member(repr=False)
    name: Secret = member(repr=False)
    answers: Sequence[tuple[Union[Question, str], Secret]] = member(default=(), repr=False)
    lms_date: Optional[date] = member(default=None, repr=False)


@dataclass(frozen=True)
class ParticipantCheck:
    """``passed``: number, name and answer were all right. Which of them were is None unless ``tell`` was given."""

    passed: bool
    rule: str
    nino_right: Optional[bool]
    name_right: Optional[bool]
    answer_right: Optional[bool]


def _secret_in(value: object, field: str) -> Secret:
    if not isinstance(value, (bytearray, bytes, str)):
        raise wrong_type(field, "a text (bytearray, bytes or str)")
    return value


def check_participant(held: Held, nino: Secret, name: Secret, question: Union[Question, str],
                      answer: Union[Secret, date], *, settings: Optional[Settings] = None,
                      tell: bool = False) -> ParticipantCheck:
    """Number, full name and the answer to one question of six: all must be right (PD-27, AMB-31).

    ``answer``: a day for ``referral-date``, else a text. Names and answers are compared without capitals, accents, spaces,
    hyphens, apostrophes and full stops (``include/prap/participant-check.h`` has the rule). ``tell``: say which were right;
    for a provider's rehearsal only. Every bytearray, of ``held`` too, is overwritten. Raises CallerError ``text`` (a form,
    or UTF-8, that is wrong), ``required`` (empty, or nothing is held to the question: ask another), ``unknown-word``,
    ``day``; LimitError; WrongType. The error's ``field`` says which, with ``held.`` before what is held."""
    if not isinstance(held, Held):
        raise wrong_type("held", "Held")
    asked = word_in(Question, question, "question")
    by_day = asked is Question.REFERRAL_DATE
    said = (_secret_in(nino, "nino"), _secret_in(name, "name"),
            b"" if by_day else _secret_in(answer, "answer"), int(asked),
            day_in(answer, "answer") if by_day else _prap.DAY_NONE, int(flag_in(tell, "tell")))
    answers = tuple((int(word_in(Question, about, "held.answers")), _secret_in(text, "held.answers"))
                    for about, text in held.answers)
    kept = (_secret_in(held.nino, "held.nino"), _secret_in(held.name, "held.name"),
            optional_day_in(held.lms_date, "held.lms_date"), answers)
    passed, rule, *which = _prap.check_participant(said, kept, settings_in(settings))
    right = [None if value == 0 else value == Value.YES for value in which]
    return ParticipantCheck(bool(passed), rule, *right)


def check_nino(nino: Secret) -> None:
    """Raises CallerError ``text`` unless it has the form of a National Insurance number: HMRC's rules on the letters,
    six digits, A to D; spaces and small letters are taken. A bytearray is overwritten."""
    _prap.check_nino(_secret_in(nino, "nino"))


@dataclass(frozen=True)
class AskableQuestions:
    """The questions that remain, in the order to ask them; ``first`` of them come before the others (AMB-32). A provider
    prepares ``prepare`` of them, whatever remains."""

    questions: tuple[Question, ...]
    first: int
    prepare: int
    rule: str


def askable_questions(unavailable: Iterable[Union[Question, str]] = (), *, subset: Iterable[Union[Question, str]] = (),
                      settings: Optional[Settings] = None) -> AskableQuestions:
    """Which of the six can be asked (PD-29). ``unavailable``: those that do not exist or are unclear at DWP. ``subset``:
    those to ask first under the policy ``pd-remaining`` = ``host-subset``. Raises CallerError ``unknown-word``,
    ``required``."""
    def bits(words: Iterable[Union[Question, str]], field: str) -> int:
        found = 0
        for word in words:
            found |= 1 << (int(word_in(Question, word, field)) - 1)
        return found
    listed, first, prepare, rule = _prap.participant_questions(bits(unavailable, "unavailable"),
                                                               bits(subset, "subset"), settings_in(settings))
    return AskableQuestions(tuple(Question(number) for number in listed), first, prepare, rule)
