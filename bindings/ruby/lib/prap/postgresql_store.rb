# frozen_string_literal: true

module Prap
  # A notice of the outbox of a PostgreSQLStore. tenant, case_id, sequence and ordinal are its permanent id. notice,
  # recipient: Symbols. due: Date or nil. sent: whether a delivery has taken it.
  RelayedNotice = Struct.new(:tenant, :case_id, :sequence, :ordinal, :notice, :recipient, :due, :sent,
                             keyword_init: true)

  # A caseload in a PostgreSQL database, in its schema "prap": cases, journals and the outbox of notices.
  #
  # One thread at a time; the interpreter's other threads wait while a call waits for the server. A forked process
  # makes a connection of its own at its next call. A lost connection is made anew by itself; a commit whose answer was
  # lost is Prap::HostError "unknown", and the same id submitted again finds out. Close it (or use the block form) when
  # done; an engine whose store is closed raises Prap::CallerError. A fiber that rests in a block of this store itself has it
  # until it goes on, as an SQLiteStore.
  class PostgreSQLStore
    # Opens a connection string of libpq ("host=/run/postgresql dbname=cases"), a URI ("postgresql://…"), or what the
    # command takes ("postgresql:dbname=cases"). The tables are made, or brought up to date, with create unless
    # read_only. With a block, yields the store, closes it, and returns what the block returned. Raises Prap::DataError
    # ("not-ours", "newer-version", "damaged"), Prap::HostError ("retry" when the server cannot be reached,
    # "store-failed"), Prap::CallerError ("text", "type"), NotImplementedError when the package was built without libpq.
    # No message repeats the connection string. keys keeps the keys of the side-car, one of 32 bytes a person, where they
    # can be destroyed for good: it has aside, add_aside and shred as an SQLiteStore has them, and may be one: a file
    # beside the program, of which no copies are made. Without keys there is no side-car.
    def self.open(connection, read_only: false, create: true, keys: nil)
      store = new(connection, read_only: read_only, create: create, keys: keys)
      return store unless block_given?

      begin
        yield store
      ensure
        store.close
      end
    end

    def initialize(connection, read_only: false, create: true, keys: nil)
      raise NotImplementedError, "this package was built without the PostgreSQL store" unless self.class.built?

      Check.refuse("type", "connection", "a connection must be a String") unless connection.is_a?(String)
      Check.refuse("text", "connection", "a connection has no NUL in it") if connection.include?("\0")
      unless keys.nil? || %i[aside add_aside shred].all? { |name| keys.respond_to?(name) }
        Check.refuse("type", "keys", "it keeps no keys")
      end
      @keys = keys
      flags = create ? Native::POSTGRESQL_CREATE : 0
      native_open(connection, read_only ? Native::POSTGRESQL_READ_ONLY : flags)
    end

    # Is this store in the package as it was built?
    def self.built? = private_method_defined?(:native_open)

    # A package that was built without libpq opens none, and one that was only allocated is closed there too.
    unless built?
      def close = nil
      def closed? = true
    end

    # How long a call waits for another's lock, or for a server that starts again, before it answers "retry", in
    # milliseconds, 0 to 600,000.
    def wait_milliseconds=(milliseconds)
      Check.int32(milliseconds, "wait_milliseconds")
      Check.refuse("range", "wait_milliseconds") if milliseconds.negative?
      native_set_wait(milliseconds)
    end

    # Reads every table and looks for damage. Returns self; raises Prap::DataError that says which check failed.
    def check
      native_check
      self
    end

    # The notices, sent or not, in order of their permanent id, at most limit after the RelayedNotice given: yields
    # each, or returns an Array. In the block the store cannot be used for anything else.
    def notices(after: nil, limit: 1000, &block)
      Check.refuse("type", "after", "it must be a RelayedNotice") unless after.nil? || after.is_a?(RelayedNotice)
      Check.refuse("range", "limit") unless limit.is_a?(Integer) && (0..2**32 - 1).cover?(limit)
      return [].tap { |all| notices(after: after, limit: limit) { |notice| all << notice } } unless block

      key = after ? [after.tenant, after.case_id, after.sequence, after.ordinal] : ["", "", 0, 0]
      native_notices(*key, limit) do |found|
        block.call(relayed_notice(found))
        true
      end
      self
    end

    # Yields unsent notices, those of a case in order, and marks them as sent; returns how many. At most 32 notices of
    # at most so many cases (1 to 1,000). Any number of relays may do so at once: a case is with one of them at a time.
    # The block returns false for "not now": the case's later notices wait, the others go on. What it raises ends the
    # call and arrives unchanged; what was yielded before is marked. Every notice comes at least once, and always under
    # the same id: again when a process dies before it was marked. lease_seconds 0: the claim is a row lock (SKIP
    # LOCKED) and ends with the call; up to 86,400: a lease in the table, for engines without it and for slow receivers.
    def deliver(cases: 100, lease_seconds: 0)
      Check.refuse("range", "cases") unless cases.is_a?(Integer) && (1..1000).cover?(cases)
      unless lease_seconds.is_a?(Integer) && (0..86_400).cover?(lease_seconds)
        Check.refuse("range", "lease_seconds")
      end
      native_deliver(cases, lease_seconds) { |found| yield relayed_notice(found) }
    end

    # Puts a person's data beside the journal, which holds none: a String of at most 1 MiB under a random id of the host's
    # own making, 1 to 64 visible ASCII characters, in the place of what was there; sealed (AES-256-GCM) with the person's
    # key, so that the database has nothing that can be read without it. Returns self. Raises Prap::CallerError "text",
    # "null-argument" (no keys); Prap::LimitError "limit"; Prap::HostError; what the keeper of the keys raises.
    def put_aside(id, data)
      native_side(keeper, :put, Check.text(id, "id"), data.is_a?(String) ? data : Check.refuse("type", "data"))
      self
    end

    # The data under an id, a binary String, or nil: there are none, or their key is destroyed. Raises as put_aside;
    # Prap::DataError "damaged" when they do not open with their key.
    def aside(id) = native_side(keeper, :get, Check.text(id, "id"), nil)

    # Destroys a person's key and deletes the row: true, or false when there was neither. From then on the data cannot be
    # read in the database, its log, a replica or a backup. On Prap::HostError "retry", "unknown" or "store-failed" they
    # are there whole or not to be read any more, and asking again finishes it.
    def shred(id) = native_side(keeper, :shred, Check.text(id, "id"), nil)

    def inspect = "#<Prap::PostgreSQLStore#{' closed' if closed?}>"

    private

    def keeper = @keys || Check.refuse("null-argument", "keys", "the side-car has no keys")

    def relayed_notice(found)
      RelayedNotice.new(**found, notice: Prap.symbol(:notice, found[:notice]), due: Check.date(found[:due]),
                                 recipient: Prap.symbol(:recipient, found[:recipient])).freeze
    end
  end
end
