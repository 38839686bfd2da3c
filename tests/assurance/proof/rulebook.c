/*
 * rulebook.c: rulebooks of any programme, with up to MOST suspensions, thresholds and definitions of the host's, of any days and
 * numbers and texts of BYTES bytes; and what such definitions come to of any case.
 *
 * Part: referral/rulebook.c referral/supplement.c referral/check-supplement.c referral/definitions.c
 * Define: prapi_text_bytes=strlen
 * Include: contracts/crc.h
 * Stated: prapi_crc32c
 * Options: -eva-auto-loop-unroll 20 -eva-interprocedural-splits
 *   -eva-slevel-function any_settings:400,prap_word_by_number:400,prapi_settings_take:200
 *   -eva-split-return-function prap_rulebook_create_supplemented:0
 */
#include "any-case.h"
#include "any-settings.h"

#include "referral/answer.h"
#include "referral/definitions.h"

enum { MOST = 2, BYTES = 3, PROGRAMMES = 5, CLOCKS = 18 };

static char name[BYTES], source[BYTES];
static prap_suspension suspensions[MOST];
static prap_threshold thresholds[MOST];
static prap_deadline_definition definitions[MOST];
static uint64_t block[(sizeof(prap_rulebook) + sizeof(prapi_supplement)) / sizeof(uint64_t) + 8];
static prap_error error;

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return maybe() && bytes <= sizeof block ? block : NULL;
}

static void release(void *user, void *memory, size_t bytes) {
    (void)user;
    (void)memory;
    (void)bytes;
}

static prap_allocator allocator = {.size = sizeof allocator, .allocate = allocate, .release = release};

static void ask_of(const prap_rulebook *rulebook) {
    int64_t pence;
    prap_day last;
    (void)prap_rulebook_hash(rulebook);
    (void)prap_rulebook_setting(rulebook, any_u32());
    (void)prap_rulebook_programme(rulebook);
    (void)prap_rulebook_calendar(rulebook);
    (void)prap_rulebook_suspension_at(rulebook, any_u32());
    (void)prap_rulebook_threshold_at(rulebook, any_u32());
    (void)prap_rulebook_definition_at(rulebook, any_u32());
    if (rulebook == NULL) return;
    (void)prapi_rulebook_is_suspended(rulebook, any_day(), &last);
    (void)prapi_rulebook_national_threshold(rulebook, any_day(), &pence);
}

static void create(uint32_t programme, uint32_t n) {
    prap_rulebook *rulebook = NULL;
    const prap_calendar *const calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_supplement supplement = {
        .size = sizeof supplement, .n_suspensions = n, .n_thresholds = n, .n_deadlines = n, .suspensions = suspensions,
        .thresholds = thresholds, .deadlines = definitions};
    if (prap_rulebook_create_supplemented(&allocator, programme, calendar, NULL, 0, n > 0 ? &supplement : NULL, &rulebook,
                                          MAYBE(error)) != PRAP_OK) return;
    if (rulebook->supplement == NULL) ask_of(rulebook);
    else ask_of(rulebook);
    prap_rulebook_destroy(rulebook);
}

static void wrong(void) {
    prap_rulebook *rulebook;
    prap_supplement supplement;
    const prap_allocator lacking = {.size = sizeof lacking};
    const prap_calendar *const calendar = prap_calendar_built_in(1);
    ANY(supplement);
    supplement.size = (uint32_t)any_of(0, sizeof supplement);
    supplement.suspensions = NULL;
    supplement.thresholds = NULL;
    supplement.deadlines = NULL;
    supplement.n_deadlines = 1;
    (void)prap_rulebook_create_supplemented(&allocator, 1, calendar, NULL, 0, &supplement, &rulebook, &error);
    (void)prap_rulebook_create(&lacking, 1, calendar, NULL, 0, &rulebook, &error);
    (void)prap_rulebook_create(MAYBE(allocator), any_u32(), NULL, NULL, 1, &rulebook, NULL);
    prap_rulebook_destroy(NULL);
    ask_of(NULL);
}

/* A definition as a rulebook has taken it, and what it comes to. */
static void list_of(uint32_t programme) {
    static prapi_case state;
    static prap_answer answer;
    static prap_rulebook rulebook;
    static prapi_supplement taken;
    prapi_clock_days days;
    ANY(days);
    memset(&rulebook, 0, sizeof rulebook);
    rulebook.programme = prapi_programme_find(programme);
    rulebook.calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    rulebook.supplement = &taken;
    any_settings(rulebook.settings);
    any_case(&state, programme);
    ANY(taken);
    taken.n_deadlines = 1;
    prap_deadline_definition *const one = &taken.deadlines[0];
    one->anchor = (uint32_t)any_of(1, PRAP_CASE_DAY_FORM_SENT);
    one->n = any_of(0, PRAP_DEFINITION_DAYS_MAX);
    one->include_day = 0;
    for (size_t i = 0; i < PRAP_DONE_BY_MAX; i++) one->done_by[i] = (uint32_t)any_of(0, PRAP_CASE_DAY_FORM_SENT);
    one->name = (prap_text){taken.names[0], BYTES};
    one->source = (prap_text){taken.sources[0], BYTES};
    for (uint32_t n = 0; n <= CLOCKS; n += CLOCKS / 2) {
        ANY(answer);
        answer.n_deadlines = n;
        one->n = any_of(0, PRAP_DEFINITION_DAYS_MAX);
        one->include_day = 0;
        (void)prapi_definitions_list(&rulebook, &state, &days, maybe() ? PRAP_STATE_NONE : any_state(), any_day(), &answer);
        answer.n_deadlines = n;
        one->n = any_of(1, PRAP_DEFINITION_DAYS_MAX);
        one->include_day = 1;
        (void)prapi_definitions_list(&rulebook, &state, &days, any_state(), any_day(), &answer);
    }
}

int main(void) {
    error.size = sizeof error;
    ANY(name);
    ANY(source);
    ANY(suspensions);
    ANY(thresholds);
    ANY(definitions);
    for (size_t i = 0; i < MOST; i++) {
        definitions[i].size = sizeof definitions[i];
        definitions[i].name = (prap_text){name, BYTES};
        definitions[i].source = (prap_text){source, BYTES};
    }
    for (uint32_t programme = 1; programme <= PROGRAMMES; programme++) create(programme, 0);
    create(PRAP_PROGRAMME_IPES, 1);
    create(PRAP_PROGRAMME_WHP, MOST);
    wrong();
    list_of(PRAP_PROGRAMME_IPES);
    list_of(PRAP_PROGRAMME_WHP);
    return 0;
}
