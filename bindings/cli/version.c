/* version.c: prap version: which library, rules and calendars these are. */
#include <stdio.h>

#include "commands.h"
#include "json-out.h"
#include "output.h"

static json_t *calendar_object(const prap_word *division, const prap_calendar_identity *identity) {
    json_t *object = cli_need(json_object());
    cli_json_set_text(object, "division", division->name);
    cli_json_set_day(object, "known_first", identity->known_first);
    cli_json_set_day(object, "known_last", identity->known_last);
    cli_json_set_day(object, "provisional_first", identity->provisional_first);
    cli_json_set_day(object, "provisional_last", identity->provisional_last);
    cli_json_set_number(object, "holidays", identity->n_holidays);
    cli_json_set_hash(object, "hash", identity->hash);
    cli_json_set_day(object, "edition", identity->edition);
    return object;
}

static void print_text(const json_t *object) {
    size_t i;
    const json_t *calendar;
    printf("prap %s\nlibrary interface %s\nrules %s\n", json_string_value(json_object_get(object, "library")),
           json_string_value(json_object_get(object, "abi")),
           json_string_value(json_object_get(object, "rules")));
    json_array_foreach(json_object_get(object, "calendars"), i, calendar) {
        printf("calendar %s %s, published from %s to %s, as of %s\n",
               json_string_value(json_object_get(calendar, "division")),
               json_string_value(json_object_get(calendar, "hash")),
               json_string_value(json_object_get(calendar, "known_first")),
               json_string_value(json_object_get(calendar, "known_last")),
               json_string_value(json_object_get(calendar, "edition")));
    }
}

int cli_version(const struct cli_arguments *arguments) {
    json_t *object = cli_json_new();
    json_t *calendars = cli_need(json_array());
    cli_json_set_text(object, "library", prap_library_version());
    cli_json_set_text(object, "abi", PRAP_CLI_SONAME);
    cli_json_set_hash(object, "rules", prap_library_rules_hash());
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DIVISION); i++) {
        const prap_word *division = prap_word_at(PRAP_WORDS_DIVISION, i);
        const prap_calendar *calendar = prap_calendar_built_in(division->number);
        if (calendar != NULL)
            cli_json_append(calendars, calendar_object(division, prap_calendar_get_identity(calendar)));
    }
    cli_json_set(object, "calendars", calendars);
    if (cli_has(arguments, CLI_JSON)) {
        cli_put_answer(object, false);
    } else {
        print_text(object);
        json_decref(object);
    }
    return CLI_EXIT_ANSWERED;
}
