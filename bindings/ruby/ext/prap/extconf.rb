# frozen_string_literal: true

# Builds the extension against an installed libprap and prap-sqlite (pkg-config), as `gem install` and Ruby's
# people do it. Inside the tree Meson builds it instead, with both libraries linked in.
require "mkmf"

abort "libprap is not installed: pkg-config does not know prap" unless pkg_config("prap")
abort "its store is not installed: pkg-config does not know prap-sqlite" unless pkg_config("prap-sqlite")
# The PostgreSQL store is in it where it is installed.
if pkg_config("prap-postgresql") && have_header("prap-postgresql.h")
  $defs << "-DPRAPI_RUBY_POSTGRESQL" # rubocop:disable Style/GlobalVars: mkmf's interface
end
abort "prap/prap.h is missing" unless have_header("prap/prap.h")
abort "prap-sqlite.h is missing" unless have_header("prap-sqlite.h")

$CFLAGS << " -std=c11" # rubocop:disable Style/GlobalVars: mkmf's interface
create_makefile("prap/prap_ext")
