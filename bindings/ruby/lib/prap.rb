# frozen_string_literal: true

# libprap for Ruby: the DWP provider guidance (Provider Referrals and Payments) as questions and answers.
#
#   store  = Prap::SQLiteStore.open("caseload.db")
#   rules  = Prap::Rulebook.new(programme: :ipes, calendar: Prap::Calendar.built_in(:england_and_wales))
#   engine = Prap::Engine.new(rules, store)
#   answer = engine.submit(case: "A1", event: :accept, on: Date.new(2023, 5, 9))
#   answer.verdict               # => :permitted, :refused, :undecided or :text_silent
#   answer.reasons.map(&:rule)   # => ["IPES-3.23-N1"]
#
# Days are Dates, words are Symbols (:pre_work for "pre-work"), whole numbers Integers, identifiers Strings. A
# refusal is an Answer; what could not be answered raises Prap::Error. Nothing here reads a clock. The library
# is linked into the extension, so nothing else needs to be installed.
#
# The guidance is Crown copyright under the Open Government Licence v3.0. Not legal advice, and not the DWP's.
module Prap
end

require "date"
require "json"
require "monitor"
require "prap/prap_ext"
require "prap/vocabulary"
require "prap/words"
require "prap/error"
require "prap/check"
require "prap/overlays"
require "prap/gov_uk"
require "prap/calendar"
require "prap/walks"
require "prap/days"
require "prap/dates"
require "prap/catalogue"
require "prap/guidance"
require "prap/moves"
require "prap/supplement"
require "prap/rulebook"
require "prap/redaction"
require "prap/answer"
require "prap/answer_fields"
require "prap/asking"
require "prap/store"
require "prap/memory_store"
require "prap/sqlite_store"
require "prap/postgresql_store"
require "prap/engine"
require "prap/due_list"
require "prap/evidence"
require "prap/measures"
require "prap/caseload"
require "prap/person"
require "prap/verifier"
require "prap/call"
require "prap/desk"
require "prap/forms"
require "prap/services"
require "prap/earnings"
require "prap/extract"
require "prap/data_protection"
require "prap/conformance"
require "prap/retention"
require "prap/input"
require "prap/call_input"

module Prap
  private_constant :CaseloadFields, :Native, :Check, :Dates, :GovUK, :Overlays, :StoreAdapter, :AnswerFields, :Asking, :AskingFields,
                   :Redaction, :EarningsFields, :SupplementIn, :EvidenceFields, :RetentionFields, :ConformanceStores, :CallFields, :Desk, :Secrets, :Extract,
                   :Forms, :Services, :DataProtectionFields, :DueList
end
