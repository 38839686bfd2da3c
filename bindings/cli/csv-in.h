/*
 * csv-in.h: the records of a CSV file, one after another, however they are broken: with any line end, line
 * ends in quoted fields, NULs, fields without end. What a record says is never repeated.
 */
#ifndef PRAP_CLI_CSV_IN_H
#define PRAP_CLI_CSV_IN_H

#include "json-in.h"

#define CLI_CSV_FIELD_BYTES 65536 /* longest field */
#define CLI_CSV_FIELDS      1024  /* most fields of a record */

struct cli_csv;

struct cli_csv_row {
    uint64_t line; /* on which it begins, from 1 */
    size_t n;
    const prap_text *fields; /* until the next is read */
};

enum cli_csv_read {
    CLI_CSV_ROW,
    CLI_CSV_FAULT, /* a record that cannot be read: passed over up to the end of its line; line and n say
                      where */
    CLI_CSV_END,
    CLI_CSV_FAILED /* the stream cannot be read */
};

/* The stream stays the caller's. Never NULL: out of memory ends the process. */
struct cli_csv *cli_csv_open(FILE *stream);
void cli_csv_close(struct cli_csv *csv);

enum cli_csv_read cli_csv_next(struct cli_csv *csv, struct cli_csv_row *ret_row, struct cli_fault *ret_fault);

#endif
