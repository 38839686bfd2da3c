/* adopt-test.c: structs that are shorter or longer than ours are taken over whole, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/adopt.h"

enum { ROOM = 8, LEAST = 4, MOST = 12 };

static void every_size_up_to_ours(void **state) {
    (void)state;
    uint8_t theirs[MOST];
    memset(theirs, 0xAB, sizeof theirs);
    for (size_t bytes = 0; bytes <= ROOM; bytes++) {
        uint8_t ours[ROOM];
        memset(ours, 0xEE, sizeof ours);
        const prap_status status = prapi_adopt(ours, ROOM, theirs, bytes, LEAST);
        assert_int_equal(status, bytes < LEAST ? PRAP_E_SIZE : PRAP_OK);
        /* What an older caller did not have is zero, and so is everything when it was refused. */
        for (size_t i = 0; i < ROOM; i++)
            assert_int_equal(ours[i], status == PRAP_OK && i < bytes ? 0xAB : 0);
    }
}

static void a_newer_caller_may_not_say_what_we_do_not_know(void **state) {
    (void)state;
    for (size_t said = ROOM; said < MOST; said++) {
        uint8_t theirs[MOST] = {1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0};
        uint8_t ours[ROOM];
        assert_int_equal(prapi_adopt(ours, ROOM, theirs, MOST, LEAST), PRAP_OK);
        assert_memory_equal(ours, theirs, ROOM);
        theirs[said] = 1;
        assert_int_equal(prapi_adopt(ours, ROOM, theirs, MOST, LEAST), PRAP_E_SIZE);
        /* Beyond its own size it is not ours to read. */
        assert_int_equal(prapi_adopt(ours, ROOM, theirs, said, LEAST), PRAP_OK);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_size_up_to_ours),
        cmocka_unit_test(a_newer_caller_may_not_say_what_we_do_not_know),
    };
    return cmocka_run_group_tests_name("adopt", tests, NULL, NULL);
}
