# frozen_string_literal: true

require_relative "helper"
require "open3"

# A checker that cannot fail proves nothing: the two of this directory, each given something wrong.
class CheckersTest < Minitest::Test
  LIB = File.dirname($LOADED_FEATURES.grep(%r{/prap\.rb\z}).first)
  SCENARIO = <<~LINES
    {"scenario":"one line that is right","source":"rules.md D-01"}
    {"id":"e1","case":"A1","programme":"ipes","event":"referral-received","on":"2023-05-05","made":"2023-05-05","expect":{"stage":"received","rules":[],"deadlines":{"ack":{"due":"2023-05-09"}}}}
    {"id":"e2","case":"A1","event":"accept","on":"5 May","expect":{"error":"day-form","field":"on"}}
  LINES

  def ruby(*arguments, env: {}) = Open3.capture2e(env, RbConfig.ruby, "-I", LIB, *arguments)

  def run_scenario(scenario, golden)
    Dir.mktmpdir do |directory|
      %w[scenarios golden].zip([scenario, golden]).each do |name, text|
        Dir.mkdir(File.join(directory, name))
        File.write(File.join(directory, name, "one.jsonl"), text)
      end
      output, status = ruby(File.join(__dir__, "run-scenarios.rb"), File.join(directory, "scenarios"), File.join(directory, "golden"))
      [output.force_encoding("UTF-8"), status.success?]
    end
  end

  # The answers that the right scenario gets, taken from what the runner says it got.
  def golden
    @golden ||= run_scenario(SCENARIO, "").first.scan(/^  answer (.*)$/).flatten.map { |line| "#{line}\n" }.join
  end

  def test_the_scenario_runner_passes_what_is_right
    assert_equal 2, golden.lines.size
    output, passed = run_scenario(SCENARIO, golden)
    assert passed, output
  end

  def test_the_scenario_runner_notices_what_is_wrong
    [[SCENARIO.sub("received\",\"rules", "accepted\",\"rules"), golden], [SCENARIO.sub("2023-05-09", "2023-05-10"), golden],
     [SCENARIO.sub('"rules":[]', '"rules":["IPES-3.22"]'), golden], [SCENARIO.sub("day-form\"", "day\""), golden],
     [SCENARIO.sub('"field":"on"', '"field":"at"'), golden], [SCENARIO.sub('"stage":"received"', '"stages":"received"'), golden],
     [SCENARIO.sub(/,"expect":{"error.*/, "}"), golden], [SCENARIO, golden.sub("2023-05-09", "2023-05-10")],
     [SCENARIO, golden.lines.first], [SCENARIO, "#{golden}{}\n"], [SCENARIO, golden.sub(",", ", ")]].each do |scenario, lines|
      output, passed = run_scenario(scenario, lines)
      refute passed, "#{scenario}#{lines}"
      assert_match(/one\.jsonl:\d+: /, output)
    end
  end

  SIGNATURES = File.expand_path("../../bindings/ruby/sig", __dir__)

  def test_the_signatures_test_notices_what_is_wrong
    { "def sweep:" => "def sweeps:", "?within_days:" => "?within:", "-> SweepReport" => "-> Report" }.each do |from, to|
      Dir.mktmpdir do |directory|
        Dir[File.join(SIGNATURES, "*.rbs")].each do |path|
          File.write(File.join(directory, File.basename(path)), File.read(path, encoding: "UTF-8").sub(from, to))
        end
        _, status = ruby(File.join(__dir__, "signatures-test.rb"), env: { "PRAP_RUBY_SIG" => directory })
        refute_predicate status, :success?, to
      end
    end
  end
end
