#!/bin/sh
# install-packages.sh LIST ...: installs the Debian packages of the lists that are not there yet.
set -eu
wanted=$(sed -e 's/#.*//' "$@" | tr -s ' \t\n' '\n' | sort -u)

missing=
for package in $wanted; do
  if dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q 'install ok installed'; then continue; fi
  # npm belongs to nodejs in some distributions of it.
  if [ "$package" = npm ] && command -v npm >/dev/null; then continue; fi
  missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "Deze pakketten ontbreken en apt-get is er niet (de gateway bouwt op Debian 12):$missing" >&2
  exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null || { ! [ -t 0 ] && ! sudo -n true 2>/dev/null; }; then
    echo "Voor het installeren zijn beheerrechten nodig. Laat een beheerder dit doen en begin daarna opnieuw:" >&2
    echo "  apt-get install --no-install-recommends$missing" >&2
    exit 1
  fi
  as_root=sudo
fi
echo "Debian-pakketten installeren:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
  # shellcheck disable=SC2086  # a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
}
# An index that is there may do; one that is old or absent is fetched first.
install >"$log" 2>&1 </dev/null || { $as_root apt-get update && install; } >"$log" 2>&1 </dev/null || {
  tail -n 20 "$log" >&2
  echo "Het installeren is niet gelukt:$missing" >&2
  exit 1
}
