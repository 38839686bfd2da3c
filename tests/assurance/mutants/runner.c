/*
 * runner.c: runs test programs against mutants, one after another, until one notices.
 *
 *   runner TESTS FOLDER
 *
 * TESTS has for each test a line "milliseconds working-folder", its words and then its environment, one a line, each
 * list ended by an empty line. Jobs come on standard input, answers go to standard output, a line each:
 *
 *   MUTANT PATCH OVERLAY TEST...    "-" for no patch and no overlay; tests by number, in the order of running
 *   survived | TEST exit N | TEST signal N | TEST time
 *
 * with milliseconds of processor time at the end. The limits are of processor time: a busy machine kills no mutant.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 1024

typedef struct test_program {
    long limit_ms;
    char *folder;
    char *words[256];
    char *set[16];
    int n_set;
} test_program;

static test_program tests[MOST];
static int n_tests;
static const char *work;

static char *line_of(FILE *in) {
    static char line[1 << 16];
    if (fgets(line, sizeof line, in) == NULL) return NULL;
    line[strcspn(line, "\n")] = '\0';
    return line;
}

static void read_tests(const char *path) {
    FILE *in = fopen(path, "r");
    char *line;
    if (in == NULL) exit(2);
    while ((line = line_of(in)) != NULL && n_tests < MOST) {
        test_program *test = &tests[n_tests++];
        test->limit_ms = strtol(line, &line, 10);
        test->folder = strdup(line + 1);
        for (int i = 0; (line = line_of(in)) != NULL && *line != '\0' && i < 255; i++) test->words[i] = strdup(line);
        while ((line = line_of(in)) != NULL && *line != '\0' && test->n_set < 16) test->set[test->n_set++] = strdup(line);
    }
    fclose(in);
}

static void limit(int what, rlim_t most) {
    const struct rlimit both = {most, most};
    (void)setrlimit(what, &both);
}

/* In the child: the limits, the words. Timers last through exec, so the processor's time is told in milliseconds. */
static void become(const test_program *test, const char *mutant, const char *patch, const char *overlay) {
    const int null = open("/dev/null", O_RDWR);
    (void)setpgid(0, 0);
    (void)dup2(null, 0);
    (void)dup2(null, 1);
    (void)dup2(null, 2);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 64u << 20);
    limit(RLIMIT_AS, 1u << 30);
    limit(RLIMIT_CPU, (rlim_t)(test->limit_ms / 1000 + 2));
    const struct itimerval timer = {{0, 0}, {test->limit_ms / 1000, test->limit_ms % 1000 * 1000 + 1}};
    (void)setitimer(ITIMER_PROF, &timer, NULL);
    for (int i = 0; i < test->n_set; i++) (void)putenv(test->set[i]);
    (void)setenv("PRAP_MUTANT", mutant, 1);
    (void)setenv("TMPDIR", work, 1);
    if (strcmp(patch, "-") != 0) (void)setenv("PRAP_PATCH", patch, 1);
    if (strcmp(overlay, "-") != 0) (void)setenv("LD_PRELOAD", overlay, 1);
    if (chdir(test->folder) != 0) _exit(125);
    (void)execv(test->words[0], test->words);
    _exit(126);
}

static volatile sig_atomic_t late;
static pid_t running;

static void on_alarm(int number) {
    (void)number;
    late = 1;
    (void)kill(-running, SIGKILL);
    (void)kill(running, SIGKILL);
}

/* Whether the test noticed; if so how has been printed. */
static int notices(int at, const char *mutant, const char *patch, const char *overlay, long *ms) {
    int status = 0;
    struct rusage used;
    late = 0;
    running = fork();
    if (running == 0) become(&tests[at], mutant, patch, overlay);
    /* One that sleeps uses no time of the processor: it may take twenty times as long by the clock. */
    (void)alarm((unsigned)(tests[at].limit_ms * 20 / 1000 + 20));
    while (wait4(running, &status, 0, &used) < 0 && errno == EINTR) {}
    (void)alarm(0);
    (void)kill(-running, SIGKILL);
    *ms += (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000 + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1000;
    if (late) printf("%d clock", at);
    else if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGPROF || WTERMSIG(status) == SIGXCPU)) printf("%d time", at);
    else if (WIFSIGNALED(status)) printf("%d signal %d", at, WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0) printf("%d exit %d", at, WEXITSTATUS(status));
    else return 0;
    return 1;
}

int main(int argc, char **argv) {
    static char line[1 << 16];
    if (argc != 3) return 2;
    read_tests(argv[1]);
    work = argv[2];
    (void)signal(SIGALRM, on_alarm);
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *rest = NULL;
        const char *mutant = strtok_r(line, " ", &rest);
        const char *patch = strtok_r(NULL, " ", &rest);
        const char *overlay = strtok_r(NULL, " ", &rest);
        long ms = 0;
        int noticed = 0;
        for (char *word; !noticed && (word = strtok_r(NULL, " ", &rest)) != NULL;)
            noticed = notices(atoi(word), mutant, patch, overlay, &ms);
        if (!noticed) printf("survived");
        printf(" %ld\n", ms);
        (void)fflush(stdout);
    }
    return 0;
}
