# What quickstart.sh, tests/run.sh and tests/bench.sh share; they source it from the root of the source tree.
#
# install_packages SECTION…   installs what is missing of those sections of samples/packages.txt (as root, or by sudo)
# configure DIR OPTION…       runs CMake with Ninja for a build in DIR; a DIR configured for something else is begun again
# say FRENCH ENGLISH          prints the one that the locale asks for
# cores                       prints how many cores there are

say() {
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    fr*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2" ;;
  esac
}

cores() { nproc 2>/dev/null || echo 2; }

# The packages of the sections, but for those whose command is already there.
packages_of() {
  for section in "$@"; do
    sed -n "/^\[$section\]/,/^\[/p" samples/packages.txt | grep -v -e '^\[' -e '^#' -e '^[[:space:]]*$' | sed 's/#.*//' |
      while read -r package rest; do
        command=${rest#command:}
        if [ -z "$rest" ] || ! command -v "${command%% *}" >/dev/null 2>&1; then echo "$package"; fi
      done
  done
}

missing_packages() {
  for package in $(packages_of "$@"); do
    state=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -x installed | head -n 1)
    [ -n "$state" ] || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

# Runs a command while Debian starts no service of a package by itself (invoke-rc.d asks policy-rc.d; 101: forbidden).
without_services() {
  policy=/usr/sbin/policy-rc.d
  if [ -e "$policy" ]; then
    "$@"
    return
  fi
  as_root sh -c "printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy"
  trap 'as_root rm -f /usr/sbin/policy-rc.d' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  status=0
  "$@" || status=$?
  as_root rm -f "$policy"
  trap - EXIT INT TERM
  return $status
}

install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    say "apt-get n'est pas là: installez vous-même les équivalents de samples/packages.txt." \
      "There is no apt-get here: install the equivalents of samples/packages.txt yourself." >&2
    return
  fi
  # shellcheck disable=SC2046  # package names are words
  set -- $(missing_packages "$@")
  [ $# -gt 0 ] || return 0
  say "Paquets à installer: $*" "Packages to install: $*"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
    say "Il faut être root, ou avoir sudo. Lancez d'abord, en root: apt-get update && apt-get install $*" \
      "This needs root or sudo. Run first, as root: apt-get update && apt-get install $*" >&2
    return 2
  fi
  # The lists may be old, but may also be right and the network away: what counts is whether the install succeeds.
  apt_get update || say "apt-get update a échoué; on essaie avec les listes qui sont là." \
    "apt-get update failed; trying with the lists that are here." >&2
  without_services apt_get install --no-install-recommends "$@"
}

configure() {
  directory=$1
  shift
  mkdir -p "$directory"
  fresh=
  cache=$directory/CMakeCache.txt
  if [ -e "$cache" ] && ! { grep -q -x 'CMAKE_GENERATOR:INTERNAL=Ninja' "$cache" &&
    grep -q -x -F "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$cache"; }; then
    fresh=--fresh
  fi
  # shellcheck disable=SC2086  # empty or one word
  cmake $fresh -S . -B "$directory" -G Ninja "$@" >"$directory/configure.log" 2>&1 || {
    cat "$directory/configure.log" >&2
    return 1
  }
}
