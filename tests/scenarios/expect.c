#include "expect.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct place {
    const char *file;
    unsigned line;
};

static unsigned differ(struct place place, const char *what, const json_t *expected, const json_t *found) {
    if (json_equal(expected, found) || (found == NULL && json_is_null(expected))) return 0;
    char *left = json_dumps(expected, JSON_COMPACT | JSON_ENCODE_ANY);
    char *right = found == NULL ? NULL : json_dumps(found, JSON_COMPACT | JSON_ENCODE_ANY);
    printf("%s:%u: %s: expected %s, got %s\n", place.file, place.line, what, left,
           right == NULL ? "nothing" : right);
    free(left);
    free(right);
    return 1;
}

/* One member of each object of a list, as a list. */
static json_t *column(const json_t *list, const char *key) {
    json_t *found = json_array();
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_array_append(found, json_object_get(json_array_get(list, i), key));
    }
    return found;
}

static unsigned compare_column(struct place place, const char *what, const json_t *expected,
                               const json_t *list, const char *key) {
    json_t *found = column(list, key);
    const unsigned n = differ(place, what, expected, found);
    json_decref(found);
    return n;
}

static unsigned compare_deadlines(struct place place, const json_t *expected, const json_t *list) {
    unsigned n = 0;
    void *at = json_object_iter((json_t *)expected);
    for (; at != NULL; at = json_object_iter_next((json_t *)expected, at)) {
        const json_t *found = NULL;
        for (size_t i = 0; i < json_array_size(list); i++) {
            const json_t *row = json_array_get(list, i);
            const char *name = json_string_value(json_object_get(row, "deadline"));
            if (name != NULL && strcmp(name, json_object_iter_key(at)) == 0) found = row;
        }
        void *member = json_object_iter(json_object_iter_value(at));
        for (; member != NULL; member = json_object_iter_next(json_object_iter_value(at), member)) {
            char what[80];
            snprintf(what, sizeof what, "deadline %s, %s", json_object_iter_key(at),
                     json_object_iter_key(member));
            n += differ(place, what, json_object_iter_value(member),
                        json_object_get(found, json_object_iter_key(member)));
        }
    }
    return n;
}

unsigned expect_compare(const char *file, unsigned line, const json_t *expected, const json_t *answer) {
    static const char *const plain[] = {"verdict", "stage", "feed", "version", "missing", "outside"};
    const struct place place = {file, line};
    const json_t *error = json_object_get(answer, "error");
    unsigned n = 0;
    if (error != NULL && json_object_get(expected, "error") == NULL) {
        n += differ(place, "error", json_null(), json_object_get(error, "code"));
    }
    void *at = json_object_iter((json_t *)expected);
    for (; at != NULL; at = json_object_iter_next((json_t *)expected, at)) {
        const char *key = json_object_iter_key(at);
        const json_t *value = json_object_iter_value(at);
        bool known = false;
        for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
            if (strcmp(plain[i], key) != 0) continue;
            n += differ(place, key, value, json_object_get(answer, key));
            known = true;
        }
        if (known) continue;
        if (strcmp(key, "error") == 0) {
            n += differ(place, key, value, json_object_get(error, "code"));
        } else if (strcmp(key, "field") == 0) {
            n += differ(place, key, value, json_object_get(error, "field"));
        } else if (strcmp(key, "rules") == 0) {
            n += compare_column(place, key, value, json_object_get(answer, "reasons"), "rule");
        } else if (strcmp(key, "notices") == 0) {
            n += compare_column(place, key, value, json_object_get(answer, "notices"), "notice");
        } else if (strcmp(key, "deadlines") == 0) {
            n += compare_deadlines(place, value, json_object_get(answer, "deadlines"));
        } else {
            printf("%s:%u: a line cannot expect \"%s\"\n", file, line, key);
            n++;
        }
    }
    return n;
}
