/*
 * ask-questions.h: asks what now, what if and which outcome of a case, and holds the answers against the previews
 * that they are said to be. Nothing may be stored by it.
 */
#ifndef TEST_ASK_QUESTIONS_H
#define TEST_ASK_QUESTIONS_H

#include "test-host.h"

/* The case, day and facts are the command's. Returns what cannot be, in words, or NULL. */
const char *ask_questions(struct test_host *host, const prap_command *command);

#endif
