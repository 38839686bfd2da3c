/*
 * form-due.c: by when a form goes, to whom and by which address, and how long it is kept.
 *
 * rule CH15-14b: recorded by contact payment-team-central-inbox
 * rule CH15-A-N: recorded by contact whp-enquiries
 */
#include "office/form.h"

#include "base/error.h"
#include "prap/catalogue.h"
#include "prap/evidence.h"
#include "prap/vocabulary.h"

#define F(NAME) PRAP_FORM_FINDING_##NAME
#define FACT(NAME) PRAP_FORM_FACT_##NAME

static prap_date_answer compute(prapi_form *form, uint32_t computation, prap_day anchor) {
    static const prap_moment none = PRAP_MOMENT_NONE;
    const prap_date_question question = {.size = sizeof question, .computation = computation, .second = none,
                                         .anchor = {anchor, PRAP_MINUTE_NONE, PRAP_OFFSET_NONE}};
    prap_date_answer answer = {.size = sizeof answer, .due = PRAP_DAY_NONE, .prudent = PRAP_DAY_NONE,
                               .last_working_day = PRAP_DAY_NONE};
    prap_error error = {.size = sizeof error};
    if (form->status != PRAP_OK) return answer;
    const prap_status status =
        prap_date_compute(form->calendar, form->given, form->n_given, &question, &answer, &error);
    if (status == PRAP_OK) return answer;
    const bool pay = computation == PRAP_COMPUTATION_EMPLOYMENT_FORM;
    form->status = prapi_fail(form->reterr, status, pay ? "first-pay-on" : "sent-on", error.message);
    return answer;
}

/* AMB-25: at once is on the day itself: that on which it was noticed, or else happened. */
static prap_day day_of_notice(const prapi_form *form) {
    const prap_day noticed = prapi_form_said_day(form, FACT(NOTICED_ON));
    const prap_day changed = prapi_form_said_day(form, FACT(CHANGED_ON));
    if (noticed != PRAP_DAY_NONE) return noticed;
    return changed != PRAP_DAY_NONE ? changed : form->question.on;
}

static void set_due(prapi_form *form) {
    const prap_day pay = prapi_form_said_day(form, FACT(FIRST_PAY_ON));
    prap_form_answer *answer = &form->answer;
    if (form->route->due == PRAP_NOTICE_DUE_IMMEDIATELY) {
        answer->due = answer->prudent = day_of_notice(form);
    } else if (form->route->due == PRAP_NOTICE_DUE_PAY5 && pay != PRAP_DAY_NONE) {
        const prap_date_answer found = compute(form, PRAP_COMPUTATION_EMPLOYMENT_FORM, pay);
        answer->due = found.due;
        answer->prudent = found.prudent;
        answer->plan_by = found.last_working_day;
    } else if (form->route->due == PRAP_NOTICE_DUE_PAY5) {
        prapi_form_say(form, F(DUE_UNKNOWN), FACT(FIRST_PAY_ON), 0);
    } else if (form->route->recipient != PRAP_RECIPIENT_PROVIDER) {
        prapi_form_say(form, F(DUE_NOT_STATED), 0, form->route->rule);
    }
}

static void say_day(prapi_form *form, uint32_t finding, uint32_t rule, prap_day day) {
    prap_form_finding told = prapi_form_finding_of(form, finding, 0, rule);
    told.day = day;
    prapi_form_tell(form, told);
}

void prapi_form_look_at_due(prapi_form *form) {
    const prap_day sent = prapi_form_said_day(form, FACT(SENT_ON));
    const prap_day when = sent != PRAP_DAY_NONE ? sent : form->question.on;
    prap_form_answer *answer = &form->answer;
    const uint32_t rule =
        form->route->due == PRAP_NOTICE_DUE_PAY5
            ? prap_word_by_number(PRAP_WORDS_COMPUTATION, PRAP_COMPUTATION_EMPLOYMENT_FORM)->rule
            : form->route->rule;
    answer->due_kind = form->route->due;
    set_due(form);
    if (answer->due == PRAP_DAY_NONE) return;
    answer->late = when > answer->due;
    if (answer->late) say_day(form, sent != PRAP_DAY_NONE ? F(SENT_LATE) : F(OVERDUE), rule, answer->due);
    else if (when > answer->prudent) say_day(form, F(PAST_PRUDENT), rule, answer->prudent);
}

/* AMB-84: an address out of use, blanked out or missing is told of, unless the host has its own. */
static void look_at_address(prapi_form *form, uint32_t contact) {
    uint32_t finding = 0;
    const uint32_t status = form->answer.contact_status;
    if (contact == 0) finding = F(ADDRESS_NOT_NAMED);
    else if (status == PRAP_CONTACT_STATUS_SUPERSEDED) finding = F(ADDRESS_OUT_OF_USE);
    else if (status == PRAP_CONTACT_STATUS_REDACTED || status == PRAP_CONTACT_STATUS_MISSING) finding = F(ADDRESS_NOT_THERE);
    if (finding == 0) return;
    prap_form_finding told = prapi_form_finding_of(form, finding, 0, form->route->rule);
    told.contact = contact;
    prapi_form_tell(form, told);
}

void prapi_form_look_at_route(prapi_form *form) {
    const uint32_t contact = form->route->contact;
    prap_form_answer *answer = &form->answer;
    answer->recipient = form->route->recipient;
    answer->contact = contact;
    answer->means = form->route->means;
    if (contact != 0) {
        const bool own = (form->question.own_contacts >> (contact - 1) & 1) != 0;
        answer->contact_status = own ? PRAP_CONTACT_STATUS_HOST_SUPPLIES : prap_contact_at(contact - 1)->status;
    }
    if (answer->recipient != PRAP_RECIPIENT_PROVIDER) look_at_address(form, contact);
    if (answer->means == PRAP_MEANS_EMAIL) prapi_form_say(form, F(SEND_UNENCRYPTED), 0, 0);
}

/* rules.md 2.8; the sending of an unencrypted email is a record of its own (D-12). */
void prapi_form_look_at_record(prapi_form *form) {
    const prap_day sent = prapi_form_said_day(form, FACT(SENT_ON));
    const prap_record_kind *kind = prap_record_kind_by_number(form->kind->record);
    prap_form_answer *answer = &form->answer;
    if (kind == NULL) {
        prapi_form_say(form, F(NO_RECORD_NAMED), 0, 0);
    } else {
        answer->record = kind->record;
        answer->retention = kind->retention;
        if (kind->computation != 0 && sent != PRAP_DAY_NONE) {
            answer->keep_until = compute(form, kind->computation, sent).due;
            say_day(form, F(KEEP_SENDING), 0, answer->keep_until);
        }
    }
    if (form->kind->copies == 0) return;
    prap_form_finding told = prapi_form_finding_of(form, F(COPIES), 0, 0);
    told.contact = form->kind->copies;
    prapi_form_tell(form, told);
}
