/*
 * transitions.c: a request to erase: every permitted step and every forbidden one. rules.md 2.5; the ids in the last
 * column are its rows. Chapter 15 lets the holding reply and the forwarding come in either order, both at once, so
 * either is taken while the request is open.
 */
#include "catalogue/rules.h"
#include "programmes/programme.h"
#include "programmes/row-words.h"

/* What is not known and would change the outcome; then what the table says to an acceptance and to a rejection. */
#define FACTS_KNOWN G(ERASURE_COVERED), G(REFERRED_TO_KNOWN), G(START_KNOWN), G(CUSTOMER_GROUP_KNOWN), \
                    G(WHETHER_MANDATED_KNOWN), G(WHETHER_DNA_KNOWN), G(WHETHER_EVIDENCE_KNOWN)
/* What nobody may be told, nor anything be erased on, whatever was known when it was decided. */
#define ACCEPTABLE G(ACCEPTS_NO_STARTER), G(ACCEPTS_NO_EVIDENCE), G(ACCEPTS_NO_MANDATED_JETS), \
                   G(ACCEPTS_NO_HELD_EVIDENCE)
#define BEFORE_ANSWER S(RECEIVED), S(FORWARDED), S(REFERENCED), S(DECIDED), S(READY)

/* clang-format off */
static const prapi_row rows[] = {
    /* from, event, to, effects, condition, guards, rows of rules.md */
    { {S(NONE)},                     E(ERASURE_REQUESTED),      S(RECEIVED),             TELL(N(HOLDING_REPLY), N(FORWARD_TO_DPO), N(COPY_TO_ENQUIRIES), N(ANSWER_PARTICIPANT)), WHENEVER, {0}, "T-E-01" },
    { {PRAPI_ANY},                   E(ERASURE_REQUESTED),      S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "T-E-01" },

    /* Taken over from another system at its stage, with what is known of it. */
    { {S(NONE)},                     E(CASE_IMPORTED),          S(RECEIVED),             KEEP,                                     SAID(STAGE, AT_RECEIVED),       {G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(FORWARDED),            KEEP,                                     SAID(STAGE, AT_FORWARDED),      {G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(DECIDED),              KEEP,                                     SAID(STAGE, AT_DECIDED),        {G(DECISION_GIVEN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(READY),                KEEP,                                     SAID(STAGE, AT_READY),          {G(DECISION_GIVEN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(RESPONDED),            KEEP,                                     SAID(STAGE, AT_RESPONDED),      {G(DECISION_GIVEN), G(IMPORT_IN_ORDER)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(IMPORT_STAGE_KNOWN)}, "X-25" },
    { {PRAPI_ANY},                   E(CASE_IMPORTED),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "X-25" },
    { {PRAPI_ANY},                   E(ENTRY_VOIDED),           PRAPI_SAME,              TELL(N(ENTRY_VOIDED)),                    WHENEVER,                       {G(VOID_IS_POSSIBLE), G(VOID_FREES_NONE)}, "X-20" },

    /* At once: the holding reply, and the details to the Data Protection Office. */
    { {BEFORE_ANSWER},               E(HOLDING_REPLY_SENT),     PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_REQUEST)}, "T-E-02" },
    { {S(RECEIVED)},                 E(FORWARDED_TO_DPO),       S(FORWARDED),            TELL(N(ERASURE_MAIL_NOT_LISTED)),         WHENEVER,                       {G(NOT_BEFORE_REQUEST), G(COPY_SENT)}, "T-E-03" },

    /* The reference comes when it comes; the decision does not wait for it, the response does. */
    { {S(FORWARDED)},                E(REFERENCE_RECEIVED),     S(REFERENCED),           SETS(REFERENCE, HELD),                    WHENEVER,                       {G(NOT_BEFORE_REQUEST)}, "T-E-04" },
    { {S(REFERENCED), S(DECIDED), S(READY), S(RESPONDED)}, E(REFERENCE_RECEIVED), PRAPI_SAME, SETS(REFERENCE, HELD),               WHENEVER,                       {G(NOT_BEFORE_REQUEST)}, "T-E-04" },
    { {S(RECEIVED)},                 E(REFERENCE_RECEIVED),     S(NONE),                 SETS(REFERENCE, HELD),                    WHENEVER,                       {G(FORWARDED_FIRST)}, "T-E-04" },
    { {S(RECEIVED)},                 E(DPO_MAIL_SENT),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(FORWARDED_FIRST), G(REFERENCE_IN_MAIL)}, "F-E-02" },
    { {S(FORWARDED), S(REFERENCED), S(DECIDED), S(READY), S(RESPONDED), S(CLOSED)}, E(DPO_MAIL_SENT), PRAPI_SAME, TELL(N(COPY_TO_ENQUIRIES)), WHENEVER,         {G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL)}, "F-E-02" },

    /* The decision, by the table at the end of 1.4. */
    { {S(FORWARDED), S(REFERENCED)}, E(ERASURE_DECIDED),        S(DECIDED),              KEEP,                                     SAID(DECISION, ACCEPT),         {G(NOT_BEFORE_REQUEST), FACTS_KNOWN, ACCEPTABLE, G(GAP_DECIDED), G(GAP_REJECTED)}, "T-E-05, F-E-03, F-E-04" },
    { {S(FORWARDED), S(REFERENCED)}, E(ERASURE_DECIDED),        S(DECIDED),              KEEP,                                     SAID(DECISION, REJECT),         {G(NOT_BEFORE_REQUEST), FACTS_KNOWN, G(GAP_DECIDED), G(REJECTS_WITH_CAUSE)}, "T-E-05" },
    { {S(FORWARDED), S(REFERENCED)}, E(ERASURE_DECIDED),        S(NONE),                 KEEP,                                     WHENEVER,                       {G(DECISION_GIVEN), FACTS_KNOWN}, "T-E-05" },
    { {S(RECEIVED)},                 E(ERASURE_DECIDED),        S(NONE),                 KEEP,                                     SAID(DECISION, ACCEPT),         {G(FORWARDED_FIRST), ACCEPTABLE}, "T-E-05, F-E-03, F-E-04" },
    { {S(RECEIVED)},                 E(ERASURE_DECIDED),        S(NONE),                 KEEP,                                     WHENEVER,                       {G(FORWARDED_FIRST)}, "T-E-05" },

    /* The letter, the answer, and the answer forwarded. */
    { {S(DECIDED)},                  E(LETTER_PREPARED),        S(READY),                KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_REQUEST), G(LETTER_GIVEN), G(LETTER_FITS), G(LETTER_SIGNED_OFF)}, "T-E-06, F-E-05" },
    { {S(RECEIVED), S(FORWARDED), S(REFERENCED)}, E(LETTER_PREPARED), S(NONE),           KEEP,                                     WHENEVER,                       {G(DECIDED_FIRST), G(LETTER_SIGNED_OFF)}, "T-E-06, F-E-01" },
    { {S(READY)},                    E(RESPONSE_ISSUED),        S(RESPONDED),            KEEP,                                     WHERE(DECISION, ACCEPT),        {G(NOT_BEFORE_REQUEST), G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL), ACCEPTABLE}, "T-E-07, F-E-02, F-E-03, F-E-04" },
    { {S(READY)},                    E(RESPONSE_ISSUED),        S(RESPONDED),            KEEP,                                     WHENEVER,                       {G(NOT_BEFORE_REQUEST), G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL)}, "T-E-07, F-E-02" },
    { {S(DECIDED)},                  E(RESPONSE_ISSUED),        S(NONE),                 KEEP,                                     WHENEVER,                       {G(LETTER_FIRST), G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL)}, "T-E-07, F-E-02" },
    { {S(RECEIVED), S(FORWARDED), S(REFERENCED)}, E(RESPONSE_ISSUED), S(NONE),           KEEP,                                     WHENEVER,                       {G(DECIDED_FIRST), G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL)}, "F-E-01, F-E-02" },
    { {S(RESPONDED)},                E(RESPONSE_FORWARDED),     S(CLOSED),               TELL(N(ERASE_DATA)),                      WHERE(DECISION, ACCEPT),        {G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL), G(COPY_SENT)}, "T-E-08, F-E-02" },
    { {S(RESPONDED)},                E(RESPONSE_FORWARDED),     S(CLOSED),               TELL(N(KEEP_DATA)),                       WHENEVER,                       {G(REFERENCE_IS_HELD), G(REFERENCE_IN_MAIL), G(COPY_SENT)}, "T-E-08, F-E-02" },
    { {BEFORE_ANSWER},               E(RESPONSE_FORWARDED),     S(NONE),                 KEEP,                                     WHENEVER,                       {G(RESPONDED_FIRST), G(REFERENCE_IN_MAIL), G(COPY_SENT)}, "T-E-08" },

    /* Nothing is erased before an acceptance was answered, nor when it has come out since that it has to be kept. */
    { {S(RESPONDED), S(CLOSED)},     E(DATA_ERASED),            PRAPI_SAME,              SETS(ERASURE, ERASED),                    WHENEVER,                       {G(ERASURE_ACCEPTED), ACCEPTABLE}, "T-E-08, F-E-03, F-E-04, F-E-06" },
    { {BEFORE_ANSWER},               E(DATA_ERASED),            S(NONE),                 SETS(ERASURE, ERASED),                    WHENEVER,                       {G(RESPONDED_FIRST), G(ERASURE_ACCEPTED), ACCEPTABLE}, "F-E-06" },
};

/* What the participant was told, or sent, all the same. */
static const prapi_override overrides[] = {
    {S(RECEIVED),   E(ERASURE_DECIDED),    S(DECIDED),   SAME_FEED},
    {S(RECEIVED),   E(LETTER_PREPARED),    S(READY),     SAME_FEED},
    {S(FORWARDED),  E(LETTER_PREPARED),    S(READY),     SAME_FEED},
    {S(REFERENCED), E(LETTER_PREPARED),    S(READY),     SAME_FEED},
    {S(RECEIVED),   E(RESPONSE_ISSUED),    S(RESPONDED), SAME_FEED},
    {S(FORWARDED),  E(RESPONSE_ISSUED),    S(RESPONDED), SAME_FEED},
    {S(REFERENCED), E(RESPONSE_ISSUED),    S(RESPONDED), SAME_FEED},
    {S(DECIDED),    E(RESPONSE_ISSUED),    S(RESPONDED), SAME_FEED},
    {S(RECEIVED),   E(DPO_MAIL_SENT),      S(RECEIVED),  SAME_FEED},
    {S(RECEIVED),   E(REFERENCE_RECEIVED), S(REFERENCED), SAME_FEED},
    {S(RECEIVED),   E(DATA_ERASED),        S(RECEIVED),   SAME_FEED},
    {S(FORWARDED),  E(DATA_ERASED),        S(FORWARDED),  SAME_FEED},
    {S(REFERENCED), E(DATA_ERASED),        S(REFERENCED), SAME_FEED},
    {S(DECIDED),    E(DATA_ERASED),        S(DECIDED),    SAME_FEED},
    {S(READY),      E(DATA_ERASED),        S(READY),      SAME_FEED},
};
/* clang-format on */

static const uint16_t impossible[] = {
    G(NOT_BEFORE_REQUEST), G(CASE_EXISTS), G(VOID_IS_POSSIBLE), G(VOID_FREES_NONE), G(IMPORT_IN_ORDER),
};

#define DECIDES(EVENT)                                                                              \
    {PRAP_EVENT_##EVENT, PRAP_FACT_DECISION, PRAP_OPTION_ACCEPT, IS(DECISION, ACCEPT)},             \
        {PRAP_EVENT_##EVENT, PRAP_FACT_DECISION, PRAP_OPTION_REJECT, IS(DECISION, REJECT)}
static const prapi_carry carries[] = {
    DECIDES(ERASURE_DECIDED), DECIDES(CASE_IMPORTED),
    {PRAP_EVENT_CASE_IMPORTED, PRAP_FACT_REFERENCE_HELD, PRAP_VALUE_YES, IS(REFERENCE, HELD)},
};

/* Which rule speaks, where it is not the word's own. */
static const prapi_cite cites[] = {
    OF(REASON, CASE_EXISTS, CH15_22), OF(REASON, VOID_IS_POSSIBLE, CH15_22), OF(REASON, VOID_FREES_NONE, CH15_22),
    OF(REASON, IMPORT_STAGE_KNOWN, CH15_22), OF(REASON, IMPORT_IN_ORDER, CH15_22), OF(EVENT, ENTRY_VOIDED, CH15_22),
    OF(EVENT, CASE_IMPORTED, CH15_22), OF(NOTICE, ENTRY_VOIDED, CH15_22), OF(FACT, OVERRIDE, CH15_22),
    OF(FACT, RECEIVED_ON, CH15_22),
};

/* What is not known of a request taken over. */
static const uint16_t import_asks[] = {PRAP_FACT_RECEIVED_ON};

const prapi_programme prapi_programme_ERASURE = {
    .number = PRAP_PROGRAMME_ERASURE,
    .document = PRAP_DOCUMENT_CH15,
    .documents = 1u << PRAP_DOCUMENT_CH15,
    TABLE(rows),
    TABLE(carries),
    TABLE(overrides),
    TABLE(impossible),
    TABLE(cites),
    TABLE(import_asks),
    .clocks = {.has_month = true},
};
