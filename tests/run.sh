#!/bin/sh
# Installs what is missing, builds, and runs every test.  Usage: sh tests/run.sh [CTEST OPTION…]
#
# Two builds, both under build/: a release by GCC (warnings are errors), and one with AddressSanitizer and UBSan, by
# clang where it is there, with the fuzzers. One run of ctest over the two; its summary is the last thing printed.
# JALON_FUZZ_SECONDS: how long the main fuzzers run (60); the others a sixth of it.
set -eu
cd "$(dirname "$0")/.."
. samples/setup.sh

install_packages build test servers bench

fuzzers=
if command -v clang++ >/dev/null 2>&1; then
  fuzzers="-DCMAKE_CXX_COMPILER=clang++ -DJALON_FUZZERS=ON -DJALON_FUZZ_SECONDS=${JALON_FUZZ_SECONDS:-60}"
fi

configure build -DCMAKE_BUILD_TYPE=Release -DJALON_WERROR=ON -DJALON_TESTS=ON -DJALON_CHECKS=ON \
  -DJALON_BENCHMARKS=ON
# shellcheck disable=SC2086  # several options
configure build/asan -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O1 -g1" -DJALON_WERROR=ON -DJALON_TESTS=ON \
  -DJALON_SANITIZE=ON -DBUILD_SHARED_LIBS=ON -DJALON_CHECKS=ON -DJALON_TEST_PREFIX=asan. $fuzzers
for build in build build/asan; do
  cmake --build "$build" --parallel "$(cores)"
done

if [ -e tests/package-lock.json ] && ! [ tests/node_modules/.package-lock.json -nt tests/package-lock.json ]; then
  npm ci --prefix tests --cache build/npm --no-audit --no-fund --no-update-notifier
fi

mkdir -p build/all
for build in build build/asan; do
  printf 'subdirs("%s/%s")\n' "$(pwd)" "$build"
done >build/all/CTestTestfile.cmake
ctest --test-dir build/all --parallel "$(cores)" --output-on-failure --timeout 600 --no-tests=error "$@"
