/* status.c: the names, meanings and classes of statuses, out of status.def. */
#include "prap/status.h"

#include <stddef.h>

struct row {
    const char *name; /* NULL: the number is no status */
    const char *meaning;
    int32_t class;
};

static const struct row rows[] = {
#define X(number, constant, name, class, meaning) [number] = {name, meaning, PRAP_CLASS_##class},
#include "base/status.def"
#undef X
};

_Static_assert(sizeof rows / sizeof rows[0] == PRAP_E_BUG + 1, "it is the last");

static const struct row no_status = {NULL, NULL, PRAP_CLASS_BUG};

static const struct row *find(prap_status status) {
    if (status < 0 || status > PRAP_E_BUG) return &no_status;
    const struct row *row = &rows[status];
    return row->name != NULL ? row : &no_status;
}

const char *prap_status_name(prap_status status) {
    return find(status)->name;
}

const char *prap_status_meaning(prap_status status) {
    return find(status)->meaning;
}

int32_t prap_status_class(prap_status status) {
    return find(status)->class;
}
