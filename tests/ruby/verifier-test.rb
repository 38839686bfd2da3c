# frozen_string_literal: true

require_relative "helper"

# The challenge over an access code and the check of a participant, through Ruby; and what becomes of secrets there.
class VerifierTest < Minitest::Test
  CODE = "aB3dE6gH"
  MONDAY = Date.new(2023, 5, 8)
  NOON = Time.utc(2023, 5, 9, 11, 0)
  HELD = { nino: "AB123456C", name: "José O'Brien", lms_date: Date.new(2012, 11, 6),
           answers: [[:payment_group, "Group 3"], [:referring_officer, "Mary-Ann Hall"]] }.freeze

  def setup
    @store = Prap::MemoryStore.new
    @verifier = Prap::Verifier.new(@store)
  end

  def ask = @verifier.ask("prime-1", in_force: MONDAY, at: NOON)
  def right(asked) = asked.positions.map { |at| CODE[at - 1] }.join

  def answer(number, text, code = CODE)
    @verifier.answer("prime-1", number: number, code: code, answer: text, at: NOON)
  end

  def test_three_of_three_pass
    asked = ask
    assert_equal [:asked, "PD-22a", 1, false, 3], [*asked.to_a.values_at(0, 1, 2, 4), asked.positions.size]
    assert_equal NOON, asked.asked_at
    passed = answer(1, right(asked))
    assert_predicate passed, :passed?
    assert_equal ["PD-23", []], [passed.rule, passed.positions]
    report = @verifier.report("prime-1", at: NOON)
    assert_equal [MONDAY, 1, 0, asked.positions, 1, 56],
                 [report.in_force, report.passed, report.failures, report.positions, report.answerable, report.sets]
    assert_nil report.locked_until
  end

  def test_it_sticks_and_locks
    asked = ask
    again = Prap::Verifier.new(@store).ask("prime-1", in_force: MONDAY, at: NOON)
    assert_equal [asked.positions, true], [again.positions, again.repeated]
    assert_equal :given_up, @verifier.give_up("prime-1", number: 1, at: NOON).result
    assert_equal asked.positions, ask.positions
    strict = Prap::Verifier.new(@store, failures_max: 1, tenant: "others")
    strict.ask("a", in_force: MONDAY, at: NOON)
    assert strict.answer("a", number: 1, code: CODE, answer: "???", at: NOON).locked
    assert_equal :locked, strict.ask("a", in_force: MONDAY, at: NOON).result
    assert_equal :locked, strict.look("a", at: NOON).result
    assert_equal :released, strict.release("a", at: NOON).result
  end

  # What is being read into cannot be overwritten: that is said before anything is begun.
  def test_a_secret_that_is_locked_leaves_the_verifier_as_it_was
    number = ask.number
    reader, writer = IO.pipe
    locked = CODE.dup
    thread = Thread.new { reader.read(CODE.bytesize, locked) }
    Thread.pass until thread.stop?
    assert_raises(RuntimeError) { answer(number, "abc", locked) }
    assert_raises(RuntimeError) { check(name: locked) }
    writer.write(CODE)
    thread.join
    assert_equal :failed, answer(number, "???", locked).result
    assert_nil @verifier.close
  ensure
    [reader, writer].each(&:close)
  end

  def test_checks_made_elsewhere
    2.times do
      @verifier.record("prime-1", in_force: MONDAY, positions: [1, 4, 8], result: :passed, at: NOON, id: "call-1")
    end
    assert_equal [1, [1, 4, 8]], @verifier.report("prime-1", at: NOON).to_a.values_at(3, 9)
    assert_in_delta 0.179, Prap.overheard_chance(2), 0.001
    assert_in_delta 0.731, Prap.overheard_chance(5), 0.001
  end

  def test_sources_and_arguments
    [[->(n) { "\0" * n }, Prap::HostError], [->(_) { "short" }, TypeError], [->(_) { 7 }, TypeError],
     [->(_) { raise KeyError }, KeyError]].each do |source, error|
      verifier = Prap::Verifier.new(Prap::MemoryStore.new, random: source)
      assert_raises(error) { verifier.ask("a", in_force: MONDAY, at: NOON) }
    end
    assert_raises(Prap::CallerError) { Prap::Verifier.new("store") }
    assert_raises(Prap::CallerError) { Prap::Verifier.new(@store, random: 7) }
    assert_raises(Prap::CallerError) { Prap::Verifier.new(@store, answer_minutes: 0) }
    assert_raises(Prap::CallerError) { Prap::Verifier.new(@store, lives: 9) }
    assert_raises(Prap::CallerError) { answer(1, 7) }
    assert_raises(Prap::CallerError) { answer(1, "ab") }
    @verifier.close
    assert_raises(Prap::CallerError) { ask }
  end

  def check(**changes)
    said = { nino: "ab 12 34 56 c", name: "jose obrien", question: :payment_group, answer: "group 3" }
    Prap.check_participant(held: HELD, **said, **changes)
  end

  def test_all_three_must_be_right
    assert_equal [true, "PD-28a", nil, nil, nil], check.to_a
    assert_equal [false, "PD-30", false, true, true], check(nino: "AB123456D", tell: true).to_a
    assert_equal [false, "PD-30", nil, nil, nil], check(name: "Joe O'Brien").to_a
    assert check(question: :referring_officer, answer: "M.A.H.").passed
    assert check(question: :referral_date, answer: Date.new(2012, 11, 7)).passed
    refute check(question: :referral_date, answer: Date.new(2012, 11, 6), settings: { lms: :plus_one }).passed
    error = assert_raises(Prap::CallerError) { check(name: "\xC3") }
    assert_equal %w[text name], [error.code, error.field]
    assert_raises(Prap::CallerError) { check(question: :qualifications) }
    assert_raises(Prap::CallerError) { Prap.check_nino("BG123456A") }
    assert_nil Prap.check_nino("AB123456A")
  end

  def test_questions_that_remain
    found = Prap.askable_questions([:qualifications])
    assert_equal %i[payment_group referring_officer signing_day_cycle referral_date employment_history], found.questions
    assert_equal [4, 6, "PD-29"], [found.first, found.prepare, found.rule]
  end

  # A second text that was overwritten with the first would be empty, or compared with zeros.
  def test_one_string_may_be_said_and_held
    nino, name, text = +"AB123456C", +"Jose", +"Group 3"
    held = { nino: nino, name: name, answers: [[:payment_group, text]] }
    found = Prap.check_participant(held: held, nino: nino, name: name, question: :payment_group, answer: text, tell: true)
    assert_equal [true] * 4, [found.passed, found.nino_right, found.name_right, found.answer_right]
    assert_equal ["\0" * 9, "\0" * 4, "\0" * 7], [nino, name, text]
  end

  def test_a_string_that_is_not_frozen_is_overwritten
    ask
    ["???", "??"].each do |text|
      code, said = +"aB3dE6gH", text.dup
      begin
        answer(1, said, code)
      rescue Prap::CallerError
        assert_equal 2, text.size
      end
      assert_equal ["\0" * 8, "\0" * text.size], [code, said]
    end
    nino, name = +"AB123456C", +"José"
    check(nino: nino, name: name)
    assert_equal ["\0" * 9, "\0" * 5], [nino, name]
    assert_equal "aB3dE6gH", CODE
  end
end
