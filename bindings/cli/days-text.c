/* days-text.c: days as people say them. strftime would ask the locale. */
#include "days-text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *cli_weekday(prap_day day) {
    const int32_t weekday = prap_day_weekday(day);
    return weekday == 0 ? "" : cli_phrase((enum cli_phrase)(CLI_PHRASE_MONDAY + weekday - 1));
}

static const char *words_of(enum cli_phrase phrase, prap_day day, char text[CLI_DAY_WORDS_BYTES]) {
    int32_t year, month, day_of_month;
    char year_text[12], day_text[12];
    text[0] = '\0';
    if (prap_day_to_civil(day, &year, &month, &day_of_month) != PRAP_OK) return text;
    snprintf(year_text, sizeof year_text, "%d", (int)year);
    snprintf(day_text, sizeof day_text, "%d", (int)day_of_month);
    char *said = cli_said(phrase, "weekday", cli_weekday(day), "day", day_text, "month",
                          cli_phrase((enum cli_phrase)(CLI_PHRASE_JANUARY + month - 1)), "year", year_text,
                          (char *)NULL);
    snprintf(text, CLI_DAY_WORDS_BYTES, "%s", said);
    free(said);
    return text;
}

const char *cli_day_words(prap_day day, char text[CLI_DAY_WORDS_BYTES]) {
    return words_of(CLI_PHRASE_DAY, day, text);
}

const char *cli_date_words(prap_day day, char text[CLI_DAY_WORDS_BYTES]) {
    return words_of(CLI_PHRASE_DATE, day, text);
}

const char *cli_day_words_of(const char *iso, char text[CLI_DAY_WORDS_BYTES]) {
    prap_day day;
    if (iso == NULL) return "";
    if (prap_day_parse(iso, strlen(iso), &day) != PRAP_OK) return iso;
    return cli_day_words(day, text);
}
