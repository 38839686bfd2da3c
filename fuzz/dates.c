/*
 * dates.c: fuzz target. The bytes are questions about dates, one after another: a computation, two moments, flags, a
 * service, windows, a setting; and what is left is the text of a moment. Whatever is asked, there is an answer that
 * keeps its promises, or a status that the header names and nothing written.
 */
#include <string.h>

#include "prap/prap.h"

#include "fuzz.h"

enum { MOST_WINDOWS = 8 };

/* Little-endian, as many bytes as there are up to four. */
static uint32_t take_number(struct rest *reader, size_t n) {
    uint32_t number = 0;
    for (size_t i = 0; i < n && reader->n > 0; i++, reader->n--)
        number |= (uint32_t)*reader->bytes++ << (8 * i);
    return number;
}

/* Mostly a moment of a year that a calendar covers; any numbers at all where the first byte says so. */
static prap_moment take_moment(struct rest *reader) {
    const uint32_t kind = take_number(reader, 1);
    if (kind % 8 == 7) {
        return (prap_moment){(prap_day)take_number(reader, 4), (int32_t)take_number(reader, 4), (int32_t)take_number(reader, 4)};
    }
    prap_moment moment = {9000 + (prap_day)(take_number(reader, 2) % 18000), (int32_t)(take_number(reader, 2) % 1440), PRAP_OFFSET_NONE};
    if (kind % 4 == 1) moment.minute = PRAP_MINUTE_NONE;
    if (kind % 4 == 2) moment.offset = kind < 128 ? 0 : 60;
    if (kind % 4 == 3) moment.day = kind < 128 ? moment.day : PRAP_DAY_NONE;
    return moment;
}

static bool is_of_the_contract(prap_status status) {
    return status == PRAP_E_WORD || status == PRAP_E_REQUIRED || status == PRAP_E_DAY || status == PRAP_E_RANGE ||
           status == PRAP_E_ORDER || status == PRAP_E_COVERAGE || status == PRAP_E_GAP || status == PRAP_E_REPEATED;
}

static void ask(struct rest *reader) {
    prap_window windows[MOST_WINDOWS];
    const uint32_t policies = prap_word_count(PRAP_WORDS_POLICY);
    prap_date_question question = {.size = sizeof question, .computation = take_number(reader, 1), .outages = windows};
    question.flags = take_number(reader, 1) % 16;
    question.service = question.computation == PRAP_COMPUTATION_SERVICE_HOURS ? take_number(reader, 1) % 4 : 0;
    question.anchor = take_moment(reader);
    question.second = take_moment(reader);
    question.n_outages = take_number(reader, 1) % (MOST_WINDOWS + 1);
    for (size_t i = 0; i < question.n_outages; i++)
        windows[i] = (prap_window){take_moment(reader), take_moment(reader)};
    prap_setting setting = {prap_word_at(PRAP_WORDS_POLICY, take_number(reader, 1) % policies)->number, 0};
    setting.value = prap_policy_choice_at(setting.policy, take_number(reader, 1) % 3);
    if (setting.value == 0) setting.value = prap_policy_by_number(setting.policy)->default_value;
    const prap_calendar *calendar = prap_calendar_built_in(1 + take_number(reader, 1) % 3);
    prap_error error = {.size = sizeof error};
    prap_date_answer answer = {.size = sizeof answer, .due = 12345};
    const prap_status status = prap_date_compute(calendar, &setting, 1, &question, &answer, &error);
    if (status != PRAP_OK) {
        must(is_of_the_contract(status) && error.status == status && error.field[0] != '\0', "a status of no contract");
        must(answer.due == 12345, "a failure wrote an answer");
        return;
    }
    must(answer.computation == question.computation, "an answer to another question");
    must(answer.prudent <= answer.due, "prudent after due");
    must(answer.holds >= -1 && answer.holds <= 1, "neither yes nor no");
    must(answer.last_usable.day <= answer.due, "usable after due");
    if (question.computation == PRAP_COMPUTATION_SERVICE_HOURS) {
        must((answer.holds == 1) == (answer.moment.day == PRAP_DAY_NONE), "open, and still to open");
    }
    prap_moved_day moved[1];
    size_t n_moved = 77;
    must(prap_dates_moved(calendar, calendar, &setting, 1, &question, 1, moved, 1, &n_moved, NULL) == PRAP_OK &&
         n_moved == 0, "a calendar moved its own day");
}

/* What is read is written back, and an instant comes back from its moment. */
static void read_moment(const struct rest *reader) {
    prap_moment moment = PRAP_MOMENT_NONE, back = PRAP_MOMENT_NONE;
    char text[PRAP_MOMENT_TEXT_BYTES];
    prap_instant instant = 0, again = 0;
    if (prap_moment_parse((const char *)reader->bytes, reader->n, &moment) != PRAP_OK) return;
    must(prap_moment_format(moment, text, sizeof text) == PRAP_OK, "what was read is not written");
    must(prap_moment_parse(text, strlen(text), &back) == PRAP_OK && memcmp(&moment, &back, sizeof moment) == 0,
         "what is written is not read back");
    if (prap_moment_to_instant(moment, &instant) != PRAP_OK) return;
    if (prap_moment_from_instant(instant, &back) != PRAP_OK) return;
    must(prap_moment_to_instant(back, &again) == PRAP_OK && again == instant, "an instant does not come back");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    struct rest reader = {bytes, n};
    read_moment(&reader);
    for (int i = 0; i < 16 && reader.n > 0; i++) {
        ask(&reader);
        read_moment(&reader);
    }
    return 0;
}
