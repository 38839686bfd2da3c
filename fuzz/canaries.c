/*
 * canaries.c: fuzz target. Secrets that are unlike anything else go, whole, cut, doubled or altered as the bytes choose,
 * wherever a code, a National Insurance number, a name, an answer or a value of an extract goes; then every byte that the
 * library returned, told a callback, stored or put into an error is searched for any four bytes of them in a row.
 */
#include "canaries.h"

#include <string.h>

#include "fuzz.h"
#include "memory-store.h"
#include "verifier-host.h"

enum { LONGEST = 24, FIELDS = 6, VALUES = 4, MONDAY = 19485, NOON = 28058400 };

/* None has four bytes in a row that are in a word of the library's. */
static const char *const secrets[] = {"K7#pQz2$", "JG103759A", "jg 10 37 59 a", "Vj\xC3\x98qxgdw", "ZQXKVJWQ", "07Q9Z 4XK", "QZ-77/91"};
enum { SECRETS = sizeof secrets / sizeof *secrets };

static void search(const void *bytes, size_t n, const char *what) {
    for (size_t i = 0; i < SECRETS; i++)
        must(!canary_is_in(bytes, n, secrets[i], strlen(secrets[i]), CANARY_PIECE), what);
}

/* One of them, perhaps cut short, perhaps with one byte that is another. */
static prap_text take_secret(struct rest *rest, char room[LONGEST]) {
    const uint32_t which = take(rest), how = take(rest);
    const char *secret = secrets[which % SECRETS];
    size_t n = strlen(secret);
    memcpy(room, secret, n);
    if (how % 4 == 1) n = how / 4 % (n + 1);
    if (how % 4 == 2) room[how / 4 % n] = (char)take(rest);
    if (how % 4 == 3) {
        memcpy(room + n, secret, LONGEST - n < n ? LONGEST - n : n);
        n = LONGEST - n < n ? LONGEST : 2 * n;
    }
    return (prap_text){room, n};
}

static void check_participant(struct rest *rest) {
    char room[FIELDS][LONGEST];
    prap_text texts[FIELDS];
    for (size_t i = 0; i < FIELDS; i++) texts[i] = take_secret(rest, room[i]);
    const uint32_t question = take(rest) % 8;
    const prap_participant_answer answer = {sizeof answer, question, texts[0]};
    const prap_participant_held held = {.size = sizeof held, .lms_date = PRAP_DAY_NONE, .nino = texts[1], .name = texts[2],
                                        .answers = &answer, .n = 1};
    const prap_participant_said said = {.size = sizeof said, .question = question, .nino = texts[3], .name = texts[4],
                                        .answer = texts[5], .answer_on = PRAP_DAY_NONE, .tell = take(rest) & 1};
    prap_participant_check check = {.size = sizeof check};
    prap_error error = {.size = sizeof error};
    (void)prap_participant_check_of(&held, &said, NULL, 0, &check, &error);
    search(&check, sizeof check, "a check gives a secret away");
    search(&error, sizeof error, "an error gives a secret away");
    (void)prap_nino_check(texts[1], &error);
    search(&error, sizeof error, "an error gives a number away");
    (void)prap_call_participant_check(texts[2], &error);
    search(&error, sizeof error, "an error gives a participant away");
}

static prap_status hear_finding(void *user, const prap_data_finding *finding) {
    (void)user;
    search(finding, sizeof *finding, "a finding gives a value away");
    return PRAP_OK;
}

static prap_status hear_difference(void *user, const prap_data_difference *difference) {
    (void)user;
    search(difference, sizeof *difference, "a difference gives a value away");
    return PRAP_OK;
}

static void check_extract(struct rest *rest) {
    static const uint8_t key[PRAP_DATA_KEY_BYTES] = {7};
    char room[2 * VALUES][LONGEST];
    prap_data_value values[2 * VALUES];
    for (size_t i = 0; i < 2 * VALUES; i++)
        values[i] = (prap_data_value){take_secret(rest, room[i]), take(rest) % (prap_word_count(PRAP_WORDS_DATA_ITEM) + 1), 0};
    const prap_data_record before = {.size = sizeof before, .on = PRAP_DAY_NONE, .values = values, .n = VALUES};
    prap_data_record after = before;
    after.values = values + VALUES;
    prap_data_answer answer = {.size = sizeof answer};
    prap_data_comparison comparison = {.size = sizeof comparison};
    prap_data_mark marks[VALUES];
    prap_error error = {.size = sizeof error};
    size_t n = 0;
    (void)prap_data_check(&before, hear_finding, NULL, &answer, &error);
    search(&answer, sizeof answer, "an answer gives a value away");
    search(&error, sizeof error, "an error gives a value away");
    (void)prap_data_compare(&before, &after, hear_difference, NULL, &comparison, &error);
    search(&comparison, sizeof comparison, "a comparison gives a value away");
    search(&error, sizeof error, "an error gives a value away");
    memset(marks, 0, sizeof marks);
    (void)prap_data_mark_record(key, &before, marks, VALUES, &n, &error);
    search(&error, sizeof error, "an error gives a value away");
    /* Marks are as good as random: what is looked for is longer, so that it is not there by chance. */
    for (size_t i = 0; i < SECRETS; i++)
        must(!canary_is_in(marks, sizeof marks, secrets[i], strlen(secrets[i]), CANARY_LONGEST_PIECE), "a mark gives a value away");
}

static void see_commit(void *user, const prap_change *change) {
    (void)user;
    search(change, sizeof *change, "a change gives a secret away");
}

/* A code and what a caller says of it; everything that the store was given is searched too. */
static void check_verifier(struct rest *rest) {
    struct verifier_host host;
    const prap_observer observer = {sizeof observer, NULL, see_commit};
    const prap_key key = verifier_stream();
    verifier_host_open(&host, NULL);
    prap_verifier_destroy(host.verifier);
    host.host.observer = &observer;
    must(prap_verifier_create(&host.host, &host.random.interface, NULL, 0, NULL, &host.verifier, NULL) == PRAP_OK,
         "no verifier");
    for (int i = 0; i < 4 && rest->n > 0; i++) {
        char room[2][LONGEST];
        const prap_text code = take_secret(rest, room[0]), answer = take_secret(rest, room[1]);
        if (verifier_ask(&host, MONDAY, NOON) != PRAP_OK) break;
        (void)prap_verifier_answer(host.verifier, &key, host.challenge.number, code, answer, NOON, &host.challenge, &host.error);
        search(&host.challenge, sizeof host.challenge, "a challenge gives a secret away");
        search(&host.error, sizeof host.error, "an error gives a secret away");
        if ((take(rest) & 1) != 0) (void)verifier_release(&host, NOON);
    }
    const prap_bytes heard = memory_store_heard(host.store);
    search(heard.bytes, heard.n, "the store was given a secret");
    must(verifier_host_close(&host) == 0, "memory was left or released wrongly");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static void (*const checks[])(struct rest *rest) = {check_participant, check_extract, check_verifier};
    struct rest rest = {bytes, n};
    if (n < 2) return 0;
    canary_soil_stack(secrets[0], strlen(secrets[0]));
    checks[take(&rest) % 3](&rest);
    return 0;
}
