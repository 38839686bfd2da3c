# frozen_string_literal: true

require_relative "helper"

# The example caseload, whose answers were worked out by arithmetic of its own
# (docs/examples/caseload/oracle.py).
class CaseloadTest < Minitest::Test
  include Helper

  DIRECTORY = File.expand_path("../../docs/examples/caseload", __dir__)

  def lines(name) = File.readlines(File.join(DIRECTORY, name), chomp: true, encoding: "UTF-8")

  def test_every_verdict_stage_and_deadline_is_as_worked_out
    expected = lines("expected.jsonl").map { |line| JSON.parse(line) }
    answers = lines("caseload.jsonl").map { |line| answer_to(line) }
    assert_equal expected.size, answers.size
    expected.zip(answers).each do |wanted, answer|
      id = wanted["id"]
      %w[id case verdict stage].each { |key| assert_equal wanted[key], answer[key], "#{id}, #{key}" }
      found = answer["deadlines"].to_h { |row| [row["deadline"], row] }
      assert_deadlines(wanted.fetch("deadlines", {}), found, id)
    end
  end

  def answer_to(line) = JSON.parse(engine.submit(**Prap::Input.parse(line)).to_json)

  def assert_deadlines(wanted, found, id)
    wanted.each do |name, days|
      days.each { |key, day| assert_equal day, found.dig(name, key), "#{id}, #{name}, #{key}" }
    end
  end

  def test_lines_that_cannot_be_read_change_nothing
    expected = lines("bad-lines-expected.jsonl").map { |line| JSON.parse(line) }
    found = lines("bad-lines.jsonl").each.with_index(1).map do |line, number|
      error = assert_raises(Prap::Error) { engine.submit(**Prap::Input.parse(line)) }
      { "line" => number, "code" => error.code, "field" => error.field.to_s }
    end
    assert_equal expected, found
    assert_empty engine.walk(as_of: day("9999-12-31"))
  end
end
