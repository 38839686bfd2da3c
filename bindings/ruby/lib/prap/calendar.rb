# frozen_string_literal: true

module Prap
  # A bank holiday. day: Date. coverage: :known (published) or :provisional (computed). substitute: true when
  # it stands in for a holiday that fell on a weekend. title: as published.
  Holiday = Struct.new(:day, :coverage, :substitute, :title, keyword_init: true)

  # Which calendar, and what it knows. division: Symbol. known and provisional: Ranges of Dates. hash: 8 hex
  # digits, equal for calendars that answer alike. holidays: how many.
  # edition: the day as of which its list was taken.
  CalendarIdentity = Struct.new(:division, :known, :provisional, :hash_digits, :holidays, :edition,
                                keyword_init: true)

  # Working days: Monday to Friday except the bank holidays of a division (AMB-01).
  #
  # A calendar is immutable and may be used by any thread. Days are Dates. A count that leaves the published
  # years raises Prap::DataError ("coverage"), unless provisional: true lets it use the computed years; a
  # count that leaves those always does. Other errors are Prap::CallerError ("day", "type", "range").
  class Calendar
    # The calendar of :england_and_wales, :scotland or :northern_ireland.
    def self.built_in(division)
      native_built_in(Check.word(:division, division, "division")) || Check.refuse("required", "division")
    end

    # The built-in calendar of a division with what a later bank-holidays.json of GOV.UK says of it. content:
    # the file's text, or the Hash that JSON.parse makes of it. Every year in which it has a holiday of the
    # division is replaced as a whole, and is known; other years stay. Content of another shape raises
    # Prap::CallerError with the field, as "scotland.events[3].date", and makes no calendar.
    # edition: the day as of which the file was published.
    def self.from_gov_uk(content, division = :england_and_wales, edition: nil)
      base = built_in(division)
      name = WORDS[:division].find { |word| word.to_sym == base.identity.division }.name
      events = GovUK.events(content, name)
      years = events.group_by { |added| added.day.year }
      base.send(:changed, Overlays.replacements(base, years, years.transform_values { |days| days.first.day_field }) +
                          Overlays.edition(edition))
    end

    # A calendar of your own: this one and changes to it, with a hash of its own. This one stays as it is.
    #
    # First every year of replace_years ({2029 => {Date => "title"}}) loses its holidays, gets exactly the
    # given ones and is known; it must be a known year or touch one. Then the days of remove are holidays no
    # longer, and those of add ({Date => "reason"}) are no working days: a proclaimed holiday, a day on which
    # the provider is closed. edition: the day as of which its list was taken, else this one's. Raises Prap::CallerError ("twice" for a day that is one already, "range" for a
    # day to remove that is none or is not of its year, "text" for a title, "type"), Prap::DataError
    # ("coverage"), Prap::LimitError. The error's field says which was at fault, counted from 0 in the order
    # given: "add[2].title", "remove[0]", "replace_years[1][0].day".
    def overlay(add: {}, remove: [], replace_years: {}, edition: nil)
      years, fields = Overlays.years(replace_years)
      changed(Overlays.replacements(self, years, fields) + Overlays.removals(remove) +
              Overlays.additions(Overlays.added(add, "add")) + Overlays.edition(edition))
    end

    # Is the day a working day? true or false.
    def working_day?(day, provisional: false)
      native_working_day(Check.day!(day, "day"), flags(provisional)).first
    end

    # Is the day's year published or computed? :known, :provisional, or nil outside what the calendar covers.
    def coverage(day)
      Prap.symbol(:coverage, native_working_day(Check.day!(day, "day"), flags(true)).last)
    rescue DataError
      nil
    end

    # The n-th working day after from, which is never counted; before it when n is negative; from itself when
    # n is 0 (D-02, D-03). A Date.
    def add_working_days(from, n, provisional: false)
      days = Check.int32(n, "working_days")
      Check.date(native_add_working_days(Check.day!(from, "from"), days, flags(provisional)))
    end

    # Working days after first, up to and including last; negative when last is earlier. An Integer.
    def count_working_days(first, last, provisional: false)
      native_count_working_days(Check.day!(first, "from"), Check.day!(last, "to"), flags(provisional))
    end

    # The last working day on or before day, a Date.
    def working_day_on_or_before(day, provisional: false)
      Check.date(native_working_day_on_or_before(Check.day!(day, "day"), flags(provisional)))
    end

    # The first working day on or after day, a Date.
    def working_day_on_or_after(day, provisional: false)
      Check.date(native_working_day_on_or_after(Check.day!(day, "day"), flags(provisional)))
    end

    # The first working day after day, never itself, a Date.
    def next_working_day(day, provisional: false)
      Check.date(native_next_working_day(Check.day!(day, "day"), flags(provisional)))
    end

    # The last working day before day, never itself, a Date.
    def previous_working_day(day, provisional: false)
      Check.date(native_previous_working_day(Check.day!(day, "day"), flags(provisional)))
    end

    # The n-th working day from first on when first counts as day 1 (D-01), a Date. Backwards when n is
    # negative, with first or the working day before it as -1; "range" when n is 0.
    def nth_working_day(first, n, provisional: false)
      Check.date(native_nth_working_day(Check.day!(first, "first"), Check.int32(n, "n"), flags(provisional)))
    end

    # The Holiday on a day, or nil when there is none, on a plain weekend, or out of coverage.
    def holiday_on(day) = holiday(native_holiday_on(Check.day!(day, "day")))

    # Every Holiday in date order: an Array.
    def holidays = Array.new(identity.holidays) { |i| holiday(native_holiday_at(i)) }

    # A CalendarIdentity.
    def identity
      found = native_identity
      CalendarIdentity.new(
        division: Prap.symbol(:division, found[:division]),
        known: Check.date(found[:known_first])..Check.date(found[:known_last]),
        provisional: Check.date(found[:provisional_first])..Check.date(found[:provisional_last]),
        hash_digits: found[:hash], holidays: found[:holidays], edition: Check.date(found[:edition])
      ).freeze
    end

    def inspect = "#<Prap::Calendar #{identity.division}>"

    private

    def changed(changes)
      native_overlay(changes.map(&:row))
    rescue Error => e
      raise Overlays.located(e, changes)
    end

    def flags(provisional) = provisional ? Native::ALLOW_PROVISIONAL : 0

    def holiday(found)
      found && Holiday.new(day: Check.date(found[:day]), coverage: Prap.symbol(:coverage, found[:quality]),
                           substitute: found[:substitute], title: found[:title]).freeze
    end
  end
end
