"""The faults of the drill: each is one line of the library that is made wrong. A row's old text stands once in its file
(tests/assurance/planted-test.py sees to it), so that the drill does not rot. Security faults are wanted by two gates.
gates: those of gates/drill.py beside the suites that the fault is planted for; they are asked first."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    name: str
    file: str
    old: str
    new: str
    security: bool = False
    gates: tuple = ()


FAULTS = [
    # Secrets and the access code.
    Fault("a comparison that ends at the first wrong character", "lib/provider-direct/access-code.c",
          "        right &= PRAPI_ALWAYS(place < length) ? prapi_is_equal(characters[place], said[i]) : 0;",
          "        if (characters[place] != said[i]) return false;", True, ("branches on secrets", "work on secrets")),
    Fault("two of three characters are enough", "lib/provider-direct/access-code.c",
          "    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS; i++) {\n        const uint32_t place",
          "    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS - 1; i++) {\n        const uint32_t place", True),
    Fault("a number in an extract is not wiped", "lib/extract/values.c",
          "    prapi_wipe(characters, sizeof characters);", "", True, ("secrets in memory", "lint")),
    Fault("nothing is wiped", "lib/base/secret.c", "        at[i] = 0;\n#if", "        (void)at[i];\n#if", True, ("secrets in memory",)),
    Fault("the characters of a number are not wiped", "lib/base/nino.c",
          "    prapi_wipe(codes, sizeof codes);\n", "", True, ("secrets in memory", "lint")),
    Fault("the failure is stored after the answer is looked at", "lib/engine/verifier-answer.c",
          "    const prap_status status = end(one, number, PRAPI_ENTRY_ANSWERED, &positions, ret_result);\n"
          "    if (status != PRAP_OK || *ret_result != 0) return status;\n"
          "    const prap_code_id code",
          "    (void)prapi_verifier_load(one);\n"
          "    if (!prapi_code_is_right(code_text, verifier->length, (uint32_t)verifier->stream.positions, answer)) {\n"
          "        *ret_result = PRAP_CHALLENGE_FAILED;\n        return PRAP_OK;\n    }\n"
          "    const prap_status status = end(one, number, PRAPI_ENTRY_ANSWERED, &positions, ret_result);\n"
          "    if (status != PRAP_OK || *ret_result != 0) return status;\n"
          "    const prap_code_id code", True),
    Fault("positions that are not drawn alike", "lib/provider-direct/positions.c",
          "    if (number >= whole) return 0;", "    (void)whole;", True),
    Fault("one failure more before the lock", "lib/provider-direct/stream.c",
          "stream->counted < limits->failures_max) return false;",
          "stream->counted <= limits->failures_max) return false;", True),
    Fault("the clock may go back", "lib/provider-direct/stream.c",
          "    return at < stream->latest ? stream->latest : at;", "    (void)stream;\n    return at;", True),
    Fault("a challenge that never expires", "lib/provider-direct/stream.c",
          "    return stream->open != 0 && now >= stream->expires_at;", "    (void)now;\n    return false;", True),
    # Records and the journal.
    Fault("the sequence of a record is not looked at", "lib/engine/journal.c",
          "    return event->sequence == state->version + 1 && event->sequence == row->version &&",
          "    return event->sequence == row->version &&"),
    Fault("the chain of a record is not looked at", "lib/engine/journal.c",
          "           event->chain == state->chain && event->recorded >= state->recorded;",
          "           event->recorded >= state->recorded;"),
    Fault("the checksum of a record is not looked at", "lib/referral/record-read.c",
          "    if (checksum != get_u32(record.bytes + PRAPI_CRC_AT)) return PRAP_E_DAMAGED;", ""),
    Fault("another polynomial", "lib/base/crc-steps.c", "0xf26b8303", "0xf26b8302"),
    Fault("a newer version's record is read as ours", "lib/referral/record-read.c",
          "    return record.bytes[5] > PRAPI_MAJOR ? PRAP_E_VERSION : PRAP_OK;", "    return PRAP_OK;"),
    Fault("a number read past the end", "lib/referral/record-tags.h",
          "    if (at < end && at[0] <= 0x7F) return", "    if (at[0] <= 0x7F) return"),
    Fault("the day of an event is not written", "lib/referral/record-write.c",
          "    put_day(&out, TAG_EVENT_ON, event->on);\n", ""),
    Fault("a text longer than the room", "lib/host/calls.c",
          "    if (row->case_id.n > PRAP_ID_BYTES || row->id.n > PRAP_ID_BYTES) return PRAP_E_DAMAGED;", ""),
    # The host's answers.
    Fault("a commit whose outcome is unknown is called stored", "lib/host/calls.c",
          "    const prap_status all = status == PRAP_RETRY || status == PRAP_FAIL ? status : PRAP_UNKNOWN;",
          "    const prap_status all = status == PRAP_RETRY || status == PRAP_FAIL ? status : PRAP_OK;"),
    Fault("after an unknown outcome nobody looks", "lib/engine/submit.c",
          "    if (status == PRAP_UNKNOWN) {\n", "    if (status == PRAP_UNKNOWN && event->on == 0) {\n"),
    Fault("the version that is expected is not the one that was loaded", "lib/engine/submit.c",
          "        .expected_version = engine->before.version,", "        .expected_version = event->sequence - 2,"),
    Fault("the observer is told before the commit is known", "lib/engine/submit.c",
          "    if (status == PRAP_OK) prapi_engine_committed(engine, &change);",
          "    prapi_engine_committed(engine, &change);"),
    Fault("a call from a callback is let in", "lib/engine/submit.c",
          "    engine->busy = true;\n    status = decide(", "    status = decide("),
    # Days.
    Fault("the acknowledgement a day later", "lib/referral/clocks.c",
          "ack_working_days - 1;", "ack_working_days;"),
    Fault("day 60 counted from the wrong day", "lib/referral/clocks.c",
          "    const prap_day anchor = from_received ? state->received_on : state->made_on;",
          "    const prap_day anchor = from_received ? state->made_on : state->received_on;"),
    Fault("the cut-off is a minute late", "lib/referral/clocks.c", "minute->value >= cutoff", "minute->value > cutoff"),
    Fault("the latest deadline is the next one", "lib/referral/deadlines.c", "deadline->due < next", "deadline->due > next"),
    Fault("a clerical referral has a day 60", "lib/referral/clocks.c",
          "    if (clerical || !clocks->has_day_60) return;", "    if (!clocks->has_day_60) return;"),
    # Rules and money.
    Fault("more than the threshold is asked for", "lib/earnings/earnings.c",
          "    return pence >= amount ? PRAP_THRESHOLD_STATUS_REACHED", "    return pence > amount ? PRAP_THRESHOLD_STATUS_REACHED"),
    Fault("a sum that overflows", "lib/earnings/earnings.c", " || pence > INT64_MAX - more_pence) return PRAP_E_RANGE;",
          ") return PRAP_E_RANGE;"),
    Fault("a guard of a start is forgotten", "lib/programmes/ipes/transitions.c",
          "        G(NEEDS_BEGUN), G(NO_BAR_TO_START), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)",
          "        G(NEEDS_BEGUN), G(TOLD_AT_MEETING), G(ROUTE_CHOSEN)"),
    Fault("a referral already there is received again", "lib/programmes/ipes/transitions.c",
          "    { {PRAPI_ANY},                   E(REFERRAL_RECEIVED),      S(NONE),                 KEEP,                "
          "                     WHENEVER,                       {G(CASE_EXISTS)}, \"T-I-53\" },",
          "    { {PRAPI_ANY},                   E(REFERRAL_RECEIVED),      S(RECEIVED),             KEEP,                "
          "                     WHENEVER,                       {0}, \"T-I-53\" },"),
    # The store.
    Fault("a conflict is not noticed", "bindings/sqlite/commit.c",
          "    return (uint64_t)version == change->expected_version ? PRAP_OK : PRAP_CONFLICT;", "    return PRAP_OK;"),
    Fault("a duplicate is not looked for", "bindings/sqlite/commit.c", "    if (change->id.n > 0) {", "    if (change->id.n > 64) {"),
    Fault("notices are not kept", "bindings/sqlite/commit.c",
          "    for (size_t i = 0; code == SQLITE_OK && i < change->n_notices; i++) {",
          "    for (size_t i = 1; code == SQLITE_OK && i < change->n_notices; i++) {"),
    Fault("a commit that failed is called stored", "bindings/sqlite/commit.c",
          "    if (!locked && !full) status = PRAP_UNKNOWN;", "    if (!locked && !full) status = PRAP_OK;"),
    # For gates that are about faults of another kind.
    Fault("the code that is held is told with the verdict", "lib/engine/verifier-answer.c",
          "    if (status == PRAP_OK) prapi_verifier_describe(&one, result, ret_challenge);\n    if (status == PRAP_OK && result",
          "    if (status == PRAP_OK) prapi_verifier_describe(&one, result, ret_challenge);\n"
          "    if (status == PRAP_OK) __builtin_memcpy(&ret_challenge->expires_at, code_text.bytes, 4);\n"
          "    if (status == PRAP_OK && result", True, ("secrets",)),
    Fault("a count that all threads share", "lib/referral/decide.c",
          "static bool row_is_from(const prapi_row *row, uint32_t stage) {\n",
          "static bool row_is_from(const prapi_row *row, uint32_t stage) {\n    static volatile uint32_t asked;\n    asked++;\n",
          False, ("threads under TSan", "interface")),
    Fault("a byte that nobody set is stored", "lib/referral/record-write.c", "    out->bytes[7] = 0;\n", ""),
    Fault("a date that could not be computed is looked at", "lib/referral/clocks.c",
          "    prapi_due due = {PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE, PRAP_DAY_NONE};\n    (void)prapi_due_of(",
          "    prapi_due due;\n    (void)prapi_due_of(", False, ("clocks under MSan",)),
    Fault("a number in the machine's own order", "lib/referral/record-write.c",
          "    for (size_t i = 0; i < 4; i++) at[i] = (uint8_t)(value >> (8 * i));", "    memcpy(at, &value, 4);", False,
          ("journals on s390x",)),
    Fault("the minute in which it was built", "lib/vocabulary/version.c",
          "const char *prap_library_version(void) {",
          "__attribute__((used)) static const char built[] = __DATE__ __TIME__;\n\nconst char *prap_library_version(void) {",
          False, ("reproducible",)),
    Fault("an array as long as its argument", "lib/base/error.c",
          "    const size_t used = prapi_text_bytes(reterr->message);\n    prapi_text_copy(reterr->message + used, room - used, text);",
          "    const size_t used = prapi_text_bytes(reterr->message);\n    char copy[room];\n    prapi_text_copy(copy, room, text);\n"
          "    prapi_text_copy(reterr->message + used, room - used, copy);", False, ("stack",)),
    Fault("a sum that silently loses its upper half", "lib/base/error.c",
          "    size_t n = 1;\n    for (size_t rest = number; rest > 9; rest /= 10) n++;",
          "    size_t n = 1;\n    for (uint32_t rest = number; rest > 9; rest /= 10) n++;", False, ("warnings",)),
    Fault("two members of a public struct change places", "include/prap/engine.h",
          "    uint64_t seen;     /* cases looked at */\n    uint64_t moved;    /* cases turned to automatic DNA */\n",
          "    uint64_t moved;    /* cases turned to automatic DNA */\n    uint64_t seen;     /* cases looked at */\n",
          False, ("interface",)),
    Fault("the core knows of the engine", "lib/base/error.c", "#include \"base/error.h\"\n",
          "#include \"base/error.h\"\n#include \"engine/caseload.h\"\n", False, ("lint",)),
    Fault("each case of a walk is remembered once more than the last", "lib/engine/caseload.c",
          "    remember(on, row->key.case_id);\n",
          "    for (uint64_t i = 0; i < on->report.seen; i++) remember(on, row->key.case_id);\n", False, ("growth",)),
]
