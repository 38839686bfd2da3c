/* desk.c: the desk of Provider Direct: a question's numbers in, an answer and a list of findings out. */
#include "extension.h"

static PyObject *contact_id(uint32_t number) {
    for (uint32_t i = 0; i < prap_contact_count(); i++)
        if (prap_contact_at(i)->number == number) return PyUnicode_FromString(prap_contact_at(i)->id);
    return PyUnicode_FromString("");
}

/* (fact, kind, value) of each; NULL with an exception set. */
static prap_fact *facts_in(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    prap_fact *facts = n < 0 ? NULL : PyMem_Calloc((size_t)n + 1, sizeof *facts);
    if (facts == NULL && n >= 0) PyErr_NoMemory();
    for (Py_ssize_t i = 0; facts != NULL && i < n; i++) {
        long long value = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (pyprap_is_tuple(item, "each of facts") &&
            PyArg_ParseTuple(item, "IIL", &facts[i].fact, &facts[i].kind, &value)) {
            facts[i].value = value;
            continue;
        }
        PyMem_Free(facts);
        facts = NULL;
    }
    *ret_n = (size_t)n;
    return facts;
}

/* (step, on, spoc) of each; likewise. */
static prap_code_step *steps_in(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    prap_code_step *steps = n < 0 ? NULL : PyMem_Calloc((size_t)n + 1, sizeof *steps);
    if (steps == NULL && n >= 0) PyErr_NoMemory();
    for (Py_ssize_t i = 0; steps != NULL && i < n; i++) {
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (pyprap_is_tuple(item, "each of steps") &&
            PyArg_ParseTuple(item, "IiI", &steps[i].step, &steps[i].on, &steps[i].spoc))
            continue;
        PyMem_Free(steps);
        steps = NULL;
    }
    *ret_n = (size_t)n;
    return steps;
}

static prap_status hear(void *user, const prap_desk_finding *finding) {
    const int at = finding->at == PRAP_DESK_NO_STEP ? -1 : (int)finding->at;
    PyObject *item = Py_BuildValue("(IsIIIINiiIs)", (unsigned)finding->finding, pyprap_rule_id(finding->rule),
                                   (unsigned)finding->severity, (unsigned)finding->fact, (unsigned)finding->policy,
                                   (unsigned)finding->recipient, contact_id(finding->contact), (int)finding->day, at,
                                   (unsigned)finding->spoc, prap_desk_finding_cure(finding->finding));
    const int kept = item == NULL ? -1 : PyList_Append(user, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static PyObject *answer_out(const prap_desk_answer *found, PyObject *findings) {
    return Py_BuildValue("((IIIINIiiiiiiIIINN)N)", (unsigned)found->outcome, (unsigned)found->verdict,
                         (unsigned)found->form, (unsigned)found->recipient, contact_id(found->contact),
                         (unsigned)found->calls, (int)found->age_days, (int)found->earliest, (int)found->due,
                         (int)found->code_issued, (int)found->code_from, (int)found->code_until,
                         (unsigned)found->code_state, (unsigned)found->spocs, (unsigned)found->spocs_ready,
                         pyprap_moment(found->opens), pyprap_moment(found->last_usable), findings);
}

static PyObject *ask(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                     const prap_desk_question *question) {
    prap_desk_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    PyObject *findings = PyList_New(0);
    if (findings == NULL) return NULL;
    const prap_status status = prap_desk_ask(calendar, settings, n_settings, question, hear, findings, &found, &error);
    if (status == PRAP_OK) return answer_out(&found, findings);
    Py_DECREF(findings);
    return PyErr_Occurred() == NULL ? pyprap_raise(status, &error) : NULL;
}

static PyObject *desk(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *settings_tuple = NULL, *facts_tuple = NULL, *windows_tuple = NULL, *steps_tuple = NULL;
    PyObject *result = NULL;
    prap_desk_question question = {.size = sizeof question};
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!Ii(iii)O!O!O!", &object, &PyTuple_Type, &settings_tuple, &question.ask, &question.on,
                          &question.at.day, &question.at.minute, &question.at.offset, &PyTuple_Type, &facts_tuple,
                          &PyTuple_Type, &windows_tuple, &PyTuple_Type, &steps_tuple))
        return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    size_t n_settings = 0;
    prap_setting *settings = pyprap_settings(settings_tuple, &n_settings);
    prap_fact *facts = settings == NULL ? NULL : facts_in(facts_tuple, &question.n_facts);
    prap_window *windows = facts == NULL ? NULL : pyprap_windows(windows_tuple, &question.n_outages);
    prap_code_step *steps = windows == NULL ? NULL : steps_in(steps_tuple, &question.n_steps);
    question.facts = facts;
    question.outages = windows;
    question.steps = steps;
    if (steps != NULL) result = ask(calendar, settings, n_settings, &question);
    PyMem_Free(steps);
    PyMem_Free(windows);
    PyMem_Free(facts);
    PyMem_Free(settings);
    return result;
}

static PyObject *desk_takes(PyObject *module, PyObject *args) {
    unsigned question = 0, fact = 0;
    (void)module;
    return PyArg_ParseTuple(args, "II", &question, &fact) ? PyBool_FromLong(prap_desk_takes(question, fact)) : NULL;
}

PyMethodDef pyprap_desk_functions[] = {
    {"desk", desk, METH_VARARGS,
     "desk(calendar, settings, ask, on, at, facts, outages, steps) -> ((outcome, verdict, ...), [finding])"},
    {"desk_takes", desk_takes, METH_VARARGS, "desk_takes(ask, fact) -> bool"},
    {NULL, NULL, 0, NULL},
};
