/* lines.h: the lines of the files that are named, one after another; "-" or no file is standard input. */
#ifndef PRAP_CLI_LINES_H
#define PRAP_CLI_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define CLI_LINE_BYTES 65536 /* longest line, its end not counted */

struct cli_lines {
    const char *const *names;
    size_t n_names;
    size_t at;       /* the file being read */
    FILE *stream;    /* NULL between files */
    uint64_t number; /* of the line, from 1 in each file */
    size_t n;
    char bytes[CLI_LINE_BYTES];
};

enum cli_line {
    CLI_LINE_READ,     /* bytes and n hold it, without its line end */
    CLI_LINE_TOO_LONG, /* it was passed over */
    CLI_LINE_END,      /* after the last line of the last file */
    CLI_LINE_FAILED    /* a file cannot be read; it was said on standard error */
};

/* Allocated because of its size; NULL after a message when memory runs out or a file is not there. */
struct cli_lines *cli_lines_open(const char *const *names, size_t n_names);
void cli_lines_close(struct cli_lines *lines);

/* The next line that is not blank. */
enum cli_line cli_lines_next(struct cli_lines *lines);

/* The file's name as a message gives it. */
const char *cli_lines_name(const struct cli_lines *lines);

#endif
