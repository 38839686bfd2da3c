/* retention.c: how long records are kept, and a store verified. The order of members is that of ../prap/retention.py. */
#include "engine.h"

#include <string.h>

static PyObject *finding_tuple(const prap_retention_finding *finding) {
    return Py_BuildValue("(IsIIIiss)", (unsigned)finding->finding, pyprap_rule_id(finding->rule),
                         (unsigned)finding->severity, (unsigned)finding->fact, (unsigned)finding->policy,
                         (int)finding->day, prap_retention_finding_row(finding->finding),
                         prap_retention_finding_cure(finding->finding));
}

static PyObject *answer_tuple(const prap_retention_answer *answer) {
    return Py_BuildValue("(IIIsiiiiII)", (unsigned)answer->record, (unsigned)answer->verdict,
                         (unsigned)answer->retention, pyprap_rule_id(answer->rule), (int)answer->kept_until,
                         (int)answer->at_least, (int)answer->disposal, (int)answer->anchor,
                         (unsigned)answer->policy, (unsigned)answer->on_hold);
}

static prap_status hear(void *user, const prap_retention_finding *finding) {
    PyObject *item = finding_tuple(finding);
    const int kept = item == NULL ? -1 : PyList_Append(user, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static PyObject *retention(PyObject *module, PyObject *args) {
    PyObject *settings_tuple = NULL, *facts_tuple = NULL;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_retention_question question = {.size = sizeof question, .facts = facts};
    (void)module;
    if (!PyArg_ParseTuple(args, "O!IiIO!", &PyTuple_Type, &settings_tuple, &question.record, &question.as_of,
                          &question.programme, &PyTuple_Type, &facts_tuple))
        return NULL;
    const Py_ssize_t n = pyprap_read_facts(facts_tuple, facts);
    size_t n_settings = 0;
    prap_setting *settings = n < 0 ? NULL : pyprap_settings(settings_tuple, &n_settings);
    PyObject *findings = settings == NULL ? NULL : PyList_New(0);
    if (findings == NULL) {
        PyMem_Free(settings);
        return NULL;
    }
    question.n_facts = (size_t)n;
    prap_retention_answer answer = {.size = sizeof answer};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_retention_ask(settings, n_settings, &question, hear, findings, &answer, &error);
    PyMem_Free(settings);
    if (status == PRAP_OK) return Py_BuildValue("(NN)", answer_tuple(&answer), findings);
    Py_DECREF(findings);
    return PyErr_Occurred() == NULL ? pyprap_raise(status, &error) : NULL;
}

/* A walk whose visitor is Python's, and what it knows of single cases. */
typedef struct keeping {
    pyprap_host *host;
    PyObject *visitor;
    PyObject *about; /* NULL: nothing */
    prap_fact facts[PRAP_FACTS_MAX];
    prap_status bad; /* of the first case that cannot be judged */
} keeping;

static PyObject *findings_list(const prap_retained *retained) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < retained->n_findings; i++) {
        PyObject *item = finding_tuple(&retained->findings[i]);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *retained_tuple(const prap_retained *retained) {
    const prap_kept *kept = retained->kept;
    if (kept == NULL) {
        Py_INCREF(Py_None);
        return Py_None;
    }
    return Py_BuildValue("(IIiiNN)", (unsigned)kept->n_events, (unsigned)retained->n_over, (int)kept->first_on, (int)kept->last_on,
                         answer_tuple(retained->answer), findings_list(retained));
}

static prap_status meet(void *user, const prap_retained *retained, prap_status status) {
    keeping *on = user;
    if (status != PRAP_OK && on->bad == PRAP_OK) on->bad = status;
    PyObject *row = Py_BuildValue("(NiN)", pyprap_text(retained->case_id), (int)status, retained_tuple(retained));
    PyObject *result = row == NULL ? NULL : PyObject_CallFunctionObjArgs(on->visitor, row, NULL);
    Py_XDECREF(row);
    Py_XDECREF(result);
    if (result == NULL) return pyprap_host_keep_exception(on->host);
    return pyprap_host_broken_off(on->host) ? PRAP_FAIL : PRAP_OK;
}

static prap_status tell_about(void *user, prap_text case_id, const prap_fact **ret_facts, size_t *ret_n) {
    keeping *on = user;
    PyObject *id = pyprap_text(case_id);
    PyObject *tuple = id == NULL ? NULL : PyObject_CallFunctionObjArgs(on->about, id, NULL);
    const Py_ssize_t n = tuple == NULL ? -1 : pyprap_read_facts(tuple, on->facts);
    Py_XDECREF(id);
    Py_XDECREF(tuple);
    if (n < 0) return pyprap_host_keep_exception(on->host);
    *ret_facts = on->facts;
    *ret_n = (size_t)n;
    return PRAP_OK;
}

/* case_id is empty for all cases; about is None or a callable that gives a case's facts. */
PyObject *pyprap_retentions(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    PyObject *tuple = NULL, *about = NULL;
    prap_fact facts[PRAP_FACTS_MAX];
    int told = 0;
    keeping on = {.host = &self->host};
    prap_retention_terms terms = {.size = sizeof terms, .facts = facts, .user = &on};
    if (!PyArg_ParseTuple(args, "y#y#iO!OOp", &tenant, &tenant_bytes, &case_id, &case_bytes, &terms.as_of,
                          &PyTuple_Type, &tuple, &about, &on.visitor, &told))
        return NULL;
    const Py_ssize_t n = pyprap_read_facts(tuple, facts);
    if (n < 0 || pyprap_begin(self) != 0) return NULL;
    terms.n_facts = (size_t)n;
    on.about = about;
    if (about != Py_None) terms.about = tell_about;
    prap_error error = {.size = sizeof error};
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    prap_status status =
        case_bytes > 0 ? prap_engine_retention(self->engine, &key, &terms, meet, &on, &error)
                       : prap_engine_retention_walk(self->engine, key.tenant, &terms, meet, &on, &error);
    if (told && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    Py_INCREF(Py_None);
    return pyprap_end(self, status, &error, Py_None);
}

/* A list that a walk fills. */
typedef struct faults {
    pyprap_host *host;
    PyObject *list;
} faults;

static prap_status meet_fault(void *user, const prap_verify_fault *fault) {
    const faults *into = user;
    PyObject *item = Py_BuildValue("(NKII)", pyprap_text(fault->case_id), (unsigned long long)fault->sequence,
                                   (unsigned)fault->fault, (unsigned)fault->severity);
    const int added = item == NULL ? -1 : PyList_Append(into->list, item);
    Py_XDECREF(item);
    if (added != 0) return pyprap_host_keep_exception(into->host);
    return pyprap_host_broken_off(into->host) ? PRAP_FAIL : PRAP_OK;
}

PyObject *pyprap_verify(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    if (!PyArg_ParseTuple(args, "y#y#", &tenant, &tenant_bytes, &case_id, &case_bytes)) return NULL;
    faults into = {&self->host, PyList_New(0)};
    if (into.list == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(into.list);
        return NULL;
    }
    prap_verify_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_verify(self->engine, (prap_text){tenant, (size_t)tenant_bytes},
                           (prap_text){case_id, (size_t)case_bytes}, meet_fault, &into, &report, &error);
    return pyprap_end(self, status, &error,
                      Py_BuildValue("(KKKKKN)", (unsigned long long)report.cases, (unsigned long long)report.events,
                                    (unsigned long long)report.damaged, (unsigned long long)report.faults,
                                    (unsigned long long)report.notices, into.list));
}

PyMethodDef pyprap_retention_functions[] = {
    {"retention", retention, METH_VARARGS,
     "retention(settings, record, as_of, programme, facts) -> ((record, verdict, ...), [finding])"},
    {NULL, NULL, 0, NULL},
};
