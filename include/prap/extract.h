/*
 * extract.h: the data that DWP shares of a participant: Chapter 15, paragraph 4 and Annex A, as items; one
 * record of a referral extract held against them; and two records of the same referral compared. Rules CH15-3
 * to CH15-16, CH15-A-01 to CH15-A-59; AMB-60, AMB-64, AMB-79.
 *
 * The lists are not exhaustive and new items may be added (CH15-4-B1): what is in neither is allowed and told
 * of, never refused. The documents print no form of any value and do not say which item must be there; what
 * is asked for here is said with each item.
 *
 * Values are personal data: borrowed for the call, never stored, put into an answer, an error or a finding;
 * what was made of them is wiped. A finding names the item and the place of the value. prap_data_mark_record
 * makes of each value a keyed hash, so that a host can see tomorrow what has changed without keeping what it
 * was.
 *
 * Every function is pure and allocates nothing. Thread rule: any thread, each with its own structs.
 */
#ifndef PRAP_EXTRACT_H
#define PRAP_EXTRACT_H

#include <stddef.h>
#include <stdint.h>

#include "prap/day.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

#define PRAP_DATA_VALUES_MAX 4096 /* values in one record */
#define PRAP_DATA_TEXT_BYTES 32768 /* longest text; a name or an identifier has at most 200 bytes */
#define PRAP_DATA_KEY_BYTES  16    /* of a key for marks */
#define PRAP_DATA_NO_VALUE  UINT32_MAX

/* What an item is for: bits of prap_data_item.roles. */
enum {
    PRAP_DATA_ROLE_REFERRAL = 1, /* it comes with the referral */
    PRAP_DATA_ROLE_CHANGE = 2,   /* it is a change that DWP tells of (CH15-9) */
    PRAP_DATA_ROLE_EARNINGS = 4, /* it is what DWP tells of earnings (CH15-16) */
};

/* Where the document has it: bits of prap_data_item.sources. */
enum {
    PRAP_DATA_IN_PARAGRAPH_4 = 1,
    PRAP_DATA_IN_ANNEX_A = 2,
};

/* One item. Its word (PRAP_WORDS_DATA_ITEM) has its name and meaning. Library-owned. New members are
 * appended. */
typedef struct prap_data_item {
    uint32_t size;
    uint32_t item;        /* PRAP_DATA_ITEM_* */
    uint32_t type;        /* PRAP_DATA_TYPE_*: what its name says its value is */
    uint32_t need;        /* PRAP_DATA_NEED_* */
    uint32_t about;       /* PRAP_DATA_ABOUT_*: whose data it is */
    uint32_t roles;       /* PRAP_DATA_ROLE_* */
    uint32_t sources;     /* PRAP_DATA_IN_* */
    uint32_t programmes;  /* bit PRAP_PROGRAMME_*: those that it is applicable to */
    uint32_t care;        /* PRAP_DATA_CARE_*: special-category and criminal-offence data are told apart */
    uint32_t part_of;     /* the item that it is a part of, or 0 */
    uint32_t change;      /* the change item that a difference in it comes to, itself or another; or 0 */
    uint32_t repeats;     /* 1: a participant can have several */
    uint32_t rules[3];    /* for prap_rule_by_number: of paragraph 4, then of Annex A; 0 after the last */
    uint32_t reserved;    /* 0 */
    const char *care_why; /* why it needs that care, or "" */
} prap_data_item;

/* The item with a number, or NULL. Since 0.1. */
PRAP_API const prap_data_item *prap_data_item_by_number(uint32_t item);

/*
 * The item that a heading names, or 0: its public name, or a heading of the documents. Capitals count as
 * small letters, any run of other characters as one hyphen, and apostrophes not at all: "National Insurance
 * number", "NINO", "nino", "Claimant's earnings reach £1,000". heading may be NULL when heading_bytes is 0.
 * Since 0.1.
 */
PRAP_API uint32_t prap_data_item_find(const char *heading, size_t heading_bytes);

/* The i-th heading of an item beside its public name, in that form, or NULL. Since 0.1. */
PRAP_API const char *prap_data_item_heading_at(uint32_t item, uint32_t i);

/* One value of a record. item 0: the host knows of no such item. Blank text is no value. A frozen value type. */
typedef struct prap_data_value {
    prap_text text;
    uint32_t item;     /* PRAP_DATA_ITEM_* or 0 */
    uint32_t reserved; /* 0 */
} prap_data_value;

/* One record, and what is known of it. New members are appended. Everything it points at is borrowed for the
 * call. */
typedef struct prap_data_record {
    uint32_t size;
    uint32_t programme; /* PRAP_PROGRAMME_*, or 0: not known */
    uint32_t channel;   /* PRAP_DATA_CHANNEL_* that it came by, or 0: not known */
    uint32_t mappa;     /* PRAP_VALUE_YES, _NO or _UNKNOWN; 0 is unknown */
    uint32_t scr;       /* likewise: a Special Customer Record */
    uint32_t partial;   /* 1: a notice of some items, of which none is missing; 0: a whole referral */
    prap_day on;        /* the day it came, or PRAP_DAY_NONE */
    uint32_t reserved;  /* 0 */
    const prap_data_value *values;
    size_t n; /* at most PRAP_DATA_VALUES_MAX */
} prap_data_record;

/* One finding. Borrowed for the visit. New members are appended. */
typedef struct prap_data_finding {
    uint32_t size;
    uint32_t finding;  /* PRAP_DATA_FINDING_*: its word says why */
    uint32_t rule;     /* for prap_rule_by_number: the item's own, or the finding's */
    uint32_t severity; /* PRAP_SEVERITY_* */
    uint32_t item;     /* PRAP_DATA_ITEM_*, or 0 */
    uint32_t at;       /* index of the value, or PRAP_DATA_NO_VALUE */
    uint32_t other;    /* of what is there twice: index of the first; or PRAP_DATA_NO_VALUE */
} prap_data_finding;

/* Returns PRAP_OK to go on; anything else ends it and is returned. */
typedef prap_status (*prap_visit_data_finding)(void *user, const prap_data_finding *finding);

/* A record in short. The caller's memory; set size before the call. New members are appended. */
typedef struct prap_data_answer {
    uint32_t size;
    uint32_t verdict;  /* PRAP_VERDICT_*: REFUSED when a finding forbids, else UNDECIDED when one cannot tell */
    uint32_t channel;  /* PRAP_DATA_CHANNEL_* that it belongs to, or 0 while it is not known (CH15-5, 7, 8) */
    uint32_t items;    /* how many different items are there */
    uint32_t unknown;  /* how many values are of no item */
    uint32_t health;   /* how many values are of special-category items, */
    uint32_t criminal; /*   of criminal-offence items, */
    uint32_t may_tell; /*   and of items in which either may stand */
    uint32_t findings; /* how many were visited */
} prap_data_answer;

/*
 * Checks one record: what is missing, malformed, there twice, unknown, not of the programme; whether it may
 * come by that channel at all; and which values need particular care. Findings come in the order of
 * explanation: the channel, what is missing, then the values one after another. visit: or NULL. ret_answer:
 * its size set by the caller.
 *
 * A Special Customer Record comes on paper only: by any other channel it is refused, and one that may be such
 * is undecided (CH15-8, AMB-64, X-44). A MAPPA referral comes through PRaP (CH15-7, AMB-60) and without
 * address and telephone: those are not asked for, and told of when they are there. "No" to a change or a
 * threshold is no value.
 *
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (no such programme, channel, value or item);
 * PRAP_E_DAY; PRAP_E_RANGE (partial); PRAP_E_LIMIT (too many values); what visit returned. The error names
 * the field. Since 0.1.
 */
PRAP_API prap_status prap_data_check(const prap_data_record *record, prap_visit_data_finding visit,
                                     void *user, prap_data_answer *ret_answer, prap_error *reterr);

/* What to do about a finding, or "" when nothing is; NULL for an unknown one. Static. Since 0.1. */
PRAP_API const char *prap_data_finding_cure(uint32_t finding);

/* One difference. Borrowed for the visit. New members are appended. */
typedef struct prap_data_difference {
    uint32_t size;
    uint32_t change;  /* PRAP_DATA_CHANGE_*: appeared, gone or changed */
    uint32_t item;    /* PRAP_DATA_ITEM_* */
    uint32_t told_as; /* the change item of Annex A that it comes to (CH15-A-36 to 54), or 0 */
    uint32_t rule; /* that item's, or CH15-16 of earnings, else CH15-9, under which DWP tells of any change */
    uint32_t whp07; /* the rule under which form WHP07 is to be thought of: CH15-10-B1 when the referral's
                       basis changed, CH15-10-B4 when a change of circumstances came up on JETS; or 0 */
    uint32_t care;  /* PRAP_DATA_CARE_* */
    uint32_t occurrence; /* which of several values of the item, from 0 */
    uint32_t before;     /* index of the value or mark in either; PRAP_DATA_NO_VALUE where it is not there */
    uint32_t after;
} prap_data_difference;

typedef prap_status (*prap_visit_data_difference)(void *user, const prap_data_difference *difference);

/* How many items differ. The caller's memory; set size before the call. New members are appended. */
typedef struct prap_data_comparison {
    uint32_t size;
    uint32_t appeared;
    uint32_t gone;
    uint32_t changed;
    uint32_t same;
    uint32_t told_as; /* how many come to a change item */
} prap_data_comparison;

/*
 * What differs between two records of the same referral, item by item in the order of the list. Values are
 * compared by what they say: a National Insurance number or postcode without its spaces, a day in either
 * form, a telephone number by its digits, text without regard to white space. Values of no item are passed
 * over. Of an item with several values the first is compared with the first. The programme is that of after.
 * Returns as prap_data_check; PRAP_E_RANGE also when each names another referral. Since 0.1.
 */
PRAP_API prap_status prap_data_compare(const prap_data_record *before, const prap_data_record *after,
                                       prap_visit_data_difference visit, void *user,
                                       prap_data_comparison *ret_comparison, prap_error *reterr);

/* What is kept of a value: a keyed hash. A frozen value type. */
typedef struct prap_data_mark {
    uint32_t item;       /* PRAP_DATA_ITEM_* */
    uint32_t occurrence; /* which of several, from 0 */
    uint8_t mark[16];
} prap_data_mark;

/*
 * The marks of a record, in the order of its values: SipHash-2-4 with 128 bits of the item, the occurrence,
 * the PRaP referral identifier and the value as prap_data_compare understands it. Without the key a mark
 * tells nothing of the value; who has key and marks can try out what it may be. Equal values of different
 * referrals have different marks. key: PRAP_DATA_KEY_BYTES of it, secret and random, the same every day.
 * *ret_n: how many there are, written also with PRAP_E_ROOM, when no mark is. Returns as prap_data_check;
 * PRAP_E_REQUIRED (a record without a PRaP referral identifier); PRAP_E_ROOM. Since 0.1.
 */
PRAP_API prap_status prap_data_mark_record(const uint8_t *key, const prap_data_record *record,
                                           prap_data_mark *ret_marks, size_t room, size_t *ret_n,
                                           prap_error *reterr);

/*
 * The same as prap_data_compare, of marks made with one key. programme: PRAP_PROGRAMME_* or 0. Marks that
 * stand for the same item and occurrence twice count once. Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE;
 * PRAP_E_WORD; PRAP_E_LIMIT; PRAP_E_RANGE; what visit returned. Since 0.1.
 */
PRAP_API prap_status prap_data_compare_marks(const prap_data_mark *before, size_t n_before,
                                             const prap_data_mark *after, size_t n_after, uint32_t programme,
                                             prap_visit_data_difference visit, void *user,
                                             prap_data_comparison *ret_comparison, prap_error *reterr);

#ifdef __cplusplus
}
#endif

#endif
