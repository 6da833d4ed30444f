#!/bin/sh
# Makes a test PKI: certificate authorities, server and client certificates, valid ones and every kind that has to be
# refused. For tests and trying out only; README.md beside this file lists the products.
#
#   make-test-pki.sh [--force] DIR [NAME ...]     NAME: extra DNS name or IPv4 address of the server certificate
#
# A set that was made by this same script, for the same names, and that stays valid for another week is left alone.
set -eu
umask 077

force=no
if [ "${1:-}" = --force ]; then force=yes; shift; fi
if [ $# -lt 1 ] || [ "${1#-}" != "$1" ]; then
  echo "usage: $0 [--force] DIR [NAME ...]" >&2
  exit 2
fi
dir=$1
shift
names=$*
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
mark="$(cat "$here/make-test-pki.sh" "$here/digikoppeling-pki.sh" | openssl dgst -sha256 -r | cut -d' ' -f1) $names"
week=604800

still_good() {
  [ "$(cat "$dir/set" 2>/dev/null)" = "$mark" ] || return 1
  for certificate in root-ca intermediate-ca server client client-revoked; do
    openssl x509 -in "$dir/$certificate.pem" -noout -checkend $week >/dev/null 2>&1 || return 1
  done
}
mkdir -p "$dir"
# Two test programs may ask for the same set at once: the second waits and finds it made.
exec 9>"$dir/.lock"
flock 9
if [ $force = no ] && still_good; then
  echo "test PKI in $dir is up to date"
  exit 0
fi

# Built aside and moved into place at the end, so that an interrupted run leaves no half set.
work=$(mktemp -d "$dir/.new.XXXXXX")
trap 'rm -rf "$work"' EXIT
log=$work/openssl.log

# `openssl ca` and not `x509 -req`, because OpenSSL 3.0 can only there set both ends of a certificate's life.
cat >"$work/openssl.cnf" <<'CONFIG'
[ca]
default_ca = store
[store]
dir = $ENV::CA_DIR
database = $dir/index.txt
serial = $dir/serial
crlnumber = $dir/crlnumber
new_certs_dir = $dir
certificate = $dir/certificate.pem
private_key = $dir/key.pem
default_md = sha256
policy = any
preserve = yes
unique_subject = no
email_in_dn = no
[any]
countryName = optional
organizationName = optional
organizationIdentifier = optional
givenName = optional
surname = optional
serialNumber = optional
commonName = supplied
[req]
prompt = no
distinguished_name = unused
[unused]
CN = unused
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[intermediate]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[no-purpose]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = $ENV::SAN
[client]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server-signing]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = $ENV::SAN
[client-signing]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONFIG

# quietly COMMAND ...: shows the output of a command only when it fails.
quietly() {
  "$@" >"$log" 2>&1 || { cat "$log" >&2; echo "failed: $*" >&2; exit 1; }
}

export CA_DIR="$work" SAN="DNS:unused"
begin=$(date -u -d '1 hour ago' +%Y%m%d%H%M%SZ)
end=$(date -u -d '+800 days' +%Y%m%d%H%M%SZ)
long_ago=$(date -u -d '400 days ago' +%Y%m%d%H%M%SZ)
yesterday=$(date -u -d '1 day ago' +%Y%m%d%H%M%SZ)
far_ahead=$(date -u -d '+400 days' +%Y%m%d%H%M%SZ)

request() {  # request KEYFILE SUBJECT: a new P-256 key and $work/request.pem
  quietly openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config "$work/openssl.cnf" \
    -keyout "$1" -subj "$2" -out "$work/request.pem"
}

new_authority() {  # new_authority NAME: the files that `openssl ca` keeps for one authority
  mkdir "$work/$1"
  : >"$work/$1/index.txt"
  openssl rand -hex 15 >"$work/$1/serial"
  echo 01 >"$work/$1/crlnumber"
}

sign() {  # sign AUTHORITY EXTENSIONS OUT BEGIN END [OPTION ...]
  authority=$1 extensions=$2 out=$3 from=$4 until=$5
  shift 5
  CA_DIR=$work/$authority quietly openssl ca -batch -notext -config "$work/openssl.cnf" -extensions "$extensions" \
    -startdate "$from" -enddate "$until" -in "$work/request.pem" -out "$out" "$@"
}

root() {  # root NAME COMMON_NAME
  new_authority "$1"
  request "$work/$1/key.pem" "/C=NL/O=CVS-ISI test/CN=$2"
  sign "$1" root "$work/$1/certificate.pem" "$begin" "$end" -selfsign
}

leaf() {  # leaf NAME AUTHORITY EXTENSIONS SUBJECT [BEGIN END]: NAME.key and NAME.pem
  request "$work/$1.key" "$4"
  sign "$2" "$3" "$work/$1.pem" "${5:-$begin}" "${6:-$end}"
}

revocation_list() {  # revocation_list AUTHORITY OUT
  CA_DIR=$work/$1 quietly openssl ca -gencrl -config "$work/openssl.cnf" -crldays 800 -out "$2"
}

root root "Test root CA"
new_authority intermediate
request "$work/intermediate/key.pem" "/C=NL/O=CVS-ISI test/CN=Test intermediate CA"
sign root intermediate "$work/intermediate/certificate.pem" "$begin" "$end"
# Same names, other keys: only a check of signatures tells this authority from the real one.
root stranger "Test intermediate CA"

SAN="DNS:localhost,IP:127.0.0.1,IP:::1"
for name in $names; do
  case $name in
    *[!0-9.]*) SAN="$SAN,DNS:$name" ;;
    *) SAN="$SAN,IP:$name" ;;
  esac
done
leaf server intermediate server "/C=NL/O=CVS-ISI test/CN=localhost"
leaf server-expired intermediate server "/C=NL/O=CVS-ISI test/CN=localhost" "$long_ago" "$yesterday"
SAN="DNS:elders.invalid"
leaf server-wrong-name intermediate server "/C=NL/O=CVS-ISI test/CN=elders.invalid"

# OINs with the prefix 00000099 are for tests only.
gemeente="/C=NL/O=Gemeente Test"
leaf client intermediate client "$gemeente/serialNumber=00000099000000001000/CN=cvs.test"
leaf client-other-oin intermediate client "$gemeente/serialNumber=00000099000000002000/CN=cvs-2.test"
leaf client-expired intermediate client "$gemeente/serialNumber=00000099000000001000/CN=cvs.test" "$long_ago" "$yesterday"
leaf client-not-yet-valid intermediate client "$gemeente/serialNumber=00000099000000001000/CN=cvs.test" "$far_ahead" "$end"
leaf client-unknown-issuer stranger client "$gemeente/serialNumber=00000099000000001000/CN=cvs.test"
leaf client-no-oin intermediate client "$gemeente/CN=cvs.test"
leaf client-oin-19 intermediate client "$gemeente/serialNumber=0000009900000000100/CN=cvs.test"
leaf client-revoked intermediate client "$gemeente/serialNumber=00000099000000001000/CN=cvs.test"
CA_DIR=$work/intermediate quietly openssl ca -config "$work/openssl.cnf" -revoke "$work/client-revoked.pem" \
  -crl_reason keyCompromise

. "$here/digikoppeling-pki.sh"
make_zoo

revocation_list root "$work/crl-root.pem"
revocation_list intermediate "$work/crl-intermediate.pem"

cp "$work/root/certificate.pem" "$work/root-ca.pem"
cp "$work/intermediate/certificate.pem" "$work/intermediate-ca.pem"
cat "$work/root-ca.pem" "$work/intermediate-ca.pem" >"$work/ca-bundle.pem"
cat "$work/crl-intermediate.pem" "$work/crl-root.pem" >"$work/crl.pem"
# A TLS peer sends its intermediate along, so the files for use hold the chain.
for certificate in "$work"/server*.pem "$work"/client*.pem; do
  case $certificate in *client-unknown-issuer.pem) continue ;; esac
  cat "$work/intermediate-ca.pem" >>"$certificate"
done

rm -f "$dir/set"
rm -rf "$dir/digikoppeling"
mv "$zoo" "$dir/"
chmod 644 "$dir"/digikoppeling/*.pem
mv -f "$work"/*.pem "$work"/*.key "$dir/"
rm -f "$dir/request.pem"
rm -rf "$dir/authorities"
mkdir "$dir/authorities"
mv "$work/root" "$work/intermediate" "$work/stranger" "$work/openssl.cnf" "$work"/proef-* "$work"/echt-* "$work"/vals-* \
  "$dir/authorities/"
chmod 644 "$dir"/*.pem
printf '%s\n' "$mark" >"$dir/set"
echo "test PKI made in $dir"
