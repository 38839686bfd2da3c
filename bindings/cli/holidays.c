/* holidays.c: reads a bank-holidays.json. Its shape is that of https://www.gov.uk/bank-holidays.json. */
#include "holidays.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"

#define MOST_BYTES (1 << 20) /* GOV.UK's has about 25,000 */

static bool wrong(struct cli_holidays_fault *fault, const char *field, const char *message) {
    snprintf(fault->field, sizeof fault->field, "%s", field);
    fault->message = message;
    return false;
}

static bool wrong_event(struct cli_holidays_fault *fault, const char *division, size_t i, const char *member,
                        const char *message) {
    char field[sizeof fault->field];
    snprintf(field, sizeof field, "%s.events[%zu]%s%s", division, i, member[0] == '\0' ? "" : ".", member);
    return wrong(fault, field, message);
}

enum cli_holidays_read cli_holidays_read(const char *path, json_t **ret_object,
                                         struct cli_holidays_fault *ret_fault) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return CLI_HOLIDAYS_NO_FILE;
    char *bytes = malloc(MOST_BYTES + 1);
    if (bytes == NULL) cli_out_of_memory();
    const size_t n = fread(bytes, 1, MOST_BYTES + 1, file);
    const int cause = ferror(file) ? errno : 0;
    fclose(file);
    *ret_object = cause == 0 && n <= MOST_BYTES ? json_loadb(bytes, n, JSON_REJECT_DUPLICATES, NULL) : NULL;
    free(bytes);
    errno = cause;
    if (cause != 0) return CLI_HOLIDAYS_NO_FILE;
    if (json_is_object(*ret_object)) return CLI_HOLIDAYS_READ;
    json_decref(*ret_object);
    *ret_object = NULL;
    wrong(ret_fault, "",
          n > MOST_BYTES ? "the file has more than a million bytes" : "the file is not a JSON object");
    return CLI_HOLIDAYS_WRONG;
}

/* One event as a day to add. */
static bool read_event(const json_t *event, const char *division, size_t i, prap_calendar_change *ret_change,
                       struct cli_holidays_fault *fault) {
    const json_t *title = json_object_get(event, "title");
    const json_t *date = json_object_get(event, "date");
    const json_t *notes = json_object_get(event, "notes");
    const json_t *bunting = json_object_get(event, "bunting");
    if (!json_is_object(event)) return wrong_event(fault, division, i, "", "an event is an object");
    if (!json_is_string(title)) return wrong_event(fault, division, i, "title", "a text is wanted");
    if (!json_is_string(date))
        return wrong_event(fault, division, i, "date", "a day is wanted, as \"YYYY-MM-DD\"");
    if (notes != NULL && !json_is_string(notes))
        return wrong_event(fault, division, i, "notes", "a text is wanted");
    if (bunting != NULL && !json_is_boolean(bunting))
        return wrong_event(fault, division, i, "bunting", "true or false is wanted");
    prap_day day;
    const prap_status status = prap_day_parse(json_string_value(date), json_string_length(date), &day);
    if (status != PRAP_OK) return wrong_event(fault, division, i, "date", prap_status_meaning(status));
    const size_t n = json_string_length(title);
    if (n == 0 || n > PRAP_TITLE_BYTES)
        return wrong_event(fault, division, i, "title", "a title has 1 to 64 bytes");
    *ret_change = (prap_calendar_change){
        .kind = PRAP_CALENDAR_ADD_DAY,
        .day = day,
        .substitute = notes != NULL && strcmp(json_string_value(notes), "Substitute day") == 0,
        .title = {json_string_value(title), n}};
    return true;
}

static int32_t year_of(prap_day day) {
    int32_t year = 0;
    (void)prap_day_to_civil(day, &year, NULL, NULL);
    return year;
}

static int by_day(const void *left, const void *right) {
    const prap_day a = ((const prap_calendar_change *)left)->day,
                   b = ((const prap_calendar_change *)right)->day;
    return (a > b) - (a < b);
}

/* Puts a replacement of each year of the n sorted days in front of them: first the years from known on. */
static size_t replace_years(prap_calendar_change *into, const prap_calendar_change *days, size_t n,
                            prap_day known) {
    size_t years = 0;
    for (size_t i = 0; i < n; i++) {
        const bool first_of_year = i == 0 || year_of(days[i].day) != year_of(days[i - 1].day);
        if (first_of_year && year_of(days[i].day) >= year_of(known))
            into[years++] = (prap_calendar_change){.kind = PRAP_CALENDAR_REPLACE_YEAR, .day = days[i].day};
    }
    for (size_t i = n; i-- > 0;) {
        const bool last_of_year = i + 1 == n || year_of(days[i].day) != year_of(days[i + 1].day);
        if (last_of_year && year_of(days[i].day) < year_of(known))
            into[years++] = (prap_calendar_change){.kind = PRAP_CALENDAR_REPLACE_YEAR, .day = days[i].day};
    }
    return years;
}

bool cli_holidays_changes(const json_t *object, const char *division, const prap_calendar *base,
                          struct cli_changes *ret_changes, struct cli_holidays_fault *ret_fault) {
    const json_t *part = json_object_get(object, division);
    const json_t *name = json_object_get(part, "division");
    const json_t *events = json_object_get(part, "events");
    char field[sizeof ret_fault->field];
    if (!json_is_object(part))
        return wrong(ret_fault, division, "an object with the division's events is wanted");
    snprintf(field, sizeof field, "%s.division", division);
    if (!json_is_string(name) || strcmp(json_string_value(name), division) != 0)
        return wrong(ret_fault, field, "the division's own name is wanted");
    snprintf(field, sizeof field, "%s.events", division);
    if (!json_is_array(events) || json_array_size(events) == 0)
        return wrong(ret_fault, field, "a list of at least one event is wanted");
    const size_t n = json_array_size(events);
    prap_calendar_change *days = calloc(n, sizeof *days);
    ret_changes->items = calloc(n * 2, sizeof *ret_changes->items);
    if (days == NULL || ret_changes->items == NULL) cli_out_of_memory();
    bool read = true;
    for (size_t i = 0; read && i < n; i++)
        read = read_event(json_array_get(events, i), division, i, &days[i], ret_fault);
    if (read) {
        qsort(days, n, sizeof *days, by_day);
        const size_t years =
            replace_years(ret_changes->items, days, n, prap_calendar_get_identity(base)->known_first);
        memcpy(ret_changes->items + years, days, n * sizeof *days);
        ret_changes->n = years + n;
    }
    free(days);
    return read;
}

const prap_calendar_change *cli_changes_named(const struct cli_changes *changes, const prap_error *error,
                                              const char **ret_member) {
    static const char prefix[] = "changes[";
    const size_t n = sizeof prefix - 1;
    if (strncmp(error->field, prefix, n) != 0) return NULL;
    char *end;
    const unsigned long i = strtoul(error->field + n, &end, 10);
    if (i >= changes->n || strncmp(end, "].", 2) != 0) return NULL;
    *ret_member = end + 2;
    return &changes->items[i];
}

/* Is this the event that a change came from? A title is still that of the event; a year comes from all of it. */
static bool is_source(const json_t *event, const prap_calendar_change *change) {
    prap_day day = PRAP_DAY_NONE;
    const json_t *date = json_object_get(event, "date");
    if (change->kind == PRAP_CALENDAR_ADD_DAY)
        return json_string_value(json_object_get(event, "title")) == change->title.bytes;
    (void)prap_day_parse(json_string_value(date), json_string_length(date), &day);
    return year_of(day) == year_of(change->day);
}

void cli_holidays_fault_from(const json_t *object, const char *division, const struct cli_changes *changes,
                             const prap_error *error, struct cli_holidays_fault *ret_fault) {
    const json_t *events = json_object_get(json_object_get(object, division), "events"), *event;
    const char *member = "";
    const prap_calendar_change *change = cli_changes_named(changes, error, &member);
    size_t i, source = json_array_size(events);
    snprintf(ret_fault->field, sizeof ret_fault->field, "%s.events", division);
    ret_fault->message = error->message;
    json_array_foreach(events, i, event) {
        if (change != NULL && source == json_array_size(events) && is_source(event, change)) source = i;
    }
    if (source < json_array_size(events))
        wrong_event(ret_fault, division, source, strcmp(member, "title") == 0 ? member : "date", error->message);
}
