/* check-scans.c: walks, and what is due by a day. */
#include "base/crc.h"
#include "conformance/kit.h"

/* Bytes sort these otherwise than a language, an ear for capitals, or UTF-16 does; and here they come in no order. */
static const char *const names[] = {
    "b",  "a",   "B",   "10",  "9",  "~",   "\xc3\xa9", "Z",     "ab",  "abc",  "a b", "a-b",
    "z",  "A",   "-",   "1",   "_",  "a_b", "\xef\xbd\x9e", "\xf0\x9f\x92\xbc", "e",  "f",   " a", "zz",
    "aB", "e\xcc\x81", "2", "'",  "\xdf\xbf", "0",
};
enum { NAMES = sizeof names / sizeof *names };

static uint32_t fingerprint(const prapi_kit *kit, uint32_t count) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        const prapi_row_copy *row = &kit->rows[i];
        sum = prapi_crc32c(sum, row->case_id, row->case_id_bytes);
        sum = prapi_crc32c(sum, &row->version, sizeof row->version);
        sum = prapi_crc32c(sum, row->record, row->record_bytes);
    }
    return sum;
}

/* The same question three times. */
static void ask_again(prapi_kit *kit, const prap_scan *query) {
    uint32_t first = 0;
    for (int i = 0; i < 3; i++) {
        const prapi_kit_answer answer = prapi_kit_scan(kit, &kit->here, query, PRAPI_KIT_ROWS, PRAP_OK);
        const uint32_t sum = fingerprint(kit, answer.count);
        if (answer.status != PRAP_OK) return;
        if (i > 0 && sum != first) prapi_kit_tell(kit, PRAP_CONFORMANCE_SCAN_UNSTABLE, NULL, 0);
        first = sum;
    }
}

/* After each case, and after ids that no case has. */
static void begin_anywhere(prapi_kit *kit, prap_scan query, const prapi_kit_case *first) {
    static const char *const between[] = {"scans aa", "scans Aa", "scans m", "scans zzz", "scans \xf0\x9f\x92\xbd", "a", "z"};
    for (uint32_t i = 0; i < NAMES; i++) {
        query.after = prapi_kit_key(first + i).case_id;
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_AFTER);
    }
    for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
        query.after = prapi_kit_literal(between[i]);
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_AFTER);
    }
}

static void stop_anywhere(prapi_kit *kit, prap_scan query, const prapi_kit_case *first) {
    static const uint32_t limits[] = {0, 1, 2, 3, 7, NAMES - 1, NAMES, NAMES + 1, 1000, UINT32_MAX};
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        query.limit = limits[i];
        query.after = (prap_text){NULL, 0};
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_LIMIT);
        query.after = prapi_kit_key(first + i).case_id;
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_LIMIT);
    }
}

void prapi_kit_check_scans(prapi_kit *kit) {
    prapi_kit_case *first = &kit->cases[kit->n_cases];
    kit->mixed = PRAP_CONFORMANCE_CASES_CONFLATED;
    for (uint32_t i = 0; i < NAMES; i++) {
        prapi_kit_try made = prapi_kit_next(prapi_kit_named(kit, ".scans", names[i]), "");
        made.if_conflict = PRAP_CONFORMANCE_CASES_CONFLATED;
        if (!prapi_kit_commit(kit, &kit->here, &made, 1)) return;
    }
    const prap_scan all = prapi_kit_all_of(first);
    ask_again(kit, &all);
    if (prapi_kit_was_told(kit, PRAP_CONFORMANCE_SCAN_UNSTABLE)) return;
    if (!prapi_kit_walk(kit, &kit->here, &all, PRAP_CONFORMANCE_SCAN_MISSES)) return;
    begin_anywhere(kit, all, first);
    stop_anywhere(kit, all, first);
    /* Changed and made in the middle of a walk: nothing moves, and what is new stands where it belongs. */
    for (uint32_t i = 0; i < NAMES; i += 5) prapi_kit_append(kit, &kit->here, first + i, "changed");
    prapi_kit_walk(kit, &kit->here, &all, PRAP_CONFORMANCE_SCAN_MISSES);
    prapi_kit_append(kit, &kit->here, prapi_kit_named(kit, ".scans", "a new one"), "made");
    prapi_kit_append(kit, &kit->here, prapi_kit_named(kit, ".scans-2", "a"), "made");
    prapi_kit_walk(kit, &kit->here, &all, PRAP_CONFORMANCE_SCAN_MISSES);
    ask_again(kit, &all);
}

/* A case's next change, with other columns. Every kind of case may be due, and a hold is not a due day. */
static prapi_kit_try with_day(prapi_kit_case *one, prap_day next_due, uint32_t i) {
    static const uint32_t programmes[] = {PRAP_PROGRAMME_IPES, PRAP_PROGRAMME_WHP, PRAP_PROGRAMME_JETS};
    static const uint32_t stages[] = {PRAP_STATE_RECEIVED, PRAP_STATE_ACCEPTED, PRAP_STATE_REJECTED, PRAP_STATE_STARTED};
    static const prap_day holds[] = {PRAP_DAY_NONE, 18500, 19000, PRAP_DAY_MAX, 0};
    prapi_kit_try next = prapi_kit_next(one, "");
    next.columns = (prap_conformance_columns){programmes[i % 3], stages[i % 4], next_due, holds[i % 5]};
    return next;
}

static void commit_day(prapi_kit *kit, prapi_kit_case *one, prap_day next_due, uint32_t i) {
    prapi_kit_try next = with_day(one, next_due, i);
    prapi_kit_commit(kit, &kit->here, &next, 1);
}

static const prap_day days[] = {PRAP_DAY_NONE, 19000, 18999, 19001, PRAP_DAY_NONE, 0,     -1,    1,    PRAP_DAY_MIN,
                                PRAP_DAY_MAX,  -25000, 19000, 32767, 32768,        60000, -32769, 255,  PRAP_DAY_NONE};
enum { DAYS = sizeof days / sizeof *days };

/* What is due by every one of the days, the day before and the day after. */
static bool ask_by_day(prapi_kit *kit, prap_scan query) {
    for (uint32_t i = 0; i < DAYS; i++) {
        if (days[i] == PRAP_DAY_NONE) continue;
        for (prap_day by = -1; by <= 1; by++) {
            query.due_by = days[i] + by;
            if (query.due_by < PRAP_DAY_MIN || query.due_by > PRAP_DAY_MAX) continue;
            if (!prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_DUE)) return false;
        }
    }
    return true;
}

/* A refused change with a day of its own: the column stays. */
static void refuse_day(prapi_kit *kit, prapi_kit_case *one, prap_scan query) {
    prapi_kit_try refused = with_day(one, 17000, 1);
    refused.expected += 3;
    refused.want = PRAP_CONFLICT;
    prapi_kit_commit(kit, &kit->here, &refused, 1);
    kit->unmade = refused.salt;
    kit->leaves = PRAP_CONFORMANCE_REFUSAL_LEAVES;
    query.due_by = 17000;
    prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_DUE);
    kit->unmade = 0;
}

void prapi_kit_check_due_days(prapi_kit *kit) {
    char name[] = "case-a";
    prapi_kit_case *first = &kit->cases[kit->n_cases];
    for (uint32_t i = 0; i < DAYS; i++) {
        name[5] = (char)('a' + (i * 7) % DAYS); /* so that order of days is not order of names */
        commit_day(kit, prapi_kit_named(kit, ".due", name), days[i], i);
    }
    prap_scan query = prapi_kit_all_of(first);
    if (!prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_MISSES)) return;
    if (!ask_by_day(kit, query)) return;
    query.due_by = 19000;
    for (uint32_t i = 0; i < DAYS; i++) {
        query.after = prapi_kit_key(first + i).case_id;
        query.limit = 1 + i % 3;
        if (!prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_LIMIT)) return;
    }
    for (uint32_t i = 0; i < DAYS; i++) commit_day(kit, first + i, days[(i + 4) % DAYS], i + 1);
    query = prapi_kit_all_of(first);
    if (ask_by_day(kit, query)) refuse_day(kit, first, query);
}
