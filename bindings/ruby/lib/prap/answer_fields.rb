# frozen_string_literal: true

module Prap
  # An answer as the members of its JSON line, in the contract's order. What there is none of is left out.
  # @api private
  module AnswerFields
    module_function

    def of(answer)
      fields = { v: 1, id: answer.id, case: answer.case_id, verdict: name(:verdict, answer.verdict),
                 stage: name(:state, answer.stage), feed: name(:feed, answer.feed),
                 reasons: answer.reasons.map { |reason| reason(reason) },
                 deadlines: answer.deadlines.map { |deadline| deadline(deadline) },
                 notices: answer.notices.map { |notice| notice(notice) },
                 version: answer.version, missing: answer.missing.map { |fact| name(:fact, fact) },
                 settings: answer.settings.map { |policy, value| setting(policy, value) },
                 rulebook: answer.rulebook, calendar: answer.calendar, as_of: answer.as_of&.iso8601,
                 outside: name(:outside, answer.outside), event: name(:event, answer.event),
                 on: answer.on&.iso8601, duplicate: answer.duplicate? || nil }
      (answer.verdict ? fields : fields.merge(standing(answer))).compact
    end

    # What only a case has, as show prints it.
    def standing(answer)
      { days: answer.days.transform_values(&:iso8601), attempts: answer.attempts, breaches: answer.breaches,
        code: answer.code, history: answer.history&.map { |event| event(event) } }
    end

    def reason(reason)
      { rule: reason.rule, severity: name(:severity, reason.severity), fact: name(:fact, reason.fact),
        cure: reason.cure, earliest: reason.earliest&.iso8601, reason: name(:reason, reason.reason),
        why: reason.why, cure_event: name(:event, reason.cure_event) }.compact
    end

    def deadline(deadline)
      { deadline: name(:deadline, deadline.deadline), due: deadline.due&.iso8601,
        prudent: deadline.prudent&.iso8601, rule: deadline.rule,
        status: name(:deadline_status, deadline.status),
        last_working_day: deadline.last_working_day&.iso8601, done: deadline.done&.iso8601 }.compact
    end

    def notice(notice)
      { notice: name(:notice, notice.notice), rule: notice.rule, severity: name(:severity, notice.severity),
        to: name(:recipient, notice.to), fact: name(:fact, notice.fact), due: notice.due&.iso8601,
        text: notice.text }.compact
    end

    def setting(policy, value)
      value = name(:choice, value) if value.is_a?(Symbol)
      { policy: name(:policy, policy), value: value.is_a?(Date) ? value.iso8601 : value }
    end

    def event(event)
      facts = event.facts.to_h { |fact, value| [name(:fact, fact), fact_value(value)] }
      { sequence: event.sequence, event: name(:event, event.event), on: event.on.iso8601,
        recorded: event.recorded.iso8601, id: event.id, facts: facts }.compact
    end

    def fact_value(value)
      case value
      when Date then value.iso8601
      when :unknown then "unknown"
      when Symbol then name(:option, value)
      else value
      end
    end

    def name(kind, symbol) = symbol && Prap.word(kind, symbol).name
  end
end
