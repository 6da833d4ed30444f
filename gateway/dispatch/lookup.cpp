#include "gateway/dispatch/lookup.hpp"

#include <algorithm>
#include <array>

namespace cvsgw::dispatch {
namespace {

// Removes one pair of quotes, which WS-I asks for and many clients leave out.
std::string_view unquoted(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') return text.substr(1, text.size() - 2);
  return text;
}

}  // namespace

std::string actionOf(const Service& service, const Operation& operation) {
  return std::string(namespaceUri(service.ns)) + "/" + std::string(operation.name);
}

Outcome<const Service*> findService(std::span<const Service* const> services, std::string_view path) {
  std::string paths;
  for (const Service* service : services) {
    if (service->path == path) return service;
    paths += (paths.empty() ? "" : ", ") + std::string(service->path);
  }
  return refuse(FaultKind::notFound, "Op dit pad is geen dienst. De diensten staan op " + paths + ".");
}

Outcome<const Operation*> findOperation(const Service& service, std::string_view ns,
                                        std::string_view localName) {
  for (const Operation& operation : service.operations) {
    if (operation.name != localName) continue;
    if (ns == namespaceUri(service.ns)) return &operation;
    return refuse(FaultKind::unknownOperation,
                  "Het element in de Body heeft een andere namespace dan deze dienst: die is " +
                      std::string(namespaceUri(service.ns)) + ".");
  }
  std::string names;
  for (const Operation& operation : service.operations)
    names += (names.empty() ? "" : ", ") + std::string(operation.name);
  return refuse(FaultKind::unknownOperation, "De Body bevat geen bewerking van " + std::string(service.name) +
                                                 ". De bewerkingen zijn " + names + ".");
}

bool isQuery(const Operation& operation) {
  // The verbs of the contract's queries; a verb that is not here counts as a change, which asks more.
  constexpr std::array<std::string_view, 7> kVerbs = {"Zoek", "Haal",   "Raadpleeg", "Lijst",
                                                      "Tel",  "Bepaal", "Ping"};
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) { return operation.name.starts_with(verb); });
}

Outcome<void> checkAction(const Service& service, const Operation& operation,
                          const std::optional<std::string>& soapAction,
                          const std::optional<std::string>& wsaAction, SoapActionRule rule) {
  const std::string expected = actionOf(service, operation);
  const bool exact = soapAction && (*soapAction == "\"\"" || *soapAction == '"' + expected + '"');
  if (rule == SoapActionRule::strict && !exact) {
    return refuse(
        FaultKind::soapActionMismatch,
        "De HTTP-kop SOAPAction is verplicht, tussen aanhalingstekens; geef \"" + expected + "\" of \"\".");
  }
  if (soapAction && !unquoted(*soapAction).empty() && unquoted(*soapAction) != expected) {
    return refuse(
        FaultKind::soapActionMismatch,
        "De HTTP-kop SOAPAction past niet bij de bewerking in de Body; geef \"" + expected + "\" of \"\".");
  }
  if (wsaAction && *wsaAction != expected) {
    return refuse(FaultKind::soapActionMismatch,
                  "De kop wsa:Action past niet bij de bewerking in de Body; geef " + expected + ".");
  }
  return {};
}

}  // namespace cvsgw::dispatch
