/* due-format.c: prap due --format. The texts are the library's (prap/due-list.h), the same in every language. */
#include "due-format.h"

#include <string.h>

#include "commands.h"
#include "output.h"

static const struct {
    const char *name;
    uint32_t format;
} formats[] = {{"json", 0}, {"ics", PRAP_DUE_FORMAT_ICS}, {"csv", PRAP_DUE_FORMAT_CSV}};

enum { FORMATS = sizeof formats / sizeof formats[0] };

bool cli_due_format_read(const struct cli_arguments *arguments, struct cli_due_format *ret_format) {
    const char *name = cli_value(arguments, CLI_FORMAT);
    size_t f = 0;
    while (name != NULL && f < FORMATS && strcmp(formats[f].name, name) != 0)
        f++;
    if (f == FORMATS) return cli_wrong_use(arguments->command, "--format is json, ics or csv");
    *ret_format = (struct cli_due_format){.format = formats[f].format};
    if (ret_format->format == 0 && name != NULL && cli_has(arguments, CLI_SENSITIVE) && !cli_has(arguments, CLI_TEXT)) {
        return cli_wrong_use(arguments->command, "--sensitive goes with --text, --format ics or --format csv");
    }
    if (ret_format->format == 0) return true;
    if (cli_has(arguments, CLI_TEXT)) return cli_wrong_use(arguments->command, "--text and --format exclude each other");
    if (cli_has(arguments, CLI_OUTAGES)) {
        return cli_wrong_use(arguments->command, "--outages goes with JSON Lines: no other format has last_usable");
    }
    ret_format->row = (prap_due_row){.size = sizeof ret_format->row,
                                     .show_sensitive = cli_has(arguments, CLI_SENSITIVE)};
    return true;
}

void cli_due_format_begin(const struct cli_due_format *format) {
    char piece[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    if (prap_due_list_begin(format->format, piece, sizeof piece, &n) == PRAP_OK) cli_put(piece, n);
}

void cli_due_format_row(struct cli_due_format *format, prap_text case_id, uint32_t stage, const prap_deadline *deadline) {
    char piece[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    format->row.key.case_id = case_id;
    format->row.stage = stage;
    format->row.deadline = deadline;
    if (prap_due_list_row(format->format, &format->row, piece, sizeof piece, &n) != PRAP_OK) return;
    cli_put(piece, n);
    format->rows++;
}

void cli_due_format_end(const struct cli_due_format *format) {
    char piece[PRAP_DUE_PIECE_BYTES];
    size_t n = 0;
    if (prap_due_list_end(format->format, format->rows, piece, sizeof piece, &n) == PRAP_OK) cli_put(piece, n);
}
