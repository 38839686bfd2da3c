# frozen_string_literal: true

module Prap
  # A guard of a call that did not hold, or a check that the agent found not passed (severity :missed). fact, cure_event,
  # policy: Symbols or nil. participant: whom it is about, or nil. earliest: a Date, or a Time where the hour matters.
  CallWhyNot = Struct.new(:reason, :rule, :severity, :fact, :cure_event, :policy, :participant, :earliest, :why, :cure,
                          keyword_init: true) do
    # @api private
    def self.from(found, names)
      words = { reason: :call_reason, severity: :severity, fact: :call_fact, cure_event: :call_event, policy: :policy }
      symbols = words.to_h { |key, kind| [key, Prap.symbol(kind, found[key])] }
      new(**symbols, rule: found[:rule], why: found[:why], cure: found[:cure],
          participant: found[:participant] && names[found[:participant]], earliest: CallFields.moment(found)).freeze
    end

    # @api private
    def fields
      { rule: rule, severity: AnswerFields.name(:severity, severity), fact: AnswerFields.name(:call_fact, fact),
        cure: cure, earliest: CallFields.earliest(earliest), reason: AnswerFields.name(:call_reason, reason), why: why,
        cure_event: AnswerFields.name(:call_event, cure_event), policy: AnswerFields.name(:policy, policy),
        participant: participant }.compact
    end
  end

  # Something worth saying, of one participant or of the call. text: one English sentence.
  CallRemember = Struct.new(:reminder, :rule, :severity, :policy, :participant, :text, keyword_init: true) do
    # @api private
    def self.from(found, names)
      word = Prap.word(:call_reminder, found[:reminder])
      new(reminder: word.to_sym, rule: found[:rule], severity: Prap.symbol(:severity, found[:severity]),
          policy: Prap.symbol(:policy, found[:policy]), text: word.meaning,
          participant: found[:participant] && names[found[:participant]]).freeze
    end

    # @api private
    def fields
      { reminder: AnswerFields.name(:call_reminder, reminder), rule: rule,
        severity: AnswerFields.name(:severity, severity), policy: AnswerFields.name(:policy, policy),
        participant: participant, text: text }.compact
    end
  end

  # A participant as the session knows them: what the six-column sheet is filled from. Days are Dates or nil; unaskable:
  # Symbols of the questions that cannot be asked; advice, why_not, form: Symbols or nil; the rest true or false.
  CallView = Struct.new(:participant, :standing, :failed_on, :call_on, :recorded_on, :updated_on, :unaskable, :advice,
                        :why_not, :form, :call_back, :new_address, :new_phone, :employment_details, :other_details,
                        :unrecorded, keyword_init: true) do
    # @api private
    def self.from(found)
      days = %i[failed_on call_on recorded_on updated_on].to_h { |key| [key, Check.date(found[key])] }
      asked = WORDS[:question].select { |word| found[:unaskable][word.number] == 1 }.map(&:to_sym)
      words = { standing: :call_participant, advice: :call_advice, why_not: :call_change, form: :call_form }
      symbols = words.to_h { |key, kind| [key, Prap.symbol(kind, found[key])] }
      new(**found, **days, **symbols, unaskable: asked.freeze).freeze
    end
  end

  # What a step of a call came to. verdict: :permitted, :refused or :undecided. stage: the call's after it; standing:
  # the participant's, or nil. listed: of ten; left: of them not dealt with; questions: how many of the six can still be
  # asked; missing: the facts that are not known; row: of rules.md 2.4.
  CallAnswer = Struct.new(:verdict, :event, :stage, :participant, :standing, :listed, :left, :questions, :rule, :row,
                          :reasons, :reminders, keyword_init: true) do
    # @api private
    def self.from(found, names)
      words = { verdict: :verdict, event: :call_event, stage: :call_stage, standing: :call_participant }
      symbols = words.to_h { |key, kind| [key, Prap.symbol(kind, found[key])] }
      new(**found, **symbols, participant: names[found[:participant] || -1],
          reasons: found[:reasons].map { |row| CallWhyNot.from(row, names) }.freeze,
          reminders: found[:reminders].map { |row| CallRemember.from(row, names) }.freeze).freeze
    end

    def permitted? = verdict == :permitted

    def missing = reasons.select { |one| one.severity == :undecided }.filter_map(&:fact).uniq

    # The line that `prap call` prints for a call of that identifier.
    def to_json(*_state, call:, id: nil)
      JSON.generate({ v: 1, id: id, call: call, verdict: AnswerFields.name(:verdict, verdict),
                      stage: AnswerFields.name(:call_stage, stage), participant: participant,
                      standing: AnswerFields.name(:call_participant, standing), reasons: reasons.map(&:fields),
                      reminders: reminders.map(&:fields),
                      missing: missing.map { |fact| AnswerFields.name(:call_fact, fact) }, listed: listed, left: left,
                      questions: questions.zero? ? nil : questions, event: AnswerFields.name(:call_event, event),
                      rule: rule, row: row.empty? ? nil : row }.compact)
    end
  end

  # A call to Provider Direct: a session that refuses what is out of order with its rule. No code, National Insurance
  # number, name or answer goes in: that they were right does. Participants are opaque identifiers. One thread at a time.
  class Call
    attr_reader :calendar

    # settings: policies as a Rulebook takes them. provisional: the opening hours may rest on years of computed
    # holidays. Raises Prap::CallerError "unknown-word", "range", "twice", "type".
    def initialize(calendar: Calendar.built_in(:england_and_wales), settings: {}, provisional: false)
      Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
      Check.refuse("type", "provisional") unless [true, false].include?(provisional)
      native_initialize(calendar, Dates.settings(settings), provisional ? 1 : 0)
      @calendar = calendar
    end

    # Takes one step, or refuses it; what is refused or undecided changes nothing. event: Symbol or name. participant:
    # whom it is about; nil: whom the agent is dealing with, or the first who is left. at: a Date, a Time or a text,
    # with its minute needed of :call_placed. facts: a Hash by Symbol or name. Raises Prap::CallerError "unknown-word",
    # "twice", "type", "range", "day", "text", "required", "order", "no-such-moment", "repeated-moment";
    # Prap::LimitError "limit"; Prap::DataError "coverage".
    def submit(event, participant: nil, at: nil, facts: {}) = step(true, event, participant, at, facts)

    # The same answer, and nothing is changed. Raises as submit.
    def preview(event, participant: nil, at: nil, facts: {}) = step(false, event, participant, at, facts)

    # Symbol of where the call stands.
    def stage = Prap.symbol(:call_stage, native_stage)

    # Everyone who is listed, in the order listed: Array of CallView.
    def participants = native_participants.map { |found| CallView.from(found) }.freeze

    private

    def step(keeps, event, participant, at, facts)
      Check.refuse("text", "participant") if participant == ""
      Check.refuse("type", "facts", "facts must be a Hash") unless facts.is_a?(Hash)
      named = Check.text(participant, "participant")
      found = native_step(keeps, Check.word(:call_event, event, "event"), named, Dates.moment(at, "at"),
                          CallFields.facts(facts))
      names = native_participants.map { |one| one[:participant] }
      CallAnswer.from(found, names << named)
    end
  end

  # @api private
  module CallFields
    # {fact number => [type, kind of word or nil]}, as the loaded library has it. An option's kind is known by its words.
    KINDS = Native.call_fact_kinds.to_h do |fact, type, first|
      kind = first && %i[call_purpose question agent_choice call_advice call_change call_form].find do |one|
        WORDS[one].first.name == first
      end
      [fact, [Prap.symbol(:fact_type, type), kind]]
    end.freeze

    module_function

    def facts(given)
      given.map do |name, value|
        word = name.is_a?(Integer) ? nil : Prap.word(:call_fact, name)
        raise InputError.new(Check::UNKNOWN_FIELD, code: "unknown-field", field: Check.keyword(name)) if word.nil?

        [word.number, *value_of(word, value)]
      end
    end

    def value_of(fact, value)
      return [Check::VALUES[:unknown], 0] if %w[unknown].include?(value.to_s)

      case value
      when true then [Check::VALUES[:yes], 0]
      when false then [Check::VALUES[:no], 0]
      when Integer then [Check::VALUES[:number], Check.number(value, fact.name)]
      when Date then [Check::VALUES[:day], Check.day(value, fact.name)]
      when Symbol, String, Word then option_of(fact, value)
      else Check.refuse("type", fact.name)
      end
    end

    def option_of(fact, value)
      kind = KINDS.fetch(fact.number).last || Check.refuse("type", fact.name)
      [Check::VALUES[:option], Check.word(kind, value, fact.name)]
    end

    def moment(found)
      return Check.date(found[:day]) if found[:minute].nil?

      Dates.time(found.values_at(:day, :minute, :offset))
    end

    def earliest(value)
      value.is_a?(Time) ? value.strftime("%Y-%m-%dT%H:%M%:z").sub("+00:00", "Z") : value&.iso8601
    end
  end
end
