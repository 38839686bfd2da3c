/* rulebook.c: a programme, a calendar and settings, checked once and never changed. */
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
static uint32_t rulebook_hash(const prap_rulebook *rulebook) {
    uint32_t hash = hash_more(0, rulebook->programme->number);
    for (uint32_t policy = 1; policy < PRAPI_POLICY_END; policy++) {
        if (rulebook->settings[policy] == prap_policy_by_number(policy)->default_value) continue;
        hash = hash_more(hash_more(hash, policy), (uint32_t)rulebook->settings[policy]);
    }
    return hash;
}

/* Puts the rows that can decide about an event side by side: most events have few. */
static void sort_rows(prap_rulebook *rulebook) {
    const prapi_programme *programme = rulebook->programme;
    uint16_t n = 0;
    for (uint32_t event = 0; event < PRAPI_EVENT_END; event++) {
        rulebook->first_row[event] = n;
        for (size_t i = 0; i < programme->n_rows; i++) {
            const uint32_t of = programme->rows[i].event;
            if (of != event && of != PRAPI_ANY) continue;
            if (PRAPI_ALWAYS(n < PRAPI_RULEBOOK_ROWS)) rulebook->rows[n++] = (uint16_t)i;
        }
    }
    rulebook->first_row[PRAPI_EVENT_END] = n;
}

prap_status prap_rulebook_create(const prap_allocator *allocator, uint32_t programme, const prap_calendar *calendar,
                                 const prap_setting *settings, size_t n, prap_rulebook **ret_rulebook,
                                 prap_error *reterr) {
    if (allocator == NULL || calendar == NULL || ret_rulebook == NULL || (settings == NULL && n > 0)) {
        return prapi_fail(reterr, PRAP_E_NULL, "", "a required argument is missing");
    }
    prap_allocator ours;
    if (prapi_adopt(&ours, sizeof ours, allocator, allocator->size, sizeof(prap_allocator)) != PRAP_OK) {
        return prapi_fail(reterr, PRAP_E_SIZE, "allocator", "the allocator's size is one this library cannot adopt");
    }
    if (ours.allocate == NULL || ours.release == NULL) {
        return prapi_fail(reterr, PRAP_E_NULL, "allocator", "the allocator lacks a function");
    }
    prap_rulebook draft = {.allocator = allocator, .calendar = calendar};
    draft.programme = prapi_programme_find(programme);
    if (draft.programme == NULL) return prapi_fail(reterr, PRAP_E_WORD, "programme", "there is no such programme");
    const prap_status status = prapi_settings_take(draft.settings, settings, n, reterr);
    if (status != PRAP_OK) return status;
    draft.hash = rulebook_hash(&draft);
    sort_rows(&draft);
    prap_rulebook *rulebook = ours.allocate(ours.user, sizeof *rulebook);
    if (rulebook == NULL) return prapi_fail(reterr, PRAP_E_NOMEM, "", "out of memory");
    *rulebook = draft;
    *ret_rulebook = rulebook;
    return PRAP_OK;
}

void prap_rulebook_destroy(prap_rulebook *rulebook) {
    if (rulebook == NULL) return;
    const prap_allocator *allocator = rulebook->allocator;
    allocator->release(allocator->user, rulebook, sizeof *rulebook);
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
