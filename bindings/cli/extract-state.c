/* extract-state.c: see extract-state.h. */
#include "extract-state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "json-out.h"
#include "output.h"

enum { MARK_BYTES = 16, MARK_DIGITS = 2 * MARK_BYTES };

static int compare(prap_text a, const char *b) {
    const size_t n = strlen(b);
    const int order = a.n == 0 || n == 0 ? 0 : memcmp(a.bytes, b, a.n < n ? a.n : n);
    return order != 0 ? order : (a.n > n) - (a.n < n);
}

/* Where a referral is, or would be. */
static size_t place_of(const struct cli_extract_state *state, prap_text referral, bool *ret_there) {
    size_t low = 0, high = state->n;
    *ret_there = false;
    while (low < high && !*ret_there) {
        const size_t middle = low + (high - low) / 2;
        const int order = compare(referral, state->rows[middle].referral);
        *ret_there = order == 0;
        if (order == 0)
            low = middle;
        else if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

struct cli_extract_known_referral *cli_extract_state_find(const struct cli_extract_state *state,
                                                          prap_text referral) {
    bool there;
    const size_t place = place_of(state, referral, &there);
    return there ? &state->rows[place] : NULL;
}

static char *copy(prap_text text) {
    char *kept = malloc(text.n + 1);
    if (kept == NULL) cli_out_of_memory();
    memcpy(kept, text.n == 0 ? "" : text.bytes, text.n);
    kept[text.n] = '\0';
    return kept;
}

/* The row of a referral, made where there is none yet. */
static struct cli_extract_known_referral *row_of(struct cli_extract_state *state, prap_text referral) {
    bool there;
    const size_t place = place_of(state, referral, &there);
    if (there) return &state->rows[place];
    if (state->n == state->room) {
        state->room = 2 * state->room + 256;
        state->rows = realloc(state->rows, state->room * sizeof *state->rows);
        if (state->rows == NULL) cli_out_of_memory();
    }
    memmove(&state->rows[place + 1], &state->rows[place], (state->n - place) * sizeof *state->rows);
    state->n++;
    state->rows[place] = (struct cli_extract_known_referral){.referral = copy(referral)};
    return &state->rows[place];
}

bool cli_extract_marks(const struct cli_extract_state *state, const struct cli_extract_record *record,
                       prap_data_mark **ret_marks, size_t *ret_n, struct cli_fault *ret_fault) {
    prap_error error = {.size = sizeof error};
    prap_data_mark *marks = calloc(record->data.n + 1, sizeof *marks);
    if (marks == NULL) cli_out_of_memory();
    if (prap_data_mark_record(state->key, &record->data, marks, record->data.n, ret_n, &error) == PRAP_OK) {
        *ret_marks = marks;
        return true;
    }
    free(marks);
    cli_fault_from_error(ret_fault, &error);
    return false;
}

static void put_marks(struct cli_extract_known_referral *row, prap_text case_id, prap_data_mark *marks,
                      size_t n) {
    free(row->case_id);
    free(row->marks);
    row->case_id = copy(case_id);
    row->marks = marks;
    row->n = n;
}

bool cli_extract_state_take(struct cli_extract_state *state, const struct cli_extract_record *record,
                            struct cli_fault *ret_fault) {
    prap_data_mark *marks;
    size_t n;
    if (!cli_extract_marks(state, record, &marks, &n, ret_fault)) return false;
    put_marks(row_of(state, record->referral), record->case_id, marks, n);
    return true;
}

void cli_extract_state_see(struct cli_extract_state *state, prap_text referral) {
    (void)row_of(state, referral);
}

void cli_extract_row_free(struct cli_extract_known_referral *row) {
    free(row->referral);
    free(row->case_id);
    free(row->marks);
}

void cli_extract_state_free(struct cli_extract_state *state) {
    for (size_t i = 0; i < state->n; i++)
        cli_extract_row_free(&state->rows[i]);
    free(state->rows);
    memset(state, 0, sizeof *state);
}

static int digit_of(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

static bool bytes_of(const char *digits, uint8_t *bytes) {
    for (size_t i = 0; i < MARK_BYTES; i++) {
        const int high = digit_of(digits[2 * i]), low = high < 0 ? -1 : digit_of(digits[2 * i + 1]);
        if (low < 0) return false;
        bytes[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}

static void digits_of(const uint8_t *bytes, char *digits) {
    for (size_t i = 0; i < MARK_BYTES; i++)
        snprintf(digits + 2 * i, 3, "%02x", bytes[i]);
}

int cli_extract_key_read(const struct cli_arguments *arguments, const char *name,
                         struct cli_extract_state *state) {
    char digits[MARK_DIGITS + 2] = "";
    FILE *stream = fopen(name, "rb");
    const size_t n = stream == NULL ? 0 : fread(digits, 1, MARK_DIGITS + 1, stream);
    if (stream == NULL || ferror(stream)) {
        fprintf(stderr, "prap extract: %s cannot be read: %s\n", name, strerror(errno));
        if (stream != NULL) fclose(stream);
        return CLI_EXIT_FAILED;
    }
    fclose(stream);
    const bool whole =
        n == MARK_DIGITS || (n > MARK_DIGITS && (digits[MARK_DIGITS] == '\n' || digits[MARK_DIGITS] == '\r'));
    const bool good = whole && bytes_of(digits, state->key);
    memset(digits, 0, sizeof digits);
    if (good) return CLI_EXIT_ANSWERED;
    cli_wrong_use(arguments->command, "--key: a file with 32 hexadecimal digits is wanted");
    return CLI_EXIT_USE;
}

/* A mark of nothing, by which a state says whether a key is its own. */
static void probe(const struct cli_extract_state *state, char *digits) {
    const prap_data_value value = {{"-", 1}, PRAP_DATA_ITEM_PRAP_REFERRAL_ID, 0};
    const prap_data_record record = {.size = sizeof record, .on = PRAP_DAY_NONE, .values = &value, .n = 1};
    prap_data_mark mark;
    size_t n;
    if (prap_data_mark_record(state->key, &record, &mark, 1, &n, NULL) != PRAP_OK) cli_out_of_memory();
    digits_of(mark.mark, digits);
}

static json_t *head_of(const struct cli_extract_state *state) {
    char digits[MARK_DIGITS + 1];
    json_t *object = cli_json_new();
    probe(state, digits);
    cli_json_set_text(object, "extract", "state");
    cli_json_set_text(object, "marks", "siphash-2-4-128");
    cli_json_set_text(object, "probe", digits);
    cli_json_set_number(object, "referrals", (int64_t)state->n);
    return object;
}

static json_t *line_of(const struct cli_extract_known_referral *row) {
    json_t *object = cli_need(json_object()), *marks = cli_need(json_array());
    cli_json_set_text(object, "referral", row->referral);
    if (strcmp(row->case_id, row->referral) != 0) cli_json_set_text(object, "case", row->case_id);
    for (size_t i = 0; i < row->n; i++) {
        char digits[MARK_DIGITS + 1];
        digits_of(row->marks[i].mark, digits);
        cli_json_append(marks, json_pack("[s,i,s]",
                                         prap_word_by_number(PRAP_WORDS_DATA_ITEM, row->marks[i].item)->name,
                                         (int)row->marks[i].occurrence, digits));
    }
    cli_json_set(object, "marks", marks);
    return object;
}

static int damaged(const char *name, uint64_t line, const char *what) {
    fprintf(stderr, "prap extract: %s:%llu: %s (damaged)\n", name, (unsigned long long)line, what);
    return CLI_EXIT_FAILED;
}

/* ["nino",0,"0123..."]: an item of a later version of the list is passed over. */
static bool read_mark(const json_t *value, prap_data_mark *mark, bool *ret_known) {
    const char *item = json_string_value(json_array_get(value, 0)),
               *digits = json_string_value(json_array_get(value, 2));
    const json_t *occurrence = json_array_get(value, 1);
    if (item == NULL || digits == NULL || strlen(digits) != MARK_DIGITS || !json_is_integer(occurrence))
        return false;
    const prap_word *word = prap_word_find(PRAP_WORDS_DATA_ITEM, item, strlen(item));
    const json_int_t number = json_integer_value(occurrence);
    *ret_known = word != NULL;
    *mark = (prap_data_mark){.item = word == NULL ? 0 : word->number, .occurrence = (uint32_t)number};
    return number >= 0 && number < PRAP_DATA_VALUES_MAX && bytes_of(digits, mark->mark);
}

static bool read_row(struct cli_extract_state *state, const json_t *object) {
    const json_t *marks = json_object_get(object, "marks"), *value,
                 *referral = json_object_get(object, "referral");
    const json_t *case_id = json_object_get(object, "case");
    size_t i, n = 0;
    if (!json_is_string(referral) || json_string_length(referral) == 0 || !json_is_array(marks)) return false;
    if (json_array_size(marks) > PRAP_DATA_VALUES_MAX) return false;
    prap_data_mark *ours = calloc(json_array_size(marks) + 1, sizeof *ours);
    if (ours == NULL) cli_out_of_memory();
    json_array_foreach(marks, i, value) {
        bool known;
        if (!read_mark(value, &ours[n], &known)) return free(ours), false;
        n += known ? 1 : 0;
    }
    const prap_text id = {json_string_value(referral), json_string_length(referral)};
    put_marks(row_of(state, id),
              json_is_string(case_id) ? (prap_text){json_string_value(case_id), json_string_length(case_id)}
                                      : id,
              ours, n);
    return true;
}

static int read_head(const struct cli_extract_state *state, const char *name, const json_t *object) {
    char digits[MARK_DIGITS + 1];
    const char *what = json_string_value(json_object_get(object, "extract"));
    const char *marks = json_string_value(json_object_get(object, "marks"));
    const char *kept = json_string_value(json_object_get(object, "probe"));
    if (what == NULL || strcmp(what, "state") != 0 || marks == NULL || kept == NULL)
        return damaged(name, 1, "it is not the state of an earlier import");
    if (strcmp(marks, "siphash-2-4-128") != 0) return damaged(name, 1, "it was written by a newer version");
    probe(state, digits);
    if (strcmp(kept, digits) == 0) return CLI_EXIT_ANSWERED;
    fprintf(stderr, "prap extract: %s: it was written with another key\n", name);
    return CLI_EXIT_FAILED;
}

/* A state is a file or not there yet: a device could be read without end, and would be replaced by a file. */
static bool is_no_file(const char *name) {
    struct stat found;
    return stat(name, &found) == 0 && !S_ISREG(found.st_mode);
}

/* A link that leads nowhere is there: what it is to lead to may only not be mounted. */
static bool is_not_there(const char *name) {
    struct stat found;
    return lstat(name, &found) != 0 && errno == ENOENT;
}

int cli_extract_state_read(const char *name, struct cli_extract_state *state) {
    if (is_not_there(name)) return CLI_EXIT_ANSWERED;
    if (is_no_file(name)) {
        fprintf(stderr, "prap extract: %s cannot be read: it is no file\n", name);
        return CLI_EXIT_FAILED;
    }
    FILE *stream = fopen(name, "rb");
    char *line = NULL;
    size_t room = 0;
    uint64_t number = 0;
    int64_t wanted = -1;
    int code = stream == NULL ? CLI_EXIT_FAILED : CLI_EXIT_ANSWERED;
    while (code == CLI_EXIT_ANSWERED) {
        errno = 0;
        const ssize_t n = getline(&line, &room, stream);
        if (n < 0 && errno == ENOMEM) cli_out_of_memory();
        if (n < 0) break;
        json_t *object = json_loadb(line, (size_t)n, JSON_REJECT_DUPLICATES, NULL);
        if (++number == 1) {
            code = read_head(state, name, object);
            wanted = json_integer_value(json_object_get(object, "referrals"));
        } else if (!json_is_object(object) || !read_row(state, object)) {
            code = damaged(name, number, "the line is not one of a referral");
        }
        json_decref(object);
    }
    if (code == CLI_EXIT_ANSWERED && (ferror(stream) || (int64_t)state->n != wanted))
        code = damaged(name, number, "it ends before all its referrals are there");
    if (stream == NULL)
        fprintf(stderr, "prap extract: %s cannot be read: %s\n", name, strerror(errno));
    else
        fclose(stream);
    free(line);
    return code;
}

static bool put_line(FILE *stream, json_t *object) {
    const bool put = json_dumpf(object, stream, JSON_COMPACT) == 0 && fputc('\n', stream) != EOF;
    json_decref(object);
    return put;
}

/* All lines, on the disk. Returns false with errno. */
static bool write_all(const char *name, const struct cli_extract_state *state) {
    const int file = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    FILE *stream = file < 0 ? NULL : fdopen(file, "wb");
    bool written = stream != NULL && put_line(stream, head_of(state));
    for (size_t i = 0; written && i < state->n; i++)
        written = put_line(stream, line_of(&state->rows[i]));
    written = written && fflush(stream) == 0 && fsync(file) == 0;
    const int cause = errno;
    if (stream != NULL && fclose(stream) != 0) return false; /* errno is of the close, which may be the first to know */
    errno = cause;
    return written;
}

/* Of a link the file is written anew that it leads to, not the link. What is half written is not left. */
int cli_extract_state_write(const char *name, const struct cli_extract_state *state) {
    char *led_to = realpath(name, NULL);
    const char *place = led_to == NULL ? name : led_to;
    const size_t n = strlen(place) + 8;
    char *other = cli_allocate(n);
    snprintf(other, n, "%s.new", place);
    const bool written = write_all(other, state) && rename(other, place) == 0;
    if (!written) {
        fprintf(stderr, "prap extract: %s cannot be written: %s\n", name, strerror(errno));
        (void)unlink(other);
    }
    free(other);
    free(led_to);
    return written ? CLI_EXIT_ANSWERED : CLI_EXIT_FAILED;
}
