#include "expect-call.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What may be expected: a member of the answer or of its error, or one member of each row of a list. */
static const struct {
    const char *key;
    const char *within; /* NULL: the answer itself */
    const char *member;
} kinds[] = {
    {"verdict", NULL, "verdict"},     {"stage", NULL, "stage"},         {"participant", NULL, "participant"},
    {"standing", NULL, "standing"},   {"missing", NULL, "missing"},     {"listed", NULL, "listed"},
    {"left", NULL, "left"},           {"questions", NULL, "questions"}, {"row", NULL, "row"},
    {"rules", "reasons", "rule"},     {"reasons", "reasons", "reason"}, {"earliest", "reasons", "earliest"},
    {"reminders", "reminders", "reminder"}, {"whom", "reminders", "participant"},
    {"error", "error", "code"},       {"field", "error", "field"},
};

static json_t *found_by(size_t kind, const json_t *answer) {
    const json_t *within = kinds[kind].within == NULL ? answer : json_object_get(answer, kinds[kind].within);
    if (!json_is_array(within)) return json_incref(json_object_get(within, kinds[kind].member));
    json_t *list = json_array();
    for (size_t i = 0; i < json_array_size(within); i++) {
        json_t *member = json_object_get(json_array_get(within, i), kinds[kind].member);
        if (member == NULL) json_array_append_new(list, json_null());
        else json_array_append(list, member);
    }
    return list;
}

static unsigned compare(const char *file, unsigned line, const char *what, const json_t *expected, const json_t *found) {
    if (json_equal(expected, found) || (found == NULL && json_is_null(expected))) return 0;
    char *left = json_dumps(expected, JSON_COMPACT | JSON_ENCODE_ANY);
    char *right = found == NULL ? NULL : json_dumps(found, JSON_COMPACT | JSON_ENCODE_ANY);
    printf("%s:%u: %s: expected %s, got %s\n", file, line, what, left, right == NULL ? "nothing" : right);
    free(left);
    free(right);
    return 1;
}

unsigned expect_call(const char *file, unsigned line, const json_t *expected, const json_t *answer) {
    const char *key;
    json_t *value;
    unsigned n = 0;
    const json_t *error = json_object_get(json_object_get(answer, "error"), "code");
    if (error != NULL && json_object_get(expected, "error") == NULL) n += compare(file, line, "error", json_null(), error);
    json_object_foreach((json_t *)expected, key, value) {
        size_t kind = 0;
        while (kind < sizeof kinds / sizeof kinds[0] && strcmp(kinds[kind].key, key) != 0) kind++;
        if (kind == sizeof kinds / sizeof kinds[0]) {
            printf("%s:%u: a line cannot expect \"%s\"\n", file, line, key);
            n++;
            continue;
        }
        json_t *found = found_by(kind, answer);
        n += compare(file, line, key, value, found);
        json_decref(found);
    }
    return n;
}
