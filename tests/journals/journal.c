/* journal.c: see journal.h. */
#include "journal.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static void must(bool done) {
    if (!done) abort();
}

static void print_hex(const char *word, const uint8_t *bytes, size_t n, FILE *out) {
    fprintf(out, "%s ", word);
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%02x", bytes[i]);
    fputc('\n', out);
}

void journal_print(const struct journal *journal, FILE *out) {
    fprintf(out, "%s %s %" PRIu32 " %" PRId32, journal->is_stream ? "stream" : "case", journal->case_id,
            journal->programme, journal->as_of);
    for (size_t i = 0; i < journal->n_settings; i++)
        fprintf(out, " %" PRIu32 "=%" PRId32, journal->settings[i].policy, journal->settings[i].value);
    fputc('\n', out);
    for (size_t i = 0; i < journal->n; i++) {
        const prap_command *did = &journal->did[i].command;
        if (!journal->is_stream) {
            fprintf(out, "did %" PRIu32 " %" PRIu32 " %" PRId32 " %" PRId32 " %s", did->flags, did->event,
                    did->on, did->recorded, journal->did[i].id[0] != '\0' ? journal->did[i].id : "-");
            for (size_t k = 0; k < did->n_facts; k++)
                fprintf(out, " %" PRIu32 ":%" PRIu32 ":%" PRId64, journal->did[i].facts[k].fact,
                        journal->did[i].facts[k].kind, journal->did[i].facts[k].value);
            fputc('\n', out);
        }
        print_hex("record", journal->records[i], journal->record_bytes[i], out);
    }
    print_hex("snapshot", journal->snapshot, journal->snapshot_bytes, out);
    fprintf(out, "%send\n", journal->stood);
}

/* Bytes of a line after its first word. */
static size_t read_hex(const char *at, uint8_t *bytes, size_t room) {
    size_t n = 0;
    unsigned value = 0;
    for (; sscanf(at, "%2x", &value) == 1 && *at != '\n'; at += 2) {
        must(n < room);
        bytes[n++] = (uint8_t)value;
    }
    return n;
}

static void read_did(struct drawn_command *drawn, const char *case_id, uint32_t programme, char *line) {
    char *word = strtok(line + 4, " \n");
    int64_t numbers[4];
    for (int i = 0; i < 4; i++, word = strtok(NULL, " \n")) {
        must(word != NULL);
        numbers[i] = strtoll(word, NULL, 10);
    }
    must(word != NULL && strlen(word) < sizeof drawn->id);
    drawn->command = test_command(case_id, (uint32_t)numbers[1], (prap_day)numbers[2]);
    drawn->command.flags = (uint32_t)numbers[0];
    drawn->command.recorded = (prap_day)numbers[3];
    drawn->command.programme = programme;
    if (strcmp(word, "-") != 0) memcpy(drawn->id, word, strlen(word) + 1);
    while ((word = strtok(NULL, " \n")) != NULL) {
        prap_fact *fact = &drawn->facts[drawn->command.n_facts++];
        must(drawn->command.n_facts <= PRAP_FACTS_MAX &&
             sscanf(word, "%" SCNu32 ":%" SCNu32 ":%" SCNd64, &fact->fact, &fact->kind, &fact->value) == 3);
    }
    drawn_command_settle(drawn);
}

static void read_head(struct journal *journal, char *line) {
    char *word = strtok(line, " \n");
    journal->is_stream = strcmp(word, "stream") == 0;
    must(journal->is_stream || strcmp(word, "case") == 0);
    must((word = strtok(NULL, " \n")) != NULL && strlen(word) <= PRAP_ID_BYTES);
    memcpy(journal->case_id, word, strlen(word) + 1);
    must((word = strtok(NULL, " \n")) != NULL);
    journal->programme = (uint32_t)strtoul(word, NULL, 10);
    must((word = strtok(NULL, " \n")) != NULL);
    journal->as_of = (prap_day)strtol(word, NULL, 10);
    while ((word = strtok(NULL, " \n")) != NULL) {
        prap_setting *setting = &journal->settings[journal->n_settings++];
        must(journal->n_settings <= EVENT_DRIVER_SETTINGS &&
             sscanf(word, "%" SCNu32 "=%" SCNd32, &setting->policy, &setting->value) == 2);
    }
}

bool journal_read(struct journal *journal, FILE *in) {
    static char line[4 * PRAP_SNAPSHOT_BYTES];
    memset(journal, 0, sizeof *journal);
    size_t did = 0;
    while (fgets(line, sizeof line, in) != NULL) {
        if (line[0] == '#') continue;
        if (strcmp(line, "end\n") == 0) return true;
        if (journal->case_id[0] == '\0')
            read_head(journal, line);
        else if (strncmp(line, "did ", 4) == 0)
            read_did(&journal->did[did++], journal->case_id, journal->programme, line);
        else if (strncmp(line, "record ", 7) == 0) {
            must(journal->n < JOURNAL_EVENTS);
            journal->record_bytes[journal->n] =
                read_hex(line + 7, journal->records[journal->n], PRAP_EVENT_BYTES);
            journal->n++;
        } else if (strncmp(line, "snapshot ", 9) == 0)
            journal->snapshot_bytes = read_hex(line + 9, journal->snapshot, PRAP_SNAPSHOT_BYTES);
        else {
            must(strncmp(line, "stood ", 6) == 0 && strlen(journal->stood) + strlen(line) < JOURNAL_TEXT);
            strcat(journal->stood, line);
        }
    }
    return false;
}

prap_key journal_key(const struct journal *journal) {
    return journal->is_stream ? verifier_stream() : test_key(journal->case_id);
}

void journal_take(struct journal *journal, const struct memory_store *store) {
    const prap_key key = journal_key(journal);
    const prap_bytes snapshot = memory_store_snapshot(store, key);
    journal->n = (size_t)memory_store_version(store, key);
    must(journal->n <= JOURNAL_EVENTS);
    memcpy(journal->snapshot, snapshot.bytes, snapshot.n);
    journal->snapshot_bytes = snapshot.n;
    for (size_t i = 0; i < journal->n; i++) {
        const prap_bytes record = memory_store_event(store, key, i + 1);
        memcpy(journal->records[i], record.bytes, record.n);
        journal->record_bytes[i] = record.n;
    }
}

void journal_put(const struct journal *journal, struct memory_store *store) {
    const prap_key key = journal_key(journal);
    struct stored_case *stored = memory_cases_find_or_add(&store->kept, &key);
    stored->version = journal->n;
    stored->programme = journal->programme;
    stored->next_due = PRAP_DAY_MIN;
    stored->hold_until = PRAP_DAY_NONE;
    blob_replace(&stored->snapshot, journal->snapshot, journal->snapshot_bytes);
    for (size_t i = 0; i < journal->n; i++)
        stored_case_add_event(stored, i + 1, test_text(journal->did[i].id),
                              (prap_bytes){journal->records[i], journal->record_bytes[i]});
}

static void add(char text[JOURNAL_TEXT], const char *format, ...) {
    va_list values;
    const size_t used = strlen(text);
    va_start(values, format);
    const int n = vsnprintf(text + used, JOURNAL_TEXT - used, format, values);
    va_end(values);
    must(n >= 0 && (size_t)n < JOURNAL_TEXT - used);
}

static prap_status add_event(void *user, const prap_event_view *event) {
    add(user,
        "stood after %" PRIu64 " %" PRIu32 " %" PRId32 " %" PRId32 " %" PRIu32 " %" PRIu32 " %" PRIu64
        " %zu %zu\n",
        event->sequence, event->event, event->on, event->recorded, event->stage, event->feed,
        event->voided_by, event->n_facts, event->n_broke);
    return PRAP_OK;
}

/* From as_of on the summary is of numbers of 32 bits; hashes are left out, for a later calendar has another.
 */
static void add_summary(char text[JOURNAL_TEXT], const prap_summary *summary) {
    add(text, "stood %" PRIu32 " %" PRIu32 " %" PRIu32 " %" PRIu64, summary->programme, summary->stage,
        summary->feed, summary->version);
    for (size_t at = offsetof(prap_summary, as_of); at < sizeof *summary; at += sizeof(int32_t)) {
        if (at == offsetof(prap_summary, rulebook_hash) || at == offsetof(prap_summary, calendar_hash))
            continue;
        int32_t value;
        memcpy(&value, (const char *)summary + at, sizeof value);
        add(text, " %" PRId32, value);
    }
    add(text, "\n");
}

void journal_stands(struct test_host *host, const struct journal *journal, char text[JOURNAL_TEXT]) {
    const prap_key key = journal_key(journal);
    text[0] = '\0';
    must(prap_engine_history(host->engine, &key, journal->as_of, add_event, text, NULL) == PRAP_OK);
    must(prap_engine_show(host->engine, &key, journal->as_of, host->answer, NULL) == PRAP_OK);
    add_summary(text, prap_answer_summary(host->answer));
    for (uint32_t i = 0; i < prap_answer_deadline_count(host->answer); i++) {
        const prap_deadline *deadline = prap_answer_deadline_at(host->answer, i);
        add(text, "stood deadline %s %" PRIu32 " %" PRId32 " %" PRId32 " %" PRId32 " %" PRIu32 "\n",
            deadline->name, deadline->status, deadline->anchor, deadline->due, deadline->done_on,
            deadline->advisory);
    }
}

void journal_stream_stands(struct verifier_host *host, prap_instant at, char text[JOURNAL_TEXT]) {
    text[0] = '\0';
    must(verifier_look(host, at) == PRAP_OK);
    add(text, "stood looked %" PRIu32 " %" PRIu32 " %" PRIu32 "%" PRIu32 "%" PRIu32 " %" PRIu32 "\n",
        host->challenge.result, host->challenge.number, host->challenge.positions[0],
        host->challenge.positions[1], host->challenge.positions[2], host->challenge.locked);
    must(verifier_report(host, at) == PRAP_OK);
    const prap_exposure *told = &host->exposure;
    add(text, "stood told %" PRId32 " %" PRIu32, told->code.in_force, told->code.change);
    const uint32_t numbers[] = {told->answered,   told->passed,  told->failures,  told->counted,
                                told->given_up,   told->expired, told->positions, told->exposed,
                                told->answerable, told->locked};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        add(text, " %" PRIu32, numbers[i]);
    add(text, "\n");
}

bool journal_stands_as_it_stood(const char *now, const char *stood) {
    while (*stood != '\0') {
        const size_t n = strcspn(stood, "\n"), n_now = strcspn(now, "\n");
        if (n_now < n || memcmp(now, stood, n) != 0 || (n_now > n && now[n] != ' ')) return false;
        stood += n + 1;
        now += n_now + 1;
    }
    return *now == '\0';
}
