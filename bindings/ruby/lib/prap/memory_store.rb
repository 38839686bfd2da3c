# frozen_string_literal: true

module Prap
  # A store in memory, and the example of a store written in Ruby. It may be shared by threads, each with its
  # own engine.
  class MemoryStore < Store
    Kept = Struct.new(:version, :snapshot, :next_due, :events, :notices)
    private_constant :Kept

    def initialize
      super
      @cases = {}
      @lock = Monitor.new
    end

    def load(tenant, case_id)
      @lock.synchronize do
        kept = @cases[[tenant, case_id]]
        kept && Row.new(version: kept.version, record: kept.snapshot)
      end
    end

    def commit(changes)
      @lock.synchronize { changes.map { |change| commit_one(change) } }
    end

    def read(tenant, case_id, from, max)
      @lock.synchronize do
        kept = @cases[[tenant, case_id]]
        events = kept ? kept.events.drop(from - 1).first(max) : []
        events.map { |event| Row.new(version: event.sequence, id: event.id, record: event.record) }
      end
    end

    def scan(tenant, after, due_by, limit)
      @lock.synchronize do
        wanted = @cases.select { |(owner, id), kept| owner == tenant && id > after && due?(kept, due_by) }
        wanted.sort_by { |(_, id), _| id }.first(limit).map do |(_, id), kept|
          Row.new(version: kept.version, case_id: id, record: kept.snapshot)
        end
      end
    end

    # The outbox: every NoticeRecord of a case, oldest first.
    def notices(tenant, case_id)
      @lock.synchronize { (@cases[[tenant, case_id]]&.notices || []).dup }
    end

    private

    # Everything that the change needs is made before the one assignment that stores it.
    def commit_one(change)
      key = [change.tenant, change.case_id]
      kept = @cases[key] || Kept.new(0, nil, nil, [], [])
      return :duplicate if !change.id.empty? && kept.events.any? { |event| event.id == change.id }
      return :conflict if kept.version != change.expected_version

      @cases[key] = Kept.new(change.new_version, change.snapshot, change.next_due,
                             kept.events + change.events, kept.notices + change.notices)
      :ok
    end

    def due?(kept, due_by) = due_by.nil? || (!kept.next_due.nil? && kept.next_due <= due_by)
  end
end
