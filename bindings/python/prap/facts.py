"""Facts: what an event says beside its days. Each is yes, no, a whole number, a day or a word, and may be
unknown."""

from __future__ import annotations

from datetime import date
from typing import Any, Mapping, Union

from . import _prap
from ._check import INT64, day_in, day_out, number_in, word_in, wrong_type
from .errors import error_of
from .vocabulary import KIND_NUMBERS, Fact, FactType, Option, Status, Value, Word

#: The value of a fact that nobody knows. A rule that needs it answers "undecided" and names the fact.
UNKNOWN = Value.UNKNOWN

FactValue = Union[bool, int, date, str, Option, Value]
#: Keys are Fact members or their names; Any, because the key of a Mapping is invariant and both kinds may be
#: mixed.
Facts = Mapping[Any, FactValue]

_TYPES = {Fact(row[0]): FactType(row[4]) for row in _prap.words(KIND_NUMBERS[Fact])}
_OPTIONS = {fact: tuple(Option(row[0]) for row in _prap.words(KIND_NUMBERS[Option]) if row[4] == fact)
            for fact in Fact}


def fact_type(fact: Fact) -> FactType:
    """What kind of value a fact has beside unknown."""
    return _TYPES[fact]


def fact_options(fact: Fact) -> tuple[Option, ...]:
    """The words that an option fact can have; empty for the others."""
    return _OPTIONS[fact]


def _option_in(fact: Fact, value: object) -> Option:
    if not isinstance(value, (str, Option)):
        raise wrong_type(fact.word, "a word (str or Option)")
    for option in _OPTIONS[fact]:
        if value == (option if isinstance(value, Option) else option.word):
            return option
    listed = ", ".join(option.word for option in _OPTIONS[fact])
    raise error_of(Status.E_WORD, fact.word, f"it is one of {listed}")


def _fact_in(fact: Fact, value: object) -> tuple[int, int, int]:
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


def facts_in(facts: object) -> tuple[tuple[int, int, int], ...]:
    """A mapping of facts as the library takes them. Raises CallerError ``unknown-word``, WrongType."""
    if facts is None:
        return ()
    if not isinstance(facts, Mapping):
        raise wrong_type("facts", "a mapping of facts")
    return tuple(_fact_in(_name_in(name), value) for name, value in facts.items())


def _name_in(name: object) -> Fact:
    if not isinstance(name, (str, Fact)):
        raise wrong_type("facts", "a Fact or its name, for each fact,")
    return word_in(Fact, name, "facts")


def fact_out(kind: int, value: int) -> FactValue:
    """A fact's value as the library stores it, in Python's types."""
    if kind == Value.DAY:
        return day_out(value)
    if kind == Value.OPTION:
        return Option(value)
    if kind == Value.NUMBER:
        return value
    return UNKNOWN if kind == Value.UNKNOWN else kind == Value.YES


def fact_json(value: FactValue) -> Union[bool, int, str]:
    """A fact's value as JSON has it."""
    if isinstance(value, Word):
        return value.word
    return value.isoformat() if isinstance(value, date) else value
