# frozen_string_literal: true

# What the life of case-life.c costs in Ruby: with `state_machines` (Debian: ruby-state-machines), whose conditions are
# the plainest that tell the days and facts of each event, and with this library's Ruby package and its store in memory.
#
#   peer-state-machines.rb [--json] PACKAGE_DIRECTORY
#
# One line a bench: ns for an event, the best of some rounds. Without state_machines its line is left out, and said so.
require "date"
require "json"

FIRST = Date.new(2023, 5, 2)
BEGUN = { identity_checked: true, employment_checked: true, employed: false, plan_signed_by_participant: true,
          plan_signed_by_provider: true, needs_assessment_begun: true, induction_pack_signed: true }.freeze
# Event, days after FIRST, facts: as case-life.c.
LIFE = [[:referral_received, 0, {}], [:accept, 1, {}], [:contact_attempted, 2, { reached: false }],
        [:meeting_scheduled, 3, { meeting_on: FIRST + 14 }], [:meeting_attended, 14, {}],
        [:start_recorded, 14, BEGUN], [:plan_agreed, 22, { plan_fully_signed: true }],
        [:weekly_support_offered, 23, {}], [:face_to_face_held, 41, {}],
        [:left, 62, { code: 46, moved_out: true }]].map { |event, after, facts| [event, FIRST + after, facts] }.freeze
ROUNDS = 5
CASES = 50

# ns for an event; the block lives so many lives.
def best_ns
  times = Array.new(ROUNDS) do
    began = Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond)
    yield
    Process.clock_gettime(Process::CLOCK_MONOTONIC, :nanosecond) - began
  end
  times.min / (CASES * LIFE.size)
end

def state_machines_ns
  require "state_machines"
  referral = Class.new do
    attr_accessor :on, :facts, :days, :journal

    state_machine :state, initial: :none do
      event(:referral_received) { transition none: :received }
      event(:accept) { transition received: :accepted, if: :in_time? }
      event(:contact_attempted) { transition %i[received accepted attended pre_work] => same }
      event(:meeting_scheduled) { transition accepted: same }
      event(:meeting_attended) { transition accepted: :attended }
      event(:start_recorded) { transition attended: :pre_work, if: %i[on_meeting_day? begun?] }
      event(:plan_agreed) { transition pre_work: same, if: %i[not_before_start? signed?] }
      event(:weekly_support_offered) { transition pre_work: same, if: :not_before_start? }
      event(:face_to_face_held) { transition pre_work: same, if: :not_before_start? }
      event(:left) { transition pre_work: :gone, if: %i[not_before_start? moved_out?] }
      after_transition { |one, transition| one.record(transition.event) }
    end

    def initialize
      @days = {}
      @journal = []
      super()
    end

    def in_time? = on <= days[:referral_received] + 1
    def not_before_start? = on >= days[:start_recorded]
    def on_meeting_day? = on == days[:meeting_attended]
    def begun? = BEGUN.all? { |fact, value| facts[fact] == value }
    def signed? = facts[:plan_fully_signed] == true
    def moved_out? = facts[:moved_out] == true

    def record(event)
      days[event] = on
      journal << [event, on]
    end
  end
  best_ns do
    CASES.times do
      one = referral.new
      LIFE.each do |event, on, facts|
        one.on = on
        one.facts = facts
        one.public_send(event) or abort "state_machines: #{event} is refused"
      end
    end
  end
end

def package_ns(directory)
  $LOAD_PATH.unshift(directory)
  require "prap"
  rules = Prap::Rulebook.new(programme: :ipes, calendar: Prap::Calendar.built_in(:england_and_wales))
  best_ns do
    engine = Prap::Engine.new(rules, Prap::MemoryStore.new)
    CASES.times do |i|
      LIFE.each do |event, on, facts|
        answer = engine.submit(case: "R-#{i}", event: event, on: on, programme: :ipes, facts: facts)
        answer.permitted? or abort "prap: #{event} is refused"
      end
    end
  end
end

as_json = ARGV.delete("--json")
directory = ARGV.fetch(0) { abort "usage: peer-state-machines.rb [--json] PACKAGE_DIRECTORY" }
{ "peer-ruby-state-machines" => -> { state_machines_ns }, "ruby-submit" => -> { package_ns(directory) } }
  .each do |bench, measure|
    ns = measure.call
    puts as_json ? JSON.generate({ bench: bench, ns_per_op: ns }) : format("%-26s %10d ns", bench, ns)
  rescue LoadError => error
    warn "#{bench}: #{error.message}"
  end
