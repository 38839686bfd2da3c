/*
 * journals-test.c: what older libraries stored is read for ever, and comes to the same (rules.md ).
 *
 * journals-test read FILE...   every journal verifies, and its case stands as it stood then, after each event
 * journals-test again FILE...  the same commands today give the same bytes; a journal goes on, and verifies
 * again journals-test newer FILE...  with a newer version's byte each record gives PRAP_E_VERSION from every
 * function that reads it, and the store is left as it was journals-test write          a corpus: cases at
 * random of which each brings an event, fact or stage that none had
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "journal.h"
#include "record-bytes.h"

enum { STREAM_DAY = 19485, STREAM_NOON = 28058400, COMMANDS = 40, SEEDS = 30000, VERSION_AT = 5 };

static unsigned long journals, events;
static const char *wrong;

static void must(bool done) {
    if (!done) abort();
}

static void hold(const struct journal *journal, bool holds, const char *complaint) {
    if (holds) return;
    wrong = complaint;
    printf("%s: %s\n", journal->case_id, complaint);
}

/* A host over a store that holds one journal. The host takes the store over. */
static void open_over(struct test_host *host, const struct journal *journal, struct memory_store *store) {
    test_host_reopen_every(host, store, journal->settings, journal->n_settings);
}

/* The stream of the corpus: each way in which a challenge ends, a lock, its release and a change of the code.
 */
static prap_instant play_stream(struct verifier_host *host) {
    static const uint32_t heard[3] = {2, 5, 7};
    char answer[4];
    prap_instant now = STREAM_NOON;
    must(verifier_ask(host, STREAM_DAY, now) == PRAP_OK);
    verifier_right_answer(host, answer);
    must(verifier_answer(host, host->challenge.number, answer, ++now) == PRAP_OK);
    for (uint32_t i = 0; i < 3; i++) {
        must(verifier_ask(host, STREAM_DAY, now += 30) == PRAP_OK);
        if (i == 0) must(verifier_answer(host, host->challenge.number, "???", ++now) == PRAP_OK);
        if (i == 1) must(verifier_give_up(host, host->challenge.number, ++now) == PRAP_OK);
    }
    must(verifier_record(host, STREAM_DAY, heard, PRAP_CHALLENGE_PASSED, "heard", now += 30) == PRAP_OK);
    for (uint32_t i = 0; i < 10; i++) {
        must(verifier_ask(host, STREAM_DAY, now += 1) == PRAP_OK);
        if (host->challenge.result != PRAP_CHALLENGE_ASKED) break;
        must(verifier_give_up(host, host->challenge.number, ++now) == PRAP_OK);
    }
    must(verifier_release(host, ++now) == PRAP_OK);
    must(verifier_ask(host, STREAM_DAY + 30, now += 43200) == PRAP_OK);
    return now;
}

static void read_stream(const struct journal *journal) {
    char now[JOURNAL_TEXT];
    struct verifier_host host;
    struct memory_store *store = memory_store_create();
    journal_put(journal, store);
    verifier_host_join(&host, store, NULL, NULL, 0, 1);
    journal_stream_stands(&host, (prap_instant)journal->as_of * 1440, now);
    hold(journal, journal_stands_as_it_stood(now, journal->stood), "the stream does not stand as it stood");
    must(verifier_host_leave(&host) == 0);
    memory_store_destroy(store);
}

static prap_status count_fault(void *user, const prap_verify_fault *fault) {
    (void)fault;
    ++*(unsigned *)user;
    return PRAP_OK;
}

static unsigned faults_of(struct test_host *host) {
    unsigned faults = 0;
    prap_verify_report report = {.size = sizeof report};
    must(prap_engine_verify(host->engine, test_text(""), test_text(""), count_fault, &faults, &report,
                            NULL) == PRAP_OK);
    return faults;
}

static void read_one(const struct journal *journal) {
    static char now[JOURNAL_TEXT];
    struct test_host host;
    if (journal->is_stream) {
        read_stream(journal);
        return;
    }
    struct memory_store *store = memory_store_create();
    journal_put(journal, store);
    open_over(&host, journal, store);
    journal_stands(&host, journal, now);
    if (!journal_stands_as_it_stood(now, journal->stood))
        printf("it stood:\n%sit stands:\n%s", journal->stood, now);
    hold(journal, journal_stands_as_it_stood(now, journal->stood), "the case does not stand as it stood");
    hold(journal, faults_of(&host) == 0, "the journal does not verify");
    must(test_host_close(&host) == 0);
}

static void hold_same_bytes(const struct journal *journal, const struct journal *again) {
    hold(journal, again->n == journal->n, "another number of events");
    for (size_t i = 0; i < journal->n && i < again->n; i++)
        hold(journal,
             again->record_bytes[i] == journal->record_bytes[i] &&
                 memcmp(again->records[i], journal->records[i], journal->record_bytes[i]) == 0,
             "a record has other bytes");
    hold(journal,
         again->snapshot_bytes == journal->snapshot_bytes &&
             memcmp(again->snapshot, journal->snapshot, journal->snapshot_bytes) == 0,
         "the snapshot has other bytes");
}

/* The same commands once more, with the same bytes. shorter: the journal without its last event. */
static void do_all(const struct journal *journal, struct journal *again, struct journal *shorter) {
    struct test_host host;
    *shorter = *journal;
    test_host_open_every(&host, journal->settings, journal->n_settings, NULL);
    for (size_t i = 0; i < journal->n; i++) {
        if (i + 1 == journal->n) journal_take(shorter, host.store);
        hold(journal, test_host_submit(&host, &journal->did[i].command) == PRAP_OK,
             "an event is an error now");
    }
    journal_take(again, host.store);
    hold_same_bytes(journal, again);
    must(test_host_close(&host) == 0);
}

/* The last event is made once more where the older library stopped before it. */
static void go_on(const struct journal *journal, struct journal *again) {
    struct test_host host;
    struct journal *shorter = calloc(1, sizeof *shorter);
    must(shorter != NULL);
    do_all(journal, again, shorter);
    struct memory_store *store = memory_store_create();
    if (shorter->n > 0) journal_put(shorter, store);
    open_over(&host, journal, store);
    hold(journal, test_host_submit(&host, &journal->did[journal->n - 1].command) == PRAP_OK,
         "it does not go on");
    journal_take(again, host.store);
    hold_same_bytes(journal, again);
    hold(journal, faults_of(&host) == 0, "it does not verify when it goes on");
    must(test_host_close(&host) == 0);
    free(shorter);
}

static void do_again(const struct journal *journal) {
    static struct journal again;
    memset(&again, 0, sizeof again);
    again.is_stream = journal->is_stream;
    memcpy(again.case_id, journal->case_id, sizeof again.case_id);
    if (!journal->is_stream) {
        go_on(journal, &again);
        return;
    }
    struct verifier_host host;
    verifier_host_open(&host, NULL);
    (void)play_stream(&host);
    journal_take(&again, host.store);
    hold_same_bytes(journal, &again);
    must(verifier_host_close(&host) == 0);
}

static prap_status visit_nothing(void *user, const prap_event_view *event) {
    (void)user;
    (void)event;
    return PRAP_OK;
}

/* Every function that reads a case says so, and stores nothing. */
static void ask_of_newer(const struct journal *journal, struct memory_store *store, bool snapshot) {
    struct test_host host;
    struct memory_store *before = memory_store_copy(store);
    const prap_key key = journal_key(journal);
    open_over(&host, journal, store);
    prap_command command = journal->did[journal->n - 1].command;
    command.recorded = journal->as_of;
    command.id = test_text("another");
    const prap_status submitted = test_host_submit(&host, &command);
    if (snapshot) {
        hold(journal, submitted == PRAP_E_VERSION, "submit does not tell of a newer version");
        hold(journal, test_host_preview(&host, &command) == PRAP_E_VERSION,
             "preview does not tell of a newer version");
        hold(journal,
             prap_engine_show(host.engine, &key, journal->as_of, host.answer, NULL) == PRAP_E_VERSION,
             "show does not tell of a newer version");
        prap_sweep_report swept = {.size = sizeof swept};
        hold(journal,
             prap_engine_sweep(host.engine, test_text(""), journal->as_of + 400, &swept, NULL) == PRAP_OK &&
                 swept.failed == 1 && swept.moved == 0,
             "a sweep does not pass over a newer version");
    } else {
        hold(journal,
             prap_engine_history(host.engine, &key, journal->as_of, visit_nothing, NULL, NULL) ==
                 PRAP_E_VERSION,
             "history does not tell of a newer version");
        /* The snapshot is of this version: the case may go on, behind events that stay as they are. */
        for (size_t i = 1; i <= journal->n; i++) {
            const prap_bytes was = memory_store_event(before, key, i);
            const prap_bytes is = memory_store_event(host.store, key, i);
            hold(journal, is.n == was.n && memcmp(is.bytes, was.bytes, is.n) == 0,
                 "an event of a newer version was changed");
        }
    }
    hold(journal, faults_of(&host) > 0, "verify does not tell of a newer version");
    if (snapshot) hold(journal, memory_store_equal(host.store, before), "a store of a newer version was changed");
    memory_store_destroy(before);
    must(test_host_close(&host) == 0);
}

static void make_newer(const struct journal *journal) {
    if (journal->is_stream) {
        struct verifier_host host;
        struct memory_store *store = memory_store_create();
        struct journal *newer = calloc(1, sizeof *newer);
        must(newer != NULL);
        *newer = *journal;
        newer->snapshot[VERSION_AT]++;
        record_reseal(newer->snapshot, newer->snapshot_bytes);
        journal_put(newer, store);
        struct memory_store *before = memory_store_copy(store);
        verifier_host_join(&host, store, NULL, NULL, 0, 1);
        hold(journal,
             verifier_look(&host, STREAM_NOON) == PRAP_E_VERSION &&
                 verifier_ask(&host, STREAM_DAY + 60, STREAM_NOON) == PRAP_E_VERSION,
             "a verifier does not tell of a newer version");
        hold(journal, memory_store_equal(store, before), "a stream of a newer version was changed");
        must(verifier_host_leave(&host) == 0);
        memory_store_destroy(store);
        memory_store_destroy(before);
        free(newer);
        return;
    }
    struct journal *newer = calloc(1, sizeof *newer);
    must(newer != NULL);
    for (size_t i = 0; i <= journal->n; i++) { /* each event, then the snapshot */
        *newer = *journal;
        uint8_t *bytes = i < journal->n ? newer->records[i] : newer->snapshot;
        bytes[VERSION_AT]++;
        record_reseal(bytes, i < journal->n ? newer->record_bytes[i] : newer->snapshot_bytes);
        struct memory_store *store = memory_store_create();
        journal_put(newer, store);
        ask_of_newer(journal, store, i == journal->n);
    }
    free(newer);
}

/* What a corpus has of events, facts and stages: bits of numbers. */
struct seen {
    bool events[256], facts[256], stages[256];
};

/* Whether a case brings something that is not there yet; and it is noted. */
static bool is_new(struct seen *seen, const struct journal *journal, const uint32_t *stages) {
    bool found = false;
    for (size_t i = 0; i < journal->n; i++) {
        const prap_command *did = &journal->did[i].command;
        bool *places[PRAP_FACTS_MAX + 2] = {&seen->events[did->event % 256], &seen->stages[stages[i] % 256]};
        for (size_t k = 0; k < did->n_facts; k++)
            places[2 + k] = &seen->facts[did->facts[k].fact % 256];
        for (size_t k = 0; k < did->n_facts + 2; k++) {
            found = found || !*places[k];
            *places[k] = true;
        }
    }
    return found;
}

static void draw_settings(struct journal *journal, struct chooser *chooser) {
    static const prap_setting chosen[] = {{PRAP_POLICY_LATE_ACK, PRAP_CHOICE_ALLOW_WITH_BREACH},
                                          {PRAP_POLICY_DAY_CUTOFF, 1020}};
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++)
        if (once_in(chooser, 4)) journal->settings[journal->n_settings++] = chosen[i];
}

/* One case at random. False when it brings nothing new. */
static bool draw_case(struct journal *journal, struct seen *seen, uint64_t seed) {
    static struct answer_copy copy;
    static struct drawn_command drawn;
    static struct driven_case driven;
    struct chooser chooser = chooser_from_seed(seed);
    struct test_host host;
    uint32_t stages[JOURNAL_EVENTS], fresh = 0;
    memset(journal, 0, sizeof *journal);
    memset(&driven, 0, sizeof driven);
    snprintf(journal->case_id, sizeof journal->case_id, "J%" PRIu64, seed);
    driven.programme = journal->programme = choose_programme(&chooser);
    draw_settings(journal, &chooser);
    test_host_open_every(&host, journal->settings, journal->n_settings, NULL);
    for (int i = 0; i < COMMANDS && journal->n < JOURNAL_EVENTS; i++) {
        draw_command(&drawn, &chooser, &driven, journal->case_id, &fresh);
        drawn.command.programme = journal->programme;
        if (test_host_submit(&host, &drawn.command) != PRAP_OK) continue;
        answer_copy_take(&copy, host.answer);
        driven_case_wish(&driven, drawn.command.event, &copy);
        if (copy.summary.verdict != PRAP_VERDICT_PERMITTED) continue;
        stages[journal->n] = copy.summary.stage;
        journal->did[journal->n] = drawn;
        drawn_command_settle(&journal->did[journal->n++]);
        driven.last = copy;
        driven.recorded = journal->as_of = copy.summary.as_of;
    }
    const bool taken = journal->n > 0 && is_new(seen, journal, stages);
    if (taken) {
        journal_take(journal, host.store);
        journal_stands(&host, journal, journal->stood);
    }
    must(test_host_close(&host) == 0);
    return taken;
}

static void write_corpus(void) {
    static struct journal journal;
    static struct seen seen;
    struct verifier_host host;
    printf("# Journals of libprap %s, made by `journals-test write`. What a release has written here is "
           "never changed.\n",
           prap_library_version());
    for (uint64_t seed = 1; seed <= SEEDS; seed++)
        if (draw_case(&journal, &seen, seed)) journal_print(&journal, stdout);
    memset(&journal, 0, sizeof journal);
    journal.is_stream = true;
    memcpy(journal.case_id, "prime", 6);
    verifier_host_open(&host, NULL);
    journal.as_of = (prap_day)(play_stream(&host) / 1440) + 1;
    journal_take(&journal, host.store);
    journal_stream_stands(&host, (prap_instant)journal.as_of * 1440, journal.stood);
    journal_print(&journal, stdout);
    must(verifier_host_close(&host) == 0);
}

int main(int n_arguments, char **arguments) {
    static const struct {
        const char *word;
        void (*act)(const struct journal *journal);
    } acts[] = {{"read", read_one}, {"again", do_again}, {"newer", make_newer}};
    if (n_arguments == 2 && strcmp(arguments[1], "write") == 0) {
        write_corpus();
        return 0;
    }
    static struct journal journal;
    size_t act = 0;
    while (act < 3 && (n_arguments < 3 || strcmp(arguments[1], acts[act].word) != 0))
        act++;
    if (act == 3) return 2;
    for (int i = 2; i < n_arguments; i++) {
        FILE *file = fopen(arguments[i], "r");
        must(file != NULL);
        while (journal_read(&journal, file)) {
            journals++;
            events += journal.n;
            acts[act].act(&journal);
        }
        fclose(file);
    }
    printf("%lu journals, %lu events\n", journals, events);
    return wrong == NULL && journals > 0 ? 0 : 1;
}
