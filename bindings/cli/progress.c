/* progress.c: see progress.h. The signal's handler only sets a mark. */
#include "progress.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t second_passed;
static bool shown;

static void mark(int signal_number) {
    (void)signal_number;
    second_passed = 1;
}

void cli_progress_start(void) {
    if (!isatty(STDERR_FILENO)) return;
    struct sigaction action = {.sa_handler = mark, .sa_flags = SA_RESTART};
    const struct itimerval each_second = {{1, 0}, {1, 0}};
    sigemptyset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &each_second, NULL);
}

void cli_progress_show(const char *what, uint64_t how_many) {
    if (!second_passed) return;
    second_passed = 0;
    shown = true;
    fprintf(stderr, "\r%llu %s", (unsigned long long)how_many, what);
    fflush(stderr);
}

void cli_progress_stop(void) {
    const struct itimerval none = {{0, 0}, {0, 0}};
    if (!isatty(STDERR_FILENO)) return;
    setitimer(ITIMER_REAL, &none, NULL);
    if (shown) fputs("\r                              \r", stderr);
    shown = false;
}
