/* parameters.h: the parameters of a statement in PostgreSQL's binary form, arrays included, in one growing room. */
#ifndef PRAPI_POSTGRESQL_PARAMETERS_H
#define PRAPI_POSTGRESQL_PARAMETERS_H

#include <stdbool.h>

#include "prap/host.h"

enum { PRAPI_PARAMETERS_MAX = 25 };

/* The types' numbers in pg_type: permanent, and part of the protocol. */
enum { PRAPI_OID_BYTEA = 17, PRAPI_OID_INT8 = 20, PRAPI_OID_INT4 = 23, PRAPI_OID_TEXT = 25 };

/* Begin with {0}; kept from statement to statement for its room. */
struct prapi_parameters {
    uint8_t *room;
    size_t room_bytes;
    size_t used;
    bool failed; /* out of memory: nothing is to be sent */
    int n;
    size_t begins[PRAPI_PARAMETERS_MAX];
    const char *values[PRAPI_PARAMETERS_MAX]; /* filled by prapi_parameters_end */
    int lengths[PRAPI_PARAMETERS_MAX];
    int formats[PRAPI_PARAMETERS_MAX];
};

void prapi_parameters_begin(struct prapi_parameters *p);
/* False: out of memory. */
bool prapi_parameters_end(struct prapi_parameters *p);
void prapi_parameters_free(struct prapi_parameters *p);

void prapi_put_text(struct prapi_parameters *p, prap_text text);
void prapi_put_bytes(struct prapi_parameters *p, prap_bytes bytes);
void prapi_put_number(struct prapi_parameters *p, int64_t number);
void prapi_put_day(struct prapi_parameters *p, prap_day day);

/* An array of n elements of the type; then each of them. */
void prapi_put_array(struct prapi_parameters *p, uint32_t type, size_t n);
void prapi_add_text(struct prapi_parameters *p, prap_text text);
void prapi_add_bytes(struct prapi_parameters *p, prap_bytes bytes);
void prapi_add_number(struct prapi_parameters *p, int64_t number);
/* PRAP_DAY_NONE is null. */
void prapi_add_day(struct prapi_parameters *p, prap_day day);

#endif
