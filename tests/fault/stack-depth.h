/* stack-depth.h: how much of the stack a function needs, with all that it calls. */
#ifndef STACK_DEPTH_H
#define STACK_DEPTH_H

#include <stddef.h>

/*
 * Runs it on a stack of its own that was painted before; the bytes between the end of the stack and the deepest one
 * that has changed, less what a function needs that does nothing. Exits where there is no room for that.
 */
size_t stack_depth(void (*run)(void *user), void *user);

#endif
