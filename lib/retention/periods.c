/* periods.c: the periods of a record, by how its kind is kept (rules.md 2.8). */
#include "retention/retention.h"

#include "base/error.h"
#include "dates/ways.h"
#include "prap/vocabulary.h"

static prap_day later(prap_day a, prap_day b) {
    return a > b ? a : b; /* PRAP_DAY_NONE comes before every day */
}

/* A count that leaves the years 1 to 9999 fails the question: the error names the day that it starts from. */
static void fail(prapi_keeping *keeping, prap_status status, uint32_t fact) {
    if (keeping->status != PRAP_OK) return;
    keeping->status = prapi_fail(keeping->reterr, status, prapi_word_name(PRAP_WORDS_RETENTION_FACT, fact),
                                 "its period leaves the years 1 to 9999");
}

/* The last day of a date computation's period that is counted from one day: where there are two, both are that. */
static prap_day through(prapi_keeping *keeping, uint32_t computation, uint32_t fact) {
    const prap_moment from = {prapi_keep_day(keeping, fact), PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
    if (from.day == PRAP_DAY_NONE) return PRAP_DAY_NONE;
    const prap_date_question question = {
        .size = sizeof question, .computation = computation, .anchor = from, .second = from};
    prapi_counter counter = prapi_counter_of(NULL, keeping->settings, 0); /* months and years need no calendar */
    const prap_date_answer answer = prapi_date_days(&counter, &question);
    if (counter.status != PRAP_OK) fail(keeping, counter.status, fact);
    return counter.status == PRAP_OK ? answer.due : PRAP_DAY_NONE;
}

/* A period: kept through its last day, over on the next. Without a last day it is not known, and keeps the record. */
static void tell_period(prapi_keeping *keeping, uint32_t finding, uint32_t fact, prap_day anchor, prap_day last) {
    prap_retention_answer *answer = &keeping->answer;
    if (last == PRAP_DAY_NONE) {
        keeping->open = true;
        prapi_keep_tell_as(keeping, finding, PRAP_SEVERITY_UNDECIDED, fact, PRAP_DAY_NONE);
        return;
    }
    if (last > answer->at_least) answer->anchor = anchor;
    answer->at_least = later(answer->at_least, last);
    const uint32_t severity = answer->as_of <= last ? PRAP_SEVERITY_FORBIDDEN : PRAP_SEVERITY_NOTICE;
    prapi_keep_tell_as(keeping, finding, severity, fact, last);
}

static void tell_computed(prapi_keeping *keeping, uint32_t finding, uint32_t computation, uint32_t fact) {
    tell_period(keeping, finding, fact, prapi_keep_day(keeping, fact), through(keeping, computation, fact));
}

/* The contract's own period is the host's to know: not known keeps the record, and asks (38-N-a). */
static void keep_by_contract(prapi_keeping *keeping) {
    const prap_day last = prapi_keep_day(keeping, PRAP_RETENTION_FACT_CONTRACT_UNTIL);
    const bool none = prapi_keep_said(keeping, PRAP_RETENTION_FACT_NO_CONTRACT_PERIOD) == PRAP_VALUE_YES;
    if (last == PRAP_DAY_NONE && none) {
        prapi_keep_tell(keeping, PRAP_RETENTION_FINDING_NO_CONTRACT_PERIOD);
    } else {
        tell_period(keeping, PRAP_RETENTION_FINDING_CONTRACT_PERIOD, PRAP_RETENTION_FACT_CONTRACT_UNTIL, last, last);
    }
}

/* Where it is sent too, the record of the sending stands beside the contract (CH15-13, 53-N). */
static void keep_contract_period(prapi_keeping *keeping) {
    keep_by_contract(keeping);
    if (keeping->kind->computation != 0 && prapi_keep_day(keeping, PRAP_RETENTION_FACT_SENT_ON) != PRAP_DAY_NONE) {
        tell_computed(keeping, PRAP_RETENTION_FINDING_EMAIL_RECORD, keeping->kind->computation,
                      PRAP_RETENTION_FACT_SENT_ON);
    }
}

static void keep_on_request(prapi_keeping *keeping) {
    prapi_keep_tell(keeping, PRAP_RETENTION_FINDING_LENGTH_NOT_STATED);
    keep_by_contract(keeping);
}

/*
 * D-11: from the notice, from the decision, or from the later of the two (AMB-17), which is not known before the notice
 * is. A doubt that was never raised is never decided: then no 13 months run.
 */
static void keep_mandation(prapi_keeping *keeping) {
    static const uint32_t notified = PRAP_RETENTION_FACT_NOTIFIED_ON, decided = PRAP_RETENTION_FACT_DECIDED_ON;
    const uint32_t computation = keeping->kind->computation;
    const int32_t choice = keeping->settings[PRAP_POLICY_ANCHOR_13M];
    const bool known = prapi_keep_day(keeping, notified) != PRAP_DAY_NONE ||
                       prapi_keep_day(keeping, decided) != PRAP_DAY_NONE;
    keeping->answer.policy = PRAP_POLICY_ANCHOR_13M;
    keeping->answer.policy_value = choice;
    if (!known && prapi_keep_said(keeping, PRAP_RETENTION_FACT_NO_DECISION) == PRAP_VALUE_YES) {
        prapi_keep_tell(keeping, PRAP_RETENTION_FINDING_NO_DECISION);
        return;
    }
    if (choice != PRAP_CHOICE_DECISION) {
        tell_computed(keeping, PRAP_RETENTION_FINDING_MANDATION_NOTIFIED, computation, notified);
    }
    if (choice == PRAP_CHOICE_DECISION ||
        (choice == PRAP_CHOICE_LATER && prapi_keep_day(keeping, decided) != PRAP_DAY_NONE)) {
        tell_computed(keeping, PRAP_RETENTION_FINDING_MANDATION_DECIDED, computation, decided);
    }
}

static void keep_computed_or_longer(prapi_keeping *keeping) {
    keep_mandation(keeping);
    keep_by_contract(keeping);
}

/* D-13: both days are needed; the one that is known already says until when at the least (AMB-19). */
static void keep_esf(prapi_keeping *keeping) {
    static const uint32_t facts[] = {PRAP_RETENTION_FACT_PROGRAMME_ENDED_ON, PRAP_RETENTION_FACT_FINAL_CLAIM_PAID_ON};
    keeping->answer.policy = PRAP_POLICY_ESF_YEARS;
    keeping->answer.policy_value = keeping->settings[PRAP_POLICY_ESF_YEARS];
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        tell_computed(keeping, PRAP_RETENTION_FINDING_ESF_PERIOD, PRAP_COMPUTATION_ESF_EVIDENCE, facts[i]);
    }
}

/* D-12: from the sending, and of data that went astray from the last action (AMB-18). */
static void keep_computed(prapi_keeping *keeping) {
    if (keeping->kind->computation == PRAP_COMPUTATION_ESF_EVIDENCE) {
        keep_esf(keeping);
    } else if (keeping->kind->record == PRAP_RECORD_MISDIRECTED_DATA) {
        tell_computed(keeping, PRAP_RETENTION_FINDING_ACTIONS_RECORD, PRAP_COMPUTATION_EMAIL_RECORD,
                      PRAP_RETENTION_FACT_LAST_ACTION_ON);
    } else {
        tell_computed(keeping, PRAP_RETENTION_FINDING_EMAIL_RECORD, PRAP_COMPUTATION_EMAIL_RECORD,
                      PRAP_RETENTION_FACT_SENT_ON);
    }
}

/* While the code is in force, and as many days after as the host says (P-CODE-LOG): not known, it is kept. */
static void keep_in_force(prapi_keeping *keeping) {
    const prap_day last = prapi_keep_day(keeping, PRAP_RETENTION_FACT_IN_FORCE_UNTIL);
    const prap_fact *days = &keeping->said[PRAP_RETENTION_FACT_CODE_LOG_DAYS];
    prap_day until = last;
    if (last != PRAP_DAY_NONE && days->kind == PRAP_VALUE_NUMBER) {
        const prap_status status = prap_day_add_days(last, (int32_t)days->value, &until);
        if (status != PRAP_OK) fail(keeping, PRAP_E_RANGE, PRAP_RETENTION_FACT_CODE_LOG_DAYS);
    }
    tell_period(keeping, PRAP_RETENTION_FINDING_CODE_LOG, PRAP_RETENTION_FACT_IN_FORCE_UNTIL, last, until);
    if (days->kind != PRAP_VALUE_NUMBER) {
        tell_period(keeping, PRAP_RETENTION_FINDING_CODE_LOG, PRAP_RETENTION_FACT_CODE_LOG_DAYS, last, PRAP_DAY_NONE);
    }
}

/* A received email is not kept: once dealt with, and what is evidence filed first, it is deleted (57, AMB-77). */
static void keep_until_actioned(prapi_keeping *keeping) {
    const prap_day on = prapi_keep_day(keeping, PRAP_RETENTION_FACT_ACTIONED_ON);
    const uint32_t filed = prapi_keep_said(keeping, PRAP_RETENTION_FACT_EVIDENCE_FILED);
    if (on == PRAP_DAY_NONE || on > keeping->answer.as_of) {
        const uint32_t severity = on == PRAP_DAY_NONE ? PRAP_SEVERITY_UNDECIDED : PRAP_SEVERITY_FORBIDDEN;
        prapi_keep_tell_as(keeping, PRAP_RETENTION_FINDING_NOT_ACTIONED, severity, 0, on);
    } else if (filed != PRAP_VALUE_YES) {
        const uint32_t severity = filed == PRAP_VALUE_NO ? PRAP_SEVERITY_FORBIDDEN : PRAP_SEVERITY_UNDECIDED;
        prapi_keep_tell_as(keeping, PRAP_RETENTION_FINDING_NOT_FILED, severity, 0, PRAP_DAY_NONE);
    } else {
        prapi_keep_tell_as(keeping, PRAP_RETENTION_FINDING_DELETE_NOW, PRAP_SEVERITY_NOTICE, 0, on);
    }
}

void prapi_keep_periods(prapi_keeping *keeping) {
    static void (*const ways[])(prapi_keeping *) = {
        [PRAP_RETENTION_CONTRACT_PERIOD] = keep_contract_period,
        [PRAP_RETENTION_ON_REQUEST] = keep_on_request,
        [PRAP_RETENTION_COMPUTED] = keep_computed,
        [PRAP_RETENTION_COMPUTED_OR_LONGER] = keep_computed_or_longer,
        [PRAP_RETENTION_IN_FORCE] = keep_in_force,
        [PRAP_RETENTION_UNTIL_ACTIONED] = keep_until_actioned,
    };
    ways[keeping->kind->retention](keeping);
}
