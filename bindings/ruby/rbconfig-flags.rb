# frozen_string_literal: true

# Prints what this Ruby's extensions are compiled or linked with, one argument a line: `rbconfig-flags.rb
# compile|link`. Ruby's headers are named as system headers, so that only our own code answers to -Werror.
require "rbconfig"

CONFIG = RbConfig::CONFIG

case ARGV
when ["compile"]
  [CONFIG["rubyhdrdir"], CONFIG["rubyarchhdrdir"]].each { |directory| puts "-isystem", directory }
when ["link"]
  # With a shared libruby at hand the linker can tell a forgotten symbol from one of the interpreter's.
  puts CONFIG["LIBRUBYARG_SHARED"].split, "-Wl,--no-undefined" if CONFIG["ENABLE_SHARED"] == "yes"
else
  abort "usage: rbconfig-flags.rb compile|link"
end
