/* explain-regions.c: what stands beside the stage, in words. */
#include "explain.h"

/* Which kind of word a region holds. */
static const struct {
    uint32_t region, words;
} regions[] = {{PRAP_REGION_MAPPA, PRAP_WORDS_MAPPA},
               {PRAP_REGION_PRAP14, PRAP_WORDS_PRAP14},
               {PRAP_REGION_ERROR, PRAP_WORDS_ERROR},
               {PRAP_REGION_CHANNEL, PRAP_WORDS_CHANNEL},
               {PRAP_REGION_REFERRAL_KIND, PRAP_WORDS_REFERRAL_KIND}};

void cli_explain_regions(FILE *stream, const json_t *object) {
    const json_t *found = json_object_get(object, "regions");
    for (size_t i = 0; i < sizeof regions / sizeof regions[0]; i++) {
        const prap_word *region = prap_word_by_number(PRAP_WORDS_REGION, regions[i].region);
        const char *value = region == NULL ? "" : cli_text_of(found, region->name);
        if (value[0] == '\0') continue;
        fputs("  ", stream);
        cli_say(stream, CLI_PHRASE_REGION, "region", cli_meaning(PRAP_WORDS_REGION, region->name), "meaning",
                cli_meaning(regions[i].words, value), (char *)NULL);
        fputc('\n', stream);
    }
}
