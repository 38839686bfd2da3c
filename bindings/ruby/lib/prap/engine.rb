# frozen_string_literal: true

module Prap
  # What a sweep did: cases looked at, turned to automatic DNA, and not judged or stored. Integers.
  SweepReport = Struct.new(:seen, :moved, :failed, keyword_init: true)

  # A deadline of a caseload that is to be met. case_id: String. stage: Symbol. deadline: Deadline.
  Due = Struct.new(:case_id, :stage, :deadline, keyword_init: true)

  # Load, decide, commit over a store.
  #
  # An engine is for one thread at a time: give each thread its own, or a Mutex. Inside its own callback (a
  # method of the store, the block of walk) every call on it, close too, raises Prap::CallerError
  # ("re-entry"); what a callback raises arrives at the caller as it is. A fiber that rests in a callback (Fiber.yield,
  # an Enumerator's next, a scheduler) has the engine and its store until it goes on; others get "re-entry", which says
  # so. Both are let go of when a fiber that nobody resumes any more is collected.
  #
  # tenant: whose cases, when one store keeps several caseloads apart; a String, "" by default. case: the
  # case's id, 1 to 64 bytes of printable UTF-8 that mean nothing to anyone else: no name, no NINO.
  class Engine
    WALK_LIMIT_DAY = Date.new(9999, 12, 31)
    private_constant :WALK_LIMIT_DAY

    # rulebooks: a Rulebook, or several for different programmes (at most 8). store: a SQLiteStore, a PostgreSQLStore, or a Store
    # written in Ruby. Raises Prap::CallerError ("type", "twice", "null-argument"), Prap::LimitError.
    def initialize(rulebooks, store)
      list = rulebooks.is_a?(Rulebook) ? [rulebooks] : rulebooks
      books = list.is_a?(Array) && list.all?(Rulebook)
      Check.refuse("type", "rulebooks", "a Prap::Rulebook, or an Array of them, is wanted") unless books
      native = store.is_a?(SQLiteStore) || store.is_a?(PostgreSQLStore)
      ready = native || (store.respond_to?(:load) && store.respond_to?(:commit))
      Check.refuse("type", "store", "a store has load and commit") unless ready
      native_initialize(list, native ? store : StoreAdapter.new(store), native || store.respond_to?(:read),
                        native || store.respond_to?(:scan))
    end

    # Records an event if the guidance permits it, and returns the Answer; only :permitted changed the store.
    #
    # on: the Date it happened (of referral_received: the day of receipt). recorded: the Date it was recorded,
    # nil for the same day. programme: needed for referral_received. id: idempotency key, String or Integer;
    # the same id again changes nothing and gets the answer it got then, with duplicate?. Facts by keyword
    # (identity_checked: true), or as a Hash with Symbol or String keys in facts:; true, false, :unknown,
    # Integer, Date, or the option's Symbol. strict: true makes every fact that is not given unknown, whatever
    # it usually means when it is left out.
    #
    # Raises Prap::CallerError: "no-such-case", "id-reused", "order" (recorded before on or before the case's
    # last recorded day), "type", "unknown-word", "text", "day", "required", "twice"; Prap::InputError
    # "unknown-field"; Prap::DataError "coverage", "damaged", "not-ours", "newer-version"; Prap::HostError
    # "retry", "conflict", "unknown" (it may have been stored: the same id again finds out), "store-failed",
    # "host-contract".
    def submit(case:, event:, on:, recorded: nil, id: nil, programme: nil, tenant: "", strict: false,
               facts: {}, **more_facts)
      decide(true, binding.local_variable_get(:case), id, tenant,
             command(programme, event, on, recorded, strict, merge(facts, more_facts)))
    end

    # The answer that submit would give, storing nothing and looking up no id. Raises as submit.
    def preview(case:, event:, on:, recorded: nil, id: nil, programme: nil, tenant: "", strict: false,
                facts: {}, **more_facts)
      decide(false, binding.local_variable_get(:case), id, tenant,
             command(programme, event, on, recorded, strict, merge(facts, more_facts)))
    end

    # How a case stands as of a day, from what was recorded by then: an Answer without a verdict, with its
    # history when the store can read. Raises Prap::CallerError "no-such-case" when nothing was recorded by
    # then.
    def show(case:, as_of:, tenant: "")
      case_id = Check.text(binding.local_variable_get(:case), "case")
      owner = Check.text(tenant, "tenant")
      day = Check.day!(as_of, "as_of")
      found = native_show(owner, case_id, day)
      Answer.new(found, case_id: case_id, history: history_or_nil(owner, case_id, day))
    end

    # The events recorded on or before as_of, in order: an Array of Event. Raises Prap::CallerError
    # "no-history" when the store has no read.
    def history(case:, as_of:, tenant: "")
      read_history(Check.text(tenant, "tenant"), Check.text(binding.local_variable_get(:case), "case"),
                   Check.day!(as_of, "as_of"))
    end

    # Every case of a tenant as it stood on as_of, in order of case id: yields each Answer, or returns an
    # Array of them. due_by: only cases that then had an unmet deadline due on or before that Date.
    #
    # A case that cannot be judged (damaged, newer, out of the calendar's coverage) hides no other: on_error
    # is called with its id and the Prap::Error; without on_error the first such error is raised when the walk
    # is over. Raises Prap::CallerError "no-scan" when the store has no scan.
    def walk(as_of:, due_by: nil, tenant: "", on_error: nil, &block)
      unless block
        all = []
        walk(as_of: as_of, due_by: due_by, tenant: tenant, on_error: on_error) { |answer| all << answer }
        return all
      end

      owner = Check.text(tenant, "tenant")
      walk_all(owner, Check.day(due_by, "due_by"), Check.day!(as_of, "as_of"), on_error, &block)
      self
    end

    # Records what the passing of time did: every unstarted referral whose day 60 is on or before as_of is
    # turned to automatic DNA (T-I-33). A second sweep changes nothing more. Returns a SweepReport.
    def sweep(as_of:, tenant: "")
      seen, moved, failed = native_sweep(Check.text(tenant, "tenant"), Check.day!(as_of, "as_of"))
      SweepReport.new(seen: seen, moved: moved, failed: failed).freeze
    end

    # What is overdue, due, and coming within so many calendar days: an Array of Due, earliest first. on_error
    # as of walk.
    def due(as_of:, within_days: 0, tenant: "", on_error: nil)
      Check.day!(as_of, "as_of")
      Check.int32(within_days, "within_days")
      Check.refuse("range", "within_days") if within_days.negative?
      last = [as_of + within_days, WALK_LIMIT_DAY].min
      answers = walk(as_of: as_of, due_by: last, tenant: tenant, on_error: on_error)
      answers.flat_map { |answer| due_of(answer, last) }.sort_by { |due| order_of(due) }
    end

    # What now: what would come of each event that people enter, as of a day: Options, permitted ones first,
    # then those that need a fact (NextEvent#missing) or a choice, then the refused with their reasons. facts:
    # what is known beside what the case remembers; every other fact is unknown. variants: true adds each reason
    # and leaver code that the rules tell apart. programme: whose rules a case that is not there yet would have;
    # it gets the events that open one. A start is tried on the day of the meeting. Raises Prap::CallerError
    # "no-such-case", and as submit; an earlier day needs the store's read ("no-history").
    def options(case:, as_of:, facts: {}, programme: nil, variants: false, tenant: "")
      fields = question(binding.local_variable_get(:case), as_of, facts, programme, tenant)
      standing = stand(fields)
      events = native_options(fields).map { |row| Asking.next_event(row) }
      Options.new(**standing, events: events.select { |event| variants || event.facts.empty? }.freeze).freeze
    end

    # The events of options, without variants: an Array of NextEvent.
    def next_events(case:, as_of:, tenant: "")
      options(case: binding.local_variable_get(:case), as_of: as_of, tenant: tenant).events
    end

    # What if: tries events, one after another, on a copy of a case as it stood on as_of: WhatIf. events: an
    # Array of Hashes with the keywords of submit, case: and tenant: left out. What is permitted moves the copy,
    # what is not leaves it as it was. Nothing is stored, no id is looked up, and the case need not exist. Raises
    # as submit, and Prap::CallerError "required" (no event).
    def what_if(case:, as_of:, events:, tenant: "")
      name = Check.text(binding.local_variable_get(:case), "case")
      owner = Check.text(tenant, "tenant")
      rows = ideas(events, owner, name)
      before, answers, differences = native_what_if(Check.day!(as_of, "as_of"), rows)
      WhatIf.new(case_id: name, as_of: as_of, before: before[:version].zero? ? nil : Answer.new(before, case_id: name),
                 answers: answers.zip(events).map { |found, idea| Answer.new(found, case_id: name, id: idea[:id]) }.freeze,
                 differences: differences.map { |row| Asking.difference(row) }.freeze).freeze
    end

    # Which outcome: what the facts lead to for a participant who does not go on, why not the others, what each
    # does to payment, and which facts cannot both be true: Outcomes. Arguments and errors as options.
    def outcome(case:, as_of:, facts: {}, programme: nil, tenant: "")
      fields = question(binding.local_variable_get(:case), as_of, facts, programme, tenant)
      standing = stand(fields)
      contradictions, outcomes = native_outcome(fields)
      Outcomes.new(**standing, contradictions: contradictions.map { |row| Asking.contradiction(row) }.freeze,
                               outcomes: outcomes.map { |row| Asking.outcome(row) }.freeze).freeze
    end

    # How this case is closed correctly from where it stands, each step of the shortest way that the rules permit: Path.
    # by: an event (Symbol or String) that it is to go by; without it the facts choose: the error that was found (memo
    # 08), or the reason by the decision table, else the shortest to any end. Other arguments and errors as options;
    # Prap::CallerError "unknown-word" also for by.
    def path(case:, as_of:, by: nil, facts: {}, programme: nil, tenant: "")
      fields = question(binding.local_variable_get(:case), as_of, facts, programme, tenant)
      event = Check.word(:event, by, "by")
      standing = stand(fields)
      found, cut, last, feed, steps = native_path(fields, event)
      Path.new(**standing, found: found, cut: cut, steps: steps.map { |row| Asking.step(row) }.freeze,
                           end: Prap.symbol(:state, last), feed: Prap.symbol(:feed, feed)).freeze
    end

    def inspect = "#<Prap::Engine#{' closed' if closed?}>"

    private

    def command(programme, event, on, recorded, strict, facts)
      { programme: Check.word(:programme, programme, "programme"), event: Check.word(:event, event, "event"),
        on: Check.day(on, "on"), recorded: Check.day(recorded, "recorded"),
        flags: strict ? Native::STRICT_FACTS : 0,
        facts: Check.facts(facts) }
    end

    # A fact that is given both ways is left to the library, which refuses it as given twice.
    def merge(facts, more_facts)
      Check.refuse("type", "facts", "facts must be a Hash") unless facts.is_a?(Hash)
      facts.to_a + more_facts.to_a
    end

    def decide(store, case_id, id, tenant, fields)
      name = Check.text(case_id, "case")
      key = Check.id(id)
      found = native_decide(store, fields.merge(tenant: Check.text(tenant, "tenant"), case_id: name, id: key))
      Answer.new(found, case_id: name, id: id.is_a?(Integer) ? id : key)
    end

    def question(case_id, as_of, facts, programme, tenant)
      { case_id: Check.text(case_id, "case"), tenant: Check.text(tenant, "tenant"), as_of: Check.day!(as_of, "as_of"),
        programme: Check.word(:programme, programme, "programme"), facts: Check.facts(merge(facts, {})) }
    end

    # How the case stands; one that is not there yet stands nowhere, when a programme says whose rules it would
    # have.
    def stand(fields)
      found = native_show(*fields.values_at(:tenant, :case_id, :as_of))
      { case_id: fields[:case_id], as_of: Check.date(fields[:as_of]), stage: Prap.symbol(:state, found[:stage]),
        outside: Prap.symbol(:outside, found[:outside]) }
    rescue CallerError => error
      raise unless error.code == "no-such-case" && !fields[:programme].zero?

      { case_id: fields[:case_id], as_of: Check.date(fields[:as_of]), stage: :none, outside: nil }
    end

    def ideas(events, tenant, case_id)
      good = events.is_a?(Array) && events.all?(Hash)
      Check.refuse("type", "events", "an Array of Hashes, the keywords of submit, is wanted") unless good
      events.map { |idea| idea_fields(**idea).merge(tenant: tenant, case_id: case_id) }
    end

    def idea_fields(event:, on:, recorded: nil, id: nil, programme: nil, strict: false, facts: {}, **more_facts)
      command(programme, event, on, recorded, strict, merge(facts, more_facts)).merge(id: Check.id(id))
    end

    def walk_all(tenant, due_by, day, on_error)
      native_walk(tenant, due_by, day, !on_error.nil?) do |case_id, found|
        next yield Answer.new(found, case_id: case_id) if found[:status].zero?

        on_error&.call(case_id, Error.for_status(found[:status], "case", nil))
      end
    end

    def history_or_nil(tenant, case_id, day)
      read_history(tenant, case_id, day)
    rescue CallerError => error
      raise unless error.code == "no-history"
    end

    def read_history(tenant, case_id, day)
      events = []
      native_history(tenant, case_id, day) { |found| events << event(found) }
      events.freeze
    end

    def event(found)
      facts = found[:facts].to_h { |fact, kind, value| [Prap.symbol(:fact, fact), fact_value(kind, value)] }
      Event.new(sequence: found[:sequence], event: Prap.symbol(:event, found[:event]), id: found[:id],
                on: Check.date(found[:on]), recorded: Check.date(found[:recorded]),
                facts: facts.freeze, **judged(found)).freeze
    end

    def judged(found)
      broke = found[:broke].map { |reason, rule| Broken.new(reason: Prap.symbol(:reason, reason), rule: rule).freeze }
      { stage: found[:stage].zero? ? nil : Prap.symbol(:state, found[:stage]),
        voided_by: found[:voided_by].zero? ? nil : found[:voided_by], broke: broke.freeze,
        rulebook: found[:rulebook], calendar: found[:calendar],
        division: Prap.symbol(:division, found[:division]) }
    end

    def fact_value(kind, value)
      case Prap.symbol(:value, kind)
      when :yes then true
      when :no then false
      when :number then value
      when :day then Check.date(value)
      when :option then Prap.symbol(:option, value)
      else :unknown
      end
    end

    # The host's own clocks are the last of their day, by name.
    def order_of(due)
      clock = due.deadline
      number = clock.deadline.nil? ? Float::INFINITY : Prap.word(:deadline, clock.deadline).number
      [clock.due, number, clock.deadline.nil? ? clock.name : "", due.case_id]
    end

    def due_of(answer, last)
      unmet = answer.deadlines.select { |clock| %i[open overdue].include?(clock.status) && clock.due <= last }
      unmet.map { |clock| Due.new(case_id: answer.case_id, stage: answer.stage, deadline: clock).freeze }
    end
  end
end
