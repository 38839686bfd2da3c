/*
 * csv.c: fuzz target. The bytes are a CSV file, as the command reads it (bindings/cli/csv-in.c): every record
 * lies on a later line than the one before it or on the same, has fields of a length that is promised, and
 * the file comes to its end.
 */
#include <string.h>

#include "../bindings/cli/csv-in.h"
#include "../bindings/cli/output.h"
#include "fuzz.h"

/* The command's own, without the rest of the command. */
_Noreturn void cli_out_of_memory(void) {
    abort();
}

json_t *cli_need(json_t *value) {
    if (value == NULL) cli_out_of_memory();
    return value;
}

void cli_fault_set(struct cli_fault *fault, const char *code, const char *field, const char *message) {
    snprintf(fault->code, sizeof fault->code, "%s", code);
    snprintf(fault->field, sizeof fault->field, "%s", field);
    snprintf(fault->message, sizeof fault->message, "%s", message);
}

static uint64_t lines_of(const uint8_t *bytes, size_t n) {
    uint64_t lines = 1;
    for (size_t i = 0; i < n; i++)
        lines += bytes[i] == '\r' || (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) ? 1 : 0;
    return lines;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    FILE *stream = n == 0 ? NULL : fmemopen((void *)(uintptr_t)bytes, n, "rb");
    if (stream == NULL) return 0;
    struct cli_csv *csv = cli_csv_open(stream);
    struct cli_csv_row row;
    struct cli_fault fault;
    uint64_t line = 1, records = 0;
    size_t seen = 0;
    enum cli_csv_read read;
    while ((read = cli_csv_next(csv, &row, &fault)) != CLI_CSV_END) {
        must(read != CLI_CSV_FAILED, "memory that cannot be read");
        must(row.line >= line && row.line <= lines_of(bytes, n), "a record on no line");
        must(row.n <= CLI_CSV_FIELDS, "a record of too many fields");
        must(++records <= n, "more records than bytes");
        line = row.line;
        for (size_t i = 0; read == CLI_CSV_ROW && i < row.n; i++) {
            must(row.fields[i].n <= CLI_CSV_FIELD_BYTES, "a field that is too long");
            for (size_t at = 0; at < row.fields[i].n; at++)
                seen += (unsigned char)row.fields[i].bytes[at]; /* every byte is there */
        }
        if (read == CLI_CSV_FAULT) must(fault.message[0] != '\0', "a fault that says nothing");
    }
    must(seen <= (size_t)255 * n, "bytes that did not come in");
    must(cli_csv_next(csv, &row, &fault) == CLI_CSV_END, "something after the end");
    cli_csv_close(csv);
    fclose(stream);
    return 0;
}
