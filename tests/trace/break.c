/*
 * break.c: the same library with one rule broken, to see which scenario notices. The linker puts these functions
 * in front of the library's own (--wrap), so nothing of this is in what is shipped. What to break is said in the
 * environment: PRAP_BREAK="reason too-few-attempts". The words are those of the marks (lib/catalogue/trace.py):
 *
 *   reason WORD          its guard always passes
 *   deadline WORD        due one day later
 *   notice WORD          never given
 *   fact WORD            unknown, whatever is said
 *   row EVENT [VALUE]    the programme has no such move; VALUE is the reason or the leaver code of its row
 *   feed EVENT [VALUE]   the move leaves the feed as it was
 *   document WORD        in force on every day
 *   policy WORD          set to another value than the one that was asked for
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalogue/documents.h"
#include "referral/answer.h"
#include "referral/clocks.h"
#include "referral/decide.h"
#include "referral/judge.h"
#include "referral/rulebook.h"

enum { PROGRAMMES_MAX = 8, ROWS_MAX = 200, PARTS = 3, PART_BYTES = 64, NO_EVENT = 0xFFFE };

static struct {
    char part[PARTS][PART_BYTES];
    int parts;
    uint32_t number; /* of part[1], as a word of its kind */
} broken;

static bool breaks(const char *what) {
    return broken.parts > 0 && strcmp(broken.part[0], what) == 0;
}

static void say_and_stop(const char *what) {
    fprintf(stderr, "PRAP_BREAK: %s\n", what);
    exit(2);
}

/* Run before main: a break that is not understood must not look like a rule that nothing tests. */
__attribute__((constructor)) static void read_break(void) {
    static const struct {
        const char *what;
        uint32_t kind;
    } kinds[] = {
        {"reason", PRAP_WORDS_REASON}, {"deadline", PRAP_WORDS_DEADLINE}, {"notice", PRAP_WORDS_NOTICE},
        {"fact", PRAP_WORDS_FACT},     {"row", PRAP_WORDS_EVENT},         {"feed", PRAP_WORDS_EVENT},
        {"policy", PRAP_WORDS_POLICY}, {"document", PRAP_WORDS_DOCUMENT},
    };
    const char *text = getenv("PRAP_BREAK");
    if (text == NULL) return;
    broken.parts = sscanf(text, "%63s %63s %63s", broken.part[0], broken.part[1], broken.part[2]);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!breaks(kinds[i].what)) continue;
        const prap_word *word = prap_word_find(kinds[i].kind, broken.part[1], strlen(broken.part[1]));
        if (word != NULL) broken.number = word->number;
    }
    if (broken.number == 0) say_and_stop("not understood");
}

prapi_finding __real_prapi_guard(prapi_judge *judge, uint32_t reason);
prapi_finding __wrap_prapi_guard(prapi_judge *judge, uint32_t reason);

prapi_finding __wrap_prapi_guard(prapi_judge *judge, uint32_t reason) {
    if (breaks("reason") && broken.number == reason) {
        judge->earliest = PRAP_DAY_NONE;
        return PRAPI_PASS;
    }
    return __real_prapi_guard(judge, reason);
}

prap_status __real_prapi_decide(const prap_rulebook *rulebook, const prapi_case *before, prapi_event *event,
                                const prapi_void *voiding, bool strict, prap_answer *answer, prapi_case *ret_after);
prap_status __wrap_prapi_decide(const prap_rulebook *rulebook, const prapi_case *before, prapi_event *event,
                                const prapi_void *voiding, bool strict, prap_answer *answer, prapi_case *ret_after);

prap_status __wrap_prapi_decide(const prap_rulebook *rulebook, const prapi_case *before, prapi_event *event,
                                const prapi_void *voiding, bool strict, prap_answer *answer, prapi_case *ret_after) {
    if (breaks("fact") && event->said[broken.number].kind != 0) {
        event->said[broken.number] = (prapi_said){PRAP_VALUE_UNKNOWN, 0};
    }
    return __real_prapi_decide(rulebook, before, event, voiding, strict, answer, ret_after);
}

prap_status __real_prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state,
                                    prapi_clock_days *ret_days);
prap_status __wrap_prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state,
                                    prapi_clock_days *ret_days);

static void delay(prapi_due *days) {
    days->due++;
    days->prudent++;
}

prap_status __wrap_prapi_clocks_run(const prap_rulebook *rulebook, const prapi_case *state,
                                    prapi_clock_days *ret_days) {
    const prap_status status = __real_prapi_clocks_run(rulebook, state, ret_days);
    if (!breaks("deadline")) return status;
    prapi_due *const of[] = {
        [PRAP_DEADLINE_ACK] = &ret_days->ack,         [PRAP_DEADLINE_MEET] = &ret_days->record,
        [PRAP_DEADLINE_RECORD] = &ret_days->record,   [PRAP_DEADLINE_AUTO60] = &ret_days->auto60,
        [PRAP_DEADLINE_PLAN] = &ret_days->plan,       [PRAP_DEADLINE_ALLOT] = &ret_days->allot,
        [PRAP_DEADLINE_WEEKLY] = &ret_days->weekly,   [PRAP_DEADLINE_F2F4] = &ret_days->f2f4,
        [PRAP_DEADLINE_MAPPA15] = &ret_days->mappa15, [PRAP_DEADLINE_MAPPA28] = &ret_days->mappa28,
        [PRAP_DEADLINE_CONTACT] = &ret_days->contact, [PRAP_DEADLINE_PAY5] = &ret_days->pay5,
        [PRAP_DEADLINE_CANCEL] = &ret_days->cancel,   [PRAP_DEADLINE_ERASE] = &ret_days->erase,
        [PRAP_DEADLINE_CHASE_DPO] = &ret_days->chase, [PRAP_DEADLINE_HOLDING_REPLY] = &ret_days->at_once,
        [PRAP_DEADLINE_FORWARD_DPO] = &ret_days->at_once,
    };
    if (broken.number >= sizeof of / sizeof of[0]) say_and_stop("a deadline that tests/trace/break.c does not know");
    if (of[broken.number]->due == PRAP_DAY_NONE) return status;
    delay(of[broken.number]);
    if (broken.number == PRAP_DEADLINE_AUTO60) ret_days->day_60++;
    return status;
}

void __real_prapi_answer_notice(prap_answer *answer, uint32_t notice, uint32_t fact, prap_day due);
void __wrap_prapi_answer_notice(prap_answer *answer, uint32_t notice, uint32_t fact, prap_day due);

void __wrap_prapi_answer_notice(prap_answer *answer, uint32_t notice, uint32_t fact, prap_day due) {
    if (!breaks("notice") || broken.number != notice) __real_prapi_answer_notice(answer, notice, fact, due);
}

/* Is this row the one of EVENT [VALUE]? Without VALUE only rows without a condition are meant. */
static bool is_broken_row(const prapi_row *row) {
    if (row->event != broken.number) return false;
    if (row->when_fact == 0) return broken.parts == 2;
    if (broken.parts == 2) return false;
    if (row->when_fact == PRAP_FACT_CODE) return row->when_value == atoi(broken.part[2]);
    const prap_word *option = prap_word_by_number(PRAP_WORDS_OPTION, (uint32_t)row->when_value);
    return strcmp(option->name, broken.part[2]) == 0;
}

const prapi_programme *__real_prapi_programme_find(uint32_t number);
const prapi_programme *__wrap_prapi_programme_find(uint32_t number);

/* Does any programme have such a row? */
static bool is_there(void) {
    const prap_word *word;
    for (uint32_t i = 0; (word = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        const prapi_programme *programme = __real_prapi_programme_find(word->number);
        for (size_t row = 0; programme != NULL && row < programme->n_rows; row++) {
            if (is_broken_row(&programme->rows[row])) return true;
        }
    }
    return false;
}

const prapi_programme *__wrap_prapi_programme_find(uint32_t number) {
    static prapi_row rows[PROGRAMMES_MAX][ROWS_MAX];
    static prapi_programme programmes[PROGRAMMES_MAX];
    const prapi_programme *real = __real_prapi_programme_find(number);
    if (real == NULL || !(breaks("row") || breaks("feed"))) return real;
    if (number >= PROGRAMMES_MAX) say_and_stop("a programme that tests/trace/break.c has no room for");
    if (real->n_rows > ROWS_MAX) say_and_stop("more rows than tests/trace/break.c has room for");
    if (!is_there()) say_and_stop("there is no such row");
    programmes[number] = *real;
    for (size_t i = 0; i < real->n_rows; i++) {
        prapi_row *row = &rows[number][i];
        *row = real->rows[i];
        if (!is_broken_row(row)) continue;
        if (breaks("row")) row->event = NO_EVENT;
        row->feed = 0;
    }
    programmes[number].rows = rows[number];
    return &programmes[number];
}

uint32_t __real_prapi_document_outside(const prap_document *document, prap_day day);
uint32_t __wrap_prapi_document_outside(const prap_document *document, prap_day day);

uint32_t __wrap_prapi_document_outside(const prap_document *document, prap_day day) {
    if (breaks("document") && broken.number == document->number) return 0;
    return __real_prapi_document_outside(document, day);
}

prap_status __real_prap_rulebook_create_supplemented(const prap_allocator *allocator, uint32_t programme,
                                                       const prap_calendar *calendar, const prap_setting *settings,
                                                       size_t n, const prap_supplement *supplement,
                                                       prap_rulebook **ret_rulebook, prap_error *reterr);
prap_status __wrap_prap_rulebook_create_supplemented(const prap_allocator *allocator, uint32_t programme,
                                                       const prap_calendar *calendar, const prap_setting *settings,
                                                       size_t n, const prap_supplement *supplement,
                                                       prap_rulebook **ret_rulebook, prap_error *reterr);

/* Another value that the policy allows. */
static int32_t another(uint32_t policy, int32_t value) {
    const prap_policy *row = prap_policy_by_number(policy);
    if (row->highest != 0) return value < row->highest ? value + 1 : value - 1;
    return prap_policy_choice_at(policy, prap_policy_choice_at(policy, 0) == value ? 1 : 0);
}

prap_status __wrap_prap_rulebook_create_supplemented(const prap_allocator *allocator, uint32_t programme,
                                                       const prap_calendar *calendar, const prap_setting *settings,
                                                       size_t n, const prap_supplement *supplement,
                                                       prap_rulebook **ret_rulebook, prap_error *reterr) {
    const prap_status status = __real_prap_rulebook_create_supplemented(allocator, programme, calendar, settings, n,
                                                                        supplement, ret_rulebook, reterr);
    if (status == PRAP_OK && breaks("policy")) {
        int32_t *value = &(*ret_rulebook)->settings[broken.number];
        *value = another(broken.number, *value);
    }
    return status;
}
