/*
 * due-lists.c: fuzz target. The bytes choose a row of a list of due days: its ids, its clock, its days. What is written must
 * be what RFC 5545 and RFC 4180 have: lines of at most 75 octets that end in CRLF and are cut between characters, nothing
 * that a spreadsheet takes for a formula, and nothing past the room.
 */
#include <string.h>

#include "prap/prap.h"

#include "fuzz.h"

static void check_lines(const char *piece, size_t n) {
    size_t column = 0;
    if (n < 2 || memcmp(piece + n - 2, "\r\n", 2) != 0) heed("the piece does not end with its line");
    for (size_t i = 0; i < n; i++) {
        if (piece[i] == '\r') {
            if (piece[i + 1] != '\n') heed("a carriage return within a line");
            if (i + 2 < n && ((unsigned char)piece[i + 2] & 0xc0) == 0x80) heed("a line is cut within a character");
            i++;
            column = 0;
        } else if (piece[i] == '\n' || ++column > 75) {
            heed("a line is too long, or has a line feed in it");
        }
    }
}

static void check_cells(const char *piece, size_t n) {
    const char first = piece[0] == '"' ? piece[1] : piece[0];
    if (memchr("=+-@", first, 4) != NULL) heed("a cell would be a formula");
    if (memchr(piece, '\n', n) != piece + n - 1) heed("a line feed within a row");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    char room[PRAP_DUE_PIECE_BYTES];
    int32_t days[5];
    size_t written = 0;
    if (n < 4 + sizeof days) return 0;
    memcpy(days, bytes + 4, sizeof days);
    const char *rest = (const char *)bytes + 4 + sizeof days;
    const size_t left = n - 4 - sizeof days, tenant = left < bytes[3] % 8u ? left : bytes[3] % 8u;
    const prap_deadline clock = {.size = sizeof clock, .deadline = bytes[0], .status = bytes[1] & 7, .rule = bytes[2],
                                 .anchor = days[0], .due = days[1] % 3000000, .prudent = days[2],
                                 .last_working_day = days[3], .defined_by = bytes[2] & 3, .name = "own", .source = "a, b"};
    const prap_due_row row = {.size = sizeof row, .show_sensitive = bytes[1] >> 7, .stage = bytes[2],
                              .as_of = days[4] % 3000000, .deadline = &clock,
                              .calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND),
                              .key = {{rest, tenant}, {rest + tenant, left - tenant}}};
    if (prap_due_list_row(PRAP_DUE_FORMAT_ICS, &row, room, sizeof room, &written) == PRAP_OK) {
        char *small = malloc(written); /* to the byte, so that a sanitizer sees one more */
        check_lines(room, written);
        if (prap_due_list_row(PRAP_DUE_FORMAT_ICS, &row, small, written, &written) != PRAP_OK) heed("the room was enough");
        if (memcmp(small, room, written) != 0) heed("the same row, other bytes");
        free(small);
    }
    if (prap_due_list_row(PRAP_DUE_FORMAT_CSV, &row, room, sizeof room, &written) == PRAP_OK) check_cells(room, written);
    return 0;
}
