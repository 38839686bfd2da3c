/* output.h: what goes to standard output, a whole record at a time, and what the process ends with. */
#ifndef PRAP_CLI_OUTPUT_H
#define PRAP_CLI_OUTPUT_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Writes and flushes. Returns false when standard output cannot be written; cli_output_finish says why. */
bool cli_put(const char *bytes, size_t n);

/* Writes a compact line, or with text as sentences, and releases the object. */
bool cli_put_answer(json_t *object, bool text);

/* From now on lines are redacted (redact.h); sentences are unless cli_explain_sensitive. */
void cli_output_redact(bool redact);

/*
 * Flushes. A closed pipe ends the process quietly, as the pipe's signal would have; any other failure to
 * write is said on standard error. Returns the exit status: code, or CLI_EXIT_FAILED.
 */
int cli_output_finish(int code);

/*
 * Is it the file that standard output goes to, as in "prap replay a.jsonl >>a.jsonl"? Each answer would be read as one more
 * line, until the disk is full.
 */
bool cli_is_output(FILE *stream);

/* When memory runs out there is no answer to give: says so on standard error and ends the process. */
_Noreturn void cli_out_of_memory(void);

/*
 * Memory, never NULL but for nothing: for the library and for Jansson. Jansson's reader passes over some failures to
 * allocate, so that a text would lack a byte, and calls others a fault of the line; neither may be answered from.
 */
void *cli_allocate(size_t bytes);

/* The value, which is part of a JSON object built in one go; without memory for it the process ends. */
json_t *cli_need(json_t *value);

#endif
