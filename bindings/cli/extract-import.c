/* extract-import.c: see extract-import.h. */
#include "extract-import.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extract-map.h"
#include "extract-out.h"
#include "extract-state.h"
#include "output.h"

enum result { NEW, GONE, CHANGED, SAME, REFUSED, UNDECIDED, UNREAD, RESULTS };

static const char *const results[RESULTS] = {"new",     "gone",      "changed", "same",
                                             "refused", "undecided", "unread"};

struct run {
    const struct cli_arguments *arguments;
    const struct cli_extract_known *known;
    struct cli_extract_state before; /* and what has come of it: the state to keep */
    struct cli_extract_state today;  /* who is in today's extract, without marks */
    FILE *events;                    /* or NULL */
    bool checks;                     /* import; else diff */
    uint64_t counts[RESULTS], records, matched, n_events;
    int code;
    bool go_on;
};

static void put(struct run *run, json_t *object) {
    run->go_on = cli_put_answer(object, cli_has(run->arguments, CLI_TEXT)) && run->go_on;
}

static void put_error(struct run *run, const struct cli_extract_record *record,
                      const struct cli_fault *fault) {
    json_t *object = cli_json_error(record->line, NULL, fault);
    cli_json_set_number(object, "record", (int64_t)record->number);
    run->counts[UNREAD]++;
    run->code = CLI_EXIT_UNREAD;
    put(run, object);
}

/* A fault that the reader has not said already. */
static void refuse(struct run *run, const struct cli_extract_record *record, const struct cli_fault *fault) {
    fprintf(stderr, "prap extract: record %llu: %s: %s (%s)\n", (unsigned long long)record->number,
            fault->field, fault->message, fault->code);
    put_error(run, record, fault);
}

/* What a record says that is a fact of the event: when it was made, a voluntary customer's group (CH15-A-16:
   a mandatory one may be of several), and on IPES that MAPPA restrictions are known. */
static void put_facts(json_t *object, const prap_data_record *data) {
    const bool ipes = data->programme == PRAP_PROGRAMME_IPES;
    for (size_t i = 0; i < data->n; i++) {
        const prap_data_value *value = &data->values[i];
        if (value->item == PRAP_DATA_ITEM_REFERRAL_DATE) {
            cli_json_set_day(object, "made", cli_extract_day(value->text));
        } else if (value->item == PRAP_DATA_ITEM_REFERRAL_BASIS && !ipes &&
                   cli_extract_says(value->text, "voluntary")) {
            cli_json_set_text(object, "customer-group", "voluntary");
        }
    }
    if (ipes && data->mappa == PRAP_VALUE_YES) cli_json_set(object, "mappa-known", json_true());
}

/* {"id":"extract-received","case":"R1","programme":"whp","event":"referral-received",...}: a new referral for
 * replay. */
static bool put_event(struct run *run, const struct cli_extract_record *record, struct cli_fault *ret_fault) {
    const prap_data_record *data = &record->data;
    if (data->programme == 0 || data->on == PRAP_DAY_NONE) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_REQUIRED), data->programme == 0 ? "programme" : "on",
                      "an event of the referral says it: name it in the extract or with an option");
        return false;
    }
    json_t *object = cli_need(json_object());
    cli_json_set_text(object, "id", "extract-received");
    cli_json_set_bytes(object, "case", record->case_id);
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, data->programme);
    cli_json_set_text(object, "event", "referral-received");
    cli_json_set_day(object, "on", data->on);
    cli_json_set_day(object, "recorded", data->on);
    put_facts(object, data);
    const bool written =
        json_dumpf(object, run->events, JSON_COMPACT) == 0 && fputc('\n', run->events) != EOF;
    json_decref(object);
    run->n_events++;
    if (!written) run->code = CLI_EXIT_FAILED;
    return true;
}

/* The differences to what is known of the referral; how many there are. */
static size_t compare(const struct cli_extract_known_referral *old, const prap_data_mark *marks, size_t n,
                      uint32_t programme, json_t *differences) {
    prap_data_comparison comparison = {.size = sizeof comparison};
    if (prap_data_compare_marks(old->marks, old->n, marks, n, programme, cli_extract_hear_difference,
                                differences, &comparison, NULL) != PRAP_OK)
        cli_out_of_memory();
    return json_array_size(differences);
}

/* What becomes of a record that can be read, and what of it is kept. The marks are taken over. */
static enum result judge(struct run *run, const struct cli_extract_record *record, uint32_t verdict,
                         json_t *object, struct cli_fault *ret_fault) {
    prap_data_mark *marks;
    size_t n, differ = 0;
    json_t *differences = cli_need(json_array());
    const struct cli_extract_known_referral *old = cli_extract_state_find(&run->before, record->referral);
    const bool matched = old != NULL;
    if (!cli_extract_marks(&run->before, record, &marks, &n, ret_fault)) {
        json_decref(differences); /* without its identifier: the check has refused it */
        return verdict == PRAP_VERDICT_REFUSED ? REFUSED : UNREAD;
    }
    if (matched) differ = compare(old, marks, n, record->data.programme, differences);
    free(marks);
    run->matched += matched ? 1 : 0;
    if (run->checks) cli_json_set(object, "matched", json_boolean(matched));
    if (differ > 0) cli_json_set(object, "differences", json_deep_copy(differences));
    json_decref(differences);
    if (verdict == PRAP_VERDICT_REFUSED) return REFUSED;
    if (verdict == PRAP_VERDICT_UNDECIDED) return UNDECIDED;
    return !matched ? NEW : differ > 0 ? CHANGED : SAME;
}

/* Each referral stands in an extract once. */
static bool is_again(struct run *run, const struct cli_extract_record *record, struct cli_fault *ret_fault) {
    if (record->referral.n == 0) return false;
    if (cli_extract_state_find(&run->today, record->referral) != NULL) {
        cli_fault_set(ret_fault, prap_status_name(PRAP_E_TWICE), "prap-referral-id",
                      "the extract has a record of this referral before this one");
        return true;
    }
    cli_extract_state_see(&run->today, record->referral);
    return false;
}

static void answer(struct run *run, const struct cli_extract_record *record) {
    struct cli_fault fault = {0};
    prap_data_answer found = {.verdict = PRAP_VERDICT_PERMITTED};
    json_t *object = cli_extract_new(run->checks ? "import" : "diff", record);
    enum result result = UNREAD;
    if (!run->checks && record->referral.n > 0) cli_json_set_bytes(object, "case", record->case_id);
    if (!is_again(run, record, &fault) && (!run->checks || cli_extract_check(object, record, &found, &fault)))
        result = judge(run, record, found.verdict, object, &fault);
    const bool has_event = result == NEW && run->events != NULL;
    if (has_event && !put_event(run, record, &fault)) result = UNREAD;
    if (result == UNREAD) {
        json_decref(object);
        refuse(run, record, &fault);
        return;
    }
    /* What is refused or undecided leaves what is known as it was: it will be looked at again. */
    if (result == NEW || result == CHANGED || result == SAME)
        (void)cli_extract_state_take(&run->before, record, &fault);
    run->counts[result]++;
    cli_json_set_text(object, "result", results[result]);
    if (!run->checks && result == SAME) {
        json_decref(object);
        return;
    }
    put(run, object);
}

/* Those of yesterday that are not there today; kept while some record of today could not be read. */
static void answer_gone(struct run *run) {
    size_t kept = 0;
    const bool unsure = run->counts[UNREAD] > 0;
    for (size_t i = 0; i < run->before.n; i++) {
        struct cli_extract_known_referral *row = &run->before.rows[i];
        const prap_text referral = {row->referral, strlen(row->referral)};
        const bool there = cli_extract_state_find(&run->today, referral) != NULL;
        if (!there && run->go_on) {
            const struct cli_extract_record none = {0};
            json_t *object = cli_extract_new(run->checks ? "import" : "diff", &none);
            cli_json_set_text(object, "case", row->case_id);
            if (unsure) cli_json_set(object, "unsure", json_true());
            cli_json_set_text(object, "result", results[GONE]);
            run->counts[GONE]++;
            put(run, object);
        }
        if (there || unsure) {
            run->before.rows[kept++] = *row;
        } else {
            cli_extract_row_free(row);
        }
    }
    run->before.n = kept;
}

static void answer_all(struct run *run, const char *name) {
    struct cli_extract *extract = cli_extract_open(name, run->known, &run->code);
    while (extract != NULL && run->go_on) {
        struct cli_extract_record record;
        struct cli_fault fault;
        const enum cli_extract_read read = cli_extract_next(extract, &record, &fault);
        if (read == CLI_EXTRACT_FAILED) run->code = CLI_EXIT_FAILED;
        if (read == CLI_EXTRACT_FAILED || read == CLI_EXTRACT_END) break;
        run->records++;
        if (read == CLI_EXTRACT_FAULT)
            put_error(run, &record, &fault);
        else
            answer(run, &record);
    }
    const bool whole = extract != NULL && run->go_on && run->code != CLI_EXIT_FAILED;
    cli_extract_close(extract);
    if (!whole) {
        run->go_on = false;
        return;
    }
    answer_gone(run);
}

static void put_summary(struct run *run) {
    json_t *object = cli_json_new();
    cli_json_set_text(object, "extract", "summary");
    cli_json_set_number(object, "records", (int64_t)run->records);
    cli_json_set_number(object, "matched", (int64_t)run->matched);
    for (size_t i = 0; i < RESULTS; i++) {
        if (!run->checks && (i == REFUSED || i == UNDECIDED)) continue;
        cli_json_set_number(object, results[i], (int64_t)run->counts[i]);
    }
    if (run->events != NULL) cli_json_set_number(object, "events", (int64_t)run->n_events);
    put(run, object);
}

/* Yesterday's file; a record that cannot be read is told of and is not there. */
static int read_before(struct run *run, const char *name) {
    int code;
    struct cli_extract *extract = cli_extract_open(name, run->known, &code);
    while (extract != NULL) {
        struct cli_extract_record record;
        struct cli_fault fault;
        const enum cli_extract_read read = cli_extract_next(extract, &record, &fault);
        if (read == CLI_EXTRACT_FAILED) code = CLI_EXIT_FAILED;
        if (read == CLI_EXTRACT_FAILED || read == CLI_EXTRACT_END) break;
        if (read == CLI_EXTRACT_FAULT) continue;
        if (!cli_extract_state_take(&run->before, &record, &fault))
            fprintf(stderr, "prap extract: %s: record %llu: %s: %s (%s)\n", name,
                    (unsigned long long)record.number, fault.field, fault.message, fault.code);
    }
    cli_extract_close(extract);
    return code;
}

static int finish(struct run *run) {
    const bool refused = run->counts[REFUSED] + run->counts[UNDECIDED] > 0;
    if (run->code == CLI_EXIT_ANSWERED && refused && cli_has(run->arguments, CLI_EXIT_STATUS))
        run->code = CLI_EXIT_REFUSED;
    cli_extract_state_free(&run->before);
    cli_extract_state_free(&run->today);
    return run->code;
}

int cli_extract_diff(const struct cli_arguments *arguments, const struct cli_extract_known *known) {
    struct run run = {.arguments = arguments, .known = known, .go_on = true};
    if (arguments->n_operands != 3) {
        cli_wrong_use(arguments->command, "diff takes yesterday's file and today's");
        return CLI_EXIT_USE;
    }
    run.code = read_before(&run, arguments->operands[1]);
    if (run.code == CLI_EXIT_ANSWERED)
        answer_all(&run, arguments->operands[2]);
    else
        run.go_on = false;
    if (run.go_on) put_summary(&run);
    return finish(&run);
}

static bool is_same_file(const char *a, const char *b) {
    struct stat one, other;
    return a != NULL && b != NULL && stat(a, &one) == 0 && stat(b, &other) == 0 && S_ISREG(one.st_mode) &&
           one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/* Opening the file of --events empties it: a slip of the shell's history must not cost what is to be read. */
static bool is_read_from(const struct cli_arguments *arguments, const char *events) {
    static const enum cli_option read[] = {CLI_MAP, CLI_BEFORE, CLI_KNOWN, CLI_KEY};
    bool is = arguments->n_operands > 1 && is_same_file(events, arguments->operands[1]);
    for (size_t i = 0; i < sizeof read / sizeof read[0]; i++)
        is = is || is_same_file(events, cli_value(arguments, read[i]));
    return is;
}

static int begin_import(struct run *run) {
    const struct cli_arguments *arguments = run->arguments;
    const char *before = cli_value(arguments, CLI_BEFORE), *state = cli_value(arguments, CLI_KNOWN);
    const char *key = cli_value(arguments, CLI_KEY);
    if (arguments->n_operands > 2 || (before != NULL && state != NULL) || (state == NULL) != (key == NULL)) {
        cli_wrong_use(arguments->command, arguments->n_operands > 2 ? "import takes one file"
                                          : before != NULL && state != NULL
                                              ? "--before and --known are two ways to say the same"
                                              : "--known and --key go together");
        return CLI_EXIT_USE;
    }
    if (is_read_from(arguments, cli_value(arguments, CLI_EVENTS))) {
        cli_wrong_use(arguments->command, "--events names a file that is read");
        return CLI_EXIT_USE;
    }
    int code = key == NULL ? CLI_EXIT_ANSWERED : cli_extract_key_read(arguments, key, &run->before);
    if (code == CLI_EXIT_ANSWERED && state != NULL) code = cli_extract_state_read(state, &run->before);
    if (code == CLI_EXIT_ANSWERED && before != NULL) code = read_before(run, before);
    return code;
}

/* What is no file (a pipe, a terminal) is on no disk, and fsync says so. */
static bool close_events(FILE *events) {
    const bool on_disk = fflush(events) == 0 && (fsync(fileno(events)) == 0 || errno == EINVAL || errno == EROFS);
    return fclose(events) == 0 && on_disk;
}

int cli_extract_import(const struct cli_arguments *arguments, const struct cli_extract_known *known) {
    struct run run = {.arguments = arguments, .known = known, .go_on = true, .checks = true};
    const char *events = cli_value(arguments, CLI_EVENTS), *state = cli_value(arguments, CLI_KNOWN);
    run.code = begin_import(&run);
    if (run.code == CLI_EXIT_ANSWERED && events != NULL) {
        run.events = fopen(events, "wb");
        if (run.events == NULL) {
            fprintf(stderr, "prap extract: %s cannot be written: %s\n", events, strerror(errno));
            run.code = CLI_EXIT_FAILED;
        }
    }
    if (run.code != CLI_EXIT_ANSWERED) return finish(&run);
    answer_all(&run, arguments->n_operands > 1 ? arguments->operands[1] : "-");
    if (run.go_on) put_summary(&run);
    if (run.events != NULL && !close_events(run.events)) {
        fprintf(stderr, "prap extract: %s cannot be written: %s\n", events, strerror(errno));
        run.code = CLI_EXIT_FAILED;
    }
    /* The events are on disk before the state says that the referrals are known: a run that ends in between
     * is run again. */
    if (run.go_on && run.code != CLI_EXIT_FAILED && state != NULL) {
        const int written = cli_extract_state_write(state, &run.before);
        if (written != CLI_EXIT_ANSWERED) run.code = written;
    }
    return finish(&run);
}
