/*
 * command-lines.c: fuzz target. The first byte says which of the command's readers the rest is a line of JSON for: an event,
 * a supplement, a question to the desk or about a form, an event of a call, a file of bank holidays. A line is read, or
 * refused with a code and a sentence; neither repeats a secret that the line holds.
 */
#include <string.h>

#include "../bindings/cli/call-in.h"
#include "../bindings/cli/desk-in.h"
#include "../bindings/cli/event-in.h"
#include "../bindings/cli/form.h"
#include "../bindings/cli/holidays.h"
#include "../bindings/cli/output.h"
#include "../bindings/cli/supplement-in.h"
#include "canaries.h"
#include "fuzz.h"

static const char secret[] = "QZ#Vj7X9"; /* what a line says when it has a value that is a person's */

_Noreturn void cli_out_of_memory(void) {
    abort();
}

static void check_fault(bool good, const struct cli_fault *fault) {
    if (good) return;
    must(fault->code[0] != '\0' && fault->message[0] != '\0', "a fault that does not say what");
    must(!canary_is_in(fault, sizeof *fault, secret, sizeof secret - 1, CANARY_PIECE), "a fault gives a secret away");
}

static void read_event(const char *line, size_t n) {
    static struct cli_event event; /* large */
    struct cli_fault fault = {.code = ""};
    check_fault(cli_event_read(line, n, (prap_text){NULL, 0}, &event, &fault), &fault);
    cli_event_release(&event);
}

static void read_call(const char *line, size_t n) {
    static struct cli_call_event event;
    struct cli_fault fault = {.code = ""};
    check_fault(cli_call_event_read(line, n, &event, &fault), &fault);
    cli_call_event_release(&event);
}

static void read_supplement(const char *line, size_t n) {
    static struct cli_supplement supplement; /* large */
    struct cli_fault fault = {.code = ""};
    json_t *object = NULL;
    bool good = cli_json_read(line, n, NULL, &object, &fault);
    if (good) good = cli_supplement_read(object, &supplement, &fault);
    check_fault(good, &fault);
    json_decref(object);
}

static void read_desk(const char *line, size_t n) {
    static struct cli_desk_line read; /* large */
    struct cli_fault fault = {.code = ""};
    read.object = NULL;
    bool good = cli_json_read(line, n, cli_desk_is_field, &read.object, &fault);
    if (good) good = cli_desk_read(&read, &fault);
    check_fault(good, &fault);
    json_decref(read.object);
}

static void read_form(const char *line, size_t n) {
    static struct cli_form_line read; /* large */
    struct cli_fault fault = {.code = ""};
    read.object = NULL;
    bool good = cli_json_read(line, n, cli_form_is_field, &read.object, &fault);
    if (good) good = cli_form_read(&read, &fault);
    check_fault(good, &fault);
    json_decref(read.object);
}

static void read_holidays(const char *line, size_t n) {
    struct cli_holidays_fault fault = {.message = ""};
    struct cli_changes changes = {NULL, 0};
    json_t *object = json_loadb(line, n, JSON_REJECT_DUPLICATES, NULL);
    const prap_calendar *base = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    if (json_is_object(object) && !cli_holidays_changes(object, "scotland", base, &changes, &fault)) {
        must(fault.message != NULL && fault.message[0] != '\0', "a fault that does not say what");
        must(!canary_is_in(fault.field, sizeof fault.field, secret, sizeof secret - 1, CANARY_PIECE), "a fault gives a secret away");
    }
    free(changes.items);
    json_decref(object);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static void (*const readers[])(const char *line, size_t n) = {read_event, read_supplement, read_desk, read_form, read_call,
                                                                  read_holidays};
    if (n < 3) return 0;
    canary_soil_stack(secret, sizeof secret - 1);
    readers[bytes[0] % (sizeof readers / sizeof *readers)]((const char *)bytes + 1, n - 1);
    return 0;
}
