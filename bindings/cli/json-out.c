/* json-out.c: the answers of replay, preview and show, and errors. */
#include "json-out.h"

#include "output.h"

static json_t *reason_object(const prap_reason *reason) {
    json_t *object = cli_need(json_object());
    cli_json_set_rule(object, "rule", reason->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, reason->severity);
    cli_json_set_word(object, "fact", PRAP_WORDS_FACT, reason->fact);
    const char *cure = prap_reason_cure(reason->reason);
    if (cure != NULL) cli_json_set_text(object, "cure", cure);
    cli_json_set_day(object, "earliest", reason->earliest);
    cli_json_set_word(object, "reason", PRAP_WORDS_REASON, reason->reason);
    const char *why = prap_reason_why(reason->reason);
    if (why != NULL) cli_json_set_text(object, "why", why);
    cli_json_set_word(object, "cure_event", PRAP_WORDS_EVENT, reason->cure_event);
    return object;
}

json_t *cli_json_reasons(const prap_answer *answer) {
    json_t *array = cli_need(json_array());
    for (uint32_t i = 0; i < prap_answer_reason_count(answer); i++) {
        cli_json_append(array, reason_object(prap_answer_reason_at(answer, i)));
    }
    return array;
}

void cli_json_set_deadline(json_t *object, uint32_t number, const char *name) {
    if (number != 0) cli_json_set_word(object, "deadline", PRAP_WORDS_DEADLINE, number);
    else if (name[0] != '\0') cli_json_set_text(object, "deadline", name);
}

void cli_json_set_definition(json_t *object, const prap_deadline *deadline) {
    const prap_ambiguity *ambiguity = prap_ambiguity_by_number(deadline->ambiguity);
    if (deadline->defined_by == PRAP_DEFINED_BY_HOST) {
        cli_json_set_word(object, "defined_by", PRAP_WORDS_DEFINED_BY, deadline->defined_by);
        cli_json_set_text(object, "name", deadline->name);
        cli_json_set_text(object, "source", deadline->source);
    }
    if (ambiguity != NULL) cli_json_set_text(object, "ambiguity", ambiguity->id);
}

static json_t *deadlines_array(const prap_answer *answer) {
    json_t *array = cli_need(json_array());
    for (uint32_t i = 0; i < prap_answer_deadline_count(answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(answer, i);
        json_t *object = cli_need(json_object());
        cli_json_set_deadline(object, deadline->deadline, deadline->name);
        cli_json_set_day(object, "due", deadline->due);
        cli_json_set_day(object, "prudent", deadline->prudent);
        cli_json_set_rule(object, "rule", deadline->rule);
        cli_json_set_word(object, "status", PRAP_WORDS_DEADLINE_STATUS, deadline->status);
        cli_json_set_day(object, "last_working_day", deadline->last_working_day);
        cli_json_set_day(object, "done", deadline->done_on);
        if (deadline->advisory != 0) cli_json_set(object, "advisory", json_true());
        cli_json_set_definition(object, deadline);
        cli_json_append(array, object);
    }
    return array;
}

static json_t *notices_array(const prap_answer *answer) {
    json_t *array = cli_need(json_array());
    for (uint32_t i = 0; i < prap_answer_notice_count(answer); i++) {
        const prap_notice *notice = prap_answer_notice_at(answer, i);
        const prap_word *word = prap_word_by_number(PRAP_WORDS_NOTICE, notice->notice);
        json_t *object = cli_need(json_object());
        cli_json_set_word(object, "notice", PRAP_WORDS_NOTICE, notice->notice);
        cli_json_set_rule(object, "rule", notice->rule);
        cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, notice->severity);
        cli_json_set_word(object, "to", PRAP_WORDS_RECIPIENT, notice->recipient);
        cli_json_set_word(object, "fact", PRAP_WORDS_FACT, notice->fact);
        cli_json_set_day(object, "due", notice->due);
        if (notice->means != PRAP_MEANS_NOT_STATED) {
            cli_json_set_word(object, "means", PRAP_WORDS_MEANS, notice->means);
        }
        if (word != NULL) cli_json_set_text(object, "text", word->meaning);
        cli_json_append(array, object);
    }
    return array;
}

json_t *cli_json_missing(const prap_answer *answer) {
    json_t *array = cli_need(json_array());
    for (uint32_t i = 0; i < prap_answer_reason_count(answer); i++) {
        const prap_reason *reason = prap_answer_reason_at(answer, i);
        bool first = reason->severity == PRAP_SEVERITY_UNDECIDED && reason->fact != 0;
        for (uint32_t j = 0; j < i && first; j++) {
            const prap_reason *other = prap_answer_reason_at(answer, j);
            first = other->severity != PRAP_SEVERITY_UNDECIDED || other->fact != reason->fact;
        }
        const prap_word *word = first ? prap_word_by_number(PRAP_WORDS_FACT, reason->fact) : NULL;
        if (word != NULL) cli_json_append(array, json_string(word->name));
    }
    return array;
}

json_t *cli_json_setting(const prap_setting *setting) {
    const prap_policy *policy = prap_policy_by_number(setting->policy);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, setting->policy);
    if (policy != NULL && policy->lowest == 0 && policy->highest == 0) {
        cli_json_set_word(object, "value", PRAP_WORDS_CHOICE, (uint32_t)setting->value);
    } else if (policy != NULL && policy->lowest < 0) {
        cli_json_set_day(object, "value", setting->value);
    } else {
        cli_json_set_number(object, "value", setting->value);
    }
    return object;
}

/* The settings that decided. */
static json_t *settings_array(const prap_answer *answer) {
    json_t *array = cli_need(json_array());
    for (uint32_t i = 0; i < prap_answer_setting_count(answer); i++) {
        cli_json_append(array, cli_json_setting(prap_answer_setting_at(answer, i)));
    }
    return array;
}

/* What is set beside the stage; that a referral is a new one goes without saying. */
static void set_regions(json_t *object, const prap_summary *summary) {
    json_t *regions = cli_need(json_object());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++) {
        const prap_word *region = prap_word_at(PRAP_WORDS_REGION, i);
        const uint32_t value = prap_summary_region(summary, region->number);
        if (region->number == PRAP_REGION_REFERRAL_KIND && value == PRAP_REFERRAL_KIND_NEW) continue;
        cli_json_set_word(regions, region->name, prap_region_words(region->number), value);
    }
    if (json_object_size(regions) != 0) json_object_set(object, "regions", regions);
    json_decref(regions);
}

/* The keys that an answer and a case have in common, in their order. */
static void set_standing(json_t *object, prap_text case_id, const prap_answer *answer) {
    const prap_summary *summary = prap_answer_summary(answer);
    cli_json_set_bytes(object, "case", case_id);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, summary->verdict);
    const prap_word *stage = prap_word_by_number(PRAP_WORDS_STATE, summary->stage); /* "none" is number 0 */
    if (stage != NULL) cli_json_set_text(object, "stage", stage->name);
    cli_json_set_word(object, "feed", PRAP_WORDS_FEED, summary->feed);
    cli_json_set(object, "reasons", cli_json_reasons(answer));
    cli_json_set(object, "deadlines", deadlines_array(answer));
    cli_json_set(object, "notices", notices_array(answer));
    cli_json_set_number(object, "version", (int64_t)summary->version);
    cli_json_set(object, "missing", cli_json_missing(answer));
    cli_json_set(object, "settings", settings_array(answer));
    cli_json_set_hash(object, "rulebook", summary->rulebook_hash);
    cli_json_set_hash(object, "calendar", summary->calendar_hash);
    cli_json_set_day(object, "as_of", summary->as_of);
    cli_json_set_word(object, "outside", PRAP_WORDS_OUTSIDE, summary->outside);
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, summary->event);
    cli_json_set_day(object, "on", summary->on);
    if (summary->duplicate != 0) cli_json_set(object, "duplicate", json_true());
    set_regions(object, summary);
    if (summary->orphan != 0) cli_json_set(object, "orphan", json_true());
}

json_t *cli_json_answer(const json_t *id, prap_text case_id, const prap_answer *answer) {
    json_t *object = cli_json_new();
    if (id != NULL) cli_json_set(object, "id", json_deep_copy(id));
    set_standing(object, case_id, answer);
    return object;
}

json_t *cli_json_case(prap_text case_id, const prap_answer *answer) {
    const prap_summary *summary = prap_answer_summary(answer);
    json_t *object = cli_json_new();
    set_standing(object, case_id, answer);
    json_t *days = cli_need(json_object());
    cli_json_set_day(days, "received", summary->received_on);
    cli_json_set_day(days, "made", summary->made_on);
    cli_json_set_day(days, "acknowledged", summary->acknowledged_on);
    cli_json_set_day(days, "attended", summary->attended_on);
    cli_json_set_day(days, "start", summary->start_on);
    cli_json_set_day(days, "ended", summary->ended_on);
    cli_json_set_day(days, "entered", summary->entered_on);
    cli_json_set_day(days, "plan", summary->plan_on);
    cli_json_set_day(days, "meeting", summary->meeting_on);
    cli_json_set_day(days, "handed-over", summary->handed_over_on);
    cli_json_set_day(days, "work", summary->work_on);
    cli_json_set_day(days, "face-to-face", summary->face_to_face_on);
    cli_json_set_day(days, "approved", summary->approved_on);
    cli_json_set_day(days, "backed-out", summary->backed_out_on);
    cli_json_set_day(days, "end", summary->end_on);
    cli_json_set(object, "days", days);
    cli_json_set_number(object, "attempts", summary->attempts);
    cli_json_set_number(object, "breaches", summary->breaches);
    if (summary->attempts_failed != 0) cli_json_set_number(object, "attempts_failed", summary->attempts_failed);
    if (summary->imported != 0) cli_json_set(object, "imported", json_true());
    cli_json_set_word(object, "outcome", PRAP_WORDS_OPTION, summary->outcome);
    if (summary->code != 0) cli_json_set_number(object, "code", summary->code);
    return object;
}

json_t *cli_json_fact(const prap_fact *fact) {
    char text[PRAP_DAY_TEXT_BYTES];
    const prap_word *option;
    switch (fact->kind) {
    case PRAP_VALUE_NO:
        return json_false();
    case PRAP_VALUE_YES:
        return json_true();
    case PRAP_VALUE_NUMBER:
        return json_integer(fact->value);
    case PRAP_VALUE_DAY:
        return json_string(prap_day_format((prap_day)fact->value, text, sizeof text) == PRAP_OK ? text
                                                                                                : "unknown");
    case PRAP_VALUE_OPTION:
        option = prap_word_by_number(PRAP_WORDS_OPTION, (uint32_t)fact->value);
        return json_string(option == NULL ? "unknown" : option->name);
    }
    return json_string("unknown");
}

/* What was recorded although a rule forbids it: each guard that failed, with its rule. */
static json_t *broke_array(const prap_event_view *event) {
    json_t *array = cli_need(json_array());
    for (size_t i = 0; i < event->n_broke; i++) {
        const prap_word *reason = prap_word_by_number(PRAP_WORDS_REASON, event->broke[i]);
        json_t *object = cli_need(json_object());
        cli_json_set_word(object, "reason", PRAP_WORDS_REASON, event->broke[i]);
        if (reason != NULL) cli_json_set_rule(object, "rule", reason->rule);
        cli_json_append(array, object);
    }
    return array;
}

/* How it was judged when it was recorded, and whether a later entry voids it. */
static void set_judged(json_t *object, const prap_event_view *event) {
    cli_json_set_word(object, "stage", PRAP_WORDS_STATE, event->stage);
    if (event->voided_by != 0) cli_json_set_number(object, "voided_by", (int64_t)event->voided_by);
    if (event->n_broke != 0) cli_json_set(object, "broke", broke_array(event));
    if (event->rulebook_hash != 0) cli_json_set_hash(object, "rulebook", event->rulebook_hash);
    if (event->calendar_hash != 0) cli_json_set_hash(object, "calendar", event->calendar_hash);
    cli_json_set_word(object, "division", PRAP_WORDS_DIVISION, event->division);
}

json_t *cli_json_history_event(const prap_event_view *event) {
    json_t *object = cli_need(json_object());
    cli_json_set_number(object, "sequence", (int64_t)event->sequence);
    cli_json_set_word(object, "event", PRAP_WORDS_EVENT, event->event);
    cli_json_set_day(object, "on", event->on);
    cli_json_set_day(object, "recorded", event->recorded);
    if (event->id.n != 0) cli_json_set_bytes(object, "id", event->id);
    json_t *facts = cli_need(json_object());
    for (size_t i = 0; i < event->n_facts; i++) {
        const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, event->facts[i].fact);
        if (word != NULL) cli_json_set(facts, word->name, cli_json_fact(&event->facts[i]));
    }
    cli_json_set(object, "facts", facts);
    set_judged(object, event);
    return object;
}

static void set_error(json_t *object, const struct cli_fault *fault) {
    json_t *error = cli_need(json_object());
    cli_json_set_text(error, "code", fault->code);
    cli_json_set_text(error, "field", fault->field);
    cli_json_set_text(error, "message", fault->message);
    cli_json_set(object, "error", error);
}

json_t *cli_json_error(uint64_t line, const json_t *id, const struct cli_fault *fault) {
    json_t *object = cli_json_new();
    if (line != 0) cli_json_set_number(object, "line", (int64_t)line);
    if (id != NULL) cli_json_set(object, "id", json_deep_copy(id));
    set_error(object, fault);
    return object;
}

json_t *cli_json_case_error(prap_text case_id, const struct cli_fault *fault) {
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", case_id);
    set_error(object, fault);
    return object;
}
