"""What the guidance is: its documents and their dates, where it is unclear, which policies choose, whom it
names.

A library built without prose has "" where a sentence would stand. The guidance is Crown copyright under the
Open Government Licence v3.0; the texts are in our own words and are not legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Optional, Union

from . import _prap
from ._check import optional_day_out, text_in, word_in
from .errors import error_of
from .vocabulary import ContactStatus, Document, Policy, Status


@dataclass(frozen=True)
class DocumentInfo:
    """A document: the first and last day on which its text counts (None: none is known), what it says of its
    dates, and the policy that sets them ("" for none)."""

    document: Document
    first_day: Optional[date]
    last_day: Optional[date]
    name: str
    state: str
    policy: str


@dataclass(frozen=True)
class Ambiguity:
    """Where the guidance is unclear or contradicts itself: the readings, and the one that is recommended."""

    number: int
    id: str
    concerns: str
    unclear: str
    readings: str
    recommended: str
    policy: str
    rules: tuple[str, ...]
    policies: tuple[str, ...]


@dataclass(frozen=True)
class CataloguePolicy:
    """A policy setting as the catalogue writes it. ``policy`` is None when nothing in this version decides by
    it; the others can be set in a Rulebook."""

    number: int
    policy: Optional[Policy]
    name: str
    default: str
    alternatives: str
    serves: str


@dataclass(frozen=True)
class Contact:
    """A contact as the guidance prints it. Look at ``status`` before using one (AMB-84)."""

    number: int
    status: ContactStatus
    id: str
    printed: str
    where: str
    role: str
    note: str
    rules: tuple[str, ...]


def _document(row: _prap.DocumentRow) -> DocumentInfo:
    number, first_day, last_day, name, state, policy = row
    return DocumentInfo(Document(number), optional_day_out(first_day), optional_day_out(last_day), name, state,
                        policy)


def _ambiguity(row: _prap.AmbiguityRow) -> Ambiguity:
    return Ambiguity(*row[:7], tuple(row[7]), tuple(row[8]))


def _policy(row: _prap.PolicyRow) -> CataloguePolicy:
    return CataloguePolicy(row[0], Policy(row[1]) if row[1] else None, *row[2:])


def _contact(row: _prap.ContactRow) -> Contact:
    return Contact(row[0], ContactStatus(row[1]), *row[2:7], tuple(row[7]))


def documents() -> list[DocumentInfo]:
    """Every document in the catalogue's order."""
    return [_document(row) for row in _prap.documents()]


def document(document: Union[Document, str]) -> DocumentInfo:
    """One document. Raises CallerError ``unknown-word``, WrongType."""
    row = _prap.document(word_in(Document, document, "document"))
    if row is None:
        raise error_of(Status.E_WORD, "document")
    return _document(row)


def ambiguities() -> list[Ambiguity]:
    """Every ambiguity in the catalogue's order."""
    return [_ambiguity(row) for row in _prap.ambiguities()]


def ambiguity(id: str) -> Ambiguity:
    """The ambiguity with an id such as "AMB-44". Raises CallerError ``unknown-word``, WrongType."""
    row = _prap.ambiguity(text_in(id, "id"))
    if row is None:
        raise error_of(Status.E_WORD, "id", "there is no such ambiguity")
    return _ambiguity(row)


def catalogue_policies() -> list[CataloguePolicy]:
    """Every policy of the catalogue, decided by or not."""
    return [_policy(row) for row in _prap.catalogue_policies()]


def catalogue_policy(name: str) -> CataloguePolicy:
    """The policy with a name such as "P-LATE-ACK". Raises CallerError ``unknown-word``, WrongType."""
    row = _prap.catalogue_policy(text_in(name, "name"))
    if row is None:
        raise error_of(Status.E_WORD, "name", "there is no such policy in the catalogue")
    return _policy(row)


def contacts() -> list[Contact]:
    """Every contact in the catalogue's order."""
    return [_contact(row) for row in _prap.contacts()]


def contact(id: str) -> Contact:
    """The contact with an id such as "post-helpline". Raises CallerError ``unknown-word``, WrongType."""
    row = _prap.contact(text_in(id, "id"))
    if row is None:
        raise error_of(Status.E_WORD, "id", "there is no such contact")
    return _contact(row)
