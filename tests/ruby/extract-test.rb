# frozen_string_literal: true

require_relative "helper"

# Data items through Ruby: the bytes of the command, what is refused, and that no value is ever told.
class ExtractTest < Minitest::Test
  include Helper

  KNOWN = %w[programme channel mappa scr partial on case].freeze
  KEY = (0..15).map(&:chr).join.b

  def golden(name) = File.readlines(File.expand_path("../golden/extract/#{name}", __dir__), chomp: true)

  def taken_apart(line)
    values = JSON.parse(line)
    known = values.slice(*KNOWN).compact.transform_keys { |name| name == "case" ? :case_id : name.to_sym }
    known[:on] = Date.iso8601(known[:on]) if known.key?(:on)
    [values.except(*KNOWN), known]
  end

  def test_the_bytes_of_the_command
    wanted = golden("records-answers.jsonl")
    golden("records.jsonl").each_with_index do |line, i|
      values, known = taken_apart(line)
      assert_equal wanted[i], Prap.data_check(values, channel: :prap, record: i + 1, line: i + 1, **known).to_json
    end
  end

  def test_the_list
    assert_equal golden("items.jsonl"), Prap.data_items.map(&:to_json)
    assert_equal [:nino, :nino, %w[CH15-4-B3 CH15-A-06]], Prap.data_item("National Insurance number").to_a.values_at(0, 2, 13)
    assert_equal :criminal, Prap.data_item(:prison).care
    assert_nil Prap.data_item("shoe size")
  end

  def test_differences_have_the_bytes_of_the_command
    days = golden("before.jsonl").zip(golden("after.jsonl")).map { |pair| pair.map { |line| taken_apart(line) } }
    found = days.each_with_index.map do |((before, _), (after, known)), i|
      place = { programme: known[:programme], record: i + 1, line: i + 1 }
      marked = [before, after].map { |values| Prap.data_marks(KEY, values) }
      one = Prap.data_compare(before, after, **place)
      assert_equal one, Prap.data_compare_marks(*marked, case_id: after["prap-referral-id"], **place)
      one
    end
    assert_equal golden("differences.jsonl")[0..-2], found.reject { |one| one.differences.empty? }.map(&:to_json)
    assert_equal "same", JSON.parse(found[0].to_json)["result"]
  end

  def test_an_answer_has_symbols
    answer = Prap.data_check({ "Surname" => "B", nino: "AB12", "shoe size" => 7, "death" => Date.new(2021, 12, 3) },
                             programme: :whp, channel: :prap, mappa: false, scr: false, partial: true)
    assert_equal :refused, answer.verdict
    assert_equal [[:malformed, :nino, 2], [:unknown_item, nil, 3], [:change_told, :deceased, 4]],
                 answer.findings.map { |one| [one.finding, one.item, one.column] }
    refute_includes answer.to_json(redact: true), "deceased"
    assert_includes answer.to_json, "deceased"
  end

  def test_no_value_is_ever_told
    secret = "Zebedee"
    values = { "surname" => secret, "nino" => secret, secret => secret, "postcode" => secret, "referral-date" => secret }
    told = Prap.data_check(values, scr: false).to_json + Prap.data_compare({ "surname" => "x" }, values).to_json
    error = assert_raises(Prap::CallerError) { Prap.data_check({ "surname" => [secret, { secret => 1 }] }) }
    assert_equal "surname", error.field
    refute_includes told + error.message, secret
  end

  def test_marks_are_of_their_key_and_place
    one = Prap.data_marks(KEY, { "prap-referral-id" => "R1", "mobile" => "07700 900123", "prison" => "no" })
    assert_equal %i[prap_referral_id mobile], one.map(&:item)
    assert_equal one, Prap.data_marks(KEY, { "prap-referral-id" => " R1 ", "mobile" => "+44 7700900123" })
    refute_equal one[1].mark, Prap.data_marks("\0" * 16, { "prap-referral-id" => "R1", "mobile" => "07700 900123" })[1].mark
  end

  def test_what_is_refused
    { "type" => [-> { Prap.data_check(7) }, -> { Prap.data_check({ 7 => "x" }) }, -> { Prap.data_check({ "nino" => 1.5 }) },
                 -> { Prap.data_check({ "nino" => DateTime.now }) }, -> { Prap.data_check({}, mappa: "yes") },
                 -> { Prap.data_check({}, partial: nil) }, -> { Prap.data_check({}, on: "2021-12-01") },
                 -> { Prap.data_check({}, line: "1") }, -> { Prap.data_item(7) }, -> { Prap.data_marks(7, {}) },
                 -> { Prap.data_compare_marks([7], []) },
                 -> { Prap.data_compare_marks([Prap::DataMark.new(item: :nino, occurrence: 0, mark: 7)], []) }],
      "unknown-word" => [-> { Prap.data_check({}, programme: :erasure) }, -> { Prap.data_check({}, channel: :pigeon) },
                         -> { Prap.data_check({ shoe: 7 }) }],
      "range" => [-> { Prap.data_check({}, line: 0) }, -> { Prap.data_marks("short", {}) },
                  -> { Prap.data_compare({ "prap-referral-id" => "1" }, { "prap-referral-id" => 2 }) },
                  -> { Prap.data_compare_marks([Prap::DataMark.new(item: :nino, occurrence: 0, mark: "x")], []) },
                  -> { Prap.data_compare_marks([Prap::DataMark.new(item: :nino, occurrence: -1, mark: "x")], []) }],
      "limit" => [-> { Prap.data_check({ "mobile" => ["1"] * 5000 }) }],
      "required" => [-> { Prap.data_marks(KEY, { "surname" => "x" }) }] }.each do |code, calls|
      calls.each { |call| assert_equal code, assert_raises(Prap::Error) { call.call }.code }
    end
  end
end
