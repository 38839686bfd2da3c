/* rulebook.c: policy settings, and rulebooks as capsules that destroy them. Each capsule keeps its
   calendar's: an overlay must outlive the rulebooks that count with it, and an engine keeps only the capsule.
 */
#include "extension.h"

#define CAPSULE      "prap.rulebook"

const prap_rulebook *pyprap_rulebook(PyObject *object) {
    if (PyCapsule_IsValid(object, CAPSULE)) return PyCapsule_GetPointer(object, CAPSULE);
    PyErr_SetString(PyExc_TypeError, "a rulebook is needed");
    return NULL;
}

static void destroy(PyObject *capsule) {
    PyObject *calendar = PyCapsule_GetContext(capsule);
    prap_rulebook_destroy(PyCapsule_GetPointer(capsule, CAPSULE));
    Py_XDECREF(calendar);
}

static PyObject *setting(PyObject *module, PyObject *args) {
    const char *name = NULL, *value = NULL;
    Py_ssize_t name_bytes = 0, value_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#y#", &name, &name_bytes, &value, &value_bytes)) return NULL;
    prap_setting parsed = {0, 0};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_setting_parse((prap_text){name, (size_t)name_bytes},
                                                  (prap_text){value, (size_t)value_bytes}, &parsed, &error);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    return Py_BuildValue("(Ii)", (unsigned)parsed.policy, (int)parsed.value);
}

Py_ssize_t pyprap_read_settings(PyObject *tuple, prap_setting *ret_settings) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n > PYPRAP_SETTINGS_MAX) {
        pyprap_raise_with(PRAP_E_LIMIT, "settings", "there are more settings than policies");
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        int policy = 0, value = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (!PyTuple_Check(item)) {
            PyErr_SetString(PyExc_TypeError, "a setting is a tuple of a policy and a value");
            return -1;
        }
        if (!PyArg_ParseTuple(item, "ii", &policy, &value)) return -1;
        ret_settings[i] = (prap_setting){(uint32_t)policy, value};
    }
    return n;
}

static PyObject *create(PyObject *module, PyObject *args) {
    int programme = 0;
    PyObject *calendar_object = NULL, *settings_tuple = NULL, *supplement_tuple = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "iOO!|O!", &programme, &calendar_object, &PyTuple_Type, &settings_tuple, &PyTuple_Type,
                          &supplement_tuple))
        return NULL;
    const prap_calendar *calendar = pyprap_calendar(calendar_object);
    if (calendar == NULL) return NULL;
    prap_setting settings[PYPRAP_SETTINGS_MAX];
    const Py_ssize_t n = pyprap_read_settings(settings_tuple, settings);
    struct pyprap_supplement supplement;
    if (n < 0 || (supplement_tuple != NULL && !pyprap_supplement(supplement_tuple, &supplement))) return NULL;
    prap_rulebook *rulebook = NULL;
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_rulebook_create_supplemented(&pyprap_allocator, (uint32_t)programme, calendar, settings, (size_t)n,
                                          supplement_tuple == NULL ? NULL : &supplement.given, &rulebook, &error);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    PyObject *capsule = PyCapsule_New(rulebook, CAPSULE, destroy);
    if (capsule == NULL) {
        prap_rulebook_destroy(rulebook);
        return NULL;
    }
    Py_INCREF(calendar_object);
    if (PyCapsule_SetContext(capsule, calendar_object) != 0) { /* only of another thing than a capsule */
        Py_DECREF(calendar_object);
        Py_DECREF(capsule);
        return NULL;
    }
    return capsule;
}

static PyObject *hash(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    const prap_rulebook *rulebook = pyprap_rulebook(object);
    return rulebook == NULL ? NULL : PyLong_FromUnsignedLong(prap_rulebook_hash(rulebook));
}

static PyObject *value(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int policy = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oi", &object, &policy)) return NULL;
    const prap_rulebook *rulebook = pyprap_rulebook(object);
    return rulebook == NULL ? NULL : PyLong_FromLong(prap_rulebook_setting(rulebook, (uint32_t)policy));
}

PyMethodDef pyprap_rulebook_functions[] = {
    {"setting", setting, METH_VARARGS, "setting(name, value) -> (policy, value), from words"},
    {"rulebook", create, METH_VARARGS, "rulebook(programme, calendar, ((policy, value), ...), supplement) -> rulebook"},
    {"rulebook_hash", hash, METH_VARARGS, "rulebook_hash(rulebook) -> CRC-32C"},
    {"rulebook_setting", value, METH_VARARGS, "rulebook_setting(rulebook, policy) -> value"},
    {NULL, NULL, 0, NULL},
};
