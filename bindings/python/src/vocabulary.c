/* vocabulary.c: words, policies and statuses, as the loaded library has them. */
#include "extension.h"

PyObject *pyprap_list(pyprap_builder build, uint32_t kind, uint32_t count) {
    PyObject *list = PyList_New(0);
    if (list == NULL) return NULL;
    for (uint32_t i = 0; i < count; i++) {
        PyObject *item = build(kind, i);
        if (item == NULL || PyList_Append(list, item) != 0) {
            Py_XDECREF(item);
            Py_DECREF(list);
            return NULL;
        }
        Py_DECREF(item);
    }
    return list;
}

static PyObject *build_word(uint32_t kind, uint32_t i) {
    const prap_word *word = prap_word_at(kind, i);
    return Py_BuildValue("(IsssII)", (unsigned)word->number, word->name, word->meaning,
                         pyprap_rule_id(word->rule), (unsigned)word->detail, (unsigned)word->absent);
}

static PyObject *words(PyObject *module, PyObject *args) {
    int kind = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &kind)) return NULL;
    return pyprap_list(build_word, (uint32_t)kind, prap_word_count((uint32_t)kind));
}

static PyObject *build_choice(uint32_t policy, uint32_t i) {
    return PyLong_FromLong(prap_policy_choice_at(policy, i));
}

static uint32_t choice_count(uint32_t policy) {
    uint32_t count = 0;
    while (prap_policy_choice_at(policy, count) != 0)
        count++;
    return count;
}

static PyObject *policy(PyObject *module, PyObject *args) {
    int number = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &number)) return NULL;
    const prap_policy *found = prap_policy_by_number((uint32_t)number);
    if (found == NULL) Py_RETURN_NONE;
    PyObject *choices = pyprap_list(build_choice, found->number, choice_count(found->number));
    if (choices == NULL) return NULL;
    return Py_BuildValue("(iiiNss)", (int)found->default_value, (int)found->lowest, (int)found->highest,
                         choices, found->catalogue_name, found->serves);
}

static PyObject *status(PyObject *module, PyObject *args) {
    int number = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &number)) return NULL;
    return Py_BuildValue("(ssi)", prap_status_name(number), prap_status_meaning(number),
                         (int)prap_status_class(number));
}

static PyObject *deadline_computation(PyObject *module, PyObject *args) {
    int number = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &number)) return NULL;
    return Py_BuildValue("s", prap_deadline_computation((uint32_t)number));
}

static PyObject *library(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    return Py_BuildValue("(sI)", prap_library_version(), (unsigned)prap_library_rules_hash());
}

PyMethodDef pyprap_vocabulary_functions[] = {
    {"words", words, METH_VARARGS, "words(kind) -> [(number, name, meaning, rule id, detail, absent)]"},
    {"policy", policy, METH_VARARGS,
     "policy(number) -> (default, lowest, highest, choices, catalogue name, serves) or None"},
    {"status", status, METH_VARARGS, "status(number) -> (name, meaning, class); None, None for no status"},
    {"deadline_computation", deadline_computation, METH_VARARGS,
     "deadline_computation(number) -> 'D-01' or None"},
    {"library", library, METH_NOARGS, "library() -> (version, hash of every word and rule)"},
    {NULL, NULL, 0, NULL},
};
