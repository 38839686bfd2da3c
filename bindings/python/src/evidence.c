/* evidence.c: the checklists of a case and the records it has made. The order of members is that of ../prap/evidence.py. */
#include "engine.h"

/* A list that a walk fills. */
typedef struct filling {
    pyprap_host *host;
    PyObject *list;
} filling;

static prap_status add(const filling *into, PyObject *item) {
    const int added = item == NULL ? -1 : PyList_Append(into->list, item);
    Py_XDECREF(item);
    if (added != 0) return pyprap_host_keep_exception(into->host);
    return pyprap_host_broken_off(into->host) ? PRAP_FAIL : PRAP_OK;
}

static PyObject *check_tuple(const prap_check *check) {
    return Py_BuildValue("(IIIsI(IIL)IiiK)", (unsigned)check->fact, (unsigned)check->event, (unsigned)check->state,
                         pyprap_rule_id(check->rule), (unsigned)check->required, (unsigned)check->said.fact,
                         (unsigned)check->said.kind, (long long)check->said.value, (unsigned)check->by,
                         (int)check->on, (int)check->recorded, (unsigned long long)check->sequence);
}

static PyObject *check_list(const prap_checklist *list) {
    PyObject *checks = PyList_New(0);
    for (size_t i = 0; checks != NULL && i < list->n_checks; i++) {
        PyObject *item = check_tuple(&list->checks[i]);
        if (item == NULL || PyList_Append(checks, item) != 0) Py_CLEAR(checks);
        Py_XDECREF(item);
    }
    return checks;
}

static prap_status meet_checklist(void *user, const prap_checklist *list) {
    const prap_checklist_kind *kind = prap_checklist_kind_by_number(list->checklist);
    return add(user, Py_BuildValue("(IsIIiK(IIIII)N)", (unsigned)list->checklist, pyprap_rule_id(kind->rule),
                                   (unsigned)list->complete, (unsigned)list->opened_by, (int)list->opened_on,
                                   (unsigned long long)list->sequence, (unsigned)list->n_required,
                                   (unsigned)list->n_done, (unsigned)list->n_not_done, (unsigned)list->n_unknown,
                                   (unsigned)list->n_missing, check_list(list)));
}

static prap_status meet_kept(void *user, const prap_kept *kept) {
    const prap_record_kind *kind = prap_record_kind_by_number(kept->record);
    return add(user, Py_BuildValue("(IsIIIKKii)", (unsigned)kept->record, pyprap_rule_id(kept->rule),
                                   (unsigned)kind->retention, (unsigned)kind->computation, (unsigned)kept->n_events,
                                   (unsigned long long)kept->first, (unsigned long long)kept->last,
                                   (int)kept->first_on, (int)kept->last_on));
}

/* Both calls have tenant, case and day; the checklists a number besides, -1 for the records. */
static PyObject *ask(engine_object *self, prap_key key, int as_of, int checklist) {
    filling into = {&self->host, PyList_New(0)};
    if (into.list == NULL) return NULL;
    if (pyprap_begin(self) != 0) {
        Py_DECREF(into.list);
        return NULL;
    }
    prap_error error = {.size = sizeof error};
    const prap_status status =
        checklist < 0 ? prap_engine_records(self->engine, &key, as_of, meet_kept, &into, &error)
                      : prap_engine_checklist(self->engine, &key, as_of, (uint32_t)checklist, meet_checklist, &into,
                                              &error);
    return pyprap_end(self, status, &error, into.list);
}

PyObject *pyprap_checklists(PyObject *object, PyObject *args) {
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0, checklist = 0;
    if (!PyArg_ParseTuple(args, "y#y#ii", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of, &checklist))
        return NULL;
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    return ask((engine_object *)object, key, as_of, checklist);
}

PyObject *pyprap_records(PyObject *object, PyObject *args) {
    const char *tenant = NULL, *case_id = NULL;
    Py_ssize_t tenant_bytes = 0, case_bytes = 0;
    int as_of = 0;
    if (!PyArg_ParseTuple(args, "y#y#i", &tenant, &tenant_bytes, &case_id, &case_bytes, &as_of)) return NULL;
    const prap_key key = {{tenant, (size_t)tenant_bytes}, {case_id, (size_t)case_bytes}};
    return ask((engine_object *)object, key, as_of, -1);
}
