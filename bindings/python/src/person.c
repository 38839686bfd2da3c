/* person.c: one person's referrals: a tuple of cases in, a summary and a list of findings out. */
#include "extension.h"

PyObject *pyprap_person_case(const prap_person_case *one) {
    return Py_BuildValue("(IIiiiIIIII)", (unsigned)one->stage, (unsigned)one->kind, (int)one->made_on,
                         (int)one->start_on, (int)one->ended_on, (unsigned)one->backed_out,
                         (unsigned)one->outcome_paid, (unsigned)one->outcome_due, (unsigned)one->night_shifts,
                         (unsigned)one->worked);
}

static int read_case(PyObject *item, prap_person_case *one) {
    if (!PyTuple_Check(item)) {
        PyErr_SetString(PyExc_TypeError, "a case is a tuple of its members");
        return -1;
    }
    one->size = sizeof *one;
    return PyArg_ParseTuple(item, "IIiiiIIIII", &one->stage, &one->kind, &one->made_on, &one->start_on,
                            &one->ended_on, &one->backed_out, &one->outcome_paid, &one->outcome_due,
                            &one->night_shifts, &one->worked)
               ? 0
               : -1;
}

/* The cases, on Python's memory; NULL with an exception set. */
static prap_person_case *read_cases(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n > PRAP_PERSON_CASES_MAX) {
        pyprap_raise(PRAP_E_LIMIT, NULL);
        return NULL;
    }
    prap_person_case *cases = PyMem_Calloc((size_t)n + 1, sizeof *cases);
    if (cases == NULL) PyErr_NoMemory();
    for (Py_ssize_t i = 0; cases != NULL && i < n; i++) {
        if (read_case(PyTuple_GetItem(tuple, i), &cases[i]) == 0) continue;
        PyMem_Free(cases);
        return NULL;
    }
    *ret_n = (size_t)n;
    return cases;
}

static int index_of(uint32_t at) {
    return at == PRAP_PERSON_NO_CASE ? -1 : (int)at;
}

static prap_status hear(void *user, const prap_finding *finding) {
    PyObject *item = Py_BuildValue("(IsIIIiiii)", (unsigned)finding->finding, pyprap_rule_id(finding->rule),
                                   (unsigned)finding->severity, (unsigned)finding->result,
                                   (unsigned)finding->policy, (int)finding->day, (int)finding->sure,
                                   index_of(finding->at), index_of(finding->other));
    const int kept = item == NULL ? -1 : PyList_Append(user, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static PyObject *person(PyObject *module, PyObject *args) {
    PyObject *capsule = NULL, *tuple = NULL;
    prap_person_question question = {.size = sizeof question};
    prap_person found = {.size = sizeof found};
    (void)module;
    if (!PyArg_ParseTuple(args, "OiIIO!", &capsule, &question.on, &question.eligible, &question.elsewhere,
                          &PyTuple_Type, &tuple))
        return NULL;
    const prap_rulebook *rulebook = pyprap_rulebook(capsule);
    prap_person_case *cases = rulebook == NULL ? NULL : read_cases(tuple, &question.n);
    PyObject *findings = cases == NULL ? NULL : PyList_New(0);
    prap_status status = PRAP_FAIL;
    question.cases = cases;
    if (findings != NULL) status = prap_person_of(&question, rulebook, hear, findings, &found);
    PyMem_Free(cases);
    if (status == PRAP_OK) {
        return Py_BuildValue("((IIIIIiii)N)", (unsigned)found.next, (unsigned)found.verdict,
                             (unsigned)found.open, (unsigned)found.starts, (unsigned)found.re_referrals,
                             (int)found.earlier_start, (int)found.earliest, (int)found.sure, findings);
    }
    Py_XDECREF(findings);
    if (PyErr_Occurred() == NULL) pyprap_raise_with(status, "cases", prap_status_meaning(status));
    return NULL;
}

PyMethodDef pyprap_person_functions[] = {
    {"person", person, METH_VARARGS,
     "person(rulebook, on, eligible, elsewhere, (case, ...)) -> ((next, verdict, ...), [finding])"},
    {NULL, NULL, 0, NULL},
};
