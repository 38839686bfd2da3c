/* adopt-host.c: taking over the host's structs. */
#include <string.h>

#include "base/adopt.h"
#include "base/error.h"
#include "host/calls.h"

/* What a prap_store had at 0.1: load and commit are required, so a host's struct reaches at least that far. */
enum { STORE_LEAST = offsetof(prap_store, read) };

prap_status prapi_host_adopt(const prap_host *host, prapi_host *ret_host, prap_error *reterr) {
    prap_host ours;
    memset(ret_host, 0, sizeof *ret_host);
    if (host == NULL) return prapi_fail(reterr, PRAP_E_NULL, "host", "a host is required");
    if (prapi_adopt(&ours, sizeof ours, host, host->size, offsetof(prap_host, observer)) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "host", "the host's size is one this library cannot adopt");
    }
    if (ours.allocator == NULL) return prapi_fail(reterr, PRAP_E_NULL, "allocator", "an allocator is required");
    if (ours.store == NULL) return prapi_fail(reterr, PRAP_E_NULL, "store", "a store is required");
    prap_status status = prapi_adopt(&ret_host->allocator, sizeof ret_host->allocator, ours.allocator,
                                     ours.allocator->size, sizeof(prap_allocator));
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "allocator", "the allocator's size is one this library cannot adopt");
    }
    if (ret_host->allocator.allocate == NULL || ret_host->allocator.release == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "allocator", "the allocator lacks a function");
    }
    status = prapi_adopt(&ret_host->store, sizeof ret_host->store, ours.store, ours.store->size, STORE_LEAST);
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "store", "the store's size is one this library cannot adopt");
    }
    if (ret_host->store.load == NULL || ret_host->store.commit == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "store", "the store lacks load or commit");
    }
    if (ours.observer == NULL) return PRAP_OK;
    status = prapi_adopt(&ret_host->observer, sizeof ret_host->observer, ours.observer, ours.observer->size,
                         sizeof(prap_observer));
    if (status != PRAP_OK) {
        return prapi_fail(reterr, status, "observer", "the observer's size is one this library cannot adopt");
    }
    return PRAP_OK;
}
