/* recompute.c: prap recompute: a caseload under the rules as they are, and under new ones. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "caseload.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"

struct recompute {
    struct cli_caseload caseload;
    bool only_totals;
};

/* Which option of the new rulebooks stands for which; whether it replaces what is given for that. */
static const struct {
    enum cli_option given;
    enum cli_option means;
    bool replaces;
} anew[] = {{CLI_NEW_POLICY, CLI_POLICY, true},     {CLI_NEW_SUPPLEMENT, CLI_SUPPLEMENT, true},
            {CLI_NEW_HOLIDAYS, CLI_HOLIDAYS, true}, {CLI_NEW_EDITION, CLI_EDITION, true},
            {CLI_NEW_CLOSED, CLI_CLOSED, false}};
enum { ANEW = sizeof anew / sizeof anew[0] };

/* Of policies only the one of the same name is replaced. */
static bool is_same(enum cli_option option, const char *a, const char *b) {
    const size_t n = strcspn(a, "=");
    return option != CLI_POLICY || (strcspn(b, "=") == n && strncmp(a, b, n) == 0);
}

static bool is_replaced(const struct cli_arguments *arguments, const struct cli_given *given) {
    for (size_t i = 0; i < ANEW; i++) {
        if (anew[i].means != given->option || !anew[i].replaces) continue;
        for (size_t k = 0; k < arguments->n_given; k++) {
            const struct cli_given *other = &arguments->given[k];
            if (other->option == anew[i].given && is_same(given->option, given->value, other->value)) return true;
        }
    }
    return false;
}

/* The arguments as they would be if the new ones were in force. Returns how many are new. */
static size_t renew(const struct cli_arguments *arguments, struct cli_given *given, struct cli_arguments *ret_renewed) {
    size_t n = 0, renewed = 0;
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (!is_replaced(arguments, &arguments->given[i])) given[n++] = arguments->given[i];
        for (size_t k = 0; k < ANEW; k++) {
            if (arguments->given[i].option != anew[k].given) continue;
            given[n - 1].option = anew[k].means;
            renewed++;
        }
    }
    *ret_renewed = *arguments;
    ret_renewed->given = given;
    ret_renewed->n_given = n;
    return renewed;
}

static prap_status visit(void *user, const prap_caseload_case *found) {
    struct recompute *recompute = user;
    const prap_caseload_question *question = &recompute->caseload.question;
    if (cli_caseload_put_bad(&recompute->caseload, found)) return PRAP_OK;
    if (recompute->only_totals || found->differs == 0) return PRAP_OK;
    const prap_answer *now = found->sides[PRAP_CASELOAD_NOW];
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", found->case_id);
    cli_json_set_day(object, "as_of", question->as_of);
    cli_json_set_day(object, "until", question->until);
    cli_json_set_word(object, "stage", PRAP_WORDS_STATE, prap_answer_summary(now)->stage);
    cli_json_set(object, "differences", cli_json_differences(now, found->sides[PRAP_CASELOAD_OTHERWISE]));
    if (question->until != PRAP_DAY_NONE) {
        cli_json_set(object, "misses", cli_json_misses(found->misses[0], found->n_misses[0]));
        cli_json_set(object, "new_misses", cli_json_misses(found->misses[1], found->n_misses[1]));
    }
    cli_put_answer(object, recompute->caseload.text);
    return PRAP_OK;
}

static void put_totals(const struct recompute *recompute) {
    const prap_caseload_question *question = &recompute->caseload.question;
    const prap_caseload_report *report = &recompute->caseload.report;
    for (size_t i = 0; i < question->n_deadlines; i++) {
        const prap_deadline_total *total = &question->deadlines[i];
        if (total->later + total->earlier + total->appeared + total->gone + total->restated == 0 &&
            total->misses[0] == total->misses[1])
            continue;
        json_t *object = cli_json_new();
        cli_json_set_total(object, total);
        cli_json_set_day(object, "as_of", question->as_of);
        cli_json_set_day(object, "until", question->until);
        cli_json_set_number(object, "later", (int64_t)total->later);
        cli_json_set_number(object, "earlier", (int64_t)total->earlier);
        cli_json_set_number(object, "appeared", (int64_t)total->appeared);
        cli_json_set_number(object, "gone", (int64_t)total->gone);
        cli_json_set_number(object, "restated", (int64_t)total->restated);
        if (question->until != PRAP_DAY_NONE) {
            cli_json_set_number(object, "misses", (int64_t)total->misses[0]);
            cli_json_set_number(object, "new_misses", (int64_t)total->misses[1]);
        }
        cli_put_answer(object, recompute->caseload.text);
    }
    json_t *object = cli_json_new();
    cli_json_set_day(object, "as_of", question->as_of);
    cli_json_set_day(object, "until", question->until);
    cli_json_set_number(object, "cases", (int64_t)(report->judged + report->bad));
    cli_json_set_number(object, "differing", (int64_t)report->differing);
    cli_json_set_number(object, "unread", (int64_t)report->bad);
    cli_put_answer(object, recompute->caseload.text);
}

static int run(struct recompute *recompute, const struct cli_session *other) {
    prap_caseload_question *question = &recompute->caseload.question;
    bool whole;
    question->rulebooks = (const prap_rulebook *const *)other->rulebooks;
    question->n_rulebooks = other->n_rulebooks;
    question->visit = visit;
    question->user = recompute;
    const int code = cli_caseload_ask(&recompute->caseload, &whole);
    if (whole) put_totals(recompute);
    return code;
}

/* The new rulebooks first: a wrong one is wrong use, and no store need be opened for it. */
static int open_and_run(const struct cli_arguments *arguments, const struct cli_arguments *renewed,
                        struct recompute *recompute) {
    struct cli_session session, other;
    int code = cli_session_open_rulebooks(renewed, &other);
    if (code == CLI_EXIT_ANSWERED) {
        recompute->caseload.session = &session;
        code = cli_session_open_asked(arguments, &session);
        if (code == CLI_EXIT_ANSWERED || code == CLI_EXIT_UNREAD) {
            const int asked = run(recompute, &other);
            if (asked > code) code = asked;
        }
        cli_session_close(&session);
    }
    cli_session_close(&other);
    return code;
}

int cli_recompute(const struct cli_arguments *arguments) {
    static struct recompute recompute; /* large */
    struct cli_arguments renewed;
    if (!cli_caseload_read(arguments, &recompute.caseload)) return CLI_EXIT_USE;
    recompute.only_totals = cli_has(arguments, CLI_TOTALS);
    struct cli_given *given = calloc(arguments->n_given + 1, sizeof *given);
    if (given == NULL) cli_out_of_memory();
    int code = CLI_EXIT_USE;
    if (renew(arguments, given, &renewed) == 0)
        cli_wrong_use(arguments->command, "what is new is needed: --new-policy, --new-holidays, --new-closed or --new-supplement");
    else
        code = open_and_run(arguments, &renewed, &recompute);
    free(given);
    return code;
}
