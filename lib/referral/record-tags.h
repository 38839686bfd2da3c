/*
 * record-tags.h: what the writing and the reading of a record share: where things stand in its header, the numbers of
 * its tags, and how a tag is read. The form is told in record.h.
 */
#ifndef PRAPI_RECORD_TAGS_H
#define PRAPI_RECORD_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "referral/case.h"

enum { PRAPI_LENGTH_AT = 8, PRAPI_CRC_AT = 12, PRAPI_HEADER_BYTES = 16 };
enum { PRAPI_MAJOR = 1, PRAPI_MINOR = 0 };

enum { PRAPI_FACT_TAG = 100 }; /* plus PRAP_FACT_*, in events and snapshots. Permanent */

/* Tags of an event. Permanent. */
enum {
    TAG_EVENT_KEY = 1, TAG_EVENT_CHAIN, TAG_EVENT_SEQUENCE, TAG_EVENT_PROGRAMME, TAG_EVENT_EVENT, TAG_EVENT_ON,
    TAG_EVENT_RECORDED, TAG_EVENT_TO, TAG_EVENT_FEED, TAG_EVENT_REASON, TAG_EVENT_BREACHES, TAG_EVENT_RULEBOOK,
    TAG_EVENT_CALENDAR, TAG_EVENT_DIVISION, TAG_EVENT_STAYS,
    TAG_EVENT_BROKE = 20, /* and the following: the reasons that were recorded over */
    TAG_EVENT_REGION = 40 /* plus PRAP_REGION_* */
};

/* Tags of a snapshot. Permanent. */
enum {
    TAG_CASE_KEY = 1, TAG_CASE_CHAIN, TAG_CASE_VERSION, TAG_CASE_PROGRAMME, TAG_CASE_STAGE, TAG_CASE_FEED,
    TAG_CASE_RECORDED,
    TAG_CASE_DAY = 8, /* and the following, without gaps, up to the reason: case-days.def */
    TAG_CASE_REASON = 16, TAG_CASE_ATTEMPTS, TAG_CASE_FAILED, TAG_CASE_UNSURE, TAG_CASE_BREACHES,
    TAG_CASE_REGION = 20, /* plus PRAP_REGION_* */
    TAG_CASE_LATER_DAY = 30, /* and the following, without gaps, to the end of case-days.def */
    TAG_CASE_LATER_REGION = 70, /* and the following: the regions for which there was no room before the later days */
    FIRST_REGIONS = TAG_CASE_LATER_DAY - TAG_CASE_REGION /* so many stand at TAG_CASE_REGION */
};

enum {
#define X(TAG, MEMBER) TAG_OF_##MEMBER = TAG,
#include "referral/case-days.def"
#undef X
    TAG_CASE_DAYS /* the number after the last of these tags */
};

typedef struct prapi_tag {
    uint64_t number;
    bool critical;
    uint64_t value; /* of a tag without bytes */
} prapi_tag;

/* A number that was read, and the place after it: NULL at the end of the bytes, past 64 bits, or when it is longer than
   it need be. */
typedef struct prapi_number {
    const uint8_t *after;
    uint64_t value;
} prapi_number;

/* Reads a number byte by byte: what prapi_get_number does not see at a glance. */
prapi_number prapi_get_long_number(const uint8_t *at, const uint8_t *end);

/* Eight bytes as a number, least first, whatever the machine's order. */
static inline uint64_t prapi_get_eight(const uint8_t *at) {
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/*
 * Reads a number. Most are a byte long, the numbers of later tags two, days three, checksums four or five: those of up to
 * three are told by branches that are easily foretold, those of four or five without one.
 */
static inline prapi_number prapi_get_number(const uint8_t *at, const uint8_t *end) {
    const prapi_number none = {NULL, 0};
    if (at < end && at[0] <= 0x7F) return (prapi_number){at + 1, at[0]};
    if (end - at >= 2 && at[1] <= 0x7F) {
        return at[1] != 0 ? (prapi_number){at + 2, (at[0] & 0x7Fu) | (uint32_t)at[1] << 7} : none;
    }
    if (end - at >= 3 && at[2] <= 0x7F) {
        const uint32_t value = (at[0] & 0x7Fu) | (at[1] & 0x7Fu) << 7 | (uint32_t)at[2] << 14;
        return at[2] != 0 ? (prapi_number){at + 3, value} : none;
    }
    if (end - at < 8) return prapi_get_long_number(at, end);
    const uint64_t eight = prapi_get_eight(at);
    const uint64_t fifth = eight >> 31 & 1; /* there is one: the fourth does not end it */
    const uint64_t value = (eight & 0x7F) | (eight & 0x7F00) >> 1 | (eight & 0x7F0000) >> 2 | (eight & 0x7F000000) >> 3 |
                           (eight & UINT64_C(0x7F00000000) * fifth) >> 4;
    const bool ends = at[3 + fifth] - 1u < 0x7F; /* there, and not with nothing */
    return ends ? (prapi_number){at + 4 + fifth, value} : prapi_get_long_number(at, end);
}

/* Reads a tag. Returns the place after its content, or NULL when it is not whole. */
static inline const uint8_t *prapi_get_tag(const uint8_t *at, const uint8_t *end, prapi_tag *ret_tag) {
    const prapi_number head = prapi_get_number(at, end);
    if (head.after == NULL) return NULL;
    const prapi_number content = prapi_get_number(head.after, end);
    if (content.after == NULL) return NULL;
    //@ split end - content.after;
    ret_tag->number = head.value >> 2;
    ret_tag->critical = (head.value & 2) != 0;
    ret_tag->value = content.value;
    if ((head.value & 1) == 0) return content.after;
    if (content.value > (uint64_t)(end - content.after)) return NULL;
    ret_tag->value = UINT64_MAX; /* a known tag never has bytes: an impossible value */
    return content.after + content.value;
}

/* The same of a tag that was kept, which is whole: record-read.c has it, so that tags are read in that file alone. */
const uint8_t *prapi_get_kept_tag(const uint8_t *at, const uint8_t *end, prapi_tag *ret_tag);

static inline bool prapi_is_fact_tag(uint64_t number) {
    return number > PRAPI_FACT_TAG && number < PRAPI_FACT_TAG + PRAPI_FACT_END;
}

#endif
