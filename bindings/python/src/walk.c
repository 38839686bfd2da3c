/* walk.c: the days that a count goes over. A walk is a capsule that keeps its calendar. */
#include "extension.h"

#define CAPSULE "prap.walk"

struct walk {
    PyObject *calendar;
    prap_walk walk;
    int busy; /* a day is being made into a tuple, for which a garbage collection may run Python code */
};

static void destroy(PyObject *capsule) {
    struct walk *walk = PyCapsule_GetPointer(capsule, CAPSULE);
    Py_DECREF(walk->calendar);
    PyMem_Free(walk);
}

static PyObject *begin(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    int from = 0, to = 0, flags = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "Oiii", &object, &from, &to, &flags)) return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    prap_walk begun;
    const prap_status status = prap_calendar_walk(calendar, from, to, (uint32_t)flags, &begun);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    struct walk *walk = PyMem_Malloc(sizeof *walk);
    if (walk == NULL) return PyErr_NoMemory();
    *walk = (struct walk){.calendar = object, .walk = begun};
    Py_INCREF(object);
    PyObject *capsule = PyCapsule_New(walk, CAPSULE, destroy);
    if (capsule != NULL) return capsule;
    Py_DECREF(object);
    PyMem_Free(walk);
    return NULL;
}

/*
 * In step with the walk only once the tuple is made: memory that runs out loses no day. Who comes in between is refused, or
 * would get the same day.
 */
static PyObject *next(PyObject *module, PyObject *args) {
    PyObject *capsule = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &capsule)) return NULL;
    if (!PyCapsule_IsValid(capsule, CAPSULE)) {
        PyErr_SetString(PyExc_TypeError, "a walk is needed");
        return NULL;
    }
    struct walk *walk = PyCapsule_GetPointer(capsule, CAPSULE);
    if (walk->busy) return pyprap_raise(PRAP_E_REENTRY, NULL);
    prap_walk ahead = walk->walk;
    prap_walked_day day;
    if (prap_walk_next(&ahead, &day) != PRAP_OK) Py_RETURN_NONE;
    walk->busy = 1;
    PyObject *holiday = pyprap_holiday(day.holiday);
    PyObject *row = holiday == NULL ? NULL
                                    : Py_BuildValue("(iIiIN)", (int)day.day, (unsigned)day.kind, (int)day.number,
                                                    (unsigned)day.quality, holiday);
    walk->busy = 0;
    if (row != NULL) walk->walk = ahead;
    return row;
}

PyMethodDef pyprap_walk_functions[] = {
    {"walk", begin, METH_VARARGS, "walk(calendar, from, to, flags) -> walk"},
    {"walk_next", next, METH_VARARGS, "walk_next(walk) -> (day, kind, number, quality, holiday or None) or None"},
    {NULL, NULL, 0, NULL},
};
