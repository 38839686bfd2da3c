/*
 * engine.c: the type Engine: one engine of the library, its answer's room, and the Python objects it uses.
 *
 * Every method takes a reference to the engine for its length and refuses to start while another is in
 * progress, so nothing a callback does, closing included, can pull the engine from under the library.
 */
#include <string.h>

#include "engine.h"

static void let_go(engine_object *self) {
    prap_engine_destroy(self->engine);
    self->engine = NULL;
    prap_answer_destroy(self->answer);
    self->answer = NULL;
    self->host.ready = NULL;
    Py_CLEAR(self->rulebooks);
    Py_CLEAR(self->host.store);
    Py_CLEAR(self->host.observer);
    Py_CLEAR(self->host.raised_type);
    Py_CLEAR(self->host.raised);
    Py_CLEAR(self->host.raised_traceback);
}

static int engine_traverse(PyObject *object, visitproc visit, void *arg) {
    engine_object *self = (engine_object *)object;
    Py_VISIT(Py_TYPE(object));
    Py_VISIT(self->rulebooks);
    Py_VISIT(self->host.store);
    Py_VISIT(self->host.observer);
    Py_VISIT(self->host.raised_type);
    Py_VISIT(self->host.raised);
    Py_VISIT(self->host.raised_traceback);
    return 0;
}

static int engine_clear(PyObject *object) {
    let_go((engine_object *)object);
    return 0;
}

static void engine_dealloc(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    let_go((engine_object *)object);
    const freefunc free_object = __extension__(freefunc) PyType_GetSlot(type, Py_tp_free);
    free_object(object);
    Py_DECREF(type);
}

/* Reads the rulebooks' capsules; the count, or -1 with an exception set. */
static Py_ssize_t read_rulebooks(PyObject *tuple, const prap_rulebook **ret_rulebooks) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n > PRAP_ENGINE_RULEBOOKS) {
        pyprap_raise_with(PRAP_E_LIMIT, "rulebooks", "there are more rulebooks than an engine takes");
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        ret_rulebooks[i] = pyprap_rulebook(PyTuple_GetItem(tuple, i));
        if (ret_rulebooks[i] == NULL) return -1;
    }
    return n;
}

static int open_engine(engine_object *self, Py_ssize_t n, const prap_rulebook *const *rulebooks) {
    prap_error error = {.size = sizeof error};
    prap_status status = prap_answer_create(&pyprap_allocator, &self->answer);
    if (status == PRAP_OK)
        status = prap_engine_create(&self->host.host, rulebooks, (size_t)n, &self->engine, &error);
    if (status == PRAP_OK) return 0;
    pyprap_raise(status, &error);
    return -1;
}

static PyObject *engine_new(PyTypeObject *type, PyObject *args, PyObject *keywords) {
    PyObject *tuple = NULL, *store = NULL, *observer = NULL;
    int has_read = 0, has_scan = 0;
    const prap_rulebook *rulebooks[PRAP_ENGINE_RULEBOOKS];
    if (keywords != NULL && PyDict_Size(keywords) != 0) {
        PyErr_SetString(PyExc_TypeError, "Engine takes no keywords");
        return NULL;
    }
    if (!PyArg_ParseTuple(args, "O!OppO", &PyTuple_Type, &tuple, &store, &has_read, &has_scan, &observer))
        return NULL;
    const Py_ssize_t n = read_rulebooks(tuple, rulebooks);
    if (n < 0) return NULL;
    const allocfunc allocate = __extension__(allocfunc) PyType_GetSlot(type, Py_tp_alloc);
    engine_object *self = (engine_object *)allocate(type, 0);
    if (self == NULL) return NULL;
    Py_INCREF(tuple);
    self->rulebooks = tuple;
    Py_INCREF(store);
    self->host.store = store;
    if (pyprap_is_ready(store)) self->host.ready = pyprap_ready_of(store);
    if (observer != Py_None) {
        Py_INCREF(observer);
        self->host.observer = observer;
    }
    pyprap_host_init(&self->host, has_read, has_scan);
    if (open_engine(self, n, rulebooks) == 0) return (PyObject *)self;
    Py_DECREF(self);
    return NULL;
}

int pyprap_begin(engine_object *self) {
    if (self->busy) {
        pyprap_raise(PRAP_E_REENTRY, NULL);
        return -1;
    }
    if (self->engine == NULL || (self->host.ready != NULL && self->host.ready->store == NULL)) {
        pyprap_raise_with(PRAP_E_NULL, "", "the engine or its store is closed");
        return -1;
    }
    Py_INCREF(self);
    self->busy = 1;
    if (self->host.ready != NULL) self->host.ready->busy++;
    return 0;
}

/* The store knows better than the engine why it failed. */
static void raise_status(const engine_object *self, prap_status status, const prap_error *error) {
    prap_error detail = {.size = sizeof detail};
    const int of_store = status == PRAP_RETRY || status == PRAP_UNKNOWN || status == PRAP_FAIL;
    const int told = of_store && self->host.ready != NULL &&
                     pyprap_ready_last_error(self->host.ready, &detail) == status;
    pyprap_raise(status, told ? &detail : error);
}

PyObject *pyprap_end(engine_object *self, prap_status status, const prap_error *error, PyObject *result) {
    self->busy = 0;
    if (self->host.ready != NULL) self->host.ready->busy--;
    if (self->host.raised_type != NULL) {
        Py_CLEAR(result);
        PyErr_Restore(self->host.raised_type, self->host.raised, self->host.raised_traceback);
        self->host.raised_type = self->host.raised = self->host.raised_traceback = NULL;
    } else if (status != PRAP_OK) {
        Py_CLEAR(result);
        raise_status(self, status, error);
    }
    Py_DECREF(self);
    return result;
}

Py_ssize_t pyprap_read_facts(PyObject *tuple, prap_fact *ret_facts) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n > PRAP_FACTS_MAX) {
        pyprap_raise_with(PRAP_E_LIMIT, "facts", "there are more facts than a command takes");
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        int fact = 0, kind = 0;
        long long value = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (!PyTuple_Check(item)) {
            PyErr_SetString(PyExc_TypeError, "a fact is a tuple of a fact, a kind and a value");
            return -1;
        }
        if (!PyArg_ParseTuple(item, "iiL", &fact, &kind, &value)) return -1;
        ret_facts[i] = (prap_fact){(uint32_t)fact, (uint32_t)kind, value};
    }
    return n;
}

typedef prap_status (*verb)(prap_engine *engine, const prap_command *command, prap_answer *answer,
                            prap_error *reterr);

static PyObject *ask(PyObject *object, PyObject *args, verb put) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL, *id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0, id_bytes = 0;
    int programme = 0, event = 0, flags = 0, on = 0, recorded = 0;
    PyObject *tuple = NULL;
    prap_fact facts[PRAP_FACTS_MAX];
    if (!PyArg_ParseTuple(args, "y#y#y#iiiiiO!", &tenant, &tenant_bytes, &case_id, &case_bytes, &id,
                          &id_bytes, &programme, &event, &flags, &on, &recorded, &PyTuple_Type, &tuple))
        return NULL;
    const Py_ssize_t n = pyprap_read_facts(tuple, facts);
    if (n < 0 || pyprap_begin(self) != 0) return NULL;
    const prap_command command = {
        .size = sizeof command,
        .flags = (uint32_t)flags,
        .programme = (uint32_t)programme,
        .event = (uint32_t)event,
        .on = on,
        .recorded = recorded,
        .key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}},
        .id = {id, (size_t)id_bytes},
        .facts = facts,
        .n_facts = (size_t)n,
    };
    prap_error error = {.size = sizeof error};
    const prap_status status = put(self->engine, &command, self->answer, &error);
    return pyprap_end(self, status, &error, status == PRAP_OK ? pyprap_answer(self->answer) : NULL);
}

static PyObject *submit(PyObject *self, PyObject *args) {
    return ask(self, args, prap_engine_submit);
}

static PyObject *preview(PyObject *self, PyObject *args) {
    return ask(self, args, prap_engine_preview);
}

static PyObject *show(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0;
    if (!PyArg_ParseTuple(args, "y#y#i", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of)) return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_show(self->engine, &key, as_of, self->answer, &error);
    return pyprap_end(self, status, &error, status == PRAP_OK ? pyprap_answer(self->answer) : NULL);
}

/* A walk hands what it meets to a visitor, or else to a list. */
typedef struct walk {
    pyprap_host *host;
    PyObject *list;
    PyObject *visitor; /* or NULL */
    prap_status bad;   /* of the first case that could not be judged */
} walk;

/* It consumes item. */
static prap_status meet(walk *on, PyObject *item) {
    if (item == NULL) return pyprap_host_keep_exception(on->host);
    PyObject *result = NULL;
    if (on->visitor != NULL)
        result = PyObject_CallFunctionObjArgs(on->visitor, item, NULL);
    else if (PyList_Append(on->list, item) == 0)
        result = Py_None, Py_INCREF(result);
    Py_DECREF(item);
    if (result == NULL) return pyprap_host_keep_exception(on->host);
    Py_DECREF(result);
    return pyprap_host_broken_off(on->host) ? PRAP_FAIL : PRAP_OK;
}

static prap_status meet_event(void *user, const prap_event_view *event) {
    return meet(user, pyprap_event(event));
}

static prap_status meet_case(void *user, prap_text case_id, const prap_answer *answer) {
    walk *on = user;
    if (on->bad == PRAP_OK) on->bad = prap_answer_summary(answer)->status;
    return meet(user, Py_BuildValue("(NN)", pyprap_text(case_id), pyprap_answer(answer)));
}

static PyObject *history(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0;
    if (!PyArg_ParseTuple(args, "y#y#i", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of)) return NULL;
    walk on = {.host = &self->host, .list = PyList_New(0)};
    if (on.list == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(on.list);
        return NULL;
    }
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_history(self->engine, &key, as_of, meet_event, &on, &error);
    return pyprap_end(self, status, &error, on.list);
}

static PyObject *walk_cases(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL;
    Py_ssize_t tenant_bytes = 0;
    int due_by = 0, as_of = 0, told = 0;
    PyObject *visitor = NULL;
    if (!PyArg_ParseTuple(args, "y#iiOp", &tenant, &tenant_bytes, &due_by, &as_of, &visitor, &told))
        return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    walk on = {.host = &self->host, .visitor = visitor};
    prap_error error = {.size = sizeof error};
    prap_status status = prap_engine_walk(self->engine, (prap_text){tenant, (size_t)tenant_bytes}, due_by,
                                          as_of, self->answer, meet_case, &on, &error);
    /* The walk was whole, and whoever is told of each bad case needs no error at its end. */
    if (told && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    Py_INCREF(Py_None);
    return pyprap_end(self, status, &error, Py_None);
}

/* The totals, one for each measure of the vocabulary; how many there are. */
static uint32_t set_up_totals(prap_measure_total *totals) {
    const uint32_t n = prap_word_count(PRAP_WORDS_MEASURE);
    for (uint32_t i = 0; i < n; i++)
        totals[i] = (prap_measure_total){.size = sizeof totals[i],
                                         .measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number};
    return n;
}

static PyObject *measure_tuple(const prap_measure *measure) {
    return Py_BuildValue("(IsIIiiiI)", (unsigned)measure->measure, pyprap_rule_id(measure->rule),
                         (unsigned)measure->result, (unsigned)measure->exclusion, (int)measure->day,
                         (int)measure->done_on, (int)measure->working_days_left, (unsigned)measure->policy);
}

static prap_status meet_measures(void *user, prap_text case_id, const prap_answer *answer,
                                 const prap_measure *measures, uint32_t n) {
    walk *on = user;
    const prap_status status = prap_answer_summary(answer)->status;
    PyObject *list = PyList_New(0);
    if (on->bad == PRAP_OK) on->bad = status;
    for (uint32_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = measure_tuple(&measures[i]);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return meet(on, list == NULL ? NULL : Py_BuildValue("(NiN)", pyprap_text(case_id), (int)status, list));
}

static PyObject *excluded_list(const prap_measure_total *total) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 1; list != NULL && i < PRAP_EXCLUSIONS_MAX; i++) {
        if (total->excluded[i] == 0) continue;
        PyObject *item = Py_BuildValue("(IK)", (unsigned)i, (unsigned long long)total->excluded[i]);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *total_tuple(const prap_measure_total *total, const prap_rulebook *rulebook) {
    prap_measure_rate rate = {.size = sizeof rate};
    const prap_status status = prap_measure_rate_of(total, rulebook, &rate);
    if (status != PRAP_OK) return pyprap_raise(status, NULL);
    const prap_word *word = prap_word_by_number(PRAP_WORDS_MEASURE, total->measure);
    return Py_BuildValue("(IsKKKNiiII)", (unsigned)total->measure, pyprap_rule_id(word->rule),
                         (unsigned long long)total->numerator, (unsigned long long)total->denominator,
                         (unsigned long long)total->open, excluded_list(total), (int)rate.per_10000,
                         (int)rate.target_per_1000, (unsigned)rate.kept, (unsigned)rate.policy);
}

PyObject *pyprap_total_list(const prap_measure_total *totals, uint32_t n, const prap_rulebook *rulebook) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = total_tuple(&totals[i], rulebook);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *measure(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL;
    Py_ssize_t tenant_bytes = 0;
    int as_of = 0, first = 0, last = 0, told = 0;
    PyObject *visitor = NULL;
    prap_measure_total totals[PRAP_MEASURES_MAX];
    if (!PyArg_ParseTuple(args, "y#iiiOp", &tenant, &tenant_bytes, &as_of, &first, &last, &visitor, &told))
        return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    const uint32_t n = set_up_totals(totals);
    const prap_rulebook *rulebook = pyprap_rulebook(PyTuple_GetItem(self->rulebooks, 0));
    walk on = {.host = &self->host, .visitor = visitor};
    prap_error error = {.size = sizeof error};
    prap_status status =
        prap_engine_measure(self->engine, (prap_text){tenant, (size_t)tenant_bytes}, as_of, first, last,
                            self->answer, totals, n, meet_measures, &on, &error);
    if (told && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    return pyprap_end(self, status, &error, status == PRAP_OK ? pyprap_total_list(totals, n, rulebook) : NULL);
}

static PyObject *person_case(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0;
    if (!PyArg_ParseTuple(args, "y#y#i", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of)) return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    prap_person_case one = {.size = sizeof one};
    prap_error error = {.size = sizeof error};
    prap_status status = prap_engine_show(self->engine, &key, as_of, self->answer, &error);
    if (status == PRAP_OK) status = prap_person_case_of(prap_answer_summary(self->answer), &one);
    return pyprap_end(self, status, &error, status == PRAP_OK ? pyprap_person_case(&one) : NULL);
}

static PyObject *feed_tuple(const prap_feed *feed) {
    return Py_BuildValue("(IIIIIsiiii)", (unsigned)feed->programme, (unsigned)feed->stage, (unsigned)feed->feed,
                         (unsigned)feed->orphan, (unsigned)feed->effect, pyprap_rule_id(feed->rule),
                         (int)feed->start_on, (int)feed->entered_on, (int)feed->ended_on, (int)feed->code);
}

static prap_status meet_period(void *user, const prap_feed_period *period) {
    return meet(user, Py_BuildValue("(IKiisIKiiIsi)", (unsigned)period->opened_by,
                                    (unsigned long long)period->opened_at, (int)period->opened_on,
                                    (int)period->opened_recorded, pyprap_rule_id(period->opened_rule),
                                    (unsigned)period->closed_by, (unsigned long long)period->closed_at,
                                    (int)period->closed_on, (int)period->closed_recorded, (unsigned)period->trigger,
                                    pyprap_rule_id(period->closed_rule), (int)period->code));
}

static PyObject *feed(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0;
    if (!PyArg_ParseTuple(args, "y#y#i", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of)) return NULL;
    walk on = {.host = &self->host, .list = PyList_New(0)};
    if (on.list == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(on.list);
        return NULL;
    }
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    prap_feed found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_engine_feed(self->engine, &key, as_of, meet_period, &on, &found, &error);
    PyObject *result = status == PRAP_OK ? Py_BuildValue("(NO)", feed_tuple(&found), on.list) : NULL;
    Py_DECREF(on.list);
    return pyprap_end(self, status, &error, result);
}

static prap_status meet_feed(void *user, prap_text case_id, const prap_feed *found, prap_status status) {
    walk *on = user;
    if (on->bad == PRAP_OK) on->bad = status;
    return meet(on, Py_BuildValue("(NiN)", pyprap_text(case_id), (int)status, feed_tuple(found)));
}

static PyObject *feeds(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL;
    Py_ssize_t tenant_bytes = 0;
    int as_of = 0, orphans = 0, told = 0;
    PyObject *visitor = NULL;
    if (!PyArg_ParseTuple(args, "y#ipOp", &tenant, &tenant_bytes, &as_of, &orphans, &visitor, &told)) return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    walk on = {.host = &self->host, .visitor = visitor};
    prap_error error = {.size = sizeof error};
    prap_status status = prap_engine_feeds(self->engine, (prap_text){tenant, (size_t)tenant_bytes}, as_of,
                                           (uint32_t)orphans, self->answer, meet_feed, &on, &error);
    if (told && status == on.bad && strcmp(error.field, "store") != 0) status = PRAP_OK;
    Py_INCREF(Py_None);
    return pyprap_end(self, status, &error, Py_None);
}

static PyObject *sweep(PyObject *object, PyObject *args) {
    engine_object *self = (engine_object *)object;
    const char *tenant = NULL;
    Py_ssize_t tenant_bytes = 0;
    int as_of = 0;
    if (!PyArg_ParseTuple(args, "y#i", &tenant, &tenant_bytes, &as_of)) return NULL;
    if (pyprap_begin(self) != 0) return NULL;
    prap_sweep_report report = {.size = sizeof report};
    prap_error error = {.size = sizeof error};
    const prap_status status =
        prap_engine_sweep(self->engine, (prap_text){tenant, (size_t)tenant_bytes}, as_of, &report, &error);
    return pyprap_end(self, status, &error,
               Py_BuildValue("(KKK)", (unsigned long long)report.seen, (unsigned long long)report.moved,
                             (unsigned long long)report.failed));
}

static PyObject *close_engine(PyObject *object, PyObject *unused) {
    engine_object *self = (engine_object *)object;
    (void)unused;
    if (self->busy) return pyprap_raise(PRAP_E_REENTRY, NULL);
    let_go(self);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"submit", submit, METH_VARARGS,
     "submit(tenant, case, id, programme, event, flags, on, recorded, ((fact, kind, value), ...)) -> answer"},
    {"preview", preview, METH_VARARGS, "as submit, storing nothing"},
    {"show", show, METH_VARARGS, "show(tenant, case, as_of) -> answer"},
    {"history", history, METH_VARARGS, "history(tenant, case, as_of) -> [event]"},
    {"walk", walk_cases, METH_VARARGS,
     "walk(tenant, due_by, as_of, visitor of (case, answer), is it told of bad cases)"},
    {"person_case", person_case, METH_VARARGS, "person_case(tenant, case, as_of) -> a case as person() takes it"},
    {"measure", measure, METH_VARARGS,
     "measure(tenant, as_of, first, last, visitor of (case, status, [measure]), is it told of bad cases) -> "
     "[total]"},
    {"feed", feed, METH_VARARGS, "feed(tenant, case, as_of) -> ((programme, stage, ...), [period])"},
    {"feeds", feeds, METH_VARARGS,
     "feeds(tenant, as_of, orphans, visitor of (case, status, feed), is it told of bad cases)"},
    {"caseload", pyprap_caseload, METH_VARARGS,
     "caseload(tenant, after, until case, as_of, due_by, until, rulebooks or None, snapshots or None, most findings) -> "
     "([finding], is it whole, last case, (seen, bad, due, missing, turned, differing), [deadline], [day], [measure])"},
    {"sweep", sweep, METH_VARARGS, "sweep(tenant, as_of) -> (seen, moved, failed)"},
    {"options", pyprap_options, METH_VARARGS,
     "options(tenant, case, programme, as_of, ((fact, kind, value), ...)) -> [option]"},
    {"what_if", pyprap_what_if, METH_VARARGS,
     "what_if(tenant, case, as_of, ((id, programme, event, flags, on, recorded, facts), ...))"
     " -> (answer, [answer], [difference])"},
    {"checklists", pyprap_checklists, METH_VARARGS, "checklists(tenant, case, as_of, checklist or 0) -> [checklist]"},
    {"records", pyprap_records, METH_VARARGS, "records(tenant, case, as_of) -> [record]"},
    {"retentions", pyprap_retentions, METH_VARARGS,
     "retentions(tenant, case or b'', as_of, facts, facts by case or None, visitor of (case, status, record), told)"},
    {"verify", pyprap_verify, METH_VARARGS, "verify(tenant, case or b'') -> (cases, events, ..., [fault])"},
    {"path", pyprap_path, METH_VARARGS, "path((as options), end) -> (found, cut, stage, feed, [step])"},
    {"erasure", pyprap_erasure, METH_VARARGS, "erasure((as options), received_on) -> (outcome, row, ...)"},
    {"outcome", pyprap_outcome, METH_VARARGS, "outcome(as options) -> ([contradiction], [outcome])"},
    {"close", close_engine, METH_NOARGS, "close()"},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, (void *)(uintptr_t) "Engine(rulebooks, store, has read, has scan, observer or None)"},
    {Py_tp_new, PYPRAP_SLOT(engine_new)},
    {Py_tp_dealloc, PYPRAP_SLOT(engine_dealloc)},
    {Py_tp_traverse, PYPRAP_SLOT(engine_traverse)},
    {Py_tp_clear, PYPRAP_SLOT(engine_clear)},
    {Py_tp_methods, methods},
    {0, NULL},
};

PyType_Spec pyprap_engine_spec = {
    .name = "prap._prap.Engine",
    .basicsize = (int)sizeof(engine_object),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .slots = slots,
};
