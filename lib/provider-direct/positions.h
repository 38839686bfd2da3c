/* positions.h: sets of three positions, as masks: bit 0 for the first character. Pure. */
#ifndef PRAPI_POSITIONS_H
#define PRAPI_POSITIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "prap/challenge.h"

/* How many sets of three there are of n positions. */
uint32_t prapi_sets_of(uint32_t n);

/* How many bits a mask has. */
uint32_t prapi_count_bits(uint32_t mask);

/*
 * The set that a random number of 16 bits stands for; 0 when it must be drawn again. Every set has the same
 * share of the numbers: those past the last whole round of sets are rejected (PD-22a).
 */
uint32_t prapi_positions_of(uint16_t number, uint32_t length);

/* Ascending, from 1; zeros for an empty mask. */
void prapi_positions_list(uint32_t mask, uint32_t ret_positions[PRAP_CHALLENGE_POSITIONS]);

/* The mask of three positions; 0 when they are not three of 1..length, ascending. */
uint32_t prapi_positions_mask(const uint32_t positions[PRAP_CHALLENGE_POSITIONS], uint32_t length);

#endif
