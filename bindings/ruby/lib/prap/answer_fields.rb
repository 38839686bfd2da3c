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
                 on: answer.on&.iso8601, duplicate: answer.duplicate? || nil, regions: regions(answer),
                 orphan: answer.orphan? || nil }
      (answer.verdict ? fields : fields.merge(standing(answer))).compact
    end

    # What only a case has, as show prints it.
    def standing(answer)
      { days: answer.days.to_h { |key, day| [key.name.tr("_", "-"), day.iso8601] }, attempts: answer.attempts,
        breaches: answer.breaches, attempts_failed: answer.attempts_failed.zero? ? nil : answer.attempts_failed,
        imported: answer.imported? || nil, outcome: name(:option, answer.outcome), code: answer.code,
        history: answer.history&.map { |event| event(event) } }
    end

    # What is set beside the stage; that a referral is a new one goes without saying.
    def regions(answer)
      kind = answer.referral_kind == :new ? nil : answer.referral_kind
      found = { mappa: name(:mappa, answer.mappa), prap14: name(:prap14, answer.prap14),
                error: name(:error, answer.error), channel: name(:channel, answer.channel),
                "referral-kind": name(:referral_kind, kind), scenario: name(:scenario, answer.scenario),
                mandation: name(:mandation, answer.mandation), appointment: name(:appointment, answer.appointment),
                engagement: name(:engagement, answer.engagement),
                **%i[decision reference outage misdirection erasure].to_h { |one| [one, name(one, answer.public_send(one))] }
              }.compact
      found.empty? ? nil : found
    end

    def reason(reason)
      { rule: reason.rule, severity: name(:severity, reason.severity), fact: name(:fact, reason.fact),
        cure: reason.cure, earliest: reason.earliest&.iso8601, reason: name(:reason, reason.reason),
        why: reason.why, cure_event: name(:event, reason.cure_event) }.compact
    end

    def deadline(deadline)
      own = deadline.defined_by == :host ? { defined_by: "host", name: deadline.name, source: deadline.source } : {}
      { deadline: name(:deadline, deadline.deadline) || deadline.name, due: deadline.due&.iso8601,
        prudent: deadline.prudent&.iso8601, rule: deadline.rule,
        status: name(:deadline_status, deadline.status),
        last_working_day: deadline.last_working_day&.iso8601, done: deadline.done&.iso8601,
        advisory: deadline.advisory || nil, **own, ambiguity: deadline.ambiguity }.compact
    end

    def notice(notice)
      { notice: name(:notice, notice.notice), rule: notice.rule, severity: name(:severity, notice.severity),
        to: name(:recipient, notice.to), fact: name(:fact, notice.fact), due: notice.due&.iso8601,
        means: notice.means == :not_stated ? nil : name(:means, notice.means), text: notice.text }.compact
    end

    def setting(policy, value)
      value = name(:choice, value) if value.is_a?(Symbol)
      { policy: name(:policy, policy), value: value.is_a?(Date) ? value.iso8601 : value }
    end

    def event(event)
      facts = event.facts.to_h { |fact, value| [name(:fact, fact), fact_value(value)] }
      { sequence: event.sequence, event: name(:event, event.event), on: event.on.iso8601,
        recorded: event.recorded.iso8601, id: event.id, facts: facts,
        stage: name(:state, event.stage), voided_by: event.voided_by, broke: broke(event.broke),
        rulebook: event.rulebook, calendar: event.calendar, division: name(:division, event.division) }.compact
    end

    def broke(list)
      list.empty? ? nil : list.map { |one| { reason: name(:reason, one.reason), rule: one.rule }.compact }
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
