/*
 * challenge.pml: programs that share a stream of access-code checks, and somebody who stops them wherever it suits him.
 * What lib/engine/verifier-answer.c and lib/provider-direct/stream.c do (T-P-12, T-P-13).
 *
 * Checked: an answer is looked at only after its failure is stored; until one passes, no more than the limit are looked at;
 * while a challenge waits, whoever asks is asked for the same positions; positions are shown only after they are stored;
 * a challenge has one end.
 *
 * A fault is planted by -DCOUNT_AFTER, -DSHOW_FIRST, -DNO_VERSION_CHECK, -DNO_LOCK or -DDRAW_ANEW; each must be found.
 */
#include "tables.h"

#define PROGRAMS 2
#define LIMIT 2      /* failures until the lock */
#define TURNS 3      /* questions and answers that each program tries */

byte version, open, number, positions, counted;
bool ended[16];      /* a challenge, by its number */
byte looked;         /* answers that were looked at */
byte stored_failures;
bool passed;
byte crashes = 3;
byte draws;          /* so many sets of positions were drawn */
byte shown_of[16];   /* the positions that somebody saw of a challenge */
byte seen_open;      /* the positions seen last, while nothing has ended since */

#define may_crash() if :: true :: crashes > 0 -> crashes--; goto again fi

/* Stores an entry if nobody else has since the stream was loaded. */
inline commit(kind, new_positions, ret) {
    d_step {
        if
#ifndef NO_VERSION_CHECK
        :: version != expected -> ret = STORE_CONFLICT
        :: else ->
#else
        :: true ->
#endif
            version++;
            ret = STORE_OK;
            if
            :: kind == ENTRY_ASKED -> open = 1; number++; positions = new_positions; asked = number
            :: kind == ENTRY_ANSWERED ->
                assert(!ended[asked]);
                ended[asked] = true;
                open = 0;
                counted = own_counted + 1;
                stored_failures++;
                seen_open = 0
            :: kind == ENTRY_PASSED -> counted = 0; passed = true
            fi
        fi
    }
}

proctype program() {
    byte turn = 0, expected, own_counted, asked, drawn, result, own_positions;
    bool own_open;
    do
    :: turn == TURNS -> break
    :: turn < TURNS ->
again:
        if
        :: turn < TURNS -> turn++
        :: else -> break
        fi;
        /* Ask: what waits is asked again; else, if it is not locked, three positions are drawn and stored. */
        d_step { expected = version; own_counted = counted; asked = number; own_open = open; own_positions = positions }
        if
#ifdef DRAW_ANEW
        :: own_open -> draws++; drawn = draws
#else
        :: own_open -> drawn = own_positions
#endif
#ifndef NO_LOCK
        :: !own_open && own_counted >= LIMIT -> break /* locked */
        :: !own_open && own_counted < LIMIT ->
#else
        :: !own_open ->
#endif
            draws++;
            drawn = draws;
#ifdef SHOW_FIRST
            d_step {
                assert(seen_open == 0 || seen_open == drawn);
                seen_open = drawn
            }
            may_crash();
#endif
            commit(ENTRY_ASKED, drawn, result);
            if
            :: result != STORE_OK -> goto again
            :: else
            fi
        fi;
        may_crash();
        /* Shown: of a challenge nobody sees two sets of positions. */
        d_step {
            if
            :: open && asked == number ->
                assert(shown_of[asked] == 0 || shown_of[asked] == drawn);
                assert(seen_open == 0 || seen_open == drawn);
                shown_of[asked] = drawn;
                seen_open = drawn
            :: else
            fi
        }
        may_crash();
        /* The answer. */
#ifdef COUNT_AFTER
        looked++;
        assert(looked <= stored_failures);
#endif
        d_step { expected = version; own_counted = counted }
        if
        :: open && number == asked -> skip
        :: else -> goto again /* not-open: somebody else ended it */
        fi;
        commit(ENTRY_ANSWERED, 0, result);
        if
        :: result != STORE_OK -> goto again
        :: else
        fi;
        may_crash();
#ifndef COUNT_AFTER
        d_step {
            looked++;
            assert(looked <= stored_failures);
            assert(passed || looked <= LIMIT)
        }
#endif
        if
        :: true /* wrong */
        :: true -> /* right after all */
            d_step { expected = version; own_counted = counted }
            commit(ENTRY_PASSED, 0, result)
        fi
    od
}

init {
    byte i;
    atomic {
        for (i : 1 .. PROGRAMS) { run program() }
    }
}
