/*
 * day-model.h: working days the slow way, one day after another, to hold the library against: which days are
 * holidays, of which years they are known, and what an overlay's changes make of that.
 */
#ifndef TEST_DAY_MODEL_H
#define TEST_DAY_MODEL_H

#include <stdbool.h>

#include "prap/prap.h"

enum { DAY_MODEL_FIRST = -4018, DAY_MODEL_DAYS = 50000 }; /* from 1959-01-01: no calendar of 64 years reaches either end */

struct day_model {
    prap_day known_first;
    prap_day known_last;
    prap_day provisional_first;
    prap_day provisional_last;
    prap_day edition;
    uint8_t holiday[DAY_MODEL_DAYS]; /* 1 or 0, for each day from DAY_MODEL_FIRST on */
    uint32_t n_holidays;
};

/* What is known of a built-in calendar from its list of holidays and its identity. */
void day_model_of(struct day_model *model, const prap_calendar *built_in);

/* A change, and whether its title, as the test wrote it, is one that a day may have. */
struct modelled_change {
    prap_calendar_change change;
    bool is_title;
};

/*
 * Makes the changes. Returns the status that the library is to have, with the change and the member at fault; the
 * model is changed only when that is PRAP_OK.
 */
prap_status day_model_change(struct day_model *model, const struct modelled_change *changes, size_t n,
                             size_t *ret_i, const char **ret_member);

/* An answer as the library is to have it; quality and value stand only where status is PRAP_OK. */
struct modelled_answer {
    prap_status status;
    int32_t value;
    uint32_t quality;
};

bool day_model_is_working(const struct day_model *model, prap_day day); /* of a covered day */
bool day_model_is_known(const struct day_model *model, prap_day day);
struct modelled_answer day_model_is(const struct day_model *model, prap_day day, uint32_t flags);
struct modelled_answer day_model_add(const struct day_model *model, prap_day from, int32_t n, uint32_t flags);
struct modelled_answer day_model_nth(const struct day_model *model, prap_day first, int32_t n, uint32_t flags);
struct modelled_answer day_model_count(const struct day_model *model, prap_day first, prap_day last, uint32_t flags);
struct modelled_answer day_model_near(const struct day_model *model, prap_day day, int32_t step, uint32_t flags);

#endif
