# frozen_string_literal: true

module Prap
  # One item of the list that DWP shares (Chapter 15, paragraph 4 and Annex A). item, type, need, about, care:
  # Symbols of WORDS[:data_item], :data_type, …; part_of, told_as (the change item that a difference in it
  # comes to): Symbols or nil. roles: what it is for, of "referral", "change" and "earnings"; sources:
  # "paragraph-4", "annex-a". programmes: Symbols. care_why: why it needs that care, or nil. repeats: true
  # where there can be several. headings: what else finds it.
  DataItem = Struct.new(:item, :meaning, :type, :need, :about, :roles, :sources, :programmes, :care, :care_why, :part_of,
                        :told_as, :repeats, :rules, :headings, keyword_init: true) do
    # The line that `prap extract items` prints.
    def to_json(*_state) = JSON.generate(Extract.item_fields(self))
  end

  # What was found, and what to do (cure, or nil). finding, severity: Symbols; item: Symbol or nil. column:
  # the place of the value in the record, from 1, or nil; first_column: of what is there twice, that of the
  # first. Never the value.
  DataReason = Struct.new(:finding, :rule, :severity, :item, :column, :first_column, :text, :cure, keyword_init: true) do
    # @api private
    def fields
      { finding: AnswerFields.name(:data_finding, finding), rule: rule, severity: AnswerFields.name(:severity, severity),
        item: AnswerFields.name(:data_item, item), column: column, first_column: first_column, text: text,
        cure: cure }.compact
    end
  end

  # A record in short. verdict: :refused when a finding forbids, :undecided when a fact is wanting, else
  # :permitted. comes_by: the channel that it belongs to, or nil while that is not known. items: how many
  # different ones are there; unknown, health, criminal, may_tell: how many values are of that kind. findings:
  # DataReasons.
  DataAnswer = Struct.new(:verdict, :comes_by, :items, :unknown, :health, :criminal, :may_tell, :findings, :case_id, :record,
                          :line, keyword_init: true) do
    # The line that `prap extract check` prints. redact: as with --redact.
    def to_json(*_state, redact: false)
      words = { verdict: AnswerFields.name(:verdict, verdict), comes_by: AnswerFields.name(:data_channel, comes_by) }
      Redaction.line({ **Extract.head("check", self), **words, **to_h.slice(:items, :unknown, :health, :criminal, :may_tell),
                       findings: findings.map(&:fields) }.compact, redact)
    end
  end

  # One difference. change, item, care: Symbols; told_as: the change item of Annex A that it comes to, or nil.
  # rule: that item's, CH15-16 of earnings, else CH15-9. whp07: the rule by which form WHP07 is to be thought
  # of, or nil. occurrence: which of several values of the item, from 0.
  DataDifference = Struct.new(:change, :item, :told_as, :rule, :whp07, :care, :occurrence, keyword_init: true) do
    # @api private
    def fields
      { change: AnswerFields.name(:data_change, change), item: AnswerFields.name(:data_item, item),
        occurrence: occurrence.zero? ? nil : occurrence, told_as: AnswerFields.name(:data_item, told_as), rule: rule,
        whp07: whp07, care: AnswerFields.name(:data_care, care) }.compact
    end
  end

  # What differs between two records of the same referral (DataDifferences), and how many values do not.
  DataComparison = Struct.new(:differences, :same, :case_id, :record, :line, keyword_init: true) do
    # The line that `prap extract diff` prints of a referral that has changed. redact: as with --redact.
    def to_json(*_state, redact: false)
      told = differences.empty? ? {} : { differences: differences.map(&:fields) }
      Redaction.line({ **Extract.head("diff", self), **told, result: differences.empty? ? "same" : "changed" }, redact)
    end
  end

  # What is kept of a value so that a change shows: a keyed hash of 16 bytes, and not the value. item: Symbol.
  DataMark = Struct.new(:item, :occurrence, :mark, keyword_init: true)

  # The whole list, in its order: an Array of DataItems.
  def self.data_items = WORDS[:data_item].map { |word| Extract.item(word) }.freeze

  # The DataItem that a heading names, or nil: a Symbol or its name, or a heading of the documents, whatever
  # its capitals and spaces. Raises Prap::CallerError "type".
  def self.data_item(heading)
    number = Extract.number(heading, "heading")
    number.zero? ? nil : Extract.item(word(:data_item, number))
  end

  # Holds one record of a referral against the list (CH15-3 to 16; AMB-60, AMB-64): what is missing,
  # malformed, there twice, unknown, not of the programme; whether it may come by that channel at all; and
  # which values need particular care.
  #
  # values: a Hash of items or headings and their values: a String as it came, an Integer, true, false, a
  # Date, nil, or an Array of them. programme, channel: a word, or nil where it is not known. mappa, scr:
  # true, false, or nil. partial: a notice of some items, of which none is missing. on: the Date it came.
  # case_id, record, line: only repeated; without case_id the PRaP referral identifier is. Nothing is stored,
  # and no value is ever in an answer or an error.
  #
  # Raises Prap::CallerError "unknown-word", "type", "text", "day"; Prap::LimitError "limit".
  def self.data_check(values, programme: nil, channel: nil, mappa: nil, scr: nil, partial: false, on: nil, case_id: nil,
                      record: nil, line: nil)
    rows, columns, referral = Extract.rows(values, "values")
    Check.refuse("type", "partial", "true or false is wanted") unless [true, false].include?(partial)
    known = [Check.word(:programme, programme, "programme"), Check.word(:data_channel, channel, "channel"),
             Extract.tristate(mappa, "mappa"), Extract.tristate(scr, "scr"), partial ? 1 : 0, Check.day(on, "on")]
    Extract.answer(Native.data_check(known, rows), columns, case_id || referral, record, line)
  end

  # What differs between two records of the same referral, by what the values say and not by how they are
  # written (CH15-9, 10, 16). Raises Prap::CallerError "unknown-word", "type", "text", "range" (each names
  # another referral); Prap::LimitError "limit".
  def self.data_compare(before, after, programme: nil, case_id: nil, record: nil, line: nil)
    old, _, first = Extract.rows(before, "before")
    new, _, second = Extract.rows(after, "after")
    found = Native.data_compare(Check.word(:programme, programme, "programme"), old, new)
    Extract.comparison(found, case_id || second || first, record, line)
  end

  # The DataMarks of a record, so that tomorrow's can be compared with it although its values are not kept.
  # key: 16 bytes, random, secret and the same every day. A mark is a SipHash-2-4 of 128 bits over the item,
  # the PRaP referral identifier and the value. Raises Prap::CallerError "required" (a record without its
  # identifier), "range" (a key of another length), "type", "text"; Prap::LimitError "limit".
  def self.data_marks(key, values)
    Check.refuse("type", "key", "a String of 16 bytes is wanted") unless key.is_a?(String)
    Native.data_marks(key.b, Extract.rows(values, "values").first).map do |item, occurrence, mark|
      DataMark.new(item: symbol(:data_item, item), occurrence: occurrence, mark: mark).freeze
    end.freeze
  end

  # As data_compare, of marks made with one key. Raises also Prap::CallerError "range" for a mark that has not
  # 16 bytes.
  def self.data_compare_marks(before, after, programme: nil, case_id: nil, record: nil, line: nil)
    found = Native.data_compare_marks(Check.word(:programme, programme, "programme"), Extract.marks(before, "before"),
                                      Extract.marks(after, "after"))
    Extract.comparison(found, case_id, record, line)
  end

  # @api private
  module Extract
    ROLES = { 1 => "referral", 2 => "change", 4 => "earnings" }.freeze
    SOURCES = { 1 => "paragraph-4", 2 => "annex-a" }.freeze
    COUNTS = %i[items unknown health criminal may_tell].freeze

    module_function

    def number(name, field)
      case name
      when Symbol, Word then Check.word(:data_item, name, field)
      when String then Native.data_item_find(Check.text(name, field))
      else Check.refuse("type", field, "an item or a heading is wanted")
      end
    end

    def bits(bits, names) = names.select { |bit, _| bits.anybits?(bit) }.values.freeze

    def item(word)
      found = Native.data_item(word.number)
      words = { type: :data_type, need: :data_need, about: :data_about, care: :data_care, part_of: :data_item,
                told_as: :data_item }.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] }
      programmes = WORDS[:programme].select { |one| found[:programmes][one.number] == 1 }.map(&:to_sym).freeze
      DataItem.new(item: word.to_sym, meaning: word.meaning, **found.slice(:care_why, :repeats, :rules, :headings), **words,
                   roles: bits(found[:roles], ROLES), sources: bits(found[:sources], SOURCES), programmes: programmes).freeze
    end

    def item_fields(item)
      words = { type: :data_type, need: :data_need, about: :data_about, care: :data_care, part_of: :data_item,
                told_as: :data_item }.to_h { |member, kind| [member, AnswerFields.name(kind, item[member])] }
      { v: 1, extract: "item", item: AnswerFields.name(:data_item, item.item), meaning: item.meaning,
        **words.slice(:type, :need, :about), roles: item.roles, sources: item.sources,
        programmes: item.programmes.map { |one| AnswerFields.name(:programme, one) }, care: words[:care],
        care_why: item.care_why, **words.slice(:part_of, :told_as), repeats: item.repeats, rules: item.rules,
        headings: item.headings }.compact
    end

    # What a value says; what it is called in an error is no value of anybody's.
    def text(value, field)
      case value
      when nil then ""
      when true then "yes"
      when false then "no"
      when Integer then value.to_s
      when DateTime then Check.refuse("type", field, "a value is a String, an Integer, true, false, a Date or nil")
      when Date then value.iso8601
      when String then Check.text(value, field)
      else Check.refuse("type", field, "a value is a String, an Integer, true, false, a Date or nil")
      end
    end

    # The values as the library takes them, where each stands in the record, and the referral's identifier.
    def rows(values, field)
      Check.refuse("type", field, "a Hash of items and their values is wanted") unless values.is_a?(Hash)
      rows, columns, referral = [], [], nil
      values.each_with_index do |(name, value), i|
        item = number(name, field)
        called = item.zero? ? "column #{i + 1}" : Prap.word(:data_item, item).name
        (value.is_a?(Array) ? value : [value]).each do |one|
          text = text(one, called)
          rows << [item, text]
          columns << (i + 1)
          referral ||= identifier(text) if Prap.symbol(:data_item, item) == :prap_referral_id
        end
      end
      [rows, columns, referral]
    end

    def identifier(text)
      bare = text.b.gsub(/\A[ \t\r\n]+|[ \t\r\n]+\z/n, "").force_encoding(Encoding::UTF_8)
      bare.empty? ? nil : bare
    end

    def tristate(value, field)
      case value
      when true then Check::VALUES[:yes]
      when false then Check::VALUES[:no]
      when nil, :unknown, "unknown" then Check::VALUES[:unknown]
      else Check.refuse("type", field, "true, false or nil is wanted")
      end
    end

    def place(number, field)
      return if number.nil?

      Check.refuse("type", field, "a whole number must be an Integer") unless number.is_a?(Integer)
      number.positive? ? number : Check.refuse("range", field)
    end

    def reason(found, columns)
      word = Prap.word(:data_finding, found[:finding])
      DataReason.new(finding: word.to_sym, **found.slice(:rule, :cure), severity: Prap.symbol(:severity, found[:severity]),
                     item: Prap.symbol(:data_item, found[:item]), column: found[:column] && columns[found[:column]],
                     first_column: found[:first_column] && columns[found[:first_column]], text: word.meaning).freeze
    end

    def answer(found, columns, case_id, record, line)
      findings = found[:findings].map { |one| reason(one, columns) }.freeze
      bad = findings.any? { |one| one.finding == :malformed && one.item == :prap_referral_id }
      DataAnswer.new(verdict: Prap.symbol(:verdict, found[:verdict]), comes_by: Prap.symbol(:data_channel, found[:comes_by]),
                     **found.slice(*COUNTS), findings: findings, case_id: bad ? nil : case_id,
                     record: place(record, "record"), line: place(line, "line")).freeze
    end

    def difference(found)
      DataDifference.new(change: Prap.symbol(:data_change, found[:change]), item: Prap.symbol(:data_item, found[:item]),
                         told_as: Prap.symbol(:data_item, found[:told_as]), care: Prap.symbol(:data_care, found[:care]),
                         **found.slice(:rule, :whp07, :occurrence)).freeze
    end

    def comparison(found, case_id, record, line)
      DataComparison.new(differences: found[:differences].map { |one| difference(one) }.freeze, same: found[:same],
                         case_id: case_id, record: place(record, "record"), line: place(line, "line")).freeze
    end

    def marks(given, field)
      Check.refuse("type", field, "an Array of DataMarks is wanted") unless given.is_a?(Array) && given.all?(DataMark)
      given.map do |one|
        occurrence = Check.int32(one.occurrence, field)
        Check.refuse("range", field) if occurrence.negative?
        Check.refuse("type", field, "a mark is a String of 16 bytes") unless one.mark.is_a?(String)
        [Check.word(:data_item, one.item, field), occurrence, one.mark.b]
      end
    end

    def head(what, it) = { v: 1, extract: what, record: it.record, line: it.line, case: it.case_id }.compact
  end
end
