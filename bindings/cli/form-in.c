/* form-in.c: one line for prap form as a question: the form, the programme, the day and what is said of them. */
#include "form.h"

#include <string.h>

#include "event-in.h"

static const char *const own[] = {"id", "form", "programme", "on", "own_contacts"};

static bool is_own(const char *name) {
    for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
        if (strcmp(own[i], name) == 0) return true;
    }
    return false;
}

bool cli_form_is_field(const char *name) {
    return is_own(name) || prap_word_find(PRAP_WORDS_FORM_FACT, name, strlen(name)) != NULL;
}

static bool wrong(struct cli_fault *ret_fault, prap_status status, const char *field, const char *message) {
    cli_fault_set(ret_fault, prap_status_name(status), field, message);
    return false;
}

static bool read_form(const json_t *object, prap_form_question *question, struct cli_fault *ret_fault) {
    prap_text name;
    if (!cli_json_text(object, "form", true, &name, ret_fault)) return false;
    const prap_form *form = prap_form_find(name.bytes, name.n);
    if (form == NULL) return wrong(ret_fault, PRAP_E_WORD, "form", "there is no such form; prap forms lists them");
    question->form = form->form;
    return true;
}

/* A field's name is no fact twice, so there are never more than there is room for. */
static bool read_facts(struct cli_form_line *line, struct cli_fault *ret_fault) {
    const char *name;
    json_t *value;
    json_object_foreach(line->object, name, value) {
        if (is_own(name)) continue;
        const prap_word *word = prap_word_find(PRAP_WORDS_FORM_FACT, name, strlen(name));
        if (!prap_form_takes(line->question.form, word->number))
            return wrong(ret_fault, PRAP_E_RANGE, name, "this form does not take the fact; prap forms lists those that it takes");
        if (!cli_fact_read(word, value, &line->facts[line->question.n_facts], ret_fault)) return false;
        line->question.n_facts++;
    }
    line->question.facts = line->facts;
    return true;
}

static bool read_own_contacts(const json_t *object, prap_form_question *question, struct cli_fault *ret_fault) {
    const json_t *list = json_object_get(object, "own_contacts"), *id;
    size_t i;
    if (list != NULL && !json_is_array(list))
        return wrong(ret_fault, PRAP_E_TYPE, "own_contacts", "a list of contacts is wanted");
    json_array_foreach(list, i, id) {
        const char *text = json_string_value(id);
        const prap_contact *contact = text == NULL ? NULL : prap_contact_find(text, strlen(text));
        if (contact == NULL)
            return wrong(ret_fault, PRAP_E_WORD, "own_contacts", "there is no such contact; prap contacts lists them");
        question->own_contacts |= UINT64_C(1) << (contact->number - 1);
    }
    return true;
}

bool cli_form_read(struct cli_form_line *line, struct cli_fault *ret_fault) {
    prap_form_question *question = &line->question;
    *question = (prap_form_question){.size = sizeof *question, .on = PRAP_DAY_NONE};
    if (json_object_get(line->object, "id") != NULL && cli_json_id(line->object) == NULL)
        return wrong(ret_fault, PRAP_E_TYPE, "id", "an id is a text or a whole number");
    return read_form(line->object, question, ret_fault) &&
           cli_json_word(line->object, "programme", PRAP_WORDS_PROGRAMME, false, &question->programme, ret_fault) &&
           cli_json_day(line->object, "on", true, &question->on, ret_fault) && read_facts(line, ret_fault) &&
           read_own_contacts(line->object, question, ret_fault);
}
