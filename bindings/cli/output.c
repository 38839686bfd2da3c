/* output.c: standard output. What was printed was stored, so each record is flushed before the next is
 * decided. */
#include "output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arguments.h"
#include "explain.h"
#include "redact.h"
#include "text-stream.h"

static int write_errno; /* why writing failed first; 0: it did not */

bool cli_put(const char *bytes, size_t n) {
    if (write_errno != 0) return false;
    if (fwrite(bytes, 1, n, stdout) != n || fflush(stdout) != 0) write_errno = errno;
    return write_errno == 0;
}

bool cli_is_output(FILE *stream) {
    struct stat read, written;
    return fstat(fileno(stream), &read) == 0 && S_ISREG(read.st_mode) && fstat(STDOUT_FILENO, &written) == 0 &&
           read.st_dev == written.st_dev && read.st_ino == written.st_ino;
}

_Noreturn void cli_out_of_memory(void) {
    fputs("prap: out of memory\n", stderr);
    exit(CLI_EXIT_FAILED);
}

void *cli_allocate(size_t bytes) {
    void *block = malloc(bytes);
    if (block == NULL && bytes > 0) cli_out_of_memory();
    return block;
}

json_t *cli_need(json_t *value) {
    if (value == NULL) cli_out_of_memory();
    return value;
}

/* The sentences go through memory, so that a failure to write is seen in one place. */
static bool put_sentences(const json_t *object) {
    struct cli_text text;
    FILE *stream = cli_text_open(&text);
    cli_explain(stream, object);
    cli_text_close(&text, stream);
    const bool put = cli_put(text.bytes, text.n);
    free(text.bytes);
    return put;
}

static bool redacts_lines;

void cli_output_redact(bool redact) {
    redacts_lines = redact;
}

bool cli_put_answer(json_t *object, bool text) {
    bool put;
    if (redacts_lines && !text) {
        json_t *shown = cli_redact(object);
        json_decref(object);
        object = shown;
    }
    if (text) {
        put = put_sentences(object);
    } else {
        char *line = json_dumps(object, JSON_COMPACT);
        if (line == NULL) cli_out_of_memory();
        const size_t n = strlen(line);
        line[n] = '\n'; /* in the place of its closing NUL */
        put = cli_put(line, n + 1);
        free(line);
    }
    json_decref(object);
    return put;
}

int cli_output_finish(int code) {
    if (fflush(stdout) != 0 && write_errno == 0) write_errno = errno;
    if (write_errno == 0) return code;
    if (write_errno == EPIPE) {
        sigset_t pipe_only; /* who started us may have blocked it */
        sigemptyset(&pipe_only);
        sigaddset(&pipe_only, SIGPIPE);
        sigprocmask(SIG_UNBLOCK, &pipe_only, NULL);
        signal(SIGPIPE, SIG_DFL);
        raise(SIGPIPE);
    }
    fprintf(stderr, "prap: standard output cannot be written: %s\n", strerror(write_errno));
    return CLI_EXIT_FAILED;
}
