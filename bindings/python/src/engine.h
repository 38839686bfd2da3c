/* engine.h: what engine.c and asking.c share: the engine, and how a call on the library begins and ends. */
#ifndef PYPRAP_ENGINE_H
#define PYPRAP_ENGINE_H

#include "extension.h"

typedef struct engine_object {
    PyObject ob_base;    /* as PyObject_HEAD */
    prap_engine *engine; /* NULL once closed */
    prap_answer *answer;
    PyObject *rulebooks; /* tuple of capsules, held as long as the engine */
    pyprap_host host;
    int busy;
} engine_object;

/* Begins a call on the library; -1 with an exception set when it may not be made. */
int pyprap_begin(engine_object *self);

/* Ends it. An exception that a callback raised goes before any status. It gives result (stolen) or NULL. */
PyObject *pyprap_end(engine_object *self, prap_status status, const prap_error *error, PyObject *result);

/* Reads a tuple of (fact, kind, value); the count, or -1 with an exception set. */
Py_ssize_t pyprap_read_facts(PyObject *tuple, prap_fact *ret_facts);

/* A question has the same arguments in all that ask one; facts is the room that it borrows. -1: an exception. */
int pyprap_read_question(PyObject *args, prap_fact *facts, prap_question *ret_question);

/* The methods of evidence.c, retention.c, asking.c and data-protection.c. */
/* The totals of measures as tuples; targets are those of the rulebook. */
PyObject *pyprap_total_list(const prap_measure_total *totals, uint32_t n, const prap_rulebook *rulebook);

PyObject *pyprap_caseload(PyObject *object, PyObject *args); /* caseload.c */
PyObject *pyprap_checklists(PyObject *object, PyObject *args);
PyObject *pyprap_records(PyObject *object, PyObject *args);
PyObject *pyprap_retentions(PyObject *object, PyObject *args);
PyObject *pyprap_verify(PyObject *object, PyObject *args);
PyObject *pyprap_options(PyObject *object, PyObject *args);
PyObject *pyprap_what_if(PyObject *object, PyObject *args);
PyObject *pyprap_outcome(PyObject *object, PyObject *args);
PyObject *pyprap_path(PyObject *object, PyObject *args);
PyObject *pyprap_erasure(PyObject *object, PyObject *args);

#endif
