/* supplement-driver.h: random supplements, good and bad, and a referral under each that is taken, day by day. */
#ifndef TEST_SUPPLEMENT_DRIVER_H
#define TEST_SUPPLEMENT_DRIVER_H

#include "chooser.h"

/* One supplement. What is wrong with what came of it, or NULL; *ret_rows counts the host's deadlines that were compared. */
const char *supplement_drive(struct chooser *chooser, unsigned long *ret_rows);

#endif
