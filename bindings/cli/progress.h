/* progress.h: a count on standard error, only on a terminal and only after a second. */
#ifndef PRAP_CLI_PROGRESS_H
#define PRAP_CLI_PROGRESS_H

#include <stdint.h>

/* Asks the system for a signal each second; the clock itself is never read. Does nothing off a terminal. */
void cli_progress_start(void);

/* Prints how many when a second has passed since the last time. */
void cli_progress_show(const char *what, uint64_t how_many);

/* Wipes the line. */
void cli_progress_stop(void);

#endif
