/* explain-parts.c: what the sentences about answers, cases and lists have in common. */
#include <stdlib.h>
#include <string.h>

#include "days-text.h"
#include "explain.h"
#include "output.h"
#include "redact.h"
#include "text-stream.h"

const char *cli_plain_text(const char *text) {
    for (size_t i = 0; text[i] != '\0'; i++) {
        const unsigned char byte = (unsigned char)text[i], next = (unsigned char)text[i + 1];
        const bool control = byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next < 0xA0); /* C0, DEL, C1 */
        if (control) return cli_phrase(CLI_PHRASE_NOT_PRINTABLE);
    }
    return text;
}

const char *cli_plain(const json_t *text) {
    return json_is_string(text) ? cli_plain_text(json_string_value(text)) : "";
}

const char *cli_text_of(const json_t *object, const char *key) {
    return cli_plain(json_object_get(object, key));
}

void cli_explain_id(FILE *stream, const json_t *object) {
    const json_t *id = json_object_get(object, "id");
    if (json_is_string(id)) fprintf(stream, " (%s)", cli_plain(id));
    if (json_is_integer(id)) fprintf(stream, " (%" JSON_INTEGER_FORMAT ")", json_integer_value(id));
}

const char *cli_name(uint32_t kind, const char *name) {
    if (strcmp(name, CLI_REDACTED) == 0) return cli_phrase(CLI_PHRASE_HIDDEN);
    return cli_word(kind, name, CLI_PART_NAME, name);
}

const char *cli_meaning(uint32_t kind, const char *name) {
    return cli_word(kind, name, CLI_PART_MEANING, name);
}

const char *cli_why(const json_t *reason) {
    return cli_word(PRAP_WORDS_REASON, cli_text_of(reason, "reason"), CLI_PART_MEANING,
                    cli_text_of(reason, "why"));
}

void cli_explain_rule(FILE *stream, const char *id) {
    const prap_rule *rule = prap_rule_find(id, strlen(id));
    if (id[0] == '\0') return;
    fputc(' ', stream);
    if (rule != NULL && rule->paragraph[0] != '\0') { /* some stand outside the numbered paragraphs */
        const prap_word *document = prap_word_by_number(PRAP_WORDS_DOCUMENT, rule->document);
        cli_say(stream, CLI_PHRASE_RULE, "document", document == NULL ? "" : document->name, "paragraph",
                rule->paragraph, "rule", id, (char *)NULL);
    } else {
        cli_say(stream, CLI_PHRASE_RULE_ALONE, "rule", id, (char *)NULL);
    }
}

/* A sentence of the tables begins small; at the beginning of a line it begins large. */
void cli_explain_sentence(FILE *stream, const char *text) {
    if (text[0] == '\0') return;
    fputc(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0], stream);
    fprintf(stream, "%s.", text + 1);
}

/* The names of a fact's options, for the caller to free; "" when it has none. */
static char *options_of(const prap_word *fact) {
    struct cli_text text;
    const char *separator = "";
    FILE *stream = cli_text_open(&text);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
        const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
        if (option->detail != fact->number) continue;
        if (!cli_tells_sensitive() && prap_word_is_sensitive(PRAP_WORDS_OPTION, option->number) != 0) continue;
        fprintf(stream, "%s%s", separator, cli_name(PRAP_WORDS_OPTION, option->name));
        separator = ", ";
    }
    cli_text_close(&text, stream);
    return text.bytes;
}

/* Which fact is not known, what it means, and what may be said of it. */
void cli_explain_unknown_fact(FILE *stream, const char *name) {
    const prap_word *fact = prap_word_find(PRAP_WORDS_FACT, name, strlen(name));
    const char *shown = cli_name(PRAP_WORDS_FACT, name);
    if (fact == NULL) {
        cli_say(stream, CLI_PHRASE_NOT_KNOWN, "fact", shown, (char *)NULL);
    } else if (fact->detail == PRAP_FACT_TYPE_OPTION) {
        char *options = options_of(fact);
        cli_say(stream, CLI_PHRASE_NOT_KNOWN_ONE_OF, "fact", shown, "options", options, (char *)NULL);
        free(options);
    } else {
        const bool whether = fact->detail == PRAP_FACT_TYPE_TRISTATE;
        cli_say(stream, whether ? CLI_PHRASE_NOT_KNOWN_WHETHER : CLI_PHRASE_NOT_KNOWN_THE, "fact", shown,
                "meaning", cli_meaning(PRAP_WORDS_FACT, name), (char *)NULL);
    }
}

/* The cure is for the guard that failed; while its fact is unknown it has not yet. */
static void put_cure(FILE *stream, const json_t *reason, bool unknown) {
    const char *event = cli_text_of(reason, "cure_event");
    const char *cure = cli_word(PRAP_WORDS_REASON, cli_text_of(reason, "reason"), CLI_PART_CURE,
                                cli_text_of(reason, "cure"));
    enum cli_phrase phrase = unknown ? CLI_PHRASE_FIND_OUT : CLI_PHRASE_TO_DO;
    if (event[0] != '\0') phrase = unknown ? CLI_PHRASE_FIND_OUT_EVENT : CLI_PHRASE_TO_DO_EVENT;
    fputs("\n    ", stream);
    cli_say(stream, phrase, "cure", cure, "event", cli_name(PRAP_WORDS_EVENT, event), (char *)NULL);
    fputc('\n', stream);
}

void cli_explain_reasons(FILE *stream, const json_t *reasons) {
    size_t i;
    const json_t *reason;
    char words[CLI_DAY_WORDS_BYTES];
    json_array_foreach(reasons, i, reason) {
        const char *fact = cli_text_of(reason, "fact"), *earliest = cli_text_of(reason, "earliest");
        if (cli_is_redacted(reason)) continue;
        const bool unknown = strcmp(cli_text_of(reason, "severity"), "undecided") == 0 && fact[0] != '\0';
        fputs("  ", stream);
        if (unknown)
            cli_explain_unknown_fact(stream, fact);
        else
            cli_explain_sentence(stream, cli_why(reason));
        cli_explain_rule(stream, cli_text_of(reason, "rule"));
        put_cure(stream, reason, unknown);
        if (earliest[0] == '\0') continue;
        fputs("    ", stream);
        cli_say(stream, CLI_PHRASE_POSSIBLE_FROM, "day", cli_day_words_of(earliest, words), (char *)NULL);
        fputc('\n', stream);
    }
}

/* A status of a later version is shown as it is. */
static const char *status_words(const char *status) {
    static const struct {
        const char *status;
        enum cli_phrase phrase;
    } all[] = {{"open", CLI_PHRASE_STATUS_OPEN},
               {"overdue", CLI_PHRASE_STATUS_OVERDUE},
               {"met", CLI_PHRASE_STATUS_MET},
               {"missed", CLI_PHRASE_STATUS_MISSED},
               {"cleared", CLI_PHRASE_STATUS_CLEARED},
               {"not-defined", CLI_PHRASE_STATUS_NOT_DEFINED}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (strcmp(all[i].status, status) == 0) return cli_phrase(all[i].phrase);
    }
    return status;
}

void cli_explain_clock(FILE *stream, const json_t *deadline) {
    const char *source = cli_text_of(deadline, "source"), *rule = cli_text_of(deadline, "rule");
    const char *ambiguity = cli_text_of(deadline, "ambiguity");
    if (source[0] != '\0') {
        cli_say(stream, CLI_PHRASE_OWN_DEADLINE, "name", cli_text_of(deadline, "name"), "source", source, (char *)NULL);
        return;
    }
    fputs(cli_meaning(PRAP_WORDS_DEADLINE, cli_text_of(deadline, "deadline")), stream);
    if (rule[0] == '\0' && ambiguity[0] != '\0') fprintf(stream, " (%s)", ambiguity);
}

static void explain_deadline(FILE *stream, const json_t *deadline) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *status = cli_text_of(deadline, "status");
    const char *due = cli_text_of(deadline, "due"), *prudent = cli_text_of(deadline, "prudent");
    const char *done = cli_text_of(deadline, "done");
    fputs("  ", stream);
    cli_pad(stream, status_words(status), 8);
    if (due[0] != '\0') fprintf(stream, " %s", cli_day_words_of(due, words));
    fputs(": ", stream);
    cli_explain_clock(stream, deadline);
    cli_explain_rule(stream, cli_text_of(deadline, "rule"));
    if (done[0] != '\0') {
        fputs(", ", stream);
        cli_say(stream, CLI_PHRASE_DONE, "day", cli_day_words_of(done, words), (char *)NULL);
    } else if (strcmp(prudent, due) != 0 && strcmp(status, "open") == 0) {
        fputs("; ", stream);
        cli_say(stream, CLI_PHRASE_SAFER_BY, "day", cli_day_words_of(prudent, words), (char *)NULL);
    }
    if (json_is_true(json_object_get(deadline, "advisory"))) fprintf(stream, "; %s", cli_phrase(CLI_PHRASE_ADVISORY));
    fputc('\n', stream);
}

void cli_explain_deadlines(FILE *stream, const json_t *deadlines, bool all) {
    size_t i;
    const json_t *deadline;
    json_array_foreach(deadlines, i, deadline) {
        const char *status = cli_text_of(deadline, "status");
        if (cli_is_redacted(deadline)) continue;
        if (all || strcmp(status, "open") == 0 || strcmp(status, "overdue") == 0)
            explain_deadline(stream, deadline);
    }
}

void cli_explain_stage(FILE *stream, enum cli_phrase phrase, const json_t *object) {
    const char *stage = cli_text_of(object, "stage");
    const bool open = strcmp(cli_text_of(object, "feed"), "open") == 0;
    if (strcmp(stage, "none") == 0) {
        cli_explain_sentence(stream, cli_meaning(PRAP_WORDS_STATE, stage));
    } else {
        cli_say(stream, phrase, "stage", cli_name(PRAP_WORDS_STATE, stage), "meaning",
                cli_meaning(PRAP_WORDS_STATE, stage), "feed", open ? cli_phrase(CLI_PHRASE_FEED_OPEN) : "",
                (char *)NULL);
    }
    fputc('\n', stream);
}
