# frozen_string_literal: true

module Prap
  # Why, and what to do (cure, or nil). finding: Symbol; rule: String; severity: Symbol. fact, policy, to (who is to be
  # told): Symbols or nil. contact: the id of the printed address, or nil; Prap.contact says whether it is still of use.
  # day: Date or nil. at: place of the step from 0; spoc: number of the contact; or nil.
  DeskReason = Struct.new(:finding, :rule, :severity, :fact, :policy, :to, :contact, :day, :at, :spoc, :text, :cure,
                          keyword_init: true) do
    # @api private
    def self.from(found)
      word = Prap.word(:desk_finding, found[:finding])
      kinds = { severity: :severity, fact: :desk_fact, policy: :policy, to: :recipient }
      words = kinds.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] }
      new(finding: word.to_sym, **words, **found.slice(:rule, :contact, :at, :spoc, :cure),
          day: Check.date(found[:day]), text: word.meaning).freeze
    end

    # @api private
    def fields
      { finding: AnswerFields.name(:desk_finding, finding), rule: rule,
        severity: AnswerFields.name(:severity, severity), fact: AnswerFields.name(:desk_fact, fact),
        policy: AnswerFields.name(:policy, policy), to: AnswerFields.name(:recipient, to), contact: contact,
        day: day&.iso8601, at: at, spoc: spoc, text: text, cure: cure }.compact
    end
  end

  # What the desk answers. outcome: Symbol that says it in a word; verdict: :refused when a finding forbids, :undecided
  # when a fact is wanting, else :permitted or :text_silent. What the question does not come to is nil; the members are
  # those of prap_desk_answer in prap/provider-direct.h: days are Dates, moments Times with their offset.
  DeskAnswer = Struct.new(:ask, :on, :outcome, :verdict, :form, :to, :contact, :calls, :age_days, :earliest, :due,
                          :code_state, :code_issued, :code_from, :code_until, :spocs, :spocs_ready, :opens,
                          :last_usable, :findings, :id, keyword_init: true) do
    # The facts that leave it undecided, in their order, each once: Array of Symbols.
    def missing = findings.select { |one| one.severity == :undecided }.filter_map(&:fact).uniq

    # The first finding of a name, or nil. Raises Prap::CallerError "unknown-word", "type".
    def finding(name)
      wanted = Prap.symbol(:desk_finding, Check.word(:desk_finding, name, "finding"))
      findings.find { |one| one.finding == wanted }
    end

    # The line that `prap desk` prints. redact: as with --redact.
    def to_json(*_state, redact: false) = Redaction.line(Desk.fields(self), redact)
  end

  # Asks the desk of Provider Direct (rules.md 2.4): may this participant be asked about, can the call be placed, what is
  # advised, is DWP to be told? ask: a word of WORDS[:desk_ask], :may_call; on: the day asked about, a Date. The other
  # keywords are facts of WORDS[:desk_fact]: true, false, a number, a Date, a word, or :unknown.
  #
  # at, outages: of :call and :outage, moments of UK local time as compute takes them. steps: of :code, an Array of
  # Hashes {step: :issued, on: Date, spoc: 1}. calendar, settings: as compute takes them. id: only repeated. Nothing is
  # stored, and no fact is about a named person or holds a code.
  #
  # Raises Prap::CallerError "unknown-word", "type", "range" (also for a fact that the question does not take), "twice",
  # "order", "day", "required", "no-such-moment", "repeated-moment"; Prap::LimitError "limit"; Prap::DataError
  # "coverage"; Prap::InputError "unknown-field".
  def self.desk(ask, on:, at: nil, outages: [], steps: [], calendar: Calendar.built_in(:england_and_wales),
                settings: {}, id: nil, **facts)
    Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
    number = Check.word(:desk_ask, ask, "ask")
    head = [number, Check.day!(on, "on"), Dates.moment(at, "at")]
    found = Native.desk(calendar, Dates.settings(settings), head, Desk.facts(facts), Dates.windows(outages),
                        Desk.steps(steps))
    Desk.answer(found, symbol(:desk_ask, number), on, id)
  end

  # Whether a question takes a fact. Raises Prap::CallerError "unknown-word", "type".
  def self.desk_takes?(ask, fact)
    Native.desk_takes(Check.word(:desk_ask, ask, "ask"), Check.word(:desk_fact, fact, "fact"))
  end

  # @api private
  module Desk
    FACT_TYPES = Native.words(Native::DESK_FACTS).to_h { |number, *, detail, _| [number, Prap.symbol(:fact_type, detail)] }.freeze
    OPTION_FACTS = Native.words(Native::DESK_OPTIONS).to_h { |number, *, detail, _| [number, detail] }.freeze
    WORD_KINDS = { outcome: :desk_outcome, verdict: :verdict, form: :call_form, to: :recipient,
                   code_state: :code_state }.freeze
    DAYS = %i[earliest due code_issued code_from code_until].freeze

    module_function

    def facts(given)
      given.map do |name, value|
        word = name.is_a?(Integer) ? nil : Prap.word(:desk_fact, name)
        if word.nil?
          raise InputError.new("there is no such field; Prap::WORDS[:desk_fact] lists the facts", code: "unknown-field",
                                                                                                   field: Check.keyword(name))
        end
        [word.number, *value(word, value)]
      end
    end

    def value(fact, value)
      case value
      when Symbol, String, Word then option(fact, value)
      else Check.fact_value(fact, value)
      end
    end

    def option(fact, value)
      return [Check::VALUES[:unknown], 0] if value.to_s == "unknown"

      Check.refuse("type", fact.name) unless FACT_TYPES.fetch(fact.number) == :option
      option = Prap.word(:desk_option, value)
      Check.refuse("unknown-word", fact.name) unless option && OPTION_FACTS.fetch(option.number) == fact.number
      [Check::VALUES[:option], option.number]
    end

    def steps(given)
      Check.refuse("type", "steps", "steps must be an Array of Hashes") unless given.is_a?(Array) && given.all?(Hash)
      given.each_with_index.map do |step, i|
        spoc = Check.int32(step.fetch(:spoc, 0) || 0, "steps[#{i}].spoc")
        Check.refuse("range", "steps[#{i}].spoc") if spoc.negative?
        [Check.word(:code_step, step[:step], "steps[#{i}].step"), Check.day!(step[:on], "steps[#{i}].on"), spoc]
      end
    end

    def answer(found, ask, on, id)
      words = WORD_KINDS.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] }
      days = DAYS.to_h { |member| [member, Check.date(found[member])] }
      moments = %i[opens last_usable].to_h { |member| [member, Dates.time(found[member])] }
      DeskAnswer.new(ask: ask, on: on, id: id, **words, **days, **moments,
                     **found.slice(:contact, :calls, :age_days, :spocs, :spocs_ready),
                     findings: found[:findings].map { |one| DeskReason.from(one) }.freeze).freeze
    end

    def fields(answer)
      words = WORD_KINDS.to_h { |member, kind| [member, AnswerFields.name(kind, answer[member])] }
      days = DAYS.to_h { |member| [member, answer[member]&.iso8601] }
      { v: 1, id: answer.id, ask: AnswerFields.name(:desk_ask, answer.ask), on: answer.on.iso8601,
        **words.slice(:outcome, :verdict, :form, :to), **answer.to_h.slice(:contact, :calls, :age_days),
        **days.slice(:earliest, :due), code_state: words[:code_state],
        **days.slice(:code_issued, :code_from, :code_until), **answer.to_h.slice(:spocs, :spocs_ready),
        opens: moment(answer.opens), last_usable: moment(answer.last_usable),
        findings: answer.findings.map(&:fields) }.compact
    end

    def moment(time)
      return time unless time.is_a?(Time)

      time.strftime(time.utc_offset.zero? ? "%Y-%m-%dT%H:%MZ" : "%Y-%m-%dT%H:%M%:z")
    end
  end
end
