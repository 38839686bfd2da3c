#!/usr/bin/env python3
"""Writes inputs of the target cases in which something is wrong: make-seeds.py BARE FOLDER. BARE is what print-seeds --bare
wrote, with its list as BARE.txt; each of a few of its cases is followed by every question with arguments left out and spoiled,
by callbacks that stop and call back, and by a host that goes wrong. Most of them reach what others reach too: of print-seeds'
inputs and these, libFuzzer's -merge=1 keeps those that add something, and what it kept is in the corpus as seed-….
"""
import itertools
import sys
from pathlib import Path

FIRST_DAY, NONE = 14000, 0xffff
SUBMIT, TROUBLE, ROT, REOPEN, RIVAL, VISITS, RULEBOOK, HOSTS = range(128, 136)
QUESTIONS = 19
RECEIVED, ACCEPT, CONTACT = 1, 2, 4  # PRAP_EVENT_*
MADE, DAY = 1, 5  # PRAP_FACT_MADE, PRAP_VALUE_DAY
BASES = ("ipes-0", "voids-0", "procedures-0", "whp-after-start-4", "by-memo-08-0", "response-0", "imports-0")
MEMBERS, WAYS = 18, 34


def day(value):
    return (NONE if value is None else max(0, value - FIRST_DAY)).to_bytes(2, "little")


def rest_of(question, how, on):
    """What a question takes besides its day, in order, all of it sensible."""
    on = FIRST_DAY + 5000 if on is None or on > FIRST_DAY + NONE - 100 else on
    if question == 4:
        return day(None)
    if question in (7, 8):
        facts = b"\x01\x02\x04" if how & 1 else b""
        return facts + (b"\x01\x03\x03" if how & 2 else b"")
    if question == 9:
        return day(on - 20) + day(on + 20) + b"\0\x08"
    if question == 10:
        return b"\0" + day(on + 20) + day(on + 28) + day(on - 28) + day(on + 28) + b"\x0f\x07\0\x12\0\x04\x0f" + b"\0\x08" * 4
    asked = b"\x01" if 12 <= question <= 15 and how & 1 else b""
    if question == 14:
        return asked + b"\0"
    if question == 15:
        return asked + day(on)
    if question == 16:
        return (b"\x01\x02" + day(on) + day(None) + b"\0\0") * (how % 4)
    if question == 18:
        return b"\x01\x02" + day(on) + day(None) + b"\0\0"
    return asked


def ask(question, on, how=0, missing=None, spoilt=None, error=None, which=0):
    flags = which | 32 | (4 if spoilt else 0) | (8 if missing is not None else 0) | (16 if error else 0)
    said = bytes([question, flags]) + day(on) + bytes([how])
    if missing is not None:
        said += bytes([missing])
    said += bytes(error or ()) + rest_of(question, how, on)
    return said + bytes(spoilt or ())


def trouble(fault, nth, status, only=0, sticky=False, how=0, by=0):
    return bytes([TROUBLE, fault + 9 * only, nth - 1 + (128 if sticky else 0), status, how]) + by.to_bytes(2, "little")


def rot(which, at, by, how):
    return bytes([ROT, which]) + at.to_bytes(2, "little") + bytes([by, how])


def arguments(base, on):
    for question in range(QUESTIONS):
        yield f"missing-{question}", base + b"".join(ask(question, on, how, missing)
                                                     for how in (0, 1, 2, 4) for missing in (1, 2, 4, 8, 16, 65, 128))
        for member in range(MEMBERS):
            for how in (0, 1, 2, 3, 4):
                one = [ask(question, on, how, spoilt=[*([part] if question == 10 else []), member, way])
                       for way in range(WAYS) for part in (range(4) if question == 10 else (0,))]
                yield f"spoilt-{question}-{member}-{how}", base + b"".join(one)
        yield f"error-{question}", base + b"".join(ask(question, on, 0, 1, error=[member, way]) for member in range(2) for way in range(8))
        for how in (0, 1, 2, 3, 4, 8, 9, 10, 11, 16, 17):
            yield f"days-{question}-{how}", base + b"".join(ask(question, at, how) for at in (
                on - 4000, on - 40, on - 7, on - 1, on, on + 1, on + 40, on + 400, on + 4000, None, FIRST_DAY + NONE - 1, FIRST_DAY + NONE - 7,
                FIRST_DAY + NONE - 10, FIRST_DAY + NONE - 11))
            yield f"visits-{question}-{how}", base + b"".join(bytes([VISITS, visits]) + ask(question, on + 60, how)
                                                              for visits in (1, 2, 3, 5, 128, 129))


def stores(base, on):
    for question in range(QUESTIONS):
        for fault, only in itertools.product(range(9), (0, 1, 2, 3, 4)):
            if question == 14 or only == 2:  # a search takes long; and no question commits
                continue
            for how in (0, 1):
                yield f"trouble-{question}-{fault}-{only}-{how}", base + b"".join(
                    trouble(fault, nth, status, only, sticky) + ask(question, on, how)
                    for status in range(12) for nth in (1, 2, 3) for sticky in ((False, True) if nth == 1 else (False,)))
        for how in range(8):
            yield f"alter-{question}-{how}", base + b"".join(
                trouble(8, nth, 0, only, nth == 3, how + 8 * more, by) + ask(question, on, 0)
                for nth in (1, 2, 3) for only in (0, 1, 3, 4) for more in (0, 15) for by in (0, 3, 5, 9, 20, 60))
        for reopened in (1, 2, 3, 4, 8, 16, 24, 12):
            yield f"reopen-{question}-{reopened}", base + bytes([REOPEN, reopened, 0]) + b"".join(
                ask(question, at, how) for at in (on, on - 3) for how in (0, 1, 2, 4, 16))
    for nth in range(1, 12):
        yield f"memory-{nth}", base + bytes([REOPEN, 0, nth]) + bytes([REOPEN, 32, nth]) + ask(0, on)


def records(base, on):
    for sequence, how in itertools.product(range(6), (0, 1, 2, 3)):
        for start in range(0, 200, 20):
            said = b""
            for at in range(start, start + 20):
                for by in (1, 0x80, 0x41):
                    said += rot(4 * sequence, at, by, how) + b"".join(ask(question, on) for question in (11, 0, 1, 7, 2, 17))
                    if how < 2:
                        said += rot(4 * sequence, at, by, 1)
                    else:
                        break
                if how >= 2:
                    yield f"cut-{sequence}-{how}-{at}", base + said
                    said = b""
            if said:
                yield f"rot-{sequence}-{how}-{start}", base + said


def event(step, event, on, number=0, programme=1, recorded=None, facts=b""):
    """An event of the first case; facts as take_fact reads them, a byte each for fact and kind. A referral was made that day."""
    n = len(facts) // 2
    if event == RECEIVED:
        facts, n = bytes([MADE, DAY + 48]) + day(on), 1
    if event == CONTACT:
        facts, n = b"\x05\x16\x14\x06\x02", 2  # by what means, and not reached
    return bytes([step, 0, programme, event]) + day(on) + day(recorded) + bytes([number, n]) + facts


def events(base, on):
    """What is submitted while the store has its troubles, or a rival is quicker. A referral is acknowledged; then contact."""
    received, accept, contact = (event(SUBMIT, number, on, i) for number, i in ((RECEIVED, 1), (ACCEPT, 2), (CONTACT, 3)))
    start = b"\0\0\0" + received
    theirs = (event(RIVAL, CONTACT, on), event(RIVAL, ACCEPT, on), event(RIVAL, RECEIVED, on), event(RIVAL, CONTACT, on + 9))
    for fault, status in itertools.product(range(8), range(12)):
        for nth, only in ((1, 2), (2, 2), (1, 1), (2, 1), (3, 1), (1, 3), (2, 3)):
            for sticky in (False, True):
                order = trouble(fault, nth, status, only, sticky)
                yield f"submit-{fault}-{status}-{nth}-{only}-{sticky}", start + order + accept + accept + contact
                yield f"first-{fault}-{status}-{nth}-{only}-{sticky}", b"\0\0\0" + order + received + received
                for i, rival in enumerate(theirs):
                    for reads in (0, 1):
                        yield (f"rival-{fault}-{status}-{nth}-{only}-{sticky}-{i}-{reads}",
                               start + bytes([REOPEN, reads, 0]) + rival + order + accept + rival + accept)
    for observed in (1, 4, 5):
        yield f"observed-{observed}", start + bytes([REOPEN, observed, 0]) + accept + accept + contact
    others = (event(SUBMIT, ACCEPT, on, 2, recorded=on + 1), event(SUBMIT, ACCEPT, on - 1, 2), event(SUBMIT, CONTACT, on, 2),
                  event(SUBMIT, ACCEPT, on, 2, facts=b"\x01\x03"), event(SUBMIT, ACCEPT, on, 2, facts=b"\x02\x01\x03\x02"),
                  event(SUBMIT, ACCEPT, on, 2, programme=2), event(SUBMIT, ACCEPT, on, 2, programme=0), event(SUBMIT, ACCEPT, on - 30, 4),
                  event(SUBMIT, ACCEPT, on, 2, programme=77), event(SUBMIT, CONTACT, on - 2, 5), event(SUBMIT, CONTACT, on - 2, 0))
    for (i, other), reads in itertools.product(enumerate(others), (0, 1, 16)):
        yield f"again-{i}-{reads}", start + accept + bytes([REOPEN, reads, 0]) + other + accept + contact + other


def caseloads(base, on):
    """Other totals, days and sides than make sense, and those that do."""
    for how, flags, what, sides in itertools.product((0, 1, 2, 3, 8, 17), range(4), range(16), (1, 2, 3, 15, 16, 12)):
        for until, first, last in ((on + 28, on - 28, on + 28), (None, None, None), (on - 1, on, on - 3), (on + 3700, None, on)):
            if not what & 8 and sides != 1:
                continue
            said = bytes([flags]) + day(on + 20) + day(until) + day(first) + day(last) + bytes([what])
            said += b"\x07" if what & 1 else b""
            said += (b"\0\x12", b"\x01\x11", b"\x09\x20", b"\0\0")[sides % 4] if what & 2 else b""
            said += b"\0\x04" if what & 4 and sides != 2 else b"\x03\0" if what & 4 else b""
            if what & 8:
                said += bytes([sides]) + b"".join((b"\0\x08", b"\x01\x08", b"\0\x04", b"\x1e\x84")[(sides + side) % 4 if sides != 15 else 0]
                                                  for side in range(4) if sides >> side & 17)
            yield f"caseload-{how}-{flags}-{what}-{sides}-{until}", base + bytes([10, 32]) + day(on) + bytes([how]) + said


def hosts(base, on):
    for which, n in itertools.product(range(0, 32), (0, 1, 3, 255)):
        yield f"host-{which}-{n}", base + b"".join(bytes([HOSTS, which, n, missing]) + (bytes([member, way]) if which % 8 < 4 else b"")
                                                   for missing in (0, 1, 2, 4) for member in range(6) for way in (0, 1, 2, 3, 4, 5, 7))
    definition = bytes([3, 0, 1, 10, 0, 2, 0, 3, 4, 0]) + day(on - 400) + day(on + 400)
    other = bytes([3, 0, 2, 10, 0, 1, 1, 3, 0, 0]) + day(None) + day(None)
    supplement = b"\x02\x12" + day(on) + day(on + 5) + day(on + 9) + day(None) + day(on) + b"\x01\0" + day(on + 50) + b"\x02\0"
    settings = b"\x01\x01\x01\0"
    for kind, at in itertools.product(range(7), range(2)):
        for programme, missing in ((1, 0), (3, 0), (3, 1), (3, 2), (3, 4), (3, 8), (99, 0)):
            for ways in range(0, WAYS, 4):
                said = b""
                for member, way in itertools.product(range(14), range(ways, ways + 4)):
                    said += bytes([RULEBOOK, programme, 1, kind + 8 * at, 0, missing]) + settings + supplement + definition + other
                    said += bytes([member, way]) if 1 <= kind <= 5 else b""
                yield f"rulebook-{kind}-{at}-{programme}-{missing}-{ways}", b"\0\0\0" + said
    for nth in range(1, 6):
        yield f"rulebook-memory-{nth}", base + bytes([RULEBOOK, 3, 1, 0, nth, 0]) + settings + supplement + definition + other


def main():
    bare, folder = Path(sys.argv[1]), Path(sys.argv[2])
    days = {name: int(number) for name, number in (line.split() for line in bare.with_suffix(".txt").read_text().splitlines())}
    folder.mkdir(parents=True, exist_ok=True)
    for i, name in enumerate(BASES):
        base, on = (bare / name).read_bytes(), days[name]
        for make in (arguments, stores, records, events, hosts, caseloads):
            if i > 0 and make in (arguments, hosts, events) or i > 1 and make in (stores, records):
                continue
            for what, said in make(base, on):
                (folder / f"{what}-{name}").write_bytes(said)


if __name__ == "__main__":
    main()
