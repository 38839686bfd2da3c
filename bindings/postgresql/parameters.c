/*
 * parameters.c: values in PostgreSQL's binary form: big-endian numbers; an array is its number of dimensions, whether
 * it may hold nulls, its element type, its length and its first index, and then each element after its own length
 * (-1: null).
 */
#include "parameters.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

void prapi_parameters_begin(struct prapi_parameters *p) {
    p->used = 0;
    p->n = 0;
    p->failed = false;
}

void prapi_parameters_free(struct prapi_parameters *p) {
    free(p->room);
    p->room = NULL;
    p->room_bytes = 0;
}

static void put(struct prapi_parameters *p, const void *bytes, size_t n) {
    if (p->failed) return;
    if (n > INT_MAX - p->used) { /* PostgreSQL's own limit of a message */
        p->failed = true;
        return;
    }
    if (p->used + n > p->room_bytes) {
        size_t wanted = p->room_bytes < 4096 ? 4096 : p->room_bytes * 2;
        if (wanted < p->used + n) wanted = p->used + n;
        uint8_t *room = realloc(p->room, wanted);
        if (room == NULL) {
            p->failed = true;
            return;
        }
        p->room = room;
        p->room_bytes = wanted;
    }
    if (n > 0) memcpy(p->room + p->used, bytes, n);
    p->used += n;
}

static void put32(struct prapi_parameters *p, uint32_t number) {
    const uint8_t bytes[4] = {(uint8_t)(number >> 24), (uint8_t)(number >> 16), (uint8_t)(number >> 8), (uint8_t)number};
    put(p, bytes, sizeof bytes);
}

static void put64(struct prapi_parameters *p, uint64_t number) {
    put32(p, (uint32_t)(number >> 32));
    put32(p, (uint32_t)number);
}

static void next(struct prapi_parameters *p) {
    p->begins[p->n++] = p->used;
}

bool prapi_parameters_end(struct prapi_parameters *p) {
    put(p, "", 1); /* so that there is a room, whatever the parameters; */
    if (p->failed) return false;
    p->used--; /* it is not part of them */
    for (int i = 0; i < p->n; i++) {
        const size_t end = i + 1 < p->n ? p->begins[i + 1] : p->used;
        p->values[i] = (const char *)p->room + p->begins[i];
        p->lengths[i] = (int)(end - p->begins[i]);
        p->formats[i] = 1;
    }
    return true;
}

void prapi_put_text(struct prapi_parameters *p, prap_text text) {
    next(p);
    put(p, text.bytes, text.n);
}

void prapi_put_bytes(struct prapi_parameters *p, prap_bytes bytes) {
    next(p);
    put(p, bytes.bytes, bytes.n);
}

void prapi_put_number(struct prapi_parameters *p, int64_t number) {
    next(p);
    put64(p, (uint64_t)number);
}

void prapi_put_day(struct prapi_parameters *p, prap_day day) {
    next(p);
    put32(p, (uint32_t)day);
}

void prapi_put_array(struct prapi_parameters *p, uint32_t type, size_t n) {
    next(p);
    put32(p, n > 0 ? 1 : 0);
    put32(p, type == PRAPI_OID_INT4 ? 1 : 0); /* days alone may be null */
    put32(p, type);
    if (n == 0) return;
    put32(p, (uint32_t)n);
    put32(p, 1);
}

void prapi_add_text(struct prapi_parameters *p, prap_text text) {
    put32(p, (uint32_t)text.n);
    put(p, text.bytes, text.n);
}

void prapi_add_bytes(struct prapi_parameters *p, prap_bytes bytes) {
    put32(p, (uint32_t)bytes.n);
    put(p, bytes.bytes, bytes.n);
}

void prapi_add_number(struct prapi_parameters *p, int64_t number) {
    put32(p, 8);
    put64(p, (uint64_t)number);
}

void prapi_add_day(struct prapi_parameters *p, prap_day day) {
    put32(p, day == PRAP_DAY_NONE ? UINT32_MAX : 4);
    if (day != PRAP_DAY_NONE) put32(p, (uint32_t)day);
}
