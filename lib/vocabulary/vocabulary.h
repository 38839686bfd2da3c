/* vocabulary.h: the tables as the rest of the library reads them. */
#ifndef PRAPI_VOCABULARY_H
#define PRAPI_VOCABULARY_H

#include <stdbool.h>
#include <stdint.h>

#include "prap/codes.h"
#include "prap/evidence.h"
#include "prap/form.h"
#include "prap/rulebook.h"
#include "prap/vocabulary.h"

/* How many fact, policy and event numbers there are, counting an unused 0: sizes of arrays indexed by number. */
enum {
    PRAPI_FACT_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/facts.def"
#undef X
    + 1,
    PRAPI_POLICY_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/policies.def"
#undef X
    + 1,
    PRAPI_EVENT_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/events.def"
#undef X
    + 1,
    PRAPI_REASON_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/reasons.def"
#undef X
    + 1,
    PRAPI_CHECKLIST_END = 0
#define C(NUMBER, NAME, ...) +1
#define O(CHECKLIST, EVENT)
#define N(CHECKLIST, NOTICE)
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE)
#include "vocabulary/checklists.def"
#undef I
#undef N
#undef O
#undef C
    + 1,
    PRAPI_RECORD_END = 0
#define X(NUMBER, NAME, ...) +1
#define E(RECORD, EVENT)
#include "vocabulary/records.def"
#undef E
#undef X
    + 1,
    PRAPI_DESK_FACT_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/desk-facts.def"
#undef X
    + 1,
    PRAPI_DESK_FINDING_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/desk-findings.def"
#undef X
    + 1,
    PRAPI_DATA_ITEM_END = 0
#define X(NUMBER, NAME, ...) +1
#define A(ITEM, HEADING)
#include "vocabulary/data-items.def"
#undef A
#undef X
    + 1,
    PRAPI_DATA_FINDING_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/data-findings.def"
#undef X
    + 1,
    PRAPI_FORM_FACT_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/form-facts.def"
#undef X
    + 1,
    PRAPI_RETENTION_FACT_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/retention-facts.def"
#undef X
    + 1,
    PRAPI_RETENTION_FINDING_END = 0
#define X(NUMBER, NAME, ...) +1
#include "vocabulary/retention-findings.def"
#undef X
    + 1,
    PRAPI_ITEMS = 0 /* of all checklists together */
#define C(...)
#define O(CHECKLIST, EVENT)
#define N(CHECKLIST, NOTICE)
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE) +1
#include "vocabulary/checklists.def"
#undef I
#undef N
#undef O
#undef C
    ,
    PRAPI_FACT_WORDS = PRAPI_FACT_END / 64 + 1, /* of a bit for each fact, and for the number after the last one */
    PRAPI_EVENT_WORDS = PRAPI_EVENT_END / 64 + 1,
    PRAPI_REGION_END = PRAP_REGION_ERASURE + 1
};

/*
 * Is there such a word? The tables behind prap_word_by_number for what is asked for with every tag of every record.
 * Events, reasons and facts are numbered from 1 without gaps; option_facts has the fact that an option is of, or 0.
 */
enum {
    PRAPI_NUMBERS = 256,     /* more than any state or option has, */
    PRAPI_SMALL_NUMBERS = 96 /*   and than any word of words.def: it would not compile otherwise */
};
extern const uint8_t prapi_state_at[PRAPI_NUMBERS];
extern const uint8_t prapi_option_facts[PRAPI_NUMBERS];
extern const uint8_t prapi_fact_types[PRAPI_FACT_END];
extern const uint16_t prapi_small_at[][PRAPI_SMALL_NUMBERS]; /* by PRAP_WORDS_* less PRAP_WORDS_PROGRAMME */

static inline bool prapi_is_state(uint32_t number) {
    return number < PRAPI_NUMBERS && prapi_state_at[number] != 0;
}

static inline bool prapi_is_option(uint32_t number) {
    return number < PRAPI_NUMBERS && prapi_option_facts[number] != 0;
}

static inline bool prapi_is_fact(uint32_t number) {
    return number - 1 < PRAPI_FACT_END - 1;
}

static inline bool prapi_is_event(uint32_t number) {
    return number - 1 < PRAPI_EVENT_END - 1;
}

static inline bool prapi_is_reason(uint32_t number) {
    return number - 1 < PRAPI_REASON_END - 1;
}

/* kind: one of words.def. */
static inline bool prapi_is_small_word(uint32_t kind, uint32_t number) {
    return number < PRAPI_SMALL_NUMBERS && prapi_small_at[kind - PRAP_WORDS_PROGRAMME][number] != 0;
}

/* The rows of PRAP_WORDS_DEADLINE: of a number that there is, at the number less 1. */
extern const prap_word prapi_deadline_words[];

/* The kind of words that a region takes: PRAP_WORDS_* for PRAP_REGION_*. */
uint32_t prapi_region_words(uint32_t region);

/* How far a stage is: the phases of states.def; of a number that is none, BEFORE. */
enum {
    PRAPI_PHASE_BEFORE,
    PRAPI_PHASE_WAITING,
    PRAPI_PHASE_STARTED,
    PRAPI_PHASE_ENDED,
    PRAPI_PHASE_OPEN,
    PRAPI_PHASE_OVER
};
extern const uint8_t prapi_stage_phases[PRAPI_NUMBERS];
static inline uint32_t prapi_stage_phase(uint32_t stage) {
    return stage < PRAPI_NUMBERS ? prapi_stage_phases[stage] : PRAPI_PHASE_BEFORE;
}

/* The rows of a kind, or NULL and 0. */
const prap_word *prapi_words(uint32_t kind, uint32_t *ret_count);

/* The i-th word of all kinds together, or NULL past the last. */
const prap_word *prapi_word_of_any(uint32_t i);

/* The public name of a word, or "". */
const char *prapi_word_name(uint32_t kind, uint32_t number);

/* Does the case remember this fact after its event (KEEPS = LASTS)? The second: bit PRAP_FACT_* of those that it does. */
bool prapi_fact_lasts(uint32_t fact);
extern const uint64_t prapi_facts_last[PRAPI_FACT_WORDS];

/* The i-th event that alone can say a fact (belongs.def), or 0: past the last, and for a fact that any event can say.
   May this event say it? */
uint32_t prapi_fact_event_at(uint32_t fact, uint32_t i);
bool prapi_fact_is_said_with(uint32_t fact, uint32_t event);

/* The items of all checklists, list after list, PRAPI_ITEMS of them; the item is asked for only from its list's
   opening on (EVENT), not also of what came before it (EVER). */
extern const prap_checklist_item prapi_checklist_items[PRAPI_ITEMS];
bool prapi_item_begins_anew(size_t item);

/* Which questions to the desk take a fact: the words of the last column of desk-facts.def but one. */
#define PRAPI_ON(ASK) (UINT32_C(1) << PRAP_DESK_ASK_##ASK)
#define PRAPI_ON_DOUBT (PRAPI_ON(MAY_CALL) | PRAPI_ON(DECIDE)) /* what happened before the call */
#define PRAPI_ON_CALL PRAPI_ON(CALL)
#define PRAPI_ON_CHECKLIST PRAPI_ON(CHECKLIST)
#define PRAPI_ON_ADVICE PRAPI_ON(ADVICE)
#define PRAPI_ON_RECORD PRAPI_ON(RECORD)
#define PRAPI_ON_RECORDS (PRAPI_ON(RECORD) | PRAPI_ON(DECIDE)) /* what came of it */
#define PRAPI_ON_DECIDE PRAPI_ON(DECIDE)
#define PRAPI_ON_PENDING PRAPI_ON(PENDING)
#define PRAPI_ON_CODE PRAPI_ON(CODE)
#define PRAPI_ON_SECURITY PRAPI_ON(SECURITY_EVENT)
#define PRAPI_ON_MESSAGE PRAPI_ON(MESSAGE)
#define PRAPI_ON_COMPLAINT PRAPI_ON(COMPLAINT)
#define PRAPI_ON_SERVICE PRAPI_ON(SERVICE)
#define PRAPI_ON_OUTAGE PRAPI_ON(OUTAGE)

/* Does the question take the fact? Both: numbers of their words. And the fact of a finding (desk-findings.def), or 0. */
bool prapi_desk_takes(uint32_t ask, uint32_t fact);
uint32_t prapi_desk_finding_fact(uint32_t finding);

/* What stands in the rows of forms.def and form-options.def that no public struct has. PRAPI_FORM_ON: the programmes by
   their initials, as bits; none is the Work Programme. */
enum {
    PRAPI_FORM_ON_WORK_PROGRAMME = 0,
    PRAPI_FORM_ON_I = 1u << (PRAP_PROGRAMME_IPES - 1),
    PRAPI_FORM_ON_W = 1u << (PRAP_PROGRAMME_WHP - 1),
    PRAPI_FORM_ON_J = 1u << (PRAP_PROGRAMME_JETS - 1),
    PRAPI_FORM_ON_WJ = PRAPI_FORM_ON_W | PRAPI_FORM_ON_J,
    PRAPI_FORM_ON_IWJ = PRAPI_FORM_ON_I | PRAPI_FORM_ON_WJ
};

/* What must be so for a form to be called for (S of forms.def). option: only on this occasion; 0: on any. rule: or 0. */
typedef struct prapi_form_condition {
    uint32_t form, fact, option, rule;
} prapi_form_condition;
const prapi_form_condition *prapi_form_condition_at(uint32_t form, uint32_t i);

/* Is it a form of Chapter 15? */
bool prapi_form_is_of_chapter(const prap_form *form);

/* On which programmes an option is an occasion for its form: PRAPI_FORM_ON_*. */
uint32_t prapi_form_option_programmes(uint32_t option);
/* The fact of a finding on retention (retention-findings.def), or 0. */
uint32_t prapi_retention_finding_fact(uint32_t finding);

/* Does the event open the checklist? */
bool prapi_event_opens(uint32_t event, uint32_t checklist);

/* What a reason looks at and what cures it: PRAP_FACT_*, PRAP_EVENT_*, or 0. */
uint32_t prapi_reason_fact(uint32_t reason);
uint32_t prapi_reason_cure_event(uint32_t reason);

/* Does the programme have this leaver code (codes.def)? */
bool prapi_code_is_listed(uint32_t programme, int32_t code);

/* What moves the earnings feed of a programme (feed.def): PRAP_FEED_EFFECT_* of a PRAP_FEED_TRIGGER_*, and its rule; 0 for
   a programme or trigger that there is not. */
uint32_t prapi_feed_effect(uint32_t programme, uint32_t trigger, uint32_t *ret_rule);

/* What an event is that closes the feed: PRAP_FEED_TRIGGER_* for PRAP_EVENT_*. */
uint32_t prapi_feed_trigger(uint32_t event);

/* May the policy have this value? */
bool prapi_policy_allows(uint32_t policy, int32_t value);

/*
 * Lays n settings over the defaults: ret_values is by PRAP_POLICY_*, written also when a setting is refused.
 * PRAP_OK, PRAP_E_WORD, PRAP_E_RANGE or PRAP_E_TWICE, as prap_rulebook_create has them.
 */
prap_status prapi_settings_take(int32_t ret_values[PRAPI_POLICY_END], const prap_setting *settings, size_t n,
                                prap_error *reterr);

#endif
