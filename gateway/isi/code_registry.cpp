#include "gateway/isi/code_registry.hpp"

#include <vector>

#include "gateway/domain/gemeenten.hpp"
#include "gateway/isi/wi2007/codes.hpp"
#include "gateway/isi/wi2013/codes.hpp"
#include "gateway/isi/wi2021/codes.hpp"

namespace cvsgw::isi {
namespace {

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
  out.push_back({std::nullopt, kGemeenten.name, kGemeenten.source, kGemeenten.rows, {}, {}});
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
