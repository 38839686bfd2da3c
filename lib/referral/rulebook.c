/* rulebook.c: a programme, a calendar and settings, checked once and never changed. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/always.h"
#include "base/crc.h"
#include "base/error.h"
#include "referral/rulebook.h"

static uint32_t hash_more(uint32_t hash, uint32_t value) {
    const uint8_t bytes[4] = {(uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16), (uint8_t)(value >> 24)};
    return prapi_crc32c(hash, bytes, sizeof bytes);
}

/* Over the settings that are not the defaults: a policy that a later version adds leaves the hashes as they were. */
static uint32_t rulebook_hash(const prapi_programme *programme, const int32_t settings[PRAPI_POLICY_END]) {
    uint32_t hash = hash_more(0, programme->number);
    for (uint32_t policy = 1; policy < PRAPI_POLICY_END; policy++) {
        if (settings[policy] == prap_policy_by_number(policy)->default_value) continue;
        hash = hash_more(hash_more(hash, policy), (uint32_t)settings[policy]);
    }
    return hash;
}

/* Puts the rows that can decide about an event side by side: most events have few. */
static void sort_rows(prap_rulebook *rulebook) {
    const prapi_programme *programme = rulebook->programme;
    uint16_t n = 0;
    uint16_t own = 0;
    for (uint32_t event = 0; event < PRAPI_EVENT_END; event++) {
        rulebook->first_row[event] = n;
        rulebook->first_own_row[event] = own;
        for (size_t i = 0; i < programme->n_rows; i++) {
            const uint32_t of = programme->rows[i].event;
            if (of != event && of != PRAPI_ANY) continue;
            if (of == event) own++;
            if (PRAPI_ALWAYS(n < PRAPI_RULEBOOK_ROWS)) rulebook->rows[n++] = (uint16_t)i;
        }
    }
    rulebook->first_row[PRAPI_EVENT_END] = n;
    rulebook->first_own_row[PRAPI_EVENT_END] = own;
}

/* One allocation: a rulebook, and behind it what a host has added. */
typedef struct supplemented {
    prap_rulebook rulebook;
    prapi_supplement supplement;
} supplemented;

static size_t bytes_of(const prap_rulebook *rulebook) {
    return rulebook->supplement == NULL ? sizeof(prap_rulebook) : sizeof(supplemented);
}

static prap_status check_allocator(const prap_allocator *allocator, prap_error *reterr) {
    prap_allocator ours;
    if (prapi_adopt(&ours, sizeof ours, allocator, allocator->size, sizeof(prap_allocator)) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "allocator", "the allocator's size is one this library cannot adopt");
    }
    if (ours.allocate == NULL || ours.release == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "allocator", "the allocator lacks a function");
    }
    return PRAP_OK;
}

/* Everything but the supplement, of what was checked. */
static void fill_rulebook(const prap_allocator *allocator, const prapi_programme *programme,
                          const prap_calendar *calendar, const int32_t settings[PRAPI_POLICY_END],
                          prap_rulebook *ret_rulebook) {
    memset(ret_rulebook, 0, sizeof *ret_rulebook);
    ret_rulebook->allocator = allocator;
    ret_rulebook->calendar = calendar;
    ret_rulebook->programme = programme;
    ret_rulebook->document = prap_document_by_number(programme->document);
    memcpy(ret_rulebook->settings, settings, sizeof ret_rulebook->settings);
    ret_rulebook->hash = rulebook_hash(programme, settings);
    sort_rows(ret_rulebook);
}

/* The supplement as we know it, checked. None, or one that holds nothing for the programme: *ret_holds is false. */
static prap_status adopt_supplement(const prap_supplement *theirs, const prapi_programme *programme,
                                    prap_supplement *ret_ours, bool *ret_holds, prap_error *reterr) {
    *ret_holds = false;
    if (theirs == NULL) return PRAP_OK;
    if (prapi_adopt(ret_ours, sizeof *ret_ours, theirs, theirs->size, sizeof *ret_ours) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "supplement", "the supplement's size is one this library cannot adopt");
    }
    return prapi_supplement_check(ret_ours, programme, ret_holds, reterr);
}

prap_status prap_rulebook_create_supplemented(const prap_allocator *allocator, uint32_t programme,
                                              const prap_calendar *calendar, const prap_setting *settings, size_t n,
                                              const prap_supplement *supplement, prap_rulebook **ret_rulebook,
                                              prap_error *reterr) {
    if (allocator == NULL || calendar == NULL || ret_rulebook == NULL || (settings == NULL && n > 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    int32_t values[PRAPI_POLICY_END];
    prap_supplement ours;
    bool holds = false;
    prap_status status = check_allocator(allocator, reterr);
    if (status != PRAP_OK) return status;
    const prapi_programme *known = prapi_programme_find(programme);
    if (known == NULL) return prapi_fail(reterr, PRAP_E_WORD, "programme", "there is no such programme");
    status = prapi_settings_take(values, settings, n, reterr);
    if (status == PRAP_OK) status = adopt_supplement(supplement, known, &ours, &holds, reterr);
    if (status != PRAP_OK) return status;
    supplemented *room = allocator->allocate(allocator->user, holds ? sizeof *room : sizeof room->rulebook);
    if (room == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "out of memory");
    fill_rulebook(allocator, known, calendar, values, &room->rulebook);
    if (holds) {
        prapi_supplement_take(&room->supplement, &ours, known);
        room->rulebook.supplement = &room->supplement;
        room->rulebook.hash = prapi_supplement_hash(room->rulebook.hash, &room->supplement);
    }
    *ret_rulebook = &room->rulebook;
    return PRAP_OK;
}

prap_status prap_rulebook_create(const prap_allocator *allocator, uint32_t programme, const prap_calendar *calendar,
                                 const prap_setting *settings, size_t n, prap_rulebook **ret_rulebook,
                                 prap_error *reterr) {
    return prap_rulebook_create_supplemented(allocator, programme, calendar, settings, n, NULL, ret_rulebook, reterr);
}

void prap_rulebook_destroy(prap_rulebook *rulebook) {
    if (rulebook == NULL) return;
    const prap_allocator *allocator = rulebook->allocator;
    allocator->release(allocator->user, rulebook, bytes_of(rulebook));
}

uint32_t prap_rulebook_hash(const prap_rulebook *rulebook) {
    return rulebook == NULL ? 0 : rulebook->hash;
}

int32_t prap_rulebook_setting(const prap_rulebook *rulebook, uint32_t policy) {
    if (rulebook == NULL || policy == 0 || policy >= PRAPI_POLICY_END) return 0;
    return rulebook->settings[policy];
}

uint32_t prap_rulebook_programme(const prap_rulebook *rulebook) {
    return rulebook == NULL ? 0 : rulebook->programme->number;
}

const prap_calendar *prap_rulebook_calendar(const prap_rulebook *rulebook) {
    return rulebook == NULL ? NULL : rulebook->calendar;
}
