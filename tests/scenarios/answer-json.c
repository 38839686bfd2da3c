#include "answer-json.h"

#include <stdbool.h>
#include <stdio.h>

static void set_text(json_t *object, const char *key, const char *text) {
    if (text != NULL) json_object_set_new(object, key, json_string(text));
}

static void set_word(json_t *object, const char *key, uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    if (word != NULL) set_text(object, key, word->name);
}

/* A fact or event that is not there is number 0: no word, and no key. */
static void set_rule(json_t *object, uint32_t rule) {
    const prap_rule *row = prap_rule_by_number(rule);
    if (row != NULL) set_text(object, "rule", row->id);
}

static void set_day(json_t *object, const char *key, prap_day day) {
    char text[PRAP_DAY_TEXT_BYTES];
    if (prap_day_format(day, text, sizeof text) == PRAP_OK) set_text(object, key, text);
}

static void set_hash(json_t *object, const char *key, uint32_t hash) {
    char text[9];
    snprintf(text, sizeof text, "%08lx", (unsigned long)hash);
    set_text(object, key, text);
}

static json_t *reasons(const prap_answer *answer) {
    json_t *list = json_array();
    const prap_reason *reason;
    for (uint32_t i = 0; (reason = prap_answer_reason_at(answer, i)) != NULL; i++) {
        json_t *row = json_object();
        set_rule(row, reason->rule);
        set_word(row, "severity", PRAP_WORDS_SEVERITY, reason->severity);
        if (reason->fact != 0) set_word(row, "fact", PRAP_WORDS_FACT, reason->fact);
        set_text(row, "cure", prap_reason_cure(reason->reason));
        set_day(row, "earliest", reason->earliest);
        set_word(row, "reason", PRAP_WORDS_REASON, reason->reason);
        set_text(row, "why", prap_reason_why(reason->reason));
        if (reason->cure_event != 0) set_word(row, "cure_event", PRAP_WORDS_EVENT, reason->cure_event);
        json_array_append_new(list, row);
    }
    return list;
}

static json_t *deadlines(const prap_answer *answer) {
    json_t *list = json_array();
    const prap_deadline *deadline;
    for (uint32_t i = 0; (deadline = prap_answer_deadline_at(answer, i)) != NULL; i++) {
        json_t *row = json_object();
        if (deadline->deadline != 0) set_word(row, "deadline", PRAP_WORDS_DEADLINE, deadline->deadline);
        else set_text(row, "deadline", deadline->name);
        set_day(row, "due", deadline->due);
        set_day(row, "prudent", deadline->prudent);
        set_rule(row, deadline->rule);
        set_word(row, "status", PRAP_WORDS_DEADLINE_STATUS, deadline->status);
        set_day(row, "last_working_day", deadline->last_working_day);
        set_day(row, "done", deadline->done_on);
        if (deadline->advisory != 0) json_object_set_new(row, "advisory", json_true());
        if (deadline->defined_by == PRAP_DEFINED_BY_HOST) {
            set_text(row, "defined_by", "host");
            set_text(row, "name", deadline->name);
            set_text(row, "source", deadline->source);
        }
        const prap_ambiguity *ambiguity = prap_ambiguity_by_number(deadline->ambiguity);
        if (ambiguity != NULL) set_text(row, "ambiguity", ambiguity->id);
        json_array_append_new(list, row);
    }
    return list;
}

static json_t *notices(const prap_answer *answer) {
    json_t *list = json_array();
    const prap_notice *notice;
    for (uint32_t i = 0; (notice = prap_answer_notice_at(answer, i)) != NULL; i++) {
        json_t *row = json_object();
        const prap_word *word = prap_word_by_number(PRAP_WORDS_NOTICE, notice->notice);
        set_word(row, "notice", PRAP_WORDS_NOTICE, notice->notice);
        set_rule(row, notice->rule);
        set_word(row, "severity", PRAP_WORDS_SEVERITY, notice->severity);
        set_word(row, "to", PRAP_WORDS_RECIPIENT, notice->recipient);
        if (notice->fact != 0) set_word(row, "fact", PRAP_WORDS_FACT, notice->fact);
        set_day(row, "due", notice->due);
        if (notice->means != PRAP_MEANS_NOT_STATED) set_word(row, "means", PRAP_WORDS_MEANS, notice->means);
        if (word != NULL) set_text(row, "text", word->meaning);
        json_array_append_new(list, row);
    }
    return list;
}

/* The facts of the undecided reasons, in order, each once. */
static json_t *missing(const prap_answer *answer) {
    json_t *list = json_array();
    bool seen[UINT8_MAX + 1] = {false}; /* facts are numbered below 256: facts.def */
    const prap_reason *reason;
    for (uint32_t i = 0; (reason = prap_answer_reason_at(answer, i)) != NULL; i++) {
        const prap_word *fact = prap_word_by_number(PRAP_WORDS_FACT, reason->fact);
        if (reason->severity != PRAP_SEVERITY_UNDECIDED || reason->fact == 0 || fact == NULL) continue;
        if (reason->fact > UINT8_MAX || seen[reason->fact]) continue;
        seen[reason->fact] = true;
        json_array_append_new(list, json_string(fact->name));
    }
    return list;
}

static json_t *settings(const prap_answer *answer) {
    json_t *list = json_array();
    const prap_setting *setting;
    for (uint32_t i = 0; (setting = prap_answer_setting_at(answer, i)) != NULL; i++) {
        json_t *row = json_object();
        const prap_policy *policy = prap_policy_by_number(setting->policy);
        set_word(row, "policy", PRAP_WORDS_POLICY, setting->policy);
        if (policy != NULL && policy->lowest < 0) {
            set_day(row, "value", setting->value);
        } else if (policy != NULL && policy->highest != 0) {
            json_object_set_new(row, "value", json_integer(setting->value));
        } else {
            set_word(row, "value", PRAP_WORDS_CHOICE, (uint32_t)setting->value);
        }
        json_array_append_new(list, row);
    }
    return list;
}

/* What is set beside the stage; that a referral is a new one goes without saying. */
static json_t *regions(const prap_summary *summary) {
    json_t *object = json_object();
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++) {
        const prap_word *region = prap_word_at(PRAP_WORDS_REGION, i);
        const uint32_t value = prap_summary_region(summary, region->number);
        if (region->number == PRAP_REGION_REFERRAL_KIND && value == PRAP_REFERRAL_KIND_NEW) continue;
        set_word(object, region->name, prap_region_words(region->number), value);
    }
    return object;
}

json_t *answer_json(const prap_answer *answer, const json_t *id, prap_text case_id) {
    const prap_summary *summary = prap_answer_summary(answer);
    json_t *object = json_pack("{s:i}", "v", 1);
    if (id != NULL) json_object_set(object, "id", (json_t *)id);
    json_object_set_new(object, "case", json_stringn(case_id.bytes, case_id.n));
    set_word(object, "verdict", PRAP_WORDS_VERDICT, summary->verdict);
    set_word(object, "stage", PRAP_WORDS_STATE, summary->stage);
    set_word(object, "feed", PRAP_WORDS_FEED, summary->feed);
    json_object_set_new(object, "reasons", reasons(answer));
    json_object_set_new(object, "deadlines", deadlines(answer));
    json_object_set_new(object, "notices", notices(answer));
    json_object_set_new(object, "version", json_integer((json_int_t)summary->version));
    json_object_set_new(object, "missing", missing(answer));
    json_object_set_new(object, "settings", settings(answer));
    set_hash(object, "rulebook", summary->rulebook_hash);
    set_hash(object, "calendar", summary->calendar_hash);
    set_day(object, "as_of", summary->as_of);
    set_word(object, "outside", PRAP_WORDS_OUTSIDE, summary->outside);
    if (summary->event != 0) set_word(object, "event", PRAP_WORDS_EVENT, summary->event);
    set_day(object, "on", summary->on);
    if (summary->duplicate != 0) json_object_set_new(object, "duplicate", json_true());
    json_t *beside = regions(summary);
    if (json_object_size(beside) != 0) json_object_set(object, "regions", beside);
    json_decref(beside);
    if (summary->orphan != 0) json_object_set_new(object, "orphan", json_true());
    return object;
}
