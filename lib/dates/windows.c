/* windows.c: closures and outages: half-open windows, and how an instant gets out of them. */
#include "dates/moments.h"

#include <stdbool.h>

/* A window as instants: as long as it can be. */
struct span {
    prap_instant from;
    prap_instant to;
};

static prap_status check_end(prap_moment end, prap_instant *ret_first, prap_instant *ret_last) {
    const prap_status status = prapi_moment_check(end);
    return status == PRAP_OK ? prapi_moment_instants(end, ret_first, ret_last) : status;
}

static prap_status span_of(const prap_window *window, struct span *ret) {
    prap_instant unused = 0; /* MUT-EQUIV: nobody reads it */
    prap_status status = check_end(window->from, &ret->from, &unused);
    if (status == PRAP_OK) status = check_end(window->to, &unused, &ret->to);
    return status;
}

prap_status prapi_windows_check(const prap_window *windows, size_t n) {
    if (n > PRAP_WINDOWS_MAX) return PRAP_E_LIMIT;
    for (size_t i = 0; i < n; i++) {
        struct span span = {0, 0}; /* MUT-EQUIV: written before it is read */
        const prap_status status = span_of(&windows[i], &span);
        if (status != PRAP_OK) return status;
        if (span.from >= span.to) return PRAP_E_ORDER;
    }
    return PRAP_OK;
}

/* Does the window hold the instant? */
static bool holds(const prap_window *window, prap_instant instant, struct span *ret) {
    (void)span_of(window, ret);
    return instant >= ret->from && instant < ret->to;
}

/* Each goes through the list until nothing holds the instant any more: once and once again when the list is in the order of
   its days, and in the direction in which it leads out of them. */

prap_instant prapi_windows_before(const prap_window *windows, size_t n, prap_instant instant) {
    struct span span = {0, 0}; /* MUT-EQUIV: written before it is read */
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = n; i > 0; i--) {
            if (!holds(&windows[i - 1], instant, &span)) continue;
            instant = span.from - 1;
            moved = true;
        }
    }
    return instant;
}

prap_instant prapi_windows_after(const prap_window *windows, size_t n, prap_instant instant) {
    struct span span = {0, 0}; /* MUT-EQUIV: written before it is read */
    for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i < n; i++) {
            if (!holds(&windows[i], instant, &span)) continue;
            instant = span.to;
            moved = true;
        }
    }
    return instant;
}
