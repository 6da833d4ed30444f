// For tests of this room: a request with given header blocks.
#pragma once

#include <string>

#include "gateway/xml/envelope.hpp"

namespace cvsgw::security {

/// Throws when the text is not an envelope. The prefixes s, a (WS-Addressing), e and u (WS-Security) are
/// declared.
inline xml::Envelope envelopeWith(const std::string& headerBlocks) {
  const std::string text =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
      "xmlns:a=\"http://www.w3.org/2005/08/addressing\" "
      "xmlns:e=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" "
      "xmlns:u=\"http://docs.oasis-open.org/wss/2004/01/"
      "oasis-200401-wss-wssecurity-utility-1.0.xsd\"><s:Header>" +
      headerBlocks + "</s:Header><s:Body><o:Ping xmlns:o=\"urn:o\"/></s:Body></s:Envelope>";
  return std::move(xml::openEnvelope(std::move(xml::parse(xml::byteGate(text).value()).value())).value());
}

}  // namespace cvsgw::security
