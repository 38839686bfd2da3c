/* statements.c: the kept statements, and how values come out of a result in PostgreSQL's binary form. */
#include "store.h"

static const struct {
    const char *what;
    const char *sql;
} rows[PRAPI_POSTGRESQL_STATEMENTS] = {
#define X(name, what, sql) {what, sql},
#include "statements.def"
#undef X
};

const char *prapi_postgresql_what(int statement) {
    return rows[statement].what;
}

const char *prapi_postgresql_sql(int statement) {
    return rows[statement].sql;
}

/* Big-endian, of one, four or eight bytes as the column's type has them; null is 0. */
int64_t prapi_postgresql_number(const PGresult *result, int row, int column) {
    const uint8_t *bytes = (const uint8_t *)PQgetvalue(result, row, column);
    const int n = PQgetlength(result, row, column);
    uint64_t number = n > 0 && (bytes[0] & 0x80) != 0 ? UINT64_MAX : 0;
    for (int i = 0; i < n; i++)
        number = number << 8 | bytes[i];
    return (int64_t)number;
}

prap_day prapi_postgresql_day(const PGresult *result, int row, int column) {
    if (PQgetisnull(result, row, column)) return PRAP_DAY_NONE;
    return (prap_day)prapi_postgresql_number(result, row, column);
}

prap_text prapi_postgresql_text(const PGresult *result, int row, int column) {
    return (prap_text){.bytes = PQgetvalue(result, row, column), .n = (size_t)PQgetlength(result, row, column)};
}

prap_bytes prapi_postgresql_bytes(const PGresult *result, int row, int column) {
    return (prap_bytes){.bytes = (const uint8_t *)PQgetvalue(result, row, column),
                        .n = (size_t)PQgetlength(result, row, column)};
}
