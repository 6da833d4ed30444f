// Any bytes through all steps of this room: an accepted message must have a canonical form that is accepted
// again and is its own canonical form. Corpus: gateway/xml/fuzz_corpus.
#include <cstdint>
#include <cstdlib>

#include "gateway/xml/canonical.hpp"

namespace {

using namespace cvsgw::xml;

const SchemaSet& schemas() {
  static const SchemaSet set = std::move(
      SchemaSet::compile(
          {{"urn:o",
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:o' xmlns='urn:o' "
            "elementFormDefault='qualified'><xs:element name='Zoek'><xs:complexType><xs:sequence>"
            "<xs:element name='tekst' type='xs:string' minOccurs='0' maxOccurs='9'/>"
            "<xs:element name='getal' type='xs:int' minOccurs='0'/>"
            "<xs:element name='datum' type='xs:date' minOccurs='0'/>"
            "</xs:sequence></xs:complexType></xs:element></xs:schema>"}})
          .value());
  return set;
}

cvsgw::Outcome<std::string> canonical(const std::string& bytes) {
  return byteGate(bytes).and_then(parse).and_then(openEnvelope).and_then([](Envelope envelope) {
    return schemas().validate(envelope).and_then(canonicalBody);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto first = canonical(std::string(reinterpret_cast<const char*>(data), size));
  if (!first) return 0;
  const auto second = canonical("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" +
                                *first + "</s:Body></s:Envelope>");
  if (!second || *second != *first) std::abort();
  return 0;
}
