# frozen_string_literal: true

require_relative "helper"

# Wrong types and odd values everywhere: an error that names the field, and a case that stays as it was.
class TypesTest < Minitest::Test
  include Helper

  def submit(**changes)
    whole = { case: "A1", event: :referral_received, on: day("2023-05-05"), programme: :ipes }
    engine.submit(**whole.merge(changes))
  end

  def teardown
    assert_empty engine_over(store).walk(as_of: day("9999-12-31")) unless @stored
  end

  def test_required_keywords_are_rubys_own_affair
    assert_raises(ArgumentError) { engine.submit }
    assert_raises(ArgumentError) { engine.submit(event: :accept, on: day("2023-05-05")) }
    assert_raises(ArgumentError) { engine.show(as_of: day("2023-05-05")) }
    assert_raises(ArgumentError) { engine.walk }
  end

  def test_each_keyword_refuses_other_types
    { case: [7, :A1, ["A1"], true, 1.5], event: [1, [], true, 2.0],
      on: ["2023-05-05", 1, :today, Time.now, DateTime.now], recorded: ["2023-05-05", 1, Time.now],
      id: [:e1, 1.5, true, []], programme: [1, true, []], tenant: [1, :x] }.each do |field, values|
      values.each { |value| assert_code("type", field.name) { submit(field => value) } }
    end
    [nil, 1, "x", [[:made, 1]]].each { |value| assert_code("type", "facts") { submit(facts: value) } }
  end

  def test_what_is_required_is_said_by_the_library
    assert_code("required", "event") { submit(event: nil) }
    assert_code("required", "on") { submit(on: nil) }
    assert_code("required", "programme") { submit(programme: nil) }
    assert_includes %w[required text], assert_raises(Prap::CallerError) { submit(case: nil) }.code
    assert_code("required", "as_of") { engine.show(case: "A1", as_of: nil) }
    assert_code("required", "as_of") { engine.walk(as_of: nil) }
    assert_code("required", "as_of") { engine.sweep(as_of: nil) }
    assert_code("required", "as_of") { engine.due(as_of: nil) }
  end

  def test_words_are_those_of_the_vocabulary
    assert_code("unknown-word", "event") { submit(event: :referral_recieved) }
    assert_code("unknown-word", "event") { submit(event: "ACCEPT") }
    assert_code("unknown-word", "event") { submit(event: Prap.word(:state, :received)) }
    assert_code("unknown-word", "programme") { submit(programme: :whp) }
  end

  def test_facts_have_the_types_of_the_vocabulary
    date = day("2023-05-05")
    { made: [true, 7, "2023-05-04", :phone, 1.5, nil, [], Time.now], scr: ["no", 1, :yes, date, nil],
      code: ["46", 46.5, true, date, nil], reason: [true, 1, date, nil, []] }.each do |fact, values|
      values.each do |value|
        assert_code("type", fact.name) { submit(fact => value) }
        assert_code("type", fact.name) { submit(facts: { fact.name => value }) }
      end
    end
    assert_code("unknown-word", "reason") { submit(reason: :because) }
    assert_code("unknown-word", "reason") { submit(reason: :phone) }
    assert_code("range", "code") { submit(code: 2**63) }
    assert_code("day", "made") { submit(made: Date.new(10_000, 1, 1)) }
  end

  def test_a_fact_that_is_none_is_named_only_when_a_program_wrote_it
    assert_code("unknown-field", "identity_chekced") { submit(identity_chekced: true) }
    assert_code("unknown-field", nil) { submit(facts: { "Mr Smith of Leeds" => true }) }
    assert_code("unknown-field", nil) { submit(facts: { "note" => "x" }) }
    assert_code("unknown-field", nil) { submit(facts: { "Mr Smith": true }) }
    [1, nil, true, 1.5, []].each do |name|
      assert_code("unknown-field", nil) { submit(facts: { name => true }) }
    end
  end

  def test_a_fact_is_given_once
    assert_code("twice") { submit(made: day("2023-05-05"), facts: { made: day("2023-05-05") }) }
    assert_code("twice") { submit(facts: { made: day("2023-05-05"), "made" => day("2023-05-05") }) }
    many = Prap::WORDS[:fact].to_h { |word| [word.to_sym, :unknown] }
    assert_includes %w[limit twice], assert_raises(Prap::Error) { submit(**many, facts: many) }.code
  end

  def test_identifiers_are_printable_utf8_of_bounded_length
    assert_includes %w[required text], assert_raises(Prap::CallerError) { submit(case: "") }.code
    assert_code("text", "id") { submit(id: "") }
    ["x" * 65, "two\nlines", "tab\t", "nul\0", "\xFF", "caf\xC3", "é" * 33].each do |wrong|
      assert_code("text", "case") { submit(case: wrong) }
      assert_code("text", "id") { submit(id: wrong) }
      assert_code("text", "tenant") { submit(tenant: wrong) }
    end
    assert_code("text", "case") { submit(case: "\xD8\x00".dup.force_encoding("UTF-16BE")) }
    assert_code("range", "id") { submit(id: 2**63) }
  end

  def test_an_identifier_in_another_encoding_is_the_same_identifier
    @stored = true
    submit(case: "Ŵyn".encode("UTF-16LE"), id: "café".encode("ISO-8859-1"))
    answer = submit(case: "Ŵyn".b, id: "café".b)
    assert_predicate answer, :duplicate?
    assert_equal ["Ŵyn", "café", Encoding::UTF_8], [answer.case_id, answer.id, answer.case_id.encoding]
    assert_includes answer.to_json, "\"case\":\"Ŵyn\""
    assert_equal "x" * 64, submit(case: "x" * 64).case_id
  end

  def test_the_longest_and_the_least_day
    assert_code("coverage") { submit(on: Date.new(9999, 12, 31)) }
    assert_code("coverage") { submit(on: Date.new(1, 1, 1, Date::GREGORIAN)) }
    assert_code("day", "on") { submit(on: Date.new(10_000, 1, 1)) }
    assert_code("day", "on") { submit(on: Date.new(0, 1, 1)) }
    assert_code("day", "on") { submit(on: Date.new(10**30, 1, 1)) }
    assert_code("day", "as_of") { engine.sweep(as_of: Date.new(10_000, 1, 1)) }
  end

  # A Date of a subclass is a Date; what only looks like one is not.
  def test_a_subclass_of_date_is_welcome
    @stored = true
    mine = Class.new(Date).new(2023, 5, 5)
    assert_equal day("2023-05-05"), submit(on: mine).as_of
    double = Object.new
    def double.jd = 2_460_070
    assert_code("type", "on") { submit(on: double) }
  end

  def test_a_rulebook_refuses_other_types
    book = lambda do |**changes|
      Prap::Rulebook.new(**{ programme: :ipes, calendar: CALENDAR, settings: {} }.merge(changes))
    end
    assert_code("unknown-word") { book.call(programme: nil) }
    [1, true, []].each { |wrong| assert_code("type", "programme") { book.call(programme: wrong) } }
    [nil, "wales", :scotland].each { |wrong| assert_code("type", "calendar") { book.call(calendar: wrong) } }
    [nil, [1], "late-ack"].each { |wrong| assert_code("type", "settings") { book.call(settings: wrong) } }
    [true, 1.5, []].each do |wrong|
      assert_code("type", "value") { book.call(settings: { late_ack: wrong }) }
      assert_code("type", "policy") { book.call(settings: { wrong => :refuse }) }
    end
    [nil, 2**80].each do |wrong|
      assert_raises(Prap::CallerError) { book.call(settings: { min_attempts: wrong }) }
    end
  end

  def test_errors_never_repeat_what_came_in
    secret = "QQ123456C"
    errors = [{ case: secret * 9 }, { id: secret * 9 }, { event: secret }, { reason: secret }, { on: secret },
              { facts: { secret => true } }, { facts: { secret.to_sym => secret } }, { programme: secret },
              { made: secret }]
    errors.each do |changes|
      error = assert_raises(Prap::Error) { submit(**changes) }
      refute_includes [error.message, error.field, error.to_json, error.inspect].join(" "), secret
    end
  end

  def test_the_native_methods_survive_wrong_types
    fields = { programme: 1, event: 1, on: 0, recorded: nil, flags: 0, facts: [], tenant: "", case_id: "A1",
               id: nil }
    fields.each_key do |key|
      ["x", :x, Object.new, [[]], [1], -1, 2**70, 1.5].each do |value|
        engine.send(:native_decide, false, fields.merge(key => value))
      rescue TypeError, RangeError, Prap::Error
        next
      end
      assert_raises(KeyError) { engine.send(:native_decide, true, fields.except(key)) }
    end
    assert_raises(TypeError) { engine.send(:native_decide, true, nil) }
    assert_raises(LocalJumpError) { engine.send(:native_walk, "", nil, 0, true) }
    assert_raises(LocalJumpError) { engine.send(:native_history, "", "A1", 0) }
    assert_raises(TypeError) { Prap::Engine.instance_method(:close).bind_call(store) }
    assert_code("twice") { engine.send(:native_initialize, [RULEBOOK], store, true, true) }
    assert_code("null-argument", "engine") { Prap::Engine.allocate.sweep(as_of: day("2023-05-05")) }
    assert_raises(NoMethodError) { engine.dup.closed? && engine.clone.closed? }
  end
end
