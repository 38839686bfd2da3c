/* due-list.c: due days as an iCalendar or CSV, piece by piece; ../prap/due_list.py puts the pieces together. */
#include "extension.h"

static PyObject *piece_of(prap_status status, const char *room, size_t n) {
    if (status == PRAP_NONE) Py_RETURN_NONE;
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    return PyBytes_FromStringAndSize(room, (Py_ssize_t)n);
}

static PyObject *due_list_begin(PyObject *module, PyObject *args) {
    char room[PRAP_DUE_PIECE_BYTES];
    unsigned format = 0;
    size_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "I", &format)) return NULL;
    const prap_status status = prap_due_list_begin(format, room, sizeof room, &n);
    return piece_of(status, room, n);
}

/* The order of members is that of ../prap/due_list.py. */
static PyObject *due_list_row(PyObject *module, PyObject *args) {
    char room[PRAP_DUE_PIECE_BYTES];
    PyObject *calendar = NULL;
    const char *tenant = NULL, *case_id = NULL, *name = NULL, *source = NULL, *rule = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0, rule_bytes = 0;
    unsigned format = 0, stage = 0, deadline = 0, state = 0, defined_by = 0;
    int sensitive = 0, as_of = 0, anchor = 0, due = 0, prudent = 0, last = 0;
    size_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "IpOiy#y#IIssIs#Iiiii", &format, &sensitive, &calendar, &as_of, &tenant, &tenant_bytes,
                          &case_id, &case_bytes, &stage, &deadline, &name, &source, &state, &rule, &rule_bytes, &defined_by,
                          &anchor, &due, &prudent, &last)) {
        return NULL;
    }
    const prap_rule *found = prap_rule_find(rule, (size_t)rule_bytes);
    const prap_deadline clock = {.size = sizeof clock, .deadline = deadline, .status = state,
                                 .rule = found == NULL ? 0 : found->number, .anchor = anchor, .due = due, .prudent = prudent,
                                 .last_working_day = last, .defined_by = defined_by, .name = name, .source = source};
    const prap_due_row row = {.size = sizeof row, .show_sensitive = (uint32_t)sensitive, .stage = stage, .as_of = as_of,
                              .deadline = &clock, .calendar = pyprap_calendar(calendar),
                              .key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}}};
    if (row.calendar == NULL) return NULL;
    const prap_status status = prap_due_list_row(format, &row, room, sizeof room, &n);
    return piece_of(status, room, n);
}

static PyObject *due_list_end(PyObject *module, PyObject *args) {
    char room[PRAP_DUE_PIECE_BYTES];
    unsigned format = 0;
    unsigned long long rows = 0;
    size_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "IK", &format, &rows)) return NULL;
    const prap_status status = prap_due_list_end(format, rows, room, sizeof room, &n);
    return piece_of(status, room, n);
}

PyMethodDef pyprap_due_list_functions[] = {
    {"due_list_begin", due_list_begin, METH_VARARGS, "due_list_begin(format) -> bytes"},
    {"due_list_row", due_list_row, METH_VARARGS, "due_list_row(format, sensitive, calendar, as_of, tenant, case, …) -> bytes or None"},
    {"due_list_end", due_list_end, METH_VARARGS, "due_list_end(format, rows) -> bytes"},
    {NULL, NULL, 0, NULL},
};
