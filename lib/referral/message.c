/* message.c: may this unencrypted email be sent, of a use that is not in a store: taken over, then asked. */
#include <string.h>

#include "prap/data-protection.h"
#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/always.h"
#include "base/error.h"
#include "referral/command.h"
#include "referral/decide.h"

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

/* All facts at once: which of them the taking over says and which the message is for belongs.def to say. */
static prap_status check(const prap_rulebook *rulebook, const prap_message *message, prapi_command *ret_checked,
                         prap_error *reterr) {
    const prap_command command = {
        .size = sizeof command,
        .event = PRAP_EVENT_MESSAGE_SENT,
        .programme = rulebook->programme->number,
        .on = message->on,
        .recorded = message->on,
        .key = {{NULL, 0}, {"message", sizeof "message" - 1}},
        .facts = message->facts,
        .n_facts = message->n_facts,
    };
    return prapi_fields_check(&command, ret_checked, reterr);
}

/* Is it a stage at which a use can be taken over, or 0 for none? */
static bool is_stage(const prapi_programme *programme, uint32_t stage) {
    for (size_t i = 0; stage != 0 && i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        if (row->when_fact == PRAP_FACT_STAGE && row->when_value == (int32_t)stage) return true;
    }
    return stage == 0;
}

/* An event with the facts of the question that it can say. */
static void make_event(uint32_t event, const prapi_event *all, prapi_event *ret_event) {
    memset(ret_event, 0, sizeof *ret_event);
    ret_event->programme = all->programme;
    ret_event->event = event;
    ret_event->on = all->on;
    ret_event->recorded = all->recorded;
    for (uint32_t fact = prapi_fact_after(&all->facts, 0); fact != 0; fact = prapi_fact_after(&all->facts, fact)) {
        if (!prapi_fact_is_said_with(fact, event)) continue;
        prapi_say(&ret_event->facts, ret_event->said, fact, all->said[fact]);
    }
}

prap_status prap_may_send(const prap_rulebook *rulebook, const prap_message *message, prap_answer *answer,
                          prap_error *reterr) {
    if (rulebook == NULL || message == NULL || answer == NULL) return fail(reterr, PRAP_E_NULL, "");
    prapi_answer_clear(answer);
    prap_message ours;
    prap_status status = prapi_adopt(&ours, sizeof ours, message, message->size, sizeof(prap_message));
    if (status != PRAP_OK) return fail(reterr, status, "message");
    if (rulebook->first_own_row[PRAP_EVENT_MESSAGE_SENT] == rulebook->first_own_row[PRAP_EVENT_MESSAGE_SENT + 1]) {
        return fail(reterr, PRAP_E_WORD, "programme"); /* no row of it speaks of messages */
    }
    if (!is_stage(rulebook->programme, ours.stage)) return fail(reterr, PRAP_E_WORD, "stage");
    prapi_command *checked = &answer->message.asked;
    memset(checked, 0, sizeof *checked);
    status = check(rulebook, &ours, checked, reterr);
    if (status != PRAP_OK) return status;
    prapi_case *before = &answer->message.before, *after = &answer->message.after;
    prapi_case_clear(before);
    prapi_case_clear(after);
    prapi_event *event = &answer->message.event;
    make_event(PRAP_EVENT_CASE_IMPORTED, &checked->event, event);
    if (ours.stage == 0) { /* nothing was permitted: what is said of the use is all that there is of it */
        before->facts = event->facts;
        memcpy(before->said, event->said, sizeof before->said);
    } else {
        event->sequence = 1;
        prapi_say(&event->facts, event->said, PRAP_FACT_STAGE, (prapi_said){PRAP_VALUE_OPTION, (int32_t)ours.stage});
        status = prapi_decide(rulebook, before, event, NULL, false, answer, after);
        if (status != PRAP_OK || answer->summary.verdict != PRAP_VERDICT_PERMITTED) {
            return status == PRAP_OK ? PRAP_OK : fail(reterr, status, "on");
        }
        prapi_case_copy(before, after);
    }
    make_event(PRAP_EVENT_MESSAGE_SENT, &checked->event, event);
    event->sequence = ours.stage == 0 ? 0 : before->version + 1;
    status = prapi_decide(rulebook, before, event, NULL, false, answer, after);
    /* A message moves no day: what leaves the calendar has done so already, and of nothing taken over nothing does. */
    return PRAPI_ALWAYS(status == PRAP_OK) ? PRAP_OK : fail(reterr, status, "on");
}
