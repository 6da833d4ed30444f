// Plausible names, places and nationalities for made-up persons; common ones of each origin, belonging to
// nobody.
#pragma once

#include <span>
#include <string_view>

namespace cvsgw::store {

struct Herkomst {
  std::string_view land;
  std::string_view nationaliteit;
  std::span<const std::string_view> mannen;
  std::span<const std::string_view> vrouwen;
  std::span<const std::string_view> achternamen;  ///< "voorvoegsels|achternaam" when there is a prefix
  std::span<const std::string_view> plaatsen;
};

std::span<const Herkomst> herkomsten();
std::span<const std::string_view> straten();

}  // namespace cvsgw::store
