/* beside.c: what the store's own callbacks do not give, where the host brings a way to see it: outbox and columns. */
#include <string.h>

#include "conformance/kit.h"

typedef struct listening {
    const prapi_kit *kit;
    const prapi_kit_case *one;
    bool matching;         /* the second time: each is held against the one that is next */
    uint32_t fault;        /* the first that was found, or 0 */
    uint32_t visits;
    prap_notice_record last;
    uint32_t made;         /* the change that the next notice is of: 1 and its index; 0: no more are due */
    uint64_t sequence;     /* of the next notice, */
    uint64_t first;        /*   and of its change's first event */
    uint32_t ordinal;
} listening;

/* Moves on to the next place at which there is a notice. */
static void skip(listening *on) {
    while (on->made != 0) {
        const prapi_kit_made *made = &on->kit->made[on->made - 1];
        if (on->ordinal < prapi_kit_notices_of(made->n_notices, (uint32_t)(on->sequence - on->first))) return;
        on->ordinal = 0;
        if (on->sequence++ < made->last) continue;
        on->first = on->sequence;
        on->made = made->next;
    }
}

/* Which of two comes first: sequence, then ordinal. */
static int compare(const prap_notice_record *left, uint64_t sequence, uint32_t ordinal) {
    if (left->sequence != sequence) return left->sequence < sequence ? -1 : 1;
    return left->ordinal < ordinal ? -1 : left->ordinal > ordinal;
}

static uint32_t order_fault(const listening *on, const prap_notice_record *notice) {
    if (on->visits == 1) return 0;
    const int order = compare(notice, on->last.sequence, on->last.ordinal);
    if (order == 0) return PRAP_CONFORMANCE_NOTICE_REPEATED;
    return order < 0 ? PRAP_CONFORMANCE_NOTICE_ORDER : 0;
}

static uint32_t match(listening *on, const prap_notice_record *notice) {
    skip(on);
    const int order = on->made == 0 ? -1 : compare(notice, on->sequence, on->ordinal);
    if (order < 0) return PRAP_CONFORMANCE_NOTICE_REPEATED;
    if (order > 0) return PRAP_CONFORMANCE_NOTICE_LOST;
    const uint32_t salt = on->kit->made[on->made - 1].salt;
    const prap_notice_record wanted = prapi_kit_notice(salt, on->sequence, on->ordinal++);
    const bool same = notice->notice == wanted.notice && notice->recipient == wanted.recipient && notice->due == wanted.due;
    return same ? 0 : PRAP_CONFORMANCE_NOTICE_CHANGED;
}

static prap_status hear(void *user, const prap_notice_record *notice) {
    listening *on = user;
    if (notice == NULL) return PRAP_E_NULL;
    on->visits++;
    on->fault = on->matching ? match(on, notice) : order_fault(on, notice);
    on->last = *notice;
    return on->fault == 0 ? PRAP_OK : PRAP_E_LIMIT;
}

/* What is wrong after a change that was not made, and was not before, is that change's. */
static void find_fault(prapi_kit *kit, prapi_kit_case *one, uint32_t fault, uint64_t sequence) {
    const bool left = kit->unmade != 0 && !prapi_kit_was_told(kit, fault);
    prapi_kit_tell(kit, left ? kit->leaves : fault, one, sequence);
    if (left) one->unsure = true;
}

/* Goes through the outbox of a case once. Whether it could, and found nothing. */
static bool listen(prapi_kit *kit, prapi_kit_case *one, bool matching) {
    listening on = {.kit = kit, .one = one, .matching = matching, .made = one->first, .sequence = 1, .first = 1};
    const prap_key key = prapi_kit_key(one);
    const prap_status status = kit->host.notices(kit->host.user, &key, hear, &on);
    skip(&on);
    if (on.fault == 0 && status == PRAP_OK && matching && on.made != 0) on.fault = PRAP_CONFORMANCE_NOTICE_LOST;
    if (on.fault != 0) find_fault(kit, one, on.fault, on.last.sequence);
    else if (status != PRAP_OK) prapi_kit_tell_status(kit, PRAP_CONFORMANCE_CALL_FAILS, one, PRAP_OK, status);
    return on.fault == 0 && status == PRAP_OK;
}

static void look_at_columns(prapi_kit *kit, prapi_kit_case *one) {
    const prap_key key = prapi_kit_key(one);
    prap_conformance_columns found = {0};
    const prap_status status = kit->host.columns(kit->host.user, &key, &found);
    if (status != PRAP_OK) {
        prapi_kit_tell_status(kit, PRAP_CONFORMANCE_CALL_FAILS, one, PRAP_OK, status);
    } else if (memcmp(&found, &one->columns, sizeof found) != 0) {
        find_fault(kit, one, PRAP_CONFORMANCE_COLUMN_NOT_KEPT, one->version);
    }
}

void prapi_kit_look_beside(prapi_kit *kit, prapi_kit_case *one) {
    if (kit->host.notices != NULL && listen(kit, one, false)) listen(kit, one, true);
    if (kit->host.columns != NULL && one->version > 0) look_at_columns(kit, one);
}
