/*
 * no-memory.c: loaded before the C library, it lets the allocation that PRAP_NO_MEMORY_AT counts fail, and with
 * PRAP_NO_MEMORY_EVER every one after it. Without a number it only counts, and writes how many there were to the file of
 * PRAP_NO_MEMORY_COUNT. The test of hard conditions runs the command under it.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t bytes);
extern void *__libc_calloc(size_t n, size_t bytes);
extern void *__libc_realloc(void *block, size_t bytes);

static unsigned long seen;

static int is_to_fail(void) {
    static unsigned long at;
    static int ever, asked;
    if (!asked) {
        const char *text = getenv("PRAP_NO_MEMORY_AT");
        asked = 1;
        at = text == NULL ? 0 : strtoul(text, NULL, 10);
        ever = getenv("PRAP_NO_MEMORY_EVER") != NULL;
    }
    seen++;
    if (at == 0 || (seen != at && !(ever && seen > at))) return 0;
    errno = ENOMEM;
    return 1;
}

void *malloc(size_t bytes) {
    return is_to_fail() ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t n, size_t bytes) {
    return is_to_fail() ? NULL : __libc_calloc(n, bytes);
}

void *realloc(void *block, size_t bytes) {
    return is_to_fail() ? NULL : __libc_realloc(block, bytes);
}

__attribute__((destructor)) static void tell(void) {
    const char *name = getenv("PRAP_NO_MEMORY_COUNT");
    const unsigned long n = seen; /* what opening the file allocates does not count */
    FILE *file = name == NULL ? NULL : fopen(name, "w");
    if (file == NULL) return;
    fprintf(file, "%lu", n);
    fclose(file);
}
