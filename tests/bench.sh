#!/bin/sh
# Measures jalon: parts of it by Google Benchmark, whole processes beside libical and beside a program that only formats,
# and hard inputs for linear time.  Usage: sh tests/bench.sh [parts|whole|linear|teams|large|sync]…   (all but sync)
#
# sync: on each CalDAV server, beside other clients, near and far; an hour or more. What is measured of it may be chosen
# with JALON_BENCH_SYNC, as in JALON_BENCH_SYNC="--servers radicale --objects 200 --round-trips 0,40".
set -eu
cd "$(dirname "$0")/.."
. samples/setup.sh
export PYTHONDONTWRITEBYTECODE=1

install_packages build bench
configure build -DCMAKE_BUILD_TYPE=Release -DJALON_BENCHMARKS=ON
cmake --build build --parallel "$(cores)" --target jalon jalon-sync jalon_bench bench_libical bench_format \
  bench_put_loop

[ $# -gt 0 ] || set -- parts whole linear teams large
for part in "$@"; do
  case $part in
    parts) build/jalon_bench ;;
    whole) /usr/bin/python3 tests/bench/whole.py build ;;
    linear) /usr/bin/python3 tests/bench/linear.py build/jalon build/hard-inputs ;;
    teams) /usr/bin/python3 tests/bench/teams.py build ;;
    large) /usr/bin/python3 tests/bench/large.py build ;;
    sync)
      install_packages servers
      npm ci --prefix tests --cache build/npm --no-audit --no-fund --no-update-notifier
      # shellcheck disable=SC2086  # several options
      /usr/bin/python3 tests/bench/sync.py build ${JALON_BENCH_SYNC:-}
      ;;
    *)
      echo "usage: sh tests/bench.sh [parts|whole|linear|teams|large|sync]…" >&2
      exit 2
      ;;
  esac
done
