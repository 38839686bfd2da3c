/*
 * always.h: conditions that our own reasoning says cannot be otherwise, checked all the same.
 *
 * PRAPI_ALWAYS(x) is expected to be true, PRAPI_NEVER(x) to be false. Three builds, as SQLite does it:
 *   normal            the condition itself: a broken expectation takes the safe branch
 *   -DPRAPI_ASSERT    a broken expectation traps, so that tests and fuzzers see it
 *   -DPRAPI_COVERAGE  a constant, so that a branch which cannot be taken does not count as untested
 */
#ifndef PRAPI_BASE_ALWAYS_H
#define PRAPI_BASE_ALWAYS_H

#if defined(PRAPI_COVERAGE)
#define PRAPI_ALWAYS(x) ((void)sizeof(x), 1)
#define PRAPI_NEVER(x)  ((void)sizeof(x), 0)
#elif defined(PRAPI_ASSERT)
#define PRAPI_ALWAYS(x) ((x) ? 1 : (__builtin_trap(), 0))
#define PRAPI_NEVER(x)  ((x) ? (__builtin_trap(), 1) : 0)
#else
#define PRAPI_ALWAYS(x) (x)
#define PRAPI_NEVER(x)  (x)
#endif

#endif
