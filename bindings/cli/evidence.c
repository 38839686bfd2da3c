/* evidence.c: prap checklist, prap records and prap notifications: of a case, and as rows. */
#include <string.h>

#include "asking.h"
#include "commands.h"
#include "json-out.h"
#include "output.h"
#include "session.h"

static const char *name_of(uint32_t kind, uint32_t number) {
    const prap_word *word = prap_word_by_number(kind, number);
    return word == NULL ? "" : word->name;
}

/* What an item is called: the fact, or the event. */
static void set_item(json_t *object, uint32_t fact, uint32_t event) {
    cli_json_set_text(object, "item",
                      fact != 0 ? name_of(PRAP_WORDS_FACT, fact) : name_of(PRAP_WORDS_EVENT, event));
}

static json_t *check_object(const prap_check *check) {
    json_t *object = cli_need(json_object());
    set_item(object, check->fact, check->event);
    cli_json_set_word(object, "state", PRAP_WORDS_CHECK, check->state);
    cli_json_set_rule(object, "rule", check->rule);
    cli_json_set(object, "required", json_boolean(check->required != 0));
    if (check->said.fact != 0) cli_json_set(object, "value", cli_json_fact(&check->said));
    if (check->by == 0) return object;
    cli_json_set_word(object, "by", PRAP_WORDS_EVENT, check->by);
    cli_json_set_day(object, "on", check->on);
    cli_json_set_day(object, "recorded", check->recorded);
    cli_json_set_number(object, "sequence", (int64_t)check->sequence);
    return object;
}

static prap_status list_checklist(void *user, const prap_checklist *list) {
    json_t *object = cli_need(json_object()), *items = cli_need(json_array());
    cli_json_set_word(object, "checklist", PRAP_WORDS_CHECKLIST, list->checklist);
    cli_json_set_rule(object, "rule", prap_checklist_kind_by_number(list->checklist)->rule);
    cli_json_set(object, "complete", json_boolean(list->complete != 0));
    if (list->opened_by != 0) {
        cli_json_set_word(object, "opened_by", PRAP_WORDS_EVENT, list->opened_by);
        cli_json_set_day(object, "opened_on", list->opened_on);
        cli_json_set_number(object, "sequence", (int64_t)list->sequence);
    }
    cli_json_set_number(object, "required", list->n_required);
    cli_json_set_number(object, "done", list->n_done);
    cli_json_set_number(object, "not_done", list->n_not_done);
    cli_json_set_number(object, "unknown", list->n_unknown);
    cli_json_set_number(object, "missing", list->n_missing);
    for (size_t i = 0; i < list->n_checks; i++) cli_json_append(items, check_object(&list->checks[i]));
    cli_json_set(object, "items", items);
    cli_json_append(user, object);
    return PRAP_OK;
}

static prap_status list_kept(void *user, const prap_kept *kept) {
    const prap_record_kind *kind = prap_record_kind_by_number(kept->record);
    json_t *object = cli_need(json_object());
    cli_json_set_word(object, "record", PRAP_WORDS_RECORD, kept->record);
    cli_json_set_rule(object, "rule", kept->rule);
    cli_json_set_word(object, "retention", PRAP_WORDS_RETENTION, kind->retention);
    cli_json_set_word(object, "computation", PRAP_WORDS_COMPUTATION, kind->computation);
    cli_json_set_number(object, "events", kept->n_events);
    cli_json_set_number(object, "first", (int64_t)kept->first);
    cli_json_set_number(object, "last", (int64_t)kept->last);
    cli_json_set_day(object, "first_on", kept->first_on);
    cli_json_set_day(object, "last_on", kept->last_on);
    cli_json_append(user, object);
    return PRAP_OK;
}

/* The checklists of a case, or one of them; or, as list is NULL, its records. */
static int put_case(struct cli_session *session, const char *name, prap_day as_of, const uint32_t *list) {
    const prap_key key = {session->tenant, {name, strlen(name)}};
    prap_error error = {.size = sizeof error};
    json_t *found = cli_need(json_array());
    const prap_status status =
        list == NULL ? prap_engine_records(session->engine, &key, as_of, list_kept, found, &error)
                     : prap_engine_checklist(session->engine, &key, as_of, *list, list_checklist, found, &error);
    if (status != PRAP_OK) {
        json_decref(found);
        return cli_put_case_error(session, key.case_id, status, &error);
    }
    json_t *object = cli_json_new();
    cli_json_set_bytes(object, "case", key.case_id);
    cli_json_set_day(object, "as_of", as_of);
    cli_json_set(object, list == NULL ? "records" : "checklists", found);
    cli_put_answer(object, cli_has(session->arguments, CLI_TEXT));
    return CLI_EXIT_ANSWERED;
}

static int put_cases(const struct cli_arguments *arguments, const uint32_t *list) {
    struct cli_session session;
    prap_day as_of;
    if (!cli_day_value(arguments, CLI_AS_OF, &as_of)) return CLI_EXIT_USE;
    int worst = cli_session_open_asked(arguments, &session);
    const bool opened = worst == CLI_EXIT_ANSWERED || worst == CLI_EXIT_UNREAD;
    for (size_t i = 0; opened && i < arguments->n_operands; i++) {
        const int code = put_case(&session, arguments->operands[i], as_of, list);
        if (code > worst) worst = code;
    }
    cli_session_close(&session);
    return worst;
}

static json_t *item_object(const prap_checklist_item *item) {
    json_t *object = cli_need(json_object()), *when = cli_need(json_object());
    set_item(object, item->fact, item->event);
    cli_json_set_word(object, "or", PRAP_WORDS_EVENT, item->or_event);
    cli_json_set_rule(object, "rule", item->rule);
    cli_json_set(object, "required", json_boolean(item->required != 0));
    if (item->when_fact != 0) {
        cli_json_set_word(when, name_of(PRAP_WORDS_FACT, item->when_fact), PRAP_WORDS_OPTION, item->when_option);
    }
    cli_json_set_word(when, "event", PRAP_WORDS_EVENT, item->when_event);
    if (json_object_size(when) > 0) cli_json_set(object, "when", when);
    else json_decref(when);
    const prap_word *word = item->fact != 0 ? prap_word_by_number(PRAP_WORDS_FACT, item->fact)
                                            : prap_word_by_number(PRAP_WORDS_EVENT, item->event);
    cli_json_set_text(object, "text", word->meaning);
    return object;
}

static json_t *events_that(uint32_t (*at)(uint32_t number, uint32_t i), uint32_t number) {
    json_t *events = cli_need(json_array());
    uint32_t event;
    for (uint32_t i = 0; (event = at(number, i)) != 0; i++) {
        cli_json_append(events, json_string(name_of(PRAP_WORDS_EVENT, event)));
    }
    return events;
}

static bool put_checklist_kind(const prap_word *word, bool text) {
    const prap_checklist_kind *kind = prap_checklist_kind_by_number(word->number);
    json_t *object = cli_json_new(), *items = cli_need(json_array());
    cli_json_set_text(object, "checklist", word->name);
    cli_json_set_word(object, "programme", PRAP_WORDS_PROGRAMME, kind->programme);
    cli_json_set_rule(object, "rule", kind->rule);
    cli_json_set_word(object, "fields", PRAP_WORDS_FIELDS, kind->fields);
    cli_json_set(object, "opened_by", events_that(prap_checklist_opened_by, word->number));
    const prap_checklist_item *item;
    for (uint32_t i = 0; (item = prap_checklist_item_at(word->number, i)) != NULL; i++) {
        cli_json_append(items, item_object(item));
    }
    cli_json_set(object, "items", items);
    cli_json_set_text(object, "text", word->meaning);
    return cli_put_answer(object, text);
}

int cli_checklist(const struct cli_arguments *arguments) {
    const char *name = cli_value(arguments, CLI_LIST);
    const prap_word *word = name == NULL ? NULL : prap_word_find(PRAP_WORDS_CHECKLIST, name, strlen(name));
    const uint32_t list = word == NULL ? 0 : word->number;
    if (name != NULL && word == NULL) {
        cli_wrong_use(arguments->command, "--list: there is no such checklist");
        return CLI_EXIT_USE;
    }
    if (arguments->n_operands > 0) return put_cases(arguments, &list);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_CHECKLIST); i++) {
        const prap_word *one = prap_word_at(PRAP_WORDS_CHECKLIST, i);
        if (list != 0 && list != one->number) continue;
        if (!put_checklist_kind(one, cli_has(arguments, CLI_TEXT))) break;
    }
    return CLI_EXIT_ANSWERED;
}

/* The i-th event, in the order of the vocabulary, that makes a record. */
static uint32_t maker_at(uint32_t record, uint32_t i) {
    for (uint32_t event = 0; event < prap_word_count(PRAP_WORDS_EVENT); event++) {
        const uint32_t number = prap_word_at(PRAP_WORDS_EVENT, event)->number;
        uint32_t made;
        for (uint32_t k = 0; (made = prap_event_record_at(number, k)) != 0; k++) {
            if (made == record && i-- == 0) return number;
        }
    }
    return 0;
}

int cli_records(const struct cli_arguments *arguments) {
    if (arguments->n_operands > 0) return put_cases(arguments, NULL);
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_RECORD); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_RECORD, i);
        const prap_record_kind *kind = prap_record_kind_by_number(word->number);
        json_t *object = cli_json_new();
        cli_json_set_text(object, "record", word->name);
        cli_json_set_text(object, "rules", kind->rules);
        cli_json_set_word(object, "retention", PRAP_WORDS_RETENTION, kind->retention);
        cli_json_set_word(object, "computation", PRAP_WORDS_COMPUTATION, kind->computation);
        cli_json_set_text(object, "when", kind->when);
        cli_json_set_text(object, "content", kind->content);
        cli_json_set(object, "events", events_that(maker_at, word->number));
        cli_json_set_text(object, "text", word->meaning);
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    return CLI_EXIT_ANSWERED;
}

int cli_notifications(const struct cli_arguments *arguments) {
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_NOTICE); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_NOTICE, i);
        const prap_notice_kind *kind = prap_notice_kind_by_number(word->number);
        json_t *object = cli_json_new();
        cli_json_set_text(object, "notice", word->name);
        cli_json_set_word(object, "severity", PRAP_WORDS_SEVERITY, kind->severity);
        cli_json_set_rule(object, "rule", kind->rule);
        cli_json_set_word(object, "to", PRAP_WORDS_RECIPIENT, kind->recipient);
        cli_json_set_word(object, "means", PRAP_WORDS_MEANS, kind->means);
        cli_json_set_word(object, "due", PRAP_WORDS_NOTICE_DUE, kind->due);
        cli_json_set_word(object, "checklist", PRAP_WORDS_CHECKLIST, prap_notice_checklist(word->number));
        cli_json_set_text(object, "text", word->meaning);
        if (!cli_put_answer(object, cli_has(arguments, CLI_TEXT))) break;
    }
    return CLI_EXIT_ANSWERED;
}
