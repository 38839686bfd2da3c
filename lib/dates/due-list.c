/* due-list.c: due days as an iCalendar or CSV, piece by piece (include/prap/due-list.h). */
#include "base/adopt.h"
#include "base/text.h"
#include "dates/due-list.h"
#include "prap/vocabulary.h"

void prapi_piece_byte(prapi_piece *piece, char byte) {
    if (piece->n < piece->room) piece->bytes[piece->n] = byte;
    piece->n++;
    piece->column++;
}

void prapi_piece_text(prapi_piece *piece, prap_text text) {
    for (size_t i = 0; i < text.n; i++)
        prapi_piece_byte(piece, text.bytes[i]);
}

prap_text prapi_text_of(const char *words) {
    size_t n = 0;
    while (words[n] != '\0')
        n++;
    return (prap_text){words, n};
}

void prapi_piece_words(prapi_piece *piece, const char *words) {
    prapi_piece_text(piece, prapi_text_of(words));
}

void prapi_piece_number(prapi_piece *piece, int64_t number) {
    char digits[20];
    size_t n = 0;
    uint64_t left = (uint64_t)number;
    if (number < 0) {
        prapi_piece_byte(piece, '-');
        left = 0 - left;
    }
    do
        digits[n++] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    while (n > 0)
        prapi_piece_byte(piece, digits[--n]);
}

void prapi_piece_day(prapi_piece *piece, prap_day day, bool hyphens) {
    char text[PRAP_DAY_TEXT_BYTES] = "";
    (void)prap_day_format(day, text, sizeof text);
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (hyphens || text[i] != '-') prapi_piece_byte(piece, text[i]);
    }
}

const char *prapi_due_word(uint32_t kind, uint32_t number) {
    return prap_word_by_number(kind, number)->name;
}

const char *prapi_due_name(const prap_deadline *deadline) {
    return deadline->deadline == 0 ? deadline->name : prapi_due_word(PRAP_WORDS_DEADLINE, deadline->deadline);
}

const char *prapi_due_meaning(const prap_deadline *deadline) {
    return deadline->deadline == 0 ? deadline->source
                                   : prap_word_by_number(PRAP_WORDS_DEADLINE, deadline->deadline)->meaning;
}

static bool is_day(prap_day day) {
    return day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX;
}

static prap_status check_row(const prap_due_row *row) {
    const prap_deadline *deadline = row->deadline;
    if (deadline == NULL) return PRAP_E_NULL;
    if (deadline->size < sizeof *deadline) return PRAP_E_SIZE;
    if (row->key.tenant.n > 0 && !prapi_text_is_identifier(row->key.tenant)) return PRAP_E_TEXT;
    if (!prapi_text_is_identifier(row->key.case_id)) return PRAP_E_TEXT;
    if (!is_day(row->as_of) || !is_day(deadline->due)) return PRAP_E_DAY;
    if (prap_word_by_number(PRAP_WORDS_STATE, row->stage) == NULL) return PRAP_E_WORD;
    if (prap_word_by_number(PRAP_WORDS_DEADLINE_STATUS, deadline->status) == NULL) return PRAP_E_WORD;
    if (deadline->deadline == 0) return deadline->name == NULL || deadline->source == NULL ? PRAP_E_NULL : PRAP_OK;
    return prap_word_by_number(PRAP_WORDS_DEADLINE, deadline->deadline) == NULL ? PRAP_E_WORD : PRAP_OK;
}

static prap_status check_place(uint32_t format, const char *room, const size_t *ret_bytes) {
    if (room == NULL || ret_bytes == NULL) return PRAP_E_NULL;
    return format == PRAP_DUE_FORMAT_ICS || format == PRAP_DUE_FORMAT_CSV ? PRAP_OK : PRAP_E_RANGE;
}

static prap_status finish(const prapi_piece *piece, size_t *ret_bytes) {
    if (piece->n > piece->room) return PRAP_E_LIMIT;
    *ret_bytes = piece->n;
    return PRAP_OK;
}

prap_status prap_due_list_begin(uint32_t format, char *room, size_t room_bytes, size_t *ret_bytes) {
    prapi_piece piece = {.bytes = room, .room = room_bytes};
    const prap_status status = check_place(format, room, ret_bytes);
    if (status != PRAP_OK) return status;
    if (format == PRAP_DUE_FORMAT_ICS) prapi_due_ics_begin(&piece);
    else prapi_due_csv_begin(&piece);
    return finish(&piece, ret_bytes);
}

prap_status prap_due_list_row(uint32_t format, const prap_due_row *row, char *room, size_t room_bytes, size_t *ret_bytes) {
    prapi_piece piece = {.bytes = room, .room = room_bytes};
    prap_due_row ours;
    prap_status status = check_place(format, room, ret_bytes);
    if (status == PRAP_OK && row == NULL) status = PRAP_E_NULL;
    if (status == PRAP_OK) status = prapi_adopt(&ours, sizeof ours, row, row->size, sizeof ours);
    if (status == PRAP_OK) status = check_row(&ours);
    if (status != PRAP_OK) return status;
    const uint32_t deadline = ours.deadline->deadline;
    if (ours.show_sensitive == 0 && prap_word_is_sensitive(PRAP_WORDS_DEADLINE, deadline) != 0) return PRAP_NONE;
    if (format == PRAP_DUE_FORMAT_ICS) prapi_due_ics_row(&piece, &ours);
    else prapi_due_csv_row(&piece, &ours);
    return finish(&piece, ret_bytes);
}

prap_status prap_due_list_end(uint32_t format, uint64_t rows, char *room, size_t room_bytes, size_t *ret_bytes) {
    prapi_piece piece = {.bytes = room, .room = room_bytes};
    const prap_status status = check_place(format, room, ret_bytes);
    if (status != PRAP_OK) return status;
    if (format == PRAP_DUE_FORMAT_ICS) prapi_due_ics_end(&piece, rows);
    return finish(&piece, ret_bytes);
}
