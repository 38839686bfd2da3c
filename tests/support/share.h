/* share.h: how much of a long test to run. */
#ifndef TEST_SHARE_H
#define TEST_SHARE_H

/*
 * whole, or one part in PRAP_TEST_SHARE of it (never less than one) when the environment says so: under
 * Valgrind everything takes some fifty times as long.
 */
unsigned long test_share(unsigned long whole);

#endif
