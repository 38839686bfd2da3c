/*
 * extract-state.h: what is known of the referrals of an earlier extract: their identifiers and a keyed hash
 * of each value (prap_data_mark_record). On disk a line for each referral, sorted; no value is ever in it.
 */
#ifndef PRAP_CLI_EXTRACT_STATE_H
#define PRAP_CLI_EXTRACT_STATE_H

#include "extract-in.h"

struct cli_extract_known_referral {
    char *referral; /* the PRaP referral identifier */
    char *case_id;  /* the host's own, or the same */
    prap_data_mark *marks;
    size_t n;
};

struct cli_extract_state {
    struct cli_extract_known_referral *rows; /* by the bytes of their referrals */
    size_t n, room;
    uint8_t key[PRAP_DATA_KEY_BYTES];
};

/* The key of a file: 32 hexadecimal digits. Exit status, with a message. */
int cli_extract_key_read(const struct cli_arguments *arguments, const char *name,
                         struct cli_extract_state *state);

/* The state of a file; a file that is not there yet is an empty one. Exit status, with a message. */
int cli_extract_state_read(const char *name, struct cli_extract_state *state);

/* Writes it whole, or leaves what was there. Exit status, with a message. */
int cli_extract_state_write(const char *name, const struct cli_extract_state *state);

/* The referral, or NULL. */
struct cli_extract_known_referral *cli_extract_state_find(const struct cli_extract_state *state,
                                                          prap_text referral);

/*
 * Takes a record's marks: those of a referral that is known already are replaced. False with the fault set,
 * when the record has no referral identifier that could be one. Adding moves the rows.
 */
bool cli_extract_state_take(struct cli_extract_state *state, const struct cli_extract_record *record,
                            struct cli_fault *ret_fault);

/* The marks of a record under the state's key; the caller frees them. False with the fault set. */
bool cli_extract_marks(const struct cli_extract_state *state, const struct cli_extract_record *record,
                       prap_data_mark **ret_marks, size_t *ret_n, struct cli_fault *ret_fault);

/* Keeps that a referral is there, without marks. */
void cli_extract_state_see(struct cli_extract_state *state, prap_text referral);

void cli_extract_row_free(struct cli_extract_known_referral *row);
void cli_extract_state_free(struct cli_extract_state *state);

#endif
