/*
 * form-situation.c: whether a form is called for: the programme, where and when Chapter 15 applies, the template, the
 * occasion, and what else must be so.
 *
 * rule CH15-META-5: decided by form-finding other-programme
 * rule CH15-10-B4: decided by form-finding no-occasion
 */
#include "office/form.h"

#include "base/always.h"
#include "prap/vocabulary.h"

#define F(NAME) PRAP_FORM_FINDING_##NAME
#define O(NAME) PRAP_FORM_OUTCOME_##NAME
#define FACT(NAME) PRAP_FORM_FACT_##NAME

/* programme: one of them, not 0. */
static bool has(uint32_t programmes, uint32_t programme) {
    return (programmes >> (programme - 1) & 1) != 0;
}

/* The form of the programme that is kept as the same record by whoever fills this one in: of the exit reports the
   other (AMB-78); or 0. */
static uint32_t form_instead(const prap_form *kind, uint32_t programme) {
    const prap_form *other;
    for (uint32_t i = 1; (other = prap_form_by_number(i)) != NULL; i++) {
        if (has(other->programmes, programme) && other->record == kind->record && other->actor == kind->actor)
            return other->form;
    }
    return 0;
}

/* False: the programme has another form for this, or none. */
static bool look_at_programme(prapi_form *form) {
    const uint32_t programme = form->question.programme;
    const bool work_programme = form->kind->programmes == 0;
    if (!work_programme && programme == 0) prapi_form_say(form, F(PROGRAMME_UNKNOWN), 0, 0);
    if (programme == 0 || has(form->kind->programmes, programme)) return true;
    prap_form_finding told = prapi_form_finding_of(form, F(OTHER_PROGRAMME), 0, 0);
    told.form = form_instead(form->kind, programme);
    prapi_form_tell(form, told);
    form->answer.outcome = O(OTHER_FORM);
    return false;
}

/* AMB-70: it applies, with a word that it is withdrawn; unless the host says that it is not in force. */
static bool look_at_chapter(prapi_form *form) {
    static const struct {
        uint32_t fact, finding;
    } rows[] = {{FACT(ENGLAND_OR_WALES), F(OUTSIDE)}, {FACT(IN_FORCE), F(NOT_IN_FORCE)}};
    bool applies = true;
    if (!prapi_form_is_of_chapter(form->kind)) return true;
    prapi_form_say(form, F(WITHDRAWN), 0, 0);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t said = prapi_form_said(form, rows[i].fact);
        if (said == PRAP_VALUE_UNKNOWN) prapi_form_say_open(form, rows[i].finding, rows[i].fact, 0);
        if (said != PRAP_VALUE_NO) continue;
        prapi_form_say(form, rows[i].finding, rows[i].fact, 0);
        applies = false;
    }
    if (!applies) form->answer.outcome = O(NOT_COVERED);
    return applies;
}

/*
 * CH15-20, CH15-21: DWP's own, or one that DWP had approved by the day on which the report goes; on JETS never. Of a form
 * of which nothing is stated the facts cannot be said, and not said it is DWP's.
 */
static void look_at_template(prapi_form *form) {
    const uint32_t own = prapi_form_said(form, FACT(OWN_TEMPLATE)), approved = prapi_form_said(form, FACT(APPROVED_ON));
    const prap_day sent = prapi_form_said_day(form, FACT(SENT_ON)), since = prapi_form_said_day(form, FACT(APPROVED_ON));
    const bool never = form->kind->own_template == PRAP_OWN_TEMPLATE_NEVER;
    const uint32_t finding = never ? F(OWN_TEMPLATE) : F(NOT_APPROVED);
    if (own == PRAP_VALUE_NO || (!never && since != PRAP_DAY_NONE && (sent == PRAP_DAY_NONE || since <= sent))) return;
    if (own == PRAP_VALUE_UNKNOWN || (!never && approved == PRAP_VALUE_UNKNOWN)) {
        prapi_form_say_open(form, finding, own == PRAP_VALUE_UNKNOWN ? FACT(OWN_TEMPLATE) : FACT(APPROVED_ON), 0);
        return;
    }
    prap_form_finding told = prapi_form_finding_of(form, since == PRAP_DAY_NONE ? finding : F(APPROVED_LATER),
                                                   never ? FACT(OWN_TEMPLATE) : FACT(APPROVED_ON), 0);
    told.day = since;
    prapi_form_tell(form, told);
}

/* PRAP_FORM_OPTION_* that is said, or 0. False: it is no occasion for the form on this programme. */
static bool look_at_occasion(prapi_form *form, uint32_t *ret_option) {
    static const uint32_t occasions[] = {FACT(HAPPENED), FACT(OCCASION)};
    *ret_option = 0;
    for (size_t i = 0; i < sizeof occasions / sizeof occasions[0]; i++) {
        if (!prap_form_takes(form->kind->form, occasions[i])) continue;
        const prap_fact said = form->said[occasions[i]];
        const prap_word *option;
        //@ split said.value;
        option = prap_word_by_number(PRAP_WORDS_FORM_OPTION, (uint32_t)said.value);
        if (said.kind == PRAP_VALUE_UNKNOWN || PRAPI_NEVER(option == NULL)) {
            prapi_form_say(form, F(NOT_SAID), occasions[i], form->route->rule);
            continue;
        }
        *ret_option = option->number;
        if (form->question.programme == 0) continue;
        if (has(prapi_form_option_programmes(*ret_option), form->question.programme)) continue;
        prapi_form_say(form, F(NO_OCCASION), occasions[i], option->rule);
        return false;
    }
    return true;
}

/* False: what must be so for the form to be called for is not. */
static bool look_at_conditions(prapi_form *form, uint32_t option) {
    bool called_for = true;
    const prapi_form_condition *row;
    for (uint32_t i = 0; (row = prapi_form_condition_at(form->kind->form, i)) != NULL; i++) {
        if (row->option != 0 && row->option != option) continue;
        const uint32_t said = prapi_form_said(form, row->fact);
        const uint32_t rule = row->rule != 0 ? row->rule : form->route->rule;
        if (said == PRAP_VALUE_NO) {
            prapi_form_say(form, F(NOT_CALLED_FOR), row->fact, rule);
            called_for = false;
        } else if (said == PRAP_VALUE_UNKNOWN && row->fact == FACT(AT_RISK)) {
            prapi_form_say(form, F(IN_DOUBT), row->fact, 0);
        } else if (said == PRAP_VALUE_UNKNOWN) {
            prapi_form_say(form, F(NOT_SAID), row->fact, rule);
        }
    }
    return called_for;
}

/* The first that fits the programme and the occasion, 0 being that none is known. */
static void find_route(prapi_form *form, uint32_t option) {
    const prap_form_route *route;
    form->route = prap_form_route_at(form->kind->form, 0);
    for (uint32_t i = 0;; i++) { /* each programme that has a form has a way for any occasion */
        route = prap_form_route_at(form->kind->form, i);
        if (PRAPI_NEVER(route == NULL)) return;
        const bool programme_fits = form->question.programme == 0 || has(route->programmes, form->question.programme);
        if (!programme_fits || (route->option != 0 && route->option != option)) continue;
        form->route = route;
        return;
    }
}

bool prapi_form_is_called_for(prapi_form *form) {
    uint32_t option = 0;
    if (!look_at_programme(form) || !look_at_chapter(form)) return false;
    look_at_template(form);
    find_route(form, 0);
    bool called_for = look_at_occasion(form, &option);
    find_route(form, option);
    if (called_for) called_for = look_at_conditions(form, option);
    if (!called_for) form->answer.outcome = O(NOT_CALLED_FOR);
    return called_for;
}
