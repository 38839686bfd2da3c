# frozen_string_literal: true

module Prap
  # Between the extension's callbacks and a store written in Ruby: gives it words and Dates, and makes sure
  # that what it returned is what its contract says. Everything here runs under the extension's rb_protect.
  # @api private
  class StoreAdapter
    LOOKING = %i[retry store_failed damaged not_ours newer_version].freeze
    WRITING = %i[ok conflict duplicate retry unknown store_failed damaged not_ours newer_version].freeze
    NUMBERS = WORDS[:status].to_h { |word| [word.to_sym, word.number] }.freeze
    VERSIONS = (0..2**64 - 1).freeze

    def initialize(store)
      @store = store
    end

    # -> a status number, or [version, nil, nil, record].
    def load(tenant, case_id)
      found = @store.load(tenant, case_id)
      return NUMBERS[:none] if found.nil?

      outcome(found, LOOKING) || row("load", found)
    end

    # -> one status number for each change.
    def commit(found)
      changes = found.map { |change| change(change) }.freeze
      outcomes = @store.commit(changes)
      outcomes = [outcomes] * changes.size if outcomes.is_a?(Symbol)
      enough = outcomes.is_a?(Array) && outcomes.size == changes.size
      broken("commit", "one outcome for each change") unless enough
      outcomes.map { |one| outcome(one, WRITING) || broken("commit", "words of the contract") }
    end

    # -> a status number, or [[version, nil, id, record], …].
    def read(tenant, case_id, from, max)
      found = @store.read(tenant, case_id, from, max)
      outcome(found, LOOKING) || rows("read", found)
    end

    # -> a status number, or [[version, case id, nil, record], …].
    def scan(tenant, after, due_by, limit)
      found = @store.scan(tenant, after, Check.date(due_by), limit)
      outcome(found, LOOKING) || rows("scan", found)
    end

    private

    def outcome(found, allowed)
      allowed.include?(found) ? NUMBERS.fetch(found) : nil
    end

    def rows(method, found)
      broken(method, "an Array of Prap::Row") unless found.is_a?(Array)
      found.map { |one| row(method, one) }
    end

    def row(method, found)
      broken(method, "a Prap::Row, or an outcome of its contract") unless found.is_a?(Row)
      broken(method, "a version that is a whole number") unless version?(found.version)
      broken(method, "a record that is a String") unless found.record.is_a?(String)
      [found.version, text(method, found.case_id), text(method, found.id), found.record]
    end

    def version?(value) = value.is_a?(Integer) && VERSIONS.cover?(value)

    def text(method, value)
      broken(method, "identifiers that are Strings") unless value.nil? || value.is_a?(String)
      value
    end

    def change(found)
      Change.new(**found, programme: Prap.symbol(:programme, found[:programme]),
                          stage: Prap.symbol(:state, found[:stage]), next_due: Check.date(found[:next_due]),
                          hold_until: Check.date(found[:hold_until]),
                          events: found[:events].map { |row| event(*row) }.freeze,
                          notices: found[:notices].map { |row| notice(*row) }.freeze).freeze
    end

    def event(sequence, id, record)
      EventRecord.new(sequence: sequence, id: id, record: record).freeze
    end

    def notice(sequence, ordinal, notice, recipient, due)
      NoticeRecord.new(sequence: sequence, ordinal: ordinal, notice: Prap.symbol(:notice, notice),
                       recipient: Prap.symbol(:recipient, recipient), due: Check.date(due)).freeze
    end

    def broken(method, wanted)
      Check.refuse("host-contract", method, "the store's #{method} has to return #{wanted}")
    end
  end
end
