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
    assert_raises(TypeError) { Prap::Calendar.instance_method(:native_identity).bind_call(Object.new) }
    assert_raises(TypeError) { Prap::Calendar.allocate }
    assert_raises(TypeError) { Prap::Calendar.new }
  end
end
