/* explain-evidence.c: the sentences of checklist, records and notifications. */
#include <string.h>

#include "days-text.h"
#include "explain.h"

/* An item is a fact or an event: what it means. */
static const char *item_words(const char *item) {
    if (prap_word_find(PRAP_WORDS_FACT, item, strlen(item)) != NULL) return cli_meaning(PRAP_WORDS_FACT, item);
    return cli_meaning(PRAP_WORDS_EVENT, item);
}

static void put_heading(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES];
    cli_say(stream, CLI_PHRASE_CASE_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputc('\n', stream);
}

static void put_item(FILE *stream, const json_t *item) {
    const char *words = item_words(cli_text_of(item, "item")), *state = cli_text_of(item, "state");
    fputs("    ", stream);
    if (state[0] != '\0') cli_pad(stream, cli_name(PRAP_WORDS_CHECK, state), 10);
    const char *other = cli_text_of(item, "or");
    if (other[0] != '\0') {
        cli_say(stream, CLI_PHRASE_ITEM_OR, "item", words, "other", cli_meaning(PRAP_WORDS_EVENT, other), (char *)NULL);
    } else if (json_is_true(json_object_get(item, "required"))) {
        fputs(words, stream);
    } else {
        cli_say(stream, CLI_PHRASE_ITEM_OPTIONAL, "item", words, (char *)NULL);
    }
}

static void put_when(FILE *stream, const json_t *when) {
    for (void *at = json_object_iter((json_t *)when); at != NULL; at = json_object_iter_next((json_t *)when, at)) {
        const char *key = cli_plain_text(json_object_iter_key(at)), *value = cli_plain(json_object_iter_value(at));
        if (strcmp(key, "event") == 0) {
            cli_say(stream, CLI_PHRASE_ITEM_AFTER, "event", cli_name(PRAP_WORDS_EVENT, value), (char *)NULL);
        } else {
            cli_say(stream, CLI_PHRASE_ITEM_WHEN, "what", cli_name(PRAP_WORDS_FACT, key), "value",
                    cli_name(PRAP_WORDS_OPTION, value), (char *)NULL);
        }
    }
}

static void put_items(FILE *stream, const json_t *items) {
    size_t i;
    const json_t *item;
    json_array_foreach(items, i, item) {
        put_item(stream, item);
        put_when(stream, json_object_get(item, "when"));
        cli_explain_rule(stream, cli_text_of(item, "rule"));
        fputc('\n', stream);
    }
}

static void put_checklist(FILE *stream, const json_t *list) {
    char done[24], required[24];
    const bool opened = cli_text_of(list, "opened_by")[0] != '\0';
    snprintf(done, sizeof done, "%" JSON_INTEGER_FORMAT, json_integer_value(json_object_get(list, "done")));
    snprintf(required, sizeof required, "%" JSON_INTEGER_FORMAT,
             json_integer_value(json_object_get(list, "required")));
    fputs("  ", stream);
    cli_say(stream,
            json_is_true(json_object_get(list, "complete")) ? CLI_PHRASE_LIST_COMPLETE
            : opened                                        ? CLI_PHRASE_LIST_OPEN
                                                            : CLI_PHRASE_LIST_AHEAD,
            "list", cli_meaning(PRAP_WORDS_CHECKLIST, cli_text_of(list, "checklist")), "done", done, "required",
            required, (char *)NULL);
    fputc('\n', stream);
    put_items(stream, json_object_get(list, "items"));
}

static void put_record(FILE *stream, const json_t *record) {
    char from[CLI_DAY_WORDS_BYTES], to[CLI_DAY_WORDS_BYTES];
    fputs("  ", stream);
    cli_say(stream, CLI_PHRASE_KEPT, "record", cli_meaning(PRAP_WORDS_RECORD, cli_text_of(record, "record")),
            "retention", cli_meaning(PRAP_WORDS_RETENTION, cli_text_of(record, "retention")), (char *)NULL);
    if (cli_text_of(record, "first_on")[0] != '\0') {
        cli_say(stream, CLI_PHRASE_KEPT_FROM_TO, "from", cli_day_words_of(cli_text_of(record, "first_on"), from), "to",
                cli_day_words_of(cli_text_of(record, "last_on"), to), (char *)NULL);
    }
    cli_explain_rule(stream, cli_text_of(record, "rule"));
    fputc('\n', stream);
}

static void put_record_kind(FILE *stream, const json_t *object) {
    put_record(stream, object);
    fputs("    ", stream);
    cli_say(stream, CLI_PHRASE_KEPT_CONTENT, "when", cli_text_of(object, "when"), "content",
            cli_text_of(object, "content"), (char *)NULL);
    fprintf(stream, " (%s)\n", cli_text_of(object, "rules"));
}

static void put_notice_kind(FILE *stream, const json_t *object) {
    const char *notice = cli_text_of(object, "notice");
    cli_say(stream, CLI_PHRASE_TOLD, "recipient", cli_name(PRAP_WORDS_RECIPIENT, cli_text_of(object, "to")), "means",
            cli_meaning(PRAP_WORDS_MEANS, cli_text_of(object, "means")), "due",
            cli_meaning(PRAP_WORDS_NOTICE_DUE, cli_text_of(object, "due")), "text",
            cli_meaning(PRAP_WORDS_NOTICE, notice), (char *)NULL);
    cli_explain_rule(stream, cli_text_of(object, "rule"));
    fputc('\n', stream);
}

bool cli_explain_evidence(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *one, *lists = json_object_get(object, "checklists"), *records = json_object_get(object, "records");
    if (json_is_array(lists) || json_is_array(records)) {
        put_heading(stream, object);
        json_array_foreach(lists, i, one) put_checklist(stream, one);
        json_array_foreach(records, i, one) put_record(stream, one);
    } else if (json_is_array(json_object_get(object, "items"))) {
        fprintf(stream, "%s: %s\n", cli_meaning(PRAP_WORDS_CHECKLIST, cli_text_of(object, "checklist")),
                cli_meaning(PRAP_WORDS_FIELDS, cli_text_of(object, "fields")));
        put_items(stream, json_object_get(object, "items"));
    } else if (json_is_string(json_object_get(object, "record"))) {
        put_record_kind(stream, object);
    } else if (json_is_string(json_object_get(object, "notice"))) {
        put_notice_kind(stream, object);
    } else {
        return false;
    }
    return true;
}
