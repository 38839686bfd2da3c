/*
 * print-schema.c: the tables as SQL, for an administrator who makes them before any program is started. Printed from
 * the same text that the library makes them from.
 *
 *     print-schema [PARTITIONS]    PARTITIONS: each table in so many, by the hash of tenant and case
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store.h"

static const char mark[] = " /* partitions */";
static const char *const tables[] = {"case_", "event", "notice"};

/* Puts the clause where the mark is; without partitions the mark only goes. */
static void print_step(const char *sql, unsigned partitions) {
    for (const char *at; (at = strstr(sql, mark)) != NULL; sql = at + sizeof mark - 1) {
        fwrite(sql, 1, (size_t)(at - sql), stdout);
        if (partitions > 0) fputs("\n PARTITION BY HASH (tenant, case_id)", stdout);
    }
    fputs(sql, stdout);
}

int main(int argc, char **argv) {
    const unsigned partitions = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 0;
    puts("BEGIN;\nCREATE SCHEMA IF NOT EXISTS prap;");
    for (int form = 0; form < PRAP_POSTGRESQL_FORM; form++)
        print_step(prapi_postgresql_step(form), partitions);
    for (size_t i = 0; partitions > 0 && i < sizeof tables / sizeof *tables; i++) {
        for (unsigned k = 0; k < partitions; k++) {
            printf("CREATE TABLE prap.%s_part_%u PARTITION OF prap.%s FOR VALUES WITH (MODULUS %u, REMAINDER %u);\n",
                   tables[i], k, tables[i], partitions, k);
        }
    }
    puts("COMMIT;");
    return 0;
}
