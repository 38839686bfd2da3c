/*
 * desk-driver.h: draws a question to the desk of Provider Direct, asks it, and holds the answer against what must be true
 * of any answer, and of the answers to questions that say more, or end sooner.
 */
#ifndef TEST_DESK_DRIVER_H
#define TEST_DESK_DRIVER_H

#include "chooser.h"

/* One question. Returns what cannot be, in words, or NULL. */
const char *desk_driver_ask(struct chooser *chooser);

#endif
