"""A request for erasure from end to end: the person's data stand in the side-car under a random id, the journal has only
that id; the request is decided and answered; the data are shredded; and the store is verified as before.

    PYTHONPATH=… python3 erase.py FOLDER
"""
import datetime
import json
import secrets
import sys
from pathlib import Path

import prap

DAY = datetime.date
PERSON = {"name": "Wilhelmina Odegardh", "nino": "JG103759A", "address": "4 Ravensthorpe Gate, LS27 0PQ"}


def is_anywhere(path: Path, words: str) -> bool:
    """Whether the words stand in the file, its write-ahead log or its journal, page by page, used or free."""
    files = [path, *(path.with_name(path.name + more) for more in ("-wal", "-journal", "-shm"))]
    return any(words.encode() in file.read_bytes() for file in files if file.exists())


def main(folder: Path) -> None:
    path = folder / "caseload.db"
    rulebooks = [prap.Rulebook(programme) for programme in ("whp", "erasure")]
    with prap.SQLiteStore(path) as store, prap.Engine(rulebooks, store) as engine:
        person = secrets.token_hex(16)  # says nothing about anyone; the case has no other name
        store.put_aside(person, json.dumps(PERSON).encode())
        engine.submit(person, "referral-received", DAY(2021, 2, 1), programme="whp", facts={"made": DAY(2021, 2, 1)})
        engine.submit(person, "accept", DAY(2021, 2, 2))
        print("the name is in the store:", is_anywhere(path, PERSON["name"]))

        request = f"{person}-erase"
        known = {"referred-to": "whp", "customer-group": "voluntary", "started": False, "mandated-to-interview": False,
                 "mandation-evidence-held": False}
        day = DAY(2021, 3, 1)
        engine.submit(request, "erasure-requested", day, programme="erasure", facts=known)
        for event, facts in (("holding-reply-sent", {}), ("forwarded-to-dpo", {}), ("reference-received", {}),
                             ("erasure-decided", {"decision": "accept"}), ("letter-prepared", {"letter": "own-text"}),
                             ("response-issued", {"reference-included": True}),
                             ("response-forwarded", {"reference-included": True})):
            answer = engine.submit(request, event, day, facts=facts)
            assert answer.verdict is prap.Verdict.PERMITTED, answer

        # What must be kept is kept: the contract that this provider has asks for nothing of somebody who never started.
        about = {"erasure-accepted": True, "no-contract-period": True}
        records = engine.retention(person, day, about).retained
        print("may go:", [one.answer.record.word for one in records if one.answer.verdict is prap.Verdict.PERMITTED])
        assert all(one.answer.verdict is prap.Verdict.PERMITTED for one in records)

        print("shredded:", store.shred(person))
        print("data-erased:", engine.submit(request, "data-erased", day).verdict.word)
        print("anything of it left:", any(is_anywhere(path, words) for words in PERSON.values()))
        print("verified:", engine.verify().verified, "and the case still tells:",
              [event.event.word for event in engine.show(person, day).history])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
