/*
 * services.c: PRaP and the services around it at a moment, and what the PRaP page says of using them. An outage that was
 * announced has a rule of its own; no rule extends a deadline for one (AMB-94).
 *
 * rule PRAP-HIST-4, PRAP-HIST-6, PRAP-HIST-7: decided by service-finding down and service-finding day-cut-short
 * rule PRAP-HIST-5: decided by service-finding closed
 * rule PRAP-SEC-2: reminded by service-finding monitored
 */
#include "prap/services.h"

#include <stdbool.h>
#include <string.h>

#include "base/adopt.h"
#include "base/error.h"
#include "base/text.h"
#include "dates/moments.h"
#include "prap/catalogue.h"
#include "prap/vocabulary.h"
#include "vocabulary/vocabulary.h"

#define F(NAME) PRAP_SERVICE_FINDING_##NAME

enum { NEW_NUMBER_BEFORE = 17076 }; /* 2016-10-02: the page's next entry is of that day (PRAP-HIST-8) */

struct asked {
    const prap_calendar *calendar;
    const prap_setting *given;
    size_t n_given;
    int32_t settings[PRAPI_POLICY_END];
    prap_service_question question;
    prap_service_answer answer;
    prap_visit_service_finding visit;
    void *user;
    prap_status status; /* the first that is not PRAP_OK: of a visit or a computation */
    prap_error *reterr;
};

static const prap_moment no_moment = PRAP_MOMENT_NONE;

/* rule: 0 is that of the finding, or else of the service. */
static prap_service_finding finding_of(const struct asked *asked, uint32_t finding, uint32_t rule) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_SERVICE_FINDING, finding);
    if (rule == 0) rule = word->rule;
    if (rule == 0) rule = prap_word_by_number(PRAP_WORDS_SERVICE, asked->question.service)->rule;
    return (prap_service_finding){.size = sizeof(prap_service_finding), .finding = finding, .rule = rule,
                                  .severity = word->detail, .at = PRAP_SERVICE_NO_DAY, .day = PRAP_DAY_NONE,
                                  .last_usable = no_moment};
}

static void tell(struct asked *asked, prap_service_finding finding) {
    prap_service_answer *answer = &asked->answer;
    if (finding.severity == PRAP_SEVERITY_FORBIDDEN) answer->verdict = PRAP_VERDICT_REFUSED;
    if (finding.severity == PRAP_SEVERITY_UNDECIDED && answer->verdict == PRAP_VERDICT_PERMITTED)
        answer->verdict = PRAP_VERDICT_UNDECIDED;
    if (asked->status != PRAP_OK) return;
    answer->findings++;
    if (asked->visit != NULL) asked->status = asked->visit(asked->user, &finding);
}

static void say(struct asked *asked, uint32_t finding) {
    tell(asked, finding_of(asked, finding, 0));
}

static prap_date_answer compute(struct asked *asked, uint32_t computation, prap_moment anchor, prap_day second,
                                const char *field) {
    const bool outages = computation == PRAP_COMPUTATION_SERVICE_HOURS || computation == PRAP_COMPUTATION_LAST_USABLE;
    const prap_date_question question = {
        .size = sizeof question, .computation = computation, .anchor = anchor,
        .second = {second, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}, .flags = asked->question.flags,
        .service = computation == PRAP_COMPUTATION_SERVICE_HOURS ? asked->question.service : 0,
        .outages = outages ? asked->question.outages : NULL, .n_outages = outages ? asked->question.n_outages : 0};
    prap_date_answer answer = {.size = sizeof answer, .due = PRAP_DAY_NONE, .holds = 1, .moment = no_moment,
                               .other_moment = no_moment, .last_usable = no_moment};
    prap_error error = {.size = sizeof error};
    if (asked->status != PRAP_OK) return answer;
    const prap_status status =
        prap_date_compute(asked->calendar, asked->given, asked->n_given, &question, &answer, &error);
    if (status == PRAP_OK) return answer;
    /* What dates.h calls anchor and second have other names here. */
    const bool is_second = memcmp(error.field, "second", sizeof "second") == 0;
    asked->status = prapi_fail(asked->reterr, status, is_second ? "changed" : field, error.message);
    return answer;
}

static bool is_same(prap_window a, prap_window b) {
    return a.from.day == b.from.day && a.from.minute == b.from.minute && a.to.day == b.to.day &&
           a.to.minute == b.to.minute;
}

/* Is the instant in the window? Both have been checked. */
static bool holds(prap_window window, prap_instant instant) {
    return prapi_windows_after(&window, 1, instant) != instant;
}

/* The rule of the announced outage that the caller gave and that holds the instant; or 0. */
static uint32_t rule_of_outage(const struct asked *asked, prap_instant instant) {
    const prap_announced *announced;
    for (uint32_t i = 0; (announced = prap_announced_at(i)) != NULL; i++) {
        if (announced->service != asked->question.service || !holds(announced->window, instant)) continue;
        for (size_t n = 0; n < asked->question.n_outages; n++) {
            if (is_same(asked->question.outages[n], announced->window)) return announced->rule;
        }
    }
    return 0;
}

static prap_instant instant_of(prap_moment moment) {
    prap_instant instant = 0;
    (void)prap_moment_to_instant(moment, &instant); /* it has been checked */
    return instant;
}

/* D-21. */
static void look_at_hours(struct asked *asked) {
    const prap_date_answer found =
        compute(asked, PRAP_COMPUTATION_SERVICE_HOURS, asked->question.at, PRAP_DAY_NONE, "at");
    asked->answer.open = found.holds == 1;
    asked->answer.opens = found.moment;
    asked->answer.other_opens = found.other_moment;
    if (asked->status != PRAP_OK) return;
    if (found.holds != 1) {
        prap_service_finding told = finding_of(asked, F(CLOSED), rule_of_outage(asked, instant_of(asked->question.at)));
        told.day = found.moment.day;
        tell(asked, told);
    }
    if (found.holiday == 0) return;
    prap_service_finding told = finding_of(asked, F(HOLIDAY_HOURS), 0);
    told.policy = PRAP_POLICY_SERVICE_BH;
    told.day = found.anchor;
    tell(asked, told);
}

static void look_at_support(struct asked *asked) {
    const prap_contact *email = prap_contact_find("post-email", sizeof "post-email" - 1);
    asked->answer.phone = prap_contact_find("post-helpline", sizeof "post-helpline" - 1)->number;
    asked->answer.email = email->number;
    if (asked->question.subject == PRAP_HELP_SUBJECT_OTHER) say(asked, F(NOT_ITS_SUBJECT));
    prap_service_finding told = finding_of(asked, F(ADDRESS_OUT_OF_USE), 0);
    told.contact = email->number;
    tell(asked, told);
    if (asked->question.at.day >= NEW_NUMBER_BEFORE) return;
    told = finding_of(asked, F(NUMBER_WAS_NEW), 0);
    told.contact = asked->answer.phone;
    tell(asked, told);
}

/* Up or down: PRaP has no hours, only outages. */
static void look_at_system(struct asked *asked) {
    const prap_instant at = instant_of(asked->question.at);
    const prap_instant up = prapi_windows_after(asked->question.outages, asked->question.n_outages, at);
    asked->answer.open = up == at;
    if (up == at) return;
    const prap_status status = prap_moment_from_instant(up, &asked->answer.opens);
    if (status != PRAP_OK) asked->status = prapi_fail(asked->reterr, status, "outages", prap_status_meaning(status));
    prap_service_finding told = finding_of(asked, F(DOWN), rule_of_outage(asked, at));
    told.day = asked->answer.opens.day;
    tell(asked, told);
}

static void look_at_use(struct asked *asked) {
    const prap_service_question *question = &asked->question;
    if (question->programme != 0) say(asked, F(SUPPORTED));
    if (question->route == PRAP_ACCESS_ROUTE_OTHER) say(asked, F(OTHER_ROUTE));
    if (question->duties == PRAP_VALUE_NO) say(asked, F(DUTIES_NOT_MET));
    if (question->duties == PRAP_VALUE_UNKNOWN) say(asked, F(DUTIES_UNKNOWN));
    if (question->standards == PRAP_VALUE_NO || question->standards == PRAP_VALUE_UNKNOWN)
        say(asked, F(CAN_BE_WITHHELD));
    say(asked, F(MONITORED));
}

static void look_at_days(struct asked *asked) {
    const prap_service_question *question = &asked->question;
    for (size_t i = 0; i < question->n_days; i++) {
        const prap_moment day = {question->days[i], PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
        const prap_moment end = {question->days[i], PRAPI_MINUTES_IN_DAY - 1, PRAP_OFFSET_NONE};
        const prap_date_answer found = compute(asked, PRAP_COMPUTATION_LAST_USABLE, day, PRAP_DAY_NONE, "days");
        if (asked->status != PRAP_OK) return;
        if (found.last_usable.day == end.day && found.last_usable.minute == end.minute) continue;
        prap_service_finding told = finding_of(asked, F(DAY_CUT_SHORT), rule_of_outage(asked, instant_of(end)));
        told.at = (uint32_t)i;
        told.day = question->days[i];
        told.last_usable = found.last_usable;
        tell(asked, told);
    }
}

/* D-20. A statement about PRaP and no duty of the provider's; a reminder only where the host wants one (AMB-27). */
static void look_at_audits(struct asked *asked) {
    const prap_service_question *question = &asked->question;
    const struct {
        prap_day last, second;
        uint32_t computation, finding;
        prap_day *due;
        const char *field;
    } rows[] = {{question->audited, PRAP_DAY_NONE, PRAP_COMPUTATION_ACCESS_AUDIT, F(AUDIT_DUE),
                 &asked->answer.audit_due, "audited"},
                {question->reviewed, question->changed, PRAP_COMPUTATION_ACCREDITATION_REVIEW, F(REVIEW_DUE),
                 &asked->answer.review_due, "reviewed"}};
    asked->answer.remind = asked->settings[PRAP_POLICY_ACCESS_AUDIT_REMINDER] == PRAP_CHOICE_ON;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].last == PRAP_DAY_NONE) continue;
        const prap_moment anchor = {rows[i].last, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE};
        *rows[i].due = compute(asked, rows[i].computation, anchor, rows[i].second, rows[i].field).due;
        if (asked->status != PRAP_OK || asked->answer.remind == 0) continue;
        prap_service_finding told = finding_of(asked, rows[i].finding, 0);
        told.policy = PRAP_POLICY_ACCESS_AUDIT_REMINDER;
        told.day = *rows[i].due;
        tell(asked, told);
    }
}

static void answer(struct asked *asked) {
    if (asked->question.service == PRAP_SERVICE_PRAP) {
        look_at_system(asked);
        look_at_use(asked);
        look_at_days(asked);
        look_at_audits(asked);
        return;
    }
    look_at_hours(asked);
    if (asked->question.service == PRAP_SERVICE_POST) look_at_support(asked);
    else asked->answer.phone = prap_contact_find("provider-direct", sizeof "provider-direct" - 1)->number;
}

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

static bool is_word_or_0(uint32_t kind, uint32_t number) {
    return number == 0 || prap_word_by_number(kind, number) != NULL;
}

static bool is_tristate_or_0(uint32_t value) {
    return value <= PRAP_VALUE_YES; /* unknown, no and yes are 1 to 3 */
}

static prap_status check_words(const prap_service_question *question, prap_error *reterr) {
    if (!is_word_or_0(PRAP_WORDS_SERVICE, question->service)) return fail(reterr, PRAP_E_WORD, "service");
    if (!is_word_or_0(PRAP_WORDS_HELP_SUBJECT, question->subject)) return fail(reterr, PRAP_E_WORD, "subject");
    if (!is_word_or_0(PRAP_WORDS_ACCESS_ROUTE, question->route)) return fail(reterr, PRAP_E_WORD, "route");
    if (!is_word_or_0(PRAP_WORDS_PROGRAMME, question->programme)) return fail(reterr, PRAP_E_WORD, "programme");
    if (!is_tristate_or_0(question->duties)) return fail(reterr, PRAP_E_WORD, "duties");
    if (!is_tristate_or_0(question->standards)) return fail(reterr, PRAP_E_WORD, "standards");
    if ((question->flags & ~(uint32_t)PRAP_DATE_ALLOW_PROVISIONAL) != 0) return fail(reterr, PRAP_E_RANGE, "flags");
    return PRAP_OK;
}

/* What is of the support team alone, or of PRaP alone, is not asked of another. */
static prap_status check_belonging(const prap_service_question *question, prap_error *reterr) {
    const char *field = NULL;
    if (question->service != PRAP_SERVICE_POST && question->subject != 0) field = "subject";
    if (question->service != PRAP_SERVICE_PRAP) {
        if (question->route != 0) field = "route";
        if (question->programme != 0) field = "programme";
        if (question->duties != 0) field = "duties";
        if (question->standards != 0) field = "standards";
        if (question->audited != PRAP_DAY_NONE) field = "audited";
        if (question->reviewed != PRAP_DAY_NONE) field = "reviewed";
        if (question->n_days > 0) field = "days";
    }
    if (field != NULL) return prapi_fail(reterr, PRAP_E_RANGE, field, "that is asked of another service");
    if (question->changed == PRAP_DAY_NONE || question->reviewed != PRAP_DAY_NONE) return PRAP_OK;
    return prapi_fail(reterr, PRAP_E_REQUIRED, "reviewed", "a change counts from a review");
}

static prap_status check_moments(const prap_service_question *question, prap_error *reterr) {
    prap_instant instant = 0;
    if (question->at.day == PRAP_DAY_NONE || question->at.minute == PRAP_MINUTE_NONE)
        return prapi_fail(reterr, PRAP_E_REQUIRED, "at", "a service is asked about at a moment, with its minute");
    prap_status status = prap_moment_to_instant(question->at, &instant);
    if (status != PRAP_OK) return fail(reterr, status, "at");
    status = prapi_windows_check(question->outages, question->n_outages);
    return status == PRAP_OK ? PRAP_OK : fail(reterr, status, "outages");
}

static prap_status take(struct asked *asked, const prap_service_question *theirs, size_t answer_bytes) {
    prap_service_question *ours = &asked->question;
    if (answer_bytes != sizeof asked->answer) return fail(asked->reterr, PRAP_E_SIZE, "answer");
    if (prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours) != PRAP_OK)
        return fail(asked->reterr, PRAP_E_SIZE, "question");
    if ((ours->outages == NULL && ours->n_outages > 0) || (ours->days == NULL && ours->n_days > 0))
        return fail(asked->reterr, PRAP_E_NULL, "question");
    prap_status status = check_words(ours, asked->reterr);
    if (status == PRAP_OK) status = check_belonging(ours, asked->reterr);
    if (status == PRAP_OK) status = check_moments(ours, asked->reterr);
    if (status == PRAP_OK) status = prapi_settings_take(asked->settings, asked->given, asked->n_given, asked->reterr);
    return status;
}

prap_status prap_service_ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                             const prap_service_question *question, prap_visit_service_finding visit, void *user,
                             prap_service_answer *ret_answer, prap_error *reterr) {
    if (calendar == NULL || question == NULL || ret_answer == NULL || (settings == NULL && n_settings > 0))
        return fail(reterr, PRAP_E_NULL, "");
    struct asked asked = {.calendar = calendar, .given = settings, .n_given = n_settings, .visit = visit, .user = user,
                          .reterr = reterr};
    const prap_status status = take(&asked, question, ret_answer->size);
    if (status != PRAP_OK) return status;
    asked.answer = (prap_service_answer){.size = sizeof asked.answer, .service = asked.question.service,
                                         .verdict = PRAP_VERDICT_PERMITTED, .opens = no_moment,
                                         .other_opens = no_moment, .audit_due = PRAP_DAY_NONE,
                                         .review_due = PRAP_DAY_NONE};
    answer(&asked);
    if (asked.status == PRAP_OK) *ret_answer = asked.answer;
    return asked.status;
}

const char *prap_service_finding_cure(uint32_t finding) {
    static const char *const cures[] = {
        NULL,
#define X(NUMBER, NAME, WORD_NAME, SEVERITY, RULE, WHY, HOW) HOW,
#include "vocabulary/service-findings.def"
#undef X
    };
    return finding < sizeof cures / sizeof cures[0] ? cures[finding] : NULL;
}
