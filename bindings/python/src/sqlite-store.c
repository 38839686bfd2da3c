/*
 * sqlite-store.c: the ready-made SQLite store as a capsule. Closing is refused while a call uses the file;
 * after it the capsule lives on, empty, because engines may still hold it.
 */
#include <string.h>

#include "prap-sqlite.h"

#include "extension.h"

prap_status pyprap_sqlite_last_error(const pyprap_ready *store, prap_error *reterr) {
    return prap_sqlite_last_error(store->sqlite, reterr);
}

static void destroy(PyObject *capsule) {
    pyprap_ready *store = PyCapsule_GetPointer(capsule, PYPRAP_SQLITE);
    prap_sqlite_close(store->sqlite);
    PyMem_Free(store);
}

static PyObject *open_store(PyObject *module, PyObject *args) {
    PyObject *path_bytes = NULL;
    int read_only = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Sp", &path_bytes, &read_only)) return NULL;
    const char *path = PyBytes_AsString(path_bytes); /* a bytes object ends with a NUL of its own */
    if (strlen(path) != (size_t)PyBytes_Size(path_bytes))
        return pyprap_raise_with(PRAP_E_TEXT, "path", "the path has a NUL in it");
    pyprap_ready *store = PyMem_Malloc(sizeof *store);
    if (store == NULL) return PyErr_NoMemory();
    *store = (pyprap_ready){0};
    prap_error error = {.size = sizeof error};
    const uint32_t flags = read_only ? PRAP_SQLITE_READ_ONLY : PRAP_SQLITE_CREATE;
    const prap_status status = prap_sqlite_open(path, flags, &store->sqlite, &error);
    if (status != PRAP_OK) {
        PyMem_Free(store);
        if (status == PRAP_E_TEXT)
            return pyprap_raise_with(status, "path", error.message); /* as Python calls it */
        return pyprap_raise(status, &error);
    }
    store->store = prap_sqlite_store(store->sqlite);
    PyObject *capsule = PyCapsule_New(store, PYPRAP_SQLITE, destroy);
    if (capsule != NULL) return capsule;
    prap_sqlite_close(store->sqlite);
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
    prap_sqlite_close(store->sqlite);
    store->sqlite = NULL;
    Py_RETURN_NONE;
}

static PyObject *set_wait(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int milliseconds = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oi", &object, &milliseconds)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    const prap_status status = prap_sqlite_set_wait(store->sqlite, (uint32_t)milliseconds);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    Py_RETURN_NONE;
}

static PyObject *check(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_check(store->sqlite, &error);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    Py_RETURN_NONE;
}

static prap_status meet_finding(void *user, const prap_sqlite_finding *finding) {
    return pyprap_append(user, Py_BuildValue("(sNNKs)", finding->name, pyprap_text(finding->key.tenant),
                                             pyprap_text(finding->key.case_id), (unsigned long long)finding->sequence,
                                             finding->text));
}

static PyObject *examine(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int quick = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Op", &object, &quick)) return NULL;
    PyObject *list = PyList_New(0);
    pyprap_ready *store = list == NULL ? NULL : pyprap_take(object, PYPRAP_SQLITE);
    if (store == NULL) {
        Py_XDECREF(list);
        return NULL;
    }
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_sqlite_examine(store->sqlite, quick ? PRAP_SQLITE_QUICK : 0, meet_finding, list, NULL, &error);
    return pyprap_give(object, store, status, &error, list);
}

static PyObject *backup(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *path_bytes = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "OS", &object, &path_bytes)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    const char *path = PyBytes_AsString(path_bytes); /* a bytes object ends with a NUL of its own */
    if (strlen(path) != (size_t)PyBytes_Size(path_bytes))
        return pyprap_raise_with(PRAP_E_TEXT, "path", "the path has a NUL in it");
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_backup(store->sqlite, path, &error);
    if (status == PRAP_E_TEXT) return pyprap_raise_with(status, "path", error.message);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    Py_RETURN_NONE;
}

/* Between the library and SQLite nothing of Python runs: no other call can come in. */
static PyObject *side_write(PyObject *args, int add) {
    PyObject *object = NULL;
    const char *id = NULL, *bytes = NULL;
    Py_ssize_t id_bytes = 0, n = 0;
    if (!PyArg_ParseTuple(args, "Oy#y#", &object, &id, &id_bytes, &bytes, &n)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    const prap_text name = {id, (size_t)id_bytes};
    const prap_bytes data = {(const uint8_t *)bytes, (size_t)n};
    const prap_status status = add ? prap_sqlite_sidecar_add(store->sqlite, name, data, &error)
                                   : prap_sqlite_sidecar_put(store->sqlite, name, data, &error);
    if (status == PRAP_OK) Py_RETURN_TRUE;
    if (status == PRAP_DUPLICATE) Py_RETURN_FALSE;
    return pyprap_raise(status, &error);
}

static PyObject *side_put(PyObject *module, PyObject *args) {
    (void)module;
    return side_write(args, 0);
}

static PyObject *side_add(PyObject *module, PyObject *args) {
    (void)module;
    return side_write(args, 1);
}

static PyObject *side_get(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *kept = NULL;
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oy#", &object, &id, &id_bytes)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_sqlite_sidecar_get(store->sqlite, (prap_text){id, (size_t)id_bytes}, pyprap_keep_bytes, &kept, &error);
    if (status == PRAP_OK) return kept;
    if (status == PRAP_NONE) Py_RETURN_NONE;
    return PyErr_Occurred() != NULL ? NULL : pyprap_raise(status, &error);
}

static PyObject *side_shred(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oy#", &object, &id, &id_bytes)) return NULL;
    pyprap_ready *store = pyprap_idle(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_sqlite_sidecar_shred(store->sqlite, (prap_text){id, (size_t)id_bytes}, &error);
    if (status != PRAP_OK && status != PRAP_NONE) return pyprap_raise(status, &error);
    return PyBool_FromLong(status == PRAP_OK);
}

static PyObject *item_of(const prap_sqlite_notice *notice) {
    return Py_BuildValue("(KNNKIIIii)", (unsigned long long)notice->position, pyprap_text(notice->key.tenant),
                         pyprap_text(notice->key.case_id), (unsigned long long)notice->sequence, (unsigned)notice->ordinal,
                         (unsigned)notice->notice, (unsigned)notice->recipient, (int)notice->due, (int)notice->sent);
}

static prap_status meet_notice(void *user, const prap_sqlite_notice *notice) {
    return pyprap_append(user, item_of(notice));
}

static PyObject *notices(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    unsigned long long after = 0;
    int limit = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OKi", &object, &after, &limit)) return NULL;
    PyObject *list = PyList_New(0);
    pyprap_ready *store = list == NULL ? NULL : pyprap_take(object, PYPRAP_SQLITE);
    if (store == NULL) {
        Py_XDECREF(list);
        return NULL;
    }
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_sqlite_notices(store->sqlite, after, (uint32_t)limit, meet_notice, list, &error);
    return pyprap_give(object, store, status, &error, list);
}

static prap_status hand_over(void *user, const prap_sqlite_notice *notice) {
    return pyprap_hand_over(user, item_of(notice));
}

static PyObject *deliver(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *receiver = NULL;
    int cases = 0, lease_seconds = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOii", &object, &receiver, &cases, &lease_seconds)) return NULL;
    pyprap_ready *store = pyprap_take(object, PYPRAP_SQLITE);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    uint64_t delivered = 0;
    const prap_status status = prap_sqlite_deliver(store->sqlite, (uint32_t)cases, (uint32_t)lease_seconds, hand_over,
                                                   receiver, &delivered, &error);
    PyObject *result = status == PRAP_OK ? PyLong_FromUnsignedLongLong(delivered) : NULL;
    return pyprap_give(object, store, status, &error, result);
}

PyMethodDef pyprap_sqlite_functions[] = {
    {"sqlite", open_store, METH_VARARGS, "sqlite(path, read_only) -> store"},
    {"sqlite_close", close_store, METH_VARARGS, "sqlite_close(store)"},
    {"sqlite_set_wait", set_wait, METH_VARARGS, "sqlite_set_wait(store, milliseconds)"},
    {"sqlite_check", check, METH_VARARGS, "sqlite_check(store)"},
    {"sqlite_examine", examine, METH_VARARGS, "sqlite_examine(store, quick) -> [(finding, tenant, case, sequence, text)]"},
    {"sqlite_backup", backup, METH_VARARGS, "sqlite_backup(store, path)"},
    {"sqlite_deliver", deliver, METH_VARARGS, "sqlite_deliver(store, receiver, cases, lease_seconds) -> count"},
    {"sqlite_side_put", side_put, METH_VARARGS, "sqlite_side_put(store, id, bytes) -> True"},
    {"sqlite_side_add", side_add, METH_VARARGS, "sqlite_side_add(store, id, bytes) -> bool"},
    {"sqlite_side_get", side_get, METH_VARARGS, "sqlite_side_get(store, id) -> bytes or None"},
    {"sqlite_side_shred", side_shred, METH_VARARGS, "sqlite_side_shred(store, id) -> bool"},
    {"sqlite_notices", notices, METH_VARARGS,
     "sqlite_notices(store, after, limit) -> [(position, tenant, case, sequence, ordinal, notice, recipient, "
     "due, sent)]"},
    {NULL, NULL, 0, NULL},
};
