/*
 * print-seeds.c: writes the cases of scenario files as inputs of the target cases, each with questions asked of it at its
 * end: print-seeds FOLDER FILE... With --bare before the folder it leaves the questions out, and prints the name and the
 * last day of each. make-seeds.py says what becomes of them.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "scenario-in.h"
#include "supplement-in.h"

enum { LINE_BYTES = 16384, SETTINGS = 8, NAMES = 256, ROOM = 1 << 15, FIRST_DAY = 14000, NAME_BYTES = 200, LATER = 28 };

/* The ids and the cases of a file: what a name stands for is its place. */
struct names {
    char text[NAMES][NAME_BYTES];
    uint32_t n;
};

/* An input that is being written. */
struct input {
    uint8_t bytes[ROOM];
    size_t n;
};

static struct names ids, cases;
static struct input head, inputs[NAMES];
static prap_day lasts[NAMES];
static bool bare;

static uint32_t place_of(struct names *names, prap_text name) {
    uint32_t i = 0;
    while (i < names->n && (strlen(names->text[i]) != name.n || memcmp(names->text[i], name.bytes, name.n) != 0)) i++;
    if (i < names->n) return i;
    must(names->n < NAMES && name.n < NAME_BYTES, "too many names");
    memcpy(names->text[names->n], name.bytes, name.n);
    names->text[names->n][name.n] = '\0';
    return names->n++;
}

static void put(struct input *input, uint32_t byte) {
    must(input->n < sizeof input->bytes, "too long an input");
    input->bytes[input->n++] = (uint8_t)byte;
}

static void put_short(struct input *input, uint32_t value) {
    put(input, value & UINT8_MAX);
    put(input, value >> 8);
}

static void put_day(struct input *input, prap_day day) {
    put_short(input, day == PRAP_DAY_NONE ? UINT16_MAX : (uint32_t)(day - FIRST_DAY) & UINT16_MAX);
}

static void put_head(const prap_setting *settings, size_t n, const prap_supplement *supplement) {
    head.n = 0;
    put(&head, (uint32_t)n);
    for (size_t i = 0; i < n; i++) {
        put(&head, settings[i].policy);
        put_short(&head, (uint32_t)settings[i].value);
    }
    put(&head, supplement->n_suspensions);
    put(&head, supplement->n_thresholds * 8 + supplement->n_deadlines);
    for (uint32_t i = 0; i < supplement->n_suspensions; i++) {
        put_day(&head, supplement->suspensions[i].from);
        put_day(&head, supplement->suspensions[i].until);
    }
    for (uint32_t i = 0; i < supplement->n_thresholds; i++) {
        put_day(&head, supplement->thresholds[i].from);
        put_short(&head, (uint32_t)(supplement->thresholds[i].pence / 100));
    }
    for (uint32_t i = 0; i < supplement->n_deadlines; i++) {
        const prap_deadline_definition *one = &supplement->deadlines[i];
        put(&head, one->programme);
        put(&head, one->fills);
        put(&head, one->anchor);
        put_short(&head, (uint32_t)one->n);
        put(&head, one->unit);
        put(&head, one->include_day);
        for (uint32_t k = 0; k < PRAP_DONE_BY_MAX; k++) put(&head, one->done_by[k]);
        put_day(&head, one->valid_from);
        put_day(&head, one->valid_until);
    }
}

static void put_fact(struct input *input, const prap_fact *fact) {
    put(input, fact->fact);
    if (fact->kind == PRAP_VALUE_DAY) {
        put(input, fact->kind + 48);
        put_day(input, (prap_day)fact->value);
    } else if (fact->value == 0) {
        put(input, fact->kind);
    } else if (fact->value < 0) {
        put(input, fact->kind + 80);
        put(input, (uint32_t)-fact->value);
    } else if (fact->value <= UINT8_MAX) {
        put(input, fact->kind + 16);
        put(input, (uint32_t)fact->value);
    } else {
        put(input, fact->kind + (fact->value <= UINT16_MAX ? 32 : 64));
        put_short(input, (uint32_t)fact->value & UINT16_MAX);
        if (fact->value > UINT16_MAX) put_short(input, (uint32_t)fact->value >> 16);
    }
}

static void put_command(struct input *input, const prap_command *command) {
    put(input, command->programme);
    put(input, command->event);
    put_day(input, command->on);
    put_day(input, command->recorded);
    put(input, command->id.n == 0 ? 0 : 1 + place_of(&ids, command->id) % UINT8_MAX);
    put(input, (uint32_t)command->n_facts % 66 + (command->flags != 0 ? 0x80 : 0));
    for (size_t i = 0; i < command->n_facts; i++) put_fact(input, &command->facts[i]);
}

/* A question: its number, a byte of its own, and the day. */
static void put_question(struct input *input, uint32_t question, uint32_t how, prap_day on) {
    put(input, question);
    put(input, how == 0 ? 0 : 32);
    put_day(input, on);
    if (how != 0) put(input, how);
}

static void put_questions(struct input *input, prap_day on) {
    for (uint32_t question = 0; question < 9; question++) {
        put_question(input, question, question == 7 ? 1 : 0, on);
        if (question == 4) put_day(input, PRAP_DAY_NONE);
        if (question == 7) put(input, 0);
    }
    for (uint32_t first = 0; first < 32; first += 8) {
        put_question(input, 9, 0, on);
        put_day(input, PRAP_DAY_NONE);
        put_day(input, PRAP_DAY_NONE);
        put(input, first);
        put(input, 8);
    }
    put_question(input, 11, 0, on);
    put_question(input, 12, 0, on);
    put_question(input, 13, 2, on);
    put_question(input, 14, 0, on);
    put(input, 0);
    put_question(input, 15, 0, on);
    put_day(input, on);
}

/* The whole of a caseload, now and four weeks on, by other rulebooks too. */
static void put_caseload(struct input *input, prap_day on, bool from_array) {
    put_question(input, 10, from_array ? 1 : 16, on);
    put(input, PRAP_CASELOAD_EVERY_CASE);
    put_day(input, on + LATER);
    put_day(input, on + LATER);
    put_day(input, on - LATER);
    put_day(input, on + LATER);
    put(input, 15);
    put(input, 7);
    put(input, 0);
    put(input, prap_word_count(PRAP_WORDS_DEADLINE) + 1);
    put_short(input, 1024);
    put(input, 15);
    for (uint32_t side = 0; side < PRAP_CASELOAD_SIDES; side++) {
        put(input, 0);
        put(input, 8);
    }
}

static void put_all(struct input *input, prap_day last) {
    put_questions(input, last);
    put_questions(input, last + LATER);
    put_caseload(input, last, false);
    put_caseload(input, last + 1, true);
    put_question(input, 17, 0, last + 3 * LATER);
}

static json_t *next_line(FILE *file) {
    static char line[LINE_BYTES];
    return fgets(line, sizeof line, file) == NULL ? NULL : json_loads(line, 0, NULL);
}

static void read_case(json_t *object) {
    struct scenario_command read;
    struct scenario_fault fault;
    memset(&read, 0, sizeof read);
    json_object_del(object, "expect");
    if (!scenario_read(object, &read, &fault) || read.command.key.case_id.n == 0) return;
    const uint32_t which = place_of(&cases, read.command.key.case_id);
    if (inputs[which].n == 0) inputs[which] = head;
    const prap_day last = read.command.recorded == PRAP_DAY_NONE ? read.command.on : read.command.recorded;
    if (inputs[which].n == head.n || last > lasts[which]) lasts[which] = last;
    put(&inputs[which], 128);
    put(&inputs[which], 0);
    put_command(&inputs[which], &read.command);
}

static void write_inputs(const char *folder, const char *name) {
    char path[4096];
    for (uint32_t i = 0; i < cases.n; i++) {
        struct input *input = &inputs[i];
        if (!bare) put_all(input, lasts[i]);
        else printf("%s-%" PRIu32 " %" PRId32 "\n", name, i, lasts[i]);
        snprintf(path, sizeof path, "%s/%s-%" PRIu32, folder, name, i);
        FILE *file = fopen(path, "wb");
        must(file != NULL && fwrite(input->bytes, 1, input->n, file) == input->n && fclose(file) == 0, "an input is not written");
    }
}

static void read_file(const char *folder, const char *path) {
    FILE *file = fopen(path, "r");
    struct cli_supplement supplement;
    struct cli_fault fault;
    prap_setting settings[SETTINGS];
    must(file != NULL, "no such file");
    memset(&ids, 0, sizeof ids);
    memset(&cases, 0, sizeof cases);
    memset(inputs, 0, sizeof inputs);
    memset(&supplement, 0, sizeof supplement);
    json_t *line = next_line(file);
    const int n = scenario_read_policies(json_object_get(line, "policies"), settings, SETTINGS);
    const json_t *given = json_object_get(line, "supplement");
    must(n >= 0 && (given == NULL || cli_supplement_read(given, &supplement, &fault)), "a header that cannot be read");
    put_head(settings, (size_t)n, &supplement.given);
    json_decref(line);
    while ((line = next_line(file)) != NULL) {
        if (json_is_object(line)) read_case(line);
        json_decref(line);
    }
    fclose(file);
    char name[NAME_BYTES];
    const char *last = strrchr(path, '/');
    snprintf(name, sizeof name, "%s", last == NULL ? path : last + 1);
    if (strrchr(name, '.') != NULL) *strrchr(name, '.') = '\0';
    write_inputs(folder, name);
}

int main(int argc, char **argv) {
    bare = argc > 1 && strcmp(argv[1], "--bare") == 0;
    const int first = bare ? 2 : 1;
    if (argc < first + 2) {
        fprintf(stderr, "usage: print-seeds [--bare] FOLDER FILE...\n");
        return 2;
    }
    for (int i = first + 1; i < argc; i++) read_file(argv[first], argv[i]);
    return 0;
}
