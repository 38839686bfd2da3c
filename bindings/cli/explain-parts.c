/* explain-parts.c: what the sentences about answers, cases and lists have in common. */
#include <string.h>

#include "days-text.h"
#include "explain.h"

const char *cli_plain(const json_t *text) {
    const char *bytes = json_string_value(text);
    if (bytes == NULL) return "";
    for (size_t i = 0; bytes[i] != '\0'; i++) {
        const unsigned char byte = (unsigned char)bytes[i], next = (unsigned char)bytes[i + 1];
        const bool control = byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next < 0xA0); /* C0, DEL, C1 */
        if (control) return "(not printable)";
    }
    return bytes;
}

const char *cli_text_of(const json_t *object, const char *key) {
    return cli_plain(json_object_get(object, key));
}

void cli_explain_id(FILE *stream, const json_t *object) {
    const json_t *id = json_object_get(object, "id");
    if (json_is_string(id)) fprintf(stream, " (%s)", cli_plain(id));
    if (json_is_integer(id)) fprintf(stream, " (%" JSON_INTEGER_FORMAT ")", json_integer_value(id));
}

const char *cli_meaning(unsigned kind, const char *name) {
    const prap_word *word = prap_word_find(kind, name, strlen(name));
    return word == NULL ? name : word->meaning;
}

void cli_explain_rule(FILE *stream, const char *id) {
    const prap_rule *rule = prap_rule_find(id, strlen(id));
    if (id[0] == '\0') return;
    fputs(" (", stream);
    if (rule != NULL) {
        const prap_word *document = prap_word_by_number(PRAP_WORDS_DOCUMENT, rule->document);
        fprintf(stream, "%s %s, ", document == NULL ? "" : document->name, rule->paragraph);
    }
    fprintf(stream, "rule %s)", id);
}

/* A sentence of the tables begins small; at the beginning of a line it begins large. */
static void put_sentence(FILE *stream, const char *text) {
    if (text[0] == '\0') return;
    fputc(text[0] >= 'a' && text[0] <= 'z' ? text[0] - 'a' + 'A' : text[0], stream);
    fprintf(stream, "%s.", text + 1);
}

/* Which fact is not known, what it means, and what may be said of it. */
static void put_unknown_fact(FILE *stream, const char *name) {
    const prap_word *fact = prap_word_find(PRAP_WORDS_FACT, name, strlen(name));
    fprintf(stream, "Not known: %s", name);
    if (fact != NULL && fact->detail == PRAP_FACT_TYPE_OPTION) {
        const char *separator = ", one of ";
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
            const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
            if (option->detail != fact->number) continue;
            fprintf(stream, "%s%s", separator, option->name);
            separator = ", ";
        }
    } else if (fact != NULL) {
        fprintf(stream, ", %s%s", fact->detail == PRAP_FACT_TYPE_TRISTATE ? "whether " : "the ",
                fact->meaning);
    }
    fputc('.', stream);
}

void cli_explain_reasons(FILE *stream, const json_t *reasons) {
    size_t i;
    const json_t *reason;
    char words[CLI_DAY_WORDS_BYTES];
    json_array_foreach(reasons, i, reason) {
        const char *fact = cli_text_of(reason, "fact"), *cure = cli_text_of(reason, "cure");
        const char *event = cli_text_of(reason, "cure_event"), *earliest = cli_text_of(reason, "earliest");
        const bool unknown = strcmp(cli_text_of(reason, "severity"), "undecided") == 0 && fact[0] != '\0';
        fputs("  ", stream);
        if (unknown)
            put_unknown_fact(stream, fact);
        else
            put_sentence(stream, cli_text_of(reason, "why"));
        cli_explain_rule(stream, cli_text_of(reason, "rule"));
        /* The cure is for the guard that failed, which it has not yet. */
        fprintf(stream, "\n    What to do: %s%s",
                unknown ? "find out and say so; should it be in the way, " : "", cure);
        if (event[0] != '\0') fprintf(stream, " [%s]", event);
        fputs(".\n", stream);
        if (earliest[0] != '\0')
            fprintf(stream, "    Possible from %s.\n", cli_day_words_of(earliest, words));
    }
}

static void explain_deadline(FILE *stream, const json_t *deadline) {
    char words[CLI_DAY_WORDS_BYTES];
    const char *status = cli_text_of(deadline, "status"), *name = cli_text_of(deadline, "deadline");
    const char *due = cli_text_of(deadline, "due"), *prudent = cli_text_of(deadline, "prudent");
    fprintf(stream, "  %-8s ", strcmp(status, "overdue") == 0 ? "OVERDUE" : status);
    fprintf(stream, "%s: %s", cli_day_words_of(due, words), cli_meaning(PRAP_WORDS_DEADLINE, name));
    cli_explain_rule(stream, cli_text_of(deadline, "rule"));
    if (cli_text_of(deadline, "done")[0] != '\0') {
        fprintf(stream, ", done %s", cli_day_words_of(cli_text_of(deadline, "done"), words));
    } else if (strcmp(prudent, due) != 0 && strcmp(status, "open") == 0) {
        fprintf(stream, "; safer by %s", cli_day_words_of(prudent, words));
    }
    fputc('\n', stream);
}

void cli_explain_deadlines(FILE *stream, const json_t *deadlines, bool all) {
    size_t i;
    const json_t *deadline;
    json_array_foreach(deadlines, i, deadline) {
        const char *status = cli_text_of(deadline, "status");
        if (all || strcmp(status, "open") == 0 || strcmp(status, "overdue") == 0)
            explain_deadline(stream, deadline);
    }
}

void cli_explain_stage(FILE *stream, const char *before, const json_t *object) {
    const char *stage = cli_text_of(object, "stage"), *feed = cli_text_of(object, "feed");
    if (strcmp(stage, "none") == 0) {
        put_sentence(stream, cli_meaning(PRAP_WORDS_STATE, stage));
        fputc('\n', stream);
        return;
    }
    fprintf(stream, "%s%s: %s", before, stage, cli_meaning(PRAP_WORDS_STATE, stage));
    if (strcmp(feed, "open") == 0) fputs("; the earnings feed is open", stream);
    fputs(".\n", stream);
}
