/*
 * host.c: the engine's callbacks, carried to a Python object or to a ready-made store.
 *
 * An exception must not pass through the library: it is kept here, the library is told that the store failed,
 * every later callback of the same call fails at once without running any Python, and the engine's method
 * raises the kept exception, the very object with its traceback, instead of reporting the failure. A Ctrl-C
 * is treated alike.
 */
#include "extension.h"

prap_status pyprap_host_keep_exception(pyprap_host *host) {
    if (host->raised_type != NULL) { /* the first is the cause: of several statuses that are none, or in a clean-up */
        PyErr_Clear();
        return PRAP_FAIL;
    }
    PyErr_Fetch(&host->raised_type, &host->raised, &host->raised_traceback);
    return PRAP_FAIL;
}

int pyprap_host_broken_off(pyprap_host *host) {
    if (host->raised_type != NULL) return 1;
    if (PyErr_CheckSignals() == 0) return 0;
    pyprap_host_keep_exception(host);
    return 1;
}

/* Before a callback: what was broken off stays so, and a store that is opened again meanwhile (conformance.c) is closed first. */
static int is_over(pyprap_host *host) {
    return pyprap_host_broken_off(host) || (host->ready != NULL && host->ready->store == NULL);
}

static prap_status keep_contract_breach(pyprap_host *host, const char *what) {
    PyErr_SetString(PyExc_TypeError, what);
    return pyprap_host_keep_exception(host);
}

/* A status that the adaptor gave in place of a result. It consumes the result. */
static prap_status status_of(pyprap_host *host, PyObject *result, const char *otherwise) {
    if (!PyLong_Check(result)) {
        Py_DECREF(result);
        return keep_contract_breach(host, otherwise);
    }
    const long status = PyLong_AsLong(result);
    Py_DECREF(result);
    if (status == -1 && PyErr_Occurred() != NULL) return pyprap_host_keep_exception(host);
    return (status < INT32_MIN || status > INT32_MAX) ? PRAP_FAIL : (prap_status)status;
}

/* Which members of a row a callback fills beside the version and the record. */
enum row_form { LOAD_ROW, READ_ROW, SCAN_ROW };

/* Pushes one tuple: load (version, record), read (version, record, id), scan (version, record, case). */
static prap_status push(pyprap_host *host, PyObject *tuple, enum row_form form, prap_sink *sink) {
    PyObject *version = NULL;
    const char *record = NULL, *text = NULL;
    Py_ssize_t record_bytes = 0, text_bytes = 0;
    if (!PyTuple_Check(tuple)) return keep_contract_breach(host, "a row of the store is a tuple");
    if (!PyArg_ParseTuple(tuple, form == LOAD_ROW ? "Oy#" : "Oy#y#", &version, &record, &record_bytes, &text,
                          &text_bytes))
        return pyprap_host_keep_exception(host);
    const unsigned long long number = PyLong_AsUnsignedLongLong(version);
    if (number == (unsigned long long)-1 && PyErr_Occurred() != NULL) return pyprap_host_keep_exception(host);
    const prap_text given = {text, (size_t)text_bytes}, none = {NULL, 0};
    const prap_row row = {.size = sizeof row,
                          .version = number,
                          .case_id = form == SCAN_ROW ? given : none,
                          .id = form == READ_ROW ? given : none,
                          .record = {(const uint8_t *)record, (size_t)record_bytes}};
    return prap_sink_push(sink, &row);
}

/* Pushes a list of rows. It consumes the list. */
static prap_status push_all(pyprap_host *host, PyObject *rows, enum row_form form, prap_sink *sink) {
    if (rows == NULL) return pyprap_host_keep_exception(host);
    if (!PyList_Check(rows)) return status_of(host, rows, "the store's rows are a list");
    prap_status status = PRAP_OK;
    for (Py_ssize_t i = 0; status == PRAP_OK && i < PyList_Size(rows); i++)
        status = push(host, PyList_GetItem(rows, i), form, sink);
    Py_DECREF(rows);
    return status == PRAP_E_LIMIT ? PRAP_OK : status; /* the sink has what it asked for */
}

static PyObject *key_arguments(const prap_key *key) {
    return Py_BuildValue("(NN)", pyprap_text(key->tenant), pyprap_text(key->case_id));
}

static prap_status load(void *user, const prap_key *key, prap_sink *sink) {
    pyprap_host *host = user;
    if (is_over(host)) return PRAP_FAIL;
    if (host->ready != NULL) return host->ready->store->load(host->ready->store->user, key, sink);
    PyObject *found = pyprap_call(host->store, "load", key_arguments(key));
    if (found == NULL) return pyprap_host_keep_exception(host);
    if (!PyTuple_Check(found)) return status_of(host, found, "load gives a row or a status");
    const prap_status status = push(host, found, LOAD_ROW, sink);
    Py_DECREF(found);
    return status == PRAP_E_LIMIT ? PRAP_OK : status;
}

/* Reads the outcome of each change from a list. It consumes the list. */
static prap_status outcomes(pyprap_host *host, PyObject *list, size_t n, prap_status *ret_each) {
    if (PyList_Size(list) != (Py_ssize_t)n) {
        Py_DECREF(list);
        return keep_contract_breach(host, "commit gives one status for each change");
    }
    for (size_t i = 0; i < n; i++) {
        PyObject *item = PyList_GetItem(list, (Py_ssize_t)i);
        Py_INCREF(item);
        ret_each[i] = status_of(host, item, "commit gives statuses");
    }
    Py_DECREF(list);
    return host->raised_type == NULL ? PRAP_OK : PRAP_FAIL;
}

static PyObject *change_list(const prap_change *changes, size_t n) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *change = pyprap_change(&changes[i]);
        if (change == NULL || PyList_Append(list, change) != 0) Py_CLEAR(list);
        Py_XDECREF(change);
    }
    return list;
}

static prap_status commit(void *user, const prap_change *changes, size_t n, prap_status *ret_each) {
    pyprap_host *host = user;
    if (is_over(host)) return PRAP_FAIL;
    if (host->ready != NULL)
        return host->ready->store->commit(host->ready->store->user, changes, n, ret_each);
    PyObject *list = change_list(changes, n);
    if (list == NULL) return pyprap_host_keep_exception(host);
    PyObject *result = pyprap_call(host->store, "commit", Py_BuildValue("(N)", list));
    if (result == NULL) return pyprap_host_keep_exception(host);
    if (PyList_Check(result)) return outcomes(host, result, n, ret_each);
    const prap_status status = status_of(host, result, "commit gives a status, or a list of them");
    for (size_t i = 0; i < n; i++)
        ret_each[i] = status;
    return status;
}

static prap_status read_journal(void *user, const prap_key *key, uint64_t from, uint32_t max,
                                prap_sink *sink) {
    pyprap_host *host = user;
    if (is_over(host)) return PRAP_FAIL;
    if (host->ready != NULL)
        return host->ready->store->read(host->ready->store->user, key, from, max, sink);
    PyObject *arguments = Py_BuildValue("(NNKI)", pyprap_text(key->tenant), pyprap_text(key->case_id),
                                        (unsigned long long)from, (unsigned)max);
    return push_all(host, pyprap_call(host->store, "read", arguments), READ_ROW, sink);
}

static prap_status scan(void *user, const prap_scan *query, prap_sink *sink) {
    pyprap_host *host = user;
    if (is_over(host)) return PRAP_FAIL;
    if (host->ready != NULL) return host->ready->store->scan(host->ready->store->user, query, sink);
    PyObject *arguments = Py_BuildValue("(NNiI)", pyprap_text(query->tenant), pyprap_text(query->after),
                                        (int)query->due_by, (unsigned)query->limit);
    return push_all(host, pyprap_call(host->store, "scan", arguments), SCAN_ROW, sink);
}

static void committed(void *user, const prap_change *change) {
    pyprap_host *host = user;
    if (host->observer == NULL || pyprap_host_broken_off(host)) return;
    PyObject *told = pyprap_change(change);
    PyObject *result = told == NULL ? NULL : PyObject_CallFunctionObjArgs(host->observer, told, NULL);
    Py_XDECREF(told);
    if (result == NULL) pyprap_host_keep_exception(host);
    Py_XDECREF(result);
}

void pyprap_host_init(pyprap_host *host, int has_read, int has_scan) {
    host->callbacks = (prap_store){.size = sizeof(prap_store),
                                   .user = host,
                                   .load = load,
                                   .commit = commit,
                                   .read = has_read ? read_journal : NULL,
                                   .scan = has_scan ? scan : NULL};
    host->told = (prap_observer){.size = sizeof(prap_observer), .user = host, .committed = committed};
    host->host = (prap_host){.size = sizeof(prap_host),
                             .allocator = &pyprap_allocator,
                             .store = &host->callbacks,
                             .observer = &host->told};
}
