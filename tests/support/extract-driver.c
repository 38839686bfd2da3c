/* extract-driver.c: see extract-driver.h. */
#include "extract-driver.h"

#include <string.h>

#include "prap/prap.h"

enum { VALUES = 24, BYTES = 64 };

struct drawn {
    prap_data_record record;
    prap_data_value values[VALUES];
    char texts[VALUES][BYTES];
};

/* Texts that are nearly what some type wants, to be altered. */
static const char *const samples[] = {
    "AB123456C",
    "ab 12 34 56 c",
    "LS1 4AP",
    "GIR 0AA",
    "0113 496 0000",
    "+44 (0)113 496 0000",
    "+353 1 234 5678",
    "2021-12-01",
    "01/12/2021",
    "yes",
    "no",
    "Voluntary",
    "mandatory",
    "1 High Street, Leeds LS1 4AP",
    ("O\xE2\x80\x99"
     "Brien"),
    "R1",
    "",
    " ",
};

static void draw_value(struct chooser *chooser, struct drawn *drawn, size_t at) {
    const char *sample = samples[choose(chooser, sizeof samples / sizeof samples[0])];
    const size_t n = strlen(sample);
    char *text = drawn->texts[at];
    memcpy(text, sample, n);
    if (n > 0 && once_in(chooser, 3)) text[choose(chooser, (uint32_t)n)] = (char)choose(chooser, 256);
    const size_t kept = once_in(chooser, 6) ? choose(chooser, (uint32_t)n + 1) : n;
    drawn->values[at].text = (prap_text){text, kept};
    drawn->values[at].item = choose(chooser, prap_word_count(PRAP_WORDS_DATA_ITEM) + 1);
}

static void draw(struct chooser *chooser, struct drawn *drawn) {
    memset(drawn, 0, sizeof *drawn);
    drawn->record = (prap_data_record){.size = sizeof drawn->record,
                                       .programme = choose(chooser, 4),
                                       .channel = choose(chooser, 4),
                                       .mappa = choose(chooser, 4),
                                       .scr = choose(chooser, 4),
                                       .partial = choose(chooser, 2),
                                       .on = once_in(chooser, 2) ? PRAP_DAY_NONE : 18962,
                                       .values = drawn->values,
                                       .n = choose(chooser, VALUES + 1)};
    for (size_t i = 0; i < drawn->record.n; i++)
        draw_value(chooser, drawn, i);
}

struct heard {
    const struct drawn *drawn;
    uint32_t n, forbidden, undecided;
    const char *wrong;
};

static prap_status hear(void *user, const prap_data_finding *finding) {
    struct heard *heard = user;
    const struct drawn *drawn = heard->drawn;
    heard->n++;
    heard->forbidden += finding->severity == PRAP_SEVERITY_FORBIDDEN ? 1 : 0;
    heard->undecided += finding->severity == PRAP_SEVERITY_UNDECIDED ? 1 : 0;
    if (prap_word_by_number(PRAP_WORDS_DATA_FINDING, finding->finding) == NULL)
        heard->wrong = "a finding that is no word";
    if (prap_rule_by_number(finding->rule) == NULL) heard->wrong = "a finding without a rule";
    if (finding->at != PRAP_DATA_NO_VALUE &&
        (finding->at >= drawn->record.n || drawn->values[finding->at].item != finding->item))
        heard->wrong = "a finding of a value that is not the item's";
    if (finding->other != PRAP_DATA_NO_VALUE &&
        (finding->other >= finding->at || drawn->values[finding->other].item != finding->item))
        heard->wrong = "the first of two does not come first";
    return PRAP_OK;
}

static const char *check(const struct drawn *drawn) {
    prap_data_answer answer = {.size = sizeof answer};
    struct heard heard = {.drawn = drawn};
    if (prap_data_check(&drawn->record, hear, &heard, &answer, NULL) != PRAP_OK)
        return "a record that is not checked";
    const uint32_t verdict = heard.forbidden > 0   ? PRAP_VERDICT_REFUSED
                             : heard.undecided > 0 ? PRAP_VERDICT_UNDECIDED
                                                   : PRAP_VERDICT_PERMITTED;
    if (answer.verdict != verdict) return "the verdict is not that of the findings";
    if (answer.findings != heard.n) return "findings are not counted";
    const bool scr = drawn->record.scr == PRAP_VALUE_YES,
               on_paper = drawn->record.channel == PRAP_DATA_CHANNEL_CLERICAL;
    if (scr && !on_paper && answer.verdict != PRAP_VERDICT_REFUSED)
        return "a Special Customer Record is taken";
    if (scr && answer.channel != PRAP_DATA_CHANNEL_CLERICAL)
        return "a Special Customer Record belongs elsewhere than on paper";
    if (!scr && drawn->record.scr != PRAP_VALUE_NO && !on_paper && answer.verdict == PRAP_VERDICT_PERMITTED)
        return "what may be a Special Customer Record is taken";
    return heard.wrong;
}

struct listed {
    prap_data_difference rows[2 * VALUES];
    size_t n;
};

static prap_status list(void *user, const prap_data_difference *difference) {
    struct listed *listed = user;
    if (listed->n == 2 * VALUES) return PRAP_E_LIMIT;
    listed->rows[listed->n] = *difference;
    listed->rows[listed->n].before = listed->rows[listed->n].after =
        0; /* of values and marks, not the same places */
    listed->n++;
    return PRAP_OK;
}

static const char *compare(const struct drawn *before, const struct drawn *after) {
    static const uint8_t key[PRAP_DATA_KEY_BYTES] = {7};
    prap_data_comparison comparison = {.size = sizeof comparison}, of_marks = comparison;
    prap_data_mark old[VALUES], new[VALUES];
    struct listed differences = {.n = 0}, marked = {.n = 0};
    size_t n_old = 0, n_new = 0;
    if (prap_data_compare(&before->record, &before->record, NULL, NULL, &comparison, NULL) != PRAP_OK ||
        comparison.appeared + comparison.gone + comparison.changed != 0)
        return "a record differs from itself";
    const prap_status status =
        prap_data_compare(&before->record, &after->record, list, &differences, &comparison, NULL);
    if (status == PRAP_E_RANGE) return NULL; /* of another referral */
    if (status != PRAP_OK) return "two records are not compared";
    if (prap_data_mark_record(key, &before->record, old, VALUES, &n_old, NULL) != PRAP_OK ||
        prap_data_mark_record(key, &after->record, new, VALUES, &n_new, NULL) != PRAP_OK)
        return NULL; /* one has no identifier */
    if (prap_data_compare_marks(old, n_old, new, n_new, after->record.programme, list, &marked, &of_marks,
                                NULL) != PRAP_OK)
        return "marks are not compared";
    if (comparison.same != of_marks.same || differences.n != marked.n ||
        memcmp(differences.rows, marked.rows, marked.n * sizeof marked.rows[0]) != 0)
        return "marks differ otherwise than values";
    return NULL;
}

const char *extract_drive(struct chooser *chooser) {
    struct drawn before, after;
    draw(chooser, &before);
    if (once_in(chooser, 2)) {
        after = before; /* and a few values drawn anew */
        after.record.values = after.values;
        for (size_t i = 0; i < after.record.n; i++)
            after.values[i].text.bytes = after.texts[i];
        for (size_t i = 0; i < after.record.n; i++)
            if (once_in(chooser, 4)) draw_value(chooser, &after, i);
    } else {
        draw(chooser, &after);
    }
    const char *wrong = check(&before);
    return wrong != NULL ? wrong : compare(&before, &after);
}
