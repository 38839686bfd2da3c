/* planted.h: the secrets of these tests, kept masked: in the clear only where a test says so, and wiped by
 * it. */
#ifndef TEST_PLANTED_H
#define TEST_PLANTED_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "prap/prap.h"
#include "verifier-host.h"

enum { PLANTED_MASK = 0x5A, PLANTED_SECRETS = 8 };

/* One page of them in the clear: what is held, and what is said. */
struct planted {
    char code[8];
    char answer[3];
    char nino[9];
    char name[21];
    char text[12];
    char said_nino[13];
    char said_name[19];
    char said_text[12];
    char said_postcode[8];
    uint32_t characters[9]; /* room for what is read of a number */
};

/* "K7#pQz2$", "JG103759A", "Wilhelmina Ødegårdh", "Ravensthorpe", "GY101SB", and how they are said; each byte ^
 * PLANTED_MASK. */
void planted_show(struct planted *planted, const uint32_t positions[3]);
void planted_wipe(struct planted *planted);

/* The masked bytes of the i-th secret that memory is searched for, and how many; 0: there is no such. */
size_t planted_masked(size_t i, const uint8_t **ret_masked);

/* The calls that are given them. Each returns 0 when it went as it should. */
int planted_answer(struct verifier_host *host, const struct planted *planted);
int planted_participant(const struct planted *planted);
int planted_nino(const struct planted *planted);
int planted_extract(const struct planted *planted);
int planted_refused(const struct planted *planted); /* a number given where none may be */

/* What these calls are made of: each wipes its own variables, not what a compiler made of them. Return as above. */
int planted_form(const struct planted *planted);
int planted_comparison(const struct planted *planted, const uint32_t positions[3]);
int planted_reading(struct planted *planted);

/* Likewise, of one value of a record. */
int planted_opened(const struct planted *planted);
int planted_formed(const struct planted *planted);
int planted_same(const struct planted *planted);
int planted_marked(const struct planted *planted);
int planted_word(const struct planted *planted);
int planted_postcode(const struct planted *planted);
int planted_folded(const struct planted *planted); /* an answer as it is compared */

#endif
