/* take-facts.h: facts out of an input's bytes, each of the type that it has, at a byte for each value. */
#ifndef FUZZ_TAKE_FACTS_H
#define FUZZ_TAKE_FACTS_H

#include "fuzz.h"
#include "prap/prap.h"

/* A value of the fact from one byte; days are counted from this one. Some values are unknown, or of another type. */
prap_fact take_value(struct rest *rest, uint32_t fact, prap_day about);

#endif
