/*
 * journal.h: one case as tests/journals keeps it for ever: what was recorded, the bytes that were stored of
 * it, and how the library that stored them said that it stood. Lines of text: case ID PROGRAMME AS-OF
 * [POLICY=VALUE]... did FLAGS EVENT ON RECORDED ID-or-hyphen [FACT:KIND:VALUE]... record HEX one for each did
 *   snapshot HEX
 *   stood STAGE FEED ...                  as journal_stands prints it; a later library may have more at a
 * line's end end Numbers are the permanent ones of the vocabulary. A stream of a verifier has "stream" for
 * "case" and no "did".
 */
#ifndef TEST_JOURNAL_H
#define TEST_JOURNAL_H

#include <stdio.h>

#include "draw-command.h"
#include "memory-cases.h"
#include "verifier-host.h"

enum { JOURNAL_EVENTS = 64, JOURNAL_TEXT = 16384 };

struct journal {
    bool is_stream;
    char case_id[PRAP_ID_BYTES + 1];
    uint32_t programme;
    prap_day as_of;
    prap_setting settings[EVENT_DRIVER_SETTINGS];
    size_t n_settings;
    struct drawn_command did[JOURNAL_EVENTS];
    uint8_t records[JOURNAL_EVENTS][PRAP_EVENT_BYTES];
    size_t record_bytes[JOURNAL_EVENTS];
    size_t n;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    size_t snapshot_bytes;
    char stood[JOURNAL_TEXT];
};

void journal_print(const struct journal *journal, FILE *out);

/* False at the end of the file. Aborts when the file is none of ours. */
bool journal_read(struct journal *journal, FILE *in);

/* The key under which it is stored. */
prap_key journal_key(const struct journal *journal);

/* Takes records and snapshot from a store, and puts them into one, index columns too. */
void journal_take(struct journal *journal, const struct memory_store *store);
void journal_put(const struct journal *journal, struct memory_store *store);

/* How the case stands, and stood after each of its events: "stood" lines. The host's engine must know the
 * programme. */
void journal_stands(struct test_host *host, const struct journal *journal, char text[JOURNAL_TEXT]);

/* The same of a stream: what a verifier says of it a minute before the last day ends. */
void journal_stream_stands(struct verifier_host *host, prap_instant at, char text[JOURNAL_TEXT]);

/* Whether each line begins with the words of the line that stood there, and there are as many lines. */
bool journal_stands_as_it_stood(const char *now, const char *stood);

#endif
