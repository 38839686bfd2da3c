#include "answer-copy.h"

#include <string.h>

void answer_copy_take(struct answer_copy *copy, const prap_answer *answer) {
    memset(copy, 0, sizeof *copy);
    copy->summary = *prap_answer_summary(answer);
    copy->n_reasons = prap_answer_reason_count(answer);
    for (uint32_t i = 0; i < copy->n_reasons && i < ANSWER_COPY_ROWS; i++)
        copy->reasons[i] = *prap_answer_reason_at(answer, i);
    copy->n_deadlines = prap_answer_deadline_count(answer);
    for (uint32_t i = 0; i < copy->n_deadlines && i < ANSWER_COPY_ROWS; i++)
        copy->deadlines[i] = *prap_answer_deadline_at(answer, i);
    copy->n_notices = prap_answer_notice_count(answer);
    for (uint32_t i = 0; i < copy->n_notices && i < ANSWER_COPY_ROWS; i++)
        copy->notices[i] = *prap_answer_notice_at(answer, i);
    copy->n_settings = prap_answer_setting_count(answer);
    for (uint32_t i = 0; i < copy->n_settings && i < ANSWER_COPY_ROWS; i++)
        copy->settings[i] = *prap_answer_setting_at(answer, i);
}

bool answer_copy_equal(const struct answer_copy *left, const struct answer_copy *right) {
    return memcmp(left, right, sizeof *left) == 0;
}

bool answer_copy_same_case(const struct answer_copy *left, const struct answer_copy *right) {
    const prap_summary *a = &left->summary;
    const prap_summary *b = &right->summary;
    return a->programme == b->programme && a->stage == b->stage && a->feed == b->feed &&
           a->version == b->version && a->as_of == b->as_of && a->code == b->code &&
           a->received_on == b->received_on && a->made_on == b->made_on &&
           a->acknowledged_on == b->acknowledged_on && a->attended_on == b->attended_on &&
           a->start_on == b->start_on && a->ended_on == b->ended_on && a->attempts == b->attempts &&
           a->breaches == b->breaches && a->rulebook_hash == b->rulebook_hash &&
           a->calendar_hash == b->calendar_hash && left->n_deadlines == right->n_deadlines &&
           memcmp(left->deadlines, right->deadlines, sizeof left->deadlines) == 0;
}

bool answer_copy_is_empty(const struct answer_copy *copy) {
    return copy->summary.verdict == 0 && copy->summary.version == 0 && copy->n_reasons == 0 &&
           copy->n_deadlines == 0 && copy->n_notices == 0;
}

bool test_state_is_ended(uint32_t stage) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_STATE, stage);
    return word != NULL && word->detail == 1;
}

prap_day answer_copy_next_due(const struct answer_copy *copy) {
    prap_day next = PRAP_DAY_NONE;
    for (uint32_t i = 0; i < copy->n_deadlines; i++) {
        const prap_deadline *deadline = &copy->deadlines[i];
        const bool unmet =
            deadline->status == PRAP_DEADLINE_STATUS_OPEN || deadline->status == PRAP_DEADLINE_STATUS_OVERDUE;
        if (unmet && (next == PRAP_DAY_NONE || deadline->due < next)) next = deadline->due;
    }
    return next;
}

/* Reasons: each cites a rule that exists (5.9, 6), and together they carry the verdict. */
static const char *complain_about_reasons(const struct answer_copy *copy) {
    uint32_t by_severity[PRAP_SEVERITY_NOTICE + 1] = {0};
    for (uint32_t i = 0; i < copy->n_reasons; i++) {
        const prap_reason *reason = &copy->reasons[i];
        if (prap_rule_by_number(reason->rule) == NULL) return "a reason cites no rule of the catalogue";
        if (prap_word_by_number(PRAP_WORDS_REASON, reason->reason) == NULL)
            return "a reason is not in the tables";
        if (prap_reason_why(reason->reason) == NULL || prap_reason_cure(reason->reason) == NULL)
            return "a reason has no sentence or no cure";
        if (reason->fact != 0 && prap_word_by_number(PRAP_WORDS_FACT, reason->fact) == NULL)
            return "a reason names a fact that is not in the tables";
        if (reason->severity < PRAP_SEVERITY_FORBIDDEN || reason->severity > PRAP_SEVERITY_BREACH)
            return "a reason has a severity that is not one for reasons";
        if (reason->severity == PRAP_SEVERITY_UNDECIDED && reason->fact == 0)
            return "an undecided reason does not name the missing fact";
        for (uint32_t k = 0; k < i; k++)
            if (copy->reasons[k].reason == reason->reason) return "a reason is given twice";
        by_severity[reason->severity]++;
    }
    switch (copy->summary.verdict) {
    case 0:
        return copy->n_reasons == 0 ? NULL : "reasons are given although nothing was asked";
    case PRAP_VERDICT_PERMITTED: /* with an override what it failed are breaches */
        return by_severity[PRAP_SEVERITY_FORBIDDEN] == 0 ? NULL : "permitted, and a rule forbids it";
    case PRAP_VERDICT_REFUSED:
        return by_severity[PRAP_SEVERITY_FORBIDDEN] > 0 ? NULL : "refused, and no rule forbids it";
    case PRAP_VERDICT_UNDECIDED:
        return by_severity[PRAP_SEVERITY_FORBIDDEN] == 0 && by_severity[PRAP_SEVERITY_UNDECIDED] > 0
                   ? NULL
                   : "undecided, and no fact is missing or a rule forbids it";
    case PRAP_VERDICT_TEXT_SILENT:
        return by_severity[PRAP_SEVERITY_FORBIDDEN] == 0 && by_severity[PRAP_SEVERITY_TEXT_SILENT] > 0
                   ? NULL
                   : "text-silent, and the guidance is not silent";
    }
    return "the verdict is not in the tables";
}

/* What the documents leave undefined has no day and says where (AMB-95); the host's says where it comes from. */
static const char *complain_about_definition(const prap_deadline *deadline) {
    const bool host = deadline->defined_by == PRAP_DEFINED_BY_HOST;
    const bool open = deadline->status == PRAP_DEADLINE_STATUS_NOT_DEFINED;
    if (host != (deadline->definition != 0) || host != (deadline->source[0] != '\0'))
        return "a deadline is the host's without a definition or a source, or has one and is not";
    if (deadline->name[0] == '\0') return "a deadline has no name";
    if (!host && !open) {
        return prap_rule_by_number(deadline->rule) == NULL ? "a deadline cites no rule of the catalogue" : NULL;
    }
    if (deadline->rule != 0) return "a deadline outside the documents cites a rule of theirs";
    if (deadline->deadline != 0 && prap_ambiguity_by_number(deadline->ambiguity) == NULL)
        return "nothing says that the documents leave a deadline undefined";
    if (!open) return NULL;
    return !host && deadline->due == PRAP_DAY_NONE && deadline->anchor == PRAP_DAY_NONE ? NULL
                                                                                       : "not defined, but with a day";
}

static const char *complain_about_deadline(const prap_deadline *deadline, prap_day as_of) {
    const char *complaint = complain_about_definition(deadline);
    if (complaint != NULL || deadline->status == PRAP_DEADLINE_STATUS_NOT_DEFINED) return complaint;
    if (deadline->prudent > deadline->due) return "a prudent day is after its due day (5.9, 3)";
    if (deadline->last_working_day > deadline->due) return "a last working day is after its due day";
    const bool counts_back = deadline->deadline == PRAP_DEADLINE_PAY5; /* from a day that is still to come */
    if (deadline->anchor == PRAP_DAY_NONE || (!counts_back && deadline->due < deadline->anchor))
        return "a deadline is due before the day that it is counted from";
    switch (deadline->status) {
    case PRAP_DEADLINE_STATUS_OPEN:
        return deadline->due >= as_of && deadline->done_on == PRAP_DAY_NONE ? NULL : "open, and past or done";
    case PRAP_DEADLINE_STATUS_OVERDUE:
        return deadline->due < as_of && deadline->done_on == PRAP_DAY_NONE ? NULL
                                                                           : "overdue, and not past or done";
    case PRAP_DEADLINE_STATUS_MET:
        return deadline->done_on != PRAP_DAY_NONE && deadline->done_on <= deadline->due ? NULL
                                                                                        : "met, and late";
    case PRAP_DEADLINE_STATUS_MISSED:
        return deadline->done_on == PRAP_DAY_NONE || deadline->done_on > deadline->due
                   ? NULL
                   : "missed, and in time";
    case PRAP_DEADLINE_STATUS_CLEARED:
        return NULL;
    }
    return "a deadline's status is not in the tables";
}

/* A clock stops on the day that the case says. */
static const char *complain_about_done(const prap_deadline *deadline, const prap_summary *summary) {
    if (deadline->deadline == PRAP_DEADLINE_ACK && deadline->done_on != summary->acknowledged_on)
        return "the acknowledgement was done on another day than the case says";
    if (deadline->deadline == PRAP_DEADLINE_MEET && deadline->done_on != summary->attended_on)
        return "the meeting was done on another day than the case says";
    return NULL;
}

static const char *complain_about_deadlines(const struct answer_copy *copy) {
    for (uint32_t i = 0; i < copy->n_deadlines; i++) {
        const char *complaint = complain_about_deadline(&copy->deadlines[i], copy->summary.as_of);
        if (complaint == NULL) complaint = complain_about_done(&copy->deadlines[i], &copy->summary);
        if (complaint != NULL) return complaint;
        const uint32_t number = copy->deadlines[i].deadline; /* 0: the host's own, which come last */
        if (i > 0 && number != 0 && number <= copy->deadlines[i - 1].deadline)
            return "the deadlines are out of order";
        if (i > 0 && number != 0 && copy->deadlines[i - 1].deadline == 0) return "the host's own are not the last";
        const uint32_t status = copy->deadlines[i].status;
        /* What is owed after the end: the cancellation that follows a back-out (2.2), a form about wages (CH15-13). */
        const bool outlasts = number == PRAP_DEADLINE_CANCEL || number == PRAP_DEADLINE_PAY5;
        if (test_state_is_ended(copy->summary.stage) && !outlasts &&
            (status == PRAP_DEADLINE_STATUS_OPEN || status == PRAP_DEADLINE_STATUS_OVERDUE))
            return "a deadline is still to be met in a case that has ended";
    }
    return NULL;
}

static const char *complain_about_notices(const struct answer_copy *copy) {
    for (uint32_t i = 0; i < copy->n_notices; i++) {
        const prap_notice *notice = &copy->notices[i];
        if (prap_word_by_number(PRAP_WORDS_NOTICE, notice->notice) == NULL)
            return "a notice is not in the tables";
        if (prap_rule_by_number(notice->rule) == NULL) return "a notice cites no rule of the catalogue";
        if (prap_word_by_number(PRAP_WORDS_RECIPIENT, notice->recipient) == NULL)
            return "a notice is for nobody";
    }
    return NULL;
}

/* Feed of IPES (5.9, 4): open only while a start stands, but codes 39 and 45 leave it open. */
static const char *complain_about_ipes_feed(const prap_summary *summary) {
    const bool started = summary->start_on != PRAP_DAY_NONE;
    const bool code_keeps_it = summary->code == 39 || summary->code == 45;
    switch (summary->feed) {
    case PRAP_FEED_NOT_OPEN:
        return started && summary->channel != PRAP_CHANNEL_CLERICAL ? "a start is recorded and the feed never opened"
                                                                    : NULL;
    case PRAP_FEED_OPEN:
        if (!started) return "the feed is open without a start";
        if (summary->stage == PRAP_STATE_BACKED_OUT) return NULL; /* the orphan that a notice tells of */
        return test_state_is_ended(summary->stage) && !code_keeps_it ? "the feed is open in an ended case"
                                                                     : NULL;
    case PRAP_FEED_CLOSED:
        return started && test_state_is_ended(summary->stage) ? NULL : "the feed is closed in a running case";
    }
    return summary->version == 0 ? NULL : "the feed's state is not in the tables";
}

/* Feed of WHP and JETS (2.7, M08-BG): it opens with a start date in PRaP; earnings and end dates close it. */
static const char *complain_about_memo_08_feed(const prap_summary *summary) {
    const bool started = summary->start_on != PRAP_DAY_NONE;
    if (summary->feed == PRAP_FEED_OPEN && !started) return "the feed is open without a start";
    if (summary->feed == PRAP_FEED_OPEN && test_state_is_ended(summary->stage)) return "the feed is open in an ended case";
    if (summary->feed == PRAP_FEED_NOT_OPEN && started) return "a start is recorded and the feed never opened";
    return prap_word_by_number(PRAP_WORDS_FEED, summary->feed) != NULL ? NULL : "the feed's state is not in the tables";
}

static const char *complain_about_feed(const prap_summary *summary) {
    switch (summary->programme) {
    case PRAP_PROGRAMME_IPES:
        return complain_about_ipes_feed(summary);
    case PRAP_PROGRAMME_WHP:
    case PRAP_PROGRAMME_JETS:
        return complain_about_memo_08_feed(summary);
    }
    return summary->feed == 0 || summary->feed == PRAP_FEED_NOT_OPEN ? NULL : "a feed of what has none";
}

/* A leaver code ends a participation, and nothing else does (LC-1); the codes of memo 08 come with an end date. */
static const char *complain_about_code(const prap_summary *summary) {
    const bool left = summary->stage == PRAP_STATE_LEFT;
    const bool memo_08 = summary->programme == PRAP_PROGRAMME_WHP || summary->programme == PRAP_PROGRAMME_JETS;
    if (memo_08 && summary->code != 0 && summary->feed != PRAP_FEED_CLOSED) return "a code without an end date";
    if (!memo_08 && left != (summary->code != 0)) return "a leaver code goes with having left, and with nothing else";
    if (left && summary->start_on == PRAP_DAY_NONE) return "somebody left without a start";
    /* Memo 08 has a cancellation follow the back-out, and a case taken over there may not know its end date. */
    const bool goes_on = summary->stage == PRAP_STATE_BACKED_OUT && summary->programme != PRAP_PROGRAMME_IPES;
    if (!goes_on && test_state_is_ended(summary->stage) != (summary->ended_on != PRAP_DAY_NONE))
        return "an ended case has no day of ending, or a running one has";
    return NULL;
}

const char *answer_copy_complaint(const struct answer_copy *copy) {
    if (copy->n_reasons > ANSWER_COPY_ROWS || copy->n_deadlines > ANSWER_COPY_ROWS ||
        copy->n_notices > ANSWER_COPY_ROWS || copy->n_settings > ANSWER_COPY_ROWS)
        return "there are more rows than the tables could give";
    if (prap_word_by_number(PRAP_WORDS_STATE, copy->summary.stage) == NULL)
        return "the stage is not in the tables";
    const char *complaint = complain_about_reasons(copy);
    if (complaint == NULL) complaint = complain_about_deadlines(copy);
    if (complaint == NULL) complaint = complain_about_notices(copy);
    if (complaint == NULL) complaint = complain_about_feed(&copy->summary);
    if (complaint == NULL) complaint = complain_about_code(&copy->summary);
    return complaint;
}
