# frozen_string_literal: true

# Calendar days, months and years: no calendar of holidays is needed for these. Days are Dates. They raise
# Prap::CallerError: "range" when the answer leaves years 1 to 9999, "day", "required", "type".
module Prap
  # Calendar days after a day, a Date; before it when days is negative.
  def self.add_days(day, days)
    Check.date(Native.add_days(Check.day!(day, "from"), Check.int32(days, "days")))
  end

  # Calendar months after a day, clamped to the last day of the month: 31 January + 1 is 28 or 29 February
  # (D-10).
  def self.add_months(day, months)
    Check.date(Native.add_months(Check.day!(day, "from"), Check.int32(months, "months")))
  end

  # Calendar years after a day; of 29 February 28 February where there is no other.
  def self.add_years(day, years)
    Check.date(Native.add_years(Check.day!(day, "from"), Check.int32(years, "years")))
  end

  # Calendar days from first to last, an Integer; negative when last is earlier.
  def self.count_days(first, last) = Native.count_days(Check.day!(first, "from"), Check.day!(last, "to"))

  # Whole calendar months from first to last, and the days that are left over: [months, days]. The most months
  # that add_months can add to first without passing last; both negative or 0 when last is earlier.
  def self.count_months(first, last) = Native.count_months(Check.day!(first, "from"), Check.day!(last, "to"))

  # The n-th Monday (weekday 1) to Sunday (7) of a month, a Date; from its end when n is negative: 2023, 5, 3,
  # -1 is the last Wednesday of May 2023 (D-07). "range" for no such year, month or weekday and for n 0, "day"
  # when the month has not so many of that weekday.
  def self.nth_weekday(year, month, weekday, n)
    { "year" => [year, 1..9999], "month" => [month, 1..12], "weekday" => [weekday, 1..7] }.each do |field, (value, within)|
      Check.refuse("range", field) unless within.cover?(Check.int32(value, field))
    end
    Check.date(Native.nth_weekday(year, month, weekday, Check.int32(n, "n")))
  end
end
