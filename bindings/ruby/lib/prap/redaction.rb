# frozen_string_literal: true

module Prap
  # What the lines leave out when they are redacted: MAPPA, Special Customer Records, terminal illness and death.
  # @api private
  module Redaction
    REDACTED = "redacted"

    # Members that would give away a sensitive word that stands beside them.
    TELLING = %w[rule reason why fact cure cure_event notice to means text deadline event policy value
                 contradiction other payment risk from outcome].to_h { |name| [name, true] }.freeze

    module_function

    # The line of a Hash of fields.
    def line(fields, redact) = JSON.generate(redact ? of(fields) : fields)

    # The value with everything sensitive replaced by "redacted": words, the names of facts and regions, and what
    # stands beside them and would give them away.
    def of(value)
      case value
      when Array then value.map { |item| sensitive?("", item) ? REDACTED : of(item) }
      when Hash then members(value)
      else value
      end
    end

    def members(hash)
      tells = tells?(hash)
      hash.each_with_object({}) do |(key, member), shown|
        if SENSITIVE[key.to_s]
          shown[REDACTED] = REDACTED
        elsif hidden?(key, member) || sensitive?(key, member) || (tells && TELLING[key.to_s]) ||
              rule_of_hidden_code?(hash, key)
          shown[key] = REDACTED
        else
          shown[key] = of(member)
        end
      end
    end

    # Leaver code 43 tells of a death, 46 perhaps of an illness; only a clerical case has advisory dates.
    def hidden?(key, value) = (key.to_s == "code" && [43, 46].include?(value)) || key.to_s == "advisory"

    # The rule of a code says which code it is.
    def rule_of_hidden_code?(hash, key) = key.to_s.end_with?("rule") && hidden?(:code, hash[:code])

    def sensitive?(key, value)
      !%w[case id].include?(key.to_s) && value.is_a?(String) && SENSITIVE.key?(value)
    end

    def tells?(hash)
      variant = hash[:with] || {}
      variant.any? { |key, value| SENSITIVE[key.to_s] || hidden?(key, value) || sensitive?(key, value) } ||
        hash[:what] == "code" || hash.any? { |key, value| sensitive?(key, value) }
    end
  end
end
