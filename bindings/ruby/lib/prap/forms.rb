# frozen_string_literal: true

module Prap
  # A field of a form: fact, need, type: Symbols; personal: is it about a person; rule: String; text: what it is.
  FormField = Struct.new(:fact, :need, :personal, :type, :rule, :text, keyword_init: true)

  # Where a form goes. programmes: Array of Symbols; occasion: Symbol, or nil for any; to, means, when: Symbols. contact:
  # the id of the printed address, or nil; Prap.contact says whether it is still of use.
  FormRoute = Struct.new(:programmes, :occasion, :rule, :to, :contact, :means, :when, keyword_init: true)

  # A form of the documents. programmes is empty for those of Provider Direct, which is the Work Programme's. printed: how
  # far the documents print what it holds. record: what it is kept as, or nil. copies: the id of the contact that has some.
  FormKind = Struct.new(:form, :title, :aliases, :rule, :programmes, :by, :printed, :own_template, :record, :copies,
                        :routes, :fields, keyword_init: true)

  # Why, and what to do (cure, or nil). finding, severity: Symbols; fact, form (the one that is right instead), policy:
  # Symbols or nil. contact: the id of the printed address, or nil. day: Date or nil.
  FormReason = Struct.new(:finding, :rule, :severity, :fact, :form, :policy, :contact, :day, :text, :cure,
                          keyword_init: true) do
    # @api private
    def self.from(found)
      word = Prap.word(:form_finding, found[:finding])
      kinds = { severity: :severity, fact: :form_fact, form: :form, policy: :policy }
      words = kinds.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] }
      new(finding: word.to_sym, **words, **found.slice(:rule, :contact, :cure), day: Check.date(found[:day]),
          text: word.meaning).freeze
    end

    # @api private
    def fields
      { finding: AnswerFields.name(:form_finding, finding), rule: rule, severity: AnswerFields.name(:severity, severity),
        fact: AnswerFields.name(:form_fact, fact), form: AnswerFields.name(:form, form),
        policy: AnswerFields.name(:policy, policy), contact: contact, day: day&.iso8601, text: text, cure: cure }.compact
    end
  end

  # What is answered. outcome: Symbol that says it in a word; verdict: :refused when a finding forbids it to go, :undecided
  # when a fact is wanting, else :permitted. complete: :yes, :no, or :unknown, which it also is where the documents print
  # only part of the form. What the form does not come to is nil; the members are those of prap_form_answer in
  # prap/form.h; days are Dates.
  FormAnswer = Struct.new(:form, :programme, :on, :outcome, :verdict, :complete, :n_missing, :n_unknown, :to, :contact,
                          :contact_status, :means, :when, :due, :prudent, :plan_by, :late, :record, :retention,
                          :keep_until, :findings, :id, keyword_init: true) do
    # The facts that leave it undecided, in their order, each once: Array of Symbols.
    def missing = findings.select { |one| one.severity == :undecided }.filter_map(&:fact).uniq

    # The first finding of a name, or nil. Raises Prap::CallerError "unknown-word", "type".
    def finding(name)
      wanted = Prap.symbol(:form_finding, Check.word(:form_finding, name, "finding"))
      findings.find { |one| one.finding == wanted }
    end

    # The line that `prap form` prints. redact: as with --redact.
    def to_json(*_state, redact: false) = Redaction.line(Forms.line(self), redact)
  end

  # Every form that the documents name, in the order of the vocabulary: Array of FormKind.
  def self.forms = WORDS[:form].map { |word| Forms.kind(Native.form_at(word.number)) }

  # The form of a name (:whp07), a title or another name that the documents have for it ("WHPERJ1"), in capitals or not.
  # Raises Prap::CallerError "unknown-word", "type".
  def self.form_kind(name) = Forms.kind(Native.form_at(Forms.number(name)))

  # Whether a question about a form takes a fact. Raises Prap::CallerError "unknown-word", "type".
  def self.form_takes?(form, fact) = Native.form_takes(Forms.number(form), Check.word(:form_fact, fact, "fact"))

  # Is this form complete, may it go, by when, to whom, and how long is it kept? (rules.md 1.2, 1.4, X-52)
  #
  # form: as form_kind takes it; on: the day asked about, a Date. The other keywords are facts of WORDS[:form_fact], which
  # say which fields are filled in and how things stand: true, false, a number, a Date, a word, or :unknown. programme: nil
  # for the Work Programme's. own_contacts: ids of contacts for which you have an address of your own. calendar, settings:
  # as compute takes them; :exit_min_words and :pay5 decide. id: only repeated. Nothing says what a field holds.
  #
  # Raises Prap::CallerError "unknown-word", "type", "range" (also for a fact that the form does not take), "day",
  # "required"; Prap::DataError "coverage"; Prap::InputError "unknown-field".
  def self.form(form, on:, programme: nil, own_contacts: [], calendar: Calendar.built_in(:england_and_wales),
                settings: {}, id: nil, **facts)
    Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
    number = Forms.number(form)
    of = Check.word(:programme, programme, "programme")
    head = [number, of, Check.day!(on, "on"), Forms.own(own_contacts)]
    found = Native.form_ask(calendar, Dates.settings(settings), head, Forms.facts(facts))
    Forms.answer(found, symbol(:form, number), symbol(:programme, of), on, id)
  end

  # @api private
  module Forms
    FACT_TYPES = Native.words(Native::FORM_FACTS).to_h { |number, *, detail, _| [number, Prap.symbol(:fact_type, detail)] }.freeze
    OPTION_FACTS = Native.words(Native::FORM_OPTIONS).to_h { |number, *, detail, _| [number, detail] }.freeze
    WORD_KINDS = { outcome: :form_outcome, verdict: :verdict, complete: :value, to: :recipient,
                   contact_status: :contact_status, means: :means, when: :notice_due, record: :record,
                   retention: :retention }.freeze
    DAYS = %i[due prudent plan_by keep_until].freeze

    module_function

    def number(name)
      return Check.word(:form, name, "form") if name.is_a?(Word)

      Check.refuse("type", "form") unless name.is_a?(Symbol) || name.is_a?(String)
      found = Native.form_find(name.is_a?(Symbol) ? name.name.tr("_", "-") : Check.text(name, "form"))
      found.zero? ? Check.refuse("unknown-word", "form") : found
    end

    def programmes(bits) = WORDS[:programme].select { |word| bits[word.number - 1] == 1 }.map(&:to_sym)

    def kind(found)
      words = { form: :form, by: :actor, printed: :fields, own_template: :own_template, record: :record }
      words = words.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] }
      FormKind.new(**found, **words, programmes: programmes(found[:programmes]),
                                     routes: found[:routes].map { |row| route(row) },
                                     fields: found[:fields].map { |row| field(row) }).freeze
    end

    def route(found)
      words = { occasion: :form_option, to: :recipient, means: :means, when: :notice_due }
      FormRoute.new(**found, **words.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] },
                             programmes: programmes(found[:programmes])).freeze
    end

    def field(found)
      word = Prap.word(:form_fact, found[:fact])
      FormField.new(**found, fact: word.to_sym, need: Prap.symbol(:need, found[:need]), type: FACT_TYPES[word.number],
                             text: word.meaning).freeze
    end

    def facts(given)
      given.map do |name, value|
        word = name.is_a?(Integer) ? nil : Prap.word(:form_fact, name)
        if word.nil?
          raise InputError.new("there is no such field; Prap::WORDS[:form_fact] lists the facts", code: "unknown-field",
                                                                                                   field: Check.keyword(name))
        end
        [word.number, *value(word, value)]
      end
    end

    def value(fact, value)
      case value
      when Symbol, String, Word then option(fact, value)
      else Check.fact_value(fact, value)
      end
    end

    def option(fact, value)
      return [Check::VALUES[:unknown], 0] if value.to_s == "unknown"

      Check.refuse("type", fact.name) unless FACT_TYPES.fetch(fact.number) == :option
      option = Prap.word(:form_option, value)
      Check.refuse("unknown-word", fact.name) unless option && OPTION_FACTS.fetch(option.number) == fact.number
      [Check::VALUES[:option], option.number]
    end

    def own(ids)
      Check.refuse("type", "own_contacts") unless ids.is_a?(Array)
      ids.sum(0) do |id|
        Check.refuse("type", "own_contacts") unless id.is_a?(String)
        1 << ((Prap.contact(id) || Check.refuse("unknown-word", "own_contacts")).number - 1)
      end
    end

    def answer(found, form, programme, on, id)
      words = WORD_KINDS.to_h { |member, kind| [member, Prap.symbol(kind, found[member])] }
      days = DAYS.to_h { |member| [member, Check.date(found[member])] }
      FormAnswer.new(form: form, programme: programme, on: on, id: id, **words, **days,
                     **found.slice(:contact, :n_missing, :n_unknown, :late),
                     findings: found[:findings].map { |one| FormReason.from(one) }.freeze).freeze
    end

    def line(answer)
      words = WORD_KINDS.to_h { |member, kind| [member, AnswerFields.name(kind, answer[member])] }
      days = DAYS.to_h { |member| [member, answer[member]&.iso8601] }
      counted = answer.complete ? { missing: answer.n_missing, unknown: answer.n_unknown } : {}
      { v: 1, id: answer.id, form: AnswerFields.name(:form, answer.form),
        programme: AnswerFields.name(:programme, answer.programme), on: answer.on.iso8601,
        **words.slice(:outcome, :verdict, :complete), **counted, to: words[:to], contact: answer.contact,
        **words.slice(:contact_status, :means, :when), **days.slice(:due, :prudent, :plan_by), late: answer.late || nil,
        **words.slice(:record, :retention), keep_until: days[:keep_until],
        findings: answer.findings.map(&:fields) }.compact
    end
  end
end
