/*
 * due-csv.c: due days as comma-separated values, RFC 4180: a heading, CRLF, quotes where a cell needs them.
 *
 * A spreadsheet takes a cell that begins with one of = + - @ for a formula, quoted or not, and an id is whatever its host
 * made of it. An apostrophe before it makes it text; one before an apostrophe keeps that to be told apart. Numbers are
 * ours, and stay numbers.
 */
#include "catalogue/rules.h"
#include "dates/due-list.h"
#include "prap/catalogue.h"
#include "prap/vocabulary.h"

static const char heading[] = "case,stage,deadline,due,prudent,last_working_day,status,days_left,working_days_left,rule,"
                              "defined_by,source\r\n";

static bool is_one_of(char byte, const char *bytes) {
    while (*bytes != '\0' && *bytes != byte)
        bytes++;
    return *bytes != '\0';
}

/* Some spreadsheets take the full-width forms of the four likewise. */
static bool needs_apostrophe(prap_text text) {
    const char *at = text.bytes;
    if (text.n == 0) return false; /* MUT-EQUIV: of a word the NUL is looked at, and no id is empty */
    if (text.n < 3 || at[0] != '\xEF') return is_one_of(at[0], "=+-@'"); /* MUT-EQUIV: in UTF-8 two follow on an EF */
    return at[1] == '\xBC' && is_one_of(at[2], "\x9D\x8B\x8D\xA0");
}

static bool needs_quotes(prap_text text) {
    for (size_t i = 0; i < text.n; i++) {
        const char byte = text.bytes[i];
        const bool at_an_end = i == 0 || i == text.n - 1; /* where some readers would trim a space */
        if (byte == '"' || byte == ',' || (at_an_end && byte == ' ')) return true;
    }
    return false;
}

static void cell(prapi_piece *piece, prap_text text) {
    const bool quoted = needs_quotes(text);
    if (quoted) prapi_piece_byte(piece, '"');
    if (needs_apostrophe(text)) prapi_piece_byte(piece, '\'');
    for (size_t i = 0; i < text.n; i++) {
        if (text.bytes[i] == '"') prapi_piece_byte(piece, '"');
        prapi_piece_byte(piece, text.bytes[i]);
    }
    if (quoted) prapi_piece_byte(piece, '"');
}

static void next_cell(prapi_piece *piece, const char *words) {
    prapi_piece_byte(piece, ',');
    cell(piece, prapi_text_of(words));
}

static void next_day(prapi_piece *piece, prap_day day) {
    prapi_piece_byte(piece, ',');
    prapi_piece_day(piece, day, true);
}

static void next_number(prapi_piece *piece, int64_t number) {
    prapi_piece_byte(piece, ',');
    prapi_piece_number(piece, number);
}

void prapi_due_csv_begin(prapi_piece *piece) {
    prapi_piece_words(piece, heading);
}

void prapi_due_csv_row(prapi_piece *piece, const prap_due_row *row) {
    const prap_deadline *deadline = row->deadline;
    const prap_rule *rule = prap_rule_by_number(deadline->rule);
    const prap_word *defined_by = prap_word_by_number(PRAP_WORDS_DEFINED_BY, deadline->defined_by);
    int32_t working_days = 0; /* MUT-EQUIV: written, or not read */
    cell(piece, row->key.case_id);
    next_cell(piece, prapi_due_word(PRAP_WORDS_STATE, row->stage));
    next_cell(piece, prapi_due_name(deadline));
    next_day(piece, deadline->due);
    next_day(piece, deadline->prudent);
    next_day(piece, deadline->last_working_day);
    next_cell(piece, prapi_due_word(PRAP_WORDS_DEADLINE_STATUS, deadline->status));
    next_number(piece, (int64_t)deadline->due - row->as_of);
    if (prap_calendar_count_working_days(row->calendar, row->as_of, deadline->due, PRAP_CALENDAR_ALLOW_PROVISIONAL,
                                         &working_days, NULL) == PRAP_OK) { /* there need be no calendar */
        next_number(piece, working_days);
    } else {
        prapi_piece_byte(piece, ',');
    }
    next_cell(piece, rule == NULL ? "" : rule->id);
    next_cell(piece, defined_by == NULL ? "" : defined_by->name);
    next_cell(piece, deadline->source == NULL ? "" : deadline->source);
    prapi_piece_words(piece, "\r\n");
}
