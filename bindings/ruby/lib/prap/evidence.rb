# frozen_string_literal: true

# What a case has of its checklists, and the records that it has made.
module Prap
  # An item of a checklist. item: Symbol of a fact or an event. state: :done, :not_done, :unknown or :missing. rule: its
  # id. required: the list is not complete without it. value: what was said, nil where nothing was. by, on, recorded,
  # sequence: of the entry that said it last, nil where none did.
  CheckItem = Struct.new(:item, :state, :rule, :required, :value, :by, :on, :recorded, :sequence, keyword_init: true)

  # How a checklist stands. opened_by, opened_on, sequence: the event that opened it last, nil where its occasion has not
  # come. The counts are of the required items that apply. items: Array of CheckItem.
  CheckedList = Struct.new(:checklist, :rule, :complete, :opened_by, :opened_on, :sequence, :required, :done, :not_done,
                           :unknown, :missing, :items, keyword_init: true)

  # The checklists of a case as of a Date: Array of CheckedList.
  CaseChecklists = Struct.new(:case_id, :as_of, :checklists, keyword_init: true) do
    # The line that `prap checklist` prints, without its line end.
    def to_json(*_state)
      JSON.generate({ v: 1, case: case_id, as_of: as_of.iso8601,
                      checklists: checklists.map { |list| EvidenceFields.list(list) } })
    end
  end

  # A record that events of a case have made. retention: Symbol. computation: Symbol of what gives the last day of
  # keeping it, or nil. events: how many. first, last: their sequences; first_on, last_on: their days.
  KeptRecord = Struct.new(:record, :rule, :retention, :computation, :events, :first, :last, :first_on, :last_on,
                          keyword_init: true)

  # The records that a case has made, as of a Date: Array of KeptRecord.
  CaseRecords = Struct.new(:case_id, :as_of, :records, keyword_init: true) do
    # The line that `prap records` prints, without its line end.
    def to_json(*_state)
      JSON.generate({ v: 1, case: case_id, as_of: as_of.iso8601,
                      records: records.map { |record| EvidenceFields.record(record) } })
    end
  end

  # The structs above as lines have them, and from what the extension gives.
  # @api private
  module EvidenceFields
    module_function

    def word(kind, symbol) = symbol && Prap.word(kind, symbol).name

    def item_name(symbol) = (Prap.word(:fact, symbol) || Prap.word(:event, symbol)).name

    def value(said)
      case said
      when Date then said.iso8601
      when Symbol then said == :unknown ? "unknown" : word(:option, said)
      else said
      end
    end

    def item(one)
      said = one.value.nil? ? {} : { value: value(one.value) }
      { item: item_name(one.item), state: word(:check, one.state), rule: one.rule, required: one.required, **said,
        **{ by: word(:event, one.by), on: one.on&.iso8601, recorded: one.recorded&.iso8601,
            sequence: one.sequence }.compact }
    end

    def list(one)
      { checklist: word(:checklist, one.checklist), rule: one.rule, complete: one.complete,
        **{ opened_by: word(:event, one.opened_by), opened_on: one.opened_on&.iso8601, sequence: one.sequence }.compact,
        required: one.required, done: one.done, not_done: one.not_done, unknown: one.unknown, missing: one.missing,
        items: one.items.map { |check| item(check) } }
    end

    def record(one)
      { record: word(:record, one.record), rule: one.rule, retention: word(:retention, one.retention),
        computation: word(:computation, one.computation), events: one.events, first: one.first, last: one.last,
        first_on: one.first_on.iso8601, last_on: one.last_on.iso8601 }.compact
    end

    def check(row)
      CheckItem.new(item: row[:fact].zero? ? Prap.symbol(:event, row[:event]) : Prap.symbol(:fact, row[:fact]),
                    state: Prap.symbol(:check, row[:state]), rule: row[:rule], required: row[:required],
                    value: row[:said] && yield(*row[:said]), by: Prap.symbol(:event, row[:by]),
                    on: Check.date(row[:on]), recorded: Check.date(row[:recorded]), sequence: row[:sequence]).freeze
    end

    def checked(row, &value)
      counts = row.slice(:required, :done, :not_done, :unknown, :missing, :rule, :complete, :sequence)
      CheckedList.new(**counts, checklist: Prap.symbol(:checklist, row[:checklist]),
                                opened_by: Prap.symbol(:event, row[:opened_by]),
                                opened_on: Check.date(row[:opened_on]),
                                items: row[:items].map { |one| check(one, &value) }.freeze).freeze
    end

    def kept(row)
      KeptRecord.new(**row.slice(:rule, :events, :first, :last), record: Prap.symbol(:record, row[:record]),
                                                                 retention: Prap.symbol(:retention, row[:retention]),
                                                                 computation: Prap.symbol(:computation, row[:computation]),
                                                                 first_on: Check.date(row[:first_on]),
                                                                 last_on: Check.date(row[:last_on])).freeze
    end
  end

  class Engine
    # The checklists of a case as it stood on as_of, opened or not, or the one that is named: what of each item was said,
    # by which entry, and what is missing (X-30): CaseChecklists. Raises Prap::CallerError "no-such-case", "no-history"
    # when the store has no read, "unknown-word", and as show.
    def checklists(case:, as_of:, checklist: nil, tenant: "")
      name = Check.text(binding.local_variable_get(:case), "case")
      number = checklist.nil? ? 0 : Check.word(:checklist, checklist, "checklist")
      rows = native_evidence(Check.text(tenant, "tenant"), name, Check.day!(as_of, "as_of"), number)
      lists = rows.map { |row| EvidenceFields.checked(row) { |kind, value| fact_value(kind, value) } }
      CaseChecklists.new(case_id: name, as_of: as_of, checklists: lists.freeze).freeze
    end

    # The records that the events of a case had made by as_of, and how long each is kept (rules.md 2.8): CaseRecords.
    # Raises as checklists.
    def records(case:, as_of:, tenant: "")
      name = Check.text(binding.local_variable_get(:case), "case")
      rows = native_evidence(Check.text(tenant, "tenant"), name, Check.day!(as_of, "as_of"), nil)
      CaseRecords.new(case_id: name, as_of: as_of, records: rows.map { |row| EvidenceFields.kept(row) }.freeze).freeze
    end
  end
end
