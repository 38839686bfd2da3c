/*
 * text-stream.h: a stream whose text stays in memory.
 *
 * open_memstream would do, but for memory that runs out: glibc's then drops what does not fit, and neither ferror nor fclose
 * says so. A sentence without its beginning must not be printed as an answer; here the command ends (output.h).
 */
#ifndef PRAP_CLI_TEXT_STREAM_H
#define PRAP_CLI_TEXT_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct cli_text {
    char *bytes; /* with a NUL behind them; for the caller to free after closing */
    size_t n;
    size_t room;
    bool lost; /* some of it, for want of memory */
};

/* The text stays where it is until the stream is closed. */
FILE *cli_text_open(struct cli_text *text);
void cli_text_close(struct cli_text *text, FILE *stream);

#endif
