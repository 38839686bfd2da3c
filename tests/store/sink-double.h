/*
 * sink-double.h: a sink of the tests' own, so that the store's callbacks can be called without an engine. It
 * stands in for libprap's prap_sink_push: the tests that use it link the store's static library and no
 * libprap.
 */
#ifndef SINK_DOUBLE_H
#define SINK_DOUBLE_H

#include "prap/host.h"

enum { SINK_ROWS = 64 };

struct sink_row {
    uint64_t version;
    char case_id[PRAP_ID_BYTES + 1];
    char id[PRAP_ID_BYTES + 1];
    uint8_t record[PRAP_SNAPSHOT_BYTES];
    size_t record_bytes;
};

/* Begin with {0}. Holds copies of what was pushed; answers stop_with at push number stop_at (1, 2, …; 0:
 * never). */
struct prap_sink {
    struct sink_row rows[SINK_ROWS];
    size_t n;
    size_t stop_at;
    prap_status stop_with;
};

#endif
