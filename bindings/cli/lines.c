/* lines.c: reads lines of bounded length. A carriage return before the line end is dropped, blank lines
 * passed over. */
#include "lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"
#include "output.h"

static const char *const standard_input[] = {"-"};

static bool is_standard_input(const char *name) {
    return strcmp(name, "-") == 0;
}

const char *cli_lines_name(const struct cli_lines *lines) {
    if (lines->at >= lines->n_names) return "";
    return is_standard_input(lines->names[lines->at]) ? "standard input" : lines->names[lines->at];
}

static void say_unreadable(const char *name) {
    fprintf(stderr, "prap: %s cannot be read: %s\n", name, strerror(errno));
}

struct cli_lines *cli_lines_open(const char *const *names, size_t n_names) {
    struct cli_lines *lines = calloc(1, sizeof *lines);
    if (lines == NULL) {
        fputs("prap: out of memory\n", stderr);
        return NULL;
    }
    lines->names = n_names == 0 ? standard_input : names;
    lines->n_names = n_names == 0 ? 1 : n_names;
    for (size_t i = 0; i < lines->n_names; i++) { /* a mistyped name must not leave half of the files read */
        if (is_standard_input(lines->names[i]) || access(lines->names[i], R_OK) == 0) continue;
        say_unreadable(lines->names[i]);
        free(lines);
        return NULL;
    }
    return lines;
}

static void close_stream(struct cli_lines *lines) {
    if (lines->stream != NULL && lines->stream != stdin) fclose(lines->stream);
    lines->stream = NULL;
}

void cli_lines_close(struct cli_lines *lines) {
    if (lines == NULL) return;
    close_stream(lines);
    free(lines);
}

static bool is_blank(const char *bytes, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') return false;
    }
    return true;
}

/* One line of the open stream, blank or not. CLI_LINE_END: the stream has no more. */
static enum cli_line read_line(struct cli_lines *lines) {
    int byte;
    size_t n = 0;
    bool any = false;
    errno = 0;
    while ((byte = getc_unlocked(lines->stream)) != EOF && byte != '\n') {
        any = true;
        if (n < CLI_LINE_BYTES) lines->bytes[n] = (char)byte;
        if (n <= CLI_LINE_BYTES) n++;
    }
    if (ferror(lines->stream)) {
        say_unreadable(cli_lines_name(lines));
        return CLI_LINE_FAILED;
    }
    if (byte == EOF && !any) return CLI_LINE_END;
    lines->number++;
    if (n > CLI_LINE_BYTES) return CLI_LINE_TOO_LONG;
    if (n > 0 && lines->bytes[n - 1] == '\r') n--;
    lines->n = n;
    return CLI_LINE_READ;
}

enum cli_line cli_lines_next(struct cli_lines *lines) {
    while (lines->at < lines->n_names) {
        const char *name = lines->names[lines->at];
        if (lines->stream == NULL) {
            lines->stream = is_standard_input(name) ? stdin : fopen(name, "rb");
            lines->number = 0;
            if (lines->stream == NULL) {
                say_unreadable(name);
                return CLI_LINE_FAILED;
            }
            if (cli_is_output(lines->stream)) {
                fprintf(stderr, "prap: %s cannot be read: it is what is written to\n", cli_lines_name(lines));
                return CLI_LINE_FAILED;
            }
        }
        const enum cli_line line = read_line(lines);
        if (line == CLI_LINE_READ && is_blank(lines->bytes, lines->n)) continue;
        if (line != CLI_LINE_END) return line;
        close_stream(lines);
        lines->at++;
    }
    return CLI_LINE_END;
}
