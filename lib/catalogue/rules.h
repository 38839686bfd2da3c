/*
 * rules.h: the number of every rule as a constant, so that a row that cites a rule which does not exist does
 * not compile. PRAPI_RULE_IPES_3_23_N1 is the number of rule IPES-3.23-N1; PRAPI_RULE_NONE cites nothing.
 */
#ifndef PRAPI_CATALOGUE_RULES_H
#define PRAPI_CATALOGUE_RULES_H

enum {
    PRAPI_RULE_NONE = 0,
#define X(number, ident, ...) PRAPI_RULE_##ident = number,
#include "catalogue/rules.def"
#undef X
};

#endif
