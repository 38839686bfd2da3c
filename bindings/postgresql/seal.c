/*
 * seal.c: a person's data under a key of the person's own, so that the database has nothing that can be read without it.
 *
 * AES-256-GCM of libcrypto, which libpq itself is built on. A sealed row is: a byte for this form, a nonce drawn for this
 * row, as many bytes as the data have, and the tag. Form and id are authenticated with it, so a row put under another id
 * does not open. A nonce of 96 random bits does not repeat under a key that seals one person's data.
 */
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

#include "seal.h"

enum { FORM = 1, NONCE_BYTES = 12, TAG_BYTES = 16, HEAD_BYTES = 1 + NONCE_BYTES };

_Static_assert(PRAPI_SEAL_BYTES == HEAD_BYTES + TAG_BYTES, "what a seal adds");

bool prapi_seal_draw_key(uint8_t ret_key[PRAP_POSTGRESQL_KEY_BYTES]) {
    return RAND_priv_bytes(ret_key, PRAP_POSTGRESQL_KEY_BYTES) == 1;
}

void prapi_seal_wipe(void *bytes, size_t n) {
    if (bytes != NULL) OPENSSL_cleanse(bytes, n);
}

/* What is authenticated beside the data, and the data; the same calls for both directions. */
static bool run(EVP_CIPHER_CTX *context, const uint8_t *head, prap_text id, prap_bytes in, uint8_t *out) {
    int n = 0;
    if (EVP_CipherUpdate(context, NULL, &n, head, 1) != 1) return false;
    if (EVP_CipherUpdate(context, NULL, &n, (const uint8_t *)id.bytes, (int)id.n) != 1) return false;
    return in.n == 0 || EVP_CipherUpdate(context, out, &n, in.bytes, (int)in.n) == 1;
}

static EVP_CIPHER_CTX *begin(const uint8_t *key, const uint8_t *nonce, bool to_seal) {
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (context != NULL && EVP_CipherInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce, to_seal) == 1) return context;
    EVP_CIPHER_CTX_free(context);
    return NULL;
}

bool prapi_seal(const uint8_t *key, prap_text id, prap_bytes data, uint8_t *ret_sealed) {
    uint8_t *tag = ret_sealed + HEAD_BYTES + data.n;
    int n = 0;
    ret_sealed[0] = FORM;
    if (RAND_bytes(ret_sealed + 1, NONCE_BYTES) != 1) return false;
    EVP_CIPHER_CTX *context = begin(key, ret_sealed + 1, true);
    const bool done = context != NULL && run(context, ret_sealed, id, data, ret_sealed + HEAD_BYTES) &&
                      EVP_CipherFinal_ex(context, tag, &n) == 1 &&
                      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, TAG_BYTES, tag) == 1;
    EVP_CIPHER_CTX_free(context);
    return done;
}

bool prapi_seal_open(const uint8_t *key, prap_text id, prap_bytes sealed, uint8_t *ret_data) {
    uint8_t tag[TAG_BYTES], nothing[TAG_BYTES];
    int n = 0;
    if (sealed.n < PRAPI_SEAL_BYTES || sealed.bytes[0] != FORM) return false;
    const size_t bytes = sealed.n - PRAPI_SEAL_BYTES;
    memcpy(tag, sealed.bytes + HEAD_BYTES + bytes, TAG_BYTES);
    EVP_CIPHER_CTX *context = begin(key, sealed.bytes + 1, false);
    const bool done = context != NULL &&
                      run(context, sealed.bytes, id, (prap_bytes){sealed.bytes + HEAD_BYTES, bytes}, ret_data) &&
                      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, TAG_BYTES, tag) == 1 &&
                      EVP_CipherFinal_ex(context, nothing, &n) == 1;
    EVP_CIPHER_CTX_free(context);
    return done;
}
