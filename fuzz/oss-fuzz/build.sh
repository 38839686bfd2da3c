#!/bin/bash -eu
# Builds every fuzz target into $OUT, as OSS-Fuzz wants it: with its $CC, $CXX, $CFLAGS, $CXXFLAGS and $LIB_FUZZING_ENGINE,
# and beside each target its seeds (a zip), its dictionary and its options. What is not there (SQLite, jansson, libcsv) is
# linked statically where it is and left out where it is not. $SRC/libprap is the source, $WORK a place to build in.
source=$SRC/libprap
build=${WORK:-/tmp}/libprap-build

rm -rf "$build"
meson setup "$build" "$source" -Dfuzz=enabled -Dfuzz_flags="[]" -Dfuzz_engine="$LIB_FUZZING_ENGINE" -Db_lundef=false \
    -Dprefer_static=true -Dtests=enabled -Dsqlite=auto -Dcli=auto -Dpostgresql=disabled -Dpython=disabled -Druby=disabled
targets=$(ninja -C "$build" -t targets all | sed -n 's/^fuzz\/fuzz-\([a-z-]*\): .*_LINKER.*/\1/p')
# shellcheck disable=SC2046,SC2086 # lists of words
ninja -C "$build" $(printf 'fuzz/fuzz-%s ' $targets)

cp "$source/fuzz/words.dict" "$OUT/" # the options of some name it
for target in $targets; do
    cp "$build/fuzz/fuzz-$target" "$OUT/fuzz-$target"
    (cd "$source/fuzz/corpus/$target" && find . -type f | sort | python3 -c '
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as seeds:
    for path in sys.stdin.read().split():
        seeds.write(path)' "$OUT/fuzz-${target}_seed_corpus.zip")
    [ ! -f "$source/fuzz/$target.dict" ] || cp "$source/fuzz/$target.dict" "$OUT/fuzz-$target.dict"
    [ ! -f "$source/fuzz/$target.options" ] || cp "$source/fuzz/$target.options" "$OUT/fuzz-$target.options"
done
