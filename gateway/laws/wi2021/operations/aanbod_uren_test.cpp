// Offers and hours as a caller meets them, through the store: what is answered, what is stored, and what the
// reading operations show afterwards. Every question and answer is held against the published schema.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/store/wi2021/dossiers.hpp"
#include "gateway/domain/testing/hier_en_nu.hpp"
#include "gateway/laws/testing/service_under_test.hpp"
#include "gateway/laws/wi2021/law.hpp"
#include "gateway/laws/wi2021/rules/aanbod.hpp"

namespace cvsgw::laws::wi2021 {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kVol = "999994001";         // everything filled, B1-route, offer at 0000010018
constexpr const char* kNieuwPip = "999994062";    // plan of eight days ago, no offer
constexpr const char* kOroute = "999994049";      // O-route
constexpr const char* kGezin = "999994141";       // no asielstatushouder
constexpr const char* kVertrokken = "999994074";  // moved, no new plan yet

std::string el(const std::string& name, const std::string& value) {
  return "<" + name + ">" + value + "</" + name + ">";
}

/// The first element of that name, whatever its prefix.
std::string text(const std::string& answer, const std::string& name) {
  const auto at = answer.find(name + ">");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 1;
  return answer.substr(from, answer.find('<', from) - from);
}

class Wi2021AanbodUren : public ::testing::Test {
 protected:
  std::string vraag(const std::string& operation, const std::string& bsn, const std::string& rest,
                    const std::string& gemeente = "0363") {
    return service_.answer(operation, el("gemeentecode", gemeente) + el("bsn", bsn) + rest);
  }
  std::string persoon(const std::string& bsn) { return vraag("RaadpleegPersoon", bsn, ""); }
  std::string historie(const std::string& bsn) {
    return vraag("RaadpleegHistorie", bsn, el("soort", "Aanbod"));
  }
  static std::string nieuw(const std::string& school, const std::string& start,
                           const std::string& einde = {}) {
    return el("aanbod", el("instellingsnummer", school) + el("datumInschrijving", "2026-11-20") +
                            el("startdatumOpleiding", start) +
                            (einde.empty() ? std::string{} : el("einddatumOpleiding", einde)));
  }
  static std::string verwerking(const std::string& inhoud) {
    return "<verwerking xmlns:g=\"" + std::string(namespaceUri(Namespace::gemeenschappelijk)) + "\">" +
           inhoud + "</verwerking>";
  }
  static std::string bevestigd(const std::string& code) {
    return verwerking(el("g:bevestigdeMeldingen", el("g:code", code)));
  }
  static void verwacht(const std::string& answer, const std::string& resultaat,
                       const std::string& code = {}) {
    EXPECT_EQ(text(answer, "resultaat"), resultaat) << answer;
    if (!code.empty()) {
      EXPECT_THAT(answer, HasSubstr("code>" + code + "<"));
    }
  }

  testing::ServiceUnderTest service_{
      service(), {{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT)}}, kToday};
};

TEST_F(Wi2021AanbodUren, AnOfferComesChangesAndGoesWithItsHours) {
  const auto added = vraag("VoegAanbodToe", kNieuwPip, nieuw("0000010018", "2026-12-01", "2027-11-30"));
  verwacht(added, "Verwerkt");
  const auto id = text(added, "aanbodId");
  ASSERT_FALSE(id.empty());
  EXPECT_THAT(added, HasSubstr("Taalhuis De Brug"));
  EXPECT_THAT(persoon(kNieuwPip), HasSubstr("aanbodId>" + id + "<"));
  EXPECT_THAT(persoon(kNieuwPip), HasSubstr("versie>" + text(added, "versie") + "<"));
  verwacht(vraag("VoegAanbodToe", kNieuwPip, nieuw("0000010018", "2026-12-01")), "Afgekeurd", "FS145");

  const auto changed = vraag(
      "WijzigAanbod", kNieuwPip,
      el("aanbodId", id) + el("aanbod", el("datumInschrijving", "2026-11-20") + el("alfabetisering", "AA")) +
          verwerking(el("g:verwachteVersie", text(added, "versie"))));
  verwacht(changed, "Verwerkt");
  EXPECT_THAT(changed, HasSubstr("code>AA<"));
  EXPECT_THAT(changed, Not(HasSubstr("startdatumOpleiding")));
  EXPECT_NE(text(changed, "versie"), text(added, "versie"));
  EXPECT_THAT(historie(kNieuwPip), HasSubstr("startdatumOpleiding>2026-12-01<"));
  verwacht(vraag("WijzigAanbod", kNieuwPip,
                 el("aanbodId", id) + el("aanbod", el("datumInschrijving", "2026-11-20")) +
                     verwerking(el("g:verwachteVersie", text(added, "versie")))),
           "Afgekeurd", "FS010");

  const auto hours =
      vraag("RegistreerUrenInstelling", kNieuwPip,
            el("uren", el("instellingsnummer", "0000010018") + el("datumTotaal", "2026-11-22") +
                           el("urenTaallesKnm", "12") + el("urenGeoorloofdVerzuim", "3")));
  verwacht(hours, "Verwerkt");
  EXPECT_EQ(text(persoon(kNieuwPip), "totaalAantalUren"), "12");

  const auto asked = vraag("VerwijderAanbod", kNieuwPip, el("aanbodId", id));
  verwacht(asked, "BevestigingNodig", "AS151");
  EXPECT_THAT(asked, HasSubstr("Taalhuis De Brug, taalles en KNM 12"));
  EXPECT_THAT(persoon(kNieuwPip), HasSubstr("aanbodId>" + id + "<")) << "nothing is stored yet";
  const auto removed = vraag("VerwijderAanbod", kNieuwPip, el("aanbodId", id) + bevestigd("AS151"));
  verwacht(removed, "Verwerkt");
  EXPECT_THAT(removed, Not(HasSubstr("stand>")));
  EXPECT_THAT(persoon(kNieuwPip), Not(HasSubstr("aanbodId>")));
  EXPECT_EQ(text(persoon(kNieuwPip), "totaalAantalUren"), "0");
  verwacht(historie(kNieuwPip), "", "AS104");
}

TEST_F(Wi2021AanbodUren, ARefusedOrDryOrUnconfirmedOfferStoresNothing) {
  const auto before = persoon(kNieuwPip);
  verwacht(vraag("VoegAanbodToe", kNieuwPip, nieuw("0000020013", "2026-12-01")), "Afgekeurd", "FS139");
  verwacht(vraag("VoegAanbodToe", kNieuwPip, nieuw("0000010018", "2030-12-01")), "Afgekeurd", "FS142");
  verwacht(vraag("VoegAanbodToe", kNieuwPip,
                 nieuw("0000010018", "2026-12-01") + verwerking(el("g:alleenValideren", "true"))),
           "Goedgekeurd");
  EXPECT_EQ(persoon(kNieuwPip), before);
  verwacht(vraag("VoegAanbodToe", kGezin, nieuw("0000010018", "2026-12-01")), "Afgekeurd", "FS135");
  verwacht(vraag("VoegAanbodToe", kVertrokken, nieuw("0000010034", "2026-12-01")), "Afgekeurd", "FS137");
  verwacht(vraag("VoegAanbodToe", "999992971", nieuw("0000010018", "2026-12-01")), "Afgekeurd", "FS103");
}

TEST_F(Wi2021AanbodUren, ALateStartInTheORouteWaitsForConfirmation) {
  const auto offer = nieuw("0000010018", "2027-06-01");
  const auto before = persoon(kOroute);
  verwacht(vraag("VoegAanbodToe", kOroute, offer), "BevestigingNodig", "AS146");
  verwacht(vraag("VoegAanbodToe", kOroute, offer + bevestigd("AS147")), "BevestigingNodig", "AS146");
  EXPECT_EQ(persoon(kOroute), before);
  verwacht(vraag("VoegAanbodToe", kOroute, offer + bevestigd("AS146")), "Verwerkt", "AS146");
  EXPECT_THAT(persoon(kOroute), HasSubstr("0000010018"));
}

TEST_F(Wi2021AanbodUren, YearsThatNoCalendarHasAreRefusedAsDates) {
  verwacht(vraag("VoegAanbodToe", kNieuwPip, nieuw("0000010018", "12026-12-01")), "Afgekeurd", "FS142");
  verwacht(vraag("VoegAanbodToe", kNieuwPip, nieuw("0000010018", "-2026-12-01")), "Afgekeurd", "FS141");
}

TEST_F(Wi2021AanbodUren, HoursAtTheMunicipalityAreTotals) {
  const auto uren = [](const std::string& soort, const std::string& aantal, const std::string& dag) {
    return el("uren", el("soort", soort) + el("totaalAantalUren", aantal) + el("datumTotaal", dag));
  };
  EXPECT_EQ(text(persoon(kVol), "totaalAantalUren"), "482");
  const auto more = vraag("RegistreerUrenGemeente", kVol, uren("Participatie", "97", "2026-11-22"));
  verwacht(more, "Verwerkt");
  EXPECT_EQ(text(more, "aantalUren"), "97");
  EXPECT_EQ(text(persoon(kVol), "totaalAantalUren"), "517");
  verwacht(vraag("RegistreerUrenGemeente", kVol, uren("Participatie", "0", "2026-11-22")), "Verwerkt",
           "AS181");
  EXPECT_EQ(text(persoon(kVol), "totaalAantalUren"), "420");
  const auto before = persoon(kVol);
  verwacht(vraag("RegistreerUrenGemeente", kVol, uren("Participatie", "0", "2026-11-22")), "Verwerkt",
           "AS010");
  verwacht(vraag("RegistreerUrenGemeente", kVol, uren("Participatie", "99", "2026-11-23")), "Afgekeurd",
           "FS179");
  verwacht(vraag("RegistreerUrenGemeente", kVol, uren("Participatie", "10000", "2026-11-22")), "Afgekeurd",
           "FS180");
  EXPECT_EQ(persoon(kVol), before);
  verwacht(vraag("RegistreerUrenGemeente", kGezin, uren("ParticipatieTaalles", "4", "2026-11-20")),
           "Verwerkt", "AS175");
  verwacht(vraag("RegistreerUrenGemeente", kVertrokken, uren("Participatie", "40", "2026-09-20")),
           "Verwerkt");
}

TEST_F(Wi2021AanbodUren, HoursAtAnInstitutionNeedAnOfferThere) {
  const auto uren = [](const std::string& school, const std::string& totals) {
    return el("uren", el("instellingsnummer", school) + el("datumTotaal", "2026-11-22") + totals);
  };
  const auto more = vraag("RegistreerUrenInstelling", kVol, uren("0000010018", el("urenTaallesKnm", "445")));
  verwacht(more, "Verwerkt");
  EXPECT_EQ(text(more, "urenGeoorloofdVerzuim"), "16") << "what is left out stays";
  EXPECT_EQ(text(persoon(kVol), "totaalAantalUren"), "517");
  const auto before = persoon(kVol);
  verwacht(vraag("RegistreerUrenInstelling", kVol, uren("0000010034", el("urenTaallesKnm", "5"))),
           "Afgekeurd", "FS183");
  verwacht(vraag("RegistreerUrenInstelling", kVol, uren("0000010018", "")), "Afgekeurd", "FS184");
  verwacht(vraag("RegistreerUrenInstelling", kGezin, uren("0000010018", el("urenTaallesKnm", "5"))),
           "Afgekeurd", "FS182");
  EXPECT_EQ(persoon(kVol), before);
}

TEST_F(Wi2021AanbodUren, ANumberThatIsNoBsnIsRefusedByEach) {
  const std::string hours =
      el("uren", el("soort", "Participatie") + el("totaalAantalUren", "1") + el("datumTotaal", "2026-11-20"));
  const std::string there =
      el("uren", el("instellingsnummer", "0000010018") + el("datumTotaal", "2026-11-20"));
  const std::string change = el("aanbodId", "A21.1") + el("aanbod", el("datumInschrijving", "2026-11-20"));
  for (const auto& [operation, rest] :
       {std::pair<std::string, std::string>{"VoegAanbodToe", nieuw("0000010018", "2026-12-01")},
        {"WijzigAanbod", change},
        {"VerwijderAanbod", el("aanbodId", "A21.1")},
        {"RegistreerUrenGemeente", hours},
        {"RegistreerUrenInstelling", there}}) {
    const auto answer = vraag(operation, "999993654", rest);
    verwacht(answer, "Afgekeurd", "FS001");
    EXPECT_THAT(answer, Not(HasSubstr("999993654")));
  }
}

TEST(Wi2021AanbodSignalen, AnOfferSettlesItsSignalAndALateStartGivesAnother) {  // W21-520, W21-521
  store::TempDatabase database;
  store::PopulateOptions options;
  options.persons = 0;
  options.vandaag = kToday;
  options.gemeenten = kGemeenten.rows;
  store::populate(*database, options);
  store::Wi2021Store persons(*database);
  store::SignalenStore signals(*database);
  const isi::Namens namens{*Gemeentecode::parse("0363"), Rollen().add(Rol::Wi2021MUT), kToday};
  const auto bsn = *Bsn::parse("999994165");
  {
    store::Database::Writing writer(*database);
    auto dossier = store::wi2021::findGezien(*writer, namens.gemeente, bsn, kToday)->dossier;
    dossier.pips.front().leerroute = "O";
    store::wi2021::save(*writer, dossier, kToday);
    store::wi2021::pasToe(*writer, dossier,
                          {{isi::wi2021::Signaalactie::Soort::plaats, "SS127", namens.gemeente}}, kToday);
    writer.commit();
  }
  const auto count = [&](const char* code, isi::Signaalstatus status) {
    isi::SignaalCriteria criteria;
    criteria.bsn = bsn;
    criteria.code = code;
    criteria.status = status;
    return signals.tel(Wet::wi2021, namens, criteria)->totaal();
  };
  const auto einde = *persons.raadpleegPersoon(namens, bsn).value()->inburgeringsplicht.termijn->einddatum;
  isi::wi2021::Aanbod offer;
  offer.instellingsnummer = "0000020013";
  offer.datumInschrijving = kToday;
  offer.startdatumOpleiding = kToday.plusMonths(7);
  offer.alfabetisering = "NVT";
  isi::Opdracht opdracht;
  const auto beslissing = [&](const isi::wi2021::Stand& stand) { return voegAanbodToe(stand, offer); };
  EXPECT_EQ(persons.muteerPersoon(namens, opdracht, bsn, beslissing)->resultaat, "BevestigingNodig");
  EXPECT_EQ(count("SS127", isi::Signaalstatus::nieuw), 1);
  EXPECT_EQ(count("SS103", isi::Signaalstatus::nieuw), 0);
  opdracht.verwerking.bevestigd = {"AS146"};
  EXPECT_EQ(persons.muteerPersoon(namens, opdracht, bsn, beslissing)->resultaat, "Verwerkt");
  EXPECT_EQ(count("SS127", isi::Signaalstatus::nieuw), 0);
  EXPECT_EQ(count("SS127", isi::Signaalstatus::afgehandeld), 1);
  EXPECT_EQ(count("SS103", isi::Signaalstatus::nieuw), 1);
  EXPECT_EQ(persons.raadpleegPersoon(namens, bsn).value()->inburgeringsplicht.termijn->einddatum,
            einde.plusMonths(6));
}

}  // namespace
}  // namespace cvsgw::laws::wi2021
