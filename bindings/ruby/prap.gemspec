# frozen_string_literal: true

# `gem build prap.gemspec`. The gem needs libprap and prap-sqlite installed where pkg-config finds them.
Gem::Specification.new do |gem|
  gem.name = "prap"
  gem.version = "0.1.0"
  gem.summary = "The DWP provider guidance on referrals and payments, as questions and answers"
  gem.description = "Ruby face of libprap: which events the guidance permits on a referral, which rule " \
                    "forbids the rest, and what is due when. Not the DWP's, and not legal advice."
  gem.authors = ["The libprap authors"]
  gem.license = "MIT"
  gem.required_ruby_version = ">= 3.1"
  gem.files = Dir.chdir(__dir__) { Dir["ext/prap/*.{c,h,rb}", "lib/**/*.rb", "sig/**/*.rbs"] }
  gem.extensions = ["ext/prap/extconf.rb"]
end
