# frozen_string_literal: true

module Prap
  # One rule of the guidance. id: "IPES-3.23-N1". document, kind, software: Symbols. paragraph: as the
  # document numbers it. lines: Range of 1-based lines of the seed file. text: the statement in our own words.
  Rule = Struct.new(:number, :id, :document, :kind, :software, :paragraph, :lines, :text,
                    keyword_init: true) do
    # @api private
    def self.from(found)
      new(number: found[:number], id: found[:id], document: Prap.word(:document, found[:document]).name,
          kind: Prap.word(:kind, found[:kind]).name, software: Prap.symbol(:software, found[:software]),
          lines: found[:first_line]..found[:last_line], paragraph: found[:paragraph],
          text: found[:text]).freeze
    end
  end

  # A policy setting's room for choice. name: Symbol. default: Symbol or Integer. choices: Symbols, or the
  # Range of a number. catalogue_name: "P-LATE-ACK". serves: the ambiguity that it settles, "AMB-44".
  Policy = Struct.new(:name, :default, :choices, :catalogue_name, :serves, keyword_init: true)

  # The rule with an id, or nil.
  def self.rule(id)
    found = Native.rule(Check.text(id, "rule").to_s)
    found && Rule.from(found)
  end

  # Every rule in document order, an Array.
  def self.rules
    (0..).lazy.map { |i| Native.rule_at(i) }.take_while(&:itself).map { |found| Rule.from(found) }.to_a
  end

  # What may be set in a Rulebook, in table order: an Array of Policy.
  def self.policies
    WORDS[:policy].map do |word|
      found = Native.policy(word.number)
      choices = found[:choices].map { |choice| symbol(:choice, choice) }
      Policy.new(name: word.to_sym, default: setting_value(word.number, found[:default]),
                 choices: choices.empty? ? range_of(word.number, found) : choices.freeze,
                 catalogue_name: found[:catalogue_name], serves: found[:serves]).freeze
    end
  end

  # A setting as the library stores it: Symbol, Integer, or Date for a policy whose range is of days.
  def self.setting_value(policy, value)
    found = Native.policy(policy)
    return Check.date(value) if found[:lowest].negative?

    found[:choices].empty? ? value : symbol(:choice, value)
  end

  def self.range_of(policy, found) = setting_value(policy, found[:lowest])..setting_value(policy, found[:highest])
  private_class_method :range_of

  # The computation of rules.md section 3 that a deadline follows, "D-01"; nil when it has none.
  def self.computation(deadline) = Native.computation(Check.word(:deadline, deadline, "deadline"))

  # "0.1.0", of the library that is linked in.
  def self.library_version = Native.library.first

  # 8 hex digits over every word and rule: equal digits, equal rows.
  def self.rules_identity = Native.library.last
end
