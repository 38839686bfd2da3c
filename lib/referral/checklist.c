/* checklist.c: X-30, the items of checklists.def against what the events said. */
#include <stddef.h>

#include "prap/vocabulary.h"

#include "referral/checklist.h"

/* Where a case has the day of an item, or 0: the programme, which is no day. */
static const uint16_t day_at[PRAPI_ITEMS] = {
#define C(...)
#define O(CHECKLIST, EVENT)
#define N(CHECKLIST, NOTICE)
#define FACT(NAME)         0
#define DAY(NAME, MEMBER)  offsetof(prapi_case, MEMBER)
#define EVENT(NAME, OTHER) 0
#define EVER(NAME)         0
#define I(CHECKLIST, SOURCE, ANSWER, NEED, WHEN, RULE) SOURCE,
#include "vocabulary/checklists.def"
#undef I
};

static const prapi_entry no_entry = {0, PRAP_DAY_NONE, PRAP_DAY_NONE, 0};

void prapi_gather_begin(prapi_gathered *gathered) {
    for (size_t i = 0; i < PRAPI_CHECKLIST_END; i++) gathered->opened[i] = no_entry;
    for (size_t i = 0; i < PRAPI_ITEMS; i++) {
        gathered->by[i] = no_entry;
        gathered->said[i] = (prap_fact){0};
    }
    gathered->last = no_entry;
}

static void forget(prapi_gathered *gathered, size_t item) {
    gathered->by[item] = no_entry;
    gathered->said[item] = (prap_fact){0};
}

void prapi_gather_days(prapi_gathered *gathered, const prapi_case *state) {
    for (size_t i = 0; i < PRAPI_ITEMS; i++) {
        const prap_checklist_item *item = &prapi_checklist_items[i];
        if (item->day == 0) continue;
        const prap_day day = *(const prap_day *)((const char *)state + day_at[i]);
        if (day == PRAP_DAY_NONE) {
            forget(gathered, i);
        } else if (gathered->said[i].fact == 0 || gathered->said[i].value != day) {
            gathered->by[i] = gathered->last;
            gathered->said[i] = (prap_fact){item->fact, PRAP_VALUE_DAY, day};
        }
    }
}

/* What the entry says of a fact, or NULL. */
static const prap_fact *said_of(const prap_event_view *entry, uint32_t fact) {
    for (size_t i = 0; i < entry->n_facts; i++) {
        if (entry->facts[i].fact == fact) return &entry->facts[i];
    }
    return NULL;
}

/* A fact that the case remembers may be said at any time; another only in an entry that opens the list. */
static void take_item(prapi_gathered *gathered, const prap_event_view *entry, size_t i, bool opens) {
    const prap_checklist_item *item = &prapi_checklist_items[i];
    if (item->day != 0) return;
    if (opens && prapi_item_begins_anew(i)) forget(gathered, i);
    if (item->fact == 0) {
        if (entry->event == item->event || entry->event == item->or_event) gathered->by[i] = gathered->last;
        return;
    }
    const prap_fact *said = said_of(entry, item->fact);
    const bool counts = opens || prapi_fact_lasts(item->fact);
    if (said == NULL || !counts) return;
    gathered->by[i] = gathered->last;
    gathered->said[i] = *said;
}

void prapi_gather_entry(prapi_gathered *gathered, const prap_event_view *entry) {
    gathered->last = (prapi_entry){entry->event, entry->on, entry->recorded, entry->sequence};
    if (entry->voided_by != 0 || entry->event == PRAP_EVENT_ENTRY_VOIDED) return;
    for (uint32_t list = 1; list < PRAPI_CHECKLIST_END; list++) {
        if (prapi_event_opens(entry->event, list)) gathered->opened[list] = gathered->last;
    }
    for (size_t i = 0; i < PRAPI_ITEMS; i++) {
        take_item(gathered, entry, i, prapi_event_opens(entry->event, prapi_checklist_items[i].checklist));
    }
}

/* Is the exception said that asks for an item? It is another item of the same list. */
static bool applies(const prapi_gathered *gathered, const prap_checklist_item *asked) {
    if (asked->when_fact == 0 && asked->when_event == 0) return true;
    for (size_t i = 0; i < PRAPI_ITEMS; i++) {
        const prap_checklist_item *item = &prapi_checklist_items[i];
        if (item->checklist != asked->checklist) continue;
        if (asked->when_event != 0 && gathered->by[i].event == asked->when_event) return true;
        if (asked->when_fact != 0 && gathered->said[i].fact == asked->when_fact &&
            gathered->said[i].value == (int64_t)asked->when_option) {
            return true;
        }
    }
    return false;
}

static uint32_t state_of(const prap_checklist_item *item, const prapi_entry *by, const prap_fact *said) {
    if (by->event == 0) return PRAP_CHECK_MISSING;
    if (said->kind == PRAP_VALUE_UNKNOWN) return PRAP_CHECK_UNKNOWN;
    if (item->must_be_yes != 0 && said->kind == PRAP_VALUE_NO) return PRAP_CHECK_NOT_DONE;
    return PRAP_CHECK_DONE;
}

static void count(prap_checklist *list, const prap_check *check) {
    if (check->required == 0) return;
    list->n_required++;
    list->n_done += check->state == PRAP_CHECK_DONE;
    list->n_not_done += check->state == PRAP_CHECK_NOT_DONE;
    list->n_unknown += check->state == PRAP_CHECK_UNKNOWN;
    list->n_missing += check->state == PRAP_CHECK_MISSING;
}

void prapi_gather_list(const prapi_gathered *gathered, uint32_t checklist, prap_check *ret_checks,
                       prap_checklist *ret_list) {
    const prapi_entry *opened = &gathered->opened[checklist];
    *ret_list = (prap_checklist){
        .size = sizeof *ret_list,
        .checklist = checklist,
        .opened_by = opened->event,
        .opened_on = opened->on,
        .sequence = opened->sequence,
        .checks = ret_checks,
    };
    for (size_t i = 0; i < PRAPI_ITEMS; i++) {
        const prap_checklist_item *item = &prapi_checklist_items[i];
        if (item->checklist != checklist || !applies(gathered, item)) continue;
        const prapi_entry *by = &gathered->by[i];
        prap_check *check = &ret_checks[ret_list->n_checks++];
        *check = (prap_check){
            .size = sizeof *check,
            .state = state_of(item, by, &gathered->said[i]),
            .fact = item->fact,
            .event = item->event,
            .required = item->required,
            .rule = item->rule,
            .by = by->event,
            .on = by->on,
            .sequence = by->sequence,
            .recorded = by->recorded,
            .said = gathered->said[i],
        };
        count(ret_list, check);
    }
    ret_list->complete = opened->event != 0 && ret_list->n_done == ret_list->n_required;
}
