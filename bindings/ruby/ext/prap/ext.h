/*
 * ext.h: what the files of the Ruby extension share.
 *
 * The extension is thin: numbers, strings, arrays and hashes cross it, days as counts since 1970-01-01, words
 * as their numbers. Names, Dates and checks of types are Ruby's part (bindings/ruby/lib/prap/). What is
 * defined here is private to the Ruby face (methods that start with native_, and the module Prap::Native),
 * and still survives any argument: it raises, it never crashes.
 *
 * Two rules hold everywhere. While the library is on the stack no Ruby code runs outside rb_protect, because
 * an exception that unwinds through the library would leave it half done. And memory for the library never
 * comes from Ruby's allocator, because that raises.
 */
#ifndef PRAP_RUBY_EXT_H
#define PRAP_RUBY_EXT_H

#include <ruby.h>

#include "prap/prap.h"

/* values.c: between Ruby's values and the library's. */
VALUE prapi_ruby_day(prap_day day);          /* Integer, or nil for PRAP_DAY_NONE */
prap_day prapi_ruby_to_day(VALUE value);     /* nil or Integer; out of range: an impossible day */
VALUE prapi_ruby_text(const char *text);     /* frozen UTF-8 String, or nil for NULL */
VALUE prapi_ruby_string(prap_text text);     /* frozen UTF-8 String */
VALUE prapi_ruby_bytes(prap_bytes bytes);    /* frozen binary String */
prap_text prapi_ruby_to_text(VALUE value);   /* borrows a String; nil is empty */
prap_bytes prapi_ruby_to_bytes(VALUE value); /* borrows a String */
VALUE prapi_ruby_hex(uint32_t hash);         /* "0a1b2c3d" */
VALUE prapi_ruby_rule_id(uint32_t number);   /* "IPES-3.22", or nil */
void prapi_ruby_set(VALUE hash, const char *key, VALUE value); /* hash[:key] = value */
const prap_allocator *prapi_ruby_allocator(void);              /* malloc and free */

/* errors.c: statuses as Prap::Error. */
prap_error prapi_ruby_error(void); /* an empty one, sized */
NORETURN(void prapi_ruby_raise(prap_status status, const char *field, const char *message));
/* Raises unless PRAP_OK. error may be NULL. */
void prapi_ruby_check(prap_status status, const prap_error *error);

/*
 * Who is in the middle of a call on a handle, by the ids of the fiber and the thread: no reference, for a fiber that was left
 * in a callback holds its handle, and both must be swept when nothing else does. Ruby tells nobody that a fiber is about to
 * be left, and a scheduler leaves one rightly whenever a callback waits; so it is not refused, but said to the next caller.
 */
struct prapi_ruby_turn {
    int taken;
    long long fiber, thread;
};
/* Raises Prap::CallerError "re-entry" while somebody has it, and says who: a callback of this fiber, in the words of
   otherwise (NULL: the library's), another fiber, another thread. */
void prapi_ruby_refuse_turn(const struct prapi_ruby_turn *turn, const char *field, const char *otherwise);
/* The caller's turn. Raises when memory runs out, so it is taken before anything else is. */
struct prapi_ruby_turn prapi_ruby_own_turn(void);

/*
 * calendar.c, rulebook.c, sqlite-store.c: the handles behind Ruby objects. All raise TypeError on another
 * class.
 */
const prap_calendar *prapi_ruby_to_calendar(VALUE object);
/* A calendar is counted, by its object and by the rulebooks that count with it. */
struct prapi_ruby_calendar;
struct prapi_ruby_calendar *prapi_ruby_hold_calendar(VALUE object);
void prapi_ruby_drop_calendar(struct prapi_ruby_calendar *calendar);

/*
 * A rulebook is counted: Ruby sweeps an engine and its rulebook in any order, the library wants the engine
 * first.
 */
struct prapi_ruby_rulebook {
    prap_rulebook *handle;
    struct prapi_ruby_calendar *calendar; /* held as long as the rulebook: it may be an overlay */
    size_t holders;
};
struct prapi_ruby_rulebook *prapi_ruby_hold_rulebook(VALUE object);
void prapi_ruby_drop_rulebook(struct prapi_ruby_rulebook *rulebook);

/* supplement.c: given points into the rest and into the Strings of the rows, which are to stay. Raises. */
struct prapi_ruby_supplement {
    prap_supplement given;
    prap_suspension suspensions[PRAP_SUSPENSIONS_MAX];
    prap_threshold thresholds[PRAP_THRESHOLDS_MAX];
    prap_deadline_definition deadlines[PRAP_DEFINITIONS_MAX];
};
void prapi_ruby_to_supplement(VALUE rows, struct prapi_ruby_supplement *room);
VALUE prapi_ruby_supplement_of(const prap_rulebook *rulebook);
VALUE prapi_ruby_definition(const prap_deadline_definition *one);

/* An open ready-made store, counted likewise. */
struct prapi_ruby_ready;
int prapi_ruby_is_ready(VALUE object);
struct prapi_ruby_ready *prapi_ruby_hold_ready(VALUE object);
void prapi_ruby_drop_ready(struct prapi_ruby_ready *ready);
/* Raises when the store is closed or in use; then nothing is to be left. */
const prap_store *prapi_ruby_enter_ready(struct prapi_ruby_ready *ready);
void prapi_ruby_leave_ready(struct prapi_ruby_ready *ready);
/* Puts the store's own account of a failure in place of the library's, where it has one of the same status. */
void prapi_ruby_explain_ready(const struct prapi_ruby_ready *ready, prap_status status, prap_error *error);

/*
 * answer.c: an answer and an event as Hashes. May raise, so inside the library's calls only under rb_protect.
 */
VALUE prapi_ruby_answer(const prap_answer *answer);
VALUE prapi_ruby_reasons(const prap_answer *answer);
VALUE prapi_ruby_event(const prap_event_view *event);

/*
 * dates.c: a moment as [day, minute, offset], nil where there is none; windows as pairs of them, settings as pairs of a
 * policy's name and its value; and room that Ruby frees, also when what comes next raises: guard the keeper.
 */
VALUE prapi_ruby_moment(prap_moment moment);
prap_moment prapi_ruby_to_moment(VALUE value);
prap_window *prapi_ruby_to_windows(VALUE rows, size_t *ret_n, VALUE *ret_keeper);
prap_setting *prapi_ruby_to_settings(VALUE pairs, size_t *ret_n, VALUE *ret_keeper);
void *prapi_ruby_room(size_t n, size_t bytes, VALUE *ret_keeper);

/* Each file's part of Prap::Native or of Prap. */
void prapi_ruby_define_dates(VALUE native);
void prapi_ruby_define_due_scan(VALUE native);
void prapi_ruby_define_days(VALUE native);
void prapi_ruby_define_desk(VALUE native);
void prapi_ruby_define_due_list(VALUE native);
void prapi_ruby_define_extract(VALUE native);
void prapi_ruby_define_forms(VALUE native);
void prapi_ruby_define_catalogue(VALUE native);
void prapi_ruby_define_guidance(VALUE native);
void prapi_ruby_define_moves(VALUE native);
void prapi_ruby_define_calendar(VALUE prap);
void prapi_ruby_define_arrays(VALUE calendar);
void prapi_ruby_define_rulebook(VALUE prap);
void prapi_ruby_define_supplement(VALUE native);
void prapi_ruby_define_sqlite(VALUE prap, VALUE native);
void prapi_ruby_define_postgresql(VALUE prap, VALUE native);
void prapi_ruby_define_engine(VALUE prap);
void prapi_ruby_define_measures(VALUE prap);
void prapi_ruby_define_caseload(VALUE prap);
void prapi_ruby_define_verifier(VALUE prap, VALUE native);
void prapi_ruby_define_call(VALUE prap, VALUE native);
void prapi_ruby_define_earnings(VALUE prap, VALUE native);
void prapi_ruby_define_data_protection(VALUE prap, VALUE native);
void prapi_ruby_define_retention(VALUE prap, VALUE native);
void prapi_ruby_define_conformance(VALUE native);

#endif
