"""The rules of the guidance, each with its paragraph, and the policies that choose between readings.

The guidance is Crown copyright under the Open Government Licence v3.0; the statements are in our own words
and are not legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Optional, Union

from . import _prap
from ._check import day_out, text_in, word_in, wrong_type
from .errors import error_of
from .vocabulary import (KIND_NUMBERS, Choice, Deadline, Document, Event, Fact, Kind, Notice, Policy, Reason,
                         Software, State, Status)


@dataclass(frozen=True)
class Rule:
    """One rule: permanent ``number``, ``id`` such as "IPES-3.23-N1", ``paragraph`` and 1-based lines of its
    document."""

    number: int
    document: Document
    kind: Kind
    software: Software
    first_line: int
    last_line: int
    id: str
    paragraph: str
    text: str


@dataclass(frozen=True)
class PolicyInfo:
    """What a policy can be set to: one of ``choices``, or, when there are none, a number in
    ``lowest..highest``, or, when ``lowest`` is negative, a day (counted from 1970-01-01)."""

    policy: Policy
    default: Union[Choice, int, date]
    choices: tuple[Choice, ...]
    lowest: int
    highest: int
    catalogue_name: str
    serves: str


def _rule(row: _prap.RuleRow) -> Rule:
    number, document, kind, software, first, last, id_, paragraph, text = row
    return Rule(number, Document(document), Kind(kind), Software(software), first, last, id_, paragraph, text)


def rule_of(word: Union[State, Event, Fact, Notice, Reason, Deadline]) -> Optional[Rule]:
    """The rule that a word rests on, or None when it rests on none of its own. Raises WrongType."""
    number = KIND_NUMBERS.get(type(word))
    if number is None:
        raise wrong_type("word", "a word")
    ids = {row[0]: row[3] for row in _prap.words(number)}
    return rule(ids[word]) if ids[word] else None


def computation_of(deadline: Union[Deadline, str]) -> Optional[str]:
    """The computation in section 3 of rules.md that a deadline follows ("D-01"). Raises CallerError."""
    return _prap.deadline_computation(word_in(Deadline, deadline, "deadline"))


def rules() -> list[Rule]:
    """Every rule in document order."""
    return [_rule(row) for row in _prap.rules()]


def rule(id: str) -> Rule:
    """The rule with an id, exact case. Raises CallerError ``unknown-word``, WrongType."""
    row = _prap.rule(text_in(id, "id"))
    if row is None:
        raise error_of(Status.E_WORD, "id", "there is no such rule")
    return _rule(row)


def policy(policy: Union[Policy, str]) -> PolicyInfo:
    """What a policy can be set to and which ambiguity it serves ("AMB-44"). Raises CallerError, WrongType."""
    word = word_in(Policy, policy, "policy")
    row = _prap.policy(word)
    if row is None:
        raise error_of(Status.E_WORD, "policy")
    default, lowest, highest, choices, catalogue_name, serves = row
    return PolicyInfo(word, setting_value(word, default), tuple(Choice(c) for c in choices),
                      lowest, highest, catalogue_name, serves)


def setting_value(policy: Policy, value: int) -> Union[Choice, int, date]:
    """A setting as the library stores it, as its word, its number or its day."""
    row = _prap.policy(policy)
    if row is not None and row[1] < 0:
        return day_out(value)
    return Choice(value) if row is not None and row[3] else value
