# frozen_string_literal: true

module Prap
  # GOV.UK's bank-holidays.json, read strictly: another shape is an error, never fewer holidays.
  # @api private
  module GovUK
    # A JSON object that is given a member twice says so.
    class Object < Hash
      def []=(name, value)
        Check.refuse("twice", "content") if key?(name)
        super
      end
    end

    module_function

    # The Overlays::Added of a division. content: the file's text, or what JSON.parse makes of it.
    def events(content, division)
      part = object(content)[division]
      Check.refuse("type", division, "an object with the division's events is wanted") unless part.is_a?(Hash)
      want(part["division"] == division, "#{division}.division", "the division's own name")
      list = part["events"]
      want(list.is_a?(Array) && !list.empty?, "#{division}.events", "a list of at least one event")
      list.each_with_index.map { |event, i| event(event, "#{division}.events[#{i}]") }
    end

    def object(content)
      content = JSON.parse(Check.text(content, "content"), object_class: Object) if content.is_a?(String)
      want(content.is_a?(Hash), "content", "a JSON object")
      content
    rescue JSON::ParserError, EncodingError
      Check.refuse("type", "content", "a JSON object is wanted")
    end

    def event(event, field)
      want(event.is_a?(Hash), field, "an object")
      want(event["title"].is_a?(String), "#{field}.title", "a text")
      want(event["date"].is_a?(String), "#{field}.date", 'a day, as "YYYY-MM-DD",')
      want(event.fetch("notes", "").is_a?(String), "#{field}.notes", "a text")
      want([true, false].include?(event.fetch("bunting", false)), "#{field}.bunting", "true or false")
      day = Native.parse_day(Check.text(event["date"], "#{field}.date"))
      raise Error.for_status(day.first, "#{field}.date", nil) if day.is_a?(Array)

      Overlays::Added.new(Check.date(day), event["notes"] == "Substitute day", event["title"], "#{field}.date",
                          "#{field}.title")
    end

    def want(right, field, wanted)
      right || Check.refuse("type", field, "#{wanted} is wanted")
    end
  end
end
