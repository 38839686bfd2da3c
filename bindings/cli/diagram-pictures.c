/* diagram-pictures.c: the moves as Mermaid and as DOT: an arrow from a state to another, with all that leads
 * there. */
#include <stdlib.h>
#include <string.h>

#include "diagram.h"
#include "output.h"
#include "text-stream.h"

/* What differs between the two. */
struct style {
    struct cli_diagram_label label;
    void (*arrow)(uint32_t from, uint32_t to, const char *label, FILE *out);
    void (*refusal)(uint32_t state, const char *label, FILE *out);
};

/* Prints the arrow from one state to another if anything takes it. */
static void put_arrow(const struct cli_diagram *diagram, const struct style *style, uint32_t from,
                      uint32_t to, FILE *out) {
    struct cli_text label;
    FILE *stream = cli_text_open(&label);
    const uint32_t lines = cli_diagram_put_label(diagram, from, to, &style->label, stream);
    cli_text_close(&label, stream);
    if (lines > 0 && to == PRAP_STATE_NONE)
        style->refusal(from, label.bytes, out);
    else if (lines > 0)
        style->arrow(from, to, label.bytes, out);
    free(label.bytes);
}

/* Arrows by state, then by where they lead; what is forbidden at a state stands last. */
static void put_arrows(const struct cli_diagram *diagram, const struct style *style, FILE *out) {
    const uint32_t n = prap_word_count(PRAP_WORDS_STATE);
    for (uint32_t from = 0; from < n; from++) {
        const uint32_t state = prap_word_at(PRAP_WORDS_STATE, from)->number;
        for (uint32_t to = 1; to <= n; to++) /* NONE, the first, comes last */
            put_arrow(diagram, style, state, prap_word_at(PRAP_WORDS_STATE, to % n)->number, out);
    }
}

/* A name as an identifier of Mermaid, which takes no hyphens: pre_work. */
static void put_mermaid_id(uint32_t state, FILE *out) {
    for (const char *at = cli_diagram_word(PRAP_WORDS_STATE, state); *at != '\0'; at++)
        putc(*at == '-' ? '_' : *at, out);
}

static void mermaid_arrow(uint32_t from, uint32_t to, const char *label, FILE *out) {
    fputs("    ", out);
    put_mermaid_id(from, out);
    fputs(" --> ", out);
    put_mermaid_id(to, out);
    fprintf(out, " : %s\n", label);
}

static void mermaid_refusal(uint32_t state, const char *label, FILE *out) {
    fputs("    note right of ", out);
    put_mermaid_id(state, out);
    fprintf(out, " : forbidden<br/>%s\n", label);
}

/* A line for each state that is drawn; with the dots where a case begins and where it has ended. */
static void put_mermaid_states(const struct cli_diagram *diagram, FILE *out) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const prap_word *state = prap_word_at(PRAP_WORDS_STATE, i);
        if (!cli_diagram_shows(diagram, state->number)) continue;
        const bool begins = state->number == PRAP_STATE_NONE;
        fprintf(out, "    state \"%s\" as ", state->name);
        put_mermaid_id(state->number, out);
        if (begins || state->detail != 0) {
            fputs(begins ? "\n    [*] --> " : "\n    ", out);
            put_mermaid_id(state->number, out);
            fputs(begins ? "" : " --> [*]", out);
        }
        putc('\n', out);
    }
}

void cli_diagram_mermaid(const struct cli_diagram *diagram, FILE *out) {
    static const struct style style = {{"<br/>", " "}, mermaid_arrow, mermaid_refusal};
    fprintf(out, "%%%% %s: printed from its tables by prap diagram.\nstateDiagram-v2\n",
            diagram->programme->meaning);
    put_mermaid_states(diagram, out);
    put_arrows(diagram, &style, out);
}

static void dot_edge(uint32_t from, uint32_t to, const char *look, const char *label, FILE *out) {
    fprintf(out, "    \"%s\" -> \"%s\" [%slabel=\"%s\\l\"];\n", cli_diagram_word(PRAP_WORDS_STATE, from),
            cli_diagram_word(PRAP_WORDS_STATE, to), look, label);
}

static void dot_arrow(uint32_t from, uint32_t to, const char *label, FILE *out) {
    dot_edge(from, to, "", label, out);
}

static void dot_refusal(uint32_t state, const char *label, FILE *out) {
    dot_edge(state, state, "style=dashed, color=red, fontcolor=red, ", label, out);
}

void cli_diagram_dot(const struct cli_diagram *diagram, FILE *out) {
    static const struct style style = {{"\\l", "\\l    "}, dot_arrow, dot_refusal};
    fprintf(out,
            "// %s: printed from its tables by prap diagram.\n"
            "digraph \"%s\" {\n"
            "    node [shape=box, style=rounded, fontname=\"Helvetica\"];\n"
            "    edge [fontname=\"Helvetica\", fontsize=10];\n",
            diagram->programme->meaning, diagram->programme->name);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_STATE); i++) {
        const prap_word *state = prap_word_at(PRAP_WORDS_STATE, i);
        if (!cli_diagram_shows(diagram, state->number)) continue;
        const char *look = state->detail != 0 ? " [peripheries=2]" : "";
        if (state->number == PRAP_STATE_NONE)
            look = " [shape=circle, style=filled, fillcolor=black, label=\"\", width=0.2]";
        fprintf(out, "    \"%s\"%s;\n", state->name, look);
    }
    put_arrows(diagram, &style, out);
    fputs("}\n", out);
}
