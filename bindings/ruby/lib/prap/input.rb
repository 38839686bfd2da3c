# frozen_string_literal: true

module Prap
  # Input lines of the command's contract: {"case":"A1","event":"accept","on":"2023-05-09", fact: value, …}.
  #
  #   engine.submit(**Prap::Input.parse(line))
  #
  # Every key is one of the envelope's or a fact of the vocabulary; there is no room for free text, which
  # could be about a person, and an error never repeats what the line says.
  module Input
    ENVELOPE = %w[id case programme event on recorded].freeze
    REQUIRED = %w[case event on].freeze

    # A JSON object that refuses a key that it already has.
    class Members < Hash
      def []=(key, value)
        raise Twice if key?(key)

        super
      end
    end

    class Twice < StandardError; end

    # Ruby's parser also takes comments and any escape. Outside strings JSON has no slash and no backslash at
    # all.
    STRING = %r{"(?:[^"\\]|\\(?:["\\/bfnrt]|u\h{4}))*"}
    private_constant :ENVELOPE, :REQUIRED, :Members, :Twice, :STRING

    module_function

    # A line as the keywords of Engine#submit. Raises Prap::InputError ("json", "unknown-field") or
    # Prap::CallerError ("required", "type", "unknown-word", "day", "day-form", "range", "twice", "text").
    def parse(line) = keywords(object(line))

    # A line as the Hash of its members. Raises Prap::InputError "json", Prap::CallerError "twice", "type".
    def object(line)
      Check.refuse("type", "", "a line must be a String") unless line.is_a?(String)
      text = line.encoding == Encoding::BINARY ? line.dup.force_encoding(Encoding::UTF_8) : line
      raise JSON::ParserError unless text.valid_encoding? && !text.gsub(STRING, "").match?(%r{[/\\]})

      found = JSON.parse(text, object_class: Members)
      found.is_a?(Members) ? found : raise(JSON::ParserError)
    rescue Twice
      Check.refuse("twice", "", "the line gives the same field twice")
    rescue JSON::ParserError, EncodingError
      raise InputError.new("the line is not a JSON object", code: "json")
    end

    # The members of a line as the keywords of Engine#submit. Raises as parse.
    def keywords(object)
      REQUIRED.each { |field| Check.refuse("required", field) unless object.key?(field) }
      unknown = object.keys.find { |key| !ENVELOPE.include?(key) && Prap.word(:fact, key).nil? }
      raise InputError.new(Check::UNKNOWN_FIELD, code: "unknown-field") if unknown

      { id: id(object), case: text(object, "case"), programme: word(object, :programme),
        event: word(object, :event), on: day(object, "on"), recorded: day(object, "recorded"),
        facts: facts(object) }
    end

    # What a line gave as its id, for an error line; nil when it is neither a String nor an Integer.
    def echo(object) = object["id"].then { |id| id.is_a?(String) || id.is_a?(Integer) ? id : nil }

    def id(object)
      object.key?("id") or return
      Check.refuse("type", "id", "an id is a text or a whole number") unless echo(object)
      Check.id(echo(object))
      echo(object)
    end

    def text(object, field)
      value = object[field]
      Check.refuse("type", field, "a text is wanted") unless value.is_a?(String) || !object.key?(field)
      value
    end

    def word(object, kind)
      name = text(object, kind.name)
      name && (Prap.word(kind, name) || Check.refuse("unknown-word", kind.name))
    end

    def day(object, field)
      return unless object.key?(field)

      value = object[field]
      Check.refuse("type", field, "a day is wanted, as \"YYYY-MM-DD\"") unless value.is_a?(String)
      parsed = Native.parse_day(value)
      raise Error.for_status(parsed.first, field, nil) if parsed.is_a?(Array)

      Check.date(parsed)
    end

    def facts(object)
      named = object.keys - ENVELOPE
      named.to_h { |name| [name, fact(object, Prap.word(:fact, name))] }
    end

    # true, false and numbers as they are; a day as a Date; a word as its String, which Engine#submit looks
    # up.
    def fact(object, fact)
      value = object[fact.name]
      return value if value == "unknown"

      case Check::FACT_TYPES.fetch(fact.number)
      when :tristate then wanted(fact, value, "true, false or \"unknown\"") { [true, false].include?(value) }
      when :number then wanted(fact, value, "a whole number or \"unknown\"") { value.is_a?(Integer) }
      when :option then wanted(fact, value, "a word") { value.is_a?(String) }
      else day(object, fact.name)
      end
    end

    def wanted(fact, value, what)
      yield ? value : Check.refuse("type", fact.name, "#{what} is wanted")
    end
    private_class_method :id, :text, :word, :day, :facts, :fact, :wanted
  end
end
