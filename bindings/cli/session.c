/* session.c: opens and closes what the case commands need, in the order in which one rests on another. */
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "output.h"
#include "supplement.h"

bool cli_settings_read(const struct cli_arguments *arguments, prap_setting *settings, size_t *ret_n) {
    *ret_n = 0;
    for (size_t i = 0; i < arguments->n_given; i++) {
        if (arguments->given[i].option != CLI_POLICY) continue;
        const char *text = arguments->given[i].value;
        const size_t name_bytes = strcspn(text, "=");
        if (text[name_bytes] == '\0') return cli_wrong_use(arguments->command, "--policy is NAME=VALUE");
        const prap_text name = {text, name_bytes},
                        value = {text + name_bytes + 1, strlen(text + name_bytes + 1)};
        prap_error error = {.size = sizeof error};
        if (prap_setting_parse(name, value, &settings[*ret_n], &error) != PRAP_OK) {
            return cli_wrong_use(arguments->command, "--policy: %s: %s", error.field, error.message);
        }
        *ret_n += 1;
    }
    return true;
}

/* What is wrong may be a setting or the supplement: only the settings' fields are of --policy. */
static void say_wrong_rulebook(const struct cli_arguments *arguments, const prap_error *error) {
    const bool setting = strcmp(error->field, "policy") == 0 || strcmp(error->field, "value") == 0;
    cli_wrong_use(arguments->command, "--%s: %s: %s", setting ? "policy" : "supplement", error->field, error->message);
}

/* A rulebook for each programme that has moves, all with the same settings and the same supplement. */
static int open_rulebooks(struct cli_session *session, const prap_supplement *supplement) {
    const struct cli_arguments *arguments = session->arguments;
    prap_setting *settings = calloc(arguments->n_given + 1, sizeof *settings);
    if (settings == NULL) cli_out_of_memory();
    size_t n;
    bool opened = cli_settings_read(arguments, settings, &n);
    const prap_word *programme;
    for (uint32_t i = 0; opened && (programme = prap_word_at(PRAP_WORDS_PROGRAMME, i)) != NULL; i++) {
        if (prap_move_count(programme->number) == 0) continue;
        prap_error error = {.size = sizeof error};
        const prap_calendar *calendar = cli_calendar_of(&session->calendars, PRAP_DIVISION_ENGLAND_AND_WALES);
        opened = session->n_rulebooks < PRAP_ENGINE_RULEBOOKS &&
                 prap_rulebook_create_supplemented(&cli_allocator, programme->number, calendar, settings, n, supplement,
                                                   &session->rulebooks[session->n_rulebooks], &error) == PRAP_OK;
        if (opened) session->n_rulebooks++;
        if (!opened) say_wrong_rulebook(arguments, &error);
    }
    free(settings);
    return opened ? CLI_EXIT_ANSWERED : CLI_EXIT_USE;
}

/* The rulebooks copy what they take of the supplement. */
static int open_supplemented(struct cli_session *session) {
    struct cli_supplement supplement;
    json_t *object;
    int code = cli_supplement_open(session->arguments, &object, &supplement);
    if (code == CLI_EXIT_ANSWERED) code = open_rulebooks(session, object == NULL ? NULL : &supplement.given);
    json_decref(object);
    return code;
}

static int open_engine(struct cli_session *session, prap_host *host, const prap_store *store,
                       prap_engine **ret_engine) {
    prap_error error = {.size = sizeof error};
    *host = (prap_host){.size = sizeof *host, .allocator = &cli_allocator, .store = store};
    const prap_status status = prap_engine_create(host, (const prap_rulebook *const *)session->rulebooks,
                                                  session->n_rulebooks, ret_engine, &error);
    if (status == PRAP_OK) return CLI_EXIT_ANSWERED;
    fprintf(stderr, "prap %s: %s (%s)\n", session->arguments->command->name, error.message,
            prap_status_name(status));
    return CLI_EXIT_FAILED;
}

static int open_overlay(struct cli_session *session) {
    const prap_store *base = cli_store_of(session);
    if (base != NULL) {
        const int code = open_engine(session, &session->base_host, base, &session->base_engine);
        if (code != CLI_EXIT_ANSWERED) return code;
    }
    session->overlay = cli_overlay_create(base, session->base_engine);
    if (session->overlay == NULL) cli_out_of_memory();
    return open_engine(session, &session->host, cli_overlay_store(session->overlay), &session->engine);
}

int cli_session_open_rulebooks(const struct cli_arguments *arguments, struct cli_session *ret_session) {
    memset(ret_session, 0, sizeof *ret_session);
    ret_session->arguments = arguments;
    const int code = cli_calendars_open(arguments, PRAP_DIVISION_ENGLAND_AND_WALES, &ret_session->calendars);
    return code == CLI_EXIT_ANSWERED ? open_supplemented(ret_session) : code;
}

/*
 * A tenant that is none is wrong use, and not a case or a line that cannot be read: the library says which it is, over
 * nothing, before there is a store.
 */
static int check_tenant(struct cli_session *session) {
    const prap_key key = {session->tenant, {"-", 1}};
    prap_error error = {.size = sizeof error};
    prap_engine *engine = NULL;
    struct cli_overlay *nothing = cli_overlay_create(NULL, NULL);
    if (nothing == NULL) cli_out_of_memory();
    int code = open_engine(session, &session->host, cli_overlay_store(nothing), &engine);
    if (code == CLI_EXIT_ANSWERED && prap_engine_show(engine, &key, 0, session->answer, &error) == PRAP_E_TEXT) {
        cli_wrong_use(session->arguments->command, "--tenant: %s", error.message);
        code = CLI_EXIT_USE;
    }
    prap_engine_destroy(engine);
    cli_overlay_destroy(nothing);
    return code;
}

int cli_session_open(const struct cli_arguments *arguments, enum cli_access access,
                     struct cli_session *ret_session) {
    int code = cli_session_open_rulebooks(arguments, ret_session);
    const char *tenant = cli_value(arguments, CLI_TENANT);
    if (tenant != NULL) ret_session->tenant = (prap_text){tenant, strlen(tenant)};
    if (code == CLI_EXIT_ANSWERED && prap_answer_create(&cli_allocator, &ret_session->answer) != PRAP_OK)
        cli_out_of_memory();
    if (code == CLI_EXIT_ANSWERED && tenant != NULL) code = check_tenant(ret_session);
    if (code == CLI_EXIT_ANSWERED) code = cli_store_open(ret_session, access);
    if (code != CLI_EXIT_ANSWERED) return code;
    if (access == CLI_ACCESS_PREVIEW) return open_overlay(ret_session);
    return open_engine(ret_session, &ret_session->host, cli_store_of(ret_session),
                       &ret_session->engine);
}

void cli_session_close(struct cli_session *session) {
    prap_engine_destroy(session->engine);
    prap_engine_destroy(session->base_engine);
    prap_answer_destroy(session->answer);
    cli_overlay_destroy(session->overlay);
    cli_store_close(session);
    for (size_t i = 0; i < session->n_rulebooks; i++)
        prap_rulebook_destroy(session->rulebooks[i]);
    cli_calendars_close(&session->calendars);
}
