# frozen_string_literal: true

module Prap
  # What could not be answered, and why. A refusal is no error: it is an Answer.
  #
  # The message and the field name fields, words of the vocabulary and limits, never a value that came in, so
  # they may be logged. An exception that a store written in Ruby raises is not wrapped: it arrives as it was
  # raised.
  class Error < StandardError
    # Permanent number of the status (Integer), or nil for the two codes that only a reader of lines finds.
    attr_reader :status
    # The status's name: "re-entry", "no-such-case", "coverage" … (String; all of them are in WORDS[:status]).
    attr_reader :code
    # The field at fault as JSON spells it ("on", "reason"), or nil.
    attr_reader :field

    def initialize(message = nil, status: nil, code: "bug", field: nil)
      super(message)
      @status = status
      @code = code
      @field = field
    end

    # The error line of the command's contract. line: number of the input line; id: what that line gave as its
    # id.
    def to_json(*_state, line: nil, id: nil)
      fields = { v: 1 }
      fields[:line] = line unless line.nil?
      fields[:id] = id unless id.nil?
      JSON.generate(fields.merge(error: { code: code, field: field.to_s, message: message }))
    end

    # Makes the error of a status, in the class that says who can mend it.
    # @api private
    def self.for_status(status, field, message)
      name, meaning, number = Native.status(status)
      CLASSES.fetch(number, BugError).new(message || meaning, status: status, code: name || "bug",
                                                              field: field.to_s.empty? ? nil : field)
    end
  end

  # Mend the call: an impossible day, an unknown word, a wrong type, no such case, a closed or calling engine.
  class CallerError < Error; end

  # The host's side failed: the store (code "store-failed", "retry", "conflict", "unknown", "host-contract"),
  # memory. After "unknown" the commit may have happened; submitting the same id again finds out.
  class HostError < Error; end

  # Stored bytes are damaged, foreign or newer, or a count leaves what the calendar knows.
  class DataError < Error; end

  # Too many or too much.
  class LimitError < Error; end

  # Compiled layouts disagree. Cannot happen to an extension that carries its own library.
  class AbiError < Error; end

  # The library contradicted itself; please report it.
  class BugError < Error; end

  # An input line that is no JSON object (code "json") or has a key that is no field (code "unknown-field").
  class InputError < CallerError; end

  class Error
    CLASSES = { Native::CLASS_HOST => HostError, Native::CLASS_CALLER => CallerError,
                Native::CLASS_DATA => DataError, Native::CLASS_LIMIT => LimitError,
                Native::CLASS_ABI => AbiError, Native::CLASS_BUG => BugError }.freeze
    private_constant :CLASSES
  end
end
