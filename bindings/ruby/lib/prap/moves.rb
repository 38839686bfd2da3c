# frozen_string_literal: true

# A programme's moves as rows: from which state which event leads where, and what is asked on the way.
module Prap
  # One row. An event at a state is judged by the first row that has both and whose conditions hold: fact of
  # the event is value, policy is set to choice (nil: no such condition). from: Symbols of states. event nil:
  # every event. to nil: the guidance forbids it. feed nil: it stays as it is. guards: reasons, all of which
  # must pass. notices: what it raises. id: its rows in section 2 of rules.md, "T-I-11, F-I-02".
  Move = Struct.new(:from, :event, :to, :feed, :guards, :notices, :fact, :value, :policy, :choice, :id,
                    keyword_init: true) do
    # @api private
    def self.from(found)
      symbol = ->(kind, number) { Prap.symbol(kind, number) unless number.zero? }
      all = ->(kind, numbers) { numbers.map { |number| Prap.symbol(kind, number) }.freeze }
      new(from: all[:state, found[:from]], event: symbol[:event, found[:event]],
          to: symbol[:state, found[:to]], feed: symbol[:feed, found[:feed]], guards: all[:reason, found[:guards]],
          notices: all[:notice, found[:notices]], fact: symbol[:fact, found[:fact]], value: value_of(found),
          policy: symbol[:policy, found[:policy]], choice: choice_of(found), id: found[:id]).freeze
    end

    def self.value_of(found)
      return if found[:fact].zero?

      Check::FACT_TYPES.fetch(found[:fact]) == :option ? Prap.symbol(:option, found[:value]) : found[:value]
    end

    def self.choice_of(found)
      Prap.setting_value(found[:policy], found[:choice]) unless found[:policy].zero?
    end
    private_class_method :value_of, :choice_of
  end

  # Every row of a programme's table (:ipes), in its order: an Array of Move. Raises CallerError unknown-word,
  # also for a programme that this version does not judge.
  def self.moves(programme)
    found = Native.moves(Check.word(:programme, programme, "programme"))
    Check.refuse("unknown-word", "programme") if found.empty?

    found.map { |row| Move.from(row) }
  end
end
