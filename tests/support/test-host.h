/*
 * test-host.h: everything a test needs to put a case through the engine: allocator, memory store, rulebook,
 * engine and answer, opened and closed in one call each; and short ways to write days, texts, facts and
 * commands.
 */
#ifndef TEST_HOST_H
#define TEST_HOST_H

#include "failing-allocator.h"
#include "memory-store.h"
#include "prap/prap.h"

enum { TEST_HOST_RULEBOOKS = 8 };

struct test_host {
    struct failing_allocator allocator;
    struct memory_store *store;
    prap_host host;
    prap_rulebook *rulebooks[TEST_HOST_RULEBOOKS];
    size_t n_rulebooks;
    prap_rulebook *rulebook; /* the first of them */
    prap_engine *engine;
    prap_answer *answer;
    prap_error error; /* of the last test_host_submit or test_host_preview */
};

/* Opens with the built-in calendar of England and Wales and n settings over the defaults; aborts when it
 * cannot. */
void test_host_open(struct test_host *host, const prap_setting *settings, size_t n);

/* The same over a store that exists: a reopened database. The host takes the store over. */
void test_host_reopen(struct test_host *host, struct memory_store *store, const prap_setting *settings,
                      size_t n);

/* The same for another programme, with what a host adds (or NULL); aborts when it cannot. */
void test_host_open_supplemented(struct test_host *host, uint32_t programme, const prap_supplement *supplement);

/* The same for every programme that has moves, each with the same settings and additions, as the command has it. */
void test_host_open_every(struct test_host *host, const prap_setting *settings, size_t n,
                          const prap_supplement *supplement);

/* The same over a store that exists, with no additions. The host takes the store over. */
void test_host_reopen_every(struct test_host *host, struct memory_store *store, const prap_setting *settings,
                            size_t n);

/* Makes the engine anew, which reads the host's parts as they are then: with the host's own rulebooks, or with others. */
void test_host_renew(struct test_host *host);
void test_host_renew_with(struct test_host *host, const prap_rulebook *const *rulebooks, size_t n);

/* Gives a host of IPES alone another calendar: a new rulebook without settings, and a new engine over the same store. */
void test_host_use_calendar(struct test_host *host, const prap_calendar *calendar);

/* Destroys everything; returns the bytes that the library left outstanding, plus one for each wrong release.
 */
size_t test_host_close(struct test_host *host);

prap_status test_host_submit(struct test_host *host, const prap_command *command);
prap_status test_host_preview(struct test_host *host, const prap_command *command);

/* The answer's summary; never NULL. */
const prap_summary *test_host_summary(const struct test_host *host);

/* A day by its civil date; aborts when there is no such date. */
prap_day test_day(int32_t year, int32_t month, int32_t day_of_month);

/* A borrowed text and the key of a case without tenant. */
prap_text test_text(const char *text);
prap_key test_key(const char *case_id);

/* An IPES event without id and facts, recorded on its day. */
prap_command test_command(const char *case_id, uint32_t event, prap_day on);

#endif
