/* call-event.c: one event of a call as it comes in: checked, whole, and with whom it is about. */
#include <string.h>

#include "base/adopt.h"
#include "base/error.h"
#include "base/text.h"
#include "catalogue/rules.h"
#include "provider-direct/call.h"

enum { PRAP_WORDS_NONE = 0 };

static const prap_call_fact_kind kinds[] = {
#define E(EVENT, RULE, ABOUT)
#define B(EVENT, FACT)
#define F(FACT, TYPE, WORDS, ABSENT)                                                                          \
    [PRAP_CALL_FACT_##FACT] = {sizeof(prap_call_fact_kind), PRAP_CALL_FACT_##FACT, PRAP_FACT_TYPE_##TYPE,     \
                               PRAP_WORDS_##WORDS, PRAP_VALUE_##ABSENT},
#include "vocabulary/call-facts.def"
#undef F
#undef B
#undef E
};
_Static_assert(sizeof kinds / sizeof kinds[0] == PRAPI_CALL_FACT_END, "every fact has a kind");

static const struct {
    uint16_t event;
    uint16_t fact;
} brings[] = {
#define E(EVENT, RULE, ABOUT)
#define B(EVENT, FACT) {PRAP_CALL_EVENT_##EVENT, PRAP_CALL_FACT_##FACT},
#define F(FACT, TYPE, WORDS, ABSENT)
#include "vocabulary/call-facts.def"
#undef F
#undef B
#undef E
};

static const struct {
    uint32_t rule;
    uint32_t about;
} events[] = {
#define E(EVENT, RULE, ABOUT) [PRAP_CALL_EVENT_##EVENT] = {PRAPI_RULE_##RULE, PRAPI_ABOUT_##ABOUT},
#define B(EVENT, FACT)
#define F(FACT, TYPE, WORDS, ABSENT)
#include "vocabulary/call-facts.def"
#undef F
#undef B
#undef E
};

enum { EVENT_END = sizeof events / sizeof events[0], BRINGS = sizeof brings / sizeof brings[0] };

const prap_call_fact_kind *prap_call_fact_kind_by_number(uint32_t fact) {
    return fact > 0 && fact < PRAPI_CALL_FACT_END ? &kinds[fact] : NULL;
}

uint32_t prap_call_event_rule(uint32_t event) {
    return event < EVENT_END ? events[event].rule : 0;
}

uint32_t prapi_call_about(uint32_t event) {
    return events[event].about;
}

uint32_t prap_call_event_fact_at(uint32_t event, uint32_t i) {
    for (size_t row = 0; row != BRINGS; row++) {
        if (brings[row].event != event) continue;
        if (i == 0) return brings[row].fact;
        i--;
    }
    return 0;
}

static bool may_bring(uint32_t event, uint32_t fact) {
    uint32_t one;
    for (uint32_t i = 0; (one = prap_call_event_fact_at(event, i)) != 0; i++) {
        if (one == fact) return true;
    }
    return false;
}

/* Is the value one of the fact's? */
static prap_status check_value(const prap_call_fact_kind *kind, const prap_call_fact *fact) {
    static const uint8_t type_of[] = {[PRAP_VALUE_NO] = PRAP_FACT_TYPE_TRISTATE,
                                      [PRAP_VALUE_YES] = PRAP_FACT_TYPE_TRISTATE,
                                      [PRAP_VALUE_NUMBER] = PRAP_FACT_TYPE_NUMBER,
                                      [PRAP_VALUE_DAY] = PRAP_FACT_TYPE_DAY,
                                      [PRAP_VALUE_OPTION] = PRAP_FACT_TYPE_OPTION};
    enum { CHARACTERS = 3 }; /* the only number of a call is how many of three were right */
    const prap_word *word;
    if (fact->kind == PRAP_VALUE_UNKNOWN) return fact->value == 0 ? PRAP_OK : PRAP_E_RANGE;
    if (fact->kind >= sizeof type_of || type_of[fact->kind] != kind->type) return PRAP_E_TYPE; /* MUT-EQUIV: of >: only a sanitizer sees it */
    switch (fact->kind) {
    case PRAP_VALUE_NUMBER:
        return fact->value >= 0 && fact->value <= CHARACTERS ? PRAP_OK : PRAP_E_RANGE;
    case PRAP_VALUE_DAY:
        return fact->value >= PRAP_DAY_MIN && fact->value <= PRAP_DAY_MAX ? PRAP_OK : PRAP_E_DAY;
    case PRAP_VALUE_OPTION:
        word = prap_word_by_number(kind->words, (uint32_t)fact->value);
        return word != NULL && word->number == fact->value ? PRAP_OK : PRAP_E_WORD;
    }
    return fact->value == 0 ? PRAP_OK : PRAP_E_RANGE;
}

/* Names the fact, and of an option what it may be; never what came in. */
static prap_status fail_fact(const prap_call_fact_kind *kind, prap_status status, prap_error *reterr) {
    prapi_fail(reterr, status, prapi_word_name(PRAP_WORDS_CALL_FACT, kind->fact), prap_status_meaning(status));
    if (status == PRAP_E_TYPE) {
        prapi_error_append(reterr, "; it is a ");
        prapi_error_append(reterr, prapi_word_name(PRAP_WORDS_FACT_TYPE, kind->type));
    }
    if (status != PRAP_E_WORD) return status;
    prapi_error_append(reterr, "; it is one of:");
    for (uint32_t i = 0; i < prap_word_count(kind->words); i++) {
        prapi_error_append_word(reterr, prap_word_at(kind->words, i)->name);
    }
    return status;
}

static prap_status fail_foreign(const prap_call_fact_kind *kind, prap_error *reterr) {
    prapi_fail(reterr, PRAP_E_WORD, prapi_word_name(PRAP_WORDS_CALL_FACT, kind->fact),
               "this event does not have this fact; these do:");
    for (size_t i = 0; i != BRINGS; i++) {
        if (brings[i].fact != kind->fact) continue;
        prapi_error_append_word(reterr, prapi_word_name(PRAP_WORDS_CALL_EVENT, brings[i].event));
    }
    return PRAP_E_WORD;
}

static prap_status take_facts(const prap_call_event *event, prapi_call_step *step, prap_error *reterr) {
    bool given[PRAPI_CALL_FACT_END] = {false};
    if (event->n_facts > PRAP_CALL_FACTS_MAX) return prapi_fail(reterr, PRAP_E_LIMIT, "facts", "too many facts");
    if (event->facts == NULL && event->n_facts > 0) {
        return prapi_fail(reterr, PRAP_E_NULL, "facts", "the facts are missing");
    }
    for (uint32_t i = 1; i < PRAPI_CALL_FACT_END; i++) step->said[i].kind = kinds[i].absent;
    for (size_t i = 0; i < event->n_facts; i++) {
        const prap_call_fact *fact = &event->facts[i];
        const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(fact->fact);
        if (kind == NULL) return prapi_fail(reterr, PRAP_E_WORD, "facts", "there is no such fact of a call");
        if (!may_bring(event->event, fact->fact)) return fail_foreign(kind, reterr);
        const prap_status status = check_value(kind, fact);
        if (status != PRAP_OK) return fail_fact(kind, status, reterr);
        if (given[fact->fact]) return fail_fact(kind, PRAP_E_TWICE, reterr);
        given[fact->fact] = true;
        step->said[fact->fact] = (prapi_call_said){fact->kind, (int32_t)fact->value};
    }
    return PRAP_OK;
}

/* A moment is kept in UK local time, so that its day is the day of the service. */
static prap_status take_moment(const prap_call *call, const prap_call_event *event, prapi_call_step *step,
                               prap_error *reterr) {
    prap_status status = PRAP_OK;
    step->at = (prap_moment)PRAP_MOMENT_NONE;
    if (event->at.day == PRAP_DAY_NONE) {
        if (event->event != PRAP_CALL_EVENT_CALL_PLACED) return PRAP_OK;
        return prapi_fail(reterr, PRAP_E_REQUIRED, "at", "the moment of the call is required");
    }
    if (event->at.day < PRAP_DAY_MIN || event->at.day > PRAP_DAY_MAX) status = PRAP_E_DAY;
    step->at.day = event->at.day;
    if (event->at.minute != PRAP_MINUTE_NONE) {
        status = prap_moment_to_instant(event->at, &step->instant); /* which knows what is no day too */
        if (status == PRAP_OK) status = prap_moment_from_instant(step->instant, &step->at);
    } else if (event->event == PRAP_CALL_EVENT_CALL_PLACED) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, "at", "the hour and minute of the call are required");
    }
    if (status != PRAP_OK) return prapi_fail(reterr, status, "at", prap_status_meaning(status));
    const bool is_before = step->at.minute != PRAP_MINUTE_NONE && step->instant < call->now.last;
    if (!is_before && step->at.day >= call->now.last_day) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_ORDER, "at", "it is before what was told of the call already");
}

static uint32_t find(const prap_call *call, prap_text id) {
    for (uint32_t i = 0; i < call->now.n; i++) {
        const prapi_participant *one = &call->now.participants[i];
        if (prapi_text_equal(id, (prap_text){one->id, one->id_bytes})) return i;
    }
    return PRAP_CALL_NOBODY;
}

static uint32_t first_left(const prap_call *call) {
    for (uint32_t i = 0; i < call->now.n; i++) {
        if (prapi_call_is_left(&call->now.participants[i])) return i;
    }
    return PRAP_CALL_NOBODY;
}

/*
 * Two letters, six digits and perhaps a letter, however spaced: who names a participant so has mistaken the field, and
 * what is said of the session would repeat it.
 */
static bool is_like_nino(prap_text text) {
    enum { LETTERS = 2, DIGITS = 8, MOST = 9 };
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.bytes[i];
        const bool is_digit = c >= '0' && c <= '9', is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (c == ' ' || c == '-') continue;
        const bool letter_wanted = n < LETTERS || n == DIGITS;
        const bool fits = letter_wanted ? is_letter : is_digit;
        if (n == MOST || !fits) return false;
        n++;
    }
    return n >= DIGITS;
}

prap_status prap_call_participant_check(prap_text participant, prap_error *reterr) {
    if (!prapi_text_is_identifier(participant)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "participant", "an identifier is 1 to 64 bytes of printable UTF-8");
    }
    if (!is_like_nino(participant)) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_TEXT, "participant",
                      "it has the form of a National Insurance number; use an identifier that says nothing");
}

static prap_status take_participant(const prap_call *call, const prap_call_event *event, prapi_call_step *step,
                                    prap_error *reterr) {
    const uint32_t about = prapi_call_about(event->event);
    step->who = PRAP_CALL_NOBODY;
    step->id = event->participant;
    step->is_named = event->participant.n != 0;
    if (step->is_named) {
        if (about == PRAPI_ABOUT_CALL) {
            return prapi_fail(reterr, PRAP_E_RANGE, "participant", "this event is about the call, not a participant");
        }
        step->who = find(call, event->participant);
        return prap_call_participant_check(event->participant, reterr);
    }
    if (about == PRAPI_ABOUT_NEW || about == PRAPI_ABOUT_NAMED) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, "participant", "say which participant it is about");
    }
    if (about != PRAPI_ABOUT_CALL) step->who = call->now.current;
    if (about == PRAPI_ABOUT_NEXT && (step->who == PRAP_CALL_NOBODY || event->event == PRAP_CALL_EVENT_NEXT_PARTICIPANT)) {
        step->who = first_left(call);
    }
    return PRAP_OK;
}

prap_status prapi_call_take(const prap_call *call, const prap_call_event *event, prapi_call_step *ret_step,
                            prap_error *reterr) {
    prap_call_event ours;
    if (prapi_adopt(&ours, sizeof ours, event, event->size, sizeof ours) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "event", "the event's size is one this library cannot adopt");
    }
    if (prap_word_by_number(PRAP_WORDS_CALL_EVENT, ours.event) == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "event", "there is no such event of a call");
    }
    memset(ret_step, 0, sizeof *ret_step); /* MUT-EQUIV: every member is written before it is read */
    ret_step->event = ours.event;
    prap_status status = take_facts(&ours, ret_step, reterr);
    if (status == PRAP_OK) status = take_participant(call, &ours, ret_step, reterr);
    if (status == PRAP_OK) status = take_moment(call, &ours, ret_step, reterr);
    return status;
}
