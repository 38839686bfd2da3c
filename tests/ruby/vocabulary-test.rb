# frozen_string_literal: true

require_relative "helper"

# The printed words against those of the library that is linked in.
class VocabularyTest < Minitest::Test
  include Helper

  # PRAP_WORDS_* as include/prap/vocabulary.h numbers them, read from the header so that they are typed once.
  def kinds
    header = File.read(File.expand_path("../../include/prap/vocabulary.h", __dir__), encoding: "UTF-8")
    found = header.scan(/^\s*PRAP_WORDS_([A-Z0-9_]+)\s*=\s*(\d+)/)
    found.to_h { |name, number| [name.downcase.to_sym, number.to_i] }
  end

  def native = Prap.module_eval("Native", __FILE__, __LINE__)

  def test_every_word_of_the_loaded_library_is_printed_and_no_other
    assert_equal kinds.keys.sort, (Prap::WORDS.keys - [:status]).sort
    kinds.each do |kind, number|
      loaded = native.words(number).map { |row| row.first(3) }
      assert_equal loaded, Prap::WORDS[kind].map { |word| [word.number, word.name, word.meaning] }, kind.to_s
    end
  end

  def test_every_status_of_the_loaded_library_is_printed_and_no_other
    loaded = (-1..300).filter_map { |number| native.status(number)&.first(2)&.unshift(number) }
    assert_equal loaded, Prap::WORDS[:status].map { |word| [word.number, word.name, word.meaning] }
  end

  def test_each_class_of_status_has_its_exception
    classes = { "retry" => Prap::HostError, "type" => Prap::CallerError, "damaged" => Prap::DataError,
                "limit" => Prap::LimitError, "struct-size" => Prap::AbiError, "bug" => Prap::BugError }
    classes.each do |code, expected|
      number = Prap.word(:status, code).number
      error = Prap::Error.for_status(number, "on", nil)
      assert_instance_of expected, error
      assert_equal [number, code, "on", Prap.word(:status, code).meaning],
                   [error.status, error.code, error.field, error.message]
    end
    Prap::WORDS[:status].drop(1).each do |word|
      assert_includes classes.values, Prap::Error.for_status(word.number, "", nil).class
    end
    assert_instance_of Prap::BugError, Prap::Error.for_status(299, "", nil)
  end

  def test_words_are_found_by_any_spelling
    word = Prap.word(:state, :pre_work)
    assert_equal [:state, 40, "pre-work", :pre_work, "pre-work"],
                 [word.kind, word.number, word.name, word.to_sym, word.to_s]
    [:"pre-work", "pre-work", 40, word].each { |spelling| assert_same word, Prap.word(:state, spelling) }
    assert_nil Prap.word(:state, "pre_work")
    assert_nil Prap.word(:state, :nothing)
    assert_nil Prap.word(:event, word)
    assert_raises(KeyError) { Prap.word(:colour, :red) }
    assert_equal :pre_work, Prap.symbol(:state, 40)
    assert_nil Prap.symbol(:state, 41)
  end

  def test_the_catalogue_cites_paragraphs_and_lines
    rule = Prap.rule("IPES-3.22")
    assert_equal ["IPES-3.22", "IPES", "3.22"], [rule.id, rule.document, rule.paragraph]
    assert_kind_of Range, rule.lines
    refute_empty rule.text
    assert_nil Prap.rule("IPES-9.99")
    assert_code("type", "rule") { Prap.rule(322) }
    assert_operator Prap.rules.size, :>, 600
    assert_equal Prap.rules.map(&:id).uniq.size, Prap.rules.size
  end

  def test_the_guidance_has_its_documents_and_doubts
    assert_equal Prap::WORDS[:document].map(&:name), Prap.documents.map(&:name)
    assert_equal day("2023-05-10"), Prap.document("IPES").first_day
    doubt = Prap.ambiguity("AMB-44")
    assert_equal [44, ["IPES-3.23-N1"], ["P-LATE-ACK"]], [doubt.number, doubt.rules, doubt.policies]
    choice = Prap.catalogue_policy("P-LATE-ACK")
    assert_equal [:late_ack, "REFUSE", "AMB-44", nil],
                 [choice.policy, choice.default, choice.ambiguity, choice.rule]
    contact = Prap.contact("post-helpline")
    assert_equal [:printed, contact], [contact.status, Prap.contacts.first]
    refute_empty contact.rules
    assert_nil Prap.document("X")
    assert_nil Prap.ambiguity("AMB-0")
    assert_nil Prap.catalogue_policy("P-TEA")
    assert_nil Prap.contact("nobody")
    assert_code("type", "ambiguity") { Prap.ambiguity(44) }
  end

  # Every row that names another one names one that there is.
  def test_the_rows_of_the_guidance_point_at_each_other
    rules = Prap.rules.map(&:id)
    policies = Prap.catalogue_policies.map(&:name)
    assert_empty Prap.ambiguities.flat_map(&:rules) - rules
    assert_empty Prap.ambiguities.flat_map(&:policies) - policies
    assert_empty Prap.contacts.flat_map(&:rules) - rules
    assert_empty Prap.documents.filter_map(&:policy) - policies
    assert_equal Prap.policies.map(&:name).sort, Prap.catalogue_policies.filter_map(&:policy).sort
  end

  def test_policies_say_what_may_be_chosen
    policies = Prap.policies.to_h { |policy| [policy.name, policy] }
    assert_equal Prap::WORDS[:policy].map(&:to_sym), policies.keys
    assert_equal [:refuse, "P-LATE-ACK"], [policies[:late_ack].default, policies[:late_ack].catalogue_name]
    assert_includes policies[:late_ack].choices, :allow_with_breach
    assert_kind_of Range, policies[:min_attempts].choices
    assert_includes policies[:min_attempts].choices, policies[:min_attempts].default
  end

  def test_moves_are_the_rows_of_the_table
    rows = Prap.moves(:ipes)
    assert_equal rows, Prap.moves("ipes")
    accept = rows.find { |row| row.event == :accept && row.to }
    assert_equal [[:received], :accepted], [accept.from, accept.to]
    assert_includes accept.id, "T-I-11"
    assert_includes accept.guards, :acknowledgement_passed
    died = rows.find { |row| row.value == 43 }
    assert_equal %i[code left closed], [died.fact, died.to, died.feed]
    asked = rows.select { |row| row.policy == :cancel_effect }
    assert_equal %i[immediate on_confirmation], asked.map(&:choice).uniq.sort
    assert_includes asked.map(&:value), :no_contact
    assert(rows.any? { |row| row.event.nil? && row.forbidden })
    rows.each do |row|
      refute_empty row.from
      refute_empty row.id
      refute_empty row.guards if row.forbidden
      assert_nil row.to if row.forbidden
      assert_equal [row.fact.nil?, row.policy.nil?], [row.value.nil?, row.choice.nil?]
    end
    stopped = rows.find { |row| row.event == :mappa_disclosed && row.sets.any? }
    assert_includes Prap::WORDS[:mappa].map(&:to_sym), stopped.sets[:mappa]
    assert(rows.any? { |row| row.stands == { channel: :clerical } })
  end

  def test_moves_of_what_is_no_programme
    assert_code("unknown-word", "programme") { Prap.moves(:tea) }
    assert_code("type", "programme") { Prap.moves(1) }
    assert_empty native.moves(999)
  end

  def test_the_library_says_which_it_is
    assert_match(/\A\d+\.\d+\.\d+\z/, Prap.library_version)
    assert_match(/\A[0-9a-f]{8}\z/, Prap.rules_identity)
    assert_match(/\AD-\d\d\z/, Prap.computation(:ack))
    assert_code("unknown-word", "deadline") { Prap.computation(:tea_time) }
  end
end
