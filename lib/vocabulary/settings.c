/* settings.c: one setting read from words, and a list of them checked and laid over the defaults. */

#include "prap/catalogue.h"
#include "prap/rulebook.h"
#include "prap/vocabulary.h"

#include "base/always.h"
#include "base/error.h"
#include "base/text.h"
#include "vocabulary/vocabulary.h"

enum { SETTING_NAME_BYTES = 40, NUMBER_DIGITS = 4 };

/* A policy whose value is a day: no number of the tables is negative. */
static bool is_day(const prap_policy *policy) {
    return policy->lowest < 0;
}

/*
 * Brings a name to the spelling of the tables: "P-LATE-ACK" and "ALLOW_WITH_BREACH" are how rules.md writes them.
 * False when it is too long to be any name.
 */
static bool to_kebab(prap_text text, char room[SETTING_NAME_BYTES], prap_text *ret_kebab) {
    if (text.bytes == NULL || text.n == 0) return false;
    if (text.n > SETTING_NAME_BYTES) return false; /* MUT-EQUIV: no name is as long as that */
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.bytes[i];
        room[i] = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    const size_t skip = text.n > 2 && text.bytes[0] == 'P' && text.bytes[1] == '-' ? 2 : 0;
    //@ split skip;
    *ret_kebab = (prap_text){room + skip, text.n - skip};
    return true;
}

static size_t common_prefix(prap_text text, const char *name) {
    size_t n = 0;
    while (n < text.n && name[n] != '\0' && text.bytes[n] == name[n]) n++;
    return n;
}

/* Lists the policies, those that begin most like what was given first: an error may not have room for all. */
static void list_policies(prap_text given, prap_error *reterr) {
    size_t best = 1;
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
        const size_t like = common_prefix(given, prap_word_at(PRAP_WORDS_POLICY, i)->name);
        if (like > best) best = like;
    }
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_POLICY); i++) {
            const char *name = prap_word_at(PRAP_WORDS_POLICY, i)->name;
            if ((common_prefix(given, name) < best) == (pass == 1)) prapi_error_append_word(reterr, name);
        }
    }
}

/* Does the catalogue list a policy of this name, given as to_kebab writes it? */
static bool is_in_catalogue(prap_text kebab) {
    for (uint32_t i = 0; i < prap_catalogue_policy_count(); i++) {
        const char *name = prap_catalogue_policy_at(i)->name;
        char room[SETTING_NAME_BYTES];
        prap_text listed;
        const bool is_name = to_kebab((prap_text){name, prapi_text_bytes(name)}, room, &listed);
        if (PRAPI_ALWAYS(is_name) && prapi_text_equal(kebab, listed)) return true;
    }
    return false;
}

/* given: as to_kebab writes it, or empty. */
static prap_status no_such_policy(prap_text given, prap_error *reterr) {
    prapi_fail(reterr, PRAP_E_WORD, "policy",
               is_in_catalogue(given)
                   ? "the policy is in the catalogue, but nothing in this version decides by it; there are:"
                   : "there is no such policy; there are:");
    list_policies(given, reterr);
    return PRAP_E_WORD;
}

/* Decimal digits for an error text. value is 0..9999: the tables hold no larger limit. */
static void append_number(prap_error *reterr, int32_t value) {
    char digits[NUMBER_DIGITS + 1] = "";
    size_t at = NUMBER_DIGITS;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0 && PRAPI_ALWAYS(at > 0));
    prapi_error_append(reterr, digits + at);
}

static prap_status no_such_value(const prap_policy *policy, prap_error *reterr) {
    const prap_status status = policy->highest != 0 ? PRAP_E_RANGE : PRAP_E_WORD;
    prapi_fail(reterr, status, "value", "the policy does not have this value; it has:");
    if (is_day(policy)) {
        prapi_error_append(reterr, " a day, YYYY-MM-DD");
    } else if (policy->highest != 0) {
        prapi_error_append(reterr, " ");
        append_number(reterr, policy->lowest);
        prapi_error_append(reterr, " to ");
        append_number(reterr, policy->highest);
    }
    for (uint32_t i = 0; prap_policy_choice_at(policy->number, i) != 0; i++) {
        const uint32_t choice = (uint32_t)prap_policy_choice_at(policy->number, i);
        prapi_error_append_word(reterr, prapi_word_name(PRAP_WORDS_CHOICE, choice));
    }
    return status;
}

/* A whole number of at most NUMBER_DIGITS decimal digits, or -1. The text is not empty. */
static int32_t parse_number(prap_text text) {
    if (text.n > NUMBER_DIGITS) return -1;
    int32_t number = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9') return -1;
        number = number * 10 + (text.bytes[i] - '0');
    }
    return number;
}

prap_status prap_setting_parse(prap_text name, prap_text value, prap_setting *ret_setting, prap_error *reterr) {
    if (ret_setting == NULL) return prapi_fail(reterr, PRAP_E_NULL, "setting", "there is nowhere to put the setting");
    char name_room[SETTING_NAME_BYTES];
    char value_room[SETTING_NAME_BYTES];
    prap_text name_kebab = {NULL, 0};
    prap_text value_kebab;
    if (!to_kebab(name, name_room, &name_kebab)) return no_such_policy(name_kebab, reterr);
    const prap_word *word = prap_word_find(PRAP_WORDS_POLICY, name_kebab.bytes, name_kebab.n);
    if (word == NULL) return no_such_policy(name_kebab, reterr);
    const prap_policy *policy = prap_policy_by_number(word->number);
    if (!to_kebab(value, value_room, &value_kebab)) return no_such_value(policy, reterr);
    int32_t number = parse_number(value_kebab);
    if (is_day(policy)) {
        const prap_status status = prap_day_parse(value.bytes, value.n, &number);
        if (status != PRAP_OK) return no_such_value(policy, reterr);
    } else if (policy->highest == 0) {
        const prap_word *choice = prap_word_find(PRAP_WORDS_CHOICE, value_kebab.bytes, value_kebab.n);
        number = choice == NULL ? -1 : (int32_t)choice->number;
    }
    if (!prapi_policy_allows(policy->number, number)) return no_such_value(policy, reterr);
    *ret_setting = (prap_setting){policy->number, number};
    return PRAP_OK;
}

prap_status prapi_settings_take(int32_t ret_values[PRAPI_POLICY_END], const prap_setting *settings, size_t n,
                                prap_error *reterr) {
    bool given[PRAPI_POLICY_END] = {false};
    ret_values[0] = 0;
    for (uint32_t i = 1; i < PRAPI_POLICY_END; i++) {
        ret_values[i] = prap_policy_by_number(i)->default_value;
    }
    for (size_t i = 0; i < n; i++) {
        const prap_policy *policy = prap_policy_by_number(settings[i].policy);
        if (policy == NULL) return no_such_policy((prap_text){NULL, 0}, reterr);
        if (given[policy->number]) return prapi_fail(reterr, PRAP_E_TWICE, "policy", "a policy is set twice");
        if (!prapi_policy_allows(policy->number, settings[i].value)) return no_such_value(policy, reterr);
        given[policy->number] = true;
        ret_values[policy->number] = settings[i].value;
    }
    return PRAP_OK;
}
