/* explain-path.c: the sentences of path. */
#include "days-text.h"
#include "explain.h"
#include "redact.h"

static void put_needs(FILE *stream, const json_t *needs) {
    size_t i;
    const json_t *need;
    if (json_array_size(needs) == 0) return;
    fprintf(stream, "; %s", cli_phrase(CLI_PHRASE_PATH_NEEDS));
    json_array_foreach(needs, i, need) {
        const bool hidden = cli_is_redacted(need);
        fprintf(stream, "%s%s", i == 0 ? " " : ", ",
                hidden ? cli_phrase(CLI_PHRASE_HIDDEN) : cli_name(PRAP_WORDS_FACT, cli_plain(need)));
    }
}

/* Who does what, with what, by when; what is missing; and what may come instead. */
static void put_step(FILE *stream, size_t number, const json_t *step) {
    char words[CLI_DAY_WORDS_BYTES];
    if (cli_is_redacted(step)) {
        fprintf(stream, "    %zu. %s\n", number, cli_phrase(CLI_PHRASE_HIDDEN));
        return;
    }
    const char *soon = cli_text_of(step, "soon"), *due = cli_text_of(step, "due");
    fprintf(stream, "    %zu. %s", number, cli_name(PRAP_WORDS_EVENT, cli_text_of(step, "event")));
    cli_explain_with(stream, step);
    fprintf(stream, ": %s", cli_meaning(PRAP_WORDS_ACTOR, cli_text_of(step, "actor")));
    if (soon[0] != '\0') fprintf(stream, ", %s", cli_name(PRAP_WORDS_NOTICE_DUE, soon));
    if (due[0] != '\0') {
        fputs(", ", stream);
        cli_say(stream, CLI_PHRASE_PATH_DUE, "day", cli_day_words_of(due, words), (char *)NULL);
    }
    put_needs(stream, json_object_get(step, "needs"));
    cli_explain_rule(stream, cli_text_of(step, "rule"));
    fputc('\n', stream);
    const json_t *otherwise = json_object_get(step, "otherwise");
    if (otherwise == NULL || cli_is_redacted(otherwise)) return;
    fputs("       ", stream);
    cli_say(stream, CLI_PHRASE_PATH_OTHERWISE, "event", cli_name(PRAP_WORDS_EVENT, cli_text_of(otherwise, "event")),
            "stage", cli_name(PRAP_WORDS_STATE, cli_text_of(otherwise, "to")), (char *)NULL);
    fputc('\n', stream);
}

static enum cli_phrase heading_of(const json_t *object, size_t n) {
    if (n != 0) return CLI_PHRASE_PATH_STEPS;
    if (json_is_true(json_object_get(object, "found"))) return CLI_PHRASE_PATH_CLOSED;
    return json_is_true(json_object_get(object, "cut")) ? CLI_PHRASE_PATH_CUT : CLI_PHRASE_PATH_NONE;
}

void cli_explain_path(FILE *stream, const json_t *object) {
    size_t i;
    const json_t *step, *steps = json_object_get(object, "steps");
    char words[CLI_DAY_WORDS_BYTES];
    cli_say(stream, CLI_PHRASE_CASE_ON, "case", cli_text_of(object, "case"), "day",
            cli_day_words_of(cli_text_of(object, "as_of"), words), (char *)NULL);
    fputs("\n  ", stream);
    cli_explain_stage(stream, CLI_PHRASE_CASE_AT, object);
    cli_explain_outside(stream, object);
    fprintf(stream, "  %s\n", cli_phrase(heading_of(object, json_array_size(steps))));
    json_array_foreach(steps, i, step) put_step(stream, i + 1, step);
    if (json_array_size(steps) == 0) return;
    fputs("  ", stream);
    cli_say(stream, CLI_PHRASE_PATH_END, "stage", cli_name(PRAP_WORDS_STATE, cli_text_of(object, "to")), "feed",
            cli_name(PRAP_WORDS_FEED, cli_text_of(object, "feed")), (char *)NULL);
    fputc('\n', stream);
}
