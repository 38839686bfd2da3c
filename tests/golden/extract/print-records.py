#!/usr/bin/env python3
"""Prints records.jsonl, before.jsonl and after.jsonl: records of invented people, one for each thing that is found in one,
and the same a day later, with one for each kind of difference. Each record ends with what is known of it besides its items,
so that a value's place in the record is that of its column."""
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHOLE = {"prap-referral-id": "R1", "Title": "Mr", "Forename": "Ann", "Surname": "Bee", "NINO": "AB123456C",
         "Verified Address (including postcode)": "1 High Street\nLeeds", "Post code": "LS1 4AP",
         "Telephone Number": "0113 496 0000", "Voluntary or Mandatory Referral": "Voluntary", "Referral date": "01/12/2021"}
CLEAR = {"programme": "whp", "mappa": False, "scr": False, "on": "2021-12-02"}


def record(number, changes=None, **known):
    values = {**WHOLE, "prap-referral-id": f"R{number}", **(changes or {})}
    return {**{name: value for name, value in values.items() if value is not Ellipsis}, **CLEAR, **known}


def records():
    gone = dict.fromkeys(("Verified Address (including postcode)", "Post code", "Telephone Number"), ...)
    rows = [
        (), ({"Shoe size": 7, "Empty": None},), ({"Surname": ..., "NINO": ""},), ({"NINO": "BG123456C"},),
        ({"National Insurance Number": "ab 12 34 56 c"},), ({"National Insurance Number": "AB123456D"},),
        ({"Post code": ...},), ({"Referral date": "2021-12-03"},), ({"Referral date": "31/02/2021"},),
        ({"Claimant Deceased": True, "Death": "2021-12-02"},), ({"Imprisoned / leaves prison": "released"},),
        ({"Disability Status": "yes", "Barriers to Work": "none", "aims": "cook"},),
        ({"qualification-level": ["2", 3], "welsh-spoken": "Y"},), ({"earnings-2000": True},),
    ]
    result = [record(i, *row) for i, row in enumerate(rows, 1)]
    known = [dict(programme="jets"), dict(programme=None), dict(programme="ipes")]
    result += [record(20 + i, {"earnings-2000": "yes"}, **one) for i, one in enumerate(known)]
    result += [record(30 + i, {}, **one) for i, one in enumerate([
        dict(scr=True), dict(scr=None), dict(scr="unknown", channel="clerical"), dict(scr=True, channel="clerical"),
        dict(channel="email"), dict(mappa=True), dict(mappa=True, channel="email"), dict(scr=True, programme="ipes")])]
    result += [record(40 + i, gone, **one) for i, one in enumerate([{}, dict(mappa=True), dict(mappa=None)])]
    result += [{"nino": "AB123456C", "hospital": "admitted", **CLEAR, "partial": True}, {"prap-referral-id": "R\t50", **CLEAR},
               {"prap-referral-id": "R51", "case": "our-51", "surname": "", **CLEAR}]
    return result


def days():
    plain = {"programme": "jets", "mappa": False, "scr": False}
    pairs = [({"surname": "B", "nino": "AB123456C"}, {"nino": "ab 12 34 56 c", "surname": "B"}),
             ({"postcode": "LS1 4AP"}, {"postcode": "LS1 4AQ"}), ({}, {"deceased": "yes"}), ({"hospital": "no"}, {"hospital": "in"}),
             ({"referral-basis": "mandatory"}, {"referral-basis": "voluntary"}), ({"mobile": "07700 900123"}, {"mobile": ""}),
             ({"other-activities": ["a", "b"]}, {"other-activities": ["a", "c", "d"]}), ({}, {"first-payment-date": "2021-12-01"}),
             ({"joint-claimant-name": "X"}, {}), ({"signing-day": "Monday", "prison": "in"}, {"signing-day": "Friday"})]
    return [[{"prap-referral-id": f"D{i}", **pair[day], **plain} for i, pair in enumerate(pairs)] for day in (0, 1)]


def main():
    before, after = days()
    for name, lines in (("records", records()), ("before", before), ("after", after)):
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        if sys.argv[1:] == ["--check"]:
            if (HERE / f"{name}.jsonl").read_text(encoding="utf-8") != text:
                sys.exit(f"{name}.jsonl is not what this prints")
        else:
            (HERE / f"{name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
