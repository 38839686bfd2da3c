/* errors.c: statuses as Prap::Error, and who is in the middle of a call. The classes and their messages are Ruby's: lib/prap/error.rb. */
#include "ext.h"

prap_error prapi_ruby_error(void) {
    return (prap_error){.size = sizeof(prap_error)};
}

void prapi_ruby_raise(prap_status status, const char *field, const char *message) {
    const VALUE prap = rb_path2class("Prap");
    const VALUE error = rb_const_get(prap, rb_intern("Error"));
    const VALUE arguments[] = {INT2NUM(status), prapi_ruby_text(field), prapi_ruby_text(message)};
    rb_exc_raise(rb_funcallv(error, rb_intern("for_status"), 3, arguments));
}

/* The library's own sentence where it wrote one, else the meaning of the status. */
void prapi_ruby_check(prap_status status, const prap_error *error) {
    if (status == PRAP_OK) return;
    const int explained = error != NULL && error->status == status;
    const char *meaning = prap_status_meaning(status);
    prapi_ruby_raise(status, explained ? error->field : "",
                     explained && error->message[0] != '\0' ? error->message
                     : meaning != NULL                      ? meaning
                                                            : "a status that is not in the registry");
}

struct prapi_ruby_turn prapi_ruby_own_turn(void) {
    const VALUE fiber = rb_obj_id(rb_fiber_current()), thread = rb_obj_id(rb_thread_current());
    return (struct prapi_ruby_turn){1, NUM2LL(fiber), NUM2LL(thread)};
}

void prapi_ruby_refuse_turn(const struct prapi_ruby_turn *turn, const char *field, const char *otherwise) {
    if (!turn->taken) return;
    const struct prapi_ruby_turn own = prapi_ruby_own_turn();
    if (turn->thread != own.thread)
        prapi_ruby_raise(PRAP_E_REENTRY, field, "another thread is in the middle of a call on this handle");
    if (turn->fiber != own.fiber)
        prapi_ruby_raise(PRAP_E_REENTRY, field,
                         "a fiber rests in a callback of this handle: resume it, or use another handle");
    prapi_ruby_raise(PRAP_E_REENTRY, field, otherwise == NULL ? prap_status_meaning(PRAP_E_REENTRY) : otherwise);
}
