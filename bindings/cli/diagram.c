/* diagram.c: prap diagram: which moves are drawn. */
#include "diagram.h"

#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "output.h"
#include "text-stream.h"

static const struct {
    const char *name;
    void (*print)(const struct cli_diagram *diagram, FILE *out);
} formats[] = {
    {"mermaid", cli_diagram_mermaid},
    {"dot", cli_diagram_dot},
    {"scxml", cli_diagram_scxml},
};

enum { FORMATS = sizeof formats / sizeof formats[0] };

static bool is_from(const prap_move *move, uint32_t state) {
    for (uint32_t i = 0; i < move->n_from; i++) {
        if (move->from[i] == state) return true;
    }
    return false;
}

static bool is_around(const struct cli_diagram *diagram, uint32_t state) {
    for (size_t i = 0; i < diagram->n_around; i++) {
        if (diagram->around[i] == state) return true;
    }
    return false;
}

uint32_t cli_diagram_to(const prap_move *move, uint32_t from) {
    return move->to == PRAP_MOVE_STAYS ? from : move->to;
}

/* Is the event judged by another move at this state before the table comes to this one? */
static bool is_never_reached(const struct cli_diagram *diagram, const prap_move *move, uint32_t state) {
    for (const prap_move *earlier = diagram->moves; earlier < move; earlier++) {
        if (earlier->event != move->event && earlier->event != 0) continue;
        if (earlier->fact != 0 || earlier->policy != 0 || earlier->region != 0 || earlier->by != 0) continue;
        if (is_from(earlier, state)) return true;
    }
    return false;
}

/* Does the programme have the state: does a case begin there, or is it led there? */
static bool has_state(const struct cli_diagram *diagram, uint32_t state) {
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        if (diagram->moves[i].to == state) return true;
    }
    return state == PRAP_STATE_NONE;
}

bool cli_diagram_leaves(const struct cli_diagram *diagram, const prap_move *move, uint32_t state) {
    if (!has_state(diagram, state)) return false;
    if (!is_from(move, state)) return false;
    if (move->to == PRAP_STATE_NONE && !diagram->forbidden) return false;
    if (is_never_reached(diagram, move, state)) return false;
    if (diagram->n_around == 0 || is_around(diagram, state)) return true;
    return move->to != PRAP_STATE_NONE && is_around(diagram, cli_diagram_to(move, state));
}

static bool enters(const struct cli_diagram *diagram, const prap_move *move, uint32_t state) {
    if (move->to != state || move->to == PRAP_STATE_NONE) return false;
    for (uint32_t i = 0; i < move->n_from; i++) {
        if (cli_diagram_leaves(diagram, move, move->from[i])) return true;
    }
    return false;
}

bool cli_diagram_shows(const struct cli_diagram *diagram, uint32_t state) {
    if (is_around(diagram, state)) return true;
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        const prap_move *move = &diagram->moves[i];
        if (cli_diagram_leaves(diagram, move, state) || enters(diagram, move, state)) return true;
    }
    return false;
}

bool cli_diagram_is_final(const struct cli_diagram *diagram, const prap_word *state) {
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        if (cli_diagram_leaves(diagram, &diagram->moves[i], state->number)) return false;
    }
    return state->detail != 0;
}

/* Says which words would do, on one line. */
static void wrong_word(const struct cli_arguments *arguments, const char *what, uint32_t kind) {
    struct cli_text list;
    FILE *stream = cli_text_open(&list);
    for (uint32_t i = 0; i < prap_word_count(kind); i++) {
        const prap_word *word = prap_word_at(kind, i);
        if (kind == PRAP_WORDS_PROGRAMME && prap_move_count(word->number) == 0) continue;
        fprintf(stream, " %s", word->name);
    }
    if (kind == PRAP_WORDS_PROGRAMME) fputs(" call", stream);
    cli_text_close(&list, stream);
    cli_wrong_use(arguments->command, "%s is one of:%s", what, list.bytes);
    free(list.bytes);
}

static void print(const struct cli_diagram *diagram, size_t format) {
    struct cli_text text;
    FILE *stream = cli_text_open(&text);
    formats[format].print(diagram, stream);
    cli_text_close(&text, stream);
    cli_put(text.bytes, text.n);
    free(text.bytes);
}

/* Reads the rows and prints them. */
static void draw(struct cli_diagram *diagram, size_t format) {
    const uint32_t programme = diagram->programme->number;
    diagram->n_moves = prap_move_count(programme);
    prap_move *moves = calloc(diagram->n_moves, sizeof *moves);
    if (moves == NULL) cli_out_of_memory();
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        moves[i].size = sizeof moves[i];
        if (prap_move_get(programme, i, &moves[i]) != PRAP_OK) abort();
    }
    diagram->moves = moves;
    print(diagram, format);
    free(moves);
}

bool cli_diagram_states(const struct cli_arguments *arguments, uint32_t kind, uint32_t *states, size_t *ret_n) {
    *ret_n = 0;
    for (size_t i = 0; i < arguments->n_given; i++) {
        const struct cli_given *given = &arguments->given[i];
        if (given->option != CLI_STATE) continue;
        const prap_word *state = prap_word_find(kind, given->value, strlen(given->value));
        if (state == NULL) {
            wrong_word(arguments, "--state", kind);
            return false;
        }
        states[(*ret_n)++] = state->number;
    }
    return true;
}

int cli_diagram(const struct cli_arguments *arguments) {
    struct cli_diagram diagram = {.forbidden = cli_has(arguments, CLI_FORBIDDEN)};
    const char *programme = arguments->operands[0];
    if (strcmp(programme, "call") == 0) return cli_diagram_call(arguments);
    const char *format = cli_value(arguments, CLI_FORMAT);
    size_t f = 0;
    while (f < FORMATS && (format == NULL || strcmp(formats[f].name, format) != 0))
        f++;
    if (f == FORMATS) {
        cli_wrong_use(arguments->command, "--format is one of: mermaid dot scxml");
        return CLI_EXIT_USE;
    }
    diagram.programme = prap_word_find(PRAP_WORDS_PROGRAMME, programme, strlen(programme));
    if (diagram.programme == NULL || prap_move_count(diagram.programme->number) == 0) {
        wrong_word(arguments, "PROGRAMME", PRAP_WORDS_PROGRAMME);
        return CLI_EXIT_USE;
    }
    uint32_t *states = calloc(arguments->n_given, sizeof *states);
    if (states == NULL) cli_out_of_memory();
    const bool right = cli_diagram_states(arguments, PRAP_WORDS_STATE, states, &diagram.n_around);
    diagram.around = states;
    if (right) draw(&diagram, f);
    free(states);
    return right ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
}
