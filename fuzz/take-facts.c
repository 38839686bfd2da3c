/* take-facts.c: see take-facts.h. */
#include "take-facts.h"

enum { FACTS = 1024, OPTIONS = 16 };

/* The options of each fact and the type of it, looked up once: a walk over the vocabulary costs more than a judgment. Before
   the first input, which does what every other does. */
static struct {
    uint32_t type[FACTS];
    uint32_t n_options[FACTS];
    uint32_t options[FACTS][OPTIONS];
} table;

__attribute__((constructor)) static void make_table(void) {
    const prap_word *word;
    for (uint32_t i = 0; (word = prap_word_at(PRAP_WORDS_FACT, i)) != NULL; i++) {
        if (word->number < FACTS) table.type[word->number] = word->detail;
    }
    for (uint32_t i = 0; (word = prap_word_at(PRAP_WORDS_OPTION, i)) != NULL; i++) {
        if (word->detail >= FACTS || table.n_options[word->detail] == OPTIONS) continue;
        table.options[word->detail][table.n_options[word->detail]++] = word->number;
    }
}

prap_fact take_value(struct rest *rest, uint32_t fact, prap_day about) {
    const uint32_t byte = take(rest);
    prap_fact drawn = {fact, PRAP_VALUE_UNKNOWN, 0};
    if (fact >= FACTS || table.type[fact] == 0 || byte == 255) return drawn;
    if (byte == 254) return (prap_fact){fact, PRAP_VALUE_OPTION, 7};
    switch (table.type[fact]) {
    case PRAP_FACT_TYPE_TRISTATE: return (prap_fact){fact, (byte & 1) != 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES, 0};
    case PRAP_FACT_TYPE_NUMBER: return (prap_fact){fact, PRAP_VALUE_NUMBER, (int64_t)byte - 3};
    case PRAP_FACT_TYPE_DAY: return (prap_fact){fact, PRAP_VALUE_DAY, (int64_t)about - (int64_t)byte % 100};
    }
    const uint32_t n = table.n_options[fact];
    return (prap_fact){fact, PRAP_VALUE_OPTION, n == 0 ? byte : table.options[fact][byte % n]};
}
