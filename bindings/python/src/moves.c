/* moves.c: the rows of a programme's table of moves, as numbers. */
#include "extension.h"

/* A list of n numbers of the library. */
static PyObject *numbers(const uint16_t *of, uint32_t n) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < n; i++) {
        PyObject *number = PyLong_FromUnsignedLong(of[i]);
        if (number == NULL || PyList_Append(list, number) != 0) Py_CLEAR(list);
        Py_XDECREF(number);
    }
    return list;
}

/* A list of (region, value) pairs. */
static PyObject *standings(const prap_region_is *of, uint32_t n) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < n; i++) {
        PyObject *pair = Py_BuildValue("(II)", (unsigned)of[i].region, (unsigned)of[i].value);
        if (pair == NULL || PyList_Append(list, pair) != 0) Py_CLEAR(list);
        Py_XDECREF(pair);
    }
    return list;
}

static PyObject *build_move(uint32_t programme, uint32_t i) {
    prap_move move = {.size = sizeof move};
    if (prap_move_get(programme, i, &move) != PRAP_OK) {
        PyErr_SetString(PyExc_IndexError, "there is no such move");
        return NULL;
    }
    return Py_BuildValue("(NIIINNIiIi(II)INs)", numbers(move.from, move.n_from), (unsigned)move.event,
                         (unsigned)move.to, (unsigned)move.feed, numbers(move.guards, move.n_guards),
                         numbers(move.notices, move.n_notices), (unsigned)move.fact, (int)move.value,
                         (unsigned)move.policy, (int)move.choice, (unsigned)move.region,
                         (unsigned)move.region_value, (unsigned)move.by, standings(move.sets, move.n_sets),
                         move.id);
}

static PyObject *moves(PyObject *module, PyObject *args) {
    int programme = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &programme)) return NULL;
    return pyprap_list(build_move, (uint32_t)programme, prap_move_count((uint32_t)programme));
}

static PyObject *region_words(PyObject *module, PyObject *args) {
    int region = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &region)) return NULL;
    return PyLong_FromUnsignedLong(prap_region_words((uint32_t)region));
}

PyMethodDef pyprap_move_functions[] = {
    {"region_words", region_words, METH_VARARGS, "region_words(region) -> the kind of word that it takes, or 0"},
    {"moves", moves, METH_VARARGS, "moves(programme) -> every row of its table of moves, in order"},
    {NULL, NULL, 0, NULL},
};
