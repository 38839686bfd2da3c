/*
 * services.c: whether a service is open and PRaP is up, at any moment, with up to MOST outages and due days; and any question
 * that is none.
 *
 * Part: office/services.c
 * Define: prapi_text_bytes=strlen
 * Include: exact.h
 * Options: -eva-auto-loop-unroll 60 -eva-slevel-function prap_word_by_number:400,prapi_settings_take:200,prap_contact_find:300
 */
#include "any-moment.h"

#include "prap/services.h"
#include "vocabulary/vocabulary.h"

enum { MOST = 1 };

static prap_window outages[MOST];
static prap_day days[MOST];
static prap_error error;

static prap_status hears(void *user, const prap_service_finding *finding) {
    (void)user;
    (void)*finding;
    return any_int();
}

static void ask(uint32_t service, uint32_t policy, size_t n) {
    prap_service_question question;
    prap_service_answer answer;
    const prap_setting setting = {policy, any_int()};
    ANY(question);
    question.size = sizeof question;
    question.service = service;
    question.at = any_moment();
    question.outages = LAST(outages, n);
    question.n_outages = n;
    question.days = LAST(days, n);
    question.n_days = n;
    answer.size = any_u32();
    (void)prap_service_ask(prap_calendar_built_in(PRAP_DIVISION_ENGLAND_AND_WALES), &setting, 1, &question,
                           maybe() ? hears : NULL, NULL, &answer, MAYBE(error));
}

static void wrong(void) {
    prap_service_question question;
    prap_service_answer answer;
    ANY(question);
    question.size = (uint32_t)any_of(0, sizeof question);
    question.service = any_u32();
    question.outages = NULL;
    question.days = NULL;
    question.n_days = 1;
    answer.size = sizeof answer;
    (void)prap_service_ask(NULL, NULL, any_u64(), MAYBE(question), NULL, NULL, MAYBE(answer), NULL);
    (void)prap_service_ask(prap_calendar_built_in(1), NULL, 0, &question, NULL, NULL, &answer, &error);
    (void)prap_service_finding_cure(any_u32());
}

int main(void) {
    error.size = sizeof error;
    outages[0] = (prap_window){any_moment(), any_moment()};
    days[0] = any_int();
    for (size_t n = 0; n <= MOST; n++) {
        ask(PRAP_SERVICE_PRAP, PRAP_POLICY_ACCESS_AUDIT_REMINDER, n);
        ask(PRAP_SERVICE_POST, PRAP_POLICY_SERVICE_BH, n);
        ask(PRAP_SERVICE_PROVIDER_DIRECT, PRAP_POLICY_SERVICE_BH, n);
        ask(PRAP_SERVICE_PROVIDER_DIRECT + 1, PRAP_POLICY_SERVICE_BH, n);
    }
    wrong();
    return 0;
}
