/*
 * person.h: one person, many referrals: what the earlier ones mean for the next (3.73 to 3.79, 3.92; AMB-54, AMB-55).
 *
 * The library knows cases, not people: the host says which cases are one person's. The answer is pure: nothing is
 * stored, and no case is changed. Thread rule: any thread, each with its own structs.
 */
#ifndef PRAP_PERSON_H
#define PRAP_PERSON_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/referral.h"
#include "prap/rulebook.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * One case of the person. Days PRAP_DAY_NONE where there is none. The last five are PRAP_VALUE_YES, _NO or _UNKNOWN,
 * and 0 means unknown; only backed_out 0 means what stage says. It stands in arrays, so it never grows.
 */
typedef struct prap_person_case {
    uint32_t size;         /* sizeof(prap_person_case) */
    uint32_t stage;        /* PRAP_STATE_* as of the day asked about */
    uint32_t kind;         /* PRAP_REFERRAL_KIND_*; 0: a new referral */
    prap_day made_on;
    prap_day start_on;
    prap_day ended_on;
    uint32_t backed_out;   /* the start was backed out by the PRaP support team */
    uint32_t outcome_paid; /* an employment or self-employment outcome payment was paid */
    uint32_t outcome_due;  /* the outcome is reached and not yet paid: a person confirms it (AMB-55) */
    uint32_t night_shifts; /* worked night shifts: 639 days, not 638 (AMB-13) */
    uint32_t worked;       /* worked during the participation */
    uint32_t reserved;     /* 0 */
} prap_person_case;

/* What an answer of prap_engine_show or prap_engine_walk says of a case; all that it does not say is unknown. */
/* Returns PRAP_OK, PRAP_E_NULL, PRAP_E_SIZE. Since 0.1. */
PRAP_API prap_status prap_person_case_of(const prap_summary *summary, prap_person_case *ret_case);

/* What is asked. cases is borrowed for the call; their order is the host's and only breaks ties. */
typedef struct prap_person_question {
    uint32_t size;      /* sizeof(prap_person_question) as compiled */
    prap_day on;        /* the day of the referral that is thought of */
    uint32_t eligible;  /* PRAP_VALUE_*: the work coach finds the person still eligible and suitable; 0: unknown */
    uint32_t elsewhere; /* PRAP_VALUE_*: the person has started another programme; 0: unknown */
    const prap_person_case *cases;
    size_t n;           /* at most PRAP_PERSON_CASES_MAX */
} prap_person_question;

#define PRAP_PERSON_CASES_MAX 1000

/* The answer in short. The caller's memory; set size before the call. */
typedef struct prap_person {
    uint32_t size;         /* sizeof(prap_person) as compiled */
    uint32_t next;         /* PRAP_REFERRAL_KIND_* that the next referral is */
    uint32_t verdict;      /* PRAP_VERDICT_PERMITTED, _REFUSED or _UNDECIDED by the criteria; a new one needs none */
    uint32_t open;         /* referrals and participations that have not ended */
    uint32_t starts;       /* cases with a start, backed out or not */
    uint32_t re_referrals; /* Re-Referrals used */
    prap_day earlier_start; /* that the days are counted from, or PRAP_DAY_NONE */
    prap_day earliest;     /* the first day on which a Re-Referral may come, by the days alone, or PRAP_DAY_NONE; */
    prap_day sure;         /*   and the first on which it may whatever is unknown */
    uint32_t findings;     /* how many were visited */
} prap_person;

/* One finding. Borrowed for the visit. */
typedef struct prap_finding {
    uint32_t size;
    uint32_t finding;  /* PRAP_FINDING_*: its word has the sentence */
    uint32_t rule;     /* for prap_rule_by_number */
    uint32_t severity; /* PRAP_SEVERITY_*; of a criterion that holds 0, of one that is not decided UNDECIDED */
    uint32_t result;   /* of a criterion PRAP_RESULT_MET, _FAILED or _UNKNOWN, else 0 */
    uint32_t policy;   /* PRAP_POLICY_* whose setting decided, or 0 */
    prap_day day;      /* the day it is about, or PRAP_DAY_NONE */
    prap_day sure;     /* of period-lapsed: the day from which it holds whatever is unknown, else PRAP_DAY_NONE */
    uint32_t at;       /* index of the case it is about, or PRAP_PERSON_NO_CASE */
    uint32_t other;    /* index of the other case of a duplicate, or PRAP_PERSON_NO_CASE */
} prap_finding;

#define PRAP_PERSON_NO_CASE UINT32_MAX

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_finding)(void *user, const prap_finding *finding);

/*
 * What the person's referrals amount to: the kind of the next one, the four criteria of 3.77 when it is a Re-Referral,
 * duplicates, and referrals beside a participation. With a rulebook of the Work and Health Programme or JETS the next one is
 * new, and of referrals that are open at once the duplicate is proposed, or a person has to name it (AMB-92). Findings come in table order, those of one kind by day and index.
 * The rulebook gives the policies reref, reref-backed-out and dup-pick. visit: or NULL.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_LIMIT (too many cases); PRAP_E_DAY (on is no day, or a case ends
 * or starts on no day); PRAP_E_WORD (a stage, kind or value that there is not); what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_person_of(const prap_person_question *question, const prap_rulebook *rulebook,
                                    prap_visit_finding visit, void *user, prap_person *ret_person);

#ifdef __cplusplus
}
#endif

#endif
