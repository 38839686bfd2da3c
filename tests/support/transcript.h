/*
 * transcript.h: what a test program was told, in words, held against a golden file whole: assertions look at what a test
 * is about, the transcript at everything else.
 *
 *   transcript("may-call 2015-12-16 mandated", "  to-call permitted\n");     asked, answered
 *   return transcript_end(cmocka_run_group_tests(...), argc, argv);
 *
 * An answer that was given before is not written again, so that the file can be read; but every answer, in its order, is
 * in the sum of its last line. PROGRAM GOLDEN compares, PROGRAM --write GOLDEN takes what was told as golden: read it
 * first. Without an argument nothing is compared. PRAP_TRANSCRIPT=all prints every answer.
 */
#ifndef TEST_TRANSCRIPT_H
#define TEST_TRANSCRIPT_H

#include <stddef.h>
#include <stdint.h>

/* answered: whole lines. Neither may hold an address, a time, or anything else that is another in the next run. */
void transcript(const char *asked, const char *answered);

/* Adds to a text in so much room, as printf does. Too little room ends the program: what is cut off is not compared. */
#ifdef __GNUC__
__attribute__((format(printf, 3, 4)))
#endif
void transcript_add(char *text, size_t room_bytes, const char *format, ...);

/* The sum of what was summed before, at first of TRANSCRIPT_NOTHING, and n bytes more: FNV-1a. */
#define TRANSCRIPT_NOTHING UINT64_C(0xcbf29ce484222325)
uint64_t transcript_sum(uint64_t sum, const void *bytes, size_t n);

/* What main returns: failed, or 1 when what was told is not what the golden file holds. */
int transcript_end(int failed, int argc, char **argv);

#endif
