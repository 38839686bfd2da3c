/*
 * ask-scenarios.c: puts cases, written as the lines of a scenario file without what is expected, through the C API, and
 * then asks everything that can be asked of them, on the first and the last day of each and four weeks later, with nothing
 * said and with something said of every third fact. What was answered is golden, in sums (tests/support/transcript.h): the
 * same questions are answered as they were, to the last member. PRAP_TRANSCRIPT=all shows the answers themselves;
 * write-asked takes new ones as golden.
 *
 *   ask-scenarios GOLDEN CASES...             compare
 *   ask-scenarios --write GOLDEN CASES...     take what is answered as golden
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hear.h"
#include "scenario-in.h"
#include "supplement-in.h"
#include "test-host.h"
#include "transcript.h"

enum { LINE_BYTES = 16384, SETTINGS = 16, CASES = 96, TRIED = 3, LATER = 28, SAID_MOST = 12 };

/* A case of a file, and the first and last day on which something of it was recorded. */
struct asked_case {
    char id[PRAP_ID_BYTES + 1];
    prap_day first, last;
};

static struct run {
    const char *name;
    struct test_host host;
    struct asked_case cases[CASES];
    size_t n;
    prap_day last;
    prap_command tried[TRIED]; /* permitted options of the case that is asked about */
    prap_fact withs[TRIED];
    size_t n_tried;
} run;

/* Keeps those that are permitted for a what-if. */
static prap_status see_option(void *user, const prap_option *option, const prap_answer *answer) {
    hear_option(user, option, answer);
    if (option->verdict != PRAP_VERDICT_PERMITTED || run.n_tried == TRIED || option->event == PRAP_EVENT_ENTRY_VOIDED)
        return PRAP_OK;
    run.withs[run.n_tried] = option->with;
    run.tried[run.n_tried++] = (prap_command){.size = sizeof(prap_command), .event = option->event, .on = option->on};
    return PRAP_OK;
}

/* Ends a question: what it came to, in a line of the transcript. */
static void end(char *line, size_t room, const char *name, prap_status status) {
    unsigned long visits;
    hear("status %d field %s", status, run.host.error.field);
    const uint32_t sum = hear_sum(&visits);
    transcript_add(line, room, "  %s=%s/%lu/%08lx", name, prap_status_name(status), visits, (unsigned long)sum);
    hear_begin();
    run.host.error = (prap_error){.size = sizeof run.host.error};
}

/* Says something of every third fact that is yes or no, of which ones depends on the case; or, where says is false, nothing. */
static size_t say(const struct asked_case *one, bool says, prap_fact *facts) {
    size_t n = 0;
    uint32_t turn = (uint32_t)strlen(one->id) + (uint8_t)one->id[0];
    for (uint32_t i = 0; says && i < prap_word_count(PRAP_WORDS_FACT) && n < SAID_MOST; i++) {
        const prap_word *fact = prap_word_at(PRAP_WORDS_FACT, i);
        if (fact->detail != PRAP_FACT_TYPE_TRISTATE || turn++ % 3 != 0) continue;
        facts[n] = (prap_fact){fact->number, turn / 3 % 2 == 0 ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0};
        n++;
    }
    return n;
}

static void ask_what_if(char *line, size_t room, const prap_key *key, prap_day as_of) {
    const prap_command *commands[TRIED];
    prap_answer *before = NULL;
    if (prap_answer_create(&run.host.allocator.interface, &before) != PRAP_OK) abort();
    for (size_t i = 0; i < run.n_tried; i++) {
        run.tried[i].key = *key;
        run.tried[i].recorded = as_of;
        run.tried[i].facts = &run.withs[i];
        run.tried[i].n_facts = run.withs[i].fact != 0 ? 1 : 0;
        commands[i] = &run.tried[i];
    }
    const prap_status status = prap_engine_what_if(run.host.engine, as_of, commands, run.n_tried, before, run.host.answer,
                                                   hear_trial, NULL, &run.host.error);
    if (status == PRAP_OK) {
        hear_answer(before);
        prap_answer_difference(before, run.host.answer, hear_difference, NULL);
    }
    prap_answer_destroy(before);
    end(line, room, "what-if", status);
}

/* What can be asked of a case on a day. */
static void ask_case(const struct asked_case *one, prap_day as_of, bool says) {
    struct test_host *host = &run.host;
    prap_fact facts[SAID_MOST];
    char asked[256], line[1024] = "", day[PRAP_DAY_TEXT_BYTES];
    const prap_question question = {.size = sizeof question, .as_of = as_of, .key = test_key(one->id), .facts = facts,
                                    .n_facts = say(one, says, facts)};
    prap_path path = {.size = sizeof path};
    prap_erasure erasure = {.size = sizeof erasure};
    hear_begin();
    run.n_tried = 0;
    end(line, sizeof line, "options", prap_engine_options(host->engine, &question, host->answer, see_option, NULL, &host->error));
    end(line, sizeof line, "outcome", prap_engine_outcome(host->engine, &question, host->answer, hear_outcome,
                                                          hear_contradiction, NULL, &host->error));
    prap_status status = PRAP_OK; /* a search takes long: one, and one to a certain end */
    if (as_of == one->last) {
        status = prap_engine_path(host->engine, &question, says ? PRAP_EVENT_LEFT : 0, host->answer, hear_step, NULL, &path,
                                  &host->error);
        hear("path %u %u %u %u %u", path.found, path.cut, path.n_steps, path.stage, path.feed);
        end(line, sizeof line, "path", status);
    }
    status = prap_engine_erasure(host->engine, &question, as_of, host->answer, &erasure, &host->error);
    hear("erasure %u %u %u %u %u %u %d %u %u %d %d %d %d %.8s", erasure.outcome, erasure.rules[0], erasure.rules[1],
         erasure.letter, erasure.keeps_evidence, erasure.policy, erasure.policy_value, erasure.n_missing, erasure.n_facts,
         erasure.due, erasure.prudent, erasure.last_working_day, erasure.chase, erasure.row);
    end(line, sizeof line, "erasure", status);
    ask_what_if(line, sizeof line, &question.key, as_of);
    if (prap_day_format(as_of, day, sizeof day) != PRAP_OK) abort();
    snprintf(asked, sizeof asked, "%s %s %s%s", run.name, one->id, day, says ? " with facts" : "");
    transcript_add(line, sizeof line, "\n");
    transcript(asked, line);
}

/* What is read of a case as of a day. */
static void look_at_case(const struct asked_case *one, prap_day as_of) {
    struct test_host *host = &run.host;
    char asked[256], line[1024] = "", day[PRAP_DAY_TEXT_BYTES];
    const prap_key key = test_key(one->id);
    prap_feed feed = {.size = sizeof feed};
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = as_of};
    hear_begin();
    prap_status status = prap_engine_show(host->engine, &key, as_of, host->answer, &host->error);
    hear_answer(host->answer);
    end(line, sizeof line, "show", status);
    end(line, sizeof line, "history", prap_engine_history(host->engine, &key, as_of, hear_event, NULL, &host->error));
    status = prap_engine_feed(host->engine, &key, as_of, hear_period, NULL, &feed, &host->error);
    hear_feed(&feed);
    end(line, sizeof line, "feed", status);
    end(line, sizeof line, "checklist", prap_engine_checklist(host->engine, &key, as_of, 0, hear_list, NULL, &host->error));
    end(line, sizeof line, "records", prap_engine_records(host->engine, &key, as_of, hear_kept, NULL, &host->error));
    end(line, sizeof line, "retention", prap_engine_retention(host->engine, &key, &terms, hear_retained, NULL, &host->error));
    if (prap_day_format(as_of, day, sizeof day) != PRAP_OK) abort();
    snprintf(asked, sizeof asked, "%s %s %s is read", run.name, one->id, day);
    transcript_add(line, sizeof line, "\n");
    transcript(asked, line);
}

/* Totals of every deadline and every measure. */
struct totals {
    prap_deadline_total deadlines[PRAP_CASELOAD_DEADLINES_MAX];
    size_t n_deadlines;
    prap_measure_total measures[4][PRAP_MEASURES_MAX];
    size_t n_measures;
    uint64_t days[(2 * LATER) * PRAP_CASELOAD_DEADLINES_MAX];
};

static void begin_totals(struct totals *totals) {
    memset(totals, 0, sizeof *totals);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DEADLINE) && i < PRAP_CASELOAD_DEADLINES_MAX; i++)
        totals->deadlines[totals->n_deadlines++] = (prap_deadline_total){
            .size = sizeof(prap_deadline_total), .deadline = prap_word_at(PRAP_WORDS_DEADLINE, i)->number};
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_MEASURE) && i < PRAP_MEASURES_MAX; i++, totals->n_measures++) {
        for (int side = 0; side < 4; side++)
            totals->measures[side][i] = (prap_measure_total){.size = sizeof(prap_measure_total),
                                                             .measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number};
    }
}

static void hear_totals(const struct totals *totals, size_t n_days) {
    for (size_t i = 0; i < totals->n_deadlines; i++) {
        const prap_deadline_total *one = &totals->deadlines[i];
        hear("deadline %u %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64 " %" PRIu64,
             one->deadline, one->due, one->overdue, one->misses[0], one->misses[1], one->later, one->earlier, one->appeared,
             one->gone, one->restated);
    }
    for (size_t i = 0; i < n_days; i++) hear("day %" PRIu64, totals->days[i]);
    for (int side = 0; side < 4; side++) hear_measure_totals(totals->measures[side], totals->n_measures);
}

/* The same rules but for two settings of which much depends. */
static void open_others(prap_rulebook **others, const prap_rulebook **ret_rulebooks) {
    static const prap_setting otherwise[] = {{PRAP_POLICY_AUTO60_DAY, 61}, {PRAP_POLICY_CSS2_COUNT, PRAP_CHOICE_INCLUDE_DAY}};
    for (size_t i = 0; i < run.host.n_rulebooks; i++) {
        if (prap_rulebook_create(&run.host.allocator.interface, prap_rulebook_programme(run.host.rulebooks[i]),
                                 prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), otherwise, 2, &others[i], NULL) != PRAP_OK)
            abort();
        ret_rulebooks[i] = others[i];
    }
}

static void ask_caseload(char *line, size_t room, prap_day as_of, bool by_index, bool whole) {
    static struct totals totals;
    prap_rulebook *others[TEST_HOST_RULEBOOKS];
    const prap_rulebook *rulebooks[TEST_HOST_RULEBOOKS];
    prap_caseload_report report = {.size = sizeof report};
    const prap_caseload caseload = {.size = sizeof caseload, .progress = hear_progress, .every = 3};
    prap_caseload_question question = {.size = sizeof question, .as_of = as_of, .due_by = as_of + LATER / 2,
                                       .until = as_of + 2 * LATER, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE,
                                       .visit = hear_found};
    begin_totals(&totals);
    question.deadlines = totals.deadlines;
    question.n_deadlines = totals.n_deadlines;
    question.days = totals.days;
    question.n_days = 2 * LATER * totals.n_deadlines;
    if (by_index) question.flags = PRAP_CASELOAD_BY_INDEX;
    open_others(others, rulebooks);
    if (whole) {
        question.flags = PRAP_CASELOAD_EVERY_CASE;
        question.rulebooks = rulebooks;
        question.n_rulebooks = run.host.n_rulebooks;
        question.first = as_of - LATER;
        question.n_measures = totals.n_measures;
        for (int side = 0; side < 4; side++) question.measures[side] = totals.measures[side];
    }
    const prap_status status = prap_engine_caseload(run.host.engine, &caseload, &question, &report, &run.host.error);
    hear_report(&report);
    hear_totals(&totals, question.n_days);
    for (size_t i = 0; i < run.host.n_rulebooks; i++) prap_rulebook_destroy(others[i]);
    end(line, room, by_index ? "index" : whole ? "caseload" : "plain", status);
}

/* What can be asked of all cases together. */
static void ask_store(prap_day as_of) {
    struct test_host *host = &run.host;
    static struct totals totals;
    char asked[256], line[1024] = "", day[PRAP_DAY_TEXT_BYTES];
    const prap_text nobody = {NULL, 0};
    const prap_retention_terms terms = {.size = sizeof terms, .as_of = as_of};
    prap_sweep_report report = {.size = sizeof report};
    hear_begin();
    end(line, sizeof line, "walk", prap_engine_walk(host->engine, nobody, PRAP_DAY_NONE, as_of, host->answer, hear_case, NULL, &host->error));
    end(line, sizeof line, "due", prap_engine_walk(host->engine, nobody, as_of + 7, as_of, host->answer, hear_case, NULL, &host->error));
    for (uint32_t orphans = 0; orphans < 2; orphans++)
        end(line, sizeof line, "feeds", prap_engine_feeds(host->engine, nobody, as_of, orphans, host->answer, hear_case_feed, NULL, &host->error));
    begin_totals(&totals);
    const prap_status status = prap_engine_measure(host->engine, nobody, as_of, as_of - LATER, as_of, host->answer,
                                                   totals.measures[0], totals.n_measures, hear_case_measures, NULL, &host->error);
    hear_measure_totals(totals.measures[0], totals.n_measures);
    end(line, sizeof line, "measure", status);
    end(line, sizeof line, "retention", prap_engine_retention_walk(host->engine, nobody, &terms, hear_retained, NULL, &host->error));
    ask_caseload(line, sizeof line, as_of, false, false);
    ask_caseload(line, sizeof line, as_of, true, false);
    ask_caseload(line, sizeof line, as_of, false, true);
    const prap_status swept = prap_engine_sweep(host->engine, nobody, as_of + 3 * LATER, &report, &host->error);
    hear("swept %" PRIu64 " %" PRIu64 " %" PRIu64, report.seen, report.moved, report.failed);
    end(line, sizeof line, "sweep", swept);
    end(line, sizeof line, "walk", prap_engine_walk(host->engine, nobody, PRAP_DAY_NONE, as_of + 3 * LATER, host->answer, hear_case, NULL, &host->error));
    if (prap_day_format(as_of, day, sizeof day) != PRAP_OK) abort();
    snprintf(asked, sizeof asked, "%s all %s", run.name, day);
    transcript_add(line, sizeof line, "\n");
    transcript(asked, line);
}

static void note_case(prap_text id, prap_day recorded) {
    size_t i = 0;
    while (i < run.n && (strlen(run.cases[i].id) != id.n || memcmp(run.cases[i].id, id.bytes, id.n) != 0)) i++;
    if (i == run.n) {
        if (run.n == CASES) abort();
        run.cases[run.n++] = (struct asked_case){.first = recorded};
        memcpy(run.cases[i].id, id.bytes, id.n);
    }
    run.cases[i].last = recorded;
    if (recorded > run.last) run.last = recorded;
}

static json_t *next_line(FILE *file) {
    static char line[LINE_BYTES];
    if (fgets(line, sizeof line, file) == NULL) return NULL;
    json_t *object = json_loads(line, 0, NULL);
    if (object == NULL) abort();
    return object;
}

static void submit_all(FILE *file) {
    json_t *input;
    while ((input = next_line(file)) != NULL) {
        struct scenario_command read;
        struct scenario_fault fault;
        memset(&read, 0, sizeof read);
        json_object_del(input, "expect");
        if (scenario_read(input, &read, &fault) && test_host_submit(&run.host, &read.command) == PRAP_OK &&
            test_host_summary(&run.host)->verdict == PRAP_VERDICT_PERMITTED)
            note_case(read.command.key.case_id, test_host_summary(&run.host)->as_of);
        json_decref(input);
    }
}

static void run_file(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    memset(&run, 0, sizeof run);
    run.last = PRAP_DAY_MIN;
    run.name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
    json_t *header = next_line(file);
    prap_setting settings[SETTINGS];
    const int n = scenario_read_policies(json_object_get(header, "policies"), settings, SETTINGS);
    struct cli_supplement supplement;
    struct cli_fault fault;
    const json_t *given = json_object_get(header, "supplement");
    if (n < 0 || (given != NULL && !cli_supplement_read(given, &supplement, &fault))) abort();
    test_host_open_every(&run.host, settings, (size_t)n, given == NULL ? NULL : &supplement.given);
    json_decref(header);
    submit_all(file);
    fclose(file);
    for (size_t i = 0; i < run.n; i++) {
        const struct asked_case *one = &run.cases[i];
        const prap_day days[] = {one->first, one->last, one->last + LATER};
        for (size_t k = 0; k < 3; k++) look_at_case(one, days[k]);
        for (size_t k = 0; k < 3; k++) {
            ask_case(one, days[k], false);
            ask_case(one, days[k], true);
        }
    }
    if (run.n > 0) ask_store(run.last);
    if (test_host_close(&run.host) != 0) exit(1);
}

int main(int argc, char **argv) {
    const bool writes = argc > 1 && strcmp(argv[1], "--write") == 0;
    const int first = writes ? 3 : 2;
    if (argc <= first) {
        fprintf(stderr, "usage: ask-scenarios [--write] GOLDEN CASES...\n");
        return 2;
    }
    for (int i = first; i < argc; i++) run_file(argv[i]);
    return transcript_end(0, first, argv);
}
