/*
 * transitions.c: unencrypted email: one case for one process of one organisation. rules.md 2.6. Whether a message may
 * be sent is asked by a preview of message-sent, whose guards are the restrictions: all that it breaks are named.
 */
#include "catalogue/rules.h"
#include "programmes/programme.h"
#include "programmes/row-words.h"

/* Who may use it for what and when, and what a message must be like. */
#define USE G(PROCESS_LISTED), G(PERMISSION_HELD), G(USE_HAS_BEGUN), G(USE_NOT_CEASED), G(NO_OWN_OUTAGE), \
            G(NO_DWP_OUTAGE), G(APPROVED_SUBCONTRACTOR), G(DILIGENCE_IS_DONE), G(NOTHING_OFFSHORE)
#define MESSAGE G(ONE_RECORD), G(ONE_RECORD_FORWARDED), G(CONTENT_IS_STANDARD), G(TEMPLATE_IS_INCLUDED), \
                G(FROM_DESIGNATED), G(TO_DESIGNATED), G(NEED_TO_FORWARD), G(ENTITLED_RECIPIENT), G(FORWARDED_BY_HAND)
#define HALTED S(SUSPENDED), S(CLERICAL), S(NOTIFIED_RESUME)

/* clang-format off */
static const prapi_row rows[] = {
    /* from, event, to, effects, condition, guards, rows of rules.md 2.6 */
    { {S(NONE)},                     E(APPROVAL_REQUESTED),     S(REQUESTED),            TELL(N(ASK_APPROVAL)),                    WHENEVER,                       {G(PROCESS_GIVEN), G(ORGANISATION_GIVEN), G(PROCESS_LISTED)}, "2.6 requested, F-U-05" },
    { {PRAPI_ANY},                   E(APPROVAL_REQUESTED),     S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "2.6 requested" },
    { {S(REQUESTED)},                E(PERMISSION_GIVEN),       S(APPROVED),             KEEP,                                     WHENEVER,                       {0}, "2.6 approved" },
    { {S(APPROVED)},                 E(USE_AGREED),             S(ACTIVE),               KEEP,                                     WHENEVER,                       {G(PERMISSION_HELD), G(APPROVED_SUBCONTRACTOR), G(DILIGENCE_IS_DONE), G(NOTHING_OFFSHORE), G(LIST_WITH_MANAGER), G(START_DAY_AGREED), G(LIST_OF_NEW_WITH_MANAGER), G(START_DAY_OF_NEW_AGREED)}, "2.6 active, F-U-04" },
    { {S(REQUESTED)},                E(USE_AGREED),             S(NONE),                 KEEP,                                     WHENEVER,                       {G(PERMISSION_HELD), G(APPROVED_SUBCONTRACTOR), G(DILIGENCE_IS_DONE), G(NOTHING_OFFSHORE), G(LIST_WITH_MANAGER), G(START_DAY_AGREED), G(LIST_OF_NEW_WITH_MANAGER), G(START_DAY_OF_NEW_AGREED)}, "F-U-01" },

    /* Taken over from another system at its stage, with what is known of it. */
    { {S(NONE)},                     E(CASE_IMPORTED),          S(APPROVED),             KEEP,                                     SAID(STAGE, AT_APPROVED),       {G(PROCESS_GIVEN), G(ORGANISATION_GIVEN), G(IMPORT_PERMISSION_KNOWN)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(ACTIVE),               KEEP,                                     SAID(STAGE, AT_ACTIVE),         {G(PROCESS_GIVEN), G(ORGANISATION_GIVEN), G(IMPORT_PERMISSION_KNOWN)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(SUSPENDED),            SETS(OUTAGE, UNSTATED),                   SAID(STAGE, AT_SUSPENDED),      {G(PROCESS_GIVEN), G(ORGANISATION_GIVEN), G(IMPORT_PERMISSION_KNOWN)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(CLERICAL),             SETS(OUTAGE, UNSTATED),                   SAID(STAGE, AT_CLERICAL),       {G(PROCESS_GIVEN), G(ORGANISATION_GIVEN), G(IMPORT_PERMISSION_KNOWN)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(CEASING),              KEEP,                                     SAID(STAGE, AT_CEASING),        {G(PROCESS_GIVEN), G(ORGANISATION_GIVEN), G(IMPORT_PERMISSION_KNOWN)}, "X-25" },
    { {S(NONE)},                     E(CASE_IMPORTED),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(IMPORT_STAGE_KNOWN)}, "X-25" },
    { {PRAPI_ANY},                   E(CASE_IMPORTED),          S(NONE),                 KEEP,                                     WHENEVER,                       {G(CASE_EXISTS)}, "X-25" },
    { {PRAPI_ANY},                   E(ENTRY_VOIDED),           PRAPI_SAME,              TELL(N(ENTRY_VOIDED)),                    WHENEVER,                       {G(VOID_IS_POSSIBLE), G(VOID_FREES_NONE)}, "X-20" },

    /* may_send: every restriction that a message breaks. */
    { {S(ACTIVE), S(CEASING)},       E(MESSAGE_SENT),           PRAPI_SAME,              TELL(N(KEEP_SENDING_RECORD)),             WHENEVER,                       {USE, MESSAGE}, "2.6 may_send, F-U-02, F-U-04" },
    { {S(NONE), S(REQUESTED), S(APPROVED)}, E(MESSAGE_SENT),    S(NONE),                 KEEP,                                     WHENEVER,                       {USE, MESSAGE}, "2.6 may_send, F-U-01, F-U-05" },
    { {S(SUSPENDED), S(CLERICAL), S(NOTIFIED_RESUME), S(CEASED)}, E(MESSAGE_SENT), S(NONE), KEEP,                                  WHENEVER,                       {USE, MESSAGE}, "2.6 may_send, F-U-03" },

    /* The provider's own outage: at 48 hours or longer the department is told and the work is clerical. */
    { {S(ACTIVE), S(NOTIFIED_RESUME)}, E(OUTAGE_BEGAN),         S(SUSPENDED),            SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, DWP),             {0}, "2.6 suspended" },
    { {S(NOTIFIED_RESUME)},          E(OUTAGE_BEGAN),           S(SUSPENDED),            KEEP,                                     WHERE(OUTAGE, BOTH),            {0}, "2.6 suspended, F-U-03" },
    { {S(ACTIVE), S(NOTIFIED_RESUME)}, E(OUTAGE_BEGAN),         S(SUSPENDED),            SETS(OUTAGE, OWN),                        WHENEVER,                       {0}, "2.6 suspended, F-U-03" },
    { {HALTED, S(CEASING)},          E(OUTAGE_BEGAN),           PRAPI_SAME,              SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, DWP),             {0}, "2.6 suspended" },
    { {S(CEASING)},                  E(OUTAGE_BEGAN),           PRAPI_SAME,              KEEP,                                     WHERE(OUTAGE, BOTH),            {0}, "2.6 suspended" },
    { {S(CEASING)},                  E(OUTAGE_BEGAN),           PRAPI_SAME,              SETS(OUTAGE, OWN),                        WHENEVER,                       {0}, "2.6 suspended" },
    { {HALTED},                      E(OUTAGE_BEGAN),           PRAPI_SAME,              KEEP,                                     WHENEVER,                       {0}, "2.6 suspended" },
    { {S(SUSPENDED)},                E(CLERICAL_BEGUN),         S(CLERICAL),             KEEP,                                     WHENEVER,                       {G(DEPARTMENT_IS_TOLD)}, "2.6 clerical" },
    { {S(SUSPENDED), S(CLERICAL)},   E(RESUME_NOTIFIED),        S(NOTIFIED_RESUME),      KEEP,                                     WHENEVER,                       {G(NO_DWP_OUTAGE), G(RESUME_DAY_GIVEN)}, "2.6 notified-resume" },
    { {S(CEASING)},                  E(RESUME_NOTIFIED),        PRAPI_SAME,              SETS(OUTAGE, NOTIFIED),                   WHERE(OUTAGE, OWN),             {G(NO_DWP_OUTAGE), G(RESUME_DAY_GIVEN)}, "2.6 notified-resume" },
    { {S(CEASING)},                  E(RESUME_NOTIFIED),        PRAPI_SAME,              KEEP,                                     WHERE(OUTAGE, BOTH),            {G(NO_DWP_OUTAGE), G(RESUME_DAY_GIVEN)}, "2.6 notified-resume" },
    { {S(NOTIFIED_RESUME)},          E(USE_RESUMED),            S(ACTIVE),               SETS(OUTAGE, ENDED),                      WHENEVER,                       {G(NO_DWP_OUTAGE)}, "2.6 active" },
    { {S(CEASING)},                  E(USE_RESUMED),            PRAPI_SAME,              SETS(OUTAGE, ENDED),                      WHERE(OUTAGE, NOTIFIED),        {0}, "2.6 active" },
    { {S(SUSPENDED), S(CLERICAL), S(CEASING)}, E(USE_RESUMED),  S(NONE),                 KEEP,                                     WHENEVER,                       {G(RESUME_IS_NOTIFIED), G(NO_DWP_OUTAGE)}, "F-U-03" },

    /* DWP's outage: it says when use is suspended, when to work clerically, and when use begins again. */
    { {S(ACTIVE)},                   E(DWP_SUSPENDED),          S(SUSPENDED),            SETS(OUTAGE, DWP),                        WHENEVER,                       {0}, "2.6 suspended" },
    { {HALTED, S(CEASING)},          E(DWP_SUSPENDED),          PRAPI_SAME,              SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, OWN),             {0}, "2.6 suspended" },
    { {S(CEASING)},                  E(DWP_SUSPENDED),          PRAPI_SAME,              SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, NOTIFIED),        {0}, "2.6 suspended" },
    { {S(CEASING)},                  E(DWP_SUSPENDED),          PRAPI_SAME,              KEEP,                                     WHERE(OUTAGE, BOTH),            {0}, "2.6 suspended" },
    { {HALTED},                      E(DWP_SUSPENDED),          PRAPI_SAME,              KEEP,                                     WHENEVER,                       {0}, "2.6 suspended" },
    { {S(REQUESTED), S(APPROVED), S(CEASING)}, E(DWP_SUSPENDED), PRAPI_SAME,             SETS(OUTAGE, DWP),                        WHENEVER,                       {0}, "2.6 suspended" },
    { {S(ACTIVE)},                   E(DWP_ASKED_CLERICAL),     S(CLERICAL),             SETS(OUTAGE, DWP),                        WHENEVER,                       {0}, "2.6 clerical" },
    { {HALTED},                      E(DWP_ASKED_CLERICAL),     S(CLERICAL),             SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, OWN),             {0}, "2.6 clerical" },
    { {HALTED},                      E(DWP_ASKED_CLERICAL),     S(CLERICAL),             KEEP,                                     WHENEVER,                       {0}, "2.6 clerical" },
    { {S(CEASING)},                  E(DWP_ASKED_CLERICAL),     PRAPI_SAME,              SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, OWN),             {0}, "2.6 clerical" },
    { {S(CEASING)},                  E(DWP_ASKED_CLERICAL),     PRAPI_SAME,              SETS(OUTAGE, BOTH),                       WHERE(OUTAGE, NOTIFIED),        {0}, "2.6 clerical" },
    { {S(CEASING)},                  E(DWP_ASKED_CLERICAL),     PRAPI_SAME,              KEEP,                                     WHERE(OUTAGE, BOTH),            {0}, "2.6 clerical" },
    { {S(REQUESTED), S(APPROVED), S(CEASING)}, E(DWP_ASKED_CLERICAL), PRAPI_SAME,        SETS(OUTAGE, DWP),                        WHENEVER,                       {0}, "2.6 clerical" },
    { {HALTED, S(CEASING), S(CEASED)}, E(DWP_RESUMED),          PRAPI_SAME,              SETS(OUTAGE, OWN),                        WHERE(OUTAGE, BOTH),            {0}, "2.6 active" },
    { {HALTED},                      E(DWP_RESUMED),            PRAPI_SAME,              SETS(OUTAGE, OWN),                        WHERE(OUTAGE, UNSTATED),        {0}, "2.6 active" },
    { {HALTED},                      E(DWP_RESUMED),            S(ACTIVE),               SETS(OUTAGE, ENDED),                      WHERE(OUTAGE, DWP),             {0}, "2.6 active" },
    { {S(REQUESTED), S(APPROVED), S(ACTIVE), S(CEASING), S(CEASED)}, E(DWP_RESUMED), PRAPI_SAME, SETS(OUTAGE, ENDED),                      WHERE(OUTAGE, DWP),             {0}, "2.6 active" },
    { {PRAPI_ANY},                   E(DWP_RESUMED),            PRAPI_SAME,              KEEP,                                     WHENEVER,                       {0}, "2.6 active" },

    /* A subcontractor is withdrawn from the process. */
    { {S(NOTIFIED_RESUME)},          E(WITHDRAWAL_DECIDED),     S(CEASING),              SETS_AND_TELLS(OUTAGE, NOTIFIED, N(LIST_TO_SUPPLIER_MANAGER)), WHERE(OUTAGE, OWN), {G(IS_SUBCONTRACTOR)}, "2.6 ceasing" },
    { {S(ACTIVE), HALTED}, E(WITHDRAWAL_DECIDED), S(CEASING), TELL(N(LIST_TO_SUPPLIER_MANAGER)), WHENEVER,                   {G(IS_SUBCONTRACTOR)}, "2.6 ceasing" },
    { {S(CEASING)},                  E(CEASE_AGREED),           PRAPI_SAME,              KEEP,                                     WHENEVER,                       {G(CEASE_DAY_AGREED)}, "2.6 ceasing" },
    { {S(CEASING)},                  E(USE_CEASED),             S(CEASED),               KEEP,                                     WHENEVER,                       {G(CEASE_DAY_AGREED), G(CEASE_DAY_COME)}, "2.6 ceased" },

    /* What went wrong, and what came in, whatever the stage. */
    { {PRAPI_ANY},                   E(DATA_MISDIRECTED),       PRAPI_SAME,              SETS_AND_TELLS(MISDIRECTION, OPEN, N(ALERT_SUBCONTRACTOR), N(KEEP_ACTION_RECORD)), WHENEVER, {0}, "2.6 misdirected" },
    { {PRAPI_ANY},                   E(DELETION_CONFIRMED),     PRAPI_SAME,              SETS_AND_TELLS(MISDIRECTION, CLOSED, N(KEEP_ACTION_RECORD)), WHERE(MISDIRECTION, OPEN), {0}, "2.6 misdirected" },
    { {PRAPI_ANY},                   E(DELETION_CONFIRMED),     S(NONE),                 KEEP,                                     WHENEVER,                       {G(IS_MISDIRECTED)}, "2.6 misdirected" },
    { {PRAPI_ANY},                   E(RECEIVED_IN_ERROR),      PRAPI_SAME,              TELL(N(TELL_OF_WRONG_EMAIL)),             WHENEVER,                       {0}, "2.6 inbound error" },
    { {PRAPI_ANY},                   E(MESSAGE_ACTIONED),       PRAPI_SAME,              TELL(N(DELETE_MESSAGE)),                  WHENEVER,                       {0}, "2.6 inbound actioned" },
};

/* What was sent or used all the same. */
static const prapi_override overrides[] = {
    {S(REQUESTED),       E(MESSAGE_SENT), S(REQUESTED),       SAME_FEED},
    {S(APPROVED),        E(MESSAGE_SENT), S(APPROVED),        SAME_FEED},
    {S(SUSPENDED),       E(MESSAGE_SENT), S(SUSPENDED),       SAME_FEED},
    {S(CLERICAL),        E(MESSAGE_SENT), S(CLERICAL),        SAME_FEED},
    {S(NOTIFIED_RESUME), E(MESSAGE_SENT), S(NOTIFIED_RESUME), SAME_FEED},
    {S(CEASED),          E(MESSAGE_SENT), S(CEASED),          SAME_FEED},
    {S(REQUESTED),       E(USE_AGREED),   S(ACTIVE),          SAME_FEED},
    {S(SUSPENDED),       E(USE_RESUMED),  S(ACTIVE),          SAME_FEED},
    {S(CLERICAL),        E(USE_RESUMED),  S(ACTIVE),          SAME_FEED},
};
/* clang-format on */

static const uint16_t impossible[] = {
    G(CASE_EXISTS), G(VOID_IS_POSSIBLE), G(VOID_FREES_NONE), G(CEASE_DAY_AGREED),
};

static const prapi_carry carries[] = {
    {PRAP_EVENT_CASE_IMPORTED, PRAP_FACT_SUSPENDED_BY, PRAP_OPTION_OWN_OUTAGE, IS(OUTAGE, OWN)},
    {PRAP_EVENT_CASE_IMPORTED, PRAP_FACT_SUSPENDED_BY, PRAP_OPTION_DWP_OUTAGE, IS(OUTAGE, DWP)},
};

/* Which rule speaks, where it is not the word's own. */
static const prapi_cite cites[] = {
    OF(REASON, CASE_EXISTS, CH15_44a), OF(REASON, VOID_IS_POSSIBLE, CH15_44a), OF(REASON, VOID_FREES_NONE, CH15_44a),
    OF(REASON, IMPORT_STAGE_KNOWN, CH15_44a), OF(EVENT, ENTRY_VOIDED, CH15_44a), OF(EVENT, CASE_IMPORTED, CH15_44a),
    OF(NOTICE, ENTRY_VOIDED, CH15_44a), OF(FACT, OVERRIDE, CH15_44a),
};

/* What is not known of a use taken over. */
static const uint16_t import_asks[] = {PRAP_FACT_USE_FROM};

const prapi_programme prapi_programme_EMAIL = {
    .number = PRAP_PROGRAMME_EMAIL,
    .document = PRAP_DOCUMENT_CH15,
    .documents = 1u << PRAP_DOCUMENT_CH15,
    TABLE(rows),
    TABLE(carries),
    TABLE(overrides),
    TABLE(impossible),
    TABLE(cites),
    TABLE(import_asks),
};
