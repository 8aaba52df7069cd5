#!/bin/sh
# Every C++ source is laid out as .clang-format says. To mend: the same command with -i instead of --dry-run.
set -eu
cd "$JALON_SOURCE_DIR"
find src include tests samples -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0 |
  xargs -0 clang-format --dry-run --Werror
