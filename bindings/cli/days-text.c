/* days-text.c: days as people say them. strftime would ask the locale. */
#include "days-text.h"

#include <stdio.h>
#include <string.h>

static const char *const weekdays[] = {"",         "Monday", "Tuesday",  "Wednesday",
                                       "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const months[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                     "July", "August",  "September", "October", "November", "December"};

const char *cli_weekday(prap_day day) {
    return weekdays[prap_day_weekday(day)];
}

const char *cli_day_words(prap_day day, char text[CLI_DAY_WORDS_BYTES]) {
    int32_t year, month, day_of_month;
    text[0] = '\0';
    if (prap_day_to_civil(day, &year, &month, &day_of_month) != PRAP_OK) return text;
    snprintf(text, CLI_DAY_WORDS_BYTES, "%s %d %s %d", cli_weekday(day), (int)day_of_month, months[month],
             (int)year);
    return text;
}

const char *cli_day_words_of(const char *iso, char text[CLI_DAY_WORDS_BYTES]) {
    prap_day day;
    if (iso == NULL) return "";
    if (prap_day_parse(iso, strlen(iso), &day) != PRAP_OK) return iso;
    return cli_day_words(day, text);
}
