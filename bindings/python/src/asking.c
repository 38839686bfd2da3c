/* asking.c: what now, what if, which outcome, which way. The order of members is that of ../prap/asking.py. */
#include "engine.h"

int pyprap_read_question(PyObject *args, prap_fact *facts, prap_question *ret_question) {
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int programme = 0, as_of = 0;
    PyObject *tuple = NULL;
    if (!PyArg_ParseTuple(args, "y#y#iiO!", &tenant, &tenant_bytes, &case_id, &case_bytes, &programme, &as_of,
                          &PyTuple_Type, &tuple))
        return -1;
    const Py_ssize_t n = pyprap_read_facts(tuple, facts);
    if (n < 0) return -1;
    *ret_question = (prap_question){
        .size = sizeof *ret_question,
        .programme = (uint32_t)programme,
        .as_of = as_of,
        .key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}},
        .facts = facts,
        .n_facts = (size_t)n,
    };
    return 0;
}

/* Lists that a walk fills. */
typedef struct lists {
    pyprap_host *host;
    PyObject *first;
    PyObject *second;
} lists;

static prap_status add(const lists *into, PyObject *list, PyObject *item) {
    const int added = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    if (added != 0) return pyprap_host_keep_exception(into->host);
    return pyprap_host_broken_off(into->host) ? PRAP_FAIL : PRAP_OK;
}

static PyObject *needs_list(const uint32_t *needs, size_t n) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = PyLong_FromUnsignedLong(needs[i]);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *with_tuple(const prap_fact *with) {
    return Py_BuildValue("(IIL)", (unsigned)with->fact, (unsigned)with->kind, (long long)with->value);
}

static prap_status meet_option(void *user, const prap_option *option, const prap_answer *answer) {
    const lists *into = user;
    return add(into, into->first,
               Py_BuildValue("(IIiNNN)", (unsigned)option->event, (unsigned)option->verdict, (int)option->on,
                             with_tuple(&option->with), needs_list(option->needs, option->n_needs),
                             pyprap_reasons(answer)));
}

PyObject *pyprap_options(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    if (pyprap_read_question(args, facts, &question) != 0) return NULL;
    lists into = {&self->host, PyList_New(0), NULL};
    if (into.first == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(into.first);
        return NULL;
    }
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_options(self->engine, &question, self->answer, meet_option, &into, &error);
    return pyprap_end(self, status, &error, into.first);
}

static prap_status meet_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    const lists *into = user;
    return add(into, into->second,
               Py_BuildValue("(IIIsiIIIsNNN)", (unsigned)outcome->event, (unsigned)outcome->verdict,
                             (unsigned)outcome->recommended, pyprap_rule_id(outcome->rule), (int)outcome->on,
                             (unsigned)outcome->stage, (unsigned)outcome->feed, (unsigned)outcome->payment,
                             pyprap_rule_id(outcome->risk), with_tuple(&outcome->with),
                             needs_list(outcome->needs, outcome->n_needs), pyprap_reasons(answer)));
}

static prap_status meet_contradiction(void *user, const prap_contradiction *contradiction) {
    const lists *into = user;
    return add(into, into->first,
               Py_BuildValue("(IsII)", (unsigned)contradiction->contradiction,
                             pyprap_rule_id(contradiction->rule), (unsigned)contradiction->fact,
                             (unsigned)contradiction->other));
}

/* Both lists as a tuple; NULL with an exception set, and nothing kept, when one is missing. */
static PyObject *two(PyObject *first, PyObject *second) {
    if (first != NULL && second != NULL) return Py_BuildValue("(NN)", first, second);
    Py_XDECREF(first);
    Py_XDECREF(second);
    return NULL;
}

PyObject *pyprap_outcome(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    if (pyprap_read_question(args, facts, &question) != 0) return NULL;
    lists into = {&self->host, PyList_New(0), PyList_New(0)};
    PyObject *result = two(into.first, into.second);
    if (result == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(result);
        return NULL;
    }
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_outcome(self->engine, &question, self->answer, meet_outcome,
                                                   meet_contradiction, &into, &error);
    return pyprap_end(self, status, &error, result);
}

/* (fact, kind, value) of each, as with_tuple has one. */
static PyObject *facts_list(const prap_fact *facts, size_t n) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = with_tuple(&facts[i]);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static prap_status meet_step(void *user, const prap_step *step, const prap_answer *answer) {
    const lists *into = user;
    (void)answer;
    return add(into, into->first,
               Py_BuildValue("(IIIisIIIIiI(III)NN)", (unsigned)step->event, (unsigned)step->actor,
                             (unsigned)step->verdict, (int)step->on, pyprap_rule_id(step->rule),
                             (unsigned)step->stage, (unsigned)step->feed, (unsigned)step->soon,
                             (unsigned)step->deadline, (int)step->due, (unsigned)step->assumed,
                             (unsigned)step->otherwise, (unsigned)step->otherwise_stage,
                             (unsigned)step->otherwise_feed, facts_list(step->facts, step->n_facts),
                             needs_list(step->needs, step->n_needs)));
}

/* As options, and then end. */
PyObject *pyprap_path(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    prap_fact facts[PRAP_FACTS_MAX];
    prap_question question;
    unsigned end = 0;
    PyObject *asked = NULL;
    if (!PyArg_ParseTuple(args, "O!I", &PyTuple_Type, &asked, &end)) return NULL;
    if (pyprap_read_question(asked, facts, &question) != 0) return NULL;
    lists into = {&self->host, PyList_New(0), NULL};
    if (into.first == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(into.first);
        return NULL;
    }
    prap_error error = {.size = sizeof error};
    prap_path path = {.size = sizeof path};
    const prap_status status =
        prap_engine_path(self->engine, &question, end, self->answer, meet_step, &into, &path, &error);
    PyObject *steps = pyprap_end(self, status, &error, into.first);
    if (steps == NULL) return NULL;
    return Py_BuildValue("(IIIIN)", (unsigned)path.found, (unsigned)path.cut, (unsigned)path.stage,
                         (unsigned)path.feed, steps);
}

/* What a list of events is read into. */
typedef struct trial {
    Py_ssize_t n;
    prap_command *commands;
    const prap_command **pointers;
    prap_fact *facts;
} trial;

static void drop(trial *asked) {
    PyMem_Free(asked->commands);
    PyMem_Free((void *)asked->pointers);
    PyMem_Free(asked->facts);
}

static int read_command(PyObject *item, prap_key key, prap_fact *facts, prap_command *ret_command) {
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    int programme = 0, event = 0, flags = 0, on = 0, recorded = 0;
    PyObject *tuple = NULL;
    if (!PyTuple_Check(item)) {
        PyErr_SetString(PyExc_TypeError, "an event is a tuple");
        return -1;
    }
    if (!PyArg_ParseTuple(item, "y#iiiiiO!", &id, &id_bytes, &programme, &event, &flags, &on, &recorded, &PyTuple_Type,
                          &tuple))
        return -1;
    const Py_ssize_t n = pyprap_read_facts(tuple, facts);
    *ret_command = (prap_command){
        .size = sizeof *ret_command,
        .flags = (uint32_t)flags,
        .programme = (uint32_t)programme,
        .event = (uint32_t)event,
        .on = on,
        .recorded = recorded,
        .key = key,
        .id = {id, (size_t)id_bytes},
        .facts = facts,
        .n_facts = n < 0 ? 0 : (size_t)n,
    };
    return n < 0 ? -1 : 0;
}

/* -1 with an exception set; drop it either way. */
static int read_trial(PyObject *tuple, prap_key key, trial *ret_asked) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    const size_t room = (size_t)n + 1;
    *ret_asked = (trial){n, PyMem_Calloc(room, sizeof(prap_command)), PyMem_Calloc(room, sizeof(prap_command *)),
                         PyMem_Calloc(room * PRAP_FACTS_MAX, sizeof(prap_fact))};
    if (ret_asked->commands == NULL || ret_asked->pointers == NULL || ret_asked->facts == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        ret_asked->pointers[i] = &ret_asked->commands[i];
        if (read_command(PyTuple_GetItem(tuple, i), key, ret_asked->facts + i * PRAP_FACTS_MAX,
                         &ret_asked->commands[i]) != 0)
            return -1;
    }
    return 0;
}

static prap_status meet_answer(void *user, size_t i, const prap_answer *answer) {
    const lists *into = user;
    (void)i;
    return add(into, into->first, pyprap_answer(answer));
}

static prap_status meet_difference(void *user, const prap_difference *difference) {
    const lists *into = user;
    return add(into, into->second,
               Py_BuildValue("(IIIILLs)", (unsigned)difference->what, (unsigned)difference->deadline,
                             (unsigned)difference->kind, (unsigned)difference->words, (long long)difference->from,
                             (long long)difference->to, difference->name.bytes));
}

/* The call itself, its arguments read: fills both lists. */
static PyObject *try_events(engine_object *self, int as_of, const trial *asked, lists *into) {
    prap_answer *before = NULL;
    if (pyprap_begin(self) != 0) return NULL;
    prap_error error = {.size = sizeof error};
    PyObject *result = NULL;
    prap_status status = prap_answer_create(&pyprap_allocator, &before);
    if (status == PRAP_OK) {
        status = prap_engine_what_if(self->engine, as_of, asked->pointers, (size_t)asked->n, before, self->answer,
                                     meet_answer, into, &error);
    }
    if (status == PRAP_OK) status = prap_answer_difference(before, self->answer, meet_difference, into);
    if (status == PRAP_OK) {
        Py_INCREF(into->first);
        Py_INCREF(into->second);
        result = Py_BuildValue("(NNN)", pyprap_answer(before), into->first, into->second);
    }
    prap_answer_destroy(before);
    return pyprap_end(self, status, &error, result);
}

PyObject *pyprap_what_if(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0;
    PyObject *tuple = NULL, *result = NULL;
    if (!PyArg_ParseTuple(args, "y#y#iO!", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of, &PyTuple_Type,
                          &tuple))
        return NULL;
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    trial asked = {0};
    lists into = {&self->host, PyList_New(0), PyList_New(0)};
    if (into.first != NULL && into.second != NULL && read_trial(tuple, key, &asked) == 0)
        result = try_events(self, as_of, &asked, &into);
    drop(&asked);
    Py_XDECREF(into.first);
    Py_XDECREF(into.second);
    return result;
}
