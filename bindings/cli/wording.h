/*
 * wording.h: how the sentences for people are worded. What is said is fixed by ids: those of phrases.def, and
 * the public names of the vocabulary. How it is said is English, or what a wording file puts in its place.
 */
#ifndef PRAP_CLI_WORDING_H
#define PRAP_CLI_WORDING_H

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>

#include "arguments.h"

enum cli_phrase {
#define X(NAME, id, english) CLI_PHRASE_##NAME,
#include "phrases.def"
#undef X
    CLI_PHRASES
};

#define CLI_PHRASE_BYTES 400 /* longest phrase of a wording file */

struct cli_phrase_row {
    const char *id;
    const char *english;
};

extern const struct cli_phrase_row cli_phrase_rows[CLI_PHRASES];

/* What a sentence says of a word. */
enum cli_part { CLI_PART_NAME, CLI_PART_MEANING, CLI_PART_CURE, CLI_PARTS };

extern const char *const cli_part_names[CLI_PARTS];

/* The kinds of word that sentences use, and which parts of theirs. */
struct cli_kind_row {
    uint32_t kind;
    const char *name;
    unsigned parts; /* a bit for each cli_part */
};

extern const struct cli_kind_row cli_kind_rows[];
extern const size_t cli_kind_count;

/* A phrase as it is worded; one with places wants cli_say. */
const char *cli_phrase(enum cli_phrase phrase);

/* Says a phrase, its places filled in: name, value, name, value ..., NULL. */
void cli_say(FILE *stream, enum cli_phrase phrase, ...) __attribute__((sentinel));

/* The same as a text that the caller frees. */
char *cli_said(enum cli_phrase phrase, ...) __attribute__((sentinel));

/* The wording of a word; otherwise, when this version knows no such word. */
const char *cli_word(uint32_t kind, const char *name, enum cli_part part, const char *otherwise);

/* Writes text and fills up with spaces to so many characters. */
void cli_pad(FILE *stream, const char *text, size_t characters);

/* Words from now on by object, which is taken over; NULL: in English. It must have been checked. */
void cli_wording_use(json_t *object);

/* Reads the file of --wording. Returns CLI_EXIT_ANSWERED, or what to end with after a message. */
int cli_wording_read(const struct cli_arguments *arguments);

/* Prints the wording in force as a wording file with nothing left out. */
int cli_wording_print(void);

#endif
