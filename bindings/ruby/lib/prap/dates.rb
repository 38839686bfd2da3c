# frozen_string_literal: true

module Prap
  # What a computation is: its Symbol, its number in the catalogue ("D-02"), its rule, the policy that chooses between
  # its readings or nil, and what its anchor and its second day are (second is "" when it has none).
  ComputationInfo = Struct.new(:computation, :rule, :policy, :id, :anchor, :second, keyword_init: true)

  # An answer; nil stands for what does not belong to the computation, or what the calendar does not reach though due
  # does not need it. The members are those of prap_date_answer in prap/dates.h, which says what they are: days are
  # Dates, moments Times with their offset.
  DateAnswer = Struct.new(:computation, :rule, :policy, :policy_value, :anchor, :first, :due, :prudent, :alternative,
                          :last_working_day, :next_working_day, :holds, :coverage, :bank_holiday, :moment,
                          :other_moment, :last_usable, :division, :calendar, :edition, keyword_init: true)

  # A closure or an outage that the guidance announced. service: who was closed; nil: PRaP itself. window: two texts of
  # UK local time, as outages: takes them.
  Announced = Struct.new(:rule, :service, :window, keyword_init: true)

  # A computation by its Symbol (:meet_record), name or number ("D-02"; D-14, D-18 and D-20 are two, and this is the
  # first). Raises Prap::CallerError "unknown-word", "type".
  def self.computation_info(name)
    text = name.is_a?(Symbol) ? name.name.tr("_", "-") : Check.text(name, "computation")
    found = Native.date_computation(text) || Check.refuse("unknown-word", "computation")
    ComputationInfo.new(**found, computation: symbol(:computation, found[:computation]),
                                 policy: symbol(:policy, found[:policy])).freeze
  end

  # Answers a date computation (rules.md section 3) from an anchor: a Date; or a moment, as text of UK local time
  # ("2021-03-27T12:00", with "Z" or "+01:00" when the offset is known), or a Time, which has its offset.
  #
  # second: the second day, where computation_info names one. outages: pairs of moments in which the system cannot be
  # used; for D-21 the closures of service:. settings: as a Rulebook takes them. night_shifts: D-05 and D-06. in_work:
  # D-05. provisional: as of a Calendar's counts. Raises Prap::CallerError: "unknown-word", "required", "range", "order", "twice", "type", "moment-form",
  # "no-such-moment", "repeated-moment"; Prap::DataError "coverage".
  def self.compute(computation, anchor, calendar: Calendar.built_in(:england_and_wales), settings: {}, **rest)
    Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
    Dates.answer(Native.compute(calendar, Dates.settings(settings), Dates.question(computation, anchor, **rest)))
  end

  # Which due days move when one calendar takes another's place: [MovedDay, …]. questions: Hashes of what compute takes,
  # {computation: "D-02", anchor: day}. Raises as compute, except that a count may leave a calendar.
  def self.dates_moved(before, after, questions, settings: {})
    [before, after].each do |calendar|
      Check.refuse("type", "calendar", "a calendar must be a Prap::Calendar") unless calendar.is_a?(Calendar)
    end
    rows = questions.map { |question| Dates.question(*question.values_at(:computation, :anchor), **Dates.rest(question)) }
    Native.dates_moved(before, after, Dates.settings(settings), rows).map do |index, from, to|
      MovedDay.new(index: index, before: Check.date(from), after: Check.date(to)).freeze
    end
  end

  # Minutes since 1970-01-01T00:00Z of a moment, by its offset or by the rule for UK clocks, from 1996 on; and the Time
  # of UK local time that they are. Raise Prap::CallerError "no-such-moment", "repeated-moment", "type"; Prap::DataError
  # "coverage".
  def self.to_instant(moment) = Native.to_instant(Dates.moment(moment, "moment"))
  def self.from_instant(minutes) = Dates.time(Native.from_instant(minutes))

  # Every closure and outage that the guidance announced, latest first.
  def self.announced
    Native.announced.map do |rule, service, *ends|
      window = ends.map { |day, minute| format("%sT%02d:%02d", Check.date(day).iso8601, *minute.divmod(60)) }
      Announced.new(rule: rule, service: symbol(:service, service), window: window.freeze).freeze
    end
  end

  # @api private
  module Dates
    MOMENT = /\A(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?:(Z)|([+-])(\d\d):(\d\d))?\z/
    FLAGS = {provisional: 1, night_shifts: 2, in_work: 4}.freeze

    module_function

    def question(computation, anchor, second: nil, outages: [], service: nil, **flags)
      [Prap.word(:computation, Prap.computation_info(computation).computation).number, moment(anchor, "anchor"),
       moment(second, "second"), flags(flags), Check.word(:service, service, "service"), windows(outages)]
    end

    def windows(outages)
      Check.refuse("type", "outages") unless outages.is_a?(Array)
      outages.each_with_index.map do |window, i|
        Check.refuse("type", "outages[#{i}]") unless window.is_a?(Array) && window.size == 2
        window.map { |edge| moment(edge, "outages[#{i}]") }
      end
    end

    def rest(question) = question.reject { |key, _| %i[computation anchor].include?(key) }

    def flags(given)
      given.sum do |name, value|
        flag = FLAGS.fetch(name) { raise ArgumentError, "unknown keyword: #{name.inspect}" }
        Check.refuse("type", name.to_s) unless [true, false].include?(value)
        value ? flag : 0
      end
    end

    # [day, minute, offset]; a Date has no minute.
    def moment(value, field)
      case value
      when nil then nil
      when Time then [Check.day(value.to_date, field), minute_of(value, field), value.utc_offset / 60]
      when String then read(value, field)
      else [Check.day(value, field), nil, nil]
      end
    end

    def minute_of(time, field)
      whole = time.sec.zero? && time.subsec.zero? && (time.utc_offset % 60).zero?
      whole ? time.hour * 60 + time.min : Check.refuse("range", field, "a moment is to the minute")
    end

    def read(text, field)
      found = MOMENT.match(Check.text(text, field)) || Check.refuse("moment-form", field)
      day = Date.iso8601(found[1], Date::GREGORIAN)
      hour, minute, hours, minutes = found.values_at(2, 3, 6, 7).map(&:to_i)
      Check.refuse("range", field) if hour > 23 || minute > 59 || hours > 23 || minutes > 59
      offset = found[4] ? 0 : found[5] && "#{found[5]}1".to_i * (hours * 60 + minutes)
      [Check.day(day, field), hour * 60 + minute, offset]
    rescue Date::Error
      Check.refuse("day", field)
    end

    # UK local time on the clock, where there is no offset, is a text.
    def time(moment)
      return if moment.nil?

      day, minute, offset = moment
      date = Check.date(day)
      return format("%sT%02d:%02d", date.iso8601, *minute.divmod(60)) if offset.nil?

      Time.new(date.year, date.month, date.day, *minute.divmod(60), 0, offset * 60)
    end

    def settings(given)
      Check.refuse("type", "settings", "settings must be a Hash") unless given.is_a?(Hash)
      given.map { |name, value| [Check.spell(name, "policy"), Check.spell(value, "value")] }
    end

    def answer(found)
      days = %i[anchor first due prudent alternative last_working_day next_working_day edition]
      words = %i[computation policy coverage division]
      policy = found[:policy]
      value = policy.zero? ? nil : Prap.setting_value(policy, found[:policy_value])
      found = found.to_h do |key, given|
        next [key, Check.date(given)] if days.include?(key)

        [key, words.include?(key) ? Prap.symbol(key, given) : given]
      end
      %i[moment other_moment last_usable].each { |key| found[key] = time(found[key]) }
      DateAnswer.new(**found, policy_value: value).freeze
    end
  end
end
