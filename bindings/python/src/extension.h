/*
 * extension.h: what the files of the Python extension share.
 *
 * The extension is the rim only: integers, bytes and tuples cross it. Words, dates and checked arguments are
 * made in Python, in ../prap/. Calendars, rulebooks and SQLite stores are named capsules, so that a wrong
 * object is a TypeError; the engine is a type, because it can be part of a reference cycle and capsules
 * cannot be collected.
 *
 * Limited API of 3.9: one binary serves every later Python. Everything here needs the GIL.
 */
#ifndef PYPRAP_EXTENSION_H
#define PYPRAP_EXTENSION_H

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x03090000
#include <Python.h>

#include <stdbool.h>

#include "prap/prap.h"

/* Slots hold functions as void *, which ISO C has no conversion for and POSIX does. */
#define PYPRAP_SLOT(function) (__extension__(void *)(function))

/* Raises the PrapError of a status and returns NULL. Without detail the status's meaning is the message. */
PyObject *pyprap_raise(prap_status status, const prap_error *detail);
/* The same with a field and a sentence of our own. */
PyObject *pyprap_raise_with(prap_status status, const char *field, const char *message);

/*
 * object.name(*arguments), consuming the tuple of arguments, which may be NULL with an exception set. The
 * name is interned: Python's cache of attribute look-ups would fill with the fresh strings of
 * PyObject_CallMethod.
 */
PyObject *pyprap_call(PyObject *object, const char *name, PyObject *arguments);

/*
 * Whether an object is a tuple; else a TypeError says that it must be one. What PyArg_ParseTuple and PyTuple_Size are given
 * that is none they take for a fault of the extension's own: a SystemError that names nothing.
 */
bool pyprap_is_tuple(PyObject *object, const char *name);

/* Python's memory as the library's allocator, so that tracemalloc sees what the library holds. */
extern const prap_allocator pyprap_allocator;

/* str of UTF-8 that the library has checked; of a rule's number its id, or "". NULL with an exception set. */
PyObject *pyprap_text(prap_text text);
const char *pyprap_rule_id(uint32_t rule);

/* (day, quality, substitute, title), or None for NULL. NULL with an exception set. */
PyObject *pyprap_holiday(const prap_holiday *holiday);

/* Capsules. NULL with TypeError set when the object is another thing. */
const prap_calendar *pyprap_calendar(PyObject *object);
const prap_rulebook *pyprap_rulebook(PyObject *object);

/* A supplement as ../prap/supplement.py gives it; given points into the rest and into the tuple. False with an exception
   set when it is too long. */
struct pyprap_supplement {
    prap_supplement given;
    prap_suspension suspensions[PRAP_SUSPENSIONS_MAX];
    prap_threshold thresholds[PRAP_THRESHOLDS_MAX];
    prap_deadline_definition deadlines[PRAP_DEFINITIONS_MAX];
};
bool pyprap_supplement(PyObject *tuple, struct pyprap_supplement *room);
PyObject *pyprap_definition(const prap_deadline_definition *one);

/* An open ready-made store, owned by its capsule. store is NULL once it was closed. One of the two handles is there. */
typedef struct pyprap_ready {
    struct prap_sqlite *sqlite;
    struct prap_postgresql *postgresql;
    const prap_store *store;
    int busy; /* engine calls in progress that use it: it must not be closed under them */
} pyprap_ready;

int pyprap_is_ready(PyObject *object);
/* NULL with an exception set when the object is none. */
pyprap_ready *pyprap_ready_of(PyObject *object);
/* The open, idle store of a capsule of one kind; NULL with an exception set. */
pyprap_ready *pyprap_idle(PyObject *object, const char *capsule);
/* The same, and busy until pyprap_give: a receiver, or a garbage collection in the middle of visits, runs Python code. */
pyprap_ready *pyprap_take(PyObject *object, const char *capsule);
/* What the call has come to: its result, which is taken over; or the exception of a visit, or that of the status. */
PyObject *pyprap_give(PyObject *object, pyprap_ready *store, prap_status status, const prap_error *error, PyObject *result);
/* Of visits. An item is taken over; NULL: making it has raised. A receiver that says False: not now. */
prap_status pyprap_append(PyObject *list, PyObject *item);
prap_status pyprap_hand_over(PyObject *receiver, PyObject *item);
/* Makes bytes of data into the PyObject * that kept points at. */
prap_status pyprap_keep_bytes(void *kept, prap_bytes data);
/* The store's own words about the last failure; the status that it had. */
prap_status pyprap_ready_last_error(const pyprap_ready *store, prap_error *reterr);
#define PYPRAP_SQLITE     "prap.sqlite"
#define PYPRAP_POSTGRESQL "prap.postgresql"
prap_status pyprap_sqlite_last_error(const pyprap_ready *store, prap_error *reterr);
prap_status pyprap_postgresql_last_error(const pyprap_ready *store, prap_error *reterr);

/* What an engine's callbacks work with. */
typedef struct pyprap_host {
    PyObject *store;    /* prap.store's adaptor, or a capsule of a ready-made store */
    PyObject *observer; /* called with a change after its commit, or NULL */
    pyprap_ready *ready;
    PyObject *raised_type; /* the exception that a callback raised, until the call it broke off returns */
    PyObject *raised;
    PyObject *raised_traceback;
    prap_store callbacks;
    prap_observer told;
    prap_host host;
} pyprap_host;

void pyprap_host_init(pyprap_host *host, int has_read, int has_scan);
/* Keeps the current exception for the caller; returns PRAP_FAIL, which breaks off the library's call. */
prap_status pyprap_host_keep_exception(pyprap_host *host);
/* 1 when an exception is waiting, or a signal handler has just raised one. */
int pyprap_host_broken_off(pyprap_host *host);

/* Answers and changes as tuples; ../prap/answer.py and ../prap/store.py name their members. */
PyObject *pyprap_answer(const prap_answer *answer);
PyObject *pyprap_reasons(const prap_answer *answer);
PyObject *pyprap_answer_settings(const prap_answer *answer);
PyObject *pyprap_event(const prap_event_view *event);
PyObject *pyprap_change(const prap_change *change);
PyObject *pyprap_person_case(const prap_person_case *one);

/* A moment as (day, minute, offset). The windows of a tuple of six numbers each, and settings of pairs: Python's memory,
   or NULL with an exception set; *ret_n may be 0. */
PyObject *pyprap_moment(prap_moment moment);
prap_window *pyprap_windows(PyObject *tuple, size_t *ret_n);
prap_setting *pyprap_settings(PyObject *tuple, size_t *ret_n);

/* A list of build(kind, 0), build(kind, 1) … of that many; NULL with an exception set. */
typedef PyObject *(*pyprap_builder)(uint32_t kind, uint32_t i);
PyObject *pyprap_list(pyprap_builder build, uint32_t kind, uint32_t count);

/* The functions of each file. */
extern PyMethodDef pyprap_vocabulary_functions[];
extern PyMethodDef pyprap_catalogue_functions[];
extern PyMethodDef pyprap_move_functions[];
extern PyMethodDef pyprap_calendar_functions[];
extern PyMethodDef pyprap_due_list_functions[];
extern PyMethodDef pyprap_walk_functions[];
extern PyMethodDef pyprap_caseload_functions[];
extern PyMethodDef pyprap_arrays_functions[];
extern PyMethodDef pyprap_date_functions[];
extern PyMethodDef pyprap_days_functions[];
extern PyMethodDef pyprap_desk_functions[];
extern PyMethodDef pyprap_extract_functions[];
extern PyMethodDef pyprap_forms_functions[];
extern PyMethodDef pyprap_data_protection_functions[];
extern PyMethodDef pyprap_earnings_functions[];
extern PyMethodDef pyprap_retention_functions[];
extern PyMethodDef pyprap_conformance_functions[];
extern PyMethodDef pyprap_rulebook_functions[];
extern PyMethodDef pyprap_supplement_functions[];
extern PyMethodDef pyprap_person_functions[];
extern PyMethodDef pyprap_call_functions[];
extern PyMethodDef pyprap_sqlite_functions[];
extern PyMethodDef pyprap_postgresql_functions[];
extern PyMethodDef pyprap_verifier_functions[];
extern PyType_Spec pyprap_engine_spec;
extern PyType_Spec pyprap_verifier_spec;

/* Reads a tuple of (policy, value); the count, or -1 with an exception set. */
#define PYPRAP_SETTINGS_MAX 128 /* more than there are policies; past it some policy is named twice */
Py_ssize_t pyprap_read_settings(PyObject *tuple, prap_setting *ret_settings);

#endif
