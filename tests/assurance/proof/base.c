/*
 * base.c: days, texts, errors, statuses, secrets and hashes, with any arguments. Texts are of each length up to LONGEST.
 *
 * Part: base
 * Options: -eva-split-return-function read_long:0:2:3:4,write_number:1:2:3:4:5:6:7:8:9:10:11:12:13:14:15:16:17:18:19:20
 *   -eva-slevel-function write_number:500,prapi_fail_in_list:500,read_long:500,prapi_text_is_printable:500,stated_errors:400
 */
#include "any.h"

#include "base/adopt.h"
#include "base/crc.h"
#include "base/error.h"
#include "base/nino.h"
#include "base/secret.h"
#include "base/siphash.h"
#include "base/text.h"

enum { LONGEST = 6, STATUSES = PRAP_E_BUG + 1 };

static void days(void) {
    prap_day day = any_int();
    int32_t a, b, c;
    (void)prap_day_from_civil(any_int(), any_int(), any_int(), MAYBE(day));
    (void)prap_day_to_civil(any_int(), MAYBE(a), MAYBE(b), MAYBE(c));
    (void)prap_day_weekday(any_int());
    char text[PRAP_DAY_TEXT_BYTES];
    ANY(text);
    for (size_t n = 0; n <= sizeof text; n++) {
        char *const at = maybe() ? LAST(text, n) : NULL;
        (void)prap_day_parse(at, n, MAYBE(day));
        (void)prap_day_format(any_int(), at, n);
    }
}

static void texts(void) {
    char bytes[LONGEST], others[LONGEST];
    ANY(bytes);
    ANY(others);
    for (size_t n = 0; n <= LONGEST; n++) {
        const prap_text text = {LAST(bytes, n), n};
        (void)prapi_text_is_identifier(text);
        (void)prapi_text_is_printable(text, any_u32());
        (void)prapi_text_is_kebab(text, any_u32());
        (void)prapi_text_equal(text, (prap_text){LAST(others, n), n});
        (void)prapi_text_is(text, "name");
    }
    const prap_text none = {NULL, 0};
    (void)prapi_text_is_identifier(none);
    (void)prapi_text_is_kebab(none, 3);
    (void)prapi_text_equal(none, none);
}

static void copies(void) {
    char room[LONGEST], text[LONGEST];
    for (size_t n = 0; n < LONGEST; n++) {
        ANY(text);
        text[LONGEST - 1] = '\0';
        for (size_t m = 0; m <= LONGEST; m++) (void)prapi_text_copy(LAST(room, m), m, LAST(text, n + 1));
    }
    (void)prapi_text_copy(NULL, 0, text);
}

/* An error of any size that a caller may have been compiled with: its bytes end where it says. */
static void errors(void) {
    static const size_t sizes[] = {0, 4, 8, offsetof(prap_error, message), offsetof(prap_error, message) + 1,
                                   offsetof(prap_error, message) + 6, sizeof(prap_error)};
    (void)prapi_fail(NULL, any_int(), "field", "message");
    (void)prapi_fail_in_list(NULL, any_int(), "list", any_u64());
    prapi_error_append(NULL, "more");
    prapi_error_append_word(NULL, "word");
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        prap_error error = {.size = (uint32_t)sizes[i]};
        (void)prapi_fail(&error, any_int(), "field", "a message");
        (void)prapi_fail_in_list(&error, any_int(), "list", any_u64());
        prapi_error_append(&error, " and more");
        prapi_error_append_word(&error, "word");
        prapi_error_append_word(&error, "word");
    }
}

/* What errors.h states of them. */
static void stated_errors(void) {
    char text[LONGEST];
    ANY(text);
    text[LONGEST - 1] = '\0';
    for (size_t n = 1; n <= LONGEST; n += LONGEST - 1) {
        prap_error error = {.size = sizeof error};
        (void)prapi_fail(&error, any_int(), LAST(text, n), LAST(text, n));
        (void)prapi_fail_in_list(&error, any_int(), LAST(text, n), any_u64());
        prapi_error_append(&error, LAST(text, n));
        prapi_error_append_word(&error, LAST(text, n));
        //@ assert error.field[39] == 0 && error.message[215] == 0;
    }
    for (prap_status status = 0; status < STATUSES; status++) {
        prap_error error = {.size = sizeof error};
        const prap_status failed = prapi_fail(MAYBE(error), status, "field", "a message");
        const prap_status listed = prapi_fail_in_list(MAYBE(error), status, "list", 1);
        //@ assert failed == status && listed == status;
        (void)failed;
        (void)listed;
    }
}

static void statuses(void) {
    (void)prap_status_name(any_int());
    (void)prap_status_class(any_int());
    (void)prap_status_meaning(any_int());
}

static void secrets(void) {
    char bytes[LONGEST];
    uint32_t codes[LONGEST], few[3], nine[PRAPI_NINO_CHARACTERS];
    ANY(bytes);
    for (size_t n = 0; n <= LONGEST; n++) {
        const prap_text text = {LAST(bytes, n), n};
        (void)prapi_secret_decode(text, LAST(codes, n));
        ANY(codes);
        (void)prapi_secret_compact(LAST(codes, n), n, few, 3);
        (void)prapi_nino_read(text, nine);
        (void)prap_nino_check(text, NULL);
    }
    char many[PRAPI_NINO_BYTES + 1];
    ANY(many);
    (void)prap_nino_check((prap_text){LAST(many, PRAPI_NINO_BYTES), PRAPI_NINO_BYTES}, NULL);
    (void)prap_nino_check((prap_text){many, sizeof many}, NULL);
    (void)prap_nino_check((prap_text){NULL, any_u64()}, NULL);
    (void)prapi_pick(any_u32(), any_u32(), any_u32());
    (void)prapi_is_within(any_u32(), any_u32(), any_u32());
    prapi_wipe(bytes, sizeof bytes);
    prapi_wipe_stack();
}

static void hashes(void) {
    uint8_t bytes[40], key[16], hash[16];
    ANY(bytes);
    ANY(key);
    for (size_t n = 0; n <= sizeof bytes; n++) (void)prapi_crc32c(any_u32(), LAST(bytes, n), n);
    (void)prapi_crc32c(any_u32(), NULL, 0);
    prapi_siphash state;
    prapi_siphash_begin(&state, key);
    for (size_t i = 0; i < 17; i++) prapi_siphash_add(&state, bytes[i]);
    prapi_siphash_end(&state, hash);
    ANY(state);
    prapi_siphash_add(&state, bytes[0]);
}

static void adopted(void) {
    uint8_t ours[8], theirs[12];
    ANY(theirs);
    for (size_t n = 0; n <= sizeof theirs; n++) (void)prapi_adopt(ours, sizeof ours, LAST(theirs, n), n, any_of(1, 8));
}

int main(void) {
    days();
    texts();
    copies();
    errors();
    stated_errors();
    statuses();
    secrets();
    hashes();
    adopted();
    return 0;
}
