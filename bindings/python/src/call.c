/*
 * call.c: calls to Provider Direct. A session is a capsule that keeps its calendar's; an event is a tuple of numbers and
 * one identifier; an answer comes back as tuples. No secret crosses: there is no argument that could hold one.
 */
#include "extension.h"

#define CAPSULE      "prap.call"
#define SETTINGS_MAX 128 /* more than there are policies; past it some policy is named twice */

struct session {
    prap_call *call;
    PyObject *calendar;
    int busy; /* being made into tuples, for which a garbage collection may run Python code */
};

/* The session, idle; NULL with an exception set. */
static struct session *session_of(PyObject *object) {
    if (!PyCapsule_IsValid(object, CAPSULE)) {
        PyErr_SetString(PyExc_TypeError, "a call is needed");
        return NULL;
    }
    struct session *session = PyCapsule_GetPointer(object, CAPSULE);
    if (!session->busy) return session;
    pyprap_raise(PRAP_E_REENTRY, NULL);
    return NULL;
}

static void end(struct session *session) {
    prap_call_destroy(session->call);
    Py_XDECREF(session->calendar);
    PyMem_Free(session);
}

static void destroy(PyObject *capsule) {
    end(PyCapsule_GetPointer(capsule, CAPSULE));
}

/* The settings of a tuple of pairs; the count, or -1 with an exception set. */
static Py_ssize_t read_settings(PyObject *tuple, prap_setting *ret_settings) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n > SETTINGS_MAX) {
        pyprap_raise_with(PRAP_E_LIMIT, "settings", "there are more settings than policies");
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (!pyprap_is_tuple(item, "each of settings") ||
            !PyArg_ParseTuple(item, "Ii", &ret_settings[i].policy, &ret_settings[i].value))
            return -1;
    }
    return n;
}

static PyObject *create(PyObject *module, PyObject *args) {
    PyObject *calendar = NULL, *settings_tuple = NULL;
    prap_call_setup setup = {.size = sizeof setup};
    prap_setting settings[SETTINGS_MAX];
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!I", &calendar, &PyTuple_Type, &settings_tuple, &setup.flags)) return NULL;
    setup.calendar = pyprap_calendar(calendar);
    const Py_ssize_t n = setup.calendar == NULL ? -1 : read_settings(settings_tuple, settings);
    if (n < 0) return NULL;
    setup.settings = settings;
    setup.n_settings = (size_t)n;
    struct session *session = PyMem_Calloc(1, sizeof *session);
    if (session == NULL) return PyErr_NoMemory();
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_call_create(&pyprap_allocator, &setup, &session->call, &error);
    if (status == PRAP_OK) {
        Py_INCREF(calendar);
        session->calendar = calendar;
    }
    PyObject *capsule = status == PRAP_OK ? PyCapsule_New(session, CAPSULE, destroy) : pyprap_raise(status, &error);
    if (capsule == NULL) end(session);
    return capsule;
}

/* The facts of a tuple of triples; the count, or -1 with an exception set. One too many is left to the library. */
static Py_ssize_t read_facts(PyObject *tuple, prap_call_fact *ret_facts) {
    Py_ssize_t n = PyTuple_Size(tuple);
    if (n > PRAP_CALL_FACTS_MAX + 1) n = PRAP_CALL_FACTS_MAX + 1;
    for (Py_ssize_t i = 0; i < n; i++) {
        long long value = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (!pyprap_is_tuple(item, "each of facts") ||
            !PyArg_ParseTuple(item, "IIL", &ret_facts[i].fact, &ret_facts[i].kind, &value))
            return -1;
        ret_facts[i].value = value;
    }
    return n;
}

static int index_of(uint32_t who) {
    return who == PRAP_CALL_NOBODY ? -1 : (int)who;
}

static PyObject *reason_at(const prap_call *call, uint32_t i) {
    const prap_call_reason *reason = prap_call_reason_at(call, i);
    return Py_BuildValue("(IsIIIIi(iii)ss)", (unsigned)reason->reason, pyprap_rule_id(reason->rule),
                         (unsigned)reason->severity, (unsigned)reason->fact, (unsigned)reason->cure_event,
                         (unsigned)reason->policy, index_of(reason->participant), (int)reason->earliest.day,
                         (int)reason->earliest.minute, (int)reason->earliest.offset, prap_call_reason_why(reason->reason),
                         prap_call_reason_cure(reason->reason));
}

static PyObject *reminder_at(const prap_call *call, uint32_t i) {
    const prap_call_reminder *reminder = prap_call_reminder_at(call, i);
    return Py_BuildValue("(IsIIi)", (unsigned)reminder->reminder, pyprap_rule_id(reminder->rule),
                         (unsigned)reminder->severity, (unsigned)reminder->policy, index_of(reminder->participant));
}

static PyObject *list_of(const prap_call *call, uint32_t n, PyObject *(*build)(const prap_call *call, uint32_t i)) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < n; i++) {
        PyObject *item = build(call, i);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

static PyObject *participant_at(const prap_call *call, uint32_t i) {
    prap_call_view view = {.size = sizeof view};
    (void)prap_call_participant_at(call, i, &view);
    PyObject *text = pyprap_text(view.participant);
    if (text == NULL) return NULL;
    return Py_BuildValue("(NIiiiiIIIIIIIIII)", text, (unsigned)view.standing, (int)view.failed_on, (int)view.call_on,
                         (int)view.recorded_on, (int)view.updated_on, (unsigned)view.unaskable, (unsigned)view.advice,
                         (unsigned)view.why_not, (unsigned)view.form, (unsigned)view.call_back,
                         (unsigned)view.new_address, (unsigned)view.new_phone, (unsigned)view.employment_details,
                         (unsigned)view.other_details, (unsigned)view.unrecorded);
}

static PyObject *answer_out(const prap_call *call, const prap_call_answer *answer) {
    PyObject *reasons = list_of(call, answer->reasons, reason_at);
    PyObject *reminders = reasons == NULL ? NULL : list_of(call, answer->reminders, reminder_at);
    if (reminders == NULL) {
        Py_XDECREF(reasons);
        return NULL;
    }
    return Py_BuildValue("(IIIiIIIIssNN)", (unsigned)answer->verdict, (unsigned)answer->event, (unsigned)answer->stage,
                         index_of(answer->participant), (unsigned)answer->standing, (unsigned)answer->listed,
                         (unsigned)answer->left, (unsigned)answer->questions, pyprap_rule_id(answer->rule), answer->row,
                         reasons, reminders);
}

static PyObject *step(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *facts_tuple = NULL;
    const char *participant = NULL;
    Py_ssize_t participant_bytes = 0;
    int keeps = 0;
    prap_call_fact facts[PRAP_CALL_FACTS_MAX + 1];
    prap_call_event event = {.size = sizeof event, .facts = facts};
    (void)module;
    if (!PyArg_ParseTuple(args, "OiIy#iiiO!", &object, &keeps, &event.event, &participant, &participant_bytes,
                          &event.at.day, &event.at.minute, &event.at.offset, &PyTuple_Type, &facts_tuple))
        return NULL;
    const Py_ssize_t n = read_facts(facts_tuple, facts);
    struct session *session = n < 0 ? NULL : session_of(object);
    if (session == NULL) return NULL;
    event.participant = (prap_text){participant, (size_t)participant_bytes};
    event.n_facts = (size_t)n;
    prap_call_answer answer = {.size = sizeof answer};
    prap_error error = {.size = sizeof error};
    const prap_status status = keeps ? prap_call_submit(session->call, &event, &answer, &error)
                                     : prap_call_preview(session->call, &event, &answer, &error);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    session->busy = 1;
    PyObject *result = answer_out(session->call, &answer);
    session->busy = 0;
    return result;
}

static PyObject *look(PyObject *module, PyObject *args) {
    PyObject *object = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O", &object)) return NULL;
    struct session *session = session_of(object);
    if (session == NULL) return NULL;
    const prap_call *call = session->call;
    session->busy = 1;
    PyObject *list = list_of(call, prap_call_participant_count(call), participant_at);
    session->busy = 0;
    return list == NULL ? NULL : Py_BuildValue("(IN)", (unsigned)prap_call_stage(call), list);
}

static PyObject *kinds(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    PyObject *list = PyList_New(0);
    for (uint32_t fact = 1; list != NULL && prap_call_fact_kind_by_number(fact) != NULL; fact++) {
        const prap_call_fact_kind *kind = prap_call_fact_kind_by_number(fact);
        PyObject *item = Py_BuildValue("(III)", (unsigned)kind->fact, (unsigned)kind->type, (unsigned)kind->words);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    return list;
}

PyMethodDef pyprap_call_functions[] = {
    {"call", create, METH_VARARGS, "call(calendar, ((policy, value), ...), flags) -> call"},
    {"call_step", step, METH_VARARGS,
     "call_step(call, keeps, event, participant, day, minute, offset, ((fact, kind, value), ...)) -> answer"},
    {"call_look", look, METH_VARARGS, "call_look(call) -> (stage, [participant])"},
    {"call_fact_kinds", kinds, METH_NOARGS, "call_fact_kinds() -> [(fact, type, kind of word)]"},
    {NULL, NULL, 0, NULL},
};
