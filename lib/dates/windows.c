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
    prap_instant unused = 0;
    prap_status status = check_end(window->from, &ret->from, &unused);
    if (status == PRAP_OK) status = check_end(window->to, &unused, &ret->to);
    return status;
}

prap_status prapi_windows_check(const prap_window *windows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct span span = {0, 0};
        const prap_status status = span_of(&windows[i], &span);
        if (status != PRAP_OK) return status;
        if (span.from >= span.to) return PRAP_E_ORDER;
    }
    return PRAP_OK;
}

/* The window that holds the instant, or false. */
static bool held_by(const prap_window *windows, size_t n, prap_instant instant, struct span *ret) {
    for (size_t i = 0; i < n; i++) {
        (void)span_of(&windows[i], ret);
        if (instant >= ret->from && instant < ret->to) return true;
    }
    return false;
}

prap_instant prapi_windows_before(const prap_window *windows, size_t n, prap_instant instant) {
    struct span span = {0, 0};
    while (held_by(windows, n, instant, &span)) instant = span.from - 1;
    return instant;
}

prap_instant prapi_windows_after(const prap_window *windows, size_t n, prap_instant instant) {
    struct span span = {0, 0};
    while (held_by(windows, n, instant, &span)) instant = span.to;
    return instant;
}
