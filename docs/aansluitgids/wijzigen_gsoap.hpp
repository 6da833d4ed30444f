// Een eigen wsa:MessageID voor gSOAP; opnemen na soapH.h, dat met koppen_gsoap.h is gemaakt.
#pragma once

// [berichtkenmerk]
#include <chrono>
#include <string>
#include <thread>

inline std::string nieuwKenmerk(soap* context) {
  return soap_rand_uuid(context, "urn:uuid:");
}

/// De koppen van één aanroep; erna staan er die van het antwoord. Bij een MessageID hoort een Action.
inline void zetKoppen(soap* context, wsse__Security& sleutel, const std::string& actie,
                      const std::string& kenmerk) {
  context->header = nullptr;
  soap_header(context);
  context->header->wsse__Security = &sleutel;
  context->header->wsa__Action = soap_strdup(context, actie.c_str());
  context->header->wsa__MessageID = soap_strdup(context, kenmerk.c_str());
}

/// Een wijziging. Blijft het antwoord uit, dan gaat hetzelfde bericht met hetzelfde kenmerk nog eens.
template <class Proxy, class Vraag, class Antwoord>
int wijzig(Proxy& proxy, int (Proxy::*bewerking)(Vraag*, Antwoord&), wsse__Security& sleutel,
           const std::string& actie, const std::string& kenmerk, Vraag& vraag, Antwoord& antwoord,
           int pogingen = 5) {
  for (int poging = 1;; ++poging) {
    zetKoppen(proxy.soap, sleutel, actie, kenmerk);
    const int uitkomst = (proxy.*bewerking)(&vraag, antwoord);
    // Een SOAP-fault is een antwoord; een verbroken verbinding of een time-out niet.
    const bool geenAntwoord = soap_tcp_error_check(uitkomst) || soap_ssl_error_check(uitkomst);
    if (!geenAntwoord || poging == pogingen) return uitkomst;
    std::this_thread::sleep_for(std::chrono::seconds(1 << (poging - 1)));
  }
}
// [/berichtkenmerk]
