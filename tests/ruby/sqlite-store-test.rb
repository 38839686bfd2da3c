# frozen_string_literal: true

require_relative "helper"
require "pathname"

class SQLiteStoreTest < Minitest::Test
  include Helper

  def setup
    @directory = Dir.mktmpdir
    @path = File.join(@directory, "caseload.db")
  end

  def teardown
    FileUtils.remove_entry(@directory)
  end

  def test_what_was_answered_is_there_after_opening_again
    Prap::SQLiteStore.open(@path) { |store| receive(engine: engine_over(store), id: "e1") }
    answer = Prap::SQLiteStore.open(Pathname(@path)) { |store| accept(engine: engine_over(store)) }
    assert_equal [:accepted, 2], [answer.stage, answer.version]
  end

  def test_the_block_form_closes_however_the_block_is_left
    kept = nil
    assert_equal(7, Prap::SQLiteStore.open(@path) { |store| kept = store and 7 })
    assert_predicate kept, :closed?
    assert_raises(IOError) { Prap::SQLiteStore.open(@path) { |store| kept = store and raise IOError } }
    assert_predicate kept, :closed?
    assert_nil kept.close
    assert_code("null-argument", "store") { kept.check }
  end

  def test_a_read_only_store_answers_and_stores_nothing
    Prap::SQLiteStore.open(@path) { |store| receive(engine: engine_over(store)) }
    Prap::SQLiteStore.open(@path, read_only: true) do |store|
      engine = engine_over(store)
      assert_equal :received, engine.show(case: "A1", as_of: day("2023-05-09")).stage
      assert_predicate engine.preview(case: "A1", event: :accept, on: day("2023-05-09")), :permitted?
      assert_kind_of Prap::HostError, assert_code("store-failed") { accept(engine: engine) }
    end
    missing = File.join(@directory, "no.db")
    error = assert_code("store-failed") { Prap::SQLiteStore.open(missing, read_only: true) }
    assert_kind_of Prap::HostError, error
    refute_path_exists missing
  end

  def test_what_is_not_ours_is_left_alone
    File.write(@path, "A letter, and no database at all. " * 40)
    before = File.binread(@path)
    assert_kind_of Prap::DataError, assert_code("not-ours") { Prap::SQLiteStore.open(@path) }
    assert_equal before, File.binread(@path)
    assert_code("store-failed") { Prap::SQLiteStore.open(File.join(@directory, "no", "such.db")) }
    assert_code("store-failed") { Prap::SQLiteStore.open(@directory) }
  end

  def test_paths_are_strings_without_nul
    assert_code("text", "path") { Prap::SQLiteStore.open("a\0b") }
    assert_code("text") { Prap::SQLiteStore.open("") }
    assert_code("text") { Prap::SQLiteStore.open("file:x") }
    [nil, 1, :path, []].each { |wrong| assert_code("type", "path") { Prap::SQLiteStore.open(wrong) } }
  end

  # Another process holds the write lock: the call waits as long as it was told to, then answers retry.
  def test_a_locked_file_is_a_retry
    store = Prap::SQLiteStore.open(@path)
    engine = engine_over(store)
    receive(engine: engine)
    store.wait_milliseconds = 10
    with_the_write_lock { assert_kind_of Prap::HostError, assert_code("retry") { accept(engine: engine) } }
    assert_predicate accept(engine: engine), :permitted?
    assert_code("range") { store.wait_milliseconds = -1 }
    assert_code("range") { store.wait_milliseconds = 600_001 }
    assert_code("type") { store.wait_milliseconds = 1.5 }
  ensure
    store&.close
  end

  def with_the_write_lock
    IO.popen(["sqlite3", @path], "r+") do |shell|
      shell.puts "BEGIN IMMEDIATE; SELECT 'locked';"
      assert_equal "locked\n", shell.gets
      yield
      shell.puts "ROLLBACK;"
      shell.close_write
    end
  end

  def test_closing_in_the_middle_of_a_call_is_refused
    store = Prap::SQLiteStore.open(@path)
    engine = engine_over(store)
    receive(engine: engine)
    codes = []
    engine.walk(as_of: day("2023-05-05")) do
      [-> { store.close }, -> { store.check }, -> { store.notices }, -> { engine.close },
       -> { receive("B", engine: engine_over(store)) }].each do |call|
        codes << assert_raises(Prap::CallerError, &call).code
      end
    end
    assert_equal ["re-entry"] * 5, codes
    store.close
    assert_code("null-argument", "store") { accept(engine: engine) }
    assert_code("null-argument", "store") { engine_over(store) }
  end

  def test_the_engine_keeps_its_store_alive
    engine = engine_over(Prap::SQLiteStore.open(@path))
    receive(engine: engine)
    GC.start
    200.times { Prap::SQLiteStore.open(":memory:") }
    GC.start
    assert_predicate accept(engine: engine), :permitted?
  end

  def test_the_outbox_is_read_in_order_and_from_where_one_left_off
    store = Prap::SQLiteStore.open(@path)
    engine = engine_over(store)
    %w[A B C].each do |name|
      engine.submit(case: name, event: :referral_received, on: day("2023-05-05"), programme: :ipes)
    end
    notices = store.notices
    assert_equal %w[A B C], notices.map(&:case_id)
    assert_equal ["", 1, 0, :made_day_assumed, :provider],
                 notices.first.to_h.values_at(:tenant, :sequence, :ordinal, :notice, :recipient)
    assert_equal %w[B C], store.notices(after: notices.first.position).map(&:case_id)
    assert_equal %w[A], store.notices(limit: 1).map(&:case_id)
    assert_equal("A", store.notices { |notice| break notice.case_id })
    error = IOError.new("mine")
    assert_same(error, assert_raises(IOError) { store.notices { raise error } })
    taken = []
    assert_equal 2, store.deliver { |notice| notice.case_id != "A" && taken << notice.case_id }
    assert_equal %w[B C], taken
    assert_same(error, assert_raises(IOError) { store.deliver { raise error } })
    store.deliver { |notice| assert_code("re-entry") { store.check } || taken << notice.case_id }
    assert_equal 0, store.deliver { flunk }
    assert_code("range") { store.deliver(cases: 0) { nil } }
    assert_code("range") { store.deliver(lease_seconds: 0) { nil } }
    store.notices { assert_code("re-entry") { store.close } }
    assert_same store, store.notices { |notice| assert_predicate notice, :frozen? }
    [-1, 1.5, nil, 2**64].each { |wrong| assert_code("range", "after") { store.notices(after: wrong) } }
  ensure
    store&.close
  end

  def test_a_whole_file_is_found_whole
    Prap::SQLiteStore.open(@path) do |store|
      receive(engine: engine_over(store))
      assert_same store, store.check
    end
  end

  def filled(*cases)
    store = Prap::SQLiteStore.open(@path)
    engine = engine_over(store)
    cases.each { |name| engine.submit(case: name, event: :referral_received, on: day("2023-05-05"), programme: :ipes) }
    store
  end

  def test_the_outbox_is_handed_over_and_marked
    store = filled("A1", "B1")
    waiting = store.notices
    refute_empty waiting
    assert_equal [false], waiting.map(&:sent).uniq
    assert_equal(0, store.deliver { false })
    assert_raises(IOError) { store.deliver { raise IOError } }
    taken = []
    assert_equal(waiting.size, store.deliver { |notice| taken << notice })
    assert_equal waiting.map { |notice| [notice.case_id, notice.sequence] }, taken.map { |notice| [notice.case_id, notice.sequence] }
    assert_equal [true], store.notices.map(&:sent).uniq
    assert_equal(0, store.deliver { flunk })
    [0, 1001, 1.5, nil].each { |wrong| assert_code("range", "cases") { store.deliver(cases: wrong) { true } } }
    [0, 86_401, nil].each { |wrong| assert_code("range", "lease_seconds") { store.deliver(lease_seconds: wrong) { true } } }
  ensure
    store&.close
  end

  def test_a_copy_is_whole_and_overwrites_nothing
    copy = File.join(@directory, "copy.db")
    store = filled("A1")
    assert_same store, store.backup(Pathname(copy))
    assert_code("store-failed") { store.backup(copy) }
    assert_code("text", "path") { store.backup("a\0b") }
    assert_code("type", "path") { store.backup(7) }
    Prap::SQLiteStore.open(copy, read_only: true) do |kept|
      assert_equal :received, engine_over(kept).show(case: "A1", as_of: day("2023-05-09")).stage
      assert_empty kept.examine
    end
  ensure
    store&.close
  end

  def test_damage_is_told_row_by_row
    filled("A1", "B1").close
    system("sqlite3", @path, "DELETE FROM case_ WHERE case_id = 'B1'", exception: true)
    Prap::SQLiteStore.open(@path) do |store|
      [true, false].each do |quick|
        found = store.examine(quick: quick)
        assert_equal [["event-alone", "B1", 1]], found.map { |one| [one.finding, one.case_id, one.sequence] }
        assert_match(/without its case/, found.first.text)
      end
      assert_same store, store.examine { |finding| assert_predicate finding, :frozen? }
      assert_code("damaged") { store.check }
    end
  end

  # A child has the parent's file only as a memory: it is told so, and the parent's file is none the worse.
  def test_a_child_process_is_refused_and_does_no_harm
    store = Prap::SQLiteStore.open(@path)
    engine = engine_over(store)
    receive(engine: engine)
    read, write = IO.pipe
    child = fork do
      codes = [-> { accept(engine: engine) }, -> { store.check }].map do |call|
        call.call
      rescue Prap::Error => error
        error.code
      end
      store.close
      write.write(Marshal.dump(codes))
      write.close
      exit!(0)
    end
    write.close
    assert_equal %w[store-failed store-failed], Marshal.load(read)
    Process.wait(child)
    assert_predicate accept(engine: engine), :permitted?
    store.check
  ensure
    store&.close
  end

  # An engine has the callbacks of the handle that was closed: they would write into whatever stands there now.
  def test_a_closed_store_is_not_opened_again
    store = Prap::SQLiteStore.open(@path)
    engine = engine_over(store)
    store.close
    Prap::SQLiteStore.open(":memory:") do |other|
      assert_code("twice", "store") { store.send(:initialize, @path) }
      assert_code("null-argument", "store") { receive(engine: engine) }
      assert_code("no-such-case") { engine_over(other).show(case: "A1", as_of: day("2023-05-09")) }
    end
    assert_predicate store, :closed?
  end

  # One whose opening failed was never open.
  def test_an_opening_that_failed_may_be_tried_again
    store = Prap::SQLiteStore.allocate
    assert_code("store-failed") { store.send(:initialize, File.join(@directory, "none", "cases.db")) }
    store.send(:initialize, @path)
    assert_predicate receive(engine: engine_over(store)), :permitted?
  ensure
    store&.close
  end

  # A fiber that was left in the block holds the store: whoever comes next is told so, and a second store has the file.
  def test_a_store_that_a_fiber_left_in_the_middle_says_so
    store = filled("A1", "B1")
    %i[deliver notices].each do |visit|
      fiber = Fiber.new { store.public_send(visit) { Fiber.yield } }
      fiber.resume
      [-> { store.check }, -> { store.close }, -> { engine_over(store) }].each do |call|
        assert_match(/a fiber rests in a callback/, assert_code("re-entry", "store", &call).message)
        error = Thread.new { assert_code("re-entry", "store", &call) }.value
        assert_match(/another thread/, error.message)
      end
      Prap::SQLiteStore.open(@path) { |second| assert_predicate receive("C-#{visit}", engine: engine_over(second)), :permitted? }
      fiber.resume while fiber.alive?
      assert_same store, store.check
    end
    store.notices { assert_match(/in the middle of another call/, assert_code("re-entry", "store") { store.check }.message) }
  ensure
    store&.close
  end

  def test_two_handles_on_one_file_see_each_other
    one = engine_over(Prap::SQLiteStore.open(@path))
    two = engine_over(Prap::SQLiteStore.open(@path))
    receive(engine: one)
    assert_equal 2, accept(engine: two).version
    assert_equal :accepted, one.show(case: "A1", as_of: day("2023-05-09")).stage
  end
end
