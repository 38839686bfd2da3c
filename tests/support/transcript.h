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

/* answered: whole lines. Neither may hold an address, a time, or anything else that is another in the next run. */
void transcript(const char *asked, const char *answered);

/* What main returns: failed, or 1 when what was told is not what the golden file holds. */
int transcript_end(int failed, int argc, char **argv);

#endif
