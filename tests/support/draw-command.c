#include "draw-command.h"

#include <stdio.h>
#include <string.h>

/* What usually happens next at a stage. */
enum { USUAL_EVENTS = 16 };
struct usual {
    uint32_t stage;
    uint32_t events[USUAL_EVENTS];
};

#define E(NAME) PRAP_EVENT_##NAME
static const struct usual usuals[] = {
    {PRAP_STATE_NONE,
     {E(REFERRAL_RECEIVED), E(REFERRAL_RECEIVED), E(REFERRAL_RECEIVED), E(REFERRAL_RECEIVED), E(SIGNPOSTED),
      E(WORK_COACH_SATISFIED), E(CLERICAL_REFERRAL_RECEIVED), E(CASE_IMPORTED)}},
    {PRAP_STATE_SIGNPOSTED, {E(WORK_COACH_SATISFIED)}},
    {PRAP_STATE_PROSPECT, {E(HANDOVER_HELD), E(HANDOVER_HELD), E(HANDOVER_IMPOSSIBLE), E(MAPPA_FOREWARNED)}},
    {PRAP_STATE_HANDED_OVER,
     {E(REFERRAL_RECEIVED), E(REFERRAL_RECEIVED), E(REFERRAL_NOT_SEEN), E(REFERRAL_NOT_VISIBLE), E(WITHDREW),
      E(MEETING_SCHEDULED), E(CONTACT_ATTEMPTED)}},
    {PRAP_STATE_RECEIVED,
     {E(ACCEPT), E(ACCEPT), E(ACCEPT), E(ACCEPT), E(REJECT), E(CONTACT_ATTEMPTED), E(MEETING_SCHEDULED),
      E(MEETING_ATTENDED), E(CLERICAL_START)}},
    {PRAP_STATE_ACCEPTED,
     {E(MEETING_ATTENDED), E(START_RECORDED), E(CONTACT_ATTEMPTED), E(DNA_RECORDED), E(CANCELLATION_REQUESTED),
      E(MAPPA_DISCLOSED), E(MAPPA_NOTIFIED), E(MEETING_SCHEDULED), E(ERROR_SUSPECTED), E(ADVICE_RECEIVED)}},
    {PRAP_STATE_CANCEL_REQUESTED, {E(CANCELLATION_CONFIRMED), E(CONTACT_ATTEMPTED), E(ERROR_SUSPECTED)}},
    {PRAP_STATE_ATTENDED,
     {E(START_RECORDED), E(START_RECORDED), E(DNS_RECORDED), E(CANCELLATION_REQUESTED), E(PLAN_AGREED),
      E(CLERICAL_START), E(CLERICAL_OUTCOME)}},
    {PRAP_STATE_PRE_WORK,
     {E(PLAN_AGREED), E(LEFT), E(CONTACT_ATTEMPTED), E(WORK_STARTED), E(FACE_TO_FACE_HELD),
      E(WEEKLY_SUPPORT_OFFERED), E(PRAP14_SENT), E(PRAP14_ACCEPTED), E(PRAP14_NOT_ACCEPTED), E(PRAP14_ACTIONED),
      E(MAPPA_DISCLOSED), E(MAPPA_ESCALATED), E(MAPPA_CONTINUED), E(MAPPA_CANNOT_CONTINUE), E(MAPPA_NOTIFIED),
      E(ALLOTTED_TIME_ENDED)}},
    {PRAP_STATE_IN_WORK,
     {E(LEFT), E(CONTACT_ATTEMPTED), E(WORK_STOPPED), E(FACE_TO_FACE_HELD), E(ALLOTTED_TIME_ENDED), E(PRAP14_SENT),
      E(ERROR_SUSPECTED), E(ADVICE_RECEIVED)}},
};

static uint32_t draw_usual_event(struct chooser *chooser, uint32_t stage) {
    for (size_t i = 0; i < sizeof usuals / sizeof *usuals; i++)
        if (usuals[i].stage == stage) {
            uint32_t n = 0;
            while (n < USUAL_EVENTS && usuals[i].events[n] != 0)
                n++;
            return usuals[i].events[choose(chooser, n)];
        }
    return 0;
}

static bool leaves(const prap_move *move, uint32_t stage) {
    for (uint32_t i = 0; i < move->n_from; i++)
        if (move->from[i] == stage && move->event != 0) return true;
    return false;
}

/* The event of one of a programme's moves from a stage, and the fact that the move goes by; 0: there is no move. */
static uint32_t draw_move(struct chooser *chooser, uint32_t programme, uint32_t stage, uint32_t *ret_fact) {
    prap_move move = {.size = sizeof move};
    uint32_t n = 0;
    for (uint32_t i = 0; prap_move_get(programme, i, &move) == PRAP_OK; i++)
        n += leaves(&move, stage);
    uint32_t chosen = n > 0 ? choose(chooser, n) : 0;
    for (uint32_t i = 0; n > 0 && prap_move_get(programme, i, &move) == PRAP_OK; i++)
        if (leaves(&move, stage) && chosen-- == 0) break;
    *ret_fact = n > 0 ? move.fact : 0;
    return n > 0 ? move.event : 0;
}

/* IPES by what usually happens next; the others by their moves, and by what the last answer asked for. */
static uint32_t draw_event(struct chooser *chooser, const struct driven_case *driven, uint32_t *ret_fact) {
    const uint32_t n_events = prap_word_count(PRAP_WORDS_EVENT);
    const bool ipes = driven->programme == 0 || driven->programme == PRAP_PROGRAMME_IPES;
    if (once_in(chooser, 64)) return choose(chooser, n_events + 8); /* 0 and those past the last are no events */
    if (once_in(chooser, 12)) return E(ENTRY_VOIDED);
    uint32_t event = 0;
    if (!once_in(chooser, 5)) {
        const uint32_t stage = driven->last.summary.stage;
        if (ipes) event = draw_usual_event(chooser, stage);
        else if (driven->wish.event != 0 && !once_in(chooser, 3)) event = driven->wish.event;
        else event = draw_move(chooser, driven->programme, stage, ret_fact);
        /* Most of the moves that open a case take one over. */
        if (event == E(CASE_IMPORTED) && !ipes && !once_in(chooser, 4))
            event = draw_move(chooser, driven->programme, stage, ret_fact);
    }
    return event != 0 ? event : 1 + choose(chooser, n_events);
}

/* Days: mostly a little after the last, sometimes long after, rarely anything at all. */
static prap_day draw_recorded(struct chooser *chooser, const struct driven_case *driven) {
    static const prap_day steps[] = {0, 0, 1, 1, 2, 3, 5, 8, 15, 20};
    if (once_in(chooser, 200))
        return (prap_day)(choose(chooser, 3700000)) - 740000; /* days that do not exist, and uncovered ones */
    if (once_in(chooser, 60)) return driven->recorded + 400 + (prap_day)choose(chooser, 300);
    const prap_day first = 17532 + 90;                        /* 2018-04-01 */
    if (driven->last.summary.version == 0) return first + (prap_day)choose(chooser, 3000);
    if (once_in(chooser, 40)) return driven->recorded - 1 - (prap_day)choose(chooser, 10);
    if (once_in(chooser, 12)) return driven->recorded + (prap_day)choose(chooser, 80);
    return driven->recorded + steps[choose(chooser, sizeof steps / sizeof *steps)];
}

static prap_day draw_on(struct chooser *chooser, const struct driven_case *driven, uint32_t event,
                        prap_day recorded) {
    if (event == PRAP_EVENT_START_RECORDED && driven->last.summary.attended_on > PRAP_DAY_NONE &&
        !once_in(chooser, 8))
        return driven->last.summary.attended_on;
    if (once_in(chooser, 6)) return recorded - (prap_day)choose(chooser, 12);
    if (once_in(chooser, 30)) return recorded + (prap_day)choose(chooser, 5);
    if (once_in(chooser, 500)) return PRAP_DAY_NONE;
    return recorded;
}

static prap_fact draw_value(struct chooser *chooser, uint32_t fact, prap_day on) {
    static const int64_t codes[] = {39, 43, 45, 46, 46, 46, 1, 0, 1, 10, 37};
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, fact);
    prap_fact drawn = {fact, PRAP_VALUE_UNKNOWN, 0};
    if (once_in(chooser, 12)) return drawn;
    if (word == NULL || once_in(chooser, 100)) {
        drawn.kind = choose(chooser, 8);
        drawn.value = (int64_t)choose(chooser, 100) - 20;
        return drawn;
    }
    switch (word->detail) {
    case PRAP_FACT_TYPE_TRISTATE:
        drawn.kind = once_in(chooser, 4) ? PRAP_VALUE_NO : PRAP_VALUE_YES;
        break;
    case PRAP_FACT_TYPE_NUMBER:
        drawn.kind = PRAP_VALUE_NUMBER;
        drawn.value = fact == PRAP_FACT_CODE ? codes[choose(chooser, sizeof codes / sizeof *codes)]
                                             : (int64_t)choose(chooser, fact == PRAP_FACT_VOIDS ? 12 : 200);
        break;
    case PRAP_FACT_TYPE_DAY:
        drawn.kind = PRAP_VALUE_DAY;
        drawn.value = (int64_t)on - choose(chooser, 6);
        break;
    case PRAP_FACT_TYPE_OPTION: {
        uint32_t options[32];
        uint32_t n = 0;
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION); i++) {
            const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
            if (option->detail == fact && n < 32) options[n++] = option->number;
        }
        drawn.kind = PRAP_VALUE_OPTION;
        drawn.value = n > 0 ? options[choose(chooser, n)] : 0;
        break;
    }
    }
    return drawn;
}

/* The facts that an event looks at, besides any at random. */
static const uint32_t *facts_of(uint32_t event) {
    static const uint32_t received[] = {PRAP_FACT_MADE, PRAP_FACT_SCR, PRAP_FACT_MAPPA_KNOWN, 0};
    static const uint32_t imported[] = {PRAP_FACT_STAGE,       PRAP_FACT_STAGE,    PRAP_FACT_MADE,
                                        PRAP_FACT_ATTENDED_ON, PRAP_FACT_START_ON, PRAP_FACT_ACKNOWLEDGED_ON,
                                        0};
    static const uint32_t voided[] = {PRAP_FACT_VOIDS, 0};
    static const uint32_t booked[] = {PRAP_FACT_MEETING_ON, PRAP_FACT_REASON, 0};
    static const uint32_t advised[] = {PRAP_FACT_ADVICE, PRAP_FACT_ADVISED_END_ON, 0};
    static const uint32_t prap14[] = {PRAP_FACT_REASON, PRAP_FACT_AROSE_ON, PRAP_FACT_BACKED_OUT,
                                      PRAP_FACT_ADVISED_END_ON, 0};
    static const uint32_t contact[] = {PRAP_FACT_METHOD, PRAP_FACT_REACHED, PRAP_FACT_CONCERNS_ADDRESSED, 0};
    static const uint32_t start[] = {PRAP_FACT_IDENTITY_CHECKED, PRAP_FACT_EMPLOYMENT_CHECKED, PRAP_FACT_MODE,
                                     PRAP_FACT_EMPLOYED, 0};
    static const uint32_t outcome[] = {PRAP_FACT_REASON, PRAP_FACT_TOLD, PRAP_FACT_CONCERNS_ADDRESSED, 0};
    static const uint32_t plan[] = {PRAP_FACT_PLAN_FULLY_SIGNED, 0};
    static const uint32_t left[] = {PRAP_FACT_CODE,
                                    PRAP_FACT_POLICY_ADVICE,
                                    PRAP_FACT_DECEASED,
                                    PRAP_FACT_MOVED_OUT,
                                    PRAP_FACT_TERMINAL_ILLNESS,
                                    PRAP_FACT_CHOOSES_TO_LEAVE,
                                    PRAP_FACT_DISENGAGED,
                                    PRAP_FACT_NO_MORE_SUPPORT_NEEDED,
                                    0};
    static const uint32_t none[] = {0};
    switch (event) {
    case PRAP_EVENT_REFERRAL_RECEIVED:
    case PRAP_EVENT_CLERICAL_REFERRAL_RECEIVED:
        return received;
    case PRAP_EVENT_CASE_IMPORTED:
        return imported;
    case PRAP_EVENT_ENTRY_VOIDED:
        return voided;
    case PRAP_EVENT_HANDOVER_HELD:
    case PRAP_EVENT_MEETING_SCHEDULED:
        return booked;
    case PRAP_EVENT_ADVICE_RECEIVED:
        return advised;
    case PRAP_EVENT_PRAP14_SENT:
    case PRAP_EVENT_PRAP14_ACTIONED:
    case PRAP_EVENT_WORK_STARTED:
        return prap14;
    case PRAP_EVENT_CONTACT_ATTEMPTED:
        return contact;
    case PRAP_EVENT_MEETING_ATTENDED:
    case PRAP_EVENT_START_RECORDED:
        return start;
    case PRAP_EVENT_REJECT:
    case PRAP_EVENT_DNA_RECORDED:
    case PRAP_EVENT_DNS_RECORDED:
    case PRAP_EVENT_CANCELLATION_REQUESTED:
        return outcome;
    case PRAP_EVENT_PLAN_AGREED:
        return plan;
    case PRAP_EVENT_LEFT:
        return left;
    }
    return none;
}

/* Room for those that an event looks at, those that were asked for, and three more. */
_Static_assert(PRAP_FACTS_MAX >= 8 + EVENT_DRIVER_WANTED + 3, "a drawn command has room for its facts");

static void add_fact(struct drawn_command *drawn, struct chooser *chooser, uint32_t fact) {
    prap_command *command = &drawn->command;
    for (size_t i = 0; i < command->n_facts; i++)
        if (drawn->facts[i].fact == fact) return;
    drawn->facts[command->n_facts++] = draw_value(chooser, fact, command->on);
}

static void draw_facts(struct drawn_command *drawn, struct chooser *chooser, const struct driven_wish *wish,
                       uint32_t goes_by) {
    prap_command *command = &drawn->command;
    command->n_facts = 0;
    if (goes_by != 0 && !once_in(chooser, 4)) add_fact(drawn, chooser, goes_by);
    for (const uint32_t *fact = wish->facts; command->event == wish->event && *fact != 0; fact++)
        if (!once_in(chooser, 8)) add_fact(drawn, chooser, *fact);
    for (const uint32_t *fact = facts_of(command->event); *fact != 0; fact++)
        if (!once_in(chooser, 3)) add_fact(drawn, chooser, *fact);
    if (once_in(chooser, 16)) { /* now and then one that is there already, which is an error */
        const uint32_t any = choose(chooser, prap_word_count(PRAP_WORDS_FACT) + 2);
        drawn->facts[command->n_facts++] = draw_value(chooser, any, command->on);
    }
    if (once_in(chooser, 10)) add_fact(drawn, chooser, PRAP_FACT_OVERRIDE);
}

void drawn_command_settle(struct drawn_command *drawn) {
    drawn->command.facts = drawn->command.n_facts > 0 ? drawn->facts : NULL;
    drawn->command.id = test_text(drawn->id);
}

void draw_command(struct drawn_command *drawn, struct chooser *chooser, const struct driven_case *driven,
                  const char *case_id, uint32_t *fresh_id) {
    memset(drawn, 0, sizeof *drawn);
    uint32_t goes_by = 0;
    const uint32_t event = draw_event(chooser, driven, &goes_by);
    const prap_day recorded = draw_recorded(chooser, driven);
    drawn->command = test_command(case_id, event, draw_on(chooser, driven, event, recorded));
    if (driven->programme != 0) drawn->command.programme = driven->programme;
    drawn->command.recorded = once_in(chooser, 10) ? PRAP_DAY_NONE : recorded;
    if (once_in(chooser, 8)) drawn->command.programme = 0;
    if (once_in(chooser, 200)) drawn->command.programme = 99;
    if (once_in(chooser, 16)) drawn->command.flags = PRAP_COMMAND_STRICT_FACTS;
    if (once_in(chooser, 300)) drawn->command.flags |= 2u << choose(chooser, 31);
    draw_facts(drawn, chooser, &driven->wish, goes_by);
    if (!once_in(chooser, 3)) snprintf(drawn->id, sizeof drawn->id, "id-%lu", (unsigned long)(*fresh_id)++);
    drawn_command_settle(drawn);
}
