# frozen_string_literal: true

require_relative "helper"

# Every question about facts, with every fact given every wrong value: a Prap::Error each time or an answer, and nothing of
# what came in is in what is raised.
class CanaryTest < Minitest::Test
  include Helper

  WORDS = %w[Quorndonthwaite QQ765432C x7Kp2mQz].freeze
  EVERY = WORDS.join(" ").freeze
  VALUES = [EVERY, EVERY.b, "#{WORDS[1]}\0", "\xFF#{WORDS[2]}", 10**30, -10**30, 2**63, 1.5, Float::NAN, nil, [EVERY],
            { EVERY => 1 }, Object.new, DateTime.new(2021, 5, 5), "", :quorndonthwaite].freeze
  DAY = Date.new(2021, 5, 5)
  QUESTIONS = {
    fact: [->(facts) { Prap.erasure_decision(facts: facts) },
           ->(facts) { Prap.may_send(on: DAY, stage: :at_active, facts: facts) }],
    retention_fact: [->(facts) { Prap.retain(:unencrypted_email, as_of: DAY, facts: facts) }],
    form_fact: [->(facts) { Prap.form(:prap14, on: DAY, programme: :whp, **facts.transform_keys(&:to_sym)) }],
    desk_fact: [->(facts) { Prap.desk(:may_call, on: DAY, **facts.transform_keys(&:to_sym)) }]
  }.freeze

  # What was raised; nil: it was answered. Neither repeats what came in.
  def refused(*told)
    yield
    nil
  rescue Prap::Error => e
    [e.message, e.field.to_s].each { |text| WORDS.each { |word| refute_includes text, word, told.inspect } }
    e
  end

  def test_every_fact_of_every_question_with_every_wrong_value
    QUESTIONS.each do |kind, asks|
      names = Prap::WORDS[kind].map { |word| word.name.tr("-", "_") }
      asks.each do |ask|
        count = names.sum do |name|
          VALUES.count { |value| refused(kind, name, value.class) { ask.call({ name => value }) } }
        end
        assert_operator count, :>, names.size * VALUES.size / 2, kind
        assert refused(kind) { ask.call({ "surname_of_quorndonthwaite" => true }) }
      end
    end
  end

  def test_the_rest_of_what_they_are_asked
    [-> { Prap.retain(EVERY, as_of: DAY) }, -> { Prap.retain(:unencrypted_email, as_of: EVERY) },
     -> { Prap.form(EVERY, on: DAY) }, -> { Prap.form(:prap14, on: EVERY, programme: :whp) },
     -> { Prap.form(:prap14, on: DAY, programme: EVERY) }, -> { Prap.desk(EVERY, on: DAY) },
     -> { Prap.desk(:may_call, on: EVERY) }, -> { Prap.may_send(on: EVERY) }, -> { Prap.may_send(on: DAY, stage: EVERY) },
     -> { Prap.erasure_decision(received: EVERY) }, -> { Prap.erasure_decision(settings: { EVERY => EVERY }) },
     -> { Prap.service(EVERY, at: Time.now) }, -> { Prap.due_ics(EVERY, as_of: DAY) },
     -> { Prap.due_csv([EVERY], as_of: DAY) }, -> { Prap.due_csv([], as_of: EVERY) }].each_with_index do |call, place|
      assert refused(place, &call), place
    end
  end
end
