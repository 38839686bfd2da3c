/* codes.c: what choosing a code does to payment, said before it is chosen. */
#include "prap/codes.h"
#include "prap/vocabulary.h"

#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

/* A choice under consideration. */
typedef struct choosing {
    prap_code_choice choice;
    prap_visit_consequence visit;
    void *user;
    prap_status ended; /* what the visitor returned, when it ended the visits */
} choosing;

/* By gravity: what is forbidden, what the text is silent on, advice, what is good to know. */
static void tell(choosing *on, uint32_t consequence, uint32_t severity, uint32_t rule) {
    if (on->ended != PRAP_OK) return;
    const prap_consequence shown = {sizeof shown, consequence, severity, rule};
    if (on->choice.severity == 0 || severity < on->choice.severity) on->choice.severity = severity; /* MUT-EQUIV: of <=: the same */
    on->choice.consequences++;
    if (on->visit != NULL) on->ended = on->visit(on->user, &shown);
}

/* The programmes that have a code of this number, and one of the codes: those of memo 08 are by one rule in both. */
static const prap_code *find_elsewhere(int32_t code, uint32_t *ret_programmes) {
    const prap_code *found = NULL, *row = NULL;
    *ret_programmes = 0;
    for (uint32_t i = 0; (row = prap_code_at(0, i)) != NULL; i++) {
        if (row->code != code) continue;
        found = row;
        *ret_programmes |= UINT32_C(1) << row->programme;
    }
    return found;
}

/*
 * Only the listed codes may be used (IPES-LC-1); memo 08 adds its own and names no others (M08-SUM-1). A number that is
 * another programme's is refused by the rule that makes it that one's (AMB-93, F-W-10).
 */
static void refuse(choosing *on, uint32_t programme, const prap_code *elsewhere) {
    on->choice.verdict = PRAP_VERDICT_REFUSED;
    on->choice.severity = PRAP_SEVERITY_FORBIDDEN;
    if (programme == PRAP_PROGRAMME_IPES) on->choice.rule = PRAPI_RULE_IPES_LC_1;
    else on->choice.rule = elsewhere != NULL ? elsewhere->rule : PRAPI_RULE_M08_SUM_1;
}

/* A feed that never opened cannot close, and one that is closed stays so. */
static void set_payment(choosing *on, const prap_code *code) {
    prap_code_choice *choice = &on->choice;
    if (choice->feed_before != PRAP_FEED_OPEN) {
        choice->payment = PRAP_PAYMENT_NONE;
        tell(on, PRAP_CONSEQUENCE_NO_FEED, PRAP_SEVERITY_NOTICE, code->feed_rule);
        return;
    }
    choice->feed = code->feed;
    const bool ends = code->feed == PRAP_FEED_CLOSED;
    choice->payment = ends ? PRAP_PAYMENT_ENDS : PRAP_PAYMENT_GOES_ON;
    tell(on, ends ? PRAP_CONSEQUENCE_FEED_ENDS : PRAP_CONSEQUENCE_FEED_GOES_ON,
         ends ? PRAP_SEVERITY_ADVICE : PRAP_SEVERITY_NOTICE, code->feed_rule);
}

static void tell_all(choosing *on, const prap_code *code) {
    const bool by_prap = code->actor == PRAP_ACTOR_PRAP_SYSTEM;
    on->choice.verdict = by_prap ? PRAP_VERDICT_REFUSED : PRAP_VERDICT_PERMITTED;
    on->choice.rule = code->rule;
    if (by_prap) tell(on, PRAP_CONSEQUENCE_SET_BY_PRAP, PRAP_SEVERITY_FORBIDDEN, code->rule);
    set_payment(on, code);
    if (code->repayment_rule != 0) {
        tell(on, PRAP_CONSEQUENCE_REPAYMENT, PRAP_SEVERITY_ADVICE, code->repayment_rule);
    } else {
        tell(on, PRAP_CONSEQUENCE_REPAYMENT_NOT_STATED, PRAP_SEVERITY_TEXT_SILENT, code->rule);
    }
}

prap_status prap_code_consequences(uint32_t programme, int32_t code, uint32_t feed, prap_visit_consequence visit,
                                   void *user, prap_code_choice *ret_choice) {
    if (ret_choice == NULL) return PRAP_E_NULL;
    if (ret_choice->size < sizeof *ret_choice) return PRAP_E_SIZE;
    if (prap_word_by_number(PRAP_WORDS_PROGRAMME, programme) == NULL) return PRAP_E_WORD;
    if (feed > PRAP_FEED_CLOSED) return PRAP_E_WORD;
    const uint32_t before = feed == 0 ? PRAP_FEED_OPEN : feed;
    choosing on = {.visit = visit, .user = user};
    on.choice = (prap_code_choice){.size = ret_choice->size, .feed_before = before, .feed = before,
                                   .code = prap_code_find(programme, code)};
    const prap_code *elsewhere = find_elsewhere(code, &on.choice.programmes);
    if (on.choice.code != NULL) tell_all(&on, on.choice.code);
    else refuse(&on, programme, elsewhere);
    if (on.ended == PRAP_OK) *ret_choice = on.choice;
    return on.ended;
}
