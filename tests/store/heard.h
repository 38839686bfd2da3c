/* heard.h: what the conformance kit told of a store, for tests of the kit. */
#ifndef TEST_HEARD_H
#define TEST_HEARD_H

#include <stdint.h>

#include "prap/conformance.h"

enum { HEARD_BREACHES = 96 };

struct heard {
    uint32_t breaches[HEARD_BREACHES]; /* as they came; heard_names puts them in order */
    uint32_t n;
    uint32_t unchecked;
};

/* A visit: user is a struct heard. Every finding must have its word, its sentence of host.h, and, a breach, its check. */
prap_status heard_finding(void *user, const prap_conformance_finding *finding);

/* The names of the breaches, in the order of the alphabet, separated by spaces; until it is called again. */
const char *heard_names(struct heard *heard);

#endif
