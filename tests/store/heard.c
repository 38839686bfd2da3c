/* heard.c: see heard.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

#include "heard.h"
#include "transcript.h"

prap_status heard_finding(void *user, const prap_conformance_finding *finding) {
    struct heard *heard = user;
    assert_int_equal(finding->size, sizeof *finding);
    assert_non_null(prap_word_by_number(PRAP_WORDS_CONFORMANCE, finding->finding));
    assert_non_null(prap_conformance_contract(finding->finding));
    if (finding->severity == PRAP_SEVERITY_NOTICE) {
        heard->unchecked++;
        assert_int_equal(finding->check, 0);
        return PRAP_OK;
    }
    assert_int_equal(finding->severity, PRAP_SEVERITY_BREACH);
    assert_non_null(prap_word_by_number(PRAP_WORDS_CONFORMANCE_CHECK, finding->check));
    assert_true(heard->n < HEARD_BREACHES);
    heard->breaches[heard->n++] = finding->finding;
    return PRAP_OK;
}

static int by_name(const void *left, const void *right) {
    return strcmp(prap_word_by_number(PRAP_WORDS_CONFORMANCE, *(const uint32_t *)left)->name,
                  prap_word_by_number(PRAP_WORDS_CONFORMANCE, *(const uint32_t *)right)->name);
}

const char *heard_names(struct heard *heard) {
    static char names[2048];
    names[0] = '\0';
    qsort(heard->breaches, heard->n, sizeof *heard->breaches, by_name);
    for (uint32_t i = 0; i < heard->n; i++)
        transcript_add(names, sizeof names, "%s%s", i == 0 ? "" : " ",
                       prap_word_by_number(PRAP_WORDS_CONFORMANCE, heard->breaches[i])->name);
    return names;
}
