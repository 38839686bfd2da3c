# frozen_string_literal: true

module Prap
  # What would come of an event, tried on a Date. event, verdict: Symbols. missing: the facts that it still
  # needs, Symbols. reasons: Array of Reason. facts: what makes it this variant, {reason: :work} or {code: 46}.
  NextEvent = Struct.new(:event, :on, :verdict, :missing, :reasons, :facts, keyword_init: true)

  # An outcome that could be entered on a Date. recommended: permitted, and the decision table leads to it from
  # what is known. rule: the table's, or nil. stage, feed, payment: Symbols of where it leads and what becomes
  # of the payment for the start, nil where it leads nowhere. risk: the rule by which a wrong choice is to be
  # repaid, or nil. facts: the code that is picked, or the reason that was assumed. The others as of NextEvent.
  OutcomeOption = Struct.new(:event, :on, :verdict, :recommended, :rule, :stage, :feed, :payment, :risk, :facts,
                             :missing, :reasons, keyword_init: true)

  # A fact that does not go with other, or, where that is nil, with how far the case came. contradiction, fact,
  # other: Symbols. rule: its id. text: the sentence.
  Contradiction = Struct.new(:contradiction, :rule, :fact, :other, :text, keyword_init: true)

  # One difference between how a case stood and how it would stand. what, deadline: Symbols, deadline nil where
  # it is about none. old, new: a Symbol, a Date, an Integer, or nil where there is none.
  Difference = Struct.new(:what, :deadline, :old, :new, :name, keyword_init: true)

  # What a case permits as of a Date. case_id: String. stage, outside: Symbols. events: Array of NextEvent.
  Options = Struct.new(:case_id, :stage, :as_of, :outside, :events, keyword_init: true) do
    # The line that `prap next` prints, without its line end.
    def to_json(*_state, redact: false) = Redaction.line(AskingFields.options(self), redact)
  end

  # Which outcome the facts lead to. contradictions: Array of Contradiction. outcomes: Array of OutcomeOption,
  # recommended ones first.
  Outcomes = Struct.new(:case_id, :stage, :as_of, :outside, :contradictions, :outcomes, keyword_init: true) do
    # What the decision table leads to, in its order.
    def recommended = outcomes.select(&:recommended)

    # The line that `prap outcome` prints, without its line end.
    def to_json(*_state, redact: false) = Redaction.line(AskingFields.outcomes(self), redact)
  end

  # What events would come to. before: the Answer of how the case stood, nil where there was none. answers: an
  # Answer to each event. differences: Array of Difference, from before to after them all.
  WhatIf = Struct.new(:case_id, :as_of, :before, :answers, :differences, keyword_init: true) do
    # The last line that `prap what-if` prints, without its line end; the answers have their own.
    def to_json(*_state, redact: false) = Redaction.line(AskingFields.what_if(self), redact)
  end

  # Another answer that may come instead of a Step, and where the case goes on then. event, stage, feed: Symbols.
  OtherWay = Struct.new(:event, :stage, :feed, keyword_init: true)

  # One step of a way to the end of a case, put on a Date. event, actor, verdict, stage, feed: Symbols; what others do
  # is taken to happen on the day asked about; :undecided while facts are missing (Symbols). rule: its id. facts: what it
  # is to say, {code: 37}: what is known, and what the rules leave no choice in; assumed: the one of them that nobody
  # has said, or nil. soon: :immediately or :promptly where the guidance says so. deadline: one that it meets, due its
  # Date. otherwise: OtherWay, or nil.
  Step = Struct.new(:event, :actor, :verdict, :on, :rule, :stage, :feed, :soon, :deadline, :due, :assumed, :otherwise,
                    :facts, :missing, keyword_init: true)

  # How a case is closed from where it stands. found: there is a way, of no steps where the case is closed. cut: none was
  # found within the bounds of the search, and there may be a longer one. steps: Array of Step. end, feed: Symbols, at
  # the end of the way; where there is none, those of the case.
  Path = Struct.new(:case_id, :stage, :as_of, :outside, :found, :cut, :steps, :end, :feed, keyword_init: true) do
    # The line that `prap path` prints, without its line end.
    def to_json(*_state, redact: false) = Redaction.line(AskingFields.path(self), redact)
  end

  # From what the extension gives to the structs above.
  # @api private
  module Asking
    module_function

    def reason(row)
      Reason.new(reason: Prap.symbol(:reason, row[:reason]), rule: row[:rule], why: row[:why],
                 severity: Prap.symbol(:severity, row[:severity]), fact: Prap.symbol(:fact, row[:fact]),
                 cure: row[:cure], cure_event: Prap.symbol(:event, row[:cure_event]),
                 earliest: Check.date(row[:earliest])).freeze
    end

    def judged(row)
      { event: Prap.symbol(:event, row[:event]), on: Check.date(row[:on]),
        verdict: Prap.symbol(:verdict, row[:verdict]), facts: with(row[:with]),
        missing: row[:needs].map { |fact| Prap.symbol(:fact, fact) }.freeze,
        reasons: row[:reasons].map { |why| reason(why) }.freeze }
    end

    def next_event(row) = NextEvent.new(**judged(row)).freeze

    def outcome(row)
      OutcomeOption.new(**judged(row), recommended: row[:recommended], rule: row[:rule], risk: row[:risk],
                        stage: row[:stage].zero? ? nil : Prap.symbol(:state, row[:stage]),
                        feed: Prap.symbol(:feed, row[:feed]),
                        payment: Prap.symbol(:payment, row[:payment])).freeze
    end

    def step(row)
      Step.new(event: Prap.symbol(:event, row[:event]), actor: Prap.symbol(:actor, row[:actor]),
               verdict: Prap.symbol(:verdict, row[:verdict]), on: Check.date(row[:on]), rule: row[:rule],
               stage: Prap.symbol(:state, row[:stage]), feed: Prap.symbol(:feed, row[:feed]),
               soon: Prap.symbol(:notice_due, row[:soon]), deadline: Prap.symbol(:deadline, row[:deadline]),
               due: Check.date(row[:due]), assumed: Prap.symbol(:fact, row[:assumed]), otherwise: other_way(row),
               facts: row[:facts].map { |fact| with(fact) }.reduce({}, :merge).freeze,
               missing: row[:needs].map { |fact| Prap.symbol(:fact, fact) }.freeze).freeze
    end

    def other_way(row)
      return if row[:otherwise].zero?

      OtherWay.new(event: Prap.symbol(:event, row[:otherwise]), stage: Prap.symbol(:state, row[:otherwise_stage]),
                   feed: Prap.symbol(:feed, row[:otherwise_feed])).freeze
    end

    def contradiction(row)
      word = Prap.word(:contradiction, row[:contradiction])
      Contradiction.new(contradiction: word.to_sym, rule: row[:rule], fact: Prap.symbol(:fact, row[:fact]),
                        other: Prap.symbol(:fact, row[:other]), text: word.meaning).freeze
    end

    def difference(row)
      Difference.new(what: Prap.symbol(:difference, row[:what]), deadline: Prap.symbol(:deadline, row[:deadline]),
                     old: value(row, row[:from]), new: value(row, row[:to]), name: row[:name]).freeze
    end

    def with(row)
      return {}.freeze if row.nil?

      fact, kind, value = row
      said = case Prap.symbol(:value, kind)
             when :option then Prap.symbol(:option, value)
             when :number then value
             when :day then Check.date(value)
             when :unknown then :unknown
             else Prap.symbol(:value, kind) == :yes
             end
      { Prap.symbol(:fact, fact) => said }.freeze
    end

    def value(row, value)
      return value.tr("-", "_").to_sym if value.is_a?(String)

      row[:is_day] ? Check.date(value) : value
    end
  end

  # The members of their JSON lines, in the order of the command.
  # @api private
  module AskingFields
    module_function

    def options(asked)
      { **standing(asked), events: asked.events.map { |event| next_event(event, asked.as_of) } }
    end

    def outcomes(asked)
      { **standing(asked), contradictions: asked.contradictions.map { |one| contradiction(one) },
        outcomes: asked.outcomes.map { |one| outcome(one, asked.as_of) } }
    end

    def what_if(asked)
      { v: 1, case: asked.case_id, as_of: asked.as_of.iso8601,
        differences: asked.differences.map { |difference| difference(difference) } }
    end

    def standing(asked)
      { v: 1, case: asked.case_id, stage: name(:state, asked.stage), as_of: asked.as_of.iso8601,
        outside: name(:outside, asked.outside) }.compact
    end

    def next_event(event, as_of)
      { event: name(:event, event.event), with: with(event.facts), verdict: name(:verdict, event.verdict),
        **judged(event, as_of) }.compact
    end

    def outcome(one, as_of)
      { event: name(:event, one.event), with: with(one.facts), verdict: name(:verdict, one.verdict),
        recommended: one.recommended, rule: one.rule, to: name(:state, one.stage), feed: name(:feed, one.feed),
        payment: name(:payment, one.payment), risk: one.risk, **judged(one, as_of) }.compact
    end

    def judged(one, as_of)
      { needs: one.missing.map { |fact| name(:fact, fact) },
        reasons: one.reasons.map { |reason| AnswerFields.reason(reason) },
        on: one.on == as_of ? nil : one.on.iso8601 }
    end

    def path(asked)
      { **standing(asked), found: asked.found, cut: asked.cut || nil,
        steps: asked.steps.map { |one| step(one, asked.as_of) }, to: asked.end == :none ? nil : name(:state, asked.end),
        feed: name(:feed, asked.feed) }.compact
    end

    def step(one, as_of)
      { event: name(:event, one.event), actor: name(:actor, one.actor), verdict: name(:verdict, one.verdict),
        with: with(one.facts), needs: one.missing.map { |fact| name(:fact, fact) }, assumed: name(:fact, one.assumed),
        rule: one.rule, to: name(:state, one.stage), feed: name(:feed, one.feed), soon: name(:notice_due, one.soon),
        deadline: name(:deadline, one.deadline), due: one.due&.iso8601, otherwise: other_way(one.otherwise),
        on: one.on == as_of ? nil : one.on.iso8601 }.compact
    end

    def other_way(one)
      one && { event: name(:event, one.event), to: name(:state, one.stage), feed: name(:feed, one.feed) }.compact
    end

    def contradiction(one)
      { contradiction: name(:contradiction, one.contradiction), rule: one.rule, fact: name(:fact, one.fact),
        other: name(:fact, one.other), text: one.text }.compact
    end

    def difference(one)
      { what: name(:difference, one.what), deadline: name(:deadline, one.deadline) || one.name,
        from: value(one.old), to: value(one.new) }.compact
    end

    def value(value)
      case value
      when Symbol then value.name.tr("_", "-")
      when Date then value.iso8601
      else value
      end
    end

    def with(facts)
      return if facts.empty?

      facts.to_h { |fact, value| [name(:fact, fact), AnswerFields.fact_value(value)] }
    end

    def name(kind, symbol) = symbol && Prap.word(kind, symbol).name
  end
end
