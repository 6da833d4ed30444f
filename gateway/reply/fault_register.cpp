#include "gateway/reply/fault_register.hpp"

#include <cstdlib>

namespace cvsgw::reply {
namespace {

constexpr std::string_view kClient = "soap:Client";
constexpr std::string_view kServer = "soap:Server";
constexpr std::string_view kHeaderRequired = "wsa:MessageAddressingHeaderRequired";
constexpr std::string_view kHeaderInvalid = "wsa:InvalidAddressingHeader";
constexpr std::string_view kAanroeper = "aanroeper";
constexpr std::string_view kGateway = "gateway";
constexpr std::string_view kIsi = "ISI";

}  // namespace

// In the order of the checks (contract.md, Faults). No default: the compiler names a kind that is not here.
// Retrying helps with 429 and 0051, which is what soap:Server tells (SOAP 1.1 § 4.4.1).
FaultRow faultRow(FaultKind kind) {
  switch (kind) {
    // HTTP
    case FaultKind::notFound:
      return {404, "0003", kClient, kAanroeper, "Op dit adres staat geen dienst."};
    case FaultKind::methodNotAllowed:
      return {405, "0001", kClient, kAanroeper, "Een bericht komt met HTTP POST."};
    case FaultKind::bodyTooLarge:
      return {413, "0001", kClient, kAanroeper, "Het bericht is te groot."};
    case FaultKind::unsupportedMediaType:
      return {415, "0001", kClient, kAanroeper,
              "Een bericht is text/xml in UTF-8, niet gecomprimeerd en zonder bijlagen."};
    case FaultKind::tooManyRequests:
      return {429, "0051", kServer, kAanroeper, "Te veel verzoeken; probeer het later opnieuw."};
    case FaultKind::overloaded:
      return {503, "0051", kServer, kGateway,
              "De gateway heeft nu geen capaciteit; probeer het later opnieuw."};
    // bytes and structure
    case FaultKind::notUtf8:
      return {500, "0009", kClient, kAanroeper, "Het bericht is geen UTF-8."};
    case FaultKind::doctypeRefused:
      return {500, "0001", kClient, kAanroeper, "Het bericht bevat een documenttype."};
    case FaultKind::processingInstruction:
      return {500, "0001", kClient, kAanroeper, "Het bericht bevat een verwerkingsinstructie."};
    case FaultKind::limitExceeded:
      return {500, "0001", kClient, kAanroeper,
              "Het bericht is groter of ingewikkelder dan wordt aangenomen."};
    case FaultKind::malformedXml:
      return {500, "0001", kClient, kAanroeper, "Het bericht is geen welgevormde XML."};
    case FaultKind::versionMismatch:
      return {500, "0001", "soap:VersionMismatch", kAanroeper, "De envelop is niet van SOAP 1.1."};
    case FaultKind::envelopeInvalid:
      return {500, "0001", kClient, kAanroeper, "Het bericht is geen geldige SOAP 1.1-envelop."};
    case FaultKind::mustUnderstand:
      return {500, "0010", "soap:MustUnderstand", kAanroeper,
              "De gateway kent een headerblok met mustUnderstand=\"1\" niet."};
    case FaultKind::headerNotAllowed:
      return {500, "0010", kClient, kAanroeper,
              "De Header heeft een blok dat op deze luisteraar niet is toegestaan."};
    // WS-Addressing
    case FaultKind::addressingToMissing:
      return {500, "0005", kHeaderRequired, kAanroeper, "WS-Addressing header To ontbreekt of is ongeldig."};
    case FaultKind::addressingActionMissing:
      return {500, "0006", kHeaderRequired, kAanroeper,
              "WS-Addressing header Action ontbreekt of is ongeldig."};
    case FaultKind::addressingMessageIdMissing:
      return {500, "0007", kHeaderRequired, kAanroeper,
              "WS-Addressing header MessageID ontbreekt of is ongeldig."};
    case FaultKind::addressingRelatesToInvalid:
      return {500, "0008", kHeaderInvalid, kAanroeper, "WS-Addressing header RelatesTo is ongeldig."};
    case FaultKind::addressingHeaderInvalid:
      return {500, "0011", kHeaderInvalid, kAanroeper,
              "Een WS-Addressing header heeft een andere waarde dan voorgeschreven."};
    case FaultKind::messageIdReused:
      return {500, "0011", kHeaderInvalid, kAanroeper,
              "Deze MessageID is al gebruikt voor een ander bericht; geef elk bericht een eigen MessageID."};
    // caller
    case FaultKind::securityHeaderMissing:
      return {500, "0002", "wsse:InvalidSecurity", kAanroeper,
              "De WS-Security header ontbreekt of wordt niet aanvaard."};
    case FaultKind::authenticationFailed:
      return {500, "0002", "wsse:FailedAuthentication", kAanroeper,
              "De applicatiesleutel en het wachtwoord worden niet aanvaard."};
    case FaultKind::notAuthorised:
      return {500, "0002", kClient, kAanroeper, "De applicatiesleutel geeft geen recht op deze vraag."};
    // dispatch
    case FaultKind::unknownOperation:
      return {500, "0003", kClient, kAanroeper, "Deze dienst kent de gevraagde bewerking niet."};
    case FaultKind::soapActionMismatch:
      return {500, "0003", kClient, kAanroeper,
              "SOAPAction is leeg of gelijk aan de Action van de bewerking in soap:Body."};
    case FaultKind::schemaInvalid:
      return {500, "0004", kClient, kAanroeper, "Het bericht voldoet niet aan het schema."};
    // our side
    case FaultKind::internal:
      return {500, "0051", kServer, kGateway,
              "De gateway kon het bericht door een eigen fout niet verwerken."};
    case FaultKind::isiUnavailable:
      return {500, "0051", kServer, kIsi, "Het ISI is niet beschikbaar; probeer het later opnieuw."};
    case FaultKind::auditUnavailable:
      return {
          503, "0051", kServer, kGateway,
          "De gateway kan nu niet vastleggen wie welke gegevens krijgt en antwoordt daarom niet; probeer het "
          "later opnieuw."};
  }
  std::abort();  // a value outside the enumeration is a defect of ours
}

std::string_view faultAction(FaultKind kind) {
  const bool addressing = faultRow(kind).faultcode.substr(0, 4) == "wsa:";
  return addressing ? "http://www.w3.org/2005/08/addressing/fault"
                    : "http://www.w3.org/2005/08/addressing/soap/fault";
}

}  // namespace cvsgw::reply
