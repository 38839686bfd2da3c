# frozen_string_literal: true

# Forecasts and comparisons of a caseload: the lines of the command, rows of one's own, early stops, and errors.
require_relative "helper"
require "open3"
require "tmpdir"

class ForecastTest < Minitest::Test
  include Helper

  CASELOAD = File.expand_path("../../docs/examples/caseload/caseload.jsonl", __dir__)
  COMMAND = ENV["PRAP"]
  AS_OF = Date.new(2023, 5, 5)
  UNTIL = Date.new(2023, 6, 20)

  def books(**settings) = %i[ipes whp jets erasure email].map { |programme| Prap::Rulebook.new(programme: programme, calendar: CALENDAR, **settings) }

  def three
    store = Prap::MemoryStore.new
    engine = Prap::Engine.new(books, store)
    %w[B A C].each { |id| engine.submit(case: id, event: :referral_received, on: AS_OF, programme: :ipes) }
    rows = %w[C A B].map do |id|
      kept = store.load("", id)
      Prap::Row.new(case_id: id, version: kept.version, record: kept.record)
    end
    [engine, rows]
  end

  def test_the_bytes_of_the_command
    skip "there is no command" if COMMAND.nil?
    Dir.mktmpdir do |folder|
      path = File.join(folder, "caseload.db")
      assert system(COMMAND, "replay", "--store", "sqlite:#{path}", CASELOAD, out: File::NULL)
      store = Prap::SQLiteStore.new(path)
      engine = Prap::Engine.new(books, store)
      told = engine.forecast(as_of: AS_OF, until_day: UNTIL).map(&:to_json)
      assert_operator told.size, :>, 5
      assert_equal said(path, "forecast", "--until", UNTIL.iso8601),
                   told + engine.caseload_totals(as_of: AS_OF, until_day: UNTIL).lines
      others = books(settings: { css2_count: :include_day })
      [[nil, []], [UNTIL, ["--until", UNTIL.iso8601]]].each do |last, words|
        told = engine.recompute(as_of: AS_OF, rulebooks: others, until_day: last).map(&:to_json)
        totals = engine.caseload_totals(as_of: AS_OF, until_day: last, rulebooks: others)
        assert_equal said(path, "recompute", "--new-policy", "css2-count=include-day", *words), told + totals.lines
      end
      engine.close
      store.close
    end
  end

  def said(path, command, *words)
    out, status = Open3.capture2(COMMAND, command, "--as-of", AS_OF.iso8601, *words, "--store", "sqlite:#{path}")
    assert status.success?
    out.force_encoding("UTF-8").lines(chomp: true)
  end

  def test_the_same_from_rows_and_in_ranges
    engine, rows = three
    whole = engine.forecast(as_of: AS_OF, until_day: UNTIL).map(&:to_json)
    assert_equal 3, whole.size
    empty = Prap::Engine.new(books, Prap::MemoryStore.new)
    assert_equal whole, empty.forecast(as_of: AS_OF, until_day: UNTIL, snapshots: rows).map(&:to_json)
    assert_equal engine.caseload_totals(as_of: AS_OF, until_day: UNTIL).lines,
                 empty.caseload_totals(as_of: AS_OF, until_day: UNTIL, snapshots: rows).lines
    parts = engine.forecast(as_of: AS_OF, until_day: UNTIL, last_case: "A").map(&:case_id) +
            engine.forecast(as_of: AS_OF, until_day: UNTIL, after: "A").map(&:case_id)
    assert_equal %w[A B C], parts
  end

  def test_more_than_a_page_and_a_slice
    engine, rows = three
    record = rows[1].record
    many = (0...4500).map { |i| Prap::Row.new(case_id: format("x%05d", i), version: 1, record: record) }
    bad = 0
    found = engine.forecast(as_of: AS_OF, until_day: UNTIL, snapshots: rows + many, on_error: ->(_, _) { bad += 1 })
    assert_equal %w[A B C], found.map(&:case_id)
    assert_equal 4500, bad # another case's record is damage
    600.times { |i| engine.submit(case: format("y%03d", i), event: :referral_received, on: AS_OF, programme: :ipes) }
    assert_equal 603, engine.forecast(as_of: AS_OF, until_day: UNTIL).count
  end

  def test_the_block_may_do_what_it_likes
    engine, = three
    engine.forecast(as_of: AS_OF, until_day: UNTIL) { break }
    assert_raises(ZeroDivisionError) { engine.forecast(as_of: AS_OF, until_day: UNTIL) { 1 / 0 } }
    shown = engine.forecast(as_of: AS_OF, until_day: UNTIL).map { |found| engine.show(case: found.case_id, as_of: UNTIL).stage }
    assert_equal engine.forecast(as_of: AS_OF, until_day: UNTIL).map { |found| found.then.stage }, shown
    one_by_one = engine.forecast(as_of: AS_OF, until_day: UNTIL)
    assert_equal "A", one_by_one.next.case_id
    assert_equal "B", one_by_one.next.case_id
    engine.forecast(as_of: AS_OF, until_day: UNTIL) { engine.close }
    assert_raises(Prap::CallerError) { engine.forecast(as_of: AS_OF, until_day: UNTIL).to_a }
  end

  def test_misses_and_totals
    engine, = three
    found = engine.forecast(as_of: AS_OF, until_day: Date.new(2023, 5, 31)).first
    assert_equal [[:ack, Date.new(2023, 5, 10)], [:meet, Date.new(2023, 5, 31)], [:record, Date.new(2023, 5, 31)]],
                 found.misses.map { |miss| [miss.deadline.deadline, miss.on] }
    totals = engine.caseload_totals(as_of: AS_OF, until_day: Date.new(2023, 5, 31))
    assert_equal({ Date.new(2023, 5, 10) => { ack: 3 }, Date.new(2023, 5, 31) => { meet: 3, record: 3 } }, totals.days)
    assert_equal [3, 3, 0, 0], [totals.cases, totals.missing, totals.turned, totals.unread]
  end

  def test_a_bad_case_hides_no_other
    engine, rows = three
    rows << Prap::Row.new(case_id: "AA", version: 1, record: "nonsense")
    seen = []
    assert_raises(Prap::DataError) do
      engine.forecast(as_of: AS_OF, until_day: UNTIL, snapshots: rows) { |found| seen << found.case_id }
    end
    assert_equal %w[A B C], seen
    assert_equal 1, engine.caseload_totals(as_of: AS_OF, until_day: UNTIL, snapshots: rows).unread
  end

  # What the extension is given is copied as the Strings that it is, and only those.
  def test_snapshots_that_only_pretend_to_be_strings
    pretender = Object.new
    def pretender.to_str = "A" * 100
    turning = Object.new
    turning.define_singleton_method(:to_int) { 1.tap { @rows&.each { |row| row[0] = nil } } }
    turning.instance_variable_set(:@rows, rows = [["A".dup, turning, "x"]])
    engine = Prap::Engine.new(books, Prap::MemoryStore.new)
    [[[pretender, 1, "x"]], [["A", 1, pretender]], [["A", 1, nil]], [nil], rows].each do |given|
      assert_raises(TypeError) { engine.send(:native_caseload, ["", "", ""], [19_482, nil], nil, given, 10) }
    end
  end

  def test_what_cannot_be_asked
    engine, rows = three
    asked = { "order" => -> { engine.forecast(as_of: AS_OF, until_day: AS_OF).to_a },
              "limit" => -> { engine.recompute(as_of: AS_OF, rulebooks: []).to_a },
              "twice" => -> { engine.recompute(as_of: AS_OF, rulebooks: [books[0], books[0]]).to_a },
              "no-history" => -> { engine.forecast(as_of: AS_OF - 1, until_day: UNTIL, snapshots: rows).to_a },
              "type" => -> { engine.recompute(as_of: AS_OF, rulebooks: "ipes") } }
    asked.each do |code, call|
      error = assert_raises(Prap::Error) { call.call }
      assert_equal code, error.code
    end
    assert_raises(Prap::CallerError) { engine.forecast(as_of: AS_OF, until_day: UNTIL, snapshots: [1]) }
    assert_raises(Prap::CallerError) { engine.forecast(as_of: AS_OF, until_day: "2023-06-20") }
    assert_empty engine.forecast(as_of: AS_OF - 1, until_day: UNTIL).to_a # nothing was recorded by then
  end
end
