/*
 * row-words.h: the words that a programme's rows are written in. Included by the files that hold rows, by nothing else.
 */
#ifndef PRAPI_ROW_WORDS_H
#define PRAPI_ROW_WORDS_H

#include "prap/vocabulary.h"

#undef S /* readings.h has one of its own, for its rows */
#define S(NAME) PRAP_STATE_##NAME
#define E(NAME) PRAP_EVENT_##NAME
#define G(NAME) PRAP_REASON_##NAME
#define N(NAME) PRAP_NOTICE_##NAME

/* What the move does beside changing the stage: the feed afterwards, whom to tell, the regions it sets. */
#define IS(REGION, VALUE) {PRAP_REGION_##REGION, PRAP_##REGION##_##VALUE}
#define KEEP 0, {0}, {{0, 0}}
#define TELL(...) 0, {__VA_ARGS__}, {{0, 0}}
#define SETS(REGION, VALUE) 0, {0}, {IS(REGION, VALUE)}
#define SETS_TWO(REGION, VALUE, OTHER, OTHER_VALUE) 0, {0}, {IS(REGION, VALUE), IS(OTHER, OTHER_VALUE)}
#define SETS_AND_TELLS(REGION, VALUE, ...) 0, {__VA_ARGS__}, {IS(REGION, VALUE)}
#define OPENS PRAP_FEED_OPEN, {0}, {{0, 0}}
#define OPENS_AS_NEW PRAP_FEED_OPEN, {0}, {IS(REFERRAL_KIND, NEW)}
#define OPENS_AND_SETS(REGION, VALUE) PRAP_FEED_OPEN, {0}, {IS(REGION, VALUE)}
#define CLOSES_AND_SETS(REGION, VALUE) PRAP_FEED_CLOSED, {0}, {IS(REGION, VALUE)}
#define CLOSES(...) PRAP_FEED_CLOSED, {__VA_ARGS__}, {{0, 0}}
#define JUST_CLOSES PRAP_FEED_CLOSED, {0}, {{0, 0}}

/* Of a move that is recorded over: the feed stays as it is. */
#define SAME_FEED 0

/* Conditions on the row: a reason, a code, another fact, a policy, the channel, a deadline not yet passed. */
#define WHENEVER 0, 0, 0, 0, {0, 0}, 0
#define REASON(NAME) PRAP_FACT_REASON, 0, PRAP_OPTION_##NAME, 0, {0, 0}, 0
#define CODE(NUMBER) PRAP_FACT_CODE, 0, NUMBER, 0, {0, 0}, 0
#define SAID(FACT, OPTION) PRAP_FACT_##FACT, 0, PRAP_OPTION_##OPTION, 0, {0, 0}, 0
#define REASON_UNDER(NAME, POLICY, CHOICE) \
    PRAP_FACT_REASON, PRAP_POLICY_##POLICY, PRAP_OPTION_##NAME, PRAP_CHOICE_##CHOICE, {0, 0}, 0
#define YES_UNDER(FACT, POLICY, CHOICE) \
    PRAP_FACT_##FACT, PRAP_POLICY_##POLICY, PRAP_VALUE_YES, PRAP_CHOICE_##CHOICE, {0, 0}, 0
#define CLERICALLY 0, 0, 0, 0, IS(CHANNEL, CLERICAL), 0
#define BY(DEADLINE) 0, 0, 0, 0, {0, 0}, PRAP_DEADLINE_##DEADLINE
#define WHERE(REGION, VALUE) 0, 0, 0, 0, IS(REGION, VALUE), 0
#define UNSET(REGION) 0, 0, 0, 0, {PRAP_REGION_##REGION, 0}, 0
#define UNDER(POLICY, CHOICE) 0, PRAP_POLICY_##POLICY, 0, PRAP_CHOICE_##CHOICE, {0, 0}, 0

/* Which rule speaks in this programme, where it is not the word's own. */
#define OF(KIND, NAME, RULE) {PRAP_WORDS_##KIND, PRAP_##KIND##_##NAME, 0, PRAPI_RULE_##RULE}

/* A table of the file, as the members of prapi_programme that name it and count its rows. */
#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))
#define TABLE(NAME) .NAME = NAME, .n_##NAME = COUNT(NAME)

#endif
