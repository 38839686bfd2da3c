# frozen_string_literal: true

# Puts files of calls through the Ruby face, and compares what comes back with what each line expects, and with the
# golden bytes that the C API, the command and Python give too.
#
#   run-calls.rb CALLS-DIRECTORY GOLDEN-DIRECTORY    exit 1 when anything differs
#
# tests/calls/README.md says what such a file is.
require "prap"

class CallFile
  PLAIN = %w[verdict stage participant standing missing listed left questions row].freeze
  COLUMNS = { "rules" => %w[reasons rule], "reasons" => %w[reasons reason], "earliest" => %w[reasons earliest],
              "reminders" => %w[reminders reminder], "whom" => %w[reminders participant] }.freeze

  attr_reader :failures

  def initialize(path, golden)
    @name = File.basename(path)
    @lines = File.readlines(path, chomp: true, encoding: "UTF-8")
    @golden = File.exist?(golden) ? File.readlines(golden, chomp: true, encoding: "UTF-8") : []
    @calls = {}
    @failures = 0
  end

  def run
    @settings = JSON.parse(@lines.shift).fetch("policies", {})
    @lines.each.with_index(1) { |line, number| run_line(line, number) }
    differ(@lines.size, "golden lines", @golden.size, @lines.size)
    self
  end

  private

  def run_line(line, number)
    input = JSON.parse(line)
    expected = input.delete("expect") || {}
    answer = answer_to(input, number)
    fail_with(number, "nothing is expected, so nothing is tested") if expected.empty?
    compare(expected, JSON.parse(answer), number)
    golden = @golden[number - 1]
    fail_with(number, "golden differs\n  golden #{golden}\n  answer #{answer}") if golden != answer
  end

  # The bytes of the answer. Messages are for people and are not compared.
  def answer_to(input, number)
    line = Prap::CallInput.parse(JSON.generate(input))
    call = @calls[line[:call]] ||= Prap::Call.new(settings: @settings)
    call.submit(line[:event], **line.slice(:participant, :at, :facts)).to_json(**line.slice(:call, :id))
  rescue Prap::Error => error
    found = JSON.parse(error.to_json(line: number, id: Prap::Input.echo(input)))
    found["error"].delete("message")
    JSON.generate(found)
  end

  def compare(expected, answer, number)
    error = answer.fetch("error", {})
    differ(number, "error", nil, error["code"]) if error.any? && !expected.key?("error")
    expected.each do |key, value|
      case key
      when *PLAIN then differ(number, key, value, answer[key])
      when *COLUMNS.keys then differ(number, key, value, column(answer, *COLUMNS[key]))
      when "error", "field" then differ(number, key, value, error[key == "error" ? "code" : key])
      else fail_with(number, "a line cannot expect #{key.inspect}")
      end
    end
  end

  def column(answer, list, member) = answer.fetch(list, []).map { |row| row[member] }

  def differ(number, what, expected, found)
    fail_with(number, "#{what}: expected #{expected.inspect}, got #{found.inspect}") if expected != found
  end

  def fail_with(number, what)
    puts "#{@name}:#{number + 1}: #{what}"
    @failures += 1
  end
end

abort "usage: run-calls.rb CALLS-DIRECTORY GOLDEN-DIRECTORY" unless ARGV.size == 2
calls, golden = ARGV
files = Dir[File.join(calls, "*.jsonl")].sort
abort "there are no calls in #{calls}" if files.empty?
failures = files.sum { |path| CallFile.new(path, File.join(golden, File.basename(path))).run.failures }
puts "#{files.size} files of calls, #{failures} failures"
exit(failures.zero? ? 0 : 1)
