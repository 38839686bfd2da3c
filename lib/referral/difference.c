/* difference.c: two answers side by side. Pure. */
#include <string.h>

#include "prap/difference.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/text.h"
#include "referral/answer.h"

/* A member of the summary that can differ, and how it is read. difference-test.c holds that none is forgotten. */
typedef struct member {
    uint32_t what;
    uint32_t kind;
    uint32_t words;
    uint32_t offset;
} member;

#define WORD(WHAT, KIND, NAME) {PRAP_DIFFERENCE_##WHAT, PRAP_VALUE_OPTION, PRAP_WORDS_##KIND, offsetof(prap_summary, NAME)}
#define DAY(WHAT, NAME)        {PRAP_DIFFERENCE_##WHAT, PRAP_VALUE_DAY, 0, offsetof(prap_summary, NAME)}
#define COUNT(WHAT, NAME)      {PRAP_DIFFERENCE_##WHAT, PRAP_VALUE_NUMBER, 0, offsetof(prap_summary, NAME)}
#define FLAG(WHAT, NAME)       {PRAP_DIFFERENCE_##WHAT, PRAP_VALUE_YES, PRAP_WORDS_VALUE, offsetof(prap_summary, NAME)}

static const member members[] = {
    WORD(STAGE, STATE, stage),
    WORD(FEED, FEED, feed),
    COUNT(EVENTS, version),
    DAY(RECEIVED, received_on),
    DAY(MADE, made_on),
    DAY(ACKNOWLEDGED, acknowledged_on),
    DAY(ATTENDED, attended_on),
    DAY(START, start_on),
    DAY(ENTERED, entered_on),
    DAY(ENDED, ended_on),
    DAY(HANDED_OVER, handed_over_on),
    DAY(MEETING, meeting_on),
    DAY(PLAN, plan_on),
    DAY(FACE_TO_FACE, face_to_face_on),
    DAY(WORK, work_on),
    COUNT(CODE, code),
    COUNT(ATTEMPTS, attempts),
    COUNT(ATTEMPTS_FAILED, attempts_failed),
    COUNT(BREACHES, breaches),
    WORD(OUTCOME, OPTION, outcome),
    DAY(APPROVED, approved_on),
    DAY(BACKED_OUT, backed_out_on),
    DAY(END_DATE, end_on),
    DAY(NEEDS_COMPLETE, needs_complete_on),
    WORD(THRESHOLD, OPTION, threshold),
    WORD(MEETING_MODE, OPTION, meeting_mode),
    WORD(HANDOVER_MODE, OPTION, handover_mode),
    WORD(NIGHT_SHIFTS, VALUE, night_shifts),
    FLAG(ORPHAN, orphan),
    FLAG(IMPORTED, imported),
};

typedef struct walk {
    const prap_answer *before;
    const prap_answer *after;
    prap_visit_difference visit;
    void *user;
} walk;

/* Tells the visitor of one thing where it differs. */
static prap_status compare(const walk *on, prap_difference difference) {
    difference.size = sizeof difference;
    if (difference.name.bytes == NULL) difference.name = (prap_text){"", 0};
    return difference.from == difference.to ? PRAP_OK : on->visit(on->user, &difference);
}

static int64_t day(prap_day on) {
    return on == PRAP_DAY_NONE ? PRAP_NOTHING : on;
}

static int64_t unless_0(uint32_t number) {
    return number == 0 ? PRAP_NOTHING : (int64_t)number;
}

/* The version is the one member of 64 bits; days have a sign; 0 is a word only of the stage, and no leaver code. */
static int64_t read(const prap_summary *summary, const member *row) {
    if (row->what == PRAP_DIFFERENCE_EVENTS) return (int64_t)summary->version;
    uint32_t number;
    memcpy(&number, (const char *)summary + row->offset, sizeof number);
    if (row->kind == PRAP_VALUE_DAY) return day((prap_day)number);
    if (row->kind == PRAP_VALUE_YES) return number == 0 ? PRAP_VALUE_NO : PRAP_VALUE_YES;
    if (row->what == PRAP_DIFFERENCE_CODE) return unless_0(number);
    return row->kind == PRAP_VALUE_OPTION && row->what != PRAP_DIFFERENCE_STAGE ? unless_0(number) : (int64_t)number;
}

static prap_status compare_members(const walk *on) {
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        const prap_status status = compare(on, (prap_difference){
            .what = members[i].what,
            .kind = members[i].words != 0 ? PRAP_VALUE_OPTION : members[i].kind,
            .words = members[i].words,
            .from = read(&on->before->summary, &members[i]),
            .to = read(&on->after->summary, &members[i]),
        });
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

/* Every region: what differs has the region's own name. */
static prap_status compare_regions(const walk *on) {
    prap_status status = PRAP_OK;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_REGION) && status == PRAP_OK; i++) {
        const prap_word *region = prap_word_at(PRAP_WORDS_REGION, i);
        const uint32_t from = prap_summary_region(&on->before->summary, region->number);
        const uint32_t to = prap_summary_region(&on->after->summary, region->number);
        if (from == to) continue;
        const prap_word *what = prap_word_find(PRAP_WORDS_DIFFERENCE, region->name, prapi_text_bytes(region->name));
        if (PRAPI_NEVER(what == NULL)) continue; /* difference-test.c */
        status = compare(on, (prap_difference){
            .what = what->number,
            .kind = PRAP_VALUE_OPTION,
            .words = prap_region_words(region->number),
            .from = unless_0(from),
            .to = unless_0(to),
        });
    }
    return status;
}

/* The host's own clocks have no number: each is known by its name. */
static const prap_deadline *find_own(const prap_answer *answer, const char *name) {
    for (uint32_t i = answer->n_deadlines; i > 0 && answer->deadlines[i - 1].deadline == 0; i--) {
        if (prapi_text_is((prap_text){name, prapi_text_bytes(name)}, answer->deadlines[i - 1].name)) return &answer->deadlines[i - 1];
    }
    return NULL;
}

static const prap_deadline *find_deadline(const prap_answer *answer, uint32_t number) {
    for (uint32_t i = 0; i < answer->n_deadlines; i++) {
        if (answer->deadlines[i].deadline == number) return &answer->deadlines[i];
    }
    return NULL;
}

/* What may be said of a deadline, from one answer to the other. */
static prap_difference of_deadline(uint32_t what, const prap_deadline *from, const prap_deadline *to) {
    prap_difference difference = {.what = what, .kind = PRAP_VALUE_DAY};
    difference.from = from == NULL ? PRAP_NOTHING : day(from->due);
    difference.to = to == NULL ? PRAP_NOTHING : day(to->due);
    if (what == PRAP_DIFFERENCE_DEADLINE_STATUS) {
        difference.kind = PRAP_VALUE_OPTION;
        difference.words = PRAP_WORDS_DEADLINE_STATUS;
        difference.from = from == NULL ? PRAP_NOTHING : from->status;
        difference.to = to == NULL ? PRAP_NOTHING : to->status;
    }
    difference.deadline = to == NULL ? from->deadline : to->deadline;
    difference.name.bytes = to == NULL ? from->name : to->name;
    difference.name.n = prapi_text_bytes(difference.name.bytes);
    return difference;
}

/* One clock as it stands in the two answers, NULL where it does not. What has no day appears and goes by its status. */
static prap_status compare_clock(const walk *on, const prap_deadline *from, const prap_deadline *to) {
    const prap_deadline *only = from == NULL ? to : from;
    if (from != NULL && to != NULL) {
        const prap_status status = compare(on, of_deadline(PRAP_DIFFERENCE_DEADLINE_MOVED, from, to));
        return status == PRAP_OK ? compare(on, of_deadline(PRAP_DIFFERENCE_DEADLINE_STATUS, from, to)) : status;
    }
    if (only == NULL) return PRAP_OK;
    if (only->due == PRAP_DAY_NONE) return compare(on, of_deadline(PRAP_DIFFERENCE_DEADLINE_STATUS, from, to));
    return compare(on, of_deadline(from == NULL ? PRAP_DIFFERENCE_DEADLINE_APPEARED : PRAP_DIFFERENCE_DEADLINE_GONE,
                                   from, to));
}

/* The host's own clocks: those of the first answer, then those that only the second has. */
static prap_status compare_own(const walk *on) {
    prap_status status = PRAP_OK;
    for (uint32_t i = 0; i < on->before->n_deadlines && status == PRAP_OK; i++) {
        const prap_deadline *from = &on->before->deadlines[i];
        if (from->deadline == 0) status = compare_clock(on, from, find_own(on->after, from->name));
    }
    for (uint32_t i = 0; i < on->after->n_deadlines && status == PRAP_OK; i++) {
        const prap_deadline *to = &on->after->deadlines[i];
        if (to->deadline == 0 && find_own(on->before, to->name) == NULL) status = compare_clock(on, NULL, to);
    }
    return status;
}

static prap_status compare_deadlines(const walk *on) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DEADLINE); i++) {
        const uint32_t number = prap_word_at(PRAP_WORDS_DEADLINE, i)->number;
        const prap_status status = compare_clock(on, find_deadline(on->before, number),
                                                 find_deadline(on->after, number));
        if (status != PRAP_OK) return status;
    }
    return compare_own(on);
}

/* The notice's own number where the answer has it. */
static int64_t find_notice(const prap_answer *answer, uint32_t number) {
    for (uint32_t i = 0; i < answer->n_notices; i++) {
        if (answer->notices[i].notice == number) return number;
    }
    return PRAP_NOTHING;
}

static prap_status compare_notices(const walk *on) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_NOTICE); i++) {
        const uint32_t number = prap_word_at(PRAP_WORDS_NOTICE, i)->number;
        const prap_status status = compare(on, (prap_difference){
            .what = PRAP_DIFFERENCE_NOTICE,
            .kind = PRAP_VALUE_OPTION,
            .words = PRAP_WORDS_NOTICE,
            .from = find_notice(on->before, number),
            .to = find_notice(on->after, number),
        });
        if (status != PRAP_OK) return status;
    }
    return PRAP_OK;
}

prap_status prap_answer_difference(const prap_answer *before, const prap_answer *after, prap_visit_difference visit,
                                   void *user) {
    if (before == NULL || after == NULL || visit == NULL) return PRAP_E_NULL;
    const walk on = {before, after, visit, user};
    prap_status status = compare_members(&on);
    if (status == PRAP_OK) status = compare_regions(&on);
    if (status == PRAP_OK) status = compare_deadlines(&on);
    if (status == PRAP_OK) status = compare_notices(&on);
    return status;
}
