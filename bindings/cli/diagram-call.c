/*
 * diagram-call.c: prap diagram call: the steps of a call, from its rows. A row that ends in checks has two ways: where
 * it leads when they are passed, and where when one is not.
 */
#include "diagram-call.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "diagram.h"
#include "output.h"
#include "text-stream.h"

static const struct {
    const char *name;
    void (*print)(const struct cli_call_ways *ways, FILE *out);
} formats[] = {
    {"mermaid", cli_call_mermaid},
    {"dot", cli_call_dot},
    {"scxml", cli_call_scxml},
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

/* Which ways are drawn. */
struct drawing {
    const uint32_t *around; /* only what leaves or enters one of these stages */
    size_t n_around;        /* 0: everything */
    bool forbidden;
};

static bool is_around(const struct drawing *drawing, uint32_t stage) {
    for (size_t i = 0; i < drawing->n_around; i++) {
        if (drawing->around[i] == stage) return true;
    }
    return false;
}

static void add(const struct drawing *drawing, struct cli_call_ways *ways, struct cli_call_way way) {
    if (way.to == 0 && !drawing->forbidden) return;
    if (drawing->n_around > 0 && !is_around(drawing, way.from) && !is_around(drawing, way.to)) return;
    struct cli_call_way *grown = realloc(ways->all, (ways->n + 1) * sizeof *grown);
    if (grown == NULL) cli_out_of_memory();
    ways->all = grown;
    ways->all[ways->n++] = way;
}

static void add_row(const struct drawing *drawing, struct cli_call_ways *ways, const prap_call_move *move) {
    const bool checks = move->n_checks > 0;
    for (uint32_t i = 0; i < move->n_from; i++) {
        const uint32_t from = move->from[i], to = move->to == PRAP_CALL_STAYS ? from : move->to;
        add(drawing, ways, (struct cli_call_way){move, from, to, checks ? CLI_CALL_PASSED : CLI_CALL_NO_CHECKS});
        if (checks) add(drawing, ways, (struct cli_call_way){move, from, move->otherwise, CLI_CALL_FAILED});
    }
}

/* Prints the ways of all rows, which are read for the length of it. */
static void draw(const struct drawing *drawing, size_t format) {
    const uint32_t n_moves = prap_call_move_count();
    struct cli_call_ways ways = {NULL, 0};
    prap_call_move *moves = calloc(n_moves, sizeof *moves);
    struct cli_text text;
    if (moves == NULL) cli_out_of_memory();
    for (uint32_t i = 0; i < n_moves; i++) {
        moves[i].size = sizeof moves[i];
        if (prap_call_move_get(i, &moves[i]) != PRAP_OK) abort();
        add_row(drawing, &ways, &moves[i]);
    }
    FILE *stream = cli_text_open(&text);
    formats[format].print(&ways, stream);
    cli_text_close(&text, stream);
    cli_put(text.bytes, text.n);
    free(text.bytes);
    free(ways.all);
    free(moves);
}

bool cli_call_is_shown(const struct cli_call_ways *ways, uint32_t stage) {
    for (size_t i = 0; i < ways->n; i++) {
        if (ways->all[i].from == stage || ways->all[i].to == stage) return true;
    }
    return false;
}

const char *cli_call_stage(uint32_t stage) {
    return cli_diagram_word(PRAP_WORDS_CALL_STAGE, stage);
}

int cli_diagram_call(const struct cli_arguments *arguments) {
    const char *name = cli_value(arguments, CLI_FORMAT);
    size_t format = 0;
    while (format < FORMATS && (name == NULL || strcmp(formats[format].name, name) != 0)) format++;
    if (format == FORMATS) {
        cli_wrong_use(arguments->command, "--format is one of: mermaid dot scxml");
        return CLI_EXIT_USE;
    }
    struct drawing drawing = {.forbidden = cli_has(arguments, CLI_FORBIDDEN)};
    uint32_t *stages = calloc(arguments->n_given + 1, sizeof *stages);
    if (stages == NULL) cli_out_of_memory();
    const bool right = cli_diagram_states(arguments, PRAP_WORDS_CALL_STAGE, stages, &drawing.n_around);
    drawing.around = stages;
    if (right) draw(&drawing, format);
    free(stages);
    return right ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
}
