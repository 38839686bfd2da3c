/*
 * diagram-scxml.c: the moves as a W3C state chart. A row is a transition, in the order of the table, which is
 * also that of the chart: the first one whose event and condition fit is taken. Where moves look at or set
 * regions of the case (MAPPA, PRaP14 …), the chart is a parallel state of the stage and those regions. What
 * the chart cannot judge, the guards, it names in attributes of a namespace of its own.
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

/* A value as the event's JSON has it. */
static void put_value(uint32_t fact, int32_t value, FILE *out) {
    const uint32_t type = prap_word_by_number(PRAP_WORDS_FACT, fact)->detail;
    if (type == PRAP_FACT_TYPE_OPTION)
        fprintf(out, "'%s'", cli_diagram_word(PRAP_WORDS_OPTION, (uint32_t)value));
    else if (type == PRAP_FACT_TYPE_TRISTATE && value == PRAP_VALUE_UNKNOWN)
        fputs("'unknown'", out);
    else if (type == PRAP_FACT_TYPE_TRISTATE)
        fputs(value == PRAP_VALUE_YES ? "true" : "false", out);
    else
        fprintf(out, "%d", (int)value);
}

/* What the event must say, where the case must stand, and how the policies must be set. */
static void put_condition(const prap_move *move, FILE *out) {
    const char *before = " cond=\"";
    const char *and = " &amp;&amp; ";
    if (move->fact != 0) {
        fprintf(out, "%s_event.data['%s'] == ", before, cli_diagram_word(PRAP_WORDS_FACT, move->fact));
        put_value(move->fact, move->value, out);
        before = and;
    }
    if (move->region != 0) {
        fprintf(out, "%sIn('%s.%s')", before, cli_diagram_word(PRAP_WORDS_REGION, move->region),
                cli_diagram_region(move->region, move->region_value));
        before = and;
    }
    if (move->by != 0) {
        fprintf(out, "%s!past['%s']", before, cli_diagram_word(PRAP_WORDS_DEADLINE, move->by));
        before = and;
    }
    if (move->policy != 0) {
        fprintf(out, "%spolicy['%s'] == '", before, cli_diagram_word(PRAP_WORDS_POLICY, move->policy));
        cli_diagram_choice(move->policy, move->choice, out);
        putc('\'', out);
        before = and;
    }
    if (before == and) putc('"', out);
}

/* A forbidden move has no target: the event is taken, and nothing comes of it. */
static void put_transition(const prap_move *move, uint32_t from, const char *indent, FILE *out) {
    const char *event = move->event == 0 ? "*" : cli_diagram_word(PRAP_WORDS_EVENT, move->event);
    fprintf(out, "%s  <transition event=\"%s\"", indent, event);
    put_condition(move, out);
    if (move->to != PRAP_STATE_NONE)
        fprintf(out, " target=\"%s\"", cli_diagram_word(PRAP_WORDS_STATE, cli_diagram_to(move, from)));
    fputs(" prap:rows=\"", out);
    put_ids(move->id, out);
    putc('"', out);
    if (move->to == PRAP_STATE_NONE) fputs(" prap:forbidden=\"true\"", out);
    put_words("guards", PRAP_WORDS_REASON, move->guards, move->n_guards, out);
    if (move->feed != 0) fprintf(out, " prap:feed=\"%s\"", cli_diagram_word(PRAP_WORDS_FEED, move->feed));
    put_words("notices", PRAP_WORDS_NOTICE, move->notices, move->n_notices, out);
    fputs(move->n_sets == 0 ? "/>\n" : ">", out);
    for (uint32_t i = 0; i < move->n_sets; i++)
        fprintf(out, "<raise event=\"set.%s.%s\"/>",
                cli_diagram_word(PRAP_WORDS_REGION, move->sets[i].region),
                cli_diagram_region(move->sets[i].region, move->sets[i].value));
    if (move->n_sets != 0) fputs("</transition>\n", out);
}

static void put_state(const struct cli_diagram *diagram, const prap_word *state, const char *indent,
                      FILE *out) {
    if (cli_diagram_is_final(diagram, state)) {
        fprintf(out, "%s<final id=\"%s\"/>\n", indent, state->name);
        return;
    }
    fprintf(out, "%s<state id=\"%s\"%s>\n", indent, state->name,
            state->detail != 0 ? " prap:ended=\"true\"" : "");
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        const prap_move *move = &diagram->moves[i];
        if (cli_diagram_leaves(diagram, move, state->number))
            put_transition(move, state->number, indent, out);
    }
    fprintf(out, "%s</state>\n", indent);
}

static void put_states(const struct cli_diagram *diagram, const char *indent, FILE *out) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const prap_word *state = prap_word_at(PRAP_WORDS_STATE, i);
        if (cli_diagram_shows(diagram, state->number)) put_state(diagram, state, indent, out);
    }
}

/* Does a move look at the region or set it? */
static bool has_region(const struct cli_diagram *diagram, uint32_t region) {
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        const prap_move *move = &diagram->moves[i];
        if (move->region == region) return true;
        for (uint32_t k = 0; k < move->n_sets; k++)
            if (move->sets[k].region == region) return true;
    }
    return false;
}

/* A region goes where it is told, from wherever it stands. */
static void put_region(const prap_word *region, FILE *out) {
    const uint32_t kind = prap_region_words(region->number);
    const uint32_t n = prap_word_count(kind);
    fprintf(out, "    <state id=\"%s\" initial=\"%s.none\">\n      <state id=\"%s.none\"/>\n", region->name,
            region->name, region->name);
    for (uint32_t i = 0; i < n; i++)
        fprintf(out, "      <state id=\"%s.%s\"/>\n", region->name, prap_word_at(kind, i)->name);
    fprintf(out, "      <transition event=\"set.%s.none\" target=\"%s.none\"/>\n", region->name,
            region->name);
    for (uint32_t i = 0; i < n; i++)
        fprintf(out, "      <transition event=\"set.%s.%s\" target=\"%s.%s\"/>\n", region->name,
                prap_word_at(kind, i)->name, region->name, prap_word_at(kind, i)->name);
    fputs("    </state>\n", out);
}

/*
 * What the conditions look at beside the event: the policies, set as when nobody sets them, and the deadlines
 * that are past, which is the business of whoever runs the chart.
 */
static void put_data(const struct cli_diagram *diagram, FILE *out) {
    const char *before =
        "  <datamodel>\n    <data id=\"past\" expr=\"{}\"/>\n    <data id=\"policy\" expr=\"{";
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const prap_word *policy = prap_word_at(PRAP_WORDS_POLICY, i);
        uint32_t m = 0;
        while (m < diagram->n_moves && diagram->moves[m].policy != policy->number)
            m++;
        if (m == diagram->n_moves) continue;
        fprintf(out, "%s'%s': '", before, policy->name);
        cli_diagram_choice(policy->number, prap_policy_by_number(policy->number)->default_value, out);
        putc('\'', out);
        before = ", ";
    }
    fprintf(out, "%s}\"/>\n  </datamodel>\n", *before == ',' ? "" : before);
}

void cli_diagram_scxml(const struct cli_diagram *diagram, FILE *out) {
    const uint32_t initial = diagram->n_around > 0 ? diagram->around[0] : PRAP_STATE_NONE;
    const char *first = cli_diagram_word(PRAP_WORDS_STATE, initial);
    const char *name = diagram->programme->name;
    fprintf(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- %s: printed from its tables by prap diagram. -->\n"
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:prap=\"urn:x-prap:moves\" version=\"1.0\"\n"
        "       name=\"%s\" datamodel=\"ecmascript\" initial=\"%s\">\n",
        diagram->programme->meaning, name, name);
    put_data(diagram, out);
    fprintf(out, "  <parallel id=\"%s\">\n    <state id=\"stage\" initial=\"%s\">\n", name, first);
    put_states(diagram, "      ", out);
    fputs("    </state>\n", out);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++) {
        const prap_word *region = prap_word_at(PRAP_WORDS_REGION, i);
        if (has_region(diagram, region->number)) put_region(region, out);
    }
    fputs("  </parallel>\n</scxml>\n", out);
}
