/* wording-read.c: reads the file of --wording. What does not fit is an error: a sentence is never guessed. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "output.h"
#include "wording.h"

#define FILE_BYTES (1u << 20) /* longest file */

/* Where in the file something is wrong: "phrases", "refused", and so on. */
struct place {
    const struct cli_arguments *arguments;
    const char *file;
    const char *path[4];
};

/* One line on standard error: the file, where in it, what is wrong there. */
static bool wrong(const struct place *place, const char *what) {
    fprintf(stderr, "prap %s: %s", place->arguments->command->name, place->file);
    for (size_t i = 0; i < 4 && place->path[i] != NULL; i++)
        fprintf(stderr, "%s%s", i == 0 ? ": " : ".", cli_plain_text(place->path[i]));
    fprintf(stderr, ": %s\n", what);
    return false;
}

/* Is what stands between the braces at from in one text also a place of the other, once? */
static bool is_once(const char *place, size_t n, const char *in) {
    unsigned seen = 0;
    for (const char *at = strchr(in, '{'); at != NULL; at = strchr(at + 1, '{')) {
        if (strncmp(at, place, n) == 0) seen++;
    }
    return seen == 1;
}

/* Has in each place of from just once? n of a place counts both of its braces. */
static bool has_places_of(const char *from, const char *in) {
    for (const char *at = strchr(from, '{'); at != NULL; at = strchr(at + 1, '{')) {
        const char *end = strchr(at, '}');
        if (end == NULL || !is_once(at, (size_t)(end - at) + 1, in)) return false;
    }
    return true;
}

static bool check_text(const struct place *place, const json_t *value) {
    const char *text = json_string_value(value);
    if (text == NULL) return wrong(place, "a text is wanted");
    if (text[0] == '\0') return wrong(place, "the text is empty");
    if (cli_plain_text(text) != text) return wrong(place, "the text has a control character");
    return true;
}

static bool check_phrase(struct place *place, const char *id, const json_t *value) {
    place->path[1] = id;
    for (size_t i = 0; i < CLI_PHRASES; i++) {
        if (strcmp(cli_phrase_rows[i].id, id) != 0) continue;
        if (!check_text(place, value)) return false;
        const char *text = json_string_value(value), *english = cli_phrase_rows[i].english;
        if (strlen(text) > CLI_PHRASE_BYTES) return wrong(place, "a phrase has at most 400 bytes");
        if (has_places_of(english, text) && has_places_of(text, english)) return true;
        char what[CLI_PHRASE_BYTES];
        snprintf(what, sizeof what, "the text must have each place of the English once, and no other: %s",
                 english);
        return wrong(place, what);
    }
    return wrong(place, "there is no such phrase; prap explain --phrases lists them");
}

static bool check_word(struct place *place, const struct cli_kind_row *kind, const char *name,
                       const json_t *parts) {
    place->path[2] = name;
    place->path[3] = NULL;
    if (prap_word_find(kind->kind, name, strlen(name)) == NULL)
        return wrong(place, "there is no such word; prap explain --phrases lists them");
    if (!json_is_object(parts)) return wrong(place, "an object is wanted");
    for (void *at = json_object_iter((json_t *)parts); at != NULL;
         at = json_object_iter_next((json_t *)parts, at)) {
        bool known = false;
        place->path[3] = json_object_iter_key(at);
        for (unsigned i = 0; i < CLI_PARTS; i++)
            known = known || ((kind->parts >> i & 1) != 0 && strcmp(cli_part_names[i], place->path[3]) == 0);
        if (!known) return wrong(place, "no sentence says this of the word");
        if (!check_text(place, json_object_iter_value(at))) return false;
    }
    return true;
}

static bool check_kind(struct place *place, const char *name, const json_t *words) {
    place->path[1] = name;
    place->path[2] = place->path[3] = NULL;
    for (size_t i = 0; i < cli_kind_count; i++) {
        if (strcmp(cli_kind_rows[i].name, name) != 0) continue;
        if (!json_is_object(words)) return wrong(place, "an object is wanted");
        for (void *at = json_object_iter((json_t *)words); at != NULL;
             at = json_object_iter_next((json_t *)words, at)) {
            if (!check_word(place, &cli_kind_rows[i], json_object_iter_key(at), json_object_iter_value(at)))
                return false;
        }
        return true;
    }
    return wrong(place, "sentences use no such kind of word; prap explain --phrases lists them");
}

static bool check(struct place *place, json_t *object) {
    if (!json_is_object(object)) return wrong(place, "an object is wanted");
    for (void *at = json_object_iter(object); at != NULL; at = json_object_iter_next(object, at)) {
        json_t *part = json_object_iter_value(at);
        const bool phrases = strcmp(json_object_iter_key(at), "phrases") == 0;
        *place = (struct place){place->arguments, place->file, {json_object_iter_key(at), NULL, NULL, NULL}};
        if (!phrases && strcmp(place->path[0], "words") != 0)
            return wrong(place, "a wording file has phrases and words");
        if (!json_is_object(part)) return wrong(place, "an object is wanted");
        for (void *in = json_object_iter(part); in != NULL; in = json_object_iter_next(part, in)) {
            const char *key = json_object_iter_key(in);
            const json_t *value = json_object_iter_value(in);
            if (!(phrases ? check_phrase : check_kind)(place, key, value)) return false;
        }
    }
    return true;
}

/* The bytes of the file, or -1 with errno. */
static long read_file(const char *name, char *bytes) {
    FILE *stream = fopen(name, "rb");
    if (stream == NULL) return -1;
    const size_t n = fread(bytes, 1, FILE_BYTES + 1, stream);
    const int failed = ferror(stream) ? errno : 0;
    fclose(stream);
    errno = failed;
    return failed != 0 ? -1 : (long)n;
}

int cli_wording_read(const struct cli_arguments *arguments) {
    struct place place = {arguments, cli_value(arguments, CLI_WORDING), {NULL, NULL, NULL, NULL}};
    json_error_t error;
    char *bytes = malloc(FILE_BYTES + 1);
    if (bytes == NULL) cli_out_of_memory();
    const long n = read_file(place.file, bytes);
    if (n < 0) wrong(&place, strerror(errno));
    json_t *object = n < 0 || n > (long)FILE_BYTES
                         ? NULL
                         : json_loadb(bytes, (size_t)n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    free(bytes);
    if (n < 0) return CLI_EXIT_FAILED;
    if (n > (long)FILE_BYTES) {
        wrong(&place, "a wording file has at most 1048576 bytes");
    } else if (object == NULL) {
        char what[96];
        const bool twice = json_error_code(&error) == json_error_duplicate_key;
        snprintf(what, sizeof what, "line %d: %s", error.line,
                 twice ? "the file gives the same id twice" : "this is not JSON in UTF-8");
        wrong(&place, what);
    } else if (check(&place, object)) {
        cli_wording_use(object);
        return CLI_EXIT_ANSWERED;
    }
    json_decref(object);
    return CLI_EXIT_USE;
}
