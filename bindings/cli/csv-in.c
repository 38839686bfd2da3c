/* csv-in.c: see csv-in.h. libcsv tells fields apart; the lines are counted here, byte by byte. */
#include "csv-in.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"

struct cli_csv {
    FILE *stream;
    struct csv_parser parser;
    uint64_t line;     /* of the byte to come */
    uint64_t begun_on; /* the record's first line; 0: it has not begun */
    size_t field_bytes;
    bool after_cr, row_is_whole, at_end;
    char *bytes; /* of all fields of the record */
    size_t n_bytes, room;
    size_t starts[CLI_CSV_FIELDS + 1];
    prap_text fields[CLI_CSV_FIELDS];
    size_t n;
};

static void begin_parser(struct cli_csv *csv) {
    if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI) != 0) cli_out_of_memory();
}

struct cli_csv *cli_csv_open(FILE *stream) {
    struct cli_csv *csv = calloc(1, sizeof *csv);
    if (csv == NULL) cli_out_of_memory();
    csv->stream = stream;
    csv->line = 1;
    begin_parser(csv);
    return csv;
}

void cli_csv_close(struct cli_csv *csv) {
    csv_free(&csv->parser);
    free(csv->bytes);
    free(csv);
}

static void on_field(void *bytes, size_t n, void *user) {
    struct cli_csv *csv = user;
    csv->field_bytes = 0;
    if (csv->n > CLI_CSV_FIELDS) return;
    if (csv->n_bytes + n + 1 > csv->room) {
        csv->room = 2 * (csv->n_bytes + n + 1);
        csv->bytes = realloc(csv->bytes, csv->room);
        if (csv->bytes == NULL) cli_out_of_memory();
    }
    if (n > 0) memcpy(csv->bytes + csv->n_bytes, bytes, n);
    csv->starts[csv->n++] = csv->n_bytes;
    csv->n_bytes += n;
}

static void on_row(int end, void *user) {
    struct cli_csv *csv = user;
    (void)end;
    csv->row_is_whole = true;
}

static int next_byte(struct cli_csv *csv) {
    const int byte = getc_unlocked(csv->stream);
    if (byte == '\n' && !csv->after_cr) csv->line++;
    if (byte == '\r') csv->line++;
    csv->after_cr = byte == '\r';
    return byte;
}

/* Passes over the rest of the line that the fault is on, and begins anew. */
static enum cli_csv_read fault(struct cli_csv *csv, int byte, const char *code, const char *message,
                               struct cli_csv_row *ret_row, struct cli_fault *ret_fault) {
    while (byte != '\n' && byte != '\r' && byte != EOF)
        byte = next_byte(csv);
    csv->at_end = csv->at_end || byte == EOF;
    csv_free(&csv->parser);
    begin_parser(csv);
    cli_fault_set(ret_fault, code, "", message);
    *ret_row = (struct cli_csv_row){csv->begun_on, csv->n < CLI_CSV_FIELDS ? csv->n : CLI_CSV_FIELDS, NULL};
    return CLI_CSV_FAULT;
}

static enum cli_csv_read row(struct cli_csv *csv, struct cli_csv_row *ret_row) {
    csv->starts[csv->n] = csv->n_bytes;
    for (size_t i = 0; i < csv->n; i++)
        csv->fields[i] = (prap_text){csv->bytes + csv->starts[i], csv->starts[i + 1] - csv->starts[i]};
    *ret_row = (struct cli_csv_row){csv->begun_on, csv->n, csv->fields};
    return CLI_CSV_ROW;
}

static enum cli_csv_read end(struct cli_csv *csv, struct cli_csv_row *ret_row, struct cli_fault *ret_fault) {
    static const char never_closed[] = "a field begins with a quotation mark and never ends with one";
    csv->at_end = true;
    if (ferror(csv->stream)) return CLI_CSV_FAILED;
    if (csv_fini(&csv->parser, on_field, on_row, csv) != 0)
        return fault(csv, EOF, "csv", never_closed, ret_row, ret_fault);
    if (csv->n > CLI_CSV_FIELDS)
        return fault(csv, EOF, "limit", "a record has at most 1024 fields", ret_row, ret_fault);
    return csv->n > 0 ? row(csv, ret_row) : CLI_CSV_END;
}

enum cli_csv_read cli_csv_next(struct cli_csv *csv, struct cli_csv_row *ret_row,
                               struct cli_fault *ret_fault) {
    csv->n = csv->n_bytes = csv->field_bytes = 0;
    csv->begun_on = 0;
    csv->row_is_whole = false;
    while (!csv->at_end && !csv->row_is_whole) {
        const uint64_t line = csv->line;
        const int byte = next_byte(csv);
        if (byte == EOF) return end(csv, ret_row, ret_fault);
        const unsigned char one = (unsigned char)byte;
        if (csv->begun_on == 0 && byte != '\n' && byte != '\r') csv->begun_on = line;
        csv->field_bytes++;
        if (csv_parse(&csv->parser, &one, 1, on_field, on_row, csv) != 1) {
            if (csv_error(&csv->parser) == CSV_ENOMEM) cli_out_of_memory();
            return fault(csv, byte, "csv",
                         "a quotation mark stands within a field: the whole field is quoted, and the marks "
                         "in it are doubled",
                         ret_row, ret_fault);
        }
        if (csv->field_bytes > CLI_CSV_FIELD_BYTES)
            return fault(csv, byte, "limit",
                         "a field has at most 65536 bytes; perhaps a quotation mark is not closed", ret_row,
                         ret_fault);
        if (csv->n > CLI_CSV_FIELDS)
            return fault(csv, byte, "limit", "a record has at most 1024 fields", ret_row, ret_fault);
    }
    return csv->row_is_whole ? row(csv, ret_row) : CLI_CSV_END;
}
