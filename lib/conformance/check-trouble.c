/* check-trouble.c: notices, commits that fail, another handle, opening again. */
#include <string.h>

#include "conformance/kit.h"

/* Every commit ends in a look at the outbox of its cases. */
void prapi_kit_check_outbox(prapi_kit *kit) {
    prapi_kit_case *one = prapi_kit_named(kit, ".outbox", "one"), *two = prapi_kit_named(kit, ".outbox", "two");
    prapi_kit_case *never = prapi_kit_named(kit, ".outbox", "never");
    for (uint32_t i = 0; i < 4; i++) {
        prapi_kit_try made = prapi_kit_next(one, &"abcd"[i]);
        made.n_events = 1 + i;
        made.n_notices = 3 - i;
        prapi_kit_try also = prapi_kit_next(two, &"wxyz"[i]);
        also.n_notices = i;
        prapi_kit_try refused = prapi_kit_next(never, &"mnop"[i]);
        refused.expected = 4;
        refused.n_notices = 2;
        refused.want = PRAP_CONFLICT;
        prapi_kit_try batch[] = {made, refused, also};
        batch[0].if_failed = batch[2].if_failed = PRAP_CONFORMANCE_REFUSAL_SPREADS;
        if (!prapi_kit_commit(kit, &kit->here, batch, 3)) return;
    }
    prapi_kit_try known = prapi_kit_next(one, "abcd");
    known.n_notices = 2;
    known.want = PRAP_DUPLICATE;
    prapi_kit_commit(kit, &kit->here, &known, 1);
    prapi_kit_try stale = prapi_kit_next(two, "stale");
    stale.expected--;
    stale.n_notices = 3;
    stale.want = PRAP_CONFLICT;
    prapi_kit_commit(kit, &kit->here, &stale, 1);
    prapi_kit_look(kit, &kit->here, one);
}

enum { WRITES = 64 }; /* more than a commit of two changes has */

/* id, and what is left of it without its first letter, are new to their cases. Two changes at once, of which what the store says must be true; then each again, in peace. */
static void fail_at(prapi_kit *kit, prapi_kit_case *one, prapi_kit_case *new_case, const char *id) {
    prapi_kit_try batch[] = {prapi_kit_next(one, id), prapi_kit_next(new_case, id + 1)};
    batch[0].n_events = 2;
    for (int i = 0; i < 2; i++) {
        batch[i].n_notices = 2;
        batch[i].may_fail = true;
        batch[i].columns.next_due = 19000;
    }
    const size_t n = prapi_kit_was_told(kit, PRAP_CONFORMANCE_REFUSAL_SPREADS) ? 1 : 2; /* as a failure would then */
    kit->lost = PRAP_CONFORMANCE_FAILURE_HIDDEN;
    prapi_kit_commit(kit, &kit->here, batch, n);
    kit->lost = PRAP_CONFORMANCE_CHANGE_LOST;
    for (size_t i = 0; i < n; i++) {
        if (batch[i].got == PRAP_OK) continue;
        prapi_kit_try again = prapi_kit_next(batch[i].of, id + i);
        again.if_duplicate = PRAP_CONFORMANCE_REFUSED_ID_KEPT;
        prapi_kit_commit(kit, &kit->here, &again, 1);
    }
}

void prapi_kit_check_failures(prapi_kit *kit) {
    char name[] = "write-00";
    prapi_kit_case *one = prapi_kit_named(kit, ".failures", "one");
    prapi_kit_append(kit, &kit->here, one, "made");
    for (uint32_t nth = 1; nth <= WRITES && !one->unsure; nth++) {
        const prap_status status = kit->host.fail_next(kit->host.user, nth);
        if (status == PRAP_NONE) return;
        if (status != PRAP_OK) {
            prapi_kit_tell_status(kit, PRAP_CONFORMANCE_CALL_FAILS, NULL, PRAP_OK, status);
            return;
        }
        name[6] = (char)('0' + nth / 10);
        name[7] = (char)('0' + nth % 10);
        fail_at(kit, one, prapi_kit_named(kit, ".failures", name), name);
    }
}

/* What one handle committed, seen by the other. */
static void see(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one) {
    kit->lost = kit->mixed = PRAP_CONFORMANCE_NOT_VISIBLE;
    prapi_kit_look(kit, on, one);
    kit->lost = PRAP_CONFORMANCE_CHANGE_LOST;
    kit->mixed = 0;
}

/* A change by a handle that last saw the case before the other changed it. */
static void be_late(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, uint64_t expected) {
    prapi_kit_try late = prapi_kit_next(one, "late");
    late.expected = expected;
    late.want = PRAP_CONFLICT;
    if (!prapi_kit_was_told(kit, PRAP_CONFORMANCE_LOST_UPDATE) && !prapi_kit_was_told(kit, PRAP_CONFORMANCE_CREATED_OVER)) {
        late.if_ok = PRAP_CONFORMANCE_BOTH_WIN; /* which one handle alone does not let happen */
    }
    prapi_kit_commit(kit, on, &late, 1);
}

static void repeat(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, const char *id) {
    prapi_kit_try again = prapi_kit_next(one, id);
    again.want = PRAP_DUPLICATE;
    again.if_ok = again.if_conflict = PRAP_CONFORMANCE_NOT_VISIBLE;
    if (prapi_kit_was_told(kit, PRAP_CONFORMANCE_DUPLICATE_MISSED)) return; /* by one handle alone */
    prapi_kit_commit(kit, on, &again, 1);
}

/* A change on what the other handle committed. */
static bool go_on(prapi_kit *kit, const prapi_host *on, prapi_kit_case *one, const char *id) {
    prapi_kit_try next = prapi_kit_next(one, id);
    next.if_conflict = PRAP_CONFORMANCE_NOT_VISIBLE;
    return prapi_kit_commit(kit, on, &next, 1);
}

/* Each in turn makes, changes, and comes too late. */
static void take_turns(prapi_kit *kit, const prapi_host *one_handle, const prapi_host *other, prapi_kit_case *one) {
    see(kit, other, one); /* not there yet: it may be remembered as such */
    if (!prapi_kit_append(kit, one_handle, one, "made by one handle")) return;
    see(kit, other, one);
    be_late(kit, other, one, 0);
    if (!go_on(kit, other, one, "changed by the other")) return;
    see(kit, one_handle, one);
    be_late(kit, one_handle, one, 1);
    repeat(kit, one_handle, one, "changed by the other");
    if (go_on(kit, one_handle, one, "changed by the first")) repeat(kit, other, one, "changed by the first");
    const prap_scan all = prapi_kit_all_of(one);
    prapi_kit_walk(kit, one_handle, &all, PRAP_CONFORMANCE_NOT_VISIBLE);
    prapi_kit_walk(kit, other, &all, PRAP_CONFORMANCE_NOT_VISIBLE);
}

void prapi_kit_check_two_handles(prapi_kit *kit) {
    take_turns(kit, &kit->here, &kit->there, prapi_kit_named(kit, ".handles", "one"));
    take_turns(kit, &kit->there, &kit->here, prapi_kit_named(kit, ".handles", "two"));
}

static bool reopen(prapi_kit *kit) {
    const prap_host host = {.size = sizeof host, .allocator = &kit->here.allocator,
                            .store = kit->host.reopen(kit->host.user)};
    prapi_host opened;
    const prap_status status = prapi_host_adopt(&host, &opened, NULL);
    memset(&kit->there, 0, sizeof kit->there); /* it was closed too */
    if (status != PRAP_OK) prapi_kit_tell_status(kit, PRAP_CONFORMANCE_CALL_FAILS, NULL, PRAP_OK, status);
    else kit->here = opened;
    return status == PRAP_OK;
}

void prapi_kit_check_reopening(prapi_kit *kit) {
    prapi_kit_case *one = prapi_kit_named(kit, ".reopening", "one");
    prapi_kit_append(kit, &kit->here, one, "made before it was closed");
    prapi_kit_append(kit, &kit->here, one, "the last before it was closed");
    if (!reopen(kit)) return;
    kit->lost = PRAP_CONFORMANCE_LOST_ON_REOPEN;
    for (uint32_t i = 0; i < kit->n_cases; i++) prapi_kit_look(kit, &kit->here, &kit->cases[i]);
    const prap_scan all = prapi_kit_all_of(one);
    prapi_kit_walk(kit, &kit->here, &all, PRAP_CONFORMANCE_LOST_ON_REOPEN);
    prapi_kit_try known = prapi_kit_next(one, "made before it was closed");
    known.want = PRAP_DUPLICATE;
    if (!prapi_kit_was_told(kit, PRAP_CONFORMANCE_DUPLICATE_MISSED)) known.if_ok = PRAP_CONFORMANCE_LOST_ON_REOPEN;
    if (prapi_kit_has_id(kit, one, known.id)) prapi_kit_commit(kit, &kit->here, &known, 1);
    prapi_kit_try stale = prapi_kit_next(one, "stale");
    stale.want = PRAP_CONFLICT;
    if (one->version > 1) {
        stale.expected--;
        prapi_kit_commit(kit, &kit->here, &stale, 1);
    }
    prapi_kit_append(kit, &kit->here, one, "made after it was opened");
}
