/* error.c: writing into a caller's prap_error, whatever size it was compiled with. */
#include <stddef.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"

/* How many bytes of the message fit, or 0: an older caller's struct may end before ours. */
static size_t message_room(const prap_error *error) {
    const size_t start = offsetof(prap_error, message);
    const size_t end = error->size > start ? error->size : start;
    const size_t room = end - start;
    return room < sizeof error->message ? room : sizeof error->message;
}

/* Of a visitor's status, which is passed on and has no meaning here. */
static const char own_status[] = "a callback returned a status of its own";

prap_status prapi_fail(prap_error *reterr, prap_status status, const char *field, const char *message) {
    if (reterr == NULL || reterr->size < offsetof(prap_error, message)) return status;
    reterr->status = status;
    prapi_text_copy(reterr->field, sizeof reterr->field, field);
    prapi_text_copy(reterr->message, message_room(reterr), message != NULL ? message : own_status);
    return status;
}

/* A decimal number; returns how many digits it has. */
static size_t write_number(char room[20], size_t number) {
    size_t n = 1;
    for (size_t rest = number; rest > 9; rest /= 10) n++;
    for (size_t i = n; i-- > 0; number /= 10) room[i] = (char)('0' + number % 10);
    return n;
}

prap_status prapi_fail_in_list(prap_error *reterr, prap_status status, const char *list, size_t i) {
    if (reterr == NULL || reterr->size < offsetof(prap_error, message)) return status;
    char digits[21];
    char field[sizeof reterr->field] = "";
    digits[write_number(digits, i)] = '\0';
    const char *const parts[] = {list, "[", digits, "].", reterr->field};
    size_t n = 0;
    for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++)
        n += prapi_text_copy(field + n, sizeof field - n, parts[part]);
    memcpy(reterr->field, field, sizeof field);
    return status;
}

void prapi_error_append(prap_error *reterr, const char *text) {
    if (reterr == NULL) return;
    const size_t room = message_room(reterr);
    if (room == 0) return;
    const size_t used = prapi_text_bytes(reterr->message);
    prapi_text_copy(reterr->message + used, room - used, text);
}

void prapi_error_append_word(prap_error *reterr, const char *word) {
    static const char more[] = " ...";
    if (reterr == NULL) return;
    const size_t room = message_room(reterr);
    if (room == 0) return;
    const size_t used = prapi_text_bytes(reterr->message);
    const size_t left = room - used;
    const size_t ending = sizeof more - 1;
    if (used >= ending && memcmp(reterr->message + used - ending, more, ending) == 0) return; /* MUT-EQUIV: no field ends so */
    if (left > 1 + prapi_text_bytes(word) + ending) {
        prapi_error_append(reterr, " ");
        prapi_error_append(reterr, word);
    } else if (left > ending) {
        prapi_error_append(reterr, more);
    }
}
