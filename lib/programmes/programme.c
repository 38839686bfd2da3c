/* programme.c: which programmes there are, and which rule speaks in one. */
#include "prap/catalogue.h"
#include "prap/vocabulary.h"

#include "programmes/programme.h"

static const prapi_programme *const programmes[] = {
#define X(NAME) &prapi_programme_##NAME,
#include "programmes/programmes.def"
#undef X
};

const prapi_programme *prapi_programme_find(uint32_t number) {
    for (size_t i = 0; i < sizeof programmes / sizeof programmes[0]; i++) {
        if (programmes[i]->number == number) return programmes[i];
    }
    return NULL;
}

/* The row for this scenario, or else the one for any. */
static const prapi_cite *find_cite(const prapi_programme *programme, uint32_t kind, uint32_t number,
                                   uint32_t scenario) {
    const prapi_cite *any = NULL;
    for (size_t i = 0; i < programme->n_cites; i++) {
        const prapi_cite *cite = &programme->cites[i];
        if (cite->kind != kind || cite->number != number) continue;
        if (cite->scenario == scenario) return cite;
        if (cite->scenario == 0) any = cite;
    }
    return any;
}

bool prapi_programme_cites(const prapi_programme *programme, uint32_t kind, uint32_t number, uint32_t scenario,
                           uint32_t *ret_rule) {
    const prapi_cite *cite = find_cite(programme, kind, number, scenario);
    *ret_rule = cite != NULL ? cite->rule : prap_word_by_number(kind, number)->rule;
    if (programme->documents == 0) return true;
    return (programme->documents >> prap_rule_by_number(*ret_rule)->document & 1) != 0;
}

const prapi_scenario *prapi_scenario_find(const prapi_programme *programme, uint32_t scenario) {
    for (size_t i = 0; i < programme->n_scenarios; i++) {
        if (programme->scenarios[i].scenario == scenario) return &programme->scenarios[i];
    }
    return NULL;
}
