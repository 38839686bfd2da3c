/* extract.c: data items and records of them: numbers and bytes in, numbers out. No value leaves again. */
#include "extension.h"

/* (item, bytes) of each: Python's memory, whose texts are those of the tuple; NULL with an exception set. */
static prap_data_value *values_in(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    prap_data_value *values = n < 0 ? NULL : PyMem_Calloc((size_t)n + 1, sizeof *values);
    if (values == NULL && n >= 0) PyErr_NoMemory();
    for (Py_ssize_t i = 0; values != NULL && i < n; i++) {
        Py_ssize_t bytes = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (pyprap_is_tuple(item, "each of values") &&
            PyArg_ParseTuple(item, "Iy#", &values[i].item, &values[i].text.bytes, &bytes)) {
            values[i].text.n = (size_t)bytes;
            continue;
        }
        PyMem_Free(values);
        values = NULL;
    }
    *ret_n = (size_t)n;
    return values;
}

static bool known_in(PyObject *tuple, prap_data_record *record) {
    record->size = sizeof *record;
    return PyArg_ParseTuple(tuple, "IIIIIi", &record->programme, &record->channel, &record->mappa,
                            &record->scr, &record->partial, &record->on) != 0;
}

static int place(uint32_t at) {
    return at == PRAP_DATA_NO_VALUE ? -1 : (int)at;
}

static prap_status append(PyObject *list, PyObject *item) {
    const int kept = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static prap_status hear(void *user, const prap_data_finding *finding) {
    return append(user,
                  Py_BuildValue("(IsIIiis)", (unsigned)finding->finding, pyprap_rule_id(finding->rule),
                                (unsigned)finding->severity, (unsigned)finding->item, place(finding->at),
                                place(finding->other), prap_data_finding_cure(finding->finding)));
}

static prap_status hear_difference(void *user, const prap_data_difference *one) {
    return append(user, Py_BuildValue("(IIIssIIii)", (unsigned)one->change, (unsigned)one->item,
                                      (unsigned)one->told_as, pyprap_rule_id(one->rule),
                                      pyprap_rule_id(one->whp07), (unsigned)one->care,
                                      (unsigned)one->occurrence, place(one->before), place(one->after)));
}

/* The error, unless Python has one of its own; the list is not wanted any more. */
static PyObject *failed(prap_status status, const prap_error *error, PyObject *list) {
    Py_DECREF(list);
    return PyErr_Occurred() == NULL ? pyprap_raise(status, error) : NULL;
}

static PyObject *data_check(PyObject *module, PyObject *args) {
    PyObject *known = NULL, *tuple = NULL, *findings;
    prap_data_record record = {0};
    prap_data_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    (void)module;
    if (!PyArg_ParseTuple(args, "O!O!", &PyTuple_Type, &known, &PyTuple_Type, &tuple) ||
        !known_in(known, &record))
        return NULL;
    prap_data_value *values = values_in(tuple, &record.n);
    record.values = values;
    findings = values == NULL ? NULL : PyList_New(0);
    const prap_status status =
        findings == NULL ? PRAP_FAIL : prap_data_check(&record, hear, findings, &found, &error);
    PyMem_Free(values);
    if (findings == NULL) return NULL;
    if (status != PRAP_OK) return failed(status, &error, findings);
    return Py_BuildValue("((IIIIIII)N)", (unsigned)found.verdict, (unsigned)found.channel,
                         (unsigned)found.items, (unsigned)found.unknown, (unsigned)found.health,
                         (unsigned)found.criminal, (unsigned)found.may_tell, findings);
}

static PyObject *comparison_out(const prap_data_comparison *found, PyObject *differences) {
    return Py_BuildValue("((IIIII)N)", (unsigned)found->appeared, (unsigned)found->gone,
                         (unsigned)found->changed, (unsigned)found->same, (unsigned)found->told_as,
                         differences);
}

static PyObject *data_compare(PyObject *module, PyObject *args) {
    PyObject *before_tuple = NULL, *after_tuple = NULL, *differences = NULL;
    prap_data_record before = {.size = sizeof before, .on = PRAP_DAY_NONE}, after = before;
    prap_data_comparison found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    prap_status status = PRAP_FAIL;
    (void)module;
    if (!PyArg_ParseTuple(args, "IO!O!", &after.programme, &PyTuple_Type, &before_tuple, &PyTuple_Type,
                          &after_tuple))
        return NULL;
    prap_data_value *old = values_in(before_tuple, &before.n);
    prap_data_value *new = old == NULL ? NULL : values_in(after_tuple, &after.n);
    before.values = old;
    after.values = new;
    if (new != NULL) differences = PyList_New(0);
    if (differences != NULL)
        status = prap_data_compare(&before, &after, hear_difference, differences, &found, &error);
    PyMem_Free(old);
    PyMem_Free(new);
    if (differences == NULL) return NULL;
    return status == PRAP_OK ? comparison_out(&found, differences) : failed(status, &error, differences);
}

static PyObject *marks_out(const prap_data_mark *marks, size_t n) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *mark = Py_BuildValue("(IIy#)", (unsigned)marks[i].item, (unsigned)marks[i].occurrence,
                                       (const char *)marks[i].mark, (Py_ssize_t)sizeof marks[i].mark);
        if (append(list, mark) == PRAP_OK) continue;
        Py_DECREF(list);
        list = NULL;
    }
    return list;
}

static PyObject *data_marks(PyObject *module, PyObject *args) {
    PyObject *tuple = NULL, *result = NULL;
    const char *key = NULL;
    Py_ssize_t key_bytes = 0;
    prap_data_record record = {.size = sizeof record, .on = PRAP_DAY_NONE};
    prap_error error = {.size = sizeof error};
    size_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#O!", &key, &key_bytes, &PyTuple_Type, &tuple)) return NULL;
    if (key_bytes != PRAP_DATA_KEY_BYTES) return pyprap_raise_with(PRAP_E_RANGE, "key", "a key has 16 bytes");
    prap_data_value *values = values_in(tuple, &record.n);
    prap_data_mark *marks = values == NULL ? NULL : PyMem_Calloc(record.n + 1, sizeof *marks);
    if (marks == NULL && values != NULL) PyErr_NoMemory();
    record.values = values;
    if (marks != NULL) {
        const prap_status status =
            prap_data_mark_record((const uint8_t *)key, &record, marks, record.n, &n, &error);
        result = status == PRAP_OK ? marks_out(marks, n) : pyprap_raise(status, &error);
    }
    PyMem_Free(marks);
    PyMem_Free(values);
    return result;
}

/* (item, occurrence, bytes) of each; NULL with an exception set. */
static prap_data_mark *marks_in(PyObject *tuple, const char *field, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    prap_data_mark *marks = n < 0 ? NULL : PyMem_Calloc((size_t)n + 1, sizeof *marks);
    if (marks == NULL && n >= 0) PyErr_NoMemory();
    for (Py_ssize_t i = 0; marks != NULL && i < n; i++) {
        const char *bytes = NULL;
        Py_ssize_t n_bytes = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        bool good = pyprap_is_tuple(item, "each of marks") &&
                    PyArg_ParseTuple(item, "IIy#", &marks[i].item, &marks[i].occurrence, &bytes, &n_bytes);
        if (good && n_bytes != (Py_ssize_t)sizeof marks[i].mark) {
            pyprap_raise_with(PRAP_E_RANGE, field, "a mark has 16 bytes");
            good = false;
        }
        for (size_t at = 0; good && at < sizeof marks[i].mark; at++)
            marks[i].mark[at] = (uint8_t)bytes[at];
        if (good) continue;
        PyMem_Free(marks);
        marks = NULL;
    }
    *ret_n = (size_t)n;
    return marks;
}

static PyObject *data_compare_marks(PyObject *module, PyObject *args) {
    PyObject *before = NULL, *after = NULL, *differences = NULL;
    unsigned programme = 0;
    size_t n_before = 0, n_after = 0;
    prap_data_comparison found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    prap_status status = PRAP_FAIL;
    (void)module;
    if (!PyArg_ParseTuple(args, "IO!O!", &programme, &PyTuple_Type, &before, &PyTuple_Type, &after))
        return NULL;
    prap_data_mark *old = marks_in(before, "before", &n_before);
    prap_data_mark *new = old == NULL ? NULL : marks_in(after, "after", &n_after);
    if (new != NULL) differences = PyList_New(0);
    if (differences != NULL)
        status = prap_data_compare_marks(old, n_before, new, n_after, programme, hear_difference, differences,
                                         &found, &error);
    PyMem_Free(old);
    PyMem_Free(new);
    if (differences == NULL) return NULL;
    return status == PRAP_OK ? comparison_out(&found, differences) : failed(status, &error, differences);
}

static PyObject *rule_at(uint32_t item, uint32_t i) {
    return PyUnicode_FromString(pyprap_rule_id(prap_data_item_by_number(item)->rules[i]));
}

static PyObject *heading_at(uint32_t item, uint32_t i) {
    return PyUnicode_FromString(prap_data_item_heading_at(item, i));
}

static PyObject *data_item(PyObject *module, PyObject *args) {
    unsigned number = 0;
    uint32_t rules = 0, headings = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "I", &number)) return NULL;
    const prap_data_item *item = prap_data_item_by_number(number);
    if (item == NULL) return pyprap_raise(PRAP_E_WORD, NULL);
    while (rules < 3 && item->rules[rules] != 0)
        rules++;
    while (prap_data_item_heading_at(number, headings) != NULL)
        headings++;
    return Py_BuildValue("(IIIIIIIIIINsN)", (unsigned)item->type, (unsigned)item->need, (unsigned)item->about,
                         (unsigned)item->roles, (unsigned)item->sources, (unsigned)item->programmes,
                         (unsigned)item->care, (unsigned)item->part_of, (unsigned)item->change,
                         (unsigned)item->repeats, pyprap_list(rule_at, number, rules), item->care_why,
                         pyprap_list(heading_at, number, headings));
}

static PyObject *data_item_find(PyObject *module, PyObject *args) {
    const char *bytes = NULL;
    Py_ssize_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &bytes, &n)) return NULL;
    return PyLong_FromUnsignedLong(prap_data_item_find(bytes, (size_t)n));
}

PyMethodDef pyprap_extract_functions[] = {
    {"data_check", data_check, METH_VARARGS,
     "data_check(known, values) -> ((verdict, channel, ...), [finding])"},
    {"data_compare", data_compare, METH_VARARGS,
     "data_compare(programme, before, after) -> ((appeared, ...), [difference])"},
    {"data_marks", data_marks, METH_VARARGS, "data_marks(key, values) -> [(item, occurrence, mark)]"},
    {"data_compare_marks", data_compare_marks, METH_VARARGS,
     "data_compare_marks(programme, before, after) -> ((appeared, ...), [difference])"},
    {"data_item", data_item, METH_VARARGS, "data_item(number) -> (type, need, ...)"},
    {"data_item_find", data_item_find, METH_VARARGS, "data_item_find(heading) -> number or 0"},
    {NULL, NULL, 0, NULL},
};
