# frozen_string_literal: true

require_relative "helper"

# Lines of the command's contract, and the lines that come back.
class InputTest < Minitest::Test
  include Helper

  RECEIVED = '{"id":"e1","case":"A1","programme":"ipes","event":"referral-received","on":"2023-05-05",' \
             '"made":"2023-05-04","scr":false}'

  def line(**changes)
    members = JSON.parse(RECEIVED).merge(changes.transform_keys(&:name))
    JSON.generate(members.reject { |_, value| value == :absent })
  end

  def test_a_line_is_the_keywords_of_submit
    keywords = Prap::Input.parse(RECEIVED)
    assert_equal ["e1", "A1", day("2023-05-05"), nil], keywords.values_at(:id, :case, :on, :recorded)
    assert_equal({ "made" => day("2023-05-04"), "scr" => false }, keywords[:facts])
    assert_predicate engine.submit(**keywords), :permitted?
    assert_predicate engine.submit(**Prap::Input.parse(RECEIVED.b)), :duplicate?
  end

  def test_what_is_no_object_is_json
    ["", "x", "[]", "7", "null", '"x"', RECEIVED[0..-2], "#{RECEIVED}x", "{\"case\":\"\xFF\"}", "\xFF", "NaN",
     '{"a":NaN}', "[" * 200, "{'case':'A1'}", "/* */#{RECEIVED}", RECEIVED.sub("A1", "A\\q1"),
     RECEIVED.sub("A1", "A\t1")].each do |text|
      error = assert_code("json", nil) { Prap::Input.parse(text) }
      assert_instance_of Prap::InputError, error
    end
    [nil, 7, {}].each { |wrong| assert_code("type") { Prap::Input.parse(wrong) } }
  end

  def test_a_field_is_given_once
    assert_code("twice") { Prap::Input.parse('{"case":"A1","event":"accept","on":"2023-05-09","case":"A1"}') }
  end

  def test_each_field_is_checked
    { event: ["unknown-word", "nothing"], programme: ["unknown-word", "restart"], on: ["day", "2023-02-29"],
      recorded: ["day-form", "yesterday"], made: ["day-form", "2023-5-4"], scr: ["type", "no"],
      code: ["type", 46.5], reason: ["type", 7], case: ["type", 7],
      id: ["type", true] }.each do |field, (code, value)|
      assert_code(code, field.name) { Prap::Input.parse(line(field => value)) }
      assert_code("type", field.name) { Prap::Input.parse(line(field => nil)) }
      assert_code("type", field.name) { Prap::Input.parse(line(field => [1])) }
    end
    %i[case event on].each do |field|
      assert_code("required", field.name) { Prap::Input.parse(line(field => :absent)) }
    end
    assert_code("text", "id") { Prap::Input.parse(line(id: "")) }
    assert_code("range", "id") { Prap::Input.parse(line(id: 2**64)) }
    assert_code("unknown-field", nil) { Prap::Input.parse(line("note": "about a person")) }
    assert_equal "unknown", Prap::Input.parse(line(made: "unknown"))[:facts]["made"]
  end

  def test_an_error_line_has_the_contracts_form
    error = assert_raises(Prap::Error) { Prap::Input.parse(line(on: "5 May")) }
    assert_equal '{"v":1,"line":7,"id":"é","error":{"code":"day-form","field":"on","message":' \
                 '"a day is written YYYY-MM-DD"}}', error.to_json(line: 7, id: "é")
    assert_equal error.to_json, JSON.generate(error)
    assert_nil Prap::Input.echo({ "id" => 1.5 })
    assert_equal 17, Prap::Input.echo({ "id" => 17 })
  end

  # The bytes of one answer, key by key; the golden scenarios hold hundreds more.
  def test_an_answer_line_has_the_contracts_bytes
    answer = engine.submit(**Prap::Input.parse(line(case: "Ŵyn/ \\\"1\"", id: 7)))
    text = answer.to_json
    assert_equal Encoding::UTF_8, text.encoding
    assert_operator text, :start_with?, '{"v":1,"id":7,"case":"Ŵyn/ \\\\\"1\"","verdict":"permitted","stage"'
    assert_equal text, JSON.generate(answer)
    assert_equal "[#{text}]", JSON.generate([answer])
    keys = JSON.parse(text).keys
    order = %w[v id case verdict stage feed reasons deadlines notices version missing settings rulebook
               calendar as_of outside event on duplicate]
    assert_equal order - ["duplicate"], keys
    repeat = engine.submit(**Prap::Input.parse(line(case: "Ŵyn/ \\\"1\"", id: 7)))
    assert_equal order, JSON.parse(repeat.to_json).keys
    assert_equal ["referral-received", answer.on.iso8601], JSON.parse(text).values_at("event", "on")
  end

  def test_a_shown_case_has_its_days_and_its_history
    engine.submit(**Prap::Input.parse(RECEIVED))
    shown = JSON.parse(engine.show(case: "A1", as_of: day("2023-05-05")).to_json)
    refute shown.key?("verdict")
    refute shown.key?("id")
    assert_equal %w[as_of outside days attempts breaches history], shown.keys.last(6)
    assert_equal({ "received" => "2023-05-05", "made" => "2023-05-04" }, shown["days"])
    assert_equal [{ "sequence" => 1, "event" => "referral-received", "on" => "2023-05-05",
                    "recorded" => "2023-05-05", "id" => "e1",
                    "facts" => { "made" => "2023-05-04", "scr" => false }, "stage" => "received",
                    "rulebook" => shown["rulebook"], "calendar" => shown["calendar"],
                    "division" => "england-and-wales" }], shown["history"]
  end
end
