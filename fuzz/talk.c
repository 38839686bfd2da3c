/* talk.c: see talk.h. */
#include "talk.h"

#include <string.h>

#include "heap.h"

enum { FIRST_DAY = 14000 /* 2008-05-01 */, OTHERWISE = 3 };

uint32_t take_short(struct rest *rest) {
    const uint32_t low = take(rest);
    return low | take(rest) << 8;
}

prap_day take_day(struct rest *rest) {
    const uint32_t drawn = take_short(rest);
    if (drawn == UINT16_MAX) return PRAP_DAY_NONE;
    if (drawn >= UINT16_MAX - 8) return PRAP_DAY_MAX + 2 - (prap_day)(UINT16_MAX - drawn);
    return drawn >= UINT16_MAX - 12 ? PRAP_DAY_MIN + 1 - (prap_day)(UINT16_MAX - 9 - drawn) : FIRST_DAY + (prap_day)drawn;
}

size_t take_settings(struct rest *rest, prap_setting settings[TALK_SETTINGS]) {
    const size_t n = take(rest) % (TALK_SETTINGS + 1);
    for (size_t i = 0; i < n; i++) {
        settings[i].policy = take(rest);
        settings[i].value = (int32_t)take_short(rest);
    }
    return n;
}

static void take_definition(struct rest *rest, uint32_t i, prap_deadline_definition *ret_one) {
    static const char *const names[TALK_LIST] = {"own-a", "own-b", "own-c", "own-d", "own-e", "own-f"};
    *ret_one = (prap_deadline_definition){.size = sizeof *ret_one, .programme = take(rest)};
    ret_one->fills = take(rest);
    ret_one->anchor = take(rest);
    ret_one->n = (int32_t)take_short(rest);
    ret_one->unit = take(rest);
    ret_one->include_day = take(rest);
    for (uint32_t k = 0; k < PRAP_DONE_BY_MAX; k++) ret_one->done_by[k] = take(rest);
    ret_one->valid_from = take_day(rest);
    ret_one->valid_until = take_day(rest);
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DEADLINE, ret_one->fills);
    ret_one->name = test_text(word != NULL ? word->name : names[i]);
    ret_one->source = test_text("a contract of ours");
}

void take_supplement(struct rest *rest, struct talk_supplement *ret_supplement) {
    const uint32_t suspensions = take(rest), others = take(rest);
    prap_supplement *given = &ret_supplement->given.it;
    memset(ret_supplement, 0, sizeof *ret_supplement);
    *given = (prap_supplement){.size = sizeof *given,
                               .n_suspensions = suspensions % (TALK_LIST + 1),
                               .n_thresholds = others / 8 % (TALK_LIST + 1),
                               .n_deadlines = others % 8 % (TALK_LIST + 1),
                               .suspensions = ret_supplement->suspensions,
                               .thresholds = ret_supplement->thresholds,
                               .deadlines = ret_supplement->deadlines};
    for (uint32_t i = 0; i < given->n_suspensions; i++) {
        ret_supplement->suspensions[i].from = take_day(rest);
        ret_supplement->suspensions[i].until = take_day(rest);
    }
    for (uint32_t i = 0; i < given->n_thresholds; i++) {
        ret_supplement->thresholds[i].from = take_day(rest);
        ret_supplement->thresholds[i].pence = (int64_t)take_short(rest) * 100;
    }
    for (uint32_t i = 0; i < given->n_deadlines; i++) take_definition(rest, i, &ret_supplement->deadlines[i]);
}

prap_key talk_key(uint32_t which) {
    static const char *const names[TALK_CASES] = {"A", "B", "C", "D"};
    return test_key(names[which % TALK_CASES]);
}

/* A fact: its number, its kind and how its value is written, and the value. */
static prap_fact take_fact(struct rest *rest) {
    prap_fact fact = {.fact = take(rest)};
    const uint32_t how = take(rest);
    fact.kind = how % 16;
    switch (how / 16) {
    case 0: break;
    case 1: fact.value = take(rest); break;
    case 2: fact.value = (int64_t)take_short(rest); break;
    case 3: fact.value = take_day(rest); break;
    case 4: fact.value = (int64_t)(take_short(rest) | take_short(rest) << 16); break;
    default: fact.value = -(int64_t)take(rest); break;
    }
    return fact;
}

prap_command take_command(struct talk *talk, uint32_t which) {
    struct rest *rest = &talk->rest;
    prap_command command = {.size = sizeof command, .programme = take(rest), .key = talk_key(which), .facts = talk->facts};
    command.event = take(rest);
    command.on = take_day(rest);
    command.recorded = take_day(rest);
    const uint32_t id = take(rest), n = take(rest);
    command.flags = n >> 7;
    talk->id[0] = 'i';
    talk->id[1] = (char)('!' + id % 94);
    if (id != 0) command.id = (prap_text){talk->id, sizeof talk->id};
    talk->n_facts = n % (TALK_FACTS + 1);
    for (size_t i = 0; i < talk->n_facts; i++) talk->facts[i] = take_fact(rest);
    command.n_facts = talk->n_facts;
    return command;
}

/* A third of the policies by another of their choices; the calendar is Scotland's. */
static size_t other_settings(prap_setting settings[]) {
    const prap_word *policy;
    size_t n = 0;
    for (uint32_t i = 0; (policy = prap_word_at(PRAP_WORDS_POLICY, i)) != NULL; i++) {
        uint32_t choices = 0;
        while (prap_policy_choice_at(policy->number, choices) != 0) choices++;
        if (choices < 2 || i % OTHERWISE != 0) continue;
        const prap_setting setting = {policy->number, prap_policy_choice_at(policy->number, choices - 1)};
        settings[n++] = setting;
    }
    return n;
}

const prap_rulebook *const *talk_others(struct talk *talk) {
    prap_setting settings[UINT8_MAX];
    const prap_calendar *calendar = prap_calendar_built_in(PRAP_DIVISION_SCOTLAND);
    const size_t n = talk->others[0] == NULL ? other_settings(settings) : 0;
    for (size_t i = 0; i < talk->host.n_rulebooks && talk->others[i] == NULL; i++) {
        must(prap_rulebook_create(&talk->host.allocator.interface, prap_rulebook_programme(talk->host.rulebooks[i]), calendar,
                                  settings, n, &talk->others[i], NULL) == PRAP_OK, "no rulebook by other settings");
    }
    return (const prap_rulebook *const *)talk->others;
}
