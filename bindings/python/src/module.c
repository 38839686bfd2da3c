/* module.c: the module prap._prap: what is in it, its memory, and how it raises. */
#include "extension.h"

static void *allocate(void *user, size_t bytes) {
    (void)user;
    return PyMem_Malloc(bytes);
}

static void release(void *user, void *block, size_t bytes) {
    (void)user;
    (void)bytes;
    PyMem_Free(block);
}

const prap_allocator pyprap_allocator = {
    .size = sizeof(prap_allocator), .user = NULL, .allocate = allocate, .release = release};

PyObject *pyprap_call(PyObject *object, const char *name, PyObject *arguments) {
    PyObject *key = arguments == NULL ? NULL : PyUnicode_InternFromString(name);
    PyObject *method = key == NULL ? NULL : PyObject_GetAttr(object, key);
    PyObject *result = method == NULL ? NULL : PyObject_CallObject(method, arguments);
    Py_XDECREF(method);
    Py_XDECREF(key);
    Py_XDECREF(arguments);
    return result;
}

bool pyprap_is_tuple(PyObject *object, const char *name) {
    if (object != NULL && PyTuple_Check(object)) return true;
    PyErr_Format(PyExc_TypeError, "%s must be a tuple", name);
    return false;
}

/* prap.errors decides which class a status is; the extension only hands over what the library said. */
PyObject *pyprap_raise_with(prap_status status, const char *field, const char *message) {
    PyObject *errors = PyImport_ImportModule("prap.errors");
    if (errors == NULL) return NULL;
    PyObject *error = pyprap_call(errors, "error_of", Py_BuildValue("(iss)", (int)status, field, message));
    Py_DECREF(errors);
    if (error == NULL) return NULL;
    PyErr_SetObject((PyObject *)Py_TYPE(error), error);
    Py_DECREF(error);
    return NULL;
}

PyObject *pyprap_raise(prap_status status, const prap_error *detail) {
    const char *meaning = prap_status_meaning(status);
    if (meaning == NULL) meaning = "the library returned a number that is no status";
    const int explained = detail != NULL && detail->status == status && detail->message[0] != '\0';
    return pyprap_raise_with(status, explained ? detail->field : "", explained ? detail->message : meaning);
}

PyObject *pyprap_text(prap_text text) {
    return PyUnicode_DecodeUTF8(text.n == 0 ? "" : text.bytes, (Py_ssize_t)text.n, "strict");
}

const char *pyprap_rule_id(uint32_t number) {
    const prap_rule *rule = prap_rule_by_number(number);
    return rule == NULL ? "" : rule->id;
}

static int add_type(PyObject *module, const char *name, PyType_Spec *spec) {
    PyObject *type = PyType_FromSpec(spec);
    if (type == NULL) return -1;
    if (PyModule_AddObject(module, name, type) == 0) return 0; /* it has taken the reference */
    Py_DECREF(type);
    return -1;
}

static int execute(PyObject *module) {
    PyMethodDef *const tables[] = {
        pyprap_vocabulary_functions, pyprap_catalogue_functions, pyprap_move_functions,
        pyprap_calendar_functions,   pyprap_walk_functions,      pyprap_arrays_functions,    pyprap_caseload_functions,
        pyprap_date_functions,       pyprap_days_functions,       pyprap_due_list_functions,   pyprap_rulebook_functions,  pyprap_sqlite_functions,
        pyprap_postgresql_functions,
        pyprap_person_functions,     pyprap_desk_functions,       pyprap_forms_functions,       pyprap_earnings_functions,
        pyprap_data_protection_functions,
        pyprap_call_functions,      pyprap_verifier_functions,
        pyprap_supplement_functions, pyprap_extract_functions, pyprap_retention_functions,
        pyprap_conformance_functions};
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        if (PyModule_AddFunctions(module, tables[i]) != 0) return -1;
    if (PyModule_AddIntConstant(module, "DAY_NONE", PRAP_DAY_NONE) != 0 ||
        PyModule_AddIntConstant(module, "FACTS_MAX", PRAP_FACTS_MAX) != 0 ||
        PyModule_AddIntConstant(module, "ID_BYTES", PRAP_ID_BYTES) != 0 ||
        PyModule_AddIntConstant(module, "MOVE_STAYS", PRAP_MOVE_STAYS) != 0 ||
        PyModule_AddIntConstant(module, "ALLOW_PROVISIONAL", PRAP_CALENDAR_ALLOW_PROVISIONAL) != 0 ||
        PyModule_AddIntConstant(module, "ADD_DAY", PRAP_CALENDAR_ADD_DAY) != 0 ||
        PyModule_AddIntConstant(module, "REMOVE_DAY", PRAP_CALENDAR_REMOVE_DAY) != 0 ||
        PyModule_AddIntConstant(module, "REPLACE_YEAR", PRAP_CALENDAR_REPLACE_YEAR) != 0 ||
        PyModule_AddIntConstant(module, "SET_EDITION", PRAP_CALENDAR_SET_EDITION) != 0 ||
        PyModule_AddIntConstant(module, "WALKED_WORKING_DAY", PRAP_WALKED_WORKING_DAY) != 0 ||
        PyModule_AddIntConstant(module, "WALKED_WEEKEND", PRAP_WALKED_WEEKEND) != 0 ||
        PyModule_AddIntConstant(module, "WALKED_HOLIDAY", PRAP_WALKED_HOLIDAY) != 0 ||
        PyModule_AddIntConstant(module, "STRICT_FACTS", PRAP_COMMAND_STRICT_FACTS) != 0)
        return -1;
    if (add_type(module, "Verifier", &pyprap_verifier_spec) != 0) return -1;
    return add_type(module, "Engine", &pyprap_engine_spec);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, PYPRAP_SLOT(execute)}, {0, NULL}};

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "prap._prap",
    .m_doc = "libprap as integers, bytes and tuples; use the package prap instead.",
    .m_size = 0,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit__prap(void); /* -Wmissing-prototypes: Python.h declares none */

PyMODINIT_FUNC PyInit__prap(void) {
    return PyModuleDef_Init(&definition);
}
