/* check-batches.c: several changes in one call. */
#include "conformance/kit.h"

static prapi_kit_try make(prapi_kit_case *one, const char *id) {
    prapi_kit_try made = prapi_kit_next(one, id);
    made.n_notices = 1;
    return made;
}

static prapi_kit_try refuse(prapi_kit_case *one, const char *id, uint64_t expected, prap_status want) {
    prapi_kit_try refused = make(one, id);
    refused.expected = expected;
    refused.want = want;
    return refused;
}

/* When changes that have nothing against them are not made, it is because of the others. */
static bool commit_among_refusals(prapi_kit *kit, prapi_kit_try *tries, size_t n) {
    const bool alone = prapi_kit_was_told(kit, PRAP_CONFORMANCE_CONFLICT_WITHOUT_CAUSE); /* it is not because of them */
    kit->lost = PRAP_CONFORMANCE_REFUSAL_SPREADS;
    for (size_t i = 0; i < n; i++) {
        if (tries[i].want != PRAP_OK) continue;
        tries[i].if_duplicate = tries[i].if_failed = PRAP_CONFORMANCE_REFUSAL_SPREADS;
        if (!alone) tries[i].if_conflict = PRAP_CONFORMANCE_REFUSAL_SPREADS;
    }
    const bool as_wanted = prapi_kit_commit(kit, &kit->here, tries, n);
    kit->lost = PRAP_CONFORMANCE_CHANGE_LOST;
    return as_wanted;
}

/* The same of changes of one case. */
static bool commit_in_order(prapi_kit *kit, prapi_kit_try *tries, size_t n) {
    bool has_refusals = false; /* and is it wrong alone already? */
    const bool alone = prapi_kit_was_told(kit, PRAP_CONFORMANCE_LOST_UPDATE) || prapi_kit_was_told(kit, PRAP_CONFORMANCE_CREATED_OVER);
    for (size_t i = 0; i < n; i++) has_refusals = has_refusals || tries[i].want != PRAP_OK;
    for (size_t i = 0; i < n; i++) {
        if (tries[i].want == PRAP_CONFLICT && !alone) tries[i].if_ok = PRAP_CONFORMANCE_BATCH_ORDER;
        if (tries[i].want != PRAP_OK) continue;
        if (tries[i].if_duplicate == 0) tries[i].if_duplicate = PRAP_CONFORMANCE_BATCH_ORDER;
        tries[i].if_conflict = PRAP_CONFORMANCE_BATCH_ORDER;
        tries[i].if_failed = has_refusals ? PRAP_CONFORMANCE_REFUSAL_SPREADS : PRAP_CONFORMANCE_BATCH_ORDER;
    }
    if (has_refusals) kit->lost = PRAP_CONFORMANCE_REFUSAL_SPREADS;
    const bool as_wanted = prapi_kit_commit(kit, &kit->here, tries, n);
    kit->lost = PRAP_CONFORMANCE_CHANGE_LOST;
    return as_wanted;
}

static void different_cases(prapi_kit *kit) {
    prapi_kit_case *c[7];
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g"};
    for (int i = 0; i < 7; i++) c[i] = prapi_kit_named(kit, ".batches", names[i]);
    prapi_kit_try all_good[] = {make(c[0], "a1"), make(c[1], "b1"), make(c[2], "c1")};
    all_good[1].n_events = 2;
    if (!prapi_kit_commit(kit, &kit->here, all_good, 3)) return;
    prapi_kit_try mixed[] = {make(c[3], "d1"),
                             refuse(c[0], "a2", 9, PRAP_CONFLICT),
                             make(c[1], "b2"),
                             refuse(c[2], "c1", 1, PRAP_DUPLICATE),
                             make(c[4], "e1"),
                             refuse(c[5], "f1", 3, PRAP_CONFLICT),
                             make(c[6], "g1")};
    mixed[2].n_events = 3;
    if (!commit_among_refusals(kit, mixed, 7)) return;
    prapi_kit_try refused_first[] = {refuse(c[0], "a1", 0, PRAP_DUPLICATE), make(c[1], "b3"), make(c[5], "f2"),
                                     refuse(c[3], "d2", 0, PRAP_CONFLICT)};
    if (!commit_among_refusals(kit, refused_first, 4)) return;
    prapi_kit_case *never = prapi_kit_named(kit, ".batches", "h");
    prapi_kit_try all_refused[] = {refuse(c[0], "a3", 5, PRAP_CONFLICT), refuse(c[4], "e1", 1, PRAP_DUPLICATE),
                                   refuse(never, "h1", 3, PRAP_CONFLICT)};
    commit_among_refusals(kit, all_refused, 3);
    const prap_scan all = prapi_kit_all_of(never);
    prapi_kit_walk(kit, &kit->here, &all, PRAP_CONFORMANCE_SCAN_MISSES);
    for (int i = 0; i < 7; i++) prapi_kit_look(kit, &kit->here, c[i]);
}

/* A change of a case that stands on the ones before it in the batch. */
static prapi_kit_try after(prapi_kit_try one, uint64_t changes) {
    one.expected += changes;
    return one;
}

static void one_case(prapi_kit *kit) {
    prapi_kit_case *one = prapi_kit_named(kit, ".batches", "one case"), *other = prapi_kit_named(kit, ".batches", "other");
    prapi_kit_try in_a_row[] = {make(one, "s1"), after(make(one, "s2"), 1), make(other, "s1"), after(make(one, ""), 2)};
    in_a_row[2].if_duplicate = PRAP_CONFORMANCE_DUPLICATE_ACROSS_CASES;
    if (!commit_in_order(kit, in_a_row, 4)) return;
    prapi_kit_try overtaken[] = {make(one, "s3"), refuse(one, "s4", one->version, PRAP_CONFLICT), after(make(one, "s5"), 1)};
    if (!commit_in_order(kit, overtaken, 3)) return;
    prapi_kit_try repeated[] = {make(one, "s6"), after(refuse(one, "s6", one->version, PRAP_DUPLICATE), 1),
                                refuse(one, "s6", one->version, PRAP_DUPLICATE), after(make(one, "s7"), 1)};
    repeated[1].if_ok = repeated[2].if_ok = PRAP_CONFORMANCE_DUPLICATE_MISSED_IN_BATCH;
    if (!prapi_kit_was_told(kit, PRAP_CONFORMANCE_DUPLICATE_AFTER_VERSION)) {
        repeated[2].if_conflict = PRAP_CONFORMANCE_DUPLICATE_MISSED_IN_BATCH;
    }
    commit_in_order(kit, repeated, 4);
    prapi_kit_case *twice = prapi_kit_named(kit, ".batches", "made twice");
    prapi_kit_try created[] = {make(twice, "t1"), refuse(twice, "t2", 0, PRAP_CONFLICT)};
    if (!commit_in_order(kit, created, 2)) return;
    /* An id of a change that was refused in this very batch is still to be had. */
    prapi_kit_try retried[] = {refuse(twice, "t3", 4, PRAP_CONFLICT), make(twice, "t3")};
    retried[1].if_duplicate = PRAP_CONFORMANCE_REFUSED_ID_KEPT;
    commit_in_order(kit, retried, 2);
}

/* None is made, though the pointer is to one that could be. */
static void no_changes(prapi_kit *kit) {
    prapi_kit_case *never = prapi_kit_named(kit, ".batches", "never");
    prapi_kit_try none = make(never, "none");
    prap_status status = PRAP_RETRY;
    for (int i = 0; status == PRAP_RETRY && i < PRAPI_KIT_PATIENCE; i++) {
        status = prapi_kit_send(kit, &kit->here, &none, 0);
        if (status == PRAP_UNKNOWN) status = PRAP_RETRY; /* nothing is unknown of nothing */
    }
    if (status != PRAP_OK) prapi_kit_tell_status(kit, PRAP_CONFORMANCE_EMPTY_BATCH, NULL, PRAP_OK, status);
    kit->unmade = none.salt;
    kit->unmade_version = 1;
    kit->leaves = PRAP_CONFORMANCE_EMPTY_BATCH;
    prapi_kit_look(kit, &kit->here, never);
    kit->unmade = 0;
}

void prapi_kit_check_batches(prapi_kit *kit) {
    different_cases(kit);
    one_case(kit);
    no_changes(kit);
}

/* In pages, since a sink takes no more; the cases stand in the order of their names. */
static void walk_all(prapi_kit *kit, const prapi_kit_case *first) {
    prap_scan query = prapi_kit_all_of(first);
    query.limit = 50;
    for (uint32_t seen = 0; seen <= PRAPI_KIT_TRIES; seen += query.limit) {
        if (seen > 0) query.after = prapi_kit_key(first + seen - 1).case_id;
        prapi_kit_walk(kit, &kit->here, &query, PRAP_CONFORMANCE_SCAN_MISSES);
    }
}

void prapi_kit_check_large_batch(prapi_kit *kit) {
    char name[] = "large-000";
    prapi_kit_case *first = NULL;
    for (uint32_t i = 0; i < PRAPI_KIT_TRIES; i++) {
        name[6] = (char)('0' + i / 100);
        name[7] = (char)('0' + i / 10 % 10);
        name[8] = (char)('0' + i % 10);
        prapi_kit_case *one = prapi_kit_named(kit, ".large", name);
        if (i == 0) first = one;
        kit->tries[i] = prapi_kit_next(one, "made");
    }
    if (!prapi_kit_commit(kit, &kit->here, kit->tries, PRAPI_KIT_TRIES)) return;
    for (uint32_t i = 0; i < PRAPI_KIT_TRIES; i++) {
        const bool known = i % 7 == 3;
        kit->tries[i] = prapi_kit_next(first + i, known ? "made" : "changed");
        kit->tries[i].want = known ? PRAP_DUPLICATE : PRAP_OK;
    }
    commit_among_refusals(kit, kit->tries, PRAPI_KIT_TRIES);
    walk_all(kit, first);
}
