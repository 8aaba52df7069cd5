#!/bin/sh
# Runs one fuzzer for some seconds from its seeds.  Usage: sh tests/fuzz/run.sh PROGRAM SECONDS
#
# What it finds of new paths is kept beside the program, for the next run; so is an input that breaks it. To try such an
# input again: PROGRAM FILE. JALON_FUZZ_SEED: where chance begins (1, so that runs resemble each other).
set -eu
program=$1
seconds=$2
name=$(basename "$program")
folder=$(dirname "$program")
source=$(cd "$(dirname "$0")/../.." && pwd)

/usr/bin/python3 "$source/tests/fuzz/make_seeds.py" "$source" "$folder/seeds" "$name"
mkdir -p "$folder/corpus/$name" "$folder/crashes"
"$program" -max_total_time="$seconds" -seed="${JALON_FUZZ_SEED:-1}" -max_len=4096 -timeout=30 -rss_limit_mb=2048 \
  -dict="$folder/seeds/$name.dict" -artifact_prefix="$folder/crashes/$name-" -print_final_stats=1 -verbosity=1 \
  "$folder/corpus/$name" "$folder/seeds/$name" >"$folder/$name.log" 2>&1 || {
  tail -n 60 "$folder/$name.log"
  exit 1
}
grep -e stat::number_of_executed_units -e stat::peak_rss_mb "$folder/$name.log"
