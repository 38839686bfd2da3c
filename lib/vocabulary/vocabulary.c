/* vocabulary.c: the rows of the .def tables as read-only data, and how they are found. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/text.h"
#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

#define WORD(KIND, NUMBER, RULE, DETAIL, ABSENT, NAME, MEANING)                                               \
    {sizeof(prap_word), PRAP_WORDS_##KIND, NUMBER, RULE, DETAIL, ABSENT, NAME, MEANING},

/* What the last columns of the tables stand for. */
/* Does a case in this phase go no further? */
enum { PHASE_BEFORE = 0, PHASE_WAITING = 0, PHASE_STARTED = 0, PHASE_ENDED = 1, PHASE_OPEN = 0, PHASE_OVER = 1 };
enum { SENSE_STANDARD, SENSE_ADVERSE };

static const prap_word states[] = {
#define X(NUMBER, NAME, WORD_NAME, PHASE, MEANING)                                                            \
    WORD(STATE, NUMBER, 0, PHASE_##PHASE, 0, WORD_NAME, MEANING)
#include "vocabulary/states.def"
#undef X
};

static const prap_word events[] = {
#define X(NUMBER, NAME, WORD_NAME, ACTOR, RULE, MEANING)                                                      \
    WORD(EVENT, NUMBER, PRAPI_RULE_##RULE, PRAP_ACTOR_##ACTOR, 0, WORD_NAME, MEANING)
#include "vocabulary/events.def"
#undef X
};

static const prap_word facts[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, KEEPS, RULE, MEANING)                                   \
    WORD(FACT, NUMBER, PRAPI_RULE_##RULE, PRAP_FACT_TYPE_##TYPE, PRAP_ABSENT_##WHEN_ABSENT, WORD_NAME, MEANING)
#include "vocabulary/facts.def"
#undef X
};

static const prap_word options[] = {
#define X(NUMBER, NAME, FACT, WORD_NAME, MEANING)                                                             \
    WORD(OPTION, NUMBER, 0, PRAP_FACT_##FACT, 0, WORD_NAME, MEANING)
#include "vocabulary/options.def"
#undef X
};

static const prap_word reasons[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, FACT, CURE, WHY, HOW)                                                \
    WORD(REASON, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, WHY)
#include "vocabulary/reasons.def"
#undef X
};

static const prap_word notices[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, RECIPIENT, MEANS, DUE, MEANING)                                 \
    WORD(NOTICE, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, PRAP_RECIPIENT_##RECIPIENT, WORD_NAME,  \
         MEANING)
#include "vocabulary/notices.def"
#undef X
};

const prap_word prapi_deadline_words[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, COMPUTATION, MEANING)                                                \
    WORD(DEADLINE, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, MEANING)
#include "vocabulary/deadlines.def"
#undef X
};

_Static_assert(sizeof((char[]){
#define X(NUMBER, NAME, ...) [NUMBER] = 1,
#include "vocabulary/deadlines.def"
#undef X
               }) == sizeof prapi_deadline_words / sizeof prapi_deadline_words[0] + 1, "deadline numbers run from 1 without gaps");

static const prap_word policies[] = {
#define X(NUMBER, NAME, WORD_NAME, CATALOGUE, DEFAULT, LOWEST, HIGHEST, SERVES, MEANING)                      \
    WORD(POLICY, NUMBER, 0, 0, 0, WORD_NAME, MEANING)
#include "vocabulary/policies.def"
#undef X
};

static const prap_word choices[] = {
#define C(NUMBER, NAME, WORD_NAME, MEANING) WORD(CHOICE, NUMBER, 0, 0, 0, WORD_NAME, MEANING)
#define P(POLICY, CHOICE)
#include "vocabulary/choices.def"
#undef P
#undef C
};

static const prap_word computations[] = {
#define X(NUMBER, NAME, WORD_NAME, ID, RULE, HOW, AMOUNT, POLICY, ANCHOR, SECOND, MEANING)                    \
    WORD(COMPUTATION, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, MEANING)
#include "vocabulary/computations.def"
#undef X
};

static const prap_word services[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, OPENS, CLOSES, MEANING)                                              \
    WORD(SERVICE, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, MEANING)
#include "vocabulary/services.def"
#undef X
};

static const prap_word measures[] = {
#define X(NUMBER, NAME, WORD_NAME, SENSE, RULE, MEANING)                                                      \
    WORD(MEASURE, NUMBER, PRAPI_RULE_##RULE, SENSE_##SENSE, 0, WORD_NAME, MEANING)
#include "vocabulary/measures.def"
#undef X
};

static const prap_word findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, MEANING)                                                   \
    WORD(FINDING, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, MEANING)
#include "vocabulary/findings.def"
#undef X
};

static const prap_word checklists[] = {
#define C(NUMBER, NAME, WORD_NAME, PROGRAMME, RULE, FIELDS, MEANING)                                          \
    WORD(CHECKLIST, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, MEANING)
#define O(CHECKLIST, EVENT)
#define N(CHECKLIST, NOTICE)
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE)
#include "vocabulary/checklists.def"
#undef I
#undef N
#undef O
#undef C
};

static const prap_word records[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, RETENTION, COMPUTATION, RULES, WHEN, CONTENT, MEANING)               \
    WORD(RECORD, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, MEANING)
#define E(RECORD, EVENT)
#include "vocabulary/records.def"
#undef E
#undef X
};

static const prap_word call_reasons[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, FACT, CURE, WHY, HOW)                                                \
    WORD(CALL_REASON, NUMBER, PRAPI_RULE_##RULE, 0, 0, WORD_NAME, WHY)
#include "vocabulary/call-reasons.def"
#undef X
};

static const prap_word call_reminders[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, MEANING)                                                   \
    WORD(CALL_REMINDER, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, MEANING)
#include "vocabulary/call-reminders.def"
#undef X
};

static const prap_word desk_facts[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, RULE, ASKS, MEANING)                                    \
    WORD(DESK_FACT, NUMBER, PRAPI_RULE_##RULE, PRAP_FACT_TYPE_##TYPE, PRAP_ABSENT_##WHEN_ABSENT, WORD_NAME,   \
         MEANING)
#include "vocabulary/desk-facts.def"
#undef X
};

static const prap_word desk_options[] = {
#define X(NUMBER, NAME, FACT, WORD_NAME, MEANING)                                                             \
    WORD(DESK_OPTION, NUMBER, 0, PRAP_DESK_FACT_##FACT, 0, WORD_NAME, MEANING)
#include "vocabulary/desk-options.def"
#undef X
};

static const prap_word desk_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, FACT, WHY, HOW)                                            \
    WORD(DESK_FINDING, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, WHY)
#include "vocabulary/desk-findings.def"
#undef X
};

static const prap_word data_items[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, NEED, ABOUT, ROLE, PROGRAMMES, CARE, PART_OF, CHANGE, MANY, RULE_4, RULE_A, RULE_A2, \
          CARE_WHY, MEANING)                                                                                  \
    WORD(DATA_ITEM, NUMBER, PRAPI_RULE_##RULE_4 != 0 ? PRAPI_RULE_##RULE_4 : PRAPI_RULE_##RULE_A,             \
         PRAP_DATA_TYPE_##TYPE, 0, WORD_NAME, MEANING)
#define A(ITEM, HEADING)
#include "vocabulary/data-items.def"
#undef A
#undef X
};

static const prap_word forms[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, PROGRAMMES, ACTOR, FIELDS, TEMPLATE, RECORD, COPIES, TITLE, MEANING)  \
    WORD(FORM, NUMBER, PRAPI_RULE_##RULE, PRAP_ACTOR_##ACTOR, 0, WORD_NAME, MEANING)
#define A(FORM, NAME)
#define R(...)
#define F(FORM, FACT, NEED, PERSONAL, RULE)
#define S(FORM, FACT, OPTION, RULE)
#define T(FORM, FACT)
#include "vocabulary/forms.def"
#undef T
#undef S
#undef F
#undef R
#undef A
#undef X
};

static const prap_word data_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, WHY, HOW)                                                  \
    WORD(DATA_FINDING, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, WHY)
#include "vocabulary/data-findings.def"
#undef X
};

static const prap_word form_facts[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, RULE, MEANING)                                          \
    WORD(FORM_FACT, NUMBER, PRAPI_RULE_##RULE, PRAP_FACT_TYPE_##TYPE, PRAP_ABSENT_##WHEN_ABSENT, WORD_NAME,   \
         MEANING)
#include "vocabulary/form-facts.def"
#undef X
};

static const prap_word form_options[] = {
#define X(NUMBER, NAME, FACT, WORD_NAME, PROGRAMMES, RULE, MEANING)                                           \
    WORD(FORM_OPTION, NUMBER, PRAPI_RULE_##RULE, PRAP_FORM_FACT_##FACT, 0, WORD_NAME, MEANING)
#include "vocabulary/form-options.def"
#undef X
};

static const prap_word form_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, WHY, HOW)                                                  \
    WORD(FORM_FINDING, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, WHY)
#include "vocabulary/form-findings.def"
#undef X
};

static const prap_word service_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, WHY, HOW)                                                  \
    WORD(SERVICE_FINDING, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, WHY)
#include "vocabulary/service-findings.def"
#undef X
};

static const prap_word retention_facts[] = {
#define X(NUMBER, NAME, WORD_NAME, TYPE, WHEN_ABSENT, RULE, MEANING)                                          \
    WORD(RETENTION_FACT, NUMBER, PRAPI_RULE_##RULE, PRAP_FACT_TYPE_##TYPE, PRAP_ABSENT_##WHEN_ABSENT,         \
         WORD_NAME, MEANING)
#include "vocabulary/retention-facts.def"
#undef X
};

static const prap_word retention_findings[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, FACT, ROW, WHY, HOW)                                       \
    WORD(RETENTION_FINDING, NUMBER, PRAPI_RULE_##RULE, PRAP_SEVERITY_##SEVERITY, 0, WORD_NAME, WHY)
#include "vocabulary/retention-findings.def"
#undef X
};

/* The small vocabularies stand in one table, kind after kind. */
static const prap_word small[] = {
#define X(KIND, NUMBER, NAME, WORD_NAME, MEANING) WORD(KIND, NUMBER, 0, 0, 0, WORD_NAME, MEANING)
#include "vocabulary/words.def"
#undef X
};

#define COUNT(TABLE) ((uint32_t)(sizeof(TABLE) / sizeof((TABLE)[0])))

/* Kinds 1 to 19 are tables, then come the small ones, and from 201 on tables again, each at [TABLE_AT(PRAP_WORDS_...)]. */
#define TABLE_AT(KIND) ((KIND) > 200 ? (KIND) - 181 : (KIND))

static const struct {
    const prap_word *rows;
    uint32_t count;
} tables[] = {
    [PRAP_WORDS_STATE] = {states, COUNT(states)},       [PRAP_WORDS_EVENT] = {events, COUNT(events)},
    [PRAP_WORDS_FACT] = {facts, COUNT(facts)},          [PRAP_WORDS_OPTION] = {options, COUNT(options)},
    [PRAP_WORDS_REASON] = {reasons, COUNT(reasons)},    [PRAP_WORDS_NOTICE] = {notices, COUNT(notices)},
    [PRAP_WORDS_DEADLINE] = {prapi_deadline_words, COUNT(prapi_deadline_words)}, [PRAP_WORDS_POLICY] = {policies, COUNT(policies)},
    [PRAP_WORDS_CHOICE] = {choices, COUNT(choices)},
    [PRAP_WORDS_COMPUTATION] = {computations, COUNT(computations)},
    [PRAP_WORDS_SERVICE] = {services, COUNT(services)},
    [PRAP_WORDS_MEASURE] = {measures, COUNT(measures)},     [PRAP_WORDS_FINDING] = {findings, COUNT(findings)},
    [PRAP_WORDS_CHECKLIST] = {checklists, COUNT(checklists)},
    [PRAP_WORDS_RECORD] = {records, COUNT(records)},
    [PRAP_WORDS_CALL_REASON] = {call_reasons, COUNT(call_reasons)},
    [PRAP_WORDS_CALL_REMINDER] = {call_reminders, COUNT(call_reminders)},
    [TABLE_AT(PRAP_WORDS_DESK_FACT)] = {desk_facts, COUNT(desk_facts)},
    [TABLE_AT(PRAP_WORDS_DESK_OPTION)] = {desk_options, COUNT(desk_options)},
    [TABLE_AT(PRAP_WORDS_DESK_FINDING)] = {desk_findings, COUNT(desk_findings)},
    [TABLE_AT(PRAP_WORDS_DATA_ITEM)] = {data_items, COUNT(data_items)},
    [TABLE_AT(PRAP_WORDS_DATA_FINDING)] = {data_findings, COUNT(data_findings)},
    [TABLE_AT(PRAP_WORDS_FORM)] = {forms, COUNT(forms)},
    [TABLE_AT(PRAP_WORDS_FORM_FACT)] = {form_facts, COUNT(form_facts)},
    [TABLE_AT(PRAP_WORDS_FORM_OPTION)] = {form_options, COUNT(form_options)},
    [TABLE_AT(PRAP_WORDS_FORM_FINDING)] = {form_findings, COUNT(form_findings)},
    [TABLE_AT(PRAP_WORDS_SERVICE_FINDING)] = {service_findings, COUNT(service_findings)},
    [TABLE_AT(PRAP_WORDS_RETENTION_FACT)] = {retention_facts, COUNT(retention_facts)},
    [TABLE_AT(PRAP_WORDS_RETENTION_FINDING)] = {retention_findings, COUNT(retention_findings)},
};

static bool is_small(uint32_t kind) {
    return kind >= PRAP_WORDS_PROGRAMME && kind <= 200; /* MUT-EQUIV: there is no kind 200 */
}

const prap_word *prapi_words(uint32_t kind, uint32_t *ret_count) {
    if (!is_small(kind)) {
        const bool is_table = TABLE_AT(kind) < COUNT(tables);
        *ret_count = is_table ? tables[TABLE_AT(kind)].count : 0;
        return is_table ? tables[TABLE_AT(kind)].rows : NULL;
    }
    const prap_word *first = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i != COUNT(small); i++) {
        if (small[i].kind != kind) continue;
        if (first == NULL) first = &small[i];
        count++;
    }
    *ret_count = count;
    return first;
}

const prap_word *prapi_word_of_any(uint32_t i) {
    for (uint32_t table = 0; table != COUNT(tables); table++) {
        if (i < tables[table].count) return &tables[table].rows[i];
        i -= tables[table].count;
    }
    return i < COUNT(small) ? &small[i] : NULL;
}

uint32_t prap_word_count(uint32_t kind) {
    uint32_t count;
    prapi_words(kind, &count);
    return count;
}

const prap_word *prap_word_at(uint32_t kind, uint32_t i) {
    uint32_t count;
    const prap_word *rows = prapi_words(kind, &count);
    return i < count ? &rows[i] : NULL;
}

/* Where the rows stand whose numbers have gaps, and those of the small vocabularies: 1 and the index, 0 for none. */
enum {
#define X(NUMBER, NAME, ...) AT_STATE_##NAME,
#include "vocabulary/states.def"
#undef X
};
const uint8_t prapi_state_at[PRAPI_NUMBERS] = {
#define X(NUMBER, NAME, ...) [NUMBER] = 1 + AT_STATE_##NAME,
#include "vocabulary/states.def"
#undef X
};

enum {
#define X(NUMBER, NAME, ...) AT_OPTION_##NAME,
#include "vocabulary/options.def"
#undef X
};
static const uint8_t option_at[PRAPI_NUMBERS] = {
#define X(NUMBER, NAME, ...) [NUMBER] = 1 + AT_OPTION_##NAME,
#include "vocabulary/options.def"
#undef X
};
const uint8_t prapi_option_facts[PRAPI_NUMBERS] = {
#define X(NUMBER, NAME, FACT, ...) [NUMBER] = PRAP_FACT_##FACT,
#include "vocabulary/options.def"
#undef X
};

enum {
#define X(KIND, NUMBER, NAME, WORD_NAME, MEANING) AT_##KIND##_##NAME,
#include "vocabulary/words.def"
#undef X
};
const uint16_t prapi_small_at[][PRAPI_SMALL_NUMBERS] = {
#define X(KIND, NUMBER, NAME, WORD_NAME, MEANING) [PRAP_WORDS_##KIND - PRAP_WORDS_PROGRAMME][NUMBER] = 1 + AT_##KIND##_##NAME,
#include "vocabulary/words.def"
#undef X
};

static const prap_word *small_by_number(uint32_t kind, uint32_t number) {
    if (kind >= COUNT(prapi_small_at) || number >= PRAPI_SMALL_NUMBERS || prapi_small_at[kind][number] == 0) return NULL;
    return &small[prapi_small_at[kind][number] - 1];
}

const prap_word *prap_word_by_number(uint32_t kind, uint32_t number) {
    if (kind == PRAP_WORDS_STATE) { /* MUT-EQUIV: sooner than by going through them */
        return prapi_is_state(number) ? &states[prapi_state_at[number] - 1] : NULL;
    }
    if (kind == PRAP_WORDS_OPTION) { /* MUT-EQUIV: likewise */
        return prapi_is_option(number) ? &options[option_at[number] - 1] : NULL;
    }
    if (is_small(kind)) return small_by_number(kind - PRAP_WORDS_PROGRAMME, number);
    if (TABLE_AT(kind) >= COUNT(tables)) return NULL;
    const prap_word *rows = tables[TABLE_AT(kind)].rows;
    const uint32_t count = tables[TABLE_AT(kind)].count;
    const uint32_t place = number - 1; /* MUT-EQUIV: most have no gaps; a row that is not there is looked for */
    if (place < count && rows[place].number == number) return &rows[place]; /* MUT-EQUIV: sooner */
    for (uint32_t i = 0; i < count; i++) {
        if (rows[i].number == number) return &rows[i];
    }
    return NULL;
}

const prap_word *prap_word_find(uint32_t kind, const char *name, size_t name_bytes) {
    if (name == NULL) return NULL;
    uint32_t count;
    const prap_word *rows = prapi_words(kind, &count);
    const prap_text wanted = {name, name_bytes};
    for (uint32_t i = 0; i < count; i++) {
        if (prapi_text_is(wanted, rows[i].name)) return &rows[i];
    }
    return NULL;
}

int prap_word_is_sensitive(uint32_t kind, uint32_t number) {
    static const struct {
        uint32_t kind, number;
    } rows[] = {
#define X(KIND, NAME) {PRAP_WORDS_##KIND, PRAP_##KIND##_##NAME},
#include "vocabulary/sensitive.def"
#undef X
    };
    for (uint32_t i = 0; i != COUNT(rows); i++) {
        if (rows[i].kind == kind && rows[i].number == number) return 1;
    }
    return 0;
}

const char *prapi_word_name(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "" : word->name;
}
