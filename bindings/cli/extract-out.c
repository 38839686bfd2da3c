/* extract-out.c: see extract-out.h. No value of a record is ever in what it makes. */
#include "extract-out.h"

#include <string.h>

#include "output.h"

json_t *cli_extract_new(const char *what, const struct cli_extract_record *record) {
    json_t *object = cli_json_new();
    cli_json_set_text(object, "extract", what);
    if (record->number != 0) cli_json_set_number(object, "record", (int64_t)record->number);
    if (record->line != 0) cli_json_set_number(object, "line", (int64_t)record->line);
    return object;
}

struct hearing {
    const struct cli_extract_record *record;
    json_t *findings;
    bool id_is_bad; /* the referral's identifier has no form, and is not repeated */
};

static void set_column(json_t *object, const char *key, const struct cli_extract_record *record,
                       uint32_t at) {
    if (at != PRAP_DATA_NO_VALUE) cli_json_set_number(object, key, record->columns[at]);
}

static prap_status hear(void *user, const prap_data_finding *finding) {
    struct hearing *hearing = user;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DATA_FINDING, finding->finding);
    const char *cure = prap_data_finding_cure(finding->finding);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "finding", PRAP_WORDS_DATA_FINDING, finding->finding);
    cli_json_set_rule(object, "rule", finding->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, finding->severity);
    cli_json_set_word(object, "item", PRAP_WORDS_DATA_ITEM, finding->item);
    set_column(object, "column", hearing->record, finding->at);
    set_column(object, "first_column", hearing->record, finding->other);
    cli_json_set_text(object, "text", word->meaning);
    if (cure[0] != '\0') cli_json_set_text(object, "cure", cure);
    cli_json_append(hearing->findings, object);
    hearing->id_is_bad = hearing->id_is_bad || (finding->item == PRAP_DATA_ITEM_PRAP_REFERRAL_ID &&
                                                finding->finding == PRAP_DATA_FINDING_MALFORMED);
    return PRAP_OK;
}

bool cli_extract_check(json_t *object, const struct cli_extract_record *record, prap_data_answer *ret_answer,
                       struct cli_fault *ret_fault) {
    prap_error error = {.size = sizeof error};
    struct hearing hearing = {record, cli_need(json_array()), false};
    *ret_answer = (prap_data_answer){.size = sizeof *ret_answer};
    if (prap_data_check(&record->data, hear, &hearing, ret_answer, &error) != PRAP_OK) {
        cli_fault_from_error(ret_fault, &error);
        json_decref(hearing.findings);
        return false;
    }
    if (record->case_id.n > 0 && !hearing.id_is_bad) cli_json_set_bytes(object, "case", record->case_id);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, ret_answer->verdict);
    cli_json_set_word(object, "comes_by", PRAP_WORDS_DATA_CHANNEL, ret_answer->channel);
    cli_json_set_number(object, "items", ret_answer->items);
    cli_json_set_number(object, "unknown", ret_answer->unknown);
    cli_json_set_number(object, "health", ret_answer->health);
    cli_json_set_number(object, "criminal", ret_answer->criminal);
    cli_json_set_number(object, "may_tell", ret_answer->may_tell);
    cli_json_set(object, "findings", hearing.findings);
    return true;
}

prap_status cli_extract_hear_difference(void *user, const prap_data_difference *difference) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "change", PRAP_WORDS_DATA_CHANGE, difference->change);
    cli_json_set_word(object, "item", PRAP_WORDS_DATA_ITEM, difference->item);
    if (difference->occurrence != 0) cli_json_set_number(object, "occurrence", difference->occurrence);
    cli_json_set_word(object, "told_as", PRAP_WORDS_DATA_ITEM, difference->told_as);
    cli_json_set_rule(object, "rule", difference->rule);
    cli_json_set_rule(object, "whp07", difference->whp07);
    cli_json_set_word(object, "care", PRAP_WORDS_DATA_CARE, difference->care);
    cli_json_append(user, object);
    return PRAP_OK;
}

static void add_word_if(json_t *list, bool is, const char *word) {
    if (is) cli_json_append(list, json_string(word));
}

json_t *cli_extract_item(const prap_word *word) {
    const prap_data_item *item = prap_data_item_by_number(word->number);
    json_t *object = cli_json_new(), *programmes = cli_need(json_array()), *roles = cli_need(json_array());
    json_t *rules = cli_need(json_array()), *headings = cli_need(json_array()),
           *sources = cli_need(json_array());
    cli_json_set_text(object, "extract", "item");
    cli_json_set_text(object, "item", word->name);
    cli_json_set_text(object, "meaning", word->meaning);
    cli_json_set_word(object, "type", PRAP_WORDS_DATA_TYPE, item->type);
    cli_json_set_word(object, "need", PRAP_WORDS_DATA_NEED, item->need);
    cli_json_set_word(object, "about", PRAP_WORDS_DATA_ABOUT, item->about);
    add_word_if(roles, (item->roles & PRAP_DATA_ROLE_REFERRAL) != 0, "referral");
    add_word_if(roles, (item->roles & PRAP_DATA_ROLE_CHANGE) != 0, "change");
    add_word_if(roles, (item->roles & PRAP_DATA_ROLE_EARNINGS) != 0, "earnings");
    cli_json_set(object, "roles", roles);
    add_word_if(sources, (item->sources & PRAP_DATA_IN_PARAGRAPH_4) != 0, "paragraph-4");
    add_word_if(sources, (item->sources & PRAP_DATA_IN_ANNEX_A) != 0, "annex-a");
    cli_json_set(object, "sources", sources);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_PROGRAMME); i++) {
        const prap_word *programme = prap_word_at(PRAP_WORDS_PROGRAMME, i);
        add_word_if(programmes, (item->programmes >> programme->number & 1) != 0, programme->name);
    }
    cli_json_set(object, "programmes", programmes);
    cli_json_set_word(object, "care", PRAP_WORDS_DATA_CARE, item->care);
    if (item->care_why[0] != '\0') cli_json_set_text(object, "care_why", item->care_why);
    cli_json_set_word(object, "part_of", PRAP_WORDS_DATA_ITEM, item->part_of);
    cli_json_set_word(object, "told_as", PRAP_WORDS_DATA_ITEM, item->change);
    cli_json_set(object, "repeats", json_boolean(item->repeats != 0));
    for (size_t i = 0; i < 3 && item->rules[i] != 0; i++)
        cli_json_append(rules, json_string(prap_rule_by_number(item->rules[i])->id));
    cli_json_set(object, "rules", rules);
    for (uint32_t i = 0; prap_data_item_heading_at(word->number, i) != NULL; i++)
        cli_json_append(headings, json_string(prap_data_item_heading_at(word->number, i)));
    cli_json_set(object, "headings", headings);
    return object;
}
