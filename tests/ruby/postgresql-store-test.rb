# frozen_string_literal: true

require_relative "helper"
require "open3"

# Over a server of the test's own (tests/store/cluster.py).
class PostgreSQLStoreTest < Minitest::Test
  include Helper

  SERVER = ENV.fetch("PRAP_TEST_POSTGRESQL")
  CONTROL = ENV.fetch("PRAP_TEST_POSTGRESQL_CONTROL")

  def setup
    _, said, status = Open3.capture3("psql", "-XAtq", "-d", SERVER, "-c", "SET client_min_messages = error", "-c",
                                     "DROP SCHEMA IF EXISTS prap CASCADE")
    assert_predicate status, :success?, said
  end

  # A receipt without the day the Jobcentre made the referral: a notice says that one was assumed.
  def assume(engine, name)
    engine.submit(case: name, event: :referral_received, on: day("2023-05-05"), programme: :ipes)
  end

  def test_what_was_answered_is_there_after_opening_again
    Prap::PostgreSQLStore.open("postgresql:#{SERVER}") { |store| receive(engine: engine_over(store), id: "e1") }
    answer = Prap::PostgreSQLStore.open(SERVER, create: false) { |store| accept(engine: engine_over(store)) }
    assert_equal [:accepted, 2], [answer.stage, answer.version]
    Prap::PostgreSQLStore.open(SERVER, read_only: true) do |store|
      assert_kind_of Prap::HostError, assert_code("store-failed") { assume(engine_over(store), "B") }
      assert_same store, store.check
    end
  end

  def test_what_is_wrong_is_told_apart
    assert_predicate Prap::PostgreSQLStore, :built?
    assert_code("not-ours") { Prap::PostgreSQLStore.open(SERVER, create: false) }
    assert_code("text") { Prap::PostgreSQLStore.open("cases.db") }
    assert_code("text") { Prap::PostgreSQLStore.open("dbname=a\0b") }
    assert_code("type") { Prap::PostgreSQLStore.open(7) }
    assert_code("retry") { Prap::PostgreSQLStore.open("host=/nowhere-at-all dbname=x") }
    Prap::PostgreSQLStore.open(SERVER) do |store|
      store.wait_milliseconds = 0
      assert_code("range") { store.wait_milliseconds = 600_001 }
      assert_code("range") { store.deliver(cases: 0) { nil } }
      assert_code("range") { store.deliver(lease_seconds: 86_401) { nil } }
      assert_code("type") { store.notices(after: 7) }
    end
  end

  def test_what_is_shredded_cannot_be_read
    keys = Prap::SQLiteStore.new(":memory:")
    Prap::PostgreSQLStore.open(SERVER, keys: keys) do |store|
      assert_nil store.aside("r1")
      refute store.shred("r1")
      store.put_aside("r1", "Wilhelmina " * 400).put_aside("r2", "")
      assert_equal ["Wilhelmina " * 400, ""], [store.aside("r1"), store.aside("r2")]
      assert_equal 32, keys.aside("r1").bytesize
      assert store.shred("r1")
      assert_equal [nil, nil, ""], [store.aside("r1"), keys.aside("r1"), store.aside("r2")]
      assert_code("text") { store.shred("a b") }
      assert_code("type") { store.put_aside("r1", 3) }
      assert_code("limit") { store.put_aside("r1", "x" * (2**20 + 1)) }
    end
    assert_code("type") { Prap::PostgreSQLStore.open(SERVER, keys: 7) }
    Prap::PostgreSQLStore.open(SERVER) { |store| assert_code("null-argument", "keys") { store.aside("r1") } }
  end

  def test_what_the_keeper_of_the_keys_raises_arrives_unchanged
    broken = Class.new do
      attr_accessor :store

      def aside(_id) = store.check
      def add_aside(_id, _key) = raise(ZeroDivisionError)
      def shred(_id) = raise(ZeroDivisionError)
    end.new
    Prap::PostgreSQLStore.open(SERVER, keys: broken) do |store|
      broken.store = store
      assert_code("re-entry") { store.put_aside("r1", "x") }
      broken.singleton_class.define_method(:aside) { |_id| nil }
      assert_raises(ZeroDivisionError) { store.put_aside("r1", "x") }
      assert_raises(ZeroDivisionError) { store.shred("r1") }
      broken.singleton_class.undef_method(:aside)
      broken.singleton_class.define_method(:aside) { |_id| "short" }
      assert_code("damaged", "keys") { store.put_aside("r1", "x") }
      store.check
    end
  end

  def test_a_server_that_was_killed_is_found_again
    Prap::PostgreSQLStore.open(SERVER) do |store|
      engine = engine_over(store)
      assume(engine, "A")
      assert system("#{CONTROL} kill && #{CONTROL} start")
      assume(engine, "B")
      assert_equal %w[A B], store.notices.map(&:case_id)
    end
  end

  def test_notices_are_delivered_once_unless_the_block_says_otherwise
    Prap::PostgreSQLStore.open(SERVER) do |store|
      engine = engine_over(store)
      %w[A B C].each { |name| assume(engine, name) }
      listed = store.notices
      assert_equal [listed[1]], store.notices(after: listed[0], limit: 1)
      got = []
      assert_equal(2, store.deliver { |notice| got << notice and notice.case_id != "B" })
      assert_equal listed, got
      assert_equal(%w[A C], store.notices.select(&:sent).map(&:case_id))
      assert_raises(ZeroDivisionError) { store.deliver { 1 / 0 } }
      assert_equal(1, store.deliver(lease_seconds: 5) { |notice| got << notice })
      assert_equal "B", got.last.case_id
      assert_equal(0, store.deliver { flunk })
    end
  end

  def test_nothing_may_be_called_from_a_delivery
    store = Prap::PostgreSQLStore.open(SERVER)
    engine = engine_over(store)
    assume(engine, "A")
    assert_equal(1, store.deliver do
      assert_code("re-entry", "store") { store.close }
      assert_code("re-entry", "store") { store.check }
      assert_code("re-entry", "store") { store.notices }
      assert_code("re-entry", "store") { engine.show(case: "A", as_of: day("2023-05-09")) }
    end)
    store.close
    assert_equal "#<Prap::PostgreSQLStore closed>", store.inspect
    assert_code("null-argument", "store") { store.check }
  end

  # It makes a connection of its own, and closes no other.
  def test_a_child_of_the_process_leaves_the_connection_alone
    Prap::PostgreSQLStore.open(SERVER) do |store|
      engine = engine_over(store)
      child = fork do
        good = store.check.equal?(store) && receive("of-the-child", engine: engine).permitted?
        store.close
        exit!(good ? 0 : 1)
      end
      Process.wait(child)
      assert_predicate $?, :success?
      assert_equal :received, engine.show(case: "of-the-child", as_of: day("2023-05-09")).stage
      store.check
    end
  end
end
