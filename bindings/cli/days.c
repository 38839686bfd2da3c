/* days.c: prap days with an operation on the command line: its operands as a question, its answer for people.
 */
#include "days.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "days-text.h"
#include "json-out.h"
#include "output.h"

/* A number as JSON has it; what is none stays a text, which no question takes for a number. */
static json_t *number_of(const char *text) {
    char *end;
    const size_t sign = text[0] == '-' ? 1 : 0;
    if (text[sign] < '0' || text[sign] > '9') return json_string_nocheck(text);
    errno = 0;
    const long long number = strtoll(text, &end, 10); /* what is too big stays so */
    return *end == '\0' ? json_integer(number) : json_string_nocheck(text);
}

/* The operands as a question, or NULL after a message. */
static json_t *read_question(const struct cli_arguments *arguments) {
    const char *first = arguments->operands[0];
    /* "prap days D-02 DAY" is short for "prap days compute D-02 DAY". */
    const size_t bare = cli_days_op_find(first) == NULL && prap_computation_find(first, strlen(first)) != NULL;
    const struct cli_days_op *op = cli_days_op_find(bare ? "compute" : first);
    size_t n = 0;
    if (op == NULL) {
        cli_wrong_use(arguments->command, "there is no such operation");
        return NULL;
    }
    while (n < CLI_DAYS_FIELDS && op->fields[n].name != NULL)
        n++;
    if (arguments->n_operands != n + 1 - bare) {
        cli_wrong_use(arguments->command, "%s takes %s", op->name, op->operands);
        return NULL;
    }
    json_t *object = cli_need(json_object());
    cli_json_set_text(object, "op", op->name);
    if (cli_has(arguments, CLI_POLICY)) cli_days_name_policies(object, arguments);
    for (size_t i = 0; i < n; i++) {
        const char *text = arguments->operands[i + 1 - bare];
        cli_json_set(object, op->fields[i].name,
                     op->fields[i].is_day || op->fields[i].is_text ? json_string_nocheck(text) : number_of(text));
    }
    return object;
}

static const char *weekday_of(const char *day_text) {
    prap_day day = PRAP_DAY_NONE;
    (void)prap_day_parse(day_text, strlen(day_text), &day);
    return cli_weekday(day);
}

static const char *text_in(const json_t *object, const char *key) {
    const char *text = json_string_value(json_object_get(object, key));
    return text == NULL ? "" : text;
}

static void put_number(const json_t *object, const char *key) {
    printf("%lld", (long long)json_integer_value(json_object_get(object, key)));
}

static void put_counted(const json_t *object, const char *key, const char *unit) {
    const json_int_t n = json_integer_value(json_object_get(object, key));
    printf("%lld %s%s", (long long)n, unit, n == 1 || n == -1 ? "" : "s");
}

/* Each day of the walk, after the day that it leaves out. */
static void put_why(const struct cli_asked *asked) {
    size_t i;
    const json_t *day;
    char left_out[PRAP_DAY_TEXT_BYTES];
    if (prap_day_format(asked->left_out, left_out, sizeof left_out) == PRAP_OK)
        printf("%s %-9s  the starting day, not counted\n", left_out, cli_weekday(asked->left_out));
    json_array_foreach(json_object_get(asked->answer, "why"), i, day) {
        const char *text = text_in(day, "day"), *holiday = text_in(day, "holiday");
        printf("%s %-9s  ", text, weekday_of(text));
        if (strcmp(text_in(day, "kind"), "working-day") == 0)
            put_number(day, "number");
        else
            printf("skipped: %s", holiday[0] != '\0' ? holiday : weekday_of(text));
        putchar('\n');
    }
}

static void put_moved(const json_t *moved) {
    const json_t *first = json_array_get(moved, 0);
    const char *before = text_in(first, "before"), *after = text_in(first, "after");
    if (first == NULL)
        puts("not moved");
    else
        printf("%s %s\n", before[0] != '\0' ? before : "-", after[0] != '\0' ? after : "-");
}

/* The answer's members a line each, or of a service that it is open, or when it opens. */
static void put_date(const json_t *answer) {
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)answer, name, value) {
        if (json_is_string(value) && strcmp(name, "computation") != 0) printf("%s: %s\n", name, json_string_value(value));
        if (json_is_boolean(value)) printf("%s: %s\n", name, json_is_true(value) ? "yes" : "no");
        if (json_is_object(value) && strcmp(name, "moved") == 0) {
            const char *before = text_in(value, "before");
            printf("moved from: %s\n", before[0] != '\0' ? before : "-");
        } else if (json_is_object(value)) {
            const json_t *set = json_object_get(value, "value");
            printf("setting: %s=", text_in(value, "policy"));
            if (json_is_integer(set))
                put_number(value, "value");
            else
                fputs(json_string_value(set), stdout);
            putchar('\n');
        }
    }
}

static void put(const struct cli_asked *asked) {
    const json_t *answer = asked->answer, *working = json_object_get(answer, "working");
    const char *holiday = text_in(answer, "holiday");
    if (json_object_get(answer, "why") != NULL) put_why(asked);
    if (json_object_get(answer, "computation") != NULL) {
        put_date(answer);
    } else if (json_object_get(answer, "day") != NULL) {
        puts(text_in(answer, "day"));
    } else if (json_is_true(working)) {
        puts("working");
    } else if (working != NULL) {
        printf("not working: %s\n", holiday[0] != '\0' ? holiday : cli_weekday(asked->values[0]));
    } else if (json_object_get(answer, "moved") != NULL) {
        put_moved(json_object_get(answer, "moved"));
    } else if (json_object_get(answer, "months") != NULL) {
        put_counted(answer, "months", "month");
        putchar(' ');
        put_counted(answer, "days", "day");
        putchar('\n');
    } else {
        put_number(answer, json_object_get(answer, "days") != NULL ? "days" : "working_days");
        putchar('\n');
    }
    if (json_object_get(answer, "coverage") != NULL)
        fputs("prap days: provisional: the holidays of that time are computed, not yet published\n", stderr);
}

/* A day or number that cannot be is wrong use; a count that the calendar does not cover is a question without
 * an answer. */
static int say_fault(const struct cli_arguments *arguments, const struct cli_fault *fault) {
    if (strcmp(fault->code, prap_status_name(PRAP_E_COVERAGE)) != 0) {
        cli_wrong_use(arguments->command, "%s: %s", fault->field, fault->message);
        return CLI_EXIT_USE;
    }
    fprintf(stderr, "prap days: %s: %s (%s)\n", fault->field, fault->message, fault->code);
    return CLI_EXIT_UNREAD;
}

static int ask(struct cli_asked *asked, const struct cli_arguments *arguments) {
    json_t *object = read_question(arguments);
    if (object == NULL) return CLI_EXIT_USE;
    asked->object = object;
    int code = CLI_EXIT_ANSWERED;
    if (cli_days_ask(asked))
        put(asked);
    else
        code = say_fault(arguments, &asked->fault);
    json_decref(asked->answer);
    json_decref(object);
    return code;
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
        struct cli_asked asked = {
            .calendars = &calendars,
            .division = number,
            .flags = cli_has(arguments, CLI_PROVISIONAL) ? PRAP_CALENDAR_ALLOW_PROVISIONAL : 0,
            .why = cli_has(arguments, CLI_WHY)};
        code = arguments->n_operands == 0 ? cli_days_lines(&calendars, number, asked.flags, asked.why)
                                          : ask(&asked, arguments);
    }
    cli_calendars_close(&calendars);
    return code;
}
