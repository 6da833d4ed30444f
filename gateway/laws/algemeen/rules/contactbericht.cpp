#include "gateway/laws/algemeen/rules/contactbericht.hpp"

#include "gateway/domain/tekst.hpp"
#include "gateway/laws/algemeen/rules/afzender.hpp"

namespace cvsgw::laws::algemeen {

using isi::loket::Berichtbesluit;
using isi::loket::Berichtinhoud;
using isi::loket::Berichtstand;

Berichtinhoud opgeschoond(const Berichtinhoud& inhoud) {
  Berichtinhoud out{inhoud.tekst, cvsgw::opgeschoond(inhoud.naam), cvsgw::opgeschoond(inhoud.email),
                    std::nullopt};
  if (inhoud.telefoonnummer) out.telefoonnummer = cvsgw::opgeschoond(*inhoud.telefoonnummer);
  return out;
}

Berichtbesluit verstuur(const Berichtstand& stand, const ContactberichtInvoer& invoer) {
  Berichtbesluit besluit;
  auto& meldingen = besluit.meldingen;
  const auto& nummer = invoer.inhoud.telefoonnummer;
  if (cvsgw::opgeschoond(invoer.inhoud.tekst).empty()) meldingen.push_back(melding("FS061", "bericht/tekst"));
  controleerNaam(meldingen, invoer.inhoud.naam, "bericht/naam");
  controleerEmail(meldingen, invoer.inhoud.email, "bericht/email");
  if (invoer.magBellen && !nummer) meldingen.push_back(melding("FS062", "bericht/telefoonnummer"));
  if (!invoer.magBellen && nummer) meldingen.push_back(melding("FS063", "bericht/telefoonnummer"));
  controleerOptioneel(meldingen, nummer, "bericht/telefoonnummer");
  if (invoer.metPersoon && !stand.persoon) meldingen.push_back(melding("FS064", "bericht/bsn"));
  if (geweigerd(meldingen)) return besluit;
  if (!stand.emailBekend) meldingen.push_back(melding("AS065", "bericht/email"));
  if (nummer && !stand.telefoonBekend) meldingen.push_back(melding("AS066", "bericht/telefoonnummer"));
  besluit.bericht.emplace();
  besluit.bericht->datum = stand.namens.vandaag;
  besluit.bericht->onderwerp = invoer.onderwerp;
  besluit.bericht->magBellen = invoer.magBellen;
  if (invoer.metPersoon) besluit.bericht->persoon = stand.persoon;
  return besluit;
}

}  // namespace cvsgw::laws::algemeen
