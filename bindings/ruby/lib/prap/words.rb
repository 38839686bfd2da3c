# frozen_string_literal: true

# Looking up words. In Ruby a word is its Symbol with underscores (:pre_work); in JSON and in rule texts it is
# its kebab-case name ("pre-work"). Both spellings, and a Word itself, are understood wherever a word is asked
# for.
module Prap
  class Word
    # The word as Ruby spells it: :pre_work.
    def to_sym = name.tr("-", "_").to_sym
  end

  # A kind's words by name and by number, and its symbols by number.
  Index = Struct.new(:by_name, :by_number, :symbols)
  private_constant :Index

  INDEX = WORDS.transform_values do |words|
    Index.new(words.to_h { |word| [word.name, word] }.freeze,
              words.to_h { |word| [word.number, word] }.freeze,
              words.to_h { |word| [word.number, word.to_sym] }.freeze).freeze
  end.freeze
  private_constant :INDEX

  # The word of a kind (:state, :event, :fact …), by Symbol, String, permanent number or Word; nil when there
  # is none.
  def self.word(kind, wanted)
    index = INDEX.fetch(kind)
    case wanted
    when Word then wanted if wanted.kind == kind
    when Integer then index.by_number[wanted]
    when Symbol then index.by_name[wanted.name.tr("_", "-")] || index.by_name[wanted.name]
    when String then index.by_name[wanted]
    end
  end

  # The Symbol of a word's number, nil when there is no such word.
  def self.symbol(kind, number) = INDEX.fetch(kind).symbols[number]

  # The kebab-case name that JSON uses, from a Symbol of this kind; nil stays nil.
  def self.name_of(kind, symbol) = symbol && word(kind, symbol).name
  private_class_method :name_of
end
