"""Unencrypted email as rules.md 2.6 tells it: the machine of one organisation and process, and what is wrong with a
message, all of it. Only the catalogue was read for it; README.md says which readings were chosen."""
from dataclasses import dataclass, replace

import days

PROCESSES = ["exit-reports", "compliance-doubts", "changes-of-circumstances", "employment-business-form", "esf-form",
             "self-referral-form", "list-of-500", "good-news-stories"]  # CH15-46-B1 to B8
MOVES = {  # T-rows: event -> {stage before: stage after}, and the rule that places it
    "use-requested": ({"not-approved": "requested"}, "CH15-44b"),
    "permission-given": ({"requested": "approved"}, "CH15-44a"),
    "use-begun": ({"approved": "active"}, "CH15-44a"),
    "outage-begun": ({"active": "suspended-own"}, "CH15-59"),
    "suspended-by-dwp": ({"active": "suspended-dwp"}, "CH15-61"),
    "clerical-begun": ({"suspended-own": "clerical", "suspended-dwp": "clerical"}, "CH15-59"),
    "resume-notified": ({"suspended-own": "notified-resume", "clerical": "notified-resume"}, "CH15-60a"),
    "resumed-by-dwp": ({"suspended-dwp": "active", "clerical": "active"}, "CH15-63"),
    "use-resumed": ({"notified-resume": "active"}, "CH15-60a"),
    "use-ceasing": ({"active": "ceasing"}, "CH15-54a"),
    "use-ceased": ({"ceasing": "ceased"}, "CH15-54b"),
}
DOWN = ("suspended-own", "suspended-dwp", "clerical", "notified-resume")


@dataclass(frozen=True)
class Use:
    """What is known of one organisation and process."""
    process: str = "exit-reports"
    exempted: object = False  # another exemption is recorded (50)
    stage: str = "not-approved"
    subcontractor: object = False
    approved: object = None  # by the department, formally
    diligence: object = None
    offshore: object = None
    listed: object = None  # the updated list is with the Supplier Manager
    permitted_on: object = None
    start_on: object = None
    cease_on: object = None
    by_dwp: bool = False  # the suspension is DWP's


def move(use, event):
    """(use afterwards or None, rule)."""
    moves, rule = MOVES[event]
    then = moves.get(use.stage)
    return (replace(use, stage=then) if then else None), rule


def organisation_faults(use):
    """What keeps an organisation from any use: 45, 51, 52. (rules, whether it is known)."""
    if not use.subcontractor:
        return
    for fact, rules in ((use.approved, {"CH15-45", "CH15-52-B1"}), (use.diligence, {"CH15-45", "CH15-52-B3"}),
                        (use.listed, {"CH15-51", "CH15-52-B2"})):
        if fact is not True:
            yield rules, fact is not None
    if use.offshore is not False:  # F-U-04
        yield {"CH15-52-B3"}, use.offshore is not None


def violations(use, message, day, exempt_500=True):
    """[(rules, whether it is known)] of everything that is wrong with a message on a day."""
    found = []

    def need(holds, *rules):
        if holds is not True:
            found.append((set(rules), holds is not None))

    forwarding, records = message.get("forwarding"), message.get("records")
    need(use.process in PROCESSES or use.exempted, "CH15-46a", "CH15-50")
    need(use.permitted_on is not None and use.permitted_on <= day, "CH15-44a", "CH15-46b", "CH15-48")
    need(use.start_on is None or use.start_on <= day, "CH15-51", "CH15-52-B2")
    need(use.cease_on is None or day <= use.cease_on, "CH15-54b")
    found.extend(organisation_faults(use))
    need(use.stage not in DOWN, "CH15-58", "CH15-59", "CH15-61", "CH15-62")
    if forwarding:
        need(None if records is None else records <= 1, "CH15-53-B1")
        need(message.get("business-need"), "CH15-53-B2")
        need(message.get("entitled"), "CH15-53-B3")
        automatic = message.get("automatic")
        need(None if automatic is None else not automatic, "CH15-53-B3")
    elif not (use.process == "list-of-500" and exempt_500 or message.get("within-supply-chain")):
        need(None if records is None else records <= 1, "CH15-49-B1")
    need(message.get("standard-content"), "CH15-49-B2")
    need(message.get("template"), "CH15-49-B3")
    need(message.get("designated-inboxes"), "CH15-47", "CH15-49-B4")
    return found


def provider_must_switch(start, expected_end, clock):
    """59: 48 hours or longer."""
    return expected_end >= days.after_48_hours(start, clock)


def dwp_asks_to_switch(start, expected_end, clock):
    """62: longer than 48 hours."""
    return expected_end > days.after_48_hours(start, clock)
