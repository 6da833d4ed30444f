#include "gateway/isi/wi2021/mail.hpp"

#include <algorithm>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/code_registry.hpp"

namespace cvsgw::isi::wi2021 {
namespace {

std::string gemeentenaam(const Gemeentecode& gemeente) {
  return std::string(kGemeenten.omschrijving(gemeente.value()));
}

std::string_view omschrijving(const std::string& code) {
  for (const auto& row : signalenVan(Wet::wi2021)) {
    if (row.code == code) return row.omschrijving;
  }
  return {};
}

std::string aantal(std::int64_t getal, std::string_view een, std::string_view meer) {
  return std::to_string(getal) + " " + std::string(getal == 1 ? een : meer);
}

std::string lijst(const std::vector<Weeksignaal>& signalen) {
  std::string tekst;
  for (const auto& signaal : signalen) {
    tekst += "- " + signaal.datum.dutch() + "  " + signaal.signaalId + "  " + signaal.code + "  ";
    tekst += omschrijving(signaal.code);
    tekst += "\n";
  }
  return tekst;
}

Mail mail(const Ontvanger& aan, std::string soort, Date dag, Date vandaag) {
  Mail out;
  out.sleutel = soort + "/" + dag.text() + "/" + aan.contactpersoonId;
  out.soort = std::move(soort);
  out.gemeente = aan.gemeente;
  out.aan = aan.email;
  out.nietVoor = mailtijd(vandaag);
  return out;
}

}  // namespace

bool maaktWeekmail(Date dag, Date tot) {
  return std::chrono::weekday{dag.days()} == std::chrono::Monday && dag.plusDays(7) > tot;
}

Moment mailtijd(Date dag) {
  return momentInAmsterdam(dag, std::chrono::hours{7});
}

std::optional<Mail> weekmail(const Ontvanger& aan, const Weekpost& post, Date maandag) {
  const auto alle = static_cast<std::int64_t>(post.gekoppeld.size() + post.zonder.size());
  if (alle == 0) return std::nullopt;
  const std::string gemeente = gemeentenaam(aan.gemeente);
  const std::string nieuw = aantal(alle, "nieuw signaal", "nieuwe signalen");
  Mail out = mail(aan, "weekmail", maandag, maandag);
  out.onderwerp = "Inburgering gemeente " + gemeente + ": " + nieuw;
  out.tekst = "Geachte contactpersoon,\n\nSinds de vorige weekmail " +
              std::string(alle == 1 ? "is" : "zijn") + " er voor de gemeente " + gemeente + " (" +
              aan.gemeente.value() + ") " + nieuw + " onder de Wet inburgering 2021.\n";
  if (!post.gekoppeld.empty())
    out.tekst += "\nVan inburgeringsplichtigen die aan u zijn gekoppeld:\n\n" + lijst(post.gekoppeld);
  if (!post.zonder.empty())
    out.tekst +=
        "\nVan inburgeringsplichtigen zonder contactpersoon (u bent de algemeen contactpersoon):\n\n" +
        lijst(post.zonder);
  out.tekst +=
      "\nUit privacyoverwegingen staat hier niet om wie het gaat. Zoek een signaal op in uw "
      "cliëntvolgsysteem, met het kenmerk dat met S21 begint.\n";
  out.tekst += kMailslot;
  return out;
}

std::optional<Mail> koppelmail(const Ontvanger& aan, const Koppeltelling& telling, Date dag, Date vandaag) {
  if (telling.gekoppeld <= 0 && telling.ontkoppeld <= 0) return std::nullopt;
  const std::string gemeente = gemeentenaam(aan.gemeente);
  Mail out = mail(aan, "koppelmail", dag, vandaag);
  out.onderwerp = "Inburgering gemeente " + gemeente + ": uw koppelingen zijn gewijzigd";
  out.tekst = "Geachte contactpersoon,\n\nOp " + dag.dutch() + " zijn in de gemeente " + gemeente + " (" +
              aan.gemeente.value() + ") uw koppelingen aan inburgeringsplichtigen gewijzigd:\n\n" +
              "- aantal koppelingen: " + std::to_string(telling.gekoppeld) +
              "\n- aantal ontkoppelingen: " + std::to_string(telling.ontkoppeld) + "\n\nU bent nu aan " +
              aantal(telling.caseload, "inburgeringsplichtige", "inburgeringsplichtigen") +
              " gekoppeld. Wie dat zijn, ziet u in uw cliëntvolgsysteem.\n";
  out.tekst += kMailslot;
  return out;
}

}  // namespace cvsgw::isi::wi2021
