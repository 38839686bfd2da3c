# frozen_string_literal: true

require_relative "helper"

# Supplements in Ruby: what a host adds to a rulebook, read from JSON or made of structs.
class SupplementTest < Minitest::Test
  DAY = Date.new(2021, 5, 4)
  ROW = { "name" => "ours", "source" => "s", "anchor" => "made", "n" => 2, "unit" => "working-days" }.freeze

  def rulebook(supplement, programme = :whp)
    Prap::Rulebook.new(programme: programme, calendar: Prap::Calendar.built_in(:england_and_wales), supplement: supplement)
  end

  def ours
    Prap::DeadlineDefinition.new(name: "ours", source: "Our contract", anchor: :made, n: 2, unit: :working_days,
                                 programme: :whp, fills: :ack, done_by: [:acknowledged])
  end

  def test_it_is_read_back
    supplement = Prap::Supplement.new(suspensions: [Prap::Suspension.new(from: DAY)],
                                      thresholds: [Prap::Threshold.new(from: DAY, pence: 370_656)], deadlines: [ours])
    kept = rulebook(supplement).supplement
    assert_equal supplement.suspensions, kept.suspensions
    assert_equal supplement.thresholds, kept.thresholds
    assert_equal [:made, :ack, [:acknowledged], :whp], kept.deadlines.first.to_h.values_at(:anchor, :fills, :done_by, :programme)
    assert_empty rulebook(nil).supplement.deadlines
    assert_equal rulebook(nil).identity, rulebook(Prap::Supplement.new).identity
  end

  def test_its_deadlines_are_the_hosts
    engine = Prap::Engine.new(rulebook(Prap::Supplement.new(deadlines: [ours])), Prap::MemoryStore.new)
    answer = engine.submit(case: "A", event: :referral_received, on: DAY, programme: :whp, facts: { made: DAY })
    ack = answer.deadline(:ack)
    assert_equal [Date.new(2021, 5, 6), "ours", "Our contract", nil, "AMB-95", :host],
                 [ack.due, ack.name, ack.source, ack.rule, ack.ambiguity, ack.defined_by]
    meet = answer.deadline(:meet)
    assert_equal [:not_defined, nil, nil], [meet.status, meet.due, meet.anchor]
    assert_equal ["ours"], engine.due(as_of: DAY, within_days: 5).map { |due| due.deadline.name }
  end

  def refused(code, field, given)
    error = assert_raises(Prap::Error) { rulebook(given.is_a?(Prap::Supplement) ? given : Prap::Supplement.parse(given)) }
    assert_equal [code, field], [error.code, error.field.to_s]
  end

  def test_what_is_wrong_is_named
    refused("type", "", "[")
    refused("unknown-word", "", { "notes" => [] })
    refused("type", "deadlines", { "deadlines" => 1 })
    refused("unknown-word", "deadlines[0]", { "deadlines" => [ROW.merge("note" => 1)] })
    refused("unknown-word", "deadlines[0].anchor", { "deadlines" => [ROW.merge("anchor" => "birthday")] })
    refused("type", "deadlines[0].n", { "deadlines" => [ROW.merge("n" => "2")] })
    refused("range", "deadlines[0].n", { "deadlines" => [ROW.merge("n" => 4000)] })
    refused("twice", "deadlines[1].valid_from", { "deadlines" => [ROW, ROW] })
    refused("limit", "deadlines[0].done_by", { "deadlines" => [ROW.merge("done_by" => ["made"] * 4)] })
    refused("limit", "deadlines", { "deadlines" => [ROW] * 33 })
    refused("required", "thresholds[0].pence", { "thresholds" => [{ "from" => "2021-04-01" }] })
    refused("day-form", "suspensions[0].from", { "suspensions" => [{ "from" => "2021-4-1" }] })
    refused("order", "suspensions[0].until", { "suspensions" => [{ "from" => "2021-04-02", "until" => "2021-04-01" }] })
    assert_raises(Prap::CallerError) { Prap::Supplement.new(deadlines: [DAY]) }
    assert_raises(Prap::CallerError) { rulebook({ "deadlines" => [] }) }
  end

  def test_presets
    assert(Prap.presets.all? { |one| one.source.include?("outside the five documents") })
    kept = rulebook(Prap::Supplement.new(deadlines: Prap.presets), :jets).supplement.deadlines
    assert_equal Prap.presets.select { |one| one.programme == :jets }, kept
  end
end
