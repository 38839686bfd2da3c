/*
 * layout-test.c: today's structs against the frozen ones of layout-0.1.def, at compile time: a program
 * compiled with the 0.1 headers finds every member where it left it. A struct that begins with its size may
 * have grown at the end; a value type may not.
 */
#include <stddef.h>

#include "prap/prap.h"

#if UINTPTR_MAX == UINT64_MAX

#define SIZED(type, bytes) _Static_assert(sizeof(type) >= (bytes), #type " has shrunk");
#define FROZEN(type, bytes)                                                                                  \
    _Static_assert(sizeof(type) == (bytes), #type " is a value type and may not change");
#define MEMBER(type, member, offset, bytes)                                                                  \
    _Static_assert(offsetof(type, member) == (offset), #type "." #member " has moved");                      \
    _Static_assert(sizeof(((type *)0)->member) == (bytes), #type "." #member " has another size");
#include "layout-0.1.def"

int main(void) {
    return 0;
}

#else
/* The frozen numbers are those of 64-bit machines; Meson counts 77 as skipped. */
int main(void) {
    return 77;
}
#endif
