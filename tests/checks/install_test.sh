#!/bin/sh
# Installs this build into a folder of its own, builds other programs against it by find_package and by pkg-config,
# runs them and the installed tool, and holds that nothing installed refers to the source or the build folder.
set -eu
work=$JALON_BUILD_DIR/install
prefix="$work/a prefix"
rm -rf "$work"
cmake --install "$JALON_BUILD_DIR" --prefix "$prefix" >"$JALON_BUILD_DIR/install.log"

flags=
if grep -q '^JALON_SANITIZE:BOOL=ON' "$JALON_BUILD_DIR/CMakeCache.txt"; then flags=-fsanitize=address,undefined; fi
cmake -S "$JALON_SOURCE_DIR/tests/checks/consumer" -B "$work/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_FLAGS="$flags"
cmake --build "$work/build"
test "$("$work/build/program")" = fr

# The same by pkg-config; its words may hold a folder with a space.
libraries=$(dirname "$(dirname "$(find "$prefix" -name jalon.pc)")")
words=$(PKG_CONFIG_PATH="$libraries/pkgconfig" pkg-config --define-prefix --cflags --libs jalon)
eval "c++ -std=c++20 $flags \"$JALON_SOURCE_DIR/tests/checks/consumer/main.cpp\" -o \"$work/by-pkg-config\" $words"
test "$(LD_LIBRARY_PATH="$libraries" "$work/by-pkg-config")" = fr

if [ -x "$JALON" ]; then "$prefix/bin/jalon" --version; fi

if grep -r -l -F -e "$JALON_SOURCE_DIR" "$prefix" --include='*.cmake' --include='*.h'; then
  echo 'these installed files name the source folder' >&2
  exit 1
fi

# The shared library has a name for its interface, and shows what the public headers declare, nothing else.
library=$(find "$prefix" -name 'libjalon.so.*.*.*')
if [ -n "$library" ]; then
  readelf --dynamic "$library" | grep -q 'SONAME.*\[libjalon\.so\.[0-9]*\.[0-9]*\]'
  nm --dynamic --defined-only "$library" >"$work/shown"
  # Each is of namespace jalon, and of a function or class that a header names: _ZN5jalon4Zone4find… of Zone.
  sed -n 's/^.* _Z\(T[A-Z]\)\{0,1\}NK\{0,1\}5jalon\([0-9][0-9]*\)\(.*\)$/\2 \3/p' "$work/shown" >"$work/ours"
  test "$(wc -l <"$work/shown")" = "$(wc -l <"$work/ours")"
  awk '{ print substr($2, 1, $1) }' "$work/ours" | sort -u >"$work/names"
  for name in parse_language read_list PhraseReader write_calendar Zone; do
    grep -q -x "$name" "$work/names" || { echo "the shared library does not show $name" >&2; exit 1; }
  done
  while read -r name; do
    grep -q -w -e "$name" "$prefix"/include/jalon/*.h || { echo "the shared library shows $name" >&2; exit 1; }
  done <"$work/names"
fi
