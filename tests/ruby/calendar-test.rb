# frozen_string_literal: true

require_relative "helper"

class CalendarTest < Minitest::Test
  include Helper

  def calendar = CALENDAR

  def test_working_days_are_counted_as_the_guidance_counts_them
    assert calendar.working_day?(day("2023-05-05"))
    refute calendar.working_day?(day("2023-05-06"))
    refute calendar.working_day?(day("2023-05-08")), "the coronation"
    assert_equal day("2023-05-30"), calendar.add_working_days(day("2023-05-05"), 15)
    assert_equal day("2023-05-05"), calendar.add_working_days(day("2023-05-30"), -15)
    assert_equal day("2023-05-06"), calendar.add_working_days(day("2023-05-06"), 0)
    assert_equal 15, calendar.count_working_days(day("2023-05-05"), day("2023-05-30"))
    assert_equal(-15, calendar.count_working_days(day("2023-05-30"), day("2023-05-05")))
    assert_equal day("2023-05-05"), calendar.working_day_on_or_before(day("2023-05-08"))
    assert_equal day("2023-05-09"), calendar.working_day_on_or_after(day("2023-05-06"))
  end

  def working?(day) = !day.saturday? && !day.sunday? && calendar.holiday_on(day).nil?

  def nth(day, count)
    step = count.positive? ? 1 : -1
    until count.zero?
      day += step
      count -= step if working?(day)
    end
    day
  end

  def test_near_and_nth
    (day("2022-05-01")..day("2024-02-01")).each do |day|
      assert_equal nth(day, 1), calendar.next_working_day(day)
      assert_equal nth(day, -1), calendar.previous_working_day(day)
      assert_equal nth(day - 1, 1), calendar.nth_working_day(day, 1)
      assert_equal nth(day + 1, -15), calendar.nth_working_day(day, -15)
    end
    assert_code("range") { calendar.nth_working_day(day("2023-05-05"), 0) }
    assert_code("range", "n") { calendar.nth_working_day(day("2023-05-05"), 2**31) }
  end

  def test_a_walk_is_the_way_to_a_working_day
    [%w[2023-04-01 2023-06-01], %w[2023-06-01 2023-04-01]].each do |first, last|
      first, last = day(first), day(last)
      days = calendar.walk(first, last).to_a
      assert_equal (first < last ? (first + 1..last).to_a : (last..first - 1).to_a.reverse), days.map(&:day)
      days.each do |it|
        assert_equal working?(it.day), it.kind == :working_day
        assert_equal calendar.holiday_on(it.day), it.holiday
        assert_equal it.holiday.nil?, it.kind != :holiday
        assert_equal :known, it.coverage
        assert_predicate it, :frozen?
        assert_equal it.day, calendar.add_working_days(first, it.number) if it.kind == :working_day
      end
    end
    assert_empty calendar.walk(day("2023-05-05"), day("2023-05-05")).to_a
    assert_code("coverage") { calendar.walk(calendar.identity.known.end, day("2041-01-01")).next }
    later = calendar.walk(calendar.identity.known.end, day("2029-01-02"), provisional: true)
    assert_equal [:provisional], later.map(&:coverage).uniq
  end

  # The block may leave in any way; the calendar lives as long as the walk.
  def test_a_walk_may_be_left
    own = calendar.overlay(add: { day("2023-05-09") => "A day proclaimed" }).walk(day("2023-05-08"), day("2023-05-12"))
    GC.start
    assert_equal "A day proclaimed", own.next.holiday.title
    assert_equal day("2023-05-10"), own.next.day
    assert_equal 1, own.lazy.map(&:number).find(&:positive?)
    assert_raises(IOError) { calendar.walk(day("2023-05-05"), day("2023-05-09")) { raise IOError } }
    assert_equal :out, catch(:left) { calendar.walk(day("2023-05-05"), day("2023-05-09")) { throw :left, :out } }
  end

  def test_many_at_once_are_answered_as_one
    days = Array.new(300) { |i| day("2022-01-01") + (3 * i) }
    numbers = Array.new(300) { |i| (i % 41) - 20 }
    added = days.zip(numbers).map { |from, n| calendar.add_working_days(from, n) }
    assert_equal days.map { |it| working?(it) }, calendar.are_working_days(days)
    assert_equal added, calendar.add_working_days_each(days, numbers)
    assert_equal days.map { |it| calendar.add_working_days(it, 15) }, calendar.add_working_days_each(days, 15)
    counts = days.zip(added).map { |pair| calendar.count_working_days(*pair) }
    assert_equal counts, calendar.count_working_days_each(days, added)
    today = days.map { |it| calendar.count_working_days(day("2023-05-05"), it) }
    assert_equal today, calendar.count_working_days_each(day("2023-05-05"), days)
    assert_equal today.map(&:-@), calendar.count_working_days_each(days, day("2023-05-05"))
    assert_equal [], calendar.are_working_days([])
  end

  def test_the_element_without_an_answer_is_named
    good = day("2023-05-05")
    assert_code("coverage", "from[2]") { calendar.add_working_days_each([good, good, day("2028-12-29")], 1) }
    assert_code("coverage", "days[1]") { calendar.are_working_days([good, Date.new(1999, 1, 1)]) }
    assert_code("coverage", "to[0]") { calendar.count_working_days_each(good, [day("2041-01-01")]) }
    assert_code("type", "from[1]") { calendar.add_working_days_each([good, "2023-05-05"], 1) }
    assert_code("required", "days[0]") { calendar.are_working_days([nil]) }
    assert_code("type", "days") { calendar.are_working_days("2023-05-05") }
    assert_code("type", "working_days[0]") { calendar.add_working_days_each([good], [1.5]) }
    assert_code("range", "working_days[1]") { calendar.add_working_days_each([good] * 2, [1, 2**31]) }
    assert_code("range", "working_days") { calendar.add_working_days_each([good], [1, 2]) }
    assert_code("range", "to") { calendar.count_working_days_each([good], [good, good]) }
    assert_equal 1, calendar.add_working_days_each([day("2028-12-29")], 1, provisional: true).size
  end

  def test_what_is_due_of_many
    by = day("2023-05-09")
    days = Array.new(300) { |i| (i % 5).zero? ? nil : day("2022-01-01") + (3 * i) }
    due = days.each_index.select { |i| days[i] && days[i] <= by }
    assert_includes 50..250, due.size
    assert_equal due, Prap.due_scan(days, by)
    packed = days.map { |it| it ? (it - day("1970-01-01")).to_i : -2**31 }.pack("l*")
    assert_equal due, Prap.due_scan(packed, by)
    assert_equal [], Prap.due_scan([], by)
    assert_equal [], Prap.due_scan("", by)
    assert_code("required", "due_by") { Prap.due_scan(days, nil) }
    assert_code("type", "next_due[1]") { Prap.due_scan([nil, 7], by) }
    assert_code("type", "next_due") { Prap.due_scan("four!", by) }
    assert_code("type", "next_due") { Prap.due_scan(7, by) }
  end

  def test_moved_days
    proclaimed = calendar.overlay(add: { day("2023-05-09") => "A day proclaimed" })
    from = ["2023-05-04", "2023-05-05", "2023-05-09", "2050-01-01"].map { |it| day(it) }
    moved = calendar.moved_days(proclaimed, from, 1)
    assert_equal [[1, day("2023-05-09"), day("2023-05-10")]], moved.map(&:to_a)
    assert_predicate moved.first, :frozen?
    assert_equal [[0, day("2023-05-10"), day("2023-05-09")]],
                 proclaimed.moved_days(calendar, from, [2, 0, 1, 1]).map(&:to_a)
    last = calendar.identity.known.end
    later = calendar.overlay(replace_years: { last.year + 1 => {} })
    assert_equal [[0, nil, last + 1]], calendar.moved_days(later, [last], 1).map(&:to_a)
    assert_code("type", "after") { calendar.moved_days(7, from, 1) }
    assert_code("range", "working_days") { calendar.moved_days(calendar, from, [1]) }
  end

  def test_years_days_and_weekdays
    assert_equal day("2025-02-28"), Prap.add_years(day("2024-02-29"), 1)
    assert_equal day("2023-07-04"), Prap.add_days(day("2023-05-05"), 60)
    assert_equal(-60, Prap.count_days(day("2023-07-04"), day("2023-05-05")))
    assert_equal [1, 30], Prap.count_months(day("2023-01-31"), day("2023-03-30"))
    assert_equal [-2, -2], Prap.count_months(day("2023-03-31"), day("2023-01-29"))
    assert_equal day("2023-05-31"), Prap.nth_weekday(2023, 5, 3, -1)
    assert_code("day", "n") { Prap.nth_weekday(2023, 2, 1, 5) }
    assert_code("range", "n") { Prap.nth_weekday(2023, 2, 1, 0) }
    assert_code("range", "month") { Prap.nth_weekday(2023, 13, 1, 1) }
    assert_code("range", "year") { Prap.nth_weekday(0, 1, 1, 1) }
    assert_code("range", "weekday") { Prap.nth_weekday(2023, 1, 8, 1) }
    assert_code("type", "weekday") { Prap.nth_weekday(2023, 1, "3", 1) }
    assert_code("range", "days") { Prap.add_days(Date.new(9999, 12, 31), 1) }
    assert_code("range", "years") { Prap.add_years(day("2023-05-05"), -2**31) }
    assert_code("day", "from") { Prap.add_days(Date.new(10_000, 1, 1), 0) }
  end

  # Every day of the published years against holidays and Date#wday alone.
  def test_every_published_day_agrees_with_its_weekday_and_the_holidays
    holidays = calendar.holidays.to_h { |holiday| [holiday.day, holiday] }
    calendar.identity.known.each do |day|
      expected = !day.saturday? && !day.sunday? && !holidays.key?(day)
      assert_equal expected, calendar.working_day?(day), day.to_s
      found = calendar.holiday_on(day)
      holidays.key?(day) ? assert_equal(holidays[day], found) : assert_nil(found)
    end
  end

  def test_a_holiday_says_what_it_is
    holiday = calendar.holiday_on(day("2022-01-03"))
    assert_predicate holiday, :frozen?
    assert_equal day("2022-01-03"), holiday.day
    assert_equal :known, holiday.coverage
    assert_equal true, holiday.substitute
    assert_match(/New Year/, holiday.title)
    assert_equal Encoding::UTF_8, holiday.title.encoding
    assert_nil calendar.holiday_on(day("2023-05-06")), "a plain weekend"
    assert_nil calendar.holiday_on(Date.new(1066, 10, 14)), "out of coverage"
  end

  def test_the_identity_names_division_span_and_hash
    identity = calendar.identity
    assert_equal :england_and_wales, identity.division
    assert_operator identity.provisional.begin, :<=, identity.known.begin
    assert_operator identity.provisional.end, :>=, identity.known.end
    assert_match(/\A[0-9a-f]{8}\z/, identity.hash_digits)
    assert_equal identity.holidays, calendar.holidays.size
    hashes = Prap::WORDS[:division].map { |word| Prap::Calendar.built_in(word).identity.hash_digits }
    assert_equal hashes.uniq, hashes
  end

  def test_a_division_may_be_spelled_in_either_way
    ["scotland", :scotland, Prap.word(:division, "scotland")].each do |division|
      assert_equal :scotland, Prap::Calendar.built_in(division).identity.division
    end
    assert_equal :northern_ireland, Prap::Calendar.built_in("northern-ireland").identity.division
    assert_code("unknown-word", "division") { Prap::Calendar.built_in(:wessex) }
    assert_code("required", "division") { Prap::Calendar.built_in(nil) }
    assert_code("type", "division") { Prap::Calendar.built_in(1) }
  end

  def test_leaving_the_published_years_is_an_error_and_the_computed_ones_are_asked_for
    after = calendar.identity.known.end + 10
    assert_kind_of Prap::DataError, assert_code("coverage") { calendar.working_day?(after) }
    assert_equal :provisional, calendar.coverage(after)
    assert_includes [true, false], calendar.working_day?(after, provisional: true)
    assert_equal :known, calendar.coverage(day("2023-05-05"))
    assert_nil calendar.coverage(Date.new(1900, 1, 1))
    last = calendar.identity.provisional.end
    assert_code("coverage") { calendar.add_working_days(last, 1, provisional: true) }
    assert_code("coverage") { calendar.add_working_days(day("2023-05-05"), 2**31 - 1) }
  end

  def test_months_are_clamped
    assert_equal day("2023-02-28"), Prap.add_months(day("2023-01-31"), 1)
    assert_equal day("2024-02-29"), Prap.add_months(day("2024-01-31"), 1)
    assert_equal day("2022-12-31"), Prap.add_months(day("2023-01-31"), -1)
    assert_code("range") { Prap.add_months(Date.new(9999, 12, 31), 1) }
    assert_code("range", "months") { Prap.add_months(day("2023-01-31"), 2**31) }
  end

  # Early days too read back as they were given: the library has no Julian calendar.
  def test_a_day_before_the_reform_keeps_its_number
    early = Date.new(1066, 10, 14, Date::GREGORIAN)
    assert_equal "1066-11-14", Prap.add_months(early, 1).iso8601
    assert_equal Date.new(1, 1, 1, Date::GREGORIAN), Prap.add_months(Date.new(1, 2, 1, Date::GREGORIAN), -1)
    assert_code("day") { Prap.add_months(Date.new(-1, 1, 1), 0) }
    assert_code("day") { Prap.add_months(Date.new(10_000, 1, 1), 0) }
    assert_code("day") { Prap.add_months(Date.new(10**12, 1, 1), 0) }
  end

  def test_a_day_is_a_date_and_nothing_else
    [nil, "2023-05-05", 19_482, 1.5, Time.now, DateTime.now, :today, [], Object.new].each do |wrong|
      code = wrong.nil? ? "required" : "type"
      assert_code(code, "day") { calendar.working_day?(wrong) }
      assert_code(code, "day") { calendar.holiday_on(wrong) }
      assert_code(code, "from") { calendar.add_working_days(wrong, 1) }
      assert_code(code, "to") { calendar.count_working_days(day("2023-05-05"), wrong) }
    end
    ["15", 1.5, nil, Rational(3, 2)].each do |wrong|
      assert_code("type", "working_days") { calendar.add_working_days(day("2023-05-05"), wrong) }
    end
  end

  # What is private is still safe: it raises, it never crashes.
  def test_the_native_methods_survive_wrong_types
    assert_raises(TypeError) { calendar.send(:native_working_day, "x", 0) }
    assert_code("day") { calendar.send(:native_working_day, 2**70, 0) }
    assert_raises(TypeError) { calendar.send(:native_add_working_days, 0, nil, 0) }
    assert_raises(RangeError) { calendar.send(:native_add_working_days, 0, 2**40, 0) }
    assert_code("range") { calendar.send(:native_working_day, 0, 4096) }
    assert_code("range") { calendar.send(:native_are_working_days, [19_482], 4096) }
    assert_code("range") { calendar.send(:native_moved_days, calendar, [19_482], [1], 4096) }
    assert_raises(TypeError) { calendar.send(:native_are_working_days, 7, 0) }
    assert_raises(TypeError) { calendar.send(:native_add_working_days_each, ["x"], [1], 0) }
    assert_raises(TypeError) { calendar.send(:native_add_working_days_each, [1], [nil], 0) }
    assert_raises(ArgumentError) { calendar.send(:native_count_working_days_each, [1], [], 0) }
    assert_raises(TypeError) { calendar.send(:native_moved_days, 7, [1], [1], 0) }
    assert_raises(LocalJumpError) { calendar.send(:native_walk, 19_482, 19_490, 0) }
    assert_raises(TypeError) { Prap::Calendar.instance_method(:native_identity).bind_call(Object.new) }
    assert_raises(TypeError) { Prap::Calendar.allocate }
    assert_raises(TypeError) { Prap::Calendar.new }
  end
end
