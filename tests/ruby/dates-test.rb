# frozen_string_literal: true

# The date computations in Ruby: days, moments, policies, outages, service hours and what a calendar moves.
require_relative "helper"

class DatesTest < Minitest::Test
  def day(text) = Date.iso8601(text)

  def test_a_due_day_and_what_it_was_counted_with
    answer = Prap.compute("D-02", day("2023-05-05"))
    assert_equal [day("2023-05-30"), day("2023-05-26")], [answer.due, answer.prudent]
    assert_equal :meet_record, answer.computation
    assert_equal "IPES-3.30", answer.rule
    assert_equal %i[css2_count exclude_day], [answer.policy, answer.policy_value]
    assert_equal Time.new(2023, 5, 30, 23, 59, 0, "+01:00"), answer.last_usable
    identity = Prap::Calendar.built_in(:england_and_wales).identity
    assert_equal [identity.hash_digits, identity.edition], [answer.calendar, answer.edition]
    assert_nil answer.holds
    assert_nil answer.first
  end

  def test_every_word_and_number_is_found
    Prap::WORDS[:computation].each do |word|
      info = Prap.computation_info(word.to_sym)
      assert_equal word.to_sym, info.computation
      assert_equal info.id, Prap.computation_info(info.id).id
    end
  end

  def test_policies_and_flags
    pay = day("2021-04-30")
    assert_equal day("2021-04-24"), Prap.compute("D-17", pay, settings: {pay5: :clear}).due
    assert_equal day("2025-04-30"), Prap.compute("D-13", pay, second: pay, settings: {"P-ESF-YEARS" => 4}).due
    assert_equal day("2023-10-02"), Prap.compute(:re_referral, day("2022-01-01"), night_shifts: true).due
    assert_nil Prap.compute("D-13", nil, second: pay).due
    assert_equal :provisional, Prap.compute("D-02", day("2028-12-29"), provisional: true).coverage
  end

  def test_moments
    answer = Prap.compute("D-14", "2021-03-27T12:00", second: Time.new(2021, 3, 29, 12, 30, 0, "+01:00"))
    assert_equal Time.new(2021, 3, 29, 13, 0, 0, "+01:00"), answer.moment
    assert_equal "2021-03-29T12:00", answer.other_moment
    assert_equal false, answer.holds
    assert_equal Time.new(2021, 10, 31, 1, 30, 0, "+01:00"), Prap.from_instant(Prap.to_instant("2021-10-31T01:30+01:00"))
  end

  def test_service_hours_and_outages
    closures = Prap.announced.select { |one| one.service == :post }.map(&:window)
    closed = Prap.compute(:service_hours, "2016-11-24T11:00", service: :post, outages: closures)
    assert_equal false, closed.holds
    assert_equal Time.new(2016, 11, 25, 9, 0, 0, "+00:00"), closed.moment
    outages = Prap.announced.reject(&:service).map(&:window)
    assert_equal Time.new(2017, 3, 3, 16, 59, 0, "+00:00"),
                 Prap.compute("D-01", day("2017-03-02"), outages: outages).last_usable
  end

  def test_what_a_new_calendar_moves
    after = Prap::Calendar.built_in(:england_and_wales)
    before = after.overlay(remove: [day("2022-09-19")])
    questions = [{computation: "D-02", anchor: day("2022-09-02")}, {computation: "D-04", anchor: day("2022-07-22")}]
    moved = Prap.dates_moved(before, after, questions)
    assert_equal [[0, day("2022-09-23"), day("2022-09-26")]], moved.map(&:to_a)
  end

  def test_an_edition_of_ones_own
    base = Prap::Calendar.built_in(:england_and_wales)
    later = base.overlay(edition: day("2027-01-02"))
    answer = Prap.compute("D-02", day("2023-05-05"), calendar: later)
    assert_equal [day("2027-01-02"), base.identity.hash_digits], [answer.edition, answer.calendar]
  end

  def test_errors_name_the_field
    on = day("2023-05-05")
    {
      %w[anchor required] => -> { Prap.compute("D-02", nil) },
      %w[second range] => -> { Prap.compute("D-02", on, second: on) },
      %w[computation unknown-word] => -> { Prap.compute("D-23", on) },
      %w[anchor moment-form] => -> { Prap.compute("D-14", "2023-05-05 09:00") },
      %w[anchor day] => -> { Prap.compute("D-14", "2023-02-29T09:00") },
      %w[anchor range] => -> { Prap.compute("D-14", "2023-05-05T24:00") },
      %w[outages order] => -> { Prap.compute("D-02", on, outages: [%w[2023-05-05T09:00 2023-05-05T09:00]]) },
      %w[outages[0] type] => -> { Prap.compute("D-02", on, outages: [1]) },
      %w[value unknown-word] => -> { Prap.compute("D-02", on, settings: {pay5: :keep}) },
      %w[anchor coverage] => -> { Prap.compute("D-02", day("2028-12-29")) },
      %w[moment repeated-moment] => -> { raise_field("moment") { Prap.to_instant("2021-10-31T01:30") } },
    }.each do |(field, code), ask|
      error = assert_raises(Prap::Error, field) { ask.call }
      assert_equal code, error.code
      assert_equal field, error.field unless field == "moment"
    end
  end

  def raise_field(_field) = yield
end
