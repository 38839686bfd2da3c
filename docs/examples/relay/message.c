/* message.c: what is sent of a notice: its permanent id as an idempotency key, and its words as JSON. */
#include <stdio.h>
#include <string.h>

#include "relay.h"

/* Ids are any printable UTF-8, a header is ASCII: letters, digits, hyphens and points stand for themselves. */
static char *encode(char *at, prap_text text) {
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char byte = (unsigned char)text.bytes[i];
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                           byte == '-' || byte == '.';
        if (!plain) {
            *at++ = '%';
            *at++ = digits[byte >> 4];
        }
        *at++ = plain ? (char)byte : digits[byte & 15];
    }
    return at;
}

void notice_key(const struct notice *notice, char key[KEY_BYTES]) {
    char *at = encode(key, notice->key.tenant);
    *at++ = '/';
    at = encode(at, notice->key.case_id);
    snprintf(at, (size_t)(key + KEY_BYTES - at), "/%llu/%u", (unsigned long long)notice->sequence, (unsigned)notice->ordinal);
}

/* Of a string of JSON only quotes and backslashes need escaping: ids have no control characters. */
static char *quote(char *at, prap_text text) {
    *at++ = '"';
    for (size_t i = 0; i < text.n; i++) {
        if (text.bytes[i] == '"' || text.bytes[i] == '\\') *at++ = '\\';
        *at++ = text.bytes[i];
    }
    *at++ = '"';
    *at = '\0';
    return at;
}

void notice_body(const struct notice *notice, char body[BODY_BYTES]) {
    char day[PRAP_DAY_TEXT_BYTES] = "";
    const prap_word *what = prap_word_by_number(PRAP_WORDS_NOTICE, notice->notice);
    const prap_word *whom = prap_word_by_number(PRAP_WORDS_RECIPIENT, notice->recipient);
    char *at = body + snprintf(body, BODY_BYTES, "{\"tenant\":");
    at = quote(at, notice->key.tenant);
    at += snprintf(at, (size_t)(body + BODY_BYTES - at), ",\"case\":");
    at = quote(at, notice->key.case_id);
    at += snprintf(at, (size_t)(body + BODY_BYTES - at), ",\"sequence\":%llu,\"ordinal\":%u,\"notice\":\"%s\",\"to\":\"%s\"",
                   (unsigned long long)notice->sequence, (unsigned)notice->ordinal, what == NULL ? "" : what->name,
                   whom == NULL ? "" : whom->name);
    if (notice->due != PRAP_DAY_NONE && prap_day_format(notice->due, day, sizeof day) == PRAP_OK)
        at += snprintf(at, (size_t)(body + BODY_BYTES - at), ",\"due\":\"%s\"", day);
    snprintf(at, (size_t)(body + BODY_BYTES - at), "}");
}
