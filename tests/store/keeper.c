/* keeper.c: a keeper of the side-car's keys for tests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "keeper.h"

static int place_of(const struct keeper *keeper, prap_text id) {
    for (int i = 0; i < KEEPER_KEYS; i++) {
        const char *kept = keeper->keys[i].id;
        if (keeper->keys[i].there && strlen(kept) == id.n && memcmp(kept, id.bytes, id.n) == 0) return i;
    }
    return -1;
}

static void called(struct keeper *keeper) {
    keeper->calls++;
    if (keeper->store == NULL) return;
    const prap_bytes none = {NULL, 0};
    assert_int_equal(prap_postgresql_sidecar_put(keeper->store, kit_text("x"), none, NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_postgresql_sidecar_shred(keeper->store, kit_text("x"), NULL), PRAP_E_REENTRY);
    assert_int_equal(prap_postgresql_set_keys(keeper->store, NULL), PRAP_E_REENTRY);
    assert_int_equal(kit_check(keeper->store, NULL), PRAP_E_REENTRY);
}

static prap_status find(void *user, prap_text id, uint8_t ret_key[PRAP_POSTGRESQL_KEY_BYTES]) {
    struct keeper *keeper = user;
    called(keeper);
    if (keeper->find_says != PRAP_OK) return keeper->find_says;
    const int at = place_of(keeper, id);
    if (at < 0) return PRAP_NONE;
    memcpy(ret_key, keeper->keys[at].key, PRAP_POSTGRESQL_KEY_BYTES);
    return PRAP_OK;
}

static prap_status add(void *user, prap_text id, const uint8_t key[PRAP_POSTGRESQL_KEY_BYTES]) {
    struct keeper *keeper = user;
    called(keeper);
    if (keeper->before_add != NULL) keeper->before_add(keeper);
    if (keeper->add_says != PRAP_OK) return keeper->add_says;
    if (place_of(keeper, id) >= 0) return PRAP_DUPLICATE;
    for (int i = 0; i < KEEPER_KEYS; i++) {
        if (keeper->keys[i].there) continue;
        keeper->keys[i].there = true;
        snprintf(keeper->keys[i].id, sizeof keeper->keys[i].id, "%.*s", (int)id.n, id.bytes);
        memcpy(keeper->keys[i].key, key, PRAP_POSTGRESQL_KEY_BYTES);
        return PRAP_OK;
    }
    return PRAP_FAIL;
}

static prap_status destroy(void *user, prap_text id) {
    struct keeper *keeper = user;
    called(keeper);
    if (keeper->destroy_says != PRAP_OK) return keeper->destroy_says;
    const int at = place_of(keeper, id);
    if (at < 0) return PRAP_NONE;
    memset(&keeper->keys[at], 0, sizeof keeper->keys[at]);
    return PRAP_OK;
}

void keeper_set(struct keeper *keeper, kit_store *store) {
    const prap_postgresql_keys keys = {
        .size = sizeof keys, .user = keeper, .find = find, .add = add, .destroy = destroy};
    assert_int_equal(prap_postgresql_set_keys(store, &keys), PRAP_OK);
}

unsigned keeper_count(const struct keeper *keeper) {
    unsigned n = 0;
    for (int i = 0; i < KEEPER_KEYS; i++)
        n += keeper->keys[i].there;
    return n;
}
