#include "planted.h"

#include "base/nino.h"
#include "extract/extract.h"
#include "provider-direct/access-code.h"
#include "provider-direct/folding.h"
#include "provider-direct/positions.h"

enum { MONDAY = 19485, NOON = 28058400 };

static const uint8_t code[] = {0x11, 0x6D, 0x79, 0x2A, 0x0B, 0x20, 0x68, 0x7E};
static const uint8_t nino[] = {0x10, 0x1D, 0x6B, 0x6A, 0x69, 0x6D, 0x6F, 0x63, 0x1B};
static const uint8_t name[] = {0x0D, 0x33, 0x36, 0x32, 0x3F, 0x36, 0x37, 0x33, 0x34, 0x3B, 0x7A,
                               0x99, 0xC2, 0x3E, 0x3F, 0x3D, 0x99, 0xFF, 0x28, 0x3E, 0x32};
static const uint8_t text[] = {0x08, 0x3B, 0x2C, 0x3F, 0x34, 0x29, 0x2E, 0x32, 0x35, 0x28, 0x2A, 0x3F};
static const uint8_t said_nino[] = {0x30, 0x3D, 0x7A, 0x6B, 0x6A, 0x7A, 0x69,
                                    0x6D, 0x7A, 0x6F, 0x63, 0x7A, 0x3B};
static const uint8_t said_name[] = {0x0D, 0x13, 0x16, 0x12, 0x1F, 0x16, 0x17, 0x13, 0x14, 0x1B,
                                    0x77, 0x15, 0x1E, 0x1F, 0x1D, 0x1B, 0x08, 0x1E, 0x12};
static const uint8_t said_text[] = {0x28, 0x3B, 0x2C, 0x3F, 0x34, 0x29, 0x2E, 0x32, 0x35, 0x28, 0x0A, 0x1F};
static const uint8_t postcode[] = {0x1D, 0x03, 0x6B, 0x6A, 0x6B, 0x09, 0x18};
static const uint8_t said_postcode[] = {0x3D, 0x23, 0x6B, 0x6A, 0x7A, 0x6B, 0x29, 0x38};

static uint8_t asked[3]; /* those of the code that are asked for */

static const struct {
    const uint8_t *masked;
    size_t n;
} secrets[PLANTED_SECRETS] = {{code, sizeof code},           {nino, sizeof nino},
                              {name, sizeof name},           {text, sizeof text},
                              {said_name, sizeof said_name}, {said_text, sizeof said_text},
                              {asked, sizeof asked},         {postcode, sizeof postcode}};

size_t planted_masked(size_t i, const uint8_t **ret_masked) {
    if (i >= PLANTED_SECRETS) return 0;
    *ret_masked = secrets[i].masked;
    return secrets[i].n;
}

/* Byte by byte, so that nothing else ever holds them. */
static void show(char *to, const uint8_t *masked, size_t n) {
    volatile char *at = to;
    for (size_t i = 0; i < n; i++)
        at[i] = (char)(masked[i] ^ PLANTED_MASK);
}

void planted_show(struct planted *planted, const uint32_t positions[3]) {
    show(planted->code, code, sizeof code);
    show(planted->nino, nino, sizeof nino);
    show(planted->name, name, sizeof name);
    show(planted->text, text, sizeof text);
    show(planted->said_nino, said_nino, sizeof said_nino);
    show(planted->said_name, said_name, sizeof said_name);
    show(planted->said_text, said_text, sizeof said_text);
    show(planted->said_postcode, said_postcode, sizeof said_postcode);
    for (int i = 0; i < 3; i++)
        asked[i] = code[positions[i] - 1];
    show(planted->answer, asked, sizeof asked);
}

void planted_wipe(struct planted *planted) {
    volatile char *at = (char *)planted;
    for (size_t i = 0; i < sizeof *planted; i++)
        at[i] = 0;
}

int planted_answer(struct verifier_host *host, const struct planted *planted) {
    const prap_key key = verifier_stream();
    const uint32_t number = host->challenge.number;
    const prap_status status = prap_verifier_answer(
        host->verifier, &key, number, (prap_text){planted->code, sizeof planted->code},
        (prap_text){planted->answer, sizeof planted->answer}, NOON, &host->challenge, &host->error);
    return status == PRAP_OK && host->challenge.result == PRAP_CHALLENGE_PASSED ? 0 : 1;
}

int planted_participant(const struct planted *planted) {
    const prap_participant_answer answer = {
        sizeof answer, PRAP_QUESTION_EMPLOYMENT_HISTORY, {planted->text, sizeof planted->text}};
    const prap_participant_held held = {.size = sizeof held,
                                        .lms_date = PRAP_DAY_NONE,
                                        .nino = {planted->nino, sizeof planted->nino},
                                        .name = {planted->name, sizeof planted->name},
                                        .answers = &answer,
                                        .n = 1};
    const prap_participant_said said = {.size = sizeof said,
                                        .question = PRAP_QUESTION_EMPLOYMENT_HISTORY,
                                        .nino = {planted->said_nino, sizeof planted->said_nino},
                                        .name = {planted->said_name, sizeof planted->said_name},
                                        .answer = {planted->said_text, sizeof planted->said_text},
                                        .answer_on = PRAP_DAY_NONE};
    prap_participant_check check = {.size = sizeof check};
    const prap_status status = prap_participant_check_of(&held, &said, NULL, 0, &check, NULL);
    return status == PRAP_OK && check.passed != 0 ? 0 : 1;
}

int planted_nino(const struct planted *planted) {
    return prap_nino_check((prap_text){planted->nino, sizeof planted->nino}, NULL) == PRAP_OK ? 0 : 1;
}

int planted_extract(const struct planted *planted) {
    static const uint8_t key[PRAP_DATA_KEY_BYTES] = {7, 3, 1};
    const prap_data_value held[] = {
        {{"R1", 2}, PRAP_DATA_ITEM_PRAP_REFERRAL_ID, 0},
        {{planted->nino, sizeof planted->nino}, PRAP_DATA_ITEM_NINO, 0},
        {{planted->name, sizeof planted->name}, PRAP_DATA_ITEM_FULL_NAME, 0},
        {{planted->text, sizeof planted->text}, PRAP_DATA_ITEM_SURNAME, 0},
        {{planted->nino, sizeof planted->nino}, PRAP_DATA_ITEM_TELEPHONE, 0}, /* of no such form */
    };
    prap_data_value said[sizeof held / sizeof *held];
    memcpy(said, held, sizeof said);
    said[1].text = (prap_text){planted->said_nino, sizeof planted->said_nino};
    said[2].text = (prap_text){planted->said_name, sizeof planted->said_name};
    said[3].text = (prap_text){planted->said_text, sizeof planted->said_text};
    const size_t n = sizeof held / sizeof *held;
    const prap_data_record before = {.size = sizeof before, .on = PRAP_DAY_NONE, .values = held, .n = n};
    const prap_data_record after = {.size = sizeof after, .on = PRAP_DAY_NONE, .values = said, .n = n};
    prap_data_answer answer = {.size = sizeof answer};
    prap_data_comparison comparison = {.size = sizeof comparison};
    prap_data_mark marks[8];
    size_t n_marks = 0;
    if (prap_data_check(&before, NULL, NULL, &answer, NULL) != PRAP_OK) return 1;
    if (prap_data_compare(&before, &after, NULL, NULL, &comparison, NULL) != PRAP_OK) return 2;
    /* A National Insurance number is the same however it is spaced. */
    if (comparison.changed == 0 || comparison.same < 2) return 3;
    return prap_data_mark_record(key, &before, marks, 8, &n_marks, NULL) == PRAP_OK && n_marks == n ? 0 : 4;
}

int planted_form(const struct planted *planted) {
    return prapi_code_check_form((prap_text){planted->code, sizeof planted->code}, sizeof planted->code,
                                 (prap_text){planted->answer, sizeof planted->answer}, NULL) == PRAP_OK
               ? 0
               : 1;
}

int planted_comparison(const struct planted *planted, const uint32_t positions[3]) {
    return prapi_code_is_right((prap_text){planted->code, sizeof planted->code}, sizeof planted->code,
                               prapi_positions_mask(positions, sizeof planted->code),
                               (prap_text){planted->answer, sizeof planted->answer})
               ? 0
               : 1;
}

int planted_reading(struct planted *planted) {
    const prap_text number = {planted->nino, sizeof planted->nino};
    return prapi_nino_read(number, planted->characters) != 0 ? 0 : 1;
}

int planted_opened(const struct planted *planted) {
    prapi_data_reader reader;
    prapi_data_open(&reader, PRAP_DATA_TYPE_NINO, (prap_text){planted->said_nino, sizeof planted->said_nino});
    const bool known = !reader.is_text;
    prapi_data_close(&reader);
    return known ? 0 : 1;
}

int planted_formed(const struct planted *planted) {
    return prapi_data_is_formed(PRAP_DATA_TYPE_NINO, (prap_text){planted->nino, sizeof planted->nino}) ? 0 : 1;
}

int planted_same(const struct planted *planted) {
    return prapi_data_says_same(PRAP_DATA_TYPE_NINO, (prap_text){planted->nino, sizeof planted->nino},
                                (prap_text){planted->said_nino, sizeof planted->said_nino})
               ? 0
               : 1;
}

int planted_marked(const struct planted *planted) {
    static const uint8_t key[PRAP_DATA_KEY_BYTES] = {7, 3, 1};
    const prap_data_value held[] = {{{"R1", 2}, PRAP_DATA_ITEM_PRAP_REFERRAL_ID, 0},
                                    {{planted->said_nino, sizeof planted->said_nino}, PRAP_DATA_ITEM_NINO, 0}};
    const prap_data_record record = {.size = sizeof record, .on = PRAP_DAY_NONE, .values = held, .n = 2};
    prap_data_mark marks[2];
    size_t n = 0;
    return prap_data_mark_record(key, &record, marks, 2, &n, NULL) == PRAP_OK && n == 2 ? 0 : 1;
}

/* A number where yes or no may be said. */
int planted_word(const struct planted *planted) {
    prap_data_item item = *prap_data_item_by_number(PRAP_DATA_ITEM_NINO);
    item.roles |= PRAP_DATA_ROLE_CHANGE;
    return prapi_data_is_said(&item, (prap_text){planted->nino, sizeof planted->nino}) ? 0 : 1;
}

int planted_postcode(const struct planted *planted) {
    return prapi_data_ends_in_postcode((prap_text){planted->said_postcode, sizeof planted->said_postcode}) ? 0 : 1;
}

int planted_folded(const struct planted *planted) {
    prapi_folded folded;
    const prapi_mask good = prapi_fold((prap_text){planted->said_text, sizeof planted->said_text}, &folded);
    prapi_wipe(&folded, sizeof folded);
    return prapi_secret_reveal(good) ? 0 : 1;
}

int planted_refused(const struct planted *planted) {
    prap_error error = {.size = sizeof error};
    const prap_text number = {planted->nino, sizeof planted->nino};
    return prap_call_participant_check(number, &error) != PRAP_OK ? 0 : 1;
}
