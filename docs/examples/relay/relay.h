/* relay.h: what the files of the reference relay share. */
#ifndef RELAY_H
#define RELAY_H

#include <prap/prap.h>
#include <stdbool.h>

enum {
    KEY_BYTES = 3 * 2 * PRAP_ID_BYTES + 64, /* an idempotency key: ids with every byte percent-encoded, two numbers */
    BODY_BYTES = 2 * 2 * PRAP_ID_BYTES + 512
};

/* A notice of either store's outbox. */
struct notice {
    prap_key key;
    uint64_t sequence;
    uint32_t ordinal;
    uint32_t notice;
    uint32_t recipient;
    prap_day due;
};

/* message.c: what is sent of a notice. */
void notice_key(const struct notice *notice, char key[KEY_BYTES]);
void notice_body(const struct notice *notice, char body[BODY_BYTES]);

/* sink.c: a receiver that speaks HTTP. */
enum answer {
    TAKEN,   /* it has the notice; perhaps it had it before */
    REFUSED, /* it answered, and does not take this one */
    AWAY     /* nobody answered, or it says that it is overloaded: nothing is known of this notice */
};
struct sink {
    char host[64];
    char port[8];
    int timeout_milliseconds;
};
/* "http://HOST:PORT"; false: it is not. */
bool sink_read(const char *url, struct sink *ret_sink);
enum answer sink_send(const struct sink *sink, const char *key, const char *body);

/* attempts.c: what has been tried in vain, kept in a file that the relays of a machine share. */
struct attempts;
struct attempt {
    int tries;
    int64_t next; /* when it may be tried again, by now_milliseconds */
};
struct attempts *attempts_open(const char *path);
void attempts_close(struct attempts *attempts);
/* False: the file cannot be used. Nothing tried: {0, 0}. */
bool attempts_find(struct attempts *attempts, const char *key, struct attempt *ret_attempt);
bool attempts_failed(struct attempts *attempts, const char *key, int64_t next);
bool attempts_forget(struct attempts *attempts, const char *key);
/* Those with as many tries as that, or more: how many; prints their keys; lets them be tried anew. */
int attempts_count(struct attempts *attempts, int tries);
bool attempts_list(struct attempts *attempts, int tries);
bool attempts_again(struct attempts *attempts, int tries);

/* Milliseconds of the system's clock: relays that were started at different times agree on it. */
int64_t now_milliseconds(void);

#endif
