/* supplement.c: a host's supplement: taken into a rulebook, and read back. Its checks are in check-supplement.c. */
#include <string.h>

#include "prap/vocabulary.h"

#include "base/adopt.h"
#include "base/always.h"
#include "base/crc.h"
#include "referral/definitions.h"
#include "referral/rulebook.h"

/* A text for the rulebook to keep, NUL-terminated. */
static prap_text keep(char *room, prap_text text) {
    memcpy(room, text.bytes, text.n);
    room[text.n] = '\0';
    return (prap_text){room, text.n};
}

/* The members one by one: what is between and after them in a host's memory does not matter. */
void prapi_supplement_take(prapi_supplement *ours, const prap_supplement *theirs, const prapi_programme *programme) {
    memset(ours, 0, sizeof *ours);
    for (uint32_t i = 0; i < theirs->n_suspensions; i++) ours->suspensions[i] = theirs->suspensions[i];
    for (uint32_t i = 0; i < theirs->n_thresholds; i++) ours->thresholds[i] = theirs->thresholds[i];
    ours->n_suspensions = theirs->n_suspensions;
    ours->n_thresholds = theirs->n_thresholds;
    //@ dynamic_split ours->n_deadlines;
    for (uint32_t i = 0; i < theirs->n_deadlines; i++) {
        prap_deadline_definition definition;
        const prap_status status = prapi_definition_read(theirs, i, &definition);
        if (PRAPI_NEVER(status != PRAP_OK) || !prapi_definition_is_for(&definition, programme->number)) continue;
        const uint32_t at = ours->n_deadlines++;
        definition.name = keep(ours->names[at], definition.name);
        definition.source = keep(ours->sources[at], definition.source);
        ours->deadlines[at] = definition;
    }
}

static uint32_t mix(uint32_t hash, uint64_t value) {
    uint8_t bytes[8];
    for (size_t b = 0; b < sizeof bytes; b++) bytes[b] = (uint8_t)(value >> (8 * b));
    return prapi_crc32c(hash, bytes, sizeof bytes);
}

static uint32_t mix_text(uint32_t hash, prap_text text) {
    return prapi_crc32c(mix(hash, text.n), text.bytes, text.n);
}

static uint32_t mix_definition(uint32_t hash, const prap_deadline_definition *definition) {
    const uint32_t numbers[] = {
        definition->programme,          definition->fills,
        definition->anchor,             (uint32_t)definition->n,
        definition->unit,               definition->include_day,
        definition->done_by[0],         definition->done_by[1],
        definition->done_by[2],         (uint32_t)definition->valid_from,
        (uint32_t)definition->valid_until,
    };
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) hash = mix(hash, numbers[i]);
    return mix_text(mix_text(hash, definition->name), definition->source);
}

uint32_t prapi_supplement_hash(uint32_t hash, const prapi_supplement *ours) {
    hash = mix(hash, ours->n_suspensions);
    for (uint32_t i = 0; i < ours->n_suspensions; i++) {
        hash = mix(mix(hash, (uint32_t)ours->suspensions[i].from), (uint32_t)ours->suspensions[i].until);
    }
    hash = mix(hash, ours->n_thresholds);
    for (uint32_t i = 0; i < ours->n_thresholds; i++) {
        hash = mix(mix(hash, (uint32_t)ours->thresholds[i].from), (uint64_t)ours->thresholds[i].pence);
    }
    hash = mix(hash, ours->n_deadlines);
    for (uint32_t i = 0; i < ours->n_deadlines; i++) hash = mix_definition(hash, &ours->deadlines[i]);
    return hash;
}

bool prapi_rulebook_is_suspended(const prap_rulebook *rulebook, prap_day day, prap_day *ret_last) {
    for (uint32_t i = 0; i < prap_rulebook_suspension_count(rulebook); i++) {
        const prap_suspension *suspension = &rulebook->supplement->suspensions[i];
        if (day < suspension->from || (suspension->until != PRAP_DAY_NONE && day > suspension->until)) continue;
        *ret_last = suspension->until;
        return true;
    }
    return false;
}

bool prapi_rulebook_national_threshold(const prap_rulebook *rulebook, prap_day day, int64_t *ret_pence) {
    for (uint32_t i = prap_rulebook_threshold_count(rulebook); i > 0; i--) {
        const prap_threshold *threshold = &rulebook->supplement->thresholds[i - 1];
        if (day < threshold->from) continue;
        *ret_pence = threshold->pence;
        return true;
    }
    return false;
}

static const prapi_supplement *of(const prap_rulebook *rulebook) {
    return rulebook == NULL ? NULL : rulebook->supplement;
}

uint32_t prap_rulebook_suspension_count(const prap_rulebook *rulebook) {
    const prapi_supplement *supplement = of(rulebook);
    return supplement == NULL ? 0 : supplement->n_suspensions;
}

const prap_suspension *prap_rulebook_suspension_at(const prap_rulebook *rulebook, uint32_t i) {
    return i < prap_rulebook_suspension_count(rulebook) ? &rulebook->supplement->suspensions[i] : NULL;
}

uint32_t prap_rulebook_threshold_count(const prap_rulebook *rulebook) {
    const prapi_supplement *supplement = of(rulebook);
    return supplement == NULL ? 0 : supplement->n_thresholds;
}

const prap_threshold *prap_rulebook_threshold_at(const prap_rulebook *rulebook, uint32_t i) {
    return i < prap_rulebook_threshold_count(rulebook) ? &rulebook->supplement->thresholds[i] : NULL;
}

uint32_t prap_rulebook_definition_count(const prap_rulebook *rulebook) {
    const prapi_supplement *supplement = of(rulebook);
    return supplement == NULL ? 0 : supplement->n_deadlines;
}

const prap_deadline_definition *prap_rulebook_definition_at(const prap_rulebook *rulebook, uint32_t i) {
    return i < prap_rulebook_definition_count(rulebook) ? &rulebook->supplement->deadlines[i] : NULL;
}
