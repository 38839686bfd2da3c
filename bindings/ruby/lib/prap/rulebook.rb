# frozen_string_literal: true

module Prap
  # What a case is judged by: a programme, a calendar and policy settings. Immutable; any thread may use it.
  class Rulebook
    # Symbol of the programme, and its Calendar.
    attr_reader :programme, :calendar

    # settings: {late_ack: :allow_with_breach, min_attempts: 3}; what is not named keeps its default
    # (Prap.policies). Raises Prap::CallerError: "unknown-word" (the message lists what is allowed), "range",
    # "twice", "type". supplement: a Prap::Supplement, what the documents leave to the host; raises besides "required",
    # "day", "order", "text", "limit", naming the field.
    def initialize(programme:, calendar:, settings: {}, supplement: nil)
      Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
      Check.refuse("type", "settings", "settings must be a Hash") unless settings.is_a?(Hash)
      number = Check.word(:programme, programme, "programme")
      pairs = settings.map { |name, value| [Check.spell(name, "policy"), Check.spell(value, "value")] }
      native_initialize(number, calendar, pairs, SupplementIn.rows(supplement))
      @programme = Prap.symbol(:programme, number)
      @calendar = calendar
      freeze
    end

    # Every policy and the value in force: {late_ack: :refuse, min_attempts: 2, …}.
    def settings
      WORDS[:policy].to_h do |word|
        value = native_setting(word.number)
        [word.to_sym, Prap.setting_value(word.number, value)]
      end
    end

    # What it has taken of its supplement, as a Prap::Supplement: of the deadlines those for its programme.
    def supplement = SupplementIn.of(native_supplement)

    # Of one that was never initialised too: whoever looks through all objects meets it.
    def inspect = @programme.nil? ? "#<Prap::Rulebook>" : "#<Prap::Rulebook #{programme} #{identity}>"
  end
end
