#include "gateway/isi/wi2013/codes.hpp"

#include <array>

namespace cvsgw::isi::wi2013::codes {
namespace {

constexpr auto kGeslachtRows =
    std::to_array<CodeRow>({{"Man", "Man"}, {"Vrouw", "Vrouw"}, {"Onbekend", "Onbekend"}});

constexpr auto kVerblijfRows =
    std::to_array<CodeRow>({{"Woonachtig", "Woonachtig"}, {"VoormaligWoonachtig", "Voormalig woonachtig"}});

constexpr auto kFactuurAanwezigRows =
    std::to_array<CodeRow>({{"Ja", "Ja"}, {"Nee", "Nee"}, {"NVT", "N.v.t."}});

constexpr auto kFactuurstatusRows = std::to_array<CodeRow>({{"1", "Factuur afgewezen"},
                                                            {"2", "Factuur opgenomen"},
                                                            {"3", "Aanvraag lening nog in behandeling"},
                                                            {"4", "Factuur vrijgegeven"},
                                                            {"5", "Factuur betaald"},
                                                            {"6", "Factuur geweigerd"}});

// The manual gives texts without codes; the codes are ours.
constexpr auto kRedenNietVoldaanRows = std::to_array<CodeRow>({
    {"WeigertDeelname", "Persoon weigert deel te nemen aan het PV-traject"},
    {"WeigertOndertekening", "Persoon heeft wel deelgenomen maar weigert de verklaring te ondertekenen"},
    {"ReageertNiet", "Persoon reageert niet op uitnodiging van de gemeente voor deelname aan PVT"},
    {"NietVerschenen", "Persoon is zonder reden niet op komen dagen"},
    {"GeenAanbod", "Gemeente kon binnen de PVT-termijn geen PV-traject aanbieden"},
    {"Ziekte", "Bijzondere omstandigheden - Ziekte"},
    {"Detentie", "Bijzondere omstandigheden - Detentie"},
    {"Overmacht", "Bijzondere omstandigheden - Overmacht"},
});

constexpr auto kSignalen = std::to_array<SignaalRow>({
    {"SS601", "Persoon is participatieplichtig.", "DUO heeft de PVT-plicht opgelegd.",
     "Nodig de persoon uit voor het PV-traject."},
    {"SS602",
     "Persoon heeft de participatieverklaring nog niet ondertekend en de termijn loopt over 2 maanden af.",
     "De PVT-termijn eindigt over twee maanden.",
     "Laat het traject afronden; een niet-verwijtbare reden kan nu al worden geregistreerd."},
    {"SS603", "Persoon heeft de participatieverklaring nog niet ondertekend en de termijn is overschreden.",
     "De PVT-termijn is voorbij.", "Registreer de datum voldaan of de reden niet voldaan."},
    {"SS604",
     "De termijn is 2 weken geleden overschreden en de persoon heeft de participatieverklaring nog niet "
     "ondertekend of "
     "reden niet ondertekend of reden niet deelgenomen aan PV-traject is nog niet geregistreerd.",
     "Twee weken na het einde van de PVT-termijn staat er nog niets.",
     "Registreer alsnog de datum voldaan of de reden niet voldaan."},
    {"SS606", "Inburgeringsplicht van persoon is gewijzigd.",
     "De inburgeringsplicht is opgelegd, vervallen of beëindigd.", "Bekijk het scherm van de persoon."},
    {"SS607", "Participatieplicht van persoon is gewijzigd.", "De PVT-plicht is ontstaan of vervallen.",
     "Bekijk het scherm van de persoon."},
    {"SS608", "Datum start participatieplicht is gewijzigd.", "DUO heeft de start van de PVT-plicht herzien.",
     "Pas de eigen planning aan."},
    {"SS609", "Datum einde participatieplicht is gewijzigd.",
     "DUO heeft het einde van de PVT-termijn herzien.", "Pas de eigen planning aan."},
    {"SS610", "Recht op maatschappelijke begeleiding van persoon is gewijzigd.",
     "DUO heeft het recht opnieuw vastgesteld.", "Bekijk het scherm van de persoon."},
    {"SS611", "Persoon heeft factuur geweigerd.", "De persoon betaalt de factuur niet uit de lening.",
     "Neem contact op met de persoon; een nieuwe factuur is mogelijk."},
    {"SS612", "Persoon heeft factuur geaccepteerd.", "DUO kan de factuur betalen.", "Geen."},
    {"SS613", "Persoon is verhuisd naar uw gemeente.", "De persoon is in uw gemeente ingeschreven.",
     "Vraag de vorige gemeente of de participatieverklaring is ondertekend."},
    {"SS614", "Persoon is vertrokken uit uw gemeente.", "De persoon is in een andere gemeente ingeschreven.",
     "De gegevens zijn alleen nog te raadplegen; geef aan de nieuwe gemeente door wat nog niet is "
     "geregistreerd."},
});

constexpr auto kSignaalRows = [] {
  std::array<CodeRow, kSignalen.size()> rows{};
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = {kSignalen[i].code, kSignalen[i].omschrijving};
  return rows;
}();

}  // namespace

constinit const CodeList kGeslacht{"geslacht", "Wi2013 § 3.4", kGeslachtRows};
constinit const CodeList kVerblijf{"verblijf", "Wi2013 § 3.2", kVerblijfRows};
constinit const CodeList kFactuurAanwezig{"factuurAanwezig", "Wi2013 § 4.4", kFactuurAanwezigRows};
constinit const CodeList kFactuurstatus{"factuurstatus", "Wi2013 § 4.4", kFactuurstatusRows};
constinit const CodeList kRedenNietVoldaan{"redenNietVoldaan", "Wi2013 § 3.5; Wi2013 § 4.4",
                                           kRedenNietVoldaanRows};
constinit const CodeList kSignaal{"signaal", "Wi2013 § 3.9", kSignaalRows};

std::span<const CodeList* const> alleLijsten() {
  static constexpr std::array<const CodeList*, 5> kLijsten{&kGeslacht, &kVerblijf, &kFactuurAanwezig,
                                                           &kFactuurstatus, &kRedenNietVoldaan};
  return kLijsten;
}

std::span<const SignaalRow> signalen() {
  return kSignalen;
}

}  // namespace cvsgw::isi::wi2013::codes
