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

/* Where the day of a tag stands in a prapi_case; 0 where a tag has none. */
extern const uint8_t prapi_case_days[];
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

/* Reads a number; false at the end of the bytes, past 64 bits, or when it is longer than it need be. */
static inline bool prapi_get_number(const uint8_t **at, const uint8_t *end, uint64_t *ret_number) {
    uint64_t number = 0;
    if (*at < end && **at <= 0x7F) { /* most are a byte long */
        *ret_number = *(*at)++;
        return true;
    }
    for (unsigned shift = 0; *at < end; shift += 7) {
        const uint8_t byte = *(*at)++;
        if (shift == 63 && byte > 1) return false; /* it would go on, or not fit: so shift ends here */
        number |= (uint64_t)(byte & 0x7F) << shift;
        if ((byte & 0x80) != 0) continue;
        *ret_number = number;
        return byte != 0;
    }
    return false;
}

/* Reads a tag and steps over its content. */
static inline bool prapi_get_tag(const uint8_t **at, const uint8_t *end, prapi_tag *ret_tag) {
    uint64_t head;
    uint64_t value;
    if (!prapi_get_number(at, end, &head) || !prapi_get_number(at, end, &value)) return false;
    ret_tag->number = head >> 2;
    ret_tag->critical = (head & 2) != 0;
    ret_tag->value = value;
    if ((head & 1) == 0) return true;
    if (value > (uint64_t)(end - *at)) return false;
    *at += value;
    ret_tag->value = UINT64_MAX; /* a known tag never has bytes: an impossible value */
    return true;
}

static inline bool prapi_is_fact_tag(uint64_t number) {
    return number > PRAPI_FACT_TAG && number < PRAPI_FACT_TAG + PRAPI_FACT_END;
}

#endif
