# frozen_string_literal: true

require_relative "helper"

# The desk of Provider Direct through Ruby: the golden bytes of the command, and what it refuses.
class DeskTest < Minitest::Test
  include Helper

  def golden(name) = File.readlines(File.expand_path("../golden/desk/#{name}", __dir__), chomp: true)

  def fact(name, value)
    value.is_a?(String) && name.end_with?("-on", "-from", "-by") ? Date.iso8601(value) : value
  end

  def answer(row, **more)
    row = row.except("cell", "expect")
    steps = row.delete("steps")&.map { |it| { step: it["step"], on: Date.iso8601(it["on"]), spoc: it["spoc"] } } || []
    at, outages, id = row.delete("at"), row.delete("outages") || [], row.delete("id")
    ask, on = row.delete("ask"), Date.iso8601(row.delete("on"))
    facts = row.to_h { |name, value| [name.tr("-", "_").to_sym, fact(name, value)] }
    Prap.desk(ask, on: on, at: at, outages: outages, steps: steps, id: id, **facts, **more)
  end

  def test_the_bytes_of_the_command
    %w[rows more].each do |name|
      wanted = golden("#{name}-answers.jsonl")
      golden("#{name}.jsonl").each_with_index { |line, i| assert_equal wanted[i], answer(JSON.parse(line)).to_json }
    end
  end

  def test_an_answer_has_symbols_and_dates
    found = Prap.desk(:may_call, on: day("2015-12-16"), mandated: true, failed_on: day("2015-12-01"),
                                 failure: :took_no_part, mappa: :unknown, scr: false, universal_credit: false,
                                 received_on: day("2015-06-01"))
    assert_equal [:may_call, :undecided, :undecided, :wp08], found.to_a.values_at(0, 2, 3, 4)
    assert_equal [:mappa], found.missing
    assert_equal ["PD-15a", :undecided, "ask the nominated Jobcentre Plus contact"],
                 found.finding(:mappa).to_a.values_at(1, 2, 11)
    assert_nil found.finding("closed")
    refute_includes found.to_json(redact: true), "mappa"
    assert_equal Time.new(2015, 12, 16, 8, 0, 0, 0), Prap.desk(:call, on: day("2015-12-16"), at: "2015-12-16T07:59").opens
  end

  def test_settings_and_calendars
    row = { "ask" => "advice", "on" => "2015-12-16", "in-receipt" => true, "contact-details" => "changed",
            "claim" => "dormant" }
    assert_equal :raise, answer(row, settings: { pd_dormant_changed: :raise }).outcome
    assert_equal :do_not_raise, answer(row, calendar: Prap::Calendar.built_in(:scotland)).outcome
  end

  def test_what_is_refused
    on, step = day("2015-12-16"), { step: :issued, on: day("2015-11-25") }
    { "unknown-word" => [[:gossip, {}], [:advice, { claim: :right }], [:code, { steps: [{ step: :lost, on: on }] }]],
      "type" => [[7, {}], [:advice, { calendar: 7 }], [:advice, { claim: true }], [:code, { steps: [7] }],
                 [:advice, { in_receipt: 1 }], [:advice, { in_receipt: [] }], [:call, { outages: 7 }]],
      "range" => [[:advice, { mappa: true }], [:advice, { at: "2015-12-16T09:00" }], [:call, { participants: -1 }],
                  [:code, { steps: [step.merge(spoc: -1)] }], [:code, { steps: [step.merge(spoc: 1)] }]],
      "order" => [[:code, { steps: [{ step: :issued, on: on }, step] }]], "limit" => [[:code, { steps: [step] * 1001 }]],
      "required" => [[:advice, { on: nil }], [:code, { steps: [{ step: :issued }] }]],
      "moment-form" => [[:call, { at: "nine" }]] }.each do |code, calls|
      calls.each do |ask, wrong|
        error = assert_raises(Prap::Error) { Prap.desk(ask, **{ on: on }.merge(wrong)) }
        assert_equal code, error.code, wrong.inspect
      end
    end
    error = assert_raises(Prap::InputError) { Prap.desk(:advice, on: on, surname: "x") }
    assert_equal "unknown-field", error.code
  end

  def test_which_question_takes_which_fact
    assert Prap.desk_takes?(:advice, :in_receipt)
    refute Prap.desk_takes?("advice", "mappa")
    assert_equal "unknown-word", assert_raises(Prap::Error) { Prap.desk_takes?(:advice, :surname) }.code
  end
end
