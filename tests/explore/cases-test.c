/*
 * cases-test.c: every abstract state of a case that the interface can reach, in each programme; from each of them every
 * operation; and for each operation every way in which the store goes wrong, at every call, once and for good, with no
 * memory to be had meanwhile.
 *
 *     cases-test [--whole]
 *
 * An abstract state is what tells one case's future from another's: programme, stage, feed, every region, whether the
 * referral is orphaned, whether a clock runs and whether one is overdue. One history that leads there stands for it. A
 * move is an event with its facts on a day (case-moves.h); of those that come to the same from a state, one is failed.
 *
 * After each trouble the store is as before or as after, never between; PRAP_OK means that it is there, any other status
 * but PRAP_UNKNOWN that nothing happened; a failure comes with no answer, an answer is the one that there would have been;
 * no memory is left; and when the trouble is over the same again, under the same id, finds out. In the ordinary run the
 * first few states of each programme (tests/support/share.h).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "case-moves.h"
#include "case-readings.h"
#include "date-agreement.h"
#include "places.h"
#include "share.h"
#include "troubles.h"

enum { PROGRAMMES = 16, PARTS = 2, TOLD = 500, LEAST_PLACES = 2, ORDINARY_PLACES = 4, OUTCOMES = 1024, REGIONS = 24, WRONGS_SHOWN = 10 };

struct abstract {
    uint32_t programme, stage, feed, orphan;
    uint16_t regions[REGIONS];
    uint32_t runs, overdue;
};
_Static_assert(sizeof(struct abstract) <= PLACE_KEY, "a place has room for the abstract state of a case");

/* An operation: a command, or one that is none. */
struct operation {
    const struct drawn_command *move;
    const struct case_reading *reading;
};

/* What it comes to when nothing goes wrong. */
struct outcome {
    prap_status status;
    struct answer_copy answer;
    struct memory_store *after;
};

static struct places places;
static struct case_moves moves;
static struct test_host host;
static uint32_t programme;
struct sum {
    unsigned long places, known, operations, faulted, wrong;
};
static struct sum sum;

static void say_wrong(const struct operation *operation, size_t at, const struct memory_store_trouble *trouble, prap_status status,
                      const char *what) {
    char words[400];
    if (++sum.wrong > WRONGS_SHOWN) return;
    if (operation->move == NULL) snprintf(words, sizeof words, "%s", operation->reading->name);
    else case_move_tell(operation->move, (prap_day)places.places[at].now, words, sizeof words);
    if (trouble == NULL) fprintf(stderr, "%s: %s; after\n", what, words);
    else
        fprintf(stderr, "%s: %s; %s at call %u%s: %s; after\n", what, words, trouble_name(trouble), trouble->nth,
                trouble->sticky ? " for good" : "", prap_status_name(status));
    places_tell(&places, at);
}

static prap_status run(const struct operation *operation, prap_day now) {
    if (operation->move != NULL) return test_host_submit(&host, &operation->move->command);
    return operation->reading->run(&host, now);
}

static bool is_permitted(const struct answer_copy *answer) {
    return answer->summary.verdict == PRAP_VERDICT_PERMITTED;
}

static void abstract_of(const struct answer_copy *copy, uint8_t key[PLACE_KEY]) {
    struct abstract abstract;
    memset(&abstract, 0, sizeof abstract);
    memset(key, 0, PLACE_KEY);
    abstract.programme = copy->summary.programme;
    abstract.stage = copy->summary.stage;
    abstract.feed = copy->summary.feed;
    abstract.orphan = copy->summary.orphan;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++)
        abstract.regions[i] = (uint16_t)prap_summary_region(&copy->summary, prap_word_at(PRAP_WORDS_REGION, i)->number);
    for (uint32_t i = 0; i < copy->n_deadlines; i++) {
        abstract.runs |= copy->deadlines[i].status == PRAP_DEADLINE_STATUS_OPEN;
        abstract.overdue |= copy->deadlines[i].status == PRAP_DEADLINE_STATUS_OVERDUE;
    }
    memcpy(key, &abstract, sizeof abstract);
}

/* The store now, as a place. */
static void keep_place(size_t from, const struct answer_copy *copy, prap_day now, const char *by) {
    struct place next = {.store = host.store, .now = now, .from = from};
    abstract_of(copy, next.key);
    snprintf(next.by, sizeof next.by, "%.47s", by);
    places_add(&places, &next);
}

/* What is stored beside the snapshot is what was answered, and every day of it what the day functions say. */
static const char *complain_about_index(const struct answer_copy *answer) {
    const prap_key key = test_key("X");
    const bool turned = answer->summary.stage == PRAP_STATE_AUTO_DNA; /* by time, not by an entry */
    if (memory_store_version(host.store, key) != answer->summary.version) return "the stored version differs";
    if (memory_store_stage(host.store, key) != answer->summary.stage && !turned) return "the stored stage differs";
    if (memory_store_next_due(host.store, key) != answer_copy_next_due(answer))
        return "the stored next due day is not the earliest unmet one";
    return date_agreement_complaint(answer, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0);
}

/* What must be true of an operation when nothing goes wrong. */
static const char *complain_about_outcome(const struct operation *operation, const struct place *place,
                                          const struct outcome *outcome, const struct answer_copy *before) {
    const bool changed = !memory_store_equal(place->store, outcome->after);
    if (memory_store_complaint(host.store) != NULL) return memory_store_complaint(host.store);
    if (operation->move == NULL) {
        if (changed && !operation->reading->may_write) return "a question changed the store";
        return outcome->status == PRAP_UNKNOWN ? "a sweep over a sound store failed for a case" : NULL;
    }
    if (outcome->status != PRAP_OK)
        return !answer_copy_is_empty(&outcome->answer) ? "an error came with an answer" : changed ? "an error changed the store" : NULL;
    if (!is_permitted(&outcome->answer)) return changed ? "what was not permitted changed the store" : answer_copy_complaint(&outcome->answer);
    if (!changed && outcome->answer.summary.duplicate == 0) return "what was permitted is not stored";
    const char *complaint = changed ? complain_about_index(&outcome->answer) : NULL;
    if (complaint != NULL) return complaint;
    if (changed && before->summary.version > 0 && operation->move->command.event != PRAP_EVENT_ENTRY_VOIDED) {
        const uint32_t from = before->summary.stage, to = outcome->answer.summary.stage;
        /* Memo 08 has a cancellation follow the back-out (T-W-12). */
        const bool goes_on = from == PRAP_STATE_BACKED_OUT && to == PRAP_STATE_CANCELLED_NO_CONTACT;
        if (test_state_is_ended(from) && from != to && !goes_on) return "an ended stage was left (5.9, 5)";
    }
    return answer_copy_complaint(&outcome->answer);
}

/* The journal amounts to what is stored, for an engine that knows nothing of it yet. */
static bool is_sound(const struct memory_store *store) {
    struct test_host other;
    prap_verify_report report = {.size = sizeof report};
    test_host_reopen_every(&other, memory_store_copy(store), NULL, 0);
    const prap_status status = prap_engine_verify(other.engine, test_text(""), test_text(""), NULL, NULL, &report, NULL);
    return test_host_close(&other) == 0 && status == PRAP_OK && report.faults == 0;
}

/* A commit that failed once and did not say that it failed for good is tried again, or looked into. */
static bool must_get_over(const struct memory_store_trouble *trouble) {
    return trouble_is_honest(trouble) && !trouble->sticky && trouble->status != PRAP_FAIL &&
           memory_store_troubled_call(host.store) == MEMORY_STORE_COMMIT;
}

/* What the trouble may have come to. A store that lies may be believed where nothing is stored on the strength of it. */
static const char *complain_about_trouble(const struct operation *operation, const struct place *place,
                                          const struct outcome *outcome, const struct memory_store_trouble *trouble,
                                          prap_status status, const struct answer_copy *answer) {
    const bool is_before = memory_store_equal(host.store, place->store), is_after = memory_store_equal(host.store, outcome->after);
    const bool honest = trouble_is_honest(trouble), changes = !memory_store_equal(place->store, outcome->after);
    if (memory_store_complaint(host.store) != NULL) return memory_store_complaint(host.store);
    if (!is_before && !is_after) return "the store is between before and after";
    if (operation->move == NULL) {
        if (honest && status == PRAP_OK && !is_after) return "a sweep counts what it did not store";
        return NULL;
    }
    if (status != PRAP_OK) {
        if (!answer_copy_is_empty(answer)) return "a failure came with an answer";
        if (honest && changes && is_after && status != PRAP_UNKNOWN) return "it failed, and changed the store";
        if (must_get_over(trouble) && status != outcome->status) return "a commit that failed once was not got over";
        return NULL;
    }
    if (changes && is_permitted(answer) != is_after) return "what was answered and what is stored are not the same";
    if (!honest) return NULL;
    if (outcome->status != PRAP_OK) return "it succeeded because the store failed";
    return answer_copy_equal(answer, &outcome->answer) ? NULL : "the answer is another than without the trouble";
}

/* The trouble is over: the same again, under the same id, finds out. */
static const char *complain_about_again(const struct operation *operation, const struct place *place,
                                        const struct outcome *outcome) {
    static struct answer_copy answer;
    memory_store_order(host.store, NULL);
    const prap_status status = run(operation, (prap_day)place->now);
    if (status != outcome->status) return "the same again ends otherwise";
    if (!memory_store_equal(host.store, outcome->after)) return "the same again does not lead to the same store";
    if (operation->move == NULL || status != PRAP_OK) return NULL;
    answer_copy_take(&answer, host.answer);
    answer.summary.duplicate = outcome->answer.summary.duplicate;
    return answer_copy_equal(&answer, &outcome->answer) ? NULL : "the same again gets another answer";
}

static void fail_everything(const struct operation *operation, size_t at, const struct outcome *outcome) {
    static struct answer_copy answer;
    const struct place place = places.places[at];
    const size_t outstanding = host.allocator.outstanding_bytes;
    struct troubles troubles;
    bool came_about = false;
    failing_allocator_fail(&host.allocator, 1, true);
    for (troubles_begin(&troubles); troubles_next(&troubles, came_about);) {
        const struct memory_store_trouble *trouble = &troubles.trouble;
        memory_store_restore(host.store, place.store);
        memory_store_order(host.store, trouble);
        const prap_status status = run(operation, (prap_day)place.now);
        came_about = memory_store_troubled(host.store);
        if (!came_about) continue;
        sum.faulted++;
        answer_copy_take(&answer, host.answer);
        const char *complaint = complain_about_trouble(operation, &place, outcome, trouble, status, &answer);
        if (complaint == NULL) complaint = complain_about_again(operation, &place, outcome);
        if (host.allocator.outstanding_bytes != outstanding || host.allocator.calls != 0) complaint = "memory was asked for, or is left";
        if (complaint != NULL) say_wrong(operation, at, trouble, status, complaint);
    }
    failing_allocator_fail(&host.allocator, 0, false);
}

/* Outcomes that were failed from this place already. */
static struct {
    uint8_t keys[OUTCOMES][PLACE_KEY];
    size_t n;
} known;

/* Whether an outcome is the first of its kind from here: by status and verdict, and when it changed something by where it led. */
static bool is_new_kind(const struct outcome *outcome, bool changed) {
    uint8_t key[PLACE_KEY] = {0};
    if (changed) abstract_of(&outcome->answer, key);
    const int32_t kind[] = {outcome->status, (int32_t)outcome->answer.summary.verdict, changed, (int32_t)outcome->answer.summary.duplicate};
    memcpy(key + PLACE_KEY - sizeof kind, kind, sizeof kind);
    for (size_t i = 0; i < known.n; i++)
        if (memcmp(known.keys[i], key, PLACE_KEY) == 0) return false;
    if (known.n < OUTCOMES) memcpy(known.keys[known.n++], key, PLACE_KEY);
    return true;
}
_Static_assert(sizeof(struct abstract) + 4 * sizeof(int32_t) <= PLACE_KEY, "the kind of an outcome has room beside it");

static void operate(const struct operation *operation, size_t at, const struct answer_copy *before, bool fails) {
    static struct outcome outcome;
    const struct place place = places.places[at];
    memory_store_restore(host.store, place.store);
    outcome.status = run(operation, (prap_day)place.now);
    answer_copy_take(&outcome.answer, host.answer);
    outcome.after = host.store;
    sum.operations++;
    const char *complaint = complain_about_outcome(operation, &place, &outcome, before);
    if (complaint != NULL) say_wrong(operation, at, NULL, PRAP_OK, complaint);
    const bool changed = !memory_store_equal(place.store, host.store);
    if (operation->move != NULL && changed) {
        char words[200];
        case_move_tell(operation->move, (prap_day)place.now, words, sizeof words);
        keep_place(at, &outcome.answer, operation->move->command.recorded, words);
    }
    if (!fails || (operation->move != NULL && !is_new_kind(&outcome, changed))) return;
    outcome.after = memory_store_copy(host.store);
    if (changed && !is_sound(outcome.after)) say_wrong(operation, at, NULL, PRAP_OK, "prap_engine_verify finds damage");
    fail_everything(operation, at, &outcome);
    memory_store_destroy(outcome.after);
}

static void leave_from(size_t at, bool fails) {
    static struct answer_copy before;
    const struct place place = places.places[at];
    const prap_key key = test_key("X");
    const uint64_t version = memory_store_version(place.store, key);
    memory_store_restore(host.store, place.store);
    (void)prap_engine_show(host.engine, &key, (prap_day)place.now, host.answer, NULL); /* of no case, nothing */
    answer_copy_take(&before, host.answer);
    case_moves_of(&moves, &host, programme, version, (prap_day)place.now);
    known.n = 0;
    for (size_t i = 0; i < moves.n; i++)
        operate(&(struct operation){&moves.moves[i], NULL}, at, &before, fails);
    for (size_t i = 0; case_reading_at(i) != NULL; i++)
        operate(&(struct operation){NULL, case_reading_at(i)}, at, &before, fails);
    sum.places++;
}

/* All of a programme's states; of every so-many-th of them what goes wrong too. */
static void explore(const prap_word *word, unsigned long at_most, unsigned part, unsigned parts) {
    struct place start = {.store = memory_store_create(), .now = test_day(2023, 5, 5), .by = "no case"};
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ); /* the programmes complain at the same time: by whole lines */
    programme = word->number;
    test_host_open_every(&host, NULL, 0, NULL);
    places_add(&places, &start);
    for (size_t i = 0; i < places.n && i < at_most; i++) {
        leave_from(i, i % parts == part);
        if (part == 0 && sum.places % TOLD == 0) fprintf(stderr, "%s: %lu of %zu states so far\n", word->name, sum.places, places.n);
    }
    sum.known = places.n;
    memory_store_destroy(start.store);
    places_clear(&places);
    if (test_host_close(&host) != 0) {
        fprintf(stderr, "%s: memory is left\n", word->name);
        sum.wrong++;
    }
}

/* Each programme in processes of its own, all at the same time: in parts when it is to be whole. */
static int explore_every(unsigned long at_most, unsigned parts) {
    struct sum(*sums)[PARTS] = mmap(NULL, PROGRAMMES * sizeof *sums, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    const prap_word *word;
    int failed = sums == MAP_FAILED;
    for (uint32_t i = 0; !failed && i < PROGRAMMES && (word = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        for (unsigned part = 0; prap_move_count(word->number) > 0 && part < parts; part++) {
            const pid_t child = fork();
            if (child < 0) failed = 1;
            if (child != 0) continue;
            explore(word, at_most, part, parts);
            sums[i][part] = sum;
            _exit(sum.wrong > 0 ? 1 : 0);
        }
    }
    for (int how = 0; wait(&how) > 0;) failed |= how != 0;
    for (uint32_t i = 0; sums != MAP_FAILED && i < PROGRAMMES && (word = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        struct sum all = sums[i][0]; /* every part walks all states */
        for (unsigned part = 1; part < parts; part++) {
            all.faulted += sums[i][part].faulted;
            all.wrong += sums[i][part].wrong;
        }
        if (all.places == 0) continue;
        printf("%s: %lu of %lu states, %lu operations, %lu faulted, %lu wrong\n", word->name, all.places, all.known,
               all.operations, all.faulted, all.wrong);
    }
    return failed;
}

int main(int argc, char **argv) {
    const bool whole = argc == 2 && strcmp(argv[1], "--whole") == 0;
    if (argc > 1 && !whole) {
        fputs("usage: cases-test [--whole]\n", stderr);
        return 2;
    }
    return whole ? explore_every((unsigned long)-1, PARTS) : explore_every(LEAST_PLACES + test_share(ORDINARY_PLACES), 1);
}
