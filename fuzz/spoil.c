/* spoil.c: see spoil.h. The members are those that tests/abi/ has frozen. */
#include "spoil.h"

#include <string.h>

enum kind { UNSIGNED, SIGNED, LONG_UNSIGNED, LONG_SIGNED, TEXT, KEY, MOMENT, FACT, OTHER };

struct member {
    const char *type;
    const char *name;
    size_t at;
    size_t bytes;
    enum kind kind;
};

#define KIND_OF(type, member)                                                                                              \
    _Generic(&((type *)0)->member, uint32_t *: UNSIGNED, int32_t *: SIGNED, uint64_t *: LONG_UNSIGNED, int64_t *: LONG_SIGNED, \
             prap_text *: TEXT, prap_key *: KEY, prap_moment *: MOMENT, prap_fact *: FACT, default: OTHER)

#define FROZEN(type, bytes)
#define SIZED(type, bytes)
#define MEMBER(type, member, offset, bytes) \
    {#type, #member, offsetof(type, member), sizeof(((type *)0)->member), KIND_OF(type, member)},
static const struct member members[] = {
#include "../tests/abi/layout-0.1.def"
};

enum { MEMBERS = sizeof members / sizeof *members, HUNDREDS = 300 };

static const uint32_t unsigned_values[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 16, 20, 31, 32, 33, 41, 64, 65, 90, 91, 100, 166, 255,
                                           1000, 1440, 4711, 100000, INT32_MAX, (uint32_t)1 << 31, UINT32_MAX - 1, UINT32_MAX};
static const int32_t steps[] = {1, -1, 2, -2, 7, -7, 30, -30, 400, -400, 3661, -3661};
static const int32_t days[] = {PRAP_DAY_NONE, PRAP_DAY_MIN, PRAP_DAY_MIN - 1, PRAP_DAY_MAX, PRAP_DAY_MAX + 1, INT32_MAX, 0, -1,
                               1440, 1441, PRAP_DAY_MAX - 5, PRAP_DAY_MIN + 5, 60, 3660, 3661, -2};

static prap_text text_of(uint32_t how) {
    static char many[HUNDREDS];
    static const char *const texts[] = {"",        "a",        "own-clock", "Own", "two\nlines", "\xff\xfe", "JG103759A", "jg 10 37 59 a",
                                        "\xc3\xa9", "-",        "a--b",      "9a",  "ack",       " ",        "2023-05-05", "07700 900123"};
    enum { WORDS = sizeof texts / sizeof *texts };
    memset(many, 'a', sizeof many);
    how %= WORDS + 6;
    if (how < WORDS) return (prap_text){texts[how], strlen(texts[how])};
    const prap_text odd[] = {{NULL, 0}, {NULL, 3}, {many, 41}, {many, 65}, {many, 121}, {many, sizeof many}};
    return odd[how - WORDS];
}

/* Counts for which a header names the most that there may be; more than there are elements would be read of any other. */
static bool has_limit(const struct member *member) {
    static const char *const without[] = {"prap_caseload.n_snapshots", "prap_caseload_question.n_days", "prap_call_setup.n_settings",
                                          "prap_call_setup.n_closures", "prap_service_question.n_days"};
    char name[HUNDREDS];
    snprintf(name, sizeof name, "%s.%s", member->type, member->name);
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        if (strcmp(name, without[i]) == 0) return false;
    }
    return true;
}

static bool is_count(const struct member *member) {
    return strncmp(member->name, "n_", 2) == 0 || strcmp(member->name, "n") == 0;
}

/* Sizes and counts have four bytes or eight, in whichever order the machine has them. */
static uint64_t number_of(const struct member *member, const void *at) {
    return member->bytes == sizeof(uint32_t) ? *(const uint32_t *)at : *(const uint64_t *)at;
}

static void put_number(const struct member *member, uint64_t number, void *at) {
    if (member->bytes == sizeof(uint32_t)) *(uint32_t *)at = (uint32_t)number;
    else *(uint64_t *)at = number;
}

static void put_size(const struct member *member, uint32_t how, void *at, void *what) {
    const uint64_t size = number_of(member, at);
    if (how % 8 == 7) ((uint8_t *)what)[size] = 1; /* what a newer program says there, and we cannot know */
    /* No program was compiled with a struct that ends within a member. */
    const uint64_t sizes[] = {0, 1, 4, 8, size + 4, size + SPOIL_ROOM, 16, size + SPOIL_ROOM / 2};
    put_number(member, sizes[how % 8], at);
}

static void put_count(const struct member *member, uint32_t how, void *at) {
    put_number(member, how % 2 != 0 && has_limit(member) ? 100000 : 0, at);
}

static void put_signed(int32_t *at, uint32_t how) {
    enum { DAYS = sizeof days / sizeof *days, STEPS = sizeof steps / sizeof *steps };
    if (how % (DAYS + STEPS) < DAYS) *at = days[how % (DAYS + STEPS)];
    else if (*at > PRAP_DAY_MIN && *at < PRAP_DAY_MAX) *at += steps[how % (DAYS + STEPS) - DAYS];
}

static void put_long(uint64_t *at, uint32_t how) {
    const uint64_t values[] = {0, 1, UINT64_MAX, (uint64_t)INT64_MAX, *at + 1, *at - 1, (uint64_t)1 << 40, 100};
    *at = values[how % 8];
}

static void put(const struct member *member, uint32_t how, uint8_t *what) {
    void *const at = what + member->at;
    if (strcmp(member->name, "user") == 0) return; /* a callback's own */
    if (strcmp(member->name, "size") == 0) {
        put_size(member, how, at, what);
    } else if (is_count(member)) {
        put_count(member, how, at);
    } else {
        switch (member->kind) {
        case UNSIGNED: *(uint32_t *)at = unsigned_values[how % (sizeof unsigned_values / sizeof *unsigned_values)]; break;
        case SIGNED: put_signed(at, how); break;
        case LONG_UNSIGNED:
        case LONG_SIGNED: put_long(at, how); break;
        case TEXT: *(prap_text *)at = text_of(how); break;
        case KEY: *(how % 2 == 0 ? &((prap_key *)at)->case_id : &((prap_key *)at)->tenant) = text_of(how / 2); break;
        case MOMENT: put_signed(how % 3 == 0 ? &((prap_moment *)at)->day : how % 3 == 1 ? &((prap_moment *)at)->minute
                                                                                       : &((prap_moment *)at)->offset, how / 3); break;
        case FACT: put_long((uint64_t *)&((prap_fact *)at)->value, how); break;
        case OTHER: memset(at, 0, member->bytes); break;
        }
    }
}

void spoil(struct rest *rest, const char *type, void *what) {
    size_t first = 0, n = 0;
    const uint32_t which = take(rest), how = take(rest);
    while (first < MEMBERS && strcmp(members[first].type, type) != 0) first++;
    while (first + n < MEMBERS && strcmp(members[first + n].type, type) == 0) n++;
    must(n > 0, "no public struct of this name is frozen");
    put(&members[first + which % n], how, what);
}

prap_status spoil_status(uint32_t which) {
    static const prap_status statuses[] = {PRAP_NONE,    PRAP_CONFLICT,  PRAP_DUPLICATE, PRAP_RETRY,     PRAP_UNKNOWN,   PRAP_FAIL,
                                           PRAP_E_LIMIT, PRAP_E_DAMAGED, PRAP_E_SIZE,    PRAP_E_VERSION, PRAP_E_FOREIGN, -1};
    return statuses[which % (sizeof statuses / sizeof *statuses)];
}
