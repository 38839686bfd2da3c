# frozen_string_literal: true

module Prap
  # Ruby's values as the extension wants them. What has the wrong type is refused here, because the library
  # never sees it; what has the right type and a wrong value is refused by the library.
  # @api private
  module Check
    EPOCH_JD = 2_440_588 # Date#jd of 1970-01-01
    STATUS = WORDS[:status].to_h { |word| [word.name, word.number] }.freeze
    VALUES = WORDS[:value].to_h { |word| [word.to_sym, word.number] }.freeze
    UTF8_BYTES = [Encoding::UTF_8, Encoding::US_ASCII, Encoding::BINARY].freeze
    INT32 = (-(2**31)..(2**31 - 1)).freeze
    INT64 = (-(2**63)..(2**63 - 1)).freeze

    module_function

    # Raises the Prap::Error of a status name.
    def refuse(code, field, message = nil)
      raise Error.for_status(STATUS.fetch(code), field, message)
    end

    # A Date as a count of days, nil as nil. DateTime is refused: the guidance counts days, and an instant
    # belongs to a day only in a time zone.
    def day(value, field)
      return if value.nil?

      refuse("type", field, "a day must be a Date") unless value.is_a?(Date) && !value.is_a?(DateTime)
      value.jd - EPOCH_JD
    end

    # As day, for what has no meaning without one.
    def day!(value, field)
      refuse("required", field) if value.nil?
      day(value, field)
    end

    # A count of days as a Date. Proleptic Gregorian like the library, so that early days read back as they
    # were given.
    def date(day)
      day && Date.jd(day + EPOCH_JD, Date::GREGORIAN)
    end

    # A private UTF-8 copy that no other thread can change during the call.
    def text(value, field)
      return if value.nil?

      refuse("type", field, "an identifier must be a String") unless value.is_a?(String)
      # Bytes without an encoding are taken for UTF-8; whether they are is the library's to say.
      return value.dup.force_encoding(Encoding::UTF_8).freeze if UTF8_BYTES.include?(value.encoding)

      value.encode(Encoding::UTF_8).freeze
    rescue EncodingError
      refuse("text", field)
    end

    # An idempotency key: a String, or an Integer, which stands for its decimal text.
    def id(value)
      return number(value, "id").to_s if value.is_a?(Integer)

      # In the library an empty id means none; whoever writes one means something else.
      value == "" ? refuse("text", "id") : text(value, "id")
    end

    # A word's number; 0 for nil, which the library reports where a word is required.
    def word(kind, value, field)
      return 0 if value.nil?

      refuse("type", field) unless value.is_a?(Symbol) || value.is_a?(String) || value.is_a?(Word)
      (Prap.word(kind, value) || refuse("unknown-word", field)).number
    end

    # Of a setting: a Symbol as its kebab-case name; a String may also be in the catalogue's spelling, "P-LATE-ACK".
    def spell(value, field)
      case value
      when Symbol then value.name.tr("_", "-")
      when Integer, Word then value.to_s
      when Date then value.iso8601
      else text(value, field)
      end
    end

    def int32(value, field)
      refuse("type", field, "a whole number must be an Integer") unless value.is_a?(Integer)
      refuse("range", field) unless INT32.cover?(value)
      value
    end

    # [[:identity_checked, true], …] as [[fact, kind, value], …].
    def facts(given)
      given.map do |name, value|
        word = name.is_a?(Integer) ? nil : Prap.word(:fact, name)
        raise InputError.new(UNKNOWN_FIELD, code: "unknown-field", field: keyword(name)) if word.nil?

        [word.number, *fact_value(word, value)]
      end
    end

    UNKNOWN_FIELD = "there is no such field; Prap::WORDS[:fact] lists the facts"

    # A keyword is written in a program, so naming it helps and tells nothing about a person; a String may
    # come from anyone.
    def keyword(name) = name.is_a?(Symbol) && name.match?(/\A[a-z_]{1,39}\z/) ? name.name : nil

    def fact_value(fact, value)
      case value
      when true then [VALUES[:yes], 0]
      when false then [VALUES[:no], 0]
      when Integer then [VALUES[:number], number(value, fact.name)]
      when Date then [VALUES[:day], day(value, fact.name)]
      when Symbol, String, Word then word_value(fact, value)
      else refuse("type", fact.name)
      end
    end

    def number(value, field)
      INT64.cover?(value) ? value : refuse("range", field)
    end

    # :unknown suits every fact; any other word only one that has options.
    def word_value(fact, value)
      return [VALUES[:unknown], 0] if value.to_s == "unknown"

      refuse("type", fact.name) unless FACT_TYPES.fetch(fact.number) == :option
      option = Prap.word(:option, value)
      refuse("unknown-word", fact.name) unless option && OPTION_FACTS.fetch(option.number) == fact.number
      [VALUES[:option], option.number]
    end

    # The type of each fact, as the loaded library has it: {1 => :day, …}.
    FACT_TYPES = Native.words(Native::FACTS).to_h do |number, *, detail, _|
      [number, Prap.symbol(:fact_type, detail)]
    end.freeze
    # The fact of each option, likewise: {20 => 5, …}.
    OPTION_FACTS = Native.words(Native::OPTIONS).to_h { |number, *, detail, _| [number, detail] }.freeze
  end
end
