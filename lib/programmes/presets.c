/* presets.c: the rows of presets.def as definitions. Nothing in the library decides by them. */
#include "prap/supplement.h"
#include "prap/vocabulary.h"

enum { NONE = 0, OWN = 0 };

static const prap_deadline_definition presets[] = {
#define X(NAME, PROGRAMME, FILLS, ANCHOR, N, UNIT, INCLUDE_DAY, DONE_BY, OR_BY, SOURCE)                                \
    {.size = sizeof(prap_deadline_definition),                                                                        \
     .programme = PRAP_PROGRAMME_##PROGRAMME,                                                                         \
     .fills = FILLS,                                                                                                  \
     .anchor = PRAP_CASE_DAY_##ANCHOR,                                                                                \
     .n = N,                                                                                                          \
     .unit = PRAP_UNIT_##UNIT,                                                                                        \
     .include_day = INCLUDE_DAY,                                                                                      \
     .done_by = {DONE_BY, OR_BY, NONE},                                                                               \
     .valid_from = PRAP_DAY_NONE,                                                                                     \
     .valid_until = PRAP_DAY_NONE,                                                                                    \
     .name = {NAME, sizeof NAME - 1},                                                                                 \
     .source = {SOURCE, sizeof SOURCE - 1}},
#include "programmes/presets.def"
#undef X
};

uint32_t prap_preset_count(void) {
    return (uint32_t)(sizeof presets / sizeof presets[0]);
}

const prap_deadline_definition *prap_preset_at(uint32_t i) {
    return i < prap_preset_count() ? &presets[i] : NULL;
}
