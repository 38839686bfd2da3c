/*
 * check.c: one record held against the list: the way it came, what is missing, and its values one after another.
 * rule CH15-3b: recorded by data-finding health
 * rule CH15-4: recorded by data-finding unknown-item
 */
#include "extract/extract.h"

#include "base/adopt.h"
#include "base/always.h"
#include "base/error.h"
#include "catalogue/rules.h"
#include "vocabulary/vocabulary.h"

typedef struct checker {
    prap_data_record record;
    bool scr, scr_unknown, mappa, mappa_unknown;
    uint32_t first[PRAPI_DATA_ITEM_END]; /* by item: index of its first value and 1; 0: not there */
    prap_data_answer answer;
    prap_visit_data_finding visit;
    void *user;
    prap_status status; /* the first that visit returned and that is not PRAP_OK */
} checker;

static prap_status fail(prap_error *reterr, prap_status status, const char *field) {
    return prapi_fail(reterr, status, field, prap_status_meaning(status));
}

static bool is_tristate(uint32_t value) {
    return value == 0 || value == PRAP_VALUE_UNKNOWN || value == PRAP_VALUE_NO || value == PRAP_VALUE_YES;
}

/* The procedures are words of the same kind, and no data item is of theirs. */
bool prapi_data_is_programme(uint32_t programme) {
    return programme <= PRAP_PROGRAMME_JETS;
}

static prap_status check_known(const prap_data_record *ours, prap_error *reterr) {
    if (!prapi_data_is_programme(ours->programme)) return fail(reterr, PRAP_E_WORD, "programme");
    if (ours->channel != 0 && prap_word_by_number(PRAP_WORDS_DATA_CHANNEL, ours->channel) == NULL)
        return fail(reterr, PRAP_E_WORD, "channel");
    if (!is_tristate(ours->mappa)) return fail(reterr, PRAP_E_WORD, "mappa");
    if (!is_tristate(ours->scr)) return fail(reterr, PRAP_E_WORD, "scr");
    if (ours->partial > 1) return fail(reterr, PRAP_E_RANGE, "partial");
    if (ours->on != PRAP_DAY_NONE && (ours->on < PRAP_DAY_MIN || ours->on > PRAP_DAY_MAX))
        return fail(reterr, PRAP_E_DAY, "on");
    if (ours->n > PRAP_DATA_VALUES_MAX) return fail(reterr, PRAP_E_LIMIT, "values");
    return ours->values == NULL && ours->n > 0 ? fail(reterr, PRAP_E_NULL, "values") : PRAP_OK;
}

prap_status prapi_data_take(prap_data_record *ours, const prap_data_record *theirs, const char *field,
                            prap_error *reterr) {
    prap_status status = prapi_adopt(ours, sizeof *ours, theirs, theirs->size, sizeof *ours);
    if (status != PRAP_OK) return fail(reterr, status, field);
    status = check_known(ours, reterr);
    for (size_t i = 0; status == PRAP_OK && i < ours->n; i++) {
        const prap_data_value *value = &ours->values[i];
        if (value->item != 0 && prap_data_item_by_number(value->item) == NULL) {
            status = fail(reterr, PRAP_E_WORD, "item");
        } else if (value->text.bytes == NULL && value->text.n > 0) {
            status = fail(reterr, PRAP_E_NULL, "text");
        }
        if (status != PRAP_OK) (void)prapi_fail_in_list(reterr, status, "values", i);
    }
    return status;
}

/* A finding, with the rule of its own row, another, or that of the item. */
static void tell(checker *check, uint32_t finding, uint32_t rule, uint32_t item, uint32_t at,
                 uint32_t other) {
    const prap_word *word = prap_word_by_number(PRAP_WORDS_DATA_FINDING, finding);
    const prap_data_finding told = {sizeof told, finding, rule != 0 ? rule : word->rule, word->detail, item,
                                    at,          other};
    if (word->detail == PRAP_SEVERITY_FORBIDDEN) check->answer.verdict = PRAP_VERDICT_REFUSED;
    if (word->detail == PRAP_SEVERITY_UNDECIDED && check->answer.verdict == PRAP_VERDICT_PERMITTED)
        check->answer.verdict = PRAP_VERDICT_UNDECIDED;
    check->answer.findings++;
    if (check->visit != NULL && check->status == PRAP_OK) check->status = check->visit(check->user, &told);
}

static void tell_of_record(checker *check, uint32_t finding, uint32_t rule) {
    tell(check, finding, rule, 0, PRAP_DATA_NO_VALUE, PRAP_DATA_NO_VALUE);
}

static void tell_of_item(checker *check, uint32_t finding, uint32_t item) {
    tell(check, finding, prap_data_item_by_number(item)->rules[0], item, PRAP_DATA_NO_VALUE,
         PRAP_DATA_NO_VALUE);
}

/* By email, or of MAPPA otherwise than through PRaP. */
static void look_at_way(checker *check, bool on_paper, uint32_t ipes) {
    const bool by_email = check->record.channel == PRAP_DATA_CHANNEL_EMAIL;
    if (check->mappa && (by_email || (on_paper && !check->scr_unknown))) {
        tell_of_record(check, PRAP_DATA_FINDING_MAPPA_NOT_BY_PRAP, ipes);
    } else if (by_email) {
        tell_of_record(check, PRAP_DATA_FINDING_BY_EMAIL, 0);
    }
}

/* The way it came: SCR before MAPPA (AMB-60). IPES says the same in a paragraph of its own. */
static void look_at_channel(checker *check) {
    const uint32_t channel = check->record.channel;
    const uint32_t ipes = check->record.programme == PRAP_PROGRAMME_IPES ? PRAPI_RULE_IPES_3_84 : 0;
    const bool on_paper = channel == PRAP_DATA_CHANNEL_CLERICAL;
    check->answer.channel = channel == 0 ? PRAP_DATA_CHANNEL_PRAP : channel;
    if (check->scr) {
        tell_of_record(check, on_paper ? PRAP_DATA_FINDING_SCR_CLERICAL : PRAP_DATA_FINDING_SCR_NOT_CLERICAL,
                       ipes);
        check->answer.channel = PRAP_DATA_CHANNEL_CLERICAL;
        return;
    }
    if (check->scr_unknown) {
        check->answer.channel = on_paper ? PRAP_DATA_CHANNEL_CLERICAL : 0;
        if (!on_paper) tell_of_record(check, PRAP_DATA_FINDING_SCR_UNKNOWN, ipes);
    }
    if (check->mappa && !check->scr_unknown) check->answer.channel = PRAP_DATA_CHANNEL_PRAP;
    look_at_way(check, on_paper, ipes);
}

/* Is it one of what a MAPPA referral comes without? */
static bool is_contact(uint32_t item) {
    return item == PRAP_DATA_ITEM_ADDRESS || item == PRAP_DATA_ITEM_POSTCODE ||
           item == PRAP_DATA_ITEM_TELEPHONE || item == PRAP_DATA_ITEM_MOBILE;
}

/* Is an item there, or a part that tells as much? */
static bool is_there(const checker *check, uint32_t item) {
    bool there = check->first[item] != 0;
    for (uint32_t part = 1; part < PRAPI_DATA_ITEM_END; part++) { /* MUT-EQUIV: the first is a part of none */
        const prap_data_item *row = prap_data_item_by_number(part);
        there = there ||
                (row->part_of == item && row->need == PRAP_DATA_NEED_REQUIRED && check->first[part] != 0);
    }
    return there;
}

static void look_at_missing(checker *check) {
    for (uint32_t item = 1; item < PRAPI_DATA_ITEM_END; item++) {
        const prap_data_item *row = prap_data_item_by_number(item);
        if (row->need == PRAP_DATA_NEED_OPTIONAL || row->part_of != 0 || is_there(check, item)) continue;
        if (row->need == PRAP_DATA_NEED_REQUIRED) {
            tell_of_item(check, PRAP_DATA_FINDING_MISSING, item);
        } else if (!is_contact(item) || (!check->mappa && !check->mappa_unknown)) {
            tell_of_item(check, PRAP_DATA_FINDING_EXPECTED, item);
        } else if (check->mappa_unknown) {
            tell(check, PRAP_DATA_FINDING_MAPPA_UNKNOWN, 0, item, PRAP_DATA_NO_VALUE, PRAP_DATA_NO_VALUE);
        }
    }
    const uint32_t address = check->first[PRAP_DATA_ITEM_ADDRESS];
    if (address == 0 || check->first[PRAP_DATA_ITEM_POSTCODE] != 0) return;
    if (!prapi_data_ends_in_postcode(check->record.values[address - 1].text))
        tell_of_item(check, PRAP_DATA_FINDING_POSTCODE_MISSING, PRAP_DATA_ITEM_POSTCODE);
}

static void look_at_programme(checker *check, const prap_data_item *item, uint32_t at) {
    const uint32_t programme = check->record.programme, rule = item->rules[0];
    const uint32_t both = 1u << PRAP_PROGRAMME_WHP | 1u << PRAP_PROGRAMME_JETS;
    if (item->programmes == both || programme == PRAP_PROGRAMME_IPES) return;
    if (programme == 0) {
        tell(check, PRAP_DATA_FINDING_PROGRAMME_UNKNOWN, rule, item->item, at, PRAP_DATA_NO_VALUE);
    } else if ((item->programmes & 1u << programme) == 0) {
        tell(check, PRAP_DATA_FINDING_NOT_OF_PROGRAMME, rule, item->item, at, PRAP_DATA_NO_VALUE);
    }
}

/* Do two values of an item agree? "Yes" and the day on which it came about do: Annex A has a death both ways.
 */
static bool agree(uint32_t type, prap_text a, prap_text b) {
    if (type == PRAP_DATA_TYPE_YES_OR_DAY &&
        (prapi_data_day(a) == PRAP_DAY_NONE || prapi_data_day(b) == PRAP_DAY_NONE))
        return true;
    return prapi_data_says_same(type, a, b);
}

static void look_at_twice(checker *check, const prap_data_item *item, uint32_t at) {
    const uint32_t first = check->first[item->item] - 1;
    if (first == at || item->repeats != 0 || PRAPI_NEVER(first >= check->record.n)) return; /* what is said was found */
    const prap_data_value *values = check->record.values;
    const bool same = agree(item->type, values[first].text, values[at].text);
    tell(check, same ? PRAP_DATA_FINDING_DOUBLED : PRAP_DATA_FINDING_CONTRADICTED, item->rules[0], item->item,
         at, first);
}

static void look_at_care(checker *check, const prap_data_item *item, uint32_t at) {
    static const uint32_t findings[] = {[PRAP_DATA_CARE_HEALTH] = PRAP_DATA_FINDING_HEALTH,
                                        [PRAP_DATA_CARE_CRIMINAL] = PRAP_DATA_FINDING_CRIMINAL,
                                        [PRAP_DATA_CARE_MAY_TELL] = PRAP_DATA_FINDING_MAY_TELL};
    check->answer.health += item->care == PRAP_DATA_CARE_HEALTH ? 1 : 0;
    check->answer.criminal += item->care == PRAP_DATA_CARE_CRIMINAL ? 1 : 0;
    check->answer.may_tell += item->care == PRAP_DATA_CARE_MAY_TELL ? 1 : 0;
    if (item->care != PRAP_DATA_CARE_PERSONAL)
        tell(check, findings[item->care], 0, item->item, at, PRAP_DATA_NO_VALUE);
}

/* What DWP tells of: a change, not the standing item that a change can be of; and earnings. */
static void look_at_news(checker *check, const prap_data_item *item, uint32_t at) {
    const bool standing =
        (item->roles & PRAP_DATA_ROLE_REFERRAL) != 0 && item->type != PRAP_DATA_TYPE_YES_OR_DAY;
    if ((item->roles & PRAP_DATA_ROLE_CHANGE) != 0 && !standing)
        tell(check, PRAP_DATA_FINDING_CHANGE_TOLD, 0, item->item, at, PRAP_DATA_NO_VALUE);
    if (item->roles == PRAP_DATA_ROLE_EARNINGS)
        tell(check, PRAP_DATA_FINDING_EARNINGS_TOLD, 0, item->item, at, PRAP_DATA_NO_VALUE);
}

/* A day on which something came about; of a qualification it may still lie ahead. */
static bool is_past(const prap_data_item *item) {
    return item->type == PRAP_DATA_TYPE_YES_OR_DAY ||
           (item->type == PRAP_DATA_TYPE_DAY && item->part_of != PRAP_DATA_ITEM_QUALIFICATIONS);
}

static void look_at_value(checker *check, uint32_t at) {
    const prap_data_value *value = &check->record.values[at];
    const prap_data_item *item = prap_data_item_by_number(value->item);
    const uint32_t rule = item->rules[0];
    if (!prapi_data_is_formed(item->type, value->text)) {
        tell(check, PRAP_DATA_FINDING_MALFORMED, rule, item->item, at, PRAP_DATA_NO_VALUE);
    } else if (is_past(item) && check->record.on != PRAP_DAY_NONE &&
               prapi_data_day(value->text) > check->record.on) {
        tell(check, PRAP_DATA_FINDING_DAY_AHEAD, rule, item->item, at, PRAP_DATA_NO_VALUE);
    }
    look_at_programme(check, item, at);
    look_at_twice(check, item, at);
    if (check->mappa && is_contact(item->item))
        tell(check, PRAP_DATA_FINDING_MAPPA_WITH_ADDRESS, 0, item->item, at, PRAP_DATA_NO_VALUE);
    look_at_care(check, item, at);
    look_at_news(check, item, at);
}

static void look_at_values(checker *check) {
    for (uint32_t i = 0; i < check->record.n; i++) {
        const prap_data_value *value = &check->record.values[i];
        if (value->item == 0 && !prapi_data_is_blank(value->text)) {
            check->answer.unknown++;
            tell(check, PRAP_DATA_FINDING_UNKNOWN_ITEM, 0, 0, i, PRAP_DATA_NO_VALUE);
        } else if (prapi_data_is_said(prap_data_item_by_number(value->item), value->text)) { /* of no item it is blank */
            look_at_value(check, i);
        }
    }
}

static void find_first(checker *check) {
    for (uint32_t i = 0; i < check->record.n; i++) {
        const prap_data_value *value = &check->record.values[i];
        if (value->item == 0 || check->first[value->item] != 0) continue;
        if (!prapi_data_is_said(prap_data_item_by_number(value->item), value->text)) continue;
        check->first[value->item] = i + 1;
        check->answer.items++;
    }
}

prap_status prap_data_check(const prap_data_record *record, prap_visit_data_finding visit, void *user,
                            prap_data_answer *ret_answer, prap_error *reterr) {
    if (record == NULL || ret_answer == NULL) return fail(reterr, PRAP_E_NULL, "");
    if (ret_answer->size != sizeof *ret_answer) return fail(reterr, PRAP_E_SIZE, "answer");
    checker check = {.visit = visit, .user = user};
    const prap_status status = prapi_data_take(&check.record, record, "record", reterr);
    if (status != PRAP_OK) return status;
    check.answer = (prap_data_answer){.size = sizeof check.answer, .verdict = PRAP_VERDICT_PERMITTED};
    check.scr = check.record.scr == PRAP_VALUE_YES;
    check.scr_unknown = check.record.scr != PRAP_VALUE_NO; /* looked at where it is no SCR case */
    check.mappa = check.record.mappa == PRAP_VALUE_YES;
    check.mappa_unknown = !check.mappa && check.record.mappa != PRAP_VALUE_NO;
    find_first(&check);
    look_at_channel(&check);
    if (check.record.programme == PRAP_PROGRAMME_IPES)
        tell_of_record(&check, PRAP_DATA_FINDING_NOT_COVERED, 0);
    if (check.record.partial == 0) look_at_missing(&check);
    look_at_values(&check);
    if (check.status == PRAP_OK) *ret_answer = check.answer;
    return check.status;
}
