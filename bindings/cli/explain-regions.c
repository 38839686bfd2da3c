/* explain-regions.c: what stands beside the stage, in words. */
#include "explain.h"

/* Backed out while the feed runs on: what is owed before anything else (M08-BG-4). */
static void put_orphan(FILE *stream, const json_t *object) {
    if (json_is_true(json_object_get(object, "orphan"))) fprintf(stream, "  %s\n", cli_phrase(CLI_PHRASE_ORPHAN_FEED));
}

void cli_explain_regions(FILE *stream, const json_t *object) {
    const json_t *found = json_object_get(object, "regions");
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION); i++) {
        const prap_word *region = prap_word_at(PRAP_WORDS_REGION, i);
        const char *value = cli_text_of(found, region->name);
        if (value[0] == '\0') continue;
        fputs("  ", stream);
        cli_say(stream, CLI_PHRASE_REGION, "region", cli_meaning(PRAP_WORDS_REGION, region->name), "meaning",
                cli_meaning(prap_region_words(region->number), value), (char *)NULL);
        fputc('\n', stream);
    }
    put_orphan(stream, object);
}
