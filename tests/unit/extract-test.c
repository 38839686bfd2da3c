/*
 * extract-test.c: the items of Chapter 15, and one record held against them.
 * shows CH15-3a, CH15-3b, CH15-4, CH15-5, CH15-7, CH15-8, CH15-9, CH15-16, CH15-META-5
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "extract.h"

/* Enough of a referral for nothing to be missing. */
#define WHOLE                                                                                                \
    "prap-referral-id=R1|title=Mr|forename=A|surname=B|nino=AB123456C|address=1 High Street, "               \
    "Leeds|postcode=LS1 4AP|"                                                                                \
    "telephone=0113 496 0000|referral-basis=voluntary|referral-date=2021-12-01"
#define CLEAR "whp prap scr=no mappa=no"

/* Every row of the catalogue's list has its item, and an item cites no other: each rule once but for what it
 * is in parts. */
static void every_line_of_the_lists_is_an_item(void **state) {
    /* shows CH15-4-B1, CH15-4-B2, CH15-4-B3, CH15-4-B4, CH15-4-B5, CH15-4-B6, CH15-4-B7, CH15-4-B8 */
    /* shows CH15-4-B9, CH15-4-B10, CH15-4-B11, CH15-A-01, CH15-A-02, CH15-A-03, CH15-A-04, CH15-A-05 */
    /* shows CH15-A-06, CH15-A-07, CH15-A-08, CH15-A-09, CH15-A-10, CH15-A-11, CH15-A-12, CH15-A-13 */
    /* shows CH15-A-14, CH15-A-15, CH15-A-16, CH15-A-17, CH15-A-18, CH15-A-19, CH15-A-20, CH15-A-21 */
    /* shows CH15-A-22, CH15-A-23, CH15-A-24, CH15-A-25, CH15-A-26, CH15-A-27, CH15-A-28, CH15-A-29 */
    /* shows CH15-A-30, CH15-A-31, CH15-A-32, CH15-A-33a, CH15-A-33b, CH15-A-34, CH15-A-35, CH15-A-36 */
    /* shows CH15-A-37, CH15-A-38, CH15-A-39, CH15-A-40, CH15-A-41, CH15-A-42, CH15-A-43, CH15-A-44 */
    /* shows CH15-A-45, CH15-A-46, CH15-A-47, CH15-A-48, CH15-A-49, CH15-A-50, CH15-A-51, CH15-A-52 */
    /* shows CH15-A-53, CH15-A-54, CH15-A-55, CH15-A-56, CH15-A-57, CH15-A-58 */
    static const struct {
        const char *rule;
        uint32_t items;
    } parts[] = {{"CH15-4-B2", 4}, {"CH15-4-B4", 2}, {"CH15-4-B9", 7}, {"CH15-4-B11", 5}, {"CH15-A-05", 2},
                 {"CH15-A-10", 6}, {"CH15-A-11", 2}, {"CH15-A-18", 4}, {"CH15-A-29", 3}};
    (void)state;
    uint32_t listed = 0;
    for (uint32_t r = 0; r < prap_rule_count(); r++) {
        const prap_rule *rule = prap_rule_at(r);
        const bool of_4 = strncmp(rule->id, "CH15-4-B", 8) == 0 && strcmp(rule->id, "CH15-4-B1") != 0;
        const bool of_annex = strncmp(rule->id, "CH15-A-", 7) == 0 && strcmp(rule->id, "CH15-A-59") != 0 &&
                              strcmp(rule->id, "CH15-A-N") != 0;
        uint32_t items = 0, wanted = of_4 || of_annex ? 1 : 0;
        for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
            if (strcmp(parts[i].rule, rule->id) == 0) wanted = parts[i].items;
        for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DATA_ITEM); i++) {
            const prap_data_item *item =
                prap_data_item_by_number(prap_word_at(PRAP_WORDS_DATA_ITEM, i)->number);
            for (size_t n = 0; n < 3; n++)
                items += item->rules[n] == rule->number ? 1 : 0;
        }
        if (items != wanted) fail_msg("%s: %u items, not %u", rule->id, (unsigned)items, (unsigned)wanted);
        listed += wanted > 0 ? 1 : 0;
    }
    assert_int_equal(listed, 10 + 59);
}

static const prap_data_item *item_of(const char *name) {
    return prap_data_item_by_number(prap_data_item_find(name, strlen(name)));
}

static void an_item_says_where_it_stands_and_whose_it_is(void **state) {
    (void)state;
    assert_int_equal(item_of("nino")->sources, PRAP_DATA_IN_PARAGRAPH_4 | PRAP_DATA_IN_ANNEX_A);
    assert_int_equal(item_of("client-number")->sources, PRAP_DATA_IN_PARAGRAPH_4);
    assert_int_equal(item_of("mobile")->sources, PRAP_DATA_IN_PARAGRAPH_4);
    assert_int_equal(item_of("qualifications")->sources, PRAP_DATA_IN_PARAGRAPH_4);
    assert_int_equal(item_of("claimant-reference")->sources, PRAP_DATA_IN_ANNEX_A);
    assert_int_equal(item_of("deceased")->roles, PRAP_DATA_ROLE_REFERRAL | PRAP_DATA_ROLE_CHANGE);
    assert_int_equal(item_of("hospital")->roles, PRAP_DATA_ROLE_CHANGE);
    assert_int_equal(item_of("earnings-1000")->roles, PRAP_DATA_ROLE_EARNINGS);
    assert_int_equal(item_of("earnings-1000")->programmes,
                     1 << PRAP_PROGRAMME_WHP | 1 << PRAP_PROGRAMME_JETS);
    assert_int_equal(item_of("earnings-2000")->programmes, 1 << PRAP_PROGRAMME_WHP);
    assert_int_equal(item_of("earnings-national")->programmes, 1 << PRAP_PROGRAMME_WHP);
    assert_int_equal(item_of("disability-status")->care, PRAP_DATA_CARE_HEALTH);
    assert_int_equal(item_of("prison")->care, PRAP_DATA_CARE_CRIMINAL);
    assert_int_equal(item_of("joint-claimant-nino")->about, PRAP_DATA_ABOUT_JOINT_CLAIMANT);
    assert_int_equal(item_of("adviser-code")->about, PRAP_DATA_ABOUT_ADVISER);
    assert_int_equal(item_of("qualification-level")->part_of, item_of("qualifications")->item);
    assert_int_equal(item_of("qualification-level")->repeats, 1);
    assert_null(prap_data_item_by_number(0));
    assert_null(prap_data_item_by_number(10000));
    for (uint32_t i = 0; i < prap_word_count(PRAP_WORDS_DATA_ITEM); i++) {
        const prap_word *word = prap_word_at(PRAP_WORDS_DATA_ITEM, i);
        const prap_data_item *item = prap_data_item_by_number(word->number);
        assert_int_equal(item->size, sizeof *item);
        assert_int_equal(item->type, word->detail);
        assert_int_equal(item->rules[0], word->rule);
        assert_int_equal(item->care == PRAP_DATA_CARE_PERSONAL, item->care_why[0] == '\0');
        assert_int_equal(prap_word_is_sensitive(PRAP_WORDS_DATA_ITEM, word->number),
                         strcmp(word->name, "deceased") == 0);
        if (item->part_of != 0) assert_int_equal(prap_data_item_by_number(item->part_of)->part_of, 0);
        if (item->change != 0)
            assert_true(prap_data_item_by_number(item->change)->roles & PRAP_DATA_ROLE_CHANGE);
        if ((item->roles & PRAP_DATA_ROLE_CHANGE) != 0) assert_int_equal(item->change, item->item);
    }
}

/* As the documents head them, and as a developer may. */
static void a_heading_finds_its_item(void **state) {
    static const char *const rows[][2] = {
        {"NINO", "nino"},
        {"National Insurance Number", "nino"},
        {"  National_Insurance__number ", "nino"},
        {"Joint Claimant\xE2\x80\x99s National Insurance Number", "joint-claimant-nino"},
        {"Joint Claimant's name", "joint-claimant-name"},
        {"Claimants earnings reach \xC2\xA3"
         "1,000",
         "earnings-1000"},
        {"Claimants earnings reach \xC2\xA3"
         "2,000 (Not applicable to WHP JETS)",
         "earnings-2000"},
        {"Verified Address (including postcode)", "address"},
        {"Death", "deceased"},
        {"Claimant Deceased", "deceased"},
        {"Signing day/cycle (excludes NEA)", "signing-day"},
        {"nin", ""},
        {"nino-2", ""},
        {"ni-no", ""},
        {"", ""},
        {"--", ""},
        {"\xE2\x80", ""},
        {"\xE2\x80\x98", ""},
        {"{nino}~", "nino"},
        {"[nino]", "nino"},
        {":nino:", "nino"},
        {"Znino", ""},
        {"znino", ""},
        {"9nino", ""},
        {"Joint Claimant\xE2\x82\x99s National Insurance Number", ""},
        {"Joint Claimant\xE2\x80\x98s National Insurance Number", ""},
        {"Joint Claimant\xE3\x80\x99s National Insurance Number", ""},
        {"\xE2\x82\xAC", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const uint32_t item = prap_data_item_find(rows[i][0], strlen(rows[i][0]));
        assert_string_equal(name_of(PRAP_WORDS_DATA_ITEM, item), rows[i][1]);
    }
    assert_int_equal(prap_data_item_find(NULL, 0), 0);
    assert_int_equal(prap_data_item_find(NULL, 4), 0);
    assert_int_equal(prap_data_item_find("ninox", 4), PRAP_DATA_ITEM_NINO);
    assert_string_equal(prap_data_item_heading_at(PRAP_DATA_ITEM_DECEASED, 0), "claimant-deceased");
    assert_string_equal(prap_data_item_heading_at(PRAP_DATA_ITEM_DECEASED, 1), "death");
    assert_null(prap_data_item_heading_at(PRAP_DATA_ITEM_DECEASED, 2));
    assert_null(prap_data_item_by_number(prap_word_count(PRAP_WORDS_DATA_ITEM) + 1));
    assert_null(prap_data_finding_cure(prap_word_count(PRAP_WORDS_DATA_FINDING) + 1));
    for (uint32_t item = 1; item <= prap_word_count(PRAP_WORDS_DATA_ITEM); item++) {
        const char *heading = NULL;
        assert_int_equal(prap_data_item_find(name_of(PRAP_WORDS_DATA_ITEM, item),
                                             strlen(name_of(PRAP_WORDS_DATA_ITEM, item))),
                         item);
        for (uint32_t i = 0; (heading = prap_data_item_heading_at(item, i)) != NULL; i++)
            assert_int_equal(prap_data_item_find(heading, strlen(heading)), item);
    }
    assert_null(prap_data_item_heading_at(0, 0));
}

struct row {
    const char *known, *values, *found;
};

static void check_rows(const struct row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const char *words = checked(rows[i].known, rows[i].values);
        if (strcmp(words, rows[i].found) != 0)
            fail_msg("%s, %s:\n  %s\nnot\n  %s", rows[i].known, rows[i].values, words, rows[i].found);
    }
}

/* AMB-60, AMB-64, X-44: SCR before MAPPA, unknown is undecided. */
static void the_way_a_record_comes(void **state) {
    static const struct row rows[] = {
        {CLEAR, WHOLE, "permitted by prap:"},
        {"whp scr=no mappa=no", WHOLE, "permitted by prap:"},
        {"whp email scr=no mappa=no", WHOLE, "permitted by email: by-email"},
        {"whp clerical scr=no mappa=no", WHOLE, "permitted by clerical:"},
        {"whp prap scr=yes mappa=no", WHOLE, "refused by clerical: scr-not-clerical"},
        {"whp email scr=yes mappa=no", WHOLE, "refused by clerical: scr-not-clerical"},
        {"whp scr=yes mappa=no", WHOLE, "refused by clerical: scr-not-clerical"},
        {"whp clerical scr=yes mappa=no", WHOLE, "permitted by clerical: scr-clerical"},
        {"jets prap scr=yes mappa=yes partial", "nino=AB123456C", "refused by clerical: scr-not-clerical"},
        {"whp prap mappa=no", WHOLE, "undecided by : scr-unknown"},
        {"whp prap scr=unknown mappa=no", WHOLE, "undecided by : scr-unknown"},
        {"whp clerical mappa=no", WHOLE, "permitted by clerical:"},
        {"whp email scr=no mappa=yes partial", "nino=AB123456C", "refused by prap: mappa-not-by-prap"},
        {"whp clerical scr=no mappa=yes partial", "nino=AB123456C", "refused by prap: mappa-not-by-prap"},
        {"whp clerical mappa=yes partial", "nino=AB123456C", "permitted by clerical:"},
        {"whp email mappa=yes partial", "nino=AB123456C", "refused by : scr-unknown mappa-not-by-prap"},
        {"whp prap scr=no mappa=yes partial", "nino=AB123456C", "permitted by prap:"},
        {"ipes prap scr=no mappa=no", WHOLE, "permitted by prap: not-covered"},
        {"ipes prap scr=yes mappa=no", WHOLE, "refused by clerical: scr-not-clerical not-covered"},
    };
    (void)state;
    check_rows(rows, sizeof rows / sizeof rows[0]);
    assert_string_equal(prap_rule_by_number(found.findings[0].rule)->id, "IPES-3.84");
    checked("whp prap scr=yes", WHOLE);
    assert_string_equal(prap_rule_by_number(found.findings[0].rule)->id, "CH15-8");
    assert_int_equal(found.findings[0].severity, PRAP_SEVERITY_FORBIDDEN);
}

static void what_is_missing(void **state) {
    static const struct row rows[] = {
        {CLEAR, "",
         "refused by prap: missing[prap-referral-id] missing[full-name] expected[address] missing[nino] "
         "expected[telephone] "
         "expected[referral-basis] expected[referral-date]"},
        {CLEAR " partial", "", "permitted by prap:"},
        {CLEAR,
         "prap-referral-id=R1|full-name=Mr A B|nino=AB123456C|address=1 High Street, LS1 "
         "4AP|telephone=01134960000|"
         "referral-basis=MANDATORY|referral-date=01/12/2021",
         "permitted by prap:"},
        {CLEAR " partial", "forename=A", "permitted by prap:"},
        {CLEAR,
         "prap-referral-id=R1|forename=A|nino=AB123456C|address=Leeds|telephone=01134960000|referral-basis="
         "voluntary|"
         "referral-date=2021-12-01",
         "refused by prap: missing[full-name] postcode-missing[postcode]"},
        {CLEAR,
         "prap-referral-id= \t|surname=B|nino=AB123456C|postcode=LS1 4AP|telephone=01134960000|"
         "referral-basis=voluntary|referral-date=2021-12-01",
         "refused by prap: missing[prap-referral-id] expected[address]"},
        {CLEAR,
         "prap-referral-id=R1|surname=B|nino=AB123456C|address=1 High Street,LS1 4AP|telephone=01134960000|"
         "referral-basis=voluntary|referral-date=2021-12-01",
         "permitted by prap:"},
        {CLEAR,
         "prap-referral-id=R1|surname=B|nino=AB123456C|address=Leeds.LS1 4AP |telephone=01134960000|"
         "referral-basis=voluntary|referral-date=2021-12-01",
         "permitted by prap:"},
        {CLEAR,
         "prap-referral-id=R1|surname=B|nino=AB123456C|address=Cardiff DN55  1PT|telephone=01134960000|"
         "referral-basis=voluntary|referral-date=2021-12-01",
         "permitted by prap:"},
        {CLEAR,
         "prap-referral-id=R1|surname=B|nino=AB123456C|address=LS1 4AP|telephone=01134960000|"
         "referral-basis=voluntary|referral-date=2021-12-01",
         "permitted by prap:"},
        {CLEAR,
         "prap-referral-id=R1|surname=B|nino=AB123456C|address=1 High Street, LeedsLS1 "
         "4AP|telephone=01134960000|"
         "referral-basis=voluntary|referral-date=2021-12-01",
         "permitted by prap: postcode-missing[postcode]"},
        {"whp prap scr=no mappa=yes",
         "prap-referral-id=R1|surname=B|nino=AB123456C|referral-basis=voluntary|"
         "referral-date=2021-12-01",
         "permitted by prap:"},
        {"whp prap scr=no",
         "prap-referral-id=R1|surname=B|nino=AB123456C|referral-basis=voluntary|referral-date=2021-12-01",
         "undecided by prap: mappa-unknown[address] mappa-unknown[telephone]"},
        {"whp prap scr=no mappa=yes", WHOLE "|mobile=07700900123",
         "permitted by prap: mappa-with-address[address] mappa-with-address[postcode] "
         "mappa-with-address[telephone] "
         "mappa-with-address[mobile]"},
    };
    (void)state;
    check_rows(rows, sizeof rows / sizeof rows[0]);
}

static void what_is_found_in_the_values(void **state) {
    static const struct row rows[] = {
        {CLEAR, WHOLE "|?shoe-size=7|?empty= ", "permitted by prap: unknown-item"},
        {CLEAR, WHOLE "|nino=ab 12 34 56 c", "permitted by prap: doubled[nino]"},
        {CLEAR, WHOLE "|nino=AB123456D", "refused by prap: contradicted[nino]"},
        {CLEAR, WHOLE "|deceased=2021-12-03|death=03/12/2021",
         "permitted by prap: change-told[deceased] doubled[deceased] "
         "change-told[deceased]"},
        {CLEAR " partial", "deceased=yes|death=03/12/2021|claimant deceased=true",
         "permitted by prap: change-told[deceased] doubled[deceased] change-told[deceased] doubled[deceased] "
         "change-told[deceased]"},
        {CLEAR " partial", "deceased=2021-12-03|death=2021-12-04",
         "refused by prap: change-told[deceased] contradicted[deceased] change-told[deceased]"},
        {CLEAR " partial", "deceased=2021-12-03|death=yes",
         "permitted by prap: change-told[deceased] doubled[deceased] change-told[deceased]"},
        {CLEAR, WHOLE "|qualification-level=2|qualification-level=3", "permitted by prap:"},
        {CLEAR, WHOLE "|earnings-2000=yes", "permitted by prap: earnings-told[earnings-2000]"},
        {"jets prap scr=no mappa=no",
         WHOLE "|earnings-1000=yes|earnings-2000=no|earnings-national=2021-12-01",
         "refused by prap: earnings-told[earnings-1000] not-of-programme[earnings-national] "
         "earnings-told[earnings-national]"},
        {"prap scr=no mappa=no", WHOLE "|earnings-2000=yes",
         "undecided by prap: programme-unknown[earnings-2000] earnings-told[earnings-2000]"},
        {"ipes prap scr=no mappa=no partial", "earnings-2000=yes",
         "permitted by prap: not-covered earnings-told[earnings-2000]"},
        {CLEAR " partial",
         "disability-status=yes|prison=released|barriers-to-work=none stated|childcare=none",
         "permitted by prap: health[disability-status] criminal[prison] change-told[prison] "
         "may-tell[barriers-to-work]"},
        {CLEAR " partial", "prison=no|hospital=N|deceased=false|driving-licence=no", "permitted by prap:"},
        {CLEAR " partial", "signing-day=Tuesday|hospital=admitted",
         "permitted by prap: health[hospital] change-told[hospital]"},
        {CLEAR " partial on=2021-12-10",
         "referral-date=2021-12-11|first-payment-date=2021-12-10|qualification-end=2022-07-01|"
         "earnings-1000=2021-12-11",
         "permitted by prap: day-ahead[referral-date] earnings-told[first-payment-date] "
         "day-ahead[earnings-1000] "
         "earnings-told[earnings-1000]"},
        {CLEAR " partial on=2021-12-10", "referral-date=31/02/2021|earnings-1000=yes",
         "refused by prap: malformed[referral-date] earnings-told[earnings-1000]"},
    };
    (void)state;
    check_rows(rows, sizeof rows / sizeof rows[0]);
    checked(CLEAR " partial",
            "hospital=admitted|joint-claimant-nino=QQ123456C|nino=AB123456C|nino=AB123456D");
    assert_int_equal(found.answer.items, 3);
    assert_int_equal(found.answer.health, 1);
    assert_int_equal(found.findings[0].at, 0);
    assert_int_equal(found.findings[0].other, PRAP_DATA_NO_VALUE);
    assert_int_equal(found.findings[2].finding, PRAP_DATA_FINDING_MALFORMED);
    assert_string_equal(prap_rule_by_number(found.findings[2].rule)->id, "CH15-A-33a");
    assert_int_equal(found.findings[3].at, 3);
    assert_int_equal(found.findings[3].other, 2);
    checked(CLEAR " partial", "?a=1|?b=2|prison=yes|job-aims=chef");
    assert_int_equal(found.answer.unknown, 2);
    assert_int_equal(found.answer.criminal, 1);
    assert_int_equal(found.answer.may_tell, 1);
}

/* One item and one text at a time: good, or malformed. */
static void the_form_of_a_value(void **state) {
    static const struct {
        const char *item, *good, *bad; /* parted by ; */
    } rows[] = {
        {"nino", "AB123456C;ab 12 34 56 c; AB123456C ;ZY999999D",
         "AB123456;AB123456E;AB1234567C;BG123456C;GB123456C;KN123456C;NK123456C;NT123456C;TN123456C;"
         "ZZ123456C;DA123456C;"
         "AO123456C;AD123456C;A1123456C;AB12345C6;AB-123456C;AB123456C                         "
         "and a tail that is too long"},
        {"postcode", "LS1 4AP;ls14ap;M1 1AA;B33 8TH;CR2 6XH;DN55 1PT;W1A 1HQ;EC1A 1BB;GIR 0AA; LS1  4AP ;cf10 3zz;LS9 9ZZ",
         "LS1;LS1 4A;1LS 4AP;LS1 4AC;LS1 IAP;QS1 4AP;LI1 4AP;LS1 4KP;LS123 4AP;L 4AP;LSA 4AP;LS1 44P;A1BC "
         "1AA;GIR 0AB;L-1 4AP;"
         "LSA1 4AP1AA;L[1 4AP;LS1 4A{;LS 4AP;LS1!4AP;LS1 4A!;AAAA 1AA;1F1 1AA;GIR 0AAX"},
        {"telephone",
         "0113 496 0000;(0113) 496-0000;07700 900123;+44 7700 900123;+44 (0)7700 900123;0044 7700 900123;"
         "01134 96000;+353 1 234 5678;00123456789012345;00353 1 234 5678;(+44) 7700 900123;0-1134-96-0000;"
         "+12345678901234;+49 30 1234567;+12345678;0012345678;+123456789012345;00123456789012345",
         "496 0000;7700900123;0113 496;0113 496 00000;+44;+44 123;+1 234;07700 900123 "
         "mum;+12345678901234567;00;0;"
         "+4401134960000123;)0;(;+;0113+4960000;00123456789012345678;001234567890123456;x0113 496 0000;0113 496 000:;+1234567;001234567;+1234567890123456"},
        {"referral-date", "2021-12-01;01/12/2021;1/2/2021; 2021-12-01 ",
         "2021-13-01;31/02/2021;1/12/21;01-12-2021;2021/12/01;12;1//2021;/1/2021;1/1/2021/;001/1/2021;12/"
         "2021;1/12/20211;x/1/2021;1:/2/2021"},
        {"welsh-spoken", "yes;NO;y;n;True;false;1;0", "maybe;2;yes please, if there is one;ye"},
        {"earnings-1000", "yes;2021-12-01;01/12/2021;1", "reached;2021"},
        {"referral-basis", "voluntary;Mandatory", "V;volunteer;mandated by somebody or other"},
        {"prap-referral-id", "R1;  12345678 ", "R\t1;R\n1;R\x01;\xC3("},
        {"surname",
         "O\xE2\x80\x99"
         "Brien;\xC5\xB4yn",
         "B\nC;B\xE2\x80\xAE"
         "C;B\xFF"},
        {"other-activities", "one line;two\r\nlines\n\n\tand more;\xE2\x82\xAC",
         "a\x01;a\n\xC3;\xED\xA0\x80"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (int good = 1; good >= 0; good--) {
            for (const char *at = good ? rows[i].good : rows[i].bad; *at != '\0';) {
                const size_t n = strcspn(at, ";");
                char values[256];
                snprintf(values, sizeof values, "%s=%.*s", rows[i].item, (int)n, at);
                checked(CLEAR " partial", values);
                const bool malformed =
                    found.n > 0 && found.findings[0].finding == PRAP_DATA_FINDING_MALFORMED;
                if (malformed == (good != 0)) fail_msg("%s", values);
                at += n + (at[n] == ';');
            }
        }
    }
}

/* A text as long as may be, a name too, and one byte more. */
static void a_value_has_a_greatest_length(void **state) {
    static const struct {
        uint32_t item;
        size_t most;
    } rows[] = {{PRAP_DATA_ITEM_JOB_AIMS, PRAP_DATA_TEXT_BYTES},
                {PRAP_DATA_ITEM_SURNAME, 200},
                {PRAP_DATA_ITEM_PRAP_REFERRAL_ID, PRAP_ID_BYTES}};
    static char text[PRAP_DATA_TEXT_BYTES + 1];
    (void)state;
    memset(text, 'a', sizeof text);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        for (size_t more = 0; more < 2; more++) {
            const prap_data_value value = {{text, rows[i].most + more}, rows[i].item, 0};
            const prap_data_record record = {.size = sizeof record,
                                             .scr = PRAP_VALUE_NO,
                                             .partial = 1,
                                             .on = PRAP_DAY_NONE,
                                             .values = &value,
                                             .n = 1};
            begin();
            assert_int_equal(prap_data_check(&record, NULL, NULL, &found.answer, NULL), PRAP_OK);
            assert_int_equal(found.answer.verdict, more == 0 ? PRAP_VERDICT_PERMITTED : PRAP_VERDICT_REFUSED);
        }
    }
}

/* However long a value of a known form is, it is read to where it can be none. */
static void the_longest_value_is_of_no_form(void **state) {
    static const uint32_t items[] = {PRAP_DATA_ITEM_NINO, PRAP_DATA_ITEM_POSTCODE, PRAP_DATA_ITEM_TELEPHONE,
                                     PRAP_DATA_ITEM_REFERRAL_DATE, PRAP_DATA_ITEM_WELSH_SPOKEN};
    static char text[1 << 20];
    (void)state;
    memset(text, '7', sizeof text);
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        const prap_data_value value = {{text, sizeof text}, items[i], 0};
        const prap_data_record record = {.size = sizeof record, .scr = PRAP_VALUE_NO, .partial = 1,
                                         .on = PRAP_DAY_NONE, .values = &value, .n = 1};
        begin();
        assert_int_equal(prap_data_check(&record, hear, &found, &found.answer, NULL), PRAP_OK);
        assert_int_equal(found.findings[0].finding, PRAP_DATA_FINDING_MALFORMED);
    }
}

/* NUL and other bytes that stand in no text are found, wherever they are. */
static void bytes_that_are_no_text(void **state) {
    (void)state;
    for (uint32_t i = 2; i < 2 * prap_word_count(PRAP_WORDS_DATA_ITEM) + 2; i++) {
        const uint32_t item = i / 2;
        const prap_data_value value = {{i % 2 == 0 ? "a\0b" : "0\0b", 3}, item, 0};
        const prap_data_record record = {.size = sizeof record,
                                         .scr = PRAP_VALUE_NO,
                                         .partial = 1,
                                         .on = PRAP_DAY_NONE,
                                         .values = &value,
                                         .n = 1};
        begin();
        assert_int_equal(prap_data_check(&record, hear, &found, &found.answer, NULL), PRAP_OK);
        assert_int_equal(found.findings[0].finding, PRAP_DATA_FINDING_MALFORMED);
    }
}

/* Of a MAPPA referral no address is expected; what else is, is missed as of any. */
static void what_is_no_address_is_missed_of_mappa_too(void **state) {
    (void)state;
    const char *words = checked("whp prap scr=no mappa=yes", "nino=AB123456C");
    assert_non_null(strstr(words, "expected[referral-date]"));
    assert_null(strstr(words, "expected[address]"));
    assert_string_equal(found.error.field, ""); /* nothing went wrong */
    assert_int_equal(found.error.status, 0);
}

/* A text that looks like a day of the future says none. */
static void only_what_says_a_day_lies_ahead(void **state) {
    (void)state;
    assert_string_equal(checked(CLEAR " partial on=2021-12-01", "job-aims=2099-01-01"), "permitted by prap: may-tell[job-aims]");
    assert_non_null(strstr(checked(CLEAR " partial on=2021-12-01", "referral-date=2099-01-01"), "day-ahead"));
}

/* The first and the last day that can be asked about, and as many values as there may be. */
static void the_ends_of_what_can_be_checked(void **state) {
    static prap_data_value values[PRAP_DATA_VALUES_MAX];
    prap_data_record record = {.size = sizeof record, .scr = PRAP_VALUE_NO, .partial = 1, .on = PRAP_DAY_MIN,
                               .values = values, .n = PRAP_DATA_VALUES_MAX};
    (void)state;
    begin();
    assert_int_equal(prap_data_check(&record, NULL, NULL, &found.answer, NULL), PRAP_OK);
    record.on = PRAP_DAY_MAX;
    assert_int_equal(prap_data_check(&record, NULL, NULL, &found.answer, NULL), PRAP_OK);
    record.values = NULL;
    record.n = 1;
    assert_int_equal(prap_data_check(&record, NULL, NULL, &found.answer, NULL), PRAP_E_NULL);
}

static void what_is_refused_to_be_checked(void **state) {
    struct extract_record ours;
    prap_data_record *record = record_of(&ours, CLEAR, WHOLE);
    (void)state;
    begin();
    prap_data_answer *answer = &found.answer;
#define REFUSED(CHANGE, STATUS, FIELD)                                                                       \
    do {                                                                                                     \
        const prap_data_record kept = *record;                                                               \
        const prap_data_value first = ours.values[0];                                                        \
        CHANGE;                                                                                              \
        assert_int_equal(prap_data_check(record, hear, &found, answer, &found.error), STATUS);               \
        assert_string_equal(found.error.field, FIELD);                                                       \
        *record = kept;                                                                                      \
        ours.values[0] = first;                                                                              \
    } while (0)
    REFUSED(record->programme = PRAP_PROGRAMME_ERASURE, PRAP_E_WORD, "programme");
    REFUSED(record->channel = 99, PRAP_E_WORD, "channel");
    REFUSED(record->mappa = PRAP_VALUE_DAY, PRAP_E_WORD, "mappa");
    REFUSED(record->scr = 99, PRAP_E_WORD, "scr");
    REFUSED(record->partial = 2, PRAP_E_RANGE, "partial");
    REFUSED(record->on = PRAP_DAY_MAX + 1, PRAP_E_DAY, "on");
    REFUSED(record->on = PRAP_DAY_MIN - 1, PRAP_E_DAY, "on");
    REFUSED(record->n = PRAP_DATA_VALUES_MAX + 1, PRAP_E_LIMIT, "values");
    REFUSED(record->values = NULL, PRAP_E_NULL, "values");
    REFUSED(record->size = 8, PRAP_E_SIZE, "record");
    REFUSED(ours.values[0].item = 9999, PRAP_E_WORD, "values[0].item");
    REFUSED(ours.values[0].text.bytes = NULL, PRAP_E_NULL, "values[0].text");
    const prap_data_value third = ours.values[2];
    REFUSED(ours.values[2].item = 9999, PRAP_E_WORD, "values[2].item");
    ours.values[2] = third;
    REFUSED(ours.values[2].text.bytes = NULL, PRAP_E_NULL, "values[2].text");
    ours.values[2] = third;
    assert_int_equal(found.n, 0);
    assert_int_equal(prap_data_check(NULL, hear, &found, answer, &found.error), PRAP_E_NULL);
    assert_int_equal(prap_data_check(record, hear, &found, NULL, &found.error), PRAP_E_NULL);
    answer->size = 4;
    assert_int_equal(prap_data_check(record, hear, &found, answer, &found.error), PRAP_E_SIZE);
    answer->size = sizeof *answer;
    assert_int_equal(prap_data_check(record, NULL, NULL, answer, NULL), PRAP_OK);
    assert_int_equal(answer->findings, 0);
    ours.values[0] = (prap_data_value){{NULL, 0}, PRAP_DATA_ITEM_TITLE, 0};
    record->n = 1;
    assert_int_equal(prap_data_check(record, NULL, NULL, answer, NULL), PRAP_OK);
    assert_int_equal(answer->items, 0);
    record->n = 0;
    record->values = NULL;
    assert_int_equal(prap_data_check(record, NULL, NULL, answer, NULL), PRAP_OK);
    assert_int_equal(answer->verdict, PRAP_VERDICT_REFUSED);
#undef REFUSED
}

/* How many values need care, of each kind apart. */
static void values_that_need_care_are_counted(void **state) {
    (void)state;
    checked(CLEAR " partial", "disability-status=a|additional-support=b|driving-licence-endorsements=c|basic-skills=d|"
                              "job-aims=e|other-activities=f|forename=A");
    assert_int_equal(found.answer.health, 2);
    assert_int_equal(found.answer.criminal, 1);
    assert_int_equal(found.answer.may_tell, 3);
}

static void a_visit_that_stops(void **state) {
    (void)state;
    found.stop_with = PRAP_FAIL;
    assert_string_equal(checked(CLEAR, ""), prap_status_name(PRAP_FAIL));
    assert_int_equal(found.n, 1);
    assert_int_equal(found.answer.verdict, 0);
    found.stop_with = PRAP_OK;
}

static void every_finding_has_a_cure_or_none(void **state) {
    (void)state;
    for (uint32_t i = 1; i <= prap_word_count(PRAP_WORDS_DATA_FINDING); i++) {
        const char *cure = prap_data_finding_cure(i);
        const uint32_t severity = prap_word_by_number(PRAP_WORDS_DATA_FINDING, i)->detail;
        assert_non_null(cure);
        if (severity == PRAP_SEVERITY_FORBIDDEN || severity == PRAP_SEVERITY_UNDECIDED)
            assert_string_not_equal(cure, "");
    }
    assert_null(prap_data_finding_cure(0));
    assert_null(prap_data_finding_cure(999));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_of_the_lists_is_an_item),
        cmocka_unit_test(an_item_says_where_it_stands_and_whose_it_is),
        cmocka_unit_test(a_heading_finds_its_item),
        cmocka_unit_test(the_way_a_record_comes),
        cmocka_unit_test(what_is_missing),
        cmocka_unit_test(what_is_found_in_the_values),
        cmocka_unit_test(the_form_of_a_value),
        cmocka_unit_test(a_value_has_a_greatest_length),
        cmocka_unit_test(the_longest_value_is_of_no_form),
        cmocka_unit_test(bytes_that_are_no_text),
        cmocka_unit_test(what_is_no_address_is_missed_of_mappa_too),
        cmocka_unit_test(only_what_says_a_day_lies_ahead),
        cmocka_unit_test(the_ends_of_what_can_be_checked),
        cmocka_unit_test(what_is_refused_to_be_checked),
        cmocka_unit_test(values_that_need_care_are_counted), cmocka_unit_test(a_visit_that_stops),
        cmocka_unit_test(every_finding_has_a_cure_or_none),
    };
    (void)compared;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
