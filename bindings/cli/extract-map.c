/* extract-map.c: see extract-map.h. */
#include "extract-map.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "json-out.h"
#include "output.h"

static const char *const targets[] = {
    [CLI_EXTRACT_CASE] = "case",       [CLI_EXTRACT_PROGRAMME] = "programme",
    [CLI_EXTRACT_CHANNEL] = "channel", [CLI_EXTRACT_MAPPA] = "mappa",
    [CLI_EXTRACT_SCR] = "scr",         [CLI_EXTRACT_PARTIAL] = "partial",
    [CLI_EXTRACT_ON] = "on",
};

/* A word or a heading of that name, in small letters or capitals. */
static bool is_named(prap_text text, const char *name) {
    const size_t n = strlen(name);
    if (text.n != n) return false;
    for (size_t i = 0; i < n; i++) {
        const char byte =
            text.bytes[i] >= 'A' && text.bytes[i] <= 'Z' ? (char)(text.bytes[i] - 'A' + 'a') : text.bytes[i];
        if (byte != name[i]) return false;
    }
    return true;
}

static prap_text trimmed(prap_text text) {
    while (text.n > 0 && strchr(" \t\r\n", text.bytes[0]) != NULL && text.bytes[0] != '\0')
        text.bytes++, text.n--;
    while (text.n > 0 && strchr(" \t\r\n", text.bytes[text.n - 1]) != NULL && text.bytes[text.n - 1] != '\0')
        text.n--;
    return text;
}

static struct cli_extract_column column_named(prap_text name) {
    for (size_t i = CLI_EXTRACT_CASE; i < sizeof targets / sizeof targets[0]; i++)
        if (is_named(name, targets[i])) return (struct cli_extract_column){(enum cli_extract_target)i, 0};
    const uint32_t item = prap_data_item_find(name.n == 0 ? NULL : name.bytes, name.n);
    return (struct cli_extract_column){item == 0 ? CLI_EXTRACT_UNKNOWN : CLI_EXTRACT_ITEM, item};
}

struct cli_extract_column cli_extract_column_of(const struct cli_extract_known *known, prap_text heading) {
    const prap_text bare = trimmed(heading);
    const char *key;
    json_t *value;
    json_object_foreach(known->map, key, value) {
        if (strlen(key) != bare.n || memcmp(key, bare.bytes, bare.n) != 0) continue;
        if (json_is_null(value)) return (struct cli_extract_column){CLI_EXTRACT_IGNORED, 0};
        return column_named((prap_text){json_string_value(value), json_string_length(value)});
    }
    return column_named(bare);
}

void cli_extract_name(struct cli_extract_column column, size_t number, char *room) {
    if (column.target == CLI_EXTRACT_ITEM) {
        snprintf(room, 48, "%s", prap_word_by_number(PRAP_WORDS_DATA_ITEM, column.item)->name);
    } else if (column.target >= CLI_EXTRACT_CASE) {
        snprintf(room, 48, "%s", targets[column.target]);
    } else {
        snprintf(room, 48, "column %zu", number);
    }
}

bool cli_extract_says(prap_text text, const char *word) {
    return is_named(trimmed(text), word);
}

prap_day cli_extract_day(prap_text text) {
    const prap_text bare = trimmed(text);
    char written[11];
    int day_of_month = 0, month = 0, year = 0, used = 0;
    prap_day day = PRAP_DAY_NONE;
    if (bare.n == 0 || prap_day_parse(bare.bytes, bare.n, &day) == PRAP_OK || bare.n >= sizeof written)
        return day;
    memcpy(written, bare.bytes, bare.n);
    written[bare.n] = '\0';
    if (sscanf(written, "%2d/%2d/%4d%n", &day_of_month, &month, &year, &used) == 3 && (size_t)used == bare.n)
        (void)prap_day_from_civil(year, month, day_of_month, &day);
    return day;
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, enum cli_extract_target target,
                  const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), targets[target], message);
    return false;
}

static bool take_tristate(prap_text text, uint32_t *ret_value) {
    static const char *const yes[] = {"yes", "y", "true", "1"}, *const no[] = {"no", "n", "false", "0"};
    for (size_t i = 0; i < 4; i++) {
        if (is_named(text, yes[i])) return *ret_value = PRAP_VALUE_YES, true;
        if (is_named(text, no[i])) return *ret_value = PRAP_VALUE_NO, true;
    }
    *ret_value = PRAP_VALUE_UNKNOWN;
    return is_named(text, "unknown");
}

static bool take_word(prap_text text, uint32_t kind, uint32_t *ret_number) {
    for (uint32_t i = 0; i < prap_word_count(kind); i++) {
        if (!is_named(text, prap_word_at(kind, i)->name)) continue;
        *ret_number = prap_word_at(kind, i)->number;
        return true;
    }
    return false;
}

/* The procedures are words of the same kind, and nobody is referred to them. */
static bool take_programme(prap_text text, uint32_t *ret_programme) {
    return take_word(text, PRAP_WORDS_PROGRAMME, ret_programme) && *ret_programme <= PRAP_PROGRAMME_JETS;
}

bool cli_extract_take(struct cli_extract_record *record, enum cli_extract_target target, prap_text text,
                      struct cli_fault *ret_fault) {
    static const char yes_or_no[] = "yes, no or unknown is wanted";
    prap_data_record *data = &record->data;
    const prap_text bare = trimmed(text);
    uint32_t value = 0;
    if (bare.n == 0) return true;
    switch (target) {
    case CLI_EXTRACT_CASE:
        record->case_id = bare;
        return true;
    case CLI_EXTRACT_PROGRAMME:
        if (take_programme(bare, &data->programme)) return true;
        return wrong(ret_fault, PRAP_E_WORD, target, "there is no such programme");
    case CLI_EXTRACT_CHANNEL:
        if (take_word(bare, PRAP_WORDS_DATA_CHANNEL, &data->channel)) return true;
        return wrong(ret_fault, PRAP_E_WORD, target, "prap, email or clerical is wanted");
    case CLI_EXTRACT_MAPPA:
        return take_tristate(bare, &data->mappa) || wrong(ret_fault, PRAP_E_WORD, target, yes_or_no);
    case CLI_EXTRACT_SCR:
        return take_tristate(bare, &data->scr) || wrong(ret_fault, PRAP_E_WORD, target, yes_or_no);
    case CLI_EXTRACT_PARTIAL:
        if (!take_tristate(bare, &value) || value == PRAP_VALUE_UNKNOWN)
            return wrong(ret_fault, PRAP_E_WORD, target, "yes or no is wanted");
        data->partial = value == PRAP_VALUE_YES ? 1 : 0;
        return true;
    case CLI_EXTRACT_ON:
        if (prap_day_parse(bare.bytes, bare.n, &data->on) == PRAP_OK) return true;
        return wrong(ret_fault, PRAP_E_DAY_FORM, target, prap_status_meaning(PRAP_E_DAY_FORM));
    case CLI_EXTRACT_UNKNOWN:
    case CLI_EXTRACT_ITEM:
    case CLI_EXTRACT_IGNORED:
        return true;
    }
    return true;
}

/* Each value of the map is an item, another name of the list above, or null. */
static bool check_map(const struct cli_arguments *arguments, json_t *map) {
    const char *key;
    json_t *value;
    json_object_foreach(map, key, value) {
        const prap_text name = {json_string_value(value), json_string_length(value)};
        if (json_is_null(value) ||
            (json_is_string(value) && column_named(name).target != CLI_EXTRACT_UNKNOWN))
            continue;
        cli_wrong_use(arguments->command,
                      "--map: each heading has the name of an item, or null; prap extract items lists them");
        return false;
    }
    return true;
}

static int read_map(const struct cli_arguments *arguments, json_t **ret_map) {
    json_error_t error;
    const char *name = cli_value(arguments, CLI_MAP);
    if (name == NULL) return CLI_EXIT_ANSWERED;
    FILE *stream = fopen(name, "rb");
    if (stream != NULL) *ret_map = json_loadf(stream, JSON_REJECT_DUPLICATES, &error);
    if (stream == NULL || ferror(stream)) {
        fprintf(stderr, "prap extract: %s cannot be read: %s\n", name, strerror(errno));
        if (stream != NULL) fclose(stream);
        return CLI_EXIT_FAILED;
    }
    fclose(stream);
    if (json_is_object(*ret_map)) return check_map(arguments, *ret_map) ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
    cli_wrong_use(arguments->command, "--map: a file with a JSON object of headings and items is wanted");
    return CLI_EXIT_USE;
}

/* In a record that is no word at all; in an option a value was meant. */
static bool is_blank(const char *text) {
    return trimmed((prap_text){text, strlen(text)}).n == 0;
}

/* --fact mappa=no, scr=no, channel=email, partial=yes */
static bool read_facts(const struct cli_arguments *arguments, struct cli_extract_record *record) {
    unsigned given = 0; /* a bit for each target */
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option != CLI_FACT) continue;
        const char *text = arguments->given[i].value, *is = strchr(text, '=');
        struct cli_fault fault;
        const struct cli_extract_column column = is == NULL
                                                     ? (struct cli_extract_column){0}
                                                     : column_named((prap_text){text, (size_t)(is - text)});
        if (column.target < CLI_EXTRACT_CHANNEL || column.target == CLI_EXTRACT_ON || is_blank(is + 1))
            return cli_wrong_use(arguments->command,
                                 "--fact: channel, mappa, scr or partial, and its value, is wanted");
        if (!cli_extract_take(record, column.target, (prap_text){is + 1, strlen(is + 1)}, &fault))
            return cli_wrong_use(arguments->command, "--fact: %s: %s", fault.field, fault.message);
        if ((given >> column.target & 1) != 0)
            return cli_wrong_use(arguments->command, "--fact: %s is given twice", targets[column.target]);
        given |= 1u << column.target;
    }
    return true;
}

int cli_extract_known(const struct cli_arguments *arguments, struct cli_extract_known *ret_known) {
    struct cli_extract_record record = {
        .data = {.size = sizeof record.data, .on = PRAP_DAY_NONE, .channel = PRAP_DATA_CHANNEL_PRAP}};
    const char *programme = cli_value(arguments, CLI_PROGRAMME);
    *ret_known = (struct cli_extract_known){.map = NULL};
    if (programme != NULL &&
        !take_programme((prap_text){programme, strlen(programme)}, &record.data.programme)) {
        cli_wrong_use(arguments->command, "--programme: there is no such programme");
        return CLI_EXIT_USE;
    }
    if (cli_has(arguments, CLI_AS_OF) && !cli_day_value(arguments, CLI_AS_OF, &record.data.on))
        return CLI_EXIT_USE;
    if (!read_facts(arguments, &record)) return CLI_EXIT_USE;
    ret_known->data = record.data;
    return read_map(arguments, &ret_known->map);
}
