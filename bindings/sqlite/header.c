/*
 * header.c: whose file is it? Answered from the first 100 bytes, before SQLite itself looks at the file.
 *
 * SQLite's own first read may roll back a journal or rebuild a WAL: right for our files, an unasked change to
 * somebody else's. The bytes are read through SQLite's file methods and not through a descriptor of our own:
 * closing one of those would drop the POSIX locks that another handle of this process holds on the same file.
 *
 * Offsets are those of sqlite.org/fileformat2.html, 1.3. Both marks are written in the transaction that makes
 * the tables, before the file is turned to WAL form, so they stand in the file itself from its first page on.
 */
#include <stdio.h>
#include <string.h>

#include "store.h"

enum { HEADER_BYTES = 100, AT_USER_VERSION = 60, AT_APPLICATION_ID = 68 };
enum { JOURNAL_BYTES = 28, AT_PAGES_BEFORE = 16 };

static const char magic[16] = "SQLite format 3"; /* with its NUL */

static uint32_t number_at(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/*
 * A power cut in the middle of the first transaction leaves any piece of the first page, and a journal that says that
 * there was none before it: SQLite will make the file empty again. The journal is nobody's to lock, so it is read plainly.
 */
static bool is_unfinished(prap_sqlite *store) {
    static const uint8_t journal_magic[8] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
    uint8_t bytes[JOURNAL_BYTES] = {0};
    const char *name = sqlite3_db_filename(store->db, "main");
    FILE *journal = name == NULL ? NULL : fopen(sqlite3_filename_journal(name), "rb");
    if (journal == NULL) return false;
    const size_t n = fread(bytes, 1, sizeof bytes, journal);
    fclose(journal);
    return n == sizeof bytes && memcmp(bytes, journal_magic, sizeof journal_magic) == 0 &&
           number_at(bytes + AT_PAGES_BEFORE) == 0;
}

prap_status prapi_sqlite_recognise(prap_sqlite *store, bool *ret_empty) {
    sqlite3_file *file = NULL;
    sqlite3_int64 bytes = 0;
    *ret_empty = true;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file == NULL || file->pMethods == NULL) return PRAP_OK; /* in memory */

    uint8_t header[HEADER_BYTES] = {0};
    int code = file->pMethods->xFileSize(file, &bytes);
    /* SQLite says 0 of a file of one byte too, and would write over it: so it is asked for that byte. */
    if (code == SQLITE_OK && bytes == 0 && file->pMethods->xRead(file, header, 1, 0) != SQLITE_OK)
        return PRAP_OK;
    *ret_empty = false;
    if (code == SQLITE_OK) code = file->pMethods->xRead(file, header, HEADER_BYTES, 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) {
        return prapi_sqlite_failed(store, prapi_sqlite_status_of(code), "read the file", code);
    }
    const bool is_database = memcmp(header, magic, sizeof magic) == 0;
    const bool is_ours = is_database && number_at(header + AT_APPLICATION_ID) == PRAP_SQLITE_APPLICATION_ID;
    if (!is_ours && is_unfinished(store)) {
        *ret_empty = true;
        return PRAP_OK;
    }
    if (!is_database) {
        return prapi_sqlite_say(store, PRAP_E_FOREIGN, "the file is not an SQLite database");
    }
    if (!is_ours) {
        return prapi_sqlite_say(store, PRAP_E_FOREIGN, "the database was not made by libprap");
    }
    if (number_at(header + AT_USER_VERSION) > PRAP_SQLITE_FORM) {
        return prapi_sqlite_say(store, PRAP_E_VERSION,
                                "the database was written by a newer form of the store");
    }
    return PRAP_OK;
}
