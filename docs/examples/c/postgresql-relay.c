/*
 * postgresql-relay.c: takes the outbox of a PostgreSQL store to where it is to go; here, to standard output.
 *
 *     postgresql-relay STORE [LEASE_SECONDS]
 *
 * One line a notice: its permanent id (tenant, case, sequence, ordinal), then notice, recipient, and the day by which to
 * act, or "-". It ends when the outbox is empty; a service would look again after a while. Start as many as are wanted:
 * a case is with one of them at a time. A notice counts as delivered once its line was written, so what a receiver must
 * do is to know an id again: after a crash a line may come twice, and never under another id.
 */
#include <prap-postgresql.h>
#include <prap/prap.h>
#include <stdio.h>
#include <stdlib.h>

enum { CASES = 20 };

static prap_status write_line(void *user, const prap_postgresql_notice *notice) {
    char day[PRAP_DAY_TEXT_BYTES] = "-";
    (void)user;
    if (notice->due != PRAP_DAY_NONE) prap_day_format(notice->due, day, sizeof day);
    const int written =
        printf("%.*s\t%.*s\t%llu\t%u\t%u\t%u\t%s\n", (int)notice->key.tenant.n, notice->key.tenant.bytes,
               (int)notice->key.case_id.n, notice->key.case_id.bytes, (unsigned long long)notice->sequence,
               (unsigned)notice->ordinal, (unsigned)notice->notice, (unsigned)notice->recipient, day);
    return written > 0 && fflush(stdout) == 0 ? PRAP_OK : PRAP_FAIL;
}

int main(int argc, char **argv) {
    prap_error error = {.size = sizeof error};
    prap_postgresql *store = NULL;
    if (argc < 2 || argc > 3) {
        fputs("usage: postgresql-relay STORE [LEASE_SECONDS]\n", stderr);
        return 2;
    }
    const uint32_t lease_seconds = argc == 3 ? (uint32_t)strtoul(argv[2], NULL, 10) : 0;
    prap_status status = prap_postgresql_open(argv[1], 0, &store, &error);
    for (uint64_t delivered = 1; status == PRAP_OK && delivered > 0;)
        status = prap_postgresql_deliver(store, CASES, lease_seconds, write_line, NULL, &delivered, &error);
    prap_postgresql_close(store);
    if (status == PRAP_OK) return 0;
    fprintf(stderr, "postgresql-relay: %s\n", error.message);
    return 1;
}
