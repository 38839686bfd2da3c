/* catalogue.c: rules, documents, ambiguities, policies and contacts of the guidance; numbers become ids. */
#include "extension.h"

static PyObject *rule_tuple(const prap_rule *rule) {
    return Py_BuildValue("(IIIIIIsss)", (unsigned)rule->number, (unsigned)rule->document,
                         (unsigned)rule->kind, (unsigned)rule->software, (unsigned)rule->first_line,
                         (unsigned)rule->last_line, rule->id, rule->paragraph, rule->text);
}

static PyObject *build_rule(uint32_t kind, uint32_t i) {
    (void)kind;
    return rule_tuple(prap_rule_at(i));
}

static PyObject *rules(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    return pyprap_list(build_rule, 0, prap_rule_count());
}

static PyObject *rule(PyObject *module, PyObject *args) {
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &id, &id_bytes)) return NULL;
    const prap_rule *found = prap_rule_find(id, (size_t)id_bytes);
    if (found == NULL) Py_RETURN_NONE;
    return rule_tuple(found);
}

static PyObject *document_tuple(const prap_document *document) {
    const prap_catalogue_policy *policy = prap_catalogue_policy_by_number(document->policy);
    return Py_BuildValue("(Iiisss)", (unsigned)document->number, (int)document->first_day,
                         (int)document->last_day, document->name, document->state,
                         policy == NULL ? "" : policy->name);
}

static PyObject *build_document(uint32_t kind, uint32_t i) {
    (void)kind;
    return document_tuple(prap_document_at(i));
}

static PyObject *documents(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    return pyprap_list(build_document, 0, prap_document_count());
}

static PyObject *document(PyObject *module, PyObject *args) {
    int number = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "i", &number)) return NULL;
    const prap_document *found = prap_document_by_number((uint32_t)number);
    if (found == NULL) Py_RETURN_NONE;
    return document_tuple(found);
}

/* A list of the ids of n rules. */
static PyObject *rule_ids(const uint32_t *rules, uint32_t n) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < n; i++) {
        PyObject *id = PyUnicode_FromString(pyprap_rule_id(rules[i]));
        if (id == NULL || PyList_Append(list, id) != 0) Py_CLEAR(list);
        Py_XDECREF(id);
    }
    return list;
}

/* The names of an ambiguity's policies, for pyprap_list. */
static PyObject *build_policy_name(uint32_t number, uint32_t i) {
    const uint32_t policy = prap_ambiguity_by_number(number)->policies[i];
    return PyUnicode_FromString(prap_catalogue_policy_by_number(policy)->name);
}

static PyObject *ambiguity_tuple(const prap_ambiguity *ambiguity) {
    return Py_BuildValue("(IssssssNN)", (unsigned)ambiguity->number, ambiguity->id, ambiguity->concerns,
                         ambiguity->unclear, ambiguity->readings, ambiguity->recommended, ambiguity->policy,
                         rule_ids(ambiguity->rules, ambiguity->n_rules),
                         pyprap_list(build_policy_name, ambiguity->number, ambiguity->n_policies));
}

static PyObject *build_ambiguity(uint32_t kind, uint32_t i) {
    (void)kind;
    return ambiguity_tuple(prap_ambiguity_at(i));
}

static PyObject *ambiguities(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    return pyprap_list(build_ambiguity, 0, prap_ambiguity_count());
}

static PyObject *ambiguity(PyObject *module, PyObject *args) {
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &id, &id_bytes)) return NULL;
    const prap_ambiguity *found = prap_ambiguity_find(id, (size_t)id_bytes);
    if (found == NULL) Py_RETURN_NONE;
    return ambiguity_tuple(found);
}

static PyObject *policy_tuple(const prap_catalogue_policy *policy) {
    return Py_BuildValue("(IIssss)", (unsigned)policy->number, (unsigned)policy->policy, policy->name,
                         policy->default_value, policy->alternatives, policy->serves);
}

static PyObject *build_policy(uint32_t kind, uint32_t i) {
    (void)kind;
    return policy_tuple(prap_catalogue_policy_at(i));
}

static PyObject *catalogue_policies(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    return pyprap_list(build_policy, 0, prap_catalogue_policy_count());
}

static PyObject *catalogue_policy(PyObject *module, PyObject *args) {
    const char *name = NULL;
    Py_ssize_t name_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &name, &name_bytes)) return NULL;
    const prap_catalogue_policy *found = prap_catalogue_policy_find(name, (size_t)name_bytes);
    if (found == NULL) Py_RETURN_NONE;
    return policy_tuple(found);
}

static PyObject *contact_tuple(const prap_contact *contact) {
    return Py_BuildValue("(IIsssssN)", (unsigned)contact->number, (unsigned)contact->status, contact->id,
                         contact->printed, contact->where, contact->role, contact->note,
                         rule_ids(contact->rules, contact->n_rules));
}

static PyObject *build_contact(uint32_t kind, uint32_t i) {
    (void)kind;
    return contact_tuple(prap_contact_at(i));
}

static PyObject *contacts(PyObject *module, PyObject *args) {
    (void)module;
    (void)args;
    return pyprap_list(build_contact, 0, prap_contact_count());
}

static PyObject *contact(PyObject *module, PyObject *args) {
    const char *id = NULL;
    Py_ssize_t id_bytes = 0;
    (void)module;
    if (!PyArg_ParseTuple(args, "y#", &id, &id_bytes)) return NULL;
    const prap_contact *found = prap_contact_find(id, (size_t)id_bytes);
    if (found == NULL) Py_RETURN_NONE;
    return contact_tuple(found);
}

PyMethodDef pyprap_catalogue_functions[] = {
    {"rules", rules, METH_NOARGS, "rules() -> every rule of the catalogue in document order"},
    {"rule", rule, METH_VARARGS, "rule(id) -> one rule, or None"},
    {"documents", documents, METH_NOARGS, "documents() -> every document"},
    {"document", document, METH_VARARGS, "document(number) -> one document, or None"},
    {"ambiguities", ambiguities, METH_NOARGS, "ambiguities() -> every ambiguity"},
    {"ambiguity", ambiguity, METH_VARARGS, "ambiguity(id) -> one ambiguity, or None"},
    {"catalogue_policies", catalogue_policies, METH_NOARGS, "catalogue_policies() -> every policy"},
    {"catalogue_policy", catalogue_policy, METH_VARARGS, "catalogue_policy(name) -> one policy, or None"},
    {"contact", contact, METH_VARARGS, "contact(id) -> one contact, or None"},
    {"contacts", contacts, METH_NOARGS, "contacts() -> every contact"},
    {NULL, NULL, 0, NULL},
};
