# frozen_string_literal: true

require "minitest/autorun"
require "open3"
require "tmpdir"

# The package as a gem: built and installed against an installed libprap, as a Ruby user without this tree
# would. PRAP_BUILD_DIRECTORY is the Meson build that is installed, MESON its program.
class GemTest < Minitest::Test
  SOURCE = File.expand_path("../../bindings/ruby", __dir__)

  def run_in(environment, *command)
    output, status = Open3.capture2e(environment, *command, unsetenv_others: false, chdir: @directory)
    assert_predicate status, :success?, "#{command.join(' ')}\n#{output}"
    output
  end

  def within(*parts) = File.join(@directory, *parts)

  # What the installed libraries are found with.
  def environment
    prefix = File.dirname(Dir[within("root", "**", "include", "prap-sqlite.h")].fetch(0), 2)
    library = File.dirname(Dir[File.join(prefix, "**", "libprap.so.0")].fetch(0))
    { "PKG_CONFIG_PATH" => File.join(library, "pkgconfig"), "PKG_CONFIG_SYSROOT_DIR" => within("root"),
      "LD_LIBRARY_PATH" => library, "GEM_HOME" => within("gems"), "RUBYOPT" => nil, "RUBYLIB" => nil }
  end

  def test_the_gem_is_built_installed_and_answers
    Dir.mktmpdir do |directory|
      @directory = directory
      run_in({}, ENV.fetch("MESON"), "install", "-C", ENV.fetch("PRAP_BUILD_DIRECTORY"), "--no-rebuild",
             "--quiet", "--destdir", within("root"))
      run_in(environment, "gem", "build", "-C", SOURCE, "-o", within("prap.gem"), "prap.gemspec")
      run_in(environment, "gem", "install", "--local", "--no-document", within("prap.gem"))
      ask = "gem 'prap'; require 'prap'; print Prap.library_version"
      version = run_in(environment, RbConfig.ruby, "-e", ask)
      assert_equal ["prap-#{version}"], Dir.children(within("gems", "gems"))
      installed = within("gems", "gems", "prap-#{version}", "lib")
      run_in(environment, RbConfig.ruby, "-w", "-I", installed, File.join(__dir__, "engine-test.rb"))
      refute_empty Dir[within("gems", "gems", "*", "sig", "*.rbs")]
    end
  end
end
