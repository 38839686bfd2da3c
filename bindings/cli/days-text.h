/* days-text.h: days as people say them, in English whatever the locale. */
#ifndef PRAP_CLI_DAYS_TEXT_H
#define PRAP_CLI_DAYS_TEXT_H

#include "prap/prap.h"

#define CLI_DAY_WORDS_BYTES 40

/* "Monday", or "" for no day. Static. */
const char *cli_weekday(prap_day day);

/* "Monday 8 May 2023" into text, or "" for no day. Returns text. */
const char *cli_day_words(prap_day day, char text[CLI_DAY_WORDS_BYTES]);

/* The same from "2023-05-08"; what is no day is given back as it is. */
const char *cli_day_words_of(const char *iso, char text[CLI_DAY_WORDS_BYTES]);

#endif
