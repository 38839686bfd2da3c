/*
 * print-matrix.c: a programme's states x events on one page, blanks included, so that the absence of a move
 * is reviewed too. Compared with tests/golden/matrix-<programme>.txt: a change of a rule is a difference
 * there.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "prap/prap.h"
#include "programmes/programme.h"

static const char *word(uint32_t kind, uint32_t number) {
    const prap_word *found = prap_word_by_number(kind, number);
    if (found == NULL) {
        fprintf(stderr, "a row names word %u of kind %u, which there is not\n", (unsigned)number,
                (unsigned)kind);
        exit(EXIT_FAILURE);
    }
    return found->name;
}

/* Does the row speak of this state? A row for a case that does not exist has no state but NONE. */
static bool is_from(const prapi_row *row, uint32_t state) {
    if (row->from[0] == PRAPI_ANY) return state != PRAP_STATE_NONE;
    if (row->from[0] == state) return true;
    for (size_t i = 1; i < PRAPI_ROW_FROM && row->from[i] != 0; i++)
        if (row->from[i] == state) return true;
    return false;
}

static bool is_for(const prapi_row *row, uint32_t state, uint32_t event) {
    return (row->event == event || row->event == PRAPI_ANY) && is_from(row, state);
}

static bool is_conditional(const prapi_row *row) {
    return row->when_fact != 0 || row->under_policy != 0 || row->when_region.region != 0 || row->when_by != 0;
}

/* '+' some row permits the move, 'x' rows only refuse it by name, '.' no row: refused where it stands. */
static char sign(const prapi_programme *programme, uint32_t state, uint32_t event) {
    char found = '.';
    for (size_t i = 0; i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        if (!is_for(row, state, event)) continue;
        if (row->to != PRAP_STATE_NONE) return '+';
        found = 'x';
        if (!is_conditional(row)) break;
    }
    return found;
}

/* Only what the programme's own rows speak of: where a case begins or is led, and what is named. */
static bool has_state(const prapi_programme *programme, uint32_t state) {
    for (size_t i = 0; i < programme->n_rows; i++)
        if (programme->rows[i].to == state) return true;
    return state == PRAP_STATE_NONE;
}

static bool has_event(const prapi_programme *programme, uint32_t event) {
    for (size_t i = 0; i < programme->n_rows; i++)
        if (programme->rows[i].event == event) return true;
    return false;
}

/* The words of a kind that the programme has, in the order of the vocabulary; how many. */
static uint32_t list_words(const prapi_programme *programme, uint32_t kind, const prap_word *list[]) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < prap_word_count(kind); i++) {
        const prap_word *one = prap_word_at(kind, i);
        const bool has = kind == PRAP_WORDS_STATE ? has_state(programme, one->number)
                                                  : has_event(programme, one->number);
        if (has) list[n++] = one;
    }
    return n;
}

enum { WORDS_MAX = 256 };

static void print_grid(const prapi_programme *programme) {
    const prap_word *states[WORDS_MAX], *events[WORDS_MAX];
    const uint32_t n_states = list_words(programme, PRAP_WORDS_STATE, states);
    const uint32_t n_events = list_words(programme, PRAP_WORDS_EVENT, events);

    printf("+ a row permits it if its guards pass, x rows only refuse it, . no row: refused where it "
           "stands;\nof an event that is not listed the documents say nothing here\n\n");
    for (uint32_t s = 0; s < n_states; s++) {
        printf("%26s", "");
        for (uint32_t i = 0; i < s; i++)
            printf("|  ");
        printf("%s\n", states[s]->name);
    }
    for (uint32_t e = 0; e < n_events; e++) {
        printf("%-26s", events[e]->name);
        for (uint32_t s = 0; s < n_states; s++)
            printf("%c%s", sign(programme, states[s]->number, events[e]->number),
                   s + 1 < n_states ? "  " : "\n");
    }
}

static void print_value(uint32_t fact, int32_t value) {
    const uint32_t type = prap_word_by_number(PRAP_WORDS_FACT, fact)->detail;
    if (type == PRAP_FACT_TYPE_OPTION)
        printf("%s", word(PRAP_WORDS_OPTION, (uint32_t)value));
    else if (type == PRAP_FACT_TYPE_TRISTATE)
        printf("%s", word(PRAP_WORDS_VALUE, (uint32_t)value));
    else
        printf("%d", (int)value);
}

static void print_row(const prapi_row *row) {
    if (row->to == PRAP_STATE_NONE)
        printf("    refused");
    else
        printf("    -> %s", row->to == PRAPI_SAME ? "same" : word(PRAP_WORDS_STATE, row->to));
    if (row->when_fact != 0) {
        printf(", when %s is ", word(PRAP_WORDS_FACT, row->when_fact));
        print_value(row->when_fact, row->when_value);
    }
    if (row->under_policy != 0) {
        const prap_policy *policy = prap_policy_by_number(row->under_policy);
        printf(", under %s ", word(PRAP_WORDS_POLICY, row->under_policy));
        if (policy != NULL && policy->highest == 0)
            printf("%s", word(PRAP_WORDS_CHOICE, (uint32_t)row->under_choice));
        else
            printf("%d", (int)row->under_choice);
    }
    if (row->when_region.region != 0)
        printf(", when %s is %s", word(PRAP_WORDS_REGION, row->when_region.region),
               word(prapi_region_words(row->when_region.region), row->when_region.value));
    if (row->when_by != 0) printf(", by %s", word(PRAP_WORDS_DEADLINE, row->when_by));
    for (size_t i = 0; i < sizeof row->sets / sizeof row->sets[0] && row->sets[i].region != 0; i++)
        printf(", sets %s %s", word(PRAP_WORDS_REGION, row->sets[i].region),
               word(prapi_region_words(row->sets[i].region), row->sets[i].value));
    if (row->feed != 0) printf(", feed %s", word(PRAP_WORDS_FEED, row->feed));
    for (size_t i = 0; i < sizeof row->notices / sizeof row->notices[0] && row->notices[i] != 0; i++)
        printf(", tells %s", word(PRAP_WORDS_NOTICE, row->notices[i]));
    printf("  (%s)\n", row->id);
    for (size_t i = 0; i < PRAPI_ROW_GUARDS && row->guards[i] != 0; i++)
        printf("        %s\n", word(PRAP_WORDS_REASON, row->guards[i]));
}

/* Every row that could be the first to fit, in order; after one without a condition nothing else can. */
static void print_cell(const prapi_programme *programme, const prap_word *state, const prap_word *event) {
    printf("\n%s, %s\n", state->name, event->name);
    if (sign(programme, state->number, event->number) == '.') printf("    .\n");
    for (size_t i = 0; i < programme->n_rows; i++) {
        const prapi_row *row = &programme->rows[i];
        if (!is_for(row, state->number, event->number)) continue;
        print_row(row);
        if (!is_conditional(row)) return;
    }
}

static bool is_first_somewhere(const prapi_programme *programme, const prapi_row *row) {
    for (uint32_t s = 0; s < prap_word_count(PRAP_WORDS_STATE); s++) {
        for (uint32_t e = 0; e < prap_word_count(PRAP_WORDS_EVENT); e++) {
            const uint32_t state = prap_word_at(PRAP_WORDS_STATE, s)->number;
            const uint32_t event = prap_word_at(PRAP_WORDS_EVENT, e)->number;
            const prapi_row *other = programme->rows;
            while (other != row && !(is_for(other, state, event) && !is_conditional(other)))
                other++;
            if (other == row && is_for(row, state, event)) return true;
        }
    }
    return false;
}

int main(int count, char **arguments) {
    const prap_word *name =
        count == 2 ? prap_word_find(PRAP_WORDS_PROGRAMME, arguments[1], strlen(arguments[1])) : NULL;
    const prapi_programme *programme = name != NULL ? prapi_programme_find(name->number) : NULL;
    if (programme == NULL) {
        fprintf(stderr, "usage: print-matrix PROGRAMME\n");
        return 2;
    }
    printf("%s: what each event does at each stage. Printed by tests/golden/print-matrix.\n", name->meaning);
    print_grid(programme);
    const prap_word *states[WORDS_MAX], *events[WORDS_MAX];
    const uint32_t n_states = list_words(programme, PRAP_WORDS_STATE, states);
    const uint32_t n_events = list_words(programme, PRAP_WORDS_EVENT, events);
    for (uint32_t s = 0; s < n_states; s++)
        for (uint32_t e = 0; e < n_events; e++)
            print_cell(programme, states[s], events[e]);
    printf("\nRows that can never be reached:");
    for (size_t i = 0; i < programme->n_rows; i++)
        if (!is_first_somewhere(programme, &programme->rows[i]))
            printf(" row %zu (%s)", i + 1, programme->rows[i].id);
    printf("\n");
    return 0;
}
