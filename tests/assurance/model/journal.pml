/*
 * journal.pml: programs that submit events of one case, a store that may fail in every way that host.h names, relays that
 * take the outbox, and crashes anywhere. What lib/engine/submit.c does, and what a store and a relay owe.
 *
 * Checked: a version is of as many events; an id stands in the journal at most once; what was acknowledged is there, and in
 * the end everything is; a notice is told for every event, in order, and never for one that is not there.
 *
 * A fault is planted by -DNO_DUPLICATE_CHECK, -DNO_VERSION_CHECK, -DUNKNOWN_IS_STORED, -DTOLD_AFTER or -DANY_ORDER; each
 * must be found.
 */
#include "tables.h"

#ifndef PROGRAMS
#define PROGRAMS 2
#endif
#ifndef RELAYS
#define RELAYS 1
#endif
#ifndef CRASHES
#define CRASHES 1
#endif
#ifndef TROUBLES
#define TROUBLES 1
#endif
#define COMMANDS 2
#define ROOM 5 /* of the journal: more than there are commands, so that a double has room to appear */

byte journal[ROOM];     /* the id that stands at a sequence, from 1 */
byte version;
byte notice[ROOM];      /* of the event at a sequence: */
#define NONE 0
#define WAITING 1
#define TAKEN 2
#define TOLD 3
bool told[ROOM];        /* whoever it is for has seen it */
bool acknowledged[COMMANDS + 1];
byte crashes = CRASHES;       /* so many are left to happen */
byte troubles = TROUBLES;      /* so many times the store may still fail */

inline has_id(id, ret) {
    ret = false;
    place = 1;
    do
    :: place <= version ->
        if
        :: journal[place] == id -> ret = true
        :: else
        fi;
        place++
    :: else -> break
    od
}

/* One commit: all of it or nothing, and an answer that may be lost on the way. */
inline commit(id, expected, ret) {
    d_step {
#ifdef NO_DUPLICATE_CHECK
        there = false;
#else
        has_id(id, there);
#endif
        stored = false;
        if
        :: there -> ret = STORE_DUPLICATE
#ifndef NO_VERSION_CHECK
        :: !there && version != expected -> ret = STORE_CONFLICT
        :: !there && version == expected ->
#else
        :: !there ->
#endif
            assert(version == expected); /* what was decided was decided of this case */
            version++;
            journal[version] = id;
            notice[version] = WAITING;
            stored = true;
            ret = STORE_OK
        fi;
        place = 0;
        there = false
    }
}

inline may_crash() {
    if
    :: true
    :: crashes > 0 -> crashes--; goto begin
    fi
}

proctype program() {
    byte id = 1, expected, result, place;
    bool there, stored;
    do
    :: id > COMMANDS -> break
    :: else ->
begin:  /* after a crash too: whoever does not know sends the same id again */
        skip;
        d_step {
            expected = version;
            result = 0;
            stored = false
        }
        may_crash();
        if
        :: commit(id, expected, result)
        :: troubles > 0 -> troubles--; result = STORE_RETRY
        :: troubles > 0 -> troubles--; result = STORE_UNKNOWN /* and nothing happened */
        :: troubles > 0 -> troubles--; commit(id, expected, result);
            if
            :: stored -> result = STORE_UNKNOWN /* it did happen */
            :: else
            fi
        fi;
        may_crash();
        if
        :: result == STORE_UNKNOWN ->
#ifdef UNKNOWN_IS_STORED
            result = STORE_OK
#else
            d_step { /* is the event at its place ours? */
                if
                :: version > expected && journal[expected + 1] == id -> result = STORE_OK
                :: else -> result = STORE_RETRY
                fi
            }
#endif
        :: else
        fi;
        if
        :: result == STORE_OK || result == STORE_DUPLICATE ->
            d_step {
                acknowledged[id] = true;
                has_id(id, there);
                assert(there);
                place = 0;
                there = false;
                stored = false;
                expected = 0;
                result = 0
            }
            id++
        :: else
        fi
    od
}

/* Takes the first notice that waits, when none before it is still on its way. */
proctype relay() {
    byte at, place;
    bool free;
begin:
    do
    :: d_step {
        at = 0;
        place = 1;
        free = true;
        do
        :: place < ROOM && at == 0 ->
            if
            :: notice[place] == WAITING && free -> at = place
#ifndef ANY_ORDER
            :: notice[place] == TAKEN -> free = false
#endif
            :: else
            fi;
            place++
        :: else -> break
        od;
        if
        :: at > 0 -> notice[at] = TAKEN
        :: else
        fi;
        place = 0;
        free = false
       }
       if
       :: at == 0 && version == COMMANDS && notice[COMMANDS] == TOLD -> break
       :: at == 0 && !(version == COMMANDS && notice[COMMANDS] == TOLD) -> skip
       :: at > 0 ->
#ifdef TOLD_AFTER
        notice[at] = TOLD;
        if
        :: true
        :: crashes > 0 -> crashes--; goto begin
        fi;
#else
        if
        :: true
        :: crashes > 0 -> crashes--; notice[at] = WAITING; goto begin /* the lease runs out */
        fi;
#endif
        d_step {
            assert(journal[at] != 0);
            place = 1;
            do
            :: place < at -> assert(told[place]); place++
            :: else -> break
            od;
            told[at] = true;
            place = 0
        }
#ifndef TOLD_AFTER
        if
        :: true
        :: crashes > 0 -> crashes--; notice[at] = WAITING; goto begin /* it will be told again, under the same id */
        fi;
        notice[at] = TOLD
#endif
       fi
    od
}

/* In the end, or when nothing more happens. */
init {
    byte i, j;
    atomic {
        for (i : 1 .. PROGRAMS) { run program() }
#if RELAYS > 0
        for (i : 1 .. RELAYS) { run relay() }
#endif
    }
    (_nr_pr == 1);
    d_step {
        assert(version == COMMANDS);
        for (i : 1 .. COMMANDS) {
            assert(acknowledged[i]);
            assert(told[i] || RELAYS == 0);
            for (j : 1 .. COMMANDS) { assert(i == j || journal[i] != journal[j]) }
        }
    }
}
