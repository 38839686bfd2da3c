/*
 * working-days-test.c: calendars of chosen changes, and every question about days put to them, against a model that
 * goes from one day to the next; and every day of years 1 to 9999 as it is written and read.
 *
 * working-days-test [SEED [CALENDARS]]: the seed is printed, so that a failure can be run again.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "civil-driver.h"
#include "day-driver.h"
#include "share.h"

enum { STEPS = 60, CALENDARS = 3000, MANY = 1000 };

static const char *run(uint64_t seed, struct day_driver *sum) {
    static struct day_driver driver; /* large */
    struct chooser chooser = chooser_from_seed(seed);
    const char *complaint = day_driver_open(&driver, &chooser);
    for (int step = 0; step < STEPS && complaint == NULL; step++) {
        complaint = once_in(&chooser, 3) ? civil_driver_step(&chooser) : day_driver_step(&driver, &chooser);
    }
    const char *at_close = day_driver_close(&driver);
    sum->made += driver.made;
    sum->refused += driver.refused;
    sum->answered += driver.answered;
    return complaint != NULL ? complaint : at_close;
}

/* One day after another, counted by the rule of leap years: 3,652,059 of them. */
static const char *every_day(void) {
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    prap_day day = PRAP_DAY_MIN;
    for (int32_t year = 1; year <= 9999; year++) {
        for (int32_t month = 1; month <= 12; month++) {
            const bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
            const int32_t length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);
            for (int32_t of_month = 1; of_month <= length; of_month++, day++) {
                char text[PRAP_DAY_TEXT_BYTES];
                const char wanted[] = {(char)('0' + year / 1000),    (char)('0' + year / 100 % 10),
                                       (char)('0' + year / 10 % 10), (char)('0' + year % 10),
                                       '-',                          (char)('0' + month / 10),
                                       (char)('0' + month % 10),     '-',
                                       (char)('0' + of_month / 10),  (char)('0' + of_month % 10),
                                       '\0'};
                prap_day again = PRAP_DAY_NONE;
                if (prap_day_format(day, text, sizeof text) != PRAP_OK || memcmp(text, wanted, sizeof wanted) != 0)
                    return "a day is written otherwise";
                if (prap_day_parse(text, 10, &again) != PRAP_OK || again != day) return "a day does not read back";
            }
        }
    }
    return day == PRAP_DAY_MAX + 1 ? NULL : "the last day of year 9999 is another";
}

int main(int argc, char **argv) {
    const uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 20231121;
    const unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 0) : test_share(CALENDARS);
    static struct day_driver sum;
    printf("seed %" PRIu64 ", %lu calendars, %d questions of each\n", first, n, STEPS);
    for (uint64_t seed = first; seed < first + n; seed++) {
        const char *complaint = run(seed, &sum);
        if (complaint != NULL) {
            printf("%s\nto see it again: working-days-test %" PRIu64 " 1\n", complaint, seed);
            return 1;
        }
    }
    const char *complaint = argc > 2 ? NULL : every_day();
    if (complaint != NULL) puts(complaint);
    printf("%lu overlays, %lu refused, %lu answers\n", sum.made, sum.refused, sum.answered);
    const bool reached = n < MANY || (sum.made > n / 10 && sum.refused > n / 10 && sum.answered > n);
    if (!reached) puts("the calendars do not reach far enough");
    return complaint == NULL && reached ? 0 : 1;
}
