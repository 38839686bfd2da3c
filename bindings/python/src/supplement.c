/* supplement.c: a host's supplement on its way into a rulebook, and read back. The order of members is that of
   ../prap/supplement.py. */
#include "extension.h"

static bool too_many(const char *field) {
    pyprap_raise_with(PRAP_E_LIMIT, field, prap_status_meaning(PRAP_E_LIMIT));
    return false;
}

/* The i-th member, which is to be a tuple; NULL with an exception set when it is not. */
static PyObject *tuple_at(PyObject *list, Py_ssize_t i) {
    PyObject *item = PyTuple_GetItem(list, i);
    if (item != NULL && PyTuple_Check(item)) return item;
    PyErr_SetString(PyExc_TypeError, "a member of a supplement is a tuple");
    return NULL;
}

static bool read_suspensions(PyObject *list, struct pyprap_supplement *room) {
    const Py_ssize_t n = PyTuple_Size(list);
    if (n > PRAP_SUSPENSIONS_MAX) return too_many("suspensions");
    for (Py_ssize_t i = 0; i < n; i++) {
        int from = 0, until = 0;
        PyObject *item = tuple_at(list, i);
        if (item == NULL || !PyArg_ParseTuple(item, "ii", &from, &until)) return false;
        room->suspensions[i] = (prap_suspension){from, until};
    }
    room->given.n_suspensions = (uint32_t)n;
    return true;
}

static bool read_thresholds(PyObject *list, struct pyprap_supplement *room) {
    const Py_ssize_t n = PyTuple_Size(list);
    if (n > PRAP_THRESHOLDS_MAX) return too_many("thresholds");
    for (Py_ssize_t i = 0; i < n; i++) {
        int from = 0;
        long long pence = 0;
        PyObject *item = tuple_at(list, i);
        if (item == NULL || !PyArg_ParseTuple(item, "iL", &from, &pence)) return false;
        room->thresholds[i] = (prap_threshold){from, 0, pence};
    }
    room->given.n_thresholds = (uint32_t)n;
    return true;
}

static bool read_definition(PyObject *tuple, prap_deadline_definition *ret) {
    unsigned programme = 0, fills = 0, anchor = 0, unit = 0, include_day = 0, done[PRAP_DONE_BY_MAX] = {0};
    int n = 0, from = 0, until = 0;
    const char *name = NULL, *source = NULL;
    Py_ssize_t name_bytes = 0, source_bytes = 0;
    if (!PyArg_ParseTuple(tuple, "y#y#IIIiII(III)ii", &name, &name_bytes, &source, &source_bytes, &programme, &fills,
                          &anchor, &n, &unit, &include_day, &done[0], &done[1], &done[2], &from, &until)) {
        return false;
    }
    *ret = (prap_deadline_definition){
        .size = sizeof *ret,
        .programme = programme,
        .fills = fills,
        .anchor = anchor,
        .n = n,
        .unit = unit,
        .include_day = include_day,
        .done_by = {done[0], done[1], done[2]},
        .valid_from = from,
        .valid_until = until,
        .name = {name, (size_t)name_bytes},
        .source = {source, (size_t)source_bytes},
    };
    return true;
}

static bool read_definitions(PyObject *list, struct pyprap_supplement *room) {
    const Py_ssize_t n = PyTuple_Size(list);
    if (n > PRAP_DEFINITIONS_MAX) return too_many("deadlines");
    for (Py_ssize_t i = 0; i < n; i++) {
        PyObject *item = tuple_at(list, i);
        if (item == NULL || !read_definition(item, &room->deadlines[i])) return false;
    }
    room->given.n_deadlines = (uint32_t)n;
    return true;
}

bool pyprap_supplement(PyObject *tuple, struct pyprap_supplement *room) {
    PyObject *suspensions = NULL, *thresholds = NULL, *definitions = NULL;
    room->given = (prap_supplement){.size = sizeof room->given,
                                    .suspensions = room->suspensions,
                                    .thresholds = room->thresholds,
                                    .deadlines = room->deadlines};
    if (!PyArg_ParseTuple(tuple, "O!O!O!", &PyTuple_Type, &suspensions, &PyTuple_Type, &thresholds, &PyTuple_Type,
                          &definitions)) {
        return false;
    }
    return read_suspensions(suspensions, room) && read_thresholds(thresholds, room) &&
           read_definitions(definitions, room);
}

/* Appends an item, which is taken over; on failure the list goes too. */
static PyObject *grown(PyObject *list, PyObject *item) {
    if (list != NULL && (item == NULL || PyList_Append(list, item) != 0)) Py_CLEAR(list);
    Py_XDECREF(item);
    return list;
}

static PyObject *suspensions_of(const prap_rulebook *rulebook) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < prap_rulebook_suspension_count(rulebook); i++) {
        const prap_suspension *one = prap_rulebook_suspension_at(rulebook, i);
        list = grown(list, Py_BuildValue("(ii)", (int)one->from, (int)one->until));
    }
    return list;
}

static PyObject *thresholds_of(const prap_rulebook *rulebook) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < prap_rulebook_threshold_count(rulebook); i++) {
        const prap_threshold *one = prap_rulebook_threshold_at(rulebook, i);
        list = grown(list, Py_BuildValue("(iL)", (int)one->from, (long long)one->pence));
    }
    return list;
}

PyObject *pyprap_definition(const prap_deadline_definition *one) {
    return Py_BuildValue("(NNIIIiII(III)ii)", pyprap_text(one->name), pyprap_text(one->source),
                         (unsigned)one->programme, (unsigned)one->fills, (unsigned)one->anchor, (int)one->n,
                         (unsigned)one->unit, (unsigned)one->include_day, (unsigned)one->done_by[0],
                         (unsigned)one->done_by[1], (unsigned)one->done_by[2], (int)one->valid_from,
                         (int)one->valid_until);
}

static PyObject *definitions_of(const prap_rulebook *rulebook) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < prap_rulebook_definition_count(rulebook); i++) {
        list = grown(list, pyprap_definition(prap_rulebook_definition_at(rulebook, i)));
    }
    return list;
}

static PyObject *supplement(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    const prap_rulebook *rulebook = pyprap_rulebook(object);
    if (rulebook == NULL) return NULL;
    return Py_BuildValue("(NNN)", suspensions_of(rulebook), thresholds_of(rulebook), definitions_of(rulebook));
}

static PyObject *presets(PyObject *module, PyObject *unused) {
    PyObject *list = PyList_New(0);
    (void)module;
    (void)unused;
    for (uint32_t i = 0; list != NULL && i < prap_preset_count(); i++) {
        list = grown(list, pyprap_definition(prap_preset_at(i)));
    }
    return list;
}

PyMethodDef pyprap_supplement_functions[] = {
    {"presets", presets, METH_NOARGS, "presets() -> definitions that a host may copy"},
    {"rulebook_supplement", supplement, METH_VARARGS, "rulebook_supplement(rulebook) -> what it has taken of it"},
    {NULL, NULL, 0, NULL},
};
