#include "test-host.h"

#include <stdlib.h>
#include <string.h>

static void must(prap_status status) {
    if (status != PRAP_OK) abort();
}

static const prap_calendar *usual_calendar(void) {
    return prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
}

/* A rulebook of a programme under a calendar, which the host takes over. */
static void add_rulebook(struct test_host *host, uint32_t programme, const prap_calendar *calendar,
                         const prap_setting *settings, size_t n, const prap_supplement *supplement) {
    if (host->n_rulebooks == TEST_HOST_RULEBOOKS) abort();
    must(prap_rulebook_create_supplemented(&host->allocator.interface, programme, calendar, settings, n, supplement,
                                           &host->rulebooks[host->n_rulebooks], NULL));
    host->n_rulebooks++;
}

void test_host_renew_with(struct test_host *host, const prap_rulebook *const *rulebooks, size_t n) {
    prap_engine_destroy(host->engine);
    host->engine = NULL;
    must(prap_engine_create(&host->host, rulebooks, n, &host->engine, NULL));
}

void test_host_renew(struct test_host *host) {
    host->rulebook = host->rulebooks[0];
    test_host_renew_with(host, (const prap_rulebook *const *)host->rulebooks, host->n_rulebooks);
}

void test_host_use_calendar(struct test_host *host, const prap_calendar *calendar) {
    prap_engine_destroy(host->engine);
    host->engine = NULL;
    prap_rulebook_destroy(host->rulebooks[0]);
    host->n_rulebooks = 0;
    add_rulebook(host, PRAP_PROGRAMME_IPES, calendar, NULL, 0, NULL);
    test_host_renew(host);
}

static void open_engine(struct test_host *host) {
    test_host_renew(host);
    must(prap_answer_create(&host->allocator.interface, &host->answer));
}

static void prepare_host(struct test_host *host, struct memory_store *store) {
    memset(host, 0, sizeof *host);
    failing_allocator_init(&host->allocator);
    host->store = store;
    host->host.size = sizeof host->host;
    host->host.allocator = &host->allocator.interface;
    host->host.store = memory_store_interface(store);
}

static void open_over(struct test_host *host, struct memory_store *store, uint32_t programme,
                      const prap_setting *settings, size_t n, const prap_supplement *supplement) {
    prepare_host(host, store);
    add_rulebook(host, programme, usual_calendar(), settings, n, supplement);
    open_engine(host);
}

static void open_every_over(struct test_host *host, struct memory_store *store, const prap_setting *settings, size_t n,
                            const prap_supplement *supplement) {
    prepare_host(host, store);
    const prap_word *programme;
    for (uint32_t i = 0; (programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        if (prap_move_count(programme->number) == 0) continue;
        add_rulebook(host, programme->number, usual_calendar(), settings, n, supplement);
    }
    open_engine(host);
}

void test_host_open_every(struct test_host *host, const prap_setting *settings, size_t n,
                          const prap_supplement *supplement) {
    open_every_over(host, memory_store_create(), settings, n, supplement);
}

void test_host_reopen_every(struct test_host *host, struct memory_store *store, const prap_setting *settings,
                            size_t n) {
    open_every_over(host, store, settings, n, NULL);
}

void test_host_reopen(struct test_host *host, struct memory_store *store, const prap_setting *settings,
                      size_t n) {
    open_over(host, store, PRAP_PROGRAMME_IPES, settings, n, NULL);
}

void test_host_open_supplemented(struct test_host *host, uint32_t programme, const prap_supplement *supplement) {
    open_over(host, memory_store_create(), programme, NULL, 0, supplement);
}

void test_host_open(struct test_host *host, const prap_setting *settings, size_t n) {
    test_host_reopen(host, memory_store_create(), settings, n);
}

size_t test_host_close(struct test_host *host) {
    prap_answer_destroy(host->answer);
    prap_engine_destroy(host->engine);
    for (size_t i = 0; i < host->n_rulebooks; i++) prap_rulebook_destroy(host->rulebooks[i]);
    memory_store_destroy(host->store);
    return host->allocator.outstanding_bytes + host->allocator.wrong_releases;
}

static void prepare(struct test_host *host) {
    memset(&host->error, 0, sizeof host->error);
    host->error.size = sizeof host->error;
}

prap_status test_host_submit(struct test_host *host, const prap_command *command) {
    prepare(host);
    return prap_engine_submit(host->engine, command, host->answer, &host->error);
}

prap_status test_host_preview(struct test_host *host, const prap_command *command) {
    prepare(host);
    return prap_engine_preview(host->engine, command, host->answer, &host->error);
}

const prap_summary *test_host_summary(const struct test_host *host) {
    return prap_answer_summary(host->answer);
}

prap_day test_day(int32_t year, int32_t month, int32_t day_of_month) {
    prap_day day = PRAP_DAY_NONE;
    must(prap_day_from_civil(year, month, day_of_month, &day));
    return day;
}

prap_text test_text(const char *text) {
    return (prap_text){text, strlen(text)};
}

prap_key test_key(const char *case_id) {
    return (prap_key){{NULL, 0}, test_text(case_id)};
}

prap_command test_command(const char *case_id, uint32_t event, prap_day on) {
    prap_command command = {
        .size = sizeof command, .programme = PRAP_PROGRAMME_IPES, .event = event, .on = on};
    command.recorded = PRAP_DAY_NONE;
    command.key = test_key(case_id);
    return command;
}
