# frozen_string_literal: true

# A programme's moves as rows: from which state which event leads where, and what is asked on the way.
module Prap
  # One row. An event at a state is judged by the first row that has both and whose conditions hold: fact of
  # the event is value (a Symbol or an Integer), policy is set to choice, the regions stand as in stands, it is
  # on or before the due day of the deadline by (nil: no such condition). from: Symbols of states. event nil:
  # every event. to nil: the case stays at its state; forbidden: the guidance forbids it, and nothing moves.
  # feed nil: it stays as it is. guards: reasons, all of which must pass. notices: what it raises. stands, sets:
  # {mappa: :hold}, nil being none; what the case needs, and where it stands after the move. id: its rows in
  # section 2 of rules.md, "T-I-11, F-I-02".
  Move = Struct.new(:from, :event, :to, :forbidden, :feed, :guards, :notices, :fact, :value, :policy, :choice,
                    :stands, :by, :sets, :id, keyword_init: true) do
    # @api private
    def self.from(found)
      new(from: all(:state, found[:from]), event: one(:event, found[:event]), to: one(:state, found[:to]),
          forbidden: found[:forbidden], feed: one(:feed, found[:feed]), guards: all(:reason, found[:guards]),
          notices: all(:notice, found[:notices]), fact: one(:fact, found[:fact]), value: value_of(found),
          policy: one(:policy, found[:policy]), choice: choice_of(found), stands: standings([found[:stands]]),
          by: one(:deadline, found[:by]), sets: standings(found[:sets]), id: found[:id]).freeze
    end

    def self.one(kind, number) = (Prap.symbol(kind, number) unless number.zero?)
    def self.all(kind, numbers) = numbers.map { |number| Prap.symbol(kind, number) }.freeze

    # The words of a region are of the kind that has its name.
    def self.standings(pairs)
      told = pairs.reject { |region, _| region.zero? }
      told.to_h { |region, value| [one(:region, region), one(one(:region, region), value)] }.freeze
    end

    def self.value_of(found)
      return if found[:fact].zero?

      case Check::FACT_TYPES.fetch(found[:fact])
      when :option then Prap.symbol(:option, found[:value])
      when :tristate then Prap.symbol(:value, found[:value])
      else found[:value]
      end
    end

    def self.choice_of(found)
      Prap.setting_value(found[:policy], found[:choice]) unless found[:policy].zero?
    end
    private_class_method :one, :all, :standings, :value_of, :choice_of
  end

  # Every row of a programme's table (:ipes), in its order: an Array of Move. Raises CallerError unknown-word,
  # also for a programme that this version does not judge.
  def self.moves(programme)
    found = Native.moves(Check.word(:programme, programme, "programme"))
    Check.refuse("unknown-word", "programme") if found.empty?

    found.map { |row| Move.from(row) }
  end
end
