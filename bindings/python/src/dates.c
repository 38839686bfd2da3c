/* dates.c: the date computations. A moment crosses as (day, minute, offset), a question as one tuple. */
#include "extension.h"

PyObject *pyprap_moment(prap_moment moment) {
    return Py_BuildValue("(iii)", (int)moment.day, (int)moment.minute, (int)moment.offset);
}

/* The windows of a tuple of six numbers each; NULL with an exception set. *ret_n may be 0. */
prap_window *pyprap_windows(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n < 0) return NULL;
    prap_window *windows = PyMem_Calloc((size_t)n + 1, sizeof *windows);
    if (windows == NULL) PyErr_NoMemory();
    for (Py_ssize_t i = 0; windows != NULL && i < n; i++) {
        prap_window *one = &windows[i];
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (!pyprap_is_tuple(item, "each of outages") ||
            !PyArg_ParseTuple(item, "iiiiii", &one->from.day, &one->from.minute, &one->from.offset, &one->to.day,
                              &one->to.minute, &one->to.offset)) {
            PyMem_Free(windows);
            windows = NULL;
        }
    }
    *ret_n = (size_t)n;
    return windows;
}

static int setting_in(PyObject *pair, prap_setting *ret) {
    return pyprap_is_tuple(pair, "each of settings") && PyArg_ParseTuple(pair, "Ii", &ret->policy, &ret->value);
}

/* Likewise the settings, pairs of numbers. */
prap_setting *pyprap_settings(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n < 0) return NULL;
    prap_setting *settings = PyMem_Calloc((size_t)n + 1, sizeof *settings);
    if (settings == NULL) PyErr_NoMemory();
    for (Py_ssize_t i = 0; settings != NULL && i < n; i++) {
        if (setting_in(PyTuple_GetItem(tuple, i), &settings[i])) continue;
        PyMem_Free(settings);
        settings = NULL;
    }
    *ret_n = (size_t)n;
    return settings;
}

/* (computation, six numbers of two moments, flags, service, windows); 0 with an exception set. The question's windows
   are to be freed. */
static int question_in(PyObject *tuple, prap_date_question *ret) {
    PyObject *windows = NULL;
    *ret = (prap_date_question){.size = sizeof *ret};
    if (!pyprap_is_tuple(tuple, "each of questions")) return 0;
    if (!PyArg_ParseTuple(tuple, "IiiiiiiIIO!", &ret->computation, &ret->anchor.day, &ret->anchor.minute,
                          &ret->anchor.offset, &ret->second.day, &ret->second.minute, &ret->second.offset,
                          &ret->flags, &ret->service, &PyTuple_Type, &windows))
        return 0;
    ret->outages = pyprap_windows(windows, &ret->n_outages);
    return ret->outages != NULL;
}

static void release(prap_date_question *questions, size_t n) {
    for (size_t i = 0; i < n; i++)
        PyMem_Free((void *)(uintptr_t)questions[i].outages);
    PyMem_Free(questions);
}

/* The questions of a tuple; NULL with an exception set. */
static prap_date_question *questions_in(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n < 0) return NULL;
    prap_date_question *questions = PyMem_Calloc((size_t)n + 1, sizeof *questions);
    if (questions == NULL) PyErr_NoMemory();
    for (Py_ssize_t i = 0; questions != NULL && i < n; i++) {
        if (question_in(PyTuple_GetItem(tuple, i), &questions[i])) continue;
        release(questions, (size_t)n);
        questions = NULL;
    }
    *ret_n = (size_t)n;
    return questions;
}

static PyObject *answer_out(const prap_date_answer *answer) {
    return Py_BuildValue("(IsIiiiiiiiiiIINNNIIi)", (unsigned)answer->computation, pyprap_rule_id(answer->rule),
                         (unsigned)answer->policy, (int)answer->policy_value, (int)answer->anchor,
                         (int)answer->first, (int)answer->due, (int)answer->prudent, (int)answer->alternative,
                         (int)answer->last_working_day, (int)answer->next_working_day, (int)answer->holds,
                         (unsigned)answer->quality, (unsigned)answer->holiday, pyprap_moment(answer->moment),
                         pyprap_moment(answer->other_moment), pyprap_moment(answer->last_usable),
                         (unsigned)answer->division, (unsigned)answer->calendar_hash, (int)answer->edition);
}

static PyObject *compute(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *settings_tuple = NULL, *questions_tuple = NULL, *result = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!O!", &object, &PyTuple_Type, &settings_tuple, &PyTuple_Type, &questions_tuple))
        return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    if (PyTuple_Size(questions_tuple) != 1) return pyprap_raise_with(PRAP_E_REQUIRED, "questions", "one question is asked");
    size_t n = 0, n_settings = 0;
    prap_date_question *questions = questions_in(questions_tuple, &n);
    prap_setting *settings = questions == NULL ? NULL : pyprap_settings(settings_tuple, &n_settings);
    if (settings != NULL) {
        prap_error error = {.size = sizeof error};
        prap_date_answer answer = {.size = sizeof answer};
        const prap_status status = prap_date_compute(calendar, settings, n_settings, questions, &answer, &error);
        result = status == PRAP_OK ? answer_out(&answer) : pyprap_raise(status, &error);
    }
    PyMem_Free(settings);
    if (questions != NULL) release(questions, n);
    return result;
}

static PyObject *moved_out(const prap_moved_day *moved, size_t n) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *row = Py_BuildValue("(nii)", (Py_ssize_t)moved[i].i, (int)moved[i].before, (int)moved[i].after);
        if (row == NULL || PyList_Append(list, row) != 0) Py_CLEAR(list);
        Py_XDECREF(row);
    }
    return list;
}

static PyObject *dates_moved(PyObject *module, PyObject *args) {
    PyObject *objects[2] = {NULL, NULL}, *settings_tuple = NULL, *questions_tuple = NULL, *result = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOO!O!", &objects[0], &objects[1], &PyTuple_Type, &settings_tuple, &PyTuple_Type,
                          &questions_tuple))
        return NULL;
    const prap_calendar *before = pyprap_calendar(objects[0]);
    const prap_calendar *after = before == NULL ? NULL : pyprap_calendar(objects[1]);
    if (after == NULL) return NULL;
    size_t n = 0, n_settings = 0, n_moved = 0;
    prap_date_question *questions = questions_in(questions_tuple, &n);
    prap_setting *settings = questions == NULL ? NULL : pyprap_settings(settings_tuple, &n_settings);
    prap_moved_day *moved = settings == NULL ? NULL : PyMem_Calloc(n + 1, sizeof *moved);
    if (settings != NULL && moved == NULL) PyErr_NoMemory();
    if (moved != NULL) {
        prap_error error = {.size = sizeof error};
        const prap_status status = prap_dates_moved(before, after, settings, n_settings, questions, n, moved, n,
                                                    &n_moved, &error);
        result = status == PRAP_OK ? moved_out(moved, n_moved) : pyprap_raise(status, &error);
    }
    PyMem_Free(moved);
    PyMem_Free(settings);
    if (questions != NULL) release(questions, n);
    return result;
}

static PyObject *computation(PyObject *module, PyObject *args) {
    const char *name = NULL;
    Py_ssize_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &name, &n)) return NULL;
    const prap_computation *found = prap_computation_find(name, (size_t)n);
    if (found == NULL) Py_RETURN_NONE;
    return Py_BuildValue("(IsIsss)", (unsigned)found->number, pyprap_rule_id(found->rule), (unsigned)found->policy,
                         found->id, found->anchor, found->second);
}

static PyObject *to_instant(PyObject *module, PyObject *args) {
    prap_moment moment = PRAP_MOMENT_NONE;
    prap_instant instant = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "iii", &moment.day, &moment.minute, &moment.offset)) return NULL;
    const prap_status status = prap_moment_to_instant(moment, &instant);
    return status == PRAP_OK ? PyLong_FromLongLong(instant) : pyprap_raise(status, NULL);
}

static PyObject *from_instant(PyObject *module, PyObject *args) {
    long long instant = 0;
    prap_moment moment = PRAP_MOMENT_NONE;
    (void)module;
    if (!PyArg_ParseTuple(args, "L", &instant)) return NULL;
    const prap_status status = prap_moment_from_instant(instant, &moment);
    return status == PRAP_OK ? pyprap_moment(moment) : pyprap_raise(status, NULL);
}

static PyObject *announced(PyObject *module, PyObject *args) {
    int i = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &i)) return NULL;
    const prap_announced *found = prap_announced_at((uint32_t)i);
    if (found == NULL) Py_RETURN_NONE;
    return Py_BuildValue("(sINN)", pyprap_rule_id(found->rule), (unsigned)found->service,
                         pyprap_moment(found->window.from), pyprap_moment(found->window.to));
}

PyMethodDef pyprap_date_functions[] = {
    {"compute", compute, METH_VARARGS, "compute(calendar, settings, (question,)) -> the answer's members"},
    {"dates_moved", dates_moved, METH_VARARGS,
     "dates_moved(before, after, settings, questions) -> [(index, before, after), ...]"},
    {"computation", computation, METH_VARARGS,
     "computation(name) -> (number, rule, policy, id, anchor, second) or None"},
    {"to_instant", to_instant, METH_VARARGS, "to_instant(day, minute, offset) -> minutes since 1970 in UTC"},
    {"from_instant", from_instant, METH_VARARGS, "from_instant(minutes) -> (day, minute, offset)"},
    {"announced", announced, METH_VARARGS, "announced(i) -> (rule, service, from, to) or None"},
    {NULL, NULL, 0, NULL},
};
