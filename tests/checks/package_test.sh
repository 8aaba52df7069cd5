#!/bin/sh
# Makes the Debian package of this build and the source archive; installs the package into a root of its own, runs the
# main job from there, and removes it without a trace.
set -eu
work=$JALON_BUILD_DIR/package
rm -rf "$work"
mkdir -p "$work/root/var/lib/dpkg/updates" "$work/root/var/lib/dpkg/info"
: >"$work/root/var/lib/dpkg/status"
cd "$JALON_BUILD_DIR"
cpack -B "$work" >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log" >&2; exit 1; }
package=$(find "$work" -maxdepth 1 -name '*.deb')

# The fields, and what must be inside.
for dependency in libc6 libical tzdata libfmt; do
  dpkg-deb --field "$package" Depends | grep -q "$dependency" || { echo "does not depend on $dependency" >&2; exit 1; }
done
for file in usr/bin/jalon usr/libexec/jalon/jalon-sync usr/share/man/man1/jalon.1 usr/share/man/fr/man1/jalon.1 \
  usr/share/bash-completion/completions/jalon usr/share/zsh/vendor-completions/_jalon \
  usr/share/fish/vendor_completions.d/jalon.fish; do
  dpkg-deb --fsys-tarfile "$package" | tar -t | grep -q -x "./$file" || { echo "$file is not inside" >&2; exit 1; }
done

dpkg_there() {
  dpkg --root="$work/root" --force-not-root --force-script-chrootless --force-depends --force-bad-path \
    --force-unsafe-io --log=/dev/null "$@" >>"$work/dpkg.log" 2>&1 || { cat "$work/dpkg.log" >&2; exit 1; }
}
find "$work/root" -path "$work/root/var" -prune -o -print | sort >"$work/before"
dpkg_there --install "$package"
mkdir "$work/plans"
cd "$work/plans"
printf -- '- Remercier les clients — avant le 15 décembre 2018\n' >plan.md
"$work/root/usr/bin/jalon" convert plan.md --quiet
grep -q 'SUMMARY:Remercier les clients' plan.ics
"$work/root/usr/bin/jalon" account list >/dev/null  # finds the program beside it
dpkg_there --purge jalon
find "$work/root" -path "$work/root/var" -prune -o -print | sort >"$work/after"
diff "$work/before" "$work/after"

# The archive has all that a build needs, and nothing of git.
cd "$JALON_BUILD_DIR"
cpack --config CPackSourceConfig.cmake -B "$work" >"$work/source.log" 2>&1 || { cat "$work/source.log" >&2; exit 1; }
tar -xzf "$work"/jalon-*.tar.gz -C "$work"
source=$(find "$work" -maxdepth 1 -type d -name 'jalon-*')
test ! -e "$source/.git"
cmake -S "$source" -B "$work/from-archive" -G Ninja >"$work/configure.log" 2>&1 || { cat "$work/configure.log" >&2; exit 1; }
ninja -C "$work/from-archive" -n all >/dev/null  # every source that it names is there
