#!/usr/bin/env python3
"""The faults that the proofs must find: each is one text of the library that is made wrong, and who must say so.

    planted.py --list [--json]
"""
import json
import sys

FAULTS = [
    # (name, file, old, new, tool, driver or contract, and of it the function that is enough for it to be seen)
    ("a text copied one byte past its room", "lib/base/text.c", "    if (n > room_bytes - 1) { /* MUT-EQUIV: at the end of the text nothing is cut off */\n        n = room_bytes - 1;",
     "    if (n > room_bytes) {\n        n = room_bytes;", "eva", "base", "copies"),
    ("a character read past the end of its text", "lib/base/text.c", "    if (n < bytes) return 0;\n", "", "eva", "base", "texts"),
    ("a day that is not checked before it is reckoned with", "lib/base/day.c",
     "return day >= PRAP_DAY_MIN && day <= PRAP_DAY_MAX;", "return day >= PRAP_DAY_MIN;", "eva", "base", "days"),
    ("a shift as wide as the word", "lib/base/siphash.c", "word >> (64 - bits)", "word >> (77 - bits)", "eva", "base", "hashes"),
    ("a rank one past the last working day", "include/prap/inline-calendar.h",
     "    if (rank >= view->n_working_days) return 0;", "    if (rank > view->n_working_days) return 0;", "eva", "calendar", "one_calendar"),
    ("a day that leaves the years there are", "lib/calendar/far-days.c",
     "    if (day < PRAP_DAY_MIN || day > PRAP_DAY_MAX) return PRAP_E_DAY;\n", "", "eva", "calendar", "one_calendar"),
    ("no room for the end of a title", "lib/calendar/overlay.c", "plan->title_bytes += change->title.n + 1;",
     "plan->title_bytes += change->title.n;", "eva", "overlay", "one_day"),
    ("a number read past the end of a record", "lib/referral/record-tags.h", "    if (at < end && at[0] <= 0x7F) return",
     "    if (at[0] <= 0x7F) return", "eva", "record", "one_record"),
    ("a region that is not checked", "lib/referral/record-read.c",
     "    if (number <= TAG_EVENT_REGION || number >= TAG_EVENT_REGION + PRAPI_REGION_END) return PRAP_NONE;",
     "    if (number <= TAG_EVENT_REGION || number > TAG_EVENT_REGION + PRAPI_REGION_END) return PRAP_NONE;", "eva", "record", "one_record"),
    ("a month that begins a day late", "lib/base/day.c", "(153 * march_month + 2) / 5 + day_of_month - 1",
     "(153 * march_month + 3) / 5 + day_of_month - 1", "wp", "day", "prap_day_from_civil"),
    ("a century that is a leap year", "lib/base/day.c", "|| year % 400 == 0", "|| year % 200 == 0", "wp", "day", "is_leap_year"),
    ("the last byte is not wiped", "lib/base/secret.c", "        loop variant n - i; */\n    for (size_t i = 0; i < n; i++)",
     "        loop variant n - i; */\n    for (size_t i = 0; i + 1 < n; i++)", "wp", "secret", "prapi_wipe"),
    ("a mask that is true of one too", "lib/base/secret.h", "return prapi_opaque(0u - ((~value & (value - 1u)) >> 31));",
     "return prapi_opaque(0u - ((~value | (value - 1u)) >> 31));", "wp", "secret", "prapi_is_zero"),
    ("a holiday looked up one place late", "lib/calendar/holidays.c", "if (holidays[middle].day < day) {",
     "if (holidays[middle].day <= day) {", "wp", "holidays", "prapi_holiday_place"),
    ("one working day too many", "include/prap/inline-calendar.h", "PRAPI_AS(uint32_t, n) - forwards, ret_day",
     "PRAPI_AS(uint32_t, n), ret_day", "wp", "calendar", "prap_view_add_working_days"),
    ("a day past the last one passes for known", "lib/calendar/arrays.c", "unknown |= place | (view->n_days - 1 - place);",
     "unknown |= place | (view->n_days - place);", "wp", "arrays", "all_known"),
]


def main():
    keys = ("name", "file", "old", "new", "by", "driver", "function")
    print(json.dumps([dict(zip(keys, fault)) for fault in FAULTS]) if "--json" in sys.argv
          else "\n".join(f"{fault[4]} {fault[5]}: {fault[0]}" for fault in FAULTS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
