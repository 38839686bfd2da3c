/*
 * conformance-stores-test.c: the conformance kit over each broken store: what is wrong with it is told by name, and nothing
 * else; where it showed, what was wanted and what came is as the golden file has it.
 *
 *   conformance-stores-test PART PARTS GOLDEN    compare every PARTS-th store from PART on; the parts run at once
 *   conformance-stores-test --write GOLDEN       take what is told of all of them as golden: read it first
 *
 * PRAP_TEST_ONLY=STORE runs one of them alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "failing-allocator.h"
#include "heard.h"
#include "planted-store.h"
#include "share.h"
#include "transcript.h"

static const struct {
    enum planted_fault fault;
    enum planted_fault also;
    const char *name;
    const char *what;
    const char *findings;
} rows[] = {
#define X(NAME, WHAT, FINDINGS) {PLANTED_##NAME, PLANTED_SOUND, #NAME, WHAT, FINDINGS},
#include "broken-stores.def"
#undef X
#define X(NAME, ALSO, WHAT, FINDINGS) {PLANTED_##NAME, PLANTED_##ALSO, #NAME " and " #ALSO, WHAT, FINDINGS},
#include "broken-pairs.def"
#undef X
};

enum { ROOM = 16384 };

static size_t part, parts; /* which of the stores */
static const char *golden_path;
static bool writes;
static char golden[512 * 1024];

/* Every store of the part, or few of them where only a share is run; PRAP_TEST_STORES=all: every one all the same. */
static size_t step(void) {
    const size_t n = sizeof rows / sizeof *rows;
    const char *all = getenv("PRAP_TEST_STORES");
    if (test_share(100) >= 10 || (all != NULL && strcmp(all, "all") == 0)) return parts;
    return parts * (n / parts / test_share(n / parts));
}

struct told {
    struct heard heard;
    char text[ROOM];
};

static void add_id(char *room, prap_text text) {
    transcript_add(room, ROOM, " '");
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.bytes[i];
        transcript_add(room, ROOM, c < ' ' || c > '~' ? "\\x%02x" : "%c", c);
    }
    transcript_add(room, ROOM, "'");
}

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    struct told *told = user;
    const prap_word *check = prap_word_by_number(PRAP_WORDS_CONFORMANCE_CHECK, finding->check);
    const prap_status status = heard_finding(&told->heard, finding);
    transcript_add(told->text, ROOM, "  %s in %s", prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding)->name,
                   check == NULL ? "none" : check->name);
    add_id(told->text, finding->key.tenant);
    add_id(told->text, finding->key.case_id);
    transcript_add(told->text, ROOM, " sequence=%llu wanted=%s got=%d\n", (unsigned long long)finding->sequence,
                   prap_status_name(finding->wanted), finding->got);
    return status;
}

/* Is what was told of a store what the golden file has of it? It begins with the store's name, alone on a line. */
static bool is_golden(const char *name, const char *told) {
    char begins[128];
    snprintf(begins, sizeof begins, "\n%s:\n", name);
    const char *at = strstr(golden, begins);
    if (at == NULL) return false;
    at += strlen(begins);
    size_t n = 0;
    while (strncmp(at + n, "  ", 2) == 0) n += strcspn(at + n, "\n") + 1;
    return n == strlen(told) && memcmp(at, told, n) == 0;
}

/* Runs the kit over a broken store. Whether everything that was told is what had to be. */
static bool run_store(size_t i, struct told *told) {
    static struct planted_host host;
    struct failing_allocator allocator;
    prap_conformance_report report = {.size = sizeof report};
    memset(told, 0, sizeof *told);
    failing_allocator_init(&allocator);
    planted_host_open(&host, rows[i].fault, rows[i].also, &allocator.interface);
    assert_int_equal(prap_conformance_run(&host.conformance, i, 0, hear, told, &report, NULL), PRAP_OK);
    planted_host_close(&host);
    assert_int_equal(allocator.outstanding_bytes, 0);
    assert_int_equal(report.breaches, told->heard.n);
    assert_int_equal(report.unchecked, told->heard.unchecked);
    transcript_add(told->text, ROOM, "  checks=%u calls=%llu commits=%llu\n", report.checks, (unsigned long long)report.calls,
                   (unsigned long long)report.commits);
    const char *breaches = heard_names(&told->heard);
    if (strcmp(breaches, rows[i].findings) != 0) {
        print_error("%s: %s: \"%s\" rather than \"%s\"\n", rows[i].name, rows[i].what, breaches, rows[i].findings);
        return false;
    }
    if (writes || is_golden(rows[i].name, told->text)) return true;
    print_error("%s: %s: %s has something else than\n%s", rows[i].name, rows[i].what, golden_path, told->text);
    return false;
}

static void each_broken_store_is_told_what_it_gets_wrong(void **state) {
    static struct told told;
    const char *only = getenv("PRAP_TEST_ONLY");
    unsigned wrong = 0;
    FILE *out = writes ? fopen(golden_path, "wb") : NULL;
    (void)state;
    for (size_t i = part; i < sizeof rows / sizeof *rows; i += step()) {
        if (only != NULL && strcmp(only, rows[i].name) != 0) continue;
        wrong += !run_store(i, &told);
        if (out != NULL) fprintf(out, "\n%s:\n%s", rows[i].name, told.text);
    }
    if (writes) assert_int_equal(out != NULL && fclose(out) == 0, 1);
    assert_int_equal(wrong, 0);
}

/* The golden file tells of every store once, and of none that is gone. */
static void nothing_else_is_golden(void **state) {
    size_t told = 0;
    (void)state;
    for (const char *at = golden; (at = strstr(at, "\n\n")) != NULL; at += 2) told++;
    if (!writes) assert_int_equal(told + 1, sizeof rows / sizeof *rows);
}

static prap_status end_at_once(void *user, const prap_conformance_finding *finding) {
    ++*(unsigned *)user;
    (void)finding;
    return PRAP_E_ROOM;
}

/* Whatever is told first. */
static void a_visitor_ends_the_run_over_any_store(void **state) {
    (void)state;
    for (size_t i = part; i < sizeof rows / sizeof *rows; i += step()) {
        static struct planted_host host;
        struct failing_allocator allocator;
        prap_conformance_report report = {.size = sizeof report};
        prap_error error = {.size = sizeof error};
        unsigned told = 0;
        if (rows[i].findings[0] == '\0') continue;
        failing_allocator_init(&allocator);
        planted_host_open(&host, rows[i].fault, rows[i].also, &allocator.interface);
        assert_int_equal(prap_conformance_run(&host.conformance, i, 0, end_at_once, &told, &report, &error), PRAP_E_ROOM);
        planted_host_close(&host);
        assert_int_equal(told, 1);
        assert_int_equal(report.breaches + report.unchecked, 1);
        assert_int_equal(error.status, PRAP_E_ROOM);
        assert_string_equal(error.field, "");
        assert_int_equal(allocator.outstanding_bytes, 0);
    }
}

/* Reads the arguments, and the golden file after an empty line, as each of its stores stands after one. */
static bool begin(int argc, char **argv) {
    writes = argc == 3 && strcmp(argv[1], "--write") == 0;
    if (!writes && argc != 4) return false;
    part = writes ? 0 : strtoul(argv[1], NULL, 10);
    parts = writes ? 1 : strtoul(argv[2], NULL, 10);
    golden_path = argv[argc - 1];
    if (parts == 0 || part >= parts) return false;
    if (writes) return true;
    FILE *file = fopen(golden_path, "rb");
    if (file == NULL) return false;
    const size_t n = fread(golden, 1, sizeof golden - 1, file);
    return fclose(file) == 0 && n > 0 && n + 1 < sizeof golden;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_broken_store_is_told_what_it_gets_wrong),
        cmocka_unit_test(nothing_else_is_golden),
        cmocka_unit_test(a_visitor_ends_the_run_over_any_store),
    };
    if (!begin(argc, argv)) {
        fprintf(stderr, "usage: conformance-stores-test PART PARTS GOLDEN | --write GOLDEN\n");
        return 2;
    }
    return cmocka_run_group_tests_name("conformance-stores", tests, NULL, NULL);
}
