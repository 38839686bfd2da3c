/*
 * example-host.c: a whole host in C. It brings memory, a store and an observer; puts a handful of events
 * before the rules; and prints every answer, what is due, and the history of one case.
 *
 * What it prints is kept in expected-output.txt, and a test compares the two.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case-store.h"
#include "prap/prap.h"

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return malloc(bytes);
}

static void release(void *user, void *block, size_t bytes) {
    (void)user;
    (void)bytes;
    free(block);
}

static prap_text text(const char *words) {
    return (prap_text){words, strlen(words)};
}

static const char *word(uint32_t kind, uint32_t number) {
    const prap_word *found = prap_word_by_number(kind, number);
    return found == NULL ? "" : found->name;
}

/* The room for one day as text is the caller's. */
static const char *day_text(prap_day day, char room[PRAP_DAY_TEXT_BYTES]) {
    return prap_day_format(day, room, PRAP_DAY_TEXT_BYTES) == PRAP_OK ? room : "-";
}

static prap_day day(const char *words) {
    prap_day read = PRAP_DAY_NONE;
    if (prap_day_parse(words, strlen(words), &read) != PRAP_OK) abort(); /* only our own literals come here */
    return read;
}

/* Told after each commit. A real host would send its outbox from the rows that the commit stored. */
static void on_committed(void *user, const prap_change *change) {
    (void)user;
    for (size_t i = 0; i < change->n_notices; i++) {
        const prap_notice_record *notice = &change->notices[i];
        const prap_word *found = prap_word_by_number(PRAP_WORDS_NOTICE, notice->notice);
        printf("  notice to the %s: %s\n", word(PRAP_WORDS_RECIPIENT, notice->recipient),
               found == NULL ? "" : found->meaning);
    }
}

static void print_reasons(const prap_answer *answer) {
    char room[PRAP_DAY_TEXT_BYTES];
    const prap_reason *reason;
    for (uint32_t i = 0; (reason = prap_answer_reason_at(answer, i)) != NULL; i++) {
        const prap_rule *rule = prap_rule_by_number(reason->rule);
        printf("  %s (%s, paragraph %s)\n", prap_reason_why(reason->reason), rule->id, rule->paragraph);
        printf("  instead: %s\n", prap_reason_cure(reason->reason));
        if (reason->earliest != PRAP_DAY_NONE) printf("  earliest: %s\n", day_text(reason->earliest, room));
    }
}

static void print_deadlines(const prap_answer *answer) {
    char due[PRAP_DAY_TEXT_BYTES];
    char prudent[PRAP_DAY_TEXT_BYTES];
    const prap_deadline *deadline;
    for (uint32_t i = 0; (deadline = prap_answer_deadline_at(answer, i)) != NULL; i++) {
        if (deadline->status != PRAP_DEADLINE_STATUS_OPEN && deadline->status != PRAP_DEADLINE_STATUS_OVERDUE)
            continue;
        printf("  %-7s due %s, prudently %s (%s)\n", word(PRAP_WORDS_DEADLINE, deadline->deadline),
               day_text(deadline->due, due), day_text(deadline->prudent, prudent),
               word(PRAP_WORDS_DEADLINE_STATUS, deadline->status));
    }
}

/* An event of our small caseload: at most two facts beside the days. */
struct example_event {
    const char *case_id;
    uint32_t event;
    const char *on;
    const char *recorded; /* NULL: the same day */
    size_t n_facts;
    prap_fact facts[2];
};

static const struct example_event example_events[] = {
    {"A1", PRAP_EVENT_REFERRAL_RECEIVED, "2023-05-05", NULL, 0, {{0, 0, 0}}},
    {"A1", PRAP_EVENT_ACCEPT, "2023-05-10", NULL, 0, {{0, 0, 0}}}, /* a day late: 8 May was a holiday, 9 May
                                                                      the last */
    {"A2", PRAP_EVENT_REFERRAL_RECEIVED, "2023-05-05", "2023-05-10", 0, {{0, 0, 0}}},
    {"A2", PRAP_EVENT_ACCEPT, "2023-05-09", "2023-05-10", 0, {{0, 0, 0}}}, /* entered late, acknowledged in
                                                                              time */
    {"A2",
     PRAP_EVENT_MEETING_ATTENDED,
     "2023-05-16",
     NULL,
     1,
     {{PRAP_FACT_MODE, PRAP_VALUE_OPTION, PRAP_OPTION_FACE_TO_FACE}}},
    {"A2",
     PRAP_EVENT_START_RECORDED,
     "2023-05-16",
     "2023-05-17",
     1,
     {{PRAP_FACT_IDENTITY_CHECKED, PRAP_VALUE_UNKNOWN, 0}}},
    {"A2",
     PRAP_EVENT_START_RECORDED,
     "2023-05-16",
     "2023-05-17",
     2,
     {{PRAP_FACT_IDENTITY_CHECKED, PRAP_VALUE_YES, 0}, {PRAP_FACT_EMPLOYMENT_CHECKED, PRAP_VALUE_YES, 0}}},
};

static int submit(prap_engine *engine, prap_answer *answer, const struct example_event *event) {
    prap_error error = {.size = sizeof error};
    const prap_command command = {
        .size = sizeof command,
        .programme = PRAP_PROGRAMME_IPES,
        .event = event->event,
        .on = day(event->on),
        .recorded = event->recorded == NULL ? PRAP_DAY_NONE : day(event->recorded),
        .key = {.case_id = text(event->case_id)},
        .facts = event->facts,
        .n_facts = event->n_facts,
    };
    printf("%s %s on %s\n", event->case_id, word(PRAP_WORDS_EVENT, event->event), event->on);
    if (prap_engine_submit(engine, &command, answer, &error) != PRAP_OK) {
        fprintf(stderr, "%s: %s\n", error.field, error.message);
        return 1;
    }
    const prap_summary *summary = prap_answer_summary(answer);
    printf("  %s: %s\n", word(PRAP_WORDS_VERDICT, summary->verdict), word(PRAP_WORDS_STATE, summary->stage));
    print_reasons(answer);
    return 0;
}

static prap_status print_case(void *user, prap_text case_id, const prap_answer *answer) {
    (void)user;
    printf("%.*s, %s\n", (int)case_id.n, case_id.bytes,
           word(PRAP_WORDS_STATE, prap_answer_summary(answer)->stage));
    print_deadlines(answer);
    return PRAP_OK;
}

static prap_status print_event(void *user, const prap_event_view *event) {
    char on[PRAP_DAY_TEXT_BYTES];
    char recorded[PRAP_DAY_TEXT_BYTES];
    (void)user;
    printf("  %u. %s on %s, recorded %s\n", (unsigned)event->sequence, word(PRAP_WORDS_EVENT, event->event),
           day_text(event->on, on), day_text(event->recorded, recorded));
    return PRAP_OK;
}

static int run(prap_engine *engine, prap_answer *answer) {
    prap_error error = {.size = sizeof error};
    for (size_t i = 0; i < sizeof example_events / sizeof example_events[0]; i++) {
        if (submit(engine, answer, &example_events[i]) != 0) return 1;
    }
    puts("\nOverdue and due by 30 May 2023, as of 18 May 2023");
    prap_status status = prap_engine_walk(engine, text(""), day("2023-05-30"), day("2023-05-18"), answer,
                                          print_case, NULL, &error);
    if (status == PRAP_OK) {
        puts("\nThe history of A2");
        const prap_key key = {.case_id = text("A2")};
        status = prap_engine_history(engine, &key, day("2023-05-18"), print_event, NULL, &error);
    }
    if (status != PRAP_OK) fprintf(stderr, "%s: %s\n", error.field, error.message);
    return status == PRAP_OK ? 0 : 1;
}

int main(void) {
    const prap_allocator allocator = {.size = sizeof allocator, .allocate = allocate, .release = release};
    const prap_observer observer = {.size = sizeof observer, .committed = on_committed};
    struct case_store *store = case_store_create();
    if (store == NULL) return 1;
    const prap_host host = {.size = sizeof host,
                            .allocator = &allocator,
                            .store = case_store_interface(store),
                            .observer = &observer};
    prap_error error = {.size = sizeof error};
    prap_rulebook *rulebook = NULL;
    prap_engine *engine = NULL;
    prap_answer *answer = NULL;
    int result = 1;
    if (prap_rulebook_create(&allocator, PRAP_PROGRAMME_IPES,
                             prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0, &rulebook,
                             &error) == PRAP_OK &&
        prap_engine_create(&host, (const prap_rulebook *const[]){rulebook}, 1, &engine, &error) == PRAP_OK &&
        prap_answer_create(&allocator, &answer) == PRAP_OK) {
        result = run(engine, answer);
    } else {
        fprintf(stderr, "%s\n", error.message);
    }
    prap_answer_destroy(answer);
    prap_engine_destroy(engine);
    prap_rulebook_destroy(rulebook);
    case_store_destroy(store);
    return result;
}
