#include "case-moves.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draw-command.h"

/* The same day; past every limit of days or weeks; past day 60. */
static const prap_day later[CASE_DAYS] = {0, 31, 90};

enum { VALUES = 32, ROUNDS = 6 };

struct asking {
    struct case_moves *moves;
    struct test_host *host;
    uint32_t programme;
    uint64_t version;
    prap_day day;
};

static void add(struct asking *asking, const struct drawn_command *move) {
    struct case_moves *moves = asking->moves;
    if (moves->n == CASE_MOVES) abort();
    struct drawn_command *place = &moves->moves[moves->n];
    *place = *move;
    snprintf(place->id, sizeof place->id, "e%llu", (unsigned long long)asking->version + 1);
    drawn_command_settle(place);
    for (size_t i = 0; i < moves->n; i++) {
        const struct drawn_command *other = &moves->moves[i];
        if (other->command.event == place->command.event && other->command.on == place->command.on &&
            other->command.recorded == place->command.recorded && other->command.flags == place->command.flags &&
            other->command.n_facts == place->command.n_facts &&
            memcmp(other->facts, place->facts, sizeof place->facts) == 0)
            return;
    }
    moves->n++;
}

static struct drawn_command move_of(const struct asking *asking, uint32_t event, prap_day on, uint32_t flags) {
    struct drawn_command move;
    memset(&move, 0, sizeof move);
    move.command = test_command("X", event, on);
    move.command.programme = asking->programme;
    move.command.recorded = asking->day;
    move.command.flags = flags;
    return move;
}

/* What can be said of a fact. */
static size_t values_of(uint32_t fact, prap_day day, prap_fact values[VALUES]) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_FACT, fact);
    size_t n = 0;
    switch (word->detail) {
    case PRAP_FACT_TYPE_TRISTATE:
        values[n++] = (prap_fact){fact, PRAP_VALUE_YES, 0};
        values[n++] = (prap_fact){fact, PRAP_VALUE_NO, 0};
        break;
    case PRAP_FACT_TYPE_NUMBER:
        values[n++] = (prap_fact){fact, PRAP_VALUE_NUMBER, 1};
        break;
    case PRAP_FACT_TYPE_DAY:
        values[n++] = (prap_fact){fact, PRAP_VALUE_DAY, day};
        break;
    case PRAP_FACT_TYPE_OPTION:
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_OPTION) && n < VALUES; i++) {
            const prap_word *option = prap_word_at(PRAP_WORDS_OPTION, i);
            if (option->detail == fact) values[n++] = (prap_fact){fact, PRAP_VALUE_OPTION, option->number};
        }
        break;
    }
    return n;
}

static void say(struct drawn_command *move, prap_fact fact) {
    for (size_t i = 0; i < move->command.n_facts; i++)
        if (move->facts[i].fact == fact.fact) {
            move->facts[i] = fact;
            return;
        }
    if (move->command.n_facts == PRAP_FACTS_MAX) abort();
    move->facts[move->command.n_facts++] = fact;
}

static bool is_said(const struct drawn_command *move, uint32_t fact) {
    for (size_t i = 0; i < move->command.n_facts; i++)
        if (move->facts[i].fact == fact) return true;
    return false;
}

/* Says what the answer wants to know, each as its first value. False: it wants nothing more. */
static bool say_wanted(struct asking *asking, struct drawn_command *move) {
    prap_fact values[VALUES];
    bool any = false;
    drawn_command_settle(move);
    if (test_host_preview(asking->host, &move->command) != PRAP_OK) {
        return false;
    }
    const uint32_t n = prap_answer_reason_count(asking->host->answer);
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t fact = prap_answer_reason_at(asking->host->answer, i)->fact;
        if (fact == 0 || is_said(move, fact) || values_of(fact, asking->day, values) == 0) continue;
        say(move, values[0]);
        any = true;
    }
    return any;
}

/* The move as it is, with what it wants said, with each of these said otherwise, and over the rules. */
static void add_variants(struct asking *asking, struct drawn_command move) {
    prap_fact values[VALUES];
    add(asking, &move);
    for (int round = 0; round < ROUNDS && say_wanted(asking, &move); round++) continue;
    add(asking, &move);
    for (size_t i = 0; i < move.command.n_facts; i++) {
        const size_t n = values_of(move.facts[i].fact, asking->day, values);
        for (size_t v = 0; v < n; v++) {
            struct drawn_command other = move;
            say(&other, values[v]);
            add(asking, &other);
        }
    }
    if (asking->version == 0) return;
    say(&move, (prap_fact){PRAP_FACT_OVERRIDE, PRAP_VALUE_OPTION, PRAP_OPTION_PRAP_TOOK_IT});
    add(asking, &move);
}

struct met {
    struct drawn_command moves[CASE_MOVES / 8];
    size_t n;
    const struct asking *asking;
};

static prap_status meet(void *user, const prap_option *option, const prap_answer *answer) {
    struct met *met = user;
    (void)answer;
    if (met->n == sizeof met->moves / sizeof *met->moves) abort();
    struct drawn_command *move = &met->moves[met->n++];
    *move = move_of(met->asking, option->event, option->on, PRAP_COMMAND_STRICT_FACTS);
    if (option->with.fact != 0) say(move, option->with);
    return PRAP_OK;
}

static void add_options(struct asking *asking) {
    static struct met met;
    const prap_question question = {.size = sizeof question, .programme = asking->programme, .as_of = asking->day,
                                    .key = test_key("X")};
    met.n = 0;
    met.asking = asking;
    const prap_status status =
        prap_engine_options(asking->host->engine, &question, asking->host->answer, meet, &met, NULL);
    if (status != PRAP_OK && status != PRAP_E_COVERAGE) abort();
    for (size_t i = 0; i < met.n; i++)
        add_variants(asking, met.moves[i]);
}

/* Whatever the rules know of it. */
static void add_every_event(struct asking *asking) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_EVENT); i++) {
        const struct drawn_command move = move_of(asking, prap_word_at(PRAP_WORDS_EVENT, i)->number, asking->day, 0);
        add(asking, &move);
    }
}

static void add_void(struct asking *asking, uint64_t sequence) {
    struct drawn_command move = move_of(asking, PRAP_EVENT_ENTRY_VOIDED, asking->day, 0);
    say(&move, (prap_fact){PRAP_FACT_VOIDS, PRAP_VALUE_NUMBER, (int64_t)sequence});
    add(asking, &move);
}

/* The id of the last entry, for something else. */
static void add_known_id(struct asking *asking) {
    const struct drawn_command move = move_of(asking, PRAP_EVENT_CONTACT_ATTEMPTED, asking->day, 0);
    struct case_moves *moves = asking->moves;
    if (moves->n == CASE_MOVES) abort();
    moves->moves[moves->n] = move;
    snprintf(moves->moves[moves->n].id, sizeof move.id, "e%llu", (unsigned long long)asking->version);
    drawn_command_settle(&moves->moves[moves->n++]);
}

void case_moves_of(struct case_moves *moves, struct test_host *host, uint32_t programme, uint64_t version, prap_day now) {
    moves->n = 0;
    for (size_t i = 0; i < CASE_DAYS; i++) {
        if (version == 0 && i > 0) break; /* any day is as good as another to begin with */
        struct asking asking = {moves, host, programme, version, now + later[i]};
        add_options(&asking);
        if (i > 0) continue;
        add_every_event(&asking);
        for (uint64_t sequence = version; sequence + 2 > version && sequence > 0; sequence--)
            add_void(&asking, sequence);
        if (version > 2) add_void(&asking, 1);
        if (version > 0) add_known_id(&asking);
    }
}

void case_move_tell(const struct drawn_command *move, prap_day now, char *room, size_t bytes) {
    const prap_word *event = prap_word_by_number(PRAP_WORDS_EVENT, move->command.event);
    size_t n = (size_t)snprintf(room, bytes, "%s +%d", event == NULL ? "?" : event->name, (int)(move->command.recorded - now));
    for (size_t i = 0; i < move->command.n_facts && n < bytes; i++) {
        const prap_word *fact = prap_word_by_number(PRAP_WORDS_FACT, move->facts[i].fact);
        n += (size_t)snprintf(room + n, bytes - n, " %s=%u/%lld", fact == NULL ? "?" : fact->name, move->facts[i].kind,
                              (long long)move->facts[i].value);
    }
}
