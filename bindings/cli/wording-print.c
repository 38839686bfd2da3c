/* wording-print.c: prints a wording file with every phrase and every word that the sentences use. */
#include <stdlib.h>
#include <string.h>

#include "json-out.h"
#include "output.h"
#include "wording.h"

static json_t *words_of(const struct cli_kind_row *kind) {
    json_t *words = cli_need(json_object());
    for (uint32_t i = 0; i < prap_word_count(kind->kind); i++) {
        const char *name = prap_word_at(kind->kind, i)->name;
        json_t *parts = cli_need(json_object());
        for (unsigned part = 0; part < CLI_PARTS; part++) {
            if ((kind->parts >> part & 1) == 0) continue;
            const char *text = cli_word(kind->kind, name, (enum cli_part)part, "");
            if (text[0] != '\0') cli_json_set_text(parts, cli_part_names[part], text); /* a finding may need no cure */
        }
        cli_json_set(words, name, parts);
    }
    return words;
}

int cli_wording_print(void) {
    json_t *object = cli_need(json_object()), *phrases = cli_need(json_object());
    json_t *words = cli_need(json_object());
    for (size_t i = 0; i < CLI_PHRASES; i++)
        cli_json_set_text(phrases, cli_phrase_rows[i].id, cli_phrase((enum cli_phrase)i));
    for (size_t i = 0; i < cli_kind_count; i++)
        cli_json_set(words, cli_kind_rows[i].name, words_of(&cli_kind_rows[i]));
    cli_json_set(object, "phrases", phrases);
    cli_json_set(object, "words", words);
    char *text = json_dumps(object, JSON_INDENT(2));
    if (text == NULL) cli_out_of_memory();
    const size_t n = strlen(text);
    text[n] = '\n'; /* in the place of its closing NUL */
    cli_put(text, n + 1);
    free(text);
    json_decref(object);
    return CLI_EXIT_ANSWERED;
}
