/*
 * work.c: one answer to a challenge, for same-work.py to count the instructions of its comparison.
 *
 *     work WRONG     WRONG: a number of 3 bits, which of the three characters are wrong
 */
#include <stdlib.h>

#include "verifier-host.h"

enum { MONDAY = 19485, NOON = 28058400 };

int main(int n_arguments, char **arguments) {
    struct verifier_host host;
    char answer[4];
    const unsigned long wrong = n_arguments > 1 ? strtoul(arguments[1], NULL, 10) : 0;
    verifier_host_open(&host, NULL);
    if (verifier_ask(&host, MONDAY, NOON) != PRAP_OK) return 1;
    verifier_right_answer(&host, answer);
    for (int i = 0; i < 3; i++)
        if ((wrong >> i & 1) != 0) answer[i] = '#';
    if (verifier_answer(&host, host.challenge.number, answer, NOON) != PRAP_OK) return 1;
    const uint32_t expected = wrong == 0 ? PRAP_CHALLENGE_PASSED : PRAP_CHALLENGE_FAILED;
    return host.challenge.result == expected && verifier_host_close(&host) == 0 ? 0 : 1;
}
