/*
 * form.h: one question about a form while it is answered. What calls for the form comes first (form-situation.c), then
 * whether it is complete (form.c), then by when and to whom it goes and how long it is kept (form-due.c). Pure.
 */
#ifndef PRAPI_OFFICE_FORM_H
#define PRAPI_OFFICE_FORM_H

#include <stdbool.h>

#include "prap/dates.h"
#include "prap/form.h"
#include "vocabulary/vocabulary.h"

typedef struct prapi_form {
    const prap_calendar *calendar;
    const prap_setting *given; /* as the caller gave them, for the date computations */
    size_t n_given;
    int32_t settings[PRAPI_POLICY_END];
    prap_form_question question;
    const prap_form *kind;
    const prap_form_route *route;        /* the one that fits, or the first */
    prap_fact said[PRAPI_FORM_FACT_END]; /* by PRAP_FORM_FACT_*; kind 0: not given, and that means nothing */
    prap_form_answer answer;
    prap_visit_form_finding visit;
    void *user;
    prap_status status;                  /* the first that is not PRAP_OK: of a visit or a computation */
    prap_error *reterr;
} prapi_form;

/* What is said of a fact: PRAP_VALUE_*, or 0; and its day, or PRAP_DAY_NONE. */
uint32_t prapi_form_said(const prapi_form *form, uint32_t fact);
prap_day prapi_form_said_day(const prapi_form *form, uint32_t fact);

/* A finding of a row: rule 0 is that of the finding, or else of the fact, or else of the form. Then it is told. */
prap_form_finding prapi_form_finding_of(const prapi_form *form, uint32_t finding, uint32_t fact, uint32_t rule);
void prapi_form_tell(prapi_form *form, prap_form_finding finding);
void prapi_form_say(prapi_form *form, uint32_t finding, uint32_t fact, uint32_t rule);

/* The same where a fact is wanting: undecided. */
void prapi_form_say_open(prapi_form *form, uint32_t finding, uint32_t fact, uint32_t rule);

/* Programme, place and time, template, occasion and conditions: what decides before any field does. False: the answer
   is concluded. */
bool prapi_form_is_called_for(prapi_form *form);

/* By when, to whom, and how long it is kept. */
void prapi_form_look_at_due(prapi_form *form);
void prapi_form_look_at_route(prapi_form *form);
void prapi_form_look_at_record(prapi_form *form);

#endif
