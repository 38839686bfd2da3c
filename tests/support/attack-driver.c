#include "attack-driver.h"

#include <string.h>

#include "canaries.h"

enum { FIRST_MONDAY = 19485, NOON = 28058400 };

static uint64_t next_seed(struct attack_driver *driver, struct chooser *chooser) {
    /* Now and then the seed of a process that was there before: a generator that begins anew. */
    return once_in(chooser, 6) ? 5 : ++driver->seed;
}

void attack_driver_open(struct attack_driver *driver, struct chooser *chooser) {
    memset(driver, 0, sizeof *driver);
    driver->store = memory_store_create();
    driver->limits = (prap_challenge_limits){.size = sizeof driver->limits,
                                             .answer_minutes = 1 + choose(chooser, 20),
                                             .failures_max = choose(chooser, 8),
                                             .exposed_warn = choose(chooser, 9),
                                             .exposed_max = once_in(chooser, 4) ? 5 + choose(chooser, 4) : 0};
    driver->seed = 100;
    driver->now = NOON;
    driver->code = FIRST_MONDAY;
    for (size_t i = 0; i < ATTACK_HOSTS; i++) {
        verifier_host_join(&driver->hosts[i], driver->store, &driver->limits, NULL, 0,
                           next_seed(driver, chooser));
    }
}

static uint32_t mask_of(const uint32_t positions[3]) {
    return 1u << (positions[0] - 1) | 1u << (positions[1] - 1) | 1u << (positions[2] - 1);
}

/* A challenge is shown. */
static const char *see(struct attack_driver *driver, const prap_challenge *c) {
    const uint32_t *at = c->positions;
    if (at[0] < 1 || at[1] <= at[0] || at[2] <= at[1] || at[2] > 8) return "positions that are none";
    if (c->number == 0 || c->number >= ATTACK_NUMBERS) return "a number that is none";
    if (c->number < driver->number) return "a number that went back";
    /* The stream's clock does not go back with the host's, or who can turn that one has all the time he wants. */
    if (c->expires_at < driver->expires_at) return "a time to answer that went back";
    uint8_t *const before = driver->shown[c->number];
    for (int i = 0; before[0] != 0 && i < 3; i++) {
        if (before[i] != at[i]) return "one challenge, shown with other positions";
    }
    for (int i = 0; i < 3; i++)
        before[i] = (uint8_t)at[i];
    if (driver->last != 0 && driver->last != mask_of(at)) return "other positions, though nothing was passed";
    if (driver->answered[c->number]) return "a challenge that was answered is shown again";
    driver->begun = true;
    driver->last = mask_of(at);
    driver->number = c->number;
    driver->expires_at = c->expires_at;
    driver->asked++;
    return NULL;
}

static const char *ask(struct attack_driver *driver, struct verifier_host *host, prap_instant at) {
    if (verifier_ask(host, driver->code, at) != PRAP_OK) return NULL;
    const bool locked = driver->limits.failures_max != 0 && driver->counted >= driver->limits.failures_max;
    switch (host->challenge.result) {
    case PRAP_CHALLENGE_ASKED:
        return locked && host->challenge.repeated == 0 ? "asked, though too many have failed"
                                                       : see(driver, &host->challenge);
    case PRAP_CHALLENGE_LOCKED:
    case PRAP_CHALLENGE_EXPOSED:
        return host->challenge.positions[0] != 0 ? "positions in a refusal" : NULL;
    }
    return "a result that ask does not have";
}

/* What a caller says: by what is known, with the rest guessed. */
static bool say(const struct attack_driver *driver, struct chooser *chooser, uint32_t number, uint32_t known,
                char answer[4]) {
    static const char guesses[] = "abcdefghABCDEFGH12345678";
    bool right = number < ATTACK_NUMBERS && driver->shown[number][0] != 0;
    for (int i = 0; i < 3; i++) {
        const uint8_t at = number < ATTACK_NUMBERS ? driver->shown[number][i] : 0;
        const bool knows = at != 0 && (known >> (at - 1) & 1) != 0;
        answer[i] = knows ? TEST_CODE[at - 1] : guesses[choose(chooser, sizeof guesses - 1)];
        right = right && answer[i] == TEST_CODE[at - 1];
    }
    answer[3] = '\0';
    return right;
}

static void fail_once(struct attack_driver *driver) {
    if (!driver->begun) return; /* it was the old code's */
    driver->failed++;
    driver->counted++;
}

static const char *answer(struct attack_driver *driver, struct chooser *chooser, struct verifier_host *host,
                          prap_instant at) {
    const uint32_t number = once_in(chooser, 6) ? choose(chooser, driver->number + 3) : driver->number;
    const uint32_t known = once_in(chooser, 3) ? 0xFF : driver->overheard;
    char said[4];
    const bool right = say(driver, chooser, number, known, said);
    const prap_status status = verifier_answer(host, number, said, at);
    if (known == 0xFF && once_in(chooser, 3))
        driver->overheard |= driver->last; /* somebody listens to a genuine call */
    if (status != PRAP_OK) {
        if (right) driver->last = 0; /* whether it counted is not known */
        return NULL;
    }
    const uint32_t result = host->challenge.result;
    if (result == PRAP_CHALLENGE_PASSED || result == PRAP_CHALLENGE_FAILED) {
        if (number < ATTACK_NUMBERS && driver->answered[number]) return "a second verdict on one challenge";
        const bool shown =
            number < ATTACK_NUMBERS && driver->shown[number][0] != 0; /* or stored, and never shown */
        if (shown && right != (result == PRAP_CHALLENGE_PASSED))
            return right ? "right, and failed" : "wrong, and passed";
        if (number < ATTACK_NUMBERS) driver->answered[number] = true;
        driver->judged++;
        if (result == PRAP_CHALLENGE_FAILED) {
            fail_once(driver);
        } else {
            driver->passed += driver->begun ? 1 : 0;
            driver->last = 0;
        }
        return NULL;
    }
    if (result == PRAP_CHALLENGE_EXPIRED) {
        fail_once(driver);
        return NULL;
    }
    return result == PRAP_CHALLENGE_NOT_OPEN ? NULL : "a result that answer does not have";
}

static const char *give_up(struct attack_driver *driver, struct verifier_host *host, prap_instant at) {
    if (verifier_give_up(host, driver->number, at) != PRAP_OK) return NULL;
    if (host->challenge.result == PRAP_CHALLENGE_NOT_OPEN) return NULL;
    if (host->challenge.result != PRAP_CHALLENGE_GIVEN_UP &&
        host->challenge.result != PRAP_CHALLENGE_EXPIRED) {
        return "a result that giving up does not have";
    }
    fail_once(driver);
    return NULL;
}

static const char *report(struct attack_driver *driver, struct verifier_host *host, prap_instant at) {
    if (verifier_report(host, at) != PRAP_OK) return NULL;
    const prap_exposure *e = &host->exposure;
    if (e->code.in_force != driver->code) return NULL; /* not yet asked about */
    if (e->failures < driver->failed) return "a failure that was told of is not counted";
    if (e->counted < driver->counted) return "a failure is not counted towards the lock";
    if (e->passed < driver->passed) return "a pass that was told of is not counted";
    if (e->answered > e->passed + e->failures) return "more answers than failures and passes";
    const uint32_t n = e->exposed;
    if (e->answerable != (n < 3 ? 0 : n * (n - 1) * (n - 2) / 6))
        return "sets that can be answered, miscounted";
    return NULL;
}

/* Something goes wrong in the next call: in the store, or in the source of random bytes. */
static void order_trouble(struct attack_driver *driver, struct chooser *chooser, struct verifier_host *host) {
    static const prap_status statuses[] = {PRAP_UNKNOWN,  PRAP_FAIL,      PRAP_RETRY,
                                           PRAP_CONFLICT, PRAP_DUPLICATE, PRAP_NONE};
    const struct memory_store_trouble trouble = {.fault = 1 + choose(chooser, MEMORY_STORE_PUSH_TWICE),
                                                 .nth = 1 + choose(chooser, 4),
                                                 .sticky = once_in(chooser, 3),
                                                 .status = statuses[choose(chooser, 6)]};
    if (once_in(chooser, 5)) {
        host->random.fail_at = host->random.calls + 1 + choose(chooser, 5);
    } else {
        memory_store_order(driver->store, &trouble);
    }
    driver->sound = false;
}

static const char *restart(struct attack_driver *driver, struct chooser *chooser,
                           struct verifier_host *host) {
    if (verifier_host_leave(host) != 0) return "memory left behind";
    verifier_host_join(host, driver->store, &driver->limits, NULL, 0, next_seed(driver, chooser));
    return NULL;
}

static void change_code(struct attack_driver *driver) {
    driver->code += 28;
    driver->begun = false;
    driver->last = 0;
    driver->overheard = 0;
    driver->failed = driver->counted = driver->passed = 0;
}

static const char *move(struct attack_driver *driver, struct chooser *chooser, struct verifier_host *host,
                        prap_instant at) {
    switch (choose(chooser, 16)) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
        return ask(driver, host, at);
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
        return answer(driver, chooser, host, at);
    case 10:
        return give_up(driver, host, at);
    case 11:
        return restart(driver, chooser, host);
    case 12:
        driver->now += choose(chooser, 30);
        return NULL;
    case 13:
        if (once_in(chooser, 8)) change_code(driver);
        return NULL;
    case 14:
        /* A release that may have happened: nothing is known of the count from here on. */
        if (once_in(chooser, 3)) {
            (void)verifier_release(host, at);
            driver->counted = 0;
        }
        return NULL;
    }
    return report(driver, host, at);
}

const char *attack_driver_step(struct attack_driver *driver, struct chooser *chooser) {
    struct verifier_host *const host = &driver->hosts[choose(chooser, ATTACK_HOSTS)];
    const prap_instant at = once_in(chooser, 10) ? driver->now - choose(chooser, 100) : driver->now;
    if (driver->number >= ATTACK_NUMBERS - 8) return NULL;
    driver->sound = true;
    if (once_in(chooser, 5)) order_trouble(driver, chooser, host);
    const char *complaint = move(driver, chooser, host, at);
    if (!driver->sound) driver->broken_off++;
    memory_store_order(driver->store, NULL);
    host->random.fail_at = 0;
    const bool tells = canary_is_in(&host->challenge, sizeof host->challenge, TEST_CODE, 8, CANARY_PIECE);
    if (complaint == NULL && tells) complaint = "a result that gives some of the code away";
    if (complaint == NULL) complaint = report(driver, host, at);
    return complaint == NULL ? memory_store_complaint(driver->store) : complaint;
}

const char *attack_driver_close(struct attack_driver *driver) {
    const char *complaint = NULL;
    for (size_t i = 0; i < ATTACK_HOSTS; i++) {
        if (verifier_host_leave(&driver->hosts[i]) != 0) complaint = "memory left behind";
    }
    /* Records have checksums, in which four bytes of anything stand by chance sooner or later. */
    const prap_bytes heard = memory_store_heard(driver->store);
    if (canary_is_in(heard.bytes, heard.n, TEST_CODE, 8, 6)) complaint = "the store was given some of the code";
    memory_store_destroy(driver->store);
    return complaint;
}
