/*
 * postgresql-store.c: the ready-made PostgreSQL store as a capsule, like that of SQLite. Without libpq the functions are
 * not there, and ../prap/postgresql.py says so.
 */
#include "extension.h"

#ifdef PYPRAP_WITH_POSTGRESQL
#include "prap-postgresql.h"

prap_status pyprap_postgresql_last_error(const pyprap_ready *store, prap_error *reterr) {
    return prap_postgresql_last_error(store->postgresql, reterr);
}

static void destroy(PyObject *capsule) {
    pyprap_ready *store = PyCapsule_GetPointer(capsule, PYPRAP_POSTGRESQL);
    prap_postgresql_close(store->postgresql);
    PyMem_Free(store);
}

static PyObject *open_store(PyObject *module, PyObject *args) {
    const char *name = NULL;
    int create = 0, read_only = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "spp", &name, &create, &read_only)) return NULL;
    pyprap_ready *store = PyMem_Malloc(sizeof *store);
    if (store == NULL) return PyErr_NoMemory();
    *store = (pyprap_ready){0};
    prap_error error = {.size = sizeof error};
    const uint32_t flags = (read_only ? PRAP_POSTGRESQL_READ_ONLY : 0u) | (create ? PRAP_POSTGRESQL_CREATE : 0u);
    const prap_status status = prap_postgresql_open(name, flags, &store->postgresql, &error);
    if (status != PRAP_OK) {
        PyMem_Free(store);
        if (status == PRAP_E_TEXT) return pyprap_raise_with(status, "connection", error.message);
        return pyprap_raise(status, &error);
    }
    store->store = prap_postgresql_store(store->postgresql);
    PyObject *capsule = PyCapsule_New(store, PYPRAP_POSTGRESQL, destroy);
    if (capsule != NULL) return capsule;
    prap_postgresql_close(store->postgresql);
    PyMem_Free(store);
    return NULL;
}

static PyObject *close_store(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    pyprap_ready *store = pyprap_ready_of(object);
    if (store == NULL) return NULL;
    if (store->busy) return pyprap_raise(PRAP_E_REENTRY, NULL);
    store->store = NULL;
    prap_postgresql_close(store->postgresql);
    store->postgresql = NULL;
    Py_RETURN_NONE;
}

static PyObject *set_wait(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int milliseconds = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oi", &object, &milliseconds)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_POSTGRESQL);
    if (store == NULL) return NULL;
    const prap_status status = prap_postgresql_set_wait(store->postgresql, (uint32_t)milliseconds);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    Py_RETURN_NONE;
}

static PyObject *check(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_POSTGRESQL);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_postgresql_check(store->postgresql, &error);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    Py_RETURN_NONE;
}

static PyObject *item_of(const prap_postgresql_notice *notice) {
    return Py_BuildValue("(NNKIIIii)", pyprap_text(notice->key.tenant), pyprap_text(notice->key.case_id),
                         (unsigned long long)notice->sequence, (unsigned)notice->ordinal, (unsigned)notice->notice,
                         (unsigned)notice->recipient, (int)notice->due, (int)notice->sent);
}

static prap_status meet_notice(void *user, const prap_postgresql_notice *notice) {
    PyObject *item = item_of(notice);
    const int failed = item == NULL || PyList_Append(user, item) != 0;
    Py_XDECREF(item);
    return failed ? PRAP_FAIL : PRAP_OK;
}

/* What a call over visits gives: its result, or the exception that a visit raised, or that of the status. */
static PyObject *give(PyObject *object, pyprap_ready *store, prap_status status, const prap_error *error,
                      PyObject *result) {
    store->busy--;
    Py_DECREF(object);
    if (status == PRAP_OK) return result;
    Py_XDECREF(result);
    return PyErr_Occurred() != NULL ? NULL : pyprap_raise(status, error);
}

static PyObject *notices(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *list;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    prap_postgresql_notice after = {0};
    unsigned long long sequence = 0;
    unsigned ordinal = 0;
    int limit = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Os#s#KIi", &object, &tenant, &tenant_bytes, &case_id, &case_bytes, &sequence, &ordinal,
                          &limit))
        return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_POSTGRESQL);
    if (store == NULL || (list = PyList_New(0)) == NULL) return NULL;
    after.key = (prap_key){{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    after.sequence = sequence;
    after.ordinal = ordinal;
    prap_error error = {.size = sizeof error};
    Py_INCREF(object);
    store->busy++; /* a garbage collection may run Python code in the middle of the visits */
    const prap_status status =
        prap_postgresql_notices(store->postgresql, &after, (uint32_t)limit, meet_notice, list, &error);
    return give(object, store, status, &error, list);
}

/* The receiver says False: not now. */
static prap_status hand_over(void *user, const prap_postgresql_notice *notice) {
    PyObject *item = item_of(notice);
    PyObject *said = item == NULL ? NULL : PyObject_CallFunctionObjArgs(user, item, NULL);
    Py_XDECREF(item);
    if (said == NULL) return PRAP_FAIL;
    const prap_status status = said == Py_False ? PRAP_RETRY : PRAP_OK;
    Py_DECREF(said);
    return status;
}

static PyObject *deliver(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *receiver = NULL;
    int cases = 0, lease_seconds = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOii", &object, &receiver, &cases, &lease_seconds)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_POSTGRESQL);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    uint64_t delivered = 0;
    Py_INCREF(object);
    store->busy++;
    const prap_status status = prap_postgresql_deliver(store->postgresql, (uint32_t)cases, (uint32_t)lease_seconds,
                                                       hand_over, receiver, &delivered, &error);
    PyObject *result = status == PRAP_OK ? PyLong_FromUnsignedLongLong(delivered) : NULL;
    return give(object, store, status, &error, result);
}

PyMethodDef pyprap_postgresql_functions[] = {
    {"postgresql", open_store, METH_VARARGS, "postgresql(connection, create, read_only) -> store"},
    {"postgresql_close", close_store, METH_VARARGS, "postgresql_close(store)"},
    {"postgresql_set_wait", set_wait, METH_VARARGS, "postgresql_set_wait(store, milliseconds)"},
    {"postgresql_check", check, METH_VARARGS, "postgresql_check(store)"},
    {"postgresql_notices", notices, METH_VARARGS,
     "postgresql_notices(store, tenant, case, sequence, ordinal, limit) -> "
     "[(tenant, case, sequence, ordinal, notice, recipient, due, sent)]"},
    {"postgresql_deliver", deliver, METH_VARARGS, "postgresql_deliver(store, receiver, cases, lease_seconds) -> count"},
    {NULL, NULL, 0, NULL},
};

#else

prap_status pyprap_postgresql_last_error(const pyprap_ready *store, prap_error *reterr) {
    (void)store;
    (void)reterr;
    return PRAP_OK;
}

PyMethodDef pyprap_postgresql_functions[] = {{NULL, NULL, 0, NULL}};
#endif
