/*
 * catalogue.h: the five guidance documents as rows: their rules, each with its paragraph and lines; where they are
 * unclear and which policy chooses; the contacts they name; and from which day each counts.
 *
 * Every reason, deadline and notice carries a rule number; this header turns it into a citation. Read-only data,
 * no allocation. A library built with -Dprose=false has ids, numbers, lines, words and addresses, and "" where a
 * member below is marked prose. Thread rule: any thread, any time. The guidance is Crown copyright under the Open Government
 * Licence v3.0; the statements are in our own words and are not legal advice.
 */
#ifndef PRAP_CATALOGUE_H
#define PRAP_CATALOGUE_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* One rule. Library-owned, never freed. New members are appended. */
typedef struct prap_rule {
    uint32_t size;
    uint32_t number;       /* permanent; 0 is no rule */
    uint32_t document;     /* PRAP_DOCUMENT_* */
    uint32_t kind;         /* PRAP_KIND_* : deadline, guard, transition … (rules.md 0.3) */
    uint32_t software;     /* PRAP_SOFTWARE_YES, _PARTLY, _NO */
    uint32_t first_line;   /* 1-based lines of the seed file */
    uint32_t last_line;
    uint32_t reserved;     /* 0 */
    const char *id;        /* "IPES-3.23-N1" */
    const char *paragraph; /* "3.23" as the document numbers it, or "" */
    const char *text;      /* prose: the statement in our own words */
} prap_rule;

/* How many rules there are. Since 0.1. */
PRAP_API uint32_t prap_rule_count(void);

/* The i-th rule in document order, or NULL past the end. Since 0.1. */
PRAP_API const prap_rule *prap_rule_at(uint32_t i);

/* The rule with a number, or NULL. Since 0.1. */
PRAP_API const prap_rule *prap_rule_by_number(uint32_t number);

/* The rule with an id such as "IPES-3.22" (id_bytes long, exact case), or NULL. Since 0.1. */
PRAP_API const prap_rule *prap_rule_find(const char *id, size_t id_bytes);

/* One document. Its title is the meaning of its word. Library-owned, never freed. New members are appended. */
typedef struct prap_document {
    uint32_t size;
    uint32_t number;    /* PRAP_DOCUMENT_* */
    uint32_t policy;    /* for prap_catalogue_policy_by_number: the setting that gives its dates in force, or 0 */
    uint32_t reserved;  /* 0 */
    prap_day first_day; /* first day on which its text counts, or PRAP_DAY_NONE: no beginning is known */
    prap_day last_day;  /* last day on which it counts, or PRAP_DAY_NONE: no end is known */
    const char *name;   /* "IPES" */
    const char *state;  /* prose: what the document says of its dates */
} prap_document;

/* How many documents; the i-th in the catalogue's order, or NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_document_count(void);
PRAP_API const prap_document *prap_document_at(uint32_t i);

/* The document with a PRAP_DOCUMENT_* number, or with a name (name_bytes long, exact case); or NULL. Since 0.1. */
PRAP_API const prap_document *prap_document_by_number(uint32_t document);
PRAP_API const prap_document *prap_document_find(const char *name, size_t name_bytes);

/* Where the guidance is unclear or contradicts itself. Library-owned, never freed. New members are appended. */
typedef struct prap_ambiguity {
    uint32_t size;
    uint32_t number;         /* permanent: 44 is AMB-44; 0 is none */
    uint32_t n_rules;
    uint32_t n_policies;
    const uint32_t *rules;    /* n_rules: for prap_rule_by_number; what the text below names and no more */
    const uint32_t *policies; /* n_policies: for prap_catalogue_policy_by_number; none: one reading is built in */
    const char *id;           /* "AMB-44" */
    const char *concerns;     /* the rules concerned, as the catalogue writes them: "IPES-3.26 v 3.27" */
    const char *unclear;      /* prose: what is unclear */
    const char *readings;     /* prose: the readings, or "-" */
    const char *recommended;  /* prose: the reading that we recommend, and why */
    const char *policy;       /* "P-LATE-ACK = REFUSE* / ALLOW_WITH_BREACH", * being the default, or "fixed" */
} prap_ambiguity;

/* How many ambiguities; the i-th in the catalogue's order, or NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_ambiguity_count(void);
PRAP_API const prap_ambiguity *prap_ambiguity_at(uint32_t i);

/* The ambiguity with a number, or with an id such as "AMB-44" (id_bytes long, exact case); or NULL. Since 0.1. */
PRAP_API const prap_ambiguity *prap_ambiguity_by_number(uint32_t number);
PRAP_API const prap_ambiguity *prap_ambiguity_find(const char *id, size_t id_bytes);

/*
 * One policy setting of the catalogue (rules.md 4.8), with default and alternatives as it writes them. Those that this
 * version decides by can be set in a rulebook: prap_policy_by_number has their values as numbers. Library-owned,
 * never freed. New members are appended.
 */
typedef struct prap_catalogue_policy {
    uint32_t size;
    uint32_t number;           /* permanent in the catalogue; not PRAP_POLICY_* */
    uint32_t policy;           /* PRAP_POLICY_*, or 0: nothing in this version decides by it */
    uint32_t ambiguity;        /* for prap_ambiguity_by_number: what it serves, or 0 */
    uint32_t rule;             /* for prap_rule_by_number: what it serves, or 0 */
    uint32_t reserved;         /* 0 */
    const char *name;          /* "P-LATE-ACK" */
    const char *default_value; /* "REFUSE" */
    const char *alternatives;  /* "ALLOW_WITH_BREACH"; several are separated by ", "; "-": none; or what may be given */
    const char *serves;        /* "AMB-44", or a rule id, or a section of the catalogue */
} prap_catalogue_policy;

/* How many policies; the i-th in the catalogue's order, or NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_catalogue_policy_count(void);
PRAP_API const prap_catalogue_policy *prap_catalogue_policy_at(uint32_t i);

/* The policy with a number, or with a name such as "P-LATE-ACK" (name_bytes long, exact case); or NULL. Since 0.1. */
PRAP_API const prap_catalogue_policy *prap_catalogue_policy_by_number(uint32_t number);
PRAP_API const prap_catalogue_policy *prap_catalogue_policy_find(const char *name, size_t name_bytes);

/*
 * A contact as the guidance prints it. Some are out of use, blanked out or missing: see status before using one, and
 * let the host have its own (AMB-84). Library-owned, never freed. New members are appended.
 */
typedef struct prap_contact {
    uint32_t size;
    uint32_t number;       /* permanent */
    uint32_t status;       /* PRAP_CONTACT_STATUS_* */
    uint32_t n_rules;
    const uint32_t *rules; /* n_rules: for prap_rule_by_number; where it is printed */
    const char *id;        /* "post-helpline" */
    const char *printed;   /* the address or telephone number and hours; what stands in its place when there is none */
    const char *where;     /* the rules that print it, as the catalogue writes them */
    const char *role;      /* prose: "POST helpline" */
    const char *note;      /* prose: what is known of it: "printed 2017" */
} prap_contact;

/* How many contacts; the i-th in the catalogue's order, or NULL past the end. Since 0.1. */
PRAP_API uint32_t prap_contact_count(void);
PRAP_API const prap_contact *prap_contact_at(uint32_t i);

/* The contact with an id such as "post-helpline" (id_bytes long, exact case), or NULL. Since 0.1. */
PRAP_API const prap_contact *prap_contact_find(const char *id, size_t id_bytes);

#ifdef __cplusplus
}
#endif

#endif
