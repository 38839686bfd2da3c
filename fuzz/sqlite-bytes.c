/*
 * sqlite-bytes.c: fuzz target. A database of a few cases, notices and side-car rows is changed byte by byte as the input
 * says, cut off or made longer, and opened: whatever is in it, every call ends with a status of the contract, what is read
 * out as a case is what was put in or is refused, and what was not changed is sound. Files lie in memory (/dev/shm).
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "heap.h"
#include "prap-sqlite.h"
#include "prap/prap.h"

enum { MOST_BYTES = 1 << 18, CASES = 4, PATCHES = 16 };

static const prap_allocator memory = HEAP_ALLOCATOR;
static char path[64], copy_path[64];
static uint8_t sound[MOST_BYTES];
static size_t sound_bytes;
static prap_rulebook *rulebook;
static prap_answer *answer;

static prap_text text_of(const char *text) {
    return (prap_text){text, strlen(text)};
}

static prap_engine *engine_over(prap_sqlite *store) {
    static prap_host host;
    prap_engine *engine = NULL;
    host = (prap_host){sizeof host, &memory, prap_sqlite_store(store), NULL};
    must(prap_engine_create(&host, (const prap_rulebook *const *)&rulebook, 1, &engine, NULL) == PRAP_OK, "no engine");
    return engine;
}

static void remove_all(void) {
    static const char *const behind[] = {"", "-wal", "-shm", "-journal", ".partial"};
    for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
        char name[sizeof path + 16];
        snprintf(name, sizeof name, "%s%s", path, behind[i]);
        (void)unlink(name);
        snprintf(name, sizeof name, "%s%s", copy_path, behind[i]);
        (void)unlink(name);
    }
}

static size_t read_file(const char *name, uint8_t *bytes) {
    FILE *file = fopen(name, "rb");
    must(file != NULL, "a file that was just closed is not there");
    const size_t n = fread(bytes, 1, MOST_BYTES, file);
    fclose(file);
    return n;
}

static void write_file(const uint8_t *bytes, size_t n) {
    FILE *file = fopen(path, "wb");
    must(file != NULL && fwrite(bytes, 1, n, file) == n && fclose(file) == 0, "no room in memory for a file");
}

/* The database that every input changes. */
static void make_sound(void) {
    static const char *const ids[CASES] = {"A", "B", "C", "D"};
    prap_sqlite *store = NULL;
    snprintf(path, sizeof path, "/dev/shm/prap-fuzz-%ld.db", (long)getpid());
    snprintf(copy_path, sizeof copy_path, "/dev/shm/prap-fuzz-%ld-copy.db", (long)getpid());
    (void)atexit(remove_all);
    remove_all();
    must(prap_rulebook_create(&memory, PRAP_PROGRAMME_IPES, prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), NULL, 0,
                              &rulebook, NULL) == PRAP_OK && prap_answer_create(&memory, &answer) == PRAP_OK, "no rulebook");
    must(prap_sqlite_open(path, PRAP_SQLITE_CREATE, &store, NULL) == PRAP_OK, "no store");
    prap_engine *engine = engine_over(store);
    for (size_t i = 0; i < CASES; i++) {
        prap_command command = {.size = sizeof command, .programme = PRAP_PROGRAMME_IPES, .event = PRAP_EVENT_REFERRAL_RECEIVED,
                                .on = 19486, .recorded = PRAP_DAY_NONE, .key = {{NULL, 0}, text_of(ids[i])}};
        must(prap_engine_submit(engine, &command, answer, NULL) == PRAP_OK, "a referral was not received");
        command.event = PRAP_EVENT_ACCEPT;
        must(prap_engine_submit(engine, &command, answer, NULL) == PRAP_OK, "a referral was not accepted");
    }
    must(prap_sqlite_sidecar_put(store, text_of("A"), (prap_bytes){(const uint8_t *)"kept beside", 11}, NULL) == PRAP_OK,
         "no side-car row");
    prap_engine_destroy(engine);
    prap_sqlite_close(store);
    sound_bytes = read_file(path, sound);
}

static bool is_of_the_contract(prap_status status) {
    return status == PRAP_OK || status == PRAP_NONE || status == PRAP_FAIL || status == PRAP_RETRY || status == PRAP_E_DAMAGED ||
           status == PRAP_E_FOREIGN || status == PRAP_E_VERSION || status == PRAP_E_NO_CASE || status == PRAP_CONFLICT ||
           status == PRAP_E_NOMEM || status == PRAP_E_HOST || status == PRAP_E_COVERAGE || status == PRAP_UNKNOWN;
}

static prap_status count_finding(void *user, const prap_sqlite_finding *finding) {
    must(finding->name != NULL && finding->text != NULL, "a finding without a word");
    ++*(uint64_t *)user;
    return PRAP_OK;
}

static prap_status hear_notice(void *user, const prap_sqlite_notice *notice) {
    must(notice->key.case_id.n <= PRAP_ID_BYTES, "a notice of a case with too long a name");
    ++*(uint64_t *)user;
    return PRAP_OK;
}

static prap_status hear_data(void *user, prap_bytes data) {
    size_t sum = 0;
    for (size_t i = 0; i < data.n; i++) sum += data.bytes[i]; /* every byte is there */
    *(size_t *)user = sum;
    return PRAP_OK;
}

static prap_status hear_case(void *user, prap_text case_id, const prap_answer *of) {
    (void)of;
    must(case_id.n <= PRAP_ID_BYTES, "a case with too long a name");
    ++*(uint64_t *)user;
    return PRAP_OK;
}

static void expect(prap_status status, bool changed, const char *what) {
    must(is_of_the_contract(status), what);
    must(changed || status == PRAP_OK, "what was not changed is refused");
}

static void use(prap_sqlite *store, bool read_only, bool changed) {
    const prap_text tenant = {NULL, 0};
    const prap_key key = {tenant, {"B", 1}};
    uint64_t seen = 0, found = 0, delivered = 0;
    size_t sum = 0;
    prap_engine *engine = engine_over(store);
    expect(prap_engine_show(engine, &key, 19600, answer, NULL), changed, "show: a status outside the contract");
    expect(prap_engine_walk(engine, tenant, PRAP_DAY_NONE, 19600, answer, hear_case, &seen, NULL), changed,
           "walk: a status outside the contract");
    must(changed || seen == CASES, "a walk left cases out");
    if (!read_only) {
        const prap_command command = {.size = sizeof command, .programme = PRAP_PROGRAMME_IPES, .event = PRAP_EVENT_CONTACT_ATTEMPTED,
                                      .on = 19490, .recorded = PRAP_DAY_NONE, .key = key};
        expect(prap_engine_submit(engine, &command, answer, NULL), changed, "submit: a status outside the contract");
        expect(prap_sqlite_deliver(store, 10, 60, hear_notice, &found, &delivered, NULL), changed,
               "deliver: a status outside the contract");
        expect(prap_sqlite_sidecar_add(store, text_of("N"), (prap_bytes){(const uint8_t *)"new", 3}, NULL), changed,
               "sidecar: a status outside the contract");
        expect(prap_sqlite_sidecar_shred(store, text_of("Z"), NULL), true, "shred: a status outside the contract");
    }
    prap_engine_destroy(engine);
    prap_error error = {.size = sizeof error};
    must(is_of_the_contract(prap_sqlite_last_error(store, &error)), "the last error is outside the contract");
    expect(prap_sqlite_sidecar_get(store, text_of("A"), hear_data, &sum, NULL), changed, "sidecar: a status outside the contract");
    expect(prap_sqlite_notices(store, 0, 100, hear_notice, &found, NULL), changed, "notices: a status outside the contract");
}

static void examine(prap_sqlite *store, bool quick, bool changed) {
    uint64_t visited = 0, findings = 0;
    prap_sqlite *copy = NULL;
    expect(prap_sqlite_check(store, NULL), changed, "check: a status outside the contract");
    const prap_status status =
        prap_sqlite_examine(store, quick ? PRAP_SQLITE_QUICK : 0, count_finding, &visited, &findings, NULL);
    expect(status, changed, "examine: a status outside the contract");
    must(status != PRAP_OK || findings == visited, "findings are miscounted");
    must(changed || findings == 0, "what was not changed is damaged");
    const prap_status copied = prap_sqlite_backup(store, copy_path, NULL);
    expect(copied, changed, "backup: a status outside the contract");
    if (copied != PRAP_OK) return;
    expect(prap_sqlite_open(copy_path, PRAP_SQLITE_READ_ONLY, &copy, NULL), changed, "a copy: a status outside the contract");
    prap_sqlite_close(copy);
}

/* Patches out of the input: where, in 256ths of the file or near the beginning of a page, and what stands there then. */
static size_t change(struct rest *rest, uint8_t *bytes, bool *ret_changed) {
    size_t n = sound_bytes;
    memcpy(bytes, sound, n);
    for (int i = 0; i < PATCHES && rest->n >= 4; i++) {
        const uint32_t how = take(rest), high = take(rest), low = take(rest), value = take(rest);
        const size_t at = (high << 8 | low) % n;
        if (how == 255) n = at + 1;
        else if (how >= 192) bytes[at / 4096 * 4096 + low % 108] = (uint8_t)value; /* headers of pages and of the file */
        else bytes[at] = (uint8_t)(how % 2 == 0 ? value : bytes[at] ^ 1u << value % 8);
    }
    *ret_changed = n != sound_bytes || memcmp(bytes, sound, n) != 0;
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static uint8_t room[MOST_BYTES];
    if (n < 1) return 0;
    if (sound_bytes == 0) make_sound();
    struct rest rest = {bytes, n};
    bool changed = false;
    const uint32_t how = take(&rest), flags = (how & 1) != 0 ? PRAP_SQLITE_READ_ONLY : 0;
    prap_sqlite *store = NULL;
    remove_all();
    if ((how & 14) == 14) write_file(rest.bytes, rest.n); /* the input itself is the file */
    else write_file(room, change(&rest, room, &changed));
    changed = changed || (how & 14) == 14;
    const prap_status status = prap_sqlite_open(path, flags, &store, NULL);
    expect(status, changed, "open: a status outside the contract");
    if (status != PRAP_OK) return 0;
    (void)prap_sqlite_set_wait(store, 0);
    if ((how & 16) != 0) examine(store, (how & 32) != 0, changed);
    use(store, flags != 0, changed);
    prap_sqlite_close(store);
    return 0;
}
