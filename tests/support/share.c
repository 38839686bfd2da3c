#include "share.h"

#include <stdlib.h>

unsigned long test_share(unsigned long whole) {
    const char *text = getenv("PRAP_TEST_SHARE");
    const unsigned long parts = text != NULL ? strtoul(text, NULL, 10) : 0;
    if (parts < 2) return whole;
    return whole / parts > 0 ? whole / parts : 1;
}
