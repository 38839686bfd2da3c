/* forms.c: the rows of the forms; a question about one, and one about a service, as numbers; findings out. */
#include "extension.h"

static const char *contact_id(uint32_t number) {
    return number == 0 ? "" : prap_contact_at(number - 1)->id;
}

/* (fact, kind, value) of each; NULL with an exception set. */
static prap_fact *facts_in(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    prap_fact *facts = n < 0 ? NULL : PyMem_Calloc((size_t)n + 1, sizeof *facts);
    if (facts == NULL && n >= 0) PyErr_NoMemory();
    for (Py_ssize_t i = 0; facts != NULL && i < n; i++) {
        long long value = 0;
        PyObject *item = PyTuple_GetItem(tuple, i);
        if (pyprap_is_tuple(item, "each of facts") &&
            PyArg_ParseTuple(item, "IIL", &facts[i].fact, &facts[i].kind, &value)) {
            facts[i].value = value;
            continue;
        }
        PyMem_Free(facts);
        facts = NULL;
    }
    *ret_n = (size_t)n;
    return facts;
}

static PyObject *field_at(uint32_t form, uint32_t i) {
    const prap_form_field *field = prap_form_field_at(form, i);
    return Py_BuildValue("(IIIs)", (unsigned)field->fact, (unsigned)field->need, (unsigned)field->personal,
                         pyprap_rule_id(field->rule));
}

static PyObject *route_at(uint32_t form, uint32_t i) {
    const prap_form_route *route = prap_form_route_at(form, i);
    return Py_BuildValue("(IIsIsII)", (unsigned)route->programmes, (unsigned)route->option, pyprap_rule_id(route->rule),
                         (unsigned)route->recipient, contact_id(route->contact), (unsigned)route->means,
                         (unsigned)route->due);
}

static PyObject *alias_at(uint32_t form, uint32_t i) {
    return PyUnicode_FromString(prap_form_alias_at(form, i));
}

static PyObject *form_row(const prap_form *form) {
    uint32_t fields = 0, routes = 0, aliases = 0;
    while (prap_form_field_at(form->form, fields) != NULL) fields++;
    while (prap_form_route_at(form->form, routes) != NULL) routes++;
    while (prap_form_alias_at(form->form, aliases) != NULL) aliases++;
    return Py_BuildValue("(IsIIIIIssNNN)", (unsigned)form->form, pyprap_rule_id(form->rule), (unsigned)form->programmes,
                         (unsigned)form->actor, (unsigned)form->fields, (unsigned)form->own_template,
                         (unsigned)form->record, contact_id(form->copies), form->title,
                         pyprap_list(alias_at, form->form, aliases), pyprap_list(route_at, form->form, routes),
                         pyprap_list(field_at, form->form, fields));
}

static PyObject *form_at(PyObject *module, PyObject *args) {
    unsigned form = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "I", &form)) return NULL;
    const prap_form *found = prap_form_by_number(form);
    if (found == NULL) Py_RETURN_NONE;
    return form_row(found);
}

static PyObject *form_find(PyObject *module, PyObject *args) {
    const char *name = NULL;
    Py_ssize_t n = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &name, &n)) return NULL;
    const prap_form *found = prap_form_find(name, (size_t)n);
    return PyLong_FromUnsignedLong(found == NULL ? 0 : found->form);
}

static PyObject *form_takes(PyObject *module, PyObject *args) {
    unsigned form = 0, fact = 0;
    (void)module;
    return PyArg_ParseTuple(args, "II", &form, &fact) ? PyBool_FromLong(prap_form_takes(form, fact)) : NULL;
}

static prap_status hear_form(void *user, const prap_form_finding *finding) {
    PyObject *item = Py_BuildValue("(IsIIIIsis)", (unsigned)finding->finding, pyprap_rule_id(finding->rule),
                                   (unsigned)finding->severity, (unsigned)finding->fact, (unsigned)finding->form,
                                   (unsigned)finding->policy, contact_id(finding->contact), (int)finding->day,
                                   prap_form_finding_cure(finding->finding));
    const int kept = item == NULL ? -1 : PyList_Append(user, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static PyObject *ask_form(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                          const prap_form_question *question) {
    prap_form_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    PyObject *findings = PyList_New(0);
    if (findings == NULL) return NULL;
    const prap_status status =
        prap_form_ask(calendar, settings, n_settings, question, hear_form, findings, &found, &error);
    if (status == PRAP_OK)
        return Py_BuildValue("((IIIIIIsIIIiiiIIIi)N)", (unsigned)found.outcome, (unsigned)found.verdict,
                             (unsigned)found.complete, (unsigned)found.n_missing, (unsigned)found.n_unknown,
                             (unsigned)found.recipient, contact_id(found.contact), (unsigned)found.contact_status,
                             (unsigned)found.means, (unsigned)found.due_kind, (int)found.due, (int)found.prudent,
                             (int)found.plan_by, (unsigned)found.late, (unsigned)found.record,
                             (unsigned)found.retention, (int)found.keep_until, findings);
    Py_DECREF(findings);
    return PyErr_Occurred() == NULL ? pyprap_raise(status, &error) : NULL;
}

static PyObject *form_ask(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *settings_tuple = NULL, *facts_tuple = NULL, *result = NULL;
    prap_form_question question = {.size = sizeof question};
    unsigned long long own = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!IIiO!K", &object, &PyTuple_Type, &settings_tuple, &question.form,
                          &question.programme, &question.on, &PyTuple_Type, &facts_tuple, &own))
        return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    size_t n_settings = 0;
    prap_setting *settings = pyprap_settings(settings_tuple, &n_settings);
    prap_fact *facts = settings == NULL ? NULL : facts_in(facts_tuple, &question.n_facts);
    question.facts = facts;
    question.own_contacts = own;
    if (facts != NULL) result = ask_form(calendar, settings, n_settings, &question);
    PyMem_Free(facts);
    PyMem_Free(settings);
    return result;
}

static prap_status hear_service(void *user, const prap_service_finding *finding) {
    const int at = finding->at == PRAP_SERVICE_NO_DAY ? -1 : (int)finding->at;
    PyObject *item = Py_BuildValue("(IsIIsiiNs)", (unsigned)finding->finding, pyprap_rule_id(finding->rule),
                                   (unsigned)finding->severity, (unsigned)finding->policy, contact_id(finding->contact),
                                   at, (int)finding->day, pyprap_moment(finding->last_usable),
                                   prap_service_finding_cure(finding->finding));
    const int kept = item == NULL ? -1 : PyList_Append(user, item);
    Py_XDECREF(item);
    return kept == 0 ? PRAP_OK : PRAP_FAIL;
}

static PyObject *ask_service(const prap_calendar *calendar, const prap_setting *settings, size_t n_settings,
                             const prap_service_question *question) {
    prap_service_answer found = {.size = sizeof found};
    prap_error error = {.size = sizeof error};
    PyObject *findings = PyList_New(0);
    if (findings == NULL) return NULL;
    const prap_status status =
        prap_service_ask(calendar, settings, n_settings, question, hear_service, findings, &found, &error);
    if (status == PRAP_OK)
        return Py_BuildValue("((IINNssiiI)N)", (unsigned)found.verdict, (unsigned)found.open, pyprap_moment(found.opens),
                             pyprap_moment(found.other_opens), contact_id(found.phone), contact_id(found.email),
                             (int)found.audit_due, (int)found.review_due, (unsigned)found.remind, findings);
    Py_DECREF(findings);
    return PyErr_Occurred() == NULL ? pyprap_raise(status, &error) : NULL;
}

static prap_day *days_in(PyObject *tuple, size_t *ret_n) {
    const Py_ssize_t n = PyTuple_Size(tuple);
    prap_day *days = n < 0 ? NULL : PyMem_Calloc((size_t)n + 1, sizeof *days);
    if (days == NULL && n >= 0) PyErr_NoMemory();
    for (Py_ssize_t i = 0; days != NULL && i < n; i++) {
        const long day = PyLong_AsLong(PyTuple_GetItem(tuple, i));
        if (PyErr_Occurred() == NULL && (day < INT32_MIN || day > INT32_MAX)) /* a cast would make another day of it */
            PyErr_SetString(PyExc_OverflowError, "each of days must be an int of 32 bits");
        days[i] = (prap_day)day;
        if (PyErr_Occurred() == NULL) continue;
        PyMem_Free(days);
        days = NULL;
    }
    *ret_n = (size_t)n;
    return days;
}

static PyObject *service_ask(PyObject *module, PyObject *args) {
    PyObject *object = NULL, *settings_tuple = NULL, *windows_tuple = NULL, *days_tuple = NULL, *result = NULL;
    prap_service_question question = {.size = sizeof question};
    (void)module;
    if (!PyArg_ParseTuple(args, "OO!II(iii)IIIII(iii)O!O!", &object, &PyTuple_Type, &settings_tuple, &question.service,
                          &question.flags, &question.at.day, &question.at.minute, &question.at.offset, &question.subject,
                          &question.route, &question.programme, &question.duties, &question.standards, &question.audited,
                          &question.reviewed, &question.changed, &PyTuple_Type, &windows_tuple, &PyTuple_Type,
                          &days_tuple))
        return NULL;
    const prap_calendar *calendar = pyprap_calendar(object);
    if (calendar == NULL) return NULL;
    size_t n_settings = 0;
    prap_setting *settings = pyprap_settings(settings_tuple, &n_settings);
    prap_window *windows = settings == NULL ? NULL : pyprap_windows(windows_tuple, &question.n_outages);
    prap_day *days = windows == NULL ? NULL : days_in(days_tuple, &question.n_days);
    question.outages = windows;
    question.days = days;
    if (days != NULL) result = ask_service(calendar, settings, n_settings, &question);
    PyMem_Free(days);
    PyMem_Free(windows);
    PyMem_Free(settings);
    return result;
}

PyMethodDef pyprap_forms_functions[] = {
    {"form_at", form_at, METH_VARARGS, "form_at(form) -> (form, rule, ..., aliases, routes, fields), or None"},
    {"form_find", form_find, METH_VARARGS, "form_find(name) -> int, 0 for none"},
    {"form_takes", form_takes, METH_VARARGS, "form_takes(form, fact) -> bool"},
    {"form_ask", form_ask, METH_VARARGS,
     "form_ask(calendar, settings, form, programme, on, facts, own_contacts) -> ((outcome, verdict, ...), [finding])"},
    {"service_ask", service_ask, METH_VARARGS,
     "service_ask(calendar, settings, service, flags, at, subject, route, programme, duties, standards, "
     "(audited, reviewed, changed), outages, days) -> ((verdict, open, ...), [finding])"},
    {NULL, NULL, 0, NULL},
};
