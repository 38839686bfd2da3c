/*
 * said.c: what is said of facts, by each number and any other; the settings that a host gives, by any numbers and any name and
 * value of the lengths below.
 *
 * Part: vocabulary/facts.c vocabulary/settings.c
 * Define: prapi_text_bytes=strlen
 * Options: -eva-auto-loop-unroll 45 -eva-interprocedural-splits -eva-slevel-function prapi_words:2000,prap_word_by_number:400
 *   -eva-slevel-function prap_word_find:1000
 */
#include "any.h"

#include "vocabulary/facts.h"
#include "vocabulary/vocabulary.h"

enum { LONGEST = 41, MOST = 2 };

static char name[LONGEST], value[LONGEST];
static prap_error error;
static prap_setting settings[MOST];
static int32_t values[PRAPI_POLICY_END];

static void say(prapi_fact_words kinds, int64_t of) {
    prap_fact fact;
    ANY(fact);
    fact.value = of;
    const prap_status status = prapi_said_check(kinds, &fact);
    if (status != PRAP_OK) (void)prapi_said_fail_at(kinds, &fact, any_u64(), status, MAYBE(error));
}

/* Of the words of the options each number by itself, and any other. */
static void said(prapi_fact_words kinds) {
    //@ loop unroll PRAPI_NUMBERS;
    for (int64_t number = 0; number < PRAPI_NUMBERS; number++) say(kinds, number);
    const int64_t number = (int64_t)any_u64();
    if (number < 0 || number >= PRAPI_NUMBERS) say(kinds, number);
}

static void parse(size_t n, size_t m) {
    prap_setting setting;
    (void)prap_setting_parse((prap_text){LAST(name, n), n}, (prap_text){LAST(value, m), m}, MAYBE(setting), MAYBE(error));
}

static void settings_of(void) {
    static const size_t lengths[] = {0, 1, 2, 3, 4, 10, LONGEST};
    //@ loop unroll 10;
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) parse(lengths[i], lengths[i]);
    parse(10, 4);
    parse(4, 10);
    (void)prap_setting_parse((prap_text){NULL, 0}, (prap_text){NULL, 0}, NULL, NULL);
    for (size_t n = 0; n <= MOST; n++) (void)prapi_settings_take(values, LAST(settings, n), n, MAYBE(error));
}

int main(void) {
    ANY(name);
    ANY(value);
    ANY(settings);
    error.size = sizeof error;
    said((prapi_fact_words){PRAP_WORDS_FACT, PRAP_WORDS_OPTION});
    said((prapi_fact_words){PRAP_WORDS_DESK_FACT, PRAP_WORDS_DESK_OPTION});
    said((prapi_fact_words){PRAP_WORDS_FORM_FACT, PRAP_WORDS_FORM_OPTION});
    said((prapi_fact_words){PRAP_WORDS_RETENTION_FACT, 0});
    settings_of();
    return 0;
}
