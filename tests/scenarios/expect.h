/* expect.h: compares an answer with what a scenario line expects of it. */
#ifndef EXPECT_H
#define EXPECT_H

#include <jansson.h>

/* Prints each difference with the place it stands at. Returns how many there are; an unknown key counts as
 * one. */
unsigned expect_compare(const char *file, unsigned line, const json_t *expected, const json_t *answer);

#endif
