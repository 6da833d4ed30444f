#include <array>

#include "gateway/domain/meldingen/gebieden.hpp"

namespace cvsgw::meldingen {
namespace {

// Orders, messages to the Servicecentrum and requests to DUO, under all laws.
constexpr auto kLoketRows = std::to_array<MeldingRow>({
    {"FS050", false,
     "Z-route-waardepapier is te bestellen met de rol Wi2021MUT. Uw sleutel heeft die rol voor deze "
     "gemeente niet; PVT-waardepapier kan wel.",
     "ALG-150 (Wi2013 § 3.1; Wi2021 § 3.1; Wi2021 § 3.9)", "2022-01-01"},
    {"FS051", false, "Bestel een veelvoud van {} stuks.", "ALG-151 (Wi2013 § 3.13; Wi2021 § 3.9)",
     "2017-10-01"},
    {"FS052", false, "Bestel ten minste één set: {} stuks.", "ALG-152 (Wi2013 § 3.13; Wi2021 § 3.9)",
     "2017-10-01"},
    {"FS053", false, "Bestel ten hoogste {} stuks.", "ALG-153 (Wi2013 § 3.13; Wi2021 § 3.9)", "2017-10-01"},
    {"AS054", true, "Dit zijn {} sets. Dat is meer dan verwacht (4 sets). Bevestig deze code als het klopt.",
     "ALG-154 (Wi2013 § 3.13; Wi2021 § 3.9)", "2017-10-01"},
    {"FS055", false, "De naam is leeg. Geef een naam van 1 tot en met 200 tekens.",
     "ALG-155 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1)", "2007-01-01"},
    {"FS056", false, "Dit is geen e-mailadres. Geef een adres als naam@gemeente.nl.",
     "ALG-156 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1; Wi2021 § 3.9)", "2007-01-01"},
    {"FS057", false, "Deze tekst heeft {} tekens. Geef er ten hoogste 200.", "ALG-157 (lengte: eigen keuze)",
     "2007-01-01"},
    {"FS058", false, "Deze tekst is leeg. Geef ten minste één teken of laat het element weg.",
     "ALG-158 (eigen keuze)", "2007-01-01"},
    {"AS059", true,
     "Uw gemeente heeft vandaag al {} stuks van dit waardepapier besteld. Bevestig deze code voor nog een "
     "bestelling.",
     "ALG-159 (eigen keuze)", "2017-10-01"},
    {"AS060", false,
     "De bestelling is ontvangen. De bevestiging gaat naar het opgegeven e-mailadres, de waardepapieren "
     "komen per "
     "aangetekende post.",
     "ALG-160 (Wi2013 § 3.13; Wi2021 § 3.9)", "2017-10-01"},
    {"FS061", false, "De tekst is leeg. Zeg waar uw vraag over gaat.",
     "ALG-161 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1)", "2007-01-01"},
    {"FS062", false, "Een telefoonnummer is verplicht als DUO mag bellen.",
     "ALG-162 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1)", "2007-01-01"},
    {"FS063", false,
     "Een telefoonnummer hoort erbij als DUO mag bellen. Geef magBellen true of laat het nummer weg.",
     "ALG-163 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1)", "2007-01-01"},
    {"FS064", false,
     "Er is voor uw gemeente geen persoon met dit burgerservicenummer. Laat het weg om zonder "
     "persoonsgegevens te "
     "versturen.",
     "ALG-164 (Wi2021 § 2.3.1)", "2022-01-01"},
    {"AS065", false,
     "Dit e-mailadres is bij DUO niet bekend voor uw gemeente. DUO geeft er geen inhoudelijk antwoord op. "
     "Bekend zijn de "
     "adressen van uw contactpersonen.",
     "ALG-165 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1)", "2007-01-01"},
    {"AS066", false,
     "Dit telefoonnummer is bij DUO niet bekend voor uw gemeente. DUO geeft er geen inhoudelijk antwoord op.",
     "ALG-166 (Wi2007 § 3.11; Wi2013 § 3.14; Wi2021 § 2.3.1)", "2007-01-01"},
    {"FS070", false, "Voor dit verzoek is de rol {} nodig. Uw sleutel heeft die voor deze gemeente niet.",
     "ALG-170 (contract, DienWijzigingsverzoekIn)", "2007-01-01"},
    {"FS071", false, "Er is voor uw gemeente onder deze wet geen persoon met dit burgerservicenummer.",
     "ALG-171 (contract, DienWijzigingsverzoekIn)", "2007-01-01"},
    {"FS072", false, "Bij deze soort verzoek is {} verplicht.", "ALG-172 (contract, DienWijzigingsverzoekIn)",
     "2007-01-01"},
    {"FS073", false, "Dit element hoort niet bij deze soort verzoek. Laat het weg.",
     "ALG-173 (contract, DienWijzigingsverzoekIn)", "2007-01-01"},
    {"FS074", false,
     "De doelgroep van deze persoon is niet gewijzigd door een ander verblijfsdoel. Andere rechten zijn er "
     "alleen daarna.",
     "ALG-174 (Wi2021 § 3.6.4.1)", "2022-01-01"},
    {"FS075", false,
     "De rechten van de andere doelgroep zijn al een keer op verzoek gekozen. Dat kan maar één keer.",
     "ALG-175 (Wi2021 § 3.6.4.1)", "2022-01-01"},
    {"FS076", false, "De inburgeringstermijn eindigde op {}. In de termijnoverschrijding kan dit niet meer.",
     "ALG-176 (Wi2021 § 3.6.4.1)", "2022-01-01"},
    {"FS077", false, "Over dit verzoek van {} heeft DUO nog niet besloten. Wacht het besluit af.",
     "ALG-177 (eigen keuze)", "2007-01-01"},
    {"FS078", false, "Uw gemeente kan dit zelf nog doorgeven{}. Dien daarna een verzoek in.",
     "ALG-178 (Wi2021 § 3.6.11.1; Wi2021 § 3.6.6.1; Wi2013 § 3.5)", "2022-01-01"},
    {"FS080", false, "Voor deze persoon is er geen initieel PIP. Geef het door met VoegPipToe.",
     "ALG-180 (Wi2021 § 3.6.6.1)", "2022-01-01"},
    {"FS082", false, "Uw gemeente had voor deze persoon geen inburgeringsaanbod bij deze instelling.",
     "ALG-182 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS083", false, "Deze datum ligt na vandaag ({}). Geef vandaag of een eerdere dag.",
     "ALG-183 (Wi2021 § 3.6.11.1)", "2022-01-01"},
    {"FS084", false, "Voor deze persoon is geen PVT geregistreerd. Geef de registratie door met WijzigPvt.",
     "ALG-184 (Wi2013 § 3.5)", "2013-01-01"},
    {"AS085", false, "DUO heeft het verzoek ontvangen. Het besluit staat in LijstWijzigingsverzoeken.",
     "ALG-185 (eigen keuze)", "2007-01-01"},
});

}  // namespace

std::span<const MeldingRow> loket() {
  return kLoketRows;
}

}  // namespace cvsgw::meldingen
