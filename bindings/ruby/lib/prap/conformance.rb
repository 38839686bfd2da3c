# frozen_string_literal: true

# Does a store keep the storage contract? Run once in a host's own tests, it says by name what the store gets wrong.
module Prap
  # finding: Symbol, what is wrong (severity :breach) or was not checked (:notice); text: its sentence. check: what was tried
  # when it showed, or nil. tenant, case_id: where, or nil. sequence: the event or version, or nil. wanted, got: Symbols, the
  # status that the contract wants and the one that came; got is nil when it is no status. contract: the sentence of
  # prap/host.h.
  ConformanceFinding = Struct.new(:finding, :text, :severity, :check, :tenant, :case_id, :sequence, :wanted, :got, :contract,
                                  keyword_init: true)

  # findings: each once, in the order in which they showed; breaches, unchecked: how many of each; checks, calls, commits:
  # what was done. Integers.
  ConformanceReport = Struct.new(:findings, :breaches, :unchecked, :checks, :calls, :commits, keyword_init: true) do
    # Does nothing break the contract? What is unchecked was not looked at.
    def conforms? = breaches.zero?
  end

  # Tries out a store (a Store, a SQLiteStore, a PostgreSQLStore), and returns a ConformanceReport. It commits hundreds of
  # cases under tenants that begin with prefix (at most 24 bytes) and, unless spare_empty_tenant, one under "", and leaves
  # them: run it on a database of its own. seed draws names and bytes; another lets a prefix be used again. second: another
  # handle on the same data. Opening again, outbox and failing writes are looked at from C and Python. What the store raises
  # arrives unchanged. Raises Prap::CallerError "text" (prefix), "id-reused" (prefix and seed were used before), "type",
  # "range"; Prap::HostError "host-contract", "out-of-memory". Source: prap/host.h.
  def self.check_store(store, prefix:, seed: 0, second: nil, spare_empty_tenant: false)
    flags = spare_empty_tenant ? Native::SPARE_EMPTY_TENANT : 0
    found, *counts = Native.conformance(ConformanceStores.raw(store, "store"),
                                        second && ConformanceStores.raw(second, "second"),
                                        Check.text(prefix, "prefix"), ConformanceStores.seed(seed), flags)
    members = %i[breaches unchecked checks calls commits].zip(counts).to_h
    ConformanceReport.new(findings: found.map { |one| ConformanceStores.finding(one) }.freeze, **members).freeze
  end

  # What the extension wants and gives.
  # @api private
  module ConformanceStores
    SEEDS = (0..2**64 - 1).freeze

    module_function

    def raw(store, field)
      return [store, true, true] if store.is_a?(SQLiteStore) || store.is_a?(PostgreSQLStore)

      ready = store.respond_to?(:load) && store.respond_to?(:commit)
      Check.refuse("type", field, "a store has load and commit") unless ready
      [StoreAdapter.new(store), store.respond_to?(:read), store.respond_to?(:scan)]
    end

    def seed(value)
      Check.refuse("range", "seed") unless value.is_a?(Integer) && SEEDS.cover?(value)
      value
    end

    def finding(one)
      word = Prap.word(:conformance, one[:finding])
      status = ->(name) { name&.tr("-", "_")&.to_sym }
      ConformanceFinding.new(**one, finding: word.to_sym, text: word.meaning, severity: Prap.symbol(:severity, one[:severity]),
                                    check: Prap.symbol(:conformance_check, one[:check]), wanted: status.(one[:wanted]),
                                    got: status.(one[:got])).freeze
    end
  end
end
