/* retain.h: what the two forms of prap retain share: facts in, an answer with its findings out. */
#ifndef PRAP_CLI_RETAIN_H
#define PRAP_CLI_RETAIN_H

#include <jansson.h>
#include <stdbool.h>

#include "arguments.h"
#include "json-in.h"
#include "session.h"

/* What is said of records, in the order in which it was read. */
struct cli_retention_facts {
    prap_fact facts[PRAP_FACTS_MAX];
    size_t n;
};

/* Is it the name of such a fact? */
bool cli_retention_is_fact(const char *name);

/* Adds every member of an object that is such a fact. False: the fault says why not. */
bool cli_retention_facts_read(const json_t *object, struct cli_retention_facts *facts, struct cli_fault *ret_fault);

/* What the command line says: --contract-end and the like, --fact and the file of --retention. */
struct cli_retention_given {
    struct cli_retention_facts all;
    json_t *cases;                    /* of the file: facts by case id; owned, NULL: none */
    struct cli_retention_facts about; /* of the case that was asked about last */
};

/* Returns CLI_EXIT_ANSWERED, or what to end with after a message. Whatever it returns, release it. */
int cli_retention_given_open(const struct cli_arguments *arguments, struct cli_retention_given *ret_given);
void cli_retention_given_close(struct cli_retention_given *given);

/* A prap_retention_about over the file's cases; user is the given. */
prap_status cli_retention_about(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n);

/* An answer's members from "verdict" on, and its findings, each an object. */
json_t *cli_retention_finding(const prap_retention_finding *finding);
void cli_retention_set_answer(json_t *object, const prap_retention_answer *answer, json_t *findings);

/* prap retain --as-of: what the cases of a store have made. */
int cli_retain_cases(const struct cli_arguments *arguments);

#endif
