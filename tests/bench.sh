#!/bin/sh
# Measures jalon: parts of it by Google Benchmark, whole processes beside libical and beside a program that only formats,
# and hard inputs for linear time.  Usage: sh tests/bench.sh [parts|whole|linear|teams|large]…   (all)
set -eu
cd "$(dirname "$0")/.."
. samples/setup.sh
export PYTHONDONTWRITEBYTECODE=1

install_packages build bench
configure build -DCMAKE_BUILD_TYPE=Release -DJALON_BENCHMARKS=ON
cmake --build build --parallel "$(cores)" --target jalon jalon_bench bench_libical bench_format

[ $# -gt 0 ] || set -- parts whole linear teams large
for part in "$@"; do
  case $part in
    parts) build/jalon_bench ;;
    whole) /usr/bin/python3 tests/bench/whole.py build ;;
    linear) /usr/bin/python3 tests/bench/linear.py build/jalon build/hard-inputs ;;
    teams) /usr/bin/python3 tests/bench/teams.py build ;;
    large) /usr/bin/python3 tests/bench/large.py build ;;
    *)
      echo "usage: sh tests/bench.sh [parts|whole|linear|teams|large]…" >&2
      exit 2
      ;;
  esac
done
