/*
 * extract-in.h: the records of a referral extract, from CSV with a row of headings or from JSON: an array of
 * objects, or one object a line. Which column is which item is said by the headings, or by a file of --map.
 */
#ifndef PRAP_CLI_EXTRACT_IN_H
#define PRAP_CLI_EXTRACT_IN_H

#include "arguments.h"
#include "csv-in.h"

/* What a column is: an item, what is known of the record beside its items, or neither. */
enum cli_extract_target {
    CLI_EXTRACT_UNKNOWN, /* no item of the list: allowed, and told of */
    CLI_EXTRACT_ITEM,
    CLI_EXTRACT_IGNORED,
    CLI_EXTRACT_CASE, /* the host's own id of the case */
    CLI_EXTRACT_PROGRAMME,
    CLI_EXTRACT_CHANNEL,
    CLI_EXTRACT_MAPPA,
    CLI_EXTRACT_SCR,
    CLI_EXTRACT_PARTIAL,
    CLI_EXTRACT_ON
};

struct cli_extract_column {
    enum cli_extract_target target;
    uint32_t item; /* PRAP_DATA_ITEM_*, of CLI_EXTRACT_ITEM */
};

/* One record as it was read, and a line to answer it by. Its texts are kept until the next is read. */
struct cli_extract_record {
    uint64_t number; /* of the record, from 1 */
    uint64_t line;   /* 0: not known */
    prap_data_record data;
    prap_data_value *values;
    uint32_t *columns;  /* of each value: where in the file it is, from 1 */
    prap_text case_id;  /* the host's, else the PRaP referral identifier; or empty */
    prap_text referral; /* the PRaP referral identifier; or empty */
};

enum cli_extract_read {
    CLI_EXTRACT_READ,
    CLI_EXTRACT_FAULT, /* number and line say which; it was said on standard error */
    CLI_EXTRACT_END,
    CLI_EXTRACT_FAILED /* said on standard error */
};

struct cli_extract;

/* What holds of every record that does not say otherwise. */
struct cli_extract_known {
    prap_data_record data;
    json_t *map; /* {"heading":"item"}, or NULL */
};

/* From --programme, --as-of, --fact and --map. Exit status; the map is the caller's to release. */
int cli_extract_known(const struct cli_arguments *arguments, struct cli_extract_known *ret_known);

/* name: a file, or "-". NULL after a message, with *ret_code set. */
struct cli_extract *cli_extract_open(const char *name, const struct cli_extract_known *known, int *ret_code);
void cli_extract_close(struct cli_extract *extract);

enum cli_extract_read cli_extract_next(struct cli_extract *extract, struct cli_extract_record *ret_record,
                                       struct cli_fault *ret_fault);

/* The columns of a CSV file, in their order. */
const struct cli_extract_column *cli_extract_columns(const struct cli_extract *extract, size_t *ret_n);

#endif
