# frozen_string_literal: true

require_relative "helper"

# How we are doing, and one person's referrals, through Ruby: the golden bytes of the command.
class StandardsTest < Minitest::Test
  include Helper

  TOP = File.expand_path("../..", __dir__)
  PERIOD = { as_of: Date.new(2023, 5, 9), first: Date.new(2023, 4, 1), last: Date.new(2023, 6, 30) }.freeze

  def lines(*path) = File.readlines(File.join(TOP, *path), chomp: true, encoding: "UTF-8")
  def golden(name) = lines("tests", "golden", "standards", name)

  def caseload
    lines("docs", "examples", "caseload", "caseload.jsonl").each { |line| engine.submit(**Prap::Input.parse(line)) }
    engine
  end

  def test_the_bytes_of_the_command
    assert_equal golden("totals.jsonl"), caseload.standards(**PERIOD).map(&:to_json)
    assert_equal golden("by-case.jsonl"), engine.case_standards(**PERIOD).map(&:to_json)
  end

  def test_words_and_days
    engine.submit(case: "A1", event: :referral_received, on: day("2023-05-05"), programme: :ipes)
    css1 = engine.standards(as_of: day("2023-05-09")).first
    assert_equal [:css1, "IPES-3.23", 0, 0, 1, nil, nil], css1.to_a.values_at(0, 1, 5, 6, 8, 10, 11)
    assert_equal({ not_started: 1 }, engine.standards(as_of: day("2023-05-09"))[4].excluded)
    open = engine.case_standards(as_of: day("2023-05-08")).first.measures.first
    assert_equal [:open, day("2023-05-09"), 1], [open.result, open.day, open.working_days_left]
  end

  def test_what_is_refused
    assert_code("order") { engine.standards(as_of: day("2023-05-09"), first: day("2023-05-09"), last: day("2023-05-08")) }
    assert_code("required") { engine.standards(as_of: nil) }
    assert_code("type") { engine.standards(as_of: "2023-05-09") }
  end

  def test_what_on_error_and_the_block_raise_arrives
    engine.submit(case: "A1", event: :referral_received, on: day("2023-05-05"), programme: :ipes)
    assert_raises(ZeroDivisionError) do
      engine.send(:measure, day("2023-05-09"), nil, nil, "", nil) { |_| 1 / 0 }
    end
    assert_equal Prap::WORDS[:measure].size, engine.standards(as_of: day("2023-05-09")).size
  end

  def assert_code(code, &block) = assert_equal(code, assert_raises(Prap::Error, &block).code)
end

class PersonTest < Minitest::Test
  include Helper

  KNOWN = %i[backed_out outcome_paid outcome_due night_shifts worked].freeze

  def rules = Prap::Rulebook.new(programme: :ipes, calendar: Prap::Calendar.built_in(:england_and_wales))
  def known(value) = value == "unknown" ? :unknown : value
  def golden(name) = File.readlines(File.expand_path("../golden/standards/#{name}", __dir__), chomp: true)

  def case_of(row)
    days = %w[made start ended].to_h { |name| [name.to_sym, row[name] && Date.iso8601(row[name])] }
    Prap::PersonCase.new(stage: row["stage"], kind: row["kind"], **days,
                         **KNOWN.to_h { |name| [name, known(row[name.name])] })
  end

  def test_the_bytes_of_the_command
    found = golden("people.jsonl").map do |line|
      row = JSON.parse(line)
      rules.person(on: Date.iso8601(row["on"]), id: row["id"], cases: row["cases"].map { |one| case_of(one) },
                   eligible: known(row["eligible"]), elsewhere: known(row["elsewhere"])).to_json
    end
    assert_equal golden("people-answers.jsonl"), found
  end

  def test_cases_of_an_engine
    %w[A1 A2].each { |id| engine.submit(case: id, event: :referral_received, on: day("2023-05-05"), programme: :ipes) }
    cases = %w[A1 A2].map { |id| engine.person_case(case: id, as_of: day("2023-05-09"), outcome_paid: false) }
    assert_equal [:received, :new, false, :unknown, "A1"], cases[0].to_a.values_at(0, 1, 6, 8, 10)
    answer = rules.person(on: day("2023-05-09"), cases: cases)
    assert_equal [2, :new, :duplicate], [answer.open, answer.next, answer.findings.last.finding]
    assert_includes answer.to_json, '"case":"A2","other":0,"other_case":"A1"'
  end

  def test_what_is_refused
    one = Prap::PersonCase.new(stage: :left, start: day("2022-01-01"))
    { "type" => { cases: [7] }, "limit" => { cases: [one] * 1001 }, "required" => { cases: [one], on: nil },
      "unknown-word" => { cases: [Prap::PersonCase.new(stage: :gone)] },
      "day" => { cases: [Prap::PersonCase.new(stage: :left, start: day("9999-12-31"))] } }.each do |code, wrong|
      error = assert_raises(Prap::Error) { rules.person(on: day("2023-05-09"), **wrong) }
      assert_equal code, error.code
    end
    error = assert_raises(Prap::Error) { rules.person(on: day("2023-05-09"), cases: [one], eligible: 1) }
    assert_equal "type", error.code
  end
end
