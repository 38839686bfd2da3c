/*
 * call-driver.h: one call to Provider Direct of random steps, held against what must always be true of one.
 */
#ifndef TEST_CALL_DRIVER_H
#define TEST_CALL_DRIVER_H

#include "chooser.h"

/* Plays one call until it has steps enough or the choices run out. NULL, or what was wrong. */
const char *call_driver_play(struct chooser *chooser);

#endif
