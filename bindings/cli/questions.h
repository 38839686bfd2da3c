/* questions.h: a command that reads questions as JSON Lines and answers each in its place. */
#ifndef PRAP_CLI_QUESTIONS_H
#define PRAP_CLI_QUESTIONS_H

#include <jansson.h>
#include <stdbool.h>

#include "arguments.h"
#include "json-in.h"

/* Reads one question, which is lent, and answers it: the object is owned by the caller. False: the fault says why not. */
typedef bool (*cli_answer_question)(void *user, json_t *question, json_t **ret_answer, struct cli_fault *ret_fault);

/*
 * Every line of the operands' files, in order. What cannot be read or answered is an error in the line's place, and on
 * standard error; the run goes on. Returns an exit status.
 */
int cli_answer_questions(const struct cli_arguments *arguments, bool (*is_field)(const char *name),
                         cli_answer_question answer, void *user);

/* Every member of a question that is a fact of facts.def and not in besides (ended by NULL), as facts: at most
   PRAP_FACTS_MAX. */
bool cli_question_facts(const json_t *question, const char *const besides[], prap_fact facts[PRAP_FACTS_MAX],
                        size_t *ret_n, struct cli_fault *ret_fault);

/* Is it one of a list that NULL ends? */
bool cli_is_listed(const char *name, const char *const list[]);

#endif
