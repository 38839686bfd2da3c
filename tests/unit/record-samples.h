/* record-samples.h: an event and a case to be written as records, and read again. */
#ifndef TEST_RECORD_SAMPLES_H
#define TEST_RECORD_SAMPLES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "record-bytes.h"
#include "referral/record.h"

enum { KEY = 0x1234, OTHER_KEY = 0x1235 };

static inline prapi_event an_event(void) {
    prapi_event event = {
        .programme = PRAP_PROGRAMME_IPES, .event = PRAP_EVENT_ACCEPT, .on = 19486, .recorded = 19487};
    event.sequence = 2;
    event.chain = 0xCAFEF00D;
    event.to = PRAP_STATE_ACCEPTED;
    event.feed = PRAP_FEED_NOT_OPEN;
    prapi_say(&event.facts, event.said, PRAP_FACT_SCR, (prapi_said){PRAP_VALUE_NO, 0});
    prapi_say(&event.facts, event.said, PRAP_FACT_CODE, (prapi_said){PRAP_VALUE_NUMBER, 46});
    prapi_say(&event.facts, event.said, PRAP_FACT_MADE, (prapi_said){PRAP_VALUE_DAY, PRAP_DAY_MIN});
    return event;
}

static inline prapi_case a_case(void) {
    prapi_case state;
    prapi_case_clear(&state);
    state.programme = PRAP_PROGRAMME_IPES;
    state.stage = PRAP_STATE_RECEIVED;
    state.version = 1;
    state.chain = 7;
    state.recorded = state.received_on = state.made_on = 19486;
    prapi_say(&state.facts, state.said, PRAP_FACT_SCR, (prapi_said){PRAP_VALUE_UNKNOWN, 0});
    return state;
}

/* The widest value that a fact may have. */
static inline prapi_said widest(uint32_t fact) {
    prapi_said said = {PRAP_VALUE_YES, 0};
    switch (prap_word_by_number(PRAP_WORDS_FACT, fact)->detail) {
    case PRAP_FACT_TYPE_NUMBER:
        return (prapi_said){PRAP_VALUE_NUMBER, INT32_MAX};
    case PRAP_FACT_TYPE_DAY:
        return (prapi_said){PRAP_VALUE_DAY, PRAP_DAY_MAX};
    case PRAP_FACT_TYPE_OPTION:
        said.kind = PRAP_VALUE_OPTION;
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
            const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
            if (option->detail == fact) said.value = (int32_t)option->number;
        }
    }
    return said;
}

struct bytes {
    uint8_t room[2 * PRAP_SNAPSHOT_BYTES];
    size_t n;
};

static inline struct bytes encode_event(const prapi_event *event) {
    struct bytes bytes = {.n = 0};
    uint32_t chain;
    prapi_event_encode(event, KEY, bytes.room, &bytes.n, &chain);
    return bytes;
}

static inline struct bytes encode_case(const prapi_case *state) {
    struct bytes bytes = {.n = 0};
    prapi_case_encode(state, KEY, bytes.room, &bytes.n);
    return bytes;
}

static inline prap_status decode_event(const struct bytes *bytes) {
    prapi_event event = {.event = 0};
    uint32_t chain;
    return prapi_event_decode((prap_bytes){bytes->room, bytes->n}, KEY, &event, &chain);
}

static inline prap_status decode_case(const struct bytes *bytes) {
    prapi_case state = {.stage = 0};
    return prapi_case_decode((prap_bytes){bytes->room, bytes->n}, KEY, &state);
}

#endif
