/* arrays.c: the calendar's questions asked of many days at once. Arrays cross as bytes of int32; they are copied, for
   bytes are aligned for nothing in particular. */
#include <string.h>

#include "extension.h"

struct arrays {
    size_t n;
    int32_t *first;
    int32_t *second;
    int32_t *answers;
    prap_status *each;
};

static void release(struct arrays *arrays) {
    PyMem_Free(arrays->first);
    PyMem_Free(arrays->second);
    PyMem_Free(arrays->answers);
    PyMem_Free(arrays->each);
}

/* A copy of the n numbers of a bytes object; NULL with an exception set when it has another number of them. */
static int32_t *copy_of(PyObject *bytes, size_t n) {
    char *content = NULL;
    Py_ssize_t size = 0;
    if (PyBytes_AsStringAndSize(bytes, &content, &size) != 0) return NULL;
    if ((size_t)size != n * sizeof(int32_t)) {
        PyErr_SetString(PyExc_ValueError, "the arrays must be of int32, and as many of each");
        return NULL;
    }
    int32_t *copy = PyMem_Malloc((n + 1) * sizeof *copy);
    if (copy == NULL)
        PyErr_NoMemory();
    else
        memcpy(copy, content, n * sizeof *copy);
    return copy;
}

/* Both arrays and room for as many answers; -1 with an exception set, and then nothing is left to release. */
static int read_arrays(PyObject *first, PyObject *second, struct arrays *ret_arrays) {
    *ret_arrays = (struct arrays){0};
    if (!PyBytes_Check(first) || !PyBytes_Check(second)) {
        PyErr_SetString(PyExc_TypeError, "the arrays must be bytes");
        return -1;
    }
    const size_t n = (size_t)PyBytes_Size(first) / sizeof(int32_t);
    ret_arrays->n = n;
    ret_arrays->first = copy_of(first, n);
    if (ret_arrays->first != NULL) ret_arrays->second = copy_of(second, n);
    if (ret_arrays->second != NULL) {
        ret_arrays->answers = PyMem_Calloc(n + 1, sizeof(int32_t));
        ret_arrays->each = PyMem_Calloc(n + 1, sizeof(prap_status));
        if (ret_arrays->answers != NULL && ret_arrays->each != NULL) return 0;
        PyErr_NoMemory();
    }
    release(ret_arrays);
    return -1;
}

typedef prap_status (*question)(const prap_calendar *calendar, const int32_t *first, const int32_t *second, size_t n,
                                uint32_t flags, int32_t *ret_answers, uint32_t *ret_qualities, prap_status *ret_each);

/* (calendar, first, second, flags) -> (answers, -1, 0), or (answers, the first without one, its status). */
static PyObject *ask(PyObject *args, question put) {
    PyObject *object = NULL, *first = NULL, *second = NULL;
    int flags = 0;
    if (!PyArg_ParseTuple(args, "OOOi", &object, &first, &second, &flags)) return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    struct arrays arrays;
    if (calendar == NULL || read_arrays(first, second, &arrays) != 0) return NULL;
    const prap_status status = put(calendar, arrays.first, arrays.second, arrays.n, (uint32_t)flags, arrays.answers,
                                   NULL, arrays.each);
    size_t bad = 0;
    while (bad < arrays.n && arrays.each[bad] == PRAP_OK)
        bad++;
    PyObject *result = NULL;
    if (status != PRAP_OK && bad == arrays.n)
        pyprap_raise(status, NULL); /* none of an element: unknown flags */
    else
        result = Py_BuildValue("(y#ni)", (const char *)arrays.answers, (Py_ssize_t)(arrays.n * sizeof(int32_t)),
                               bad < arrays.n ? (Py_ssize_t)bad : (Py_ssize_t)-1, (int)status);
    release(&arrays);
    return result;
}

static prap_status put_are(const prap_calendar *calendar, const int32_t *days, const int32_t *unused, size_t n,
                           uint32_t flags, int32_t *ret_are, uint32_t *ret_qualities, prap_status *ret_each) {
    (void)unused;
    return prap_calendar_are_working_days(calendar, days, n, flags, ret_are, ret_qualities, ret_each);
}

static PyObject *are_working_days(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, put_are);
}

static PyObject *add_working_days_each(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, prap_calendar_add_working_days_each);
}

static PyObject *count_working_days_each(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, prap_calendar_count_working_days_each);
}

static PyObject *list_of(const prap_moved_day *moved, size_t n) {
    PyObject *list = PyList_New((Py_ssize_t)n);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *row =
            Py_BuildValue("(nii)", (Py_ssize_t)moved[i].i, (int)moved[i].before, (int)moved[i].after);
        if (row != NULL && PyList_SetItem(list, (Py_ssize_t)i, row) == 0) continue;
        Py_DECREF(list);
        list = NULL;
    }
    return list;
}

static PyObject *moved_days(PyObject *module, PyObject *args) {
    PyObject *before_object = NULL, *after_object = NULL, *first = NULL, *second = NULL;
    int flags = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OOOOi", &before_object, &after_object, &first, &second, &flags)) return NULL;
    const prap_calendar *before = pyprap_calendar(before_object);
    const prap_calendar *after = before == NULL ? NULL : pyprap_calendar(after_object);
    struct arrays arrays;
    if (after == NULL || read_arrays(first, second, &arrays) != 0) return NULL;
    prap_moved_day *moved = PyMem_Calloc(arrays.n + 1, sizeof *moved);
    PyObject *list = NULL;
    if (moved == NULL) {
        PyErr_NoMemory();
    } else {
        size_t n = 0;
        const prap_status status = prap_calendar_moved_days(before, after, arrays.first, arrays.second, arrays.n,
                                                            (uint32_t)flags, moved, arrays.n, &n);
        list = status == PRAP_OK ? list_of(moved, n) : pyprap_raise(status, NULL);
    }
    PyMem_Free(moved);
    release(&arrays);
    return list;
}

/* What of them is due, as bytes of uint64. */
static PyObject *indices_of(const size_t *found, size_t n) {
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)(n * sizeof(uint64_t)));
    char *at = bytes == NULL ? NULL : PyBytes_AsString(bytes);
    for (size_t i = 0; at != NULL && i < n; i++) {
        const uint64_t index = found[i];
        memcpy(at + i * sizeof index, &index, sizeof index);
    }
    return bytes;
}

static PyObject *due_scan(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int due_by = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oi", &object, &due_by)) return NULL;
    struct arrays arrays;
    if (read_arrays(object, object, &arrays) != 0) return NULL;
    size_t *found = PyMem_Calloc(arrays.n + 1, sizeof *found);
    PyObject *bytes = NULL;
    if (found == NULL) {
        PyErr_NoMemory();
    } else {
        size_t n = 0;
        const prap_status status = prap_due_scan(arrays.first, arrays.n, due_by, found, arrays.n, &n);
        bytes = status == PRAP_OK ? indices_of(found, n) : pyprap_raise(status, NULL);
    }
    PyMem_Free(found);
    release(&arrays);
    return bytes;
}

PyMethodDef pyprap_arrays_functions[] = {
    {"are_working_days", are_working_days, METH_VARARGS,
     "(calendar, days, days, flags) -> (0 or 1 of each, the first without an answer or -1, its status)"},
    {"add_working_days_each", add_working_days_each, METH_VARARGS,
     "(calendar, days, ns, flags) -> (days, the first without an answer or -1, its status)"},
    {"count_working_days_each", count_working_days_each, METH_VARARGS,
     "(calendar, firsts, lasts, flags) -> (ns, the first without an answer or -1, its status)"},
    {"due_scan", due_scan, METH_VARARGS, "(next due days, day) -> which of them are due, as bytes of uint64"},
    {"moved_days", moved_days, METH_VARARGS, "(calendar, calendar, days, ns, flags) -> [(i, before, after), ...]"},
    {NULL, NULL, 0, NULL},
};
