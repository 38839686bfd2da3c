/*
 * columns.c: what the tables of the vocabulary say beside their words, by any number and index; forms by what people call them,
 * of up to LONGEST bytes.
 *
 * Part: vocabulary/codes.c vocabulary/columns.c vocabulary/evidence.c vocabulary/feed.c vocabulary/forms.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 8 -eva-slevel 20 -eva-ilevel 300 -eva-plevel 700
 *   -eva-slevel-function prapi_words:2000,prap_form_find:300,has_alias:300,prap_form_alias_at:300,is_called:100
 */
#include "any.h"

#include "vocabulary/vocabulary.h"

enum { LONGEST = 8 };

static char name[LONGEST];

static void columns(void) {
    uint32_t rule;
    (void)prap_policy_by_number(any_u32());
    (void)prap_policy_choice_at(any_u32(), any_u32());
    (void)prap_deadline_computation(any_u32());
    (void)prap_reason_why(any_u32());
    (void)prap_reason_cure(any_u32());
    (void)prap_desk_finding_cure(any_u32());
    (void)prap_retention_finding_cure(any_u32());
    (void)prap_retention_finding_row(any_u32());
    (void)prapi_reason_fact(any_u32());
    (void)prapi_reason_cure_event(any_u32());
    (void)prapi_region_words(any_u32());
    (void)prapi_fact_event_at(any_u32(), any_u32());
    (void)prapi_fact_is_said_with((uint32_t)any_of(0, PRAPI_FACT_END - 1), any_u32());
    (void)prapi_fact_lasts(any_u32());
    (void)prapi_desk_takes((uint32_t)any_of(0, 31), (uint32_t)any_of(0, PRAPI_DESK_FACT_END - 1));
    (void)prapi_desk_finding_fact((uint32_t)any_of(0, PRAPI_DESK_FINDING_END - 1));
    (void)prapi_retention_finding_fact((uint32_t)any_of(0, PRAPI_RETENTION_FINDING_END - 1));
    (void)prapi_policy_allows(any_u32(), any_int());
    (void)prapi_feed_trigger(any_u32());
    (void)prapi_feed_effect(any_u32(), any_u32(), &rule);
}

static void evidence(void) {
    (void)prap_notice_kind_by_number(any_u32());
    (void)prap_notice_checklist(any_u32());
    (void)prap_record_kind_by_number(any_u32());
    (void)prap_event_record_at(any_u32(), any_u32());
    (void)prap_checklist_kind_by_number(any_u32());
    (void)prap_checklist_opened_by(any_u32(), any_u32());
    (void)prap_checklist_item_at(any_u32(), any_u32());
    (void)prapi_item_begins_anew((size_t)any_of(0, PRAPI_ITEMS - 1));
    (void)prapi_event_opens(any_u32(), any_u32());
    (void)prap_code_at(any_u32(), any_u32());
    (void)prap_code_count(any_u32());
    (void)prap_code_find(any_u32(), any_int());
    (void)prapi_code_is_listed(any_u32(), any_int());
}

static void forms(void) {
    const prap_form *const form = prap_form_by_number(any_u32());
    if (form != NULL) (void)prapi_form_is_of_chapter(form);
    (void)prap_form_alias_at(any_u32(), any_u32());
    (void)prap_form_field_at(any_u32(), any_u32());
    (void)prap_form_route_at(any_u32(), any_u32());
    (void)prapi_form_condition_at(any_u32(), any_u32());
    (void)prapi_form_option_programmes((uint32_t)any_of(0, 1));
    (void)prap_form_takes(any_u32(), any_u32());
    (void)prap_form_find(NULL, any_u64());
    for (size_t n = 0; n <= LONGEST; n++) (void)prap_form_find(LAST(name, n), n);
}

int main(void) {
    ANY(name);
    columns();
    evidence();
    forms();
    return 0;
}
