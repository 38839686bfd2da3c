/*
 * switch.c: which mutant of the library runs, and which functions a test reaches. Compiled into the library of the
 * judge (schemata.py), never into one that is shipped.
 *
 *   PRAP_MUTANT=K            mutant K runs: 0 none, -1 a copy of every function with nothing changed
 *   PRAP_REACHED=FILE        one byte for each function that a process reached, or-ed into the file at its end
 *   PRAP_PATCH=T,AT,BYTES,V  BYTES bytes at AT of printed table T become the number V
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mutant-tables.h"

int prap_mutant;
unsigned char *prap_reached;

static void patch(const char *how) {
    unsigned long numbers[4];
    char *end = NULL;
    for (int i = 0; i < 4; i++) {
        numbers[i] = strtoul(how, &end, 10);
        how = end + 1;
    }
    uint8_t *at = (uint8_t *)(uintptr_t)prap_mutant_tables[numbers[0]] + numbers[1];
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    const uintptr_t from = (uintptr_t)at & ~(page - 1);
    if (mprotect((void *)from, 2 * page, PROT_READ | PROT_WRITE) != 0) _exit(120);
    for (unsigned long i = 0; i < numbers[2]; i++) at[i] = (uint8_t)(numbers[3] >> (8 * i));
}

__attribute__((constructor)) static void choose(void) {
    const char *text = getenv("PRAP_MUTANT");
    if (text != NULL) prap_mutant = atoi(text);
    text = getenv("PRAP_PATCH");
    if (text != NULL) patch(text);
    text = getenv("PRAP_REACHED");
    if (text == NULL) return;
    /* Shared, so that a child that dies has noted what it reached. */
    const int file = open(text, O_RDWR | O_CREAT, 0600);
    if (file < 0 || ftruncate(file, PRAP_MUTANT_FUNCTIONS) != 0) _exit(121);
    void *map = mmap(NULL, PRAP_MUTANT_FUNCTIONS, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (map == MAP_FAILED) _exit(122);
    prap_reached = map;
}
