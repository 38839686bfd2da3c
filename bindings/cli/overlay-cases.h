/* overlay-cases.h: the cases that an overlay store keeps in memory: those that changed since it was made. */
#ifndef PRAP_CLI_OVERLAY_CASES_H
#define PRAP_CLI_OVERLAY_CASES_H

#include <stdbool.h>

#include "prap/prap.h"

struct cli_overlay_event {
    struct cli_overlay_event *next;
    uint64_t sequence;
    char id[PRAP_ID_BYTES];
    size_t id_bytes;
    uint8_t record[PRAP_EVENT_BYTES];
    size_t record_bytes;
};

struct cli_overlay_case {
    struct cli_overlay_case *next; /* of all, in no order, to free them */
    char tenant[PRAP_ID_BYTES];
    char case_id[PRAP_ID_BYTES];
    size_t tenant_bytes;
    size_t case_bytes;
    uint64_t base_version; /* events up to this one are in the base's journal */
    uint64_t version;
    struct cli_overlay_event *first;
    struct cli_overlay_event *last;
    uint8_t snapshot[PRAP_SNAPSHOT_BYTES];
    size_t snapshot_bytes;
};

struct cli_overlay_cases {
    struct cli_overlay_case *first;
    void *tree; /* of tsearch, by case id and tenant */
};

/* NULL: the case was not changed. */
struct cli_overlay_case *cli_overlay_cases_find(const struct cli_overlay_cases *cases, const prap_key *key);

/* A case whose events up to base_version are in the base. NULL when memory runs out. */
struct cli_overlay_case *cli_overlay_cases_add(struct cli_overlay_cases *cases, const prap_key *key,
                                               uint64_t base_version);

/* Is there an event with this id among the case's newer ones? */
bool overlay_case_has_id(const struct cli_overlay_case *found, prap_text id);

/* Appends all events of a change, or none of them: false when memory runs out. */
bool cli_overlay_case_append(struct cli_overlay_case *changed, const prap_change *change);

void cli_overlay_cases_clear(struct cli_overlay_cases *cases);

#endif
