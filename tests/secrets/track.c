/*
 * track.c: memcheck as a tracker of secrets. Code, answer, number, name and answer to a question are told to
 * Valgrind as undefined; whatever branch or address depends on one of them is then an error. What the library
 * says aloud is told to be defined where it is said (prapi_secret_reveal). track          nothing may depend
 * on them track leaky    a control that leaves at the first difference: memcheck must notice
 */
#include <stdio.h>
#include <string.h>

#include <valgrind/memcheck.h>

#include "base/secret.h"
#include "planted.h"

enum { MONDAY = 19485, NOON = 28058400 };

void prapi_track_reveal(prapi_mask *mask); /* what base/secret.c is compiled to call here */

void prapi_track_reveal(prapi_mask *mask) {
    VALGRIND_MAKE_MEM_DEFINED(mask, sizeof *mask);
}

/* How it must not be done. */
static int is_right_leaky(const struct planted *planted, const uint32_t positions[3]) {
    for (int i = 0; i < 3; i++) {
        if (planted->code[positions[i] - 1] != planted->answer[i]) return 1;
    }
    return 0;
}

int main(int argc, char **argv) {
    struct verifier_host host;
    struct planted planted;
    int wrong = 0;
    (void)argv;
    verifier_host_open(&host, NULL);
    if (verifier_ask(&host, MONDAY, NOON) != PRAP_OK) return 1;
    planted_show(&planted, host.challenge.positions);
    VALGRIND_MAKE_MEM_UNDEFINED(&planted, sizeof planted);
    if (argc > 1) {
        wrong = is_right_leaky(&planted, host.challenge.positions);
        VALGRIND_MAKE_MEM_DEFINED(&wrong, sizeof wrong);
    } else {
        wrong = planted_answer(&host, &planted) | planted_participant(&planted) << 1 |
                planted_nino(&planted) << 2;
    }
    planted_wipe(&planted);
    if (verifier_host_close(&host) != 0) return 1;
    if (wrong != 0) printf("not as it should be: %d\n", wrong);
    return wrong == 0 ? 0 : 2;
}
