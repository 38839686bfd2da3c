/* conformance-test.c: the conformance kit over the sound store, and over each broken one: told by name, and no other. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "failing-allocator.h"
#include "planted-store.h"

static const struct {
    const char *name;
    const char *what;
    const char *findings;
} rows[] = {
#define X(NAME, WHAT, FINDINGS) {#NAME, WHAT, FINDINGS},
#include "broken-stores.def"
#undef X
};

enum { HEARD = 96 };

struct heard {
    uint32_t breaches[HEARD];
    uint32_t n;
    uint32_t unchecked;
};

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    struct heard *heard = user;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding);
    assert_non_null(word);
    assert_non_null(prap_conformance_contract(finding->finding));
    if (finding->severity == PRAP_SEVERITY_NOTICE) {
        heard->unchecked++;
        return PRAP_OK;
    }
    assert_int_equal(finding->severity, PRAP_SEVERITY_BREACH);
    assert_non_null(prap_word_by_number(PRAP_WORDS_CONFORMANCE_CHECK, finding->check));
    if (getenv("PRAP_TEST_VERBOSE") != NULL) {
        print_message("    %s in %s: %.*s|%.*s at %llu, wanted %d, got %d\n", word->name,
                      prap_word_by_number(PRAP_WORDS_CONFORMANCE_CHECK, finding->check)->name, (int)finding->key.tenant.n,
                      finding->key.tenant.n == 0 ? "" : finding->key.tenant.bytes, (int)finding->key.case_id.n,
                      finding->key.case_id.n == 0 ? "" : finding->key.case_id.bytes, (unsigned long long)finding->sequence,
                      finding->wanted, finding->got);
    }
    heard->breaches[heard->n++] = finding->finding;
    return PRAP_OK;
}

static int by_name(const void *left, const void *right) {
    return strcmp(prap_word_by_number(PRAP_WORDS_CONFORMANCE, *(const uint32_t *)left)->name,
                  prap_word_by_number(PRAP_WORDS_CONFORMANCE, *(const uint32_t *)right)->name);
}

static void write_breaches(struct heard *heard, char *room, size_t room_bytes) {
    size_t n = 0;
    room[0] = '\0';
    qsort(heard->breaches, heard->n, sizeof *heard->breaches, by_name);
    for (uint32_t i = 0; i < heard->n; i++) {
        n += (size_t)snprintf(room + n, room_bytes - n, "%s%s", i == 0 ? "" : " ",
                              prap_word_by_number(PRAP_WORDS_CONFORMANCE, heard->breaches[i])->name);
    }
}

static void each_broken_store_is_told_what_it_gets_wrong(void **state) {
    (void)state;
    unsigned wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        static struct planted_host host;
        const char *only = getenv("PRAP_TEST_ONLY"); /* the name of one row */
        if (only != NULL && strcmp(only, rows[i].name) != 0) continue;
        struct failing_allocator allocator;
        struct heard heard = {0};
        prap_conformance_report report = {.size = sizeof report};
        char breaches[2048];
        failing_allocator_init(&allocator);
        planted_host_open(&host, (enum planted_fault)i, &allocator.interface);
        assert_int_equal(prap_conformance_run(&host.conformance, i, 0, hear, &heard, &report, NULL), PRAP_OK);
        planted_host_close(&host);
        assert_int_equal(allocator.outstanding_bytes, 0);
        assert_int_equal(report.breaches, heard.n);
        assert_int_equal(report.unchecked, heard.unchecked);
        write_breaches(&heard, breaches, sizeof breaches);
        if (strcmp(breaches, rows[i].findings) == 0) continue;
        print_error("%s: %s: \"%s\" rather than \"%s\"\n", rows[i].name, rows[i].what, breaches, rows[i].findings);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_broken_store_is_told_what_it_gets_wrong),
    };
    return cmocka_run_group_tests_name("conformance", tests, NULL, NULL);
}
