/* data-protection.c: the two questions of chapter 15. The order of members is that of ../prap/data_protection.py. */
#include "engine.h"

static PyObject *fact_at(const void *items, size_t i) {
    const prap_fact *fact = (const prap_fact *)items + i;
    return Py_BuildValue("(IIL)", (unsigned)fact->fact, (unsigned)fact->kind, (long long)fact->value);
}

static PyObject *number_at(const void *items, size_t i) {
    return PyLong_FromUnsignedLong(((const uint32_t *)items)[i]);
}

static PyObject *rule_at(const void *items, size_t i) {
    return PyUnicode_FromString(pyprap_rule_id(((const uint32_t *)items)[i]));
}

static PyObject *list_of(const void *items, size_t n, PyObject *(*item_at)(const void *items, size_t i)) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = item_at(items, i);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *erasure_out(const prap_erasure *erasure) {
    const size_t n_rules = erasure->rules[1] != 0 ? 2 : 1;
    return Py_BuildValue("(IsNNNIIIiiiii)", (unsigned)erasure->outcome, erasure->row,
                         list_of(erasure->rules, n_rules, rule_at), list_of(erasure->missing, erasure->n_missing, number_at),
                         list_of(erasure->facts, erasure->n_facts, fact_at), (unsigned)erasure->letter,
                         (unsigned)erasure->keeps_evidence, (unsigned)erasure->policy, (int)erasure->policy_value,
                         (int)erasure->due, (int)erasure->prudent, (int)erasure->last_working_day, (int)erasure->chase);
}

static PyObject *erasure_decision(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *settings_tuple = NULL, *facts_tuple = NULL;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_setting settings[PYPRAP_SETTINGS_MAX];
    prap_erasure_question question = {.size = sizeof question, .facts = facts};
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!iO!", &object, &PyTuple_Type, &settings_tuple, &question.received_on, &PyTuple_Type,
                          &facts_tuple))
        return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    const Py_ssize_t n_settings = calendar == NULL ? -1 : pyprap_read_settings(settings_tuple, settings);
    const Py_ssize_t n_facts = n_settings < 0 ? -1 : pyprap_read_facts(facts_tuple, facts);
    if (n_facts < 0) return NULL;
    question.n_facts = (size_t)n_facts;
    prap_erasure erasure = {.size = sizeof erasure};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_erasure_decide(calendar, settings, (size_t)n_settings, &question, &erasure, &error);
    return status == PRAP_OK ? erasure_out(&erasure) : pyprap_raise(status, &error);
}

PyObject *pyprap_erasure(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    int received_on = PRAP_DAY_NONE;
    PyObject *asked = NULL;
    if (!PyArg_ParseTuple(args, "O!i", &PyTuple_Type, &asked, &received_on)) return NULL;
    if (pyprap_read_question(asked, facts, &question) != 0) return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    prap_erasure erasure = {.size = sizeof erasure};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_erasure(self->engine, &question, received_on, self->answer, &erasure, &error);
    return pyprap_end(self, status, &error, status == PRAP_OK ? erasure_out(&erasure) : NULL);
}

static PyObject *ask_message(const prap_rulebook *rulebook, const prap_message *message) {
    prap_answer *answer = NULL;
    prap_error error = {.size = sizeof error};
    prap_status status = prap_answer_create(&pyprap_allocator, &answer);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    status = prap_may_send(rulebook, message, answer, &error);
    PyObject *result = status != PRAP_OK ? pyprap_raise(status, &error)
                                         : Py_BuildValue("(INN)", (unsigned)prap_answer_summary(answer)->verdict,
                                                         pyprap_reasons(answer), pyprap_answer_settings(answer));
    prap_answer_destroy(answer);
    return result;
}

static PyObject *may_send(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *facts_tuple = NULL;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_message message = {.size = sizeof message, .facts = facts};
    (void)module;
    if (!PyArg_ParseTuple(args, "OIiO!", &object, &message.stage, &message.on, &PyTuple_Type, &facts_tuple)) return NULL;
    const prap_rulebook *rulebook = pyprap_rulebook(object);
    const Py_ssize_t n = rulebook == NULL ? -1 : pyprap_read_facts(facts_tuple, facts);
    message.n_facts = n < 0 ? 0 : (size_t)n;
    return n < 0 ? NULL : ask_message(rulebook, &message);
}

PyMethodDef pyprap_data_protection_functions[] = {
    {"erasure_decision", erasure_decision, METH_VARARGS,
     "erasure_decision(calendar, settings, received_on, facts) -> (outcome, row, ...)"},
    {"may_send", may_send, METH_VARARGS, "may_send(rulebook, stage, on, facts) -> (verdict, [reason], [setting])"},
    {NULL, NULL, 0, NULL},
};
