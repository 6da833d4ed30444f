#!/bin/sh
# Checks what make-test-pki.sh makes with `openssl verify`: valid certificates pass, every other kind fails for its
# own reason. Usage: make-test-pki_test.sh DIR (a scratch directory, emptied first).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
scratch=$1
rm -rf "$scratch"
mkdir -p "$scratch"
pki=$scratch/pki
failures=0

fail() {
  echo "FAIL: $*" >&2
  failures=$((failures + 1))
}

verify() {  # verify PURPOSE CERTIFICATE [OPTION ...]
  purpose=$1 certificate=$2
  shift 2
  openssl verify -x509_strict -purpose "$purpose" -crl_check_all -CAfile "$pki/root-ca.pem" \
    -untrusted "$pki/intermediate-ca.pem" -CRLfile "$pki/crl.pem" "$@" "$pki/$certificate.pem" 2>&1
}
passes() { verify "$@" >"$scratch/out" || fail "$2 should pass: $(cat "$scratch/out")"; }
refused() {  # refused REASON PURPOSE CERTIFICATE [OPTION ...]
  reason=$1
  shift
  if verify "$@" >"$scratch/out"; then
    fail "$2 should be refused"
  elif ! grep -q "$reason" "$scratch/out"; then
    fail "$2 should be refused with '$reason': $(cat "$scratch/out")"
  fi
}
subject_is() {  # subject_is CERTIFICATE EXPECTED_SERIAL_NUMBER
  got=$(openssl x509 -in "$pki/$1.pem" -noout -subject -nameopt multiline | sed -n 's/^ *serialNumber *= //p')
  [ "$got" = "$2" ] || fail "$1: subject serialNumber is '$got', not '$2'"
}

started=$(date +%s)
"$here/make-test-pki.sh" "$pki" gateway.test 192.0.2.7 >/dev/null
# The promise is five seconds; a busy machine gets thirty before this calls it broken.
[ $(($(date +%s) - started)) -le 30 ] || fail "took more than 30 seconds"

for name in localhost gateway.test; do passes sslserver server -verify_hostname "$name"; done
for address in 127.0.0.1 ::1 192.0.2.7; do passes sslserver server -verify_ip "$address"; done
passes sslclient client
passes sslclient client-other-oin
passes sslclient client-no-oin
passes sslclient client-oin-19
passes sslserver server-wrong-name

refused "certificate has expired" sslserver server-expired
refused "hostname mismatch" sslserver server-wrong-name -verify_hostname localhost
refused "hostname mismatch" sslserver server -verify_hostname elders.test
refused "certificate has expired" sslclient client-expired
refused "not yet valid" sslclient client-not-yet-valid
refused "certificate signature failure\|unable to get local issuer" sslclient client-unknown-issuer
refused "certificate revoked" sslclient client-revoked
refused "certificate purpose" sslclient server
refused "certificate purpose" sslserver client

subject_is client 00000099000000001000
subject_is client-other-oin 00000099000000002000
subject_is client-oin-19 0000009900000000100
subject_is client-no-oin ""

. "$here/digikoppeling-pki_test.sh"

for key in "$pki"/*.key "$zoo"/*.key "$pki"/authorities/*/key.pem; do
  [ "$(stat -c %a "$key")" = 600 ] || fail "$key is readable by others"
done
for certificate in "$pki"/server*.pem "$pki"/client*.pem "$zoo"/server*.pem "$zoo"/client*.pem "$zoo"/oin-*.pem "$zoo"/person*.pem; do
  ofKey=$(openssl pkey -in "${certificate%.pem}.key" -pubout)
  [ "$(openssl x509 -in "$certificate" -noout -pubkey)" = "$ofKey" ] || fail "$certificate: key does not belong to it"
done

fingerprint() { openssl x509 -in "$pki/server.pem" -noout -fingerprint; }
first=$(fingerprint)
"$here/make-test-pki.sh" "$pki" gateway.test 192.0.2.7 >/dev/null
[ "$(fingerprint)" = "$first" ] || fail "a second run remade a set that is still valid"
"$here/make-test-pki.sh" "$pki" >/dev/null
second=$(fingerprint)
[ "$second" != "$first" ] || fail "other names asked for, and the set was not remade"
"$here/make-test-pki.sh" --force "$pki" >/dev/null
[ "$(fingerprint)" != "$second" ] || fail "--force did not remake the set"
leftovers=$(find "$pki" -maxdepth 1 -name '.new.*')
[ -z "$leftovers" ] || fail "left behind: $leftovers"
if "$here/make-test-pki.sh" >/dev/null 2>&1; then fail "no directory given, and no complaint"; fi

[ $failures = 0 ] || exit 1
echo "test PKI: all as it should be"
