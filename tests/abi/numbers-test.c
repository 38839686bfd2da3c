/*
 * numbers-test.c: the built library knows every frozen number of tests/golden/vocabulary.txt under its frozen
 * name, finds it both ways, and knows no number that is not frozen.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "prap/prap.h"

enum { MOST_KINDS = 256, LINE_BYTES = 256 };

/* What the golden file says, read once. */
static struct golden {
    char kinds[MOST_KINDS][40]; /* name of each PRAP_WORDS_* number */
    uint32_t words[MOST_KINDS]; /* how many words of each */
    uint32_t rules;
    uint32_t statuses;
    uint32_t others; /* ambiguities, policies and contacts */
    uint32_t wrong;
} golden;

static const char *golden_path;

static void wrong(const char *line) {
    golden.wrong++;
    print_error("the library contradicts: %s", line);
}

static uint32_t kind_number(const char *name) {
    for (uint32_t i = 0; i < MOST_KINDS; i++)
        if (strcmp(golden.kinds[i], name) == 0) return i;
    return 0;
}

static void check_word(const char *line) {
    char kind_name[40], name[80];
    uint32_t number;
    assert_int_equal(3, sscanf(line, "word %39s %u %79s", kind_name, &number, name));
    const uint32_t kind = kind_number(kind_name);
    const prap_word *word = prap_word_by_number(kind, number);
    if (kind == 0 || word == NULL || strcmp(word->name, name) != 0 || word->kind != kind ||
        prap_word_find(kind, name, strlen(name)) != word)
        wrong(line);
    else
        golden.words[kind]++;
}

static void check_status(const char *line) {
    char name[80];
    int32_t number;
    assert_int_equal(2, sscanf(line, "status %d %79s", &number, name));
    if (prap_status_name(number) == NULL || strcmp(prap_status_name(number), name) != 0) wrong(line);
    golden.statuses++;
}

static void check_rule(const char *line) {
    char id[80];
    uint32_t number;
    assert_int_equal(2, sscanf(line, "rule %u %79s", &number, id));
    const prap_rule *rule = prap_rule_by_number(number);
    if (rule == NULL || strcmp(rule->id, id) != 0 || prap_rule_find(id, strlen(id)) != rule) wrong(line);
    golden.rules++;
}

/* The other rows of the catalogue: their numbers are permanent too. */
static void check_catalogue(const char *line) {
    char what[16], id[80];
    uint32_t number, found = 0;
    assert_int_equal(3, sscanf(line, "%15s %u %79s", what, &number, id));
    if (what[0] == 'a') {
        const prap_ambiguity *ambiguity = prap_ambiguity_find(id, strlen(id));
        if (ambiguity != NULL && prap_ambiguity_by_number(number) == ambiguity) found = ambiguity->number;
    } else if (what[0] == 'p') {
        const prap_catalogue_policy *policy = prap_catalogue_policy_find(id, strlen(id));
        if (policy != NULL && prap_catalogue_policy_by_number(number) == policy) found = policy->number;
    } else {
        const prap_contact *contact = prap_contact_find(id, strlen(id));
        if (contact != NULL) found = contact->number;
    }
    if (found != number) wrong(line);
    golden.others++;
}

static void read_constant(const char *line) {
    char name[80];
    long long number;
    assert_int_equal(2, sscanf(line, "constant %79s %lld", name, &number));
    if (strncmp(name, "PRAP_WORDS_", 11) == 0 && number > 0 && number < MOST_KINDS)
        snprintf(golden.kinds[number], sizeof golden.kinds[number], "%.39s", name + 11);
}

/* Two passes, because the kinds' numbers may stand after the words that need them. */
static int read_golden(void **state) {
    char line[LINE_BYTES];
    (void)state;
    FILE *file = fopen(golden_path, "r");
    if (file == NULL) return -1;
    while (fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "constant ", 9) == 0) read_constant(line);
    rewind(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (strncmp(line, "word ", 5) == 0) check_word(line);
        if (strncmp(line, "status ", 7) == 0) check_status(line);
        if (strncmp(line, "rule ", 5) == 0) check_rule(line);
        if (strncmp(line, "ambiguities ", 12) == 0 || strncmp(line, "policies ", 9) == 0 ||
            strncmp(line, "contacts ", 9) == 0)
            check_catalogue(line);
    }
    return fclose(file);
}

static void frozen_numbers_have_their_frozen_names(void **state) {
    (void)state;
    assert_int_equal(0, golden.wrong);
}

static void every_word_is_frozen(void **state) {
    uint32_t kinds = 0;
    (void)state;
    for (uint32_t kind = 1; kind < MOST_KINDS; kind++) {
        assert_int_equal(golden.words[kind], prap_word_count(kind));
        kinds += golden.words[kind] > 0;
    }
    assert_true(kinds > 9);
}

static void every_status_is_frozen(void **state) {
    uint32_t statuses = 0;
    (void)state;
    for (int32_t number = -1000; number <= 1000; number++)
        statuses += prap_status_name(number) != NULL;
    assert_int_equal(golden.statuses, statuses);
}

static void every_rule_is_frozen_and_found(void **state) {
    (void)state;
    assert_true(golden.rules > 0);
    assert_int_equal(golden.rules, prap_rule_count());
    for (uint32_t i = 0; i < prap_rule_count(); i++) {
        const prap_rule *rule = prap_rule_at(i);
        assert_ptr_equal(rule, prap_rule_by_number(rule->number));
        assert_ptr_equal(rule, prap_rule_find(rule->id, strlen(rule->id)));
        assert_int_equal(sizeof(prap_rule), rule->size);
        assert_non_null(prap_word_by_number(PRAP_WORDS_KIND, rule->kind));
        assert_non_null(prap_word_by_number(PRAP_WORDS_SOFTWARE, rule->software));
    }
}

static void every_row_of_the_catalogue_is_frozen(void **state) {
    (void)state;
    assert_int_equal(golden.others,
                     prap_ambiguity_count() + prap_catalogue_policy_count() + prap_contact_count());
}

static void what_is_no_rule_is_not_found(void **state) {
    (void)state;
    assert_null(prap_rule_at(prap_rule_count()));
    assert_null(prap_rule_by_number(0));
    assert_null(prap_rule_by_number(UINT32_MAX));
    assert_null(prap_rule_find(NULL, 0));
    assert_null(prap_rule_find("", 0));
    assert_null(prap_rule_find("IPES-3.2", 8));    /* the beginning of many */
    assert_null(prap_rule_find("IPES-3.222", 10)); /* longer than one */
    assert_null(prap_rule_find("ipes-3.22", 9));
    assert_null(prap_rule_find("IPES-3.22\0", 10));
    assert_non_null(prap_rule_find("IPES-3.22-N1", 9)); /* only the bytes that were named are read */
}

int main(int count, char **arguments) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frozen_numbers_have_their_frozen_names),
        cmocka_unit_test(every_word_is_frozen),
        cmocka_unit_test(every_status_is_frozen),
        cmocka_unit_test(every_rule_is_frozen_and_found),
        cmocka_unit_test(every_row_of_the_catalogue_is_frozen),
        cmocka_unit_test(what_is_no_rule_is_not_found),
    };
    if (count != 2) return EXIT_FAILURE;
    golden_path = arguments[1];
    return cmocka_run_group_tests(tests, read_golden, NULL);
}
