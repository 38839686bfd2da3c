/*
 * form-driver.h: draws a question about a form or a service, asks it, and holds the answer against what must be true of
 * any answer, and of the answer to a question that says more.
 */
#ifndef TEST_FORM_DRIVER_H
#define TEST_FORM_DRIVER_H

#include "chooser.h"

/* One question. Returns what cannot be, in words, or NULL. */
const char *form_driver_ask(struct chooser *chooser);

#endif
