/* days-text.h: days as people say them, worded by wording.h whatever the locale. */
#ifndef PRAP_CLI_DAYS_TEXT_H
#define PRAP_CLI_DAYS_TEXT_H

#include "prap/prap.h"

#include "wording.h"

#define CLI_DAY_WORDS_BYTES (3 * CLI_PHRASE_BYTES + 32) /* of the day, its weekday and its month */

/* "Monday", or "" for no day. Static. */
const char *cli_weekday(prap_day day);

/* "Monday 8 May 2023" into text, or "" for no day. Returns text. */
const char *cli_day_words(prap_day day, char text[CLI_DAY_WORDS_BYTES]);

/* "8 May 2023" likewise. */
const char *cli_date_words(prap_day day, char text[CLI_DAY_WORDS_BYTES]);

/* The first from "2023-05-08"; what is no day is given back as it is. */
const char *cli_day_words_of(const char *iso, char text[CLI_DAY_WORDS_BYTES]);

#endif
