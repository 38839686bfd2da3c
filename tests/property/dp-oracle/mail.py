"""Unencrypted email as rules.md 2.6 tells it: the machine of one organisation and process, and what is wrong with a
message, all of it. Only the catalogue was read for it; README.md says which readings were chosen."""
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import days

PROCESSES = ["exit-reports", "compliance-doubts", "changes-of-circumstances", "employment-business-form",
             "esf-14-20-form", "self-referral-form", "list-of-500", "good-news-stories"]  # CH15-46-B1 to B8
SUBCONTRACTORS = ["listed-subcontractor", "existing-subcontractor", "new-subcontractor"]  # 45, 51, 52
DOWN = ("suspended", "clerical", "notified-resume")
USED = ("active", "ceasing", *DOWN)
KEPT = ("exemption", "subcontractor-approved", "diligence-done", "no-offshore", "list-supplied")


@dataclass(frozen=True)
class Use:
    stage: str = "none"
    process: str = ""
    organisation: str = ""
    permitted_on: object = None
    use_from: object = None
    ceases_on: object = None
    own: str = ""  # an outage of its own: "", "lasts", "notified"
    dwp: bool = False  # DWP has suspended use
    misdirected: bool = False
    known: tuple = ()

    def fact(self, event, name):
        value = event.get(name, dict(self.known).get(name))
        return None if value == "unknown" else value


class Rules:
    def __init__(self, policies):
        self.policies = policies

    def need(self, holds, fact, *rules):
        """fact: what is missing where it is not known."""
        if holds is not True:
            self.found.append(("undecided" if holds is None else "refused", set(rules)))
            self.missing |= {fact} if holds is None else set()

    def judge(self, use, event):
        """(verdict, use afterwards, what was found)."""
        self.found, self.missing, self.also = [], set(), set()
        then = getattr(self, event["event"].replace("-", "_"))(use, event)
        for verdict in ("refused", "undecided"):
            if verdict in {found for found, _ in self.found}:
                return verdict, use, self.found
        known = {**dict(use.known), **{fact: event[fact] for fact in KEPT if fact in event}}
        return "permitted", replace(then, known=tuple(sorted(known.items(), key=str))), []

    def from_stages(self, use, stages, *rules):
        self.need(use.stage in stages, None, *rules)
        self.also |= {"CH15-46b", "CH15-45", "CH15-51", "CH15-52-B2", "CH15-52-B3"} if use.stage not in stages else set()
        return use.stage in stages

    # Approval and the first day.
    def approval_requested(self, use, event):
        if not self.from_stages(use, ("none",), "CH15-44a", "CH15-44b"):
            return None
        process, organisation = use.fact(event, "process"), use.fact(event, "organisation")
        self.need(True if process else None, "process", "CH15-46a")
        self.need(True if organisation else None, "organisation", "CH15-45")
        if process:
            self.listed(use, event, process)
        return replace(use, stage="requested", process=process, organisation=organisation)

    def listed(self, use, event, process):
        """F-U-05: one of the eight, or an exemption; AMB-74: erasure requests are not among them."""
        if process not in PROCESSES:
            exempt = use.fact(event, "exemption")
            unsure = event.get("exemption", dict(use.known).get("exemption")) == "unknown"
            self.need(None if unsure else bool(exempt), "exemption", "CH15-46a", "CH15-50")

    def permission_given(self, use, event):
        if not self.from_stages(use, ("requested",), "CH15-44a", "CH15-46b"):
            return None
        return replace(use, stage="approved", permitted_on=event["on"])

    def permitted(self, use, event):
        self.need(use.permitted_on is not None and use.permitted_on <= event["on"], None, "CH15-44a", "CH15-46b")

    def organisation(self, use, event):
        """45, 52: asked of subcontractors; that nothing is offshore, of new ones, and a known element bars any."""
        if use.organisation not in SUBCONTRACTORS:
            return
        self.need(use.fact(event, "subcontractor-approved"), "subcontractor-approved", "CH15-45", "CH15-52-B1")
        self.need(use.fact(event, "diligence-done"), "diligence-done", "CH15-45", "CH15-52-B3")
        onshore = use.fact(event, "no-offshore")
        if onshore is not None or use.organisation == "new-subcontractor":
            self.need(onshore, "no-offshore", "CH15-52-B3")

    def use_agreed(self, use, event):
        if not self.from_stages(use, ("approved",), "CH15-44a", "CH15-46b", "CH15-52-B2"):
            return None
        self.permitted(use, event)
        self.organisation(use, event)
        if use.organisation in SUBCONTRACTORS[1:]:
            rule = "CH15-52-B2" if use.organisation == "new-subcontractor" else "CH15-51"
            self.need(use.fact(event, "list-supplied"), "list-supplied", rule)
            self.need(True if event.get("use-from") else None, "use-from", rule)
        return replace(use, stage="active", use_from=event.get("use-from") or event["on"])

    # may_send: all that is wrong.
    def message_sent(self, use, event):
        on, process = event["on"], use.process
        if use.stage == "none":
            return None
        self.listed(use, event, process)
        self.permitted(use, event)
        self.need(use.use_from is not None and use.use_from <= on, None, "CH15-44a", "CH15-51", "CH15-52-B2")
        last = use.ceases_on
        self.need(use.stage != "ceased" and (last is None or on <= last), None, "CH15-54b")
        self.organisation(use, event)
        self.need(not use.own, None, "CH15-59", "CH15-60a")
        self.need(not use.dwp, None, "CH15-61", "CH15-62")
        self.records(use, event)
        for fact, rules in (("standard-content", ("CH15-49-B2",)), ("template-included", ("CH15-49-B3",)),
                            ("sender-designated", ("CH15-49-B4", "CH15-47")),
                            ("recipient-designated", ("CH15-49-B4", "CH15-47"))):
            self.need(use.fact(event, fact), fact, *rules)
        self.forwarded(event)
        return use

    def records(self, use, event):
        """49-B1 with its named exceptions (AMB-76)."""
        records, shared = (None if event.get(fact, absent) == "unknown" else event.get(fact, absent)
                           for fact, absent in (("records", None), ("supply-chain-sharing", False)))
        exempt = use.process == "list-of-500" and self.policies["500-list-exempt"] == "yes"
        if exempt or shared or records is not None and records <= 1:
            return
        self.need(None if records is None or shared is None else False, "records", "CH15-49-B1")

    def forwarded(self, event):
        """53, which has no exception: asked of what is passed on, and where that is not known, if it would fail."""
        forwarded = event.get("forwarded", False)
        if forwarded is False:
            return
        records, automatic = event.get("records"), event.get("automatic", False)
        for fact, holds, rule in (
                ("records", None if records in (None, "unknown") else records <= 1, "CH15-53-B1"),
                ("business-need", event.get("business-need"), "CH15-53-B2"),
                ("recipient-entitled", event.get("recipient-entitled"), "CH15-53-B3"),
                ("automatic", None if automatic == "unknown" else not automatic, "CH15-53-B3")):
            holds = None if holds == "unknown" else holds
            if forwarded == "unknown":
                self.need(True if holds else None, "forwarded", rule)
            else:
                self.need(holds, fact, rule)

    # Outages: the provider's own and DWP's are two things, and both must be over.
    def outage_began(self, use, _):
        if not self.from_stages(use, USED, "CH15-58"):
            return None
        return replace(use, stage={"active": "suspended", "notified-resume": "suspended"}.get(use.stage, use.stage),
                       own="lasts")

    def clerical_begun(self, use, event):
        if not self.from_stages(use, ("suspended",), "CH15-59"):
            return None
        self.need(event.get("department-told") is not False, None, "CH15-59")
        return replace(use, stage="clerical")

    def resume_notified(self, use, event):
        if not self.from_stages(use, ("suspended", "clerical", "ceasing"), "CH15-60a"):
            return None
        if use.stage == "ceasing" and use.own != "lasts":
            self.need(False, None, "CH15-60a")
            return None
        self.need(not use.dwp, None, "CH15-61")
        self.need(True if event.get("resumes-on") else None, "resumes-on", "CH15-60a")
        return replace(use, stage="ceasing" if use.stage == "ceasing" else "notified-resume", own="notified")

    def use_resumed(self, use, _):
        """F-U-03."""
        if not self.from_stages(use, (*DOWN, "ceasing"), "CH15-60a"):
            return None
        self.need(use.own == "notified", None, "CH15-60a")
        self.need(not use.dwp, None, "CH15-61")
        return replace(use, stage="ceasing" if use.stage == "ceasing" else "active", own="")

    def dwp_suspended(self, use, _):
        if not self.from_stages(use, ("requested", "approved", *USED), "CH15-61"):
            return None
        return self.by_dwp(use, "suspended")

    def dwp_asked_clerical(self, use, _):
        if not self.from_stages(use, ("requested", "approved", *USED), "CH15-62"):
            return None
        return self.by_dwp(use, "clerical")

    @staticmethod
    def by_dwp(use, stage):
        """What was told of the end of one's own outage does not outlive DWP's asking for clerical working, nor, for
        one that is to cease, DWP's suspension."""
        moves = use.stage == "active" or use.stage in DOWN and stage == "clerical"
        takes_back = use.own == "notified" and (use.stage == "ceasing" or stage == "clerical")
        return replace(use, stage=stage if moves else use.stage, dwp=True, own="lasts" if takes_back else use.own)

    def dwp_resumed(self, use, _):
        if use.stage == "none":
            self.need(False, None)
            return None
        back = use.stage in DOWN and use.dwp and not use.own
        return replace(use, dwp=False, stage="active" if back else use.stage)

    # Withdrawal.
    def withdrawal_decided(self, use, _):
        if not self.from_stages(use, ("active", *DOWN), "CH15-54a"):
            return None
        self.need(use.organisation in SUBCONTRACTORS, None, "CH15-54a")
        return replace(use, stage="ceasing", own="lasts" if use.own == "notified" and use.dwp else use.own)

    def cease_agreed(self, use, event):
        if not self.from_stages(use, ("ceasing",), "CH15-54b"):
            return None
        self.need(True if event.get("ceases-on") else None, "ceases-on", "CH15-54b")
        return replace(use, ceases_on=event.get("ceases-on"))

    def use_ceased(self, use, event):
        if not self.from_stages(use, ("ceasing",), "CH15-54b"):
            return None
        self.need(use.ceases_on is not None and use.ceases_on <= event["on"], None, "CH15-54b")
        return replace(use, stage="ceased")

    # What went wrong, and what came in.
    def data_misdirected(self, use, _):
        return replace(use, misdirected=True)

    def deletion_confirmed(self, use, _):
        self.need(use.misdirected, None, "CH15-55a")
        return replace(use, misdirected=False)

    def received_in_error(self, use, _):
        return use

    def message_actioned(self, use, _):
        return use

    def outage_notice(self, event):
        """59: at 48 hours or longer the department is told; None where that cannot be said (D-14, AMB-20)."""
        end, began, at = (event.get(fact) for fact in ("expected-end-on", "began-at", "expected-end-at"))
        if end is None:
            return "outage-end-unknown"
        first, last = (None if minute is None else datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
                       for day, minute in ((event["on"], began), (end, at)))
        if not all(moment is not None and days.is_shown_once(moment) for moment in (first, last)):
            # By days alone: two may be 48 hours, and so may one when the clocks go back.
            apart = (end - event["on"]).days
            return "go-clerical" if apart > 2 else "outage-end-unknown" if apart >= 1 else None
        return "go-clerical" if last >= days.after_48_hours(first, self.policies["outage-clock"]) else None
