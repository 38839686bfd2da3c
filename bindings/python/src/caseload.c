/*
 * caseload.c: a caseload asked, a page of findings at a time. No Python of the caller's runs under the walk but its
 * store's: the page is full, the walk stops, and the next one goes on after the last case.
 */
#include "engine.h"

#include <string.h>

#define CAPSULE "prap.snapshots"

/* An array over (case, version, record) of each, in a tuple that it keeps. */
struct snapshots {
    PyObject *tuple;
    size_t n;
    prap_snapshot rows[];
};

static void destroy(PyObject *capsule) {
    struct snapshots *all = PyCapsule_GetPointer(capsule, CAPSULE);
    Py_DECREF(all->tuple);
    PyMem_Free(all);
}

static bool read_row(PyObject *tuple, prap_snapshot *row) {
    const char *case_id = NULL, *record = NULL;
    Py_ssize_t case_bytes = 0, record_bytes = 0;
    unsigned long long version = 0;
    if (!pyprap_is_tuple(tuple, "each of snapshots")) return false;
    if (!PyArg_ParseTuple(tuple, "y#Ky#", &case_id, &case_bytes, &version, &record, &record_bytes)) return false;
    *row = (prap_snapshot){.size = sizeof *row, .next_due = PRAP_DAY_NONE, .version = version,
                           .case_id = {case_id, (size_t)case_bytes},
                           .record = {(const uint8_t *)record, (size_t)record_bytes}};
    return true;
}

/* A tuple is made of the list: what the array borrows from must not change. */
static PyObject *make_snapshots(PyObject *module, PyObject *args) {
    PyObject *list = NULL;
    (void)module;
    if (!PyArg_ParseTuple(args, "O!", &PyList_Type, &list)) return NULL;
    PyObject *tuple = PyList_AsTuple(list);
    if (tuple == NULL) return NULL;
    const Py_ssize_t n = PyTuple_Size(tuple);
    struct snapshots *all = PyMem_Malloc(sizeof *all + (size_t)n * sizeof all->rows[0]);
    PyObject *capsule = NULL;
    bool good = all != NULL;
    if (all == NULL) PyErr_NoMemory();
    for (Py_ssize_t i = 0; good && i < n; i++)
        good = read_row(PyTuple_GetItem(tuple, i), &all->rows[i]);
    if (good) {
        all->n = (size_t)n;
        all->tuple = tuple;
        capsule = PyCapsule_New(all, CAPSULE, destroy);
    }
    if (capsule != NULL) return capsule;
    Py_DECREF(tuple);
    PyMem_Free(all);
    return NULL;
}

PyMethodDef pyprap_caseload_functions[] = {
    {"snapshots", make_snapshots, METH_VARARGS, "snapshots([(case, version, record), ...]) -> snapshots"},
    {NULL, NULL, 0, NULL},
};

enum { PAGE_IS_FULL = 4711 };

/* What is asked, where its totals are kept, and the page. */
typedef struct asking {
    engine_object *self;
    prap_caseload caseload;
    prap_caseload_question question;
    prap_caseload_report report;
    const prap_rulebook *rulebooks[PRAP_ENGINE_RULEBOOKS];
    prap_deadline_total deadlines[PRAP_CASELOAD_DEADLINES_MAX];
    prap_measure_total measures[PRAP_CASELOAD_SIDES][PRAP_MEASURES_MAX];
    uint64_t *days;
    PyObject *page;
    Py_ssize_t limit;
    bool wants_cases;
    prap_status bad;
} asking;

static bool append(PyObject *list, PyObject *item) {
    const bool done = item != NULL && PyList_Append(list, item) == 0;
    Py_XDECREF(item);
    return done;
}

/* Each miss as its day and the place of its deadline in the answer. */
static PyObject *miss_list(const prap_caseload_case *found, unsigned w) {
    PyObject *list = PyList_New(0);
    const prap_answer *side = found->sides[2 * w];
    for (uint32_t i = 0; list != NULL && i < found->n_misses[w]; i++) {
        const unsigned at = (unsigned)(found->misses[w][i].deadline - prap_answer_deadline_at(side, 0));
        if (!append(list, Py_BuildValue("(iI)", (int)found->misses[w][i].on, at))) Py_CLEAR(list);
    }
    return list;
}

/* The measures that the passing of time changes. */
static PyObject *turned_list(const prap_caseload_case *found) {
    PyObject *list = PyList_New(0);
    const prap_measure *now = found->measures[PRAP_CASELOAD_NOW], *then = found->measures[PRAP_CASELOAD_THEN];
    for (uint32_t i = 0; list != NULL && now != NULL && then != NULL && i < found->n_measures; i++) {
        if (now[i].result == then[i].result) continue;
        if (!append(list, Py_BuildValue("(IsII)", (unsigned)then[i].measure, pyprap_rule_id(then[i].rule),
                                        (unsigned)now[i].result, (unsigned)then[i].result)))
            Py_CLEAR(list);
    }
    return list;
}

static prap_status list_difference(void *user, const prap_difference *one) {
    return append(user, Py_BuildValue("(IIIILLs)", (unsigned)one->what, (unsigned)one->deadline, (unsigned)one->kind,
                                      (unsigned)one->words, (long long)one->from, (long long)one->to, one->name.bytes))
               ? PRAP_OK
               : PRAP_FAIL;
}

static PyObject *difference_list(const prap_caseload_case *found) {
    PyObject *list = PyList_New(0);
    if (list == NULL || found->sides[PRAP_CASELOAD_OTHERWISE] == NULL) return list;
    if (prap_answer_difference(found->sides[PRAP_CASELOAD_NOW], found->sides[PRAP_CASELOAD_OTHERWISE], list_difference,
                               list) != PRAP_OK)
        Py_CLEAR(list);
    return list;
}

static PyObject *side_of(const prap_caseload_case *found, unsigned side) {
    if (found->sides[side] != NULL) return pyprap_answer(found->sides[side]);
    Py_RETURN_NONE;
}

static PyObject *found_tuple(const prap_caseload_case *found) {
    return Py_BuildValue("(NiNNNNNNNNII)", pyprap_text(found->case_id), (int)found->status, side_of(found, 0),
                         side_of(found, 1), side_of(found, 2), side_of(found, 3), miss_list(found, 0),
                         miss_list(found, 1), turned_list(found), difference_list(found), (unsigned)found->payment[0],
                         (unsigned)found->differs);
}

/* Only what the question is about: a forecast tells of misses and turns, a comparison of what differs. */
static bool is_wanted(const asking *on, const prap_caseload_case *found) {
    if (on->question.rulebooks != NULL) return found->differs != 0;
    return found->n_misses[0] > 0 || found->turns != 0;
}

static prap_status meet(void *user, const prap_caseload_case *found) {
    asking *on = user;
    if (found->status != PRAP_OK && on->bad == PRAP_OK) on->bad = found->status;
    if (!on->wants_cases || (found->status == PRAP_OK && !is_wanted(on, found))) return PRAP_OK;
    PyObject *item = found->status == PRAP_OK
                         ? found_tuple(found)
                         : Py_BuildValue("(Ni)", pyprap_text(found->case_id), (int)found->status);
    if (!append(on->page, item)) return pyprap_host_keep_exception(&on->self->host);
    if (pyprap_host_broken_off(&on->self->host)) return PRAP_FAIL;
    return PyList_Size(on->page) >= on->limit ? PAGE_IS_FULL : PRAP_OK;
}

static void set_totals(asking *on) {
    const uint32_t n = prap_word_count(PRAP_WORDS_DEADLINE), n_measures = prap_word_count(PRAP_WORDS_MEASURE);
    for (uint32_t i = 0; i <= n; i++)
        on->deadlines[i] = (prap_deadline_total){.size = sizeof on->deadlines[i],
                                                 .deadline = i < n ? prap_word_at(PRAP_WORDS_DEADLINE, i)->number : 0};
    on->question.deadlines = on->deadlines;
    on->question.n_deadlines = n + 1;
    on->question.n_measures = n_measures;
    for (unsigned side = 0; side < 2; side++) {
        if (side == PRAP_CASELOAD_THEN && on->question.until == PRAP_DAY_NONE) continue;
        for (uint32_t i = 0; i < n_measures; i++)
            on->measures[side][i] = (prap_measure_total){.size = sizeof(prap_measure_total),
                                                         .measure = prap_word_at(PRAP_WORDS_MEASURE, i)->number};
        on->question.measures[side] = on->measures[side];
    }
}

/* The misses of each day: (day, [misses by deadline]), days without any left out. */
static PyObject *day_list(const asking *on) {
    PyObject *list = PyList_New(0);
    const size_t n = on->question.n_deadlines;
    for (size_t at = 0; list != NULL && at < on->question.n_days; at += n) {
        PyObject *row = PyList_New(0);
        uint64_t sum = 0;
        for (size_t i = 0; row != NULL && i < n; i++) {
            sum += on->days[at + i];
            if (!append(row, PyLong_FromUnsignedLongLong(on->days[at + i]))) Py_CLEAR(row);
        }
        const int day = on->question.as_of + 1 + (int)(at / n);
        if (row == NULL || (sum != 0 && !append(list, Py_BuildValue("(iO)", day, row)))) Py_CLEAR(list);
        Py_XDECREF(row);
    }
    return list;
}

static PyObject *deadline_list(const asking *on) {
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list != NULL && i < on->question.n_deadlines; i++) {
        const prap_deadline_total *one = &on->deadlines[i];
        const prap_word *word = prap_word_by_number(PRAP_WORDS_DEADLINE, one->deadline);
        if (!append(list, Py_BuildValue("(IsKKKKKKKKK)", (unsigned)one->deadline,
                                        word == NULL ? "" : pyprap_rule_id(word->rule), (unsigned long long)one->due,
                                        (unsigned long long)one->overdue, (unsigned long long)one->misses[0],
                                        (unsigned long long)one->misses[1], (unsigned long long)one->later,
                                        (unsigned long long)one->earlier, (unsigned long long)one->appeared,
                                        (unsigned long long)one->gone, (unsigned long long)one->restated)))
            Py_CLEAR(list);
    }
    return list;
}

static PyObject *result_of(const asking *on, bool whole) {
    const prap_caseload_report *report = &on->report;
    const prap_rulebook *rulebook = pyprap_rulebook(PyTuple_GetItem(on->self->rulebooks, 0));
    const bool has_then = on->question.measures[PRAP_CASELOAD_THEN] != NULL;
    Py_INCREF(on->page);
    return Py_BuildValue("(NOy#(KKKKKK)NNN)", on->page, whole ? Py_True : Py_False, report->last,
                         (Py_ssize_t)report->last_bytes, (unsigned long long)(report->judged + report->bad),
                         (unsigned long long)report->bad, (unsigned long long)report->due,
                         (unsigned long long)report->missing, (unsigned long long)report->turned,
                         (unsigned long long)report->differing, deadline_list(on), day_list(on),
                         pyprap_total_list(on->measures[has_then ? PRAP_CASELOAD_THEN : PRAP_CASELOAD_NOW],
                                           (uint32_t)on->question.n_measures, rulebook));
}

/* Reads the tuple of other rulebooks, and the snapshots; None: none. */
static bool read_sources(asking *on, PyObject *rulebooks, PyObject *snapshots) {
    if (snapshots != Py_None) {
        if (!PyCapsule_IsValid(snapshots, CAPSULE)) {
            PyErr_SetString(PyExc_TypeError, "snapshots are needed");
            return false;
        }
        const struct snapshots *all = PyCapsule_GetPointer(snapshots, CAPSULE);
        on->caseload.snapshots = all->rows;
        on->caseload.n_snapshots = all->n;
    }
    if (rulebooks == Py_None) return true;
    if (!pyprap_is_tuple(rulebooks, "rulebooks")) return false;
    const Py_ssize_t n = PyTuple_Size(rulebooks);
    for (Py_ssize_t i = 0; i < n && i < PRAP_ENGINE_RULEBOOKS; i++) {
        on->rulebooks[i] = pyprap_rulebook(PyTuple_GetItem(rulebooks, i));
        if (on->rulebooks[i] == NULL) return false;
    }
    on->question.rulebooks = on->rulebooks;
    on->question.n_rulebooks = (size_t)n; /* the library refuses too many before it looks at any */
    return true;
}

static PyObject *ask(asking *on) {
    set_totals(on);
    if (on->question.until > on->question.as_of && on->question.until - on->question.as_of <= PRAP_CASELOAD_DAYS_MAX) {
        on->question.n_days = (size_t)(on->question.until - on->question.as_of) * on->question.n_deadlines;
        on->days = PyMem_Calloc(on->question.n_days, sizeof *on->days);
        if (on->days == NULL) return PyErr_NoMemory();
        on->question.days = on->days;
    }
    if (pyprap_begin(on->self) != 0) return NULL;
    prap_error error = {.size = sizeof error};
    prap_status status = prap_engine_caseload(on->self->engine, &on->caseload, &on->question, &on->report, &error);
    const bool full = status == PAGE_IS_FULL;
    /* Each bad case is on the page, or counted; a walk that the store broke off is another thing. */
    if (full || (status == on->bad && strcmp(error.field, "store") != 0)) status = PRAP_OK;
    return pyprap_end(on->self, status, &error, status == PRAP_OK ? result_of(on, !full) : NULL);
}

PyObject *pyprap_caseload(PyObject *object, PyObject *args) {
    const char *tenant = NULL, *after = NULL, *until = NULL;
    Py_ssize_t tenant_bytes = 0, after_bytes = 0, until_bytes = 0, limit = 0;
    int as_of = 0, due_by = 0, until_day = 0;
    PyObject *rulebooks = NULL, *snapshots = NULL;
    if (!PyArg_ParseTuple(args, "y#y#y#iiiOOn", &tenant, &tenant_bytes, &after, &after_bytes, &until, &until_bytes, &as_of,
                          &due_by, &until_day, &rulebooks, &snapshots, &limit))
        return NULL;
    asking *on = PyMem_Calloc(1, sizeof *on);
    if (on == NULL) return PyErr_NoMemory();
    on->self = (engine_object *)object;
    on->limit = limit;
    on->wants_cases = limit > 0;
    on->caseload = (prap_caseload){.size = sizeof on->caseload, .tenant = {tenant, (size_t)tenant_bytes},
                                   .after = {after, (size_t)after_bytes}, .until = {until, (size_t)until_bytes}};
    on->question = (prap_caseload_question){.size = sizeof on->question, .as_of = as_of, .due_by = due_by,
                                            .until = until_day, .first = PRAP_DAY_NONE, .last = PRAP_DAY_NONE,
                                            .visit = meet, .user = on};
    on->report.size = sizeof on->report;
    on->page = PyList_New(0);
    PyObject *result = NULL;
    if (on->page != NULL && read_sources(on, rulebooks, snapshots)) result = ask(on);
    Py_XDECREF(on->page);
    PyMem_Free(on->days);
    PyMem_Free(on);
    return result;
}
