/* days.c: calendar days, months and years after a day, and between two; and the day of a text. */
#include "extension.h"

typedef prap_status (*adding)(prap_day from, int32_t n, prap_day *ret_day);

/* (day, n) -> day. field: what the caller calls n. */
static PyObject *add(PyObject *args, adding add_to, const char *field) {
    int from = 0, n = 0;
    if (!PyArg_ParseTuple(args, "ii", &from, &n)) return NULL;
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = add_to(from, n, &day);
    if (status != PRAP_OK)
        return pyprap_raise_with(status, status == PRAP_E_RANGE ? field : "start", prap_status_meaning(status));
    return PyLong_FromLong(day);
}

static PyObject *add_days(PyObject *module, PyObject *args) {
    (void)module;
    return add(args, prap_day_add_days, "days");
}

static PyObject *add_months(PyObject *module, PyObject *args) {
    (void)module;
    return add(args, prap_day_add_months, "months");
}

static PyObject *add_years(PyObject *module, PyObject *args) {
    (void)module;
    return add(args, prap_day_add_years, "years");
}

static PyObject *count_days(PyObject *module, PyObject *args) {
    int first = 0, last = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "ii", &first, &last)) return NULL;
    int32_t days = 0;
    const prap_status status = prap_day_count_days(first, last, &days);
    return status == PRAP_OK ? PyLong_FromLong(days) : pyprap_raise(status, NULL);
}

static PyObject *count_months(PyObject *module, PyObject *args) {
    int first = 0, last = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "ii", &first, &last)) return NULL;
    int32_t months = 0, days = 0;
    const prap_status status = prap_day_count_months(first, last, &months, &days);
    return status == PRAP_OK ? Py_BuildValue("(ii)", (int)months, (int)days) : pyprap_raise(status, NULL);
}

static PyObject *nth_weekday(PyObject *module, PyObject *args) {
    int year = 0, month = 0, weekday = 0, n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "iiii", &year, &month, &weekday, &n)) return NULL;
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_nth_weekday(year, month, weekday, n, &day);
    if (status != PRAP_OK) return pyprap_raise_with(status, "n", prap_status_meaning(status));
    return PyLong_FromLong(day);
}

static PyObject *day_parse(PyObject *module, PyObject *args) {
    const char *text = NULL;
    Py_ssize_t text_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &text, &text_bytes)) return NULL;
    prap_day day = PRAP_DAY_NONE;
    const prap_status status = prap_day_parse(text, (size_t)text_bytes, &day);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    return PyLong_FromLong(day);
}

PyMethodDef pyprap_days_functions[] = {
    {"add_days", add_days, METH_VARARGS, "(day, days) -> day"},
    {"add_months", add_months, METH_VARARGS, "(day, months) -> day"},
    {"add_years", add_years, METH_VARARGS, "(day, years) -> day"},
    {"count_days", count_days, METH_VARARGS, "(first, last) -> days"},
    {"count_months", count_months, METH_VARARGS, "(first, last) -> (months, days left over)"},
    {"nth_weekday", nth_weekday, METH_VARARGS, "(year, month, weekday, n) -> day"},
    {"day_parse", day_parse, METH_VARARGS, "day_parse(b'YYYY-MM-DD') -> day"},
    {NULL, NULL, 0, NULL},
};
