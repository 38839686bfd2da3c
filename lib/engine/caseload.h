/* caseload.h: a question about a caseload on its way through the cases. */
#ifndef PRAPI_CASELOAD_H
#define PRAPI_CASELOAD_H

#include "prap/caseload.h"

#include "engine/engine.h"

/* One set of rulebooks, as the case at hand meets it. */
typedef struct prapi_world {
    const prap_rulebook *const *rulebooks;
    size_t n_rulebooks;
    const prap_rulebook *rulebook; /* of the case's programme */
    prapi_clock_days days;
    prap_answer *now;
    prap_answer *then;
    bool has_then;     /* *then is that of this case */
    bool stage_turns;  /* by itself, between the two days */
    bool region_turns;
    prap_miss misses[PRAPI_DEADLINES_MAX];
    uint32_t n_misses;
} prapi_world;

typedef struct prapi_caseload {
    prap_engine *engine;
    prap_caseload caseload;          /* in our layout */
    prap_caseload_question question; /* likewise */
    prap_caseload_report report;
    uint64_t told;     /* cases seen when progress was told last */
    prap_status bad;   /* of the first case that could not be judged */
    prap_status ended; /* what the visitor or progress returned, when it ended the walk */
    uint32_t n_worlds;
    prapi_world worlds[2]; /* the engine's rulebooks, and the others */
    prap_measure measures[PRAP_CASELOAD_SIDES][PRAP_MEASURES_MAX];
} prapi_caseload;

_Static_assert(sizeof(prapi_caseload) <= PRAPI_WORK_BYTES, "engine->work has room for it");

/* Takes the caller's structs over and checks that what they ask goes together. *ret_on is ready for a walk. */
prap_status prapi_caseload_check(prap_engine *engine, const prap_caseload *caseload,
                                 const prap_caseload_question *question, prapi_caseload *ret_on, prap_error *reterr);

/* Judges a case from every side, counts it and has it visited. PRAP_OK: go on. */
prap_status prapi_caseload_judge(prap_engine *engine, const prapi_case_row *row, void *user);

#endif
