/* feed.c: the table of what moves the earnings feed (rules.md 2.7). */
#include <stddef.h>

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

static const struct {
    uint32_t programme;
    uint32_t trigger;
    uint32_t effect;
    uint32_t rule;
} cells[] = {
#define X(PROGRAMME, TRIGGER, EFFECT, RULE)                                                                   \
    {PRAP_PROGRAMME_##PROGRAMME, PRAP_FEED_TRIGGER_##TRIGGER, PRAP_FEED_EFFECT_##EFFECT, PRAPI_RULE_##RULE},
#define E(EVENT, TRIGGER)
#include "vocabulary/feed.def"
#undef E
#undef X
};

static const struct {
    uint32_t event;
    uint32_t trigger;
} closings[] = {
#define X(PROGRAMME, TRIGGER, EFFECT, RULE)
#define E(EVENT, TRIGGER) {PRAP_EVENT_##EVENT, PRAP_FEED_TRIGGER_##TRIGGER},
#include "vocabulary/feed.def"
#undef E
#undef X
};

uint32_t prapi_feed_trigger(uint32_t event) {
    for (size_t i = 0; i != sizeof closings / sizeof closings[0]; i++) {
        if (closings[i].event == event) return closings[i].trigger;
    }
    return PRAP_FEED_TRIGGER_END_DATE;
}

uint32_t prapi_feed_effect(uint32_t programme, uint32_t trigger, uint32_t *ret_rule) {
    for (size_t i = 0; i != sizeof cells / sizeof cells[0]; i++) {
        if (cells[i].programme != programme || cells[i].trigger != trigger) continue;
        *ret_rule = cells[i].rule;
        return cells[i].effect;
    }
    *ret_rule = 0;
    return 0;
}
