#include "gateway/isi/loket/bevestiging.hpp"

#include "gateway/domain/gemeenten.hpp"

namespace cvsgw::isi::loket {

Mail bevestiging(const Bestelling& bestelling, const Gemeentecode& gemeente) {
  Mail mail;
  mail.soort = "bestelling";
  mail.sleutel = "bestelling/" + bestelling.bestelnummer;
  mail.gemeente = gemeente;
  mail.aan = bestelling.email;
  mail.onderwerp = "Bestelling " + bestelling.bestelnummer + " van waardepapier ontvangen";
  mail.tekst = "Beste " + bestelling.naam + ",\n\nDe bestelling van " +
               std::string(kGemeenten.omschrijving(gemeente.value())) + " is ontvangen op " +
               bestelling.datum.dutch() + ":\n\n- " + std::to_string(bestelling.aantal) + " stuks " +
               std::string(codes::kWaardepapier.omschrijving(bestelling.soort)) + " (" +
               std::to_string(bestelling.aantalSets) + (bestelling.aantalSets == 1 ? " set" : " sets") +
               ")\n";
  if (bestelling.kenmerk) mail.tekst += "- kenmerk: " + *bestelling.kenmerk + "\n";
  mail.tekst += "\nDe waardepapieren worden per aangetekende post verstuurd.\n";
  mail.tekst += kMailslot;
  mail.nietVoor = momentInAmsterdam(bestelling.datum, std::chrono::hours{0});
  return mail;
}

}  // namespace cvsgw::isi::loket
