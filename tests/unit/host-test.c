/* host-test.c: what is taken from a host's callbacks, and what is made of rows and statuses that break the
 * contract. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "host/calls.h"
#include "prap/prap.h"

/* A store that pushes the rows it was given and returns what it was told. */
struct script {
    prap_row rows[4];
    unsigned n;
    bool stops;         /* at the first push that is not taken, as host.h asks for */
    bool passes_on;     /* and returns what that push returned */
    prap_status status; /* otherwise this */
};

static prap_status push_all(struct script *script, prap_sink *sink) {
    for (unsigned i = 0; i < script->n; i++) {
        const prap_status status = prap_sink_push(sink, &script->rows[i]);
        if (status != PRAP_OK && script->passes_on && status != PRAP_E_LIMIT) return status;
        if (status != PRAP_OK && script->stops) break;
    }
    return script->status;
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    (void)key;
    return push_all(user, sink);
}

static prap_status read_events(void *user, const prap_key *key, uint64_t from, uint32_t max,
                               prap_sink *sink) {
    (void)key, (void)from, (void)max;
    return push_all(user, sink);
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    assert_int_equal(query->size, sizeof *query);
    return push_all(user, sink);
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    const struct script *script = user;
    assert_non_null(changes);
    assert_int_equal(n, 1);
    if (script->n > 0) ret_each[0] = (prap_status)script->rows[0].version;
    return script->status;
}

static prapi_host host_of(struct script *script) {
    prapi_host host;
    memset(&host, 0, sizeof host);
    host.store = (prap_store){sizeof host.store, script, load, commit, read_events, scan};
    return host;
}

static const uint8_t bytes[PRAP_SNAPSHOT_BYTES + 1] = "a record";
static const char text[PRAP_ID_BYTES + 1] = "an id";

static prap_row a_row(void) {
    return (prap_row){
        .size = sizeof(prap_row), .version = 7, .case_id = {"A", 1}, .id = {"e1", 2}, .record = {bytes, 8}};
}

static prap_status load_with(struct script *script, prapi_row_copy *copy) {
    const prapi_host host = host_of(script);
    const prap_key key = {{NULL, 0}, {"A", 1}};
    return prapi_host_load(&host, &key, copy);
}

static void a_row_is_copied(void **state) {
    (void)state;
    struct script script = {.rows = {a_row()}, .n = 1, .status = PRAP_OK};
    prapi_row_copy copy;
    assert_int_equal(load_with(&script, &copy), PRAP_OK);
    assert_int_equal(copy.version, 7);
    assert_int_equal(copy.case_id_bytes, 1);
    assert_memory_equal(copy.case_id, "A", 1);
    assert_int_equal(copy.id_bytes, 2);
    assert_memory_equal(copy.id, "e1", 2);
    assert_int_equal(copy.record_bytes, 8);
    assert_memory_equal(copy.record, bytes, 8);
}

static void the_longest_row_is_taken(void **state) {
    (void)state;
    struct script script = {.rows = {a_row()}, .n = 1, .status = PRAP_OK};
    script.rows[0].case_id = (prap_text){text, PRAP_ID_BYTES};
    script.rows[0].id = (prap_text){text, PRAP_ID_BYTES};
    script.rows[0].record.n = PRAP_SNAPSHOT_BYTES;
    script.rows[0].version = UINT64_C(1) << 62;
    prapi_row_copy copy;
    assert_int_equal(load_with(&script, &copy), PRAP_OK);
    assert_true(copy.version == UINT64_C(1) << 62);
    assert_int_equal(copy.record_bytes, PRAP_SNAPSHOT_BYTES);
    script.rows[0] = (prap_row){.size = sizeof(prap_row)}; /* and the shortest */
    assert_int_equal(load_with(&script, &copy), PRAP_OK);
    assert_int_equal(copy.record_bytes, 0);
}

/* One can be added to any version that the library looks at, of whichever row. */
static void a_version_beyond_all_is_damage(void **state) {
    (void)state;
    for (size_t at = 0; at < 2; at++) {
        struct script script = {.rows = {a_row(), a_row()}, .n = 2, .status = PRAP_OK};
        const prapi_host host = host_of(&script);
        const prap_key key = {{NULL, 0}, {"A", 1}};
        prapi_row_copy copies[2];
        uint32_t count;
        assert_int_equal(prapi_host_read(&host, &key, 1, copies, 2, &count), PRAP_OK);
        assert_int_equal(count, 2);
        script.rows[at].version = (UINT64_C(1) << 62) + 1;
        assert_int_equal(prapi_host_read(&host, &key, 1, copies, 2, &count), PRAP_E_DAMAGED);
        assert_int_equal(prapi_host_scan(&host, key.tenant, key.tenant, PRAP_DAY_NONE, copies, 2, &count),
                         PRAP_E_DAMAGED);
        script.n = 1;
        assert_int_equal(load_with(&script, copies), at == 0 ? PRAP_E_DAMAGED : PRAP_OK);
    }
}

/* What a push answers to a row that cannot be taken, and what then is made of the call. */
struct bad_row {
    prap_row row;
    prap_status pushed, taken;
};

enum { BAD_ROWS = 7 };

static void make_bad_rows(struct bad_row rows[BAD_ROWS]) {
    for (size_t i = 0; i < BAD_ROWS; i++)
        rows[i] = i < 4 ? (struct bad_row){a_row(), PRAP_E_NULL, PRAP_E_HOST}
                        : (struct bad_row){a_row(), PRAP_E_DAMAGED, PRAP_E_DAMAGED};
    rows[0].row.size--;
    rows[0].pushed = PRAP_E_SIZE;
    rows[1].row.case_id = (prap_text){NULL, 1};
    rows[2].row.id = (prap_text){NULL, 1};
    rows[3].row.record = (prap_bytes){NULL, 1};
    rows[4].row.case_id = (prap_text){text, PRAP_ID_BYTES + 1};
    rows[5].row.id = (prap_text){text, PRAP_ID_BYTES + 1};
    rows[6].row.record.n = PRAP_SNAPSHOT_BYTES + 1;
}

static void rows_that_cannot_be_taken(void **state) {
    (void)state;
    struct bad_row rows[BAD_ROWS];
    make_bad_rows(rows);
    for (size_t i = 0; i < BAD_ROWS; i++) {
        prapi_row_copy copy;
        /* A store that hands the push's status on, one that keeps it to itself, and one that goes on pushing. */
        struct script script = {.rows = {rows[i].row, a_row()}, .n = 2, .stops = true, .passes_on = true};
        assert_int_equal(load_with(&script, &copy), rows[i].taken);
        script.passes_on = false;
        assert_int_equal(load_with(&script, &copy), rows[i].taken);
        script.stops = false;
        assert_int_equal(load_with(&script, &copy), rows[i].taken);
    }
}

/* What a push answers: why its row cannot be taken, and the same to every push after it; nothing of such a row is kept. */
static void a_push_says_what_is_wrong(void **state) {
    (void)state;
    struct bad_row rows[BAD_ROWS];
    make_bad_rows(rows);
    const prap_row good = a_row();
    for (size_t i = 0; i < BAD_ROWS; i++) {
        prapi_row_copy copies[2];
        prap_sink sink = {.rows = copies, .room = 2};
        assert_int_equal(prap_sink_push(&sink, &rows[i].row), rows[i].pushed);
        assert_int_equal(prap_sink_push(&sink, &good), rows[i].pushed);
        assert_int_equal(sink.status, rows[i].pushed);
        assert_int_equal(sink.count, 0);
        assert_int_equal(sink.pushes, 2);
    }
    prap_sink full = {.rows = NULL, .room = 0}; /* of a full sink too */
    assert_int_equal(prap_sink_push(&full, &rows[0].row), PRAP_E_SIZE);
}

static void one_byte_is_copied(void **state) {
    (void)state;
    struct script script = {.rows = {a_row()}, .n = 1, .status = PRAP_OK};
    script.rows[0].id = (prap_text){"e", 1};
    script.rows[0].record.n = 1;
    prapi_row_copy copy;
    memset(&copy, 0, sizeof copy);
    assert_int_equal(load_with(&script, &copy), PRAP_OK);
    assert_int_equal(copy.id[0], 'e');
    assert_int_equal(copy.record[0], bytes[0]);
}

static void a_longer_row_of_a_newer_host(void **state) {
    (void)state;
    struct {
        prap_row row;
        uint64_t tail;
    } longer = {a_row(), 0};
    longer.row.size = sizeof longer;
    prapi_row_copy copies[1];
    prap_sink sink = {.rows = copies, .room = 1};
    assert_int_equal(prap_sink_push(&sink, &longer.row), PRAP_OK);
    memset(&sink, 0, sizeof sink);
    sink.rows = copies;
    sink.room = 1;
    longer.tail = 1; /* it says something that this library does not know */
    assert_int_equal(prap_sink_push(&sink, &longer.row), PRAP_E_SIZE);
}

static void a_sink_takes_what_it_asked_for(void **state) {
    (void)state;
    prapi_row_copy copies[2];
    prap_sink sink = {.rows = copies, .room = 2};
    const prap_row row = a_row();
    assert_int_equal(prap_sink_push(NULL, &row), PRAP_E_NULL);
    assert_int_equal(prap_sink_push(&sink, NULL), PRAP_E_NULL);
    assert_int_equal(prap_sink_push(&sink, &row), PRAP_OK);
    assert_int_equal(prap_sink_push(&sink, &row), PRAP_OK);
    assert_int_equal(prap_sink_push(&sink, &row), PRAP_E_LIMIT);
    assert_int_equal(prap_sink_push(&sink, &row), PRAP_E_LIMIT);
    assert_int_equal(sink.count, 2);
}

/* load: exactly one row with PRAP_OK, none with PRAP_NONE. */
static void a_load_has_one_row(void **state) {
    (void)state;
    prapi_row_copy copy;
    struct script script = {.rows = {a_row(), a_row()}, .n = 0, .status = PRAP_OK};
    assert_int_equal(load_with(&script, &copy), PRAP_E_HOST);
    script.n = 2;
    assert_int_equal(load_with(&script, &copy), PRAP_E_HOST);
    script.stops = true;
    assert_int_equal(load_with(&script, &copy), PRAP_E_HOST);
    script = (struct script){.n = 0, .status = PRAP_NONE};
    assert_int_equal(load_with(&script, &copy), PRAP_NONE);
    script = (struct script){.rows = {a_row()}, .n = 1, .status = PRAP_NONE};
    assert_int_equal(load_with(&script, &copy), PRAP_E_HOST);
}

/* Every status that a callback may or may not return. */
static void statuses_of_reading(void **state) {
    (void)state;
    static const struct {
        prap_status said, taken;
    } rows[] = {
        {PRAP_RETRY, PRAP_RETRY},         {PRAP_FAIL, PRAP_FAIL},
        {PRAP_E_DAMAGED, PRAP_E_DAMAGED}, {PRAP_E_FOREIGN, PRAP_E_FOREIGN},
        {PRAP_E_VERSION, PRAP_E_VERSION}, {PRAP_CONFLICT, PRAP_E_HOST},
        {PRAP_DUPLICATE, PRAP_E_HOST},    {PRAP_UNKNOWN, PRAP_E_HOST},
        {PRAP_E_COVERAGE, PRAP_E_HOST},   {PRAP_E_LIMIT, PRAP_E_HOST},
        {PRAP_E_NULL, PRAP_E_HOST},       {PRAP_E_SIZE, PRAP_E_HOST},
        {PRAP_E_BUG, PRAP_E_HOST},        {-1, PRAP_E_HOST},
        {INT32_MAX, PRAP_E_HOST},
    };
    const prap_key key = {{NULL, 0}, {"A", 1}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (unsigned n = 0; n < 2; n++) {
            struct script script = {.rows = {a_row()}, .n = n, .status = rows[i].said};
            const prapi_host host = host_of(&script);
            prapi_row_copy copies[2];
            uint32_t count = 0;
            assert_int_equal(prapi_host_load(&host, &key, copies), rows[i].taken);
            assert_int_equal(prapi_host_read(&host, &key, 1, copies, 2, &count), rows[i].taken);
            assert_int_equal(prapi_host_scan(&host, key.tenant, key.tenant, 0, copies, 2, &count),
                             rows[i].taken);
        }
    }
    struct script none = {.n = 0, .status = PRAP_NONE}; /* only a load may find nothing */
    const prapi_host host = host_of(&none);
    prapi_row_copy copies[2];
    uint32_t count = 0;
    assert_int_equal(prapi_host_read(&host, &key, 1, copies, 2, &count), PRAP_E_HOST);
    assert_int_equal(prapi_host_scan(&host, key.tenant, key.tenant, 0, copies, 2, &count), PRAP_E_HOST);
}

/* A commit that does not say what happened leaves it unknown: it may have happened. */
static void statuses_of_a_commit(void **state) {
    (void)state;
    static const struct {
        prap_status said;
        int each; /* written to ret_each; -1: left alone */
        prap_status taken;
    } rows[] = {
        {PRAP_OK, PRAP_OK, PRAP_OK},
        {PRAP_OK, PRAP_CONFLICT, PRAP_CONFLICT},
        {PRAP_OK, PRAP_DUPLICATE, PRAP_DUPLICATE},
        {PRAP_OK, PRAP_RETRY, PRAP_RETRY},
        {PRAP_OK, PRAP_UNKNOWN, PRAP_UNKNOWN},
        {PRAP_OK, PRAP_FAIL, PRAP_FAIL},
        {PRAP_OK, PRAP_NONE, PRAP_UNKNOWN},
        {PRAP_OK, PRAP_E_NULL, PRAP_UNKNOWN},
        {PRAP_OK, -1, PRAP_UNKNOWN},
        {PRAP_RETRY, PRAP_OK, PRAP_RETRY},
        {PRAP_FAIL, PRAP_OK, PRAP_FAIL},
        {PRAP_UNKNOWN, PRAP_OK, PRAP_UNKNOWN},
        {PRAP_CONFLICT, PRAP_OK, PRAP_UNKNOWN},
        {-7, PRAP_OK, PRAP_UNKNOWN},
    };
    const prap_change change = {.size = sizeof change};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct script script = {.n = rows[i].each >= 0 ? 1 : 0, .status = rows[i].said};
        if (rows[i].each >= 0) script.rows[0].version = (uint64_t)rows[i].each;
        const prapi_host host = host_of(&script);
        assert_int_equal(prapi_host_commit(&host, &change), rows[i].taken);
    }
}

/* Says what came of the first change, if it is not a bug, and nothing of the others. */
static prap_status commit_first(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    const prap_status *first = user;
    (void)changes;
    (void)n;
    if (*first != PRAP_E_BUG) ret_each[0] = *first;
    return PRAP_OK;
}

/* Of several changes each one that nothing was said of is unknown, whatever stood in its place. */
static void each_of_many_changes(void **state) {
    (void)state;
    const prap_change changes[] = {{.size = sizeof(prap_change)}, {.size = sizeof(prap_change)}, {.size = sizeof(prap_change)}};
    prap_status first = PRAP_OK;
    const prapi_host host = {.store = {.size = sizeof host.store, .user = &first, .commit = commit_first}};
    prap_status each[] = {PRAP_OK, PRAP_OK, PRAP_OK};
    prapi_host_commit_all(&host, changes, 3, each);
    assert_int_equal(each[0], PRAP_OK);
    assert_int_equal(each[1], PRAP_UNKNOWN);
    assert_int_equal(each[2], PRAP_UNKNOWN);
    first = PRAP_E_BUG;
    each[0] = each[1] = each[2] = PRAP_OK;
    prapi_host_commit_all(&host, changes, 3, each);
    for (size_t i = 0; i < 3; i++) assert_int_equal(each[i], PRAP_UNKNOWN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_copied),
        cmocka_unit_test(the_longest_row_is_taken),
        cmocka_unit_test(rows_that_cannot_be_taken),
        cmocka_unit_test(a_version_beyond_all_is_damage),
        cmocka_unit_test(a_push_says_what_is_wrong),
        cmocka_unit_test(one_byte_is_copied),
        cmocka_unit_test(a_longer_row_of_a_newer_host),
        cmocka_unit_test(a_sink_takes_what_it_asked_for),
        cmocka_unit_test(a_load_has_one_row),
        cmocka_unit_test(statuses_of_reading),
        cmocka_unit_test(statuses_of_a_commit),
        cmocka_unit_test(each_of_many_changes),
    };
    return cmocka_run_group_tests_name("host", tests, NULL, NULL);
}
