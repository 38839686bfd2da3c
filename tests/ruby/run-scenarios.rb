# frozen_string_literal: true

# Puts scenario files through the Ruby face over a store written in Ruby, and compares what comes back with
# what each line expects, and with the golden bytes that the C API, the command and Python give too.
#
#   run-scenarios.rb SCENARIOS-DIRECTORY GOLDEN-DIRECTORY    exit 1 when anything differs
#
# tests/scenarios/README.md says what a scenario file is.
require "prap"

class Scenario
  PLAIN = %w[verdict stage feed version missing outside].freeze
  COLUMNS = { "rules" => %w[reasons rule], "notices" => %w[notices notice] }.freeze

  attr_reader :failures

  def initialize(path, golden)
    @name = File.basename(path)
    @lines = File.readlines(path, chomp: true, encoding: "UTF-8")
    @golden = File.readlines(golden, chomp: true, encoding: "UTF-8")
    @failures = 0
  end

  def run
    header = JSON.parse(@lines.shift)
    calendar = Prap::Calendar.built_in(:england_and_wales)
    settings = header.fetch("policies", {})
    supplement = Prap::Supplement.parse(header.fetch("supplement", {}))
    rulebooks = %i[ipes whp jets erasure email].map do |programme|
      Prap::Rulebook.new(programme: programme, calendar: calendar, settings: settings, supplement: supplement)
    end
    @engine = Prap::Engine.new(rulebooks, Prap::MemoryStore.new)
    @lines.each.with_index(1) { |line, number| run_line(line, number) }
    differ(@lines.size, "golden lines", @golden.size, @lines.size)
    self
  end

  private

  def run_line(line, number)
    input = JSON.parse(line)
    expected = input.delete("expect")
    answer = answer_to(input, number)
    fail_with(number, "nothing is expected, so nothing is tested") if expected.nil?
    compare(expected || {}, JSON.parse(answer), number)
    golden = @golden[number - 1]
    fail_with(number, "golden differs\n  golden #{golden}\n  answer #{answer}") if golden != answer
  end

  # The bytes of the answer. Messages are for people and are not compared.
  def answer_to(input, number)
    @engine.submit(**Prap::Input.parse(JSON.generate(input))).to_json
  rescue Prap::Error => error
    line = JSON.parse(error.to_json(line: number, id: Prap::Input.echo(input)))
    line["error"].delete("message")
    JSON.generate(line)
  end

  def compare(expected, answer, number)
    error = answer.fetch("error", {})
    differ(number, "error", nil, error["code"]) if error.any? && !expected.key?("error")
    expected.each do |key, value|
      case key
      when *PLAIN then differ(number, key, value, answer[key])
      when *COLUMNS.keys then differ(number, key, value, column(answer, *COLUMNS[key]))
      when "deadlines" then compare_deadlines(value, answer, number)
      when "error", "field" then differ(number, key, value, error[key == "error" ? "code" : key])
      else fail_with(number, "a line cannot expect #{key.inspect}")
      end
    end
  end

  def column(answer, list, member) = answer.fetch(list, []).map { |row| row[member] }

  def compare_deadlines(expected, answer, number)
    found = answer.fetch("deadlines", []).to_h { |row| [row["deadline"], row] }
    expected.each do |name, members|
      members.each do |member, value|
        differ(number, "deadline #{name}, #{member}", value, found.dig(name, member))
      end
    end
  end

  def differ(number, what, expected, found)
    fail_with(number, "#{what}: expected #{expected.inspect}, got #{found.inspect}") if expected != found
  end

  def fail_with(number, what)
    puts "#{@name}:#{number + 1}: #{what}"
    @failures += 1
  end
end

abort "usage: run-scenarios.rb SCENARIOS-DIRECTORY GOLDEN-DIRECTORY" unless ARGV.size == 2
scenarios, golden = ARGV
files = Dir[File.join(scenarios, "**", "*.jsonl")].sort
abort "there are no scenarios in #{scenarios}" if files.empty?
failures = files.sum { |path| Scenario.new(path, File.join(golden, path.delete_prefix(scenarios))).run.failures }
puts "#{files.size} scenario files, #{failures} failures"
exit(failures.zero? ? 0 : 1)
