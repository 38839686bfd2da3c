# frozen_string_literal: true

module Prap
  # Mandation and compliance doubts are suspended between two Dates, both included (CH15-12-N); until nil: no end known.
  Suspension = Struct.new(:from, :until, keyword_init: true)

  # The National Threshold in whole pence from a Date on, until the next one's (CH15-A-58, CH15-A-59).
  Threshold = Struct.new(:from, :pence, keyword_init: true)

  # A deadline of the host's own: the n-th day after the anchor is due. name: kebab-case String. source: where it comes
  # from, for people. anchor: Symbol of :case_day. unit: Symbol of :unit. include_day: the anchor is day 1. done_by: Array
  # of at most three Symbols of :case_day; the earliest of those days is when it was done. programme: Symbol, nil for every
  # one. fills: Symbol of the clock that the programme's documents leave undefined, nil for a clock of its own. valid_from,
  # valid_until: the anchor days it holds for, Dates or nil.
  DeadlineDefinition = Struct.new(:name, :source, :anchor, :n, :unit, :programme, :fills, :include_day, :done_by,
                                  :valid_from, :valid_until, keyword_init: true)

  # What a host adds to a Rulebook; nothing of it is there unless a host gives it (AMB-80, AMB-81, AMB-95). Frozen.
  class Supplement
    attr_reader :suspensions, :thresholds, :deadlines

    # Arrays of Suspension, Threshold and DeadlineDefinition. Raises Prap::CallerError "type", "unknown-word", "range".
    def initialize(suspensions: [], thresholds: [], deadlines: [])
      @suspensions = list("suspensions", suspensions, Suspension)
      @thresholds = list("thresholds", thresholds, Threshold)
      @deadlines = list("deadlines", deadlines, DeadlineDefinition)
      freeze
    end

    # The JSON form, as prap --supplement reads it: a String, or the Hash that it is. Raises Prap::CallerError naming the
    # field ("deadlines[2].anchor").
    def self.parse(json) = SupplementIn.read(json)

    private

    def list(name, given, kind)
      Check.refuse("type", name, "a list is wanted") unless given.is_a?(Array)
      given.each_with_index do |one, i|
        Check.refuse("type", "#{name}[#{i}]", "a #{kind.name} is wanted") unless one.is_a?(kind)
      end
      given.map { |one| one.dup.freeze }.freeze
    end
  end

  # JSON to a Supplement, a Supplement to what the extension takes, and back.
  # @api private
  module SupplementIn
    LISTS = { "suspensions" => %w[from until], "thresholds" => %w[from pence],
              "deadlines" => DeadlineDefinition.members.map(&:name) }.freeze

    module_function

    def read(json)
      object = json.is_a?(String) ? load(json) : json
      only(object, LISTS.keys)
      lists = LISTS.to_h { |name, fields| [name.to_sym, each(name, object.fetch(name, [])) { |one| row(name, fields, one) }] }
      Supplement.new(**lists)
    end

    def load(text)
      JSON.parse(text)
    rescue JSON::ParserError, EncodingError
      Check.refuse("type", "", "the file is not a JSON object")
    end

    def only(object, fields)
      Check.refuse("type", "", "an object is wanted") unless object.is_a?(Hash)
      Check.refuse("unknown-word", "", "there is no such field; prap schema lists them") unless (object.keys - fields).empty?
    end

    # Every member of a list; a fault names the list and the place.
    def each(name, list)
      Check.refuse("type", name, "a list is wanted") unless list.is_a?(Array)
      list.each_with_index.map do |one, i|
        yield one
      rescue Error => e
        raise Error.for_status(e.status, "#{name}[#{i}]#{".#{e.field}" unless e.field.to_s.empty?}", e.message)
      end
    end

    def row(name, fields, one)
      only(one, fields)
      case name
      when "suspensions" then Suspension.new(from: day!(one, "from"), until: day(one, "until"))
      when "thresholds" then Threshold.new(from: day!(one, "from"), pence: need(one, "pence"))
      else definition(one)
      end
    end

    def definition(one)
      DeadlineDefinition.new(name: need(one, "name"), source: need(one, "source"),
                             anchor: word(:case_day, need(one, "anchor"), "anchor"), n: need(one, "n"),
                             unit: word(:unit, need(one, "unit"), "unit"),
                             programme: word(:programme, one["programme"], "programme"),
                             fills: word(:deadline, one["fills"], "fills"), include_day: flag(one),
                             done_by: done_by(one), valid_from: day(one, "valid_from"),
                             valid_until: day(one, "valid_until"))
    end

    def need(one, field) = one.fetch(field) { Check.refuse("required", field) }

    def word(kind, value, field)
      return if value.nil?

      Prap.symbol(kind, Check.word(kind, value, field))
    end

    def flag(one)
      value = one.fetch("include_day", false)
      [true, false].include?(value) ? value : Check.refuse("type", "include_day", "true or false is wanted")
    end

    def done_by(one)
      list = one.fetch("done_by", [])
      Check.refuse("type", "done_by", "a list of days is wanted") unless list.is_a?(Array)
      list.map { |day| word(:case_day, day, "done_by") || Check.refuse("type", "done_by") }
    end

    def day!(one, field)
      need(one, field)
      day(one, field)
    end

    def day(one, field)
      return unless one.key?(field)

      Check.refuse("type", field, "a day is wanted, as \"YYYY-MM-DD\"") unless one[field].is_a?(String)
      parsed = Native.parse_day(one[field])
      raise Error.for_status(parsed.first, field, nil) if parsed.is_a?(Array)

      Check.date(parsed)
    end

    # As native_initialize takes it.
    def rows(supplement)
      return [[], [], []] if supplement.nil?

      Check.refuse("type", "supplement", "a supplement must be a Prap::Supplement") unless supplement.is_a?(Supplement)
      [each("suspensions", supplement.suspensions) { |one| [Check.day!(one.from, "from"), Check.day(one.until, "until")] },
       each("thresholds", supplement.thresholds) { |one| [Check.day!(one.from, "from"), pence(one.pence)] },
       each("deadlines", supplement.deadlines) { |one| definition_row(one) }]
    end

    def pence(value)
      Check.refuse("type", "pence", "a whole number must be an Integer") unless value.is_a?(Integer)
      Check.number(value, "pence")
    end

    def definition_row(one)
      done_by = one.done_by || []
      Check.refuse("limit", "done_by") if done_by.size > 3
      [Check.text(one.name, "name"), Check.text(one.source, "source"), Check.word(:programme, one.programme, "programme"),
       Check.word(:deadline, one.fills, "fills"), Check.word(:case_day, one.anchor, "anchor"), Check.int32(one.n, "n"),
       Check.word(:unit, one.unit, "unit"), one.include_day ? 1 : 0,
       done_by.map { |day| Check.word(:case_day, day, "done_by") }, Check.day(one.valid_from, "valid_from"),
       Check.day(one.valid_until, "valid_until")]
    end

    # What a rulebook has taken, as a Supplement.
    def of(rows)
      suspensions, thresholds, deadlines = rows
      Supplement.new(
        suspensions: suspensions.map { |from, last| Suspension.new(from: Check.date(from), until: Check.date(last)) },
        thresholds: thresholds.map { |from, pence| Threshold.new(from: Check.date(from), pence: pence) },
        deadlines: deadlines.map { |row| definition_of(row) }
      )
    end

    def definition_of(row)
      name, source, programme, fills, anchor, n, unit, include_day, done_by, from, last = row
      DeadlineDefinition.new(name: name, source: source, anchor: Prap.symbol(:case_day, anchor), n: n,
                             unit: Prap.symbol(:unit, unit), programme: Prap.symbol(:programme, programme),
                             fills: Prap.symbol(:deadline, fills), include_day: include_day == 1,
                             done_by: done_by.map { |day| Prap.symbol(:case_day, day) },
                             valid_from: Check.date(from), valid_until: Check.date(last))
    end
  end

  # Definitions that a host may copy into its Supplement, from guidance outside the five documents, as the source of
  # each says: an Array of DeadlineDefinition. None is ever in force by itself.
  def self.presets = Native.presets.map { |row| SupplementIn.definition_of(row).freeze }.freeze
end
