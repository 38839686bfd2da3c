/* ask-questions.c: see ask-questions.h. */
#include "ask-questions.h"

#include "answer-copy.h"

enum { KEPT = 3 };

/* The first, some, and the last of what a walk met. */
struct met {
    unsigned n;
    prap_command commands[KEPT];
    prap_fact withs[KEPT];
    uint32_t verdicts[KEPT];
    const char *complaint;
    prap_day as_of;
};

static void keep(struct met *met, uint32_t event, prap_day on, const prap_fact *with, uint32_t verdict) {
    const unsigned at = met->n < KEPT ? met->n : KEPT - 1;
    met->commands[at] = (prap_command){.size = sizeof met->commands[at],
                                       .flags = PRAP_COMMAND_STRICT_FACTS,
                                       .event = event,
                                       .on = on,
                                       .recorded = met->as_of};
    met->withs[at] = *with;
    met->verdicts[at] = verdict;
    met->n++;
}

static prap_status meet_option(void *user, const prap_option *option, const prap_answer *answer) {
    struct met *met = user;
    const prap_summary *summary = prap_answer_summary(answer);
    if (summary->verdict != option->verdict || summary->event != option->event) met->complaint = "an option lies";
    if (option->verdict != PRAP_VERDICT_PERMITTED && prap_answer_reason_count(answer) == 0)
        met->complaint = "an option is not permitted and does not say why";
    keep(met, option->event, option->on, &option->with, option->verdict);
    return PRAP_OK;
}

static prap_status meet_outcome(void *user, const prap_outcome *outcome, const prap_answer *answer) {
    struct met *met = user;
    if (prap_answer_summary(answer)->verdict != outcome->verdict) met->complaint = "an outcome lies";
    if (outcome->recommended != 0 && outcome->verdict != PRAP_VERDICT_PERMITTED)
        met->complaint = "what is recommended is not permitted";
    if (outcome->recommended != 0 && (outcome->rule == 0 || outcome->payment == 0))
        met->complaint = "what is recommended has no rule, or no word on payment";
    keep(met, outcome->event, outcome->on, &outcome->with, outcome->verdict);
    return PRAP_OK;
}

static prap_status meet_contradiction(void *user, const prap_contradiction *contradiction) {
    struct met *met = user;
    if (contradiction->rule == 0 || contradiction->fact == 0) met->complaint = "a contradiction has no rule or fact";
    return PRAP_OK;
}

/* A way: what is said of each step is what its answer says, and only a step that waits has needs. */
struct way {
    unsigned n;
    const char *complaint;
};

static prap_status meet_step(void *user, const prap_step *step, const prap_answer *answer) {
    struct way *way = user;
    const prap_summary *summary = prap_answer_summary(answer);
    way->n++;
    if (summary->verdict != step->verdict || summary->event != step->event) way->complaint = "a step lies";
    if (step->verdict == PRAP_VERDICT_PERMITTED && (step->n_needs != 0 || summary->stage != step->stage))
        way->complaint = "a step that is permitted waits, or leads elsewhere";
    if (step->verdict != PRAP_VERDICT_PERMITTED && step->verdict != PRAP_VERDICT_UNDECIDED)
        way->complaint = "a way goes by what is refused";
    if (step->rule == 0 || step->move == NULL || step->actor == 0) way->complaint = "a step has no rule, row or actor";
    return PRAP_OK;
}

static const char *ask_path(struct test_host *host, const prap_question *question, prap_status expected) {
    struct way way = {0};
    prap_path path = {.size = sizeof path};
    const prap_status status =
        prap_engine_path(host->engine, question, 0, host->answer, meet_step, &way, &path, NULL);
    if (way.complaint != NULL) return way.complaint;
    if (status == PRAP_E_COVERAGE || expected == PRAP_E_COVERAGE) return NULL; /* one alone may try such a day */
    if (status != expected) return "path and options fail otherwise";
    if (status != PRAP_OK) return NULL;
    if (path.n_steps != way.n || way.n > PRAP_PATH_MAX) return "a way is not as long as it says";
    return path.found == 0 && way.n != 0 ? "a way was visited and not found" : NULL;
}

/* Each that was kept, asked again by preview with what the question knew. */
static const char *preview_again(struct test_host *host, const prap_command *asked, const struct met *met) {
    for (unsigned i = 0; i < KEPT && i < met->n; i++) {
        prap_fact facts[PRAP_FACTS_MAX];
        prap_command command = met->commands[i];
        command.key = asked->key;
        command.programme = asked->programme;
        command.facts = facts;
        for (size_t k = 0; k < asked->n_facts; k++) {
            if (asked->facts[k].fact != met->withs[i].fact) facts[command.n_facts++] = asked->facts[k];
        }
        if (met->withs[i].fact != 0 && command.n_facts < PRAP_FACTS_MAX) facts[command.n_facts++] = met->withs[i];
        if (test_host_preview(host, &command) != PRAP_OK) continue; /* such as a fact that is another event's */
        if (test_host_summary(host)->verdict != met->verdicts[i]) return "an option is not what its preview says";
    }
    return NULL;
}

static prap_status pass_difference(void *user, const prap_difference *difference) {
    (void)user;
    return difference->from != difference->to && prap_word_by_number(PRAP_WORDS_DIFFERENCE, difference->what) != NULL
               ? PRAP_OK
               : PRAP_E_BUG;
}

static const char *ask_what_if(struct test_host *host, const prap_command *command, prap_day as_of) {
    static _Thread_local struct answer_copy tried, previewed;
    const prap_command *commands[] = {command};
    prap_answer *before = NULL;
    if (prap_answer_create(&host->allocator.interface, &before) != PRAP_OK) return "no answer";
    const prap_status status =
        prap_engine_what_if(host->engine, as_of, commands, 1, before, host->answer, NULL, NULL, NULL);
    answer_copy_take(&tried, host->answer);
    const char *complaint = NULL;
    if (status == PRAP_OK && prap_answer_difference(before, host->answer, pass_difference, NULL) != PRAP_OK)
        complaint = "a difference is none";
    if (status != PRAP_OK && !answer_copy_is_empty(&tried)) complaint = "a what-if that failed left an answer";
    prap_answer_destroy(before);
    const prap_status again = test_host_preview(host, command);
    answer_copy_take(&previewed, host->answer);
    if (status == PRAP_OK && again == PRAP_OK && !answer_copy_equal(&tried, &previewed))
        complaint = "what if is not what its preview says";
    return complaint;
}

static const char *ask_erasure(struct test_host *host, const prap_question *question, prap_status expected) {
    prap_erasure erasure = {.size = sizeof erasure};
    const prap_status status =
        prap_engine_erasure(host->engine, question, question->as_of, host->answer, &erasure, NULL);
    if (status == PRAP_OK && prap_word_by_number(PRAP_WORDS_ERASURE_OUTCOME, erasure.outcome) == NULL)
        return "a request to erase has no outcome";
    return status == PRAP_OK && expected != PRAP_OK && expected != PRAP_E_COVERAGE ? "erasure is judged where nothing else is"
                                                                                  : NULL;
}

const char *ask_questions(struct test_host *host, const prap_command *command) {
    const prap_day as_of = command->recorded == PRAP_DAY_NONE ? command->on : command->recorded;
    const prap_question question = {.size = sizeof question,
                                    .programme = command->programme,
                                    .as_of = as_of,
                                    .key = command->key,
                                    .facts = command->facts,
                                    .n_facts = command->n_facts};
    struct met options = {.as_of = as_of}, outcomes = {.as_of = as_of};
    const prap_status status = prap_engine_options(host->engine, &question, host->answer, meet_option, &options, NULL);
    const prap_status second = prap_engine_outcome(host->engine, &question, host->answer, meet_outcome,
                                                   meet_contradiction, &outcomes, NULL);
    if (options.complaint != NULL) return options.complaint;
    if (outcomes.complaint != NULL) return outcomes.complaint;
    const bool covered = status != PRAP_E_COVERAGE && second != PRAP_E_COVERAGE; /* one alone may try such a day */
    if (covered && status != second) return "options and outcome fail otherwise";
    const char *complaint = ask_path(host, &question, status);
    if (complaint == NULL) complaint = ask_erasure(host, &question, status);
    if (complaint == NULL && status == PRAP_OK) complaint = preview_again(host, command, &options);
    return complaint != NULL ? complaint : ask_what_if(host, command, as_of);
}
