# frozen_string_literal: true

require_relative "helper"

# Requests to erase and unencrypted email through Ruby: the golden bytes of the command, and what is refused.
class DataProtectionTest < Minitest::Test
  include Helper

  GOOD = { process: :exit_reports, organisation: :prime_provider, permitted_on: Date.iso8601("2021-01-01"), records: 1,
           standard_content: true, template_included: true, sender_designated: true, recipient_designated: true }.freeze
  ON = Date.iso8601("2021-03-10")

  def golden(name) = File.readlines(File.expand_path("../golden/data-protection/#{name}", __dir__), chomp: true)

  # Of each question its facts, with Dates; and the other members.
  def asked(name, *others)
    golden(name).map do |line|
      row = JSON.parse(line)
      rest = others.to_h { |key| [key.to_sym, row.delete(key)] }
      [row.to_h { |key, value| [key, key.end_with?("-on", "-from") ? day(value) : value] }, rest]
    end
  end

  def day(text) = text && Date.iso8601(text)

  def procedures
    books = %i[whp jets erasure email].map { |name| Prap::Rulebook.new(programme: name, calendar: Helper::CALENDAR) }
    Prap::Engine.new(books, Prap::MemoryStore.new).tap do |engine|
      golden("events.jsonl").each { |line| engine.submit(**Prap::Input.parse(line)) }
    end
  end

  def test_requests_have_the_bytes_of_the_command
    wanted = golden("requests-answers.jsonl")
    asked("requests.jsonl", "id", "received").each_with_index do |(facts, rest), i|
      found = Prap.erasure_decision(facts: facts, received: day(rest[:received]), id: rest[:id])
      assert_equal wanted[i], found.to_json
    end
  end

  def test_messages_have_the_bytes_of_the_command
    wanted = golden("messages-answers.jsonl")
    asked("messages.jsonl", "id", "on", "stage").each_with_index do |(facts, rest), i|
      assert_equal wanted[i], Prap.may_send(**rest.merge(on: day(rest[:on])), facts: facts).to_json
    end
  end

  def test_cases_have_the_bytes_of_the_command
    engine, wanted = procedures, golden("cases-answers.jsonl")
    asked("cases.jsonl", "id", "case", "as_of", "received").each_with_index do |(facts, rest), i|
      found = engine.erasure(case: rest[:case], as_of: day(rest[:as_of]), received: day(rest[:received]), facts: facts)
      assert_equal JSON.generate(JSON.parse(wanted[i]).except("id")), found.to_json
    end
  end

  def test_symbols_and_dates
    found = Prap.erasure_decision(referred_to: :whp, started: false, customer_group: :voluntary,
                                  mandated_to_interview: true, received: day("2020-01-31"))
    assert_equal [:reject_pending_person, nil, day("2020-02-29"), day("2020-02-28"), { erase_gap: :ask_propose_reject }],
                 found.to_h.values_at(:outcome, :letter, :due, :last_working_day, :setting)
    rejected = Prap.erasure_decision(referred_to: :whp, started: false, customer_group: :voluntary,
                                     mandated_to_interview: true, settings: { erase_gap: :reject })
    assert_equal %i[reject rejected_letter], rejected.to_h.values_at(:outcome, :letter)
    sending = Prap.may_send(on: ON, stage: :at_active, **GOOD, records: 2)
    assert_equal ["CH15-49-B1"], sending.reasons.map(&:rule)
    refute sending.permitted?
    assert_empty sending.missing
    no = Prap::Rulebook.new(programme: :email, calendar: Helper::CALENDAR, settings: { "500-list-exempt" => :no })
    listed = { stage: :at_active, **GOOD, process: :list_of_500, records: 2 }
    refute Prap.may_send(on: ON, rulebook: no, **listed).permitted?
    assert Prap.may_send(on: ON, **listed).permitted?
  end

  def test_may_send_is_the_preview_of_a_case
    said = GOOD.except(:process, :organisation, :permitted_on)
    [1, 2].each do |records|
      wanted = procedures.preview(case: "email", event: :message_sent, on: ON, **said, records: records)
      found = Prap.may_send(on: ON, stage: :at_active, **GOOD, use_from: day("2021-02-01"), records: records)
      assert_equal [wanted.verdict, wanted.reasons, wanted.settings], [found.verdict, found.reasons, found.settings]
    end
  end

  def test_what_is_refused
    engine, on = procedures, ON
    { "unknown-word" => [-> { Prap.erasure_decision(records: 1) }, -> { Prap.erasure_decision(referred_to: :army) },
                         -> { Prap.erasure_decision(settings: { erase_gap: :accept }) },
                         -> { Prap.may_send(on: on, stage: :at_received) }, -> { Prap.may_send(on: on, stage: :army) },
                         -> { Prap.may_send(on: on, stage: :prime_provider) },
                         -> { Prap.may_send(on: on, rulebook: Helper::RULEBOOK) },
                         -> { engine.erasure(case: "request", as_of: on) }],
      "unknown-field" => [-> { Prap.erasure_decision(surname: "x") }, -> { Prap.may_send(on: on, surname: "x") }],
      "type" => [-> { Prap.erasure_decision(started: 1.5) }, -> { Prap.erasure_decision(facts: 7) },
                 -> { Prap.erasure_decision(received: "2020-01-31") }, -> { Prap.erasure_decision(calendar: 7) },
                 -> { Prap.may_send(on: "today") }, -> { Prap.may_send(on: on, stage: 7) },
                 -> { Prap.may_send(on: on, rulebook: 7) }, -> { engine.erasure(case: "ltu", as_of: on, received: 7) }],
      "twice" => [-> { Prap.erasure_decision(facts: { "started" => true }, started: false) }],
      "coverage" => [-> { Prap.erasure_decision(received: day("9000-01-01"), settings: { month_nonworking: :next_working_day }) }],
      "required" => [-> { Prap.may_send(on: nil) }], "range" => [-> { Prap.erasure_decision(received: day("9999-12-31")) }, -> { Prap.may_send(on: on, records: -1) }],
      "no-such-case" => [-> { engine.erasure(case: "nobody", as_of: on) }] }.each do |code, calls|
      calls.each_with_index do |call, i|
        error = assert_raises(Prap::Error, "#{code} #{i}") { call.call }
        assert_equal code, error.code, "#{code} #{i}"
        refute_includes error.message, "army"
      end
    end
  end
end
