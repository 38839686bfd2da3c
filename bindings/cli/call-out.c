/* call-out.c: see call-out.h. What there is not is left out. */
#include "call-out.h"

#include "output.h"

/* The identifier of the i-th participant, as it was listed. */
static void set_participant(json_t *object, const prap_call *call, uint32_t i) {
    prap_call_view view = {.size = sizeof view};
    if (i != PRAP_CALL_NOBODY && prap_call_participant_at(call, i, &view) == PRAP_OK)
        cli_json_set_bytes(object, "participant", view.participant);
}

static json_t *reason_object(const prap_call *call, const prap_call_reason *reason) {
    json_t *object = cli_need(json_object());
    cli_json_set_rule(object, "rule", reason->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, reason->severity);
    cli_json_set_word(object, "fact", PRAP_WORDS_CALL_FACT, reason->fact);
    cli_json_set_text(object, "cure", prap_call_reason_cure(reason->reason));
    if (reason->earliest.minute == PRAP_MINUTE_NONE) cli_json_set_day(object, "earliest", reason->earliest.day);
    else cli_json_set_moment(object, "earliest", reason->earliest);
    cli_json_set_word(object, "reason", PRAP_WORDS_CALL_REASON, reason->reason);
    cli_json_set_text(object, "why", prap_call_reason_why(reason->reason));
    cli_json_set_word(object, "cure_event", PRAP_WORDS_CALL_EVENT, reason->cure_event);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, reason->policy);
    set_participant(object, call, reason->participant);
    return object;
}

static json_t *reminder_object(const prap_call *call, const prap_call_reminder *reminder) {
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "reminder", PRAP_WORDS_CALL_REMINDER, reminder->reminder);
    cli_json_set_rule(object, "rule", reminder->rule);
    cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, reminder->severity);
    cli_json_set_word(object, "policy", PRAP_WORDS_POLICY, reminder->policy);
    set_participant(object, call, reminder->participant);
    cli_json_set_text(object, "text", prap_word_by_number(PRAP_WORDS_CALL_REMINDER, reminder->reminder)->meaning);
    return object;
}

/* The facts that are not known, each once. */
static json_t *missing(const prap_call *call, uint32_t n) {
    json_t *array = cli_need(json_array());
    uint64_t seen = 0; /* facts are numbered below 64 */
    for (uint32_t i = 0; i < n; i++) {
        const prap_call_reason *reason = prap_call_reason_at(call, i);
        const uint64_t bit = reason->severity == PRAP_SEVERITY_UNDECIDED ? UINT64_C(1) << reason->fact % 64 : 1;
        if (bit != 1 && (seen & bit) == 0)
            cli_json_append(array, json_string(prap_word_by_number(PRAP_WORDS_CALL_FACT, reason->fact)->name));
        seen |= bit;
    }
    return array;
}

json_t *cli_call_answer(const json_t *id, prap_text call_id, const prap_call *call, const prap_call_answer *answer,
                        prap_text participant) {
    json_t *object = cli_json_new();
    if (id != NULL) cli_json_set(object, "id", json_deep_copy(id));
    cli_json_set_bytes(object, "call", call_id);
    cli_json_set_word(object, "verdict", PRAP_WORDS_VERDICT, answer->verdict);
    cli_json_set_word(object, "stage", PRAP_WORDS_CALL_STAGE, answer->stage);
    if (answer->participant != PRAP_CALL_NOBODY) set_participant(object, call, answer->participant);
    else if (participant.n != 0) cli_json_set_bytes(object, "participant", participant);
    cli_json_set_word(object, "standing", PRAP_WORDS_CALL_PARTICIPANT, answer->standing);
    json_t *reasons = cli_need(json_array()), *reminders = cli_need(json_array());
    for (uint32_t i = 0; i < answer->reasons; i++)
        cli_json_append(reasons, reason_object(call, prap_call_reason_at(call, i)));
    for (uint32_t i = 0; i < answer->reminders; i++)
        cli_json_append(reminders, reminder_object(call, prap_call_reminder_at(call, i)));
    cli_json_set(object, "reasons", reasons);
    cli_json_set(object, "reminders", reminders);
    cli_json_set(object, "missing", missing(call, answer->reasons));
    cli_json_set_number(object, "listed", answer->listed);
    cli_json_set_number(object, "left", answer->left);
    if (answer->questions != 0) cli_json_set_number(object, "questions", answer->questions);
    cli_json_set_word(object, "event", PRAP_WORDS_CALL_EVENT, answer->event);
    cli_json_set_rule(object, "rule", answer->rule);
    if (answer->row[0] != '\0') cli_json_set_text(object, "row", answer->row);
    return object;
}
