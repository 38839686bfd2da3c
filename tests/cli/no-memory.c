/*
 * no-memory.c: loaded before the C library, it lets the allocation that PRAP_NO_MEMORY_AT counts fail, and with
 * PRAP_NO_MEMORY_EVER every one after it. Without a number it only counts, and writes how many there were to the file of
 * PRAP_NO_MEMORY_COUNT. The test of hard conditions runs the command under it. What libraries allocate before main begins
 * does not count: GnuTLS, which libpq brings, goes on without and says so.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t bytes);
extern void *__libc_calloc(size_t n, size_t bytes);
extern void *__libc_realloc(void *block, size_t bytes);

typedef int main_function(int argc, char **argv, char **environment);

static unsigned long seen;
static int begun;
static main_function *program;

static int is_to_fail(void) {
    static unsigned long at;
    static int ever, asked;
    if (!begun) return 0;
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

static int begin(int argc, char **argv, char **environment) {
    begun = 1;
    return program(argc, argv, environment);
}

int __libc_start_main(main_function *of_the_program, int argc, char **argv, main_function *start, void (*end)(void),
                      void (*end_of_linker)(void), void *end_of_stack);

int __libc_start_main(main_function *of_the_program, int argc, char **argv, main_function *start, void (*end)(void),
                      void (*end_of_linker)(void), void *end_of_stack) {
    __typeof__(__libc_start_main) *next;
    *(void **)&next = dlsym(RTLD_NEXT, "__libc_start_main");
    program = of_the_program;
    return next(begin, argc, argv, start, end, end_of_linker, end_of_stack);
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
