/* expect-call.h: what a line of tests/calls/ expects, against an answer. Says on standard output what differs. */
#ifndef EXPECT_CALL_H
#define EXPECT_CALL_H

#include <jansson.h>

/* How many expectations differ. */
unsigned expect_call(const char *file, unsigned line, const json_t *expected, const json_t *answer);

#endif
