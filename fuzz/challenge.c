/*
 * challenge.c: fuzz target. The first byte says what the rest is: the moves of whoever wants to get past the
 * access code (tests/support/attack-driver.h), or texts for a participant's check, which must agree with
 * itself whatever they are.
 */
#include <string.h>

#include "attack-driver.h"
#include "fuzz.h"

enum { MOVES = 400, PARTS = 5 };

static void attack(const uint8_t *bytes, size_t n) {
    static struct attack_driver driver;
    struct chooser chooser = chooser_from_bytes(bytes, n);
    attack_driver_open(&driver, &chooser);
    const char *complaint = NULL;
    for (int i = 0; complaint == NULL && i < MOVES && !chooser_is_done(&chooser); i++) {
        complaint = attack_driver_step(&driver, &chooser);
    }
    const char *const last = attack_driver_close(&driver);
    heed(complaint != NULL ? complaint : last);
}

/* Texts are divided by 0xFF, which is in no UTF-8. */
static void divide(const uint8_t *bytes, size_t n, prap_text parts[PARTS]) {
    size_t from = 0;
    for (size_t i = 0; i < PARTS; i++) {
        size_t to = from;
        while (to < n && bytes[to] != 0xFF)
            to++;
        parts[i] = (prap_text){(const char *)bytes + from, to - from};
        from = to < n ? to + 1 : n;
    }
}

static prap_status check(prap_text nino, prap_text held_name, prap_text said_name, prap_text held,
                         prap_text said, uint32_t question, prap_participant_check *ret_check) {
    const prap_participant_answer answer = {sizeof answer, question, held};
    const prap_participant_held record = {.size = sizeof record,
                                          .lms_date = PRAP_DAY_NONE,
                                          .nino = nino,
                                          .name = held_name,
                                          .answers = &answer,
                                          .n = 1};
    const prap_participant_said caller = {.size = sizeof caller,
                                          .question = question,
                                          .nino = nino,
                                          .name = said_name,
                                          .answer = said,
                                          .answer_on = PRAP_DAY_NONE,
                                          .tell = 1};
    prap_error error = {.size = sizeof error};
    memset(ret_check, 0, sizeof *ret_check);
    ret_check->size = sizeof *ret_check;
    const prap_status status = prap_participant_check_of(&record, &caller, NULL, 0, ret_check, &error);
    if (status != PRAP_OK && error.field[0] == '\0') heed("an error without a field");
    return status;
}

/* The same either way round, and a text is the same as itself. */
static void compare(const uint8_t *bytes, size_t n) {
    static const uint32_t questions[] = {PRAP_QUESTION_PAYMENT_GROUP, PRAP_QUESTION_REFERRING_OFFICER};
    prap_text part[PARTS];
    prap_participant_check there, back, itself;
    const uint32_t question = questions[n % 2];
    divide(bytes, n, part);
    const prap_status status = check(part[0], part[1], part[2], part[3], part[4], question, &there);
    const prap_status other = check(part[0], part[2], part[1], part[4], part[3], question, &back);
    if ((status == PRAP_OK) != (other == PRAP_OK)) heed("read one way round and not the other");
    if (status != PRAP_OK) return;
    if (there.name_right != back.name_right || there.answer_right != back.answer_right) {
        heed("the same one way round and not the other");
    }
    if (there.nino_right != PRAP_VALUE_YES) heed("a number that is not itself");
    if (check(part[0], part[1], part[1], part[3], part[3], question, &itself) != PRAP_OK ||
        itself.passed == 0) {
        heed("a text that is not the same as itself");
    }
    if (there.passed != (there.name_right == PRAP_VALUE_YES && there.answer_right == PRAP_VALUE_YES)) {
        heed("passed, and not all three right; or the other way round");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    if (n == 0) return 0;
    if ((bytes[0] & 1) == 0)
        attack(bytes + 1, n - 1);
    else
        compare(bytes + 1, n - 1);
    return 0;
}
