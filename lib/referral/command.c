/* command.c: see command.h. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/error.h"
#include "base/text.h"
#include "referral/command.h"
#include "vocabulary/facts.h"

prap_status prapi_day_check(prap_day day, const char *field, prap_error *reterr) {
    if (day == PRAP_DAY_NONE) return prapi_fail(reterr, PRAP_E_REQUIRED, field, "a day is required here");
    if (day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_DAY, field, "there is no such day in years 1 to 9999");
}

prap_status prapi_tenant_check(prap_text tenant, prap_error *reterr) {
    if (tenant.n == 0 || prapi_text_is_identifier(tenant)) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_TEXT, "tenant", "a tenant is at most 64 bytes of printable UTF-8");
}

prap_status prapi_key_check(const prap_key *key, prap_error *reterr) {
    if (key->case_id.n == 0) return prapi_fail(reterr, PRAP_E_REQUIRED, "case", "a case id is required");
    if (!prapi_text_is_identifier(key->case_id)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "case", "a case id is 1 to 64 bytes of printable UTF-8");
    }
    return prapi_tenant_check(key->tenant, reterr);
}

static prap_status check_option(const prap_fact *fact) {
    if (fact->value < 0 || fact->value >= PRAPI_NUMBERS) return PRAP_E_WORD;
    return prapi_option_facts[fact->value] == fact->fact ? PRAP_OK : PRAP_E_WORD;
}

prap_status prapi_fact_check(const prap_fact *fact) {
    if (!prapi_is_fact(fact->fact)) return PRAP_E_WORD;
    const uint32_t type = prapi_fact_types[fact->fact];
    switch (fact->kind) {
    case PRAP_VALUE_UNKNOWN:
        return fact->value == 0 ? PRAP_OK : PRAP_E_RANGE;
    case PRAP_VALUE_NO:
    case PRAP_VALUE_YES:
        if (type != PRAP_FACT_TYPE_TRISTATE) return PRAP_E_TYPE;
        return fact->value == 0 ? PRAP_OK : PRAP_E_RANGE;
    case PRAP_VALUE_NUMBER:
        if (type != PRAP_FACT_TYPE_NUMBER) return PRAP_E_TYPE;
        return fact->value >= 0 && fact->value <= INT32_MAX ? PRAP_OK : PRAP_E_RANGE;
    case PRAP_VALUE_DAY:
        if (type != PRAP_FACT_TYPE_DAY) return PRAP_E_TYPE;
        return fact->value >= PRAP_DAY_MIN && fact->value <= PRAP_DAY_MAX ? PRAP_OK : PRAP_E_DAY;
    case PRAP_VALUE_OPTION:
        return type == PRAP_FACT_TYPE_OPTION ? check_option(fact) : PRAP_E_TYPE;
    }
    return PRAP_E_TYPE;
}

static prap_status fail_fact(const prap_fact *fact, prap_status status, prap_error *reterr) {
    const prapi_fact_words words = {PRAP_WORDS_FACT, PRAP_WORDS_OPTION};
    if (prap_word_by_number(PRAP_WORDS_FACT, fact->fact) != NULL) return prapi_said_fail(words, fact, status, reterr);
    return prapi_fail(reterr, status, "facts", "there is no such fact");
}

static prap_status take_facts(const prap_command *command, prapi_event *event, prap_error *reterr) {
    if (command->n_facts > PRAP_FACTS_MAX) return prapi_fail(reterr, PRAP_E_LIMIT, "facts", "too many facts");
    if (command->facts == NULL && command->n_facts > 0) {
        return prapi_fail(reterr, PRAP_E_NULL, "facts", "the facts are missing");
    }
    for (size_t i = 0; i < command->n_facts; i++) {
        const prap_fact *fact = &command->facts[i];
        const prap_status status = prapi_fact_check(fact);
        if (status != PRAP_OK) return fail_fact(fact, status, reterr);
        if (event->said[fact->fact].kind != 0) return fail_fact(fact, PRAP_E_TWICE, reterr);
        prapi_say(&event->facts, event->said, fact->fact, (prapi_said){fact->kind, (int32_t)fact->value});
    }
    return PRAP_OK;
}

/* What the case remembers as brought by one event, another cannot say: it would change the case behind its rows. */
static prap_status check_belonging(const prapi_event *event, uint32_t fact, prap_error *reterr) {
    if (prapi_fact_is_said_with(fact, event->event)) return PRAP_OK;
    uint32_t owner;
    prapi_fail(reterr, PRAP_E_WORD, prapi_word_name(PRAP_WORDS_FACT, fact), "only these events have this fact:");
    for (uint32_t i = 0; (owner = prapi_fact_event_at(fact, i)) != 0; i++) {
        prapi_error_append_word(reterr, prapi_word_name(PRAP_WORDS_EVENT, owner));
    }
    return PRAP_E_WORD;
}

static prap_status check_belongings(const prapi_event *event, prap_error *reterr) {
    prap_status status = PRAP_OK;
    uint32_t fact = 0;
    while (status == PRAP_OK && (fact = prapi_fact_after(&event->facts, fact)) != 0) {
        status = check_belonging(event, fact, reterr);
    }
    return status;
}

/* No referral is received before it is made; of one taken over, IMPORT_IN_ORDER says so. */
static prap_status check_made(const prapi_event *event, prap_error *reterr) {
    const prapi_said *made = &event->said[PRAP_FACT_MADE];
    if (made->kind == PRAP_VALUE_DAY && made->value > event->on) {
        return prapi_fail(reterr, PRAP_E_ORDER, "made", "a referral is made on or before the day it is received");
    }
    return PRAP_OK;
}

static prap_status take_days(const prap_command *command, prapi_event *event, prap_error *reterr) {
    prap_status status = prapi_day_check(command->on, "on", reterr);
    if (status != PRAP_OK) return status;
    event->on = command->on;
    event->recorded = command->recorded == PRAP_DAY_NONE ? command->on : command->recorded;
    status = prapi_day_check(event->recorded, "recorded", reterr);
    if (status != PRAP_OK) return status;
    /* For a meeting and a start the guidance has its own words on this, and they are a refusal (3.28, 3.31-N1). */
    const bool has_rule = event->event == PRAP_EVENT_MEETING_ATTENDED ||
                          event->event == PRAP_EVENT_START_RECORDED || event->event == PRAP_EVENT_CLERICAL_START;
    if (event->recorded < event->on && !has_rule) {
        return prapi_fail(reterr, PRAP_E_ORDER, "recorded", "an event is recorded on or after the day it happened");
    }
    return PRAP_OK;
}

static prap_status take_words(const prap_command *command, prapi_event *event, prap_error *reterr) {
    if (command->event == 0) return prapi_fail(reterr, PRAP_E_REQUIRED, "event", "an event is required");
    if (prap_word_by_number(PRAP_WORDS_EVENT, command->event) == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "event", "there is no such event");
    }
    if (command->programme != 0 && prap_word_by_number(PRAP_WORDS_PROGRAMME, command->programme) == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "programme", "there is no such programme");
    }
    event->event = command->event;
    event->programme = command->programme;
    return PRAP_OK;
}

/* An idempotency key. What a sweep records has keys of its own, which a host's must never meet. */
static prap_status check_id(prap_text id, prap_error *reterr) {
    static const char own[] = PRAPI_OWN_ID;
    if (id.n == 0) return PRAP_OK;
    if (!prapi_text_is_identifier(id)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "id", "an id is at most 64 bytes of printable UTF-8");
    }
    if (id.n < sizeof own - 1 || memcmp(id.bytes, own, sizeof own - 1) != 0) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_TEXT, "id", "ids that begin with " PRAPI_OWN_ID " are the library's own");
}

prap_status prapi_fields_check(const prap_command *command, prapi_command *ret_command, prap_error *reterr) {
    prap_command ours;
    prap_status status = prapi_adopt(&ours, sizeof ours, command, command->size, sizeof(prap_command));
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "command", "the command's size is one this library cannot adopt");
    }
    if ((ours.flags & ~(uint32_t)PRAP_COMMAND_STRICT_FACTS) != 0) {
        return prapi_fail(reterr, PRAP_E_RANGE, "flags", "a flag is set that this library does not know");
    }
    prapi_event_reset(&ret_command->event);
    ret_command->key = ours.key;
    ret_command->id = ours.id;
    ret_command->programme = ours.programme;
    ret_command->strict = (ours.flags & PRAP_COMMAND_STRICT_FACTS) != 0;
    status = prapi_key_check(&ours.key, reterr);
    if (status == PRAP_OK) status = check_id(ours.id, reterr);
    if (status == PRAP_OK) status = take_words(&ours, &ret_command->event, reterr);
    if (status == PRAP_OK) status = take_days(&ours, &ret_command->event, reterr);
    if (status == PRAP_OK) status = take_facts(&ours, &ret_command->event, reterr);
    if (status == PRAP_OK) status = check_made(&ret_command->event, reterr);
    return status;
}

prap_status prapi_command_check(const prap_command *command, prapi_command *ret_command, prap_error *reterr) {
    const prap_status status = prapi_fields_check(command, ret_command, reterr);
    return status == PRAP_OK ? check_belongings(&ret_command->event, reterr) : status;
}
