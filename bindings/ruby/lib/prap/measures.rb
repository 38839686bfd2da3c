# frozen_string_literal: true

module Prap
  # One case in one measure. measure, result, exclusion, policy: Symbols, the last two or nil. day: the due day of
  # a standard, the day on which an adverse measure was settled, else the day of the referral: Date or nil. done:
  # Date or nil. working_days_left: Integer when it is :open, else nil.
  Measured = Struct.new(:measure, :rule, :result, :exclusion, :day, :done, :working_days_left, :policy,
                        keyword_init: true) do
    # @api private
    def self.from(found)
      new(measure: Prap.symbol(:measure, found[:measure]), rule: found[:rule],
          result: Prap.symbol(:result, found[:result]), exclusion: Prap.symbol(:exclusion, found[:exclusion]),
          day: Check.date(found[:day]), done: Check.date(found[:done]),
          working_days_left: found[:working_days_left], policy: Prap.symbol(:policy, found[:policy])).freeze
    end

    # @api private
    def fields
      { measure: AnswerFields.name(:measure, measure), rule: rule, result: AnswerFields.name(:result, result),
        exclusion: AnswerFields.name(:exclusion, exclusion), day: day&.iso8601, done: done&.iso8601,
        working_days_left: working_days_left, policy: AnswerFields.name(:policy, policy) }.compact
    end
  end

  # A case's measures whose day lies in the period. measures: Array of Measured.
  CaseMeasures = Struct.new(:case_id, :as_of, :measures, keyword_init: true) do
    # The line that `prap standards --by-case` prints.
    def to_json(*_state)
      JSON.generate({ v: 1, case: case_id, as_of: as_of.iso8601, measures: measures.map(&:fields) })
    end
  end

  # A measure over a period. numerator counts what met a standard, or what an adverse measure holds of; open and
  # excluded ({clerical: 2, …}) are in neither number. rate: in parts of 10,000, rounded down, nil without a
  # denominator. target: in parts of 1,000, nil when no policy sets one (AMB-98). kept: true, false or nil.
  MeasureTotal = Struct.new(:measure, :rule, :as_of, :first, :last, :numerator, :denominator, :rate, :open,
                            :excluded, :target, :kept, keyword_init: true) do
    # @api private
    def self.from(found, as_of, first, last)
      new(measure: Prap.symbol(:measure, found[:measure]), as_of: as_of, first: first, last: last,
          excluded: found[:excluded].transform_keys { |why| Prap.symbol(:exclusion, why) }.freeze,
          kept: { yes: true, no: false }[Prap.symbol(:value, found[:kept])],
          **found.slice(:rule, :numerator, :denominator, :rate, :open, :target)).freeze
    end

    # The line that `prap standards` prints.
    def to_json(*_state)
      left_out = excluded.map { |why, n| { exclusion: AnswerFields.name(:exclusion, why), cases: n } }
      JSON.generate({ v: 1, measure: AnswerFields.name(:measure, measure), rule: rule, as_of: as_of.iso8601,
                      from: first&.iso8601, to: last&.iso8601, numerator: numerator, denominator: denominator,
                      rate: rate, open: open, excluded: left_out, target: target, kept: kept }.compact)
    end
  end

  class Engine
    # How the caseload stood on as_of: each customer service standard and adverse measure over the period first to
    # last, both included; nil: no such end. An Array of MeasureTotal. A case counts in the period in which its due
    # day lies. on_error as of walk. Targets are those of the first rulebook's policies. Raises Prap::CallerError
    # "order", "no-scan".
    def standards(as_of:, first: nil, last: nil, tenant: "", on_error: nil)
      measure(as_of, first, last, tenant, on_error) { nil }
    end

    # The same, case by case: an Array of CaseMeasures. Raises as standards.
    def case_standards(as_of:, first: nil, last: nil, tenant: "", on_error: nil)
      cases = []
      measure(as_of, first, last, tenant, on_error) { |found| cases << found }
      cases
    end

    private

    def measure(as_of, first, last, tenant, on_error)
      days = [Check.day!(as_of, "as_of"), Check.day(first, "first"), Check.day(last, "last")]
      totals = native_measure(Check.text(tenant, "tenant"), *days, !on_error.nil?) do |case_id, status, rows|
        if status.zero?
          yield CaseMeasures.new(case_id: case_id, as_of: as_of, measures: rows.map { |row| Measured.from(row) }.freeze).freeze
        else
          on_error&.call(case_id, Error.for_status(status, "case", nil))
        end
      end
      totals.map { |found| MeasureTotal.from(found, as_of, first, last) }
    end
  end
end
