/* edge.h: bytes beside which there is nothing: whoever reads or writes past them is killed by a signal. */
#ifndef TEST_EDGE_H
#define TEST_EDGE_H

#include <stddef.h>

enum { EDGE_ROOMS = 8, EDGE_BYTES = 65536 };

/* n bytes, copied from bytes or zero when that is NULL, with no memory behind the last of them. They stay as they are until
 * EDGE_ROOMS more have been asked for, of either kind. */
void *test_edge(const void *bytes, size_t n);

/* The same with no memory before the first. */
void *test_edge_before(const void *bytes, size_t n);

#endif
