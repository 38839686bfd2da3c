/* moves.c: the rows of a programme's table of moves, as numbers. Read-only. */
#include "ext.h"

static VALUE numbers(const uint16_t *of, uint32_t n) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < n; i++)
        rb_ary_push(list, UINT2NUM(of[i]));
    return list;
}

/* [[region, value], …]; value 0: it stands nowhere. */
static VALUE standings(const prap_region_is *of, uint32_t n) {
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < n; i++)
        rb_ary_push(list, rb_ary_new_from_args(2, UINT2NUM(of[i].region), UINT2NUM(of[i].value)));
    return list;
}

static VALUE move_hash(const prap_move *move) {
    const VALUE hash = rb_hash_new();
    prapi_ruby_set(hash, "from", numbers(move->from, move->n_from));
    prapi_ruby_set(hash, "event", UINT2NUM(move->event));
    prapi_ruby_set(hash, "to", UINT2NUM(move->to == PRAP_MOVE_STAYS ? 0 : move->to));
    prapi_ruby_set(hash, "forbidden", move->to == PRAP_STATE_NONE ? Qtrue : Qfalse);
    prapi_ruby_set(hash, "feed", UINT2NUM(move->feed));
    prapi_ruby_set(hash, "guards", numbers(move->guards, move->n_guards));
    prapi_ruby_set(hash, "notices", numbers(move->notices, move->n_notices));
    prapi_ruby_set(hash, "fact", UINT2NUM(move->fact));
    prapi_ruby_set(hash, "value", INT2NUM(move->value));
    prapi_ruby_set(hash, "policy", UINT2NUM(move->policy));
    prapi_ruby_set(hash, "choice", INT2NUM(move->choice));
    prapi_ruby_set(hash, "stands",
                   rb_ary_new_from_args(2, UINT2NUM(move->region), UINT2NUM(move->region_value)));
    prapi_ruby_set(hash, "by", UINT2NUM(move->by));
    prapi_ruby_set(hash, "sets", standings(move->sets, move->n_sets));
    prapi_ruby_set(hash, "id", prapi_ruby_text(move->id));
    return hash;
}

/* moves(programme) -> [Hash, …] in the order of the table. */
static VALUE moves(VALUE self, VALUE programme) {
    (void)self;
    const uint32_t number = NUM2UINT(programme);
    const VALUE list = rb_ary_new();
    for (uint32_t i = 0; i < prap_move_count(number); i++) {
        prap_move move = {.size = sizeof move};
        const prap_status status = prap_move_get(number, i, &move);
        if (status != PRAP_OK) prapi_ruby_raise(status, "programme", NULL);
        rb_ary_push(list, move_hash(&move));
    }
    return list;
}

void prapi_ruby_define_moves(VALUE native) {
    rb_define_singleton_method(native, "moves", moves, 1);
}
