/* arguments.c: reads the command line. Options may stand before or after operands; "--" ends them. */
#include "arguments.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct cli_command_row *cli_command_find(const char *name) {
    for (size_t i = 0; i < cli_command_count; i++) {
        if (strcmp(cli_command_rows[i].name, name) == 0) return &cli_command_rows[i];
    }
    return NULL;
}

bool cli_wrong_use(const struct cli_command_row *command, const char *format, ...) {
    va_list values;
    va_start(values, format);
    fprintf(stderr, "prap %s: ", command->name);
    vfprintf(stderr, format, values);
    fprintf(stderr, "; see prap %s --help\n", command->name);
    va_end(values);
    return false;
}

/* The option that a word "name" or "name=value" names, or CLI_OPTIONS. */
static enum cli_option find_option(const struct cli_command_row *command, const char *word,
                                   size_t name_bytes) {
    for (unsigned i = 0; i < CLI_OPTIONS; i++) {
        const char *name = cli_option_rows[i].name;
        const bool known = (command->options >> i & 1) != 0;
        if (known && strlen(name) == name_bytes && memcmp(name, word, name_bytes) == 0)
            return (enum cli_option)i;
    }
    return CLI_OPTIONS;
}

/* Reads the option at words[*at] and, where it takes one, its value. */
static bool read_option(struct cli_arguments *arguments, struct cli_given *given, char *const *words,
                        size_t n_words, size_t *at) {
    const bool dashes = strncmp(words[*at], "--", 2) == 0;
    const char *word = dashes ? words[*at] + 2 : strcmp(words[*at], "-h") == 0 ? "help" : "";
    const size_t name_bytes = strcspn(word, "=");
    const enum cli_option option = find_option(arguments->command, word, name_bytes);
    if (option == CLI_OPTIONS) {
        return cli_wrong_use(arguments->command, "there is no option %.*s", (int)strcspn(words[*at], "="),
                             words[*at]);
    }
    const struct cli_option_row *row = &cli_option_rows[option];
    if (!row->repeats && cli_has(arguments, option)) {
        return cli_wrong_use(arguments->command, "--%s is given twice", row->name);
    }
    const char *value = word[name_bytes] == '=' ? word + name_bytes + 1 : NULL;
    if (row->value == NULL && value != NULL) {
        return cli_wrong_use(arguments->command, "--%s takes no value", row->name);
    }
    if (row->value != NULL && value == NULL) {
        if (*at + 1 >= n_words) {
            return cli_wrong_use(arguments->command, "--%s needs a value, %s", row->name, row->value);
        }
        *at += 1;
        value = words[*at];
    }
    given[arguments->n_given] = (struct cli_given){option, value};
    arguments->n_given++;
    return true;
}

/* "-" is standard input, and "-3" is a number of days. */
static bool is_operand(const char *word) {
    return word[0] != '-' || word[1] == '\0' || (word[1] >= '0' && word[1] <= '9');
}

bool cli_arguments_read(const struct cli_command_row *command, char *const *words, size_t n_words,
                        struct cli_given *given, const char **operands, struct cli_arguments *ret_arguments) {
    *ret_arguments = (struct cli_arguments){.command = command, .given = given, .operands = operands};
    bool options_ended = false;
    for (size_t at = 0; at < n_words; at++) {
        if (!options_ended && strcmp(words[at], "--") == 0) {
            options_ended = true;
        } else if (options_ended || is_operand(words[at])) {
            operands[ret_arguments->n_operands] = words[at];
            ret_arguments->n_operands++;
        } else if (!read_option(ret_arguments, given, words, n_words, &at)) {
            return false;
        }
    }
    if (cli_has(ret_arguments, CLI_HELP)) return true;
    if (ret_arguments->n_operands > command->most) return cli_wrong_use(command, "too many operands");
    if (ret_arguments->n_operands < command->least)
        return cli_wrong_use(command, "%s is missing", command->operands);
    return true;
}

bool cli_has(const struct cli_arguments *arguments, enum cli_option option) {
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option == option) return true;
    }
    return false;
}

const char *cli_value(const struct cli_arguments *arguments, enum cli_option option) {
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option == option) return arguments->given[i].value;
    }
    return NULL;
}

bool cli_is_digits(const char *text) {
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

bool cli_day_value(const struct cli_arguments *arguments, enum cli_option option, prap_day *ret_day) {
    const char *name = cli_option_rows[option].name;
    const char *value = cli_value(arguments, option);
    if (value == NULL) return cli_wrong_use(arguments->command, "--%s DAY is missing", name);
    const prap_status status = prap_day_parse(value, strlen(value), ret_day);
    if (status != PRAP_OK)
        return cli_wrong_use(arguments->command, "--%s: %s", name, prap_status_meaning(status));
    return true;
}
