# frozen_string_literal: true

# What the guidance is: its documents and their dates, where it is unclear, which policies choose, whom it
# names. A library built without prose has "" where a sentence would stand.
module Prap
  # A document. first_day, last_day: the Dates between which its text counts, nil where none is known. state:
  # what it says of its dates. policy: the setting that gives them ("P-…"), or nil.
  Document = Struct.new(:name, :first_day, :last_day, :state, :policy, keyword_init: true) do
    # @api private
    def self.from(found)
      new(**found, first_day: Check.date(found[:first_day]), last_day: Check.date(found[:last_day])).freeze
    end
  end

  # Where the guidance is unclear or contradicts itself. id: "AMB-44". concerns, policy: as the catalogue
  # writes them. unclear, readings, recommended: sentences. rules: ids. policies: names; none when one reading
  # is built in.
  Ambiguity = Struct.new(:number, :id, :concerns, :unclear, :readings, :recommended, :policy, :rules,
                         :policies, keyword_init: true) do
    # @api private
    def self.from(found) = new(**found).freeze
  end

  # A policy as the catalogue writes it. policy: the Symbol that a Rulebook takes, nil when nothing in this
  # version decides by it. ambiguity, rule: ids of what it serves, or nil.
  CataloguePolicy = Struct.new(:number, :name, :policy, :default, :alternatives, :serves, :ambiguity, :rule,
                               keyword_init: true) do
    # @api private
    def self.from(found) = new(**found, policy: Prap.symbol(:policy, found[:policy])).freeze
  end

  # A contact as the guidance prints it. status: :printed, :redacted, :missing, :superseded, :host_supplies:
  # look at it before using one (AMB-84). role, note: sentences. rules: ids of where it is printed.
  Contact = Struct.new(:number, :status, :id, :printed, :where, :role, :note, :rules, keyword_init: true) do
    # @api private
    def self.from(found) = new(**found, status: Prap.symbol(:contact_status, found[:status])).freeze
  end

  # Every document in the catalogue's order; and the one of a name such as "IPES", or nil.
  def self.documents = rows(:document_at, Document)
  def self.document(name) = row(:document, name, Document)

  # Every ambiguity in the catalogue's order; and the one of an id such as "AMB-44", or nil.
  def self.ambiguities = rows(:ambiguity_at, Ambiguity)
  def self.ambiguity(id) = row(:ambiguity, id, Ambiguity)

  # Every policy of the catalogue, decided by or not; and the one of a name such as "P-LATE-ACK", or nil.
  def self.catalogue_policies = rows(:catalogue_policy_at, CataloguePolicy)
  def self.catalogue_policy(name) = row(:catalogue_policy, name, CataloguePolicy)

  # Every contact in the catalogue's order; and the one of an id such as "post-helpline", or nil.
  def self.contacts = rows(:contact_at, Contact)
  def self.contact(id) = row(:contact, id, Contact)

  # The rows that a native method numbers from 0.
  def self.rows(method, kind)
    found = (0..).lazy.map { |i| Native.public_send(method, i) }.take_while(&:itself)
    found.map { |row| kind.from(row) }.to_a
  end

  def self.row(method, name, kind)
    found = Native.public_send(method, Check.text(name, method.name).to_s)
    found && kind.from(found)
  end
  private_class_method :rows, :row
end
