/*
 * checklist.c: what any entry and any case say of the items of every checklist. An entry has up to MOST facts.
 *
 * Part: referral/checklist.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 400
 */
#include "any-case.h"

#include "referral/checklist.h"

enum { MOST = 2 };

static prapi_case state;
static prapi_gathered gathered;
static prap_check checks[PRAPI_ITEMS];

static void gather(size_t n) {
    prap_event_view entry;
    prap_fact facts[MOST];
    ANY(entry);
    ANY(facts);
    entry.facts = LAST(facts, n);
    entry.n_facts = n;
    prapi_gather_days(&gathered, &state);
    prapi_gather_entry(&gathered, &entry);
}

int main(void) {
    prap_checklist list;
    any_case(&state, PRAP_PROGRAMME_IPES);
    prapi_gather_begin(&gathered);
    for (size_t n = 0; n <= MOST; n++) gather(n);
    prapi_gather_days(&gathered, &state);
    for (uint32_t number = 1; number < PRAPI_CHECKLIST_END; number++) prapi_gather_list(&gathered, number, checks, &list);
    return 0;
}
