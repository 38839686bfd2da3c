# frozen_string_literal: true

require_relative "helper"

# How long records are kept, and verifying, through Ruby: the golden bytes of the command, and what is refused.
class RetentionTest < Minitest::Test
  include Helper

  GOLDEN = File.expand_path("../golden/retention", __dir__)
  AS_OF = Date.new(2024, 6, 1)

  def golden(name) = File.readlines(File.join(GOLDEN, name), chomp: true, encoding: "UTF-8")

  def facts(said)
    said.except("id", "record", "as_of", "programme", "cases").to_h do |name, value|
      [name.tr("-", "_").to_sym, value.is_a?(String) && value.match?(/\A\d/) ? Date.iso8601(value) : value]
    end
  end

  def filled(store = Prap::MemoryStore.new)
    rulebooks = %i[ipes whp jets erasure email].map { |one| Prap::Rulebook.new(programme: one, calendar: CALENDAR) }
    engine = Prap::Engine.new(rulebooks, store)
    golden("events.jsonl").each { |line| engine.submit(**Prap::Input.parse(line)) }
    engine
  end

  def test_the_bytes_of_the_command
    answers = golden("questions.jsonl").map do |line|
      asked = JSON.parse(line)
      Prap.retain(asked["record"], as_of: Date.iso8601(asked["as_of"]), programme: asked["programme"], id: asked["id"],
                                   **facts(asked)).to_json
    end
    assert_equal golden("answers.jsonl"), answers
  end

  def test_the_cases_of_the_command
    given = JSON.parse(golden("file.json").first)
    about = given["cases"].transform_values { |one| facts(one) }
    engine = filled
    cases = engine.retentions(as_of: AS_OF, facts: facts(given), about: ->(id) { about[id] })
    assert_equal golden("cases.jsonl"), cases.map(&:to_json)
    seen = []
    assert_nil(engine.retentions(as_of: AS_OF, facts: facts(given), about: ->(id) { about[id] }) { |one| seen << one })
    assert_equal cases, seen
    whole = engine.retention(case: "whole", as_of: AS_OF, facts: facts(given).merge(about["whole"]))
    assert_equal cases.find { |one| one.case_id == "whole" }, whole
  end

  def test_words_and_days
    answer = Prap.retain(:mandation_evidence, as_of: day("2022-01-15"), notified_on: day("2020-12-15"),
                                              no_contract_period: true)
    assert_equal [:refused, day("2022-01-15"), day("2022-01-16")], [answer.verdict, answer.kept_until, answer.disposal]
    assert_equal "F-E-07", answer.finding(:mandation_notified).row
    assert_nil answer.finding(:legal_hold)
    assert_equal %i[programme_ended_on final_claim_paid_on], Prap.retain(:esf_forms, as_of: AS_OF).missing
    by = Prap.retain(:mandation_evidence, as_of: AS_OF, decided_on: day("2020-01-01"), no_contract_period: true,
                                          settings: { "13m-anchor" => "decision" })
    assert_equal day("2021-02-01"), by.kept_until
  end

  def test_what_cannot_be_asked
    assert_code("unknown-word") { Prap.retain(:x, as_of: AS_OF) }
    assert_code("unknown-field") { Prap.retain(:referral, as_of: AS_OF, x: true) }
    assert_code("type") { Prap.retain(:referral, as_of: AS_OF, legal_hold: :yes) }
    assert_code("type") { Prap.retain(:referral, as_of: AS_OF, legal_hold: 1) }
    assert_code("range") { Prap.retain(:access_code_log, as_of: AS_OF, code_log_days: -1) }
    engine = filled
    assert_code("no-such-case") { engine.retention(case: "nobody", as_of: AS_OF) }
    assert_code("required") { engine.retention(case: "", as_of: AS_OF) }
    assert_code("type") { engine.retention(case: "core", as_of: AS_OF, facts: 3) }
    assert_code("no-such-case") { engine.verify(case: "nobody") }
    assert_raises(ZeroDivisionError) { engine.retentions(as_of: AS_OF) { 1 / 0 } }
    assert_raises(ZeroDivisionError) { engine.retentions(as_of: AS_OF, about: ->(_) { 1 / 0 }) }
    assert_equal 24, engine.retentions(as_of: AS_OF, about: ->(_) {}).size
  end

  def test_a_sound_store_and_a_changed_one
    sound = filled.verify
    assert_predicate sound, :verified?
    assert_equal [24, 118, []], [sound.cases, sound.events, sound.findings]
    Dir.mktmpdir do |folder|
      path = File.join(folder, "a.db")
      store = Prap::SQLiteStore.new(path)
      engine = filled(store)
      assert_equal 1, engine.verify(case: "whole").cases
      engine.close
      store.close
      bytes = File.binread(path)
      at = bytes.index("PRAPE") + 20
      bytes.setbyte(at, bytes.getbyte(at) ^ 1)
      File.binwrite(path, bytes)
      store = Prap::SQLiteStore.new(path)
      engine = Prap::Engine.new(%i[ipes whp jets erasure email].map { |one| Prap::Rulebook.new(programme: one, calendar: CALENDAR) }, store)
      report = engine.verify
      refute_predicate report, :verified?
      assert_equal [:event_damaged], report.findings.map(&:fault)
      assert_match(/"fault":"event-damaged","severity":"breach"/, report.findings.first.to_json)
      assert_equal 1, JSON.parse(report.to_json)["damaged"]
      heard = []
      engine.retentions(as_of: AS_OF, on_error: ->(id, error) { heard << [id, error.code] })
      assert_equal [[report.findings.first.case_id, "damaged"]], heard
      assert_code("damaged") { engine.retentions(as_of: AS_OF) }
      engine.close
      store.close
    end
  end

  def test_what_is_shredded_is_gone
    Dir.mktmpdir do |folder|
      store = Prap::SQLiteStore.new(File.join(folder, "a.db"))
      assert_nil store.aside("r1")
      refute store.shred("r1")
      store.put_aside("r1", "Wilhelmina " * 400).put_aside("r2", "")
      assert_equal ["Wilhelmina " * 400, ""], [store.aside("r1"), store.aside("r2")]
      refute store.add_aside("r1", "another")
      assert store.shred("r1")
      assert store.add_aside("r3", "one")
      assert_equal "one", store.aside("r3")
      assert_nil store.aside("r1")
      Dir.each_child(folder) { |name| refute_includes File.binread(File.join(folder, name)), "ilhelm" }
      assert_code("text") { store.shred("a b") }
      assert_code("type") { store.put_aside("r1", 3) }
      assert_code("limit") { store.put_aside("r1", "x" * (2**20 + 1)) }
      store.close
    end
  end
end
