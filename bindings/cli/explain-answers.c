/* explain-answers.c: the sentences of each kind of answer. */
#include <string.h>

#include "days-text.h"
#include "explain.h"

static const char *verdict_words(const char *verdict, bool duplicate) {
    if (duplicate) return "was recorded before; nothing changed";
    if (strcmp(verdict, "permitted") == 0) return "permitted";
    if (strcmp(verdict, "refused") == 0) return "REFUSED";
    if (strcmp(verdict, "undecided") == 0) return "UNDECIDED: a fact is missing";
    if (strcmp(verdict, "text-silent") == 0) return "THE GUIDANCE IS SILENT: a person must choose";
    return verdict;
}

/* A notice with no rule of its own is about any fact, and its sentence does not say which. */
static bool is_about_its_fact(const json_t *notice) {
    const char *name = cli_text_of(notice, "notice");
    const prap_word *word = prap_word_find(PRAP_WORDS_NOTICE, name, strlen(name));
    return cli_text_of(notice, "fact")[0] != '\0' && (word == NULL || word->rule == 0);
}

void cli_explain_verdict(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *notice;
    char words[CLI_DAY_WORDS_BYTES];
    const char *verdict = cli_text_of(object, "verdict"), *event = cli_text_of(object, "event");
    const bool permitted = strcmp(verdict, "permitted") == 0;
    fprintf(stream, "%s", cli_text_of(object, "case"));
    cli_explain_id(stream, object);
    fprintf(stream, ", %s: ", cli_day_words_of(cli_text_of(object, "as_of"), words));
    if (event[0] != '\0') fprintf(stream, "%s: ", event); /* answers once had none */
    fprintf(stream, "%s\n", verdict_words(verdict, json_is_true(json_object_get(object, "duplicate"))));
    cli_explain_reasons(stream, json_object_get(object, "reasons"));
    fputs("  ", stream);
    cli_explain_stage(stream, permitted ? "The case is now " : "The case stays ", object);
    cli_explain_outside(stream, object);
    if (permitted) cli_explain_deadlines(stream, json_object_get(object, "deadlines"), false);
    json_array_foreach(json_object_get(object, "notices"), i, notice) {
        fprintf(stream, "  note     for the %s: ", cli_text_of(notice, "to"));
        if (is_about_its_fact(notice)) {
            fprintf(stream, "%s: ", cli_meaning(PRAP_WORDS_FACT, cli_text_of(notice, "fact")));
        }
        fputs(cli_text_of(notice, "text"), stream);
        cli_explain_rule(stream, cli_text_of(notice, "rule"));
        fputc('\n', stream);
    }
}

/* The facts of an event of the history, as "name=value". */
static void put_facts(FILE *stream, const json_t *facts) {
    const char *separator = "; ";
    for (void *at = json_object_iter((json_t *)facts); at != NULL;
         at = json_object_iter_next((json_t *)facts, at)) {
        const json_t *value = json_object_iter_value(at);
        const char *name = json_object_iter_key(at);
        const prap_word *fact = prap_word_find(PRAP_WORDS_FACT, name, strlen(name));
        fprintf(stream, "%s%s ", separator, fact == NULL ? "(a fact of a later version)" : fact->name);
        if (json_is_boolean(value))
            fputs(json_is_true(value) ? "yes" : "no", stream);
        else if (json_is_integer(value))
            fprintf(stream, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        else
            fputs(cli_plain(value), stream);
        separator = ", ";
    }
}

void cli_explain_case(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *event, *code = json_object_get(object, "code");
    char words[CLI_DAY_WORDS_BYTES];
    const json_int_t attempts = json_integer_value(json_object_get(object, "attempts"));
    const json_int_t breaches = json_integer_value(json_object_get(object, "breaches"));
    fprintf(stream, "%s as it stood on ", cli_text_of(object, "case"));
    fprintf(stream, "%s\n  ", cli_day_words_of(cli_text_of(object, "as_of"), words));
    cli_explain_stage(stream, "", object);
    cli_explain_outside(stream, object);
    if (json_is_integer(code))
        fprintf(stream, "  Leaver code %" JSON_INTEGER_FORMAT ".\n", json_integer_value(code));
    if (attempts != 0)
        fprintf(stream, "  Attempts to reach the person: %" JSON_INTEGER_FORMAT ".\n", attempts);
    if (breaches != 0) fprintf(stream, "  Recorded against a rule: %" JSON_INTEGER_FORMAT ".\n", breaches);
    fputs("Deadlines\n", stream);
    cli_explain_deadlines(stream, json_object_get(object, "deadlines"), true);
    fputs("History\n", stream);
    json_array_foreach(json_object_get(object, "history"), i, event) {
        const char *on = cli_text_of(event, "on"), *recorded = cli_text_of(event, "recorded");
        fprintf(stream, "  %" JSON_INTEGER_FORMAT ". %s",
                json_integer_value(json_object_get(event, "sequence")), cli_day_words_of(on, words));
        if (strcmp(on, recorded) != 0) fprintf(stream, " (entered %s)", cli_day_words_of(recorded, words));
        fprintf(stream, ": %s", cli_text_of(event, "event"));
        put_facts(stream, json_object_get(event, "facts"));
        cli_explain_id(stream, event);
        fputc('\n', stream);
    }
}

/* The events of one verdict. A refusal says why; an event that needs facts names them. */
static void put_events(FILE *stream, const json_t *events, const char *verdict, const char *heading) {
    size_t i, j;
    const json_t *event, *need;
    bool any = false;
    json_array_foreach(events, i, event) {
        if (strcmp(cli_text_of(event, "verdict"), verdict) != 0) continue;
        if (!any) fprintf(stream, "  %s\n", heading);
        any = true;
        fprintf(stream, "    %s", cli_text_of(event, "event"));
        if (strcmp(verdict, "undecided") == 0) {
            json_array_foreach(json_object_get(event, "needs"), j, need) {
                fprintf(stream, "%s%s", j == 0 ? ": " : ", ", cli_plain(need));
            }
        } else if (strcmp(verdict, "permitted") != 0) {
            const json_t *first = json_array_get(json_object_get(event, "reasons"), 0);
            fprintf(stream, ": %s", cli_text_of(first, "why"));
            cli_explain_rule(stream, cli_text_of(first, "rule"));
        }
        fputc('\n', stream);
    }
}

void cli_explain_next(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES];
    const json_t *events = json_object_get(object, "events");
    fprintf(stream, "%s on %s\n  ", cli_text_of(object, "case"),
            cli_day_words_of(cli_text_of(object, "as_of"), words));
    cli_explain_stage(stream, "", object);
    cli_explain_outside(stream, object);
    put_events(stream, events, "permitted", "can be recorded now:");
    put_events(stream, events, "undecided", "can be judged once these facts are given:");
    put_events(stream, events, "text-silent", "the guidance is silent, a person must choose:");
    put_events(stream, events, "refused", "not now:");
}

void cli_explain_due(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES], when[48];
    const long left = (long)json_integer_value(json_object_get(object, "days_left"));
    const char *name = cli_text_of(object, "deadline"), *plural = left == 1 || left == -1 ? "" : "s";
    if (left < 0)
        snprintf(when, sizeof when, "OVERDUE %ld day%s", -left, plural);
    else if (left == 0)
        snprintf(when, sizeof when, "DUE TODAY");
    else
        snprintf(when, sizeof when, "in %ld day%s", left, plural);
    fprintf(stream, "%-16s %-27s %-6s %-16s ", when, cli_day_words_of(cli_text_of(object, "due"), words),
            name, cli_text_of(object, "stage"));
    fprintf(stream, "%s: %s (%s)\n", cli_text_of(object, "case"), cli_meaning(PRAP_WORDS_DEADLINE, name),
            cli_text_of(object, "rule"));
}
