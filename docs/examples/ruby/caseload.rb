# frozen_string_literal: true

# A caseload of referrals, replayed into an SQLite file; then what is due, what was refused and why, and one
# case.
#
#   ruby -I <build>/bindings/ruby/lib caseload.rb CASELOAD.jsonl [DAY] [CASE]
require "prap"
require "tmpdir"

caseload = ARGV.fetch(0) { abort "usage: caseload.rb CASELOAD.jsonl [DAY] [CASE]" }
as_of = Date.iso8601(ARGV.fetch(1, "2023-05-09"))
case_id = ARGV.fetch(2, "D02-05-entered-late")

# Every line is an event. A refusal is an answer; what could not be answered is an exception, and changed
# nothing.
def replay(engine, path)
  answers = []
  File.foreach(path, chomp: true, encoding: "UTF-8").with_index(1) do |line, number|
    answers << engine.submit(**Prap::Input.parse(line))
  rescue Prap::CallerError => error
    puts "line #{number} was not read: #{[error.field, error.message].compact.join(': ')}"
  end
  answers
end

# What runs for the whole time on the programme would be a list of its own.
ONGOING = %i[allot weekly f2f4].freeze

def print_due(engine, as_of)
  puts "", "Overdue, due and coming within 7 days, as of #{as_of}:"
  engine.due(as_of: as_of, within_days: 7).each do |due|
    clock = due.deadline
    next if ONGOING.include?(clock.deadline)

    columns = [clock.due, clock.status, clock.deadline, due.case_id, clock.rule]
    puts format("  %-10s %-7s %-8s %-28s %s", *columns)
  end
end

def print_refusals(answers, as_of)
  puts "", "Not permitted in the two weeks before, and why:"
  answers.reject(&:permitted?).select { |answer| (as_of - 14..as_of).cover?(answer.as_of) }.each do |answer|
    puts "  #{answer.as_of} #{answer.case_id}: #{answer.verdict}"
    answer.reasons.each { |reason| puts "    #{reason.why} (#{reason.rule})", "    cure: #{reason.cure}" }
  end
end

def print_case(engine, case_id, as_of)
  stands = engine.show(case: case_id, as_of: as_of)
  puts "", "#{case_id} as of #{as_of}: #{stands.stage}"
  stands.history.each do |event|
    puts "  #{event.recorded} #{event.event}#{" on #{event.on}" if event.on != event.recorded}"
  end
  stands.deadlines.each { |clock| puts "  #{clock.deadline} is #{clock.status}: due #{clock.due}" }
end

Dir.mktmpdir do |directory|
  Prap::SQLiteStore.open(File.join(directory, "caseload.db")) do |store|
    rulebook = Prap::Rulebook.new(programme: :ipes, calendar: Prap::Calendar.built_in(:england_and_wales))
    engine = Prap::Engine.new(rulebook, store)
    answers = replay(engine, caseload)
    counts = answers.map(&:verdict).tally.map { |verdict, count| "#{count} #{verdict}" }
    puts "#{answers.size} events of #{answers.map(&:case_id).uniq.size} referrals: #{counts.join(', ')}"
    print_due(engine, as_of)
    print_refusals(answers, as_of)
    print_case(engine, case_id, as_of)
  end
end
