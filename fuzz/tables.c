/*
 * tables.c: fuzz target. Every lookup by a number or a place, asked with any numbers: a byte says which, and then come up to
 * three numbers. A row is there or it is not; what stands at a place under the count is there, and past it is not; texts end;
 * and what is written is written only on success.
 */
#include <string.h>

#include "fuzz.h"
#include "prap/prap.h"

struct asked {
    uint32_t a, b, c;
};

/* At most so many bytes: small numbers are short. */
static uint32_t take_number(struct rest *rest) {
    const uint32_t first = take(rest);
    if (first < 250) return first;
    return take(rest) | take(rest) << 8 | take(rest) << 16 | take(rest) << 24;
}

static void has_text(const char *text) {
    must(text == NULL || strlen(text) < 4096, "a text without an end");
}

static void at_and_count(bool there, uint32_t i, uint32_t n) {
    must(there == (i < n), "a row at no place, or none at one");
}

static void ask_catalogue(struct asked n) {
    at_and_count(prap_rule_at(n.a) != NULL, n.a, prap_rule_count());
    at_and_count(prap_ambiguity_at(n.a) != NULL, n.a, prap_ambiguity_count());
    at_and_count(prap_document_at(n.a) != NULL, n.a, prap_document_count());
    at_and_count(prap_contact_at(n.a) != NULL, n.a, prap_contact_count());
    at_and_count(prap_catalogue_policy_at(n.a) != NULL, n.a, prap_catalogue_policy_count());
    at_and_count(prap_preset_at(n.a) != NULL, n.a, prap_preset_count());
    (void)prap_announced_at(n.a);
    has_text(prap_conformance_contract(n.a));
}

static void ask_words(struct asked n) {
    const prap_word *word = prap_word_at(n.a, n.b);
    at_and_count(word != NULL, n.b, prap_word_count(n.a));
    must(word == NULL || prap_word_by_number(n.a, word->number) == word, "a word under another number");
    must(prap_word_is_sensitive(n.a, n.b) == 0 || prap_word_by_number(n.a, n.b) != NULL, "no word, and a sensitive one");
    (void)prap_region_words(n.a);
    has_text(prap_deadline_computation(n.a));
}

static void ask_statuses(struct asked n) {
    const prap_status status = (prap_status)n.a;
    must((prap_status_name(status) == NULL) == (prap_status_meaning(status) == NULL), "a name without a meaning");
    must(prap_status_name(status) != NULL || prap_status_class(status) == PRAP_CLASS_BUG, "no status, and a class");
    must(prap_store_nothing()->load != NULL && prap_store_nothing()->scan != NULL, "nothing is a store too");
    must(prap_library_version()[0] != '\0' && prap_library_rules_hash() == prap_library_rules_hash(), "no version");
}

static void ask_evidence(struct asked n) {
    const prap_checklist_kind *list = prap_checklist_kind_by_number(n.a);
    must(list != NULL || prap_checklist_item_at(n.a, n.b) == NULL, "an item of no checklist");
    (void)prap_checklist_opened_by(n.a, n.b);
    (void)prap_notice_kind_by_number(n.a);
    must(prap_notice_checklist(n.a) == 0 || prap_checklist_kind_by_number(prap_notice_checklist(n.a)) != NULL,
         "a notice of no checklist");
    const uint32_t record = prap_event_record_at(n.a, n.b);
    must(record == 0 || prap_record_kind_by_number(record) != NULL, "an event of no record");
    (void)prap_record_kind_by_number(n.a);
}

static void ask_moves(struct asked n) {
    prap_move move = {.size = sizeof move};
    const prap_status status = prap_move_get(n.a, n.b, &move);
    must((status == PRAP_OK) == (n.b < prap_move_count(n.a)), "a move at no place, or none at one");
    prap_call_move call_move = {.size = sizeof call_move};
    must((prap_call_move_get(n.a, &call_move) == PRAP_OK) == (n.a < prap_call_move_count()), "a call's move at no place");
    (void)prap_call_event_rule(n.a);
    (void)prap_call_event_fact_at(n.a, n.b);
    (void)prap_call_fact_kind_by_number(n.a);
    has_text(prap_call_reason_why(n.a));
    has_text(prap_call_reason_cure(n.a));
    has_text(prap_reason_why(n.a));
    has_text(prap_reason_cure(n.a));
}

static prap_status hear_consequence(void *user, const prap_consequence *consequence) {
    (void)consequence;
    ++*(uint32_t *)user;
    return PRAP_OK;
}

static void ask_codes(struct asked n) {
    prap_code_choice choice = {.size = sizeof choice};
    uint32_t heard = 0, rule = 77;
    const prap_code *code = prap_code_at(n.a, n.b);
    at_and_count(code != NULL, n.b, prap_code_count(n.a));
    const prap_status status = prap_code_consequences(n.a, (int32_t)n.b, n.c, hear_consequence, &heard, &choice);
    must(status == PRAP_OK || heard == 0, "consequences of a code that is refused");
    (void)prap_code_find(n.a, (int32_t)n.b);
    const uint32_t effect = prap_feed_effect(n.a, n.b, &rule);
    must(effect == 0 || prap_rule_by_number(rule) != NULL, "an effect without a rule");
    (void)prap_threshold_row_at(n.a, n.b);
}

static void ask_office(struct asked n) {
    const prap_form *form = prap_form_by_number(n.a);
    must(form != NULL || (prap_form_route_at(n.a, n.b) == NULL && prap_form_field_at(n.a, n.b) == NULL), "a route of no form");
    has_text(prap_form_alias_at(n.a, n.b));
    has_text(prap_data_item_heading_at(n.a, n.b));
    has_text(prap_data_finding_cure(n.a));
    has_text(prap_desk_finding_cure(n.a));
    has_text(prap_form_finding_cure(n.a));
    has_text(prap_service_finding_cure(n.a));
    has_text(prap_retention_finding_cure(n.a));
    has_text(prap_retention_finding_row(n.a));
    (void)prap_desk_takes(n.a, n.b);
    (void)prap_form_takes(n.a, n.b);
}

static void ask_questions(struct asked n) {
    prap_participant_questions questions = {.size = sizeof questions};
    if (prap_participant_questions_of(n.a, n.b, NULL, 0, &questions, NULL) == PRAP_OK) {
        must(questions.n <= 6 && questions.first <= questions.n, "more questions than there are");
        for (uint32_t i = 0; i < 6; i++) must((questions.questions[i] != 0) == (i < questions.n), "a gap among the questions");
    }
    must(prap_overheard_chance(n.a, n.b) <= 1000000, "a chance above one");
    prap_challenge_limits limits = {.size = sizeof limits};
    must(prap_challenge_limits_default(&limits) == PRAP_OK, "no limits");
    must(prap_call_bytes() > 0, "a call without memory");
    char room[PRAP_DUE_PIECE_BYTES];
    size_t written = 0;
    if (prap_due_list_begin(n.a, room, n.b % sizeof room, &written) == PRAP_OK) must(written <= n.b % sizeof room, "past the room");
    if (prap_due_list_end(n.a, n.c, room, n.b % sizeof room, &written) == PRAP_OK) must(written <= n.b % sizeof room, "past the room");
}

static void ask_sums(struct asked n) {
    int64_t sum = 4711;
    const int64_t one = (int64_t)((uint64_t)n.a << 32 | n.b), other = (int64_t)((uint64_t)n.c << 31);
    const prap_status status = prap_earnings_add(one, other, &sum);
    must(status == PRAP_OK ? sum - other == one : sum == 4711, "a sum that is none");
    const prap_day due[] = {(prap_day)n.a, (prap_day)n.b, PRAP_DAY_NONE, (prap_day)n.c};
    size_t found[4] = {9, 9, 9, 9}, n_found = 0;
    if (prap_due_scan(due, 4, (prap_day)n.b, found, 4, &n_found) != PRAP_OK) return;
    must(n_found <= 4, "more cases than there are");
    for (size_t i = 0; i < n_found; i++)
        must(found[i] < 4 && due[found[i]] != PRAP_DAY_NONE && due[found[i]] <= (prap_day)n.b, "a case that is not due");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static void (*const questions[])(struct asked n) = {ask_catalogue, ask_words, ask_statuses, ask_evidence, ask_moves,
                                                        ask_codes, ask_office, ask_questions, ask_sums};
    struct rest rest = {bytes, n};
    if (n < 2) return 0;
    const uint32_t which = take(&rest);
    const struct asked asked = {take_number(&rest), take_number(&rest), take_number(&rest)};
    questions[which % (sizeof questions / sizeof *questions)](asked);
    return 0;
}
