/* ready-store.h: a ready-made store as a Ruby object: what that of SQLite and that of PostgreSQL have in common. */
#ifndef PRAPI_RUBY_READY_STORE_H
#define PRAPI_RUBY_READY_STORE_H

#include "ext.h"

struct prapi_ruby_ready;

/* What differs. */
struct prapi_ruby_ready_kind {
    void (*close)(void *handle);
    const prap_store *(*store)(void *handle);
    prap_status (*last_error)(const void *handle, prap_error *reterr);
};

struct prapi_ruby_ready {
    void *handle; /* NULL before open and after close */
    const struct prapi_ruby_ready_kind *kind;
    size_t holders;
    int closed;                  /* 1 when it was open once: engines hold callbacks of that handle */
    struct prapi_ruby_turn turn; /* taken while a call of an engine, or a visit, is using the store */
    int pending;                 /* what rb_protect caught while visiting */
};

VALUE prapi_ruby_ready_allocate(VALUE class, const struct prapi_ruby_ready_kind *kind);
struct prapi_ruby_ready *prapi_ruby_ready_of(VALUE object);
/* Refuses a second opening, also after a closing. */
struct prapi_ruby_ready *prapi_ruby_ready_to_open(VALUE self);
/* The class with what both have: close, closed?. */
VALUE prapi_ruby_ready_class(VALUE prap, const char *name, VALUE (*allocate)(VALUE class));
/* Ends a visit: raises what the block raised, or the status. */
void prapi_ruby_end_visit(struct prapi_ruby_ready *ready, prap_status status, const prap_error *error);

/* In the middle of a call: yields an item, and keeps what was raised for prapi_ruby_end_visit. Of the second, a block that
   says false: not now. */
prap_status prapi_ruby_visit(struct prapi_ruby_ready *ready, VALUE (*yield)(VALUE item), const void *item);
prap_status prapi_ruby_hand_over(struct prapi_ruby_ready *ready, VALUE (*yield)(VALUE item), const void *item);

/* What the notices of both stores have, as a Hash. */
#define PRAPI_RUBY_NOTICE(notice)                                                                                     \
    prapi_ruby_notice_hash(&(notice)->key, (notice)->sequence, (notice)->ordinal, (notice)->notice, (notice)->recipient, \
                           (notice)->due, (notice)->sent != 0)
VALUE prapi_ruby_notice_hash(const prap_key *key, uint64_t sequence, uint32_t ordinal, uint32_t notice, uint32_t recipient,
                             prap_day due, bool sent);

/* Data of a side-car, in room of the library's side, so that nothing of Ruby runs while the store is in use. */
struct prapi_ruby_side {
    uint8_t *bytes;
    size_t n;
};
prap_status prapi_ruby_keep_side(void *user, prap_bytes data);
/* As a String; the room is wiped and freed. */
VALUE prapi_ruby_side_string(struct prapi_ruby_side *kept);

#endif
