# frozen_string_literal: true

require_relative "helper"

# Earnings, codes and the earnings feed through Ruby: the golden bytes of the command, and what is refused.
class EarningsTest < Minitest::Test
  include Helper

  TOP = File.expand_path("../..", __dir__)
  AS_OF = Date.new(2023, 5, 9)

  def lines(*path) = File.readlines(File.join(TOP, *path), chomp: true, encoding: "UTF-8")
  def golden(name) = lines("tests", "golden", "earnings", name)

  def pairs(rows, key) = (rows || []).map { |row| [Date.iso8601(row[key]), row["pence"]] }

  def caseload
    lines("docs", "examples", "caseload", "caseload.jsonl").each { |line| engine.submit(**Prap::Input.parse(line)) }
    engine
  end

  def test_the_bytes_of_the_command
    answers = golden("questions.jsonl").map do |line|
      asked = JSON.parse(line)
      Prap.earnings(asked["programme"], as_of: Date.iso8601(asked["as_of"]), payments: pairs(asked["payments"], "on"),
                                        national: pairs(asked["national"], "from"), id: asked["id"]).to_json
    end
    assert_equal golden("earnings.jsonl"), answers
    assert_equal golden("codes.jsonl"), Prap.codes.map(&:to_json)
    choices = %i[ipes whp jets].product([1, 10, 37, 39, 43, 45, 46, 99]).map { |of, code| Prap.code_choice(of, code).to_json }
    assert_equal golden("choices.jsonl"), choices
  end

  def test_the_feeds_of_the_command
    feeds = caseload.feeds(as_of: AS_OF)
    assert_equal golden("feeds.jsonl"), feeds.map(&:to_json)
    seen = []
    assert_nil(engine.feeds(as_of: AS_OF) { |feed| seen << feed })
    assert_equal feeds, seen
    left = feeds.map(&:case_id).select { |id| id.start_with?("left") }
    assert_equal golden("histories.jsonl"), left.map { |id| engine.feed(case: id, as_of: AS_OF).to_json }
    assert_equal feeds.reject { |feed| feed.orphan == false }, engine.feeds(as_of: AS_OF, orphans: true)
    hidden = engine.feed(case: "left-43", as_of: AS_OF).to_json(redact: true)
    refute_match(/43"|:43/, hidden.delete_prefix('{"v":1,"case":"left-43"'))
  end

  def test_words_and_days
    found = Prap.earnings(:jets, as_of: AS_OF, payments: [[AS_OF, 100_000]])
    assert_equal [:pounds_1000, :reached, AS_OF, true], found.to_a.values_at(5, 6, 7, 8)
    assert_equal %i[reached reached not_applicable not_applicable], found.thresholds.map(&:status)
    assert_equal :unknown, Prap.earnings(:whp, as_of: AS_OF, payments: []).closes_feed
    assert_equal [[:first_pay, nil, 1], [:pounds_1000, nil, 100_000], [:pounds_2000, nil, 200_000],
                  [:national, :not_known, 0]].map(&:last), Prap.thresholds(:whp).map(&:last)
    assert_equal [:stays_open, "M08-BG-4"], Prap.feed_effect(:whp, :back_out)
    assert_equal [:not_stated, "M08-BG-4"], Prap.feed_effect(:ipes, :back_out)
    assert_equal 3, Prap.codes(:whp).size
    assert_equal %i[whp jets], Prap.code_choice(:ipes, 37).defined_for
    assert_equal :none, Prap.code_choice(:whp, 37, feed: :not_open).payment
  end

  def test_which_is_the_duplicate
    cases = [Prap::PersonCase.new(stage: :started, made: Date.new(2021, 5, 1), start: Date.new(2021, 5, 5)),
             Prap::PersonCase.new(stage: :received, made: Date.new(2021, 5, 20))]
    jets = Prap::Rulebook.new(programme: :jets, calendar: Prap::Calendar.built_in(:england_and_wales))
    found = jets.person(on: Date.new(2021, 6, 1), cases: cases).findings
    assert_equal [[:duplicate_proposed, 1, 0]], found.map { |one| [one.finding, one.at, one.other] }
  end

  def test_what_is_refused
    assert_code("unknown-word") { Prap.codes(:nothing) }
    assert_code("unknown-word") { Prap.code_choice(:nothing, 1) }
    assert_code("type") { Prap.code_choice(:whp, "1") }
    assert_code("range") { Prap.code_choice(:whp, 2**40) }
    assert_code("range") { Prap.earnings(:whp, as_of: AS_OF, payments: [[AS_OF, -1]]) }
    assert_code("range") { Prap.earnings(:whp, as_of: AS_OF, payments: [[AS_OF, 2**63 - 1], [AS_OF, 1]]) }
    assert_code("range") { Prap.earnings(:whp, as_of: AS_OF, payments: [[AS_OF, 2**63]]) }
    assert_code("range") { Prap.earnings(:whp, as_of: AS_OF, payments: [], national: [[AS_OF, 0]]) }
    assert_code("twice") { Prap.earnings(:whp, as_of: AS_OF, payments: [], national: [[AS_OF, 1], [AS_OF, 2]]) }
    assert_code("type") { Prap.earnings(:whp, as_of: AS_OF, payments: [[AS_OF, 1.5]]) }
    assert_code("type") { Prap.earnings(:whp, as_of: AS_OF, payments: AS_OF) }
    assert_code("limit") { Prap.earnings(:whp, as_of: AS_OF, payments: [[AS_OF, 1]] * 2001) }
    assert_code("no-such-case") { engine.feed(case: "Z", as_of: AS_OF) }
    assert_code("required") { engine.feeds(as_of: nil) }
  end
end
