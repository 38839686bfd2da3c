/* explain-answers.c: the sentences of each kind of answer. */
#include <stdlib.h>
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "redact.h"

static const char *verdict_words(const char *verdict, bool duplicate) {
    if (duplicate) return cli_phrase(CLI_PHRASE_RECORDED_BEFORE);
    if (strcmp(verdict, "permitted") == 0) return cli_phrase(CLI_PHRASE_PERMITTED);
    if (strcmp(verdict, "refused") == 0) return cli_phrase(CLI_PHRASE_REFUSED);
    if (strcmp(verdict, "undecided") == 0) return cli_phrase(CLI_PHRASE_UNDECIDED);
    if (strcmp(verdict, "text-silent") == 0) return cli_phrase(CLI_PHRASE_SILENT);
    return verdict;
}

/* A notice with no rule of its own is about any fact, and its sentence does not say which. */
static bool is_about_its_fact(const json_t *notice) {
    const char *name = cli_text_of(notice, "notice");
    const prap_word *word = prap_word_find(PRAP_WORDS_NOTICE, name, strlen(name));
    return cli_text_of(notice, "fact")[0] != '\0' && (word == NULL || word->rule == 0);
}

static void explain_notice(FILE *stream, const json_t *notice) {
    const char *means = cli_text_of(notice, "means");
    if (cli_is_redacted(notice)) return;
    const char *text = cli_word(PRAP_WORDS_NOTICE, cli_text_of(notice, "notice"), CLI_PART_MEANING,
                                cli_text_of(notice, "text"));
    fputs("  ", stream);
    cli_pad(stream, cli_phrase(CLI_PHRASE_NOTE), 8);
    fputc(' ', stream);
    cli_say(stream, is_about_its_fact(notice) ? CLI_PHRASE_NOTICE_OF_FACT : CLI_PHRASE_NOTICE, "recipient",
            cli_name(PRAP_WORDS_RECIPIENT, cli_text_of(notice, "to")), "fact",
            cli_meaning(PRAP_WORDS_FACT, cli_text_of(notice, "fact")), "text", text, (char *)NULL);
    if (means[0] != '\0') {
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_BY_MEANS, "means", cli_meaning(PRAP_WORDS_MEANS, means), (char *)NULL);
    }
    cli_explain_rule(stream, cli_text_of(notice, "rule"));
    fputc('\n', stream);
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
    if (event[0] != '\0')
        fprintf(stream, "%s: ", cli_name(PRAP_WORDS_EVENT, event)); /* answers once had none */
    fprintf(stream, "%s\n", verdict_words(verdict, json_is_true(json_object_get(object, "duplicate"))));
    cli_explain_reasons(stream, json_object_get(object, "reasons"));
    fputs("  ", stream);
    cli_explain_stage(stream, permitted ? CLI_PHRASE_CASE_NOW : CLI_PHRASE_CASE_STAYS, object);
    cli_explain_regions(stream, object);
    cli_explain_outside(stream, object);
    if (permitted) cli_explain_deadlines(stream, json_object_get(object, "deadlines"), false);
    json_array_foreach(json_object_get(object, "notices"), i, notice) {
        explain_notice(stream, notice);
    }
}

/* The facts of an event of the history, as "name=value". */
static void put_facts(FILE *stream, const json_t *facts) {
    const char *separator = "; ";
    for (void *at = json_object_iter((json_t *)facts); at != NULL;
         at = json_object_iter_next((json_t *)facts, at)) {
        const json_t *value = json_object_iter_value(at);
        const char *name = json_object_iter_key(at);
        if (strcmp(name, CLI_REDACTED) == 0) continue;
        const prap_word *fact = prap_word_find(PRAP_WORDS_FACT, name, strlen(name));
        fprintf(stream, "%s%s ", separator,
                fact == NULL ? cli_phrase(CLI_PHRASE_LATER_FACT) : cli_name(PRAP_WORDS_FACT, name));
        if (json_is_boolean(value))
            fputs(cli_phrase(json_is_true(value) ? CLI_PHRASE_YES : CLI_PHRASE_NO), stream);
        else if (json_is_integer(value))
            fprintf(stream, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        else if (strcmp(cli_plain(value), "unknown") == 0)
            fputs(cli_phrase(CLI_PHRASE_UNKNOWN), stream);
        else
            fputs(cli_name(PRAP_WORDS_OPTION, cli_plain(value)), stream);
        separator = ", ";
    }
}

/* What it was recorded over, and whether a later entry voids it. */
static void put_judged(FILE *stream, const json_t *event) {
    size_t i;
    const json_t *reason, *voided = json_object_get(event, "voided_by");
    json_array_foreach(json_object_get(event, "broke"), i, reason) {
        if (cli_is_redacted(reason)) continue;
        fputs("; ", stream);
        cli_say(stream, CLI_PHRASE_ALTHOUGH, "why", cli_why(reason), (char *)NULL);
        cli_explain_rule(stream, cli_text_of(reason, "rule"));
    }
    if (!json_is_integer(voided)) return;
    char text[24];
    snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, json_integer_value(voided));
    fputs("; ", stream);
    cli_say(stream, CLI_PHRASE_VOIDED, "n", text, (char *)NULL);
}

static void put_past_event(FILE *stream, const json_t *event) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *on = cli_text_of(event, "on"), *recorded = cli_text_of(event, "recorded");
    fprintf(stream, "  %" JSON_INTEGER_FORMAT ". %s", json_integer_value(json_object_get(event, "sequence")),
            cli_day_words_of(on, words));
    if (strcmp(on, recorded) != 0) {
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_ENTERED, "day", cli_day_words_of(recorded, words), (char *)NULL);
    }
    fprintf(stream, ": %s", cli_name(PRAP_WORDS_EVENT, cli_text_of(event, "event")));
    put_facts(stream, json_object_get(event, "facts"));
    put_judged(stream, event);
    cli_explain_id(stream, event);
    fputc('\n', stream);
}

/* A line of its own about a number. */
static void put_count(FILE *stream, enum cli_phrase phrase, const char *place, json_int_t n) {
    char text[24];
    snprintf(text, sizeof text, "%" JSON_INTEGER_FORMAT, n);
    fputs("  ", stream);
    cli_say(stream, phrase, place, text, (char *)NULL);
    fputc('\n', stream);
}

/* What is known of the case beside its stage. */
static void put_known(FILE *stream, const json_t *object) {
    static const struct {
        const char *key, *place;
        enum cli_phrase phrase;
    } counts[] = {{"code", "code", CLI_PHRASE_LEAVER_CODE},
                  {"attempts", "n", CLI_PHRASE_ATTEMPTS},
                  {"attempts_failed", "n", CLI_PHRASE_ATTEMPTS_FAILED},
                  {"breaches", "n", CLI_PHRASE_BREACHES}};
    const char *outcome = cli_text_of(object, "outcome");
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        const json_int_t n = json_integer_value(json_object_get(object, counts[i].key));
        if (n != 0) put_count(stream, counts[i].phrase, counts[i].place, n);
    }
    if (outcome[0] != '\0') {
        fputs("  ", stream);
        cli_say(stream, CLI_PHRASE_OUTCOME, "reason", cli_name(PRAP_WORDS_OPTION, outcome), (char *)NULL);
        fputc('\n', stream);
    }
    if (json_is_true(json_object_get(object, "imported")))
        fprintf(stream, "  %s\n", cli_phrase(CLI_PHRASE_IMPORTED));
}

void cli_explain_case(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *event;
    char words[CLI_DAY_WORDS_BYTES];
    cli_say(stream, CLI_PHRASE_CASE_AS_IT_STOOD, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputs("\n  ", stream);
    cli_explain_stage(stream, CLI_PHRASE_CASE_AT, object);
    cli_explain_regions(stream, object);
    cli_explain_outside(stream, object);
    put_known(stream, object);
    fprintf(stream, "%s\n", cli_phrase(CLI_PHRASE_DEADLINES));
    cli_explain_deadlines(stream, json_object_get(object, "deadlines"), true);
    fprintf(stream, "%s\n", cli_phrase(CLI_PHRASE_HISTORY));
    json_array_foreach(json_object_get(object, "history"), i, event) {
        put_past_event(stream, event);
    }
}

/* The events of one verdict. A refusal says why; an event that needs facts names them. */
static void put_events(FILE *stream, const json_t *events, const char *verdict, enum cli_phrase heading) {
    size_t i, j;
    const json_t *event, *need;
    bool any = false;
    json_array_foreach(events, i, event) {
        if (strcmp(cli_text_of(event, "verdict"), verdict) != 0 || cli_is_redacted(event)) continue;
        if (!any) fprintf(stream, "  %s\n", cli_phrase(heading));
        any = true;
        fprintf(stream, "    %s", cli_name(PRAP_WORDS_EVENT, cli_text_of(event, "event")));
        cli_explain_with(stream, event);
        if (strcmp(verdict, "undecided") == 0) {
            json_array_foreach(json_object_get(event, "needs"), j, need) {
                fprintf(stream, "%s%s", j == 0 ? ": " : ", ", cli_name(PRAP_WORDS_FACT, cli_plain(need)));
            }
        } else if (strcmp(verdict, "permitted") != 0) {
            const json_t *first = json_array_get(json_object_get(event, "reasons"), 0);
            fprintf(stream, ": %s", cli_is_redacted(first) ? cli_phrase(CLI_PHRASE_HIDDEN) : cli_why(first));
            if (!cli_is_redacted(first)) cli_explain_rule(stream, cli_text_of(first, "rule"));
        }
        fputc('\n', stream);
    }
}

void cli_explain_next(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES];
    const json_t *events = json_object_get(object, "events");
    cli_say(stream, CLI_PHRASE_CASE_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputs("\n  ", stream);
    cli_explain_stage(stream, CLI_PHRASE_CASE_AT, object);
    cli_explain_outside(stream, object);
    put_events(stream, events, "permitted", CLI_PHRASE_NEXT_PERMITTED);
    put_events(stream, events, "undecided", CLI_PHRASE_NEXT_UNDECIDED);
    put_events(stream, events, "text-silent", CLI_PHRASE_NEXT_SILENT);
    put_events(stream, events, "refused", CLI_PHRASE_NEXT_REFUSED);
}

void cli_explain_due(FILE *stream, const json_t *object) {
    char words[CLI_DAY_WORDS_BYTES], n[24];
    const json_int_t left = json_integer_value(json_object_get(object, "days_left"));
    const char *name = cli_text_of(object, "deadline");
    enum cli_phrase phrase = left < 0 ? CLI_PHRASE_OVERDUE_DAYS : CLI_PHRASE_IN_DAYS;
    if (left == 0) phrase = CLI_PHRASE_DUE_TODAY;
    if (left == 1) phrase = CLI_PHRASE_IN_DAY;
    if (left == -1) phrase = CLI_PHRASE_OVERDUE_DAY;
    snprintf(n, sizeof n, "%" JSON_INTEGER_FORMAT, left);
    char *when = cli_said(phrase, "n", left < 0 ? n + 1 : n, (char *)NULL);
    cli_pad(stream, when, 16);
    free(when);
    fputc(' ', stream);
    cli_pad(stream, cli_day_words_of(cli_text_of(object, "due"), words), 27);
    fputc(' ', stream);
    cli_pad(stream, cli_name(PRAP_WORDS_DEADLINE, name), 6);
    fputc(' ', stream);
    cli_pad(stream, cli_name(PRAP_WORDS_STATE, cli_text_of(object, "stage")), 16);
    fprintf(stream, " %s: ", cli_text_of(object, "case"));
    const char *rule = cli_text_of(object, "rule");
    if (cli_is_redacted(object)) {
        fputs(cli_phrase(CLI_PHRASE_HIDDEN), stream);
    } else {
        cli_explain_clock(stream, object);
        if (rule[0] != '\0') fprintf(stream, " (%s)", rule);
    }
    const char *usable = cli_text_of(object, "last_usable");
    if (usable[0] != '\0') {
        fputc(' ', stream);
        cli_say(stream, CLI_PHRASE_DUE_LAST_USABLE, "moment", usable, (char *)NULL);
    }
    fputc('\n', stream);
}
