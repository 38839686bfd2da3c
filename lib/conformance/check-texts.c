/* check-texts.c: identifiers that are not the same, and that something between library and disk may take for the same. */
#include <string.h>

#include "conformance/kit.h"

/* By capitals, spaces, accents composed or not, wildcards, quotes, numbers, planes of Unicode. */
static const char *const alike[] = {
    "alike",          "Alike",           "ALIKE",          "alike ",           " alike",           "alike  ",
    "alik",           "alikea",          "alik\xc3\xa9",   "alike\xcc\x81",    "alik\xc3\x89",     "alik\xe2\x84\xae",
    "alike\xc2\xa0",  "alike\xe2\x80\x8b", "al\xc4\xb1ke", "alIke",            "al\xc4\xb0ke",     "ali\xe2\x84\xaa" "e",
    "%",              "alik%",           "alik_",          "al?ke",            "al*",              "alike'",
    "alike''",        "alike\"",         "alike\\",        "alike\\\\",        "alike;--",         "'; DROP TABLE x; --",
    "1",              "01",              "1.0",            "1e0",              "+1",               "-1",
    "0x1",            "10",              "9",              "NULL",             "null",             "true",
    "stra\xc3\x9f" "e", "strasse",       "\xef\xbd\x81like", "\xef\xbd\x9e",   "\xf0\x9f\x92\xbc", "\xf0\x9f\x92\xbd",
    "a/b",            "a\\b",            "a/./b",          "../a",             "a:b",              "a|b",
};
enum { ALIKE = sizeof alike / sizeof *alike };

/* The longest there may be, which differ in their last byte, and the same one byte shorter. */
enum { LONG = 3 };
static prap_text long_text(char *room, uint32_t i) {
    memset(room, 'l', PRAP_ID_BYTES);
    if (i < 2) room[PRAP_ID_BYTES - 1] = (char)('x' + i);
    return (prap_text){room, i < 2 ? PRAP_ID_BYTES : PRAP_ID_BYTES - 1};
}

static prap_text text_at(char *room, uint32_t i) {
    return i < ALIKE ? prapi_kit_literal(alike[i]) : long_text(room, i - ALIKE);
}

static bool make(prapi_kit *kit, prapi_kit_case *one, uint32_t if_not) {
    prapi_kit_try made = prapi_kit_next(one, "");
    made.if_conflict = made.if_duplicate = if_not;
    made.if_failed = PRAP_CONFORMANCE_IDENTIFIER_REFUSED;
    prapi_kit_commit(kit, &kit->here, &made, 1);
    return made.got == PRAP_OK;
}

void prapi_kit_check_case_ids(prapi_kit *kit) {
    char room[PRAP_ID_BYTES];
    prapi_kit_case *first = &kit->cases[kit->n_cases];
    kit->mixed = PRAP_CONFORMANCE_CASES_CONFLATED;
    kit->lost = PRAP_CONFORMANCE_IDENTIFIER_REFUSED;
    for (uint32_t i = 0; i < ALIKE + LONG; i++) {
        prapi_kit_case *one = prapi_kit_new(kit, ".case-ids", text_at(room, i));
        prapi_kit_look(kit, &kit->here, one); /* is it there before it is made? */
        if (!one->unsure) make(kit, one, PRAP_CONFORMANCE_CASES_CONFLATED);
    }
    for (prapi_kit_case *one = first; one < first + ALIKE + LONG; one++) {
        prapi_kit_look(kit, &kit->here, one);
        if (one->version > 0 && !one->unsure) make(kit, one, PRAP_CONFORMANCE_CASES_CONFLATED);
    }
    const prap_scan all = prapi_kit_all_of(first);
    prapi_kit_walk(kit, &kit->here, &all, PRAP_CONFORMANCE_SCAN_MISSES);
}

void prapi_kit_check_event_ids(prapi_kit *kit) {
    char room[PRAP_ID_BYTES];
    prapi_kit_case *one = prapi_kit_named(kit, ".event-ids", "one");
    for (uint32_t i = 0; i < ALIKE + LONG; i++) {
        prapi_kit_try made = prapi_kit_next(one, "");
        made.id = text_at(room, i);
        made.if_duplicate = PRAP_CONFORMANCE_IDS_CONFLATED;
        made.if_failed = PRAP_CONFORMANCE_IDENTIFIER_REFUSED;
        prapi_kit_commit(kit, &kit->here, &made, 1);
    }
    for (uint32_t i = 0; i < ALIKE + LONG; i++) {
        prapi_kit_try again = prapi_kit_next(one, "");
        again.id = text_at(room, i);
        again.want = PRAP_DUPLICATE;
        prapi_kit_commit(kit, &kit->here, &again, 1);
    }
}

/* Tenant and case id that are the same when they are run together, with whatever somebody may put between them. */
static void run_together(prapi_kit *kit, char between) {
    char tenant[] = ".x?y", case_id[] = "y?z";
    tenant[2] = case_id[1] = between;
    make(kit, prapi_kit_new(kit, ".x", prapi_kit_literal(case_id)), PRAP_CONFORMANCE_TENANTS_MIXED);
    make(kit, prapi_kit_new(kit, tenant, prapi_kit_literal("z")), PRAP_CONFORMANCE_TENANTS_MIXED);
}

static void make_everywhere(prapi_kit *kit) {
    static const char *const tenants[] = {".t", ".T", ".t ", ".tt", ".t%", "", ".\xc3\xa9", ".e\xcc\x81"};
    char longest[PRAP_ID_BYTES + 1] = {0};
    for (size_t i = 0; i < sizeof tenants / sizeof *tenants; i++) {
        prapi_kit_case *one = prapi_kit_new(kit, tenants[i], prapi_kit_literal("same"));
        prapi_kit_look(kit, &kit->here, one);
        if (!one->unsure) make(kit, one, PRAP_CONFORMANCE_TENANTS_MIXED);
    }
    memset(longest, 'l', PRAP_ID_BYTES - kit->name_bytes);
    for (char last = 'x'; last <= 'y'; last++) {
        longest[PRAP_ID_BYTES - kit->name_bytes - 1] = last;
        make(kit, prapi_kit_new(kit, longest, prapi_kit_literal("same")), PRAP_CONFORMANCE_TENANTS_MIXED);
    }
}

/* Every case by itself, every tenant as a walk, and what is due in each. */
static void look_everywhere(prapi_kit *kit, const prapi_kit_case *first, const prapi_kit_case *end) {
    for (prapi_kit_case *one = &kit->cases[first - kit->cases]; one < end; one++) {
        prap_scan query = prapi_kit_all_of(one);
        prapi_kit_look(kit, &kit->here, one);
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_MISSES);
        query.due_by = PRAP_DAY_MAX;
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_DUE);
    }
}

void prapi_kit_check_tenants(prapi_kit *kit) {
    static const char between[] = ":/|.-_ ,;#+=&~";
    const uint32_t first = kit->n_cases;
    kit->mixed = PRAP_CONFORMANCE_TENANTS_MIXED;
    make_everywhere(kit);
    make(kit, prapi_kit_new(kit, ".a", prapi_kit_literal("bc")), PRAP_CONFORMANCE_TENANTS_MIXED);
    make(kit, prapi_kit_new(kit, ".ab", prapi_kit_literal("c")), PRAP_CONFORMANCE_TENANTS_MIXED);
    const bool conflated = prapi_kit_was_told(kit, PRAP_CONFORMANCE_CASES_CONFLATED); /* which these would be too */
    for (size_t i = 0; between[i] != '\0' && !conflated; i++) run_together(kit, between[i]);
    look_everywhere(kit, &kit->cases[first], &kit->cases[kit->n_cases]);
}

/* Named as the kit's tenants are, so that it stands apart from the host's own. */
void prapi_kit_check_empty_tenant(prapi_kit *kit) {
    kit->mixed = PRAP_CONFORMANCE_TENANTS_MIXED;
    prapi_kit_case *elsewhere = prapi_kit_new(kit, ".empty", (prap_text){kit->name, kit->name_bytes});
    make(kit, elsewhere, PRAP_CONFORMANCE_TENANTS_MIXED);
    prapi_kit_case *one = prapi_kit_new(kit, NULL, (prap_text){kit->name, kit->name_bytes});
    prapi_kit_look(kit, &kit->here, one);
    if (one->unsure || !make(kit, one, PRAP_CONFORMANCE_TENANTS_MIXED)) return;
    prapi_kit_append(kit, &kit->here, one, "again");
    prap_scan query = prapi_kit_all_of(one);
    query.after = (prap_text){kit->name, kit->name_bytes - 1}; /* whatever the host has there comes before or after */
    query.limit = 1;
    prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_MISSES);
    prapi_kit_look(kit, &kit->here, elsewhere);
}
