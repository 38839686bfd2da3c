/* explain.h: answers as sentences for people. */
#ifndef PRAP_CLI_EXPLAIN_H
#define PRAP_CLI_EXPLAIN_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "prap/prap.h"
#include "wording.h"

/*
 * Writes an answer of replay, preview, due, next, what-if, outcome, path, show, standards, person, desk, erase, may-send,
 * extract or days as sentences. An object of no known form writes nothing and gives false.
 */
bool cli_explain(FILE *stream, const json_t *object);

/* Whether the sentences also tell of what redact.h hides. They do not, to begin with. */
void cli_explain_sensitive(bool sensitive);
bool cli_tells_sensitive(void);

/* The parts, each of its own kind of answer. */
void cli_explain_verdict(FILE *stream, const json_t *object);
void cli_explain_case(FILE *stream, const json_t *object);
void cli_explain_next(FILE *stream, const json_t *object);
void cli_explain_outcome(FILE *stream, const json_t *object);
void cli_explain_path(FILE *stream, const json_t *object);
void cli_explain_differences(FILE *stream, const json_t *object, enum cli_phrase heading);
void cli_explain_due(FILE *stream, const json_t *object);
bool cli_explain_days(FILE *stream, const json_t *object); /* false: it is no such answer */
void cli_explain_standards(FILE *stream, const json_t *object);
bool cli_explain_evidence(FILE *stream, const json_t *object); /* false: it is no such answer */
bool cli_explain_caseload(FILE *stream, const json_t *object); /* of forecast and recompute; false: of neither */
void cli_explain_batch(FILE *stream, const json_t *object);
void cli_explain_call(FILE *stream, const json_t *object);
void cli_explain_earnings(FILE *stream, const json_t *object);
void cli_explain_feed(FILE *stream, const json_t *object);
void cli_explain_person(FILE *stream, const json_t *object);
void cli_explain_desk(FILE *stream, const json_t *object);
void cli_explain_erasure(FILE *stream, const json_t *object);
void cli_explain_sending(FILE *stream, const json_t *object);
void cli_explain_extract(FILE *stream, const json_t *object);
bool cli_explain_form(FILE *stream, const json_t *object); /* of form, forms, services and contacts; false: of none */
void cli_explain_retained(FILE *stream, const json_t *object);
void cli_explain_verify(FILE *stream, const json_t *object);
void cli_explain_copied(FILE *stream, const json_t *object);
void cli_explain_conformance(FILE *stream, const json_t *object);
void cli_explain_error(FILE *stream, const json_t *object);

/*
 * What the parts share. A text of the input, "" for what is none; one that a terminal could take as an order
 * is not repeated. And the member of that name.
 */
const char *cli_plain_text(const char *text);
const char *cli_plain(const json_t *text);
const char *cli_text_of(const json_t *object, const char *key);
void cli_explain_sentence(FILE *stream, const char *text); /* from a small letter to a full stop */
const char *cli_why(const json_t *reason); /* by its id; of one of a later version, what the answer says */
void cli_explain_id(FILE *stream, const json_t *object); /* " (e1)" */
void cli_explain_with(FILE *stream, const json_t *event); /* " (reason work)", where it is a variant */
void cli_explain_finding(FILE *stream, const json_t *finding, uint32_t kind, uint32_t fact_kind);
void cli_explain_unknown_fact(FILE *stream, const char *name); /* and what may be said of it */
void cli_explain_reasons(FILE *stream, const json_t *reasons);
/* What a deadline is: the clock's meaning, or the host's name and source. */
void cli_explain_clock(FILE *stream, const json_t *deadline);

void cli_explain_deadlines(FILE *stream, const json_t *deadlines, bool all);
void cli_explain_stage(FILE *stream, enum cli_phrase phrase, const json_t *object);
void cli_explain_regions(FILE *stream, const json_t *object); /* a line for each that is set */
void cli_explain_outside(FILE *stream, const json_t *object); /* a line, when its day is outside the text's */
void cli_explain_rule(FILE *stream, const char *id);          /* " (IPES 3.22, rule IPES-3.22)" */
const char *cli_result_words(const char *result); /* of a measure: "met" */
const char *cli_name(uint32_t kind, const char *name);    /* of a word as it is worded, or the name itself */
const char *cli_meaning(uint32_t kind, const char *name); /* the same */

#endif
