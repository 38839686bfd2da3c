/* outbox.c: reading the outbox, sent or not. */
#include "store.h"

enum { PAGE_ROWS = 256 };

prap_postgresql_notice prapi_postgresql_notice_of(const PGresult *result, int row) {
    return (prap_postgresql_notice){
        .size = sizeof(prap_postgresql_notice),
        .key = {.tenant = prapi_postgresql_text(result, row, 0), .case_id = prapi_postgresql_text(result, row, 1)},
        .sequence = (uint64_t)prapi_postgresql_number(result, row, 2),
        .ordinal = (uint32_t)prapi_postgresql_number(result, row, 3),
        .notice = (uint32_t)prapi_postgresql_number(result, row, 4),
        .recipient = (uint32_t)prapi_postgresql_number(result, row, 5),
        .due = prapi_postgresql_day(result, row, 6),
        .sent = (uint32_t)prapi_postgresql_number(result, row, 7)};
}

static prap_status ask_page(prap_postgresql *store, const prap_postgresql_notice *after, uint32_t asked,
                            PGresult **ret_result) {
    struct prapi_parameters *p = &store->parameters;
    prapi_parameters_begin(p);
    prapi_put_text(p, after->key.tenant);
    prapi_put_text(p, after->key.case_id);
    prapi_put_number(p, after->sequence > INT64_MAX ? INT64_MAX : (int64_t)after->sequence);
    prapi_put_number(p, after->ordinal);
    prapi_put_number(p, asked);
    return prapi_postgresql_ask(store, PRAPI_POSTGRESQL_NOTICES, ret_result);
}

/* Visits a page; what it visited last is where the next begins. */
static prap_status visit_page(prap_postgresql *store, const PGresult *result, prap_postgresql_notice *last,
                              prap_postgresql_visit_notice visit, void *user) {
    prap_status status = PRAP_OK;
    store->visiting = true;
    for (int i = 0; i < PQntuples(result) && status == PRAP_OK; i++) {
        *last = prapi_postgresql_notice_of(result, i);
        status = visit(user, last);
    }
    store->visiting = false;
    return status;
}

prap_status prap_postgresql_notices(prap_postgresql *store, const prap_postgresql_notice *after, uint32_t limit,
                                    prap_postgresql_visit_notice visit, void *user, prap_error *reterr) {
    if (store == NULL || visit == NULL) return PRAP_E_NULL;
    const prap_status entered = prapi_postgresql_enter(store, reterr);
    if (entered != PRAP_OK) return entered;
    prap_postgresql_notice last = {0};
    if (after != NULL) last = *after;
    PGresult *page = NULL, *before = NULL; /* the texts of last are in the page before */
    for (uint32_t left = limit; left > 0;) {
        const uint32_t asked = left < PAGE_ROWS ? left : PAGE_ROWS;
        prap_status status = ask_page(store, &last, asked, &page);
        if (status != PRAP_OK) {
            prapi_postgresql_report(&store->last, reterr);
            PQclear(before);
            return status;
        }
        PQclear(before);
        before = page;
        status = visit_page(store, page, &last, visit, user);
        left -= asked;
        if (status == PRAP_OK && PQntuples(page) == (int)asked) continue;
        PQclear(page);
        return status;
    }
    PQclear(before);
    return PRAP_OK;
}
