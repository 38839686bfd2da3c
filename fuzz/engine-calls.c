/*
 * engine-calls.c: fuzz target. The whole of the engine in short executions: the first byte says which settings, then each
 * byte is a call about one of two cases. Engines are made once, for every programme under several settings; only the store
 * is emptied. An event that is undecided is given what it asks for and submitted again, so that few bytes go far.
 */
#include "fuzz.h"
#include "prap/prap.h"
#include "small-store.h"
#include "take-facts.h"

#include "heap.h"

enum { VARIANTS = 8, SETTINGS = 512, ROUNDS = 3, FACTS = 24, FIRST_DAY = 17622 /* 2018-04-01 */ };

static const prap_allocator memory = HEAP_ALLOCATOR;
static struct small_store store;
static const prap_host host = {sizeof host, &memory, &store.interface, NULL};
static prap_rulebook *rulebooks[VARIANTS][PRAP_ENGINE_RULEBOOKS];
static prap_answer *answer, *other_answer;
static uint32_t programmes[PRAP_ENGINE_RULEBOOKS];
static uint32_t n_programmes;

/* What is said in one execution. */
struct talk {
    struct rest rest;
    prap_engine *engine;
    prap_day today;
    uint32_t programme[SMALL_CASES];
    prap_fact facts[FACTS];
    size_t n_facts;
    char id[2]; /* of the next command */
};

/* Each policy's choices in turn, from one variant to the next: the first has the defaults. */
static size_t settings_of(uint32_t variant, prap_setting settings[SETTINGS]) {
    const prap_word *policy;
    size_t n = 0;
    for (uint32_t i = 0; variant > 0 && (policy = prap_word_at(PRAP_WORDS_POLICY, i)) != NULL && n < SETTINGS; i++) {
        uint32_t choices = 0;
        while (prap_policy_choice_at(policy->number, choices) != 0) choices++;
        if (choices == 0) continue;
        settings[n++] = (prap_setting){policy->number, prap_policy_choice_at(policy->number, (variant + i / 3) % choices)};
    }
    return n;
}

/* One of sixteen is a request to erase, whose judgment tries every value of what is unknown and takes as long as a hundred. */
static uint32_t programme_of(uint32_t drawn) {
    if (drawn == 15) return PRAP_PROGRAMME_ERASURE;
    const uint32_t programme = programmes[drawn % n_programmes];
    return programme == PRAP_PROGRAMME_ERASURE ? PRAP_PROGRAMME_IPES : programme;
}

/* Before the first input, which does what every other does. */
__attribute__((constructor)) static void make_rulebooks(void) {
    prap_setting settings[SETTINGS];
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    const prap_word *programme;
    small_store_init(&store);
    for (uint32_t i = 0; (programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        if (prap_move_count(programme->number) > 0) programmes[n_programmes++] = programme->number;
    }
    for (uint32_t v = 0; v < VARIANTS; v++) {
        const size_t n = settings_of(v, settings);
        for (uint32_t i = 0; i < n_programmes; i++) {
            must(prap_rulebook_create(&memory, programmes[i], calendar, settings, n, &rulebooks[v][i], NULL) == PRAP_OK,
                 "no rulebook");
        }
    }
}

/* An engine remembers the last case that it read, and an answer what it said: what an input does depends on none before it. */
static prap_engine *begin(uint32_t variant) {
    prap_engine *engine = NULL;
    must(prap_engine_create(&host, (const prap_rulebook *const *)rulebooks[variant], n_programmes, &engine, NULL) == PRAP_OK,
         "no engine");
    must(prap_answer_create(&memory, &answer) == PRAP_OK && prap_answer_create(&memory, &other_answer) == PRAP_OK,
         "no answer");
    small_store_empty(&store);
    return engine;
}

static void end(prap_engine *engine) {
    prap_engine_destroy(engine);
    prap_answer_destroy(answer);
    prap_answer_destroy(other_answer);
}

static bool is_of_the_contract(prap_status status) {
    return status == PRAP_OK || status == PRAP_E_COVERAGE || prap_status_class(status) == PRAP_CLASS_CALLER ||
           status == PRAP_E_LIMIT || (status == PRAP_FAIL && store.full);
}

/* What an answer that is no permission asks for, each fact at a byte. Returns how many are new. */
static size_t supply(struct talk *talk) {
    size_t given = 0;
    const prap_reason *reason;
    for (uint32_t i = 0; (reason = prap_answer_reason_at(answer, i)) != NULL && talk->n_facts < FACTS; i++) {
        bool known = reason->fact == 0;
        for (size_t k = 0; k < talk->n_facts; k++) known = known || talk->facts[k].fact == reason->fact;
        if (known) continue;
        talk->facts[talk->n_facts++] = take_value(&talk->rest, reason->fact, talk->today);
        given++;
    }
    return given;
}

static prap_command command_of(struct talk *talk, uint32_t which) {
    prap_command command = {.size = sizeof command, .key = small_store_key(which), .facts = talk->facts};
    const uint32_t event = take(&talk->rest), how = take(&talk->rest);
    command.programme = talk->programme[which];
    command.event = event % (prap_word_count(PRAP_WORDS_EVENT) + 2);
    talk->today += (prap_day)(how % 16);
    command.recorded = talk->today;
    command.on = talk->today - (how >= 192 ? (prap_day)(how % 8) : 0);
    if ((how & 32) != 0) command.flags = PRAP_COMMAND_STRICT_FACTS;
    if ((how & 16) != 0) command.id = (prap_text){talk->id, sizeof talk->id};
    talk->n_facts = 0;
    for (uint32_t n = take(&talk->rest) % 4; n > 0; n--) {
        const uint32_t fact = take(&talk->rest);
        talk->facts[talk->n_facts++] = take_value(&talk->rest, fact, talk->today);
    }
    return command;
}

/* A permitted event changed the store by one, and is a duplicate from then on. */
static void check_permission(struct talk *talk, const prap_command *command, uint64_t commits) {
    const prap_summary *summary = prap_answer_summary(answer);
    const bool permitted = summary->verdict == PRAP_VERDICT_PERMITTED && summary->duplicate == 0;
    must(store.commits == commits + permitted, "the store changed without permission, or not with it");
    must(summary->verdict >= PRAP_VERDICT_PERMITTED && summary->verdict <= PRAP_VERDICT_TEXT_SILENT, "a verdict of no kind");
    must(permitted || summary->duplicate == 1 || prap_answer_reason_count(answer) > 0, "not permitted, and no reason");
    if (!permitted || command->id.n == 0) return;
    must(prap_engine_submit(talk->engine, command, other_answer, NULL) == PRAP_OK &&
             prap_answer_summary(other_answer)->duplicate == 1 && store.commits == commits + 1,
         "the same again is not known again");
    talk->id[1]++;
}

static void submit(struct talk *talk, uint32_t which, bool foresees) {
    prap_command command = command_of(talk, which);
    for (int round = 0; round < ROUNDS; round++) {
        const uint64_t commits = store.commits;
        command.n_facts = talk->n_facts;
        const prap_status foreseen = foresees ? prap_engine_preview(talk->engine, &command, other_answer, NULL) : PRAP_OK;
        const uint32_t verdict = prap_answer_summary(other_answer)->verdict;
        const prap_status status = prap_engine_submit(talk->engine, &command, answer, NULL);
        must(is_of_the_contract(status), "submit: a status outside the contract");
        must(status == PRAP_OK || store.commits == commits, "an error changed the store");
        if (status != PRAP_OK) return;
        const bool repeated = prap_answer_summary(answer)->duplicate == 1;
        must(!foresees || repeated || (foreseen == PRAP_OK && verdict == prap_answer_summary(answer)->verdict),
             "a preview foresaw something else");
        check_permission(talk, &command, commits);
        if (store.commits > commits || supply(talk) == 0) return;
    }
}

static prap_status hear_event(void *user, const prap_event_view *event) {
    uint64_t *seen = user;
    must(event->sequence == ++*seen, "a history has a gap");
    return PRAP_OK;
}

static prap_status hear_fault(void *user, const prap_verify_fault *fault) {
    (void)user;
    must(fault->severity != PRAP_SEVERITY_BREACH, "what the library wrote is damaged");
    return PRAP_OK;
}

static prap_status hear_case(void *user, prap_text case_id, const prap_answer *of) {
    uint64_t *seen = user;
    must(case_id.n == 1 && prap_answer_summary(of)->status == PRAP_OK, "a case that is whole is not shown");
    ++*seen;
    return PRAP_OK;
}

static prap_status hear_feed(void *user, prap_text case_id, const prap_feed *feed, prap_status status) {
    (void)case_id;
    must(status == PRAP_OK && feed->programme != 0, "a case that is whole has no feed");
    ++*(uint64_t *)user;
    return PRAP_OK;
}

static prap_status hear_record(void *user, const prap_kept *kept) {
    (void)user;
    (void)kept;
    return PRAP_OK;
}

/* The case as it stands is what is stored; every event of it is there; and nothing that was written is damaged. */
static void check_case(struct talk *talk, uint32_t which) {
    const prap_key key = small_store_key(which);
    prap_verify_report report = {.size = sizeof report};
    uint64_t seen = 0;
    if (store.cases[which].version == 0) return;
    must(prap_engine_history(talk->engine, &key, talk->today, hear_event, &seen, NULL) == PRAP_OK &&
             seen == store.cases[which].version, "a history is not whole");
    must(prap_engine_verify(talk->engine, (prap_text){NULL, 0}, key.case_id, hear_fault, NULL, &report, NULL) == PRAP_OK &&
             report.damaged == 0, "a case is damaged");
}

static prap_status hear_list(void *user, const prap_checklist *list) {
    (void)user;
    must(prap_checklist_kind_by_number(list->checklist) != NULL, "a checklist of no kind");
    return PRAP_OK;
}

static prap_status hear_retained(void *user, const prap_retained *retained, prap_status status) {
    (void)user;
    must(status == PRAP_OK && retained->answer != NULL, "a record that is whole is not judged");
    return PRAP_OK;
}

/* What an answer comes to elsewhere: the feed, a case of a person, the measures, a region. */
static void read_answer(const struct talk *talk) {
    prap_feed feed = {.size = sizeof feed};
    prap_person_case person = {.size = sizeof person};
    prap_measure_total total = {.size = sizeof total, .measure = talk->rest.n % PRAP_MEASURES_MAX};
    prap_measure measure = {.size = sizeof measure};
    const prap_summary *summary = prap_answer_summary(answer);
    must(prap_feed_of(answer, &feed) == PRAP_OK && feed.feed == summary->feed, "another feed");
    must(prap_person_case_of(summary, &person) == PRAP_OK && person.stage == summary->stage, "another case of the person");
    must(prap_summary_region(summary, PRAP_REGION_MAPPA) == summary->mappa, "another region");
    for (uint32_t i = 0; i < n_programmes; i++) {
        if (programmes[i] != summary->programme || prap_measure_case(answer, rulebooks[0][i], total.measure, &measure) != PRAP_OK)
            continue;
        must(prap_measure_add(&total, &measure, PRAP_DAY_NONE, PRAP_DAY_NONE) == PRAP_OK, "a measure that is not counted");
        prap_measure_rate rate = {.size = sizeof rate};
        (void)prap_measure_rate_of(&total, rulebooks[0][i], &rate);
    }
}

/* The quick questions; those that try every event have a target of their own, event-sequences. */
static prap_status ask_terms(struct talk *talk, const prap_key *key, prap_day on, bool of_all) {
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = on};
    prap_measure_total total = {.size = sizeof total, .measure = PRAP_MEASURE_CSS1};
    if (!of_all) return prap_engine_retention(talk->engine, key, &terms, hear_retained, NULL, NULL);
    (void)prap_engine_measure(talk->engine, (prap_text){NULL, 0}, on, PRAP_DAY_NONE, PRAP_DAY_NONE, answer, &total, 1, NULL, NULL,
                              NULL);
    return prap_engine_retention_walk(talk->engine, (prap_text){NULL, 0}, &terms, hear_retained, NULL, NULL);
}

static prap_status ask_about(struct talk *talk, uint32_t which, uint32_t what) {
    const prap_key key = small_store_key(which);
    const prap_day on = talk->today - (prap_day)(take(&talk->rest) % 64);
    const prap_text tenant = {NULL, 0};
    prap_feed feed = {.size = sizeof feed};
    uint64_t seen = 0;
    prap_status status;
    switch (what) {
    case 0:
        status = prap_engine_show(talk->engine, &key, on, answer, NULL);
        if (status == PRAP_OK) read_answer(talk);
        return status;
    case 1: return prap_engine_history(talk->engine, &key, on, hear_event, &seen, NULL);
    case 2: return prap_engine_feed(talk->engine, &key, on, NULL, NULL, &feed, NULL);
    case 3: return prap_engine_records(talk->engine, &key, on, hear_record, NULL, NULL);
    case 4: return prap_engine_walk(talk->engine, tenant, PRAP_DAY_NONE, talk->today, answer, hear_case, &seen, NULL);
    case 5: return prap_engine_feeds(talk->engine, tenant, talk->today, 0, answer, hear_feed, &seen, NULL);
    case 6: return prap_engine_checklist(talk->engine, &key, on, 0, hear_list, NULL, NULL);
    case 7: return ask_terms(talk, &key, on, on % 2 == 0);
    }
    return PRAP_OK;
}

/* A second sweep moves nothing, and what a sweep moves is automatic DNA. */
static void sweep(struct talk *talk) {
    const prap_text tenant = {NULL, 0};
    prap_sweep_report report = {.size = sizeof report};
    talk->today += (prap_day)(take(&talk->rest) % 64);
    const uint64_t commits = store.commits;
    must(prap_engine_sweep(talk->engine, tenant, talk->today, &report, NULL) == PRAP_OK, "a sweep failed");
    must(store.commits == commits + report.moved, "a sweep miscounts");
    must(prap_engine_sweep(talk->engine, tenant, talk->today, &report, NULL) == PRAP_OK && report.moved == 0,
         "a second sweep moved something");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    if (n < 2) return 0;
    struct talk talk = {.rest = {bytes, n}, .id = {'i', 'a'}, .today = FIRST_DAY};
    const uint32_t opening = take(&talk.rest);
    talk.engine = begin(opening % VARIANTS);
    const uint32_t drawn = take(&talk.rest);
    talk.programme[0] = programme_of(drawn % 16);
    talk.programme[1] = programme_of(drawn / 16);
    talk.today += (prap_day)(opening / VARIANTS) * 80;
    while (talk.rest.n > 0) {
        const uint32_t call = take(&talk.rest), which = call >> 7;
        if (call % 16 < 11) submit(&talk, which, call % 16 < 3);
        else if (call % 16 == 11) sweep(&talk);
        else if (call % 16 == 12) check_case(&talk, which);
        else must(is_of_the_contract(ask_about(&talk, which, call / 16 % 8)), "a question got a status outside the contract");
    }
    for (uint32_t i = 0; i < SMALL_CASES; i++) check_case(&talk, i);
    end(talk.engine);
    return 0;
}
