#!/bin/sh
# The first command of the README works from any folder, without a terminal, and leaves a calendar where it says.
set -eu
cd /
out=$(LC_ALL=C sh "$JALON_SOURCE_DIR/samples/quickstart.sh" </dev/null)
printf '%s\n' "$out"
calendar=$(printf '%s\n' "$out" | sed -n '$s/^  //p')
head -n 1 "$calendar" | grep -q '^BEGIN:VCALENDAR'
tail -n 1 "$calendar" | grep -q '^END:VCALENDAR'
