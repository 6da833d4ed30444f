#include "gateway/isi/wi2013/extract.hpp"

#include <algorithm>
#include <array>

#include "gateway/isi/wi2013/beeld.hpp"
#include "gateway/isi/wi2013/begeleiding.hpp"

namespace cvsgw::isi::wi2013 {
namespace {

constexpr std::string_view kBrp = "Zoals in de BRP";
constexpr std::string_view kLeegJaNee = "Leeg = Onbepaald; J = Ja; N = Nee";
constexpr std::string_view kGemeente = "Gemeente";

// Order and names are the legend's: columns A to V of the spreadsheet.
constexpr auto kPvtKolommen = std::to_array<Kolom>({
    {"BSN", "Nummer waarmee de gemeente de persoon aanduidt", kBrp},
    {"Voornamen", "Alle voornamen", kBrp},
    {"Voorvoegsels", "Voorzetsels en lidwoorden vóór de achternaam", kBrp},
    {"Achternaam", "Achternaam zonder voornamen en voorvoegsels", kBrp},
    {"Geslacht", "Geslacht", "Zoals in de BRP: 0 = Onbekend; 1 = Mannelijk; 2 = Vrouwelijk"},
    {"Geboortedatum", "Dag van geboorte volgens akte of ander brondocument", kBrp},
    {"Gemeente eerste vestiging", "Eerste gemeente in Nederland die de persoon in de BRP inschreef", {}},
    {"Gemeente einde PVT", "Gemeente van inschrijving toen het traject eindigde", {}},
    {"PVT-plichtig", "Of de persoon volgens DUO PVT-plichtig is", kLeegJaNee},
    {"Datum Start PVT-plicht", "Eerste dag van de plicht, door DUO vastgesteld", {}},
    {"Datum Einde PVT-plicht", "Laatste dag van de plicht, door DUO vastgesteld", {}},
    {"Datum Start Deelname PV-traject", "Eerste dag van de deelname", {}, kGemeente},
    {"Datum Einde Deelname PV-traject", "Laatste dag van de deelname", {}, kGemeente},
    {"Datum voldaan PVT-plicht", "Dag waarop aan de plicht is voldaan", {}, kGemeente},
    {"Reden niet voldaan aan PVT-plicht", "Waarom de verklaring niet is ondertekend",
     "Persoon weigert deel te nemen aan het PV traject; Persoon heeft wel deelgenomen maar weigert de "
     "verklaring te ondertekenen; Persoon reageert niet op uitnodiging van de gemeente voor deelname aan "
     "PVT; Persoon is zonder reden niet op komen dagen; Gemeente kon binnen de PVT-termijn geen PV traject "
     "aanbieden; Bijzondere omstandigheden - Ziekte; Bijzondere omstandigheden - Detentie; Bijzondere "
     "omstandigheden - Overmacht",
     kGemeente},
    {"Recht op Maatschappelijke Begeleiding", "Of er recht is op vergoeding van die begeleiding", kLeegJaNee},
    {"Maatschappelijke begeleiding gemeld bij BZK", "Of dat recht bij het ministerie is gemeld", kLeegJaNee},
    {"Factuur aanwezig", "Of er een factuur is of kan komen",
     "N.v.t. = Persoon kan geen factuur krijgen; J = Ja; N = Nee"},
    {"Factuurnummer", "Kenmerk van de factuur", {}, kGemeente},
    {"Factuurdatum", "Dag waarop de factuur uitging", {}, kGemeente},
    {"Debiteurnummer", "Kenmerk van de debiteur", {}, kGemeente},
    {"Indicatie status factuur", "Stand van de factuur",
     "Leeg; 1 = Factuur afgewezen; 2 = Factuur opgenomen; 3 = Aanvraag lening nog in behandeling; 4 = "
     "Factuur vrijgegeven; 5 = Factuur betaald; 6 = Factuur geweigerd"},
});

constexpr auto kBegeleidingKolommen = std::to_array<Kolom>({
    {"Gemeentecode", "Eerste gemeente van vestiging op een adres dat geen AZC is", {}},
    {"Gemeentenaam", "Naam van die gemeente", {}},
    {"BSN", "Burgerservicenummer", kBrp},
    {"Achternaam", "Achternaam met voorvoegsels", kBrp},
    {"Voornaam", "Alle voornamen", kBrp},
});

// The legend's own texts: it writes "PV traject" where § 3.5 writes "PV-traject".
constexpr auto kRedenRows = std::to_array<CodeRow>({
    {"WeigertDeelname", "Persoon weigert deel te nemen aan het PV traject"},
    {"GeenAanbod", "Gemeente kon binnen de PVT-termijn geen PV traject aanbieden"},
});
constexpr CodeList kRedenLegenda{"redenNietVoldaan", "Wi2013 § 4.4", kRedenRows};

std::string_view reden(std::string_view code) {
  return kRedenLegenda.contains(code) ? kRedenLegenda.omschrijving(code)
                                      : codes::kRedenNietVoldaan.omschrijving(code);
}

std::int64_t geslacht(std::string_view code) {
  return code == "Man" ? 1 : code == "Vrouw" ? 2 : 0;
}

std::string_view factuurLetter(std::string_view code) {
  return code == "Ja" ? "J" : code == "Nee" ? "N" : "N.v.t.";
}

// The traject ends when the duty is fulfilled, or with its term.
std::optional<std::string> gemeenteEindePvt(const Dossier& dossier, Date dag) {
  const Pvt& pvt = dossier.pvt;
  if (pvt.voldaan() && pvt.gemeenteOndertekening) return pvt.gemeenteOndertekening;
  const auto einde = pvt.voldaan() ? pvt.datumVoldaan : pvt.datumEindePvtPlicht;
  if (!einde || *einde > dag) return std::nullopt;
  const auto verblijf =
      std::ranges::find_if(dossier.verblijven, [&](const auto& v) { return v.omvat(*einde); });
  if (verblijf == dossier.verblijven.end()) return std::nullopt;
  return verblijf->gemeente.value();
}

// § 4.1: what is reported after a year's circular of May is in the next year's.
int circulaireJaar(Date gemeld) {
  const auto ymd = gemeld.ymd();
  return static_cast<int>(ymd.year()) + (ymd.month() >= std::chrono::May ? 1 : 0);
}

// § 4.1: the first municipality at an address that is no AZC is paid. It need not be the one where the duty
// began (column G). Of whom the grounds are not known, that one is all there is.
std::optional<std::string> betaaldeGemeente(const Dossier& dossier) {
  const auto bepaald = bepaalBegeleiding(dossier);
  if (bepaald && bepaald->gemeente) return bepaald->gemeente->value();
  return dossier.pvt.gemeenteEersteVestiging;
}

void vulFactuur(const Dossier& dossier, Rij& rij) {
  rij.tekst(factuurLetter(factuurAanwezig(dossier)));
  const Factuur* factuur = dossier.laatsteFactuur();
  if (!factuur) {
    rij.leeg().leeg().leeg().leeg();
    return;
  }
  rij.tekst(factuur->factuurnummer)
      .datum(factuur->factuurdatum)
      .tekst(factuur->debiteurnummer)
      .tekst(factuur->status);
}

}  // namespace

std::span<const Kolom> pvtKolommen() {
  return kPvtKolommen;
}

bool vulPvtExtract(const Dossier& dossier, Date dag, Rij& rij) {
  if (dossier.uitgeschreven(dag)) return false;
  const Pvt& pvt = dossier.pvt;
  rij.opnieuw();
  rij.tekst(dossier.bsn.value())
      .tekst(dossier.voornamen)
      .tekst(dossier.voorvoegsel)
      .tekst(dossier.achternaam)
      .getal(geslacht(dossier.geslacht))
      .datum(dossier.geboortedatum);
  rij.gemeente(pvt.gemeenteEersteVestiging).gemeente(gemeenteEindePvt(dossier, dag));
  rij.jaNee(pvt.pvtPlichtig)
      .datum(pvt.datumStartPvtPlicht)
      .datum(pvt.datumEindePvtPlicht)
      .datum(pvt.datumStartDeelname)
      .datum(pvt.datumEindeDeelname)
      .datum(pvt.datumVoldaan);
  if (pvt.redenNietVoldaan) {
    rij.tekst(reden(*pvt.redenNietVoldaan));
  } else {
    rij.leeg();
  }
  rij.jaNee(dossier.maatschappelijkeBegeleiding.recht)
      .jaNee(dossier.maatschappelijkeBegeleiding.gemeldBijBzk);
  vulFactuur(dossier, rij);
  return true;
}

std::span<const Kolom> begeleidingKolommen() {
  return kBegeleidingKolommen;
}

bool vulBegeleiding(const Dossier& dossier, const Gemeentecode& gemeente, int jaar, Rij& rij) {
  const auto& mb = dossier.maatschappelijkeBegeleiding;
  if (!mb.recht.value_or(false) || !mb.datumGemeldBijBzk) return false;
  if (circulaireJaar(*mb.datumGemeldBijBzk) != jaar || betaaldeGemeente(dossier) != gemeente.value())
    return false;
  rij.opnieuw();
  rij.samengesteld(gemeente.value()).gemeente(gemeente.value()).tekst(dossier.bsn.value());
  rij.samengesteld(dossier.voorvoegsel && !dossier.voorvoegsel->empty()
                       ? *dossier.voorvoegsel + " " + dossier.achternaam
                       : dossier.achternaam);
  rij.tekst(dossier.voornamen);
  return true;
}

}  // namespace cvsgw::isi::wi2013
