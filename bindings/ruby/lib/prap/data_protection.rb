# frozen_string_literal: true

module Prap
  # What goes in and comes out of the two questions of chapter 15.
  # @api private
  module DataProtectionFields
    module_function

    def decision(found, case_id: nil, id: nil)
      days = %i[due prudent last_working_day chase].to_h { |member| [member, Check.date(found[member])] }
      ErasureDecision.new(outcome: Prap.symbol(:erasure_outcome, found[:outcome]), row: found[:row],
                          rules: found[:rules].freeze, keep_evidence: found[:keep_evidence],
                          missing: found[:missing].map { |fact| Prap.symbol(:fact, fact) }.freeze,
                          facts: found[:facts].map { |row| Asking.with(row) }.reduce({}, :merge).freeze,
                          letter: Prap.symbol(:option, found[:letter]), **days,
                          setting: setting(found[:policy], found[:policy_value]), case_id: case_id, id: id).freeze
    end

    def setting(policy, value)
      return if policy.zero?

      { Prap.symbol(:policy, policy) => Prap.setting_value(policy, value) }.freeze
    end

    def sending(found, id)
      Sending.new(verdict: Prap.symbol(:verdict, found[:verdict]),
                  reasons: found[:reasons].map { |row| Asking.reason(row) }.freeze,
                  settings: found[:settings].map { |row| setting(*row) }.reduce({}, :merge).freeze, id: id).freeze
    end

    def erasure_line(one)
      { v: 1, id: one.id, case: one.case_id, erasure: AnswerFields.name(:erasure_outcome, one.outcome), row: one.row,
        rules: one.rules, missing: one.missing.map { |fact| AnswerFields.name(:fact, fact) },
        facts: one.facts.to_h { |fact, value| [AnswerFields.name(:fact, fact), AnswerFields.fact_value(value)] },
        letter: AnswerFields.name(:option, one.letter), keep_evidence: one.keep_evidence || nil, due: one.due&.iso8601,
        prudent: one.prudent&.iso8601, last_working_day: one.last_working_day&.iso8601, chase: one.chase&.iso8601,
        setting: one.setting && AnswerFields.setting(*one.setting.first) }.compact
    end

    def sending_line(one)
      { v: 1, id: one.id, may_send: one.verdict == :undecided ? "unknown" : one.permitted?,
        verdict: AnswerFields.name(:verdict, one.verdict),
        reasons: one.reasons.map { |reason| AnswerFields.reason(reason) },
        missing: one.missing.map { |fact| AnswerFields.name(:fact, fact) },
        settings: one.settings.map { |policy, value| AnswerFields.setting(policy, value) } }.compact
    end

    def facts(facts, said)
      Check.refuse("type", "facts", "facts must be a Hash") unless facts.is_a?(Hash)
      Check.facts(facts.to_a + said.to_a)
    end

    # The stage's option; one of another fact is no stage.
    def stage(given)
      number = Check.word(:option, given, "stage")
      return number if number.zero? || Check::OPTION_FACTS.fetch(number) == Prap.word(:fact, :stage).number

      Check.refuse("unknown-word", "stage")
    end
  end

  # What becomes of a request to erase. outcome: :accept, :reject, :reject_pending_person (the guidance has no answer:
  # rejection is proposed, and a person decides), :undecided while missing facts (Symbols) would change it,
  # :not_covered. row: of the decision table in rules.md 1.4; rules: that say so. facts: what was known of the six that
  # decide, {started: false}. letter: Symbol, or nil while nothing is decided. keep_evidence: evidence of
  # mandation must be kept (CH15-34a, 35a, 38-N-b, 39-B1). due: last Date for the response, prudent the earliest under any reading,
  # last_working_day on or before it, chase from when to ask for a reference that has not come (AMB-73); nil without a
  # day of receipt. setting: {erase_gap: :reject} when the policy decided, or nil. case_id: nil when none was asked about.
  ErasureDecision = Struct.new(:outcome, :row, :rules, :missing, :facts, :letter, :keep_evidence, :due, :prudent,
                               :last_working_day, :chase, :setting, :case_id, :id, keyword_init: true) do
    # The line that `prap erase` prints. redact: as with --redact.
    def to_json(*_state, redact: false) = Redaction.line(DataProtectionFields.erasure_line(self), redact)
  end

  # May this message be sent? verdict: :permitted; :refused, and reasons (Reasons) are all the restrictions that it
  # breaks; :undecided while facts are missing. settings: the policies that were looked at, {list_500_exempt: :yes}.
  Sending = Struct.new(:verdict, :reasons, :settings, :id, keyword_init: true) do
    # It may be sent.
    def permitted? = verdict == :permitted

    # The facts that are unknown and wanted, in their order, each once: Array of Symbols.
    def missing = reasons.select { |one| one.severity == :undecided }.filter_map(&:fact).uniq

    # The line that `prap may-send` prints. redact: as with --redact.
    def to_json(*_state, redact: false) = Redaction.line(DataProtectionFields.sending_line(self), redact)
  end

  # What becomes of a request to erase, by the decision table at the end of rules.md 1.4. facts and the other keywords
  # say what is known of the six facts that decide: referred_to, started, customer_group, mandated_to_interview,
  # dna_after_mandation, mandation_evidence_held; what is not said is unknown. received: the day of receipt, a Date, for
  # the days of the answer. calendar, settings: as compute takes them; erase_gap, month_nonworking and dpo_chase are
  # looked at. id: only repeated. Nothing is stored. Of a case in a store ask Engine#erasure.
  #
  # Raises Prap::CallerError "unknown-word" (also for a fact that does not decide), "type", "twice", "day";
  # Prap::LimitError "limit"; Prap::DataError "coverage"; Prap::InputError "unknown-field".
  def self.erasure_decision(received: nil, calendar: Calendar.built_in(:england_and_wales), settings: {}, id: nil,
                            facts: {}, **more_facts)
    Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
    found = Native.erasure_decision(calendar, Dates.settings(settings), Check.day(received, "received"),
                                    DataProtectionFields.facts(facts, more_facts))
    DataProtectionFields.decision(found, id: id)
  end

  # May this unencrypted email be sent on a Date, and every restriction that it breaks (CH15-43 to 53, 58 to 61)?
  # stage: how far the use of email for its process is, :at_approved, :at_active, :at_suspended, :at_clerical or
  # :at_ceasing; nil: nothing was permitted yet. facts and the other keywords say what is known of the use (process,
  # organisation, permitted_on, use_from, ceases_on, suspended_by) and of the message (records, forwarded, …). rulebook:
  # of the programme :email. id: only repeated. Nothing is stored, and no fact is a name, an address or a text. Of a case
  # in a store ask Engine#preview for :message_sent: the answer is the same.
  #
  # Raises Prap::CallerError "unknown-word", "type", "required", "range", "twice", "day"; Prap::LimitError "limit";
  # Prap::DataError "coverage"; Prap::InputError "unknown-field".
  def self.may_send(on:, stage: nil, rulebook: nil, id: nil, facts: {}, **more_facts)
    Check.refuse("type", "rulebook", "a rulebook must be a Prap::Rulebook") unless rulebook.nil? || rulebook.is_a?(Rulebook)
    rulebook ||= Rulebook.new(programme: :email, calendar: Calendar.built_in(:england_and_wales))
    found = Native.may_send(rulebook, DataProtectionFields.stage(stage), Check.day!(on, "on"),
                            DataProtectionFields.facts(facts, more_facts))
    DataProtectionFields.sending(found, id)
  end

  class Engine
    # What becomes of a request to erase what is held about this referral: Prap.erasure_decision by the case's own events
    # as they stood on as_of, and what facts say beside them. received: the day of receipt, for the days of the answer.
    # Of a case that was taken over in mid-life, what its events do not tell is unknown. Raises Prap::CallerError
    # "no-such-case", "no-history", "unknown-word" (also for a procedure, whose case is no referral); Prap::DataError
    # "coverage".
    def erasure(case:, as_of:, received: nil, facts: {}, tenant: "")
      case_id = binding.local_variable_get(:case)
      fields = question(case_id, as_of, facts, nil, tenant)
      DataProtectionFields.decision(native_erasure(fields, Check.day(received, "received")), case_id: case_id)
    end
  end
end
