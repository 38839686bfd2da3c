/* forms.c: the rows of forms.def and form-options.def, and how a form is found by what people call it. */
#include "prap/form.h"

#include "base/text.h"
#include "catalogue/rules.h"
#include "prap/catalogue.h"
#include "vocabulary/vocabulary.h"

#define COUNT(TABLE) (sizeof(TABLE) / sizeof((TABLE)[0]))

enum {
#define X(NUMBER, IDENT, ...) CONTACT_##IDENT = NUMBER,
#include "catalogue/contacts.def"
#undef X
    CONTACT_NONE = 0,
    PRAP_RECORD_NONE = 0,
    PRAP_FORM_OPTION_NONE = 0
};
enum { NO_PERSON, PERSONAL };

/* Each table below takes one kind of row and passes over the others. */
#define A(FORM, NAME)
#define R(FORM, PROGRAMMES, OPTION, RULE, RECIPIENT, CONTACT, MEANS, DUE)
#define F(FORM, FACT, NEED, PERSON, RULE)
#define S(FORM, FACT, OPTION, RULE)
#define T(FORM, FACT)

static const prap_form forms[] = {
#define X(NUMBER, NAME, WORD_NAME, RULE, PROGRAMMES, ACTOR, FIELDS, TEMPLATE, RECORD, COPIES, TITLE, MEANING)  \
    [NUMBER] = {sizeof(prap_form), NUMBER, PRAPI_RULE_##RULE, PRAPI_FORM_ON_##PROGRAMMES, PRAP_ACTOR_##ACTOR, \
                PRAP_FIELDS_##FIELDS, PRAP_OWN_TEMPLATE_##TEMPLATE, PRAP_RECORD_##RECORD, CONTACT_##COPIES,   \
                0, TITLE},
#include "vocabulary/forms.def"
#undef X
#define X(NUMBER, NAME, WORD_NAME, RULE, PROGRAMMES, ACTOR, FIELDS, TEMPLATE, RECORD, COPIES, TITLE, MEANING)
};

#undef A
static const struct {
    uint32_t form;
    const char *name;
} aliases[] = {
#define A(FORM, NAME) {PRAP_FORM_##FORM, NAME},
#include "vocabulary/forms.def"
#undef A
#define A(FORM, NAME)
};

#undef R
static const prap_form_route routes[] = {
#define R(FORM, PROGRAMMES, OPTION, RULE, RECIPIENT, CONTACT, MEANS, DUE)                                     \
    {sizeof(prap_form_route), PRAP_FORM_##FORM, PRAPI_FORM_ON_##PROGRAMMES, PRAP_FORM_OPTION_##OPTION,        \
     PRAPI_RULE_##RULE, PRAP_RECIPIENT_##RECIPIENT, CONTACT_##CONTACT, PRAP_MEANS_##MEANS,                    \
     PRAP_NOTICE_DUE_##DUE},
#include "vocabulary/forms.def"
#undef R
#define R(FORM, PROGRAMMES, OPTION, RULE, RECIPIENT, CONTACT, MEANS, DUE)
};

#undef F
static const prap_form_field fields[] = {
#define F(FORM, FACT, NEED, PERSON, RULE)                                                                     \
    {sizeof(prap_form_field), PRAP_FORM_##FORM, PRAP_FORM_FACT_##FACT, PRAP_NEED_##NEED, PERSON,              \
     PRAPI_RULE_##RULE},
#include "vocabulary/forms.def"
#undef F
#define F(FORM, FACT, NEED, PERSON, RULE)
};

#undef S
static const prapi_form_condition conditions[] = {
#define S(FORM, FACT, OPTION, RULE)                                                                           \
    {PRAP_FORM_##FORM, PRAP_FORM_FACT_##FACT, PRAP_FORM_OPTION_##OPTION, PRAPI_RULE_##RULE},
#include "vocabulary/forms.def"
#undef S
#define S(FORM, FACT, OPTION, RULE)
};

#undef T
static const struct {
    uint32_t form, fact;
} said[] = {
#define T(FORM, FACT) {PRAP_FORM_##FORM, PRAP_FORM_FACT_##FACT},
#include "vocabulary/forms.def"
#undef T
};

static const uint32_t option_programmes[] = {
#undef X
#define X(NUMBER, NAME, FACT, WORD_NAME, PROGRAMMES, RULE, MEANING) [NUMBER] = PRAPI_FORM_ON_##PROGRAMMES,
#include "vocabulary/form-options.def"
#undef X
};

uint32_t prapi_form_option_programmes(uint32_t option) {
    return option_programmes[option];
}

const prap_form *prap_form_by_number(uint32_t form) {
    return form > 0 && form < COUNT(forms) ? &forms[form] : NULL;
}

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_called(const char *ours, const char *name, size_t n) {
    if (prapi_text_bytes(ours) != n) return false;
    for (size_t i = 0; i < n; i++) {
        if (small(ours[i]) != small(name[i])) return false;
    }
    return true;
}

static bool has_alias(uint32_t form, const char *name, size_t n) {
    const char *alias;
    for (uint32_t i = 0; (alias = prap_form_alias_at(form, i)) != NULL; i++) {
        if (is_called(alias, name, n)) return true;
    }
    return false;
}

const prap_form *prap_form_find(const char *name, size_t name_bytes) {
    for (uint32_t i = 1; i != COUNT(forms) && name != NULL; i++) {
        if (is_called(prapi_word_name(PRAP_WORDS_FORM, i), name, name_bytes)) return &forms[i];
        if (is_called(forms[i].title, name, name_bytes) || has_alias(i, name, name_bytes)) return &forms[i];
    }
    return NULL;
}

const char *prap_form_alias_at(uint32_t form, uint32_t i) {
    for (size_t row = 0; row != COUNT(aliases); row++) {
        if (aliases[row].form == form && i-- == 0) return aliases[row].name;
    }
    return NULL;
}

const prap_form_field *prap_form_field_at(uint32_t form, uint32_t i) {
    for (size_t row = 0; row != COUNT(fields); row++) {
        if (fields[row].form == form && i-- == 0) return &fields[row];
    }
    return NULL;
}

const prap_form_route *prap_form_route_at(uint32_t form, uint32_t i) {
    for (size_t row = 0; row != COUNT(routes); row++) {
        if (routes[row].form == form && i-- == 0) return &routes[row];
    }
    return NULL;
}

const prapi_form_condition *prapi_form_condition_at(uint32_t form, uint32_t i) {
    for (size_t row = 0; row != COUNT(conditions); row++) {
        if (conditions[row].form == form && i-- == 0) return &conditions[row];
    }
    return NULL;
}

/* Chapter 15 itself asks where and when it applies, so every form of that chapter takes what says so. */
static bool is_of_any(uint32_t form, uint32_t fact) {
    const bool about_chapter = fact == PRAP_FORM_FACT_ENGLAND_OR_WALES || fact == PRAP_FORM_FACT_IN_FORCE;
    return about_chapter && prapi_form_is_of_chapter(&forms[form]);
}

bool prapi_form_is_of_chapter(const prap_form *form) {
    return prap_rule_by_number(form->rule)->document == PRAP_DOCUMENT_CH15;
}

int prap_form_takes(uint32_t form, uint32_t fact) {
    if (prap_form_by_number(form) == NULL) return 0;
    for (size_t i = 0; i != COUNT(said); i++) {
        if (said[i].form == form && said[i].fact == fact) return 1;
    }
    for (size_t i = 0; i != COUNT(conditions); i++) {
        if (conditions[i].form == form && conditions[i].fact == fact) return 1;
    }
    for (size_t i = 0; i != COUNT(fields); i++) {
        if (fields[i].form == form && fields[i].fact == fact) return 1;
    }
    return is_of_any(form, fact);
}
