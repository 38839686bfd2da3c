#include "troubles.h"

#include <string.h>

/* Rows as a store that is confused or damaged pushes them. */
static void cut_short(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    if (row->record.n > 0) row->record.n--;
}

static void append_a_byte(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record;
    if (row->record.n < room) row->record.n++;
}

static void flip_a_bit(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)room;
    record[row->record.n / 2] ^= 0x10;
}

static void say_a_later_version(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->version++;
}

static void say_version_0(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->version = 0;
}

static void push_nothing_in_it(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->record = (prap_bytes){NULL, 0};
}

static void say_a_wild_length(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    (void)user, (void)call, (void)record, (void)room;
    row->record.n = SIZE_MAX;
}

static const struct way {
    const char *name;
    enum memory_store_fault fault;
    prap_status status;
    memory_store_alter alter;
    bool is_a_lie;
} ways[] = {
    {"fails before: retry", MEMORY_STORE_STATUS_BEFORE, PRAP_RETRY, NULL, false},
    {"fails before: fail", MEMORY_STORE_STATUS_BEFORE, PRAP_FAIL, NULL, false},
    {"fails before: conflict", MEMORY_STORE_STATUS_BEFORE, PRAP_CONFLICT, NULL, false},
    {"fails before: unknown", MEMORY_STORE_STATUS_BEFORE, PRAP_UNKNOWN, NULL, false},
    {"fails before: damaged", MEMORY_STORE_STATUS_BEFORE, PRAP_E_DAMAGED, NULL, false},
    {"fails before: not a status", MEMORY_STORE_STATUS_BEFORE, -77, NULL, false},
    {"says that there is none", MEMORY_STORE_STATUS_BEFORE, PRAP_NONE, NULL, true},
    {"says that it is known", MEMORY_STORE_STATUS_BEFORE, PRAP_DUPLICATE, NULL, true},
    {"stored, and unknown", MEMORY_STORE_STATUS_AFTER, PRAP_UNKNOWN, NULL, false},
    {"stored, and damaged", MEMORY_STORE_STATUS_AFTER, PRAP_E_DAMAGED, NULL, false},
    {"stored, and retry", MEMORY_STORE_STATUS_AFTER, PRAP_RETRY, NULL, true},
    {"stored, and fail", MEMORY_STORE_STATUS_AFTER, PRAP_FAIL, NULL, true},
    {"stored, and conflict", MEMORY_STORE_EACH_AFTER, PRAP_CONFLICT, NULL, true},
    {"stored, and known", MEMORY_STORE_EACH_AFTER, PRAP_DUPLICATE, NULL, true},
    {"stored, and the change unknown", MEMORY_STORE_EACH_AFTER, PRAP_UNKNOWN, NULL, false},
    {"the change: conflict", MEMORY_STORE_EACH_BEFORE, PRAP_CONFLICT, NULL, false},
    {"the change: known", MEMORY_STORE_EACH_BEFORE, PRAP_DUPLICATE, NULL, true},
    {"the change: retry", MEMORY_STORE_EACH_BEFORE, PRAP_RETRY, NULL, false},
    {"the change: fail", MEMORY_STORE_EACH_BEFORE, PRAP_FAIL, NULL, false},
    {"the change: unknown", MEMORY_STORE_EACH_BEFORE, PRAP_UNKNOWN, NULL, false},
    {"the change: not a status", MEMORY_STORE_EACH_BEFORE, 99, NULL, false},
    {"the change: nothing is said", MEMORY_STORE_EACH_UNSET, PRAP_OK, NULL, false},
    {"no row", MEMORY_STORE_PUSH_NOTHING, PRAP_OK, NULL, true},
    {"each row twice", MEMORY_STORE_PUSH_TWICE, PRAP_OK, NULL, true},
    {"rows cut short", MEMORY_STORE_ALTER, PRAP_OK, cut_short, true},
    {"rows with a byte more", MEMORY_STORE_ALTER, PRAP_OK, append_a_byte, true},
    {"rows with a bit flipped", MEMORY_STORE_ALTER, PRAP_OK, flip_a_bit, true},
    {"rows of a later version", MEMORY_STORE_ALTER, PRAP_OK, say_a_later_version, true},
    {"rows of version 0", MEMORY_STORE_ALTER, PRAP_OK, say_version_0, true},
    {"rows with nothing in them", MEMORY_STORE_ALTER, PRAP_OK, push_nothing_in_it, true},
    {"rows of a wild length", MEMORY_STORE_ALTER, PRAP_OK, say_a_wild_length, true},
};
enum { WAYS = sizeof ways / sizeof *ways };

static bool is_of(const struct way *way, const struct memory_store_trouble *trouble) {
    return way->fault == trouble->fault && way->status == trouble->status && way->alter == trouble->alter;
}

static const struct way *way_of(const struct memory_store_trouble *trouble) {
    size_t i = 0;
    while (i + 1 < WAYS && !is_of(&ways[i], trouble)) i++;
    return &ways[i];
}

static void order(struct troubles *troubles, bool sticky) {
    const struct way *way = &ways[troubles->way];
    troubles->trouble =
        (struct memory_store_trouble){.fault = way->fault, .nth = 1, .sticky = sticky, .status = way->status, .alter = way->alter};
}

void troubles_begin(struct troubles *troubles) {
    memset(troubles, 0, sizeof *troubles);
}

bool troubles_next(struct troubles *troubles, bool came_about) {
    struct memory_store_trouble *trouble = &troubles->trouble;
    if (trouble->nth == 0) {
        order(troubles, false);
        return true;
    }
    if (came_about) {
        trouble->nth++;
        return true;
    }
    if (trouble->sticky && ++troubles->way == WAYS) return false;
    order(troubles, !trouble->sticky);
    return true;
}

bool trouble_is_honest(const struct memory_store_trouble *trouble) {
    return !way_of(trouble)->is_a_lie;
}

const char *trouble_name(const struct memory_store_trouble *trouble) {
    return way_of(trouble)->name;
}
