/*
 * rulebook.h: a programme with a calendar and policy settings: what a case is judged by.
 *
 * Thread rule: a rulebook is immutable once created; any number of threads may use one. Create and destroy are for
 * one thread at a time.
 */
#ifndef PRAP_RULEBOOK_H
#define PRAP_RULEBOOK_H

#include <stddef.h>
#include <stdint.h>

#include "prap/calendar.h"
#include "prap/export.h"
#include "prap/host.h"
#include "prap/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct prap_rulebook prap_rulebook;

/* One policy setting: PRAP_POLICY_* and a PRAP_CHOICE_* or a number. A frozen value type. */
typedef struct prap_setting {
    uint32_t policy;
    int32_t value;
} prap_setting;

/*
 * Reads one setting from words: "late-ack" and "allow-with-breach", or in the catalogue's spelling "P-LATE-ACK" and
 * "ALLOW_WITH_BREACH", or "min-attempts" and "3". The error names the field ("policy" or "value") and lists what is
 * allowed, the names most like the given one first, ending in "..." when there is not room for all. A policy that is
 * in the catalogue (catalogue.h) but that nothing in this version decides by is refused, and said to be. Returns PRAP_OK, PRAP_E_NULL, PRAP_E_WORD, PRAP_E_RANGE. Since 0.1.
 */
PRAP_API prap_status prap_setting_parse(prap_text name, prap_text value, prap_setting *ret_setting,
                                        prap_error *reterr);

/*
 * programme: PRAP_PROGRAMME_*. calendar: borrowed, must outlive the rulebook. settings: n of them, copied; a policy
 * not named keeps its default. allocator: borrowed, must outlive the rulebook.
 * Returns PRAP_OK; PRAP_E_NULL; PRAP_E_SIZE; PRAP_E_WORD (unknown programme, policy or choice); PRAP_E_RANGE;
 * PRAP_E_TWICE; PRAP_E_NOMEM. Destroy with prap_rulebook_destroy. Since 0.1.
 */
PRAP_API prap_status prap_rulebook_create(const prap_allocator *allocator, uint32_t programme,
                                          const prap_calendar *calendar, const prap_setting *settings, size_t n,
                                          prap_rulebook **ret_rulebook, prap_error *reterr);

/* NULL is allowed. No engine may still use it. Since 0.1. */
PRAP_API void prap_rulebook_destroy(prap_rulebook *rulebook);

/* CRC-32C over the programme and the settings that are not the defaults: equal hash, equal rulebook. 0 for NULL.
 * Since 0.1. */
PRAP_API uint32_t prap_rulebook_hash(const prap_rulebook *rulebook);

/* The value of a policy in this rulebook, or 0 for an unknown policy or a NULL rulebook. Since 0.1. */
PRAP_API int32_t prap_rulebook_setting(const prap_rulebook *rulebook, uint32_t policy);

/* The programme, and the calendar. 0 or NULL for NULL. Since 0.1. */
PRAP_API uint32_t prap_rulebook_programme(const prap_rulebook *rulebook);
PRAP_API const prap_calendar *prap_rulebook_calendar(const prap_rulebook *rulebook);

#ifdef __cplusplus
}
#endif

#endif
