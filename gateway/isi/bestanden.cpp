#include "gateway/isi/bestanden.hpp"

#include <algorithm>
#include <array>

#include "gateway/isi/signaalextract.hpp"
#include "gateway/isi/wi2007/extract.hpp"
#include "gateway/isi/wi2013/extract.hpp"
#include "gateway/isi/wi2021/extract.hpp"

namespace cvsgw::isi {
namespace {

struct Row {
  Bestandsoort soort;
  std::string_view code;
  Wet wet;
  std::string_view omschrijving;
  Formaat formaat;
  Verversing verversing;
};

using enum Bestandsoort;

// In the order of the manuals' screens; "all signals" stands on the screen of signals there.
constexpr auto kRows = std::to_array<Row>({
    {isi2007, "isi", Wet::wi2007, "ISI extract in excel formaat", Formaat::xlsx, Verversing::dagelijks},
    {signaallijst2007, "signaallijst", Wet::wi2007, "Signaallijst in csv formaat", Formaat::csv,
     Verversing::dagelijks},
    {isiVanaf2011, "isi_vanaf2011", Wet::wi2007, "ISI_VANAF2011 extract in csv formaat", Formaat::csv,
     Verversing::dagelijks},
    {termijnoverschrijdingen, "termijnoverschrijdingen", Wet::wi2007,
     "Termijnoverschrijdingen in csv formaat", Formaat::csv, Verversing::dagelijks},
    {diplomamodellenboek, "diplomamodellenboek", Wet::wi2007, "Diplomamodellenboek in PDF formaat",
     Formaat::pdf, Verversing::vast},
    {signalen2007, "signalen_2007", Wet::wi2007, "Alle signalen in csv formaat", Formaat::csv,
     Verversing::opVerzoek},
    {isiPvt, "isi_pvt", Wet::wi2013, "PVT extract in csv formaat", Formaat::csv, Verversing::dagelijks},
    {maatschappelijkeBegeleiding, "maatschappelijke_begeleiding_", Wet::wi2013,
     "Maatschappelijke begeleiding", Formaat::csv, Verversing::dagelijks},
    {signalen2013, "signalen_2013", Wet::wi2013, "Alle signalen in csv formaat", Formaat::csv,
     Verversing::opVerzoek},
    {inburgeraars2021, "inburgeraars_2021", Wet::wi2021, "Inburgeraars 2021 extract in csv formaat",
     Formaat::csv, Verversing::dagelijks},
    {signalen2021, "signalen_2021", Wet::wi2021, "Alle signalen in csv formaat", Formaat::csv,
     Verversing::opVerzoek},
});

// § 4.1, note 9: the first report to the ministry was in 2018; its circular comes out in May.
constexpr int kEersteJaar = 2018;

// § 3.8: as the screen dates it.
constexpr Date kDiplomamodellenboek{2007, 12, 7};

int nieuwsteJaar(Date vandaag) {
  const auto ymd = vandaag.ymd();
  return static_cast<int>(ymd.year()) - (ymd.month() < std::chrono::May ? 1 : 0);
}

Bestand bestandVan(const Row& row, Date vandaag, int jaar) {
  Bestand out{row.soort, jaar,        std::string(row.code), row.wet, row.omschrijving,
              {},        row.formaat, row.verversing,        vandaag};
  if (row.verversing == Verversing::vast) out.datum = kDiplomamodellenboek;
  if (jaar == 0) return out;
  const auto text = std::to_string(jaar);
  out.code += text;
  out.omschrijvingJaar = std::string(row.omschrijving) + " " + text + " in csv formaat";
  return out;
}

template <class Each>
void forEach(Date vandaag, const Each& each) {
  for (const auto& row : kRows) {
    if (row.soort != maatschappelijkeBegeleiding) {
      each(bestandVan(row, vandaag, 0));
      continue;
    }
    for (int jaar = nieuwsteJaar(vandaag); jaar >= kEersteJaar; --jaar) each(bestandVan(row, vandaag, jaar));
  }
}

}  // namespace

std::string Bestand::bestandsnaam(const Gemeentecode& gemeente) const {
  if (soort == diplomamodellenboek) return "Diplomamodellenboek.pdf";
  return code + "_" + gemeente.value() + ".zip";
}

std::vector<Bestand> bestandenVoor(Rollen rollen, Date vandaag) {
  std::vector<Bestand> out;
  forEach(vandaag, [&](Bestand bestand) {
    if (rollen.mayRead(bestand.wet)) out.push_back(std::move(bestand));
  });
  return out;
}

std::optional<Bestand> bestandMetCode(std::string_view code, Date vandaag) {
  std::optional<Bestand> found;
  forEach(vandaag, [&](Bestand bestand) {
    if (bestand.code == code) found = std::move(bestand);
  });
  return found;
}

std::span<const Kolom> kolommenVan(Bestandsoort soort) {
  switch (soort) {
    case isi2007:
    case isiVanaf2011:
      return wi2007::isiKolommen();
    case termijnoverschrijdingen:
      return wi2007::termijnKolommen();
    case signaallijst2007:
    case signalen2007:
      return signaalKolommen(Wet::wi2007);
    case isiPvt:
      return wi2013::pvtKolommen();
    case maatschappelijkeBegeleiding:
      return wi2013::begeleidingKolommen();
    case signalen2013:
      return signaalKolommen(Wet::wi2013);
    case inburgeraars2021:
      return wi2021::extractKolommen();
    case signalen2021:
      return signaalKolommen(Wet::wi2021);
    case diplomamodellenboek:
      return {};
  }
  return {};
}

std::string_view inhoudVan(Bestandsoort soort) {
  switch (soort) {
    case isi2007:
      return "Alle personen van de Wi2007 die in uw gemeente wonen of hebben gewoond: ISI actief en ISI "
             "definitief. Welke kolommen er zijn is een keuze van deze gateway.";
    case isiVanaf2011:
      return "Personen als in het ISI extract die op of na 1 januari 2011 inburgeringsplichtig werden; is "
             "die "
             "datum er niet, dan telt de vestiging in Nederland. De afbakening en de kolommen zijn een keuze "
             "van deze gateway.";
    case termijnoverschrijdingen:
      return "Personen die door uw gemeente worden gehandhaafd, van wie de handhavingstermijn voorbij is en "
             "die het diploma niet hebben. De afbakening en de kolommen zijn een keuze van deze gateway.";
    case signaallijst2007:
      return "De signalen van de Wi2007 van uw gemeente.";
    case signalen2007:
    case signalen2013:
    case signalen2021:
      return "Alle signalen van uw gemeente, ongeacht de status, op het moment dat het bestand is gemaakt.";
    case isiPvt:
      return "Personen van de Wi2013 die in uw gemeente wonen of hebben gewoond en in de BRP staan.";
    case maatschappelijkeBegeleiding:
      return "Personen met recht op maatschappelijke begeleiding die voor uw gemeente zijn meegenomen in de "
             "meicirculaire van dit jaar.";
    case inburgeraars2021:
      return "Personen van de Wi2021 die in uw gemeente wonen of door het COA aan uw gemeente zijn "
             "gekoppeld. "
             "Wie is verhuisd staat er tot en met 28 dagen na het vertrek in; wie klaar is met inburgeren "
             "tot "
             "en met 28 dagen na het einde van de plicht. Welke kolommen er zijn is een keuze van deze "
             "gateway.";
    case diplomamodellenboek:
      return {};
  }
  return {};
}

Document documentVan(const Bestand& bestand) {
  Document out;
  if (bestand.soort == diplomamodellenboek) out = wi2007::diplomamodellen();
  out.titel = bestand.titel();
  out.datum = bestand.datum;
  return out;
}

}  // namespace cvsgw::isi
