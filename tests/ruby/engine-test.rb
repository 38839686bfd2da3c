# frozen_string_literal: true

require_relative "helper"

# What the engine answers, over a store in Ruby and over SQLite alike: each test is run with both.
module EngineBehaviour
  include Helper

  def test_a_referral_is_received_with_its_deadlines
    answer = receive
    assert_predicate answer, :permitted?
    assert_equal [:permitted, :received, :not_open, :ipes, 1, "A1"],
                 [answer.verdict, answer.stage, answer.feed, answer.programme, answer.version, answer.case_id]
    assert_equal [:referral_received, day("2023-05-05")], [answer.event, answer.on]
    assert_equal %i[ack meet record auto60], answer.deadlines.map(&:deadline)
    ack = answer.deadline(:ack)
    assert_equal [day("2023-05-09"), day("2023-05-09"), "IPES-3.22", :open],
                 [ack.due, ack.prudent, ack.rule, ack.status]
    assert_equal day("2023-05-30"), answer.deadline(:meet).due
    assert_nil answer.deadline(:plan)
    assert_equal({ received: day("2023-05-05"), made: day("2023-05-05") }, answer.days)
    assert_equal [RULEBOOK.identity, CALENDAR.identity.hash_digits], [answer.rulebook, answer.calendar]
  end

  def test_a_refusal_cites_its_rule_and_its_cure_and_changes_nothing
    receive
    answer = accept(on: "2023-05-10")
    assert_predicate answer, :refused?
    reason = answer.reasons.fetch(0)
    assert_equal ["IPES-3.23-N1", :forbidden, :acknowledgement_passed, :reject],
                 [reason.rule, reason.severity, reason.reason, reason.cure_event]
    assert_match(/2 working days/, reason.why)
    assert_match(/reject/, reason.cure)
    assert_equal :refuse, answer.settings.fetch(:late_ack)
    assert_equal 1, engine.show(case: "A1", as_of: day("2023-05-10")).version
  end

  def test_what_is_unknown_is_named
    receive
    answer = accept
    assert_predicate answer, :permitted?
    answer = engine.submit(case: "A1", event: :left, on: day("2023-05-10"), code: :unknown)
    assert_includes answer.missing, :code if answer.undecided?
    strict = engine.preview(case: "A1", event: :meeting_attended, on: day("2023-05-10"), strict: true)
    assert_equal strict.missing, strict.missing.uniq
    strict.missing.each { |fact| refute_nil Prap.word(:fact, fact) }
  end

  def test_the_same_id_again_changes_nothing_and_gets_the_same_answer
    first = receive(id: "e1")
    again = receive(id: "e1")
    refute_predicate first, :duplicate?
    assert_predicate again, :duplicate?
    assert_equal first.version, again.version
    assert_code("id-reused", "id") { accept(id: "e1") }
    assert_predicate accept(id: 17), :permitted?
    assert_equal 17, accept(id: 17).id
    assert_predicate accept(id: "17"), :duplicate?
  end

  def test_a_preview_stores_nothing
    answer = engine.preview(case: "A1", event: :referral_received, on: day("2023-05-05"), programme: :ipes)
    assert_predicate answer, :permitted?
    assert_code("no-such-case", "case") { engine.show(case: "A1", as_of: day("2023-05-05")) }
    receive
    assert_equal :accepted, engine.preview(case: "A1", event: :accept, on: day("2023-05-09")).stage
    assert_equal :received, engine.show(case: "A1", as_of: day("2023-05-09")).stage
  end

  def test_facts_come_back_as_they_were_given
    receive(id: "e1", scr: false)
    engine.submit(case: "A1", event: "reject", on: day("2023-05-09"), recorded: day("2023-05-10"), id: 2,
                  facts: { "reason" => :work, evidence_held: :unknown })
    first, second = engine.history(case: "A1", as_of: day("2023-05-10"))
    assert_equal [1, :referral_received, day("2023-05-05"), "e1"],
                 [first.sequence, first.event, first.on, first.id]
    assert_equal({ made: day("2023-05-05"), scr: false }, first.facts)
    assert_equal [2, :reject, day("2023-05-09"), day("2023-05-10"), "2"],
                 [second.sequence, second.event, second.on, second.recorded, second.id]
    assert_equal({ reason: :work, evidence_held: :unknown }, second.facts)
    assert_equal 1, engine.history(case: "A1", as_of: day("2023-05-09")).size
  end

  def test_a_case_is_shown_as_it_stood_on_a_day
    receive
    accept
    assert_equal :received, engine.show(case: "A1", as_of: day("2023-05-08")).stage
    shown = engine.show(case: "A1", as_of: day("2023-05-09"))
    assert_equal [nil, nil, :accepted, 2], [shown.verdict, shown.event, shown.stage, shown.history.size]
    assert_equal :met, shown.deadline(:ack).status
    assert_equal day("2023-05-09"), shown.deadline(:ack).done
    assert_code("no-such-case") { engine.show(case: "A1", as_of: day("2023-05-04")) }
  end

  def test_a_walk_visits_every_case_in_order
    %w[B A10 A2 Ŵ].each { |name| receive(name) }
    receive("other", tenant: "elsewhere")
    names = engine.walk(as_of: day("2023-05-05")).map(&:case_id)
    assert_equal %w[A10 A2 B Ŵ], names
    yielded = []
    assert_same engine, engine.walk(as_of: day("2023-05-05")) { |answer| yielded << answer.case_id }
    assert_equal names, yielded
    assert_equal ["other"], engine.walk(as_of: day("2023-05-05"), tenant: "elsewhere").map(&:case_id)
    assert_empty engine.walk(as_of: day("2023-05-04"))
    assert_empty engine.walk(as_of: day("2023-05-05"), due_by: day("2023-05-08"))
  end

  # More cases than a store is asked for in one scan.
  def test_a_walk_goes_on_past_one_page
    names = (1..300).map { |i| format("C%03d", i) }
    names.each { |name| receive(name) }
    assert_equal names, engine.walk(as_of: day("2023-05-05")).map(&:case_id)
  end

  def test_what_is_due_comes_earliest_first
    receive("B")
    receive("A")
    accept("A")
    due = engine.due(as_of: day("2023-05-10"), within_days: 21)
    assert_equal [["B", :ack, :overdue], ["A", :meet, :open], ["B", :meet, :open], ["A", :record, :open],
                  ["B", :record, :open]],
                 (due.map { |one| [one.case_id, one.deadline.deadline, one.deadline.status] })
    assert_equal ["B"], engine.due(as_of: day("2023-05-10")).map(&:case_id)
    assert_equal 7, engine.due(as_of: day("2023-05-10"), within_days: 2**31 - 1).size
    assert_code("range", "within_days") { engine.due(as_of: day("2023-05-10"), within_days: -1) }
  end

  def test_a_sweep_turns_what_day_60_has_reached_and_only_once
    receive("A")
    receive("B")
    accept("B")
    engine.submit(case: "B", event: :dna_recorded, on: day("2023-05-16"), reason: :withdrawn)
    assert_equal 0, engine.sweep(as_of: day("2023-07-03")).moved
    assert_equal [1, 0], engine.sweep(as_of: day("2023-07-04")).to_h.values_at(:moved, :failed)
    assert_equal 0, engine.sweep(as_of: day("2023-07-05")).moved
    assert_equal %i[auto_dna dna], engine.walk(as_of: day("2023-07-05")).map(&:stage)
  end

  def test_next_events_say_what_is_possible_and_why_not_the_rest
    receive
    possible = engine.next_events(case: "A1", as_of: day("2023-05-09"))
    verdicts = possible.to_h { |one| [one.event, one.verdict] }
    assert_equal :permitted, verdicts[:accept]
    assert_equal :refused, verdicts[:left]
    refute verdicts.key?(:auto_dna)
    possible.select { |one| one.verdict == :refused }.each { |one| refute_empty one.reasons }
    assert_equal 1, engine.show(case: "A1", as_of: day("2023-05-09")).version
  end

  # The case has gone on since, so the day is asked of what was recorded by then.
  def test_next_events_of_an_earlier_day
    receive
    now = possible_on("2023-05-08")
    accept
    engine.submit(case: "A1", event: :meeting_attended, on: day("2023-05-16"), mode: :face_to_face)
    assert_equal now, possible_on("2023-05-08")
    refute_equal now, possible_on("2023-06-01")
  end

  def possible_on(text)
    engine.next_events(case: "A1", as_of: day(text)).map { |one| [one.event, one.verdict] }
  end

  def test_events_out_of_order_are_errors
    receive
    accept
    assert_code("order", "recorded") do
      engine.submit(case: "A1", event: :contact_attempted, on: day("2023-05-08"), method: :phone)
    end
    assert_code("order", "recorded") do
      engine.submit(case: "A2", event: :referral_received, on: day("2023-05-08"), recorded: day("2023-05-05"),
                    programme: :ipes)
    end
  end

  def test_answers_are_frozen_all_through
    receive(id: "e1")
    answer = engine.show(case: "A1", as_of: day("2023-05-05"))
    event = answer.history.first
    [answer, answer.reasons, answer.deadlines, answer.deadlines.first, answer.notices, answer.settings,
     answer.days, answer.case_id, answer.history, event, event.facts].each do |part|
      assert_predicate part, :frozen?
    end
    assert_raises(FrozenError) { answer.deadlines.first.due = nil }
  end

  def test_a_closed_engine_says_so
    receive
    assert_nil engine.close
    assert_nil engine.close
    assert_predicate engine, :closed?
    assert_code("null-argument", "engine") { accept }
    assert_code("null-argument", "engine") { engine.walk(as_of: day("2023-05-05")) }
    assert_equal 1, engine_over(store).show(case: "A1", as_of: day("2023-05-05")).version
  end
end

class MemoryEngineTest < Minitest::Test
  include EngineBehaviour
end

class SQLiteEngineTest < Minitest::Test
  include EngineBehaviour

  def store = @store ||= Prap::SQLiteStore.open(":memory:")
end

class RulebookTest < Minitest::Test
  include Helper

  def rulebook(**settings) = Prap::Rulebook.new(programme: :ipes, calendar: CALENDAR, settings: settings)

  def test_settings_may_be_spelled_in_any_way
    spellings = [{ late_ack: :allow_with_breach }, { "late-ack" => "allow-with-breach" },
                 { "P-LATE-ACK" => "ALLOW_WITH_BREACH" }]
    books = spellings.map do |settings|
      Prap::Rulebook.new(programme: "ipes", calendar: CALENDAR, settings: settings)
    end
    assert_equal 1, books.map(&:identity).uniq.size
    assert_equal :allow_with_breach, books.first.settings[:late_ack]
    assert_equal 3, rulebook(min_attempts: 3).settings[:min_attempts]
    assert_equal [:ipes, CALENDAR], [books.first.programme, books.first.calendar]
  end

  def test_a_setting_decides
    engine = engine_over(store, rulebook(late_ack: :allow_with_breach))
    receive(engine: engine)
    answer = accept(engine: engine, on: "2023-05-10")
    assert_equal [:permitted, 1], [answer.verdict, answer.breaches]
    assert_equal :allow_with_breach, answer.settings[:late_ack]
    assert_includes answer.notices.map(&:notice), :late_acceptance
  end

  def test_wrong_settings_are_named
    assert_code("unknown-word", "policy") { rulebook(tea_time: :yes) }
    error = assert_code("unknown-word", "value") { rulebook(late_ack: :perhaps) }
    assert_match(/refuse/, error.message)
    assert_code("range", "value") { rulebook(min_attempts: 100_000) }
    both = { late_ack: :refuse, "P-LATE-ACK" => "REFUSE" }
    assert_code("twice") { Prap::Rulebook.new(programme: :ipes, calendar: CALENDAR, settings: both) }
    assert_code("unknown-word", "programme") { Prap::Rulebook.new(programme: :restart, calendar: CALENDAR) }
  end

  def test_a_rulebook_is_frozen_and_initialised_once
    assert_predicate RULEBOOK, :frozen?
    assert_raises(NoMethodError, TypeError) { RULEBOOK.dup.settings }
    assert_code("null-argument") { Prap::Rulebook.allocate.identity }
    halves = [Prap::Rulebook, Prap::Engine, Prap::SQLiteStore, Prap::PostgreSQLStore].map { |kind| kind.allocate.inspect }
    assert_equal ["#<Prap::Rulebook>", *%w[Engine SQLiteStore PostgreSQLStore].map { |name| "#<Prap::#{name} closed>" }], halves
    assert_code("twice") { RULEBOOK.send(:native_initialize, 1, CALENDAR, [], [[], [], []]) }
  end
end
