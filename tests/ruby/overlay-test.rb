# frozen_string_literal: true

require_relative "helper"
require "csv"

# Calendars of a host's own: changes, GOV.UK's file, what they do to a deadline, and how long they live.
class OverlayTest < Minitest::Test
  include Helper

  EW = "england-and-wales"
  TABLE = File.expand_path("../../lib/calendar/bank-holidays.csv", __dir__)

  # The published rows of the table, as GOV.UK's file has them.
  def published
    rows = CSV.read(TABLE, headers: true, encoding: "UTF-8").reject { |row| row["provenance"].start_with?("computed") }
    rows.group_by { |row| row["division"] }.to_h do |division, events|
      events = events.map do |row|
        { "title" => row["title"], "date" => row["date"], "notes" => row["note"].to_s, "bunting" => true }
      end
      [division, { "division" => division, "events" => events }]
    end
  end

  def event(**changes)
    event = { "title" => "A", "date" => "2029-01-01", "notes" => "", "bunting" => true }
    part([event.merge(changes.transform_keys(&:to_s))])
  end

  def part(events, name = EW) = { EW => { "division" => name, "events" => events } }

  # By when a referral of Friday 5 May 2023 is to be acknowledged.
  def due_of(calendar)
    engine = engine_over(Prap::MemoryStore.new, Prap::Rulebook.new(programme: :ipes, calendar: calendar))
    answer = receive(engine: engine)
    assert_equal calendar.identity.hash_digits, JSON.parse(answer.to_json)["calendar"]
    answer.deadlines.find { |it| it.deadline == :ack }.due
  end

  def test_a_proclaimed_day_moves_a_deadline
    assert_equal day("2023-05-09"), due_of(CALENDAR)
    proclaimed = CALENDAR.overlay(add: { day("2023-05-09") => "A day proclaimed" })
    assert_equal day("2023-05-10"), due_of(proclaimed)
    assert_equal "A day proclaimed", proclaimed.holiday_on(day("2023-05-09")).title
    assert_equal day("2023-05-08"), due_of(CALENDAR.overlay(remove: [day("2023-05-08")]))
    assert CALENDAR.working_day?(day("2023-05-09"))
    assert_predicate proclaimed, :frozen?
  end

  def test_identity_is_of_the_days
    once, again = Array.new(2) { CALENDAR.overlay(add: { day("2023-05-10") => "Closed" }) }
    assert_equal once.identity, again.identity
    refute_equal CALENDAR.identity.hash_digits, once.identity.hash_digits
    assert_equal CALENDAR.identity, once.overlay(remove: [day("2023-05-10")]).identity
    assert_equal CALENDAR.identity, CALENDAR.overlay.identity
  end

  def test_years_are_replaced_whole_and_become_known
    later = CALENDAR.overlay(replace_years: { 2030 => {}, 2029 => { day("2029-12-25") => "Christmas Day" } })
    assert_equal day("2030-12-31"), later.identity.known.end
    assert later.working_day?(day("2029-12-26"))
    refute later.working_day?(day("2029-12-25"))
    earlier = CALENDAR.overlay(replace_years: { 2009 => {}, 2010 => { day("2010-01-01") => "New" } })
    assert_equal day("2009-01-01"), earlier.identity.known.begin
  end

  def test_what_is_no_change
    free = day("2023-05-10")
    held = day("2023-05-08")
    [["twice", "add[1].day", { add: { free => "x", held => "x" } }], ["range", "remove[0]", { remove: [free] }],
     ["range", "remove[1]", { remove: [held, free], add: { free => "x" } }],
     ["text", "add[0].title", { add: { free => "" } }], ["text", "add[0].title", { add: { free => "x" * 65 } }],
     ["text", "add[0].title", { add: { free => "a\nb" } }], ["text", "add[0].title", { add: { free => "\xff" } }],
     ["type", "add[0].title", { add: { free => 7 } }], ["type", "add[0].day", { add: { "2023-05-10" => "x" } }],
     ["type", "add", { add: [free] }], ["type", "remove", { remove: free }],
     ["type", "remove[1]", { remove: [held, "2023-05-08"] }], ["required", "remove[0]", { remove: [nil] }],
     ["coverage", "add[0].day", { add: { day("2041-01-01") => "x" } }],
     ["coverage", "replace_years[0]", { replace_years: { 2031 => {}, 2029 => {} } }],
     ["text", "replace_years[1][0].title", { replace_years: { 2030 => {}, 2029 => { day("2029-01-01") => "" } } }],
     ["range", "replace_years[0][0].day", { replace_years: { 2029 => { free => "x" } } }],
     ["range", "replace_years[0]", { replace_years: { 0 => {} } }],
     ["type", "replace_years[0]", { replace_years: { "2029" => {} } }],
     ["type", "replace_years", { replace_years: [2029] }]].each do |code, field, changes|
      assert_code(code, field) { CALENDAR.overlay(**changes) }
    end
  end

  def test_the_extension_survives_any_change
    [7, [1], [["x", 1, false, nil]], [[1, 1, false, 7]]].each do |wrong|
      assert_raises(TypeError) { CALENDAR.send(:native_overlay, wrong) }
    end
    assert_code("unknown-word", "changes[0].kind") { CALENDAR.send(:native_overlay, [[9, 0, false, nil]]) }
    assert_code("day", "changes[0].day") { CALENDAR.send(:native_overlay, [[1, nil, false, "x"]]) }
  end

  def test_the_published_list_is_the_built_in_calendar
    Prap::WORDS[:division].each do |division|
      built_in = Prap::Calendar.built_in(division)
      found = Prap::Calendar.from_gov_uk(JSON.generate(published), division)
      assert_equal built_in.identity, found.identity
      assert_equal built_in.holidays, found.holidays
    end
  end

  def test_a_later_file
    content = published
    content[EW]["events"] << { "title" => "New", "date" => "2029-01-02", "notes" => "Substitute day" }
    content[EW]["events"] << { "title" => "Proclaimed", "date" => "2023-05-09", "notes" => "", "bunting" => true }
    [content, JSON.generate(content)].each do |given|
      calendar = Prap::Calendar.from_gov_uk(given)
      assert_equal day("2023-05-10"), due_of(calendar)
      assert_equal day("2029-12-31"), calendar.identity.known.end
      assert calendar.holiday_on(day("2029-01-02")).substitute
    end
  end

  def test_another_shape_is_refused_and_names_the_field
    row = "#{EW}.events[0]"
    [["type", "content", ""], ["type", "content", "[]"], ["type", "content", 7], ["type", "content", "[" * 200],
     ["type", "content", '{"a":NaN}'], ["twice", "content", '{"a":1,"a":1}'], ["type", EW, {}],
     ["type", EW, { EW => [] }], ["type", "#{EW}.division", part([], "scotland")], ["type", "#{EW}.events", part([])],
     ["type", row, part(["x"])], ["type", "#{row}.title", event(title: nil)], ["text", "#{row}.title", event(title: "")],
     ["type", "#{row}.date", event(date: 20_290_101)], ["day", "#{row}.date", event(date: "2029-02-29")],
     ["day-form", "#{row}.date", event(date: "1 May")], ["type", "#{row}.notes", event(notes: 1)],
     ["type", "#{row}.bunting", event(bunting: 1)], ["coverage", "#{row}.date", event(date: "2031-01-01")],
     ["twice", "#{EW}.events[1].date", part(event[EW]["events"] * 2)]].each do |code, field, content|
      assert_code(code, field) { Prap::Calendar.from_gov_uk(content) }
    end
    assert_code("unknown-word", "division") { Prap::Calendar.from_gov_uk({}, :wales) }
  end

  # Nothing but the engine is kept; every other overlay takes the place that a freed one would leave.
  def test_engine_keeps_rulebook_keeps_calendar
    engines = Array.new(50) do |i|
      calendar = CALENDAR.overlay(add: { day("2023-05-09") => "Day #{i}" }).overlay(add: { day("2023-05-10") => "x" })
      engine_over(Prap::MemoryStore.new, Prap::Rulebook.new(programme: :ipes, calendar: calendar))
    end
    3.times { GC.start }
    others = Array.new(50) { |i| CALENDAR.overlay(add: { day("2023-05-15") => "Other #{i}" }) }
    engines.each do |engine|
      assert_equal day("2023-05-11"), receive(engine: engine).deadlines.find { |it| it.deadline == :ack }.due
    end
    assert_equal 50, others.size
  end

  def test_under_stress_and_compaction
    GC.stress = 1
    calendar = CALENDAR.overlay(add: { day("2023-05-09") => "Short".dup, day("2023-05-10") => "x" * 60 })
    GC.stress = false
    GC.compact if GC.respond_to?(:compact)
    assert_equal ["Short", "x" * 60], [9, 10].map { |n| calendar.holiday_on(Date.new(2023, 5, n)).title }
  ensure
    GC.stress = false
  end

  def test_memory_comes_back
    round = lambda do
      400.times do
        calendar = CALENDAR.overlay(add: { day("2023-05-10") => "x" })
        Prap::Rulebook.new(programme: :ipes, calendar: calendar)
        assert_raises(Prap::Error) { CALENDAR.overlay(remove: [day("2023-05-10")]) }
      end
      GC.start
      File.read("/proc/self/statm").split[1].to_i
    end
    2.times { round.call }
    before = round.call
    after = Array.new(4) { round.call }.last
    assert_operator after - before, :<, 2000, "pages that 1,600 overlays left behind"
  end
end
