/* days.c: prap days add, count and is. */
#include "days.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "days-text.h"

struct question {
    const struct cli_arguments *arguments;
    const prap_calendar *calendar;
    uint32_t flags;
};

const char *cli_days_not_working(const prap_calendar *calendar, prap_day day) {
    const prap_holiday *holiday = prap_calendar_holiday_on(calendar, day);
    return holiday == NULL ? cli_weekday(day) : holiday->title;
}

void cli_days_why(const prap_calendar *calendar, prap_day from, prap_day to, uint32_t flags) {
    const prap_day step = to < from ? -1 : 1;
    int32_t counted = 0;
    char text[PRAP_DAY_TEXT_BYTES];
    for (prap_day day = from;; day += step) {
        int32_t is = 0;
        const bool known = prap_calendar_is_working_day(calendar, day, flags, &is, NULL) == PRAP_OK;
        prap_day_format(day, text, sizeof text);
        printf("%s %-9s  ", text, cli_weekday(day));
        if (day == from) {
            puts("the starting day, not counted");
        } else if (known && is) {
            counted += step;
            printf("%d\n", (int)counted);
        } else {
            printf("skipped: %s\n", cli_days_not_working(calendar, day));
        }
        if (day == to) return;
    }
}

static bool read_day(const struct cli_arguments *arguments, size_t i, prap_day *ret_day) {
    const char *text = arguments->operands[i];
    const prap_status status = prap_day_parse(text, strlen(text), ret_day);
    if (status == PRAP_OK) return true;
    return cli_wrong_use(arguments->command, "%s", prap_status_meaning(status));
}

static bool read_number(const struct cli_arguments *arguments, size_t i, int32_t *ret_number) {
    char *end;
    errno = 0;
    const long number = strtol(arguments->operands[i], &end, 10);
    if (end != arguments->operands[i] && *end == '\0' && errno == 0 && number >= INT32_MIN &&
        number <= INT32_MAX) {
        *ret_number = (int32_t)number;
        return true;
    }
    return cli_wrong_use(arguments->command, "the number of working days is a whole number");
}

/* Says why there is no answer, or that it rests on computed holidays. */
static int finish(prap_status status, uint32_t quality) {
    if (status != PRAP_OK) {
        fprintf(stderr, "prap days: %s (%s)\n", prap_status_meaning(status), prap_status_name(status));
        return CLI_EXIT_UNREAD;
    }
    if (quality == PRAP_COVERAGE_PROVISIONAL) {
        fputs("prap days: provisional: the holidays of that time are computed, not yet published\n", stderr);
    }
    return CLI_EXIT_ANSWERED;
}

static int add(const struct question *question) {
    prap_day from, day;
    int32_t n = 0;
    uint32_t quality = 0;
    if (!read_day(question->arguments, 1, &from) || !read_number(question->arguments, 2, &n))
        return CLI_EXIT_USE;
    const prap_status status =
        prap_calendar_add_working_days(question->calendar, from, n, question->flags, &day, &quality);
    if (status == PRAP_OK) {
        char text[PRAP_DAY_TEXT_BYTES];
        if (cli_has(question->arguments, CLI_WHY))
            cli_days_why(question->calendar, from, day, question->flags);
        prap_day_format(day, text, sizeof text);
        puts(text);
    }
    return finish(status, quality);
}

static int count(const struct question *question) {
    prap_day first, last;
    int32_t n = 0;
    uint32_t quality = 0;
    if (!read_day(question->arguments, 1, &first) || !read_day(question->arguments, 2, &last))
        return CLI_EXIT_USE;
    const prap_status status =
        prap_calendar_count_working_days(question->calendar, first, last, question->flags, &n, &quality);
    if (status == PRAP_OK) {
        if (cli_has(question->arguments, CLI_WHY))
            cli_days_why(question->calendar, first, last, question->flags);
        printf("%d\n", (int)n);
    }
    return finish(status, quality);
}

static int is(const struct question *question) {
    prap_day day;
    int32_t working;
    uint32_t quality = 0;
    if (!read_day(question->arguments, 1, &day)) return CLI_EXIT_USE;
    const prap_status status =
        prap_calendar_is_working_day(question->calendar, day, question->flags, &working, &quality);
    if (status == PRAP_OK && working) puts("working");
    if (status == PRAP_OK && !working)
        printf("not working: %s\n", cli_days_not_working(question->calendar, day));
    return finish(status, quality);
}

static int ask(const struct question *question) {
    static const struct {
        const char *name;
        size_t operands;
        int (*run)(const struct question *question);
    } operations[] = {{"add", 3, add}, {"count", 3, count}, {"is", 2, is}};
    const struct cli_arguments *arguments = question->arguments;
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
        if (strcmp(operations[i].name, arguments->operands[0]) != 0) continue;
        if (operations[i].operands == arguments->n_operands) return operations[i].run(question);
        cli_wrong_use(arguments->command, "%s takes %d operands", operations[i].name,
                      (int)operations[i].operands - 1);
        return CLI_EXIT_USE;
    }
    cli_wrong_use(arguments->command, "the operation is add, count or is");
    return CLI_EXIT_USE;
}

int cli_days(const struct cli_arguments *arguments) {
    const char *division = cli_value(arguments, CLI_DIVISION);
    uint32_t number = PRAP_DIVISION_ENGLAND_AND_WALES;
    if (division != NULL) {
        const prap_word *word = prap_word_find(PRAP_WORDS_DIVISION, division, strlen(division));
        if (word == NULL) {
            cli_wrong_use(arguments->command, "--division is %s", cli_option_rows[CLI_DIVISION].help);
            return CLI_EXIT_USE;
        }
        number = word->number;
    }
    struct cli_calendars calendars;
    int code = cli_calendars_open(arguments, number, &calendars);
    if (code == CLI_EXIT_ANSWERED) {
        const struct question question = {
            arguments, cli_calendar_of(&calendars, number),
            cli_has(arguments, CLI_PROVISIONAL) ? PRAP_CALENDAR_ALLOW_PROVISIONAL : 0};
        code =
            arguments->n_operands == 0 ? cli_days_lines(&calendars, number, question.flags) : ask(&question);
    }
    cli_calendars_close(&calendars);
    return code;
}
