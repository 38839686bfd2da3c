/* calendars.c: the calendars of --holidays and --closed. Neither is ever passed over: a wrong one ends the
 * command. */
#include "calendars.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "holidays.h"
#include "output.h"

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return cli_allocate(bytes); /* else a wrong option and no memory for a right one would be told alike */
}

static void release(void *user, void *block, size_t bytes) {
    (void)user;
    (void)bytes;
    free(block);
}

const prap_allocator cli_allocator = {
    .size = sizeof(prap_allocator), .allocate = allocate, .release = release};

static bool wrong_file(const struct cli_arguments *arguments, const struct cli_holidays_fault *fault) {
    return cli_wrong_use(arguments->command, "--holidays: %s%s%s", fault->field,
                         fault->field[0] == '\0' ? "" : ": ", fault->message);
}

/* Reads one --closed DAY=TITLE. */
static bool read_closed(const struct cli_arguments *arguments, const char *text,
                        prap_calendar_change *ret_change) {
    const size_t n = strcspn(text, "=");
    if (text[n] == '\0') return cli_wrong_use(arguments->command, "--closed is DAY=TITLE");
    prap_day day;
    const prap_status status = prap_day_parse(text, n, &day);
    if (status != PRAP_OK)
        return cli_wrong_use(arguments->command, "--closed: %s", prap_status_meaning(status));
    *ret_change = (prap_calendar_change){
        .kind = PRAP_CALENDAR_ADD_DAY, .day = day, .title = {text + n + 1, strlen(text + n + 1)}};
    return true;
}

/* Every --closed, in order, for a calendar; a day that is a holiday already is passed over where lenient says
 * so. */
static bool read_all_closed(const struct cli_arguments *arguments, const prap_calendar *calendar,
                            bool lenient, struct cli_changes *ret_changes) {
    ret_changes->n = 0;
    ret_changes->items = calloc(arguments->n_given + 1, sizeof *ret_changes->items);
    if (ret_changes->items == NULL) cli_out_of_memory();
    for (size_t i = 0; i < arguments->n_given; i++) {
        prap_calendar_change *change = &ret_changes->items[ret_changes->n];
        if (arguments->given[i].option != CLI_CLOSED) continue;
        if (!read_closed(arguments, arguments->given[i].value, change)) return false;
        if (!lenient || prap_calendar_holiday_on(calendar, change->day) == NULL) ret_changes->n++;
    }
    return true;
}

/* Puts a calendar with the changes in the place of the division's; base is what it had. */
static prap_status change(struct cli_calendars *calendars, uint32_t division,
                          const struct cli_changes *changes, prap_error *reterr) {
    prap_calendar *before = calendars->ours[division];
    if (changes->n == 0) return PRAP_OK;
    const prap_status status =
        prap_calendar_create(&cli_allocator, before != NULL ? before : prap_calendar_built_in(division),
                             changes->items, changes->n, &calendars->ours[division], reterr);
    if (status == PRAP_OK) prap_calendar_destroy(before);
    return status;
}

/* --edition, of every division's list. */
static bool put_edition(struct cli_calendars *calendars, const prap_word *division) {
    const char *text = cli_value(calendars->arguments, CLI_EDITION);
    prap_calendar_change edition = {.kind = PRAP_CALENDAR_SET_EDITION};
    const struct cli_changes changes = {&edition, 1};
    prap_error error = {.size = sizeof error};
    if (text == NULL) return true;
    const prap_status status = prap_day_parse(text, strlen(text), &edition.day);
    if (status != PRAP_OK)
        return cli_wrong_use(calendars->arguments->command, "--edition: %s", prap_status_meaning(status));
    if (change(calendars, division->number, &changes, &error) == PRAP_OK) return true;
    return cli_wrong_use(calendars->arguments->command, "--edition: %s", error.message);
}

static bool put_holidays(struct cli_calendars *calendars, const prap_word *division) {
    struct cli_changes changes = {NULL, 0};
    struct cli_holidays_fault fault;
    if (calendars->holidays == NULL) return true;
    bool put = cli_holidays_changes(calendars->holidays, division->name,
                                    prap_calendar_built_in(division->number), &changes, &fault);
    if (put) {
        prap_error error = {.size = sizeof error};
        put = change(calendars, division->number, &changes, &error) == PRAP_OK;
        if (!put) {
            cli_holidays_fault_from(calendars->holidays, division->name, &changes, &error, &fault);
            wrong_file(calendars->arguments, &fault);
        }
    } else {
        wrong_file(calendars->arguments, &fault);
    }
    free(changes.items);
    return put;
}

/* Says which --closed, from 0 on, it was: its title is still that of the command line. */
static void wrong_closed(const struct cli_arguments *arguments, const struct cli_changes *changes,
                         const prap_error *error) {
    const char *member = "";
    const prap_calendar_change *change = cli_changes_named(changes, error, &member);
    size_t n = 0;
    for (size_t i = 0; change != NULL && i < arguments->n_given; i++) {
        const struct cli_given *given = &arguments->given[i];
        if (given->option != CLI_CLOSED) continue;
        if (given->value + strcspn(given->value, "=") + 1 == change->title.bytes) break;
        n++;
    }
    if (change != NULL)
        cli_wrong_use(arguments->command, "--closed[%zu]: %s", n, error->message);
    else
        cli_wrong_use(arguments->command, "--closed: %s", error->message);
}

/* Where another division has a holiday on a closed day, there is nothing to add. */
static bool put_closed(struct cli_calendars *calendars, const prap_word *division, bool lenient) {
    const struct cli_arguments *arguments = calendars->arguments;
    struct cli_changes changes;
    bool put = read_all_closed(arguments, cli_calendar_of(calendars, division->number), lenient, &changes);
    if (put) {
        prap_error error = {.size = sizeof error};
        put = change(calendars, division->number, &changes, &error) == PRAP_OK;
        if (!put) wrong_closed(arguments, &changes, &error);
    }
    free(changes.items);
    return put;
}

static int read_file(struct cli_calendars *calendars) {
    const char *path = cli_value(calendars->arguments, CLI_HOLIDAYS);
    struct cli_holidays_fault fault;
    if (path == NULL) return CLI_EXIT_ANSWERED;
    switch (cli_holidays_read(path, &calendars->holidays, &fault)) {
    case CLI_HOLIDAYS_READ:
        return CLI_EXIT_ANSWERED;
    case CLI_HOLIDAYS_NO_FILE:
        fprintf(stderr, "prap %s: %s: %s\n", calendars->arguments->command->name, path, strerror(errno));
        return CLI_EXIT_FAILED;
    case CLI_HOLIDAYS_WRONG:
        break;
    }
    wrong_file(calendars->arguments, &fault);
    return CLI_EXIT_USE;
}

int cli_calendars_open(const struct cli_arguments *arguments, uint32_t wanted,
                       struct cli_calendars *ret_calendars) {
    *ret_calendars = (struct cli_calendars){.arguments = arguments};
    const int code = read_file(ret_calendars);
    if (code != CLI_EXIT_ANSWERED) return code;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DIVISION); i++) {
        const prap_word *division = prap_word_at(PRAP_WORDS_DIVISION, i);
        if (division->number >= CLI_DIVISIONS) continue;
        ret_calendars->lacks[division->number] =
            ret_calendars->holidays != NULL && division->number != wanted &&
            json_object_get(ret_calendars->holidays, division->name) == NULL;
        if (ret_calendars->lacks[division->number]) continue;
        if (!put_holidays(ret_calendars, division)) return CLI_EXIT_USE;
        if (!put_edition(ret_calendars, division)) return CLI_EXIT_USE;
        if (!put_closed(ret_calendars, division, division->number != wanted)) return CLI_EXIT_USE;
    }
    return CLI_EXIT_ANSWERED;
}

const prap_calendar *cli_calendar_of(const struct cli_calendars *calendars, uint32_t division) {
    if (division == 0 || division >= CLI_DIVISIONS || calendars->lacks[division]) return NULL;
    return calendars->ours[division] != NULL ? calendars->ours[division] : prap_calendar_built_in(division);
}

void cli_calendars_close(struct cli_calendars *calendars) {
    for (size_t i = 0; i < CLI_DIVISIONS; i++)
        prap_calendar_destroy(calendars->ours[i]);
    json_decref(calendars->holidays);
}
