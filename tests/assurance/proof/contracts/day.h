/* Of lib/base/day.c: what the days of the proleptic Gregorian calendar are, by counting years and months. */
#include "prap/day.h"

#include <stdbool.h>

/*@ logic integer leap(integer y) = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 1 : 0;

    logic integer length(integer y, integer m) =
        m == 2 ? 28 + leap(y) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;

    logic integer before_year(integer y) = 365 * (y - 1) + (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400;

    logic integer before_month(integer m) =
        m == 1 ? 0 : m == 2 ? 31 : m == 3 ? 59 : m == 4 ? 90 : m == 5 ? 120 : m == 6 ? 151 : m == 7 ? 181 : m == 8 ? 212 :
        m == 9 ? 243 : m == 10 ? 273 : m == 11 ? 304 : 334;

    // 0001-01-01 is day -719162.
    logic integer civil(integer y, integer m, integer d) =
        before_year(y) + before_month(m) + (m > 2 ? leap(y) : 0) + d - 1 - 719162;

    // What the code reckons with: years from March, and 153 days for each five months.
    lemma leap_days: \forall integer y; y >= 1 ==>
        y / 4 - y / 100 + y / 400 == (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400 + leap(y);
    lemma late_months: \forall integer m; 3 <= m <= 12 ==> (153 * (m - 3) + 2) / 5 == before_month(m) - 59;
    lemma early_months: \forall integer m; 1 <= m <= 2 ==> (153 * (m + 9) + 2) / 5 == before_month(m) + 306;

    predicate is_civil(integer y, integer m, integer d) =
        1 <= y <= 9999 && 1 <= m <= 12 && 1 <= d <= length(y, m);
*/

/*@ assigns \nothing;
    ensures \result <==> -719162 <= day <= 2932896; */
static bool is_day(prap_day day);

/*@ requires 0 <= year;
    assigns \nothing;
    ensures \result <==> leap(year) == 1; */
static bool is_leap_year(int32_t year);

/*@ requires 0 <= year && 1 <= month <= 12;
    assigns \nothing;
    ensures \result == length(year, month); */
static int32_t month_days(int32_t year, int32_t month);

/*@ requires ret_day == \null || \valid(ret_day);
    assigns *ret_day;
    behavior null:
        assumes ret_day == \null;
        assigns \nothing;
        ensures \result == 10;
    behavior none:
        assumes ret_day != \null && !is_civil(year, month, day_of_month);
        assigns \nothing;
        ensures \result == 12;
    behavior day:
        assumes ret_day != \null && is_civil(year, month, day_of_month);
        assigns *ret_day;
        ensures \result == 0;
        ensures *ret_day == civil(year, month, day_of_month);
    complete behaviors;
    disjoint behaviors; */
prap_status prap_day_from_civil(int32_t year, int32_t month, int32_t day_of_month, prap_day *ret_day);

/*@ assigns \nothing;
    ensures -719162 <= day <= 2932896 ==> \result == (day + 719162) % 7 + 1;
    ensures !(-719162 <= day <= 2932896) ==> \result == 0; */
int32_t prap_day_weekday(prap_day day);

/*@ requires \valid_read(text + (0 .. 1));
    assigns \nothing;
    ensures 48 <= text[0] <= 57 && 48 <= text[1] <= 57 ==> \result == 10 * (text[0] - 48) + text[1] - 48;
    ensures 0 <= \result <= 100; */
static int32_t read_pair(const char *text);

/*@ requires \valid(ret_text + (0 .. 1)) && 0 <= number <= 99;
    assigns ret_text[0 .. 1];
    ensures number == 10 * (ret_text[0] - 48) + ret_text[1] - 48;
    ensures 48 <= ret_text[0] <= 57 && 48 <= ret_text[1] <= 57; */
static void write_pair(char *ret_text, int32_t number);

/*@ requires \valid(ret_day) && \valid_read(text + (0 .. text_bytes - 1)) && \separated(ret_day, text + (0 .. text_bytes - 1));
    assigns *ret_day;
    ensures \result == 0 ==> text_bytes == 10 && text[4] == 45 && text[7] == 45;
    ensures \result == 0 || \result == 12 || \result == 13 || (\result == 10 && text == \null); */
prap_status prap_day_parse(const char *text, size_t text_bytes, prap_day *ret_day);
