# frozen_string_literal: true

module Prap
  # One day of a walk. kind: :working_day, :weekend or :holiday, which holiday then says (a Holiday, else nil).
  # number: the working days up to and including this one, negative going back. coverage: :known or :provisional.
  WalkedDay = Struct.new(:day, :kind, :number, :coverage, :holiday, keyword_init: true)

  # A due day that is another under another calendar: of which anchor (index), from when, to when. before or
  # after is nil where that calendar has no answer.
  MovedDay = Struct.new(:index, :before, :after, keyword_init: true)

  # The way to a working day, and the questions that are asked of many days at once.
  class Calendar
    WALKED = { Native::WALKED_WORKING_DAY => :working_day, Native::WALKED_WEEKEND => :weekend,
               Native::WALKED_HOLIDAY => :holiday }.freeze
    private_constant :WALKED

    # Each day on the way from first to last, as add_working_days goes it: the days after first, up to and
    # including last, or back over the days before first when last is earlier. Yields WalkedDays; without a
    # block an Enumerator. Prap::DataError ("coverage") comes before the first day.
    def walk(first, last, provisional: false)
      return enum_for(:walk, first, last, provisional: provisional) unless block_given?

      native_walk(Check.day!(first, "from"), Check.day!(last, "to"), flags(provisional)) do |day, kind, n, quality, found|
        yield WalkedDay.new(day: Check.date(day), kind: WALKED.fetch(kind), number: n,
                            coverage: Prap.symbol(:coverage, quality), holiday: holiday(found)).freeze
      end
    end

    # working_day? for each day of an Array: an Array of true and false. What has no answer raises as for one
    # day, with the field of the first such element: "days[3]".
    def are_working_days(days, provisional: false)
      numbers = Array(days_of(days, "days"))
      answers(native_are_working_days(numbers, flags(provisional)), "days").map(&:positive?)
    end

    # add_working_days for each day of an Array, with one number of working days for all or an Array of as
    # many: an Array of Dates.
    def add_working_days_each(from, working_days, provisional: false)
      days, numbers = matched(days_of(from, "from"), numbers_of(working_days), "working_days")
      answers(native_add_working_days_each(days, numbers, flags(provisional)), "from").map { |day| Check.date(day) }
    end

    # count_working_days for each pair of two Arrays of days, an Array of Integers; either may be one day for
    # all, as the day that it is now with an Array of due days.
    def count_working_days_each(first, last, provisional: false)
      field = first.is_a?(Date) ? "to" : "from"
      firsts, lasts = matched(days_of(first, "from"), days_of(last, "to"), "to")
      answers(native_count_working_days_each(firsts, lasts, flags(provisional)), field)
    end

    # Which due days move when the calendar after takes this one's place: each is so many working days after
    # its day of from. An Array of MovedDays. What has no answer under either does not move.
    def moved_days(after, from, working_days, provisional: false)
      Check.refuse("type", "after", "a Prap::Calendar is wanted") unless after.is_a?(Calendar)
      days, numbers = matched(days_of(from, "from"), numbers_of(working_days), "working_days")
      native_moved_days(after, days, numbers, flags(provisional)).map do |i, before, later|
        MovedDay.new(index: i, before: Check.date(before), after: Check.date(later)).freeze
      end
    end

    private

    # An Array of days as their numbers; a single day stays single.
    def days_of(days, field)
      return Check.day!(days, field) if days.is_a?(Date)

      Check.refuse("type", field, "an Array of Dates is wanted") unless days.is_a?(Array)
      days.each_with_index.map { |day, i| Check.day!(day, "#{field}[#{i}]") }
    end

    def numbers_of(numbers, field = "working_days")
      return Check.int32(numbers, field) unless numbers.is_a?(Array)

      numbers.each_with_index.map { |number, i| Check.int32(number, "#{field}[#{i}]") }
    end

    # Two Arrays of the same length; what is single stands for all of the other.
    def matched(first, second, field)
      n = [first, second].find { |one| one.is_a?(Array) }&.size || 1
      pair = [first, second].map { |one| one.is_a?(Array) ? one : Array.new(n, one) }
      Check.refuse("range", field, "the arrays have different lengths") unless pair.map(&:size).uniq.one?
      pair
    end

    def answers((found, bad, status), field)
      raise Error.for_status(status, "#{field}[#{bad}]", nil) unless bad.nil?

      found
    end
  end

  NO_DAY = -2**31 # the number of no day in a packed String
  private_constant :NO_DAY

  # Which of many cases have something to do by a day, by their due days alone: the index of each whose day is on or
  # before due_by, ascending, in an Array. next_due: an Array with a Date for each case, as next_due of a change had it,
  # or nil; or a String of packed int32 (pack("l*")), days since 1970-01-01, in which -2**31 is none, which is by far
  # the faster. Raises Prap::CallerError: "type", "required". rules.md X-14.
  def self.due_scan(next_due, due_by)
    packed = next_due
    if next_due.is_a?(Array)
      packed = next_due.each_with_index.map { |day, i| Check.day(day, "next_due[#{i}]") || NO_DAY }.pack("l*")
    end
    Check.refuse("type", "next_due", "an Array of Dates or packed int32 are wanted") unless packed.is_a?(String)
    Check.refuse("type", "next_due", "the String is not of int32") unless (packed.bytesize % 4).zero?
    Native.due_scan(packed, Check.day!(due_by, "due_by"))
  end
end
