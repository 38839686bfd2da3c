/*
 * decision.c: the decision table for a request to erase. Of its rows the first that matches decides; a fact that is
 * unknown is tried with every value that it can have.
 */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "prap/vocabulary.h"

#include "base/always.h"
#include "catalogue/rules.h"
#include "programmes/erasure/decision.h"

enum { ANY = 0, YES = PRAP_VALUE_YES, NO = PRAP_VALUE_NO, VALUES = 4 };

static const struct {
    uint16_t fact;
    uint16_t values[VALUES + 1]; /* that it can have, ended by 0 */
} columns[PRAPI_ERASURE_FACTS] = {
    {PRAP_FACT_REFERRED_TO, {PRAP_OPTION_TO_WHP, PRAP_OPTION_TO_JETS, PRAP_OPTION_TO_IPES, PRAP_OPTION_TO_WORK_PROGRAMME}}, /* MUT-EQUIV: one of the last two is enough */
    {PRAP_FACT_STARTED, {YES, NO}},
    {PRAP_FACT_CUSTOMER_GROUP, {PRAP_OPTION_VOLUNTARY, PRAP_OPTION_LONG_TERM_UNEMPLOYED, PRAP_OPTION_JETS_CUSTOMER}},
    {PRAP_FACT_MANDATED_TO_INTERVIEW, {YES, NO}},
    {PRAP_FACT_DNA_AFTER_MANDATION, {YES, NO}},     /* MUT-EQUIV: what is not yes is no */
    {PRAP_FACT_MANDATION_EVIDENCE_HELD, {YES, NO}}, /* MUT-EQUIV: what is not yes is no */
};

typedef struct row {
    uint16_t referred_to[2]; /* either; 0 in the second place: the first alone */
    uint16_t want[PRAPI_ERASURE_FACTS - 1]; /* of the other columns, ANY for any */
    uint16_t outcome;
    bool keeps_evidence;
    uint16_t rules[2];
    const char *id;
} row;

/* clang-format off */
#define BOTH {PRAP_OPTION_TO_WHP, PRAP_OPTION_TO_JETS}
#define CORE {PRAP_OPTION_TO_WHP, 0}
#define JETS {PRAP_OPTION_TO_JETS, 0}
#define ELSE {PRAP_OPTION_TO_IPES, PRAP_OPTION_TO_WORK_PROGRAMME}
#define LTU PRAP_OPTION_LONG_TERM_UNEMPLOYED
#define VOLUNTARY PRAP_OPTION_VOLUNTARY
#define JETS_CUSTOMER PRAP_OPTION_JETS_CUSTOMER
#define O(NAME) PRAP_ERASURE_OUTCOME_##NAME
#define R(NAME) PRAPI_RULE_CH15_##NAME
static const row rows[] = {
    /*     started group     mandated dna  evidence */
    {BOTH, {YES,   ANY,           ANY, ANY, ANY}, O(REJECT),      0, {R(39), R(40)},      "1"},
    {JETS, {NO,    ANY,           YES, ANY, ANY}, O(REJECT),      1, {R(35a), R(36)},     "2"},
    {CORE, {NO,    LTU,           YES, YES, ANY}, O(REJECT),      1, {R(34a), R(36)},     "3"},  /* MUT-EQUIV: of JETS row 2 has decided */
    {CORE, {NO,    LTU,           YES, ANY, YES}, O(ASK),         1, {R(33), R(38_N_b)},  "4a"}, /* MUT-EQUIV: of JETS row 2 has decided */
    {CORE, {NO,    LTU,           YES, ANY, ANY}, O(ASK),         0, {R(33), 0},          "4b"}, /* MUT-EQUIV: of JETS row 2 has decided */
    {BOTH, {NO,    ANY,           NO,  ANY, YES}, O(ASK),         1, {R(38_N_b), 0},      "4c"},
    {CORE, {NO,    LTU,           NO,  ANY, ANY}, O(ACCEPT),      0, {R(29), R(30)},      "5"},
    {BOTH, {NO,    VOLUNTARY,     NO,  ANY, ANY}, O(ACCEPT),      0, {R(28), R(30)},      "6"},
    {CORE, {NO,    VOLUNTARY,     YES, ANY, ANY}, O(ASK),         0, {R(33), R(A_16)},    "7"}, /* MUT-EQUIV: of others 2, 4c or 6 has */
    /* The same contradiction: nobody in Core is a JETS customer (AMB-83). */
    {CORE, {NO,    JETS_CUSTOMER, ANY, ANY, ANY}, O(ASK),         0, {R(33), R(A_16)},    "7"},
    {JETS, {NO,    ANY,           NO,  ANY, ANY}, O(ASK),         0, {R(33), 0},          "7b"},
    {ELSE, {ANY,   ANY,           ANY, ANY, ANY}, O(NOT_COVERED), 0, {R(META_5), 0},      "9"}, /* MUT-EQUIV: what is left */
};
/* clang-format on */

enum { ROWS = sizeof rows / sizeof rows[0] };

uint32_t prapi_erasure_fact(uint32_t which) {
    return columns[which].fact;
}

static bool matches(const row *one, const uint32_t facts[PRAPI_ERASURE_FACTS]) {
    if (facts[0] != one->referred_to[0] && facts[0] != one->referred_to[1]) return false;
    for (size_t i = 1; i < PRAPI_ERASURE_FACTS; i++) {
        if (one->want[i - 1] != ANY && one->want[i - 1] != facts[i]) return false;
    }
    return true;
}

/* Of facts that are all known a row matches. */
static size_t row_of(const uint32_t facts[PRAPI_ERASURE_FACTS]) {
    size_t i = 0;
    while (!matches(&rows[i], facts) && PRAPI_ALWAYS(i < ROWS - 1)) i++;
    return i;
}

/* The facts with the next values for those that are unknown; false: that was the last. */
static bool next_try(const prapi_erasure_known *known, uint32_t at[PRAPI_ERASURE_FACTS],
                     uint32_t facts[PRAPI_ERASURE_FACTS]) {
    for (size_t i = 0; i < PRAPI_ERASURE_FACTS; i++) {
        if (known->said[i] != 0) continue;
        if (columns[i].values[++at[i]] == 0) at[i] = 0;
        facts[i] = columns[i].values[at[i]];
        if (at[i] != 0) return true;
    }
    return false;
}

static uint32_t outcome_of(const prapi_erasure_known *known, size_t i) {
    const uint32_t outcome = rows[i].outcome;
    return outcome == PRAP_ERASURE_OUTCOME_ASK && known->gap_rejects ? PRAP_ERASURE_OUTCOME_REJECT : outcome;
}

/* Would another value of a fact that is unknown change the outcome of this try? */
static bool decides(const prapi_erasure_known *known, size_t fact, const uint32_t facts[PRAPI_ERASURE_FACTS],
                    uint32_t outcome) {
    uint32_t other[PRAPI_ERASURE_FACTS];
    memcpy(other, facts, sizeof other);
    for (size_t i = 0; columns[fact].values[i] != 0; i++) { /* MUT-EQUIV: from 1, the first has its own turn */
        other[fact] = columns[fact].values[i];
        if (outcome_of(known, row_of(other)) != outcome) return true;
    }
    return false;
}

prapi_erasure_decision prapi_erasure_decide(const prapi_erasure_known *known) {
    uint32_t at[PRAPI_ERASURE_FACTS] = {0}; /* MUT-EQUIV: wherever it begins, decides() tries every value */
    uint32_t facts[PRAPI_ERASURE_FACTS];
    prapi_erasure_decision decision = {.row = "8"};
    size_t first = ROWS;
    for (size_t i = 0; i != PRAPI_ERASURE_FACTS; i++) facts[i] = known->said[i] != 0 ? known->said[i] : columns[i].values[0];
    do {
        const size_t this = row_of(facts);
        if (this < first) first = this;
        for (size_t i = 0; i != PRAPI_ERASURE_FACTS; i++) {
            if (known->said[i] == 0 && decides(known, i, facts, outcome_of(known, this))) decision.missing |= 1u << i;
        }
    } while (next_try(known, at, facts));
    if (decision.missing != 0) {
        decision.keeps_evidence = known->said[PRAPI_ERASURE_EVIDENCE] == YES; /* whatever comes of the rest */
        decision.outcome = PRAP_ERASURE_OUTCOME_UNDECIDED;
        decision.rules[0] = PRAPI_RULE_CH15_26;
        return decision;
    }
    decision.outcome = rows[first].outcome;
    decision.rules[0] = rows[first].rules[0];
    decision.rules[1] = rows[first].rules[1];
    decision.keeps_evidence = rows[first].keeps_evidence || (rows[first].outcome != PRAP_ERASURE_OUTCOME_NOT_COVERED &&
                                                             known->said[PRAPI_ERASURE_EVIDENCE] == YES);
    decision.row = rows[first].id;
    return decision;
}
