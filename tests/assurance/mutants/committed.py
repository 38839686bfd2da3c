"""Verdicts as they are committed, so that another machine goes on from them: what was judged whole, and what was not noticed."""
import collections
import json

from common import TOP
from mutants.keys import hashed, judged_of, key_of, place_of, row_of

FILE = TOP / "tests/assurance/records/verdicts.json"


def home_of(source, function, mutant):
    """A short name of what a mutant stands in, for as long as that is what it is."""
    return hashed(source.path, *place_of(source, mutant, function)[0])[:12]


def keep(judged):
    """Of each file the functions and lines all of whose mutants have a verdict, and the mutants that are not killed."""
    kept = {}
    for source in judged.read:
        missing, homes, others = set(), {}, collections.defaultdict(list)
        for function, mutant in judged_of(source):
            key, home = key_of(source, mutant, function), home_of(source, function, mutant)
            homes[home] = True
            row = judged.results.get(key)
            if row is None:
                missing.add(home)
            elif row["status"] != "killed":
                others[row["status"]].append(key)
        if homes:
            kept[source.path] = {"judged": [home for home in homes if home not in missing], **others}
    FILE.write_text(json.dumps(kept, indent=0) + "\n")


def take_up(judged):
    """Gives a campaign the committed verdicts on what is still what it was; its own are newer."""
    kept = json.loads(FILE.read_text()) if FILE.exists() else {}
    for source in judged.read:
        of_file = kept.get(source.path, {"judged": []})
        whole = set(of_file["judged"])
        others = {key: status for status, keys in of_file.items() if status != "judged" for key in keys}
        for function, mutant in judged_of(source) if whole else []:
            key = key_of(source, mutant, function)
            if key not in judged.results and home_of(source, function, mutant) in whole:
                judged.results[key] = row_of(key, source, mutant, others.get(key, "killed"))
