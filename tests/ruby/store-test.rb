# frozen_string_literal: true

require_relative "helper"

# The contract between the engine and a store written in Ruby, from both sides.
class StoreTest < Minitest::Test
  include Helper

  # A store whose methods answer what they are told to.
  class Scripted < Prap::MemoryStore
    attr_reader :answers, :seen

    def initialize
      super
      @answers = {}
      @seen = []
    end

    %i[load commit read scan].each do |name|
      define_method(name) do |*arguments|
        @seen << [name, *arguments]
        given = @answers[name]
        given = given.shift if given.is_a?(Queue) && !given.empty?
        given.nil? || given.is_a?(Queue) ? super(*arguments) : given
      end
    end
  end

  def store = @store ||= Scripted.new

  def once(*answers) = Queue.new.tap { |queue| answers.each { |answer| queue << answer } }

  def test_a_change_comes_with_everything_that_is_to_be_kept
    receive(id: "e1")
    change = store.seen.assoc(:commit)[1].fetch(0)
    assert_equal ["", "A1", 0, 1, "e1", :ipes, :received, day("2023-05-09"), nil],
                 change.to_h.values_at(:tenant, :case_id, :expected_version, :new_version, :id, :programme,
                                       :stage, :next_due, :hold_until)
    event = change.events.fetch(0)
    assert_equal [1, "e1", Encoding::BINARY, Encoding::BINARY],
                 [event.sequence, event.id, event.record.encoding, change.snapshot.encoding]
    refute_empty event.record
    [change, change.events, event, event.record, change.snapshot, change.notices, change.case_id].each do |it|
      assert_predicate it, :frozen?
    end
  end

  def test_notices_come_in_the_same_commit
    engine.submit(case: "A1", event: :referral_received, on: day("2023-05-05"), programme: :ipes)
    notice = store.notices("", "A1").fetch(0)
    assert_equal [1, 0, :made_day_assumed, :provider],
                 notice.to_h.values_at(:sequence, :ordinal, :notice, :recipient)
  end

  def test_the_questions_are_asked_in_words_and_dates
    receive("A1", tenant: "north")
    engine.sweep(as_of: day("2023-05-09"), tenant: "north")
    engine.history(case: "A1", as_of: day("2023-05-05"), tenant: "north")
    assert_equal [:load, "north", "A1"], store.seen.assoc(:load)
    assert_equal ["north", "", day("2023-05-09")], store.seen.assoc(:scan)[1, 3]
    assert_kind_of Integer, store.seen.assoc(:scan).last
    assert_equal ["north", "A1", 1], store.seen.assoc(:read)[1, 3]
    assert_kind_of Integer, store.seen.assoc(:read).last
  end

  def test_each_failure_of_looking_arrives_with_its_code_and_class
    receive
    { retry: Prap::HostError, store_failed: Prap::HostError, damaged: Prap::DataError,
      not_ours: Prap::DataError, newer_version: Prap::DataError }.each do |outcome, kind|
      store.answers[:load] = outcome
      code = Prap.word(:status, outcome.name.tr("_", "-")).name
      assert_kind_of kind, assert_code(code) { accept }
      store.answers.replace(scan: outcome)
      assert_code(code) { engine.walk(as_of: day("2023-05-05")) }
      store.answers.replace(read: outcome)
      assert_code(code) { engine.history(case: "A1", as_of: day("2023-05-05")) }
      store.answers.clear
    end
    assert_predicate accept, :permitted?
  end

  def test_each_outcome_of_a_commit
    receive
    # After unknown the engine looks and finds nothing; but what is not there yet may still show.
    codes = { store_failed: "store-failed", retry: "retry", conflict: "conflict", unknown: "unknown" }
    codes.each do |outcome, code|
      store.answers[:commit] = outcome
      assert_code(code) { accept }
      store.answers[:commit] = [outcome]
      assert_code(code) { accept }
    end
    store.answers.clear
    assert_equal 1, engine.show(case: "A1", as_of: day("2023-05-09")).version
  end

  def test_an_outcome_that_cannot_be_found_out_is_unknown
    receive
    loads = 0
    store.define_singleton_method(:load) { |*key| (loads += 1) == 1 ? super(*key) : :retry }
    store.answers[:commit] = :unknown
    assert_code("unknown") { accept }
    assert_operator loads, :>, 1
  end

  def test_a_passing_trouble_is_overcome
    receive
    store.answers[:commit] = once(:retry, :conflict, [:retry])
    assert_equal 2, accept.version
    store.answers[:commit] = once(:unknown)
    answer = engine.submit(case: "A1", event: :contact_attempted, on: day("2023-05-10"), method: :phone)
    assert_equal [:permitted, 3], [answer.verdict, answer.version]
    assert_equal 3, engine.show(case: "A1", as_of: day("2023-05-10")).version
  end

  NO_ROW = [1, "bytes", [], {}, true, :none, :ok, "retry", [1, nil, nil, "x"], Object.new].freeze
  BAD_ROWS = [{ version: -1, record: "x" }, { version: 2**64, record: "x" }, { version: "1", record: "x" },
              { version: 1.0, record: "x" }, { version: nil, record: "x" }, { version: 1, record: nil },
              { version: 1, record: :x },
              { version: 1, record: "x", case_id: 7 }, { version: 1, record: "x", id: :x }].freeze

  def test_whatever_else_load_returns_breaks_the_contract_and_not_the_process
    receive
    (NO_ROW + BAD_ROWS.map { |row| Prap::Row.new(**row) }).each do |wrong|
      store.answers[:load] = wrong
      assert_kind_of Prap::HostError, assert_code("host-contract", "load") { accept }
    end
    store.answers.clear
    assert_predicate accept, :permitted?
  end

  def test_whatever_else_read_and_scan_return_breaks_the_contract
    receive
    rows = NO_ROW + BAD_ROWS.map { |row| Prap::Row.new(**row) }
    [false, "rows", 7, {}, :none, :ok, *rows.map { |row| [row] }].each do |wrong|
      store.answers.replace(read: wrong, scan: wrong)
      assert_code("host-contract", "read") { engine.history(case: "A1", as_of: day("2023-05-05")) }
      assert_code("host-contract", "scan") { engine.walk(as_of: day("2023-05-05")) }
    end
  end

  def test_whatever_else_commit_returns_breaks_the_contract
    receive
    [false, 0, true, "ok", [], [:ok, :ok], [nil], [0], ["ok"], [:fine], :fine, [:none], {},
     [[:ok]]].each do |wrong|
      store.answers[:commit] = wrong
      assert_code("host-contract", "commit") { accept }
    end
    store.answers.clear
    assert_predicate accept, :permitted?
  end

  # Rows of the right form with wrong content: the library finds out.
  def test_records_that_are_not_the_librarys_are_refused
    receive
    row = store.load("", "A1")
    ["", "x", "\0" * 100, row.record[0..-2], row.record + "x", row.record.reverse, "\xFF" * 1024,
     "x" * 100_000].each do |bytes|
      store.answers[:load] = Prap::Row.new(version: 1, record: bytes)
      error = assert_raises(Prap::Error) { accept }
      assert_includes %w[damaged not-ours newer-version host-contract limit], error.code
    end
    row.record.bytesize.times do |i|
      flipped = row.record.dup
      flipped.setbyte(i, flipped.getbyte(i) ^ 0x10)
      store.answers[:load] = Prap::Row.new(version: 1, record: flipped)
      assert_includes [Prap::DataError, Prap::HostError], assert_raises(Prap::Error) { accept }.class
    end
    store.answers.clear
    assert_predicate accept, :permitted?
  end

  def test_a_store_that_gives_more_than_it_was_asked_for_is_stopped
    names = (1..200).map { |i| format("C%03d", i) }
    names.each { |name| receive(name) }
    contacts = (1..100).map { |i| format("c%03d", i) }
    accept("C001")
    contacts.each do |id|
      engine.submit(case: "C001", event: :contact_attempted, on: day("2023-05-10"), method: :phone, id: id)
    end
    generous = Class.new(Prap::MemoryStore) do
      def initialize(memory) = super().tap { @memory = memory }
      def load(*key) = @memory.load(*key)
      def read(tenant, case_id, from, _) = @memory.read(tenant, case_id, from, 1000)
      def scan(tenant, after, due_by, _) = @memory.scan(tenant, after, due_by, 1000)
    end
    all = engine_over(generous.new(store))
    assert_equal names, all.walk(as_of: day("2023-05-10")).map(&:case_id)
    assert_equal contacts, all.history(case: "C001", as_of: day("2023-05-10")).drop(2).map(&:id)
  end

  # One damaged case: the others are visited all the same, and whoever wants to hear of it does.
  def test_a_bad_case_hides_no_other
    %w[A B C].each { |name| receive(name) }
    rows = store.scan("", "", nil, 10)
    rows[1].record = rows[1].record.reverse
    store.answers[:scan] = once(rows, [])
    names = []
    error = assert_raises(Prap::DataError) do
      engine.walk(as_of: day("2023-05-09")) { |answer| names << answer.case_id }
    end
    assert_equal %w[A C], names
    heard = []
    store.answers[:scan] = once(rows, [])
    hear = ->(name, bad) { heard << [name, bad.code, bad.field] }
    due = engine.due(as_of: day("2023-05-09"), on_error: hear)
    assert_equal [%w[A C], [["B", error.code, "case"]]], [due.map(&:case_id), heard]
    kept = Prap::DataError.new("kept", status: error.status, code: error.code)
    store.answers[:scan] = once(rows, [])
    throwing = { as_of: day("2023-05-09"), on_error: ->(*) { raise kept } }
    assert_same kept, assert_raises(Prap::DataError) { engine.walk(**throwing) }
    store.answers[:scan] = :store_failed
    assert_code("store-failed") { engine.walk(as_of: day("2023-05-09"), on_error: ->(*) {}) }
  end

  def test_the_optional_two_may_be_missing
    least = Class.new(Prap::Store) do
      def initialize = @memory = Prap::MemoryStore.new
      def load(tenant, case_id) = @memory.load(tenant, case_id)
      def commit(changes) = @memory.commit(changes)
    end
    engine = engine_over(least.new)
    receive(engine: engine)
    assert_code("no-history") { engine.history(case: "A1", as_of: day("2023-05-05")) }
    assert_code("no-scan") { engine.walk(as_of: day("2023-05-05")) }
    assert_code("no-scan") { engine.sweep(as_of: day("2023-05-05")) }
    shown = engine.show(case: "A1", as_of: day("2023-05-05"))
    assert_nil shown.history
    refute_includes shown.to_json, "history"
  end

  def test_a_store_may_be_any_object_with_load_and_commit
    plain = Object.new
    memory = Prap::MemoryStore.new
    plain.define_singleton_method(:load) { |tenant, case_id| memory.load(tenant, case_id) }
    plain.define_singleton_method(:commit) { |changes| memory.commit(changes) }
    assert_predicate receive(engine: engine_over(plain)), :permitted?
  end

  def test_what_is_no_store_is_refused
    [nil, 1, "memory", Object.new, Prap::MemoryStore, {}].each do |wrong|
      assert_code("type", "store") { engine_over(wrong) }
    end
    [nil, 1, [1], "book", {}].each { |wrong| assert_code("type", "rulebooks") { engine_over(store, wrong) } }
    assert_kind_of Prap::LimitError, assert_code("limit") { engine_over(store, []) }
    assert_code("limit") { engine_over(store, [RULEBOOK] * 9) }
    assert_code("twice") { engine_over(store, [RULEBOOK] * 2) }
    bare = engine_over(Prap::Store.new)
    assert_raises(NotImplementedError) { receive(engine: bare) }
  end

  def test_the_memory_store_keeps_the_contract_of_versions_and_ids
    receive(id: "e1")
    change = store.seen.assoc(:commit)[1].fetch(0)
    memory = Prap::MemoryStore.new
    assert_equal [:ok], memory.commit([change])
    assert_equal [:duplicate], memory.commit([change]), "the id is looked for before the version"
    other = change.dup.tap { |copy| copy.id = "e2" }
    assert_equal [:conflict], memory.commit([other])
    assert_equal change.snapshot, memory.load("", "A1").record
    assert_nil memory.load("other", "A1")
    assert_equal [], memory.read("", "A1", 2, 10)
    assert_equal [], memory.scan("", "A1", nil, 10)
    assert_equal ["A1"], memory.scan("", "", day("2023-05-09"), 10).map(&:case_id)
    assert_equal [], memory.scan("", "", day("2023-05-08"), 10)
  end
end
