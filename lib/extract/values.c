/* values.c: what a value says, whichever way it is written. The forms are those that the names of the items
   promise: the documents print none. What is made of a value is wiped. */
#include "extract/extract.h"

#include <string.h>

#include "base/nino.h"
#include "base/text.h"

enum { LINE_BYTES = 200 };

static bool is_space(char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static char capital(char byte) {
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte; /* MUT-EQUIV: what follows z is in no word or code */
}

static bool is_any_of(char byte, const char *list) {
    for (; *list != '\0'; list++) {
        if (*list == byte) return true;
    }
    return false;
}

static bool is_letter(char byte) {
    return byte >= 'A' && byte <= 'Z';
}

static prap_text trimmed(prap_text text) {
    while (text.n > 0 && is_space(text.bytes[0])) { /* MUT-EQUIV: a last space is left to the other end */
        text.bytes++;
        text.n--;
    }
    while (text.n > 0 && is_space(text.bytes[text.n - 1])) /* MUT-EQUIV: a first space is gone by then */
        text.n--;
    return text;
}

bool prapi_data_is_blank(prap_text text) {
    return trimmed(text).n == 0;
}

/* The text in capitals and without spaces, when that is at most room bytes; else 0. */
static size_t packed(prap_text text, char *out, size_t room) {
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (is_space(text.bytes[i])) continue;
        if (n == room) return 0;
        n++;
        //@ split n;
        out[n - 1] = capital(text.bytes[i]);
    }
    return n;
}

/* One of the words, whatever its capitals? */
static bool is_one_of(prap_text text, const char *const words[], size_t n_words) {
    char word[sizeof "MANDATORY"];
    const size_t n = packed(text, word, sizeof word);
    bool found = false;
    for (size_t i = 0; i < n_words; i++)
        found = found || (prapi_text_bytes(words[i]) == n && memcmp(words[i], word, n) == 0);
    prapi_wipe(word, sizeof word);
    return found;
}

/* Each of these writes a value of its form the one way and gives its length, or 0. The room is that of a reader;
   of yes or no, one byte. */

static size_t read_nino(prap_text text, char *out) {
    uint32_t characters[PRAPI_NINO_CHARACTERS];
    if (text.n > PRAPI_NINO_BYTES) return 0;
    const bool good = prapi_secret_reveal(prapi_nino_read(text, characters));
    for (size_t i = 0; good && i != PRAPI_NINO_CHARACTERS; i++) /* MUT-EQUIV: of a bad one nothing is looked at */
        out[i] = (char)characters[i];
    prapi_wipe(characters, sizeof characters);
    return good ? PRAPI_NINO_CHARACTERS : 0;
}

/* The first half: A9, A99, A9A, AA9, AA99 or AA9A; Q, V and X never come first, nor I, J and Z second. */
static bool is_outward(const char *code, size_t n) {
    if (!is_letter(code[0]) || is_any_of(code[0], "QVX")) return false;
    const size_t letters = is_letter(code[1]) ? 2 : 1;
    if (is_any_of(code[1], "IJZ")) return false;
    if (n <= letters || n > letters + 2 || !is_digit(code[letters])) return false;
    return is_digit(code[letters + 1]) || is_letter(code[letters + 1]); /* of a short one, the inward half's digit */
}

static size_t read_postcode(prap_text text, char *out) {
    const size_t n = packed(text, out, 7); /* MUT-EQUIV: an outward half of 5 is none */
    if (n < 5) return 0;                   /* MUT-EQUIV: nor is one of 1 or nothing */
    if (prapi_text_is((prap_text){out, n}, "GIR0AA")) return n;
    const char *inward = out + n - 3;
    const bool good = is_digit(inward[0]) && is_letter(inward[1]) && is_letter(inward[2]) &&
                      !is_any_of(inward[1], "CIKMOV") && !is_any_of(inward[2], "CIKMOV");
    return good && is_outward(out, n - 3) ? n : 0;
}

/* The digits of a number; what may stand between them is passed over. 0 when there is anything else, or too
 * many. */
static size_t digits_of(prap_text text, char *out) {
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        const char byte = text.bytes[i];
        const bool between = is_space(byte) || is_any_of(byte, "-./()") || (byte == '+' && n == 0);
        if (!is_digit(byte) && !between) return 0; /* MUT-EQUIV: nor are 1 or 2 digits a number */
        if (!is_digit(byte)) continue;
        if (n == 17) return 0; /* MUT-EQUIV: nor are 1, 2 or 18 digits */
        out[n++] = byte;
    }
    return n;
}

/* The digits of a British number with its 0, or 0. */
static size_t british(size_t n) {
    return n == 10 || n == 11 ? n : 0;
}

/* A number of another country, or with +44 or 0044 a British one, which is written with its 0. prefix: digits that stand for
   the +. */
static size_t read_country(char *out, size_t n, size_t prefix) {
    const bool is_british = n > prefix + 2 && memcmp(out + prefix, "44", 2) == 0; /* MUT-EQUIV: no number is as short */
    if (!is_british) return n >= 8 + prefix && n <= 15 + prefix ? n : 0;
    const size_t from = prefix + 2 + (out[prefix + 2] == '0' ? 1 : 0);
    memmove(out + 1, out + from, n - from); /* MUT-EQUIV: what is moved beyond the number is not looked at */
    out[0] = '0';
    return british(n - from + 1);
}

/* With its area code or that of its country. A British one is written with its 0: +44 (0)29 and 0044 29 are
 * 029. */
static size_t read_telephone(prap_text text, char *out) {
    const size_t n = digits_of(text, out);
    if (n == 0) return 0; /* MUT-EQUIV: no number is as short */
    const char first = text.bytes[0] == '(' ? text.bytes[1] : text.bytes[0];
    const size_t prefix = first == '+' ? 0 : 2; /* of 00, which stands for + */
    if (first != '+' && out[0] != '0') return 0;
    if (first == '+' || (n > 2 && out[1] == '0')) return read_country(out, n, prefix); /* MUT-EQUIV: no number is as short */
    return british(n);
}

/* DD/MM/YYYY, with one digit where one is enough. */
static prap_day written_day(prap_text text) {
    int32_t parts[] = {0, 0, 0};
    size_t part = 0, digits = 0;
    prap_day day = PRAP_DAY_NONE;
    for (size_t i = 0; i < text.n; i++) {
        if (text.bytes[i] == '/' && part < 2) { /* MUT-EQUIV: with a third / no day is made below */
            part++;
            digits = 0;
            continue;
        }
        if (!is_digit(text.bytes[i]) || ++digits > (part == 2 ? 4u : 2u)) return PRAP_DAY_NONE; /* MUT-EQUIV: nor of five digits */
        parts[part] = parts[part] * 10 + (text.bytes[i] - '0');
    }
    if (digits == 4) (void)prap_day_from_civil(parts[2], parts[1], parts[0], &day);
    return day;
}

prap_day prapi_data_day(prap_text text) {
    const prap_text bare = trimmed(text);
    prap_day day = PRAP_DAY_NONE;
    return prap_day_parse(bare.bytes, bare.n, &day) == PRAP_OK ? day : written_day(bare);
}

static size_t read_day(prap_text text, char *out) {
    return prap_day_format(prapi_data_day(text), out, PRAP_DAY_TEXT_BYTES) == PRAP_OK
               ? PRAP_DAY_TEXT_BYTES - 1
               : 0;
}

static size_t read_yes_no(prap_text text, char *out) {
    static const char *const yes[] = {"YES", "Y", "TRUE", "1"}, *const no[] = {"NO", "N", "FALSE", "0"};
    const bool is_yes = is_one_of(text, yes, sizeof yes / sizeof yes[0]);
    out[0] = is_yes ? 'y' : 'n';
    return is_yes || is_one_of(text, no, sizeof no / sizeof no[0]) ? 1 : 0;
}

static size_t read_yes_or_day(prap_text text, char *out) {
    const size_t n = read_yes_no(text, out);
    return n > 0 ? n : read_day(text, out);
}

static size_t read_basis(prap_text text, char *out) {
    static const char *const voluntary[] = {"VOLUNTARY"}, *const mandatory[] = {"MANDATORY"};
    const bool is_voluntary = is_one_of(text, voluntary, 1);
    out[0] = is_voluntary ? 'v' : 'm';
    return is_voluntary || is_one_of(text, mandatory, 1) ? 1 : 0;
}

static size_t (*const readers[])(prap_text text, char *out) = {
    [PRAP_DATA_TYPE_TEXT] = NULL,
    [PRAP_DATA_TYPE_NAME] = NULL,
    [PRAP_DATA_TYPE_IDENTIFIER] = NULL,
    [PRAP_DATA_TYPE_NINO] = read_nino,
    [PRAP_DATA_TYPE_POSTCODE] = read_postcode,
    [PRAP_DATA_TYPE_TELEPHONE] = read_telephone,
    [PRAP_DATA_TYPE_DAY] = read_day,
    [PRAP_DATA_TYPE_YES_NO] = read_yes_no,
    [PRAP_DATA_TYPE_YES_OR_DAY] = read_yes_or_day,
    [PRAP_DATA_TYPE_BASIS] = read_basis,
};

/* Of lines that can be printed. */
static bool is_text(prap_text text) {
    size_t from = 0;
    for (size_t i = 0; i <= text.n; i++) {
        //@ split from;
        if (i < text.n && text.bytes[i] != '\t' && text.bytes[i] != '\n' && text.bytes[i] != '\r') continue;
        if (i > from && !prapi_text_is_printable((prap_text){text.bytes + from, i - from}, text.n))
            return false;
        from = i + 1;
    }
    return text.n <= PRAP_DATA_TEXT_BYTES;
}

bool prapi_data_is_formed(uint32_t type, prap_text text) {
    const prap_text bare = trimmed(text);
    if (type == PRAP_DATA_TYPE_TEXT) return is_text(bare);
    if (type == PRAP_DATA_TYPE_NAME) return prapi_text_is_printable(bare, LINE_BYTES);
    if (type == PRAP_DATA_TYPE_IDENTIFIER) return prapi_text_is_identifier(bare);
    prapi_data_reader reader;
    const bool formed = prapi_data_open(&reader, type, text);
    prapi_data_close(&reader);
    return formed;
}

bool prapi_data_is_said(const prap_data_item *item, prap_text text) {
    char answer;
    if (prapi_data_is_blank(text)) return false;
    const uint32_t happens = PRAP_DATA_ROLE_CHANGE | PRAP_DATA_ROLE_EARNINGS;
    const bool no =
        (item->roles & happens) != 0 && read_yes_no(trimmed(text), &answer) > 0 && answer == 'n';
    return !no;
}

bool prapi_data_ends_in_postcode(prap_text text) {
    char code[sizeof "AA9A9AA"];
    const prap_text bare = trimmed(text);
    bool ends = false;
    for (size_t n = 5; n <= bare.n && n <= 9 && !ends; n++) {
        const char before = n == bare.n ? ' ' : bare.bytes[bare.n - n - 1];
        const bool apart = is_space(before) || before == ',' || before == '.';
        ends = apart && read_postcode((prap_text){bare.bytes + bare.n - n, n}, code) > 0;
    }
    prapi_wipe(code, sizeof code);
    return ends;
}

bool prapi_data_open(prapi_data_reader *reader, uint32_t type, prap_text text) {
    const prap_text bare = trimmed(text);
    *reader = (prapi_data_reader){.text = bare, .is_text = true};
    const size_t n = readers[type] == NULL ? 0 : readers[type](bare, reader->known);
    if (n == 0) return false;
    reader->text = (prap_text){reader->known, n};
    reader->is_text = false;
    return true;
}

int prapi_data_next(prapi_data_reader *reader) {
    //@ split reader->at;
    if (reader->at >= reader->text.n) return -1;
    const char byte = reader->text.bytes[reader->at++];
    if (!reader->is_text || !is_space(byte)) return (unsigned char)byte;
    while (is_space(reader->text.bytes[reader->at])) /* it ends with something else */
        reader->at++;
    return ' ';
}

void prapi_data_close(prapi_data_reader *reader) {
    prapi_wipe(reader, sizeof *reader);
}

bool prapi_data_says_same(uint32_t type, prap_text a, prap_text b) {
    prapi_data_reader first, second;
    (void)prapi_data_open(&first, type, a);
    (void)prapi_data_open(&second, type, b);
    int byte, other;
    do {
        byte = prapi_data_next(&first);
        other = prapi_data_next(&second);
    } while (byte == other && byte >= 0);
    prapi_data_close(&first);
    prapi_data_close(&second);
    return byte == other;
}
