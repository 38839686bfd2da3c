# frozen_string_literal: true

module Prap
  # What goes in and comes out of the questions about earnings.
  # @api private
  module EarningsFields
    def self.known(number) = { yes: true, no: false }.fetch(Prap.symbol(:value, number), :unknown)

    def self.consequence(row)
      word = Prap.word(:consequence, row[:consequence])
      CodeConsequence.new(consequence: word.to_sym, severity: Prap.symbol(:severity, row[:severity]), rule: row[:rule],
                          text: word.meaning).freeze
    end

    def self.pence_rows(rows, field)
      Check.refuse("type", field, "an Array of pairs of a Date and whole pence is wanted") unless rows.is_a?(Array)
      rows.each_with_index.map do |row, i|
        wanted = row.is_a?(Array) && row.size == 2 && row[1].is_a?(Integer)
        Check.refuse("type", "#{field}[#{i}]", "a pair of a Date and whole pence is wanted") unless wanted
        Check.refuse("range", "#{field}[#{i}]", "whole pence of 64 bits are wanted") unless row[1].bit_length < 64
        [Check.day!(row[0], "#{field}[#{i}]"), row[1]]
      end
    end
  end

  # A leaver or end-reason code of one programme. programme, set_by, feed: Symbols; feed is :closed where it ends the
  # earnings feed, by feed_rule, else :open. repayment_rule: nil where the guidance names none. policy, choice: where the
  # programme has the code under one setting of a policy only (AMB-91), which; else nil.
  Code = Struct.new(:programme, :code, :label, :set_by, :needs, :rule, :feed, :feed_rule, :repayment_rule, :policy,
                    :choice, keyword_init: true) do
    # The line that `prap codes --json` prints.
    def to_json(*_state)
      JSON.generate({ v: 1, programme: AnswerFields.name(:programme, programme), code: code, label: label,
                      set_by: AnswerFields.name(:actor, set_by), needs: needs,
                      policy: policy && AnswerFields.name(:policy, policy),
                      choice: choice && AnswerFields.name(:choice, choice), rule: rule,
                      feed: AnswerFields.name(:feed, feed), feed_rule: feed_rule,
                      repayment_rule: repayment_rule }.compact)
    end
  end

  # One thing that choosing a code does. consequence, severity: Symbols; text: the sentence.
  CodeConsequence = Struct.new(:consequence, :severity, :rule, :text, keyword_init: true)

  # What choosing a code does, before it is chosen. verdict: :refused when the programme does not have it (label is nil and
  # defined_for says which do) or PRaP alone sets it, else :permitted; what else a case needs for it, Engine#preview says.
  # feed_before, feed_after, payment, severity, set_by: Symbols, the last two or nil. consequences: CodeConsequences.
  CodeChoice = Struct.new(:programme, :code, :verdict, :rule, :severity, :defined_for, :label, :set_by, :needs,
                          :feed_before, :feed_after, :payment, :consequences, keyword_init: true) do
    # The line that `prap codes PROGRAMME CODE --json` prints.
    def to_json(*_state)
      told = consequences.map do |one|
        { consequence: AnswerFields.name(:consequence, one.consequence),
          severity: AnswerFields.name(:severity, one.severity), rule: one.rule, text: one.text }
      end
      JSON.generate({ v: 1, programme: AnswerFields.name(:programme, programme), code: code,
                      verdict: AnswerFields.name(:verdict, verdict), rule: rule,
                      severity: AnswerFields.name(:severity, severity),
                      defined_for: defined_for.map { |one| AnswerFields.name(:programme, one) }, label: label,
                      set_by: AnswerFields.name(:actor, set_by), needs: needs,
                      feed_before: AnswerFields.name(:feed, feed_before),
                      feed_after: AnswerFields.name(:feed, feed_after),
                      payment: AnswerFields.name(:payment, payment), consequences: told }.compact)
    end
  end

  # How earnings stand to a threshold. threshold, status: Symbols. outcome: whether it is the job outcome. pence: the
  # amount of the day it was reached, else of the day asked about, nil where there is none or it is not known.
  # unsure_from: the first day on which it may have been reached, that day's amount not being known. missing_pence: nil
  # unless it is :not_reached.
  ThresholdStanding = Struct.new(:threshold, :status, :rule, :outcome, :pence, :reached_on, :unsure_from,
                                 :missing_pence, keyword_init: true) do
    # @api private
    def self.from(found)
      days = %i[reached_on unsure_from].to_h { |key| [key, Check.date(found[key])] }
      new(threshold: Prap.symbol(:threshold, found[:threshold]), status: Prap.symbol(:threshold_status, found[:status]),
          **days, **found.slice(:rule, :outcome, :pence, :missing_pence)).freeze
    end

    # @api private
    def fields
      { threshold: AnswerFields.name(:threshold, threshold), status: AnswerFields.name(:threshold_status, status),
        rule: rule, pence: pence, reached_on: reached_on&.iso8601, unsure_from: unsure_from&.iso8601,
        missing_pence: missing_pence }.compact
    end
  end

  # What payments amount to by as_of, in whole pence. outcome: the threshold that is the job outcome, nil where the guidance
  # states none. closes_feed: true, false or :unknown: does reaching it close an open feed by then. thresholds: Array of
  # ThresholdStanding.
  Earnings = Struct.new(:programme, :as_of, :earned_pence, :payments, :first_paid_on, :outcome, :outcome_status,
                        :outcome_on, :closes_feed, :rule, :thresholds, :id, keyword_init: true) do
    # The line that `prap earnings` prints.
    def to_json(*_state)
      JSON.generate({ v: 1, id: id, programme: AnswerFields.name(:programme, programme), as_of: as_of.iso8601,
                      earned_pence: earned_pence, payments: payments, first_paid_on: first_paid_on&.iso8601,
                      outcome: AnswerFields.name(:threshold, outcome),
                      outcome_status: AnswerFields.name(:threshold_status, outcome_status),
                      outcome_on: outcome_on&.iso8601, closes_feed: closes_feed == :unknown ? "unknown" : closes_feed,
                      rule: rule, thresholds: thresholds.map(&:fields) }.compact)
    end
  end

  # A time during which the feed was open. opened_by, closed_by, trigger: Symbols. opened_at, closed_at: places in the case's
  # history. All that is about closing is nil while it is open. code: of the end date, or nil.
  FeedPeriod = Struct.new(:opened_by, :opened_at, :opened_on, :opened_recorded, :opened_rule, :closed_by, :closed_at,
                          :closed_on, :closed_recorded, :trigger, :closed_rule, :code, keyword_init: true) do
    # @api private
    def self.from(found)
      days = %i[opened_on opened_recorded closed_on closed_recorded].to_h { |key| [key, Check.date(found[key])] }
      new(opened_by: Prap.symbol(:event, found[:opened_by]),
          closed_by: found[:closed_by] && Prap.symbol(:event, found[:closed_by]),
          trigger: found[:trigger] && Prap.symbol(:feed_trigger, found[:trigger]),
          **days, **found.slice(:opened_at, :opened_rule, :closed_at, :closed_rule, :code)).freeze
    end

    # @api private
    def fields
      { opened_by: AnswerFields.name(:event, opened_by), opened_at: opened_at, opened_on: opened_on.iso8601,
        opened_recorded: opened_recorded.iso8601, opened_rule: opened_rule,
        closed_by: AnswerFields.name(:event, closed_by), closed_at: closed_at, closed_on: closed_on&.iso8601,
        closed_recorded: closed_recorded&.iso8601, trigger: AnswerFields.name(:feed_trigger, trigger),
        closed_rule: closed_rule, code: code }.compact
    end
  end

  # The earnings feed of a case as it stood on as_of. orphan: true when it is open although the referral was backed out,
  # :unknown when the guidance does not state for the programme that it should not be. effect: Symbol, why it stands so, by rule, which is
  # nil where only the history tells what closed it.
  # periods: Array of FeedPeriod, nil where they were not asked for.
  CaseFeed = Struct.new(:case_id, :as_of, :programme, :stage, :feed, :orphan, :effect, :rule, :start, :entered, :ended,
                        :code, :periods, keyword_init: true) do
    # @api private
    def self.from(found, case_id, as_of, periods)
      kinds = { programme: :programme, stage: :state, feed: :feed, effect: :feed_effect }
      days = %i[start entered ended].to_h { |key| [key, Check.date(found[key])] }
      new(case_id: case_id, as_of: as_of, orphan: EarningsFields.known(found[:orphan]), periods: periods,
          **kinds.to_h { |key, kind| [key, Prap.symbol(kind, found[key])] }, **days, **found.slice(:rule, :code)).freeze
    end

    # The line that `prap feed` prints. redact: as with --redact.
    def to_json(*_state, redact: false)
      Redaction.line({ v: 1, case: case_id, as_of: as_of.iso8601, programme: AnswerFields.name(:programme, programme),
                       stage: AnswerFields.name(:state, stage), feed: AnswerFields.name(:feed, feed),
                       orphan: orphan == :unknown ? "unknown" : orphan, effect: AnswerFields.name(:feed_effect, effect),
                       rule: rule, start: start&.iso8601, entered: entered&.iso8601, ended: ended&.iso8601, code: code,
                       periods: periods&.map(&:fields) }.compact, redact)
    end
  end

  # The codes of a programme, or with nil of all, in table order (rules.md 1.6): an Array of Code. Raises
  # Prap::CallerError "unknown-word".
  def self.codes(programme = nil)
    Native.codes(programme.nil? ? 0 : Check.word(:programme, programme, "programme")).map do |found|
      kinds = { programme: :programme, set_by: :actor, feed: :feed, policy: :policy, choice: :choice }
      Code.new(**kinds.to_h { |key, kind| [key, symbol(kind, found[key])] },
               **found.slice(:code, :label, :needs, :rule, :feed_rule, :repayment_rule)).freeze
    end
  end

  # What choosing a code does to payment, before it is chosen (X-39, X-40): a CodeChoice; a code of another programme is
  # refused (AMB-93). feed: how the feed stands before. Raises Prap::CallerError "unknown-word", "type", "range".
  def self.code_choice(programme, code, feed: :open)
    number = Check.word(:programme, programme, "programme")
    found = Native.code_choice(number, Check.int32(code, "code"), Check.word(:feed, feed, "feed"))
    kinds = { verdict: :verdict, severity: :severity, feed_before: :feed, feed_after: :feed }
    CodeChoice.new(programme: symbol(:programme, number), code: code,
                   **kinds.to_h { |key, kind| [key, symbol(kind, found[key])] },
                   **{ payment: :payment, set_by: :actor }.to_h { |key, kind| [key, found[key] && symbol(kind, found[key])] },
                   defined_for: WORDS[:programme].select { |one| found[:programmes][one.number] == 1 }.map(&:to_sym).freeze,
                   consequences: found[:consequences].map { |row| EarningsFields.consequence(row) }.freeze,
                   **found.slice(:rule, :label, :needs)).freeze
  end

  # What payments, [[date, pence], …], amount to by as_of, which thresholds they reach and when (X-38, CH15-16,
  # M08-BG-3b): an Earnings. national: the National Threshold's amounts, [[first day, pence], …]; without one for the day it
  # is :not_known (AMB-80). id: only repeated. Raises Prap::CallerError "unknown-word", "day", "type", "range" (a payment
  # below 0, an amount below 1, a sum that does not fit), "twice"; Prap::LimitError "limit".
  def self.earnings(programme, as_of:, payments:, national: [], id: nil)
    number = Check.word(:programme, programme, "programme")
    found = Native.earnings(number, Check.day!(as_of, "as_of"), EarningsFields.pence_rows(payments, "payments"),
                            EarningsFields.pence_rows(national, "national"))
    outcome = found[:outcome] && symbol(:threshold, found[:outcome])
    Earnings.new(programme: symbol(:programme, number), as_of: as_of, id: id, outcome: outcome,
                 first_paid_on: Check.date(found[:first_paid_on]), outcome_on: Check.date(found[:outcome_on]),
                 outcome_status: symbol(:threshold_status, found[:outcome_status]),
                 closes_feed: EarningsFields.known(found[:closes_feed]),
                 thresholds: found[:thresholds].map { |row| ThresholdStanding.from(row) }.freeze,
                 **found.slice(:earned_pence, :payments, :rule)).freeze
  end

  # What a trigger does to the feed of a programme, and by which rule: [Symbol, String], a cell of rules.md 2.7. Raises
  # Prap::CallerError "unknown-word".
  def self.feed_effect(programme, trigger)
    effect, rule = Native.feed_effect(Check.word(:programme, programme, "programme"),
                                      Check.word(:feed_trigger, trigger, "trigger"))
    [symbol(:feed_effect, effect), rule]
  end

  # A programme's thresholds: [[Symbol, Symbol or nil, pence], …]: which; why it has none (:not_applicable, :not_stated) or
  # that the host gives the amount (:not_known); the pence to reach. Raises Prap::CallerError "unknown-word".
  def self.thresholds(programme)
    Native.thresholds(Check.word(:programme, programme, "programme")).map do |threshold, status, pence|
      [symbol(:threshold, threshold), status.zero? ? nil : symbol(:threshold_status, status), pence]
    end
  end

  class Engine
    # The earnings feed of a case as it stood on as_of, with each time it was open and what opened and closed it (X-37,
    # M08-BG-2 to M08-BG-4): a CaseFeed. Raises Prap::CallerError "no-such-case", "no-history".
    def feed(case:, as_of:, tenant: "")
      case_id = Check.text(binding.local_variable_get(:case), "case")
      periods = []
      found = native_feed(Check.text(tenant, "tenant"), case_id, Check.day!(as_of, "as_of")) do |row|
        periods << FeedPeriod.from(row)
      end
      CaseFeed.from(found, case_id, as_of, periods.freeze)
    end

    # The feed of every case, in order of case id, without periods; with orphans only those that are open although the
    # referral was backed out. Yields CaseFeeds one at a time, or without a block returns an Array. on_error as of walk.
    # Raises Prap::CallerError "no-scan".
    def feeds(as_of:, orphans: false, tenant: "", on_error: nil)
      all = block_given? ? nil : []
      native_feeds(Check.text(tenant, "tenant"), Check.day!(as_of, "as_of"), orphans, !on_error.nil?) do |id, status, row|
        if status.zero?
          found = CaseFeed.from(row, id, as_of, nil)
          all ? all << found : yield(found)
        else
          on_error&.call(id, Error.for_status(status, "case", nil))
        end
      end
      all
    end
  end
end
