#include "gateway/laws/wi2013/rules/wijzigen.hpp"

#include <algorithm>
#include <array>

#include "gateway/laws/wi2013/rules/regels.hpp"

namespace cvsgw::laws::wi2013 {
namespace {

std::vector<Melding> controleerGemeente(const isi::wi2013::Stand& stand) {
  const auto& dossier = stand.dossier;
  if (dossier.overleden()) return {melding("FS304", "bsn")};
  if (dossier.uitgeschreven(stand.namens.vandaag)) return {melding("FS306", "bsn")};
  if (stand.verblijf != isi::wi2013::Verblijf::woonachtig) return {melding("FS305", "bsn")};
  return {};
}

}  // namespace

std::vector<Melding> controleerWijzigbaar(const isi::wi2013::Stand& stand, std::string_view versie) {
  auto meldingen = controleerGemeente(stand);
  const auto& verwacht = stand.verwerking.verwachteVersie;
  if (verwacht && *verwacht != versie) meldingen.push_back(melding("FS010", "verwerking/verwachteVersie"));
  return meldingen;
}

bool geweigerd(const std::vector<Melding>& meldingen) {
  return std::ranges::any_of(meldingen,
                             [](const Melding& melding) { return melding.code.starts_with("FS"); });
}

std::span<const Regel> wijzigenRegels() {
  constexpr std::string_view kPersoon = "WijzigPvt VoegFactuurToe WijzigFactuur VerwijderFactuur";
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "W13-003", .operaties = kPersoon, .code = "FS303"},
      {.id = "W13-004", .operaties = kPersoon, .code = "FS304"},
      {.id = "W13-005", .operaties = kPersoon, .code = "FS305"},
      {.id = "W13-006", .operaties = kPersoon, .code = "FS306"},
      {.id = "W13-007",
       .aard = Regel::Aard::weergave,
       .operaties = "WijzigPvt VoegFactuurToe WijzigFactuur VerwijderFactuur WijzigSignaalstatus",
       .bron = "Wi2013 § 2.1, § 3.1, § 3.9",
       .tekst =
           "Invoeren, wijzigen en de status van signalen wijzigen kan alleen met de rol Wi2013MUT; met de "
           "rol Wi2013 is dat fout 0002.",
       .geldigVanaf = kVanaf},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2013
