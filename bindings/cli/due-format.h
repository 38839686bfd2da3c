/* due-format.h: prap due --format: the list as JSON Lines, an iCalendar or CSV. */
#ifndef PRAP_CLI_DUE_FORMAT_H
#define PRAP_CLI_DUE_FORMAT_H

#include <stdbool.h>

#include "arguments.h"
#include "prap/prap.h"

struct cli_due_format {
    uint32_t format; /* PRAP_DUE_FORMAT_*; 0: JSON Lines, of which nothing here is called */
    uint64_t rows;
    prap_due_row row; /* what all rows have in common */
};

/* False after a message. */
bool cli_due_format_read(const struct cli_arguments *arguments, struct cli_due_format *ret_format);

void cli_due_format_begin(const struct cli_due_format *format);
/* Puts a row, unless it is one that is not shown. */
void cli_due_format_row(struct cli_due_format *format, prap_text case_id, uint32_t stage, const prap_deadline *deadline);
void cli_due_format_end(const struct cli_due_format *format);

#endif
