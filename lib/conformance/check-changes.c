/* check-changes.c: one change at a time: made, in conflict, a duplicate. */
#include "conformance/kit.h"

void prapi_kit_check_basics(prapi_kit *kit) {
    const prapi_host *on = &kit->here;
    prapi_kit_case *first = prapi_kit_named(kit, ".basics", "first");
    kit->hopeless = !prapi_kit_append(kit, on, first, "made");
    if (kit->hopeless) return;
    prapi_kit_case *second = prapi_kit_named(kit, ".basics", "second");
    prapi_kit_append(kit, on, second, "made also");
    prapi_kit_append(kit, on, second, "changed");
    prapi_kit_look(kit, on, first); /* the other is not in its place */
    prapi_kit_try several = prapi_kit_next(second, "three events");
    several.n_events = 3;
    several.n_notices = 2;
    prapi_kit_commit(kit, on, &several, 1);
    prapi_kit_append(kit, on, second, "");
    prapi_kit_look(kit, on, first);
    kit->hopeless = first->unsure || second->unsure;
}

/* What load makes of a case that is not there decides whether any other may be looked at. */
void prapi_kit_check_missing(prapi_kit *kit) {
    prapi_kit_case *there = prapi_kit_named(kit, ".missing", "there"), *never = prapi_kit_named(kit, ".missing", "never");
    prapi_kit_case *elsewhere = prapi_kit_new(kit, ".missing-too", prapi_kit_key(there).case_id);
    prapi_kit_append(kit, &kit->here, there, "made");
    prapi_kit_look(kit, &kit->here, never);
    kit->blind = never->unsure;
    kit->mixed = PRAP_CONFORMANCE_TENANTS_MIXED;
    prapi_kit_look(kit, &kit->here, elsewhere);
    const prap_scan nobody = prapi_kit_all_of(elsewhere);
    prapi_kit_walk(kit, &kit->here, &nobody, PRAP_CONFORMANCE_SCAN_MISSES);
}

/* A change of an expectation that is not the stored version. */
static void be_refused(prapi_kit *kit, prapi_kit_case *one, uint64_t expected, uint32_t n_events, uint32_t if_ok) {
    prapi_kit_try wrong = prapi_kit_next(one, "refused");
    wrong.expected = expected;
    wrong.n_events = n_events;
    wrong.n_notices = 2;
    wrong.columns.next_due = 19000;
    wrong.want = PRAP_CONFLICT;
    wrong.if_ok = if_ok;
    wrong.if_duplicate = PRAP_CONFORMANCE_REFUSED_ID_KEPT; /* it never was made */
    prapi_kit_commit(kit, &kit->here, &wrong, 1);
}

/* A version that is too high by as much is the stored one to whoever keeps only the bits below. */
static void be_cut(prapi_kit *kit, prapi_kit_case *one) {
    static const uint8_t bits[] = {8, 15, 16, 31, 32, 33, 48, 61};
    if (prapi_kit_was_told(kit, PRAP_CONFORMANCE_LOST_UPDATE)) return;
    for (size_t i = 0; i < sizeof bits; i++) {
        be_refused(kit, one, one->version + ((uint64_t)1 << bits[i]), 1, PRAP_CONFORMANCE_VERSION_CUT);
    }
}

void prapi_kit_check_conflicts(prapi_kit *kit) {
    prapi_kit_case *one = prapi_kit_named(kit, ".conflicts", "one");
    for (int i = 0; i < 3; i++) {
        if (!prapi_kit_append(kit, &kit->here, one, "")) return;
    }
    be_refused(kit, one, 2, 1, 0);
    be_refused(kit, one, 1, 3, 0);
    be_refused(kit, one, 4, 1, 0);
    be_refused(kit, one, 900, 2, 0);
    be_refused(kit, one, 0, 1, 0);
    be_refused(kit, one, 0, 4, 0);
    be_cut(kit, one);
    prapi_kit_append(kit, &kit->here, one, "after the refusals");
    be_refused(kit, prapi_kit_named(kit, ".conflicts", "missing"), 1, 1, 0);
    prapi_kit_case *late = prapi_kit_named(kit, ".conflicts", "made late");
    be_refused(kit, late, 7, 2, 0);
    if (prapi_kit_was_told(kit, PRAP_CONFORMANCE_CHANGED_MISSING)) return;
    prapi_kit_append(kit, &kit->here, late, "");
    be_refused(kit, prapi_kit_named(kit, ".conflicts", "missing too"), (uint64_t)1 << 32, 1, PRAP_CONFORMANCE_VERSION_CUT);
    prapi_kit_look(kit, &kit->here, one);
}

/* An id that the case has, whatever version is expected. */
static void be_known(prapi_kit *kit, prapi_kit_case *one, const char *id, uint64_t expected, uint32_t n_events) {
    prapi_kit_try again = prapi_kit_next(one, id);
    again.expected = expected;
    again.n_events = n_events;
    again.n_notices = 1;
    again.want = PRAP_DUPLICATE;
    if (prapi_kit_has_id(kit, one, again.id)) prapi_kit_commit(kit, &kit->here, &again, 1);
}

/* A change that is made, unless its id is taken for one that it is not. */
static void be_new(prapi_kit *kit, prapi_kit_case *one, const char *id, uint32_t if_duplicate) {
    prapi_kit_try made = prapi_kit_next(one, id);
    made.if_duplicate = if_duplicate;
    prapi_kit_commit(kit, &kit->here, &made, 1);
}

static void refuse_and_make(prapi_kit *kit, prapi_kit_case *one, const char *id) {
    prapi_kit_try wrong = prapi_kit_next(one, id);
    wrong.expected += 5;
    wrong.want = PRAP_CONFLICT;
    if (!prapi_kit_commit(kit, &kit->here, &wrong, 1)) return;
    be_new(kit, one, id, PRAP_CONFORMANCE_REFUSED_ID_KEPT);
}

void prapi_kit_check_duplicates(prapi_kit *kit) {
    prapi_kit_case *one = prapi_kit_named(kit, ".duplicates", "one");
    prapi_kit_append(kit, &kit->here, one, "first");
    prapi_kit_append(kit, &kit->here, one, "second");
    be_known(kit, one, "second", 2, 1); /* the last */
    be_known(kit, one, "first", 2, 1);
    be_known(kit, one, "first", 0, 1); /* the first call, repeated as it was */
    be_known(kit, one, "second", 1, 1);
    be_known(kit, one, "second", 9, 2);
    for (int i = 0; i < 3; i++) be_new(kit, one, "", 0);
    prapi_kit_try several = prapi_kit_next(one, "several");
    several.n_events = 3;
    const uint64_t before = one->version;
    prapi_kit_commit(kit, &kit->here, &several, 1);
    be_known(kit, one, "several", one->version, 3);
    be_known(kit, one, "several", before, 3);
    refuse_and_make(kit, one, "refused once");
    refuse_and_make(kit, prapi_kit_named(kit, ".duplicates", "refused at first"), "refused at first");
    prapi_kit_case *two = prapi_kit_named(kit, ".duplicates", "two");
    be_new(kit, two, "first", 0);
    be_new(kit, two, "several", 0);
    prapi_kit_try many = prapi_kit_next(one, "");
    many.n_events = 40;
    prapi_kit_commit(kit, &kit->here, &many, 1);
    static const char shorter[] = "aaaaaaaaaaaaaaaaaaaaaaaa"; /* every other change has what is left of it as its id */
    for (int i = 0; i < 24; i++) be_new(kit, one, i % 2 == 0 ? "" : &shorter[i], 0);
    be_known(kit, one, "first", one->version, 1); /* long ago */
    be_known(kit, one, "second", 1, 1);
    prapi_kit_look(kit, &kit->here, two);
    kit->mixed = PRAP_CONFORMANCE_TENANTS_MIXED;
    prapi_kit_case *elsewhere = prapi_kit_new(kit, ".duplicates-2", prapi_kit_key(one).case_id);
    prapi_kit_look(kit, &kit->here, elsewhere);
    if (!elsewhere->unsure) be_new(kit, elsewhere, "first", 0);
}
