# frozen_string_literal: true

require "securerandom"

module Prap
  # What came of a call on a Verifier. result: :asked, :passed, :failed, :given_up, :expired, :not_open, :locked, :exposed,
  # :superseded or :released. rule: its id, nil where a limit of the library's own decided. positions: Integers from 1, none
  # when nothing is asked. asked_at, expires_at: Times or nil. locked: nothing is asked until the lock ends. renew: much of
  # the code has been said aloud; ask for a change of it.
  ChallengeOutcome = Struct.new(:result, :rule, :number, :positions, :repeated, :asked_at, :expires_at, :locked, :renew,
                                keyword_init: true) do
    # Three of three were right: the call goes on (PD-23).
    def passed? = result == :passed
  end

  # What the checks of one code have given away. positions were said aloud; of all sets of three, those alone answer
  # answerable. overheard_ppm: the chance in millionths that a fresh draw could be answered by whoever had overheard all
  # that were answered. failures: wrong answers, challenges given_up and expired; counted of them count towards the lock.
  Exposure = Struct.new(:in_force, :change, :length, :answered, :passed, :failures, :counted, :given_up, :expired, :positions,
                        :answerable, :sets, :overheard_ppm, :open, :renew, :locked, :locked_until, keyword_init: true)

  # passed: number, name and answer were all right; which of them were is nil unless tell was given.
  ParticipantCheck = Struct.new(:passed, :rule, :nino_right, :name_right, :answer_right, keyword_init: true)

  # The questions that remain, Symbols in the order to ask them; first of them come before the others (AMB-32).
  AskableQuestions = Struct.new(:questions, :first, :prepare, :rule, keyword_init: true)

  # The challenge over an access code: three characters of eight, three of three right or the call ends.
  #
  # Codes, answers, numbers and names are secrets. The library compares them without an early exit, keeps none and wipes
  # its own work. A String that is not frozen is overwritten with zeros by the call that it is given to, whatever comes of
  # it. A frozen one cannot be, nor what Ruby keeps beside it: copies made by the garbage collector's moves, by slices and
  # interpolation, by the input buffer it came from.
  #
  # A challenge stays the same until it is answered, given up or expired, in every process over the store; the last two
  # count as failures; an answer counts as a failure, durably, before it is looked at.
  #
  # A verifier is for one thread at a time. Inside its own callback every call raises Prap::CallerError "re-entry".
  class Verifier
    # store: a SQLiteStore, a PostgreSQLStore or a Store, apart from that of the cases or with a tenant of its own: a walk over cases cannot
    # read what a verifier keeps there. random: called with a number, gives so many random bytes; the operating system's
    # unless a test needs others. settings: of policies only code_len matters. limits, of the library's own:
    # answer_minutes (10), failures_max (10), lock_minutes (0: until released), exposed_warn (6), exposed_max (0: none),
    # redraw (false). Raises Prap::CallerError "type", "range", "unknown-word".
    def initialize(store, settings: {}, tenant: "access-codes", random: SecureRandom.method(:bytes), **limits)
      native = store.is_a?(SQLiteStore) || store.is_a?(PostgreSQLStore)
      ready = native || (store.respond_to?(:load) && store.respond_to?(:commit))
      Check.refuse("type", "store", "a store has load and commit") unless ready
      Check.refuse("type", "random", "a source of random bytes has call") unless random.respond_to?(:call)
      @tenant = Check.text(tenant, "tenant")
      native_initialize(native ? store : StoreAdapter.new(store), random, Dates.settings(settings), members(limits))
    end

    # The challenge that waits for its answer, or a new one. holder: the prime provider's opaque id (AMB-39). in_force: the
    # Date from which the code is; change: how many changes off cycle came since on that day. at: now, as compute takes
    # moments. :asked, :locked, :exposed or :superseded. Raises Prap::HostError "random-source" and the store's own.
    def ask(holder, in_force:, at:, change: 0)
      outcome(native_ask(@tenant, Check.text(holder, "stream"), Check.day!(in_force, "code"),
                         Check.number(change, "change"), Prap.to_instant(at)))
    end

    # Judges the three characters, in the order of the positions, against the whole code; case counts. :passed, :failed,
    # :expired, :not_open or :superseded. Raises Prap::CallerError "text" for another form, which is not counted.
    def answer(holder, number:, code:, answer:, at:)
      outcome(native_answer(@tenant, Check.text(holder, "stream"), Check.number(number, "number"),
                            Secrets.string(code, "code"), Secrets.string(answer, "answer"), Prap.to_instant(at)))
    end

    # Ends a challenge without an answer, which counts as a failure. :given_up, :expired or :not_open.
    def give_up(holder, number:, at:)
      outcome(native_give_up(@tenant, Check.text(holder, "stream"), Check.number(number, "number"),
                             Prap.to_instant(at)))
    end

    # Notes a check that somebody else made: which three positions were asked, and whether it was :passed or :failed.
    # id: idempotency key.
    def record(holder, in_force:, positions:, result:, at:, change: 0, id: nil)
      three = positions.is_a?(Array) && positions.size == 3
      Check.refuse("range", "positions", "three positions are asked for") unless three
      row = [Check.day!(in_force, "code"), Check.number(change, "change"),
             *positions.map { |position| Check.number(position, "positions") },
             Check.word(:challenge, result, "result")]
      outcome(native_record(@tenant, Check.text(holder, "stream"), row, Check.id(id), Prap.to_instant(at)))
    end

    # Ends a lock, after the caller was made sure of in another way. Raises Prap::CallerError "no-such-case".
    def release(holder, at:)
      outcome(native_release(@tenant, Check.text(holder, "stream"), Prap.to_instant(at)))
    end

    # The challenge that waits, or why none does, storing nothing. Raises as release.
    def look(holder, at:) = outcome(native_look(@tenant, Check.text(holder, "stream"), Prap.to_instant(at)))

    # What the checks of the code have given away: an Exposure. Raises as release.
    def report(holder, at:)
      row = native_report(@tenant, Check.text(holder, "stream"), Prap.to_instant(at))
      found = Exposure.new(**Exposure.members.zip(row).to_h)
      found.in_force = Check.date(found.in_force)
      found.positions = (1..found.length).select { |at_| found.positions[at_ - 1] == 1 }.freeze
      found.locked_until &&= Prap.from_instant(found.locked_until)
      found.freeze
    end

    private

    LIMITS = %i[answer_minutes failures_max lock_minutes exposed_warn exposed_max redraw].freeze
    private_constant :LIMITS

    def members(limits)
      unknown = limits.keys - LIMITS
      Check.refuse("unknown-word", "limits") unless unknown.empty?
      LIMITS.zip(Native.challenge_limits).map do |name, usual|
        value = limits.fetch(name, usual)
        name == :redraw ? value == true : Check.number(value, name.name)
      end
    end

    def outcome(row)
      found = ChallengeOutcome.new(**ChallengeOutcome.members.zip(row).to_h)
      found.result = Prap.symbol(:challenge, found.result)
      found.positions.freeze
      found.asked_at &&= Prap.from_instant(found.asked_at)
      found.expires_at &&= Prap.from_instant(found.expires_at)
      found.freeze
    end
  end

  # @api private
  module Secrets
    module_function

    def string(value, field)
      Check.refuse("type", field, "a text must be a String") unless value.is_a?(String)
      value
    end

    def bits(words, field)
      words.sum { |word| 1 << (Check.word(:question, word, field) - 1) }
    end
  end

  # Number, full name and the answer to one question of six: all must be right (PD-27, AMB-31). held: a Hash of what the
  # original referral says: nino:, name:, lms_date: (DWP's own date, or nil), answers: an Array of [question, text]; several
  # to one question are alternatives. answer: a Date for :referral_date, else a String. Names and answers are compared
  # without capitals, accents, spaces, hyphens, apostrophes and full stops. tell: say which were right; for a provider's
  # rehearsal only. Every String that is not frozen, of held too, is overwritten with zeros.
  #
  # Raises Prap::CallerError "text" (a form, or UTF-8, that is wrong), "required" (empty, or nothing is held to the question:
  # ask another), "unknown-word", "type"; Prap::LimitError. field says which, with "held." before what is held.
  def self.check_participant(held:, nino:, name:, question:, answer:, settings: {}, tell: false)
    Check.refuse("type", "held", "held must be a Hash") unless held.is_a?(Hash)
    number = Check.word(:question, question, "question")
    by_day = symbol(:question, number) == :referral_date
    answers = held.fetch(:answers, [])
    texts = [Secrets.string(nino, "nino"), Secrets.string(name, "name"), by_day ? "" : Secrets.string(answer, "answer"),
             Secrets.string(held[:nino], "held.nino"), Secrets.string(held[:name], "held.name"),
             *answers.map { |_, text| Secrets.string(text, "held.answers") }]
    about = answers.map { |asked, _| Check.word(:question, asked, "held.answers") }
    row = [number, by_day ? Check.day!(answer, "answer") : nil, tell == true, Check.day(held[:lms_date], "held.lms_date")]
    passed, rule, *right = Native.check_participant(texts, about, row, Dates.settings(settings))
    right = right.map { |value| symbol(:value, value)&.then { |word| word == :yes } }
    ParticipantCheck.new(**ParticipantCheck.members.zip([passed, rule, *right]).to_h).freeze
  end

  # Raises Prap::CallerError "text" unless it has the form of a National Insurance number. A String that is not frozen is
  # overwritten with zeros.
  def self.check_nino(nino) = Native.check_nino(Secrets.string(nino, "nino"))

  # Which of the six questions can be asked (PD-29). unavailable: those that do not exist or are unclear at DWP. subset:
  # those to ask first under pd_remaining: :host_subset. Raises Prap::CallerError "unknown-word", "required".
  def self.askable_questions(unavailable = [], subset: [], settings: {})
    listed, *rest = Native.participant_questions(Secrets.bits(unavailable, "unavailable"), Secrets.bits(subset, "subset"),
                                                 Dates.settings(settings))
    words = listed.map { |number| symbol(:question, number) }.freeze
    AskableQuestions.new(**AskableQuestions.members.zip([words, *rest]).to_h).freeze
  end

  # The chance that three positions drawn anew are all known to somebody who has overheard so many checks of a code of so
  # many characters: 0.018 after one, 0.179 after two, 0.731 after five.
  def self.overheard_chance(checks, length: 8)
    Native.overheard_chance(Check.number(length, "length"), Check.number(checks, "checks")) / 1_000_000.0
  end
end
