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

  # Moves what may be moved whenever it is asked something, and puts something else there.
  class Compacting < Prap::MemoryStore
    %i[load commit read scan].each do |name|
      define_method(name) do |*arguments|
        GC.compact
        100.times { |i| "moved#{i}".dup }
        super(*arguments)
      end
    end
  end

  def asked_of(engine, tenant)
    facts = { "reason" => "job-offer" }
    on = { as_of: day("2023-05-16"), tenant: tenant.call }
    tried = { event: :accept, on: day("2023-05-16"), id: "n-#{tenant.call}" }
    [engine.options(case: "A-1".dup, **on, tenant: tenant.call), engine.outcome(case: "A-1".dup, facts: facts, **on),
     engine.path(case: "A-1".dup, **on, tenant: tenant.call),
     engine.what_if(case: "A-1".dup, events: [tried, tried.merge(id: "m-#{tenant.call}")], **on, tenant: tenant.call)]
      .map { |found| found.to_h.to_s }
  end

  # Only a Hash has the tenant's String, and that is short: its bytes are where the String is.
  def test_what_the_library_borrows_stays_where_it_is
    skip "it does not compact" unless GC.respond_to?(:compact)
    tenant = -> { "tenant-".dup << "x" }
    lives = [Prap::MemoryStore.new, Compacting.new].map do |store|
      engine = fresh_engine(store)
      submit(engine, "A-1", :referral_received, "2023-05-05", programme: :ipes, id: "e-1".dup, tenant: tenant.call)
      submit(engine, "A-1", :accept, "2023-05-09", tenant: tenant.call, id: "e-2".dup)
      asked_of(engine, tenant)
    end
    assert_equal lives[0], lives[1]
  end

  # A number whose reading compacts, as any allocation does with GC.auto_compact.
  class Moving
    def initialize(number) = @number = number

    def to_int
      GC.compact
      100.times { |i| "moved#{i}".dup }
      @number
    end
  end

  # Each short value is in an Array in an Array.
  def test_values_of_a_record_stay_where_they_are
    skip "it does not compact" unless GC.respond_to?(:compact)
    native = Prap.const_get(:Native)
    number = ->(item) { Prap.word(:data_item, item).number }
    rows = lambda do |moving|
      [[number.("prap-referral-id"), "R-1".dup], [number.("surname"), "Smith".dup], [moving, "07700 900123".dup]]
    end
    look = lambda do |moving|
      [native.data_check([0, 0, 0, 0, 0, nil], rows.(moving)), native.data_marks("k" * 16, rows.(moving)),
       native.data_compare(0, rows.(moving), rows.(moving))]
    end
    assert_equal look.(number.("mobile")), look.(Moving.new(number.("mobile")))
  end

  # The windows of each question are in room of the collector's, while those of the next are read.
  def test_windows_of_several_questions_stay_where_they_are
    skip "it does not compact" unless GC.respond_to?(:compact)
    native = Prap.const_get(:Native)
    after = Prap::Calendar.built_in(:england_and_wales)
    before = after.overlay(remove: [day("2022-09-19")])
    look = lambda do |moving|
      rows = Array.new(8) do |i|
        windows = Array.new(1 + i % 3) { |k| [[19_000 + k, 540, 0], [19_000 + k, 600, 0]] }
        [Prap.computation_info("D-02").then { |info| Prap.word(:computation, info.computation).number }, [(day("2022-09-02") - Date.new(1970)).to_i, nil, nil], nil, moving, 0, windows]
      end
      native.dates_moved(before, after, [], rows)
    end
    found = look.(0)
    assert_equal (0...8).to_a, found.map(&:first)
    assert_equal found, look.(Moving.new(0))
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
