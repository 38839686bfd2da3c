# frozen_string_literal: true

require_relative "helper"
require "tmpdir"

# The conformance kit through Ruby: the stores of the package, and stores that are wrong in one way.
class ConformanceTest < Minitest::Test
  include Helper

  # Case ids in an order for people.
  class Alphabetical < Prap::MemoryStore
    def scan(tenant, after, due_by, limit) = super.sort_by { |row| row.case_id.downcase }
  end

  # Ids are not looked for.
  class Forgetful < Prap::MemoryStore
    def commit(changes) = super(changes.map { |one| Prap::Change.new(**one.to_h, id: "") })
  end

  # Its disk is gone.
  class Raising < Prap::MemoryStore
    def read(*) = raise(IOError, "the disk is gone")
  end

  def breaches(report) = report.findings.select { |one| one.severity == :breach }.map(&:finding)

  def test_the_store_in_memory_keeps_the_contract
    store = Prap::MemoryStore.new
    report = Prap.check_store(store, prefix: "kit", second: store)
    assert_empty breaches(report)
    assert_predicate report, :conforms?
    assert_equal %i[unchecked_outbox unchecked_failures unchecked_reopen unchecked_columns], report.findings.map(&:finding)
    assert_equal 16, report.checks
    again = assert_raises(Prap::CallerError) { Prap.check_store(store, prefix: "kit") }
    assert_equal "id-reused", again.code
    assert_predicate Prap.check_store(store, prefix: "kit", seed: 2, spare_empty_tenant: true), :conforms?
  end

  def test_the_sqlite_store_keeps_it_through_two_handles
    Dir.mktmpdir do |folder|
      path = File.join(folder, "scratch.db")
      Prap::SQLiteStore.open(path) do |first|
        Prap::SQLiteStore.open(path) do |second|
          assert_empty breaches(Prap.check_store(first, prefix: "kit", second: second))
        end
      end
    end
  end

  def test_a_second_handle_that_is_refused_lets_the_first_go
    first = Prap::SQLiteStore.open(":memory:")
    closed = Prap::SQLiteStore.open(":memory:")
    closed.close
    assert_code("null-argument", "store") { Prap.check_store(first, prefix: "kit", second: closed) }
    assert_code("re-entry", "store") { Prap.check_store(first, prefix: "kit", second: first) }
    assert_predicate Prap.check_store(first, prefix: "kit"), :conforms?
    assert_nil first.close
  end

  def test_what_is_wrong_is_told_with_its_case_and_contract
    assert_equal [:scan_order], breaches(Prap.check_store(Alphabetical.new, prefix: "kit"))
    found = Prap.check_store(Forgetful.new, prefix: "kit").findings.first
    assert_equal :duplicate_missed, found.finding
    assert_equal :duplicates, found.check
    assert_equal %i[duplicate ok], [found.wanted, found.got]
    assert found.tenant.start_with?("kit-")
    assert_includes found.contract, "PRAP_DUPLICATE"
    assert_includes found.text, "not noticed"
  end

  def test_what_a_store_raises_arrives
    raised = assert_raises(IOError) { Prap.check_store(Raising.new, prefix: "kit") }
    assert_equal "the disk is gone", raised.message
  end

  def test_what_cannot_be_checked_is_refused
    ["", "x" * 25, "a\n"].each do |prefix|
      assert_equal "text", assert_raises(Prap::CallerError) { Prap.check_store(Prap::MemoryStore.new, prefix: prefix) }.code
    end
    assert_raises(Prap::Error) { Prap.check_store("kit", prefix: "kit") }
    assert_equal "range", assert_raises(Prap::CallerError) { Prap.check_store(Prap::MemoryStore.new, prefix: "k", seed: -1) }.code
  end
end
