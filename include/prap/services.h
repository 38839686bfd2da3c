/*
 * services.h: PRaP, the team that supports it and Provider Direct at a moment: open or closed, up or down, when next,
 * and what else the PRaP page says of using them. Rules PRAP-DET-2 to PRAP-HIST-8, PD-14a, CH15-6; D-20, D-21, D-22.
 *
 * An outage never moves a deadline; it can only bring forward the last moment at which something can be done (AMB-94).
 * Every function is pure and allocates nothing. Thread rule: any thread, each with its own structs.
 */
#ifndef PRAP_SERVICES_H
#define PRAP_SERVICES_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/dates.h"
#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/moments.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_SERVICE_PRAP 0 /* PRaP itself, which nobody staffs; the others are PRAP_SERVICE_* */

/*
 * A question. New members are appended. Everything it points at is borrowed for the call.
 * subject is of the support team alone; what stands after it is of PRaP itself alone. 0 and PRAP_DAY_NONE: not asked.
 */
typedef struct prap_service_question {
    uint32_t size;
    uint32_t service;           /* PRAP_SERVICE_* */
    prap_moment at;             /* with a minute */
    uint32_t flags;             /* PRAP_DATE_ALLOW_PROVISIONAL, or 0 */
    uint32_t subject;           /* PRAP_HELP_SUBJECT_* (PRAP-HELP-1) */
    uint32_t route;             /* PRAP_ACCESS_ROUTE_* (PRAP-DET-3) */
    uint32_t programme;         /* PRAP_PROGRAMME_* (PRAP-DET-2) */
    uint32_t duties;            /* PRAP_VALUE_YES, _NO, _UNKNOWN: the duties about DWP data are met (PRAP-SEC-1) */
    uint32_t standards;         /* likewise: DWP's security standards are met (CH15-6-B1) */
    prap_day audited;           /* the last audit of access, */
    prap_day reviewed;          /*   the last review of the accreditation, */
    prap_day changed;           /*   and a change of the system since (D-20) */
    const prap_window *outages; /* when the service cannot be used; those that were announced are in dates.h */
    size_t n_outages;           /* at most PRAP_WINDOWS_MAX */
    const prap_day *days;       /* due days that the outages may cut short (D-22) */
    size_t n_days;
} prap_service_question;

/* An answer. New members are appended. What a service does not come to is 0, PRAP_DAY_NONE or PRAP_MOMENT_NONE. */
typedef struct prap_service_answer {
    uint32_t size;           /* set by the caller */
    uint32_t service;        /* as asked */
    uint32_t verdict;        /* PRAP_VERDICT_*: may it be used, now and for this */
    uint32_t open;           /* 1: open, or up */
    prap_moment opens;       /* else when it next is */
    prap_moment other_opens; /* the same under the other reading of bank holidays (AMB-24); none: open at this moment */
    uint32_t phone;          /* the number of the prap_contact, or 0 */
    uint32_t email;          /* likewise */
    prap_day audit_due;      /* 30 days after the last audit, which is not one month (AMB-27) */
    prap_day review_due;     /* a year after the last review, or on the day of a change */
    uint32_t remind;         /* 1: the policy access-audit-reminder is on */
    uint32_t findings;       /* how many were visited */
} prap_service_answer;

/* One finding. Borrowed for the visit. New members are appended. */
typedef struct prap_service_finding {
    uint32_t size;
    uint32_t finding;        /* PRAP_SERVICE_FINDING_*: its word says why */
    uint32_t rule;           /* for prap_rule_by_number: of an announced outage its own */
    uint32_t severity;       /* PRAP_SEVERITY_* */
    uint32_t policy;         /* PRAP_POLICY_* whose setting decided, or 0 */
    uint32_t contact;        /* the number of its prap_contact, or 0 */
    uint32_t at;             /* index of the due day it is about, or PRAP_SERVICE_NO_DAY */
    prap_day day;            /* the day it is about; PRAP_DAY_NONE */
    prap_moment last_usable; /* of a day that is cut short: its last usable minute, which may be on a day before */
} prap_service_finding;

#define PRAP_SERVICE_NO_DAY UINT32_MAX

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_service_finding)(void *user, const prap_service_finding *finding);

/*
 * Answers one question. calendar, settings (n_settings; may be NULL when that is 0) and question: borrowed for the call.
 * visit: or NULL. ret_answer: its size set by the caller, filled only on success. The policies service-bh (AMB-24) and
 * access-audit-reminder (AMB-27) decide.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such service, subject, route, programme, value, policy or
 * choice); PRAP_E_TWICE (a policy); PRAP_E_REQUIRED (the moment, its minute, or the review that a change came after);
 * PRAP_E_DAY; PRAP_E_RANGE (flags, a setting, minute or offset, or what is of another service); PRAP_E_ORDER (an outage
 * that ends before it begins); PRAP_E_LIMIT (outages); PRAP_E_COVERAGE; PRAP_E_GAP; PRAP_E_REPEATED; what visit returned.
 * The error names the field and not the value. Since 0.1.
 */
PRAP_API prap_status prap_service_ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                                      const prap_service_question *question, prap_visit_service_finding visit,
                                      void *user, prap_service_answer *ret_answer, prap_error *reterr);

/* What to do about a finding, or "" when nothing is; NULL for an unknown one. Static. Since 0.1. */
PRAP_API const char *prap_service_finding_cure(uint32_t finding);

#ifdef __cplusplus
}
#endif

#endif
