/*
 * verifier.c: the type Verifier, and the checks of a participant.
 *
 * Secrets come as str, bytes or bytearray. A bytearray is overwritten, whatever comes of the call; the copies that are
 * made here, of it and of a str, are overwritten too; a bytes is only read. What Python itself keeps of a str or
 * bytes, nobody can overwrite: ../prap/verifier.py says so.
 */
#include <string.h>

#include "extension.h"

typedef struct verifier_object {
    PyObject ob_base;        /* as PyObject_HEAD */
    prap_verifier *verifier; /* NULL once closed */
    PyObject *source;        /* called with a number of bytes, gives them */
    prap_random random;
    pyprap_host host;
    int busy;
} verifier_object;

static void let_go(verifier_object *self) {
    prap_verifier_destroy(self->verifier);
    self->verifier = NULL;
    self->host.ready = NULL;
    Py_CLEAR(self->source);
    Py_CLEAR(self->host.store);
    Py_CLEAR(self->host.raised_type);
    Py_CLEAR(self->host.raised);
    Py_CLEAR(self->host.raised_traceback);
}

static int verifier_traverse(PyObject *object, visitproc visit, void *arg) {
    verifier_object *self = (verifier_object *)object;
    Py_VISIT(Py_TYPE(object));
    Py_VISIT(self->source);
    Py_VISIT(self->host.store);
    return 0;
}

static int verifier_clear(PyObject *object) {
    let_go((verifier_object *)object);
    return 0;
}

static void verifier_dealloc(PyObject *object) {
    PyTypeObject *type = Py_TYPE(object);
    PyObject_GC_UnTrack(object);
    let_go((verifier_object *)object);
    const freefunc free_object = __extension__(freefunc) PyType_GetSlot(type, Py_tp_free);
    free_object(object);
    Py_DECREF(type);
}

static prap_status fill(void *user, uint8_t *bytes, size_t n) {
    verifier_object *self = user;
    if (pyprap_host_broken_off(&self->host)) return PRAP_FAIL;
    PyObject *given = PyObject_CallFunction(self->source, "n", (Py_ssize_t)n);
    char *from = NULL;
    Py_ssize_t length = 0;
    if (given == NULL) return pyprap_host_keep_exception(&self->host);
    const int is_bytes = PyBytes_Check(given) && PyBytes_AsStringAndSize(given, &from, &length) == 0;
    if (is_bytes && length == (Py_ssize_t)n) memcpy(bytes, from, n);
    Py_DECREF(given);
    if (is_bytes && length == (Py_ssize_t)n) return PRAP_OK;
    PyErr_Clear();
    PyErr_SetString(PyExc_TypeError, "random gives as many bytes as it is asked for");
    return pyprap_host_keep_exception(&self->host);
}

static PyObject *verifier_new(PyTypeObject *type, PyObject *args, PyObject *keywords) {
    PyObject *store = NULL, *source = NULL, *tuple = NULL;
    prap_challenge_limits limits = {.size = sizeof limits};
    prap_setting settings[PYPRAP_SETTINGS_MAX];
    if (keywords != NULL && PyDict_Size(keywords) != 0) {
        PyErr_SetString(PyExc_TypeError, "Verifier takes no keywords");
        return NULL;
    }
    if (!PyArg_ParseTuple(args, "OOO!(IIIIII)", &store, &source, &PyTuple_Type, &tuple, &limits.answer_minutes,
                          &limits.failures_max, &limits.lock_minutes, &limits.exposed_warn, &limits.exposed_max,
                          &limits.redraw))
        return NULL;
    const Py_ssize_t n = pyprap_read_settings(tuple, settings);
    if (n < 0) return NULL;
    const allocfunc allocate = __extension__(allocfunc) PyType_GetSlot(type, Py_tp_alloc);
    verifier_object *self = (verifier_object *)allocate(type, 0);
    if (self == NULL) return NULL;
    Py_INCREF(store);
    self->host.store = store;
    Py_INCREF(source);
    self->source = source;
    if (pyprap_is_ready(store)) self->host.ready = pyprap_ready_of(store);
    pyprap_host_init(&self->host, 0, 0);
    self->random = (prap_random){sizeof self->random, self, fill};
    prap_error error = {.size = sizeof error};
    const prap_status status = prap_verifier_create(&self->host.host, &self->random, settings, (size_t)n, &limits,
                                                    &self->verifier, &error);
    if (status == PRAP_OK) return (PyObject *)self;
    pyprap_raise(status, &error);
    Py_DECREF(self);
    return NULL;
}

static int begin(verifier_object *self) {
    if (self->busy) {
        pyprap_raise(PRAP_E_REENTRY, NULL);
        return -1;
    }
    if (self->verifier == NULL || (self->host.ready != NULL && self->host.ready->store == NULL)) {
        pyprap_raise_with(PRAP_E_NULL, "", "the verifier or its store is closed");
        return -1;
    }
    Py_INCREF(self);
    self->busy = 1;
    if (self->host.ready != NULL) self->host.ready->busy++;
    return 0;
}

/* What a callback raised goes before any status. Gives 0, or -1 with an exception set. */
static int end(verifier_object *self, prap_status status, const prap_error *error) {
    int outcome = 0;
    self->busy = 0;
    if (self->host.ready != NULL) self->host.ready->busy--;
    if (self->host.raised_type != NULL) {
        PyErr_Restore(self->host.raised_type, self->host.raised, self->host.raised_traceback);
        self->host.raised_type = self->host.raised = self->host.raised_traceback = NULL;
        outcome = -1;
    } else if (status != PRAP_OK) {
        pyprap_raise(status, error);
        outcome = -1;
    }
    Py_DECREF(self);
    return outcome;
}

/* Secrets. */

typedef struct secret {
    prap_text text;
    PyObject *copy; /* of a str or bytearray: ours alone, and overwritten; a bytes is borrowed */
} secret;

static void overwrite(char *bytes, Py_ssize_t n) {
    volatile char *at = bytes;
    for (Py_ssize_t i = 0; i < n; i++) at[i] = 0;
}

/* Of a call's secrets, once all of them are copied: one bytearray may be two of them. */
static void spoil(PyObject *object) {
    if (PyByteArray_Check(object)) overwrite(PyByteArray_AsString(object), PyByteArray_Size(object));
}

/* A bytearray is copied: a callback could change its size under the library. */
static int secret_in(PyObject *object, secret *ret_secret) {
    char *bytes = NULL;
    Py_ssize_t n = 0;
    *ret_secret = (secret){.text = {NULL, 0}};
    if (PyByteArray_Check(object)) {
        ret_secret->copy = PyBytes_FromStringAndSize(PyByteArray_AsString(object), PyByteArray_Size(object));
        if (ret_secret->copy == NULL) return -1;
    } else if (PyUnicode_Check(object)) {
        ret_secret->copy = PyUnicode_AsUTF8String(object);
        if (ret_secret->copy == NULL) {
            PyErr_Clear(); /* it would quote what was given */
            pyprap_raise_with(PRAP_E_TEXT, "", "a text is not UTF-8");
            return -1;
        }
    }
    PyObject *const from = ret_secret->copy != NULL ? ret_secret->copy : object;
    if (PyBytes_AsStringAndSize(from, &bytes, &n) != 0) return -1;
    ret_secret->text = (prap_text){bytes, (size_t)n};
    return 0;
}

/* Python keeps one object for each text of no or one byte: those are not ours alone, and no secrets. */
static void secret_out(secret *from) {
    if (from->copy != NULL && from->text.n > 1) {
        overwrite((char *)(uintptr_t)from->text.bytes, (Py_ssize_t)from->text.n);
    }
    Py_CLEAR(from->copy);
}

/* The methods. */

static PyObject *instant(prap_instant at) {
    if (at == PRAP_INSTANT_NONE) Py_RETURN_NONE;
    return PyLong_FromLongLong(at);
}

static PyObject *challenge_tuple(const prap_challenge *c) {
    return Py_BuildValue("(IsI(III)INNII)", (unsigned)c->result, pyprap_rule_id(c->rule), (unsigned)c->number,
                         (unsigned)c->positions[0], (unsigned)c->positions[1], (unsigned)c->positions[2],
                         (unsigned)c->repeated, instant(c->asked_at), instant(c->expires_at), (unsigned)c->locked,
                         (unsigned)c->renew);
}

typedef struct stream_key {
    const char *tenant, *id;
    Py_ssize_t tenant_bytes, id_bytes;
} stream_key;

static prap_key key_of(const stream_key *key) {
    return (prap_key){{key->tenant, (size_t)key->tenant_bytes}, {key->id, (size_t)key->id_bytes}};
}

static PyObject *ask(PyObject *object, PyObject *args) {
    verifier_object *self = (verifier_object *)object;
    stream_key name = {0};
    prap_code_id code = {0};
    long long at = 0;
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = {.size = sizeof error};
    if (!PyArg_ParseTuple(args, "y#y#iIL", &name.tenant, &name.tenant_bytes, &name.id, &name.id_bytes, &code.in_force,
                          &code.change, &at) || begin(self) != 0)
        return NULL;
    const prap_key key = key_of(&name);
    const prap_status status = prap_verifier_ask(self->verifier, &key, code, at, &challenge, &error);
    return end(self, status, &error) == 0 ? challenge_tuple(&challenge) : NULL;
}

static PyObject *answer(PyObject *object, PyObject *args) {
    verifier_object *self = (verifier_object *)object;
    stream_key name = {0};
    unsigned number = 0;
    PyObject *code_object = NULL, *answer_object = NULL;
    long long at = 0;
    secret code, said;
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = {.size = sizeof error};
    if (!PyArg_ParseTuple(args, "y#y#IOOL", &name.tenant, &name.tenant_bytes, &name.id, &name.id_bytes, &number,
                          &code_object, &answer_object, &at))
        return NULL;
    int ended = -1;
    const int taken = secret_in(code_object, &code) == 0 ? secret_in(answer_object, &said) == 0 ? 2 : 1 : 0;
    spoil(code_object);
    spoil(answer_object);
    if (taken == 2 && begin(self) == 0) {
        const prap_key key = key_of(&name);
        const prap_status status = prap_verifier_answer(self->verifier, &key, number, code.text, said.text, at,
                                                        &challenge, &error);
        ended = end(self, status, &error);
    }
    secret_out(&code);
    if (taken >= 1) secret_out(&said);
    return ended == 0 ? challenge_tuple(&challenge) : NULL;
}

static PyObject *give_up(PyObject *object, PyObject *args) {
    verifier_object *self = (verifier_object *)object;
    stream_key name = {0};
    unsigned number = 0;
    long long at = 0;
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = {.size = sizeof error};
    if (!PyArg_ParseTuple(args, "y#y#IL", &name.tenant, &name.tenant_bytes, &name.id, &name.id_bytes, &number, &at) ||
        begin(self) != 0)
        return NULL;
    const prap_key key = key_of(&name);
    const prap_status status = prap_verifier_give_up(self->verifier, &key, number, at, &challenge, &error);
    return end(self, status, &error) == 0 ? challenge_tuple(&challenge) : NULL;
}

static PyObject *record(PyObject *object, PyObject *args) {
    verifier_object *self = (verifier_object *)object;
    stream_key name = {0};
    prap_code_id code = {0};
    uint32_t positions[PRAP_CHALLENGE_POSITIONS];
    unsigned result = 0;
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    long long at = 0;
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = {.size = sizeof error};
    if (!PyArg_ParseTuple(args, "y#y#iI(III)Iy#L", &name.tenant, &name.tenant_bytes, &name.id, &name.id_bytes,
                          &code.in_force, &code.change, &positions[0], &positions[1], &positions[2], &result, &id,
                          &id_bytes, &at) || begin(self) != 0)
        return NULL;
    const prap_key key = key_of(&name);
    const prap_status status = prap_verifier_record(self->verifier, &key, code, positions, result,
                                                    (prap_text){id, (size_t)id_bytes}, at, &challenge, &error);
    return end(self, status, &error) == 0 ? challenge_tuple(&challenge) : NULL;
}

typedef prap_status (*about_a_stream)(prap_verifier *, const prap_key *, prap_instant, prap_challenge *, prap_error *);

static PyObject *ask_about(PyObject *object, PyObject *args, about_a_stream question) {
    verifier_object *self = (verifier_object *)object;
    stream_key name = {0};
    long long at = 0;
    prap_challenge challenge = {.size = sizeof challenge};
    prap_error error = {.size = sizeof error};
    if (!PyArg_ParseTuple(args, "y#y#L", &name.tenant, &name.tenant_bytes, &name.id, &name.id_bytes, &at) ||
        begin(self) != 0)
        return NULL;
    const prap_key key = key_of(&name);
    const prap_status status = question(self->verifier, &key, at, &challenge, &error);
    return end(self, status, &error) == 0 ? challenge_tuple(&challenge) : NULL;
}

static PyObject *release(PyObject *object, PyObject *args) {
    return ask_about(object, args, prap_verifier_release);
}

static PyObject *look(PyObject *object, PyObject *args) {
    return ask_about(object, args, prap_verifier_look);
}

static PyObject *report(PyObject *object, PyObject *args) {
    verifier_object *self = (verifier_object *)object;
    stream_key name = {0};
    long long at = 0;
    prap_exposure e = {.size = sizeof e};
    prap_error error = {.size = sizeof error};
    if (!PyArg_ParseTuple(args, "y#y#L", &name.tenant, &name.tenant_bytes, &name.id, &name.id_bytes, &at) ||
        begin(self) != 0)
        return NULL;
    const prap_key key = key_of(&name);
    const prap_status status = prap_verifier_report(self->verifier, &key, at, &e, &error);
    if (end(self, status, &error) != 0) return NULL;
    return Py_BuildValue("(iIIIIIIIIIIIIIIIN)", (int)e.code.in_force, (unsigned)e.code.change, (unsigned)e.length,
                         (unsigned)e.answered, (unsigned)e.passed, (unsigned)e.failures, (unsigned)e.counted,
                         (unsigned)e.given_up, (unsigned)e.expired, (unsigned)e.positions, (unsigned)e.answerable,
                         (unsigned)e.sets, (unsigned)e.overheard_ppm, (unsigned)e.renew, (unsigned)e.locked,
                         (unsigned)e.open, instant(e.locked_until));
}

static PyObject *close_verifier(PyObject *object, PyObject *unused) {
    verifier_object *self = (verifier_object *)object;
    (void)unused;
    if (self->busy) return pyprap_raise(PRAP_E_REENTRY, NULL);
    let_go(self);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"ask", ask, METH_VARARGS, NULL},
                                {"answer", answer, METH_VARARGS, NULL},
                                {"give_up", give_up, METH_VARARGS, NULL},
                                {"record", record, METH_VARARGS, NULL},
                                {"release", release, METH_VARARGS, NULL},
                                {"look", look, METH_VARARGS, NULL},
                                {"report", report, METH_VARARGS, NULL},
                                {"close", close_verifier, METH_NOARGS, NULL},
                                {NULL, NULL, 0, NULL}};

static PyType_Slot slots[] = {{Py_tp_new, PYPRAP_SLOT(verifier_new)},
                              {Py_tp_dealloc, PYPRAP_SLOT(verifier_dealloc)},
                              {Py_tp_traverse, PYPRAP_SLOT(verifier_traverse)},
                              {Py_tp_clear, PYPRAP_SLOT(verifier_clear)},
                              {Py_tp_methods, methods},
                              {0, NULL}};

PyType_Spec pyprap_verifier_spec = {.name = "prap._prap.Verifier",
                                    .basicsize = sizeof(verifier_object),
                                    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
                                    .slots = slots};

/* The participant. */

/* Secrets of one check: number, name, answer that were said; number and name that are held; then the held answers. */
enum { SAID_NINO, SAID_NAME, SAID_ANSWER, HELD_NINO, HELD_NAME, SECRETS = HELD_NAME + 1 + PRAP_PARTICIPANT_ANSWERS_MAX };

typedef struct checking {
    secret secrets[SECRETS];
    Py_ssize_t taken;
    prap_participant_answer answers[PRAP_PARTICIPANT_ANSWERS_MAX];
} checking;

static int take(checking *on, PyObject *object) {
    on->taken++;
    return secret_in(object, &on->secrets[on->taken - 1]);
}

static int take_answers(checking *on, PyObject *tuple) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    if (n > PRAP_PARTICIPANT_ANSWERS_MAX) {
        pyprap_raise_with(PRAP_E_LIMIT, "held.answers", "there are at most 64 answers");
        return -1;
    }
    for (Py_ssize_t i = 0; i < n; i++) {
        PyObject *item = PyTuple_GetItem(tuple, i), *text = NULL;
        unsigned question = 0;
        if (!PyTuple_Check(item)) {
            PyErr_SetString(PyExc_TypeError, "an answer is a tuple of a question and a text");
            return -1;
        }
        if (!PyArg_ParseTuple(item, "IO", &question, &text) || take(on, text) != 0) return -1;
        on->answers[i] = (prap_participant_answer){sizeof on->answers[i], question, on->secrets[on->taken - 1].text};
    }
    return 0;
}

static void spoil_answers(PyObject *tuple) {
    for (Py_ssize_t i = 0; i < PyTuple_Size(tuple); i++) {
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (PyTuple_Check(item) && PyTuple_Size(item) == 2) spoil(PyTuple_GetItem(item, 1));
    }
}

static PyObject *check_participant(PyObject *module, PyObject *args) {
    PyObject *said_objects[3], *held_objects[2], *answers = NULL, *settings_tuple = NULL, *result = NULL;
    PyObject *said_tuple = NULL, *held_tuple = NULL;
    prap_participant_said said = {.size = sizeof said};
    prap_participant_held held = {.size = sizeof held};
    prap_participant_check check = {.size = sizeof check};
    prap_setting settings[PYPRAP_SETTINGS_MAX];
    prap_error error = {.size = sizeof error};
    (void)module;
    /* Read one by one: the format's own brackets take any sequence, and let go of each member before it is used. */
    if (!PyArg_ParseTuple(args, "O!O!O!", &PyTuple_Type, &said_tuple, &PyTuple_Type, &held_tuple, &PyTuple_Type,
                          &settings_tuple) ||
        !PyArg_ParseTuple(said_tuple, "OOOIiI", &said_objects[0], &said_objects[1], &said_objects[2], &said.question,
                          &said.answer_on, &said.tell) ||
        !PyArg_ParseTuple(held_tuple, "OOiO!", &held_objects[0], &held_objects[1], &held.lms_date, &PyTuple_Type,
                          &answers))
        return NULL;
    const Py_ssize_t n = pyprap_read_settings(settings_tuple, settings);
    checking *on = n < 0 ? NULL : PyMem_Calloc(1, sizeof *on);
    if (n < 0) return NULL;
    if (on == NULL) return PyErr_NoMemory();
    int wrong = 0;
    for (int i = 0; wrong == 0 && i < 3; i++) wrong = take(on, said_objects[i]);
    for (int i = 0; wrong == 0 && i < 2; i++) wrong = take(on, held_objects[i]);
    if (wrong == 0) wrong = take_answers(on, answers);
    for (int i = 0; i < 3; i++) spoil(said_objects[i]);
    for (int i = 0; i < 2; i++) spoil(held_objects[i]);
    spoil_answers(answers);
    if (wrong == 0) {
        said.nino = on->secrets[SAID_NINO].text;
        said.name = on->secrets[SAID_NAME].text;
        said.answer = on->secrets[SAID_ANSWER].text;
        held.nino = on->secrets[HELD_NINO].text;
        held.name = on->secrets[HELD_NAME].text;
        held.answers = on->answers;
        held.n = (size_t)PyTuple_Size(answers);
        const prap_status status = prap_participant_check_of(&held, &said, settings, (size_t)n, &check, &error);
        if (status != PRAP_OK) pyprap_raise(status, &error);
        else result = Py_BuildValue("(IsIII)", (unsigned)check.passed, pyprap_rule_id(check.rule),
                                    (unsigned)check.nino_right, (unsigned)check.name_right,
                                    (unsigned)check.answer_right);
    }
    for (Py_ssize_t i = 0; i < on->taken; i++) secret_out(&on->secrets[i]);
    PyMem_Free(on);
    return result;
}

static PyObject *check_nino(PyObject *module, PyObject *object) {
    secret nino;
    prap_error error = {.size = sizeof error};
    (void)module;
    const int wrong = secret_in(object, &nino);
    spoil(object);
    if (wrong != 0) return NULL;
    const prap_status status = prap_nino_check(nino.text, &error);
    secret_out(&nino);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    Py_RETURN_NONE;
}

static PyObject *questions(PyObject *module, PyObject *args) {
    unsigned unavailable = 0, subset = 0;
    PyObject *tuple = NULL;
    prap_setting settings[PYPRAP_SETTINGS_MAX];
    prap_participant_questions found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    (void)module;
    if (!PyArg_ParseTuple(args, "IIO!", &unavailable, &subset, &PyTuple_Type, &tuple)) return NULL;
    const Py_ssize_t n = pyprap_read_settings(tuple, settings);
    if (n < 0) return NULL;
    const prap_status status =
        prap_participant_questions_of(unavailable, subset, settings, (size_t)n, &found, &error);
    if (status != PRAP_OK) return pyprap_raise(status, &error);
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < found.n; i++) {
        PyObject *item = PyLong_FromUnsignedLong(found.questions[i]);
        if (item == NULL || PyList_Append(list, item) != 0) Py_CLEAR(list);
        Py_XDECREF(item);
    }
    if (list == NULL) return NULL;
    return Py_BuildValue("(NIIs)", list, (unsigned)found.first, (unsigned)found.prepare, pyprap_rule_id(found.rule));
}

static PyObject *limits(PyObject *module, PyObject *unused) {
    prap_challenge_limits l = {.size = sizeof l};
    (void)module;
    (void)unused;
    prap_challenge_limits_default(&l);
    return Py_BuildValue("(IIIIIN)", (unsigned)l.answer_minutes, (unsigned)l.failures_max, (unsigned)l.lock_minutes,
                         (unsigned)l.exposed_warn, (unsigned)l.exposed_max, PyBool_FromLong((long)l.redraw));
}

static PyObject *overheard(PyObject *module, PyObject *args) {
    unsigned length = 0, checks = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "II", &length, &checks)) return NULL;
    return PyLong_FromUnsignedLong(prap_overheard_chance(length, checks));
}

PyMethodDef pyprap_verifier_functions[] = {{"check_participant", check_participant, METH_VARARGS, NULL},
                                           {"check_nino", check_nino, METH_O, NULL},
                                           {"participant_questions", questions, METH_VARARGS, NULL},
                                           {"challenge_limits", limits, METH_NOARGS, NULL},
                                           {"overheard_chance", overheard, METH_VARARGS, NULL},
                                           {NULL, NULL, 0, NULL}};
