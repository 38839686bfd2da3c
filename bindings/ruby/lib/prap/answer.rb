# frozen_string_literal: true

module Prap
  # Why not, or what is unknown. reason, severity: Symbols. rule: its id. why, cure: sentences. fact: Symbol
  # that the guard looks at, or nil. cure_event: Symbol of what is right instead, or nil. earliest: first Date
  # on which the guard could pass, or nil.
  Reason = Struct.new(:reason, :rule, :severity, :fact, :why, :cure, :cure_event, :earliest,
                      keyword_init: true)

  # A clock of the case. deadline, status: Symbols (:ack, :meet, :record, :auto60, :plan; :open, :overdue,
  # :met, :missed, :cleared). due: met by acting at any time on this Date. prudent: the earliest due day under
  # any reading that the text admits. last_working_day: on or before due, nil where the calendar ends before.
  # anchor: the day counted from. done: Date or nil. policy: Symbol of the setting that chose the reading, or nil.
  # advisory: true for a date to go by, outside every standard (a clerical case, AMB-64).
  # Of the host's own (defined_by :host) name and source are its own, there is no rule, and deadline is nil unless it
  # fills a clock. Of one that is :not_defined there are no days, and ambiguity says that the documents set no limit.
  Deadline = Struct.new(:deadline, :status, :rule, :anchor, :due, :prudent, :last_working_day, :done, :policy,
                        :advisory, :defined_by, :name, :source, :ambiguity, keyword_init: true)

  # Something worth telling. notice, severity, to: Symbols. text: the sentence. fact: Symbol or nil. due: Date
  # or nil. means: Symbol of how the guidance has the recipient told.
  Notice = Struct.new(:notice, :rule, :severity, :to, :fact, :due, :means, :text, keyword_init: true)

  # One event of a case's history. on, recorded: Dates. id: String or nil. facts: {made: Date, scr: false, …}.
  # stage: Symbol of the one after it, as it was judged then, by rulebook and calendar (8 hex digits each, nil where
  # not kept) of division. voided_by: sequence of the entry that voids it, or nil. broke: Array of Broken.
  Event = Struct.new(:sequence, :event, :on, :recorded, :id, :facts, :stage, :voided_by, :broke, :rulebook,
                     :calendar, :division, keyword_init: true)

  # A guard that failed and was recorded over. reason: Symbol. rule: its id, or nil.
  Broken = Struct.new(:reason, :rule, keyword_init: true)

  # What was answered: the verdict on an event, or (from Engine#show and #walk) how a case stands. Frozen.
  #
  # case_id: String. id: the idempotency key as given, or nil. event, on: Symbol and Date of the event that
  # was judged, or nil. verdict: :permitted, :refused, :undecided, :text_silent; nil when nothing was asked
  # but how the case stands. stage, feed, programme: Symbols. version: how many events the case has. as_of:
  # the Date the answer is for. days: {received: Date, …} of the case, without those it has not. outside:
  # :before or :after when the event's day (for #show and #walk, as_of) is outside the dates in force of the
  # text that the rules come from, else nil. orphan?: backed out while the earnings feed is still open. attempts, breaches: counts. code: leaver code or nil. settings:
  # {late_ack: :refuse, …} that decided. rulebook, calendar: 8 hex digits each. history: Array of Event from
  # Engine#show, else nil. mappa, prap14, error, channel, referral_kind, scenario, mandation, appointment, engagement;
  # of the procedures decision, reference, outage, misdirection, erasure: Symbols of what is set beside the stage,
  # nil where it is not. attempts_failed: of the attempts, those that did not reach the person. outcome: Symbol of
  # the reason of the outcome or of the cancellation, or nil.
  class Answer
    DAYS = { received: :received_on, made: :made_on, acknowledged: :acknowledged_on, attended: :attended_on,
             start: :start_on, ended: :ended_on, entered: :entered_on, plan: :plan_on, meeting: :meeting_on,
             handed_over: :handed_over_on, work: :work_on, face_to_face: :face_to_face_on,
             approved: :approved_on, backed_out: :backed_out_on, end: :end_on }.freeze
    private_constant :DAYS

    attr_reader :case_id, :id, :event, :on, :verdict, :programme, :stage, :feed, :reasons, :deadlines,
                :notices, :version, :settings, :rulebook, :calendar, :as_of, :outside, :days, :attempts,
                :breaches, :code, :history, :mappa, :prap14, :error, :channel, :referral_kind, :outcome,
                :attempts_failed, :scenario, :mandation, :appointment, :engagement, :decision, :reference,
                :outage, :misdirection, :erasure

    # @api private
    def initialize(found, case_id:, id: nil, history: nil)
      @case_id = case_id
      @id = id
      @history = history
      read_summary(found)
      read_beside(found)
      @days = DAYS.transform_values { |key| Check.date(found[key]) }.compact.freeze
      @settings = found[:settings].to_h { |policy, value| read_setting(policy, value) }.freeze
      @reasons = found[:reasons].map { |row| Asking.reason(row) }.freeze
      @deadlines = found[:deadlines].map { |row| read_deadline(row) }.freeze
      @notices = found[:notices].map { |row| read_notice(row) }.freeze
      freeze
    end

    def permitted? = verdict == :permitted
    def refused? = verdict == :refused
    def undecided? = verdict == :undecided
    def text_silent? = verdict == :text_silent

    # true when this id was recorded before: then this is the answer that it got.
    def duplicate? = @duplicate

    # true when the case was taken over in mid-life, with what was known then.
    def imported? = @imported

    def orphan? = @orphan

    # The facts that are unknown and needed, in the order of the reasons, each once: an Array of Symbols.
    def missing = reasons.select { |reason| reason.severity == :undecided }.filter_map(&:fact).uniq

    # The Deadline of that name (:ack), or nil when the case has none; of the host's own by its name ("welcome-call").
    def deadline(name)
      deadlines.find { |one| one.deadline.nil? ? one.name == name.to_s.tr("_", "-") : one.deadline == name }
    end

    # The answer line of the command's contract, byte for byte as every other face of the library writes it. redact:
    # as with --redact, which replaces what tells of MAPPA, a Special Customer Record, terminal illness or death.
    def to_json(*_state, redact: false) = Redaction.line(AnswerFields.of(self), redact)

    def inspect = "#<Prap::Answer #{[case_id, verdict, stage, *reasons.map(&:rule)].compact.join(' ')}>"

    private

    def read_summary(found)
      @event = Prap.symbol(:event, found[:event])
      @on = Check.date(found[:on])
      @verdict = Prap.symbol(:verdict, found[:verdict])
      @programme = Prap.symbol(:programme, found[:programme])
      @stage = Prap.symbol(:state, found[:stage])
      @feed = Prap.symbol(:feed, found[:feed])
      @version, @rulebook, @calendar = found.values_at(:version, :rulebook, :calendar)
      @attempts, @breaches, @duplicate = found.values_at(:attempts, :breaches, :duplicate)
      @code = found[:code].zero? ? nil : found[:code]
      @as_of = Check.date(found[:as_of])
      @outside = Prap.symbol(:outside, found[:outside])
    end

    def read_beside(found)
      @mappa = Prap.symbol(:mappa, found[:mappa])
      @prap14 = Prap.symbol(:prap14, found[:prap14])
      @error = Prap.symbol(:error, found[:error])
      @channel = Prap.symbol(:channel, found[:channel])
      @referral_kind = Prap.symbol(:referral_kind, found[:referral_kind])
      %i[scenario mandation appointment engagement decision reference outage misdirection erasure].each do |region|
        instance_variable_set(:"@#{region}", Prap.symbol(region, found[region]))
      end
      @orphan = found[:orphan]
      @outcome = Prap.symbol(:option, found[:outcome])
      @imported, @attempts_failed = found.values_at(:imported, :attempts_failed)
    end

    def read_setting(policy, value) = [Prap.symbol(:policy, policy), Prap.setting_value(policy, value)]

    def read_deadline(row)
      Deadline.new(deadline: Prap.symbol(:deadline, row[:deadline]), rule: row[:rule],
                   status: Prap.symbol(:deadline_status, row[:status]), anchor: Check.date(row[:anchor]),
                   due: Check.date(row[:due]), prudent: Check.date(row[:prudent]),
                   last_working_day: Check.date(row[:last_working_day]), done: Check.date(row[:done]),
                   policy: Prap.symbol(:policy, row[:policy]), advisory: row[:advisory],
                   defined_by: Prap.symbol(:defined_by, row[:defined_by]), name: row[:name], source: row[:source],
                   ambiguity: row[:ambiguity]).freeze
    end

    def read_notice(row)
      word = Prap.word(:notice, row[:notice])
      Notice.new(notice: word.to_sym, rule: row[:rule], severity: Prap.symbol(:severity, row[:severity]),
                 to: Prap.symbol(:recipient, row[:recipient]), fact: Prap.symbol(:fact, row[:fact]),
                 due: Check.date(row[:due]), means: Prap.symbol(:means, row[:means]),
                 text: word.meaning).freeze
    end
  end
end
