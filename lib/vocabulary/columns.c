/* columns.c: the columns of the tables that are not part of a prap_word. */
#include <stddef.h>

#include "prap/provider-direct.h"
#include "prap/referral.h"
#include "prap/retention.h"

#include "vocabulary/vocabulary.h"

/* The numbers of these tables run from 1 without gaps, so a number is an index; the assertions keep it so. */
#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

enum { KEEPS_ONCE, KEEPS_LASTS };
enum { PRAP_FACT_NONE = 0, PRAP_EVENT_NONE = 0 };

static const uint8_t fact_lasts[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, KEEPS, RULE, MEANING) [NUMBER] = KEEPS_##KEEPS == KEEPS_LASTS,
#include "vocabulary/facts.def"
#undef X
};
_Static_assert(COUNT(fact_lasts) == PRAPI_FACT_END, "fact numbers run from 1 without gaps");

const uint8_t prapi_fact_types[PRAPI_FACT_END] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, ...) [NUMBER] = PRAP_FACT_TYPE_##TYPE,
#include "vocabulary/facts.def"
#undef X
};

_Static_assert(sizeof((char[]){
#define X(NUMBER, NAME, ...) [NUMBER] = 1,
#include "vocabulary/events.def"
#undef X
               }) == PRAPI_EVENT_END, "event numbers run from 1 without gaps");

#define BIT(NUMBER, WORD) ((uint64_t)((NUMBER) / 64 == (WORD)) << (NUMBER) % 64)
#define LASTING(NUMBER, KEEPS, WORD) (KEEPS_##KEEPS == KEEPS_LASTS ? BIT(NUMBER, WORD) : 0)
const uint64_t prapi_facts_last[PRAPI_FACT_WORDS] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, KEEPS, RULE, MEANING) | LASTING(NUMBER, KEEPS, 0)
    0
#include "vocabulary/facts.def"
    ,
#undef X
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, KEEPS, RULE, MEANING) | LASTING(NUMBER, KEEPS, 1)
    0
#include "vocabulary/facts.def"
    ,
#undef X
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, KEEPS, RULE, MEANING) | LASTING(NUMBER, KEEPS, 2)
    0
#include "vocabulary/facts.def"
#undef X
};
_Static_assert((int)PRAPI_FACT_WORDS == 3, "a word of bits for each of these");

const uint8_t prapi_stage_phases[PRAPI_NUMBERS] = {
#define X(NUMBER, NAME, WORD_NAME, PHASE, MEANING) [NUMBER] = PRAPI_PHASE_##PHASE,
#include "vocabulary/states.def"
#undef X
};

static const struct {
    uint8_t fact;
    uint8_t event;
} belongings[] = {
#define X(FACT, EVENT) {PRAP_FACT_##FACT, PRAP_EVENT_##EVENT},
#include "vocabulary/belongs.def"
#undef X
};

static const struct {
    const char *why;
    const char *cure;
    uint8_t fact;
    uint8_t cure_event;
} reasons[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, FACT, CURE, WHY, HOW) [NUMBER] = {WHY, HOW, PRAP_FACT_##FACT, PRAP_EVENT_##CURE},
#include "vocabulary/reasons.def"
#undef X
};

_Static_assert(COUNT(reasons) == PRAPI_REASON_END, "reason numbers run from 1 without gaps");

static const uint32_t desk_fact_asks[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, RULE, ASKS, MEANING) [NUMBER] = ASKS,
#include "vocabulary/desk-facts.def"
#undef X
};
_Static_assert(COUNT(desk_fact_asks) == PRAPI_DESK_FACT_END, "desk fact numbers run from 1 without gaps");

enum { PRAP_DESK_FACT_NONE = 0 };
static const struct {
    const char *cure;
    uint32_t fact;
} desk_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, FACT, WHY, HOW) [NUMBER] = {HOW, PRAP_DESK_FACT_##FACT},
#include "vocabulary/desk-findings.def"
#undef X
};
_Static_assert(COUNT(desk_findings) == PRAPI_DESK_FINDING_END, "desk finding numbers run from 1 without gaps");

enum { PRAP_RETENTION_FACT_NONE = 0 };
static const struct {
    const char *cure;
    const char *row;
    uint32_t fact;
} retention_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, FACT, ROW, WHY, HOW) [NUMBER] = {HOW, ROW, PRAP_RETENTION_FACT_##FACT},
#include "vocabulary/retention-findings.def"
#undef X
};
_Static_assert(COUNT(retention_findings) == PRAPI_RETENTION_FINDING_END, "finding numbers run from 1 without gaps");

static const prap_policy policies[] = {
#define X(NUMBER, NAME, WORD_NAME, CATALOGUE, DEFAULT, LOWEST, HIGHEST, SERVES, MEANING)                      \
    [NUMBER] = {sizeof(prap_policy), NUMBER, DEFAULT, LOWEST, HIGHEST, 0, CATALOGUE, SERVES},
#include "vocabulary/policies.def"
#undef X
};
_Static_assert(COUNT(policies) == PRAPI_POLICY_END, "policy numbers run from 1 without gaps");

static const struct {
    uint32_t policy;
    int32_t choice;
} policy_choices[] = {
#define C(NUMBER, NAME, WORD_NAME, MEANING)
#define P(POLICY, CHOICE) {PRAP_POLICY_##POLICY, PRAP_CHOICE_##CHOICE},
#include "vocabulary/choices.def"
#undef P
#undef C
};

static const char *const computations[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, COMPUTATION, MEANING) [NUMBER] = COMPUTATION,
#include "vocabulary/deadlines.def"
#undef X
};

uint32_t prapi_region_words(uint32_t region) {
    static const uint8_t words[PRAPI_REGION_END] = {
        [PRAP_REGION_MAPPA] = PRAP_WORDS_MAPPA,     [PRAP_REGION_PRAP14] = PRAP_WORDS_PRAP14,
        [PRAP_REGION_ERROR] = PRAP_WORDS_ERROR,     [PRAP_REGION_CHANNEL] = PRAP_WORDS_CHANNEL,
        [PRAP_REGION_REFERRAL_KIND] = PRAP_WORDS_REFERRAL_KIND,
        [PRAP_REGION_SCENARIO] = PRAP_WORDS_SCENARIO,
        [PRAP_REGION_MANDATION] = PRAP_WORDS_MANDATION,
        [PRAP_REGION_APPOINTMENT] = PRAP_WORDS_APPOINTMENT,
        [PRAP_REGION_ENGAGEMENT] = PRAP_WORDS_ENGAGEMENT,
        [PRAP_REGION_DECISION] = PRAP_WORDS_DECISION,
        [PRAP_REGION_REFERENCE] = PRAP_WORDS_REFERENCE,
        [PRAP_REGION_OUTAGE] = PRAP_WORDS_OUTAGE,
        [PRAP_REGION_MISDIRECTION] = PRAP_WORDS_MISDIRECTION,
        [PRAP_REGION_ERASURE] = PRAP_WORDS_ERASURE,
    };
    return region < COUNT(words) ? words[region] : 0;
}

/* Bit PRAP_FACT_*: those that have a row in belongs.def. */
static const uint64_t belonging[PRAPI_FACT_WORDS] = {
#define X(FACT, EVENT) | BIT(PRAP_FACT_##FACT, 0)
    0
#include "vocabulary/belongs.def"
    ,
#undef X
#define X(FACT, EVENT) | BIT(PRAP_FACT_##FACT, 1)
    0
#include "vocabulary/belongs.def"
    ,
#undef X
#define X(FACT, EVENT) | BIT(PRAP_FACT_##FACT, 2)
    0
#include "vocabulary/belongs.def"
#undef X
};

uint32_t prapi_fact_event_at(uint32_t fact, uint32_t i) {
    for (size_t row = 0; row != COUNT(belongings); row++) {
        if (belongings[row].fact == fact && i-- == 0) return belongings[row].event;
    }
    return 0;
}

bool prapi_fact_is_said_with(uint32_t fact, uint32_t event) {
    if ((belonging[fact / 64] >> fact % 64 & 1) == 0) return true;
    for (size_t row = 0; row != COUNT(belongings); row++) {
        if (belongings[row].fact == fact && belongings[row].event == event) return true;
    }
    return false;
}

bool prapi_fact_lasts(uint32_t fact) {
    return fact < COUNT(fact_lasts) && fact_lasts[fact] != 0;
}

uint32_t prapi_reason_fact(uint32_t reason) {
    return reason < COUNT(reasons) ? reasons[reason].fact : 0;
}

uint32_t prapi_reason_cure_event(uint32_t reason) {
    return reason < COUNT(reasons) ? reasons[reason].cure_event : 0;
}

const char *prap_reason_why(uint32_t reason) {
    return reason < COUNT(reasons) ? reasons[reason].why : NULL;
}

const char *prap_reason_cure(uint32_t reason) {
    return reason < COUNT(reasons) ? reasons[reason].cure : NULL;
}

bool prapi_desk_takes(uint32_t ask, uint32_t fact) {
    return (desk_fact_asks[fact] >> ask & 1) != 0;
}

uint32_t prapi_desk_finding_fact(uint32_t finding) {
    return desk_findings[finding].fact;
}

const char *prap_desk_finding_cure(uint32_t finding) {
    return finding < COUNT(desk_findings) ? desk_findings[finding].cure : NULL;
}

uint32_t prapi_retention_finding_fact(uint32_t finding) {
    return retention_findings[finding].fact;
}

const char *prap_retention_finding_cure(uint32_t finding) {
    return finding < COUNT(retention_findings) ? retention_findings[finding].cure : NULL;
}

const char *prap_retention_finding_row(uint32_t finding) {
    return finding < COUNT(retention_findings) ? retention_findings[finding].row : NULL;
}

const char *prap_deadline_computation(uint32_t deadline) {
    if (deadline >= COUNT(computations) || computations[deadline] == NULL) return NULL;
    return computations[deadline][0] != '\0' ? computations[deadline] : NULL;
}

const prap_policy *prap_policy_by_number(uint32_t policy) {
    return policy > 0 && policy < COUNT(policies) ? &policies[policy] : NULL;
}

int32_t prap_policy_choice_at(uint32_t policy, uint32_t i) {
    for (size_t row = 0; row != COUNT(policy_choices); row++) {
        if (policy_choices[row].policy != policy) continue;
        if (i == 0) return policy_choices[row].choice;
        i--;
    }
    return 0;
}

bool prapi_policy_allows(uint32_t policy, int32_t value) {
    const prap_policy *row = prap_policy_by_number(policy);
    if (row == NULL) return false;
    if (row->highest != 0) return value >= row->lowest && value <= row->highest;
    for (size_t i = 0; i != COUNT(policy_choices); i++) {
        if (policy_choices[i].policy == policy && policy_choices[i].choice == value) return true;
    }
    return false;
}
