/* outcomes.c: which programmes have a decision table. */
#include "programmes/outcomes.h"

const prapi_outcomes *prapi_outcomes_find(uint32_t programme) {
    static const prapi_outcomes none; /* all zeros */
    return programme == prapi_ipes_outcomes.programme ? &prapi_ipes_outcomes : &none;
}
