# frozen_string_literal: true

module Prap
  # A case of a person. stage: as of the day asked about; kind: :new or :re_referral; made, start, ended: Dates or
  # nil. The rest true, false or :unknown: backed_out (:unknown goes by the stage), outcome_paid, outcome_due (a
  # person confirms it, AMB-55), night_shifts (639 days, not 638), worked. case_id is only repeated.
  PersonCase = Struct.new(:stage, :kind, :made, :start, :ended, :backed_out, :outcome_paid, :outcome_due,
                          :night_shifts, :worked, :case_id, keyword_init: true) do
    # @api private
    def self.from(found, case_id, known)
      said = ->(key) { { yes: true, no: false }.fetch(Prap.symbol(:value, found[key]), :unknown) }
      new(stage: Prap.symbol(:state, found[:stage]), kind: Prap.symbol(:referral_kind, found[:kind]) || :new,
          made: Check.date(found[:made]), start: Check.date(found[:start]), ended: Check.date(found[:ended]),
          night_shifts: said[:night_shifts], worked: said[:worked], case_id: case_id, **known)
    end

    # @api private
    def numbers
      values = %i[backed_out outcome_paid outcome_due night_shifts worked].to_h { |key| [key, Person.value(self[key], key.name)] }
      { stage: Check.word(:state, stage, "stage"), kind: Check.word(:referral_kind, kind || :new, "kind"),
        made: Check.day(made, "made"), start: Check.day(start, "start"), ended: Check.day(ended, "ended"), **values }
    end
  end

  # What stands out. finding, severity, result, policy: Symbols, the last three or nil. result: :met, :failed or
  # :unknown of a criterion of 3.77. day, sure: Dates or nil. at, other: places in the list of cases, or nil.
  PersonFinding = Struct.new(:finding, :rule, :severity, :result, :policy, :day, :sure, :at, :other, :text,
                             keyword_init: true) do
    # @api private
    def self.from(found)
      word = Prap.word(:finding, found[:finding])
      new(finding: word.to_sym, rule: found[:rule], severity: Prap.symbol(:severity, found[:severity]),
          result: Prap.symbol(:result, found[:result]), policy: Prap.symbol(:policy, found[:policy]),
          day: Check.date(found[:day]), sure: Check.date(found[:sure]), at: found[:at], other: found[:other],
          text: word.meaning).freeze
    end

    # @api private
    def fields(cases)
      { finding: AnswerFields.name(:finding, finding), rule: rule, severity: AnswerFields.name(:severity, severity),
        result: AnswerFields.name(:result, result), policy: AnswerFields.name(:policy, policy), day: day&.iso8601,
        sure: sure&.iso8601, at: at, case: at && cases[at].case_id, other: other,
        other_case: other && cases[other].case_id, text: text }.compact
    end
  end

  # What one person's referrals amount to. next: :new or :re_referral. verdict: by the four criteria :permitted,
  # :refused or :undecided. open, starts, re_referrals: counts. earlier_start: that the days are counted from;
  # earliest: by the days alone; sure: the same whatever is unknown: Dates or nil. findings: Array of PersonFinding.
  Person = Struct.new(:on, :next, :verdict, :open, :starts, :re_referrals, :earlier_start, :earliest, :sure,
                      :findings, :cases, :id, keyword_init: true) do
    # @api private
    def self.value(value, field)
      case value
      when true then Check::VALUES[:yes]
      when false then Check::VALUES[:no]
      when nil, :unknown then Check::VALUES[:unknown]
      else Check.refuse("type", field, "true, false or :unknown is wanted")
      end
    end

    # The line that `prap person` prints.
    def to_json(*_state)
      JSON.generate({ v: 1, id: id, on: on.iso8601, next: AnswerFields.name(:referral_kind, self.next),
                      verdict: AnswerFields.name(:verdict, verdict), open: open, starts: starts,
                      re_referrals: re_referrals, earlier_start: earlier_start&.iso8601,
                      earliest: earliest&.iso8601, sure: sure&.iso8601,
                      findings: findings.map { |one| one.fields(cases) } }.compact)
    end
  end

  class Engine
    # A case as it stood on as_of, for Rulebook#person, with what the host knows besides: person_case(case: "A1",
    # as_of: day, outcome_paid: false). Raises as show.
    def person_case(case:, as_of:, tenant: "", **known)
      case_id = Check.text(binding.local_variable_get(:case), "case")
      PersonCase.from(native_person_case(Check.text(tenant, "tenant"), case_id, Check.day!(as_of, "as_of")), case_id,
                      known)
    end
  end

  class Rulebook
    # What a person's referrals mean for the next one, made on a day: new or Re-Referral, the four criteria,
    # duplicates (X-24, AMB-54, AMB-55). cases: Array of PersonCase. eligible: the work coach finds the person still
    # eligible and suitable; elsewhere: the person has started another programme; true, false or :unknown. id: only
    # repeated. The policies reref and reref-backed-out decide. Raises Prap::CallerError "type", "day",
    # "unknown-word", Prap::LimitError "limit".
    def person(on:, cases:, eligible: :unknown, elsewhere: :unknown, id: nil)
      listed = cases.is_a?(Array) && cases.all?(PersonCase)
      Check.refuse("type", "cases", "an Array of Prap::PersonCase is wanted") unless listed
      found = native_person(Check.day!(on, "on"), Person.value(eligible, "eligible"),
                            Person.value(elsewhere, "elsewhere"), cases.map(&:numbers))
      days = %i[earlier_start earliest sure].to_h { |key| [key, Check.date(found[key])] }
      Person.new(on: on, id: id, cases: cases.dup.freeze, next: Prap.symbol(:referral_kind, found[:next]),
                 verdict: Prap.symbol(:verdict, found[:verdict]), **found.slice(:open, :starts, :re_referrals),
                 **days, findings: found[:findings].map { |row| PersonFinding.from(row) }.freeze).freeze
    end
  end
end
