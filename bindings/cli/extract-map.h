/* extract-map.h: what the columns of an extract are, and what is known of all its records. */
#ifndef PRAP_CLI_EXTRACT_MAP_H
#define PRAP_CLI_EXTRACT_MAP_H

#include "extract-in.h"

/* What a column of a heading is, by the map first. */
struct cli_extract_column cli_extract_column_of(const struct cli_extract_known *known, prap_text heading);

/* What a fault calls a column: its item, what else it is, or "column 7". room: 48 bytes. */
void cli_extract_name(struct cli_extract_column column, size_t number, char *room);

/* Is the text that word, whatever its capitals and the white space around it? */
bool cli_extract_says(prap_text text, const char *word);

/* The day that a value says, YYYY-MM-DD or DD/MM/YYYY, or PRAP_DAY_NONE. */
prap_day cli_extract_day(prap_text text);

/* Takes what a column says of its record beside the items. False with the fault set. Blank says nothing. */
bool cli_extract_take(struct cli_extract_record *record, enum cli_extract_target target, prap_text text,
                      struct cli_fault *ret_fault);

#endif
