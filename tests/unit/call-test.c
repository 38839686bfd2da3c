/* call-test.c: a call to Provider Direct, step by step: what each step needs, where it leads, what it reminds of. */
#include "call-cases.h"
#include "provider-direct/call.h"

/* shows PD-FLOW-1, PD-FLOW-2, PD-FLOW-4, PD-23, PD-42, PD-2, PD-39, PD-41 */
static void a_whole_call_of_two(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    assert_int_equal(prap_call_stage(one->call), PRAP_CALL_STAGE_BATCHED);
    case_list(one, "p1");
    assert_int_equal(one->answer.participant, 0);
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_LISTED);
    assert_int_equal(one->answer.listed, 1);
    assert_int_equal(one->answer.left, 1);
    assert_int_equal(one->answer.questions, 6);
    assert_string_equal(one->answer.row, "T-P-07, F-P-01, F-P-02, F-P-03");
    case_list(one, "p2");
    case_go_to_participants(one);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_PARTICIPANT);
    case_advise(one, NULL); /* the first who is left */
    assert_int_equal(one->answer.participant, 0);
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_ADVISED);
    assert_int_equal(one->answer.left, 1);
    ASKS(ADVICE_GIVEN, NULL, NO_FACTS); /* other advice, but which? */
    ONLY_BECAUSE(ADVICE_TOLD);
    REFUSES(CALL_CLOSED, NULL, NO_FACTS);
    ONLY_BECAUSE(NOBODY_LEFT);
    TAKES(NEXT_PARTICIPANT, NULL, NO_FACTS);
    assert_int_equal(one->answer.participant, 1);
    case_advise(one, "p2");
    REFUSES(NEXT_PARTICIPANT, NULL, NO_FACTS);
    ONLY_BECAUSE(OTHERS_LEFT);
    TAKES(CALL_CLOSED, NULL, NO_FACTS);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED);
    REMINDS(RECORD_DUE);
    assert_null(case_reminder(one, PRAP_CALL_REMINDER_CALL_AGAIN));
    TAKES(ADVICE_RECORDED, "p1", FACTS(DAY(CALL_DAY, case_day(2016, 1, 4)), IS(ADVICE, CALL_ADVICE, RAISE)));
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED);
    REMINDS(UPDATE_RECORD);
    TAKES(ADVICE_RECORDED, "p2", FACTS(DAY(UPDATED_ON, case_day(2016, 1, 5))));
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_RECORDED);
    assert_int_equal(one->answer.reminders, 0);
    TAKES(DOUBT_DECIDED, "p1", FACTS(YES(RAISED), IS(FORM, CALL_FORM, WP08)));
    REMINDS(UPDATE_RECORD);
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_RAISED);
    TAKES(RECORD_UPDATED, "p1", FACTS(DAY(UPDATED_ON, case_day(2016, 1, 4))));
    REFUSES(DOUBT_DECIDED, "p2", FACTS(NO(RAISED)));
    ONLY_BECAUSE(DEVIATION_KEPT);
    TAKES(DOUBT_DECIDED, "p2", FACTS(NO(RAISED), YES(REASON_KEPT)));
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_NOT_RAISED);
    REFUSES(DOUBT_DECIDED, "p2", FACTS(NO(RAISED), YES(REASON_KEPT)));
    ONLY_BECAUSE(NOT_YET_DONE);
    case_close(one);
}

/* shows PD-UC, PD-15a, PD-15b, PD-INAPP-1, PD-10 */
static void who_may_be_listed(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    REFUSES(PARTICIPANT_LISTED, "p", FACTS(YES(MAPPA), YES(SCR), YES(UNIVERSAL_CREDIT)));
    assert_int_equal(one->answer.reasons, 3);
    assert_int_equal(one->answer.participant, PRAP_CALL_NOBODY);
    assert_int_equal(one->answer.standing, 0);
    assert_int_equal(prap_call_reason_at(one->call, 0)->reason, PRAP_CALL_REASON_NOT_MAPPA);
    assert_int_equal(prap_call_reason_at(one->call, 0)->severity, PRAP_SEVERITY_FORBIDDEN);
    assert_int_equal(prap_call_reason_at(one->call, 0)->fact, PRAP_CALL_FACT_MAPPA);
    assert_string_equal(prap_rule_by_number(prap_call_reason_at(one->call, 0)->rule)->id, "PD-15a");
    assert_string_equal(prap_rule_by_number(prap_call_reason_at(one->call, 2)->rule)->id, "PD-UC");
    assert_null(prap_call_reason_at(one->call, 3));
    ASKS(PARTICIPANT_LISTED, "p", FACTS(UNKNOWN(MAPPA), NO(SCR)));
    assert_int_equal(one->answer.reasons, 2);
    assert_int_equal(prap_call_reason_at(one->call, 1)->severity, PRAP_SEVERITY_UNDECIDED);
    TAKES(PARTICIPANT_LISTED, "p", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(TOLD_IN_ADVANCE),
                                         YES(RECORD_CHANGED)));
    REMINDS(TOLD_BEFOREHAND);
    REMINDS(CONSIDER_RAISING);
    REMINDS(RECORD_IS_NEWER);
    assert_int_equal(one->answer.reminders, 3);
    REFUSES(PARTICIPANT_LISTED, "p", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT)));
    ONLY_BECAUSE(LISTED_ONCE);
    case_close(one);
}

/* shows PD-14c, PD-14e, PD-26, PD-A-3, PD-A-R2 */
static void ten_and_no_more(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    char name[] = "pA";
    for (uint32_t i = 0; i < PRAP_CALL_PARTICIPANTS_MAX; i++) {
        case_list(one, name);
        assert_int_equal(one->answer.reminders, i == 9 ? 1 : 0);
        name[1]++;
    }
    REMINDS(LIST_IS_FULL);
    REFUSES(PARTICIPANT_LISTED, name, FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT)));
    ONLY_BECAUSE(ROOM_IN_CALL);
    TAKES(PARTICIPANT_TAKEN_OFF, "pA", NO_FACTS);
    assert_int_equal(one->answer.participant, PRAP_CALL_NOBODY);
    assert_int_equal(one->answer.listed, 9);
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_OK);
    assert_memory_equal(view.participant.bytes, "pB", 2);
    assert_int_equal(view.call_on, PRAP_DAY_NONE);
    assert_int_equal(prap_call_participant_at(one->call, 9, &view), PRAP_E_RANGE);
    case_list(one, name);
    REFUSES(PARTICIPANT_TAKEN_OFF, "nobody", NO_FACTS);
    ONLY_BECAUSE(IS_LISTED);
    case_close(one);
}

/* shows PD-1, PD-5a, PD-5b, PD-33b, PD-17, PD-17-B1, PD-17-B2, PD-19b, PD-24-N, PD-A-2, PD-A-4 */
static void a_call_needs_its_list_purpose_and_code(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    assert_int_equal(case_step_at(one, PRAP_CALL_EVENT_CALL_PLACED, NULL, case_morning(), NO_FACTS), PRAP_VERDICT_REFUSED);
    BECAUSE(ANYONE_LISTED);
    BECAUSE(PURPOSE_IS_DOUBT);
    BECAUSE(DAY_OF_CODE_KNOWN);
    BECAUSE(PRIME_IS_KNOWN);
    assert_int_equal(one->answer.reasons, 4);
    assert_int_equal(prap_call_reason_at(one->call, 0)->cure_event, PRAP_CALL_EVENT_PARTICIPANT_LISTED);
    TAKES(PARTICIPANT_LISTED, "p1", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), NO(ORIGINAL_HELD)));
    TAKES(PARTICIPANT_LISTED, "p2", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT)));
    case_list(one, "p3");
    static const struct {
        uint32_t purpose, reason;
    } rows[] = {{PRAP_CALL_PURPOSE_JOB_OUTCOME, PRAP_CALL_REASON_NOT_JOB_OUTCOME},
                {PRAP_CALL_PURPOSE_POLICY, PRAP_CALL_REASON_NOT_POLICY},
                {PRAP_CALL_PURPOSE_OTHER, PRAP_CALL_REASON_PURPOSE_IS_DOUBT}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t verdict =
            case_step_at(one, PRAP_CALL_EVENT_CALL_PLACED, NULL, case_morning(),
                         FACTS({PRAP_CALL_FACT_PURPOSE, PRAP_VALUE_OPTION, rows[i].purpose}, NO(PRIME_KNOWN),
                               NO(SECURITY_EXPLAINED), NO(PLAN_CONFIRMED), YES(SERVICE_WITHDRAWN),
                               YES(CODE_SUPERSEDED), DAY(CODE_ISSUED, case_day(2015, 12, 30))));
        assert_int_equal(verdict, PRAP_VERDICT_REFUSED);
        assert_int_equal(prap_call_reason_at(one->call, 0)->reason, rows[i].reason);
        BECAUSE(NOT_WITHDRAWN);
        BECAUSE(SECURITY_TOLD);
        BECAUSE(PLAN_TOLD);
        BECAUSE(CODE_CURRENT);
        BECAUSE(PRIME_IS_KNOWN);
        assert_int_equal(one->answer.reasons, 8);
        assert_int_equal(prap_call_reason_at(one->call, 6)->reason, PRAP_CALL_REASON_ORIGINALS_HELD);
        assert_int_equal(prap_call_reason_at(one->call, 6)->participant, 0);
        assert_int_equal(prap_call_reason_at(one->call, 6)->severity, PRAP_SEVERITY_FORBIDDEN);
        assert_int_equal(prap_call_reason_at(one->call, 7)->participant, 1);
        assert_int_equal(prap_call_reason_at(one->call, 7)->severity, PRAP_SEVERITY_UNDECIDED);
    }
    TAKES(PARTICIPANT_TAKEN_OFF, "p1", NO_FACTS);
    assert_int_equal(case_place(one), PRAP_VERDICT_UNDECIDED);
    ONLY_BECAUSE(ORIGINALS_HELD);
    TAKES(PARTICIPANT_TAKEN_OFF, "p2", NO_FACTS);
    assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
    REMINDS(CALLS_RECORDED);
    REMINDS(HAVE_ORIGINALS);
    assert_int_equal(one->answer.reminders, 2);
    case_close(one);
}

/* D-21, its rows of Provider Direct; the earliest moment is the next opening. */
/* shows PD-14a */
static void the_service_is_open_or_opens_next(void **state) {
    (void)state;
    static const prap_setting open_on_holidays = {PRAP_POLICY_SERVICE_BH, PRAP_CHOICE_OPEN};
    static const struct {
        int day[3], minute, open, next[3], open_if_on_holidays, reminds;
    } rows[] = {
        {{2016, 1, 4}, 7 * 60 + 59, 0, {2016, 1, 4}, 0, 0},   {{2016, 1, 4}, 8 * 60, 1, {0}, 1, 0},
        {{2015, 12, 17}, 18 * 60, 0, {2015, 12, 18}, 0, 0},   {{2015, 12, 18}, 17 * 60 + 59, 1, {0}, 1, 0},
        {{2015, 12, 25}, 10 * 60, 0, {2015, 12, 29}, 1, 1},   {{2015, 12, 24}, 18 * 60 + 30, 0, {2015, 12, 29}, 0, 0},
    };
    for (size_t policy = 0; policy < 2; policy++) {
        for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
            struct call_case room, *one = &room;
            case_open_with(one, &open_on_holidays, policy, NULL, 0);
            case_list(one, "p1");
            const prap_day day = case_day(rows[i].day[0], rows[i].day[1], rows[i].day[2]);
            const prap_moment at = {day, rows[i].minute, PRAP_OFFSET_NONE};
            const prap_day issued = day < case_day(2016, 1, 4) ? case_day(2015, 11, 25) : case_day(2015, 12, 30);
            const uint32_t verdict =
                case_step_at(one, PRAP_CALL_EVENT_CALL_PLACED, NULL, at,
                             FACTS(IS(PURPOSE, CALL_PURPOSE, COMPLIANCE_DOUBT), YES(PRIME_KNOWN), DAY(CODE_ISSUED, issued)));
            const int open = policy == 0 ? rows[i].open : rows[i].open_if_on_holidays;
            assert_int_equal(verdict, open ? PRAP_VERDICT_PERMITTED : PRAP_VERDICT_REFUSED);
            if (open) {
                const prap_call_reminder *holiday = case_reminder(one, PRAP_CALL_REMINDER_ON_BANK_HOLIDAY);
                assert_int_equal(holiday != NULL, rows[i].reminds);
                if (holiday != NULL) assert_int_equal(holiday->policy, PRAP_POLICY_SERVICE_BH);
            } else {
                ONLY_BECAUSE(SERVICE_OPEN);
                const prap_call_reason *reason = prap_call_reason_at(one->call, 0);
                assert_int_equal(reason->earliest.minute, 8 * 60);
                assert_int_equal(reason->policy, rows[i].reminds ? PRAP_POLICY_SERVICE_BH : 0);
                if (policy == 0) {
                    assert_int_equal(reason->earliest.day, case_day(rows[i].next[0], rows[i].next[1], rows[i].next[2]));
                }
            }
            case_close(one);
        }
    }
}

static void a_closure_puts_the_opening_off(void **state) {
    (void)state;
    const prap_day day = case_day(2016, 1, 4);
    const prap_window closed = {{day, 9 * 60, PRAP_OFFSET_NONE}, {day, 11 * 60 + 30, PRAP_OFFSET_NONE}};
    struct call_case room, *one = &room;
    case_open_with(one, NULL, 0, &closed, 1);
    case_list(one, "p1");
    assert_int_equal(case_place(one), PRAP_VERDICT_REFUSED);
    ONLY_BECAUSE(SERVICE_OPEN);
    assert_int_equal(prap_call_reason_at(one->call, 0)->earliest.day, day);
    assert_int_equal(prap_call_reason_at(one->call, 0)->earliest.minute, 11 * 60 + 30);
    case_close(one);
}

/* shows PD-47b, PD-A-1 */
static void the_code_is_the_one_in_force(void **state) {
    (void)state;
    static const struct {
        int issued[3], off_cycle, verdict, reason, earliest[3];
    } rows[] = {
        {{2015, 12, 30}, 0, PRAP_VERDICT_PERMITTED, 0, {0}},
        {{2015, 11, 25}, 0, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_CURRENT, {0}},
        {{2016, 1, 4}, 0, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_BEGUN, {2016, 1, 11}},
        {{2016, 1, 27}, 0, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_BEGUN, {2016, 2, 1}},
        {{2016, 1, 3}, 1, PRAP_VERDICT_PERMITTED, 0, {0}},
        {{2016, 1, 5}, 1, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_BEGUN, {2016, 1, 5}},
        {{2015, 12, 9}, 1, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_CURRENT, {0}},
        {{9999, 12, 26}, 0, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_BEGUN, {9999, 12, 27}},
        {{9999, 12, 27}, 0, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_BEGUN, {9999, 12, 27}}, /* no Monday after it */
        {{9999, 12, 31}, 0, PRAP_VERDICT_REFUSED, PRAP_CALL_REASON_CODE_BEGUN, {9999, 12, 31}}, /* no Monday after it */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct call_case room, *one = &room;
        case_open(one);
        case_list(one, "p1");
        const prap_day issued = case_day(rows[i].issued[0], rows[i].issued[1], rows[i].issued[2]);
        const uint32_t verdict = case_step_at(
            one, PRAP_CALL_EVENT_CALL_PLACED, NULL, case_morning(),
            FACTS(IS(PURPOSE, CALL_PURPOSE, COMPLIANCE_DOUBT), YES(PRIME_KNOWN), DAY(CODE_ISSUED, issued),
                  {PRAP_CALL_FACT_CODE_OFF_CYCLE, rows[i].off_cycle ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0}));
        assert_int_equal(verdict, rows[i].verdict);
        assert_int_equal(one->answer.reasons, rows[i].reason != 0);
        if (rows[i].reason != 0) {
            const prap_call_reason *reason = prap_call_reason_at(one->call, 0);
            assert_int_equal(reason->reason, rows[i].reason);
            const bool has_day = rows[i].earliest[0] != 0;
            assert_int_equal(reason->earliest.day,
                             has_day ? case_day(rows[i].earliest[0], rows[i].earliest[1], rows[i].earliest[2])
                                     : PRAP_DAY_NONE);
            assert_int_equal(reason->earliest.minute, PRAP_MINUTE_NONE);
        }
        case_close(one);
    }
}

/* shows PD-INAPP-2 */
static void a_recent_referral_is_reminded_of(void **state) {
    (void)state;
    for (prap_day days = 13; days <= 15; days++) {
        struct call_case room, *one = &room;
        case_open(one);
        const prap_day received = case_morning().day - days;
        TAKES(PARTICIPANT_LISTED, "p1", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(ORIGINAL_HELD),
                                              DAY(RECEIVED, received)));
        TAKES(PARTICIPANT_LISTED, "p2", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(ORIGINAL_HELD),
                                              DAY(RECEIVED, case_morning().day + 1)));
        assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
        assert_int_equal(one->answer.reminders, days <= 14 ? 4 : 2);
        if (days <= 14) {
            assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_REFERRED_LATELY)->participant, 0);
            assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_REFERRED_LATELY)->policy, PRAP_POLICY_PD_RECENT_DAYS);
            REMINDS(CONSIDER_RAISING);
        }
        case_close(one);
    }
}

/* Of several each is looked at; on the very day of receipt too. PD-INAPP-2, D-19 */
static void every_recent_referral_is_reminded_of(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    static const prap_day days[] = {100, 0, 14, 15, 3};
    char name[] = "p1";
    case_open(one);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++, name[1]++)
        TAKES(PARTICIPANT_LISTED, name, FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(ORIGINAL_HELD),
                                              DAY(RECEIVED, case_morning().day - days[i])));
    assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
    assert_int_equal(one->answer.reminders, 2 + 2 * 3);
    case_close(one);
}

/* Of whoever is taken off nothing stays in the session. */
static void nobody_who_was_taken_off_stays(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    static const prapi_participant nobody;
    case_open(one);
    case_list(one, "p1");
    case_list(one, "p2");
    TAKES(PARTICIPANT_TAKEN_OFF, "p1", NO_FACTS);
    assert_memory_equal(&one->call->now.participants[1], &nobody, sizeof nobody);
    assert_memory_equal(one->call->now.participants[0].id, "p2", 2);
    case_close(one);
}

/* shows PD-21, PD-21-B1, PD-21-B2, PD-21-B3, PD-21-B4 */
static void an_ineligible_caller_ends_the_call(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
    ASKS(ELIGIBILITY_CHECKED, NULL, FACTS(YES(COMPANY_GIVEN), YES(CALLER_NAMED), YES(PRIME_GIVEN), YES(ON_LIST)));
    ONLY_BECAUSE(REASON_IS_VALID);
    TAKES(ELIGIBILITY_CHECKED, NULL,
          FACTS(NO(COMPANY_GIVEN), NO(CALLER_NAMED), NO(PRIME_GIVEN), NO(ON_LIST), NO(REASON_VALID)));
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED);
    assert_int_equal(one->answer.reasons, 5);
    assert_int_equal(prap_call_reason_at(one->call, 0)->severity, PRAP_SEVERITY_MISSED);
    assert_string_equal(one->answer.row, "T-P-10, T-P-11");
    assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_CALL_AGAIN)->participant, 0);
    REFUSES(PARTICIPANT_CHECKED, "p1", FACTS(YES(NINO_RIGHT)));
    ONLY_BECAUSE(WAS_ELIGIBLE);
    REFUSES(CODE_CHECKED, NULL, NO_FACTS);
    ONLY_BECAUSE(IN_ORDER);
    case_close(one);
}

/* shows PD-23-F, PD-23-F-B1, PD-23-F-B2, PD-23-F-B3, PD-FLOW-3, PD-A-R1 */
static void fewer_than_three_end_the_call(void **state) {
    (void)state;
    for (int right = 0; right < 3; right++) {
        struct call_case room, *one = &room;
        case_open(one);
        case_list(one, "p1");
        case_go_to_code(one);
        REFUSES(PARTICIPANT_CHECKED, "p1", NO_FACTS); /* F-P-07: not before the code either */
        ONLY_BECAUSE(IN_ORDER);
        assert_int_equal(prap_call_reason_at(one->call, 0)->cure_event, PRAP_CALL_EVENT_CODE_CHECKED);
        assert_string_equal(prap_rule_by_number(prap_call_reason_at(one->call, 0)->rule)->id, "PD-28a");
        assert_string_equal(one->answer.row, "");
        ASKS(CODE_CHECKED, NULL, NO_FACTS);
        ONLY_BECAUSE(ALL_THREE_RIGHT);
        TAKES(CODE_CHECKED, NULL, FACTS(NUMBER(CHARACTERS_RIGHT, right)));
        assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED);
        ONLY_BECAUSE(ALL_THREE_RIGHT);
        REMINDS(CODE_QUESTIONS_FAILED);
        REMINDS(GET_RIGHT_CODE);
        REMINDS(RECORD_DUE);
        static const uint32_t asked[] = {PRAP_CALL_EVENT_QUESTION_UNASKABLE, PRAP_CALL_EVENT_PARTICIPANT_CHECKED,
                                         PRAP_CALL_EVENT_DETAILS_ASKED, PRAP_CALL_EVENT_ADVICE_GIVEN,
                                         PRAP_CALL_EVENT_NEXT_PARTICIPANT};
        for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
            assert_int_equal(case_step(one, asked[i], "p1", NO_FACTS), PRAP_VERDICT_REFUSED);
            ONLY_BECAUSE(CODE_PASSED);
            assert_string_equal(one->answer.row, "F-P-07");
        }
        case_close(one);
    }
}

/* shows PD-24, PD-25, PD-27, PD-28a, PD-28b, PD-28-B1, PD-28-B2, PD-28-B3, PD-28-B4, PD-28-B5 */
/* shows PD-28-B6, PD-29, PD-30, PD-30-B1, PD-30-B2 */
static void the_participants_check(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    case_list(one, "p2");
    case_list(one, "p3");
    case_go_to_participants(one);
    ASKS(PARTICIPANT_CHECKED, NULL, NO_FACTS);
    assert_int_equal(one->answer.reasons, 5);
    REFUSES(PARTICIPANT_CHECKED, "nobody", FACTS(NO(FROM_ORIGINAL), IS(QUESTION, QUESTION, PAYMENT_GROUP)));
    BECAUSE(IS_LISTED);
    BECAUSE(USES_ORIGINAL);
    assert_int_equal(one->answer.reasons, 2);
    ASKS(QUESTION_UNASKABLE, "p2", NO_FACTS);
    ONLY_BECAUSE(QUESTION_NAMED);
    REFUSES(QUESTION_UNASKABLE, "p2", FACTS(IS(QUESTION, QUESTION, PAYMENT_GROUP)));
    ONLY_BECAUSE(MAY_BE_MISSING);
    TAKES(QUESTION_UNASKABLE, "p2", FACTS(IS(QUESTION, QUESTION, QUALIFICATIONS)));
    assert_int_equal(one->answer.questions, 5);
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_CHECKING);
    TAKES(QUESTION_UNASKABLE, NULL, FACTS(IS(QUESTION, QUESTION, EMPLOYMENT_HISTORY)));
    assert_int_equal(one->answer.participant, 1);
    TAKES(QUESTION_UNASKABLE, NULL, FACTS(IS(QUESTION, QUESTION, PAYMENT_GROUP), YES(LMS_UNCLEAR)));
    assert_int_equal(one->answer.questions, 3);
    REFUSES(PARTICIPANT_CHECKED, "p1", FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE)));
    ONLY_BECAUSE(IS_THE_ONE);
    REFUSES(PARTICIPANT_CHECKED, NULL, FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, PAYMENT_GROUP)));
    ONLY_BECAUSE(QUESTION_ASKABLE);
    /* A wrong NINO, name or answer alone fails it; then the agent has to choose. */
    ASKS(PARTICIPANT_CHECKED, NULL, FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), NO(NINO_RIGHT)));
    BECAUSE(CHOICE_TOLD);
    ASKS(PARTICIPANT_CHECKED, NULL, FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), YES(NINO_RIGHT),
                                          NO(NAME_RIGHT), YES(ANSWER_RIGHT)));
    BECAUSE(CHOICE_TOLD);
    ASKS(PARTICIPANT_CHECKED, NULL, FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), YES(NINO_RIGHT),
                                          YES(NAME_RIGHT), NO(ANSWER_RIGHT)));
    BECAUSE(CHOICE_TOLD);
    TAKES(PARTICIPANT_CHECKED, NULL,
          FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), NO(NINO_RIGHT), YES(NAME_RIGHT),
                YES(ANSWER_RIGHT), IS(AGENT_CHOICE, AGENT_CHOICE, NEXT_PARTICIPANT)));
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_PARTICIPANT);
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_FAILED_SECURITY);
    ONLY_BECAUSE(NINO_IS_RIGHT);
    REMINDS(GO_ON);
    assert_int_equal(one->answer.questions, 0);
    REFUSES(PARTICIPANT_CHECKED, "p2", FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE)));
    ONLY_BECAUSE(NOT_YET_DONE);
    TAKES(PARTICIPANT_CHECKED, "p3",
          FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), YES(NINO_RIGHT), NO(NAME_RIGHT),
                YES(ANSWER_RIGHT), IS(AGENT_CHOICE, AGENT_CHOICE, CALL_BACK)));
    REMINDS(CALL_BACK);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_PARTICIPANT);
    TAKES(PARTICIPANT_CHECKED, NULL,
          FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), YES(NINO_RIGHT), YES(NAME_RIGHT),
                NO(ANSWER_RIGHT), IS(AGENT_CHOICE, AGENT_CHOICE, CALL_BACK)));
    assert_int_equal(one->answer.participant, 0);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED); /* nobody is left */
    REMINDS(RECORD_DUE);
    assert_null(case_reminder(one, PRAP_CALL_REMINDER_CALL_AGAIN));
    REFUSES(PARTICIPANT_CHECKED, "p1", NO_FACTS);
    ONLY_BECAUSE(IN_ORDER);
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_at(one->call, 1, &view), PRAP_OK);
    assert_int_equal(view.unaskable, 1u << PRAP_QUESTION_QUALIFICATIONS | 1u << PRAP_QUESTION_EMPLOYMENT_HISTORY |
                                         1u << PRAP_QUESTION_PAYMENT_GROUP);
    assert_int_equal(view.call_back, 0);
    assert_int_equal(prap_call_participant_at(one->call, 2, &view), PRAP_OK);
    assert_int_equal(view.call_back, 1);
    case_close(one);
}

/* shows PD-14b, PD-14d */
static void the_agent_may_end_the_call(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    case_list(one, "p2");
    case_go_to_participants(one);
    TAKES(PARTICIPANT_CHECKED, NULL,
          FACTS(YES(FROM_ORIGINAL), IS(QUESTION, QUESTION, REFERRAL_DATE), NO(NINO_RIGHT), UNKNOWN(NAME_RIGHT),
                YES(ANSWER_RIGHT), IS(AGENT_CHOICE, AGENT_CHOICE, END_CALL)));
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED);
    assert_int_equal(one->answer.reasons, 2);
    assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_CALL_BACK)->participant, 0);
    assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_CALL_AGAIN)->participant, 1);
    case_close(one);
}

/* shows PD-13, PD-31, PD-32, PD-32-B1, PD-32-B2, PD-32-B3, PD-33a, PD-35, PD-36b, PD-36-B1 */
/* shows PD-36-B2, PD-36-B3, PD-37b, PD-37-B1, PD-37-B2, PD-37-B3, PD-38 */
static void details_and_advice(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    case_list(one, "p2");
    case_go_to_participants(one);
    case_pass(one, NULL);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_DETAILS);
    ASKS(DETAILS_ASKED, NULL, FACTS(YES(ASKS_PHONE)));
    ONLY_BECAUSE(FAILURE_PAST);
    REFUSES(DETAILS_ASKED, NULL, FACTS(DAY(FAILED_ON, case_day(2016, 1, 5)), YES(ASKS_POLICY)));
    BECAUSE(FAILURE_PAST);
    BECAUSE(ASKS_ANYTHING);
    BECAUSE(NO_POLICY_ASKED);
    REFUSES(DETAILS_ASKED, "p2", FACTS(DAY(FAILED_ON, case_day(2016, 1, 4)), YES(ASKS_ADDRESS)));
    ONLY_BECAUSE(IS_THE_ONE);
    REFUSES(DETAILS_ASKED, "nobody", FACTS(DAY(FAILED_ON, case_day(2016, 1, 4)), YES(ASKS_ADDRESS)));
    ONLY_BECAUSE(IS_LISTED);
    TAKES(DETAILS_ASKED, "p1", FACTS(DAY(FAILED_ON, case_day(2016, 1, 4)), YES(ASKS_ADDRESS)));
    REFUSES(NEXT_PARTICIPANT, NULL, NO_FACTS);
    ONLY_BECAUSE(IS_ADVISED);
    ASKS(ADVICE_GIVEN, NULL, NO_FACTS);
    ONLY_BECAUSE(ADVICE_TOLD);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, DO_NOT_RAISE), YES(IN_RECEIPT), NO(CONTACT_RIGHT),
                                    YES(IN_WORK), YES(NEW_ADDRESS)));
    REMINDS(NOTE_DETAILS);
    REMINDS(NOTE_EMPLOYMENT);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, DO_NOT_RAISE), NO(IN_RECEIPT), YES(IN_WORK), YES(NEW_PHONE)));
    REMINDS(NOTE_EMPLOYMENT_OFF_BENEFIT);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, DO_NOT_RAISE), NO(IN_RECEIPT), NO(IN_WORK),
                                    YES(EMPLOYMENT_DETAILS)));
    REMINDS(NOTE_REASON_OFF_BENEFIT);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, DO_NOT_RAISE), YES(IN_RECEIPT), YES(DORMANT), NO(IN_WORK),
                                    YES(OTHER_DETAILS)));
    REMINDS(NOTE_REASON_OFF_BENEFIT);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, DO_NOT_RAISE), YES(IN_RECEIPT), YES(DORMANT)));
    assert_int_equal(one->answer.reminders, 0);
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_OK);
    assert_int_equal(view.new_address + view.new_phone + view.employment_details + view.other_details, 4);
    assert_int_equal(view.failed_on, case_day(2016, 1, 4));
    assert_int_equal(view.call_on, case_day(2016, 1, 4));
    REFUSES(NEXT_PARTICIPANT, "p1", NO_FACTS);
    ONLY_BECAUSE(NOT_YET_DONE);
    TAKES(NEXT_PARTICIPANT, "p2", NO_FACTS);
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_CHECKING);
    TAKES(CALL_BROKEN_OFF, NULL, NO_FACTS);
    assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_CALL_AGAIN)->participant, 1);
    case_close(one);
}

/* In mid-call a list may grow; the original information must then be to hand at once. */
static void a_list_may_grow_in_the_call(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    case_go_to_participants(one);
    REFUSES(PARTICIPANT_LISTED, "p2", FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), NO(ORIGINAL_HELD)));
    ONLY_BECAUSE(ORIGINALS_HELD);
    case_list(one, "p2");
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_PARTICIPANT);
    REFUSES(PARTICIPANT_TAKEN_OFF, "p2", NO_FACTS);
    ONLY_BECAUSE(IN_ORDER);
    case_close(one);
}

/* shows PD-12, PD-12-B1, PD-12-B2, PD-40, PD-41-B1, PD-41-B2, PD-A-11 */
static void the_record_has_the_day_the_advice_and_why_not(void **state) {
    (void)state;
    struct call_case room, *one = &room;
    case_open(one);
    case_list(one, "p1");
    case_list(one, "p2");
    case_go_to_participants(one);
    case_pass(one, NULL);
    case_ask(one);
    TAKES(ADVICE_GIVEN, NULL, FACTS(IS(ADVICE, CALL_ADVICE, DO_NOT_RAISE), YES(IN_RECEIPT), NO(CONTACT_RIGHT)));
    TAKES(CALL_BROKEN_OFF, NULL, NO_FACTS);
    ASKS(ADVICE_RECORDED, "p1", NO_FACTS);
    ONLY_BECAUSE(WHY_NOT_TOLD);
    REFUSES(ADVICE_RECORDED, "p1", FACTS(DAY(CALL_DAY, case_day(2016, 1, 5)), IS(ADVICE, CALL_ADVICE, RAISE),
                                         DAY(UPDATED_ON, case_day(2016, 1, 3))));
    BECAUSE(RIGHT_CALL_DAY);
    BECAUSE(SAME_ADVICE);
    BECAUSE(UPDATED_SINCE);
    assert_int_equal(one->answer.reasons, 3);
    REFUSES(ADVICE_RECORDED, "p3", FACTS(IS(ADVICE, CALL_ADVICE, RAISE)));
    ONLY_BECAUSE(IS_LISTED);
    REFUSES(ADVICE_RECORDED, "p3", NO_FACTS);
    BECAUSE(ADVICE_TOLD);
    TAKES(ADVICE_RECORDED, "p1", FACTS(IS(WHY_NOT, CALL_CHANGE, ADDRESS), YES(NEW_ADDRESS)));
    ASKS(ADVICE_RECORDED, "p2", NO_FACTS); /* nothing was advised: that is said too */
    ONLY_BECAUSE(ADVICE_TOLD);
    ASKS(RECORD_UPDATED, "p1", NO_FACTS);
    ONLY_BECAUSE(UPDATED_SINCE);
    TAKES(DOUBT_DECIDED, "p2", FACTS(NO(RAISED)));
    REMINDS(RECORD_MISSING);
    assert_int_equal(case_reminder(one, PRAP_CALL_REMINDER_RECORD_MISSING)->severity, PRAP_SEVERITY_BREACH);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_ENDED);
    prap_call_view view = {.size = sizeof view};
    assert_int_equal(prap_call_participant_at(one->call, 1, &view), PRAP_OK);
    assert_int_equal(view.unrecorded, 1);
    TAKES(ADVICE_RECORDED, "p2", FACTS(IS(ADVICE, CALL_ADVICE, NONE_GIVEN)));
    assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_NOT_RAISED);
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_RECORDED);
    assert_int_equal(prap_call_participant_at(one->call, 1, &view), PRAP_OK);
    assert_int_equal(view.unrecorded, 0);
    assert_int_equal(view.advice, PRAP_CALL_ADVICE_NONE_GIVEN);
    assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_OK);
    assert_int_equal(view.why_not, PRAP_CALL_CHANGE_ADDRESS);
    assert_int_equal(view.recorded_on, case_day(2016, 1, 4));
    assert_int_equal(view.updated_on, PRAP_DAY_NONE);
    TAKES(ADVICE_RECORDED, "p1", FACTS(IS(WHY_NOT, CALL_CHANGE, OTHER), DAY(UPDATED_ON, case_day(2016, 1, 4))));
    assert_int_equal(one->answer.stage, PRAP_CALL_STAGE_RECORDED);
    TAKES(ADVICE_RECORDED, "p1", FACTS(IS(WHY_NOT, CALL_CHANGE, OTHER)));
    assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_OK);
    assert_int_equal(view.updated_on, case_day(2016, 1, 4)); /* stays */
    assert_int_equal(case_place(one), PRAP_VERDICT_REFUSED);
    ONLY_BECAUSE(IN_ORDER);
    case_close(one);
}

static void the_decision_follows_the_advice_or_keeps_a_reason(void **state) {
    (void)state;
    static const struct {
        uint32_t advice, raised, against;
    } rows[] = {{PRAP_CALL_ADVICE_RAISE, PRAP_VALUE_YES, 0},        {PRAP_CALL_ADVICE_RAISE, PRAP_VALUE_NO, 1},
                {PRAP_CALL_ADVICE_DO_NOT_RAISE, PRAP_VALUE_YES, 1}, {PRAP_CALL_ADVICE_DO_NOT_RAISE, PRAP_VALUE_NO, 0},
                {PRAP_CALL_ADVICE_NONE_GIVEN, PRAP_VALUE_YES, 0},   {PRAP_CALL_ADVICE_NONE_GIVEN, PRAP_VALUE_NO, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct call_case room, *one = &room;
        case_open(one);
        case_list(one, "p1");
        case_go_to_participants(one);
        case_pass(one, NULL);
        case_ask(one);
        TAKES(ADVICE_GIVEN, NULL, FACTS({PRAP_CALL_FACT_ADVICE, PRAP_VALUE_OPTION, rows[i].advice}));
        TAKES(CALL_CLOSED, NULL, NO_FACTS);
        ASKS(DOUBT_DECIDED, "p1", NO_FACTS);
        ONLY_BECAUSE(DECISION_TOLD);
        const uint32_t verdict =
            STEP(DOUBT_DECIDED, "p1", FACTS({PRAP_CALL_FACT_RAISED, rows[i].raised, 0}, IS(FORM, CALL_FORM, PRE01)));
        assert_int_equal(verdict, rows[i].against ? PRAP_VERDICT_REFUSED : PRAP_VERDICT_PERMITTED);
        if (rows[i].against) {
            ONLY_BECAUSE(DEVIATION_KEPT);
            TAKES(DOUBT_DECIDED, "p1", FACTS({PRAP_CALL_FACT_RAISED, rows[i].raised, 0}, IS(FORM, CALL_FORM, PRE01),
                                             YES(REASON_KEPT)));
        }
        prap_call_view view = {.size = sizeof view};
        assert_int_equal(prap_call_participant_at(one->call, 0, &view), PRAP_OK);
        assert_int_equal(view.form, rows[i].raised == PRAP_VALUE_YES ? PRAP_CALL_FORM_PRE01 : 0);
        case_close(one);
    }
}

/* AMB-35: PRE01 needs the call, unless calling was inappropriate; WP08 does not. */
/* shows PD-1-B1, PD-1-B2, PD-8 */
static void pre01_comes_after_the_call(void **state) {
    (void)state;
    for (int told = 0; told < 3; told++) { /* 2: nothing was told in advance, but the referral is recent */
        struct call_case room, *one = &room;
        case_open(one);
        case_list(one, "p0");
        TAKES(PARTICIPANT_LISTED, "p1",
              FACTS(NO(MAPPA), NO(SCR), NO(UNIVERSAL_CREDIT), YES(ORIGINAL_HELD),
                    DAY(RECEIVED, case_morning().day - (told == 2 ? 3 : 300)),
                    {PRAP_CALL_FACT_TOLD_IN_ADVANCE, told == 1 ? PRAP_VALUE_YES : PRAP_VALUE_NO, 0}));
        assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
        TAKES(CALL_BROKEN_OFF, NULL, NO_FACTS);
        ASKS(DOUBT_DECIDED, "p1", FACTS(YES(RAISED)));
        ONLY_BECAUSE(FORM_NAMED);
        const uint32_t verdict = STEP(DOUBT_DECIDED, "p1", FACTS(YES(RAISED), IS(FORM, CALL_FORM, PRE01)));
        assert_int_equal(verdict, told ? PRAP_VERDICT_PERMITTED : PRAP_VERDICT_REFUSED);
        if (!told) {
            ONLY_BECAUSE(STEPS_TAKEN);
            TAKES(DOUBT_DECIDED, "p1", FACTS(YES(RAISED), IS(FORM, CALL_FORM, WP08)));
        }
        REFUSES(DOUBT_DECIDED, "p9", FACTS(YES(RAISED), IS(FORM, CALL_FORM, PRE01)));
        ONLY_BECAUSE(IS_LISTED);
        REFUSES(DOUBT_DECIDED, "p1", FACTS(NO(RAISED)));
        ONLY_BECAUSE(NOT_YET_DONE);
        TAKES(ADVICE_RECORDED, "p1", FACTS(IS(ADVICE, CALL_ADVICE, NONE_GIVEN)));
        assert_int_equal(one->answer.standing, PRAP_CALL_PARTICIPANT_RAISED);
        case_close(one);
    }
}

/* The policy lets PRE01 come before the call. */
static void pre01_may_come_first_by_policy(void **state) {
    (void)state;
    static const prap_setting policy = {PRAP_POLICY_PRE01_NEEDS_CALL, PRAP_CHOICE_NO};
    struct call_case room, *one = &room;
    for (size_t n = 0; n < 2; n++) {
        case_open_with(one, &policy, n, NULL, 0);
        case_list(one, "p1");
        assert_int_equal(case_place(one), PRAP_VERDICT_PERMITTED);
        TAKES(CALL_BROKEN_OFF, NULL, NO_FACTS);
        const uint32_t verdict = STEP(DOUBT_DECIDED, "p1", FACTS(YES(RAISED), IS(FORM, CALL_FORM, PRE01)));
        assert_int_equal(verdict, n == 0 ? PRAP_VERDICT_REFUSED : PRAP_VERDICT_PERMITTED);
        if (n == 0) {
            ONLY_BECAUSE(STEPS_TAKEN);
            assert_int_equal(prap_call_reason_at(one->call, 0)->policy, PRAP_POLICY_PRE01_NEEDS_CALL);
            TAKES(DOUBT_DECIDED, "p1", FACTS(NO(RAISED), IS(FORM, CALL_FORM, PRE01))); /* which then is not filled in */
        }
        case_close(one);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_call_of_two),
        cmocka_unit_test(who_may_be_listed),
        cmocka_unit_test(ten_and_no_more),
        cmocka_unit_test(a_call_needs_its_list_purpose_and_code),
        cmocka_unit_test(the_service_is_open_or_opens_next),
        cmocka_unit_test(a_closure_puts_the_opening_off),
        cmocka_unit_test(the_code_is_the_one_in_force),
        cmocka_unit_test(a_recent_referral_is_reminded_of),
        cmocka_unit_test(an_ineligible_caller_ends_the_call),
        cmocka_unit_test(fewer_than_three_end_the_call),
        cmocka_unit_test(the_participants_check),
        cmocka_unit_test(the_agent_may_end_the_call),
        cmocka_unit_test(details_and_advice),
        cmocka_unit_test(a_list_may_grow_in_the_call),
        cmocka_unit_test(the_record_has_the_day_the_advice_and_why_not),
        cmocka_unit_test(the_decision_follows_the_advice_or_keeps_a_reason),
        cmocka_unit_test(pre01_comes_after_the_call),
        cmocka_unit_test(pre01_may_come_first_by_policy),
        cmocka_unit_test(every_recent_referral_is_reminded_of),
        cmocka_unit_test(nobody_who_was_taken_off_stays),
    };
    return transcript_end(cmocka_run_group_tests(tests, NULL, NULL), argc, argv);
}
