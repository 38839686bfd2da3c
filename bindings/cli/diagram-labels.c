/* diagram-labels.c: what stands beside an arrow: events, the settings they need, the ids of their rows. */
#include <stdlib.h>
#include <string.h>

#include "diagram.h"
#include "output.h"

enum { ID_ROOM = 16, IDS_MAX = 64 };

struct ids {
    char text[IDS_MAX][ID_ROOM];
    size_t n;
};

const char *cli_diagram_word(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "" : word->name;
}

const char *cli_diagram_region(uint32_t region, uint32_t value) {
    return value == 0 ? "none" : cli_diagram_word(prap_region_words(region), value);
}

void cli_diagram_choice(uint32_t policy, int32_t choice, FILE *out) {
    if (prap_policy_by_number(policy)->highest == 0)
        fputs(cli_diagram_word(PRAP_WORDS_CHOICE, (uint32_t)choice), out);
    else
        fprintf(out, "%d", (int)choice);
}

/* Adds "T-I-24, F-I-15"; of a permitted move not the forbidden ones that its guards stand for. */
static void add_ids(struct ids *ids, const prap_move *move) {
    for (const char *at = move->id; *at != '\0'; at += strspn(at, ", ")) {
        const size_t bytes = strcspn(at, ",");
        const char *id = at;
        bool known = bytes >= ID_ROOM || ids->n == IDS_MAX || (move->to != PRAP_STATE_NONE && *id == 'F');
        at += bytes;
        for (size_t i = 0; i < ids->n && !known; i++)
            known = strlen(ids->text[i]) == bytes && memcmp(ids->text[i], id, bytes) == 0;
        if (known) continue;
        memcpy(ids->text[ids->n], id, bytes);
        ids->text[ids->n++][bytes] = '\0';
    }
}

static int by_text(const void *one, const void *other) {
    return strcmp(one, other);
}

/* "T-I-24, 25, T-IM-04": the part up to the last hyphen once. */
static void print_ids(struct ids *ids, FILE *out) {
    qsort(ids->text, ids->n, sizeof ids->text[0], by_text);
    for (size_t i = 0; i < ids->n; i++) {
        const char *tail = strrchr(ids->text[i], '-');
        const size_t head = tail == NULL ? 0 : (size_t)(tail + 1 - ids->text[i]);
        const bool same = i > 0 && strncmp(ids->text[i - 1], ids->text[i], head) == 0;
        fprintf(out, "%s%s", i == 0 ? " (" : ", ", same ? ids->text[i] + head : ids->text[i]);
    }
    if (ids->n > 0) putc(')', out);
}

static bool is_on_arrow(const struct cli_diagram *diagram, const prap_move *move, uint32_t from,
                        uint32_t to) {
    return cli_diagram_leaves(diagram, move, from) && cli_diagram_to(move, from) == to;
}

/* Do two moves on one arrow go into one line? */
static bool are_one_line(const prap_move *one, const prap_move *other) {
    if (one->event != other->event || one->policy != other->policy || one->choice != other->choice)
        return false;
    if (one->region != other->region || one->region_value != other->region_value) return false;
    if (one->by != other->by || one->n_sets != other->n_sets) return false;
    for (uint32_t i = 0; i < one->n_sets; i++) {
        if (one->sets[i].region != other->sets[i].region || one->sets[i].value != other->sets[i].value)
            return false;
    }
    return true;
}

static void print_clauses(const prap_move *move, const char *clause, FILE *out) {
    if (move->region != 0)
        fprintf(out, "%swhile %s %s", clause, cli_diagram_word(PRAP_WORDS_REGION, move->region),
                cli_diagram_region(move->region, move->region_value));
    if (move->by != 0) fprintf(out, "%sby %s", clause, cli_diagram_word(PRAP_WORDS_DEADLINE, move->by));
    if (move->policy != 0) {
        fprintf(out, "%sunder %s ", clause, cli_diagram_word(PRAP_WORDS_POLICY, move->policy));
        cli_diagram_choice(move->policy, move->choice, out);
    }
    for (uint32_t i = 0; i < move->n_sets; i++)
        fprintf(out, "%ssets %s %s", clause, cli_diagram_word(PRAP_WORDS_REGION, move->sets[i].region),
                cli_diagram_region(move->sets[i].region, move->sets[i].value));
}

static void print_line(const struct cli_diagram *diagram, uint32_t first, uint32_t from, uint32_t to,
                       const struct cli_diagram_label *form, FILE *out) {
    const prap_move *move = &diagram->moves[first];
    struct ids ids = {.n = 0};
    for (uint32_t i = first; i < diagram->n_moves; i++) {
        const prap_move *other = &diagram->moves[i];
        if (is_on_arrow(diagram, other, from, to) && are_one_line(move, other)) add_ids(&ids, other);
    }
    fputs(move->event == 0 ? "any other event" : cli_diagram_word(PRAP_WORDS_EVENT, move->event), out);
    print_clauses(move, form->clause, out);
    print_ids(&ids, out);
}

uint32_t cli_diagram_put_label(const struct cli_diagram *diagram, uint32_t from, uint32_t to,
                               const struct cli_diagram_label *form, FILE *out) {
    uint32_t lines = 0;
    for (uint32_t i = 0; i < diagram->n_moves; i++) {
        if (!is_on_arrow(diagram, &diagram->moves[i], from, to)) continue;
        uint32_t before = 0;
        while (!is_on_arrow(diagram, &diagram->moves[before], from, to) ||
               !are_one_line(&diagram->moves[before], &diagram->moves[i]))
            before++;
        if (before < i) continue; /* it stands in an earlier line */
        if (lines++ > 0) fputs(form->between, out);
        print_line(diagram, i, from, to, form, out);
    }
    return lines;
}
