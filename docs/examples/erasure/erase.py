"""A request for erasure from end to end: the person's data stand in the side-car under a random id, the journal has only
that id; the request is decided and answered; the data are shredded; and the store is verified as before.

    PYTHONPATH=… python3 erase.py FOLDER                            in an SQLite file
    PYTHONPATH=… python3 erase.py FOLDER CONNECTION DATA_DIRECTORY  in PostgreSQL, the keys in an SQLite file

At each step every byte of the files is searched for every word of the data; in PostgreSQL those of its whole data
directory: tables, write-ahead log, temporary files, server log.
"""
import datetime
import json
import secrets
import sys
from pathlib import Path

import prap

DAY = datetime.date
PERSON = {"name": "Wilhelmina Odegardh", "nino": "JG103759A", "address": "4 Ravensthorpe Gate, LS27 0PQ"}


def is_anywhere(places: list[Path], words: list[bytes]) -> bool:
    """Whether any of the words stands in any of the files, used or free."""
    files = [file for place in places for file in ([place] if place.is_file() else sorted(place.rglob("*")))]
    return any(word in content for content in map(read, files) for word in words)


def read(file: Path) -> bytes:
    """A server makes files and takes them away meanwhile."""
    try:
        return file.read_bytes() if file.is_file() else b""
    except FileNotFoundError:
        return b""


def record_referral(engine: prap.Engine, person: str) -> None:
    engine.submit(person, "referral-received", DAY(2021, 2, 1), programme="whp", facts={"made": DAY(2021, 2, 1)})
    engine.submit(person, "accept", DAY(2021, 2, 2))


def decide_request(engine: prap.Engine, request: str, day: datetime.date) -> None:
    """Asked on behalf of somebody who was referred, and never started nor was mandated: accepted, and answered."""
    known = {"referred-to": "whp", "customer-group": "voluntary", "started": False, "mandated-to-interview": False,
             "mandation-evidence-held": False}
    engine.submit(request, "erasure-requested", day, programme="erasure", facts=known)
    for event, facts in (("holding-reply-sent", {}), ("forwarded-to-dpo", {}), ("reference-received", {}),
                         ("erasure-decided", {"decision": "accept"}), ("letter-prepared", {"letter": "own-text"}),
                         ("response-issued", {"reference-included": True}),
                         ("response-forwarded", {"reference-included": True})):
        answer = engine.submit(request, event, day, facts=facts)
        assert answer.verdict is prap.Verdict.PERMITTED, answer


def live(store: "prap.SQLiteStore | prap.PostgreSQLStore", person: str, places: list[Path]) -> None:
    day, words = DAY(2021, 3, 1), [text.encode() for text in PERSON.values()]
    with prap.Engine([prap.Rulebook(programme) for programme in ("whp", "erasure")], store) as engine:
        store.put_aside(person, json.dumps(PERSON).encode())
        record_referral(engine, person)
        aside = store.aside(person)
        print("the data are aside:", aside is not None and json.loads(aside) == PERSON)
        print("they can be read in the files:", is_anywhere(places, words))
        print("verified:", engine.verify().verified)

        decide_request(engine, f"{person}-erase", day)
        # What must be kept is kept: the contract that this provider has asks for nothing of somebody who never started.
        about = {"erasure-accepted": True, "no-contract-period": True}
        records = engine.retention(person, day, about).retained
        print("may go:", [one.answer.record.word for one in records if one.answer.verdict is prap.Verdict.PERMITTED])
        assert all(one.answer.verdict is prap.Verdict.PERMITTED for one in records)

        print("shredded:", store.shred(person))
        print("data-erased:", engine.submit(f"{person}-erase", "data-erased", day).verdict.word)
        print("anything to be read of it:", store.aside(person) is not None or is_anywhere(places, words))
        print("verified:", engine.verify().verified, "and the case still tells:",
              [event.event.word for event in engine.show(person, day).history])


def in_sqlite(folder: Path) -> None:
    person = secrets.token_hex(16)  # says nothing about anyone; the case has no other name
    with prap.SQLiteStore(folder / "caseload.db") as store:
        live(store, person, [folder])


def in_postgresql(folder: Path, connection: str, data_directory: Path) -> None:
    person = secrets.token_hex(16)
    with prap.SQLiteStore(folder / "keys.db") as keys, prap.PostgreSQLStore(connection, keys=keys) as store:
        store.put_aside(person, b"")  # so that there is a key to look for
        key = keys.aside(person)
        assert key is not None
        print("the key is in its file:", is_anywhere([folder], [key]), "and in the database:",
              is_anywhere([data_directory], [key]))
        live(store, person, [folder, data_directory])
        print("the key is anywhere:", is_anywhere([folder, data_directory], [key]))


if __name__ == "__main__":
    if len(sys.argv) > 2:
        in_postgresql(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    else:
        in_sqlite(Path(sys.argv[1]))
