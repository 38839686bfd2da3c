# frozen_string_literal: true

module Prap
  # Input lines of `prap call`: {"call":"c1","event":"call-placed","at":"2016-01-04T10:00", fact: value, …}.
  #
  #   line = Prap::CallInput.parse(text)
  #   call.submit(line[:event], **line.slice(:participant, :at, :facts))
  #
  # Every key is one of the envelope's or a fact of a call; there is no room for a code, a number, a name or an answer,
  # and an error never repeats what the line says.
  module CallInput
    ENVELOPE = %w[id call event participant at].freeze
    private_constant :ENVELOPE

    module_function

    # A line as {call:, event:, participant:, at:, id:, facts:}. Raises Prap::InputError "json", "unknown-field";
    # Prap::CallerError "required", "type", "unknown-word", "day", "day-form", "moment-form", "range", "twice", "text".
    def parse(line) = keywords(Input.object(line))

    # The members of a line likewise. Raises as parse.
    def keywords(object)
      check_names(object)
      Check.refuse("type", "id", "an id is a text or a whole number") if object.key?("id") && Input.echo(object).nil?
      call = needed(object, "call")
      Check.refuse("text", "call") unless call.bytesize.between?(1, 64)
      event = needed(object, "event")
      Check.word(:call_event, event, "event")
      { call: call, event: event, participant: text(object, "participant"), at: moment(text(object, "at")),
        id: object["id"], facts: facts(object) }
    end

    def check_names(object)
      unknown = object.keys.find { |key| !ENVELOPE.include?(key) && Prap.word(:call_fact, key).nil? } or return
      field = unknown.match?(/\A[a-z_-]{1,39}\z/) ? unknown : nil
      raise InputError.new("there is no such field; prap schema lists them", code: "unknown-field", field: field)
    end

    def needed(object, field) = text(object, field) || Check.refuse("required", field)

    def text(object, field)
      return unless object.key?(field)

      object[field].is_a?(String) ? object[field] : Check.refuse("type", field, "a text is wanted")
    end

    # A day as a Date, anything else as the text of a moment, which Call#submit reads.
    def moment(text)
      text && text.bytesize < 11 ? day(text, "at") : text
    end

    def facts(object)
      object.except(*ENVELOPE).to_h { |name, value| [name, fact(Prap.word(:call_fact, name), value)] }
    end

    # true, false and numbers as they are; a day as a Date; a word as its String, which Call#submit looks up.
    def fact(fact, value)
      return value if value == "unknown"

      case CallFields::KINDS.fetch(fact.number).first
      when :tristate then wanted(fact, "true, false or \"unknown\"") { [true, false].include?(value) && [value] }
      when :number then wanted(fact, "a whole number or \"unknown\"") { value.is_a?(Integer) && [value] }
      when :option then wanted(fact, "a word") { value.is_a?(String) && [value] }
      else wanted(fact, "a day, as \"YYYY-MM-DD\",") { value.is_a?(String) && [day(value, fact.name)] }
      end
    end

    def wanted(fact, what)
      found = yield || Check.refuse("type", fact.name, "#{what} is wanted")
      found.first
    end

    def day(text, field)
      parsed = Native.parse_day(text)
      parsed.is_a?(Array) ? raise(Error.for_status(parsed.first, field, nil)) : Check.date(parsed)
    end
    private_class_method :check_names, :needed, :text, :moment, :facts, :fact, :wanted, :day
  end
end
