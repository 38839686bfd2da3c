/* clock.c: time that only goes forward, and waiting in it. */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <poll.h>
#include <time.h>

#include "store.h"

int64_t prapi_postgresql_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void prapi_postgresql_sleep(int64_t milliseconds) {
    const struct timespec pause = {.tv_sec = (time_t)(milliseconds / 1000),
                                   .tv_nsec = (long)(milliseconds % 1000) * 1000000};
    nanosleep(&pause, NULL);
}

bool prapi_postgresql_wait(int descriptor, bool for_writing, int64_t deadline) {
    struct pollfd one = {.fd = descriptor, .events = POLLIN};
    if (for_writing) one.events |= POLLOUT;
    for (;;) {
        const int64_t left = deadline - prapi_postgresql_now();
        const int ready = poll(&one, 1, left > 60000 ? 60000 : left < 0 ? 0 : (int)left);
        if (ready > 0) return true; /* also an error of the socket: who uses it finds out */
        if (ready < 0 && errno != EINTR) return false;
        if (left <= 0) return false;
    }
}
