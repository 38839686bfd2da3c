"""libprap: what the DWP provider guidance permits on an IPES referral, with the paragraph of every answer.

Calendar counts working days; Rulebook is a programme with policy settings; Engine judges events over a store
(SQLiteStore, PostgreSQLStore, MemoryStore, or a Store of your own); Answer says permitted, refused, undecided or text-silent,
and why. Errors are PrapError and its classes. Not the DWP's, and not legal advice.
"""

from ._prap import library as _library
from .answer import Answer, Broken, Case, CaseDays, Clock, HistoryEvent, Setting, Standing, Told, WhyNot
from .arrays import MovedDay, due_scan
from .asking import (CaseChange, Clash, Idea, NextEvent, Options, OtherWay, OutcomeOption, Outcomes, Path, Step,
                     WhatIf)
from .call import Call, CallAnswer, CallFacts, CallRemember, CallValue, CallView, CallWhyNot
from .calendar import Calendar, CalendarIdentity, Holiday, Walked, WalkedDay
from .catalogue import PolicyInfo, Rule, computation_of, policy, rule, rule_of, rules
from .dates import (Announced, ComputationInfo, DateAnswer, DateQuestion, announced, computation, compute,
                    dates_moved, from_instant, to_instant)
from .days import add_days, add_months, add_years, count_days, count_months, nth_weekday
from .due_list import due_csv, due_ics
from .earnings import (CaseFeed, Code, CodeChoice, CodeConsequence, Earnings, FeedPeriod, ThresholdStanding, code_choice,
                       codes, earnings, feed_effect, thresholds)
from .caseload import CaseloadTotals, DeadlineTotal, Forecast, Miss, Recomputed, TurnedMeasure
from .engine import DueItem, Engine, SweepReport
from .errors import (AbiError, BugError, CallerError, DataError, HostError, LimitError, PrapError, WrongType)
from .evidence import CaseChecklists, CaseRecords, CheckedList, CheckItem, KeptRecord
from .extract import (DataAnswer, DataComparison, DataDifference, DataItemInfo, DataMark, DataReason, DataValue, DataValues,
                      data_check, data_compare, data_compare_marks, data_item, data_items, data_marks)
from .facts import UNKNOWN, Facts, FactValue, fact_options, fact_type
from .memory import MemoryStore
from .guidance import (Ambiguity, CataloguePolicy, Contact, DocumentInfo, ambiguities, ambiguity,
                       catalogue_policies, catalogue_policy, contact, contacts, document, documents)
from .desk import CodeStepTaken, DeskAnswer, DeskReason, DeskValue, desk, desk_options, desk_takes
from .conformance import ConformanceFinding, ConformanceReport
from .conformance import check as check_store
from .data_protection import ErasureDecision, Sending, erasure_decision, may_send
from .forms import (FormAnswer, FormField, FormKind, FormReason, FormRoute, FormValue, form, form_kind, form_options,
                    form_takes, forms)
from .move import Move, RegionIs, moves
from .person import Known, Person, PersonCase, PersonFinding, person
from .postgresql import KeyKeeper, PostgreSQLStore, RelayedNotice
from .retention import (CaseRetention, RetainedRecord, RetentionAnswer, RetentionFacts, RetentionReason, VerifyFinding,
                        VerifyReport, retain)
from .rulebook import Rulebook, Settings
from .services import ServiceAnswer, ServiceReason, service
from .sqlite import OutboxNotice, SQLiteStore, StoreFinding
from .standards import CaseMeasures, Measured, MeasureTotal
from .store import CaseRow, Change, JournalRow, NoticeRow, Snapshot, Store
from .verifier import (AskableQuestions, ChallengeLimits, ChallengeOutcome, Exposure, Held, ParticipantCheck, Secret,
                       Verifier, askable_questions, check_nino, check_participant, overheard_chance)
from .supplement import DeadlineDefinition, Supplement, Suspension, Threshold, presets
from .vocabulary import Threshold as EarningsThreshold
from .vocabulary import (Absent, AccessRoute, Actor, AgentChoice, CallAdvice, CallChange, CallEvent,
                        CallFact, CallForm, CallParticipant, CallPurpose, CallReason, CallReminder,
                        CallStage, CaseDay, Challenge, Channel, Check, Checklist, Choice, CodeState,
                        CodeStep, Computation, Conformance, ConformanceCheck, Consequence, ContactStatus, Contradiction, Coverage,
                        DataAbout, DataCare, DataChange, DataChannel, DataFinding, DataItem, DataNeed,
                        DataType, Deadline, DeadlineStatus, DefinedBy, DeskAsk, DeskFact, DeskFinding,
                        DeskOption, DeskOutcome, Difference, Division, Document, ErasureOutcome, Event, Exclusion, Fact,
                        FactType, Feed, FeedEffect, FeedTrigger, Fields, Finding, Form, FormFact,
                        FormFinding, FormOption, FormOutcome, HelpSubject, Kind, Mappa, Means, Measure,
                        Need, Notice, NoticeDue, Option, Outside, OwnTemplate, Payment, Policy, Prap14,
                        Programme, Question, Reason, Recipient, Record, ReferralKind, Region, Result,
                        Retention, RetentionFact,
                        RetentionFinding, Service, ServiceFinding, Severity, Software, State, Status,
                        ThresholdStatus, Unit, Value, Verdict, VerifyFault, Word)

__version__, rules_hash = _library()

__all__ = [
    "AbiError", "Absent", "AccessRoute", "Actor", "AgentChoice", "Ambiguity", "Announced", "Answer",
    "AskableQuestions", "BugError", "Calendar", "CalendarIdentity", "Call", "CallAdvice", "CallAnswer",
    "CallChange", "CallEvent", "CallFact", "CallFacts", "CallForm", "CallParticipant", "CallPurpose",
    "CallReason", "CallRemember", "CallReminder", "CallStage", "CallValue", "CallView", "CallWhyNot",
    "CallerError", "Case", "CaseChange", "CaseChecklists", "CaseDay", "CaseDays", "CaseFeed",
    "CaseMeasures", "CaseRecords", "CaseRetention", "CaseRow", "CaseloadTotals", "CataloguePolicy",
    "Challenge", "ChallengeLimits", "ChallengeOutcome", "Change", "Channel", "Check", "CheckItem",
    "CheckedList", "Checklist", "Choice", "Clash", "Clock", "Code", "CodeChoice", "CodeConsequence",
    "CodeState", "CodeStep", "CodeStepTaken", "Computation", "ComputationInfo", "Conformance",
    "ConformanceCheck", "ConformanceFinding", "ConformanceReport", "Consequence", "Contact",
    "ContactStatus", "Contradiction", "Coverage", "DataAbout", "DataAnswer", "DataCare", "DataChange",
    "DataChannel", "DataComparison", "DataDifference", "DataError", "DataFinding", "DataItem",
    "DataItemInfo", "DataMark", "DataNeed", "DataReason", "DataType", "DataValue", "DataValues",
    "DateAnswer", "DateQuestion", "Deadline", "DeadlineDefinition", "DeadlineStatus", "DeadlineTotal",
    "DefinedBy", "DeskAnswer", "DeskAsk", "DeskFact", "DeskFinding", "DeskOption", "DeskOutcome",
    "DeskReason", "DeskValue", "Difference", "Division", "Document", "DocumentInfo", "DueItem",
    "Earnings", "EarningsThreshold", "Engine", "ErasureDecision", "ErasureOutcome", "Event",
    "Exclusion", "Exposure", "Fact", "FactType", "FactValue", "Facts", "Feed", "FeedEffect",
    "FeedPeriod", "FeedTrigger", "Fields", "Finding", "Forecast", "Form", "FormAnswer", "FormFact",
    "FormField", "FormFinding", "FormKind", "FormOption", "FormOutcome", "FormReason", "FormRoute",
    "FormValue", "Held", "HelpSubject", "HistoryEvent", "Holiday", "HostError", "Idea", "JournalRow",
    "KeptRecord", "KeyKeeper", "Kind", "Known", "LimitError", "Mappa", "Means", "Measure",
    "MeasureTotal", "Measured", "MemoryStore", "Miss", "Move", "MovedDay", "Need", "NextEvent",
    "Notice", "NoticeDue", "NoticeRow", "Option", "Options", "OtherWay", "OutboxNotice",
    "OutcomeOption", "Outcomes", "Outside", "OwnTemplate", "ParticipantCheck", "Path", "Payment",
    "Person", "PersonCase", "PersonFinding", "Policy", "PolicyInfo", "PostgreSQLStore", "Prap14",
    "PrapError", "Programme", "Question", "Reason", "Recipient", "Recomputed", "Record", "ReferralKind",
    "Region", "RegionIs", "RelayedNotice", "Result", "RetainedRecord", "Retention", "RetentionAnswer",
    "RetentionFact", "RetentionFacts", "RetentionFinding", "RetentionReason", "Rule", "Rulebook",
    "SQLiteStore", "Secret", "Sending", "Service", "ServiceAnswer", "ServiceFinding", "ServiceReason",
    "Setting", "Settings", "Severity", "Snapshot", "Software", "Standing", "State", "Status", "Step",
    "Store", "StoreFinding", "Supplement", "Suspension", "SweepReport", "Threshold",
    "ThresholdStanding", "ThresholdStatus", "Told", "TurnedMeasure", "UNKNOWN", "Unit", "Value",
    "Verdict", "Verifier", "VerifyFault", "VerifyFinding", "VerifyReport", "Walked", "WalkedDay",
    "WhatIf", "WhyNot", "Word", "WrongType", "add_days", "add_months", "add_years", "ambiguities",
    "ambiguity", "announced", "askable_questions", "catalogue_policies", "catalogue_policy",
    "check_nino", "check_participant", "check_store", "code_choice", "codes", "computation",
    "computation_of", "compute", "contact", "contacts", "count_days", "count_months", "data_check",
    "data_compare", "data_compare_marks", "data_item", "data_items", "data_marks", "dates_moved",
    "desk", "desk_options", "desk_takes", "document", "documents", "due_csv", "due_ics", "due_scan",
    "earnings", "erasure_decision", "fact_options", "fact_type", "feed_effect", "form", "form_kind",
    "form_options", "form_takes", "forms", "from_instant", "may_send", "moves", "nth_weekday",
    "overheard_chance", "person", "policy", "presets", "retain", "rule", "rule_of", "rules",
    "rules_hash", "service", "thresholds", "to_instant",
]
