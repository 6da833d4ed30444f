#!/bin/sh
# Usage: generate-gsoap.sh WSDL_DIR OUT_DIR: copies the contract with local schema locations, then runs wsdl2h and soapcpp2.
set -eu
contract=$1
out=$2
mkdir -p "$out/contract"
for file in "$contract"/*/v1/*.xsd "$contract"/*/v1/*.wsdl; do
  sed -E 's#https://cvs-isi\.example\.nl/ws/[a-z0-9]+/v1\?xsd=([a-z0-9]+)#\1.xsd#' "$file" > "$out/contract/$(basename "$file")"
done
cat > "$out/typemap.dat" <<'MAP'
g = "urn:inburgering:cvs-isi:gemeenschappelijk:v1"
alg = "urn:inburgering:cvs-isi:algemeen:v1"
w07 = "urn:inburgering:cvs-isi:wi2007:v1"
w13 = "urn:inburgering:cvs-isi:wi2013:v1"
w21 = "urn:inburgering:cvs-isi:wi2021:v1"
MAP
cd "$out"
wsdl2h -c++17 -O4 -P -x -L -w -t typemap.dat -I contract -o cvs.h contract/*.wsdl > wsdl2h.log 2>&1 || { cat wsdl2h.log; exit 1; }
soapcpp2 -1 -c++17 -j -S -L -x -w -I /usr/share/gsoap/import:/usr/share/gsoap -d . -p cvs cvs.h > soapcpp2.log 2>&1 || {
  cat soapcpp2.log
  exit 1
}
# One namespace table serves all services; its generated name follows whichever service comes last.
for table in *Binding*.nsmap; do mv "$table" cvs.nsmap; done
