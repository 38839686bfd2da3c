/*
 * canaries.h: secrets looked for in bytes that leave the library: any so many bytes of them in a row, forwards and
 * backwards, as hexadecimal digits of either case, as 16-bit characters of either order, and within base64 however it falls.
 */
#ifndef TEST_CANARIES_H
#define TEST_CANARIES_H

#include <stdbool.h>
#include <stddef.h>

enum { CANARY_PIECE = 4, CANARY_LONGEST_PIECE = 8 };

/* Is any piece of a secret, 4 to 8 bytes long, in the bytes? A shorter secret has no piece. */
bool canary_is_in(const void *bytes, size_t n, const void *secret, size_t secret_bytes, size_t piece);

/* Leaves the secret all over the stack below the caller, so that what is copied without having been written shows it. */
void canary_soil_stack(const char *secret, size_t secret_bytes);

#endif
