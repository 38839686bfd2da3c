/*
 * diagram-call-scxml.c: a call as a W3C state chart. A way is a transition, in the order of the table: the first one
 * whose event and condition fit is taken. What the chart cannot judge, the guards and checks, it names in attributes of
 * a namespace of its own.
 */
#include "diagram-call.h"
#include "diagram.h"

/* Ids as one attribute of names: "T-P-10, T-P-11" as "T-P-10 T-P-11". */
static void put_ids(const char *ids, FILE *out) {
    for (; *ids != '\0'; ids++) {
        if (*ids != ',') putc(*ids, out);
    }
}

static void put_reasons(const char *attribute, const uint16_t *numbers, uint32_t n, FILE *out) {
    if (n == 0) return;
    fprintf(out, " prap:%s=\"", attribute);
    for (uint32_t i = 0; i < n; i++) {
        fprintf(out, "%s%s", i == 0 ? "" : " ", cli_diagram_word(PRAP_WORDS_CALL_REASON, numbers[i]));
    }
    putc('"', out);
}

/* What the agent chose, who is left, and what became of the checks. */
static void put_condition(const struct cli_call_way *way, FILE *out) {
    const prap_call_move *move = way->move;
    const char *before = " cond=\"";
    const char *and = " &amp;&amp; ";
    if (move->choice != 0) {
        fprintf(out, "%s_event.data['agent-choice'] == '%s'", before,
                cli_diagram_word(PRAP_WORDS_AGENT_CHOICE, move->choice));
        before = and;
    }
    if (move->last != 0) {
        fprintf(out, "%s!left['%s']", before, move->last == 1 ? "to-be-asked-about" : "to-be-recorded");
        before = and;
    }
    if (way->checks != CLI_CALL_NO_CHECKS) {
        fprintf(out, "%s%spassed", before, way->checks == CLI_CALL_PASSED ? "" : "!");
        before = and;
    }
    if (before == and) putc('"', out);
}

static void put_transition(const struct cli_call_way *way, FILE *out) {
    fprintf(out, "    <transition event=\"%s\"", cli_diagram_word(PRAP_WORDS_CALL_EVENT, way->move->event));
    put_condition(way, out);
    if (way->to != 0) fprintf(out, " target=\"%s\"", cli_call_stage(way->to));
    fputs(" prap:rows=\"", out);
    put_ids(way->move->id, out);
    putc('"', out);
    if (way->to == 0) fputs(" prap:forbidden=\"true\"", out);
    put_reasons("guards", way->move->guards, way->move->n_guards, out);
    put_reasons("checks", way->move->checks, way->move->n_checks, out);
    fputs("/>\n", out);
}

void cli_call_scxml(const struct cli_call_ways *ways, FILE *out) {
    const uint32_t n = prap_word_count(PRAP_WORDS_CALL_STAGE);
    const uint32_t first = ways->n > 0 ? ways->all[0].from : prap_word_at(PRAP_WORDS_CALL_STAGE, 0)->number;
    fprintf(out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<!-- A call to Provider Direct: printed from its table by prap diagram. -->\n"
            "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:prap=\"urn:x-prap:moves\" version=\"1.0\"\n"
            "       name=\"call\" datamodel=\"ecmascript\" initial=\"%s\">\n"
            "  <datamodel>\n"
            "    <data id=\"left\" expr=\"{}\"/>\n"
            "    <data id=\"passed\" expr=\"false\"/>\n"
            "  </datamodel>\n",
            cli_call_stage(first));
    for (uint32_t i = 0; i < n; i++) {
        const prap_word *stage = prap_word_at(PRAP_WORDS_CALL_STAGE, i);
        if (!cli_call_is_shown(ways, stage->number)) continue;
        fprintf(out, "  <state id=\"%s\">\n", stage->name);
        for (size_t k = 0; k < ways->n; k++) {
            if (ways->all[k].from == stage->number) put_transition(&ways->all[k], out);
        }
        fputs("  </state>\n", out);
    }
    fputs("</scxml>\n", out);
}
