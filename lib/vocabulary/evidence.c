/* evidence.c: the rows of notices.def, records.def and checklists.def that are more than words. */
#include <stddef.h>

#include "prap/evidence.h"

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

/* The numbers of these tables run from 1 without gaps, so a number is an index; the assertions keep it so. */
#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

enum { PRAP_COMPUTATION_NONE = 0, PRAP_EVENT_NONE = 0 };

static const prap_notice_kind notices[] = {
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, RECIPIENT, MEANS, DUE, MEANING)                            \
    [NUMBER] = {sizeof(prap_notice_kind), NUMBER, PRAP_SEVERITY_##SEVERITY, PRAPI_RULE_##RULE,                \
                PRAP_RECIPIENT_##RECIPIENT, PRAP_MEANS_##MEANS, PRAP_NOTICE_DUE_##DUE},
#include "vocabulary/notices.def"
#undef X
};

static const prap_record_kind records[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, RETENTION, COMPUTATION, RULES, WHEN, CONTENT, MEANING)               \
    [NUMBER] = {sizeof(prap_record_kind), NUMBER, PRAPI_RULE_##RULE, PRAP_RETENTION_##RETENTION,              \
                PRAP_COMPUTATION_##COMPUTATION, 0, RULES, WHEN, CONTENT},
#define E(RECORD, EVENT)
#include "vocabulary/records.def"
#undef E
#undef X
};
_Static_assert(COUNT(records) == PRAPI_RECORD_END, "record numbers run from 1 without gaps");

static const struct {
    uint32_t record;
    uint32_t event;
} makes[] = {
#define X(...)
#define E(RECORD, EVENT) {PRAP_RECORD_##RECORD, PRAP_EVENT_##EVENT},
#include "vocabulary/records.def"
#undef E
#undef X
};

static const prap_checklist_kind checklists[] = {
#define C(NUMBER, NAME, WORD_NAME, PROGRAMME, RULE, FIELDS, MEANING)                                          \
    [NUMBER] = {sizeof(prap_checklist_kind), NUMBER, PRAP_PROGRAMME_##PROGRAMME, PRAPI_RULE_##RULE,           \
                PRAP_FIELDS_##FIELDS},
#define O(CHECKLIST, EVENT)
#define N(CHECKLIST, NOTICE)
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE)
#include "vocabulary/checklists.def"
#undef O
#undef N
#undef C
};
_Static_assert(COUNT(checklists) == PRAPI_CHECKLIST_END, "checklist numbers run from 1 without gaps");

static const struct {
    uint32_t checklist;
    uint32_t event;
} openings[] = {
#define C(...)
#define O(CHECKLIST, EVENT) {PRAP_CHECKLIST_##CHECKLIST, PRAP_EVENT_##EVENT},
#define N(CHECKLIST, NOTICE)
#include "vocabulary/checklists.def"
#undef N
#undef O
};

static const struct {
    uint32_t checklist;
    uint32_t notice;
} asked_for[] = {
#define O(CHECKLIST, EVENT)
#define N(CHECKLIST, NOTICE) {PRAP_CHECKLIST_##CHECKLIST, PRAP_NOTICE_##NOTICE},
#include "vocabulary/checklists.def"
#undef N
#undef I
};

/* The last columns of an item: fact, day, event, or_event; must_be_yes; required; when_fact, when_option, when_event. */
#define N(CHECKLIST, NOTICE)
#define FACT(NAME)         PRAP_FACT_##NAME, 0, 0, 0
#define DAY(NAME, MEMBER)  PRAP_FACT_##NAME, 1, 0, 0
#define EVENT(NAME, OTHER) 0, 0, PRAP_EVENT_##NAME, PRAP_EVENT_##OTHER
#define EVER(NAME)         0, 0, PRAP_EVENT_##NAME, 0
#define BE_YES             1
#define BE_SAID            0
#define REQUIRED           1
#define OPTIONAL           0
#define ALWAYS             0, 0, 0
#define OPTION_IS(NAME, IS) PRAP_FACT_##NAME, PRAP_OPTION_##IS, 0
#define HAPPENED(NAME)     0, 0, PRAP_EVENT_##NAME

const prap_checklist_item prapi_checklist_items[PRAPI_ITEMS] = {
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE)                                                        \
    {sizeof(prap_checklist_item), PRAP_CHECKLIST_##CHECKLIST, SOURCE, ANSWER, NEED, WHEN, PRAPI_RULE_##RULE},
#include "vocabulary/checklists.def"
#undef I
};

#undef FACT
#undef DAY
#undef EVENT
#undef EVER

/* Only an event that was a part of this occasion counts, not one of an earlier occasion of the kind. */
static const bool begins_anew[PRAPI_ITEMS] = {
#define FACT(NAME)         false
#define DAY(NAME, MEMBER)  false
#define EVENT(NAME, OTHER) true
#define EVER(NAME)         false
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE) SOURCE,
#include "vocabulary/checklists.def"
#undef I
};

bool prapi_item_begins_anew(size_t item) {
    const uint32_t fact = prapi_checklist_items[item].fact;
    return begins_anew[item] || (fact != 0 && prapi_checklist_items[item].day == 0 && !prapi_fact_lasts(fact));
}

bool prapi_event_opens(uint32_t event, uint32_t checklist) {
    for (size_t i = 0; i != COUNT(openings); i++) {
        if (openings[i].event == event && openings[i].checklist == checklist) return true;
    }
    return false;
}

const prap_notice_kind *prap_notice_kind_by_number(uint32_t notice) {
    return notice < COUNT(notices) && notices[notice].size != 0 ? &notices[notice] : NULL;
}

uint32_t prap_notice_checklist(uint32_t notice) {
    for (size_t i = 0; i != COUNT(asked_for); i++) {
        if (asked_for[i].notice == notice) return asked_for[i].checklist;
    }
    return 0;
}

const prap_record_kind *prap_record_kind_by_number(uint32_t record) {
    return record > 0 && record < COUNT(records) ? &records[record] : NULL;
}

uint32_t prap_event_record_at(uint32_t event, uint32_t i) {
    for (size_t row = 0; row != COUNT(makes); row++) {
        if (makes[row].event != event) continue;
        if (i == 0) return makes[row].record;
        i--;
    }
    return 0;
}

const prap_checklist_kind *prap_checklist_kind_by_number(uint32_t checklist) {
    return checklist > 0 && checklist < COUNT(checklists) ? &checklists[checklist] : NULL;
}

uint32_t prap_checklist_opened_by(uint32_t checklist, uint32_t i) {
    for (size_t row = 0; row != COUNT(openings); row++) {
        if (openings[row].checklist != checklist) continue;
        if (i == 0) return openings[row].event;
        i--;
    }
    return 0;
}

const prap_checklist_item *prap_checklist_item_at(uint32_t checklist, uint32_t i) {
    for (size_t row = 0; row != PRAPI_ITEMS; row++) {
        if (prapi_checklist_items[row].checklist != checklist) continue;
        if (i == 0) return &prapi_checklist_items[row];
        i--;
    }
    return NULL;
}
