/* conformance.c: the conformance kit over a store of Python's or a ready-made one. Members are in the order of
   ../prap/conformance.py. */
#include "extension.h"

/* The callbacks of both handles, what the host brought beside them, and what was found. */
typedef struct checking {
    pyprap_host first;
    pyprap_host second;
    PyObject *reopen;  /* NULL: none */
    PyObject *notices; /* NULL: none */
    PyObject *opened;  /* the store that reopen gave, or NULL */
    PyObject *findings;
} checking;

static prap_status hear(void *user, const prap_conformance_finding *finding) {
    checking *on = user;
    PyObject *item = Py_BuildValue("(IIINNKiis)", (unsigned)finding->finding, (unsigned)finding->severity,
                                   (unsigned)finding->check, pyprap_text(finding->key.tenant),
                                   pyprap_text(finding->key.case_id), (unsigned long long)finding->sequence,
                                   (int)finding->wanted, (int)finding->got, prap_conformance_contract(finding->finding));
    const int kept = item == NULL ? -1 : PyList_Append(on->findings, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : pyprap_host_keep_exception(&on->first);
}

static void take_store(pyprap_host *host, PyObject *store) {
    host->store = store;
    host->ready = pyprap_is_ready(store) ? pyprap_ready_of(store) : NULL;
}

static const prap_store *reopen(void *user) {
    checking *on = user;
    if (pyprap_host_broken_off(&on->first)) return NULL;
    on->opened = PyObject_CallFunctionObjArgs(on->reopen, NULL);
    if (on->opened == NULL) pyprap_host_keep_exception(&on->first);
    if (on->opened == NULL || on->opened == Py_None) return NULL;
    take_store(&on->first, on->opened);
    return &on->first.callbacks;
}

/* The outbox as a list of (sequence, ordinal, notice, recipient, due). */
static prap_status visit_all(checking *on, PyObject *rows, prap_visit_outbox visit, void *visiting) {
    prap_status status = PRAP_OK;
    if (!PyList_Check(rows)) {
        PyErr_SetString(PyExc_TypeError, "the notices must be a list");
        return pyprap_host_keep_exception(&on->first);
    }
    for (Py_ssize_t i = 0; status == PRAP_OK && i < PyList_Size(rows); i++) {
        unsigned long long sequence = 0;
        prap_notice_record notice = {.size = sizeof notice};
        PyObject *row = PyList_GetItem(rows, i);
        if (!pyprap_is_tuple(row, "each of the notices") ||
            !PyArg_ParseTuple(row, "KIIIi", &sequence, &notice.ordinal, &notice.notice,
                              &notice.recipient, &notice.due))
            return pyprap_host_keep_exception(&on->first);
        notice.sequence = sequence;
        status = visit(visiting, &notice);
    }
    return status;
}

static prap_status notices(void *user, const prap_key *key, prap_visit_outbox visit, void *visiting) {
    checking *on = user;
    if (pyprap_host_broken_off(&on->first)) return PRAP_FAIL;
    PyObject *tenant = pyprap_text(key->tenant), *case_id = pyprap_text(key->case_id);
    PyObject *rows = tenant == NULL || case_id == NULL
                         ? NULL
                         : PyObject_CallFunctionObjArgs(on->notices, tenant, case_id, NULL);
    Py_XDECREF(tenant);
    Py_XDECREF(case_id);
    if (rows == NULL) return pyprap_host_keep_exception(&on->first);
    const prap_status status = visit_all(on, rows, visit, visiting);
    Py_DECREF(rows);
    return status;
}

/* Raises what a callback raised, of either handle. */
static int raise_kept(pyprap_host *host) {
    if (host->raised_type == NULL) return 0;
    PyErr_Restore(host->raised_type, host->raised, host->raised_traceback);
    host->raised_type = host->raised = host->raised_traceback = NULL;
    return 1;
}

/* Neither is closed while the kit uses it; those that are opened again have to be, and the callbacks look. */
static void hold(const checking *on, int by) {
    if (on->reopen != NULL) return;
    if (on->first.ready != NULL) on->first.ready->busy += by;
    if (on->second.ready != NULL) on->second.ready->busy += by;
}

static PyObject *run(checking *on, prap_conformance *host, unsigned long long seed, unsigned flags) {
    prap_conformance_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    host->allocator = &pyprap_allocator;
    host->store = &on->first.callbacks;
    host->user = on;
    if (on->reopen != NULL) host->reopen = reopen;
    if (on->notices != NULL) host->notices = notices;
    hold(on, 1);
    const prap_status status = prap_conformance_run(host, seed, flags, hear, on, &report, &error);
    hold(on, -1);
    const int first = raise_kept(&on->first);
    if (raise_kept(&on->second) || first) return NULL;
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    return Py_BuildValue("(OIIIKK)", on->findings, (unsigned)report.breaches, (unsigned)report.unchecked,
                         (unsigned)report.checks, (unsigned long long)report.calls, (unsigned long long)report.commits);
}

static int is_closed(const pyprap_host *host) {
    if (host->ready == NULL || host->ready->store != NULL) return 0;
    pyprap_raise_with(PRAP_E_NULL, "", "the store is closed");
    return 1;
}

static PyObject *given(PyObject *object) {
    return object == Py_None ? NULL : object;
}

static PyObject *conformance(PyObject *module, PyObject *args) {
    PyObject *store = NULL, *second = NULL, *reopened = NULL, *outbox = NULL;
    int has_read = 0, has_scan = 0, second_reads = 0, second_scans = 0;
    const char *prefix = NULL;
    Py_ssize_t prefix_bytes = 0;
    unsigned long long seed = 0;
    unsigned flags = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OppOppy#KIOO", &store, &has_read, &has_scan, &second, &second_reads, &second_scans, &prefix,
                          &prefix_bytes, &seed, &flags, &reopened, &outbox))
        return NULL;
    checking on = {.reopen = given(reopened), .notices = given(outbox), .findings = PyList_New(0)};
    if (on.findings == NULL) return NULL;
    prap_conformance host = {.size = sizeof host, .prefix = {prefix, (size_t)prefix_bytes}};
    take_store(&on.first, store);
    pyprap_host_init(&on.first, has_read, has_scan);
    if (given(second) != NULL) {
        take_store(&on.second, second);
        pyprap_host_init(&on.second, second_reads, second_scans);
        host.second = &on.second.callbacks;
    }
    PyObject *result = is_closed(&on.first) || is_closed(&on.second) ? NULL : run(&on, &host, seed, flags);
    Py_DECREF(on.findings);
    Py_XDECREF(on.opened);
    return result;
}

PyMethodDef pyprap_conformance_functions[] = {{"conformance", conformance, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
