#include "gateway/isi/code_registry.hpp"

#include <vector>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/loket/codes.hpp"
#include "gateway/isi/wi2007/codes.hpp"
#include "gateway/isi/wi2013/codes.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi {
namespace {

constexpr CodeRow kWetRows[] = {{"Wi2007", "Wet inburgering 2007"},
                                {"Wi2013", "Wet inburgering 2013"},
                                {"Wi2021", "Wet inburgering 2021"}};
constexpr CodeRow kRolRows[] = {{"Wi2007", "Raadplegen gegevens 2007"},
                                {"Wi2013", "Raadplegen gegevens 2013"},
                                {"Wi2013MUT", "Raadplegen en muteren gegevens 2013"},
                                {"Wi2021", "Raadplegen gegevens 2021"},
                                {"Wi2021MUT", "Raadplegen en muteren gegevens 2021"}};

constexpr CodeRow kSignaalstatusRows[] = {
    {"Nieuw", "Nieuw"}, {"InBehandeling", "In behandeling"}, {"Afgehandeld", "Afgehandeld"}};

struct LawLists {
  Wet wet;
  std::span<const CodeList* const> lists;
  std::span<const SignaalRow> signalen;
  std::string_view bronSignalen;
};

std::vector<LawLists> laws() {
  return {{Wet::wi2007, wi2007::codes::alleLijsten(), wi2007::codes::signalen(), "Wi2007 § 3.7"},
          {Wet::wi2013, wi2013::codes::alleLijsten(), wi2013::codes::signalen(), "Wi2013 § 3.9"},
          {Wet::wi2021, wi2021::codes::alleLijsten(), wi2021::codes::signalen(), "Wi2021 § 4.1"}};
}

std::vector<PublishedList> collect() {
  std::vector<PublishedList> out;
  for (const auto* list : {&kGemeenten, &kWetlijst, &kRollijst, &kSignaalstatuslijst}) {
    out.push_back({std::nullopt, list->name, list->source, list->rows, {}, {}});
  }
  for (const auto* list : loket::codes::alleLijsten()) {
    out.push_back({std::nullopt, list->name, list->source, list->rows, {}, {}});
  }
  out.push_back({std::nullopt, "meldingen", "Wi2021 § 4.2; contract", {}, {}, meldingRegister()});
  for (const auto& law : laws()) {
    out.push_back({law.wet, "signalen", law.bronSignalen, {}, law.signalen, {}});
    for (const auto* list : law.lists) {
      out.push_back({law.wet, list->name, list->source, list->rows, {}, {}});
    }
  }
  return out;
}

}  // namespace

constinit const CodeList kWetlijst{"wet", "Wi2007 § 3.10; Wi2013 § 3.12; Wi2021 § 3.4", kWetRows};
constinit const CodeList kRollijst{"rol", "Wi2007 § 2.1", kRolRows};

constinit const CodeList kSignaalstatuslijst{"signaalstatus", "Wi2007 § 3.5; Wi2013 § 3.7; Wi2021 § 3.2",
                                             kSignaalstatusRows};

std::span<const PublishedList> publishedLists() {
  static const std::vector<PublishedList> kLists = collect();
  return kLists;
}

std::span<const SignaalRow> signalenVan(Wet wet) {
  for (const auto& law : laws()) {
    if (law.wet == wet) return law.signalen;
  }
  return {};
}

}  // namespace cvsgw::isi
