"""The faults of the drill: each is one line of the library that is made wrong. A row's old text stands once in its file
(tests/assurance/planted-test.py sees to it), so that the drill does not rot. Security faults are wanted by two gates."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    name: str
    file: str
    old: str
    new: str
    security: bool = False


FAULTS = [
    # Secrets and the access code.
    Fault("a comparison that ends at the first wrong character", "lib/provider-direct/access-code.c",
          "        right &= prapi_is_equal(characters[at[i] - 1], said[i]);",
          "        if (characters[at[i] - 1] != said[i]) return false;", True),
    Fault("two of three characters are enough", "lib/provider-direct/access-code.c",
          "    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS; i++)\n        right &=",
          "    for (uint32_t i = 0; i < PRAP_CHALLENGE_POSITIONS - 1; i++)\n        right &=", True),
    Fault("what was said is not wiped", "lib/provider-direct/access-code.c",
          "    prapi_wipe(said, sizeof said);\n", "", True),
    Fault("nothing is wiped", "lib/base/secret.c", "        at[i] = 0;\n#if", "        (void)at[i];\n#if", True),
    Fault("the stack is not wiped", "lib/base/secret.c", "        below[i] = 0;", "        (void)below[i];", True),
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
          "           event->chain == state->chain && (state->version == 0 || event->recorded >= state->recorded);",
          "           (state->version == 0 || event->recorded >= state->recorded);"),
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
    Fault("a sum that overflows", "lib/earnings/earnings.c", " || more_pence > INT64_MAX - pence) return PRAP_E_RANGE;",
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
]
