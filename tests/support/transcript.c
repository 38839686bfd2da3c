/* transcript.c: see transcript.h. */
#include "transcript.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ANSWERS = 4096 };

static uint64_t given[ANSWERS]; /* sums of the answers that are written */
static size_t n_given;
static uint64_t sum = TRANSCRIPT_NOTHING;
static unsigned long n_told;
static char *written;
static size_t n_written, room;

uint64_t transcript_sum(uint64_t of, const void *bytes, size_t n) {
    const uint8_t *at = bytes;
    for (size_t i = 0; i < n; i++) of = (of ^ at[i]) * UINT64_C(0x100000001b3);
    return of;
}

static uint64_t add(uint64_t to, const char *text) {
    return transcript_sum(to, text, strlen(text));
}

void transcript_add(char *text, size_t room_bytes, const char *format, ...) {
    const size_t n = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    const int added = vsnprintf(text + n, room_bytes - n, format, arguments);
    va_end(arguments);
    if (added >= 0 && (size_t)added < room_bytes - n) return;
    fprintf(stderr, "no room for \"%s...\"\n", text);
    abort();
}

static void put(const char *text) {
    const size_t n = strlen(text);
    if (n_written + n + 1 > room) {
        room = 2 * (n_written + n + 1);
        written = realloc(written, room);
        if (written == NULL) abort();
    }
    memcpy(written + n_written, text, n + 1);
    n_written += n;
}

static int is_new(const char *answered) {
    const uint64_t own = add(TRANSCRIPT_NOTHING, answered);
    for (size_t i = 0; i < n_given; i++) {
        if (given[i] == own) return 0;
    }
    if (n_given == ANSWERS) abort();
    given[n_given++] = own;
    return 1;
}

void transcript(const char *asked, const char *answered) {
    n_told++;
    sum = add(add(sum, asked), answered);
    if (getenv("PRAP_TRANSCRIPT") != NULL) printf("%s\n%s", asked, answered);
    if (!is_new(answered)) return;
    put(asked);
    put("\n");
    put(answered);
}

/* The first line that is another. */
static void show_difference(const char *path, const char *golden) {
    const char *ours = written;
    for (unsigned line = 1;; line++) {
        const size_t n = strcspn(ours, "\n"), m = strcspn(golden, "\n");
        if (n != m || memcmp(ours, golden, n) != 0 || ours[n] == '\0' || golden[m] == '\0') {
            fprintf(stderr, "%s:%u: \"%.*s\"\nrather than \"%.*s\"\n", path, line, (int)n, ours, (int)m, golden);
            return;
        }
        ours += n + 1;
        golden += m + 1;
    }
}

static FILE *open_golden(const char *path, const char *how) {
    FILE *file = fopen(path, how);
    if (file != NULL) return file;
    perror(path);
    exit(2);
}

static int compare(const char *path) {
    FILE *file = open_golden(path, "rb");
    char *golden = malloc(n_written + 2);
    if (golden == NULL) abort();
    const size_t n = fread(golden, 1, n_written + 1, file); /* one more than there may be */
    golden[n] = '\0';
    fclose(file);
    const int other = n != n_written || memcmp(golden, written, n) != 0;
    if (other) show_difference(path, golden);
    free(golden);
    return other;
}

static int write_golden(const char *path) {
    FILE *file = open_golden(path, "wb");
    const int failed = fwrite(written, 1, n_written, file) != n_written;
    return (fclose(file) != 0) | failed;
}

int transcript_end(int failed, int argc, char **argv) {
    char last[80];
    snprintf(last, sizeof last, "all %lu answers: %016" PRIx64 "\n", n_told, sum);
    put(last);
    const int writes = argc == 3 && strcmp(argv[1], "--write") == 0;
    if (writes) failed |= write_golden(argv[2]);
    else if (argc == 2) failed |= compare(argv[1]);
    else if (argc > 2) {
        fprintf(stderr, "%s [--write] [GOLDEN]\n", argv[0]);
        failed = 1;
    }
    free(written);
    written = NULL;
    return failed;
}
