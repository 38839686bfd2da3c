/* due-list.h: what the two forms of a list of due days share. */
#ifndef PRAPI_DATES_DUE_LIST_H
#define PRAPI_DATES_DUE_LIST_H

#include <stdbool.h>

#include "prap/due-list.h"

/* A piece in the making. Past the end of the room nothing is written, and n goes on: it is too long then. */
typedef struct prapi_piece {
    char *bytes;
    size_t room;
    size_t n;
    size_t column; /* bytes of the line so far; of iCalendar, which folds its lines */
} prapi_piece;

/* NUL-terminated text without its NUL. */
prap_text prapi_text_of(const char *words);
void prapi_piece_byte(prapi_piece *piece, char byte);
void prapi_piece_text(prapi_piece *piece, prap_text text);
void prapi_piece_words(prapi_piece *piece, const char *words);
void prapi_piece_number(prapi_piece *piece, int64_t number);
/* "2023-05-09", or "20230509" */
void prapi_piece_day(prapi_piece *piece, prap_day day, bool hyphens);

/* The public name and the meaning of a row's clock, and of its stage. */
const char *prapi_due_name(const prap_deadline *deadline);
const char *prapi_due_meaning(const prap_deadline *deadline);
const char *prapi_due_word(uint32_t kind, uint32_t number);

/* due-ics.c, due-csv.c */
void prapi_due_ics_begin(prapi_piece *piece);
void prapi_due_ics_row(prapi_piece *piece, const prap_due_row *row);
void prapi_due_ics_end(prapi_piece *piece, uint64_t rows);
void prapi_due_csv_begin(prapi_piece *piece);
void prapi_due_csv_row(prapi_piece *piece, const prap_due_row *row);

#endif
