/* text-stream.c: see text-stream.h. Where the C library has no streams of one's own making, open_memstream has to do. */
#ifdef PRAP_CLI_COOKIES
#define _GNU_SOURCE
#endif
#include "text-stream.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "output.h"

#ifdef PRAP_CLI_COOKIES
/* It cannot end the command itself: what ends it would flush this stream once more. */
static ssize_t take(void *user, const char *bytes, size_t n) {
    struct cli_text *text = user;
    if (text->room - text->n <= n) {
        const size_t room = 2 * (text->n + n) + 256;
        char *grown = realloc(text->bytes, room);
        if (grown == NULL) {
            text->lost = true;
            return 0;
        }
        text->bytes = grown;
        text->room = room;
    }
    memcpy(text->bytes + text->n, bytes, n);
    text->n += n;
    return (ssize_t)n;
}

FILE *cli_text_open(struct cli_text *text) {
    *text = (struct cli_text){.n = 0};
    FILE *stream = fopencookie(text, "w", (cookie_io_functions_t){.write = take});
    if (stream == NULL) cli_out_of_memory();
    return stream;
}

void cli_text_close(struct cli_text *text, FILE *stream) {
    const bool closed = fclose(stream) == 0;
    (void)take(text, "", 1); /* the NUL, which is none of the text's */
    if (!closed || text->lost) cli_out_of_memory();
    text->n--;
}
#else
FILE *cli_text_open(struct cli_text *text) {
    FILE *stream = open_memstream(&text->bytes, &text->n);
    if (stream == NULL) cli_out_of_memory();
    return stream;
}

void cli_text_close(struct cli_text *text, FILE *stream) {
    (void)text;
    if (fclose(stream) != 0) cli_out_of_memory();
}
#endif
