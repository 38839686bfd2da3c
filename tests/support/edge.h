/* edge.h: bytes behind which there is nothing: whoever reads or writes past their end is killed by a signal. */
#ifndef TEST_EDGE_H
#define TEST_EDGE_H

#include <stddef.h>

/* n bytes whose last is the last of its page, with no page behind it; copied from bytes, or zero when that is NULL.
 * They stay as they are until as many more were asked for as EDGE_ROOMS says. */
enum { EDGE_ROOMS = 8, EDGE_BYTES = 4096 };
void *test_edge(const void *bytes, size_t n);

#endif
