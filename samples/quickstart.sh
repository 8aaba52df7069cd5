#!/bin/sh
# From a bare Debian 12 to a calendar: installs what is missing, builds jalon, and turns the French year-end plan
# beside this script into an .ics file.  Usage: sh samples/quickstart.sh
set -eu
cd "$(dirname "$0")/.."
. samples/setup.sh

plan=samples/plan-fin-annee.md
calendar=build/plan-fin-annee.ics

install_packages build
say "Construction de jalon…" "Building jalon…"
configure build -DCMAKE_BUILD_TYPE=Release
cmake --build build --target jalon --parallel "$(cores)"

echo
say "Comment chaque ligne de $plan est lue:" "How each line of $plan is read:"
build/jalon check "$plan"

echo
build/jalon convert "$plan" -o "$calendar"
say "Le calendrier est là; ouvrez-le, ou importez-le dans votre agenda:" \
  "The calendar is here; open it, or import it into your own:"
echo "  $(pwd)/$calendar"
