# frozen_string_literal: true

module Prap
  # The changes that make a calendar of one's own, and what was given for each of them, for errors to name.
  # @api private
  module Overlays
    # A day to add. day_field and title_field: what an error calls its parts.
    Added = Struct.new(:day, :substitute, :title, :day_field, :title_field)
    # A row for the extension, and what an error calls its day and its title.
    Change = Struct.new(:row, :day_field, :title_field)

    module_function

    # {Date => title} as Addeds; with a year, all of that year.
    def added(days, field, year = nil)
      Check.refuse("type", field, "a Hash of Dates and titles is wanted") unless days.is_a?(Hash)
      days.each_with_index.map do |(day, title), i|
        where = "#{field}[#{i}]"
        Check.day!(day, "#{where}.day")
        Check.refuse("type", "#{where}.title", "a title must be a String") unless title.is_a?(String)
        mine = [nil, day.year].include?(year)
        Check.refuse("range", "#{where}.day", "a day is of another year than it is given for") unless mine
        Added.new(day, false, title, "#{where}.day", "#{where}.title")
      end
    end

    # The day as of which the list was taken; nil is the base's.
    def edition(day)
      return [] if day.nil?

      [Change.new([Native::SET_EDITION, Check.day!(day, "edition"), false, nil], "edition", "edition")]
    end

    # The days of each year to replace, and what an error calls the year.
    def years(replace_years)
      Check.refuse("type", "replace_years", "a Hash is wanted") unless replace_years.is_a?(Hash)
      years = {}
      fields = {}
      replace_years.each_with_index do |(year, days), i|
        field = "replace_years[#{i}]"
        Check.refuse("range", field) unless (1..9999).cover?(Check.int32(year, field))
        years[year] = added(days, field, year)
        fields[year] = field
      end
      [years, fields]
    end

    # Years from the known span on come in order, those before it in reverse: each must touch a known one.
    def replacements(calendar, years, fields)
      known = calendar.identity.known.begin.year
      before, from = years.keys.sort.partition { |year| year < known }
      order = from + before.reverse
      changes = order.map do |year|
        Change.new([Native::REPLACE_YEAR, Check.day!(Date.new(year, 1, 1), fields[year]), false, nil],
                   fields[year], fields[year])
      end
      changes + additions(order.flat_map { |year| years[year] })
    end

    def removals(days)
      Check.refuse("type", "remove", "an Array of Dates is wanted") unless days.is_a?(Array)
      days.each_with_index.map do |day, i|
        field = "remove[#{i}]"
        Change.new([Native::REMOVE_DAY, Check.day!(day, field), false, nil], field, field)
      end
    end

    def additions(added)
      added.map do |one|
        title = Check.text(one.title, one.title_field)
        Change.new([Native::ADD_DAY, Check.day!(one.day, one.day_field), one.substitute, title],
                   one.day_field, one.title_field)
      end
    end

    # The library's error, with what was given in the place of the change that it names.
    def located(error, changes)
      named = /\Achanges\[(\d+)\]\.(\w+)\z/.match(error.field.to_s)
      return error if named.nil?

      change = changes.fetch(named[1].to_i)
      field = named[2] == "title" ? change.title_field : change.day_field
      Error.for_status(error.status, field, error.message)
    end
  end
end
