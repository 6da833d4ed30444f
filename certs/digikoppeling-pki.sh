# Part of make-test-pki.sh, which reads this file: chains of four levels as PKIoverheid has them, and everything near
# them that has to be refused. Uses its functions; makes $work/digikoppeling.
#
# The names are PKIoverheid's own with a mark; the keys are made here and thrown away with the set.

zoo=$work/digikoppeling
staat="/C=NL/O=Staat der Nederlanden"

authority() {  # authority NAME SUBJECT PARENT: PARENT may be NAME itself, for a root
  new_authority "$1"
  request "$work/$1/key.pem" "$2"
  if [ "$1" = "$3" ]; then
    sign "$1" root "$work/$1/certificate.pem" "$begin" "$end" -selfsign
  else
    sign "$3" authority "$work/$1/certificate.pem" "$begin" "$end"
  fi
}

chain() {  # chain PREFIX MARK: PREFIX-root, PREFIX-domain and PREFIX-tsp
  authority "$1-root" "$staat/CN=$2Staat der Nederlanden Private Root CA - G9" "$1-root"
  authority "$1-domain" "$staat/CN=$2Staat der Nederlanden Private Services CA - G9" "$1-root"
  authority "$1-tsp" "/C=NL/O=Vertrouwensdienst/organizationIdentifier=NTRNL-99999999/CN=$2Private Services CA - G9" "$1-domain"
}

client() {  # client NAME SUBJECT [AUTHORITY [EXTENSIONS [BEGIN END]]]: zoo/NAME.key and zoo/NAME.pem, with its issuers behind it
  of=${3:-proef-tsp}
  request "$zoo/$1.key" "$2"
  sign "$of" "${4:-client}" "$zoo/$1.pem" "${5:-$begin}" "${6:-$end}"
  cat "$work/$of/certificate.pem" "$work/${of%%-*}-domain/certificate.pem" >>"$zoo/$1.pem"
}

# Messages are signed with RSA. One key for all clients that sign: making one takes longer than all the rest of a certificate.
rsa() {  # rsa NAME SUBJECT EXTENSIONS [AUTHORITY [KEY]]: zoo/NAME.key (or that of KEY) and zoo/NAME.pem, with its issuers behind it
  of=${4:-proef-tsp}
  if [ $# -gt 4 ]; then cp "$zoo/$5.key" "$zoo/$1.key"; else
    quietly openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$zoo/$1.key"
  fi
  quietly openssl req -new -key "$zoo/$1.key" -config "$work/openssl.cnf" -out "$work/request.pem" -subj "$2"
  sign "$of" "$3" "$zoo/$1.pem" "$begin" "$end"
  cat "$work/$of/certificate.pem" "$work/${of%%-*}-domain/certificate.pem" >>"$zoo/$1.pem"
}

signers() {
  o="/C=NL/O=Gemeente Test"
  rsa signer "$o/serialNumber=00000099000000001000/CN=cvs.test" client-signing
  rsa signer-other-oin "$o/serialNumber=00000099000000002000/CN=cvs-2.test" client-signing proef-tsp signer
  rsa signer-revoked "$o/serialNumber=00000099000000001000/CN=cvs.test" client-signing proef-tsp signer
  rsa signer-look-alike "$o/serialNumber=00000099000000001000/CN=cvs.test" client-signing vals-tsp signer
  rsa signer-for-servers "$o/serialNumber=00000099000000001000/CN=cvs.test" server proef-tsp signer
  rsa signer-without-oin "$o/CN=cvs.test" client-signing proef-tsp signer
}

hex() { od -An -v -tx1 "$1" | tr -d ' \n'; }

# A request whose subject.serialNumber has any ASN.1 type and any bytes: written out by hand, since OpenSSL's own
# commands make a PrintableString of it always. VALUE as for `openssl asn1parse -genstr`.
odd_client() {  # odd_client NAME VALUE
  quietly openssl ecparam -genkey -name prime256v1 -noout -out "$zoo/$1.key"
  openssl pkey -in "$zoo/$1.key" -pubout -outform DER -out "$work/odd.pub"
  point=$(hex "$work/odd.pub" | sed 's/^.*034200//')
  {
    echo "asn1=SEQUENCE:request"
    printf '[info]\nversion=INTEGER:0\nsubject=SEQUENCE:name\nkey=SEQUENCE:spki\nattributes=IMPLICIT:0C,SET:none\n'
    printf '[none]\n[name]\na=SET:country\nb=SET:serial\nc=SET:common\n'
    printf '[country]\nx=SEQUENCE:countryv\n[countryv]\no=OID:2.5.4.6\nv=PRINTABLESTRING:NL\n'
    printf '[serial]\nx=SEQUENCE:serialv\n[serialv]\no=OID:2.5.4.5\nv=%s\n' "$2"
    printf '[common]\nx=SEQUENCE:commonv\n[commonv]\no=OID:2.5.4.3\nv=UTF8:cvs.test\n'
    printf '[spki]\na=SEQUENCE:ec\nk=FORMAT:HEX,BITSTRING:%s\n[ec]\na=OID:id-ecPublicKey\nb=OID:prime256v1\n' "$point"
  } >"$work/odd.cnf"
  sed 's/^asn1=.*/asn1=SEQUENCE:info/' "$work/odd.cnf" >"$work/info.cnf"
  quietly openssl asn1parse -genconf "$work/info.cnf" -noout -out "$work/info.der"
  openssl dgst -sha256 -sign "$zoo/$1.key" -out "$work/info.sig" "$work/info.der"
  printf '[request]\ni=SEQUENCE:info\na=SEQUENCE:algorithm\ns=FORMAT:HEX,BITSTRING:%s\n[algorithm]\na=OID:ecdsa-with-SHA256\n' \
    "$(hex "$work/info.sig")" >>"$work/odd.cnf"
  quietly openssl asn1parse -genconf "$work/odd.cnf" -noout -out "$work/request.der"
  quietly openssl req -inform DER -in "$work/request.der" -out "$work/request.pem"
  sign_plainly "$1"
}

sign_plainly() {  # sign_plainly NAME: of $work/request.pem, by a command that copies any subject
  quietly openssl x509 -req -in "$work/request.pem" -CA "$work/proef-tsp/certificate.pem" -CAkey "$work/proef-tsp/key.pem" \
    -set_serial "0x$(openssl rand -hex 15)" -days 700 -sha256 -extfile "$work/openssl.cnf" -extensions client -out "$zoo/$1.pem"
  cat "$work/proef-tsp/certificate.pem" "$work/proef-domain/certificate.pem" >>"$zoo/$1.pem"
}

revoke() {  # revoke AUTHORITY CERTIFICATE
  CA_DIR=$work/$1 quietly openssl ca -config "$work/openssl.cnf" -revoke "$2" -crl_reason keyCompromise
}

lists() {  # lists FOLDER AUTHORITY ...
  mkdir -p "$zoo/$1"
  folder=$1
  shift
  for authority in "$@"; do revocation_list "$authority" "$zoo/$folder/$authority.pem"; done
}

odd_numbers() {  # everything that R07 names
  o="/C=NL/O=Gemeente Test"
  client oin-19 "$o/serialNumber=0000009900000000100/CN=cvs.test"
  client oin-21 "$o/serialNumber=000000990000000010000/CN=cvs.test"
  client oin-letters "$o/serialNumber=0000009900000000100A/CN=cvs.test"
  client oin-spaces "$o/serialNumber=00000099 00000001000/CN=cvs.test"
  client oin-in-cn "$o/CN=00000099000000001000"
  client oin-in-organization-identifier "$o/organizationIdentifier=00000099000000001000/CN=cvs.test"
  client oin-wrong-prefix "$o/serialNumber=12345678000000001000/CN=cvs.test"
  request "$zoo/oin-two.key" "$o/serialNumber=00000099000000001000/serialNumber=00000099000000002000/CN=cvs.test"
  sign_plainly oin-two
  odd_client oin-utf8 "UTF8:00000099000000001000"
  odd_client oin-bmp "BMP:00000099000000001000"
  # Tag 19 is PrintableString, which asn1parse fills with characters only.
  odd_client oin-nul "IMPLICIT:19U,FORMAT:HEX,OCTETSTRING:3030303030303939303030303030303031303030002e"
}

clients() {
  o="/C=NL/O=Gemeente Test"
  client client "$o/serialNumber=00000099000000001000/CN=cvs.test"
  client client-other-oin "$o/serialNumber=00000099000000002000/CN=cvs-2.test"
  client client-unknown-oin "$o/serialNumber=00000099000000009000/CN=cvs-9.test"
  client client-expired "$o/serialNumber=00000099000000001000/CN=cvs.test" proef-tsp client "$long_ago" "$yesterday"
  client client-not-yet-valid "$o/serialNumber=00000099000000001000/CN=cvs.test" proef-tsp client "$far_ahead" "$end"
  client client-revoked "$o/serialNumber=00000099000000001000/CN=cvs.test"
  client client-revoked-later "$o/serialNumber=00000099000000001000/CN=cvs.test"
  client client-of-revoked-tsp "$o/serialNumber=00000099000000001000/CN=cvs.test" proef-tsp-revoked
  client client-for-servers "$o/serialNumber=00000099000000001000/CN=cvs.test" proef-tsp server
  client client-for-anything "$o/serialNumber=00000099000000001000/CN=cvs.test" proef-tsp no-purpose
  client client-look-alike "$o/serialNumber=00000099000000001000/CN=cvs.test" vals-tsp
  client person "/C=NL/GN=Test/SN=Persoon/serialNumber=00000099000000001000/CN=Test Persoon" proef-persoon
  client person-without-oin "/C=NL/GN=Test/SN=Persoon/CN=Test Persoon" proef-persoon
  # More bits than anybody needs; four primes are found much sooner than two, and nobody sees them.
  quietly openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:4160 -pkeyopt rsa_keygen_primes:4 -out "$zoo/client-big-key.key"
  quietly openssl req -new -key "$zoo/client-big-key.key" -config "$work/openssl.cnf" -out "$work/request.pem" \
    -subj "$o/serialNumber=00000099000000001000/CN=cvs.test"
  sign_plainly client-big-key
  quietly openssl req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config "$work/openssl.cnf" -days 700 \
    -extensions client -keyout "$zoo/client-self-signed.key" -out "$zoo/client-self-signed.pem" \
    -subj "$o/serialNumber=00000099000000001000/CN=cvs.test"
  # The right leaf and TSP; the domain's key and name, but vouched for by the look-alike root.
  cp "$zoo/client.key" "$zoo/client-cross-signed.key"
  { openssl x509 -in "$zoo/client.pem"; cat "$work/proef-tsp/certificate.pem" "$zoo/cross-domain.pem" "$work/vals-root/certificate.pem"; } \
    >"$zoo/client-cross-signed.pem"
}

make_zoo() {
  mkdir "$zoo"
  chain proef "TRIAL "
  chain vals "TRIAL "  # the same names, other keys
  chain echt ""        # for what only production does
  authority proef-tsp-revoked "/C=NL/O=Vertrouwensdienst/CN=TRIAL Ingetrokken Services CA - G9" proef-domain
  authority proef-persoon "/C=NL/O=Vertrouwensdienst/CN=TRIAL Personen CA - G9" proef-domain
  quietly openssl req -new -key "$work/proef-domain/key.pem" -config "$work/openssl.cnf" -out "$work/request.pem" \
    -subj "$staat/CN=TRIAL Staat der Nederlanden Private Services CA - G9"
  sign vals-root authority "$zoo/cross-domain.pem" "$begin" "$end"
  SAN="DNS:localhost,IP:127.0.0.1,IP:::1"
  client server "/C=NL/O=Test/serialNumber=00000099000000003000/CN=localhost" proef-tsp server
  client server-second "/C=NL/O=Test/serialNumber=00000099000000003000/CN=localhost" proef-tsp server
  client server-expired "/C=NL/O=Test/serialNumber=00000099000000003000/CN=localhost" proef-tsp server "$long_ago" "$yesterday"
  client echt-server "/C=NL/O=Test/serialNumber=00000001999999999000/CN=localhost" echt-tsp server
  client echt-client "/C=NL/O=Test/serialNumber=00000001999999998000/CN=cvs.test" echt-tsp
  client echt-client-test-oin "/C=NL/O=Test/serialNumber=00000099000000001000/CN=cvs.test" echt-tsp
  rsa server-rsa-second "/C=NL/O=Test/serialNumber=00000099000000003000/CN=localhost" server-signing
  rsa server-rsa "/C=NL/O=Test/serialNumber=00000099000000003000/CN=localhost" server-signing
  clients
  odd_numbers
  signers
  revoke proef-tsp "$zoo/client-revoked.pem"
  revoke proef-tsp "$zoo/signer-revoked.pem"
  revoke proef-domain "$work/proef-tsp-revoked/certificate.pem"
  all="proef-root proef-domain proef-tsp proef-tsp-revoked proef-persoon"
  # shellcheck disable=SC2086
  lists crl $all
  lists echt-crl echt-root echt-domain echt-tsp
  cp -R "$zoo/crl" "$zoo/crl-without-domain"
  rm "$zoo/crl-without-domain/proef-domain.pem"
  cp -R "$zoo/crl" "$zoo/crl-ended"
  CA_DIR=$work/proef-tsp quietly openssl ca -gencrl -config "$work/openssl.cnf" -crl_lastupdate "$long_ago" \
    -crl_nextupdate "$yesterday" -out "$zoo/crl-ended/proef-tsp.pem"
  cp -R "$zoo/crl" "$zoo/crl-later"
  revoke proef-tsp "$zoo/client-revoked-later.pem"
  revocation_list proef-tsp "$zoo/crl-later/proef-tsp.pem"
  cp "$work/proef-root/certificate.pem" "$zoo/root.pem"
  # shellcheck disable=SC2086
  for name in $all; do cat "$work/$name/certificate.pem"; done >"$zoo/whole-chain.pem"
  for name in echt-root echt-domain echt-tsp; do cat "$work/$name/certificate.pem"; done >"$zoo/echt-whole-chain.pem"
  cp "$work/echt-root/certificate.pem" "$zoo/echt-root.pem"
  cp "$work/vals-root/certificate.pem" "$zoo/vals-root.pem"
}
