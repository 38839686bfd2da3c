/*
 * diagram-scxml.c: the moves as a W3C state chart. A row is a transition, in the order of the table, which is
 * also that of the chart: the first one whose event and condition fit is taken. What the chart cannot judge,
 * the guards, it names in attributes of a namespace of its own.
 */
#include <string.h>

#include "diagram.h"

/* Ids as one attribute of names: "T-I-24, F-I-15" as "T-I-24 F-I-15". */
static void put_ids(const char *ids, FILE *out) {
    for (; *ids != '\0'; ids++)
        if (*ids != ',') putc(*ids, out);
}

static void put_words(const char *attribute, uint32_t kind, const uint16_t *numbers, uint32_t n, FILE *out) {
    if (n == 0) return;
    fprintf(out, " prap:%s=\"", attribute);
    for (uint32_t i = 0; i < n; i++)
        fprintf(out, "%s%s", i == 0 ? "" : " ", cli_diagram_word(kind, numbers[i]));
    putc('"', out);
}

/* What the event must say, and how the policies must be set. */
static void put_condition(const prap_move *move, FILE *out) {
    if (move->fact == 0 && move->policy == 0) return;
    fputs(" cond=\"", out);
    if (move->fact != 0) {
        fprintf(out, "_event.data['%s'] == '", cli_diagram_word(PRAP_WORDS_FACT, move->fact));
        cli_diagram_value(move->fact, move->value, out);
        putc('\'', out);
    }
    if (move->policy != 0) {
        fprintf(out, "%spolicy['%s'] == '", move->fact != 0 ? " &amp;&amp; " : "",
                cli_diagram_word(PRAP_WORDS_POLICY, move->policy));
        cli_diagram_choice(move->policy, move->choice, out);
        putc('\'', out);
    }
    putc('"', out);
}

/* A forbidden move has no target: the event is taken, and nothing comes of it. */
static void put_transition(const prap_move *move, FILE *out) {
    const char *event = move->event == 0 ? "*" : cli_diagram_word(PRAP_WORDS_EVENT, move->event);
    fprintf(out, "    <transition event=\"%s\"", event);
    put_condition(move, out);
    if (move->to != PRAP_STATE_NONE)
        fprintf(out, " target=\"%s\"", cli_diagram_word(PRAP_WORDS_STATE, move->to));
    fputs(" prap:rows=\"", out);
    put_ids(move->id, out);
    putc('"', out);
    if (move->to == PRAP_STATE_NONE) fputs(" prap:forbidden=\"true\"", out);
    put_words("guards", PRAP_WORDS_REASON, move->guards, move->n_guards, out);
    if (move->feed != 0) fprintf(out, " prap:feed=\"%s\"", cli_diagram_word(PRAP_WORDS_FEED, move->feed));
    put_words("notices", PRAP_WORDS_NOTICE, move->notices, move->n_notices, out);
    fputs("/>\n", out);
}

static void put_state(const struct cli_diagram *diagram, const prap_word *state, FILE *out) {
    if (cli_diagram_is_final(diagram, state)) {
        fprintf(out, "  <final id=\"%s\"/>\n", state->name);
        return;
    }
    fprintf(out, "  <state id=\"%s\"%s>\n", state->name, state->detail != 0 ? " prap:ended=\"true\"" : "");
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        const prap_move *move = &diagram->moves[i];
        if (cli_diagram_leaves(diagram, move, state->number)) put_transition(move, out);
    }
    fputs("  </state>\n", out);
}

/* The policies that a move looks at, as they are set when nobody sets them. */
static void put_policies(const struct cli_diagram *diagram, FILE *out) {
    bool any = false;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const prap_word *policy = prap_word_at(PRAP_WORDS_POLICY, i);
        uint32_t m = 0;
        while (m < diagram->n_moves && diagram->moves[m].policy != policy->number)
            m++;
        if (m == diagram->n_moves) continue;
        fprintf(out, "%s'%s': '", any ? ", " : "  <datamodel>\n    <data id=\"policy\" expr=\"{",
                policy->name);
        cli_diagram_choice(policy->number, prap_policy_by_number(policy->number)->default_value, out);
        putc('\'', out);
        any = true;
    }
    if (any) fputs("}\"/>\n  </datamodel>\n", out);
}

void cli_diagram_scxml(const struct cli_diagram *diagram, FILE *out) {
    const uint32_t initial = diagram->n_around > 0 ? diagram->around[0] : PRAP_STATE_NONE;
    fprintf(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- %s: printed from its tables by prap diagram. -->\n"
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:prap=\"urn:x-prap:moves\" version=\"1.0\"\n"
        "       name=\"%s\" datamodel=\"ecmascript\" initial=\"%s\">\n",
        diagram->programme->meaning, diagram->programme->name, cli_diagram_word(PRAP_WORDS_STATE, initial));
    put_policies(diagram, out);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const prap_word *state = prap_word_at(PRAP_WORDS_STATE, i);
        if (cli_diagram_shows(diagram, state->number)) put_state(diagram, state, out);
    }
    fputs("</scxml>\n", out);
}
