/* canaries.c: see canaries.h. */
#include "canaries.h"

#include <stdint.h>
#include <string.h>

enum { FORMS = 9, ROOM = 2 * CANARY_LONGEST_PIECE + 8, FIRST_BASE64 = 6, SOIL = 16384 };

static const char small[] = "0123456789abcdef", large[] = "0123456789ABCDEF";

static size_t write_hex(const uint8_t *piece, size_t n, const char digits[17], char room[ROOM]) {
    for (size_t i = 0; i < n; i++) {
        room[2 * i] = digits[piece[i] >> 4];
        room[2 * i + 1] = digits[piece[i] & 15];
    }
    return 2 * n;
}

static size_t write_wide(const uint8_t *piece, size_t n, size_t first, char room[ROOM]) {
    memset(room, 0, 2 * n);
    for (size_t i = 0; i < n; i++) room[2 * i + first] = (char)piece[i];
    return 2 * n - 1; /* from one end of it or the other a zero may be cut off */
}

static size_t write_backwards(const uint8_t *piece, size_t n, char room[ROOM]) {
    for (size_t i = 0; i < n; i++) room[i] = (char)piece[n - 1 - i];
    return n;
}

/* The characters that are the piece's alone when it stands so many bytes after a multiple of three. */
static size_t write_base64(const uint8_t *piece, size_t n, size_t after, char room[ROOM]) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t length = 0;
    for (size_t bit = (6 - 8 * after % 6) % 6; bit + 6 <= 8 * n; bit += 6) {
        const uint32_t two = (uint32_t)piece[bit / 8] << 8 | (bit / 8 + 1 < n ? piece[bit / 8 + 1] : 0u);
        room[length++] = digits[two >> (10 - bit % 8) & 63];
    }
    return length;
}

/* The piece in one of the forms; how many bytes that makes. */
static size_t write_as(int form, const uint8_t *piece, size_t n, char room[ROOM]) {
    switch (form) {
    case 0: memcpy(room, piece, n); return n;
    case 1: return write_backwards(piece, n, room);
    case 2: return write_hex(piece, n, small, room);
    case 3: return write_hex(piece, n, large, room);
    case 4: return write_wide(piece, n, 0, room);
    case 5: return write_wide(piece, n, 1, room);
    }
    return write_base64(piece, n, (size_t)(form - FIRST_BASE64), room);
}

static bool holds(const char *bytes, size_t n, const char *wanted, size_t length) {
    for (size_t i = 0; i + length <= n; i++) {
        const char *found = memchr(bytes + i, wanted[0], n - length - i + 1);
        if (found == NULL) return false;
        if (memcmp(found, wanted, length) == 0) return true;
        i = (size_t)(found - bytes);
    }
    return false;
}

bool canary_is_in(const void *bytes, size_t n, const void *secret, size_t secret_bytes, size_t piece) {
    char room[ROOM];
    for (size_t at = 0; at + piece <= secret_bytes; at++) {
        for (int form = 0; form < FORMS; form++) {
            const size_t length = write_as(form, (const uint8_t *)secret + at, piece, room);
            if (holds(bytes, n, room, length)) return true;
        }
    }
    return false;
}

__attribute__((noinline)) void canary_soil_stack(const char *secret, size_t secret_bytes) {
    volatile char room[SOIL];
    for (size_t i = 0; i < sizeof room; i++) room[i] = secret[i % secret_bytes];
}
