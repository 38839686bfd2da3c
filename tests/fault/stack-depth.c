/* stack-depth.c: see stack-depth.h. */
#include "stack-depth.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/*
 * What a thread had on its stack counts as never written when it is gone, and reading it as an error, under Valgrind.
 * Its header comes with it: where there is none, nothing runs under it.
 */
#if __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>
#else
#define VALGRIND_MAKE_MEM_DEFINED(from, size) ((void)(from))
#endif

enum { STACK = 1 << 20, PAINT = 0xA5 };

struct work {
    void (*run)(void *user);
    void *user;
};

static void *start(void *argument) {
    const struct work *work = argument;
    work->run(work->user);
    return NULL;
}

static void nothing(void *user) {
    (void)user;
}

static size_t depth_of(struct work work) {
    pthread_attr_t attributes;
    pthread_t thread;
    uint8_t *stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (stack == MAP_FAILED || pthread_attr_init(&attributes) != 0) exit(3);
    memset(stack, PAINT, STACK);
    if (pthread_attr_setstack(&attributes, stack, STACK) != 0) exit(3);
    if (pthread_create(&thread, &attributes, start, &work) != 0 || pthread_join(thread, NULL) != 0) exit(3);
    pthread_attr_destroy(&attributes);
    VALGRIND_MAKE_MEM_DEFINED(stack, STACK);
    size_t untouched = 0;
    while (untouched < STACK && stack[untouched] == PAINT) untouched++;
    munmap(stack, STACK);
    return STACK - untouched;
}

size_t stack_depth(void (*run)(void *user), void *user) {
    const size_t at_least = depth_of((struct work){nothing, NULL});
    const size_t used = depth_of((struct work){run, user});
    return used > at_least ? used - at_least : 0;
}
