/* explain-outside.c: that a day lies outside the dates in force of the text that an answer comes from. */
#include <string.h>

#include "days-text.h"
#include "explain.h"

/* The document of the first rule that an answer cites, or NULL: the answer does not name its programme. */
static const prap_document *document_of(const json_t *object) {
    static const char *const lists[] = {"reasons", "deadlines", "notices", "events"};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        size_t k;
        const json_t *one;
        json_array_foreach(json_object_get(object, lists[i]), k, one) {
            /* In what `next` answers each event has its own reasons. */
            const json_t *reason = json_array_get(json_object_get(one, "reasons"), 0);
            const char *id = cli_text_of(reason == NULL ? one : reason, "rule");
            const prap_rule *rule = prap_rule_find(id, strlen(id));
            if (rule != NULL) return prap_document_by_number(rule->document);
        }
    }
    return NULL;
}

static void put_outside(FILE *stream, enum cli_phrase with_date, enum cli_phrase without, prap_day day) {
    char words[CLI_DAY_WORDS_BYTES];
    fputs("  ", stream);
    if (cli_date_words(day, words)[0] != '\0')
        cli_say(stream, with_date, "date", words, (char *)NULL);
    else
        fputs(cli_phrase(without), stream);
    fputc('\n', stream);
}

void cli_explain_outside(FILE *stream, const json_t *object) {
    const char *outside = cli_text_of(object, "outside");
    const prap_document *document = document_of(object);
    if (strcmp(outside, "before") == 0) {
        put_outside(stream, CLI_PHRASE_BEFORE_DATE, CLI_PHRASE_BEFORE,
                    document == NULL ? PRAP_DAY_NONE : document->first_day);
    } else if (strcmp(outside, "after") == 0) {
        put_outside(stream, CLI_PHRASE_AFTER_DATE, CLI_PHRASE_AFTER,
                    document == NULL ? PRAP_DAY_NONE : document->last_day);
    }
}
