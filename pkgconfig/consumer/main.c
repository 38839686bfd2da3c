/* The smallest host: says which library it got, and by when a referral of 5 May 2023 must be acknowledged. */
#include <prap/prap.h>

#include <stdio.h>

int main(void) {
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES);
    prap_day received, due;
    char text[PRAP_DAY_TEXT_BYTES];

    /* Monday 8 May 2023 was a bank holiday, so the 2nd working day is Wednesday 10 May (IPES-3.22). */
    if (prap_day_from_civil(2023, 5, 5, &received) != PRAP_OK ||
        prap_calendar_add_working_days(calendar, received, 2, 0, &due, NULL) != PRAP_OK ||
        prap_day_format(due, text, sizeof text) != PRAP_OK)
        return 1;
    printf("libprap %s: acknowledge by %s\n", prap_library_version(), text);
    return 0;
}
