/* commit.c: changes committed by the conformance kit: what came of them, and what should have. */
#include <string.h>

#include "base/always.h"
#include "base/text.h"
#include "conformance/kit.h"

static bool is_open(prap_status got) {
    return got == PRAP_RETRY || got == PRAP_UNKNOWN;
}

/* Looks at the case of a change that was not made, for anything that it left. */
static void look_without(prapi_kit *kit, const prapi_host *on, prapi_kit_try *one) {
    const bool failed = one->got == PRAP_RETRY || one->got == PRAP_FAIL;
    kit->unmade = one->salt;
    kit->unmade_version = one->expected + one->n_events;
    kit->leaves = failed ? PRAP_CONFORMANCE_FAILURE_LEAVES : PRAP_CONFORMANCE_REFUSAL_LEAVES;
    prapi_kit_look(kit, on, one->of);
    kit->unmade = 0;
}

/* Without an id only the version tells. */
static bool was_made(prapi_kit *kit, const prapi_host *on, const prapi_kit_try *one) {
    const prapi_kit_answer answer = prapi_kit_load(kit, on, prapi_kit_key(one->of), PRAP_OK);
    return answer.status == PRAP_OK && answer.count > 0 && kit->rows[0].version == one->expected + one->n_events;
}

/* A change of which nobody knows whether it was made, sent again under its id, with the same bytes. */
static void find_out(prapi_kit *kit, const prapi_host *on, prapi_kit_try *one) {
    if (one->want == PRAP_OK && one->id.n == 0 && was_made(kit, on, one)) {
        one->got = PRAP_OK;
        return;
    }
    prapi_kit_send(kit, on, one, 1);
    if (one->want != PRAP_OK || one->id.n == 0) return;
    if (one->got == PRAP_DUPLICATE) {
        one->got = PRAP_OK;
    } else if (one->got == PRAP_CONFLICT) {
        prapi_kit_tell(kit, PRAP_CONFORMANCE_UNKNOWN_UNRESOLVED, one->of, one->expected + one->n_events);
        one->of->unsure = true;
    }
}

/* Sends a change again until the store says what came of it. */
static void settle(prapi_kit *kit, const prapi_host *on, prapi_kit_try *one) {
    for (int i = 0; is_open(one->got) && !one->of->unsure && i < PRAPI_KIT_PATIENCE; i++) {
        if (one->got == PRAP_UNKNOWN) {
            find_out(kit, on, one);
        } else {
            look_without(kit, on, one);
            prapi_kit_send(kit, on, one, 1);
        }
    }
    if (!is_open(one->got) || one->of->unsure) return;
    prapi_kit_tell_status(kit, PRAP_CONFORMANCE_CALL_FAILS, one->of, one->want, one->got);
    one->of->unsure = true;
}

/* The changes of a case that come after one whose outcome was open may rightly end otherwise than they would have. */
static void settle_all(prapi_kit *kit, const prapi_host *on, prapi_kit_try *tries, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!is_open(tries[i].got)) continue;
        settle(kit, on, &tries[i]);
        for (size_t later = i + 1; later < n; later++) {
            if (tries[later].of == tries[i].of) tries[i].of->unsure = true;
        }
    }
}

bool prapi_kit_has_id(const prapi_kit *kit, const prapi_kit_case *one, prap_text id) {
    for (uint32_t at = one->first; at != 0; at = kit->made[at - 1].next) {
        if (prapi_text_equal((prap_text){kit->made[at - 1].id, kit->made[at - 1].id_bytes}, id)) return true;
    }
    return false;
}

bool prapi_kit_has_id_anywhere(const prapi_kit *kit, prap_text id) {
    for (uint32_t i = 0; i < kit->n_made; i++) {
        if (prapi_text_equal((prap_text){kit->made[i].id, kit->made[i].id_bytes}, id)) return true;
    }
    return false;
}

/* A change that should not have been made. */
static uint32_t fault_of_made(const prapi_kit_try *one) {
    if (one->if_ok != 0) return one->if_ok;
    if (one->want == PRAP_DUPLICATE) return PRAP_CONFORMANCE_DUPLICATE_MISSED;
    if (one->expected == 0) return PRAP_CONFORMANCE_CREATED_OVER;
    return one->of->version == 0 ? PRAP_CONFORMANCE_CHANGED_MISSING : PRAP_CONFORMANCE_LOST_UPDATE;
}

/* What to tell when a change ended otherwise than it had to. */
static uint32_t fault_of(const prapi_kit *kit, const prapi_kit_try *one) {
    const bool known = one->want == PRAP_DUPLICATE;
    if (one->got == PRAP_OK) return fault_of_made(one);
    if (one->got == PRAP_CONFLICT) {
        if (one->if_conflict != 0) return one->if_conflict;
        return known ? PRAP_CONFORMANCE_DUPLICATE_AFTER_VERSION : PRAP_CONFORMANCE_CONFLICT_WITHOUT_CAUSE;
    }
    if (one->got == PRAP_DUPLICATE) {
        if (one->id.n == 0) return PRAP_CONFORMANCE_DUPLICATE_EMPTY;
        if (prapi_kit_was_told(kit, PRAP_CONFORMANCE_REFUSED_ID_KEPT)) return PRAP_CONFORMANCE_REFUSED_ID_KEPT;
        if (prapi_kit_has_id_anywhere(kit, one->id)) return PRAP_CONFORMANCE_DUPLICATE_ACROSS_CASES;
        return one->if_duplicate != 0 ? one->if_duplicate : PRAP_CONFORMANCE_DUPLICATE_WITHOUT_CAUSE;
    }
    if (one->if_failed != 0) return one->if_failed;
    return one->want == PRAP_OK ? PRAP_CONFORMANCE_CALL_FAILS : PRAP_CONFORMANCE_OUTCOME_WRONG;
}

/* Are the outcomes those that were wanted, of changes of different cases, in another order? */
static bool are_misplaced(const prapi_kit_try *tries, size_t n) {
    static const prap_status outcomes[] = {PRAP_OK, PRAP_CONFLICT, PRAP_DUPLICATE, PRAP_FAIL};
    for (size_t outcome = 0; outcome < sizeof outcomes / sizeof *outcomes; outcome++) {
        size_t wanted = 0, got = 0;
        for (size_t i = 0; i < n; i++) {
            wanted += tries[i].want == outcomes[outcome];
            got += tries[i].got == outcomes[outcome];
        }
        if (wanted != got) return false;
    }
    for (size_t i = 0; i < n; i++) {
        if (tries[i].of->unsure) return false;
        for (size_t other = 0; other < i; other++) {
            if (tries[other].of == tries[i].of) return false;
        }
    }
    return true;
}

static void judge(prapi_kit *kit, prapi_kit_try *tries, size_t n) {
    bool all_as_wanted = true;
    for (size_t i = 0; i < n; i++) all_as_wanted = all_as_wanted && tries[i].got == tries[i].want;
    if (all_as_wanted) return;
    const bool misplaced = are_misplaced(tries, n);
    if (misplaced) prapi_kit_tell(kit, PRAP_CONFORMANCE_OUTCOMES_MISPLACED, tries[0].of, 0);
    for (size_t i = 0; i < n; i++) {
        prapi_kit_try *one = &tries[i];
        if (one->got == one->want || one->of->unsure || (one->may_fail && one->got == PRAP_FAIL)) continue;
        if (!misplaced) prapi_kit_tell_status(kit, fault_of(kit, one), one->of, one->want, one->got);
        one->of->unsure = misplaced || one->got == PRAP_OK;
    }
}

/* Enters into the model what the store made. */
static void enter(prapi_kit *kit, const prapi_kit_try *one) {
    prapi_kit_case *of = one->of;
    if (one->got != PRAP_OK) return;
    kit->report.commits++;
    if (of->unsure || PRAPI_NEVER(kit->n_made == PRAPI_KIT_CHANGES)) return;
    prapi_kit_made *made = &kit->made[kit->n_made++];
    *made = (prapi_kit_made){.last = one->expected + one->n_events,
                             .salt = one->salt,
                             .n_notices = one->n_notices,
                             .id_bytes = (uint32_t)one->id.n};
    if (one->id.n > 0) memcpy(made->id, one->id.bytes, one->id.n);
    if (of->first == 0) of->first = kit->n_made;
    else kit->made[of->last - 1].next = kit->n_made;
    of->last = kit->n_made;
    of->version = made->last;
    of->due_before = of->columns.next_due;
    of->columns = one->columns;
}

/* Each case once, after its last change in the batch. */
static void look_at(prapi_kit *kit, const prapi_host *on, prapi_kit_try *tries, size_t n) {
    for (size_t i = 0; i < n; i++) {
        prapi_kit_try *refused = tries[i].got == PRAP_OK ? NULL : &tries[i];
        bool comes_again = false;
        for (size_t other = 0; other < n; other++) {
            if (tries[other].of != tries[i].of) continue;
            comes_again = comes_again || other > i;
            if (tries[other].got != PRAP_OK) refused = &tries[other];
        }
        if (comes_again) continue;
        if (refused != NULL) look_without(kit, on, refused);
        else prapi_kit_look(kit, on, tries[i].of);
    }
}

bool prapi_kit_commit(prapi_kit *kit, const prapi_host *on, prapi_kit_try *tries, size_t n) {
    prap_status status = PRAP_RETRY;
    bool as_wanted = true;
    if (kit->ended != PRAP_OK) return false;
    if (n > 1 && prapi_kit_was_told(kit, PRAP_CONFORMANCE_OUTCOMES_MISPLACED)) return false; /* they say nothing */
    for (int i = 0; status == PRAP_RETRY && i < PRAPI_KIT_PATIENCE; i++) {
        status = prapi_kit_send(kit, on, tries, n);
        if (status == PRAP_RETRY) look_at(kit, on, tries, n);
    }
    settle_all(kit, on, tries, n);
    judge(kit, tries, n);
    for (size_t i = 0; i < n; i++) enter(kit, &tries[i]);
    look_at(kit, on, tries, n);
    for (size_t i = 0; i < n; i++) as_wanted = as_wanted && tries[i].got == tries[i].want && !tries[i].of->unsure;
    return as_wanted;
}

prapi_kit_try prapi_kit_next(prapi_kit_case *one, const char *id) {
    return (prapi_kit_try){.of = one,
                           .expected = one->version,
                           .n_events = 1,
                           .id = prapi_kit_literal(id),
                           .columns = one->columns,
                           .want = PRAP_OK};
}

bool prapi_kit_append(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, const char *id) {
    prapi_kit_try next = prapi_kit_next(one, id);
    return prapi_kit_commit(kit, on, &next, 1);
}
