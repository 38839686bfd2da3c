/*
 * cases.c: fuzz target. Settings, a supplement, and then steps about four cases: events with any facts, every question with
 * arguments left out or spoiled, and a host that goes wrong as the bytes say: rows altered, calls that fail, bytes that rot,
 * memory that runs out, a rival in the midst of a commit, callbacks that stop or call back. Whatever comes of it is a status,
 * explained; no memory is left; and while nothing was told to go wrong only a permission changes the store. print-seeds.c
 * writes the scenarios of tests/scenarios/ as its seeds.
 */
#include <string.h>

#include "heap.h"
#include "record-bytes.h"
#include "talk.h"

enum { MOST_STEPS = 600, A_STEP = 128 /* and above: no question */ };

static const prap_allocator heap = HEAP_ALLOCATOR;

/* The status of a question is one that there is, or what a callback said; an error explains it. */
static void check_status(const struct talk *talk, prap_status status, const prap_error *error) {
    must(status == TALK_STOPPED || prap_status_name(status) != NULL, "a status of no name");
    must(status != PRAP_E_BUG, "the library contradicts itself");
    if (status == PRAP_OK || status == TALK_STOPPED || error == NULL || error->size != sizeof *error) return;
    must(error->status == status && error->message[0] != '\0', "an error that is not explained");
    must(!talk->sound || prap_status_class(status) != PRAP_CLASS_DATA || status == PRAP_E_COVERAGE, "what was written is damaged");
}

/* How it is asked: which case, what is left out, whether a struct is spoiled, and what the question makes of the rest. */
static void ask(struct talk *talk, uint32_t question) {
    const uint32_t how = take(&talk->rest);
    ROOMY(prap_error) error = {.it = {.size = sizeof error.it}};
    struct asked asked = {.on = take_day(&talk->rest), .error = &error.it};
    asked.key.it = talk_key(how);
    asked.how = how >> 5 == 0 ? 0 : take(&talk->rest);
    asked.spoils = (how & 4) != 0;
    if ((how & 8) != 0) asked.missing = take(&talk->rest);
    if ((how & 16) != 0) spoil(&talk->rest, "prap_error", &error);
    if ((asked.missing & 128) != 0) asked.error = NULL;
    check_status(talk, talk_ask(talk, question, &asked), asked.error);
}

static void submit(struct talk *talk) {
    const prap_command command = take_command(talk, take(&talk->rest));
    if (talk->sound) memory_store_order(talk->host.store, NULL);
    const prap_status status = test_host_submit(&talk->host, &command);
    check_status(talk, status, &talk->host.error);
    if (!talk->sound) return;
    const prap_summary *summary = test_host_summary(&talk->host);
    const bool permitted = status == PRAP_OK && summary->verdict == PRAP_VERDICT_PERMITTED && summary->duplicate == 0;
    must(memory_store_committed(talk->host.store) == permitted, "the store changed without permission, or not with it");
}

static void alter(void *user, enum memory_store_call call, prap_row *row, uint8_t *record, size_t room) {
    const struct talk *talk = user;
    const uint32_t how = talk->alter[0], by = talk->alter[1];
    (void)call;
    switch (how % 8) {
    case 0: row->version += (uint64_t)by - 4; break;
    case 1: row->version ^= (uint64_t)1 << by % 64; break;
    case 2: row->record.n = by % (room + 1); break;
    case 3: record[by % row->record.n] ^= (uint8_t)(1 + how / 8); break;
    case 4: row->id.n = row->id.n == 0 ? 0 : by % row->id.n; break;
    case 5: row->case_id.n = row->case_id.n == 0 ? 0 : by % row->case_id.n; break;
    case 6: row->case_id = (prap_text){"zz", 2}; break;
    case 7:
        if (row->record.n < 8) break;
        record[by % row->record.n] ^= (uint8_t)(1 + how / 8);
        record_reseal(record, row->record.n);
        break;
    }
}

static void order_trouble(struct talk *talk) {
    struct rest *rest = &talk->rest;
    const uint32_t how = take(rest), nth = take(rest), status = take(rest);
    const struct memory_store_trouble trouble = {.fault = how % 9, .nth = 1 + nth % 64, .sticky = nth >= 128, .only = how / 9 % 5,
                                                 .status = spoil_status(status),
                                                 .alter = alter, .user = talk};
    talk->alter[0] = take(rest);
    talk->alter[1] = take_short(rest);
    talk->sound = false;
    memory_store_order(talk->host.store, trouble.fault == MEMORY_STORE_SOUND ? NULL : &trouble);
}

/* A byte of a stored record becomes another, with its checksum or without, or the record is cut. */
static void rot(struct talk *talk) {
    struct rest *rest = &talk->rest;
    const uint32_t which = take(rest), at = take_short(rest), by = take(rest), how = take(rest);
    const prap_key key = talk_key(which);
    const uint64_t version = memory_store_version(talk->host.store, key), sequence = which / TALK_CASES;
    if (version == 0 || sequence > version) return;
    const prap_bytes record = sequence == 0 ? memory_store_snapshot(talk->host.store, key)
                                            : memory_store_event(talk->host.store, key, sequence);
    uint8_t bytes[2 * PRAP_SNAPSHOT_BYTES];
    size_t n = record.n;
    if (n < 8) return;
    memcpy(bytes, record.bytes, n);
    bytes[at % n] ^= (uint8_t)by;
    if ((how & 2) != 0) n = at % n;
    if ((how & 1) != 0 && n >= 8) record_reseal(bytes, n);
    talk->sound = false;
    if (sequence == 0) memory_store_set_snapshot(talk->host.store, key, (prap_bytes){bytes, n});
    else memory_store_set_event(talk->host.store, key, sequence, (prap_bytes){bytes, n});
}

static void hear_change(void *user, const prap_change *change) {
    (void)user;
    must(change->n_events > 0, "a change without events");
}

/* Hosts of all kinds; none but a whole one has an engine made of it. */
static void try_hosts(struct talk *talk) {
    struct rest *rest = &talk->rest;
    ROOMY(prap_allocator) allocator;
    ROOMY(prap_store) store;
    ROOMY(prap_observer) observer;
    ROOMY(prap_host) host;
    const prap_rulebook *rulebooks[TEST_HOST_RULEBOOKS + 1];
    const uint32_t which = take(rest), n = take(rest), missing = take(rest);
    prap_engine *engine = NULL;
    prap_error error = {.size = sizeof error};
    FURNISH(allocator, heap);
    FURNISH(store, talk->store);
    FURNISH(observer, (prap_observer){.size = sizeof observer.it, .committed = hear_change});
    FURNISH(host, (prap_host){sizeof host.it, &allocator.it, &store.it, &observer.it});
    for (size_t i = 0; i < talk->host.n_rulebooks; i++) rulebooks[i] = talk->host.rulebooks[i];
    if ((which & 8) != 0) rulebooks[0] = (which & 16) != 0 ? NULL : rulebooks[1];
    if (which % 8 == 0) spoil(rest, "prap_allocator", &allocator);
    if (which % 8 == 1) spoil(rest, "prap_store", &store);
    if (which % 8 == 2) spoil(rest, "prap_observer", &observer);
    if (which % 8 == 3) spoil(rest, "prap_host", &host);
    const size_t many = n == 255 ? 1000 : n % (talk->host.n_rulebooks + 1);
    const prap_status status = prap_engine_create((missing & 1) != 0 ? NULL : &host.it, (missing & 2) != 0 ? NULL : rulebooks, many,
                                                  (missing & 4) != 0 ? NULL : &engine, &error);
    must((status == PRAP_OK) == (engine != NULL), "an engine of no host, or none of one");
    check_status(talk, status, &error);
    prap_engine_destroy(engine);
}

/* The engine is made anew, over a store that can do less, by other rulebooks or fewer, perhaps short of memory at first. */
static void reopen(struct talk *talk) {
    static const prap_observer observer = {sizeof observer, NULL, hear_change};
    const uint32_t how = take(&talk->rest), nth = take(&talk->rest);
    struct test_host *host = &talk->host;
    talk->store = *memory_store_interface(host->store);
    if ((how & 1) != 0) talk->store.read = NULL;
    if ((how & 2) != 0) talk->store.scan = NULL;
    host->host.store = &talk->store;
    host->host.observer = (how & 4) != 0 ? &observer : NULL;
    const prap_rulebook *const *rulebooks = (const prap_rulebook *const *)host->rulebooks;
    if ((how & 8) != 0) rulebooks = talk_others(talk);
    const size_t n = (how & 16) != 0 ? 1 : host->n_rulebooks;
    prap_engine_destroy(host->engine);
    host->engine = NULL;
    failing_allocator_fail(&host->allocator, nth, (how & 32) != 0);
    prap_status status = prap_engine_create(&host->host, rulebooks, n, &host->engine, NULL);
    must(status == (host->allocator.failed ? PRAP_E_NOMEM : PRAP_OK), "an engine was made without memory, or not with it");
    failing_allocator_fail(&host->allocator, 0, false);
    if (status != PRAP_OK) status = prap_engine_create(&host->host, rulebooks, n, &host->engine, NULL);
    must(status == PRAP_OK, "no engine");
}

/* Somebody else's event comes between the reading of a case and its commit, once. */
static void interfere(void *user, enum memory_store_call call) {
    struct talk *talk = user;
    if (call != MEMORY_STORE_COMMIT || talk->rival == NULL) return;
    prap_engine *rival = talk->rival;
    prap_answer *answer = NULL;
    talk->rival = NULL;
    memory_store_listen(talk->host.store, NULL, NULL);
    if (prap_answer_create(&heap, &answer) == PRAP_OK) (void)prap_engine_submit(rival, &talk->rivals, answer, NULL);
    prap_answer_destroy(answer);
    prap_engine_destroy(rival);
}

static void invite_rival(struct talk *talk) {
    const prap_host host = {sizeof host, &heap, memory_store_interface(talk->host.store), NULL};
    prap_engine_destroy(talk->rival);
    talk->rival = NULL;
    must(prap_engine_create(&host, (const prap_rulebook *const *)talk->host.rulebooks, talk->host.n_rulebooks, &talk->rival, NULL) ==
             PRAP_OK, "no rival");
    talk->rivals = take_command(talk, take(&talk->rest));
    memcpy(talk->rival_facts, talk->facts, sizeof talk->facts);
    talk->rivals.facts = talk->rival_facts;
    talk->rivals.id = (prap_text){NULL, 0};
    talk->sound = false;
    memory_store_listen(talk->host.store, interfere, talk);
}

static void choose_visits(struct talk *talk) {
    const uint32_t how = take(&talk->rest);
    talk->visits = how % 16;
    talk->reenters = how >= 128;
}

/* A rulebook, and whatever is wrong with what it is made of. */
static void make_rulebook(struct talk *talk) {
    struct rest *rest = &talk->rest;
    prap_setting settings[TALK_SETTINGS] = {{0, 0}};
    ROOMY(prap_allocator) allocator;
    prap_rulebook *rulebook = NULL;
    prap_error error = {.size = sizeof error};
    const uint32_t programme = take(rest), division = take(rest), how = take(rest), nth = take(rest), missing = take(rest);
    const size_t n = take_settings(rest, settings);
    FURNISH(allocator, talk->host.allocator.interface);
    take_supplement(rest, &talk->supplement);
    struct talk_supplement *of = &talk->supplement;
    if (how % 8 == 1) spoil(rest, "prap_supplement", &of->given);
    if (how % 8 == 2) spoil(rest, "prap_deadline_definition", &of->deadlines[how / 8 % TALK_LIST]);
    if (how % 8 == 3) spoil(rest, "prap_threshold", &of->thresholds[how / 8 % TALK_LIST]);
    if (how % 8 == 4) spoil(rest, "prap_suspension", &of->suspensions[how / 8 % TALK_LIST]);
    if (how % 8 == 5) spoil(rest, "prap_allocator", &allocator);
    if (how % 8 == 6) of->given.it.deadlines = prap_preset_at(how / 8 % (prap_preset_count() + 1));
    failing_allocator_fail(&talk->host.allocator, nth, false);
    const prap_status status = prap_rulebook_create_supplemented(
        (missing & 1) != 0 ? NULL : &allocator.it, programme, prap_calendar_built_in(division), (missing & 2) != 0 ? NULL : settings, n,
        (missing & 4) != 0 ? NULL : &of->given.it, (missing & 8) != 0 ? NULL : &rulebook, &error);
    must((status == PRAP_OK) == (rulebook != NULL), "a rulebook with an error, or none without");
    check_status(talk, status, &error);
    prap_rulebook_destroy(rulebook);
    failing_allocator_fail(&talk->host.allocator, 0, false);
}

/* Whether every programme has a rulebook by these settings and this supplement: else there is nothing to talk to. */
static bool can_open(const struct talk *talk) {
    bool can = true;
    const prap_word *programme;
    for (uint32_t i = 0; can && (programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        prap_rulebook *rulebook = NULL;
        if (prap_move_count(programme->number) == 0) continue;
        can = prap_rulebook_create_supplemented(&heap, programme->number, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                                                talk->settings, talk->n_settings, &talk->supplement.given.it, &rulebook, NULL) == PRAP_OK;
        prap_rulebook_destroy(rulebook);
    }
    return can;
}

static void step(struct talk *talk, uint32_t which) {
    static void (*const steps[])(struct talk *talk) = {submit, order_trouble, rot, reopen, invite_rival, choose_visits, make_rulebook,
                                                       try_hosts};
    if (which < A_STEP) ask(talk, which % talk_questions);
    else steps[(which - A_STEP) % (sizeof steps / sizeof *steps)](talk);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static struct talk talk; /* large */
    memset(&talk, 0, sizeof talk);
    talk.rest = (struct rest){bytes, n};
    talk.sound = true;
    talk.n_settings = take_settings(&talk.rest, talk.settings);
    take_supplement(&talk.rest, &talk.supplement);
    if (!can_open(&talk)) return 0;
    test_host_open_every(&talk.host, talk.settings, talk.n_settings, &talk.supplement.given.it);
    talk.store = *memory_store_interface(talk.host.store);
    for (int i = 0; i < MOST_STEPS && talk.rest.n > 0; i++) step(&talk, take(&talk.rest));
    must(!talk.sound || memory_store_complaint(talk.host.store) == NULL, "the library broke the store's contract");
    memory_store_listen(talk.host.store, NULL, NULL);
    prap_engine_destroy(talk.rival);
    for (size_t i = 0; i < TEST_HOST_RULEBOOKS; i++) prap_rulebook_destroy(talk.others[i]);
    must(test_host_close(&talk.host) == 0, "memory is left");
    return 0;
}
