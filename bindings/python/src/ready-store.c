/* ready-store.c: what the ready-made stores have in common: a capsule that engines may hold after it was closed. */
#include "extension.h"

static int is_of(PyObject *object, const char *capsule) {
    return PyCapsule_IsValid(object, capsule);
}

int pyprap_is_ready(PyObject *object) {
    return is_of(object, PYPRAP_SQLITE) || is_of(object, PYPRAP_POSTGRESQL);
}

pyprap_ready *pyprap_ready_of(PyObject *object) {
    if (is_of(object, PYPRAP_SQLITE)) return PyCapsule_GetPointer(object, PYPRAP_SQLITE);
    if (is_of(object, PYPRAP_POSTGRESQL)) return PyCapsule_GetPointer(object, PYPRAP_POSTGRESQL);
    PyErr_SetString(PyExc_TypeError, "a store is needed");
    return NULL;
}

pyprap_ready *pyprap_idle(PyObject *object, const char *capsule) {
    if (!is_of(object, capsule)) {
        PyErr_SetString(PyExc_TypeError, "a store of another kind is needed");
        return NULL;
    }
    pyprap_ready *store = PyCapsule_GetPointer(object, capsule);
    if (store->busy) {
        pyprap_raise(PRAP_E_REENTRY, NULL);
        return NULL;
    }
    if (store->store != NULL) return store;
    pyprap_raise_with(PRAP_E_NULL, "", "the store is closed");
    return NULL;
}

prap_status pyprap_ready_last_error(const pyprap_ready *store, prap_error *reterr) {
    if (store->sqlite != NULL) return pyprap_sqlite_last_error(store, reterr);
    return store->postgresql != NULL ? pyprap_postgresql_last_error(store, reterr) : PRAP_OK;
}

PyObject *pyprap_give(PyObject *object, pyprap_ready *store, prap_status status, const prap_error *error, PyObject *result) {
    store->busy--;
    Py_DECREF(object);
    if (PyErr_Occurred() == NULL && status == PRAP_OK) return result;
    Py_XDECREF(result);
    return PyErr_Occurred() != NULL ? NULL : pyprap_raise(status, error);
}

pyprap_ready *pyprap_take(PyObject *object, const char *capsule) {
    pyprap_ready *store = pyprap_idle(object, capsule);
    if (store == NULL) return NULL;
    Py_INCREF(object);
    store->busy++;
    return store;
}

prap_status pyprap_append(PyObject *list, PyObject *item) {
    const int failed = item == NULL || PyList_Append(list, item) != 0;
    Py_XDECREF(item);
    return failed ? PRAP_FAIL : PRAP_OK;
}

prap_status pyprap_hand_over(PyObject *receiver, PyObject *item) {
    PyObject *said = item == NULL ? NULL : PyObject_CallFunctionObjArgs(receiver, item, NULL);
    Py_XDECREF(item);
    if (said == NULL) return PRAP_FAIL;
    const prap_status status = said == Py_False ? PRAP_RETRY : PRAP_OK;
    Py_DECREF(said);
    return status;
}

prap_status pyprap_keep_bytes(void *kept, prap_bytes data) {
    PyObject **bytes = kept;
    *bytes = PyBytes_FromStringAndSize((const char *)data.bytes, (Py_ssize_t)data.n);
    return *bytes == NULL ? PRAP_E_NOMEM : PRAP_OK;
}
