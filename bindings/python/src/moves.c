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

static PyObject *build_move(uint32_t programme, uint32_t i) {
    prap_move move = {.size = sizeof move};
    if (prap_move_get(programme, i, &move) != PRAP_OK) {
        PyErr_SetString(PyExc_IndexError, "there is no such move");
        return NULL;
    }
    return Py_BuildValue("(NIIINNIiIis)", numbers(move.from, move.n_from), (unsigned)move.event,
                         (unsigned)move.to, (unsigned)move.feed, numbers(move.guards, move.n_guards),
                         numbers(move.notices, move.n_notices), (unsigned)move.fact, (int)move.value,
                         (unsigned)move.policy, (int)move.choice, move.id);
}

static PyObject *moves(PyObject *module, PyObject *args) {
    int programme = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &programme)) return NULL;
    return pyprap_list(build_move, (uint32_t)programme, prap_move_count((uint32_t)programme));
}

PyMethodDef pyprap_move_functions[] = {
    {"moves", moves, METH_VARARGS, "moves(programme) -> every row of its table of moves, in order"},
    {NULL, NULL, 0, NULL},
};
