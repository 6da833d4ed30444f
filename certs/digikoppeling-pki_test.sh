# Part of make-test-pki_test.sh, which reads this file: every certificate of digikoppeling/ is what its name says.
zoo=$pki/digikoppeling

dk_verify() {  # dk_verify NAME ROOT CRLFOLDER
  awk 'found { print } /END CERTIFICATE/ { found = 1 }' "$zoo/$1.pem" >"$scratch/issuers.pem"
  [ -s "$scratch/issuers.pem" ] || cp "$zoo/$1.pem" "$scratch/issuers.pem"  # OpenSSL takes no empty file
  cat "$zoo/$3"/*.pem >"$scratch/lists.pem"
  openssl verify -x509_strict -purpose "${4:-sslclient}" -crl_check_all -CAfile "$zoo/$2.pem" -untrusted "$scratch/issuers.pem" \
    -CRLfile "$scratch/lists.pem" "$zoo/$1.pem" 2>&1
}
dk_passes() { dk_verify "$@" >"$scratch/out" || fail "$1 should pass: $(cat "$scratch/out")"; }
dk_refused() {  # dk_refused REASON NAME ROOT CRLFOLDER
  reason=$1
  shift
  if dk_verify "$@" >"$scratch/out"; then
    fail "$1 should be refused"
  elif ! grep -q "$reason" "$scratch/out"; then
    fail "$1 should be refused with '$reason': $(cat "$scratch/out")"
  fi
}
dk_subject() {  # dk_subject NAME EXPECTED: of the serialNumber, with its type
  got=$(openssl x509 -in "$zoo/$1.pem" -noout -subject -nameopt sep_multiline,show_type,esc_ctrl | sed -n 's/^ *serialNumber *= *//p' |
    tr '\n' '+')
  [ "$got" = "$2+" ] || fail "$1: serialNumber is '$got', not '$2'"
}

# What only an OIN tells apart has a chain that holds.
for name in client client-other-oin client-unknown-oin client-for-anything client-big-key person person-without-oin \
  oin-19 oin-21 oin-letters oin-spaces oin-in-cn oin-in-organization-identifier oin-wrong-prefix oin-two oin-utf8 oin-bmp oin-nul; do
  dk_passes "$name" root crl
done
for name in signer signer-other-oin signer-without-oin; do dk_passes "$name" root crl; done
dk_passes server root crl sslserver
dk_passes server-rsa root crl sslserver
dk_refused "certificate revoked" signer-revoked root crl
dk_refused "certificate purpose" signer-for-servers root crl
dk_refused "unable to get local issuer\|signature failure" signer-look-alike root crl
dk_passes echt-server echt-root echt-crl sslserver
dk_passes echt-client echt-root echt-crl
dk_passes client-revoked-later root crl
dk_refused "certificate revoked" client-revoked-later root crl-later
dk_refused "certificate revoked" client-revoked root crl
dk_refused "certificate revoked" client-of-revoked-tsp root crl
dk_refused "certificate has expired" client-expired root crl
dk_refused "not yet valid" client-not-yet-valid root crl
dk_refused "certificate purpose" client-for-servers root crl
dk_refused "CRL has expired" client root crl-ended
dk_refused "unable to get certificate CRL" client root crl-without-domain
dk_refused "unable to get local issuer\|signature failure" client-look-alike root crl
dk_refused "self-signed certificate" client-cross-signed root crl
dk_refused "self-signed certificate" client-self-signed root crl

for name in signer server-rsa; do
  openssl x509 -in "$zoo/$name.pem" -noout -text | grep -q "Public-Key: (2048 bit)" || fail "$name: has no RSA key of 2048 bits"
done
[ "$(grep -c BEGIN "$zoo/whole-chain.pem")" = 5 ] || fail "whole-chain: has not the five issuers"
[ "$(grep -c BEGIN "$zoo/echt-whole-chain.pem")" = 3 ] || fail "echt-whole-chain: has not three certificates"

dk_subject client PRINTABLESTRING:00000099000000001000
dk_subject oin-two PRINTABLESTRING:00000099000000001000+PRINTABLESTRING:00000099000000002000
dk_subject oin-utf8 UTF8STRING:00000099000000001000
dk_subject oin-bmp BMPSTRING:00000099000000001000
dk_subject oin-nul 'PRINTABLESTRING:00000099000000001000\00.'
dk_subject oin-19 PRINTABLESTRING:0000009900000000100
dk_subject oin-21 PRINTABLESTRING:000000990000000010000
openssl x509 -in "$zoo/client-big-key.pem" -noout -text | grep -q "Public-Key: (4160 bit)" || fail "client-big-key: has no key of 4160 bits"
# Four levels, and their names are those of the look-alike.
[ "$(grep -c BEGIN "$zoo/client.pem")" = 3 ] || fail "client: its chain has not three certificates under the root"
[ "$(openssl x509 -in "$zoo/root.pem" -noout -subject)" = "$(openssl x509 -in "$zoo/vals-root.pem" -noout -subject)" ] ||
  fail "the look-alike root has another name"
