/* calendar.c: working days. A calendar is a capsule, around a constant or around an overlay that it destroys;
   days are day numbers. */
#include "extension.h"

#define CAPSULE "prap.calendar"

const prap_calendar *pyprap_calendar(PyObject *object) {
    if (PyCapsule_IsValid(object, CAPSULE)) return PyCapsule_GetPointer(object, CAPSULE);
    PyErr_SetString(PyExc_TypeError, "a calendar is needed");
    return NULL;
}

static PyObject *built_in(PyObject *module, PyObject *args) {
    int division = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &division)) return NULL;
    const prap_calendar *calendar = prap_calendar_built_in((uint32_t)division);
    if (calendar == NULL)
        return pyprap_raise_with(PRAP_E_WORD, "division", "there is no calendar of this division");
    /* The cast drops a const that pyprap_calendar gives back: nobody writes through it. */
    return PyCapsule_New((void *)(uintptr_t)calendar, CAPSULE, NULL);
}

static void destroy(PyObject *capsule) {
    prap_calendar_destroy(PyCapsule_GetPointer(capsule, CAPSULE));
}

/* Reads a tuple of (kind, day, substitute, title); the titles are borrowed from it. -1 with an exception set.
 */
static int read_changes(PyObject *tuple, prap_calendar_change *ret_changes) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); i++) {
        PyObject *item = PyTuple_GetItem(tuple, i);
        const char *title = NULL;
        Py_ssize_t title_bytes = 0;
        int kind = 0, day = 0, substitute = 0;
        if (!PyTuple_Check(item)) {
            PyErr_SetString(PyExc_TypeError, "a change is a tuple");
            return -1;
        }
        if (!PyArg_ParseTuple(item, "iiiy#", &kind, &day, &substitute, &title, &title_bytes)) return -1;
        ret_changes[i] = (prap_calendar_change){.kind = (uint32_t)kind,
                                                .day = day,
                                                .substitute = (uint32_t)substitute,
                                                .title = {title, (size_t)title_bytes}};
    }
    return 0;
}

static PyObject *overlay(PyObject *module, PyObject *args) {
    PyObject *base_object = NULL, *tuple = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!", &base_object, &PyTuple_Type, &tuple)) return NULL;
    const prap_calendar *base = pyprap_calendar(base_object);
    if (base == NULL) return NULL;
    const size_t n = (size_t)PyTuple_Size(tuple);
    prap_calendar_change *changes = PyMem_Calloc(n + 1, sizeof *changes);
    if (changes == NULL) return PyErr_NoMemory();
    prap_calendar *calendar = NULL;
    PyObject *capsule = NULL;
    if (read_changes(tuple, changes) == 0) {
        prap_error error = {.size = sizeof error};
        const prap_status status =
            prap_calendar_create(&pyprap_allocator, base, changes, n, &calendar, &error);
        if (status == PRAP_OK) {
            capsule = PyCapsule_New(calendar, CAPSULE, destroy);
            if (capsule == NULL) prap_calendar_destroy(calendar);
        } else {
            pyprap_raise(status, &error);
        }
    }
    PyMem_Free(changes);
    return capsule;
}

static PyObject *identity(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    const prap_calendar_identity *found = prap_calendar_get_identity(calendar);
    return Py_BuildValue("(IiiiiIIi)", (unsigned)found->division, (int)found->known_first,
                         (int)found->known_last, (int)found->provisional_first, (int)found->provisional_last,
                         (unsigned)found->hash, (unsigned)found->n_holidays, (int)found->edition);
}

/* Every question is (calendar, day, number, flags) -> (answer, quality). */
typedef prap_status (*question)(const prap_calendar *calendar, prap_day day, int32_t number, uint32_t flags,
                                int32_t *ret_answer, uint32_t *ret_quality);

static PyObject *ask(PyObject *args, question put) {
    PyObject *object = NULL;
    int day = 0, number = 0, flags = 0;
    if (!PyArg_ParseTuple(args, "Oiii", &object, &day, &number, &flags)) return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    int32_t answer = 0;
    uint32_t quality = 0;
    const prap_status status = put(calendar, day, number, (uint32_t)flags, &answer, &quality);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    return Py_BuildValue("(iI)", (int)answer, (unsigned)quality);
}

static prap_status put_is(const prap_calendar *calendar, prap_day day, int32_t unused, uint32_t flags,
                          int32_t *ret_answer, uint32_t *ret_quality) {
    (void)unused;
    return prap_calendar_is_working_day(calendar, day, flags, ret_answer, ret_quality);
}

static prap_status put_before(const prap_calendar *calendar, prap_day day, int32_t unused, uint32_t flags,
                              int32_t *ret_answer, uint32_t *ret_quality) {
    (void)unused;
    return prap_calendar_working_day_on_or_before(calendar, day, flags, ret_answer, ret_quality);
}

static prap_status put_after(const prap_calendar *calendar, prap_day day, int32_t unused, uint32_t flags,
                             int32_t *ret_answer, uint32_t *ret_quality) {
    (void)unused;
    return prap_calendar_working_day_on_or_after(calendar, day, flags, ret_answer, ret_quality);
}

static prap_status put_next(const prap_calendar *calendar, prap_day day, int32_t unused, uint32_t flags,
                            int32_t *ret_answer, uint32_t *ret_quality) {
    (void)unused;
    return prap_calendar_next_working_day(calendar, day, flags, ret_answer, ret_quality);
}

static prap_status put_previous(const prap_calendar *calendar, prap_day day, int32_t unused, uint32_t flags,
                                int32_t *ret_answer, uint32_t *ret_quality) {
    (void)unused;
    return prap_calendar_previous_working_day(calendar, day, flags, ret_answer, ret_quality);
}

static PyObject *is_working_day(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, put_is);
}

static PyObject *add_working_days(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, prap_calendar_add_working_days);
}

static PyObject *count_working_days(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, prap_calendar_count_working_days);
}

static PyObject *working_day_on_or_before(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, put_before);
}

static PyObject *working_day_on_or_after(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, put_after);
}

static PyObject *next_working_day(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, put_next);
}

static PyObject *previous_working_day(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, put_previous);
}

static PyObject *nth_working_day(PyObject *module, PyObject *args) {
    (void)module;
    return ask(args, prap_calendar_nth_working_day);
}

PyObject *pyprap_holiday(const prap_holiday *holiday) {
    if (holiday == NULL) Py_RETURN_NONE;
    return Py_BuildValue("(iIIs)", (int)holiday->day, (unsigned)holiday->quality,
                         (unsigned)holiday->substitute, holiday->title);
}

static PyObject *holiday_on(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int day = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oi", &object, &day)) return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    return calendar == NULL ? NULL : pyprap_holiday(prap_calendar_holiday_on(calendar, day));
}

static PyObject *holiday_at(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int i = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oi", &object, &i)) return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    return calendar == NULL ? NULL : pyprap_holiday(prap_calendar_holiday_at(calendar, (uint32_t)i));
}

PyMethodDef pyprap_calendar_functions[] = {
    {"calendar", built_in, METH_VARARGS, "calendar(division) -> calendar"},
    {"overlay", overlay, METH_VARARGS,
     "overlay(calendar, ((kind, day, substitute, title), ...)) -> calendar"},
    {"calendar_identity", identity, METH_VARARGS,
     "calendar_identity(calendar) -> (division, known first, last, provisional first, last, hash, holidays, "
     "edition)"},
    {"is_working_day", is_working_day, METH_VARARGS, "(calendar, day, 0, flags) -> (0 or 1, quality)"},
    {"add_working_days", add_working_days, METH_VARARGS, "(calendar, day, n, flags) -> (day, quality)"},
    {"count_working_days", count_working_days, METH_VARARGS,
     "(calendar, first, last, flags) -> (n, quality)"},
    {"working_day_on_or_before", working_day_on_or_before, METH_VARARGS,
     "(calendar, day, 0, flags) -> (day, quality)"},
    {"working_day_on_or_after", working_day_on_or_after, METH_VARARGS,
     "(calendar, day, 0, flags) -> (day, quality)"},
    {"next_working_day", next_working_day, METH_VARARGS, "(calendar, day, 0, flags) -> (day, quality)"},
    {"previous_working_day", previous_working_day, METH_VARARGS, "(calendar, day, 0, flags) -> (day, quality)"},
    {"nth_working_day", nth_working_day, METH_VARARGS, "(calendar, day, n, flags) -> (day, quality)"},
    {"holiday_on", holiday_on, METH_VARARGS, "(calendar, day) -> (day, quality, substitute, title) or None"},
    {"holiday_at", holiday_at, METH_VARARGS, "(calendar, i) -> (day, quality, substitute, title) or None"},
    {NULL, NULL, 0, NULL},
};
