/*
 * residue-test.c: after each call that is given secrets, are they anywhere in this process's writable memory?
 * Every call runs on a stack of its own, so that what it left there is not overwritten by the search; then
 * all of /proc/self/maps is searched: for the texts, and for their characters as 32-bit numbers, which is how
 * the library works on them. Of the calls that end by wiping the stack, a long run of it must be zero too: what
 * a compiler keeps there, one character here and one there, no search would know.
 *
 *   residue-test            nothing may be left
 *   residue-test --control  a call that leaves a copy on its stack: it must be found
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "planted.h"

enum { MONDAY = 19485, NOON = 28058400, STACK = 1 << 18, PAINT = 0xA5, CHUNK = 1 << 16, OVERLAP = 256, WIPED = 8192, CONTROL = 99 };
/*
 * The parts of the calls wipe their own variables; only where no compiler optimises is there nothing else to wipe. How deep a
 * call goes, docs/guide/scaling.md says of a library that was optimised; beside it is what a thread that begins here needs.
 */
#ifdef __OPTIMIZE__
enum { CALLS = 6, DEEPEST = 32768 + 4096 };
#else
enum { CALLS = 16, DEEPEST = STACK };
#endif

static struct verifier_host host;
static struct planted *planted; /* on a page of its own */
static uint8_t *window;

/* The byte k of a secret as text (wide 1) or as 32-bit numbers (wide 4), in capitals or as it is; masked as
 * it is kept. */
static bool is_here(const uint8_t *at, const uint8_t *masked, size_t n, size_t wide) {
    for (size_t k = 0; k < n; k++) {
        if ((uint8_t)(at[k * wide] ^ PLANTED_MASK) != masked[k]) return false;
        for (size_t zero = 1; zero < wide; zero++) {
            if (at[k * wide + zero] != 0) return false;
        }
    }
    return true;
}

static unsigned search_window(size_t n, unsigned long from) {
    unsigned found = 0;
    const uint8_t *masked = NULL;
    for (size_t secret = 0; planted_masked(secret, &masked) != 0; secret++) {
        /* Half of a long one is as bad; a name in 32-bit numbers is looked for by its plain beginning. */
        const size_t whole = planted_masked(secret, &masked);
        const size_t part = whole > 9 ? 9 : whole;
        /* Three bytes may stand anywhere by chance. */
        for (size_t wide = part > 3 ? 1 : 4; wide <= 4; wide += 3) {
            for (size_t i = 0; i + part * wide <= n && i < CHUNK; i++) {
                if (!is_here(window + i, masked, part, wide)) continue;
                printf("secret %zu, %zu bytes a character, at %lx\n", secret, wide, from + i);
                found++;
            }
        }
    }
    return found;
}

static unsigned search_memory(void) {
    FILE *const maps = fopen("/proc/self/maps", "r");
    const int memory = open("/proc/self/mem", O_RDONLY);
    char line[512];
    unsigned found = 0;
    if (maps == NULL || memory < 0) exit(3);
    while (fgets(line, sizeof line, maps) != NULL) {
        unsigned long first, end;
        char rights[8];
        if (sscanf(line, "%lx-%lx %7s", &first, &end, rights) != 3 || strncmp(rights, "rw", 2) != 0) continue;
        if (first <= (unsigned long)window && (unsigned long)window < end)
            continue; /* what is searched with */
        for (unsigned long at = first; at < end; at += CHUNK) {
            const size_t wanted = end - at < CHUNK + OVERLAP ? end - at : CHUNK + OVERLAP;
            const ssize_t got = pread(memory, window, wanted, (off_t)at);
            if (got > 0) found += search_window((size_t)got, at);
        }
    }
    fclose(maps);
    close(memory);
    return found;
}

/* How it must not be done: a copy that nobody wipes. */
__attribute__((noinline)) static int leave_a_copy(void) {
    char copy[4096]; /* deep enough that the end of the thread does not overwrite it */
    memcpy(copy, planted->code, sizeof planted->code);
    __asm__ volatile("" : : "r"(copy) : "memory");
    return 0;
}

/* 0 when it went as it should. */
static int outcome_of(int call) {
    switch (call) {
    case 0: return planted_answer(&host, planted);
    case 1: return planted_participant(planted);
    case 2: return planted_nino(planted);
    case 3: /* a wrong answer: nothing is stored after it was looked at, and so nothing overwritten */
        planted->answer[0] ^= 1;
        return planted_answer(&host, planted) == 0;
    case 4: return planted_extract(planted);
    case 5: return planted_refused(planted);
    case 6: return planted_form(planted);
    case 7: return planted_comparison(planted, host.challenge.positions);
    case 8: return planted_reading(planted);
    case 9: return planted_opened(planted);
    case 10: return planted_formed(planted);
    case 11: return planted_same(planted);
    case 12: return planted_marked(planted);
    case 13: return planted_word(planted);
    case 14: return planted_postcode(planted);
    case 15: return planted_folded(planted);
    default: return leave_a_copy();
    }
}

static void *run(void *user) {
    int *const call = user;
    *call = outcome_of(*call);
    return NULL;
}

/* The calls that are given a code or a number end by wiping the stack. */
static bool wipes_the_stack(int call) {
    return call < 4;
}

static size_t longest_run_of_zeros(const uint8_t *bytes, size_t n) {
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < n; i++) {
        run = bytes[i] == 0 ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    return longest;
}

/* How much of a stack that was painted is used: it grows downwards. */
static size_t depth_of(const uint8_t *stack) {
    size_t untouched = 0;
    while (untouched < STACK && stack[untouched] == PAINT)
        untouched++;
    return STACK - untouched;
}

/* One call on its own stack; returns how many copies are left. */
static unsigned left_by(int call) {
    pthread_attr_t attributes;
    pthread_t thread;
    void *const stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (stack == MAP_FAILED || pthread_attr_init(&attributes) != 0) exit(3);
    if (verifier_ask(&host, MONDAY, NOON) != PRAP_OK) exit(3);
    planted_show(planted, host.challenge.positions);
    memset(stack, PAINT, STACK);
    int outcome = call;
    if (pthread_attr_setstack(&attributes, stack, STACK) != 0) exit(3);
    if (pthread_create(&thread, &attributes, run, &outcome) != 0 || pthread_join(thread, NULL) != 0) exit(3);
    planted_wipe(planted);
    unsigned found = search_memory();
    if (wipes_the_stack(call) && longest_run_of_zeros(stack, STACK) < WIPED) {
        printf("call %d leaves its stack as it was\n", call);
        found++;
    }
    if (depth_of(stack) > DEEPEST) {
        printf("call %d goes %zu bytes down\n", call, depth_of(stack));
        found++;
    }
    munmap(stack, STACK);
    if (outcome != 0) exit(4);
    return found;
}

int main(int argc, char **argv) {
    const bool control = argc > 1 && strcmp(argv[1], "--control") == 0;
    planted = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    /* With pages that nothing may touch on either side, so that it stands alone in the list of maps. */
    uint8_t *const room = mmap(NULL, CHUNK * 4, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (planted == MAP_FAILED || room == MAP_FAILED) return 3;
    window = room + CHUNK;
    if (mprotect(window, CHUNK * 2, PROT_READ | PROT_WRITE) != 0) return 3;
    verifier_host_open(&host, NULL);
    unsigned found = 0;
    if (control) {
        found = left_by(CONTROL);
    } else {
        for (int call = 0; call < CALLS; call++)
            found += left_by(call);
    }
    if (verifier_host_close(&host) != 0) return 1;
    printf("%u copies\n", found);
    return found == 0 ? 0 : 9;
}
