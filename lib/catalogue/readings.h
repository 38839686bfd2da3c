/*
 * readings.h: the numbers of ambiguities and policies as constants, so that a row that names one which does
 * not exist does not compile: PRAPI_AMB_44, PRAPI_P_LATE_ACK. And how a row lists rules: R(IDENT) R(IDENT), or
 * NO_RULES.
 */
#ifndef PRAPI_CATALOGUE_READINGS_H
#define PRAPI_CATALOGUE_READINGS_H

#include "catalogue/rules.h"

enum {
    PRAPI_NO_AMBIGUITY = 0,
#define X(number, ident, ...) PRAPI_##ident = number,
#include "catalogue/ambiguities.def"
#undef X
};

enum {
    PRAPI_NO_POLICY = 0,
#define X(number, ident, ...) PRAPI_##ident = number,
#include "catalogue/policies.def"
#undef X
};

/* The last entry of every list of numbers is a 0 that is not counted: C has no empty arrays. */
#define PRAPI_LISTED(list) ((uint32_t)(sizeof(list) / sizeof((list)[0]) - 1))
#define R(ident) PRAPI_RULE_##ident,
#define S(ident) PRAPI_##ident,
#define NO_RULES
#define NO_SETTINGS

#endif
