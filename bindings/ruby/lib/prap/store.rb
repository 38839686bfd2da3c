# frozen_string_literal: true

module Prap
  # What a store finds. version: Integer, the sequence of the case's last event (from read: of the event).
  # record: the bytes, as they were given to commit. case_id: from scan. id: from read.
  Row = Struct.new(:version, :case_id, :id, :record, keyword_init: true)

  # One event of a Change. sequence: 1, 2, 3 … within the case. id: idempotency key, "" for none. record:
  # binary String.
  EventRecord = Struct.new(:sequence, :id, :record, keyword_init: true)

  # One notice of a Change: a row of the outbox. notice, recipient: Symbols. due: Date or nil. Its permanent
  # id is (tenant, case_id, sequence, ordinal).
  NoticeRecord = Struct.new(:sequence, :ordinal, :notice, :recipient, :due, keyword_init: true)

  # One all-or-nothing change to one case. expected_version: sequence of the last event now stored, 0 when the
  # case must not exist. id: idempotency key of the change, "" for none. snapshot: binary String that replaces
  # the case's. programme, stage: Symbols, next_due, hold_until: Dates or nil: columns to index.
  Change = Struct.new(:tenant, :case_id, :expected_version, :new_version, :id, :events, :snapshot, :programme,
                      :stage, :next_due, :hold_until, :notices, keyword_init: true)

  # A store that a host writes in Ruby: inherit, and define load and commit, and read and scan where history,
  # earlier days, walks and sweeps are wanted. Prap::MemoryStore is one to copy from.
  #
  # Outcomes are Symbols of WORDS[:status]; whatever a method raises (or throws, or Thread#kill) leaves
  # Engine#submit as it is, the very same object, with nothing half-written and the engine ready for the next
  # call. While a method runs, a call of the engine that is calling it raises Prap::CallerError ("re-entry").
  # A method that returns something that its contract does not name raises Prap::HostError ("host-contract").
  class Store
    # The snapshot of a case as a Row with version and record; nil when there is no such case; or :retry,
    # :store_failed, :damaged, :not_ours, :newer_version.
    def load(_tenant, _case_id)
      raise NotImplementedError, "#{self.class} does not define load"
    end

    # Writes changes (an Array of Change), each one all or nothing. An Array with one outcome for each change,
    # or one Symbol for all of them: :ok; :conflict, when the stored version is not expected_version;
    # :duplicate, when an event with this id is already in the case's journal (look before the version);
    # :retry (nothing happened, try again); :unknown (it may or may not have happened); :store_failed (nothing
    # happened).
    def commit(_changes)
      raise NotImplementedError, "#{self.class} does not define commit"
    end

    # Optional, so not defined here:
    #
    #   read(tenant, case_id, from, max)
    #     the events with sequence >= from, ascending, at most max: an Array of Row with version, id and
    #     record; or an outcome as of load
    #   scan(tenant, after, due_by, limit)
    #     the cases whose id is greater than after ("": all) compared as bytes, and whose next_due is on or
    #     before due_by (nil: all), ascending, at most limit: an Array of Row with case_id, version and record
  end
end

require "prap/store_adapter"
