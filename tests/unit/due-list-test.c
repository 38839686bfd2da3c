/* due-list-test.c: due days as an iCalendar (RFC 5545) and as CSV (RFC 4180), byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "prap/prap.h"

static char piece[PRAP_DUE_PIECE_BYTES + 1];

static prap_text text_of(const char *words) {
    return (prap_text){words, strlen(words)};
}

static prap_day day_of(const char *text) {
    prap_day day = PRAP_DAY_NONE;
    assert_int_equal(prap_day_parse(text, strlen(text), &day), PRAP_OK);
    return day;
}

static prap_deadline clock_of(uint32_t deadline, const char *due) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DEADLINE, deadline);
    return (prap_deadline){.size = sizeof(prap_deadline),
                           .deadline = deadline,
                           .status = PRAP_DEADLINE_STATUS_OPEN,
                           .anchor = day_of("2023-05-05"),
                           .due = day_of(due),
                           .prudent = day_of(due),
                           .last_working_day = day_of(due),
                           .done_on = PRAP_DAY_NONE,
                           .defined_by = PRAP_DEFINED_BY_DOCUMENTS,
                           .name = word == NULL ? "own" : word->name,
                           .source = ""};
}

static prap_due_row row_of(const prap_deadline *clock, const char *case_id) {
    return (prap_due_row){.size = sizeof(prap_due_row),
                          .stage = PRAP_STATE_RECEIVED,
                          .as_of = day_of("2023-05-08"),
                          .deadline = clock,
                          .calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES),
                          .key = {.case_id = text_of(case_id)}};
}

/* The piece as a string, unfolded when it is a calendar's; every line of that is held against RFC 5545, 3.1. */
static const char *written(uint32_t format, const prap_due_row *row) {
    size_t n = 0, column = 0, out = 0;
    assert_int_equal(prap_due_list_row(format, row, piece, PRAP_DUE_PIECE_BYTES, &n), PRAP_OK);
    assert_true(n >= 2 && memcmp(piece + n - 2, "\r\n", 2) == 0);
    piece[n] = '\0';
    for (size_t i = 0; i < n; i++) {
        const bool ends = piece[i] == '\r' && piece[i + 1] == '\n';
        assert_true(ends || (piece[i] != '\r' && piece[i] != '\n'));
        if (!ends) assert_true(++column <= 75 || format == PRAP_DUE_FORMAT_CSV);
        if (ends && piece[i + 2] == ' ') {
            assert_true(((unsigned char)piece[i + 3] & 0xc0) != 0x80); /* never within a character */
            column = 1;
            i += 2;
            continue;
        }
        if (ends) i++;
        piece[out++] = ends ? '\n' : piece[i];
        if (ends) column = 0;
    }
    piece[out] = '\0';
    return piece;
}

static void assert_has(const char *whole, const char *part) {
    if (strstr(whole, part) == NULL) fail_msg("\"%s\" is not in:\n%s", part, whole);
}

/* What belongs together in a line: a character of UTF-8, and an escape with what it escapes. */
static size_t unit_at(const char *at) {
    const unsigned char first = (unsigned char)at[0];
    if (first == '\\') return 2;
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* A line is as long as can be: folded again by the words of RFC 5545, 3.1, it is what was written. */
static void a_line_is_folded_where_it_is_full(void **state) {
    (void)state;
    static char raw[PRAP_DUE_PIECE_BYTES], again[2 * PRAP_DUE_PIECE_BYTES];
    static const char *const letters[] = {"x", "\xC3\xA9", "\xDF\xBF", "\xE0\xA0\x80", "\xE2\x82\xAC",
                                          "\xEF\xBF\xBD", "\xF0\x9F\x98\x80", ",", "\\", ";"};
    prap_deadline weekly = clock_of(PRAP_DEADLINE_WEEKLY, "2023-05-09");
    for (size_t turn = 0; turn < 2 * (sizeof letters / sizeof *letters); turn++) {
        const size_t which = turn / 2, rows = turn % 2;
        for (size_t before = 0; before < 5; before++) {
            char id[PRAP_ID_BYTES + 1] = "xxxx";
            size_t n = 0, out = 0, column = 0;
            id[before] = '\0';
            while (strlen(id) + 4 <= PRAP_ID_BYTES)
                (void)strcat(id, letters[which]);
            /* A host's own reason is longer than a line, and so folded between two of its letters. */
            char source[256] = "xxxx";
            source[before] = '\0';
            while (strlen(source) + 5 <= sizeof source)
                (void)strcat(source, letters[which]);
            prap_deadline own = clock_of(0, "2023-05-09");
            own.source = source;
            const prap_due_row row = row_of(rows == 0 ? &weekly : &own, id);
            assert_int_equal(prap_due_list_row(PRAP_DUE_FORMAT_ICS, &row, raw, sizeof raw, &n), PRAP_OK);
            for (const char *at = written(PRAP_DUE_FORMAT_ICS, &row); *at != '\0';) {
                const size_t unit = *at == '\n' ? 1 : unit_at(at);
                if (*at != '\n' && column + unit > 75) {
                    (void)memcpy(again + out, "\r\n ", 3);
                    out += 3;
                    column = 1;
                }
                if (*at == '\n') again[out++] = '\r';
                (void)memcpy(again + out, at, unit);
                out += unit;
                column = *at == '\n' ? 0 : column + unit;
                at += unit;
            }
            assert_int_equal(out, n);
            assert_memory_equal(raw, again, n);
        }
    }
}

/* What begins anew has its first day in its name, all four bytes of it; another host's name is another entry. */
static void the_name_of_an_entry_is_for_ever(void **state) {
    (void)state;
    prap_deadline weekly = clock_of(PRAP_DEADLINE_WEEKLY, "2023-05-09");
    const prap_due_row row = row_of(&weekly, "A1");
    assert_has(written(PRAP_DUE_FORMAT_ICS, &row), "\nUID:prap-69a9f06b084fc00c104712e46dab7ec1\n");
    weekly.anchor = day_of("1969-12-31");
    assert_has(written(PRAP_DUE_FORMAT_ICS, &row), "\nUID:prap-1cdb78bc59aca44a46176d8d8f6ea882\n");
}

static void a_calendar_from_end_to_end(void **state) {
    (void)state;
    size_t n = 0;
    assert_int_equal(prap_due_list_begin(PRAP_DUE_FORMAT_ICS, piece, sizeof piece, &n), PRAP_OK);
    piece[n] = '\0';
    assert_string_equal(piece, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//libprap//due days//EN\r\nCALSCALE:GREGORIAN\r\n");
    prap_deadline ack = clock_of(PRAP_DEADLINE_ACK, "2023-05-09");
    ack.rule = prap_rule_find("IPES-3.22", 9)->number;
    ack.prudent = day_of("2023-05-08");
    ack.last_working_day = PRAP_DAY_NONE;
    const prap_due_row row = row_of(&ack, "A1");
    assert_string_equal(written(PRAP_DUE_FORMAT_ICS, &row),
                        "BEGIN:VEVENT\nUID:prap-564937467a1540c86aac7cb9bbd271b3\nDTSTAMP:20230508T000000Z\nSEQUENCE:738647\n"
                        "DTSTART;VALUE=DATE:20230509\nDTEND;VALUE=DATE:20230510\nSUMMARY:A1: ack\n"
                        "DESCRIPTION:acknowledge within 2 working days\\, the day of receipt being day 1"
                        "\\nprudent: 2023-05-08\\nrule: IPES-3.22\\nstage: received\\nas of: 2023-05-08\n"
                        "CLASS:PRIVATE\nTRANSP:TRANSPARENT\nEND:VEVENT\n");
    ack.status = PRAP_DEADLINE_STATUS_OVERDUE;
    ack.last_working_day = day_of("2023-05-05");
    assert_has(written(PRAP_DUE_FORMAT_ICS, &row), "SUMMARY:A1: ack (overdue)\n");
    assert_has(piece, "\\nlast working day: 2023-05-05\\n");
    assert_int_equal(prap_due_list_end(PRAP_DUE_FORMAT_ICS, 1, piece, sizeof piece, &n), PRAP_OK);
    piece[n] = '\0';
    assert_string_equal(piece, "END:VCALENDAR\r\n");
    assert_int_equal(prap_due_list_end(PRAP_DUE_FORMAT_ICS, 0, piece, sizeof piece, &n), PRAP_OK);
    piece[n] = '\0';
    assert_has(piece, "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\n");
    assert_has(piece, "END:VTIMEZONE\r\nEND:VCALENDAR\r\n");
}

static void a_sheet_from_end_to_end(void **state) {
    (void)state;
    size_t n = 0;
    assert_int_equal(prap_due_list_begin(PRAP_DUE_FORMAT_CSV, piece, sizeof piece, &n), PRAP_OK);
    piece[n] = '\0';
    assert_string_equal(piece, "case,stage,deadline,due,prudent,last_working_day,status,days_left,working_days_left,rule,"
                               "defined_by,source\r\n");
    prap_deadline ack = clock_of(PRAP_DEADLINE_ACK, "2023-05-05");
    ack.rule = prap_rule_find("IPES-3.22", 9)->number;
    ack.status = PRAP_DEADLINE_STATUS_OVERDUE;
    ack.last_working_day = PRAP_DAY_NONE;
    ack.source = NULL;
    prap_due_row row = row_of(&ack, "A1");
    assert_string_equal(written(PRAP_DUE_FORMAT_CSV, &row),
                        "A1,received,ack,2023-05-05,2023-05-05,,overdue,-3,0,IPES-3.22,documents,\n");
    ack.due = day_of("9000-01-01"); /* beyond every calendar: no working days */
    assert_has(written(PRAP_DUE_FORMAT_CSV, &row), ",overdue,2548170,,IPES-3.22,");
    ack.due = day_of("2023-05-18"); /* over the coronation's bank holiday, on which it is asked */
    assert_has(written(PRAP_DUE_FORMAT_CSV, &row), ",overdue,10,8,IPES-3.22,");
    row.calendar = NULL;
    ack.due = row.as_of;
    ack.rule = 0;
    ack.defined_by = 0;
    assert_has(written(PRAP_DUE_FORMAT_CSV, &row), ",overdue,0,,,,\n");
    assert_int_equal(prap_due_list_end(PRAP_DUE_FORMAT_CSV, 1, piece, sizeof piece, &n), PRAP_OK);
    assert_int_equal(n, 0);
}

static void ids_that_would_be_formulas_are_text(void **state) {
    (void)state;
    static const char *const ids[][2] = {
        {"=1+1", "'=1+1,"},       {"+44", "'+44,"},       {"-3", "'-3,"},           {"@x", "'@x,"},
        {"'x", "''x,"},           {"x=1", "x=1,"},        {"a,b", "\"a,b\","},    {"a\"b", "\"a\"\"b\","},      {"=a,\"b\"", "\"'=a,\"\"b\"\"\","},
        {" x", "\" x\","},        {"x ", "\"x \","},      {"\xEF\xBC\x9D" "1", "'\xEF\xBC\x9D" "1,"},
        {"\xEF\xBC\x8B", "'\xEF\xBC\x8B,"},               {"\xEF\xBC\x8D", "'\xEF\xBC\x8D,"},
        {"\xEF\xBC\xA0", "'\xEF\xBC\xA0,"},               {"\xEF\xBC\xA1", "\xEF\xBC\xA1,"},
        {"\xC3\x84", "\xC3\x84,"}};
    const prap_deadline ack = clock_of(PRAP_DEADLINE_ACK, "2023-05-09");
    static const char *const more[][2] = {{",b", "\",b\","}, {"\"b", "\"\"\"b\","}, {"b,", "\"b,\","}, {"a b", "a b,"},
                                         {"\xEF\xBD\x9D", "\xEF\xBD\x9D,"}, {"\xE2\xBC\x9D", "\xE2\xBC\x9D,"}};
    for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
        const prap_due_row row = row_of(&ack, more[i][0]);
        assert_int_equal(strncmp(written(PRAP_DUE_FORMAT_CSV, &row), more[i][1], strlen(more[i][1])), 0);
    }
    /* An id ends where it says, whatever follows it. */
    prap_due_row part = row_of(&ack, "A1,\"");
    part.key.case_id.n = 2;
    assert_int_equal(strncmp(written(PRAP_DUE_FORMAT_CSV, &part), "A1,received,", 12), 0);
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const prap_due_row row = row_of(&ack, ids[i][0]);
        assert_int_equal(strncmp(written(PRAP_DUE_FORMAT_CSV, &row), ids[i][1], strlen(ids[i][1])), 0);
    }
}

static void texts_are_escaped_and_lines_folded_between_characters(void **state) {
    (void)state;
    const prap_deadline ack = clock_of(PRAP_DEADLINE_ACK, "2023-05-09");
    prap_due_row row = row_of(&ack, "a\\b;c,d");
    assert_has(written(PRAP_DUE_FORMAT_ICS, &row), "SUMMARY:a\\\\b\\;c\\,d: ack\n");
    /* Characters of one to four bytes, at every place of the line. */
    static const char *const characters[] = {"x", "\xC3\x84", "\xE6\x97\xA5", "\xF0\x9F\x98\x80", ","};
    for (size_t c = 0; c < sizeof characters / sizeof *characters; c++) {
        for (size_t shift = 0; shift < 6; shift++) {
            char id[PRAP_ID_BYTES + 8] = "";
            for (size_t i = 0; i < shift; i++)
                strcat(id, "-");
            while (strlen(id) + strlen(characters[c]) <= PRAP_ID_BYTES)
                strcat(id, characters[c]);
            row = row_of(&ack, id);
            const char *summary = strstr(written(PRAP_DUE_FORMAT_ICS, &row), "SUMMARY:");
            assert_non_null(summary);
            if (c < 4) assert_int_equal(strncmp(summary + 8, id, strlen(id)), 0);
        }
    }
}

/* A host's own words may end in the midst of a character: nothing beyond their end is read. */
static void words_that_break_off_are_written_to_their_end(void **state) {
    (void)state;
    static const char *const cut[] = {"own\xC3", "own\xE6\x97", "own\xF0"};
    for (size_t i = 0; i < sizeof cut / sizeof *cut; i++) {
        char name[16] = "", line[64] = "SUMMARY:one: ";
        memcpy(name, cut[i], strlen(cut[i]));
        memcpy(name + strlen(cut[i]) + 1, "beyond", 7);
        prap_deadline clock = clock_of(0, "2023-05-09");
        clock.name = name;
        const prap_due_row row = row_of(&clock, "one");
        assert_has(written(PRAP_DUE_FORMAT_ICS, &row), strcat(strcat(line, cut[i]), "\n"));
    }
}

static void uid_of(const prap_due_row *row, char *ret_uid) {
    const char *found = strstr(written(PRAP_DUE_FORMAT_ICS, row), "UID:");
    assert_non_null(found);
    memcpy(ret_uid, found, 41);
    ret_uid[41] = '\0';
}

/* The same entry whenever, wherever and in whatever stage; another one for another tenant, case, clock or turn. */
static void an_entry_keeps_its_uid(void **state) {
    (void)state;
    char uid[42], other[42];
    prap_deadline meet = clock_of(PRAP_DEADLINE_MEET, "2023-05-30");
    prap_due_row row = row_of(&meet, "A1");
    uid_of(&row, uid);
    meet.due += 3; /* another calendar, a correction, a later list */
    meet.anchor += 3;
    row.as_of += 7;
    row.stage = PRAP_STATE_ACCEPTED;
    uid_of(&row, other);
    assert_string_equal(other, uid);
    row.key.case_id = text_of("A2");
    uid_of(&row, other);
    assert_string_not_equal(other, uid);
    row.key = (prap_key){text_of("A"), text_of("1")};
    uid_of(&row, other);
    assert_string_not_equal(other, uid);
    static const uint32_t again[] = {PRAP_DEADLINE_WEEKLY, PRAP_DEADLINE_F2F4, PRAP_DEADLINE_CONTACT};
    for (size_t i = 0; i < 3; i++) {
        prap_deadline clock = clock_of(again[i], "2023-05-30");
        row = row_of(&clock, "A1");
        uid_of(&row, uid);
        clock.due++;
        uid_of(&row, other);
        assert_string_equal(other, uid);
        clock.anchor += 0x100; /* counted from another day: the next time */
        uid_of(&row, other);
        assert_string_not_equal(other, uid);
    }
    prap_deadline own = clock_of(0, "2023-05-30"), ack = clock_of(PRAP_DEADLINE_ACK, "2023-05-30");
    own.name = "ack";
    own.source = "our contract, schedule 4";
    own.defined_by = PRAP_DEFINED_BY_HOST;
    row = row_of(&own, "A1");
    uid_of(&row, uid);
    assert_has(written(PRAP_DUE_FORMAT_ICS, &row), "DESCRIPTION:our contract\\, schedule 4\\nstage: ");
    assert_has(written(PRAP_DUE_FORMAT_CSV, &row), ",host,\"our contract, schedule 4\"\n");
    row.deadline = &ack;
    uid_of(&row, other);
    assert_string_not_equal(other, uid);
}

static void what_is_sensitive_is_left_out_unless_asked_for(void **state) {
    (void)state;
    size_t n = 99;
    const prap_deadline mappa = clock_of(PRAP_DEADLINE_MAPPA15, "2023-05-30");
    prap_due_row row = row_of(&mappa, "A1");
    for (uint32_t format = PRAP_DUE_FORMAT_ICS; format <= PRAP_DUE_FORMAT_CSV; format++) {
        row.show_sensitive = 0;
        assert_int_equal(prap_due_list_row(format, &row, piece, sizeof piece, &n), PRAP_NONE);
        assert_int_equal(n, 99);
        row.show_sensitive = 1;
        assert_has(written(format, &row), "mappa15");
    }
}

static void a_room_that_is_too_small_is_told_and_not_overrun(void **state) {
    (void)state;
    const prap_deadline ack = clock_of(PRAP_DEADLINE_ACK, "2023-05-09");
    const prap_due_row row = row_of(&ack, "A1");
    for (uint32_t format = PRAP_DUE_FORMAT_ICS; format <= PRAP_DUE_FORMAT_CSV; format++) {
        size_t whole = 0, n = 0;
        assert_int_equal(prap_due_list_row(format, &row, piece, sizeof piece, &whole), PRAP_OK);
        for (size_t room = 0; room <= whole; room++) {
            memset(piece, '#', sizeof piece);
            n = 7;
            const prap_status status = prap_due_list_row(format, &row, piece, room, &n);
            assert_int_equal(status, room < whole ? PRAP_E_LIMIT : PRAP_OK);
            assert_int_equal(n, room < whole ? 7 : whole);
            assert_int_equal(piece[room], '#');
        }
    }
    size_t n = 0;
    assert_int_equal(prap_due_list_begin(PRAP_DUE_FORMAT_CSV, piece, 4, &n), PRAP_E_LIMIT);
    assert_int_equal(prap_due_list_end(PRAP_DUE_FORMAT_ICS, 1, piece, 4, &n), PRAP_E_LIMIT);
}

static prap_status ask(const prap_due_row *row) {
    size_t n = 0;
    return prap_due_list_row(PRAP_DUE_FORMAT_ICS, row, piece, sizeof piece, &n);
}

static void what_cannot_be_written_is_refused(void **state) {
    (void)state;
    size_t n = 0;
    prap_deadline ack = clock_of(PRAP_DEADLINE_ACK, "9999-12-31");
    prap_due_row row = row_of(&ack, "A1");
    assert_null(strstr(written(PRAP_DUE_FORMAT_ICS, &row), "DTEND")); /* one day: what a day without an end is */
    assert_int_equal(prap_due_list_row(PRAP_DUE_FORMAT_ICS, NULL, piece, sizeof piece, &n), PRAP_E_NULL);
    assert_int_equal(prap_due_list_row(PRAP_DUE_FORMAT_ICS, &row, NULL, 0, &n), PRAP_E_NULL);
    assert_int_equal(prap_due_list_row(PRAP_DUE_FORMAT_ICS, &row, piece, sizeof piece, NULL), PRAP_E_NULL);
    for (uint32_t format = 0; format <= 3; format += 3) {
        assert_int_equal(prap_due_list_begin(format, piece, sizeof piece, &n), PRAP_E_RANGE);
        assert_int_equal(prap_due_list_row(format, &row, piece, sizeof piece, &n), PRAP_E_RANGE);
        assert_int_equal(prap_due_list_row(format, NULL, piece, sizeof piece, &n), PRAP_E_RANGE);
        assert_int_equal(prap_due_list_end(format, 0, piece, sizeof piece, &n), PRAP_E_RANGE);
    }
    row.size = 8;
    assert_int_equal(ask(&row), PRAP_E_SIZE);
#define REFUSED(member, value, status)              \
    do {                                            \
        row = row_of(&ack, "A1");                   \
        row.member = (value);                       \
        assert_int_equal(ask(&row), status);        \
    } while (0)
    REFUSED(deadline, NULL, PRAP_E_NULL);
    REFUSED(stage, 9999, PRAP_E_WORD);
    REFUSED(as_of, PRAP_DAY_NONE, PRAP_E_DAY);
    REFUSED(as_of, PRAP_DAY_MAX + 1, PRAP_E_DAY);
    REFUSED(key.case_id, text_of(""), PRAP_E_TEXT);
    REFUSED(key.case_id, text_of("a\nb"), PRAP_E_TEXT);
    REFUSED(key.tenant, text_of("a\rb"), PRAP_E_TEXT);
    REFUSED(key.tenant, text_of("\r"), PRAP_E_TEXT);
    REFUSED(key.tenant, text_of("n"), PRAP_OK);
    REFUSED(as_of, PRAP_DAY_MIN, PRAP_OK);
    REFUSED(as_of, PRAP_DAY_MIN - 1, PRAP_E_DAY);
    const prap_deadline good = ack;
#define REFUSED_CLOCK(member, value, status) \
    do {                                     \
        ack = good;                          \
        ack.member = (value);                \
        row = row_of(&ack, "A1");            \
        assert_int_equal(ask(&row), status); \
    } while (0)
    REFUSED_CLOCK(size, 8, PRAP_E_SIZE);
    REFUSED_CLOCK(due, PRAP_DAY_NONE, PRAP_E_DAY);
    REFUSED_CLOCK(due, PRAP_DAY_MAX + 1, PRAP_E_DAY);
    REFUSED_CLOCK(due, PRAP_DAY_MIN - 1, PRAP_E_DAY);
    REFUSED_CLOCK(due, PRAP_DAY_MIN, PRAP_OK);
    REFUSED_CLOCK(status, 99, PRAP_E_WORD);
    REFUSED_CLOCK(deadline, 999, PRAP_E_WORD);
    prap_deadline own = clock_of(0, "2023-05-30");
    row = row_of(&own, "A1");
    assert_int_equal(ask(&row), PRAP_OK);
    own.name = NULL;
    assert_int_equal(ask(&row), PRAP_E_NULL);
    own.name = "own";
    own.source = NULL;
    assert_int_equal(ask(&row), PRAP_E_NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_folded_where_it_is_full),
        cmocka_unit_test(the_name_of_an_entry_is_for_ever),
        cmocka_unit_test(a_calendar_from_end_to_end),
        cmocka_unit_test(a_sheet_from_end_to_end),
        cmocka_unit_test(ids_that_would_be_formulas_are_text),
        cmocka_unit_test(texts_are_escaped_and_lines_folded_between_characters),
        cmocka_unit_test(words_that_break_off_are_written_to_their_end),
        cmocka_unit_test(an_entry_keeps_its_uid),
        cmocka_unit_test(what_is_sensitive_is_left_out_unless_asked_for),
        cmocka_unit_test(a_room_that_is_too_small_is_told_and_not_overrun),
        cmocka_unit_test(what_cannot_be_written_is_refused),
    };
    return cmocka_run_group_tests_name("due-list", tests, NULL, NULL);
}
