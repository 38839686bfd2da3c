/*
 * due-ics.c: due days as an iCalendar, RFC 5545.
 *
 * Events and not to-dos: Outlook and Google Calendar pass over a VTODO, and what is not seen is not done. All day, by
 * VALUE=DATE, and so of no time zone; TRANSPARENT, for a deadline is no appointment; PRIVATE, for the ids are nobody
 * else's business. A line is folded at 75 octets and never within a character.
 */
#include "base/siphash.h"
#include "catalogue/rules.h"
#include "dates/due-list.h"
#include "prap/catalogue.h"
#include "prap/vocabulary.h"

enum { LINE_BYTES = 75 };

static void end_line(prapi_piece *piece) {
    prapi_piece_byte(piece, '\r');
    prapi_piece_byte(piece, '\n');
    piece->column = 0;
}

static void line(prapi_piece *piece, const char *words) {
    prapi_piece_words(piece, words);
    end_line(piece);
}

static size_t bytes_of_character(char first) {
    const unsigned char byte = (unsigned char)first;
    if (byte < 0xc0) return 1; /* MUT-EQUIV: what begins a character is no byte from 0x80 to 0xc1 */
    return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/* As many bytes as belong together; on the next line when this one has no room for them. */
static void together(prapi_piece *piece, const char *bytes, size_t n) {
    if (piece->column + n > LINE_BYTES) {
        end_line(piece);
        prapi_piece_byte(piece, ' ');
    }
    prapi_piece_text(piece, (prap_text){bytes, n});
}

/* How many of them are left of a text: a host's own may end in the midst of a character. */
static size_t bytes_left(char first, size_t left) {
    const size_t n = bytes_of_character(first);
    return n < left ? n : left;
}

/* A value of the type TEXT: 3.3.11. Identifiers and our own words have no control characters. */
static void escaped(prapi_piece *piece, prap_text text) {
    for (size_t i = 0; i < text.n;) {
        const char byte = text.bytes[i];
        const size_t n = bytes_left(byte, text.n - i);
        //@ split n;
        const char pair[] = {'\\', byte};
        if (byte == '\\' || byte == ';' || byte == ',') together(piece, pair, sizeof pair);
        else together(piece, text.bytes + i, n);
        i += n;
    }
}

static void escaped_words(prapi_piece *piece, const char *words) {
    escaped(piece, prapi_text_of(words));
}

static void day_line(prapi_piece *piece, const char *name, prap_day day) {
    prapi_piece_words(piece, name);
    prapi_piece_day(piece, day, false);
    end_line(piece);
}

/* Text of a length before its bytes, so that no two rows say the same. */
static void hash_text(prapi_siphash *hash, prap_text text) {
    prapi_siphash_add(hash, (uint8_t)text.n);
    for (size_t i = 0; i < text.n; i++)
        prapi_siphash_add(hash, (uint8_t)text.bytes[i]);
}

/* These start anew when they are met: what is due next time is another entry. */
static bool runs_again(uint32_t deadline) {
    return deadline == PRAP_DEADLINE_WEEKLY || deadline == PRAP_DEADLINE_F2F4 || deadline == PRAP_DEADLINE_CONTACT;
}

/* A hash, so that an id of any length is one that calendars take. It is for ever: changing it doubles entries. */
static void uid_line(prapi_piece *piece, const prap_due_row *row) {
    static const uint8_t key[] = {'p', 'r', 'a', 'p', '-', 'd', 'u', 'e', '-', 'u', 'i', 'd', '-', '1', 0, 0};
    static const char digits[] = "0123456789abcdef";
    const bool again = runs_again(row->deadline->deadline);
    prapi_siphash hash;
    uint8_t bytes[16];
    prapi_siphash_begin(&hash, key);
    hash_text(&hash, row->key.tenant);
    hash_text(&hash, row->key.case_id);
    hash_text(&hash, prapi_text_of(prapi_due_name(row->deadline)));
    prapi_siphash_add(&hash, row->deadline->deadline == 0); /* the host's own may have any name */
    for (int shift = 0; again && shift < 32; shift += 8)
        prapi_siphash_add(&hash, (uint8_t)((uint32_t)row->deadline->anchor >> shift));
    prapi_siphash_end(&hash, bytes);
    prapi_piece_words(piece, "UID:prap-");
    for (size_t i = 0; i < sizeof bytes; i++) {
        prapi_piece_byte(piece, digits[bytes[i] >> 4]);
        prapi_piece_byte(piece, digits[bytes[i] & 15]);
    }
    end_line(piece);
}

static void summary_line(prapi_piece *piece, const prap_due_row *row) {
    prapi_piece_words(piece, "SUMMARY:");
    escaped(piece, row->key.case_id);
    escaped_words(piece, ": ");
    escaped_words(piece, prapi_due_name(row->deadline));
    if (row->deadline->status == PRAP_DEADLINE_STATUS_OVERDUE) escaped_words(piece, " (overdue)");
    end_line(piece);
}

static void said(prapi_piece *piece, const char *what, const char *words) {
    together(piece, "\\n", 2);
    escaped_words(piece, what);
    escaped_words(piece, words);
}

static void said_day(prapi_piece *piece, const char *what, prap_day day) {
    char text[PRAP_DAY_TEXT_BYTES] = "";
    if (prap_day_format(day, text, sizeof text) == PRAP_OK) said(piece, what, text);
}

static void description_line(prapi_piece *piece, const prap_due_row *row) {
    const prap_deadline *deadline = row->deadline;
    const prap_rule *rule = prap_rule_by_number(deadline->rule);
    prapi_piece_words(piece, "DESCRIPTION:");
    escaped_words(piece, prapi_due_meaning(deadline));
    if (deadline->prudent != deadline->due) said_day(piece, "prudent: ", deadline->prudent);
    if (deadline->last_working_day != deadline->due) said_day(piece, "last working day: ", deadline->last_working_day);
    if (rule != NULL) said(piece, "rule: ", rule->id);
    said(piece, "stage: ", prapi_due_word(PRAP_WORDS_STATE, row->stage));
    said_day(piece, "as of: ", row->as_of);
    end_line(piece);
}

void prapi_due_ics_begin(prapi_piece *piece) {
    line(piece, "BEGIN:VCALENDAR");
    line(piece, "VERSION:2.0");
    line(piece, "PRODID:-//libprap//due days//EN");
    line(piece, "CALSCALE:GREGORIAN");
}

void prapi_due_ics_row(prapi_piece *piece, const prap_due_row *row) {
    line(piece, "BEGIN:VEVENT");
    uid_line(piece, row);
    prapi_piece_words(piece, "DTSTAMP:");
    prapi_piece_day(piece, row->as_of, false);
    line(piece, "T000000Z");
    prapi_piece_words(piece, "SEQUENCE:");
    prapi_piece_number(piece, (int64_t)row->as_of - PRAP_DAY_MIN);
    end_line(piece);
    day_line(piece, "DTSTART;VALUE=DATE:", row->deadline->due);
    if (row->deadline->due < PRAP_DAY_MAX) day_line(piece, "DTEND;VALUE=DATE:", row->deadline->due + 1);
    summary_line(piece, row);
    description_line(piece, row);
    line(piece, "CLASS:PRIVATE");
    line(piece, "TRANSP:TRANSPARENT");
    line(piece, "END:VEVENT");
}

/* A calendar has at least one component (3.6): one of nothing due has a time zone. */
void prapi_due_ics_end(prapi_piece *piece, uint64_t rows) {
    static const char *const zone[] = {"BEGIN:VTIMEZONE",       "TZID:Etc/UTC",        "BEGIN:STANDARD", "DTSTART:19700101T000000",
                                       "TZOFFSETFROM:+0000",    "TZOFFSETTO:+0000",    "END:STANDARD",   "END:VTIMEZONE"};
    for (size_t i = 0; rows == 0 && i < sizeof zone / sizeof *zone; i++)
        line(piece, zone[i]);
    line(piece, "END:VCALENDAR");
}
