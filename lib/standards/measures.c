/* measures.c: a measure of a case, totals over a period, and their rates. */
#include "prap/vocabulary.h"

#include "programmes/programme.h"
#include "standards/standards.h"

_Static_assert(sizeof((prap_measure_total *)0)->excluded / sizeof(uint64_t) == PRAP_EXCLUSIONS_MAX, "one number, told twice");

/* The standards are those of IPES: another programme must not borrow them (AMB-95). */
static bool is_set(const prapi_measuring *on) {
    const prapi_programme *programme = prapi_programme_find(on->summary->programme);
    return prapi_programme_cites(programme, PRAP_WORDS_MEASURE, on->measure->measure, 0, &on->measure->rule);
}

static void measure_one(const prapi_measuring *on) {
    static void (*const by_measure[])(const prapi_measuring *) = {
        [PRAP_MEASURE_CSS1] = prapi_measure_css1,
        [PRAP_MEASURE_CSS2] = prapi_measure_css2,
        [PRAP_MEASURE_CSS2_MEETING] = prapi_measure_css2_meeting,
        [PRAP_MEASURE_CSS2_RECORD] = prapi_measure_css2_record,
        [PRAP_MEASURE_CSS3] = prapi_measure_css3,
        [PRAP_MEASURE_FACE_TO_FACE_HANDOVER] = prapi_measure_handover,
        [PRAP_MEASURE_DIGITAL_MEETING] = prapi_measure_digital,
        [PRAP_MEASURE_DNA_FEW_ATTEMPTS] = prapi_measure_attempts,
        [PRAP_MEASURE_LATE_ACKNOWLEDGEMENT] = prapi_measure_late,
        [PRAP_MEASURE_ORPHAN_FEED] = prapi_measure_orphan,
    };
    if (is_set(on)) by_measure[on->measure->measure](on);
    else prapi_measuring_exclude(on, PRAP_EXCLUSION_NOT_SET);
    if (on->measure->day == PRAP_DAY_NONE) on->measure->day = on->summary->made_on;
}

/* how far a standard is from being missed. */
static prap_status count_days_left(const prapi_measuring *on) {
    if (on->measure->result != PRAP_RESULT_OPEN) return PRAP_OK;
    return prap_calendar_count_working_days(prap_rulebook_calendar(on->rulebook), on->summary->as_of,
                                            on->measure->day, PRAP_CALENDAR_ALLOW_PROVISIONAL,
                                            &on->measure->working_days_left, NULL);
}

prap_status prap_measure_case(const prap_answer *answer, const prap_rulebook *rulebook, uint32_t measure,
                              prap_measure *ret_measure) {
    if (answer == NULL || rulebook == NULL || ret_measure == NULL) return PRAP_E_NULL;
    if (ret_measure->size < sizeof *ret_measure) return PRAP_E_SIZE;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_MEASURE, measure);
    if (word == NULL) return PRAP_E_WORD;
    const prap_summary *summary = prap_answer_summary(answer);
    if (summary->version == 0 || summary->programme != prap_rulebook_programme(rulebook)) return PRAP_E_RANGE;
    prap_measure one = {.size = ret_measure->size, .measure = measure, .rule = word->rule,
                        .day = PRAP_DAY_NONE, .done_on = PRAP_DAY_NONE};
    const prapi_measuring on = {answer, summary, rulebook, &one};
    measure_one(&on);
    const prap_status status = count_days_left(&on);
    if (status == PRAP_OK) *ret_measure = one;
    return status;
}

bool prapi_measure_is_in(const prap_measure *measure, prap_day first, prap_day last) {
    if (measure->day == PRAP_DAY_NONE) return first == PRAP_DAY_NONE && last == PRAP_DAY_NONE;
    return (first == PRAP_DAY_NONE || measure->day >= first) && (last == PRAP_DAY_NONE || measure->day <= last);
}

static prap_status check_add(const prap_measure_total *total, const prap_measure *measure, prap_day first, prap_day last) {
    if (total == NULL || measure == NULL) return PRAP_E_NULL;
    if (total->size < sizeof *total || measure->size < sizeof *measure) return PRAP_E_SIZE;
    if (total->measure != measure->measure) return PRAP_E_WORD;
    if (last != PRAP_DAY_NONE && last < first) return PRAP_E_ORDER; /* none as the first is before every day */
    if (measure->result < PRAP_RESULT_MET || measure->result > PRAP_RESULT_ABSENT) return PRAP_E_RANGE;
    return measure->exclusion >= PRAP_EXCLUSIONS_MAX ? PRAP_E_RANGE : PRAP_OK;
}

prap_status prap_measure_add(prap_measure_total *total, const prap_measure *measure, prap_day first, prap_day last) {
    const prap_status status = check_add(total, measure, first, last);
    if (status != PRAP_OK) return status;
    if (!prapi_measure_is_in(measure, first, last)) return PRAP_OK;
    const bool counted = measure->result == PRAP_RESULT_MET || measure->result == PRAP_RESULT_PRESENT;
    if (measure->result == PRAP_RESULT_EXCLUDED) {
        total->excluded[measure->exclusion]++;
    } else if (measure->result == PRAP_RESULT_OPEN) {
        total->open++;
    } else {
        total->denominator++;
        total->numerator += counted ? 1 : 0;
    }
    return PRAP_OK;
}

/* The policy that may set a target: the three standards have one together (AMB-98); a limb has none of its own. */
static uint32_t target_policy(uint32_t measure) {
    const bool is_standard = measure == PRAP_MEASURE_CSS1 || measure == PRAP_MEASURE_CSS2 || measure == PRAP_MEASURE_CSS3;
    if (is_standard) return PRAP_POLICY_CSS_TARGET;
    return measure == PRAP_MEASURE_FACE_TO_FACE_HANDOVER ? PRAP_POLICY_F2F_HANDOVER_SHARE : 0;
}

prap_status prap_measure_rate_of(const prap_measure_total *total, const prap_rulebook *rulebook,
                                 prap_measure_rate *ret_rate) {
    if (total == NULL || rulebook == NULL || ret_rate == NULL) return PRAP_E_NULL;
    if (total->size < sizeof *total || ret_rate->size < sizeof *ret_rate) return PRAP_E_SIZE;
    const prap_word *word = prap_word_by_number(PRAP_WORDS_MEASURE, total->measure);
    if (word == NULL) return PRAP_E_WORD;
    if (total->numerator > total->denominator || total->denominator > UINT32_MAX) return PRAP_E_RANGE;
    prap_measure_rate rate = {.size = ret_rate->size, .policy = target_policy(total->measure), .per_10000 = -1,
                              .kept = PRAP_VALUE_UNKNOWN};
    rate.target_per_1000 = prap_rulebook_setting(rulebook, rate.policy);
    if (total->denominator != 0) {
        rate.per_10000 = (int32_t)(total->numerator * 10000 / total->denominator);
        if (rate.target_per_1000 != 0) {
            const uint64_t have = total->numerator * 1000;
            const uint64_t want = total->denominator * (uint64_t)rate.target_per_1000;
            const bool kept = word->detail == 1 ? have <= want : have >= want;
            rate.kept = kept ? PRAP_VALUE_YES : PRAP_VALUE_NO;
        }
    }
    *ret_rate = rate;
    return PRAP_OK;
}
