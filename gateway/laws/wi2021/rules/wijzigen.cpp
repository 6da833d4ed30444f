#include "gateway/laws/wi2021/rules/wijzigen.hpp"

#include <array>

#include "gateway/laws/wi2021/rules/regels.hpp"

namespace cvsgw::laws::wi2021 {

std::vector<Melding> controleerWijzigbaar(const isi::wi2021::Stand& stand) {
  if (stand.dossier.personalia.datumOverlijden) return {melding("FS104", "bsn")};
  const auto& last = stand.zicht.wijzigbaarTotEnMet;
  if (!stand.zicht.magWijzigen(stand.namens.vandaag))
    return {meldingWith("FS105", last ? last->dutch() : "-", "bsn")};
  return {};
}

std::vector<Melding> controleerVerwijderbaar(const isi::wi2021::Stand& stand) {
  if (stand.dossier.personalia.datumOverlijden) return {melding("FS104", "bsn")};
  // After a move another window holds for deleting than for changing (§ 3.6.6.3).
  if (!stand.zicht.vertrokken) return controleerWijzigbaar(stand);
  const auto& last = stand.zicht.verwijderbaarTotEnMet;
  if (last && stand.namens.vandaag > *last) return {meldingWith("FS106", last->dutch(), "bsn")};
  return {};
}

std::vector<Melding> controleerVersie(const isi::wi2021::Stand& stand, std::string_view versie) {
  return controleerVersie(stand.verwerking, versie);
}

std::vector<Melding> controleerVersie(const isi::Verwerking& verwerking, std::string_view versie) {
  const auto& expected = verwerking.verwachteVersie;
  if (!expected || *expected == versie) return {};
  return {melding("FS010", "verwerking/verwachteVersie")};
}

void voegToe(std::vector<Melding>& meldingen, std::vector<Melding> meer) {
  meldingen.insert(meldingen.end(), std::make_move_iterator(meer.begin()),
                   std::make_move_iterator(meer.end()));
}

bool geweigerd(const std::vector<Melding>& meldingen) {
  return std::ranges::any_of(meldingen,
                             [](const Melding& melding) { return melding.code.starts_with("FS"); });
}

std::span<const Regel> wijzigenRegels() {
  static constexpr auto kRegels = std::to_array<Regel>({
      {.id = "ALG-031", .operaties = "alle wijzigingen", .code = "FS010"},
      {.id = "ALG-032", .operaties = "alle wijzigingen", .code = "AS010"},
      {.id = "ALG-041", .operaties = "WijzigSignaalstatus", .code = "FS020"},
      {.id = "ALG-042", .operaties = "WijzigSignaalstatus DraagCaseloadOver", .code = "FS021"},
      {.id = "W21-003", .operaties = "alle wijzigingen", .code = "FS103"},
      {.id = "W21-004", .operaties = "alle wijzigingen", .code = "FS104"},
      {.id = "W21-005", .operaties = "alle wijzigingen", .code = "FS105"},
      {.id = "W21-006", .operaties = "alle wijzigingen", .code = "FS106"},
      {.id = "W21-634",
       .aard = Regel::Aard::automatisch,
       .operaties = "alle wijzigingen",
       .bron = "Wi2021 § 3.6.6.2 noot 21; Wi2021 § 3.8",
       .tekst = "Wie voor de gemeente alleen de rol Wi2021 heeft, leest en wijzigt niets; namens een andere "
                "gemeente kan alleen wie daar het recht toe heeft: technische fout 0002."},
  });
  return kRegels;
}

}  // namespace cvsgw::laws::wi2021
