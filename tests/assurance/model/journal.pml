/*
 * journal.pml: programs that submit events of one case, one of them the same and one each its own, a store that may fail in
 * every way that host.h names, relays that take the outbox, and crashes anywhere. What lib/engine/submit.c does, and what a store and a relay owe.
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
#define COMMANDS (1 + PROGRAMS) /* one that every program sends, as when it was handed on, and one of each's own */
#define ROOM (COMMANDS + 3) /* of the journal: more than there are commands, so that a double has room to appear */

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

/* One commit: all of it or nothing. */
inline commit(id, expected, ret) {
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
    fi
}

/*
 * Three steps that others see, each at once: the case is loaded, the commit is sent, its answer is taken. Between two of
 * them anything may happen to the others. A crash before the commit is sent leaves nothing that a crash after the answer
 * was lost does not: the program begins again, with the same id, because it does not know.
 */
proctype program(byte own) {
    byte id = 1, expected, result, place;
    bool there, stored;
    do
    :: id == 0 -> break
    :: id != 0 ->
        atomic { expected = version }
        atomic {
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
            place = 0;
            there = false;
            stored = false
        }
        atomic {
            if
            :: crashes > 0 -> crashes--; result = STORE_RETRY /* nobody knows the answer */
            :: result != STORE_UNKNOWN
            :: result == STORE_UNKNOWN ->
#ifdef UNKNOWN_IS_STORED
                result = STORE_OK
#else
                if /* is the event at its place ours? */
                :: version > expected && journal[expected + 1] == id -> result = STORE_OK
                :: else -> result = STORE_RETRY
                fi
#endif
            fi;
            if
            :: result == STORE_OK || result == STORE_DUPLICATE ->
                acknowledged[id] = true;
                has_id(id, there);
                assert(there);
                id = (id == 1 -> own : 0)
            :: else
            fi;
            place = 0;
            there = false;
            expected = 0;
            result = STORE_RETRY
        }
    od
}

#define ALL_TOLD (version == COMMANDS && notice[COMMANDS] == TOLD)

/* Takes the first notice that waits, when none before it is still on its way: takes, tells, and writes down that it has. */
proctype relay() {
    byte at, place;
    bool free;
    do
    :: atomic {
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
        place = 0;
        free = false;
        if
#ifdef TOLD_AFTER
        :: at > 0 -> notice[at] = TOLD
#else
        :: at > 0 -> notice[at] = TAKEN
#endif
        :: at == 0 && ALL_TOLD -> break
        :: at == 0 && !ALL_TOLD
        fi
       }
       atomic {
        if
        :: at == 0
#ifdef TOLD_AFTER
        :: at > 0 && crashes > 0 -> crashes--; at = 0
#else
        :: at > 0 && crashes > 0 -> crashes--; notice[at] = WAITING; at = 0 /* the lease runs out */
#endif
        :: at > 0 ->
            assert(journal[at] != 0);
            place = 1;
            do
            :: place < at -> assert(told[place]); place++
            :: else -> break
            od;
            told[at] = true;
            place = 0
        fi
       }
#ifndef TOLD_AFTER
       atomic {
        if
        :: at == 0
        :: at > 0 && crashes > 0 -> crashes--; notice[at] = WAITING /* it will be told again, under the same id */
        :: at > 0 -> notice[at] = TOLD
        fi;
        at = 0
       }
#endif
    od
}

/* In the end, or when nothing more happens. */
init {
    byte i, j;
    atomic {
        for (i : 1 .. PROGRAMS) { run program(i + 1) }
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
