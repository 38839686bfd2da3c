/*
 * postgresql-store.c: the ready-made PostgreSQL store as a capsule, like that of SQLite. Without libpq the functions are
 * not there, and ../prap/postgresql.py says so.
 */
#include <string.h>

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
    return pyprap_append(user, item_of(notice));
}

static PyObject *notices(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
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
    PyObject *list = PyList_New(0);
    pyprap_ready *store = list == NULL ? NULL : pyprap_take(object, PYPRAP_POSTGRESQL);
    if (store == NULL) {
        Py_XDECREF(list);
        return NULL;
    }
    after.key = (prap_key){{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    after.sequence = sequence;
    after.ordinal = ordinal;
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_postgresql_notices(store->postgresql, &after, (uint32_t)limit, meet_notice, list, &error);
    return pyprap_give(object, store, status, &error, list);
}

static prap_status hand_over(void *user, const prap_postgresql_notice *notice) {
    return pyprap_hand_over(user, item_of(notice));
}

static PyObject *deliver(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *receiver = NULL;
    int cases = 0, lease_seconds = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOii", &object, &receiver, &cases, &lease_seconds)) return NULL;
    pyprap_ready *store = pyprap_take(object, PYPRAP_POSTGRESQL);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    uint64_t delivered = 0;
    const prap_status status = prap_postgresql_deliver(store->postgresql, (uint32_t)cases, (uint32_t)lease_seconds,
                                                       hand_over, receiver, &delivered, &error);
    PyObject *result = status == PRAP_OK ? PyLong_FromUnsignedLongLong(delivered) : NULL;
    return pyprap_give(object, store, status, &error, result);
}

/* The keeper of the keys is set for one call at a time; what it raises arrives unchanged. */
static prap_status find_key(void *user, prap_text id, uint8_t ret_key[PRAP_POSTGRESQL_KEY_BYTES]) {
    PyObject *key = pyprap_call(user, "aside", Py_BuildValue("(s#)", id.bytes, (Py_ssize_t)id.n));
    prap_status status = PRAP_FAIL;
    if (key == Py_None) {
        status = PRAP_NONE;
    } else if (key != NULL && PyBytes_Check(key) && PyBytes_Size(key) == PRAP_POSTGRESQL_KEY_BYTES) {
        memcpy(ret_key, PyBytes_AsString(key), PRAP_POSTGRESQL_KEY_BYTES);
        status = PRAP_OK;
    } else if (key != NULL) {
        pyprap_raise_with(PRAP_E_DAMAGED, "keys", "what is kept under the id is no key");
    }
    Py_XDECREF(key);
    return status;
}

/* Whether what it said is true; -1: it raised. */
static int truth(PyObject *said) {
    const int is = said == NULL ? -1 : PyObject_IsTrue(said);
    Py_XDECREF(said);
    return is;
}

static prap_status add_key(void *user, prap_text id, const uint8_t key[PRAP_POSTGRESQL_KEY_BYTES]) {
    const int is = truth(pyprap_call(user, "add_aside",
                                     Py_BuildValue("(s#y#)", id.bytes, (Py_ssize_t)id.n, (const char *)key,
                                                   (Py_ssize_t)PRAP_POSTGRESQL_KEY_BYTES)));
    return is < 0 ? PRAP_FAIL : is > 0 ? PRAP_OK : PRAP_DUPLICATE;
}

static prap_status destroy_key(void *user, prap_text id) {
    const int is = truth(pyprap_call(user, "shred", Py_BuildValue("(s#)", id.bytes, (Py_ssize_t)id.n)));
    return is < 0 ? PRAP_FAIL : is > 0 ? PRAP_OK : PRAP_NONE;
}

enum side_call { SIDE_PUT, SIDE_GET, SIDE_SHRED };

static PyObject *side(PyObject *args, enum side_call call) {
    PyObject *object = NULL, *keeper = NULL, *kept = NULL;
    const char *id = NULL, *bytes = NULL;
    Py_ssize_t id_bytes = 0, n = 0;
    if (!PyArg_ParseTuple(args, "OOy#|y#", &object, &keeper, &id, &id_bytes, &bytes, &n)) return NULL;
    pyprap_ready *store = pyprap_take(object, PYPRAP_POSTGRESQL);
    if (store == NULL) return NULL;
    prap_error error = {.size = sizeof error};
    const prap_text name = {id, (size_t)id_bytes};
    const prap_postgresql_keys keys = {
        .size = sizeof keys, .user = keeper, .find = find_key, .add = add_key, .destroy = destroy_key};
    prap_status status = prap_postgresql_set_keys(store->postgresql, &keys);
    if (status == PRAP_OK && call == SIDE_PUT) {
        status = prap_postgresql_sidecar_put(store->postgresql, name, (prap_bytes){(const uint8_t *)bytes, (size_t)n}, &error);
    } else if (status == PRAP_OK && call == SIDE_GET) {
        status = prap_postgresql_sidecar_get(store->postgresql, name, pyprap_keep_bytes, &kept, &error);
    } else if (status == PRAP_OK) {
        status = prap_postgresql_sidecar_shred(store->postgresql, name, &error);
    }
    prap_postgresql_set_keys(store->postgresql, NULL);
    if (status == PRAP_NONE) {
        status = PRAP_OK;
        kept = call == SIDE_GET ? Py_None : Py_False;
        Py_INCREF(kept);
    } else if (status == PRAP_OK && kept == NULL) {
        kept = Py_True;
        Py_INCREF(kept);
    }
    return pyprap_give(object, store, status, &error, kept);
}

static PyObject *side_put(PyObject *module, PyObject *args) {
    (void)module;
    return side(args, SIDE_PUT);
}

static PyObject *side_get(PyObject *module, PyObject *args) {
    (void)module;
    return side(args, SIDE_GET);
}

static PyObject *side_shred(PyObject *module, PyObject *args) {
    (void)module;
    return side(args, SIDE_SHRED);
}

PyMethodDef pyprap_postgresql_functions[] = {
    {"postgresql_side_put", side_put, METH_VARARGS, "postgresql_side_put(store, keys, id, bytes) -> True"},
    {"postgresql_side_get", side_get, METH_VARARGS, "postgresql_side_get(store, keys, id) -> bytes or None"},
    {"postgresql_side_shred", side_shred, METH_VARARGS, "postgresql_side_shred(store, keys, id) -> bool"},
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
