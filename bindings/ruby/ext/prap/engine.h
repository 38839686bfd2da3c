/*
 * engine.h: what engine.c and ruby-store.c share: an engine, and how Ruby code is run while the library is
 * calling.
 */
#ifndef PRAP_RUBY_ENGINE_H
#define PRAP_RUBY_ENGINE_H

#include "ext.h"

struct prapi_ruby_engine {
    prap_engine *handle; /* NULL before initialize and after close */
    prap_answer *answer; /* the room of every call, because there is only ever one */
    prap_host host;
    prap_store callbacks; /* into Ruby, when the store is written in Ruby */
    VALUE store;          /* Prap::StoreAdapter or a ready-made store */
    struct prapi_ruby_ready *ready;
    struct prapi_ruby_rulebook *rulebooks[PRAP_ENGINE_RULEBOOKS];
    size_t n_rulebooks;
    struct prapi_ruby_turn turn; /* taken while the library is on the stack */
    int pending; /* what rb_protect caught in a callback, for rb_jump_tag once the library has returned */
};

/*
 * Runs body(call) under rb_protect and returns *outcome, which body sets. When Ruby code leaves body in any
 * way but by returning (raise, throw, break, Thread#kill), remembers how, and returns PRAP_FAIL; from then on
 * until the library has returned no more Ruby code runs, so nothing can overwrite the exception on its way to
 * the caller.
 */
prap_status prapi_ruby_guarded(struct prapi_ruby_engine *engine, VALUE (*body)(VALUE call), void *call,
                               const prap_status *outcome);

/* Before and after the library's part of a call: begin raises and holds nothing, or finish must follow. */
struct prapi_ruby_engine *prapi_ruby_begin(VALUE self);
void prapi_ruby_finish(struct prapi_ruby_engine *engine, prap_status status, prap_error *error);

/* The methods that ask something. calls.c, asking.c */
void prapi_ruby_define_calls(VALUE engine);
void prapi_ruby_define_asking(VALUE engine);
void prapi_ruby_define_evidence(VALUE engine);

/* A member of a Hash that must have it; raises. calls.c */
VALUE prapi_ruby_fetch(VALUE hash, const char *key);

/* From [[fact, kind, value], …]. Stops one past the most there may be: the library counts, and refuses. */
size_t prapi_ruby_read_facts(VALUE rows, prap_fact *ret_facts);

/* A difference as a Hash; may raise. asking.c */
VALUE prapi_ruby_difference(const prap_difference *difference);

/* A total of a measure as a Hash; raises. measures.c */
VALUE prapi_ruby_measure_total(const prap_measure_total *total, const prap_rulebook *rulebook);

/*
 * The Strings that a question or a command borrows its texts from, kept on the stack while the library is called: a collector
 * that compacts moves a String which only a Hash has, and a short one's bytes with it.
 */
struct prapi_ruby_texts {
    VALUE tenant, case_id, id;
};
#define PRAPI_RUBY_KEEP(texts) (RB_GC_GUARD((texts).tenant), RB_GC_GUARD((texts).case_id), RB_GC_GUARD((texts).id))

/* From fields: programme, as_of (Integers), tenant, case_id (Strings), facts. facts has room for PRAP_FACTS_MAX + 1.
   asking.c */
prap_question prapi_ruby_read_question(VALUE fields, prap_fact *facts, struct prapi_ruby_texts *ret_texts);

/* From the fields of native_decide. facts has room for PRAP_FACTS_MAX + 1. */
prap_command prapi_ruby_read_command(VALUE fields, prap_fact *facts, struct prapi_ruby_texts *ret_texts);

/*
 * Fills callbacks for a store written in Ruby; reads and scans say whether it has the optional two.
 * ruby-store.c
 */
void prapi_ruby_store_callbacks(struct prapi_ruby_engine *engine, int reads, int scans);

#endif
