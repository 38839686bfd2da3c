# frozen_string_literal: true

require_relative "helper"
require "timeout"

# Leaving a callback in every way there is: what was raised arrives as it was raised, nothing is half-written,
# and the engine is ready for the next call.
class CallbacksTest < Minitest::Test
  include Helper

  # A store in memory that runs a block in the place of one of its methods, or after it.
  class Disturbed < Prap::MemoryStore
    attr_accessor :where, :before, :after

    %i[load commit read scan].each do |name|
      define_method(name) do |*arguments|
        before&.call if where == name
        super(*arguments).tap { after&.call if where == name }
      end
    end

    def disturb(method, before: nil, after: nil)
      self.where = method
      self.before = before
      self.after = after
    end

    def calm = disturb(nil)
  end

  def store = @store ||= Disturbed.new

  def before_all
    receive("A1", id: "e1")
    receive("B1")
    accept("B1")
  end

  # Every call that reaches each callback.
  CALLS = {
    load: ->(engine) { engine.submit(case: "A1", event: :accept, on: Date.new(2023, 5, 9)) },
    commit: ->(engine) { engine.submit(case: "A1", event: :accept, on: Date.new(2023, 5, 9)) },
    read: ->(engine) { engine.history(case: "B1", as_of: Date.new(2023, 5, 9)) },
    scan: ->(engine) { engine.walk(as_of: Date.new(2023, 5, 9)) },
  }.freeze
  SWEEP = ->(engine) { engine.sweep(as_of: Date.new(2023, 12, 1)) }

  # All that the store holds, through an engine of its own.
  def picture
    other = engine_over(store)
    cases = other.walk(as_of: day("2023-12-31")).map(&:case_id)
    cases.map { |name| other.show(case: name, as_of: day("2023-12-31")).to_json }
  end

  # The store as before, and an engine that goes on as if nothing had happened.
  def assert_as_before(picture)
    store.calm
    assert_equal picture, self.picture
    assert_predicate accept("A1"), :permitted?
    assert_equal :accepted, engine.show(case: "A1", as_of: day("2023-05-09")).stage
  end

  # That it is none of StandardError is the point.
  class Odd < Exception; end

  EXCEPTIONS = [RuntimeError.new("mine"), Odd.new("odd"), NoMemoryError.new("none"), SystemExit.new(3),
                StopIteration.new, SecurityError.new, Interrupt.new("stop"), SignalException.new("TERM"),
                Prap::HostError.new("theirs")].freeze

  CALLS.each do |name, call|
    EXCEPTIONS.each do |exception|
      define_method("test_#{exception.class}_in_#{name}_is_the_same_object_at_the_caller") do
        before_all
        was = picture
        store.disturb(name, before: -> { raise exception })
        caught = assert_raises(exception.class) { call.call(engine) }
        assert_same exception, caught
        assert_as_before(was)
      end
    end

    define_method("test_throw_out_of_#{name}_reaches_its_catch") do
      before_all
      was = picture
      thing = Object.new
      store.disturb(name, before: -> { throw :done, thing })
      assert_same(thing, catch(:done) { call.call(engine) })
      assert_raises(UncaughtThrowError) { call.call(engine) }
      assert_as_before(was)
    end

    define_method("test_a_thread_killed_in_#{name}_dies_and_runs_its_ensure") do
      before_all
      was = picture
      ensured = false
      reached = false
      engine
      store.disturb(name, before: -> { Thread.current.kill })
      thread = Thread.new do
        call.call(engine)
        reached = true
      ensure
        ensured = true
      end
      assert_nil thread.join.value
      assert_equal [true, false], [ensured, reached]
      assert_as_before(was)
    end

    define_method("test_an_exception_from_another_thread_arrives_out_of_#{name}") do
      before_all
      was = picture
      engine
      asleep = Queue.new
      store.disturb(name, before: -> { asleep << true and sleep })
      thread = Thread.new { call.call(engine) }
      thread.report_on_exception = false
      asleep.pop
      thread.raise(Odd, "from outside")
      assert_equal "from outside", assert_raises(Odd) { thread.join }.message
      assert_as_before(was)
    end

    define_method("test_a_timeout_in_#{name}_is_a_timeout") do
      before_all
      was = picture
      store.disturb(name, before: -> { sleep })
      assert_raises(Timeout::Error) { Timeout.timeout(0.02) { call.call(engine) } }
      assert_as_before(was)
    end

    define_method("test_every_call_on_the_engine_inside_#{name}_is_refused") do
      before_all
      was = picture
      codes = []
      store.disturb(name, before: -> { codes.concat(reentrant_codes) })
      call.call(engine)
      assert_operator codes.size, :>=, REENTRANT.size
      assert_equal ["re-entry"], codes.uniq
      store.calm
      next assert_as_before(was) if %i[read scan].include?(name)

      assert_equal :accepted, engine.show(case: "A1", as_of: day("2023-05-09")).stage
    end
  end

  REENTRANT = [
    ->(engine) { CALLS[:load].call(engine) }, ->(engine) { CALLS[:read].call(engine) },
    ->(engine) { CALLS[:scan].call(engine) }, SWEEP, ->(engine) { engine.close },
    ->(engine) { engine.preview(case: "A1", event: :accept, on: Date.new(2023, 5, 9)) },
    ->(engine) { engine.show(case: "A1", as_of: Date.new(2023, 5, 9)) },
    ->(engine) { engine.next_events(case: "A1", as_of: Date.new(2023, 5, 9)) },
    ->(engine) { engine.due(as_of: Date.new(2023, 5, 9)) }
  ].freeze

  def reentrant_codes
    REENTRANT.map { |call| assert_raises(Prap::CallerError) { call.call(engine) }.code }
  end

  def test_a_signal_in_a_callback_interrupts_the_caller
    before_all
    was = picture
    store.disturb(:commit, before: -> { Process.kill(:INT, Process.pid) and sleep })
    assert_raises(Interrupt) { accept }
    assert_as_before(was)
  end

  # A sweep passes over cases that fail; an exception is not such a failure, and no callback runs after it.
  def test_an_exception_ends_a_sweep_at_once
    20.times { |i| receive(format("S%02d", i)) } # sixteen changes are committed at once
    exception = Odd.new("here")
    calls = 0
    store.disturb(:commit, before: lambda {
      calls += 1
      raise exception if calls == 2
    })
    assert_same(exception, assert_raises(Odd) { engine.sweep(as_of: day("2023-12-01")) })
    assert_equal 2, calls
    store.calm
    assert_equal [:auto_dna] * 16 + [:received] * 4, stages
    assert_equal 4, engine.sweep(as_of: day("2023-12-01")).moved
  end

  def stages
    Array.new(20) { |i| format("S%02d", i) }.map do |name|
      engine.history(case: name, as_of: day("2023-12-01")).size == 2 ? :auto_dna : :received
    end
  end

  # The host wrote and then raised: what it wrote is its own affair, but the same id again finds it.
  def test_an_exception_after_the_commit_leaves_the_case_whole
    receive
    store.disturb(:commit, after: -> { raise Odd, "too late" })
    assert_raises(Odd) { accept(id: "a1") }
    store.calm
    again = accept(id: "a1")
    assert_equal [true, :accepted, 2], [again.duplicate?, again.stage, again.version]
  end

  # Ruby runs ensure and rescue on the way out, and may use another engine on it.
  def test_a_rescue_around_the_call_may_use_the_engine_at_once
    receive
    store.disturb(:load, before: -> { raise Odd })
    stage = begin
      accept
    rescue Odd
      store.calm
      accept.stage
    end
    assert_equal :accepted, stage
  end

  def test_another_engine_may_be_used_in_a_callback
    receive
    other = engine_over(Prap::MemoryStore.new)
    store.disturb(:commit, before: -> { receive("X", engine: other) })
    assert_predicate accept, :permitted?
    assert_equal ["X"], other.walk(as_of: day("2023-05-05")).map(&:case_id)
  end

  def test_a_block_may_leave_the_walk_in_any_way
    before_all
    was = picture
    assert_equal("A1", engine.walk(as_of: day("2023-05-09")) { |answer| break answer.case_id })
    assert_equal("A1", walk_and_return)
    odd = Odd.new("out of the block")
    assert_same(odd, assert_raises(Odd) { engine.walk(as_of: day("2023-05-09")) { raise odd } })
    assert_equal(:x, catch(:done) { engine.walk(as_of: day("2023-05-09")) { throw :done, :x } })
    codes = []
    engine.walk(as_of: day("2023-05-09")) { codes.concat(reentrant_codes) }
    assert_equal 2 * REENTRANT.size, codes.size
    assert_equal ["re-entry"], codes.uniq
    seen = engine.enum_for(:walk, as_of: day("2023-05-09")).first(1)
    assert_equal ["A1"], seen.map(&:case_id)
    assert_as_before(was)
  end

  def walk_and_return
    engine.walk(as_of: day("2023-05-09")) { |answer| return answer.case_id }
  end

  # A fiber that is left in the middle of a walk keeps its engine busy, but no longer than there is such a
  # fiber.
  def test_an_abandoned_fiber_is_swept_and_lets_the_file_go
    stores = Array.new(20) do
      Prap::SQLiteStore.open(":memory:").tap do |file|
        left = engine_over(file)
        receive("F", engine: left)
        left.enum_for(:walk, as_of: day("2023-05-09")).next
        assert_code("re-entry") { left.close }
        assert_code("re-entry") { file.close }
      end
    end
    GC.start
    # The collector may take a word on the stack for a fiber, so a few may stay.
    closed = stores.count do |file|
      file.close.nil?
    rescue Prap::CallerError
      false
    end
    assert_operator closed, :>=, 15
  end

  def test_a_fiber_may_rest_in_a_callback
    receive
    store.disturb(:commit, before: -> { Fiber.yield(:resting) })
    fiber = Fiber.new { accept }
    assert_equal :resting, fiber.resume
    assert_match(/a fiber rests in a callback/, assert_code("re-entry") { receive("B") }.message)
    assert_match(/a fiber rests in a callback/, assert_code("re-entry") { engine.close }.message)
    assert_predicate fiber.resume, :permitted?
    store.calm
    assert_predicate receive("B"), :permitted?
  end

  # One engine is for one thread at a time; the second thread is told so, and the first is not disturbed.
  def test_a_second_thread_is_refused_while_the_first_is_calling
    receive
    asleep = Queue.new
    go_on = Queue.new
    store.disturb(:commit, before: -> { asleep << true and go_on.pop })
    first = Thread.new { accept }
    asleep.pop
    assert_match(/another thread is in the middle/, assert_code("re-entry") { receive("B") }.message)
    go_on << true
    assert_predicate first.value, :permitted?
  end

  def test_threads_with_engines_of_their_own_share_a_store
    names = (1..40).map { |i| "T#{i}" }
    shared = Prap::MemoryStore.new
    names.each_slice(10).map do |some|
      Thread.new do
        mine = engine_over(shared)
        some.each { |name| receive(name, engine: mine) }
        some.each { |name| accept(name, engine: mine) }
      end
    end.each(&:join)
    assert_equal names.sort, engine_over(shared).walk(as_of: day("2023-05-09")).map(&:case_id)
  end
end
