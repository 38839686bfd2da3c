/*
 * caseloads.c: fuzz target. The bytes are a day, a span and an array of snapshots: case ids of any kind, records raw or with
 * their checksum made good. Whatever is in them, the walk ends with a status of the contract; each case that is visited
 * comes once and in order; what is missed is missed between the two days; the totals are those of the visits; and a walk
 * taken up again after each case tells the same.
 */
#include <string.h>

#include "chooser.h"
#include "fuzz.h"
#include "record-bytes.h"
#include "referral/record.h"
#include "test-host.h"

enum { MOST = 8, HEAD = 16, STOPPED = 4711 };

struct seen {
    const prap_caseload_question *question;
    uint64_t hash; /* of all that was visited */
    uint64_t visits;
    uint64_t misses;
    uint64_t bad;
    char last[PRAP_ID_BYTES];
    size_t last_bytes;
    bool stops;
};

static void mix(struct seen *seen, const void *bytes, size_t n) {
    for (size_t i = 0; i < n; i++)
        seen->hash = (seen->hash ^ ((const uint8_t *)bytes)[i]) * UINT64_C(1099511628211);
}

static bool is_status_of_a_case(int32_t status) {
    return status == PRAP_E_DAMAGED || status == PRAP_E_FOREIGN || status == PRAP_E_VERSION || status == PRAP_E_COVERAGE ||
           status == PRAP_E_WORD || status == PRAP_E_NO_READ;
}

static prap_status visit(void *user, const prap_caseload_case *found) {
    struct seen *seen = user;
    const size_t shorter = found->case_id.n < seen->last_bytes ? found->case_id.n : seen->last_bytes;
    const int order = memcmp(found->case_id.bytes, seen->last, shorter);
    must(order > 0 || (order == 0 && found->case_id.n > seen->last_bytes), "a case comes out of order");
    memcpy(seen->last, found->case_id.bytes, found->case_id.n);
    seen->last_bytes = found->case_id.n;
    seen->visits++;
    must(found->status == PRAP_OK || is_status_of_a_case(found->status), "a status that no case has");
    if (found->status != PRAP_OK) seen->bad++;
    mix(seen, &found->status, sizeof found->status);
    mix(seen, found->case_id.bytes, found->case_id.n);
    for (uint32_t i = 0; found->status == PRAP_OK && i < found->n_misses[0]; i++) {
        const prap_miss *miss = &found->misses[0][i];
        must(miss->on > seen->question->as_of && miss->on <= seen->question->until, "a miss on another day");
        must(miss->deadline->status == PRAP_DEADLINE_STATUS_OPEN, "a miss of what is not open");
        mix(seen, &miss->on, sizeof miss->on);
        mix(seen, &miss->deadline->deadline, sizeof miss->deadline->deadline);
        seen->misses++;
    }
    return seen->stops ? STOPPED : PRAP_OK;
}

/* The version that the record says, so that it is not refused for another. */
static uint64_t version_of(prap_bytes record, prap_text case_id) {
    const prap_key key = {{NULL, 0}, case_id};
    prapi_case state = {.stage = 0};
    return prapi_case_decode(record, prapi_key_hash(&key), &state) == PRAP_OK ? state.version : 1;
}

/* Case ids and records out of the bytes: each is a length and so many bytes. */
static size_t read_snapshots(struct chooser *chooser, const uint8_t *bytes, size_t n, prap_snapshot *into,
                             uint8_t (*records)[PRAP_SNAPSHOT_BYTES + 8]) {
    static const char *const ids[MOST] = {"A", "AB", "B", "C", "D", "E", "\xc3\xa9", "\n"};
    size_t count = 0, at = HEAD;
    while (count < MOST && at + 3 < n) {
        const bool sealed = choose(chooser, 4) != 0;
        size_t length = ((size_t)bytes[at] | (size_t)bytes[at + 1] << 8) % (PRAP_SNAPSHOT_BYTES + 8);
        const prap_text case_id = test_text(ids[bytes[at + 2] % 8 == 7 ? 7 : count]);
        at += 3;
        if (length > n - at) length = n - at;
        memcpy(records[count], bytes + at, length);
        at += length;
        if (sealed) record_reseal(records[count], length);
        const prap_bytes record = {records[count], length};
        into[count++] = (prap_snapshot){.size = sizeof into[0], .next_due = PRAP_DAY_NONE,
                                        .version = version_of(record, case_id), .case_id = case_id, .record = record};
    }
    return count;
}

static prap_status ask(struct test_host *host, const prap_caseload *caseload, const prap_caseload_question *question,
                       prap_caseload_report *report) {
    *report = (prap_caseload_report){.size = sizeof *report};
    return prap_engine_caseload(host->engine, caseload, question, report, NULL);
}

static bool is_of_the_array(prap_status status) {
    return status == PRAP_E_TEXT || status == PRAP_E_ORDER || status == PRAP_E_NULL || status == PRAP_E_SIZE;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static uint8_t records[MOST][PRAP_SNAPSHOT_BYTES + 8];
    struct chooser chooser = chooser_from_bytes(bytes, n < HEAD ? n : HEAD);
    prap_snapshot snapshots[MOST];
    struct test_host host;
    if (n > 1 << 15) return 0;
    test_host_open_every(&host, NULL, 0, NULL);
    const prap_day as_of = test_day(2019, 1, 1) + (prap_day)choose(&chooser, 3000);
    const prap_day until = as_of + 1 + (prap_day)choose(&chooser, 90);
    const prap_caseload whole = {.size = sizeof whole, .snapshots = snapshots,
                                 .n_snapshots = read_snapshots(&chooser, bytes, n, snapshots, records)};
    prap_deadline_total totals[PRAP_CASELOAD_DEADLINES_MAX] = {{0}};
    const uint32_t n_deadlines = prap_word_count(PRAP_WORDS_DEADLINE);
    for (uint32_t i = 0; i <= n_deadlines; i++)
        totals[i] = (prap_deadline_total){.size = sizeof totals[i],
            .deadline = i < n_deadlines ? prap_word_at(PRAP_WORDS_DEADLINE, i)->number : 0};
    prap_caseload_question question = {.size = sizeof question, .flags = PRAP_CASELOAD_EVERY_CASE, .as_of = as_of,
        .due_by = as_of, .until = until, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE,
        .rulebooks = (const prap_rulebook *const *)host.rulebooks, .n_rulebooks = host.n_rulebooks, .deadlines = totals,
        .n_deadlines = n_deadlines + 1, .visit = visit};
    struct seen all = {.question = &question}, parts = {.question = &question, .stops = true};
    prap_caseload_report report;
    question.user = &all;
    const prap_status status = ask(&host, &whole, &question, &report);
    must(status == PRAP_OK || is_status_of_a_case(status) || is_of_the_array(status), "a status outside the contract");
    must(report.bad == all.bad && report.judged == all.visits - all.bad, "another number of cases");
    must(report.differing == 0, "the same rulebooks make a difference");
    uint64_t misses = 0;
    for (uint32_t i = 0; i <= n_deadlines; i++) {
        misses += totals[i].misses[0];
        must(totals[i].misses[0] == totals[i].misses[1], "the same rulebooks miss something else");
    }
    must(misses == all.misses, "the totals are not those of the visits");
    question.user = &parts;
    prap_caseload rest = whole;
    char last[PRAP_ID_BYTES];
    prap_status ended = STOPPED;
    while (ended == STOPPED) {
        ended = ask(&host, &rest, &question, &report);
        memcpy(last, report.last, report.last_bytes);
        rest.after = (prap_text){last, report.last_bytes};
    }
    if (!is_of_the_array(status) && !is_of_the_array(ended)) must(all.hash == parts.hash, "in pieces it tells something else");
    must(test_host_close(&host) == 0, "memory is left");
    return 0;
}
