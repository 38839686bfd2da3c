/* earnings.c: codes and what choosing one does, payments and their thresholds, what moves the feed. */
#include "extension.h"

static PyObject *code_at(PyObject *module, PyObject *args) {
    int programme = 0, i = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "ii", &programme, &i)) return NULL;
    const prap_code *code = prap_code_at((uint32_t)programme, (uint32_t)i);
    if (code == NULL) Py_RETURN_NONE;
    return Py_BuildValue("(IisIIsssNII)", (unsigned)code->programme, (int)code->code, pyprap_rule_id(code->rule),
                         (unsigned)code->actor, (unsigned)code->feed, pyprap_rule_id(code->feed_rule), code->label,
                         code->needs,
                         code->repayment_rule == 0 ? (Py_INCREF(Py_None), Py_None)
                                                   : PyUnicode_FromString(pyprap_rule_id(code->repayment_rule)),
                         (unsigned)code->policy, (unsigned)code->choice);
}

/* It consumes item. */
static prap_status keep(PyObject *list, PyObject *item) {
    const int kept = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static prap_status hear_consequence(void *user, const prap_consequence *consequence) {
    return keep(user, Py_BuildValue("(IIs)", (unsigned)consequence->consequence, (unsigned)consequence->severity,
                                    pyprap_rule_id(consequence->rule)));
}

static PyObject *code_choice(PyObject *module, PyObject *args) {
    int programme = 0, code = 0, feed = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "iii", &programme, &code, &feed)) return NULL;
    PyObject *list = PyList_New(0);
    if (list == NULL) return NULL;
    prap_code_choice choice = {.size = sizeof choice};
    const prap_status status =
        prap_code_consequences((uint32_t)programme, code, (uint32_t)feed, hear_consequence, list, &choice);
    if (status == PRAP_OK) {
        return Py_BuildValue("(IsIIIIIzIzN)", (unsigned)choice.verdict, pyprap_rule_id(choice.rule),
                             (unsigned)choice.programmes, (unsigned)choice.feed_before, (unsigned)choice.feed,
                             (unsigned)choice.payment, (unsigned)choice.severity,
                             choice.code == NULL ? NULL : choice.code->label,
                             choice.code == NULL ? 0 : (unsigned)choice.code->actor,
                             choice.code == NULL ? NULL : choice.code->needs, list);
    }
    Py_DECREF(list);
    if (PyErr_Occurred() == NULL) pyprap_raise(status, NULL);
    return NULL;
}

static PyObject *threshold_at(PyObject *module, PyObject *args) {
    int programme = 0, i = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "ii", &programme, &i)) return NULL;
    const prap_threshold_row *row = prap_threshold_row_at((uint32_t)programme, (uint32_t)i);
    if (row == NULL) Py_RETURN_NONE;
    return Py_BuildValue("(IIsIL)", (unsigned)row->threshold, (unsigned)row->status, pyprap_rule_id(row->rule),
                         (unsigned)row->outcome, (long long)row->pence);
}

static prap_status hear_threshold(void *user, const prap_threshold_standing *standing) {
    return keep(user, Py_BuildValue("(IIsIiiLL)", (unsigned)standing->threshold, (unsigned)standing->status,
                                    pyprap_rule_id(standing->rule), (unsigned)standing->outcome,
                                    (int)standing->reached_on, (int)standing->unsure_from, (long long)standing->pence,
                                    (long long)standing->missing_pence));
}

/* The payments and amounts of two tuples of (day, pence), as the two kinds of pair that they are. */
static int read_pair(PyObject *item, int *ret_day, long long *ret_pence) {
    if (!PyTuple_Check(item)) {
        PyErr_SetString(PyExc_TypeError, "a day and pence are a tuple");
        return -1;
    }
    return PyArg_ParseTuple(item, "iL", ret_day, ret_pence) ? 0 : -1;
}

static int read_payments(PyObject *tuple, prap_payment *payments) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); i++) {
        int day = 0;
        long long pence = 0;
        if (read_pair(PyTuple_GetItem(tuple, i), &day, &pence) != 0) return -1;
        payments[i] = (prap_payment){.on = day, .pence = pence};
    }
    return 0;
}

static int read_amounts(PyObject *tuple, prap_threshold *amounts) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); i++) {
        int day = 0;
        long long pence = 0;
        if (read_pair(PyTuple_GetItem(tuple, i), &day, &pence) != 0) return -1;
        amounts[i] = (prap_threshold){.from = day, .pence = pence};
    }
    return 0;
}

static PyObject *ask_earnings(prap_earnings_question *question) {
    prap_earnings earnings = {.size = sizeof earnings};
    prap_error error = {.size = sizeof error};
    PyObject *list = PyList_New(0);
    if (list == NULL) return NULL;
    const prap_status status = prap_earnings_of(question, hear_threshold, list, &earnings, &error);
    if (status == PRAP_OK) {
        return Py_BuildValue("((LIiIIiIs)N)", (long long)earnings.earned_pence, (unsigned)earnings.payments,
                             (int)earnings.first_paid_on, (unsigned)earnings.outcome,
                             (unsigned)earnings.outcome_status, (int)earnings.outcome_on, (unsigned)earnings.closes,
                             pyprap_rule_id(earnings.rule), list);
    }
    Py_DECREF(list);
    if (PyErr_Occurred() == NULL) pyprap_raise(status, &error);
    return NULL;
}

static PyObject *earnings(PyObject *module, PyObject *args) {
    int programme = 0, as_of = 0;
    PyObject *payments = NULL, *national = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "iiO!O!", &programme, &as_of, &PyTuple_Type, &payments, &PyTuple_Type, &national))
        return NULL;
    prap_earnings_question question = {.size = sizeof question, .programme = (uint32_t)programme, .as_of = as_of,
                                       .n_payments = (size_t)PyTuple_Size(payments),
                                       .n_national = (size_t)PyTuple_Size(national)};
    prap_payment *paid = PyMem_Calloc(question.n_payments + 1, sizeof *paid);
    prap_threshold *amounts = PyMem_Calloc(question.n_national + 1, sizeof *amounts);
    PyObject *result = NULL;
    if (paid == NULL || amounts == NULL) {
        PyErr_NoMemory();
    } else if (read_payments(payments, paid) == 0 && read_amounts(national, amounts) == 0) {
        question.payments = paid;
        question.national = amounts;
        result = ask_earnings(&question);
    }
    PyMem_Free(paid);
    PyMem_Free(amounts);
    return result;
}

static PyObject *feed_effect(PyObject *module, PyObject *args) {
    int programme = 0, trigger = 0;
    uint32_t rule;
    (void)module;
    if (!PyArg_ParseTuple(args, "ii", &programme, &trigger)) return NULL;
    const uint32_t effect = prap_feed_effect((uint32_t)programme, (uint32_t)trigger, &rule);
    return Py_BuildValue("(Is)", (unsigned)effect, pyprap_rule_id(rule));
}

PyMethodDef pyprap_earnings_functions[] = {
    {"code_at", code_at, METH_VARARGS, "code_at(programme or 0, i) -> (programme, code, ...) or None"},
    {"code_choice", code_choice, METH_VARARGS, "code_choice(programme, code, feed) -> (verdict, ..., [consequence])"},
    {"threshold_at", threshold_at, METH_VARARGS, "threshold_at(programme, i) -> (threshold, ...) or None"},
    {"earnings", earnings, METH_VARARGS,
     "earnings(programme, as_of, ((day, pence), ...), ((day, pence), ...)) -> ((earned, ...), [standing])"},
    {"feed_effect", feed_effect, METH_VARARGS, "feed_effect(programme, trigger) -> (effect or 0, rule)"},
    {NULL, NULL, 0, NULL},
};
