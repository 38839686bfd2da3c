/* keeper.h: a keeper of the side-car's keys for tests, in this process's memory or in memory that processes share. */
#ifndef STORE_KEEPER_H
#define STORE_KEEPER_H

#include "store-kit.h"

enum { KEEPER_KEYS = 16 };

struct keeper {
    struct {
        bool there;
        char id[PRAP_ID_BYTES + 1];
        uint8_t key[PRAP_POSTGRESQL_KEY_BYTES];
    } keys[KEEPER_KEYS];
    prap_status find_says, add_says, destroy_says; /* PRAP_OK: what is true */
    unsigned calls;
    void (*before_add)(struct keeper *keeper); /* NULL, or what happens while somebody is about to add */
    kit_store *store;                          /* NULL, or what is called back, in vain */
};

/* Sets the keeper as the store's. */
void keeper_set(struct keeper *keeper, kit_store *store);
unsigned keeper_count(const struct keeper *keeper);

#endif
