/*
 * extract-driver.h: records of data items, drawn, and what must hold of any: the verdict is that of the
 * findings, a record differs from itself in nothing, two records differ as their marks do, and what a value
 * says does not depend on where it stands.
 */
#ifndef TEST_EXTRACT_DRIVER_H
#define TEST_EXTRACT_DRIVER_H

#include "chooser.h"

/* One record and another. NULL, or what is wrong. */
const char *extract_drive(struct chooser *chooser);

#endif
