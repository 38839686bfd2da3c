# frozen_string_literal: true

module Prap
  # A notice of the outbox. position: grows with every notice of the file and is never used twice. notice,
  # recipient: Symbols. due: Date or nil. sent: whether a delivery has taken it. Its permanent id is (tenant, case_id,
  # sequence, ordinal).
  OutboxNotice = Struct.new(:position, :tenant, :case_id, :sequence, :ordinal, :notice, :recipient, :due, :sent,
                            keyword_init: true)

  # Damage in the file. finding: "page", "index", "row" (tenant and case_id are "" then), "event-alone", "notice-alone",
  # "version", "gap". sequence: of the event or notice, 0: the case as a whole. text: a sentence.
  StoreFinding = Struct.new(:finding, :tenant, :case_id, :sequence, :text, keyword_init: true)

  # A caseload in an SQLite file: cases, journals and the outbox of notices. What was answered is on the disk.
  #
  # One thread at a time; the interpreter's other threads wait while a call waits for another process's lock.
  # A forked process opens the file again: what it inherited raises Prap::HostError "store-failed". Close it (or use
  # the block form) when done; an engine whose store is closed raises Prap::CallerError.
  #
  # A fiber that rests in a block of this store itself (of notices, deliver or examine) has it until it goes on; others
  # get Prap::CallerError "re-entry", which says so. One that is never resumed has it for good, for the file is in the
  # middle of a reading: open the file again beside it.
  class SQLiteStore
    # Opens path (a String or Pathname; ":memory:" for one that lives as long as the object), making the file
    # when it is missing. With a block, yields the store, closes it, and returns what the block returned.
    # Raises Prap::DataError ("not-ours", "newer-version", "damaged"), Prap::HostError ("retry" when it is
    # locked, "store-failed" with SQLite's reason), Prap::CallerError ("text", "type").
    def self.open(path, read_only: false)
      store = new(path, read_only: read_only)
      return store unless block_given?

      begin
        yield store
      ensure
        store.close
      end
    end

    def initialize(path, read_only: false)
      name = path.respond_to?(:to_path) ? path.to_path : path
      Check.refuse("type", "path", "a path must be a String or a Pathname") unless name.is_a?(String)
      Check.refuse("text", "path", "a path has no NUL in it") if name.include?("\0")
      native_open(name, read_only ? Native::SQLITE_READ_ONLY : Native::SQLITE_CREATE)
    end

    # How long a call waits for another process's lock before it answers "retry", in milliseconds, 0 to
    # 600,000.
    def wait_milliseconds=(milliseconds)
      Check.int32(milliseconds, "wait_milliseconds")
      Check.refuse("range", "wait_milliseconds") if milliseconds.negative?
      native_set_wait(milliseconds)
    end

    # Reads the whole file and looks for damage. Returns self; raises Prap::DataError that says which check
    # failed.
    def check
      native_check
      self
    end

    # Reads the whole file, as it was at one moment: yields a StoreFinding for every damage that it finds, or returns an
    # Array of them, empty when it is sound. quick: without looking whether each index has the rows of its table. What lies
    # inside a record is checked by Engine#verify. In the block the store cannot be used for anything else. Raises
    # Prap::DataError ("damaged": it cannot be read), Prap::HostError.
    def examine(quick: false, &block)
      return [].tap { |all| examine(quick: quick) { |finding| all << finding } } unless block

      native_examine(quick ? Native::SQLITE_QUICK : 0) { |found| block.call(StoreFinding.new(**found).freeze) }
      self
    end

    # Copies the store, as it is at one moment, into a file that must not exist (a String or Pathname), while others go on
    # reading and writing. The copy is one file and has its name when it is whole and on the disk. Returns self. Raises
    # Prap::HostError ("store-failed", "retry"), Prap::DataError ("damaged"), Prap::CallerError ("text", "type").
    def backup(path)
      name = path.respond_to?(:to_path) ? path.to_path : path
      Check.refuse("type", "path", "a path must be a String or a Pathname") unless name.is_a?(String)
      Check.refuse("text", "path", "a path has no NUL in it") if name.include?("\0")
      native_backup(name)
      self
    end

    # The notices after a position, oldest first, at most limit: yields each OutboxNotice, or returns an
    # Array. A reader that keeps the last position it dealt with misses none. In the block the store cannot be
    # used for anything else.
    def notices(after: 0, limit: 1000, &block)
      Check.refuse("range", "after") unless after.is_a?(Integer) && (0..2**63 - 1).cover?(after)
      Check.refuse("range", "limit") unless limit.is_a?(Integer) && (0..2**32 - 1).cover?(limit)
      return [].tap { |all| notices(after: after, limit: limit) { |notice| all << notice } } unless block

      native_notices(after, limit) { |found| block.call(outbox_notice(found)) }
      self
    end

    # Yields unsent notices, those of a case in order, and marks them as sent; returns how many. At most 32 notices of at
    # most so many cases (1 to 1,000). Any number of relays, in any number of processes, may do so at once: a case is with
    # one of them at a time, by a lease of 1 to 86,400 seconds that ends with the call; a relay that dies keeps its cases
    # from the others for so long. The block returns false for "not now": the case's later notices wait, the others go on.
    # What it raises ends the call and arrives unchanged; what was yielded before is marked. Every notice comes at least
    # once, and always under the same id (tenant, case_id, sequence, ordinal).
    def deliver(cases: 100, lease_seconds: 30)
      Check.refuse("range", "cases") unless cases.is_a?(Integer) && (1..1000).cover?(cases)
      unless lease_seconds.is_a?(Integer) && (1..86_400).cover?(lease_seconds)
        Check.refuse("range", "lease_seconds")
      end
      native_deliver(cases, lease_seconds) { |found| yield outbox_notice(found) }
    end

    # Puts a person's data beside the journal, which holds none: a String of at most 1 MiB under a random id of the host's
    # own making, 1 to 64 visible ASCII characters, in the place of what was there. Returns self. Raises Prap::CallerError
    # "text"; Prap::LimitError "limit"; Prap::HostError.
    def put_aside(id, data)
      native_side_put(Check.text(id, "id"), data.is_a?(String) ? data : Check.refuse("type", "data"))
      self
    end

    # The same where nothing is under the id yet: true; false when something is, which stays. Raises as put_aside. A store
    # with this, aside and shred can keep the keys of a PostgreSQLStore.
    def add_aside(id, data)
      native_side_add(Check.text(id, "id"), data.is_a?(String) ? data : Check.refuse("type", "data"))
    end

    # The data under an id, a binary String, or nil. Raises as put_aside.
    def aside(id) = native_side_get(Check.text(id, "id"))

    # Takes the data under an id out, and every trace of them from the file and its write-ahead log: true, or false when
    # nothing was there. On Prap::HostError "retry", "unknown" or "store-failed" they are there whole or not to be read any
    # more, and asking again finishes it.
    def shred(id) = native_side_shred(Check.text(id, "id"))

    def inspect = "#<Prap::SQLiteStore#{' closed' if closed?}>"

    private

    def outbox_notice(found)
      OutboxNotice.new(**found, notice: Prap.symbol(:notice, found[:notice]), due: Check.date(found[:due]),
                                recipient: Prap.symbol(:recipient, found[:recipient])).freeze
    end
  end
end
