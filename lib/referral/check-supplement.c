/* check-supplement.c: is a host's supplement one that a rulebook can take? Every refusal names the field. */
#include "prap/vocabulary.h"

#include "base/error.h"
#include "base/text.h"
#include "referral/command.h"
#include "referral/definitions.h"
#include "referral/supplement.h"

static prap_status check_pair(prap_day from, prap_day until, const char *until_field, prap_error *reterr) {
    if (until == PRAP_DAY_NONE) return PRAP_OK;
    const prap_status status = prapi_day_check(until, until_field, reterr);
    if (status != PRAP_OK || from == PRAP_DAY_NONE || from <= until) return status;
    return prapi_fail(reterr, PRAP_E_ORDER, until_field, "it ends before it begins");
}

static prap_status check_suspension(const prap_supplement *theirs, uint32_t i, prap_error *reterr) {
    const prap_suspension *suspension = &theirs->suspensions[i];
    prap_status status = prapi_day_check(suspension->from, "from", reterr);
    if (status == PRAP_OK) status = check_pair(suspension->from, suspension->until, "until", reterr);
    if (status != PRAP_OK || i == 0) return status;
    const prap_day before = theirs->suspensions[i - 1].until;
    if (before != PRAP_DAY_NONE && before < suspension->from) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_ORDER, "from", "a suspension begins after the one before it has ended");
}

static prap_status check_threshold(const prap_supplement *theirs, uint32_t i, prap_error *reterr) {
    const prap_threshold *threshold = &theirs->thresholds[i];
    const prap_status status = prapi_day_check(threshold->from, "from", reterr);
    if (status != PRAP_OK) return status;
    if (i > 0 && theirs->thresholds[i - 1].from >= threshold->from) {
        return prapi_fail(reterr, PRAP_E_ORDER, "from", "a threshold begins after the one before it");
    }
    if (threshold->pence < 1) return prapi_fail(reterr, PRAP_E_RANGE, "pence", "a threshold is 1 pence or more");
    if (threshold->reserved == 0) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_RANGE, "reserved", "a reserved member is 0");
}

static prap_status check_word(uint32_t kind, uint32_t number, const char *field, prap_error *reterr) {
    if (number == 0) return prapi_fail(reterr, PRAP_E_REQUIRED, field, "it is required");
    if (prap_word_by_number(kind, number) != NULL) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_WORD, field, prap_status_meaning(PRAP_E_WORD));
}

static prap_status check_count(const prap_deadline_definition *definition, prap_error *reterr) {
    if (definition->include_day > 1) return prapi_fail(reterr, PRAP_E_RANGE, "include_day", "it is 0 or 1");
    if (definition->n < (int32_t)definition->include_day || definition->n > PRAP_DEFINITION_DAYS_MAX) {
        return prapi_fail(reterr, PRAP_E_RANGE, "n", "it is 0 to 3660, and 1 or more where the anchor is day 1");
    }
    bool ended = false;
    for (size_t i = 0; i < PRAP_DONE_BY_MAX; i++) {
        if (definition->done_by[i] == 0) {
            ended = true;
        } else if (ended) {
            return prapi_fail(reterr, PRAP_E_ORDER, "done_by", "nothing stands after the 0 that ends it");
        } else {
            const prap_status status = check_word(PRAP_WORDS_CASE_DAY, definition->done_by[i], "done_by", reterr);
            if (status != PRAP_OK) return status;
        }
    }
    return PRAP_OK;
}

static prap_status check_texts(const prap_deadline_definition *definition, prap_error *reterr) {
    if (definition->name.n == 0) return prapi_fail(reterr, PRAP_E_REQUIRED, "name", "a name is required");
    if (!prapi_text_is_kebab(definition->name, PRAP_DEFINITION_NAME_BYTES)) {
        return prapi_fail(reterr, PRAP_E_TEXT, "name",
                          "a name is a-z, 0-9 and single hyphens, beginning with a letter, at most 40 bytes");
    }
    const prap_word *word = prap_word_find(PRAP_WORDS_DEADLINE, definition->name.bytes, definition->name.n);
    if (word != NULL && word->number != definition->fills) {
        return prapi_fail(reterr, PRAP_E_WORD, "name", "a clock of the documents has this name");
    }
    if (definition->source.n == 0) {
        return prapi_fail(reterr, PRAP_E_REQUIRED, "source", "a definition says where it comes from");
    }
    if (prapi_text_is_printable(definition->source, PRAP_SOURCE_BYTES)) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_TEXT, "source", "a source is 1 to 120 bytes of printable UTF-8");
}

/* A clock of the documents stays theirs: only what they leave undefined can be filled (AMB-95). */
static prap_status check_fills(const prap_deadline_definition *definition, const prapi_programme *programme,
                               prap_error *reterr) {
    if (definition->programme != 0) {
        programme = prapi_programme_find(definition->programme);
        if (programme == NULL) return prapi_fail(reterr, PRAP_E_WORD, "programme", "there is no such programme");
    }
    if (definition->fills == 0) return PRAP_OK;
    if (prapi_programme_leaves_open(programme, definition->fills)) return PRAP_OK;
    prapi_fail(reterr, PRAP_E_WORD, "fills", "only a clock that the programme's documents leave undefined can be "
                                             "filled; of ");
    prapi_error_append(reterr, prapi_word_name(PRAP_WORDS_PROGRAMME, programme->number));
    prapi_error_append(reterr, programme->n_undefined == 0 ? " there is none" : " there are:");
    for (size_t i = 0; i < programme->n_undefined; i++) {
        prapi_error_append_word(reterr, prapi_word_name(PRAP_WORDS_DEADLINE, programme->undefined[i]));
    }
    return PRAP_E_WORD;
}

static prap_status check_definition(const prap_deadline_definition *definition, const prapi_programme *programme,
                                    prap_error *reterr) {
    prap_status status = check_texts(definition, reterr);
    if (status == PRAP_OK) status = check_fills(definition, programme, reterr);
    if (status == PRAP_OK) status = check_word(PRAP_WORDS_CASE_DAY, definition->anchor, "anchor", reterr);
    if (status == PRAP_OK) status = check_word(PRAP_WORDS_UNIT, definition->unit, "unit", reterr);
    if (status == PRAP_OK) status = check_count(definition, reterr);
    if (status == PRAP_OK && definition->valid_from != PRAP_DAY_NONE) {
        status = prapi_day_check(definition->valid_from, "valid_from", reterr);
    }
    if (status != PRAP_OK) return status;
    return check_pair(definition->valid_from, definition->valid_until, "valid_until", reterr);
}

/* Is there a day that both hold for? */
static bool overlap(const prap_deadline_definition *a, const prap_deadline_definition *b) {
    const bool a_first = a->valid_until != PRAP_DAY_NONE && b->valid_from != PRAP_DAY_NONE &&
                         a->valid_until < b->valid_from;
    const bool b_first = b->valid_until != PRAP_DAY_NONE && a->valid_from != PRAP_DAY_NONE &&
                         b->valid_until < a->valid_from;
    return !a_first && !b_first;
}

/* Two definitions of one clock are of different days. */
static prap_status check_beside(const prap_deadline_definition *earlier, const prap_deadline_definition *later,
                                prap_error *reterr) {
    const bool apart = earlier->programme != 0 && later->programme != 0 && earlier->programme != later->programme;
    const bool same_name = prapi_text_equal(earlier->name, later->name);
    const bool same_clock = same_name || (earlier->fills != 0 && earlier->fills == later->fills);
    if (apart || !same_clock) return PRAP_OK;
    if (earlier->fills != later->fills) {
        return prapi_fail(reterr, PRAP_E_WORD, "fills", "definitions of one name fill the same clock");
    }
    if (earlier->anchor != later->anchor) {
        return prapi_fail(reterr, PRAP_E_WORD, "anchor", "definitions of one clock have the same anchor");
    }
    if (!overlap(earlier, later)) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_TWICE, "valid_from", "two definitions of one clock hold for the same day");
}

static prap_status check_deadline(const prap_supplement *theirs, uint32_t i, const prapi_programme *programme,
                                  bool *ret_own, prap_error *reterr) {
    prap_deadline_definition definition;
    prap_status status = prapi_definition_read(theirs, i, &definition);
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "size", "a definition's size is one this library cannot adopt");
    }
    status = check_definition(&definition, programme, reterr);
    for (uint32_t before = 0; before < i && status == PRAP_OK; before++) {
        prap_deadline_definition other;
        (void)prapi_definition_read(theirs, before, &other); /* it was read when its turn came */
        status = check_beside(&other, &definition, reterr);
    }
    *ret_own = prapi_definition_is_for(&definition, programme->number);
    return status;
}

static prap_status check_list(const void *list, uint32_t n, uint32_t most, const char *field, prap_error *reterr) {
    if (n > most) return prapi_fail(reterr, PRAP_E_LIMIT, field, prap_status_meaning(PRAP_E_LIMIT));
    if (list == NULL && n > 0) return prapi_fail(reterr, PRAP_E_NULL, field, "the list is missing");
    return PRAP_OK;
}

static prap_status check_lists(const prap_supplement *ours, prap_error *reterr) {
    prap_status status = check_list(ours->suspensions, ours->n_suspensions, PRAP_SUSPENSIONS_MAX, "suspensions", reterr);
    if (status == PRAP_OK) {
        status = check_list(ours->thresholds, ours->n_thresholds, PRAP_THRESHOLDS_MAX, "thresholds", reterr);
    }
    if (status != PRAP_OK) return status;
    return check_list(ours->deadlines, ours->n_deadlines, PRAP_DEFINITIONS_MAX, "deadlines", reterr);
}

prap_status prapi_supplement_check(const prap_supplement *ours, const prapi_programme *programme, bool *ret_holds,
                                   prap_error *reterr) {
    prap_status status = check_lists(ours, reterr);
    if (status != PRAP_OK) return status;
    bool holds = ours->n_suspensions > 0 || ours->n_thresholds > 0;
    for (uint32_t i = 0; i < ours->n_suspensions; i++) {
        status = check_suspension(ours, i, reterr);
        if (status != PRAP_OK) return prapi_fail_in_list(reterr, status, "suspensions", i);
    }
    for (uint32_t i = 0; i < ours->n_thresholds; i++) {
        status = check_threshold(ours, i, reterr);
        if (status != PRAP_OK) return prapi_fail_in_list(reterr, status, "thresholds", i);
    }
    for (uint32_t i = 0; i < ours->n_deadlines; i++) {
        bool own = false;
        status = check_deadline(ours, i, programme, &own, reterr);
        if (status != PRAP_OK) return prapi_fail_in_list(reterr, status, "deadlines", i);
        holds = holds || own;
    }
    *ret_holds = holds;
    return PRAP_OK;
}
