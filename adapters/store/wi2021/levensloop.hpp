// Makes the dossier of a person who does not exist, step by step as the law would: link, plan, offers, tests,
// end. Used by the made-up population and by the named test persons.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adapters/store/sql.hpp"
#include "gateway/isi/signalen.hpp"
#include "gateway/isi/wi2021/dossier.hpp"

namespace cvsgw::store::wi2021 {

/// Threading: one thread. Steps are taken in the order of time; dates after `vandaag` are the caller's
/// mistake.
class Levensloop {
 public:
  Levensloop(isi::wi2021::Personalia personalia, std::string_view doelgroep, Date vaststelling, Date vandaag);

  isi::wi2021::Dossier& dossier() { return dossier_; }
  Date vandaag() const { return vandaag_; }

  Levensloop& woont(const Gemeentecode& gemeente, Date vanaf);
  Levensloop& gekoppeldDoorCoa(const Gemeentecode& gemeente, Date vanaf);
  /// Ends the stay and the contact person's link there.
  Levensloop& vertrekt(Date dag, std::string_view waarheen);
  Levensloop& koppel(const std::string& contactpersoonId, std::optional<Date> datum);

  Levensloop& aangemeldVoorLbt(Date dag, const std::string& examennummer);
  /// `resultaat`: J, N or O.
  Levensloop& lbtAfgenomen(Date dag, std::string_view resultaat);
  /// The first plan: it gives the term once it is definitive.
  Levensloop& pip(Date dagtekening, std::string_view leerroute, std::optional<std::string> niveau);
  /// A change, also by a municipality that the person has moved to.
  Levensloop& gewijzigdPip(Date dagtekening, std::string_view leerroute, std::optional<std::string> niveau);
  Levensloop& aanbod(const std::string& instellingsnummer, Date inschrijving, std::optional<Date> start,
                     std::optional<Date> einde);
  Levensloop& verlengd(Date dag, std::string_view grond, int maanden, std::string_view reden);
  Levensloop& uren(std::string_view soort, int aantal, Date tot);
  Levensloop& urenBij(const std::string& instellingsnummer, int taalles, int geoorloofd, int ongeoorloofd,
                      Date tot);
  Levensloop& examen(std::string_view onderdeel, std::optional<std::string> niveau, Date dag,
                     std::string_view status);
  Levensloop& map(Date dag, bool voldaan, std::optional<std::string> verwijtbaarheid = {});
  Levensloop& pvt(Date dag, bool voldaan, std::optional<std::string> verwijtbaarheid = {});
  Levensloop& aanvraag(std::string_view type, std::string_view soort, std::string_view status, Date ontvangst,
                       std::optional<Date> besluit);
  Levensloop& eindgesprek(Date dag, Date registratie);
  Levensloop& beeindigd(Date dag, std::string_view reden);
  Levensloop& overleden(Date dag);

  /// Placed when the dossier is saved, at `gemeente` if it then has the person in sight.
  Levensloop& signaal(std::string_view code, Date datum, isi::Signaalstatus status,
                      const Gemeentecode& gemeente);
  /// At the municipality of the last stay.
  Levensloop& signaal(std::string_view code, Date datum,
                      isi::Signaalstatus status = isi::Signaalstatus::nieuw);

  void save(Session& writer);

 private:
  struct Gebeurtenis {
    std::string code;
    Date datum;
    isi::Signaalstatus status;
    Gemeentecode gemeente;
  };
  const Gemeentecode& gemeente() const { return dossier_.verblijven.front().gemeentecode; }
  void setTermijn(Date start, Date einde, Date dag, std::string_view reden);

  isi::wi2021::Dossier dossier_;
  Date vandaag_;
  std::vector<Gebeurtenis> signalen_;
};

}  // namespace cvsgw::store::wi2021
