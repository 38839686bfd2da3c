/* moves.c: the rows of a programme as the public header has them. */
#include <string.h>

#include "prap/moves.h"
#include "prap/vocabulary.h"

#include "programmes/programme.h"

/* What "any state" in a row stands for: every one but NONE, which comes first in the table. */
static const uint16_t states[] = {
#define X(NUMBER, NAME, WORD_NAME, PHASE, MEANING) NUMBER,
#include "vocabulary/states.def"
#undef X
};

enum { N_STATES = sizeof states / sizeof states[0] };

/* The length of a list that ends with 0; there is room for one more than the longest row has (moves-test.c). */
static uint32_t listed(const uint16_t *numbers) {
    uint32_t n = 0;
    while (numbers[n] != 0) n++;
    return n;
}

/* How many regions a row sets: none, one or two. */
static uint32_t listed_regions(const prapi_row *row) {
    if (row->sets[0].region == 0) return 0;
    return row->sets[1].region == 0 ? 1 : 2;
}

static void fill_from(const prapi_row *row, prap_move *move) {
    if (row->from[0] == PRAPI_ANY) {
        move->from = states + 1;
        move->n_from = N_STATES - 1;
        return;
    }
    move->from = row->from;
    move->n_from = 1 + listed(row->from + 1); /* the first may be NONE, which is 0 */
}

static prap_move move_of(const prapi_row *row) {
    prap_move move = {
        .event = row->event == PRAPI_ANY ? 0 : row->event,
        .to = row->to,
        .feed = row->feed,
        .fact = row->when_fact,
        .value = row->when_value,
        .policy = row->under_policy,
        .choice = row->under_choice,
        .region = row->when_region.region,
        .region_value = row->when_region.value,
        .by = row->when_by,
        .n_guards = listed(row->guards),
        .n_notices = listed(row->notices),
        .n_sets = listed_regions(row),
        .guards = row->guards,
        .notices = row->notices,
        .sets = row->sets,
        .id = row->id,
    };
    fill_from(row, &move);
    return move;
}

uint32_t prap_move_count(uint32_t number) {
    const prapi_programme *programme = prapi_programme_find(number);
    return programme == NULL ? 0 : (uint32_t)programme->n_rows;
}

prap_status prap_move_get(uint32_t number, uint32_t i, prap_move *ret_move) {
    if (ret_move == NULL) return PRAP_E_NULL;
    const uint32_t size = ret_move->size;
    if (size < sizeof *ret_move) return PRAP_E_SIZE;
    const prapi_programme *programme = prapi_programme_find(number);
    if (programme == NULL) return PRAP_E_WORD;
    if (i >= programme->n_rows) return PRAP_E_RANGE;
    memset(ret_move, 0, size);
    *ret_move = move_of(&programme->rows[i]);
    ret_move->size = size;
    return PRAP_OK;
}

uint32_t prap_region_words(uint32_t region) {
    return prapi_region_words(region);
}
