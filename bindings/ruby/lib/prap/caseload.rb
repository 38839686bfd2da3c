# frozen_string_literal: true

module Prap
  # A deadline that comes to be missed if nobody acts. on: the Date of the first day on which it is. deadline: the
  # Deadline as it stands now, with its rule, due and prudent day.
  Miss = Struct.new(:on, :deadline, keyword_init: true)

  # A measure whose result the passing of time changes. measure, result, then: Symbols. rule: its id.
  TurnedMeasure = Struct.new(:measure, :rule, :result, :then, keyword_init: true)

  # A case that comes to miss something, or changes by itself. now, then: the Answers of how it stands, and of how it will on
  # the last day if nobody acts. misses: Array of Miss. measures: Array of TurnedMeasure. payment: Symbol of what becomes of
  # the payment for the start where the case ends by itself, else nil.
  Forecast = Struct.new(:case_id, :now, :then, :misses, :measures, :payment, keyword_init: true) do
    # The line that `prap forecast` prints, without its line end.
    def to_json(*_state, redact: false) = Redaction.line(CaseloadFields.forecast(self), redact)
  end

  # A case that stands otherwise under other rulebooks. now, otherwise: Answers. until_day: Date or nil. differences: Array
  # of Difference. misses, new_misses: Arrays of Miss, under the engine's rulebooks and the others, empty without a last day.
  Recomputed = Struct.new(:case_id, :now, :otherwise, :until_day, :differences, :misses, :new_misses, keyword_init: true) do
    # The line that `prap recompute` prints, without its line end.
    def to_json(*_state, redact: false) = Redaction.line(CaseloadFields.recomputed(self), redact)
  end

  # One deadline over a caseload. deadline: Symbol; nil: the host's own together. rule: its id, or nil. The counts: overdue
  # now; misses by the last day, new_misses under the other rulebooks; and under them due later or earlier, appeared, gone,
  # or standing otherwise (restated).
  DeadlineTotal = Struct.new(:deadline, :rule, :overdue, :misses, :new_misses, :later, :earlier, :appeared, :gone,
                             :restated, keyword_init: true)

  # A caseload in numbers. cases: how many there were by as_of; missing, turned, differing: how many come to miss a
  # deadline, change by themselves, stand otherwise; unread: how many could not be judged. deadlines: Array of
  # DeadlineTotal. days: {Date => {ack: 3, …}}, the host's own under nil. measures: Array of MeasureTotal, as of the last day
  # or else of as_of. compared: under other rulebooks.
  CaseloadTotals = Struct.new(:as_of, :until_day, :cases, :missing, :turned, :differing, :unread, :deadlines, :days,
                              :measures, :compared, keyword_init: true) do
    # The lines that `prap forecast --totals` prints, or of other rulebooks `prap recompute --totals`.
    def lines = CaseloadFields.totals(self)
  end

  # The members of their JSON lines, in the order of the command.
  # @api private
  module CaseloadFields
    MOVES = %i[later earlier appeared gone restated].freeze
    module_function

    def forecast(found)
      { v: 1, case: found.case_id, as_of: found.now.as_of.iso8601, until: found.then.as_of.iso8601,
        stage: name(:state, found.now.stage), then: name(:state, found.then.stage), payment: name(:payment, found.payment),
        misses: found.misses.map { |one| miss(one) }, measures: found.measures.map { |one| turned(one) } }.compact
    end

    def recomputed(found)
      head = { v: 1, case: found.case_id, as_of: found.now.as_of.iso8601, until: found.until_day&.iso8601,
               stage: name(:state, found.now.stage),
               differences: found.differences.map { |one| AskingFields.difference(one) } }.compact
      return head if found.until_day.nil?

      { **head, misses: found.misses.map { |one| miss(one) }, new_misses: found.new_misses.map { |one| miss(one) } }
    end

    def miss(one)
      clock = one.deadline
      own = clock.defined_by == :host ? { defined_by: "host", name: clock.name, source: clock.source } : {}
      { deadline: name(:deadline, clock.deadline) || clock.name, on: one.on.iso8601, due: clock.due.iso8601,
        prudent: clock.prudent.iso8601, rule: clock.rule, policy: name(:policy, clock.policy), **own,
        ambiguity: clock.ambiguity }.compact
    end

    def turned(one)
      { measure: name(:measure, one.measure), rule: one.rule, result: name(:result, one.result),
        then: name(:result, one.then) }
    end

    def totals(all)
      lines = all.compared ? moved(all) : [*days(all), *missed(all)]
      sums = all.compared ? { differing: all.differing } : { missing: all.missing, turned: all.turned }
      [*lines.map { |line| JSON.generate(line) }, *(all.compared ? [] : all.measures.map(&:to_json)),
       JSON.generate({ v: 1, **head(all), cases: all.cases, **sums, unread: all.unread })]
    end

    def days(all)
      all.days.map do |day, misses|
        rows = all.deadlines.select { |one| misses.key?(one.deadline) }
        { v: 1, day: day.iso8601, misses: rows.map { |one| { **named(one), cases: misses[one.deadline] } } }
      end
    end

    def missed(all)
      wanted = all.deadlines.select { |one| one.overdue.positive? || one.misses.positive? }
      wanted.map { |one| { v: 1, **named(one), **head(all), overdue: one.overdue, misses: one.misses } }
    end

    def moved(all)
      wanted = all.deadlines.select { |one| MOVES.any? { |move| one[move].positive? } || one.misses != one.new_misses }
      wanted.map do |one|
        misses = all.until_day ? { misses: one.misses, new_misses: one.new_misses } : {}
        { v: 1, **named(one), **head(all), **MOVES.to_h { |move| [move, one[move]] }, **misses }
      end
    end

    def head(all) = { as_of: all.as_of.iso8601, until: all.until_day&.iso8601 }.compact

    def named(one) = { deadline: name(:deadline, one.deadline) || "own", rule: one.rule }.compact

    def name(kind, symbol) = symbol && Prap.word(kind, symbol).name
  end

  class Engine
    CASELOAD_PAGE = 256
    CASELOAD_SLICE = 4096
    private_constant :CASELOAD_PAGE, :CASELOAD_SLICE

    # What becomes of the caseload by until_day if nobody acts after as_of: yields a Forecast for each case that comes to
    # miss a deadline or changes by itself, in order of case id; without a block an Enumerator.
    #
    # Findings are read a few hundred at a time, and the block runs between: it may use the engine, raise, break, and what
    # is not asked for is not read. after and last_case bound the case ids, the first excluded and the second included, so
    # that a walk can be taken up again, or shared out. snapshots: Rows (case_id, version, record) of your own in place of
    # the store's; they can be asked about days on or after their last recorded one. on_error as of walk. Raises
    # Prap::CallerError "order", "text", "no-scan", Prap::LimitError. Source: rules.md X-32, T-I-33.
    def forecast(as_of:, until_day:, tenant: "", after: "", last_case: "", snapshots: nil, on_error: nil)
      days = [Check.day!(as_of, "as_of"), Check.day!(until_day, "until_day")]
      cases = cases_of(tenant, after, last_case)
      rows = snapshots_of(snapshots)
      return enum_for(:forecast, as_of: as_of, until_day: until_day, tenant: tenant, after: after, last_case: last_case,
                                 snapshots: snapshots, on_error: on_error) unless block_given?

      each_finding(days, nil, cases, rows, on_error) { |found| yield forecast_from(found) }
    end

    # Each case that stands otherwise under other rulebooks (a Rulebook, or several), as Recomputed, in order of case id; with
    # until_day also what comes to be missed by then. With the same arguments as forecast. Raises as it, and "twice".
    # Source: rules.md X-14.
    def recompute(as_of:, rulebooks:, until_day: nil, tenant: "", after: "", last_case: "", snapshots: nil, on_error: nil)
      days = [Check.day!(as_of, "as_of"), Check.day(until_day, "until_day")]
      others = others_of(rulebooks)
      cases = cases_of(tenant, after, last_case)
      rows = snapshots_of(snapshots)
      return enum_for(:recompute, as_of: as_of, rulebooks: rulebooks, until_day: until_day, tenant: tenant, after: after,
                                  last_case: last_case, snapshots: snapshots, on_error: on_error) unless block_given?

      each_finding(days, others, cases, rows, on_error) { |found| yield recomputed_from(found, until_day) }
    end

    # The sums of forecast (with until_day) or of recompute (with rulebooks), and the measures of the caseload, in one walk
    # and in memory that does not grow: CaseloadTotals. What cannot be judged is counted. Raises as they do.
    def caseload_totals(as_of:, until_day: nil, rulebooks: nil, tenant: "", after: "", last_case: "", snapshots: nil)
      days = [Check.day!(as_of, "as_of"), Check.day(until_day, "until_day")]
      others = rulebooks.nil? ? nil : others_of(rulebooks)
      found = native_caseload(cases_of(tenant, after, last_case), days, others, snapshots_of(snapshots), 0)
      totals_from(found, as_of, until_day, !others.nil?)
    end

    private

    def cases_of(tenant, after, last_case)
      [Check.text(tenant, "tenant"), Check.text(after, "after"), Check.text(last_case, "last_case")].freeze
    end

    def others_of(rulebooks)
      list = rulebooks.is_a?(Rulebook) ? [rulebooks] : rulebooks
      return list.dup.freeze if list.is_a?(Array) && list.all?(Rulebook)

      Check.refuse("type", "rulebooks", "a Prap::Rulebook, or an Array of them, is wanted")
    end

    def snapshots_of(rows)
      return if rows.nil?

      fits = rows.respond_to?(:map) && rows.all? do |row|
        row.is_a?(Row) && row.version.is_a?(Integer) && row.version.between?(0, (1 << 64) - 1) && row.record.is_a?(String)
      end
      Check.refuse("type", "snapshots", "Prap::Rows are wanted") unless fits
      listed = rows.map { |row| [Check.text(row.case_id, "snapshots").b.freeze, row.version, row.record.b.freeze].freeze }
      listed.sort_by(&:first).freeze
    end

    # A slice of the snapshots is copied for the library at a time; without snapshots there is one slice, the store.
    def each_finding(days, others, cases, rows, on_error, &block)
      bad = nil
      slices = rows.nil? || rows.size <= CASELOAD_SLICE ? [rows] : rows.each_slice(CASELOAD_SLICE)
      slices.each do |slice|
        each_page(days, others, cases, slice) do |found|
          if found[:status].zero?
            block.call(found)
          else
            error = Error.for_status(found[:status], "case", nil)
            on_error&.call(found[:case_id], error)
            bad ||= error
          end
        end
      end
      raise bad if bad && on_error.nil?

      self
    end

    def each_page(days, others, cases, rows, &block)
      tenant, after, last_case = cases
      loop do
        page = native_caseload([tenant, after, last_case], days, others, rows, CASELOAD_PAGE)
        page[:found].each(&block)
        break if page[:whole]

        after = page[:last]
      end
    end

    def misses_from(rows, answer)
      rows.map { |row| Miss.new(on: Check.date(row[:on]), deadline: answer.deadlines[row[:at]]).freeze }.freeze
    end

    def forecast_from(found)
      now = Answer.new(found[:now], case_id: found[:case_id])
      measures = found[:measures].map do |row|
        TurnedMeasure.new(measure: Prap.symbol(:measure, row[:measure]), rule: row[:rule],
                          result: Prap.symbol(:result, row[:result]), then: Prap.symbol(:result, row[:then])).freeze
      end
      Forecast.new(case_id: found[:case_id], now: now, then: Answer.new(found[:then], case_id: found[:case_id]),
                   misses: misses_from(found[:misses], now), measures: measures.freeze,
                   payment: Prap.symbol(:payment, found[:payment])).freeze
    end

    def recomputed_from(found, until_day)
      now, otherwise = %i[now otherwise].map { |side| Answer.new(found[side], case_id: found[:case_id]) }
      Recomputed.new(case_id: found[:case_id], now: now, otherwise: otherwise, until_day: until_day,
                     differences: found[:differences].map { |row| Asking.difference(row) }.freeze,
                     misses: misses_from(found[:misses], now), new_misses: misses_from(found[:new_misses], otherwise)).freeze
    end

    def totals_from(found, as_of, until_day, compared)
      deadlines = found[:deadlines].map do |row|
        DeadlineTotal.new(**row, deadline: Prap.symbol(:deadline, row[:deadline])).freeze
      end
      days = found[:days].to_h do |day, row|
        [Check.date(day), deadlines.map(&:deadline).zip(row).reject { |_, n| n.zero? }.to_h.freeze]
      end
      CaseloadTotals.new(as_of: as_of, until_day: until_day, compared: compared, deadlines: deadlines.freeze, days: days.freeze,
                         measures: found[:measures].map { |row| MeasureTotal.from(row, until_day || as_of, nil, nil) }.freeze,
                         **found.slice(:cases, :missing, :turned, :differing, :unread)).freeze
    end
  end
end
