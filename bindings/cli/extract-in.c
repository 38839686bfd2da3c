/* extract-in.c: see extract-in.h. */
#include "extract-in.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "extract-map.h"
#include "output.h"

enum { JSON_LINE_BYTES = 4 * 1024 * 1024 };

struct cli_extract {
    const char *name;
    FILE *stream;
    const struct cli_extract_known *known;
    struct cli_csv *csv; /* or NULL: JSON */
    struct cli_extract_column *columns;
    size_t n_columns;
    json_t *array;  /* of a JSON array; NULL: lines */
    json_t *object; /* the record being answered */
    char *line;     /* of JSON Lines */
    size_t room;
    uint64_t number, lines;
    struct cli_extract_record record;
    size_t values_room;
    char *numbers; /* the texts of JSON numbers */
};

static bool is_standard_input(const char *name) {
    return strcmp(name, "-") == 0;
}

static void say(const struct cli_extract *extract, uint64_t line, const struct cli_fault *fault) {
    fprintf(stderr, "prap extract: %s:%llu: %s%s%s (%s)\n",
            is_standard_input(extract->name) ? "standard input" : extract->name, (unsigned long long)line,
            fault->field, fault->field[0] == '\0' ? "" : ": ", fault->message, fault->code);
}

static enum cli_extract_read cannot_be_read(const struct cli_extract *extract) {
    fprintf(stderr, "prap extract: %s cannot be read: %s\n", extract->name, strerror(errno));
    return CLI_EXTRACT_FAILED;
}

static void add_value(struct cli_extract *extract, uint32_t item, prap_text text, size_t column) {
    struct cli_extract_record *record = &extract->record;
    if (record->data.n == extract->values_room) {
        extract->values_room = 2 * extract->values_room + 64;
        record->values = realloc(record->values, extract->values_room * sizeof *record->values);
        record->columns = realloc(record->columns, extract->values_room * sizeof *record->columns);
        if (record->values == NULL || record->columns == NULL) cli_out_of_memory();
    }
    record->columns[record->data.n] = (uint32_t)column;
    record->values[record->data.n++] = (prap_data_value){text, item, 0};
}

/* Whatever a column is, by its place; columns count from 1. */
static bool add_column(struct cli_extract *extract, struct cli_extract_column column, prap_text text,
                       size_t number, struct cli_fault *ret_fault) {
    if (column.target == CLI_EXTRACT_ITEM || column.target == CLI_EXTRACT_UNKNOWN)
        add_value(extract, column.item, text, number);
    return cli_extract_take(&extract->record, column.target, text, ret_fault);
}

static void begin_record(struct cli_extract *extract, uint64_t line) {
    struct cli_extract_record *record = &extract->record;
    record->number = ++extract->number;
    record->line = line;
    record->data = extract->known->data;
    record->case_id = record->referral = (prap_text){NULL, 0};
}

static bool is_blank(prap_text text) {
    for (size_t i = 0; i < text.n; i++)
        if (text.bytes[i] == '\0' || strchr(" \t\r\n", text.bytes[i]) == NULL) return false;
    return true;
}

static enum cli_extract_read end_record(struct cli_extract *extract, struct cli_extract_record *ret_record) {
    struct cli_extract_record *record = &extract->record;
    record->data.values = record->values;
    for (size_t i = 0; i < record->data.n && record->referral.n == 0; i++) {
        prap_text text = record->values[i].text;
        if (record->values[i].item != PRAP_DATA_ITEM_PRAP_REFERRAL_ID || is_blank(text)) continue;
        while (strchr(" \t\r\n", text.bytes[0]) != NULL && text.bytes[0] != '\0')
            text.bytes++, text.n--;
        while (strchr(" \t\r\n", text.bytes[text.n - 1]) != NULL && text.bytes[text.n - 1] != '\0')
            text.n--;
        record->referral = text;
    }
    if (record->case_id.n == 0) record->case_id = record->referral;
    *ret_record = *record;
    return CLI_EXTRACT_READ;
}

static enum cli_extract_read fault(struct cli_extract *extract, struct cli_extract_record *ret_record,
                                   const struct cli_fault *what) {
    say(extract, extract->record.line == 0 ? extract->record.number : extract->record.line, what);
    *ret_record = extract->record;
    return CLI_EXTRACT_FAULT;
}

/* Strict UTF-8? The core says it of each value by the same rule, but cannot say what is wrong with it. */
static bool is_utf8(prap_text text) {
    json_t *string = text.n == 0 ? NULL : json_stringn(text.bytes, text.n);
    const bool is = text.n == 0 || string != NULL;
    json_decref(string);
    return is;
}

/* A record of CSV: what the row says in each column, once it has as many as there are headings. */
static bool take_row(struct cli_extract *extract, const struct cli_csv_row *row,
                     struct cli_fault *ret_fault) {
    char name[48];
    if (row->n != extract->n_columns) {
        cli_fault_set(ret_fault, "csv", "",
                      row->n < extract->n_columns ? "the record has fewer fields than there are headings"
                                                  : "the record has more fields than there are headings");
        return false;
    }
    for (size_t i = 0; i < row->n; i++) {
        cli_extract_name(extract->columns[i], i + 1, name);
        if (memchr(row->fields[i].bytes, '\0', row->fields[i].n) != NULL) {
            cli_fault_set(ret_fault, "text", name, "there is a NUL in it");
            return false;
        }
        if (!is_utf8(row->fields[i])) {
            cli_fault_set(ret_fault, "text", name, "it is not UTF-8: save the extract as UTF-8");
            return false;
        }
        if (!add_column(extract, extract->columns[i], row->fields[i], i + 1, ret_fault)) return false;
    }
    return true;
}

static enum cli_extract_read next_row(struct cli_extract *extract, struct cli_extract_record *ret_record,
                                      struct cli_fault *ret_fault) {
    struct cli_csv_row row;
    const enum cli_csv_read read = cli_csv_next(extract->csv, &row, ret_fault);
    if (read == CLI_CSV_END) return CLI_EXTRACT_END;
    if (read == CLI_CSV_FAILED) return cannot_be_read(extract);
    begin_record(extract, row.line);
    if (read == CLI_CSV_FAULT) {
        if (row.n < extract->n_columns)
            cli_extract_name(extract->columns[row.n], row.n + 1, ret_fault->field);
        return fault(extract, ret_record, ret_fault);
    }
    return take_row(extract, &row, ret_fault) ? end_record(extract, ret_record)
                                              : fault(extract, ret_record, ret_fault);
}

/* The text that a JSON value stands for; false for an object, a list within a list, or a fraction. numbers
 * has room. */
static bool text_of(const json_t *value, char **numbers, prap_text *ret_text) {
    if (json_is_string(value)) {
        *ret_text = (prap_text){json_string_value(value), json_string_length(value)};
    } else if (json_is_integer(value)) {
        const int n = sprintf(*numbers, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        *ret_text = (prap_text){*numbers, (size_t)n};
        *numbers += n + 1;
    } else if (json_is_boolean(value)) {
        *ret_text = json_is_true(value) ? (prap_text){"yes", 3} : (prap_text){"no", 2};
    } else {
        *ret_text = (prap_text){NULL, 0};
        return json_is_null(value);
    }
    return true;
}

static size_t count_values(const json_t *object) {
    const char *key;
    json_t *value;
    size_t n = 0;
    json_object_foreach((json_t *)(uintptr_t)object, key, value) {
        n += json_is_array(value) ? json_array_size(value) : 1;
    }
    return n;
}

static bool take_member(struct cli_extract *extract, const char *key, const json_t *value, size_t number,
                        char **numbers, struct cli_fault *ret_fault) {
    const struct cli_extract_column column =
        cli_extract_column_of(extract->known, (prap_text){key, strlen(key)});
    const size_t n = json_is_array(value) ? json_array_size(value) : 1;
    char name[48];
    cli_extract_name(column, number, name);
    for (size_t i = 0; i < n; i++) {
        prap_text text;
        if (!text_of(json_is_array(value) ? json_array_get(value, i) : value, numbers, &text)) {
            cli_fault_set(ret_fault, "type", name,
                          "a text, a whole number, true, false, null or a list of them is wanted");
            return false;
        }
        if (!add_column(extract, column, text, number, ret_fault)) return false;
    }
    return true;
}

static bool take_object(struct cli_extract *extract, json_t *object, struct cli_fault *ret_fault) {
    const char *key;
    json_t *value;
    size_t number = 0;
    free(extract->numbers);
    extract->numbers = malloc(24 * count_values(object) + 1);
    if (extract->numbers == NULL) cli_out_of_memory();
    char *numbers = extract->numbers;
    json_object_foreach(object, key, value) {
        if (!take_member(extract, key, value, ++number, &numbers, ret_fault)) return false;
    }
    return true;
}

static enum cli_extract_read answer_object(struct cli_extract *extract, json_t *object, uint64_t line,
                                           struct cli_extract_record *ret_record,
                                           struct cli_fault *ret_fault) {
    begin_record(extract, line);
    if (json_is_object(object))
        return take_object(extract, object, ret_fault) ? end_record(extract, ret_record)
                                                       : fault(extract, ret_record, ret_fault);
    cli_fault_set(ret_fault, "json", "", "each of the list is to be an object");
    return fault(extract, ret_record, ret_fault);
}

/* One line with its end, as many bytes as are returned; of one that is too long the first byte too many is the last kept. */
static size_t read_line(struct cli_extract *extract) {
    size_t n = 0;
    int byte = 0;
    errno = 0;
    while (byte != '\n' && (byte = getc_unlocked(extract->stream)) != EOF) {
        if (n > JSON_LINE_BYTES) continue;
        if (n == extract->room) {
            extract->room = 2 * extract->room + 1024;
            extract->line = realloc(extract->line, extract->room);
            if (extract->line == NULL) cli_out_of_memory();
        }
        extract->line[n++] = (char)byte;
    }
    return n;
}

static enum cli_extract_read next_line(struct cli_extract *extract, struct cli_extract_record *ret_record,
                                       struct cli_fault *ret_fault) {
    size_t n;
    do {
        n = read_line(extract);
        if (ferror(extract->stream)) return cannot_be_read(extract);
        if (n == 0) return CLI_EXTRACT_END;
        extract->lines++;
    } while (is_blank((prap_text){extract->line, n}));
    json_decref(extract->object);
    extract->object = NULL;
    if (n > JSON_LINE_BYTES) {
        cli_fault_set(ret_fault, "limit", "", "a line has at most 4 MiB");
    } else if (cli_json_read(extract->line, n, NULL, &extract->object, ret_fault)) {
        return answer_object(extract, extract->object, extract->lines, ret_record, ret_fault);
    }
    begin_record(extract, extract->lines);
    return fault(extract, ret_record, ret_fault);
}

enum cli_extract_read cli_extract_next(struct cli_extract *extract, struct cli_extract_record *ret_record,
                                       struct cli_fault *ret_fault) {
    if (extract->csv != NULL) return next_row(extract, ret_record, ret_fault);
    if (extract->array == NULL) return next_line(extract, ret_record, ret_fault);
    if (extract->number >= json_array_size(extract->array)) return CLI_EXTRACT_END;
    return answer_object(extract, json_array_get(extract->array, (size_t)extract->number), 0, ret_record,
                         ret_fault);
}

/* Faults of the file as a whole, before its first record. */
static int refuse(struct cli_extract *extract, uint64_t line, const char *code, const char *field,
                  const char *message) {
    struct cli_fault what;
    cli_fault_set(&what, code, field, message);
    say(extract, line, &what);
    return CLI_EXIT_UNREAD;
}

/* The row of headings. A heading twice is refused: nobody could tell which of the two is meant. */
static int read_headings(struct cli_extract *extract) {
    struct cli_csv_row row;
    struct cli_fault what;
    char name[48];
    const enum cli_csv_read read = cli_csv_next(extract->csv, &row, &what);
    if (read == CLI_CSV_FAILED) return cannot_be_read(extract), CLI_EXIT_FAILED;
    if (read == CLI_CSV_END)
        return refuse(extract, 1, "required", "", "a row of headings is wanted, and there is nothing");
    if (read == CLI_CSV_FAULT) return refuse(extract, row.line, what.code, "", what.message);
    extract->n_columns = row.n;
    extract->columns = calloc(row.n, sizeof *extract->columns);
    if (extract->columns == NULL) cli_out_of_memory();
    size_t items = 0;
    for (size_t i = 0; i < row.n; i++) {
        if (!is_utf8(row.fields[i]))
            return refuse(extract, row.line, "text", "",
                          "the headings are not UTF-8: save the extract as UTF-8");
        const struct cli_extract_column column = cli_extract_column_of(extract->known, row.fields[i]);
        extract->columns[i] = column;
        items += column.target == CLI_EXTRACT_ITEM ? 1 : 0;
        for (size_t other = 0; other < i; other++) {
            const bool same = row.fields[i].n == row.fields[other].n && row.fields[i].n > 0 &&
                              memcmp(row.fields[i].bytes, row.fields[other].bytes, row.fields[i].n) == 0;
            const bool once =
                column.target >= CLI_EXTRACT_CASE && extract->columns[other].target == column.target;
            if (!same && !once) continue;
            snprintf(name, sizeof name, "column %zu", i + 1);
            return refuse(extract, row.line, "twice", name, "the same heading stands over an earlier column");
        }
    }
    return items > 0 ? CLI_EXIT_ANSWERED
                     : refuse(extract, row.line, "required", "",
                              "no heading names an item: is there a row of headings?");
}

/* What the file begins with, which stays in it; a byte order mark is passed over. *ret_wrong: what is wrong
   with it, or NULL. */
static int first_byte(FILE *stream, const char **ret_wrong) {
    int byte = getc(stream);
    *ret_wrong = byte == 0xFF || byte == 0xFE ? "the file is UTF-16: save the extract as UTF-8" : NULL;
    if (byte == 0xEF) {
        const int second = getc(stream), third = getc(stream);
        if (second != 0xBB || third != 0xBF)
            *ret_wrong = "the file begins neither with a heading nor with JSON";
        byte = getc(stream);
    }
    if (byte != EOF) ungetc(byte, stream);
    return byte;
}

static int read_array(struct cli_extract *extract) {
    json_error_t error;
    extract->array = json_loadf(extract->stream, JSON_REJECT_DUPLICATES, &error);
    if (ferror(extract->stream)) return cannot_be_read(extract), CLI_EXIT_FAILED;
    if (json_is_array(extract->array)) return CLI_EXIT_ANSWERED;
    return refuse(extract, error.line > 0 ? (uint64_t)error.line : 1, "json", "",
                  "the file is not a JSON array of objects");
}

static int begin(struct cli_extract *extract) {
    const char *wrong = NULL;
    extract->stream = is_standard_input(extract->name) ? stdin : fopen(extract->name, "rb");
    if (extract->stream == NULL) return cannot_be_read(extract), CLI_EXIT_FAILED;
    if (cli_is_output(extract->stream)) {
        fprintf(stderr, "prap extract: %s cannot be read: it is what is written to\n", extract->name);
        return CLI_EXIT_FAILED;
    }
    const int first = first_byte(extract->stream, &wrong);
    if (wrong != NULL) return refuse(extract, 1, "text", "", wrong);
    if (first == '[') return read_array(extract);
    if (first == '{') return CLI_EXIT_ANSWERED;
    extract->csv = cli_csv_open(extract->stream);
    return read_headings(extract);
}

struct cli_extract *cli_extract_open(const char *name, const struct cli_extract_known *known, int *ret_code) {
    struct cli_extract *extract = calloc(1, sizeof *extract);
    if (extract == NULL) cli_out_of_memory();
    extract->name = name;
    extract->known = known;
    *ret_code = begin(extract);
    if (*ret_code == CLI_EXIT_ANSWERED) return extract;
    cli_extract_close(extract);
    return NULL;
}

void cli_extract_close(struct cli_extract *extract) {
    if (extract == NULL) return;
    if (extract->csv != NULL) cli_csv_close(extract->csv);
    if (extract->stream != NULL && extract->stream != stdin) fclose(extract->stream);
    json_decref(extract->array);
    json_decref(extract->object);
    free(extract->columns);
    free(extract->line);
    free(extract->numbers);
    free(extract->record.values);
    free(extract->record.columns);
    free(extract);
}

const struct cli_extract_column *cli_extract_columns(const struct cli_extract *extract, size_t *ret_n) {
    *ret_n = extract->n_columns;
    return extract->columns;
}
