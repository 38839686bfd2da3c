# frozen_string_literal: true

require_relative "helper"

# With GC.stress every allocation collects: whatever the extension forgot to keep alive is gone when it is
# used next.
class GCTest < Minitest::Test
  include Helper

  YOUNG = 1 # GC.stress's flag for collecting only what is new: a hundred times as fast

  def stressed(how = YOUNG)
    GC.stress = how
    yield
  ensure
    GC.stress = false
  end

  # Everything made inside, nothing but the engine kept.
  def fresh_engine(store)
    calendar = Prap::Calendar.built_in(:england_and_wales)
    settings = { late_ack: :allow_with_breach }
    Prap::Engine.new(Prap::Rulebook.new(programme: :ipes, calendar: calendar, settings: settings), store)
  end

  def submit(engine, case_id, event, on, **more)
    engine.submit(case: case_id.dup, event: event, on: Date.iso8601(on), **more)
  end

  def whole_life(store)
    engine = fresh_engine(store)
    submit(engine, "A1", :referral_received, "2023-05-05", programme: "ipes", id: "e1".dup, tenant: "t".dup)
    submit(engine, "A1", :accept, "2023-05-10", tenant: "t".dup)
    facts = { "mode".dup => "digital".dup }
    submit(engine, "A1", :meeting_attended, "2023-05-16", tenant: "t".dup, facts: facts)
    lines = [engine.show(case: "A1".dup, as_of: day("2023-05-16"), tenant: "t".dup).to_json]
    engine.walk(as_of: day("2023-05-16"), tenant: "t".dup) { |answer| lines << answer.to_json }
    lines << engine.sweep(as_of: day("2023-12-01"), tenant: "t".dup).to_h
    engine.close
    lines
  end

  def test_a_case_lives_the_same_life_under_stress
    [-> { Prap::MemoryStore.new }, -> { Prap::SQLiteStore.open(":memory:") }].each do |make|
      calm = whole_life(make.call)
      store = make.call
      assert_equal calm, stressed { whole_life(store) }
    end
  end

  # Everything is collected at every allocation, what is old too: the adapter, the store, the rulebook.
  def test_an_event_under_full_stress
    engine = fresh_engine(Prap::MemoryStore.new)
    3.times { GC.start }
    stressed(true) { submit(engine, "A1", :referral_received, "2023-05-05", programme: :ipes) }
    assert_equal ["A1"], engine.walk(as_of: day("2023-05-05")).map(&:case_id)
  end

  def test_exceptions_from_callbacks_survive_stress
    store = Prap::MemoryStore.new
    engine = fresh_engine(store)
    submit(engine, "A1", :referral_received, "2023-05-05", programme: :ipes)
    store.define_singleton_method(:commit) { |_| raise ArgumentError, "text made here: #{object_id}" }
    error = stressed { assert_raises(ArgumentError) { submit(engine, "A1", :accept, "2023-05-09") } }
    assert_equal "text made here: #{store.object_id}", error.message
    store.singleton_class.remove_method(:commit)
    store.define_singleton_method(:load) { |*| throw :out, "thrown #{object_id}" }
    caught = stressed { catch(:out) { submit(engine, "A1", :accept, "2023-05-09") } }
    assert_equal "thrown #{store.object_id}", caught
    store.singleton_class.remove_method(:load)
    assert_predicate submit(engine, "A1", :accept, "2023-05-09"), :permitted?
  end

  def test_errors_and_input_lines_under_stress
    engine = fresh_engine(Prap::MemoryStore.new)
    stressed do
      assert_code("no-such-case", "case") { submit(engine, "A9", :accept, "2023-05-09") }
      assert_code("day-form", "on") { Prap::Input.parse('{"case":"A1","event":"accept","on":"9 May"}') }
      assert_code("unknown-word", "policy") do
        Prap::Rulebook.new(programme: :ipes, calendar: CALENDAR, settings: { "no-such".dup => "x".dup })
      end
      assert_equal day("2023-05-30"), CALENDAR.add_working_days(day("2023-05-05"), 15)
    end
  end

  # In whatever order the collector sweeps an engine, its rulebook and its store.
  def test_engines_are_swept_in_any_order
    200.times do |i|
      engine = fresh_engine(i.even? ? Prap::MemoryStore.new : Prap::SQLiteStore.open(":memory:"))
      submit(engine, "A1", :referral_received, "2023-05-05", programme: :ipes)
      engine.close if (i % 3).zero?
    end
    GC.start
    GC.compact if GC.respond_to?(:compact)
    engine = fresh_engine(Prap::MemoryStore.new)
    assert_predicate submit(engine, "A1", :referral_received, "2023-05-05", programme: :ipes), :permitted?
  end

  # The library's memory is outside Ruby's heap: when the objects go, the next ones find it free again.
  def test_memory_comes_back
    round = lambda do
      400.times { fresh_engine(Prap::SQLiteStore.open(":memory:")) }
      GC.start
      File.read("/proc/self/statm").split[1].to_i
    end
    2.times { round.call }
    before = round.call
    after = Array.new(4) { round.call }.last
    assert_operator after - before, :<, 2000, "pages that 1,600 engines and stores left behind"
  end
end
