/*
 * crash-test.c: processes die at every operation of the file system and at every call of the host, before it, in the
 * middle of it and after it, by a signal, by _exit, by a kill from outside and by a power cut; and every operation is
 * refused once, and for good. Many die once more while they recover. Each time another process opens the store and finds
 * it whole: what was acknowledged is there, and at most the step that was under way. It finishes the work, and opens it
 * once more. In the end the store is that of an undisturbed run, and the world outside had every notice.
 *
 *     crash-test [--points N] [--seed SEED] [--only POINT] [--workers N]
 *
 * The points are the same however many workers share them; each has a directory of its own.
 * The ordinary run takes a share of the points (tests/support/share.h), the same each time; a night's run takes all of
 * them and more (docs/CONTRIBUTING.md). What was wrong names its point, to be seen again with the same seed and --only.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "judge.h"
#include "points.h"
#include "share.h"
#include "starts.h"

enum { ORDINARY_POINTS = 1000, TRIES = 4, WRONGS_SHOWN = 10, WORKERS = 64 };

struct task {
    uint64_t seed;
    unsigned long wanted;
    long only; /* below 0: all */
    unsigned workers;
};

static char directory[512];
static char path[540];
static const char usage[] = "usage: crash-test [--points N] [--seed SEED] [--only POINT] [--workers N]";
static struct starts starts;

struct sum {
    unsigned long points, killed, torn, power, errors, calls, outside, twice;
    unsigned long lost, invented, wrong;
};
static struct sum sum;
static struct sum *sums; /* of each worker, shared */

static void give_up(const char *what) {
    fprintf(stderr, "crash-test: %s\n", what);
    exit(1);
}

static double seconds_since(const struct timespec *from) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - from->tv_sec) + (double)(now.tv_nsec - from->tv_nsec) / 1e9;
}

/* The trouble is over, and time has passed. */
static void be_well(void) {
    crash_vfs_plan(NULL);
    witness->kept.clock += 100;
}

/* PRAP_FAIL and PRAP_RETRY say that nothing happened. */
static void believe(unsigned step, prap_status status, bool die_of_it) {
    struct store_print kept;
    if (status != PRAP_FAIL && status != PRAP_RETRY && status != PRAP_UNKNOWN && status != PRAP_CONFLICT)
        witness_say("an error of the disk was answered", prap_status_name(status));
    if (!step_is_one_commit(step) || (status != PRAP_FAIL && status != PRAP_RETRY)) return;
    if (!judge_read(path, &kept, false)) return;
    if (memcmp(&kept, &reference.after[step], sizeof kept) != 0)
        witness_say("invented", "an event whose answer was that nothing happened");
    if (!die_of_it || witness->wrong) return;
    witness->nothing_happened = true; /* nor will it have, for whoever comes next */
    crash_die(true);
}

static bool open_anyhow(struct session *session) {
    prap_status status = PRAP_FAIL;
    for (int tries = 0; tries < TRIES && (status = session_open(session, path)) != PRAP_OK; tries++) {
        session_close(session);
        be_well();
    }
    if (status != PRAP_OK) witness_say("the store cannot be opened", prap_status_name(status));
    return status == PRAP_OK;
}

/* The work from where it was left, over whatever the plan has in store; with die_of_it the first refusal is the end. */
static void work(struct session *session, bool die_of_it) {
    for (int tries = 0; witness->kept.done < witness->until && !witness->wrong;) {
        const prap_status status = session_step(session, witness->kept.done);
        if (status == PRAP_OK) {
            witness->kept.done++;
            tries = 0;
            continue;
        }
        be_well();
        believe(witness->kept.done, status, die_of_it);
        if (++tries == TRIES) witness_say("a step cannot be done although the trouble is over", prap_status_name(status));
    }
    witness->n_calls = session->calls;
}

static void live_and_work(const struct point *point) {
    struct session session;
    if (!open_anyhow(&session)) return;
    session.die_at = point->die_at_call;
    session.by_exit = point->plan.by_exit;
    work(&session, point->plan.how == CRASH_ERROR && point->plan.by_exit);
    session_close(&session);
}

/* Opens what is left, looks, and with go_on finishes the work. */
static void look(bool go_on) {
    struct session session;
    if (!open_anyhow(&session)) return;
    judge_kept(&session, path);
    witness->nothing_happened = false;
    if (go_on && !witness->wrong) work(&session, false);
    session_close(&session);
}

static void wait_for(pid_t child, unsigned microseconds) {
    int how = 0;
    if (microseconds > 0) {
        const struct timespec pause = {0, (long)microseconds * 1000};
        nanosleep(&pause, NULL);
        kill(child, SIGKILL);
    }
    if (waitpid(child, &how, 0) != child) give_up("waitpid");
    const bool by_plan = (WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL) ||
                         (WIFEXITED(how) && (WEXITSTATUS(how) == 0 || WEXITSTATUS(how) == CRASH_ERROR + 40));
    if (!by_plan) witness_say("the process went wrong by itself", "");
    witness->kept.clock += 100;
}

/* One life and, if it was so planned, death. */
static void live(const struct point *point, const struct crash_plan *plan) {
    fflush(NULL);
    const pid_t child = fork();
    if (child < 0) give_up("fork");
    if (child == 0) {
        alarm(60); /* one that hangs goes wrong by itself */
        crash_vfs_plan(plan->how == CRASH_NOT ? NULL : plan);
        live_and_work(point);
        _exit(0);
    }
    wait_for(child, point->outside);
}

static void count(const struct point *point) {
    sum.points++;
    if (point->second.how != CRASH_NOT) sum.twice++;
    if (point->die_at_call != 0) sum.calls++;
    else if (point->outside != 0) sum.outside++;
    else if (point->plan.how == CRASH_MIDDLE) sum.torn++;
    else if (point->plan.how == CRASH_POWER) sum.power++;
    else if (point->plan.how == CRASH_ERROR) sum.errors++;
    else sum.killed++;
}

static void tell_wrong(const struct point *point, unsigned long number) {
    char words[400];
    if (strncmp(witness->said, "lost", 4) == 0) sum.lost++;
    else if (strncmp(witness->said, "invented", 8) == 0) sum.invented++;
    else sum.wrong++;
    if (sum.lost + sum.invented + sum.wrong > WRONGS_SHOWN) return;
    point_tell(point, &starts.starts[point->start], words, sizeof words);
    printf("point %lu: %s, after %u steps: %s\n", number, words, witness->kept.done, witness->said);
}

static void meet(const struct point *point, unsigned long number) {
    static const struct point on_and_on = {.die_at_call = 0};
    const struct start *start = &starts.starts[point->start];
    witness_forget();
    start_restore(start, path);
    witness->until = start->until;
    crash_vfs_share(start->with_log);
    live(point, &point->plan);
    if (point->second.how != CRASH_NOT && !witness->wrong && !witness->nothing_happened) live(&on_and_on, &point->second);
    if (!witness->wrong) judge_files(path);
    if (point->go_on != 0) witness->until = CRASH_STEPS;
    if (!witness->wrong) look(true);
    if (!witness->wrong) look(false);
    if (!witness->wrong) judge_done();
    count(point);
    if (witness->wrong) tell_wrong(point, number);
}

static struct start *add_start(bool with_log, bool is_closed, unsigned step) {
    struct start *start = &starts.starts[starts.n++];
    if (starts.n > STARTS) give_up("there are more starts than room");
    *start = (struct start){.with_log = with_log, .is_closed = is_closed, .step = step};
    start->until = step == 0 ? CRASH_STEPS : step + 2 < CRASH_STEPS ? step + 2 : CRASH_STEPS;
    start_keep(start, path);
    return start;
}

static void open_well(struct session *session) {
    if (session_open(session, path) != PRAP_OK) give_up("the store cannot be opened");
}

/* What the store is after a step of an undisturbed run. The first such run says it, and the others must agree. */
static void refer_step(unsigned step, bool is_first) {
    struct store_print print;
    if (!judge_read(path, &print, step == CRASH_STEPS)) give_up(witness->said);
    if (is_first) reference.after[step] = print;
    if (memcmp(&reference.after[step], &print, sizeof print) != 0) give_up("two undisturbed runs differ");
}

/* Under Valgrind, where a life takes a second, few begin between the steps. */
static unsigned stride(void) {
    return test_share(100) < 100 ? 5 : 1;
}

/* An undisturbed run, and all that begins between its steps. */
static void refer(bool with_log, bool is_closed) {
    struct session session;
    const bool is_first = starts.n == 0;
    crash_vfs_share(with_log);
    remove_files(path);
    witness_forget();
    if (!is_closed) add_start(with_log, is_closed, 0);
    open_well(&session);
    while (witness->kept.done < CRASH_STEPS) {
        if (session_step(&session, witness->kept.done) != PRAP_OK) give_up("a step cannot be done");
        const unsigned step = ++witness->kept.done;
        refer_step(step, is_first);
        if (is_closed) session_close(&session);
        if (step < CRASH_STEPS && step % stride() == 0) add_start(with_log, is_closed, step);
        if (is_closed) open_well(&session);
    }
    session_close(&session);
    if (reference.after[CRASH_STEPS].cases[2].version < 3) give_up("the sweep moved nothing");
}

/* A life from there, in a process of its own as the points are: which operations and calls there are. */
static void note(struct start *start) {
    static const struct point nowhere = {.die_at_call = 0};
    struct timespec from;
    crash_vfs_share(start->with_log);
    witness_forget();
    start_restore(start, path);
    witness->until = start->until;
    clock_gettime(CLOCK_MONOTONIC, &from);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        crash_vfs_note(witness->kinds, CRASH_NOTED);
        crash_vfs_plan(NULL);
        live_and_work(&nowhere);
        witness->n_kinds = crash_vfs_count();
        _exit(0);
    }
    wait_for(child, 0);
    const double life = seconds_since(&from);
    judge_done();
    if (witness->wrong) give_up(witness->said);
    if (witness->n_kinds > CRASH_NOTED) give_up("there are more operations than room");
    start->n_kinds = witness->n_kinds;
    start->n_calls = witness->n_calls;
    start->microseconds = life > 0.9 ? 900000 : 1 + (unsigned)(life * 1e6);
}

static void shuffle(struct point *points, size_t n, struct chooser *chance) {
    for (size_t i = n; i > 1; i--) {
        const size_t j = choose(chance, (uint32_t)i);
        const struct point kept = points[i - 1];
        points[i - 1] = points[j];
        points[j] = kept;
    }
}

static void make_directory(void) {
    const char *given = getenv("TMPDIR");
    const char *place = given != NULL ? given : access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(directory, sizeof directory, "%.400s/prap-crash-XXXXXX", place);
    if (mkdtemp(directory) == NULL) give_up("there is no place for the files");
    snprintf(path, sizeof path, "%s/c.db", directory);
}

/* Every number-th of so many workers' points. What chance decides of a point is drawn by all of them. */
static void meet_all(const struct points *points, struct chooser chance, const struct task *task, unsigned number) {
    for (unsigned long i = 0; i < task->wanted; i++) {
        struct point point = points->points[i % points->n];
        point_draw(&point, &chance, &starts.starts[point.start]);
        if (i % task->workers == number && (task->only < 0 || (unsigned long)task->only == i)) meet(&point, i);
    }
}

/* In a process of its own, over a file of its own. */
static void be_worker(const struct points *points, struct chooser chance, const struct task *task, unsigned number) {
    witness_share();
    snprintf(path, sizeof path, "%s/%u.db", directory, number);
    meet_all(points, chance, task, number);
    remove_files(path);
    sums[number] = sum;
    fflush(NULL);
    _exit(0);
}

static void add_sum(const struct sum *part) {
    sum.points += part->points;
    sum.killed += part->killed;
    sum.torn += part->torn;
    sum.power += part->power;
    sum.errors += part->errors;
    sum.calls += part->calls;
    sum.outside += part->outside;
    sum.twice += part->twice;
    sum.lost += part->lost;
    sum.invented += part->invented;
    sum.wrong += part->wrong;
}

static void share_out(const struct points *points, struct chooser chance, const struct task *task) {
    pid_t workers[WORKERS];
    sums = mmap(NULL, WORKERS * sizeof *sums, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (sums == MAP_FAILED) give_up("no memory that processes share");
    fflush(NULL);
    for (unsigned i = 0; i < task->workers; i++) {
        workers[i] = fork();
        if (workers[i] < 0) give_up("fork");
        if (workers[i] == 0) be_worker(points, chance, task, i);
    }
    for (unsigned i = 0; i < task->workers; i++) {
        int how = 0;
        if (waitpid(workers[i], &how, 0) != workers[i] || how != 0) give_up("a worker did not come to its end");
        add_sum(&sums[i]);
    }
}

static void run(const struct task *task) {
    struct chooser chance = chooser_from_seed(task->seed);
    struct points points = {0};
    struct timespec from;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (int form = 0; form < 4; form++) refer(form / 2 == 0, form % 2 == 1);
    for (unsigned i = 0; i < starts.n; i++) {
        const size_t before = points.n;
        note(&starts.starts[i]);
        points_add(&points, i, witness->kinds, witness->n_kinds, witness->n_calls);
        /* Twice the operations, and seldom used: a file system that cannot share memory. */
        if (!starts.starts[i].with_log) points_thin(&points, before, 4, &chance);
    }
    printf("seed %" PRIu64 ": %u operations and %u calls in the whole work in WAL form; %zu starts, %zu points\n", task->seed,
           starts.starts[0].n_kinds, starts.starts[0].n_calls, starts.n, points.n);
    shuffle(points.points, points.n, &chance);
    if (task->workers == 1) meet_all(&points, chance, task, 0);
    else share_out(&points, chance, task);
    free(points.points);
    printf("%lu killed, %lu in the middle of a write, %lu power cuts, %lu errors, %lu at calls, %lu from outside; %lu died twice\n",
           sum.killed, sum.torn, sum.power, sum.errors, sum.calls, sum.outside, sum.twice);
    printf("crash-test: %lu points, %lu lost, %lu invented, %lu otherwise wrong, %.1f s\n", sum.points, sum.lost,
           sum.invented, sum.wrong, seconds_since(&from));
}

int main(int argc, char **argv) {
    struct task task = {.seed = 20261122, .wanted = test_share(ORDINARY_POINTS), .only = -1, .workers = 1};
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 == argc) give_up(usage);
        if (strcmp(argv[i], "--points") == 0) task.wanted = strtoul(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--seed") == 0) task.seed = strtoull(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--only") == 0) task.only = strtol(argv[i + 1], NULL, 10);
        else if (strcmp(argv[i], "--workers") == 0) task.workers = (unsigned)strtoul(argv[i + 1], NULL, 10);
        else give_up(usage);
    }
    if (task.workers < 1 || task.workers > WORKERS) give_up(usage);
    make_directory();
    witness_share();
    crash_vfs_install();
    run(&task);
    crash_vfs_remove();
    remove_files(path);
    rmdir(directory);
    return sum.lost + sum.invented + sum.wrong > 0 ? 1 : 0;
}
