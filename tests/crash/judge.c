#include "judge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

struct reference reference;

static const char *const tables[] = {
    "SELECT case_id, version, tenant, programme, stage, next_due, hold_until, snapshot FROM case_ ORDER BY tenant, case_id",
    "SELECT case_id, sequence, tenant, part, id, record FROM event ORDER BY tenant, case_id, sequence",
    "SELECT case_id, sequence, tenant, ordinal, notice, recipient, due FROM notice ORDER BY tenant, case_id, sequence, ordinal",
};

static void mix(uint64_t *hash, const void *bytes, int n) {
    for (int i = 0; i < n; i++)
        *hash = (*hash ^ ((const uint8_t *)bytes)[i]) * 1099511628211u;
    *hash = (*hash ^ 0x1f5) * 1099511628211u;
}

static void mix_row(struct store_print *print, sqlite3_stmt *row, bool is_case) {
    const unsigned char *name = sqlite3_column_text(row, 0);
    const unsigned c = name == NULL ? CRASH_CASES : (unsigned)(name[0] - 'A');
    if (c >= CRASH_CASES || sqlite3_column_bytes(row, 0) != 1) {
        witness_say("a case that nobody made", "");
        return;
    }
    struct case_print *one = &print->cases[c];
    if (is_case) one->version = (uint64_t)sqlite3_column_int64(row, 1);
    for (int column = 0; column < sqlite3_column_count(row); column++) {
        const void *bytes = sqlite3_column_blob(row, column);
        mix(&one->hash, bytes == NULL ? "" : bytes, sqlite3_column_bytes(row, column));
    }
}

static void note_notice(sqlite3_stmt *row) {
    const unsigned c = (unsigned)(sqlite3_column_text(row, 0)[0] - 'A');
    const int64_t sequence = sqlite3_column_int64(row, 1), ordinal = sqlite3_column_int64(row, 3);
    if (c < CRASH_CASES && sequence < CRASH_SEQUENCES && ordinal < CRASH_ORDINALS)
        reference.has_notice[c][sequence][ordinal] = true;
}

bool judge_read(const char *path, struct store_print *ret_print, bool note_notices) {
    sqlite3 *db = NULL;
    memset(ret_print, 0, sizeof *ret_print);
    int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL);
    for (size_t t = 0; code == SQLITE_OK && t < sizeof tables / sizeof *tables; t++) {
        sqlite3_stmt *rows = NULL;
        code = sqlite3_prepare_v2(db, tables[t], -1, &rows, NULL);
        if (code != SQLITE_OK) break;
        while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
            mix_row(ret_print, rows, t == 0);
            if (note_notices && t == 2) note_notice(rows);
        }
        sqlite3_finalize(rows);
        if (code == SQLITE_DONE) code = SQLITE_OK;
    }
    sqlite3_close(db);
    if (code != SQLITE_OK) witness_say("the file cannot be read", sqlite3_errstr(code));
    return code == SQLITE_OK;
}

/* Lost, invented, or otherwise not what it was. */
static void compare(const struct store_print *kept, unsigned done) {
    const struct store_print *before = &reference.after[done];
    const bool may_have_moved = done < CRASH_STEPS && !witness->nothing_happened;
    const struct store_print *after = &reference.after[may_have_moved ? done + 1 : done];
    for (unsigned c = 0; c < CRASH_CASES; c++) {
        const struct case_print *one = &kept->cases[c];
        if (one->hash == before->cases[c].hash || one->hash == after->cases[c].hash) continue;
        if (one->version < before->cases[c].version) witness_say("lost", "events that were acknowledged");
        else if (one->version > after->cases[c].version) witness_say("invented", "events that were never submitted");
        else witness_say("differs", "a case's snapshot, events or notices are not those of its version");
    }
}

static prap_status look_at_notice(void *user, const prap_sqlite_notice *notice) {
    (void)user;
    const unsigned c = (unsigned)(notice->key.case_id.bytes[0] - 'A');
    if (c < CRASH_CASES && notice->sent != 0 && witness->kept.received[c][notice->sequence][notice->ordinal] == 0)
        witness_say("lost", "a notice is marked as sent that nobody received");
    return PRAP_OK;
}

static prap_status keep_secret(void *user, prap_bytes data) {
    *(bool *)user = data.n == strlen(secret_beside) && memcmp(data.bytes, secret_beside, data.n) == 0;
    return PRAP_OK;
}

static void look_beside(struct session *session) {
    bool same = false;
    const prap_text id = {"x1", 2};
    const prap_status status = prap_sqlite_sidecar_get(session->sqlite, id, keep_secret, &same, NULL);
    const bool there_before = secret_is_there_after(witness->kept.done);
    const bool there_after = secret_is_there_after(witness->kept.done < CRASH_STEPS ? witness->kept.done + 1 : witness->kept.done);
    if (status == PRAP_OK && !same) witness_say("differs", "what was put aside");
    if (status == PRAP_OK && !there_before && !there_after) witness_say("invented", "what was shredded is there");
    if (status == PRAP_NONE && there_before && there_after) witness_say("lost", "what was put aside");
    if (status != PRAP_OK && status != PRAP_NONE) witness_say("the side-car", prap_status_name(status));
}

static prap_status hear(void *user, const prap_verify_fault *fault) {
    (void)user;
    (void)fault;
    witness_say("prap_engine_verify found a fault", "");
    return PRAP_OK;
}

static void judge_open(struct session *session) {
    prap_error error = {.size = sizeof error};
    prap_verify_report report = {.size = sizeof report};
    prap_status status = prap_sqlite_check(session->sqlite, &error);
    if (status != PRAP_OK) witness_say("prap_sqlite_check", error.message);
    status = prap_engine_verify(session->engine, (prap_text){0}, (prap_text){0}, hear, NULL, &report, &error);
    if (status != PRAP_OK) witness_say("prap_engine_verify", error.message);
    status = prap_sqlite_notices(session->sqlite, 0, 1000, look_at_notice, NULL, NULL);
    if (status != PRAP_OK) witness_say("the outbox", prap_status_name(status));
    look_beside(session);
}

void judge_kept(struct session *session, const char *path) {
    struct store_print kept;
    if (judge_read(path, &kept, false)) compare(&kept, witness->kept.done);
    judge_open(session);
}

static void look_for_secret(const char *path, const char *suffix) {
    char name[512];
    snprintf(name, sizeof name, "%.400s%s", path, suffix);
    FILE *file = fopen(name, "rb");
    if (file == NULL) return;
    static char content[1 << 20];
    const size_t n = fread(content, 1, sizeof content, file);
    fclose(file);
    if (n > 0 && memmem(content, n, secret_beside, strlen(secret_beside)) != NULL)
        witness_say("what was shredded is still in the file", suffix);
}

static void judge_notice(bool is_due, bool was_received, bool is_whole) {
    if (was_received && !is_due) witness_say("invented", "a notice");
    if (is_whole && is_due && !was_received) witness_say("lost", "a notice");
}

void judge_done(void) {
    if (witness->kept.done != witness->until) witness_say("the work is not done", "");
    const bool is_whole = witness->until == CRASH_STEPS; /* the last step empties the outbox */
    for (unsigned c = 0; c < CRASH_CASES; c++)
        for (unsigned s = 0; s < CRASH_SEQUENCES; s++)
            for (unsigned o = 0; o < CRASH_ORDINALS; o++)
                judge_notice(reference.has_notice[c][s][o], witness->kept.received[c][s][o] > 0, is_whole);
}

void judge_files(const char *path) {
    if (!secret_is_shredded_after(witness->kept.done)) return;
    look_for_secret(path, "");
    look_for_secret(path, "-wal");
    look_for_secret(path, "-journal");
}
