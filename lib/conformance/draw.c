/* draw.c: the names, bytes and notices of the conformance kit, all drawn from its seed. */
#include <string.h>

#include "base/text.h"
#include "conformance/kit.h"

/* splitmix64: each number to another that looks like none. */
uint64_t prapi_kit_mix(uint64_t from) {
    uint64_t z = from + 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

prap_text prapi_kit_literal(const char *text) {
    return (prap_text){text, prapi_text_bytes(text)};
}

prap_key prapi_kit_key(const prapi_kit_case *one) {
    return (prap_key){{one->tenant, one->tenant_bytes}, {one->case_id, one->case_id_bytes}};
}

prapi_kit_case *prapi_kit_new(prapi_kit *kit, const char *tenant, prap_text case_id) {
    prapi_kit_case *one = &kit->cases[kit->n_cases++];
    if (tenant != NULL) {
        const size_t n = prapi_text_bytes(tenant);
        memcpy(one->tenant, kit->name, kit->name_bytes);
        memcpy(one->tenant + kit->name_bytes, tenant, n);
        one->tenant_bytes = kit->name_bytes + (uint32_t)n;
    }
    memcpy(one->case_id, case_id.bytes, case_id.n);
    one->case_id_bytes = (uint32_t)case_id.n;
    one->columns = (prap_conformance_columns){PRAP_PROGRAMME_IPES, PRAP_STATE_RECEIVED, PRAP_DAY_NONE, PRAP_DAY_NONE};
    one->due_before = PRAP_DAY_NONE;
    return one;
}

prapi_kit_case *prapi_kit_named(prapi_kit *kit, const char *tenant, const char *name) {
    char id[PRAP_ID_BYTES];
    const size_t before = prapi_text_bytes(tenant), n = prapi_text_bytes(name);
    memcpy(id, tenant + 1, before - 1);
    id[before - 1] = ' ';
    memcpy(id + before, name, n);
    return prapi_kit_new(kit, tenant, (prap_text){id, before + n});
}

/* Lengths around which something may be cut or rounded; the last is the longest that the contract allows. */
static size_t length_of(uint64_t turn, size_t most) {
    static const uint16_t lengths[] = {0, 1, 127, 128, 255, 256, 257, 1000, 1023, 1024, 1025};
    const size_t n = sizeof lengths / sizeof *lengths, at = (size_t)(turn % (n + 2));
    return at < n ? lengths[at] : most - (n + 1 - at);
}

/* Every value, with a byte at the end that somebody may want to trim: 0, a space, the end of a line. */
static size_t every_byte(uint64_t drawn, uint64_t turn, size_t most, uint8_t *room) {
    static const uint8_t trimmed[] = {0, ' ', '\n'};
    const size_t n = length_of(turn, most);
    for (size_t i = 0; i < n; i++) room[i] = (uint8_t)(drawn + i);
    if (n > 0) room[n - 1] = trimmed[turn % sizeof trimmed];
    return n;
}

static size_t plain(uint64_t drawn, uint8_t *room) {
    const size_t n = (size_t)(24 + drawn % 40);
    for (size_t i = 0; i < n; i++) room[i] = (uint8_t)('a' + prapi_kit_mix(drawn + i) % 25);
    return n;
}

static size_t draw(const prapi_kit *kit, const prapi_kit_case *one, uint64_t turn, uint64_t salt, size_t most,
                   uint8_t *room) {
    const uint64_t drawn = prapi_kit_mix(kit->seed ^ prapi_kit_mix(turn << 32 | salt));
    return one->bytes == PRAPI_KIT_PLAIN ? plain(drawn, room) : every_byte(drawn, turn, most, room);
}

size_t prapi_kit_record(const prapi_kit *kit, const prapi_kit_case *one, uint64_t sequence, uint32_t salt, uint8_t *room) {
    return draw(kit, one, sequence, salt, PRAP_EVENT_BYTES, room);
}

/* Salts are of changes, and snapshots have salts of their own. */
size_t prapi_kit_snapshot(const prapi_kit *kit, const prapi_kit_case *one, uint64_t version, uint32_t salt, uint8_t *room) {
    return draw(kit, one, version, (uint64_t)salt | (uint64_t)1 << 31, PRAP_SNAPSHOT_BYTES, room);
}

/* The first event of a change has all that were asked for, the others one each when there are any. */
uint32_t prapi_kit_notices_of(uint32_t n_notices, uint32_t event) {
    return event == 0 ? n_notices : n_notices > 0;
}

prap_notice_record prapi_kit_notice(uint32_t salt, uint64_t sequence, uint32_t ordinal) {
    static const prap_day days[] = {PRAP_DAY_NONE, 19500, 0, -1, PRAP_DAY_MIN, PRAP_DAY_MAX};
    const uint64_t drawn = prapi_kit_mix(prapi_kit_mix(sequence << 32 | salt) + ordinal);
    return (prap_notice_record){.size = sizeof(prap_notice_record),
                                .sequence = sequence,
                                .ordinal = ordinal,
                                .notice = PRAP_NOTICE_MADE_DAY_ASSUMED + (uint32_t)(drawn % 8),
                                .recipient = PRAP_RECIPIENT_PROVIDER + (uint32_t)(drawn / 8 % 6),
                                .due = days[drawn / 64 % (sizeof days / sizeof *days)]};
}
