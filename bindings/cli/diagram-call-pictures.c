/* diagram-call-pictures.c: a call as Mermaid and as DOT: an arrow from a stage to another, with all that leads there. */
#include <stdlib.h>

#include "diagram-call.h"
#include "diagram.h"
#include "output.h"
#include "text-stream.h"

/* "participant-checked, agent chose end-call, a check not passed (T-P-17)" */
static void put_line(const struct cli_call_way *way, FILE *out) {
    static const char *const checks[] = {
        [CLI_CALL_NO_CHECKS] = "", [CLI_CALL_PASSED] = ", all checks passed", [CLI_CALL_FAILED] = ", a check not passed"};
    static const char *const last[] = {"", ", nobody else is left to be asked about", ", nobody else is left to be recorded"};
    const prap_call_move *move = way->move;
    fputs(cli_diagram_word(PRAP_WORDS_CALL_EVENT, move->event), out);
    if (move->choice != 0) fprintf(out, ", agent chose %s", cli_diagram_word(PRAP_WORDS_AGENT_CHOICE, move->choice));
    fprintf(out, "%s%s (%s)", last[move->last], checks[way->checks], move->id);
}

/* All lines of one arrow; gives how many. */
static size_t put_lines(const struct cli_call_ways *ways, uint32_t from, uint32_t to, const char *between, FILE *out) {
    size_t lines = 0;
    for (size_t i = 0; i < ways->n; i++) {
        if (ways->all[i].from != from || ways->all[i].to != to) continue;
        if (lines++ > 0) fputs(between, out);
        put_line(&ways->all[i], out);
    }
    return lines;
}

/* The first and the last stage of the words are where a call begins and where nothing is owed any more. */
static bool begins(uint32_t i) {
    return i == 0;
}

static bool ends(uint32_t i) {
    return i + 1 == prap_word_count(PRAP_WORDS_CALL_STAGE);
}

/* A name as an identifier of Mermaid, which takes no hyphens: access_code. */
static void put_mermaid_id(uint32_t stage, FILE *out) {
    for (const char *at = cli_call_stage(stage); *at != '\0'; at++) putc(*at == '-' ? '_' : *at, out);
}

static void mermaid_stage(const prap_word *stage, uint32_t i, FILE *out) {
    fprintf(out, "    state \"%s\" as ", stage->name);
    put_mermaid_id(stage->number, out);
    if (begins(i) || ends(i)) {
        fputs(begins(i) ? "\n    [*] --> " : "\n    ", out);
        put_mermaid_id(stage->number, out);
        fputs(begins(i) ? "" : " --> [*]", out);
    }
    putc('\n', out);
}

static void mermaid_arrow(uint32_t from, uint32_t to, const char *label, FILE *out) {
    fputs(to == 0 ? "    note right of " : "    ", out);
    put_mermaid_id(from, out);
    if (to != 0) {
        fputs(" --> ", out);
        put_mermaid_id(to, out);
    }
    fprintf(out, to == 0 ? " : forbidden<br/>%s\n" : " : %s\n", label);
}

static void dot_stage(const prap_word *stage, uint32_t i, FILE *out) {
    fprintf(out, "    \"%s\"%s;\n", stage->name, ends(i) ? " [peripheries=2]" : "");
}

static void dot_arrow(uint32_t from, uint32_t to, const char *label, FILE *out) {
    fprintf(out, "    \"%s\" -> \"%s\" [%slabel=\"%s\\l\"];\n", cli_call_stage(from), cli_call_stage(to == 0 ? from : to),
            to == 0 ? "style=dashed, color=red, fontcolor=red, " : "", label);
}

struct style {
    const char *begin;
    const char *end;
    const char *between;
    void (*stage)(const prap_word *stage, uint32_t i, FILE *out);
    void (*arrow)(uint32_t from, uint32_t to, const char *label, FILE *out);
};

static const struct style mermaid = {
    "%% A call to Provider Direct: printed from its table by prap diagram.\n"
    "stateDiagram-v2\n",
    "", "<br/>", mermaid_stage, mermaid_arrow};

static const struct style dot = {
    "// A call to Provider Direct: printed from its table by prap diagram.\n"
    "digraph \"call\" {\n"
    "    node [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
    "    edge [fontname=\"Helvetica\", fontsize=10];\n",
    "}\n", "\\l", dot_stage, dot_arrow};

/* One arrow with all that takes it, if anything does. */
static void put_arrow(const struct cli_call_ways *ways, const struct style *style, uint32_t from, uint32_t to, FILE *out) {
    struct cli_text label;
    FILE *stream = cli_text_open(&label);
    const size_t lines = put_lines(ways, from, to, style->between, stream);
    cli_text_close(&label, stream);
    if (lines > 0) style->arrow(from, to, label.bytes, out);
    free(label.bytes);
}

/* By stage, then by where it leads; what is forbidden at a stage stands last. */
static void draw(const struct cli_call_ways *ways, const struct style *style, FILE *out) {
    const uint32_t n = prap_word_count(PRAP_WORDS_CALL_STAGE);
    fputs(style->begin, out);
    for (uint32_t i = 0; i < n; i++) {
        const prap_word *stage = prap_word_at(PRAP_WORDS_CALL_STAGE, i);
        if (cli_call_is_shown(ways, stage->number)) style->stage(stage, i, out);
    }
    for (uint32_t from = 0; from < n; from++) {
        const uint32_t stage = prap_word_at(PRAP_WORDS_CALL_STAGE, from)->number;
        for (uint32_t to = 0; to < n; to++) {
            put_arrow(ways, style, stage, prap_word_at(PRAP_WORDS_CALL_STAGE, to)->number, out);
        }
        put_arrow(ways, style, stage, 0, out);
    }
    fputs(style->end, out);
}

void cli_call_mermaid(const struct cli_call_ways *ways, FILE *out) {
    draw(ways, &mermaid, out);
}

void cli_call_dot(const struct cli_call_ways *ways, FILE *out) {
    draw(ways, &dot, out);
}
