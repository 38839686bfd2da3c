/* tell.c: the findings of the conformance kit, each told once. */
#include "conformance/kit.h"

static const struct {
    uint32_t severity;
    const char *contract;
} rows[] = {
#define X(NAME, SEVERITY, CONTRACT) [PRAP_CONFORMANCE_##NAME] = {PRAP_SEVERITY_##SEVERITY, CONTRACT},
#include "conformance/conformance.def"
#undef X
};

const char *prap_conformance_contract(uint32_t finding) {
    return finding < sizeof rows / sizeof *rows ? rows[finding].contract : NULL;
}

bool prapi_kit_was_told(const prapi_kit *kit, uint32_t finding) {
    return (kit->told[finding / 64] >> finding % 64 & 1) != 0;
}

static void tell(prapi_kit *kit, prap_conformance_finding *finding, const prapi_kit_case *one) {
    if (kit->ended != PRAP_OK || prapi_kit_was_told(kit, finding->finding)) return;
    kit->told[finding->finding / 64] |= (uint64_t)1 << finding->finding % 64;
    finding->size = sizeof *finding;
    finding->severity = rows[finding->finding].severity;
    finding->check = finding->severity == PRAP_SEVERITY_BREACH ? kit->check : 0;
    if (one != NULL) finding->key = prapi_kit_key(one);
    if (finding->severity == PRAP_SEVERITY_BREACH) kit->report.breaches++;
    else kit->report.unchecked++;
    if (kit->visit != NULL) kit->ended = kit->visit(kit->user, finding);
}

void prapi_kit_tell(prapi_kit *kit, uint32_t finding, const prapi_kit_case *one, uint64_t sequence) {
    tell(kit, &(prap_conformance_finding){.finding = finding, .sequence = sequence}, one);
}

void prapi_kit_tell_status(prapi_kit *kit, uint32_t finding, const prapi_kit_case *one, prap_status wanted,
                           prap_status got) {
    tell(kit, &(prap_conformance_finding){.finding = finding, .wanted = wanted, .got = got}, one);
}
