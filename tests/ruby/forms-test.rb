# frozen_string_literal: true

require_relative "helper"

# Forms and services through Ruby: the golden bytes of the command, and what is refused.
class FormsTest < Minitest::Test
  include Helper

  def golden(name) = File.readlines(File.expand_path("../golden/forms/#{name}", __dir__), chomp: true)

  def form(row, **more)
    row = row.except("cell", "expect")
    form, programme, on = row.delete("form"), row.delete("programme"), Date.iso8601(row.delete("on"))
    own, id = row.delete("own_contacts") || [], row.delete("id")
    facts = row.to_h do |name, value|
      [name.tr("-", "_").to_sym, value.to_s.start_with?("20") && name.end_with?("-on") ? Date.iso8601(value) : value]
    end
    Prap.form(form, on: on, programme: programme, own_contacts: own, id: id, **facts, **more)
  end

  def service(row, **more)
    row = row.except("cell", "expect").transform_keys(&:to_sym)
    %i[audited reviewed changed].each { |name| row[name] = Date.iso8601(row[name]) if row[name] }
    row[:days] = row[:days].map { |day| Date.iso8601(day) } if row[:days]
    Prap.service(row.delete(:service), **row, **more)
  end

  def test_the_bytes_of_the_command
    { "rows" => :form, "more" => :form, "services" => :service, "more-services" => :service }.each do |name, way|
      wanted = golden("#{name}-answers.jsonl")
      golden("#{name}.jsonl").each_with_index { |line, i| assert_equal wanted[i], send(way, JSON.parse(line)).to_json }
    end
  end

  def test_the_forms_are_those_of_the_command
    name = ->(kind, symbol) { symbol && Prap.word(kind, symbol).name }
    Prap.forms.zip(golden("forms.jsonl").map { |line| JSON.parse(line) }) do |form, line|
      assert_equal line.values_at("title", "aliases", "rule", "copies"), form.to_a.values_at(1, 2, 3, 9)
      assert_equal line.values_at("form", "by", "printed", "own_template", "record"),
                   [name[:form, form.form], name[:actor, form.by], name[:fields, form.printed],
                    name[:own_template, form.own_template], name[:record, form.record]]
      assert_equal line["programmes"], form.programmes.map(&:to_s)
      assert_equal line["fields"].map { |one| one.values_at("field", "need", "personal", "type", "rule") },
                   form.fields.map { |one| [name[:form_fact, one.fact], one.need.to_s, one.personal, one.type.to_s, one.rule] }
      assert_equal line["routes"].map { |one| one.values_at("to", "contact", "means", "when", "rule", "occasion") },
                   form.routes.map { |one| [name[:recipient, one.to], one.contact, name[:means, one.means],
                                            name[:notice_due, one.when], one.rule, name[:form_option, one.occasion]] }
    end
    assert_equal :whperej1, Prap.form_kind("WHPERJ1").form
    assert_equal :annex_b, Prap.form_kind(:annex_b).form
    assert_equal :annex_b, Prap.form_kind(Prap.word(:form, :annex_b)).form
    assert Prap.form_takes?(:whp07, :voluntary)
    refute Prap.form_takes?("whp07", "surname")
  end

  def test_an_answer_has_symbols_and_dates
    found = Prap.form(:exit_report, on: day("2021-05-10"), programme: :whp, listed: :unknown, surname: true, nino: false,
                                    benefit_and_progress: true, prospects: true, next_steps: true, next_steps_words: 9,
                                    settings: { exit_min_words: 10 })
    assert_equal [:exit_report, :whp, :incomplete, :refused, :no], found.to_a.values_at(0, 1, 3, 4, 5)
    assert_equal [:listed], found.missing
    assert_equal :exit_min_words, found.finding(:too_few_words).policy
    assert_nil found.finding("overdue")
    refute_includes Prap.form(:sl2, on: day("2021-05-10"), programme: :whp, scr: false).to_json(redact: true), "scr"
    pay = Prap.form("WHP Employment Business Customer Form", on: day("2021-05-10"), first_pay_on: day("2021-05-28"))
    assert_equal [day("2021-05-23"), day("2021-05-22"), :payment_team], [pay.due, pay.prudent, pay.to]
    open = Prap.service(:post, at: "2021-05-31T10:00", settings: { service_bh: :open })
    assert_equal [true, Time.new(2021, 6, 1, 9, 0, 0, 3600)], [open.open, open.other_opens]
    cut = Prap.service(:prap, at: "2017-03-01T10:00", days: [day("2017-03-04")]).finding(:day_cut_short)
    assert_equal [0, Time.new(2017, 3, 3, 16, 59, 0, 0), "PRAP-HIST-1"], [cut.index, cut.last_usable, cut.rule]
    assert Prap.service(:post, at: "2040-01-04T10:00", provisional: true).open
  end

  def test_what_is_refused
    on, at = day("2021-05-10"), "2021-05-10T10:00"
    { "unknown-word" => [-> { Prap.form(:wp99, on: on) }, -> { Prap.form(:whp07, on: on, happened: :work) },
                         -> { Prap.form(:whp07, on: on, own_contacts: ["mum"]) }, -> { Prap.service(:x, at: at) },
                         -> { Prap.service(:post, at: at, subject: :x) }],
      "type" => [-> { Prap.form(7, on: on) }, -> { Prap.form(:whp07, on: on, voluntary: 1) },
                 -> { Prap.form(:whp07, on: on, happened: true) }, -> { Prap.form(:whp07, on: on, own_contacts: 7) },
                 -> { Prap.form(:whp07, on: on, own_contacts: [7]) }, -> { Prap.form(:whp07, on: on, calendar: 7) },
                 -> { Prap.form(:whp07, on: on, voluntary: "perhaps") }, -> { Prap.service(7, at: at) },
                 -> { Prap.service(nil, at: at) }, -> { Prap.service(:prap, at: at, duties: "perhaps") },
                 -> { Prap.service(:prap, at: at, days: 7) }, -> { Prap.service(:prap, at: at, announced: 1) },
                 -> { Prap.service(:prap, at: at, calendar: 7) }],
      "range" => [-> { Prap.form(:whp07, on: on, surname: true) },
                  -> { Prap.form(:exit_report, on: on, next_steps_words: -1) },
                  -> { Prap.service(:post, at: at, route: :other) }, -> { Prap.service(:prap, at: at, subject: :other) }],
      "required" => [-> { Prap.form(:whp07, on: nil) }, -> { Prap.service(:prap, at: on) },
                     -> { Prap.service(:prap, at: nil) }, -> { Prap.service(:prap, at: at, changed: on) }],
      "order" => [-> { Prap.service(:prap, at: at, outages: [[at, at]]) }],
      "coverage" => [-> { Prap.service(:post, at: "2040-01-04T10:00") }] }.each do |code, calls|
      calls.each { |call| assert_code(code, &call) }
    end
    error = assert_raises(Prap::InputError) { Prap.form(:whp07, on: on, qq: "x") }
    assert_equal "unknown-field", error.code
  end
end
