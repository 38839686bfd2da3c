# frozen_string_literal: true

require_relative "helper"
require "open3"

# A checker that cannot fail proves nothing: the two of this directory, each given something wrong.
class CheckersTest < Minitest::Test
  LIB = File.dirname($LOADED_FEATURES.grep(%r{/prap\.rb\z}).first)
  SCENARIO = <<~LINES
    {"scenario":"one line that is right","source":"rules.md D-01"}
    {"id":"e1","case":"A1","programme":"ipes","event":"referral-received","on":"2023-05-05","expect":\
    {"stage":"received","rules":[],"deadlines":{"ack":{"due":"2023-05-09"}}}}
    {"id":"e2","case":"A1","event":"accept","on":"5 May","expect":{"error":"day-form","field":"on"}}
  LINES

  def ruby(*arguments, env: {}) = Open3.capture2e(env, RbConfig.ruby, "-I", LIB, *arguments)

  def run_scenario(scenario, golden)
    Dir.mktmpdir do |directory|
      %w[scenarios golden].zip([scenario, golden]).each do |name, text|
        Dir.mkdir(File.join(directory, name))
        File.write(File.join(directory, name, "one.jsonl"), text)
      end
      runner = File.join(__dir__, "run-scenarios.rb")
      output, status = ruby(runner, File.join(directory, "scenarios"), File.join(directory, "golden"))
      [output.force_encoding("UTF-8"), status.success?]
    end
  end

  # The answers that the right scenario gets, taken from what the runner says it got.
  def golden
    @golden ||= run_scenario(SCENARIO, "").first.scan(/^  answer (.*\n)/).join
  end

  WRONG_SCENARIOS = [
    ['"stage":"received"', '"stage":"accepted"'], ["2023-05-09", "2023-05-10"],
    ['"rules":[]', '"rules":["IPES-3.22"]'], ['"day-form"', '"day"'], ['"field":"on"', '"field":"at"'],
    ['"stage":"received"', '"stages":"received"'],
    [/,"expect":{"error.*/, "}"]
  ].freeze

  def test_the_scenario_runner_passes_what_is_right
    assert_equal 2, golden.lines.size
    output, passed = run_scenario(SCENARIO, golden)
    assert passed, output
  end

  def test_the_scenario_runner_notices_what_is_wrong
    wrong = WRONG_SCENARIOS.map { |from, to| [SCENARIO.sub(from, to), golden] }
    goldens = [golden.sub("2023-05-09", "2023-05-10"), golden.lines.first, "#{golden}{}\n",
               golden.sub(",", ", ")]
    wrong += goldens.map { |lines| [SCENARIO, lines] }
    wrong.each do |scenario, lines|
      refute_equal [SCENARIO, golden], [scenario, lines]
      output, passed = run_scenario(scenario, lines)
      refute passed, "#{scenario}#{lines}"
      assert_match(/one\.jsonl:\d+: /, output)
    end
  end

  SIGNATURES = File.expand_path("../../bindings/ruby/sig", __dir__)

  def test_the_signatures_test_notices_what_is_wrong
    [%w[sweep: sweeps:], %w[?within_days: ?within:], ["-> SweepReport", "-> Report"]].each do |from, to|
      Dir.mktmpdir do |directory|
        Dir[File.join(SIGNATURES, "*.rbs")].each do |path|
          text = File.read(path, encoding: "UTF-8").sub(from, to)
          File.write(File.join(directory, File.basename(path)), text)
        end
        _, status = ruby(File.join(__dir__, "signatures-test.rb"), env: { "PRAP_RUBY_SIG" => directory })
        refute_predicate status, :success?, to
      end
    end
  end
end
