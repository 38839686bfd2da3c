# frozen_string_literal: true

module Prap
  # Why, and what to do (cure, or nil). finding, severity: Symbols; policy: Symbol or nil; contact: id of the printed
  # address, or nil. index: place of the due day that an outage cuts short; last_usable: the last minute left of it, a Time.
  ServiceReason = Struct.new(:finding, :rule, :severity, :policy, :contact, :index, :day, :last_usable, :text, :cure,
                             keyword_init: true) do
    # @api private
    def self.from(found)
      word = Prap.word(:service_finding, found[:finding])
      new(finding: word.to_sym, severity: Prap.symbol(:severity, found[:severity]),
          policy: Prap.symbol(:policy, found[:policy]), **found.slice(:rule, :contact, :index, :cure),
          day: Check.date(found[:day]), last_usable: Dates.time(found[:last_usable]), text: word.meaning).freeze
    end

    # @api private
    def fields
      { finding: AnswerFields.name(:service_finding, finding), rule: rule,
        severity: AnswerFields.name(:severity, severity), policy: AnswerFields.name(:policy, policy), contact: contact,
        index: index, day: day&.iso8601, last_usable: Services.moment(last_usable), text: text, cure: cure }.compact
    end
  end

  # What is answered. service: Symbol; :prap is PRaP itself. at: the moment, as Prap.compute has it. open: true or false;
  # verdict: may it be used, now and for this. opens: when it next does, a Time, nil while it is open; other_opens: the
  # same under the other reading of bank holidays. phone, email: ids for Prap.contact, or nil. audit_due, review_due: Dates
  # or nil (D-20); remind: whether the policy access-audit-reminder wants it told.
  ServiceAnswer = Struct.new(:service, :at, :open, :verdict, :opens, :other_opens, :phone, :email, :audit_due,
                             :review_due, :remind, :findings, :id, keyword_init: true) do
    # The first finding of a name, or nil. Raises Prap::CallerError "unknown-word", "type".
    def finding(name)
      wanted = Prap.symbol(:service_finding, Check.word(:service_finding, name, "finding"))
      findings.find { |one| one.finding == wanted }
    end

    # The line that `prap services` prints. redact: as with --redact.
    def to_json(*_state, redact: false) = Redaction.line(Services.line(self), redact)
  end

  # Can the service be used at a moment of UK local time, and when next? (D-20, D-21, D-22, PRAP-DET-2 to PRAP-HIST-8)
  #
  # service: :prap for PRaP itself, or a word of WORDS[:service]; at: as compute takes moments. outages: pairs of moments
  # when it cannot be used; announced: also those that the documents announced. subject: of :post alone. Of :prap alone:
  # route, programme, duties (about DWP data), standards (DWP's, for security): true, false, :unknown; audited, reviewed,
  # changed: Dates; days: due days that an outage may cut short, which moves none of them. provisional: as of a Calendar's
  # counts. calendar, settings: as compute takes them. id: only repeated.
  #
  # Raises Prap::CallerError "unknown-word", "type", "required", "range", "twice", "order", "moment-form",
  # "no-such-moment", "repeated-moment"; Prap::DataError "coverage".
  def self.service(service, at:, subject: nil, route: nil, programme: nil, duties: nil, standards: nil, audited: nil,
                   reviewed: nil, changed: nil, outages: [], announced: true, days: [], provisional: false,
                   calendar: Calendar.built_in(:england_and_wales), settings: {}, id: nil)
    Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
    number = Services.number(service)
    moment = Dates.moment(at, "at")
    head = [number, Dates.flags(provisional: provisional), moment,
            Check.word(:help_subject, subject, "subject"), Check.word(:access_route, route, "route"),
            Check.word(:programme, programme, "programme"), Services.tristate(duties, "duties"),
            Services.tristate(standards, "standards"), Check.day(audited, "audited"), Check.day(reviewed, "reviewed"),
            Check.day(changed, "changed")]
    windows = Dates.windows(outages) + Services.announced(number, announced)
    found = Native.service_ask(calendar, Dates.settings(settings), head, windows, Services.days(days))
    Services.answer(found, number, moment, id)
  end

  # @api private
  module Services
    ITSELF = "prap"

    module_function

    def number(service)
      service.to_s == ITSELF && !service.is_a?(Word) ? 0 : Check.word(:service, service, "service").nonzero? ||
                                                           Check.refuse("type", "service")
    end

    def tristate(value, field)
      case value
      when nil then 0
      when true then Check::VALUES[:yes]
      when false then Check::VALUES[:no]
      else value.to_s == "unknown" ? Check::VALUES[:unknown] : Check.refuse("type", field)
      end
    end

    def announced(service, wanted)
      Check.refuse("type", "announced") unless [true, false].include?(wanted)
      return [] unless wanted

      name = Prap.symbol(:service, service)
      Dates.windows(Prap.announced.select { |one| one.service == name }.map(&:window))
    end

    def days(given)
      Check.refuse("type", "days") unless given.is_a?(Array)
      given.each_with_index.map { |day, i| Check.day!(day, "days[#{i}]") }
    end

    def moment(time)
      return time unless time.is_a?(Time)

      time.strftime(time.utc_offset.zero? ? "%Y-%m-%dT%H:%MZ" : "%Y-%m-%dT%H:%M%:z")
    end

    def answer(found, number, at, id)
      times = %i[opens other_opens].to_h { |member| [member, Dates.time(found[member])] }
      days = %i[audit_due review_due].to_h { |member| [member, Check.date(found[member])] }
      ServiceAnswer.new(service: number.zero? ? ITSELF.to_sym : Prap.symbol(:service, number), at: Dates.time(at),
                        verdict: Prap.symbol(:verdict, found[:verdict]), **times, **days, id: id,
                        **found.slice(:open, :phone, :email, :remind),
                        findings: found[:findings].map { |one| ServiceReason.from(one) }.freeze).freeze
    end

    def line(answer)
      remind = answer.audit_due || answer.review_due ? { remind: answer.remind } : {}
      name = answer.service == ITSELF.to_sym ? ITSELF : AnswerFields.name(:service, answer.service)
      { v: 1, id: answer.id, service: name, at: moment(answer.at), open: answer.open,
        verdict: AnswerFields.name(:verdict, answer.verdict), opens: moment(answer.opens),
        other_opens: moment(answer.other_opens), phone: answer.phone, email: answer.email,
        audit_due: answer.audit_due&.iso8601, review_due: answer.review_due&.iso8601, **remind,
        findings: answer.findings.map(&:fields) }.compact
    end
  end
end
