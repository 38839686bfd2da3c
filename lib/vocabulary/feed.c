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
#include "vocabulary/feed.def"
#undef X
};

uint32_t prapi_feed_effect(uint32_t programme, uint32_t trigger, uint32_t *ret_rule) {
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        if (cells[i].programme != programme || cells[i].trigger != trigger) continue;
        *ret_rule = cells[i].rule;
        return cells[i].effect;
    }
    *ret_rule = 0;
    return 0;
}
