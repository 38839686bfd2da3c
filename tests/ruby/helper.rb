# frozen_string_literal: true

# What the tests of the Ruby package share. They are run with -I <build>/bindings/ruby/lib.
require "minitest/autorun"
require "prap"
require "tmpdir"

module Helper
  CALENDAR = Prap::Calendar.built_in(:england_and_wales)
  RULEBOOK = Prap::Rulebook.new(programme: :ipes, calendar: CALENDAR)

  def day(text) = Date.iso8601(text)

  def engine_over(store, rulebook = RULEBOOK) = Prap::Engine.new(rulebook, store)

  def engine = @engine ||= engine_over(store)

  def store = @store ||= Prap::MemoryStore.new

  # The referral that most tests begin with: received on Friday 5 May 2023, to be acknowledged by Tuesday 9
  # May.
  def receive(case_id = "A1", engine: self.engine, **more)
    engine.submit(case: case_id, event: :referral_received, on: day("2023-05-05"), programme: :ipes,
                  made: day("2023-05-05"), **more)
  end

  def accept(case_id = "A1", engine: self.engine, on: "2023-05-09", **more)
    engine.submit(case: case_id, event: :accept, on: day(on), **more)
  end

  # The Prap::Error that the block raises, which must have this code (and field, unless :any).
  def assert_code(code, field = :any, &block)
    error = assert_raises(Prap::Error, &block)
    assert_equal code, error.code, error.message
    field == :any || (field.nil? ? assert_nil(error.field) : assert_equal(field, error.field))
    error
  end
end
