/* question.c: a question from outside, checked before anything is counted. */
#include "dates/question.h"

#include <stdbool.h>

#include "base/adopt.h"
#include "base/error.h"
#include "dates/moments.h"
#include "prap/vocabulary.h"

static const uint32_t every_flag = PRAP_DATE_ALLOW_PROVISIONAL | PRAP_DATE_NIGHT_SHIFTS | PRAP_DATE_IN_WORK;

bool prapi_is_about_moments(uint32_t computation) {
    return computation == PRAP_COMPUTATION_OUTAGE || computation == PRAP_COMPUTATION_DWP_OUTAGE ||
           computation == PRAP_COMPUTATION_SERVICE_HOURS;
}

static bool is_known(prap_moment moment) {
    return moment.day != PRAP_DAY_NONE;
}

/* Most computations take a day as it is; D-14 and D-21 need the one instant that a moment is. */
static prap_status check_moment(prap_moment moment, bool to_the_minute, const char *field, prap_error *reterr) {
    if (moment.minute == PRAP_MINUTE_NONE && to_the_minute) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, field, "this computation needs the minute of the day too");
    }
    if (moment.minute == PRAP_MINUTE_NONE) moment.minute = 0; /* MUT-EQUIV: any minute will do */
    prap_instant instant = 0; /* MUT-EQUIV: nobody reads it */
    const prap_status status = to_the_minute ? prap_moment_to_instant(moment, &instant) : prapi_moment_check(moment);
    if (status == PRAP_OK) return status;
    return prapi_fail(reterr, status, field,
                      status == PRAP_E_RANGE ? "minute is 0 to 1439 or none, offset -1439 to 1439 or none"
                                             : prap_status_meaning(status));
}

static prap_status check_words(const prap_date_question *question, const prap_computation *computation,
                               prap_error *reterr) {
    if (computation == NULL) {
        return prapi_fail(reterr, PRAP_E_WORD, "computation", "there is no such computation");
    }
    if ((question->flags & ~every_flag) != 0) return prapi_fail(reterr, PRAP_E_RANGE, "flags", "there is no such flag");
    if (computation->number != PRAP_COMPUTATION_SERVICE_HOURS) {
        if (question->service == 0) return PRAP_OK;
        return prapi_fail(reterr, PRAP_E_RANGE, "service", "this computation is not about a service");
    }
    if (prap_word_by_number(PRAP_WORDS_SERVICE, question->service) != NULL) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_WORD, "service", "there is no such service");
}

static prap_status check_moments(const prap_date_question *question, const prap_computation *computation,
                                 prap_error *reterr) {
    const bool to_the_minute = prapi_is_about_moments(computation->number);
    if (is_known(question->anchor)) {
        const prap_status status = check_moment(question->anchor, to_the_minute, "anchor", reterr);
        if (status != PRAP_OK) return status;
    } else if (computation->number != PRAP_COMPUTATION_ESF_EVIDENCE) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, "anchor", "a computation counts from a day");
    }
    if (!is_known(question->second)) return PRAP_OK;
    if (computation->second[0] == '\0') {
        return prapi_fail(reterr, PRAP_E_RANGE, "second", "this computation has no second day");
    }
    return check_moment(question->second, to_the_minute, "second", reterr);
}

static prap_status check_outages(const prap_date_question *question, prap_error *reterr) {
    if (question->outages == NULL && question->n_outages > 0) {
        return prapi_fail(reterr, PRAP_E_NULL, "outages", "a required argument is missing");
    }
    const prap_status status = prapi_windows_check(question->outages, question->n_outages);
    if (status == PRAP_OK) return status;
    return prapi_fail(reterr, status, "outages",
                      status == PRAP_E_ORDER ? "a window ends after it begins" : prap_status_meaning(status));
}

static prap_status check(const prap_date_question *question, prap_error *reterr) {
    const prap_computation *computation = prap_computation_by_number(question->computation);
    prap_status status = check_words(question, computation, reterr);
    if (status == PRAP_OK) status = check_moments(question, computation, reterr);
    return status == PRAP_OK ? check_outages(question, reterr) : status;
}

/* A moment in UK local time; before 1996 it is left as the host has it, and so is what is no one instant. */
static prap_moment local(prap_moment moment) {
    prap_instant instant = 0; /* MUT-EQUIV: in 1970 */
    (void)prap_moment_to_instant(moment, &instant);
    (void)prap_moment_from_instant(instant, &moment);
    return moment;
}

prap_status prapi_question_check(prap_date_question *ours, prap_error *reterr) {
    const prap_status status = check(ours, reterr);
    if (status != PRAP_OK) return status;
    ours->anchor = local(ours->anchor);
    ours->second = local(ours->second);
    return PRAP_OK;
}

/* An older host's question ends before ours, and what a newer one's says beyond ours must be nothing. */
prap_status prapi_question_take(prap_date_question *ours, const prap_date_question *theirs, prap_error *reterr) {
    const prap_status status = prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours);
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "question", "the question's size is one this library cannot adopt");
    }
    return prapi_question_check(ours, reterr);
}
