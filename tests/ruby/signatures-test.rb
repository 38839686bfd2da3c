# frozen_string_literal: true

require_relative "helper"
require "rbs"

# The RBS signatures: valid by themselves, and naming exactly the public methods that there are.
class SignaturesTest < Minitest::Test
  DIRECTORY = ENV.fetch("PRAP_RUBY_SIG", File.expand_path("../../bindings/ruby/sig", __dir__))
  PRIVATE = %i[Native Check GovUK Overlays StoreAdapter AnswerFields Asking AskingFields EvidenceFields Desk Extract].freeze

  LIBRARIES = %w[date json pathname].freeze

  # Reading Ruby's own signatures takes a second, so all tests share them.
  def self.environment
    @environment ||= begin
      loader = RBS::EnvironmentLoader.new
      loader.add(path: Pathname(DIRECTORY))
      LIBRARIES.each { |library| loader.add(library: library, version: nil) }
      RBS::Environment.from_loader(loader).resolve_type_names
    end
  end

  def self.builder = @builder ||= RBS::DefinitionBuilder.new(env: environment)

  def environment = self.class.environment

  def builder = self.class.builder

  def type_name(name) = TypeName(name.start_with?("::") ? name : "::#{name}")

  # Every module and class of Prap that a user can name.
  def modules
    found = Prap.constants.map { |name| Prap.const_get(name) }.grep(Module)
    found.reject { |it| PRIVATE.any? { |name| it.name == "Prap::#{name}" } }.unshift(Prap)
  end

  def own(methods, owner) = methods.select { |_, method| method.defined_in&.to_s == "::#{owner.name}" }.keys

  # What Struct makes is no declaration of ours.
  GIVEN_BY_STRUCT = %i[new [] members inspect keyword_init?].freeze

  def public_methods_of(it)
    struct = it.is_a?(Class) && it < Struct
    methods = it.public_instance_methods(false) | (it.private_instance_methods(false) & [:initialize])
    methods -= it.members.map { |member| :"#{member}=" } if struct
    methods.sort
  end

  def public_singleton_methods_of(it)
    (it.singleton_class.public_instance_methods(false) - GIVEN_BY_STRUCT - %i[yaml_tag]).sort
  end

  def test_every_signature_is_valid
    environment.class_decls.each_key do |name|
      next unless name.to_s.start_with?("::Prap")

      assert builder.build_instance(name)
      assert builder.build_singleton(name)
    end
    validate = "require 'rbs'; require 'rbs/cli'; RBS::CLI.new(stdout: $stdout, stderr: $stderr).run(ARGV)"
    libraries = LIBRARIES.flat_map { |library| ["-r", library] }
    assert system(RbConfig.ruby, "-e", validate, "--", "-I", DIRECTORY, *libraries, "validate", "--silent")
  end

  def test_every_public_method_has_a_signature_and_every_signature_a_method
    modules.each do |it|
      declared = own(builder.build_instance(type_name(it.name)).methods, it)
      struct = it.is_a?(Class) && it < Struct
      declared -= it.members.map { |member| :"#{member}=" } if struct
      assert_equal public_methods_of(it), declared.sort, "#{it}: instance methods"
      singleton = own(builder.build_singleton(type_name(it.name)).methods, it) - [:new]
      assert_equal public_singleton_methods_of(it), singleton.sort, "#{it}: singleton methods"
    end
  end

  def test_every_constant_that_can_be_named_is_declared
    names = environment.class_decls.keys + environment.constant_decls.keys
    declared = names.filter_map { |name| name.to_s[/\A::Prap::(\w+)\z/, 1]&.to_sym }
    assert_equal Prap.constants.sort, declared.sort
  end

  # Keywords and positional arguments too, as far as Ruby tells.
  def test_parameters_have_the_declared_names
    modules.grep(Class).reject { |it| it < Struct }.each do |it|
      definition = builder.build_instance(type_name(it.name))
      it.public_instance_methods(false).each do |name|
        method = it.instance_method(name)
        next if method.arity == -1 && method.source_location.nil?

        keys = method.parameters.filter_map { |kind, key| key if %i[key keyreq].include?(kind) }
        definition.methods.fetch(name).method_types.each do |type|
          declared = type.type.required_keywords.keys + type.type.optional_keywords.keys
          assert_equal keys.sort, declared.sort, "#{it}##{name}"
        end
      end
    end
  end

  def test_the_signatures_name_the_words_of_the_vocabulary
    assert_equal Prap::WORDS[:verdict].map(&:to_sym).sort, literals_of("verdict")
    assert_equal Prap::WORDS[:feed].map(&:to_sym).sort, literals_of("feed")
    outcomes = literals_of("outcome") + literals_of("failure")
    outcomes.each { |symbol| refute_nil Prap.word(:status, symbol), symbol.to_s }
  end

  def literals_of(name)
    types = environment.alias_decls.fetch(type_name("Prap::#{name}")).decl.type.types
    types.grep(RBS::Types::Literal).map(&:literal).sort
  end
end
