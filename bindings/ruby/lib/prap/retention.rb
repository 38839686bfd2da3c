# frozen_string_literal: true

# How long records are kept, whether they may go, and what stands against it (rules.md 2.8, D-11 to D-13); and what the
# verification of a store finds.
module Prap
  # Why a record is kept, or may go. finding, severity, fact, policy: Symbols, the last two or nil. severity: :forbidden
  # keeps it, :undecided keeps it until the fact is known, a period that is over is a :notice. day: the last day of a
  # period. row: the row of the catalogue that forbids it, "F-E-07", or nil. cure: what to do.
  RetentionReason = Struct.new(:finding, :rule, :row, :severity, :fact, :policy, :day, :text, :cure, keyword_init: true) do
    # @api private
    def self.from(found)
      word = Prap.word(:retention_finding, found[:finding])
      new(finding: word.to_sym, text: word.meaning, severity: Prap.symbol(:severity, found[:severity]),
          fact: Prap.symbol(:retention_fact, found[:fact]), policy: Prap.symbol(:policy, found[:policy]),
          day: Check.date(found[:day]), **found.slice(:rule, :row, :cure)).freeze
    end

    # @api private
    def fields
      { finding: AnswerFields.name(:retention_finding, finding), rule: rule, row: row,
        severity: AnswerFields.name(:severity, severity), fact: AnswerFields.name(:retention_fact, fact),
        policy: AnswerFields.name(:policy, policy), day: day&.iso8601, text: text, cure: cure }.compact
    end
  end

  # How long a record is kept. verdict: may it go on as_of? :permitted; :refused: something keeps it; :undecided: something
  # that decides is not known, so it stays. kept_until: the last day of its longest period, nil while there is no day yet.
  # at_least: the same by what is known so far. disposal: the first day on which it may go, nil while that is not known or
  # something holds it. anchor: the day that at_least is counted from. findings: Array of RetentionReason.
  RetentionAnswer = Struct.new(:record, :as_of, :programme, :verdict, :retention, :rule, :kept_until, :at_least,
                               :disposal, :anchor, :policy, :on_hold, :findings, :id, keyword_init: true) do
    # @api private
    def self.from(found, as_of, programme: nil, id: nil)
      kinds = { record: :record, verdict: :verdict, retention: :retention, policy: :policy }
      days = %i[kept_until at_least disposal anchor].to_h { |key| [key, Check.date(found[key])] }
      new(as_of: as_of, programme: programme, id: id, **days, **found.slice(:rule, :on_hold),
          **kinds.to_h { |key, kind| [key, Prap.symbol(kind, found[key])] },
          findings: found[:findings].map { |one| RetentionReason.from(one) }.freeze).freeze
    end

    # The facts that leave it undecided, in their order, each once: Symbols.
    def missing = findings.select { |one| one.severity == :undecided }.filter_map(&:fact).uniq

    # The first finding of that name, or nil. Raises Prap::CallerError "unknown-word", "type".
    def finding(name)
      wanted = Prap.symbol(:retention_finding, Check.word(:retention_finding, name, "finding"))
      findings.find { |one| one.finding == wanted }
    end

    # @api private
    def fields
      { verdict: AnswerFields.name(:verdict, verdict), retention: AnswerFields.name(:retention, retention), rule: rule,
        kept_until: kept_until&.iso8601, at_least: at_least&.iso8601, disposal: disposal&.iso8601,
        anchor: anchor&.iso8601, policy: AnswerFields.name(:policy, policy), on_hold: on_hold,
        missing: missing.map { |fact| AnswerFields.name(:retention_fact, fact) },
        findings: findings.map(&:fields) }.compact
    end

    # The line that `prap retain` prints. redact: as with --redact.
    def to_json(*_state, redact: false)
      Redaction.line({ v: 1, id: id, record: AnswerFields.name(:record, record), as_of: as_of.iso8601,
                       programme: AnswerFields.name(:programme, programme) }.compact.merge(fields), redact)
    end
  end

  # A record that events of a case have made, the first on first_on, and how it stands: a RetentionAnswer. events_over: of
  # unencrypted emails, how many are past their own three months; answer is about the last.
  RetainedRecord = Struct.new(:events, :events_over, :first_on, :last_on, :answer, keyword_init: true)

  # The records of a case, as of a Date: Array of RetainedRecord.
  CaseRetention = Struct.new(:case_id, :as_of, :retained, keyword_init: true) do
    # The line that `prap retain --as-of` prints. redact: as with --redact.
    def to_json(*_state, redact: false)
      verdicts = retained.map { |one| one.answer.verdict }
      Redaction.line({ v: 1, case: case_id, as_of: as_of.iso8601, may_go: verdicts.count(:permitted),
                       kept: verdicts.count(:refused), undecided: verdicts.count(:undecided),
                       retained: retained.map { |one| RetentionFields.record(one) } }, redact)
    end
  end

  # A fault of a case. sequence: of the event; nil: of the snapshot, or the case as a whole. severity: :breach is damage,
  # :notice is worth knowing and no damage.
  VerifyFinding = Struct.new(:case_id, :sequence, :fault, :severity, :text, keyword_init: true) do
    # The line that `prap verify` prints.
    def to_json(*_state)
      JSON.generate({ v: 1, case: case_id, sequence: sequence, fault: AnswerFields.name(:verify_fault, fault),
                      severity: AnswerFields.name(:severity, severity), text: text }.compact)
    end
  end

  # What was read, and every fault. damaged: cases with damage; faults counts the damage, notices what is no damage;
  # findings are both, in order of case: Array of VerifyFinding.
  VerifyReport = Struct.new(:cases, :events, :damaged, :faults, :notices, :findings, keyword_init: true) do
    # Whether all is as it was written.
    def verified? = faults.zero?

    # The last line that `prap verify` prints.
    def to_json(*_state)
      JSON.generate({ v: 1, verified: verified?, cases: cases, events: events, damaged: damaged, faults: faults,
                      notices: notices })
    end
  end

  # What goes in and comes out of the questions above.
  # @api private
  module RetentionFields
    module_function

    def facts(given)
      Check.refuse("type", "facts", "facts must be a Hash") unless given.is_a?(Hash)
      given.map do |name, value|
        word = name.is_a?(Integer) ? nil : Prap.word(:retention_fact, name)
        if word.nil?
          raise InputError.new("there is no such field; Prap::WORDS[:retention_fact] lists the facts",
                               code: "unknown-field", field: Check.keyword(name))
        end
        [word.number, *value(word, value)]
      end
    end

    def value(fact, value)
      case value
      when Symbol, String, Word
        value.to_s == "unknown" ? [Check::VALUES[:unknown], 0] : Check.refuse("type", fact.name)
      else Check.fact_value(fact, value)
      end
    end

    def record(one)
      { record: AnswerFields.name(:record, one.answer.record), events: one.events,
        events_over: one.events_over.zero? ? nil : one.events_over, first_on: one.first_on.iso8601,
        last_on: one.last_on.iso8601 }.compact.merge(one.answer.fields)
    end

    def retained(found, as_of)
      RetainedRecord.new(events: found[:events], events_over: found[:events_over], first_on: Check.date(found[:first_on]),
                         last_on: Check.date(found[:last_on]), answer: RetentionAnswer.from(found, as_of)).freeze
    end
  end

  # How long one record is kept, and whether it may go on as_of, a Date; calendar days throughout. The other keywords are
  # facts of WORDS[:retention_fact]: true, false, a number, a Date, or :unknown; what does not matter for the record is
  # passed over. programme: whose rule the contract's period is. settings: as compute takes them; 13m-anchor and esf-years
  # decide. id: only repeated. Pure; rules.md 2.8.
  #
  # Raises Prap::CallerError "unknown-word", "type", "range", "twice", "day"; Prap::InputError "unknown-field";
  # Prap::LimitError "limit".
  def self.retain(record, as_of:, programme: nil, settings: {}, id: nil, **facts)
    number = programme.nil? ? 0 : Check.word(:programme, programme, "programme")
    found = Native.retention(Dates.settings(settings), Check.word(:record, record, "record"), Check.day!(as_of, "as_of"),
                             number, RetentionFields.facts(facts))
    RetentionAnswer.from(found, as_of, programme: programme && symbol(:programme, number), id: id)
  end

  class Engine
    # The records that the events of a case had made by as_of, how long each is kept and whether it may go (rules.md 2.8):
    # a CaseRetention. Their days come from the journal; facts are what the host knows and no journal says, and win.
    # Raises Prap::CallerError "no-such-case", "no-history", and as Prap.retain.
    def retention(case:, as_of:, facts: {}, tenant: "")
      name = Check.text(binding.local_variable_get(:case), "case")
      Check.refuse("required", "case") if name.empty?
      found = []
      native_retention(Check.text(tenant, "tenant"), name, Check.day!(as_of, "as_of"), RetentionFields.facts(facts), nil,
                       false) { |_, _, row| found << RetentionFields.retained(row, as_of) }
      CaseRetention.new(case_id: name, as_of: as_of, retained: found.freeze).freeze
    end

    # The same for every case that has made a record, in order of case id. about: called with a case's id, gives a Hash of
    # what is known of it alone, which wins over facts. Yields CaseRetentions one at a time, or without a block returns an
    # Array. on_error as of walk. Raises Prap::CallerError "no-scan", and as retention.
    def retentions(as_of:, facts: {}, about: nil, tenant: "", on_error: nil, &block)
      all = []
      known = about && ->(id) { RetentionFields.facts(about.call(id) || {}) }
      case_id = nil
      records = []
      ended = lambda do
        whole = CaseRetention.new(case_id: case_id, as_of: as_of, retained: records.freeze).freeze unless records.empty?
        records = []
        (block || all.method(:<<)).call(whole) if whole
      end
      native_retention(Check.text(tenant, "tenant"), nil, Check.day!(as_of, "as_of"), RetentionFields.facts(facts), known,
                       !on_error.nil?) do |id, status, row|
        ended.call unless id == case_id
        case_id = id
        if status.zero?
          records << RetentionFields.retained(row, as_of)
        else
          on_error&.call(id, Error.for_status(status, "case", nil))
        end
      end
      ended.call
      block ? nil : all
    end

    # Reads every case of a tenant, or one: checksums, sequence, chain, and whether each snapshot is what its journal
    # amounts to: a VerifyReport. Faults raise nothing. Nothing is written. Raises Prap::CallerError "no-such-case",
    # "no-scan", "no-history", "text"; Prap::HostError when the store broke it off.
    def verify(case: nil, tenant: "")
      name = binding.local_variable_get(:case)
      name = Check.text(name, "case") unless name.nil?
      Check.refuse("required", "case") if name == ""
      findings = []
      counts = native_verify(Check.text(tenant, "tenant"), name) do |id, sequence, fault, severity|
        word = Prap.word(:verify_fault, fault)
        findings << VerifyFinding.new(case_id: id, sequence: sequence, fault: word.to_sym, text: word.meaning,
                                      severity: Prap.symbol(:severity, severity)).freeze
      end
      members = %i[cases events damaged faults notices].zip(counts).to_h
      VerifyReport.new(**members, findings: findings.freeze).freeze
    end
  end
end
