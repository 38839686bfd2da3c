/*
 * replay.c: runs a fuzz target over files instead of under a fuzzer, so that what was once found stays found
 * in every test run. replay FILE-OR-DIRECTORY...
 */
#include <dirent.h>
#include <sys/stat.h>

#include "fuzz.h"

enum { LONGEST = 1 << 16 };

static int replay_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return -1;
    }
    uint8_t *bytes = malloc(LONGEST);
    const size_t n = bytes != NULL ? fread(bytes, 1, LONGEST, file) : 0;
    fclose(file);
    /* Its own allocation of just that length, so that a read past the end is seen. */
    uint8_t *exact = bytes != NULL ? realloc(bytes, n + (n == 0)) : NULL;
    if (exact == NULL) abort();
    fprintf(stderr, "%s\n", path); /* the last line names the file that went wrong */
    LLVMFuzzerTestOneInput(exact, n);
    free(exact);
    return 1;
}

static int replay_directory(const char *path) {
    struct dirent **entries = NULL;
    const int n = scandir(path, &entries, NULL, alphasort);
    int replayed = n < 0 ? -1 : 0;
    for (int i = 0; i < n; i++) {
        char inside[4096];
        const int length = snprintf(inside, sizeof inside, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_name[0] != '.' && length > 0 && (size_t)length < sizeof inside && replayed >= 0) {
            const int one = replay_file(inside);
            replayed = one < 0 ? -1 : replayed + one;
        }
        free(entries[i]);
    }
    free(entries);
    return replayed;
}

int main(int argc, char **argv) {
    int replayed = 0;
    for (int i = 1; i < argc; i++) {
        struct stat what;
        if (stat(argv[i], &what) != 0) {
            perror(argv[i]);
            return 1;
        }
        const int some = S_ISDIR(what.st_mode) ? replay_directory(argv[i]) : replay_file(argv[i]);
        if (some < 0) return 1;
        replayed += some;
    }
    printf("%d inputs replayed\n", replayed);
    return replayed > 0 ? 0 : 1;
}
