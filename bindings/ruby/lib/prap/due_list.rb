# frozen_string_literal: true

# Due days as a file for the programs in which people keep their days: an iCalendar, and CSV for a spreadsheet.
module Prap
  # What Engine#due gives as an iCalendar (RFC 5545), a String: an all-day event for each, which takes no time from
  # anybody's day, and tells of a case only its id.
  #
  # Its UID is made of tenant, case, clock and, of one that runs again and again (weekly, f2f4, contact), the day it is
  # counted from: taking a later list in moves an entry whose due day has moved, and doubles none; the list of the later
  # as_of wins. An entry whose deadline was met meanwhile stays until somebody takes it out. What tells of MAPPA, a Special
  # Customer Record, terminal illness or death is left out unless sensitive: true. Raises Prap::CallerError "text" (tenant,
  # case), "day", "required", "type".
  def self.due_ics(items, as_of:, calendar: Calendar.built_in(:england_and_wales), tenant: "", sensitive: false)
    DueList.of(1, items, as_of, calendar, tenant, sensitive)
  end

  # The same as comma-separated values (RFC 4180) with a heading. calendar counts the working days that are left.
  #
  # A cell of text that begins with = + - @ or their full-width forms, which a spreadsheet would take for a formula, and one
  # that begins with an apostrophe, has an apostrophe before it; a reader takes one off again. Raises as due_ics.
  def self.due_csv(items, as_of:, calendar: Calendar.built_in(:england_and_wales), tenant: "", sensitive: false)
    DueList.of(2, items, as_of, calendar, tenant, sensitive)
  end

  # @api private
  module DueList
    module_function

    def of(format, items, as_of, calendar, tenant, sensitive)
      Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
      Check.refuse("type", "items", "they are what Engine#due gives") unless items.is_a?(Array) && items.all?(Due)
      day = Check.day!(as_of, "as_of")
      whose = Check.text(tenant, "tenant")
      rows = items.filter_map do |due|
        Native.due_list_row(format, sensitive, calendar, day, whose, Check.text(due.case_id, "case"), members(due))
      end
      [Native.due_list_begin(format), *rows, Native.due_list_end(format, rows.size)].join
    end

    def members(due)
      clock = due.deadline
      [Check.word(:state, due.stage, "stage"), Check.word(:deadline, clock.deadline, "deadline"), clock.name, clock.source,
       Check.word(:deadline_status, clock.status, "status"), clock.rule,
       Check.word(:defined_by, clock.defined_by, "defined_by"),
       *%i[anchor due prudent last_working_day].map { |name| Check.day(clock[name], name.name) }]
    end
  end
end
